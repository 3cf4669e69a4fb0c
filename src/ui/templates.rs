//! Drafts to start from on the Sign screen. Times are computed from the clock when a template is
//! chosen, and what then stands in the editors is all that is signed.

use std::fmt::Write;

/// A kind of token to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Template {
    /// The smallest useful token.
    Plain,
    /// Workshop: a patient.
    Patient,
    /// Workshop: a healthcare company.
    HealthcareCompany,
    /// Workshop: one service to another.
    Internal,
    /// SMART Backend Services client assertion, as Koppeltaal uses it (RFC 7523 §3).
    ClientAssertion,
    /// HTI 2.0 launch.
    Launch,
}

/// Header and payload as they stand in the editors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// JOSE Header.
    pub header: String,
    /// JWT Claims Set.
    pub payload: String,
}

impl Template {
    /// Every template, in the order in which they are offered.
    pub const ALL: [Template; 6] = [
        Template::Plain,
        Template::Patient,
        Template::HealthcareCompany,
        Template::Internal,
        Template::ClientAssertion,
        Template::Launch,
    ];

    /// Stable name, the value of its option; its text stands under `template-<name>`.
    pub const fn name(self) -> &'static str {
        match self {
            Template::Plain => "plain",
            Template::Patient => "workshop-patient",
            Template::HealthcareCompany => "workshop-healthcare-company",
            Template::Internal => "workshop-internal",
            Template::ClientAssertion => "client-assertion",
            Template::Launch => "hti-launch",
        }
    }

    /// The template of this name.
    pub fn from_name(name: &str) -> Option<Template> {
        Template::ALL
            .into_iter()
            .find(|template| template.name() == name)
    }

    /// The draft at `clock` (NumericDate). `random` becomes identifiers.
    pub fn texts(self, clock: i64, random: [u8; 32]) -> Texts {
        let (one, two) = random.split_at(16);
        let (jti, subject) = (uuid(one), uuid(two));
        let exp = |seconds: i64| Value::Number(clock.saturating_add(seconds));
        let text = |text: &str| Value::Text(text.to_owned());
        let workshop = |sub: Value, role: &str| {
            vec![
                ("sub", sub),
                ("role", text(role)),
                ("iss", text("Online-Toestemming-Workshop-IdentityApi")),
                ("aud", text("Online-Toestemming-Workshop")),
                ("exp", exp(15 * 60)),
            ]
        };
        let (alg, claims) = match self {
            Template::Plain => (
                "HS256",
                vec![
                    ("sub", text("1234567890")),
                    ("name", text("Jo Example")),
                    ("iat", exp(0)),
                    ("exp", exp(60 * 60)),
                ],
            ),
            Template::Patient => ("HS256", workshop(Value::Text(subject), "Patient")),
            Template::HealthcareCompany => (
                "HS256",
                workshop(text("Huisartsenpraktijk De Linde"), "HealthcareCompany"),
            ),
            Template::Internal => ("HS256", workshop(text("internal"), "Internal")),
            Template::ClientAssertion => (
                "RS512",
                vec![
                    ("iss", text("your-client-id")),
                    ("sub", text("your-client-id")),
                    ("aud", text("https://auth.example.org/oauth2/token")),
                    ("exp", exp(5 * 60)),
                    ("jti", Value::Text(jti)),
                ],
            ),
            Template::Launch => (
                "RS512",
                vec![
                    ("iat", exp(0)),
                    ("aud", text("Device/123")),
                    ("iss", text("portal-client-id")),
                    ("exp", exp(5 * 60)),
                    ("jti", Value::Text(jti)),
                    ("sub", Value::Text(format!("Practitioner/{subject}"))),
                    (
                        "resource",
                        text("Task/5f684c5f-2837-4505-a534-365431912f37"),
                    ),
                    (
                        "definition",
                        text("ActivityDefinition/d76ba97b-bfce-4a75-8e7a-2133778d1089"),
                    ),
                    (
                        "patient",
                        text("Patient/b592f103-f75b-4a63-a5dd-b75799775258"),
                    ),
                    ("intent", text("plan")),
                ],
            ),
        };
        let mut header = vec![("alg", text(alg)), ("typ", text("JWT"))];
        if alg != "HS256" {
            header.insert(1, ("kid", text("the-kid-of-your-key")));
        }
        Texts {
            header: object(&header),
            payload: object(&claims),
        }
    }
}

enum Value {
    Text(String),
    Number(i64),
}

fn object(members: &[(&str, Value)]) -> String {
    let mut out = String::from("{");
    for (index, (name, value)) in members.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        let value = match value {
            Value::Text(text) => crate::json::quote(text),
            Value::Number(number) => number.to_string(),
        };
        let _ = write!(out, "{comma}\n  {}: {value}", crate::json::quote(name));
    }
    out.push_str("\n}");
    out
}

/// RFC 9562 §5.4: version 4.
fn uuid(random: &[u8]) -> String {
    let mut out = String::with_capacity(36);
    for (index, byte) in random.iter().take(16).enumerate() {
        let byte = match index {
            6 => byte & 0x0f | 0x40,
            8 => byte & 0x3f | 0x80,
            _ => *byte,
        };
        if matches!(index, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        let _ = write!(out, "{byte:02x}");
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_well_formed_json_with_words() {
        let locale = crate::words::Locale::english();
        for template in Template::ALL {
            let texts = template.texts(1_767_225_600, [7; 32]);
            for text in [&texts.header, &texts.payload] {
                let document = crate::json::parse(text.clone().into_bytes());
                assert!(document.faults().is_empty(), "{text}");
                assert!(document.object().is_some());
            }
            assert!(locale.has(&format!("template-{}", template.name())));
            assert_eq!(Template::from_name(template.name()), Some(template));
        }
        assert_eq!(Template::from_name("nothing"), None);
    }

    #[test]
    fn the_workshop_token_lives_fifteen_minutes_and_has_no_iat() {
        let texts = Template::Patient.texts(1_767_225_600, [0; 32]);
        let payload = crate::json::parse(texts.payload.into_bytes());
        assert_eq!(payload.get("exp").unwrap().as_i64(), Some(1_767_226_500));
        assert!(payload.get("iat").is_none());
    }

    #[test]
    fn identifiers_are_version_4_uuids() {
        assert_eq!(uuid(&[0xff; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(uuid(&[0; 16]), "00000000-0000-4000-8000-000000000000");
    }
}
