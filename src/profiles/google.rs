//! Google ID Token, from Sign in with Google or a service account.
//!
//! Spec: Google documentation, OpenID Connect, validating an ID Token.

use super::rule::{Want, claim, header};
use super::{Profile, Rule, Template, Unverified};
use crate::diagnostic::Diagnostic;

/// `sub` identifies the account; an e-mail address can change hands.
pub(super) const PROFILE: Profile = Profile {
    id: "google",
    name: "profile-google",
    is_one,
    rules: &RULES,
    template: Template {
        header: r#"{
  "alg": "RS256",
  "kid": "test-key",
  "typ": "JWT"
}"#,
        payload: r#"{
  "iss": "https://accounts.google.com",
  "azp": "1234.apps.googleusercontent.com",
  "aud": "1234.apps.googleusercontent.com",
  "sub": "10769150350006150715113082367",
  "email": "someone@example.com",
  "email_verified": true,
  "iat": @now,
  "exp": @now+3600
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    ISSUERS.contains(&token.text("iss").as_ref())
}

const RULES: [Rule; 8] = [
    header("alg", Want::OneOf(&["RS256"]), CLAUSE),
    claim("iss", Want::OneOf(&ISSUERS), CLAUSE),
    claim("aud", Want::Text, CLAUSE),
    claim("sub", Want::Text, CLAUSE),
    claim("exp", Want::Number, CLAUSE),
    claim("iat", Want::Number, CLAUSE),
    claim("email", Want::By(email), CLAUSE).should(),
    claim("exp", Want::Lifetime(3_600), LIFETIME).when_present(),
];

const CLAUSE: &str = "Google (validating an ID Token)";
const LIFETIME: &str = "Google Cloud (short-lived credentials, OpenID Connect ID tokens)";
const ISSUERS: [&str; 2] = ["https://accounts.google.com", "accounts.google.com"];

fn email(token: &Unverified) -> Option<Diagnostic> {
    let verified = token.claim("email_verified")?.as_bool();
    (token.has("email") && verified != Some(true)).then(|| Diagnostic::info("profile-google-email"))
}

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
                ("payload", "iss", r#""https://google.com""#),
                ("payload", "aud", r#"["a","b"]"#),
                ("payload", "sub", r#""#),
                ("payload", "exp", r#""#),
                ("payload", "iat", r#""#),
                ("payload", "email_verified", r#"false"#),
                ("payload", "exp", r#"4102444800"#),
            ],
        );
    }
}
