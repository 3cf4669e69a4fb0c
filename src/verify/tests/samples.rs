//! The samples people work with: every token with its own key, and with every other one.

use super::SignatureState as S;
use super::*;

fn tokens(text: &str) -> Vec<(String, String)> {
    let document = json::parse(text.as_bytes().to_vec());
    let tokens = document.get("tokens").unwrap();
    tokens
        .members()
        .map(|(name, token)| {
            (
                name.text().unwrap().into_owned(),
                token.text().unwrap().into_owned(),
            )
        })
        .collect()
}

#[test]
fn the_workshop_tokens_with_the_env_file() {
    let all = tokens(WORKSHOP);
    assert_eq!(all.len(), 4);
    for (name, token) in all {
        let verdict = ask(&token, key(WORKSHOP_ENV));
        let expected = if name.contains("tampered") {
            S::Invalid
        } else {
            S::Valid
        };
        assert_eq!(verdict.state, expected, "{name}");
        let setting = &verdict.read_as[0];
        assert_eq!(setting.code, "key-read-settings", "{name}");
        let other = ask(&token, key(KOPPELTAAL_JWKS));
        assert_eq!(other.state, S::KeyError, "{name}");
    }
}

#[test]
fn the_koppeltaal_tokens_with_their_set() {
    let all = tokens(KOPPELTAAL);
    assert!(all.len() >= 3);
    for (name, token) in all {
        let verdict = ask(&token, key(KOPPELTAAL_JWKS));
        if name.contains("not in the set") {
            assert_eq!(verdict.state, S::KeyError, "{name}");
            assert_eq!(verdict.reason.code, "verify-kid-absent", "{name}");
            continue;
        }
        assert_eq!(verdict.state, S::Valid, "{name} {verdict:#?}");
        let why = verdict.reason.fact("why");
        let kid = crate::diagnostic::Fact::Word("chosen-kid".into());
        assert_eq!(why, Some(&kid), "{name}");
        assert_eq!(ask(&token, key("secret")).state, S::KeyError, "{name}");
    }
}
