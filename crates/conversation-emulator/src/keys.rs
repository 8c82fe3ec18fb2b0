//! The keys of the emulated project.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use conversation_wire::secret_string;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::{ids::letters, random::digest};

secret_string! {
    /// What a client sends as `X-PROFICIENT-API-KEY`.
    pub struct PublishableKey;
}

secret_string! {
    /// What an administrator sends as `Authorization: Bearer …`.
    pub struct SecretKey;
}

secret_string! {
    /// What the HMAC of an external id is made with.
    pub struct HmacSecret;
}

/// The keys of the emulated project. The seed decides them, so they guard nothing; they are not shown by `Debug` all
/// the same, for a test may search its output for what looks like a key.
#[derive(Clone, Debug)]
pub struct Keys {
    publishable: PublishableKey,
    secret: SecretKey,
    hmac: HmacSecret,
}

impl Keys {
    pub(crate) fn new(seed: u64) -> Self {
        let key = |prefix: &str| format!("{prefix}_{}", letters(&[seed, digest(prefix)], 40));
        Self { publishable: key("pk").into(), secret: key("sk").into(), hmac: key("hsec").into() }
    }

    /// The key of the client API.
    pub fn publishable_key(&self) -> &PublishableKey {
        &self.publishable
    }

    /// The key of the admin API.
    pub fn secret_key(&self) -> &SecretKey {
        &self.secret
    }

    /// The secret that external ids are signed with.
    pub fn hmac_secret(&self) -> &HmacSecret {
        &self.hmac
    }

    /// The HMAC that proves an external id: what a client sends as `X-PROFICIENT-USER-HMAC`.
    pub fn sign(&self, external_id: &str) -> String {
        self.mac(external_id).map(|mac| STANDARD.encode(mac.finalize().into_bytes())).unwrap_or_default()
    }

    /// Whether `hmac` is that of the external id, in a time that tells nothing about the right one.
    pub(crate) fn verify(&self, external_id: &str, hmac: &[u8]) -> bool {
        let Ok(given) = STANDARD.decode(hmac) else { return false };
        self.mac(external_id).is_some_and(|mac| mac.verify_slice(&given).is_ok())
    }

    fn mac(&self, external_id: &str) -> Option<Hmac<Sha256>> {
        // An HMAC takes a key of any length, so there always is one.
        let mut mac = Hmac::<Sha256>::new_from_slice(self.hmac.expose().as_bytes()).ok()?;
        mac.update(external_id.as_bytes());
        Some(mac)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_example_is_signed_as_published() {
        let keys = Keys { hmac: HmacSecret::new("hsec_example"), ..Keys::new(0) };
        let hmac = "V2PxtDIJq7l6/S1NLfdRtNeiyYmsegRyT8+1W9D0Y8E=";
        assert_eq!(keys.sign("customer-4711"), hmac);
        assert!(keys.verify("customer-4711", hmac.as_bytes()));
        assert!(!keys.verify("customer-4712", hmac.as_bytes()));
        for wrong in ["", "V2PxtDIJq7l6/S1NLfdRtNeiyYmsegRyT8+1W9D0Y8E", "?", "V2Px"] {
            assert!(!keys.verify("customer-4711", wrong.as_bytes()), "{wrong}");
        }
    }

    #[test]
    fn no_key_is_shown() {
        let keys = Keys::new(3);
        let shown = format!("{keys:?}");
        for key in [keys.publishable.expose(), keys.secret.expose(), keys.hmac.expose()] {
            assert!(!shown.contains(key.split('_').next_back().unwrap()), "{shown}");
        }
    }
}
