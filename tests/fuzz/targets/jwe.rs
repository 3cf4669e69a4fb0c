//! A JWE of any bytes: nothing opens it but its own key, nothing opens a changed one, and no work
//! is done that nobody agreed to.

use super::holds;
use jwt_debugger::base64url::encode;
use jwt_debugger::decrypt::{Effort, decrypt};
use jwt_debugger::inspect::inspect;
use jwt_debugger::jose::jwe;
use jwt_debugger::verify::{Question, SignatureState};

/// RFC 7516 Appendix A.3: AES Key Wrap, a secret for `dir`, and a password.
const KEYS: [&str; 3] = [
    r#"{"kty":"oct","k":"GawgguFyGrWKav7AX4VKUg"}"#,
    r#"{"kty":"oct","k":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"}"#,
    "Thus from my lips, by yours, my sin is purged.",
];

pub fn run(input: &[u8]) {
    let parts: [&[u8]; 5] = super::pieces(input);
    let token = parts.map(encode).join(".");
    let inspection = inspect(&token);
    holds::inspection(&inspection);
    let closed = decrypt(&inspection, &Question::default(), Effort::Quick);
    assert!(closed.plaintext.is_none(), "nobody gave a key");
    assert_ne!(closed.verdict.state, SignatureState::Decrypted);
    holds::said([&closed.verdict.reason], &token);
    let Some(found) = inspection.tokens.first() else {
        return;
    };
    for recipient in jwe::recipients(found).iter().take(3) {
        let _ = jwe::encrypted_key(found, recipient);
    }
    let text = KEYS[input.len() % KEYS.len()];
    let question = Question {
        key: holds::key(text),
        ..Question::default()
    };
    let opened = decrypt(&inspection, &question, Effort::Quick);
    let is_open = opened.verdict.state == SignatureState::Decrypted;
    assert_eq!(opened.plaintext.is_some(), is_open);
    assert!(!(is_open && opened.needs_consent));
    holds::said([&opened.verdict.reason], &token);
    if !is_open || parts[4].is_empty() {
        return;
    }
    // What is authentic is so in every bit.
    for part in 0..5 {
        let mut changed = parts.map(<[u8]>::to_vec);
        let Some(byte) = changed[part].last_mut() else {
            continue;
        };
        *byte ^= 1;
        let token = changed.map(|part| encode(&part)).join(".");
        let reopened = decrypt(&inspect(&token), &question, Effort::Quick);
        assert!(reopened.plaintext.is_none(), "part {part} changed: {token}");
    }
}
