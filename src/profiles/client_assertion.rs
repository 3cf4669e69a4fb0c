//! JWT for client authentication (`private_key_jwt`, `client_secret_jwt`).
//!
//! Spec: RFC 7523 §2.2 and §3.

use super::rule::{Want, claim, header};
use super::{Profile, Rule, Template, Unverified};

/// The client speaks of itself: `iss` and `sub` are its `client_id`.
pub(super) const PROFILE: Profile = Profile {
    id: "client-assertion",
    name: "profile-client-assertion",
    is_one,
    rules: &RULES,
    template: Template {
        header: r#"{
  "alg": "PS256",
  "kid": "test-key",
  "typ": "JWT"
}"#,
        payload: r#"{
  "iss": "s6BhdRkqt3",
  "sub": "s6BhdRkqt3",
  "aud": "https://server.example/token",
  "jti": "@id",
  "iat": @now,
  "exp": @now+60
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    let iss = token.text("iss");
    !iss.is_empty() && iss == token.text("sub") && token.has("aud") && token.has("exp")
}

const RULES: [Rule; 7] = [
    header("alg", Want::Signed, "RFC 7523 §3 item 9"),
    claim("iss", Want::Text, "RFC 7523 §3 item 1"),
    claim("sub", Want::SameAs("iss"), "RFC 7523 §3 item 2.B"),
    claim("aud", Want::Audience, "RFC 7523 §3 item 3"),
    claim("exp", Want::Number, "RFC 7523 §3 item 4"),
    claim("nbf", Want::NotAhead, "RFC 7523 §3 item 5").when_present(),
    claim("jti", Want::Text, "RFC 7523 §3 item 7").should(),
];

#[cfg(test)]
mod tests {
    use super::PROFILE;
    use crate::profiles::proof::proves;

    #[test]
    fn accepts_its_own_and_refuses_each_fault() {
        proves(
            &PROFILE,
            &[
                ("header", "alg", r#""none""#),
                ("payload", "iss", r#""""#),
                ("payload", "sub", r#""#),
                ("payload", "aud", r#""#),
                ("payload", "exp", r#""#),
                ("payload", "nbf", r#"1767225661"#),
                ("payload", "jti", r#""#),
            ],
        );
    }
}
