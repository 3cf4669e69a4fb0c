//! Health Tools Interoperability: a portal launches a module for a person and a task, as in Koppeltaal.
//!
//! Spec: HTI:core 2.0, HTI claims and JWT claims.

use super::rule::{Want, claim, header};
use super::{Profile, Rule, Template, Unverified};
use crate::diagnostic::Diagnostic;

/// A launch message, good once and for five minutes.
pub(super) const PROFILE: Profile = Profile {
    id: "hti-launch",
    name: "profile-hti-launch",
    is_one,
    rules: &RULES,
    template: Template {
        header: r#"{
  "alg": "RS512",
  "kid": "test-key",
  "typ": "JWT"
}"#,
        payload: r#"{
  "iat": @now,
  "aud": "Device/123",
  "iss": "portal-client-id",
  "exp": @now+300,
  "jti": "@id",
  "sub": "Practitioner/1",
  "resource": "Task/1",
  "definition": "ActivityDefinition/1",
  "patient": "Patient/1",
  "intent": "plan"
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    let names_task = token.text("resource").starts_with("Task/");
    names_task || token.has("resource") && (token.has("definition") || token.has("intent"))
}

const RULES: [Rule; 11] = [
    header("alg", Want::Asymmetric, SIGNING),
    claim("iss", Want::Text, JWT_CLAIMS),
    claim("aud", Want::Audience, JWT_CLAIMS),
    claim("jti", Want::Text, JWT_CLAIMS),
    claim("iat", Want::Number, JWT_CLAIMS),
    claim("iat", Want::NotAhead, JWT_CLAIMS),
    claim("exp", Want::Number, JWT_CLAIMS),
    claim("exp", Want::Lifetime(300), JWT_CLAIMS),
    claim("sub", Want::By(sub_is_reference), HTI_CLAIMS),
    claim("resource", Want::Text, HTI_CLAIMS),
    claim("intent", Want::OneOf(&INTENTS), HTI_CLAIMS).when_present(),
];

const SIGNING: &str = "HTI:core 2.0 (signing)";
const JWT_CLAIMS: &str = "HTI:core 2.0 (JWT claims)";
const HTI_CLAIMS: &str = "HTI:core 2.0 (HTI claims)";
/// FHIR's value set RequestIntent.
const INTENTS: [&str; 9] = [
    "proposal",
    "plan",
    "directive",
    "order",
    "original-order",
    "reflex-order",
    "filler-order",
    "instance-order",
    "option",
];

/// `sub` refers to a person: `Practitioner/…`, `Patient/…`, `RelatedPerson/…`, or the same as a URL.
fn sub_is_reference(token: &Unverified) -> Option<Diagnostic> {
    let sub = token.text("sub");
    let mut ends = sub.rsplit('/');
    let (id, kind) = (
        ends.next().unwrap_or_default(),
        ends.next().unwrap_or_default(),
    );
    let fits = matches!(kind, "Practitioner" | "Patient" | "RelatedPerson") && !id.is_empty();
    (!fits).then(|| Diagnostic::warning("profile-hti-sub").with("found", sub.into_owned()))
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
                ("payload", "iss", r#"7"#),
                ("payload", "aud", r#"[]"#),
                ("payload", "jti", r#""#),
                ("payload", "iat", r#""#),
                ("payload", "iat", r#"1767225661"#),
                ("payload", "exp", r#""#),
                ("payload", "exp", r#"1767229260"#),
                ("payload", "sub", r#""Practitioner""#),
                ("payload", "resource", r#""#),
                ("payload", "intent", r#""look""#),
            ],
        );
    }
}
