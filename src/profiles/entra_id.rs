//! Microsoft Entra ID: ID Tokens of version 1.0 and 2.0.
//!
//! Spec: Microsoft identity platform documentation, ID token claims reference.

use super::entra::issuer_is_tenant;
use super::rule::{Want, claim, header};
use super::{Profile, Rule, Template, Unverified, template};

/// For signing in, not for calling an API.
pub(super) const PROFILE: Profile = Profile {
    id: "entra-id",
    name: "profile-entra-id",
    is_one,
    rules: &RULES,
    template: Template {
        header: template::RS256,
        payload: r#"{
  "ver": "2.0",
  "iss": "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0",
  "sub": "subject",
  "aud": "66666666-7777-8888-9999-000000000000",
  "exp": @now+3600,
  "iat": @now,
  "nbf": @now,
  "name": "Someone",
  "preferred_username": "someone@example.com",
  "oid": "@id",
  "tid": "11111111-2222-3333-4444-555555555555",
  "nonce": "123523"
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    let iss = token.text("iss");
    ISSUERS.iter().any(|issuer| iss.starts_with(issuer)) && token.has("tid")
}

const RULES: [Rule; 9] = [
    header("alg", Want::OneOf(&["RS256"]), CLAUSE),
    claim("iss", Want::Begins(&ISSUERS), CLAUSE),
    claim("iss", Want::By(issuer_is_tenant), CLAUSE),
    claim("aud", Want::Text, CLAUSE),
    claim("ver", Want::OneOf(&["2.0", "1.0"]), CLAUSE),
    claim("sub", Want::Text, CLAUSE),
    claim("exp", Want::Number, CLAUSE),
    claim("iat", Want::Number, CLAUSE),
    claim("exp", Want::Lifetime(86_400), LIFETIMES).when_present(),
];

const CLAUSE: &str = "Microsoft identity platform (ID token claims)";
const LIFETIMES: &str = "Microsoft identity platform (configurable token lifetimes)";
const ISSUERS: [&str; 2] = [
    "https://login.microsoftonline.com/",
    "https://sts.windows.net/",
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
                ("payload", "iss", r#""https://login.example/""#),
                ("payload", "tid", r#""another""#),
                ("payload", "aud", r#""#),
                ("payload", "ver", r#""3.0""#),
                ("payload", "sub", r#""#),
                ("payload", "exp", r#""#),
                ("payload", "iat", r#""#),
                ("payload", "exp", r#"4102444800"#),
            ],
        );
    }
}
