//! A key from an address that a token itself names: consistent, and no proof.

use super::SignatureState as S;
use super::*;

fn named(text: &str, parameter: &str) -> KeyInput {
    KeyInput {
        source: KeySource::NamedByToken {
            parameter: parameter.to_owned(),
            url: "https://evil.example/jwks".to_owned(),
            at: 7,
        },
        ..key(text)
    }
}

#[test]
fn a_signature_that_holds_is_self_asserted() {
    let signed = token(
        r#"{"alg":"ES256","jku":"https://evil.example/jwks"}"#,
        "{}",
        "ES256",
        PKCS8,
    );
    for (text, parameter) in [(SPKI, "jku"), (CERTIFICATE, "x5u")] {
        let holds = ask(&signed, key(text)).state == S::Valid;
        let verdict = ask(&signed, named(text, parameter));
        if !holds {
            assert_eq!(verdict.state, S::Invalid, "{verdict:#?}");
            continue;
        }
        assert_eq!(verdict.state, S::SelfAsserted, "{verdict:#?}");
        assert_eq!(verdict.reason.code, "verify-self-asserted-url");
        let said = crate::words::Locale::english().say(&verdict.reason);
        assert!(said.contains("https://evil.example/jwks"), "{said}");
        assert!(said.contains(parameter) && !said.contains("{$"), "{said}");
    }
}

/// The person clicked because a token said so; which one is looked at now does not matter.
#[test]
fn a_token_that_names_nothing_is_no_better() {
    let signed = token(r#"{"alg":"ES256"}"#, "{}", "ES256", PKCS8);
    assert_eq!(ask(&signed, named(SPKI, "jku")).state, S::SelfAsserted);
}

#[test]
fn what_does_not_hold_is_invalid_as_ever() {
    let other = token(r#"{"alg":"RS256"}"#, "{}", "RS256", RSA_PKCS8);
    assert_eq!(ask(&other, named(SPKI, "jku")).state, S::KeyError);
    let cut = token(r#"{"alg":"ES256"}"#, "{}", "ES256", PKCS8);
    let cut = &cut[..cut.len() - 8];
    assert_eq!(ask(cut, named(SPKI, "jku")).state, S::Invalid);
    let secret = token(r#"{"alg":"HS256"}"#, "{}", "HS256", SECRET);
    let verdict = ask(&secret, named(SECRET, "jku"));
    assert_eq!(verdict.state, S::SelfAsserted);
    assert_eq!(codes(&verdict.warnings), ["verify-published-secret"]);
}
