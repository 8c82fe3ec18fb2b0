//! A secret is on the wire as it is and is shown nowhere.

use std::hash::{BuildHasher, RandomState};

use proptest::prelude::*;

use crate::sample::SecureKey;

proptest! {
    #[test]
    fn a_secret_comes_back_and_is_not_shown(secret in any::<String>(), other in any::<String>()) {
        let key = SecureKey::new(secret.as_str());
        prop_assert_eq!(key.expose(), secret.as_str());
        prop_assert_eq!(format!("{key:?} {key:#?}"), "SecureKey([redacted]) SecureKey([redacted])");

        let json = serde_json::to_string(&key).expect("JSON");
        prop_assert_eq!(&json, &serde_json::to_string(&secret).expect("JSON"));
        prop_assert_eq!(&serde_json::from_str::<SecureKey>(&json).expect("a string"), &key);
        prop_assert_eq!(&serde_json::from_value::<SecureKey>(secret.as_str().into()).expect("a string"), &key);

        prop_assert_eq!(&key, &SecureKey::from(secret.clone()));
        prop_assert_eq!(&Ok(key.clone()), &secret.parse());
        prop_assert!(key == *secret && key == secret.as_str());
        prop_assert_eq!(key == other.as_str(), secret == other);
        let state = RandomState::new();
        prop_assert_eq!(state.hash_one(&key), state.hash_one(SecureKey::from(secret)));
    }

    #[test]
    fn secrets_differ_by_any_one_byte(secret in "[ -~]{1,40}", at in any::<proptest::sample::Index>()) {
        let mut other = secret.clone().into_bytes();
        let at = at.index(other.len());
        other[at] ^= 1;
        let other = String::from_utf8(other).expect("ASCII");
        prop_assert_ne!(SecureKey::from(secret.as_str()), SecureKey::from(other));
        prop_assert_ne!(SecureKey::from(&secret[..at]), SecureKey::from(secret));
    }
}
