//! Amazon Cognito user pool: ID and access tokens.
//!
//! Spec: Amazon Cognito developer guide, Verifying JSON web tokens.

use super::rule::{Want, claim, header};
use super::{Profile, Rule, Template, Unverified};
use crate::diagnostic::Diagnostic;

/// Its access token has `client_id` where others have `aud`.
pub(super) const PROFILE: Profile = Profile {
    id: "aws-cognito",
    name: "profile-aws-cognito",
    is_one,
    rules: &RULES,
    template: Template {
        header: r#"{
  "kid": "test-key",
  "alg": "RS256"
}"#,
        payload: r#"{
  "sub": "@id",
  "iss": "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_example",
  "client_id": "1example23456789",
  "token_use": "access",
  "scope": "openid",
  "auth_time": @now,
  "exp": @now+3600,
  "iat": @now,
  "jti": "@id",
  "username": "user"
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    let iss = token.text("iss");
    iss.starts_with("https://cognito-idp.") || iss.starts_with("https://issuer.cognito-idp.")
}

const RULES: [Rule; 8] = [
    header("alg", Want::OneOf(&["RS256"]), CLAUSE),
    header("kid", Want::Text, CLAUSE),
    claim(
        "iss",
        Want::Begins(&["https://cognito-idp.", "https://issuer.cognito-idp."]),
        CLAUSE,
    ),
    claim("token_use", Want::OneOf(&["access", "id"]), CLAUSE),
    claim("token_use", Want::By(audience), CLAUSE),
    claim("sub", Want::Text, CLAUSE),
    claim("exp", Want::Number, CLAUSE),
    claim("exp", Want::Lifetime(86_400), VALIDITY).when_present(),
];

const CLAUSE: &str = "Amazon Cognito (verifying JSON web tokens)";
const VALIDITY: &str = "Amazon Cognito (TokenValidityUnits)";

fn audience(token: &Unverified) -> Option<Diagnostic> {
    let name = match token.text("token_use").as_ref() {
        "access" => "client_id",
        "id" => "aud",
        _ => return None,
    };
    let missing = token.text(name).is_empty();
    missing.then(|| Diagnostic::warning("profile-cognito-audience").with("expected", name))
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
                ("header", "alg", r#""HS256""#),
                ("header", "kid", r#""#),
                ("payload", "iss", r#""https://example.com""#),
                ("payload", "token_use", r#""refresh""#),
                ("payload", "client_id", r#""#),
                ("payload", "sub", r#""#),
                ("payload", "exp", r#""#),
                ("payload", "exp", r#"4102444800"#),
            ],
        );
    }
}
