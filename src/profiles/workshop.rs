//! The workshop's Identity API: what its services hand each other.
//!
//! Spec: the workshop's own documents; there is no standard behind it.

use super::rule::{Want, claim, header};
use super::{Profile, Rule, Template, Unverified};

/// Fifteen minutes, one shared secret, and no `iat`: its age cannot be told from the token.
pub(super) const PROFILE: Profile = Profile {
    id: "workshop",
    name: "profile-workshop",
    is_one,
    rules: &RULES,
    template: Template {
        header: r#"{
  "alg": "HS256",
  "typ": "JWT"
}"#,
        payload: r#"{
  "sub": "@id",
  "role": "Patient",
  "iss": "Online-Toestemming-Workshop-IdentityApi",
  "aud": "Online-Toestemming-Workshop",
  "exp": @now+900
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    token.text("iss") == ISSUER || token.text("aud") == AUDIENCE
}

const RULES: [Rule; 7] = [
    header("alg", Want::OneOf(&["HS256"]), CLAUSE),
    claim("iss", Want::OneOf(&[ISSUER]), CLAUSE),
    claim("aud", Want::OneOf(&[AUDIENCE]), CLAUSE),
    claim("sub", Want::Text, CLAUSE),
    claim(
        "role",
        Want::OneOf(&["Patient", "HealthcareCompany", "Internal"]),
        CLAUSE,
    ),
    claim("exp", Want::Number, CLAUSE),
    // The service issues for fifteen minutes and does not write when it did. Never guessed.
    claim("iat", Want::IssuedFor(900), CLAUSE),
];

const CLAUSE: &str = "the workshop's Identity API";
const ISSUER: &str = "Online-Toestemming-Workshop-IdentityApi";
const AUDIENCE: &str = "Online-Toestemming-Workshop";

#[cfg(test)]
mod tests {
    use super::PROFILE;
    use crate::profiles::proof::proves;

    #[test]
    fn accepts_its_own_and_refuses_each_fault() {
        proves(
            &PROFILE,
            &[
                ("header", "alg", r#""HS512""#),
                ("payload", "iss", r#""someone""#),
                ("payload", "aud", r#""#),
                ("payload", "sub", r#""""#),
                ("payload", "role", r#""Admin""#),
                ("payload", "exp", r#""#),
                ("payload", "iat", r#"1767222000"#),
            ],
        );
    }
}
