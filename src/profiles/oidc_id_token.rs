//! OpenID Connect ID Token: who signed in, when and how, told to one client.
//!
//! Spec: OpenID Connect Core 1.0 §2 and §3.1.3.7.

use super::rule::{Want, claim, header};
use super::{Profile, Rule, Template, Unverified};
use crate::diagnostic::Diagnostic;

/// Meant for the client in `aud`, never for an API.
pub(super) const PROFILE: Profile = Profile {
    id: "oidc-id-token",
    name: "profile-oidc-id-token",
    is_one,
    rules: &RULES,
    template: Template {
        header: r#"{
  "alg": "RS256",
  "kid": "test-key",
  "typ": "JWT"
}"#,
        payload: r#"{
  "iss": "https://server.example",
  "sub": "24400320",
  "aud": "s6BhdRkqt3",
  "nonce": "n-0S6_WzA2Mj",
  "exp": @now+3600,
  "iat": @now,
  "auth_time": @now-10
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    let who = ["iss", "sub", "aud", "exp"]
        .iter()
        .all(|name| token.has(name));
    let how = ["nonce", "at_hash", "c_hash", "auth_time", "azp"];
    let for_api = ["scope", "scp", "client_id", "cid"];
    who && how.iter().any(|name| token.has(name)) && !for_api.iter().any(|name| token.has(name))
}

const RULES: [Rule; 10] = [
    header("alg", Want::Signed, CORE).should(),
    claim("iss", Want::Https, CORE),
    claim("sub", Want::Text, CORE),
    claim("sub", Want::By(sub_is_short), CORE),
    claim("aud", Want::Audience, CORE),
    claim("exp", Want::Number, CORE),
    claim("iat", Want::Number, CORE),
    claim("nonce", Want::Text, CORE).when_present(),
    claim("auth_time", Want::Number, CORE).when_present(),
    claim(
        "azp",
        Want::By(authorized_party),
        "OpenID Connect Core §3.1.3.7",
    )
    .should(),
];

const CORE: &str = "OpenID Connect Core §2";

/// At most 255 ASCII characters.
fn sub_is_short(token: &Unverified) -> Option<Diagnostic> {
    let sub = token.text("sub");
    let fits = sub.is_ascii() && sub.len() <= 255;
    (!fits).then(|| Diagnostic::warning("profile-oidc-sub"))
}

/// Several audiences: `azp` should say which of them asked.
fn authorized_party(token: &Unverified) -> Option<Diagnostic> {
    let audiences = token.claim("aud")?.items().count();
    (audiences > 1 && !token.has("azp")).then(|| Diagnostic::info("profile-oidc-azp"))
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
                ("payload", "iss", r#""server.example""#),
                ("payload", "sub", r#"7"#),
                ("payload", "sub", r#""é""#),
                ("payload", "aud", r#""#),
                ("payload", "exp", r#""#),
                ("payload", "iat", r#""#),
                ("payload", "nonce", r#"7"#),
                ("payload", "auth_time", r#""now""#),
                ("payload", "aud", r#"["a","b"]"#),
            ],
        );
    }
}
