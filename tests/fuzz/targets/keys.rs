//! Any text in the key box: read, told of without its secret, and read again from what is
//! written of it.

use super::holds;
use jwt_debugger::json;
use jwt_debugger::keys::{
    Half, KeyInput, KeyReading, Material, SecretReading, facts_of, read_jwk, read_key, write_key,
};

/// Settings and secrets.
pub const TEXTS: &[&str] = &[
    "JWT_SECRET=\"c2VjcmV0\"\nOTHER=1\n",
    "{\"Jwt\":{\"Key\":\"secret\",\"Issuer\":\"a\"}}",
    "jwt:\n  secret: 'abc'\n  key: |\n    -----BEGIN PUBLIC KEY-----\n",
    "00:11:22:33:aa:bb",
    "deadbeefdeadbeef",
    "c2VjcmV0LXdpdGgtcGFkZGluZw==",
    "export A_SECRET='\\u0041'",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJSDUbmO8sVTBmGzQSxjjVMPRFFGoh9AFOQYpWjhU1nb me",
    "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBA== x",
];

/// Text of any kind, in each reading of a bare secret.
pub fn text(input: &[u8]) {
    let text = super::text(input);
    for reading in [
        SecretReading::Utf8,
        SecretReading::Base64,
        SecretReading::Base64url,
        SecretReading::Hex,
    ] {
        let key = KeyInput {
            reading,
            ..holds::key(&text)
        };
        read(&key);
    }
}

/// PEM, an SSH key, DER as text.
pub fn pem(input: &[u8]) {
    read(&holds::key(&super::text(input)));
}

/// A JWK or a JWK Set.
pub fn jwk(input: &[u8]) {
    let text = super::text(input);
    read(&holds::key(&text));
    let document = json::parse(text.into_owned().into_bytes());
    if let Some(root) = document.root()
        && let Err(fault) = read_jwk(root)
    {
        let said = holds::locale().say(&fault);
        assert!(said != fault.code, "{fault:?}");
    }
}

fn read(key: &KeyInput) {
    let reading = read_key(key);
    let all = [&reading.read_as, &reading.warnings, &reading.faults];
    for one in all.into_iter().flatten() {
        let said = holds::locale().say(one);
        assert!(said != one.code && !said.is_empty(), "{one:?}");
    }
    let is_blank = key.text.expose().is_empty();
    assert_eq!(is_blank, reading == KeyReading::default());
    for pair in reading.keys.windows(2) {
        assert!(pair[0].facts.index < pair[1].facts.index);
    }
    for one in &reading.keys {
        let facts = facts_of(&one.material);
        assert_eq!((&one.facts.kty, one.facts.bits), (&facts.kty, facts.bits));
        assert_eq!(one.facts.thumbprint, facts.thumbprint);
        if matches!(one.material, Material::Oct(_)) {
            assert!(one.facts.public_jwk.is_empty() && one.facts.thumbprint.is_empty());
            continue;
        }
        let public = write_key(one, Half::Public).unwrap();
        let again = read_key(&holds::key(public.expose()));
        assert_eq!(again.keys.len(), 1, "{}", public.expose());
        assert_eq!(again.keys[0].facts.thumbprint, one.facts.thumbprint);
        assert!(!again.keys[0].facts.is_private, "{}", public.expose());
    }
}
