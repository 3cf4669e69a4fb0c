//! GitHub Actions: a workflow shows a cloud which repository and branch it runs for.
//!
//! Spec: GitHub documentation, OpenID Connect reference.

use super::rule::{Want, claim, header};
use super::{Profile, Rule, Template, Unverified, template};

/// Trust hangs on `sub` and `aud`: a relying party has to check both.
pub(super) const PROFILE: Profile = Profile {
    id: "github-actions",
    name: "profile-github-actions",
    is_one,
    rules: &RULES,
    template: Template {
        header: template::RS256,
        payload: r#"{
  "jti": "@id",
  "sub": "repo:octo-org/octo-repo:ref:refs/heads/main",
  "aud": "https://github.com/octo-org",
  "ref": "refs/heads/main",
  "repository": "octo-org/octo-repo",
  "repository_owner": "octo-org",
  "workflow": "deploy",
  "actor": "octocat",
  "iss": "https://token.actions.githubusercontent.com",
  "nbf": @now,
  "iat": @now,
  "exp": @now+300
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    token.text("iss").starts_with(ISSUER)
}

const RULES: [Rule; 7] = [
    header("alg", Want::OneOf(&["RS256"]), CLAUSE),
    claim("iss", Want::Begins(&[ISSUER]), CLAUSE),
    claim("aud", Want::Audience, CLAUSE),
    claim(
        "sub",
        Want::Begins(&["repo:", "enterprise:", "repository_owner:", "repository:"]),
        CLAUSE,
    )
    .should(),
    claim("repository", Want::Text, CLAUSE),
    claim("exp", Want::Number, CLAUSE),
    claim("iat", Want::Number, CLAUSE),
];

const CLAUSE: &str = "GitHub (OpenID Connect reference)";
const ISSUER: &str = "https://token.actions.githubusercontent.com";

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
                ("payload", "iss", r#""https://github.com""#),
                ("payload", "aud", r#""#),
                ("payload", "sub", r#""octocat""#),
                ("payload", "repository", r#""#),
                ("payload", "exp", r#""soon""#),
                ("payload", "iat", r#""#),
            ],
        );
    }
}
