//! Logout Token: an OpenID Provider tells a client that a session has ended.
//!
//! Spec: OpenID Connect Back-Channel Logout 1.0 §2.4 to §2.6.

use super::rule::{Want, claim, header};
use super::{Profile, Rule, Template, Unverified};
use crate::diagnostic::Diagnostic;
use crate::json::Kind;

/// It must never pass for an ID Token, hence `events` and no `nonce`.
pub(super) const PROFILE: Profile = Profile {
    id: "logout-token",
    name: "profile-logout-token",
    is_one,
    rules: &RULES,
    template: Template {
        header: r#"{
  "typ": "logout+jwt",
  "alg": "RS256",
  "kid": "test-key"
}"#,
        payload: r#"{
  "iss": "https://server.example",
  "sub": "248289761001",
  "aud": "s6BhdRkqt3",
  "iat": @now,
  "exp": @now+120,
  "jti": "@id",
  "events": {
    "http://schemas.openid.net/event/backchannel-logout": {}
  }
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    let events = token.claim("events");
    token.typ() == "logout+jwt" || events.is_some_and(|events| events.get(EVENT).is_some())
}

const RULES: [Rule; 11] = [
    header("typ", Want::MediaType(&["logout+jwt"]), CONTENT).should(),
    header("alg", Want::Signed, "Back-Channel Logout §2.6"),
    claim("iss", Want::Https, CONTENT),
    claim("aud", Want::Audience, CONTENT),
    claim("iat", Want::Number, CONTENT),
    claim("exp", Want::Number, CONTENT),
    claim("jti", Want::Text, CONTENT),
    claim("events", Want::By(events), CONTENT),
    claim("sub", Want::By(subject), CONTENT),
    claim("nonce", Want::Absent, CONTENT),
    claim("exp", Want::Lifetime(120), "Back-Channel Logout §4")
        .should()
        .when_present(),
];

const CONTENT: &str = "Back-Channel Logout §2.4";
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

fn events(token: &Unverified) -> Option<Diagnostic> {
    let event = token.claim("events").and_then(|events| events.get(EVENT));
    let fits = event.is_some_and(|event| event.kind() == Kind::Object);
    (!fits).then(|| Diagnostic::warning("profile-logout-events").with("expected", EVENT))
}

fn subject(token: &Unverified) -> Option<Diagnostic> {
    let names = token.has("sub") || token.has("sid");
    (!names).then(|| Diagnostic::warning("profile-logout-subject"))
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
                ("header", "typ", r#""#),
                ("header", "alg", r#""none""#),
                ("payload", "iss", r#""http://server.example""#),
                ("payload", "aud", r#"7"#),
                ("payload", "iat", r#""#),
                ("payload", "exp", r#""#),
                ("payload", "jti", r#""#),
                ("payload", "events", r#"{}"#),
                ("payload", "sub", r#""#),
                ("payload", "nonce", r#""n""#),
                ("payload", "exp", r#"4102444800"#),
            ],
        );
    }
}
