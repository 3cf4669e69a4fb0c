//! Microsoft Entra ID access token, version 2.0.
//!
//! Spec: Microsoft identity platform documentation, access token claims reference.

use super::{Profile, Rule, Template, Unverified, entra, template};

/// `aud` is the client id of the API; a token for somebody else's API is not ours to judge.
pub(super) const PROFILE: Profile = Profile {
    id: "entra-access-v2",
    name: "profile-entra-access-v2",
    is_one,
    rules: &RULES,
    template: Template {
        header: template::RS256,
        payload: r#"{
  "aud": "66666666-7777-8888-9999-000000000000",
  "iss": "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0",
  "iat": @now,
  "nbf": @now,
  "exp": @now+3600,
  "azp": "77777777-7777-8888-9999-000000000000",
  "oid": "@id",
  "scp": "access",
  "sub": "subject",
  "tid": "11111111-2222-3333-4444-555555555555",
  "ver": "2.0"
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    let is_access = token.has("azp") || token.has("scp");
    token.text("ver") == "2.0" && token.has("tid") && is_access
}

const RULES: [Rule; 8] = entra::access(&["https://login.microsoftonline.com/"]);

#[cfg(test)]
mod tests {
    use super::PROFILE;
    use crate::profiles::proof::proves;

    #[test]
    fn accepts_its_own_and_refuses_each_fault() {
        proves(
            &PROFILE,
            &[
                ("header", "alg", r#""HS256""#),
                ("header", "nonce", r#""n""#),
                ("payload", "iss", r#""https://sts.windows.net/x/""#),
                ("payload", "tid", r#""another""#),
                ("payload", "aud", r#""#),
                ("payload", "tid", r#""#),
                ("payload", "exp", r#""#),
                ("payload", "exp", r#"4102444800"#),
            ],
        );
    }
}
