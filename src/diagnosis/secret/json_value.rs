//! The box holds JSON that is no key and names no secret, and one of its texts is the secret: the
//! answer of a secret store, a row of a table.

use crate::diagnosis::{Case, Cause, KeyChange, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::json::{self, Kind as JsonKind, Value};
use crate::keys::SecretReading;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-json-value",
    kind: Kind::Key(read),
};

/// More texts than this are not tried.
const MOST: usize = 16;

fn read(case: &Case<'_>) -> Vec<Said<KeyChange>> {
    let document = json::parse(case.question.key.text.expose().as_bytes().to_vec());
    let Some(root) = document.root().filter(|_| case.reading.keys.is_empty()) else {
        return Vec::new();
    };
    let mut texts = Vec::new();
    let mut open: Vec<(String, Value<'_>)> = vec![(String::new(), root)];
    while let Some((name, value)) = open.pop() {
        match value.kind() {
            JsonKind::String if texts.len() < MOST => {
                texts.extend(value.text().map(|text| (name, text.into_owned())));
            }
            JsonKind::Object => open.extend(value.members().map(|(name, member)| {
                let name = name.text().unwrap_or_default().into_owned();
                (name, member)
            })),
            JsonKind::Array => open.extend(value.items().map(|item| (name.clone(), item))),
            _ => {}
        }
    }
    let readings = [
        SecretReading::Utf8,
        SecretReading::Base64,
        SecretReading::Hex,
    ];
    let said = texts.iter().flat_map(|(name, text)| {
        let keys = readings.map(|reading| KeyChange::read(text, reading));
        let step = Diagnostic::info("secret-json-value").with("name", name.as_str());
        let keys = keys.into_iter().flatten();
        keys.map(move |key| (key, step.clone()))
    });
    said.collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_nothing, finds_secret};

    #[test]
    fn a_text_of_the_document() {
        for given in [
            r#"{"id":"https://store.example/a","value":"s3cret"}"#,
            r#"{"data":{"data":{"a":"czNjcmV0"}}}"#,
        ] {
            finds_secret(b"s3cret", given, "secret-json-value");
        }
    }

    #[test]
    fn other_texts() {
        finds_nothing(b"s3cret", r#"{"value":"s4cret","n":1}"#);
    }
}
