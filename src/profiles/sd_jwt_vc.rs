//! SD-JWT VC: a verifiable credential whose claims can be shown one by one.
//!
//! Spec: draft-ietf-oauth-sd-jwt-vc-16 §2.2.

use super::rule::{Want, claim, header};
use super::{Profile, Rule, Template, Unverified};

/// The issuer-signed JWT of the credential.
pub(super) const PROFILE: Profile = Profile {
    id: "sd-jwt-vc",
    name: "profile-sd-jwt-vc",
    is_one,
    rules: &RULES,
    template: Template {
        header: r#"{
  "typ": "dc+sd-jwt",
  "alg": "ES256",
  "kid": "test-key"
}"#,
        payload: r#"{
  "iss": "https://issuer.example",
  "iat": @now,
  "exp": @now+31536000,
  "vct": "https://credentials.example/identity",
  "given_name": "Erika",
  "family_name": "Mustermann",
  "address": {
    "locality": "Utrecht",
    "country": "NL"
  },
  "nationalities": ["NL", "DE"]
}"#,
    },
};

/// What the holder of such a credential may withhold.
pub(super) const DISCLOSABLE: [&str; 5] = [
    "/given_name",
    "/family_name",
    "/address/locality",
    "/nationalities/0",
    "/nationalities/1",
];

fn is_one(token: &Unverified) -> bool {
    matches!(token.typ().as_str(), "dc+sd-jwt" | "vc+sd-jwt") || token.has("vct")
}

const RULES: [Rule; 7] = [
    header(
        "typ",
        Want::MediaType(&["dc+sd-jwt", "vc+sd-jwt"]),
        "SD-JWT VC §2.2.1",
    ),
    header("alg", Want::Asymmetric, "SD-JWT VC §2.2.1").should(),
    claim("vct", Want::Text, "SD-JWT VC §2.2.2.1"),
    claim("iss", Want::Text, "SD-JWT VC §2.2.2.2").when_present(),
    claim("cnf", Want::Object, "SD-JWT VC §2.2.2.2").when_present(),
    claim("status", Want::Object, "SD-JWT VC §2.2.2.2").when_present(),
    claim(
        "_sd_alg",
        Want::OneOf(&["sha-256", "sha-384", "sha-512"]),
        "RFC 9901 §4.1.1",
    )
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
                ("header", "alg", r#""HS256""#),
                ("payload", "vct", r#""""#),
                ("payload", "iss", r#"7"#),
                ("payload", "cnf", r#""key""#),
                ("payload", "status", r#"1"#),
                ("payload", "_sd_alg", r#""md5""#),
            ],
        );
    }
}
