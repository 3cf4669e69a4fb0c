//! Microsoft Entra ID access token, version 1.0.
//!
//! Spec: Microsoft identity platform documentation, access token claims reference.

use super::{Profile, Rule, Template, Unverified, entra, template};

/// For whom it is says `aud`; which application asked says `appid`.
pub(super) const PROFILE: Profile = Profile {
    id: "entra-access-v1",
    name: "profile-entra-access-v1",
    is_one,
    rules: &RULES,
    template: Template {
        header: template::RS256,
        payload: r#"{
  "aud": "api://example",
  "iss": "https://sts.windows.net/11111111-2222-3333-4444-555555555555/",
  "iat": @now,
  "nbf": @now,
  "exp": @now+3600,
  "appid": "66666666-7777-8888-9999-000000000000",
  "oid": "@id",
  "scp": "access",
  "sub": "subject",
  "tid": "11111111-2222-3333-4444-555555555555",
  "ver": "1.0"
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    token.text("ver") == "1.0" && token.has("tid") && token.has("appid")
}

const RULES: [Rule; 8] = entra::access(&["https://sts.windows.net/"]);

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
                (
                    "payload",
                    "iss",
                    r#""https://login.microsoftonline.com/x/v2.0""#,
                ),
                ("payload", "tid", r#""another""#),
                ("payload", "aud", r#""#),
                ("payload", "tid", r#""#),
                ("payload", "exp", r#""#),
                ("payload", "exp", r#"4102444800"#),
            ],
        );
    }
}
