//! Who calls: the keys of a client of one end user, or of an administrator.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use conversation_http::{InvalidArgument, Secrets};
use hmac::{Hmac, KeyInit as _, Mac as _};
use proficient_types::UserExternalId;
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderName, HeaderValue};
use sha2::Sha256;

const API_KEY: HeaderName = HeaderName::from_static("x-proficient-api-key");
const EXTERNAL_ID: HeaderName = HeaderName::from_static("x-proficient-user-external-id");
const HMAC: HeaderName = HeaderName::from_static("x-proficient-user-hmac");

/// Who calls. `Debug` shows no key, no signature and no user.
#[derive(Clone)]
pub struct Auth {
    headers: HeaderMap,
    secrets: Secrets,
    /// Of the client API, for the signature.
    external_id: Option<UserExternalId>,
}

impl Auth {
    /// The client API, for one end user: a publishable key (`pk_…`) and the user's id in your own system.
    ///
    /// # Errors
    ///
    /// When one of them cannot be the value of a header: empty, with a control character, or with blanks around it.
    pub fn publishable(key: &str, external_id: &UserExternalId) -> Result<Self, InvalidArgument> {
        let mut headers = HeaderMap::new();
        headers.insert(API_KEY, value("the publishable key", key)?);
        headers.insert(EXTERNAL_ID, value("the user's external id", external_id.as_str())?);
        Ok(Self { headers, secrets: Secrets::none().with(key), external_id: Some(external_id.clone()) })
    }

    /// The admin API: a secret key (`sk_…`).
    ///
    /// # Errors
    ///
    /// As of [`publishable`](Self::publishable).
    pub fn secret(key: &str) -> Result<Self, InvalidArgument> {
        let mut headers = HeaderMap::new();
        value("the secret key", key)?;
        headers.insert(AUTHORIZATION, value("the secret key", &format!("Bearer {key}"))?);
        Ok(Self { headers, secrets: Secrets::none().with(key), external_id: None })
    }

    /// The same with a signature that your server made: the base64 of the HMAC-SHA256 of the external id.
    ///
    /// # Errors
    ///
    /// As of [`publishable`](Self::publishable).
    pub fn with_hmac(mut self, hmac: &str) -> Result<Self, InvalidArgument> {
        self.headers.insert(HMAC, value("the HMAC", hmac)?);
        self.secrets = self.secrets.with(hmac);
        Ok(self)
    }

    /// The same, signed with the project's HMAC secret (`hsec_…`), which is for servers only.
    ///
    /// # Errors
    ///
    /// When this is the admin API, where there is no user to sign, and when the secret is empty or has blanks around it.
    pub fn signed_with(self, hmac_secret: &str) -> Result<Self, InvalidArgument> {
        let Some(external_id) = &self.external_id else {
            return Err(InvalidArgument::new("the HMAC secret", "only calls of the client API are signed"));
        };
        check("the HMAC secret", hmac_secret)?;
        let hmac = sign(hmac_secret, external_id);
        let signed = self.with_hmac(&hmac)?;
        Ok(Self { secrets: signed.secrets.clone().with(hmac_secret), ..signed })
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    pub(crate) fn secrets(&self) -> &Secrets {
        &self.secrets
    }
}

fn sign(secret: &str, external_id: &UserExternalId) -> String {
    // An HMAC takes a key of any length.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return String::new() };
    mac.update(external_id.as_str().as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

/// A key from a file may end with a line break, which is not part of it.
fn check(of: &str, text: &str) -> Result<(), InvalidArgument> {
    if text.is_empty() || text.trim() != text {
        return Err(InvalidArgument::new(of, "is empty, or has blanks or a line break around it"));
    }
    Ok(())
}

fn value(of: &str, text: &str) -> Result<HeaderValue, InvalidArgument> {
    check(of, text)?;
    let value = HeaderValue::from_bytes(text.as_bytes());
    let mut value = value.map_err(|_| InvalidArgument::new(of, "has a control character, which no header takes"))?;
    value.set_sensitive(true);
    Ok(value)
}

impl fmt::Debug for Auth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.headers.keys().map(HeaderName::as_str).collect();
        f.debug_struct("Auth").field("headers", &names).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_the_base64_of_the_hmac_of_the_external_id() {
        // RFC 4231, test case 2.
        let hmac = sign("Jefe", &UserExternalId::new("what do ya want for nothing?"));
        assert_eq!(hmac, "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
    }

    #[test]
    fn nothing_of_a_key_is_in_debug_or_in_an_error() {
        let user = UserExternalId::new("CANARY-user");
        let auth =
            Auth::publishable("pk_CANARY", &user).and_then(|auth| auth.signed_with("hsec_CANARY")).expect("auth");
        assert!(!format!("{auth:?}").contains("CANARY"));
        for bad in ["", " CANARY", "CANARY\n", "CAN\u{0}ARY"] {
            let error = Auth::secret(bad).expect_err("a bad key");
            assert!(!format!("{error} {error:?}").contains("CAN"), "{error}");
        }
        assert!(Auth::secret("sk_1").expect("auth").signed_with("hsec_1").is_err());
        for bad in ["", "hsec_CANARY\r", "hsec_CANARY\n", " hsec_CANARY"] {
            let auth = Auth::publishable("pk_1", &user).expect("auth");
            let error = auth.signed_with(bad).expect_err("a bad secret");
            assert!(!format!("{error} {error:?}").contains("CAN"), "{error}");
        }
    }

    #[test]
    fn an_external_id_may_be_in_any_script() {
        assert!(Auth::publishable("pk_1", &UserExternalId::new("Жанна-17")).is_ok());
    }
}
