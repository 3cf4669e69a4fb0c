//! SMART Backend Services: a system authenticates to a FHIR server's token endpoint.
//!
//! Spec: SMART App Launch 2.2, Client Authentication: Asymmetric (public key).

use super::rule::{Want, claim, header};
use super::{Profile, Rule, Template, Unverified};

/// A client assertion with narrower rules: five minutes, a `kid`, a `jti` used once.
pub(super) const PROFILE: Profile = Profile {
    id: "smart-backend",
    name: "profile-smart-backend",
    is_one,
    rules: &RULES,
    template: Template {
        header: r#"{
  "alg": "ES384",
  "kid": "test-key",
  "typ": "JWT"
}"#,
        payload: r#"{
  "iss": "client-id",
  "sub": "client-id",
  "aud": "https://fhir.example/token",
  "exp": @now+300,
  "jti": "@id"
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    let (iss, aud) = (token.text("iss"), token.text("aud").to_lowercase());
    let is_assertion = !iss.is_empty() && iss == token.text("sub") && token.has("jti");
    let is_smart = ["fhir", "smart", "koppeltaal"]
        .iter()
        .any(|word| aud.contains(word));
    is_assertion && (is_smart || ALGS.contains(&token.header_text("alg").as_ref()))
}

const RULES: [Rule; 10] = [
    header("alg", Want::OneOf(&ALGS), CLAUSE).should(),
    header("alg", Want::Asymmetric, CLAUSE),
    header("kid", Want::Text, CLAUSE),
    header("typ", Want::MediaType(&["jwt"]), CLAUSE),
    claim("iss", Want::Text, CLAUSE),
    claim("sub", Want::SameAs("iss"), CLAUSE),
    claim("aud", Want::Text, CLAUSE),
    claim("exp", Want::Number, CLAUSE),
    claim("exp", Want::Lifetime(300), CLAUSE),
    claim("jti", Want::Text, CLAUSE),
];

const CLAUSE: &str = "SMART App Launch 2.2 (asymmetric client authentication)";
/// Every server has to take these; others by agreement.
const ALGS: [&str; 2] = ["RS384", "ES384"];

#[cfg(test)]
mod tests {
    use super::PROFILE;
    use crate::profiles::proof::proves;

    #[test]
    fn accepts_its_own_and_refuses_each_fault() {
        proves(
            &PROFILE,
            &[
                ("header", "alg", r#""RS256""#),
                ("header", "alg", r#""HS256""#),
                ("header", "kid", r#""#),
                ("header", "typ", r#""at+jwt""#),
                ("payload", "iss", r#""#),
                ("payload", "sub", r#""somebody""#),
                ("payload", "aud", r#""#),
                ("payload", "exp", r#""#),
                ("payload", "exp", r#"1767229260"#),
                ("payload", "jti", r#""#),
            ],
        );
    }
}
