//! The user HMAC of Proficient, for known secrets and external ids.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// Known HMACs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Vectors {
    /// How they are computed.
    pub algorithm: String,
    /// They.
    pub vectors: Vec<Known>,
}

/// A known HMAC.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// The HMAC secret of a project, made up.
    pub secret: String,
    /// The user's external id.
    pub external_id: String,
    /// The value of the header `X-PROFICIENT-USER-HMAC`.
    pub hmac: String,
}

/// The HMAC of an external id.
pub fn hmac(secret: &str, external_id: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key of any length will do");
    mac.update(external_id.as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

/// The vectors: plain, empty, long and far from ASCII.
pub fn known() -> Vectors {
    let long = "x".repeat(200);
    let secrets = ["hsec_example", "hsec_Grüße", &long];
    let ids = ["customer-4711", "", "Grüße, 你好 🙂", "a+b@example.com", &long];
    let vectors = secrets.iter().flat_map(|secret| {
        ids.iter().map(|id| Known { secret: (*secret).into(), external_id: (*id).into(), hmac: hmac(secret, id) })
    });
    Vectors {
        algorithm:
            "base64 (standard alphabet, padded) of HMAC-SHA256; the key is the whole secret, the message the external \
                    id, both in UTF-8"
                .into(),
        vectors: vectors.collect(),
    }
}
