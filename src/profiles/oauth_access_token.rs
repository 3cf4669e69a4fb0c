//! OAuth 2.0 access token as a JWT.
//!
//! Spec: RFC 9068 §2.

use super::rule::{Want, claim, header};
use super::{Profile, Rule, Template, Unverified};

/// `typ` keeps it apart from an ID Token of the same issuer.
pub(super) const PROFILE: Profile = Profile {
    id: "at-jwt",
    name: "profile-at-jwt",
    is_one,
    rules: &RULES,
    template: Template {
        header: r#"{
  "typ": "at+jwt",
  "alg": "RS256",
  "kid": "test-key"
}"#,
        payload: r#"{
  "iss": "https://authorization-server.example/",
  "sub": "5ba552d67",
  "aud": "https://rs.example/",
  "exp": @now+3600,
  "iat": @now,
  "client_id": "s6BhdRkqt3",
  "scope": "openid profile",
  "jti": "@id"
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    token.typ() == "at+jwt"
}

const RULES: [Rule; 12] = [
    header("typ", Want::MediaType(&["at+jwt"]), "RFC 9068 §2.1"),
    header("alg", Want::Signed, "RFC 9068 §2.1"),
    header("alg", Want::Asymmetric, "RFC 9068 §2.1").should(),
    claim("iss", Want::Text, "RFC 9068 §2.2"),
    claim("exp", Want::Number, "RFC 9068 §2.2"),
    claim("aud", Want::Audience, "RFC 9068 §2.2"),
    claim("sub", Want::Text, "RFC 9068 §2.2"),
    claim("client_id", Want::Text, "RFC 9068 §2.2"),
    claim("iat", Want::Number, "RFC 9068 §2.2"),
    claim("jti", Want::Text, "RFC 9068 §2.2"),
    claim("scope", Want::Text, "RFC 9068 §2.2.3").when_present(),
    claim("exp", Want::Lifetime(3_600), "RFC 6750 §5.3")
        .should()
        .when_present(),
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
                ("header", "typ", r#""JWT""#),
                ("header", "alg", r#""none""#),
                ("header", "alg", r#""HS256""#),
                ("payload", "iss", r#""#),
                ("payload", "exp", r#""1""#),
                ("payload", "aud", r#"[7]"#),
                ("payload", "sub", r#""#),
                ("payload", "client_id", r#""#),
                ("payload", "iat", r#""#),
                ("payload", "jti", r#""#),
                ("payload", "scope", r#"["a"]"#),
                ("payload", "exp", r#"4102444800"#),
            ],
        );
    }
}
