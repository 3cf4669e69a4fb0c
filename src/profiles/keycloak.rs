//! Keycloak: tokens of a realm.
//!
//! Spec: Keycloak documentation, Server Administration Guide; the classes AccessToken and IDToken.

use super::rule::{Want, claim, header};
use super::{Profile, Rule, Template, Unverified};
use crate::diagnostic::Diagnostic;

/// The claim `typ`, not the header, says which kind it is.
pub(super) const PROFILE: Profile = Profile {
    id: "keycloak",
    name: "profile-keycloak",
    is_one,
    rules: &RULES,
    template: Template {
        header: r#"{
  "alg": "RS256",
  "typ": "JWT",
  "kid": "test-key"
}"#,
        payload: r#"{
  "exp": @now+300,
  "iat": @now,
  "jti": "@id",
  "iss": "https://keycloak.example/realms/test",
  "aud": "account",
  "sub": "@id",
  "typ": "Bearer",
  "azp": "test-client",
  "realm_access": {
    "roles": ["offline_access"]
  },
  "scope": "openid profile"
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    token.text("iss").contains("/realms/")
}

const RULES: [Rule; 7] = [
    header("alg", Want::Signed, CLAUSE),
    claim("iss", Want::Https, CLAUSE).should(),
    claim(
        "typ",
        Want::OneOf(&["Bearer", "ID", "Refresh", "Offline", "Logout", "DPoP"]),
        CLAUSE,
    ),
    claim("typ", Want::By(refresh), CLAUSE).should(),
    claim("azp", Want::Text, CLAUSE).should(),
    claim("exp", Want::Number, CLAUSE),
    claim("iat", Want::Number, CLAUSE),
];

const CLAUSE: &str = "Keycloak's Server Administration Guide";

/// Signed by the realm for itself: nobody else can or should verify it.
fn refresh(token: &Unverified) -> Option<Diagnostic> {
    let is_internal = matches!(token.text("typ").as_ref(), "Refresh" | "Offline");
    is_internal.then(|| Diagnostic::info("profile-keycloak-refresh"))
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
                ("payload", "iss", r#""http://localhost:8080/realms/test""#),
                ("payload", "typ", r#""bearer""#),
                ("payload", "typ", r#""Refresh""#),
                ("payload", "azp", r#""#),
                ("payload", "exp", r#""#),
                ("payload", "iat", r#""#),
            ],
        );
    }
}
