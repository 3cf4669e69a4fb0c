//! Any bytes as DER: read as whichever container they are, within a limit of work, and a public
//! key that was read is written so that it reads as the same.

use super::holds;
use jwt_debugger::base64url::encode;
use jwt_debugger::crypto::containers::{
    Container, encryption_cost, read_as, read_der, read_encrypted_pkcs8,
};
use jwt_debugger::keys::{Material, facts_of, public_jwk, read_key};

/// Rounds of PBKDF2.
const ROUNDS: u64 = 2_100;

pub fn run(input: &[u8]) {
    for container in [
        Container::Spki,
        Container::Pkcs8,
        Container::EncryptedPkcs8,
        Container::Pkcs1Public,
        Container::Pkcs1Private,
        Container::Sec1,
        Container::Certificate,
    ] {
        if let Err(error) = read_as(container, input) {
            let said = error.clone().into();
            let text = holds::locale().say(&said);
            assert!(text != error.code(), "{error:?}");
        }
    }
    if encryption_cost(input).is_ok() {
        let _ = read_encrypted_pkcs8(input, b"password", ROUNDS);
    }
    let Ok(contained) = read_der(input) else {
        return;
    };
    assert!(!matches!(contained.material, Material::Oct(_)));
    let facts = facts_of(&contained.material);
    let jwk = public_jwk(&contained.material);
    let again = read_key(&holds::key(&jwk));
    assert_eq!(again.keys.len(), 1, "{jwk}");
    assert_eq!(again.keys[0].facts.thumbprint, facts.thumbprint);
    // As text it is the same key, where it is read as one.
    let bare = read_key(&holds::key(&encode(input)));
    if let [key] = bare.keys.as_slice()
        && !matches!(key.material, Material::Oct(_))
    {
        assert_eq!(key.facts.thumbprint, facts.thumbprint);
    }
}
