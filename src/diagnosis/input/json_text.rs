//! What was signed is the JSON text itself, or only the payload, or both without the dot.

use super::{decoded, joined};
use crate::base64url;
use crate::diagnosis::{Case, Cause, Kind, Said};
use crate::diagnostic::{Diagnostic, Fact};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "input-json-text",
    kind: Kind::Input(inputs),
};

/// What programs put between two parts, where JOSE has a dot.
const SEPARATORS: [&str; 8] = ["\n", "\r\n", " ", ":", "|", ",", ";", "&"];

fn inputs(case: &Case<'_>) -> Vec<Said<Vec<u8>>> {
    let Some((header, payload)) = decoded(case) else {
        return Vec::new();
    };
    let (head, body) = (base64url::encode(header), base64url::encode(payload));
    [
        ("form-both-texts", joined(header, payload)),
        ("form-both-texts", [header, payload].concat()),
        ("form-payload-text", payload.to_vec()),
        ("form-header-then-text", joined(head.as_bytes(), payload)),
        ("form-payload-only", body.clone().into_bytes()),
        ("form-without-dot", format!("{head}{body}").into_bytes()),
        ("form-line-break", format!("{head}.{body}\n").into_bytes()),
        ("form-line-break", format!("{head}.{body}\r\n").into_bytes()),
        ("form-last-dot", format!("{head}.{body}.").into_bytes()),
        ("form-payload-first", format!("{body}.{head}").into_bytes()),
        ("form-header-only", head.clone().into_bytes()),
        ("form-nothing", Vec::new()),
        ("form-utf16", utf16(&head, &body)),
    ]
    .into_iter()
    .chain(SEPARATORS.into_iter().flat_map(|mark| {
        let texts = [header, mark.as_bytes(), payload].concat();
        [
            (
                "form-other-separator",
                format!("{head}{mark}{body}").into_bytes(),
            ),
            ("form-both-texts", texts),
        ]
    }))
    .map(|(form, input)| {
        let mut step = Diagnostic::info("input-json-text");
        step.facts.push(("form".into(), Fact::Word(form.into())));
        (input, step)
    })
    .collect()
}

/// As `Encoding.Unicode` of .NET makes bytes of the JWS Signing Input.
fn utf16(head: &str, body: &str) -> Vec<u8> {
    let units = format!("{head}.{body}");
    units.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use crate::base64url;
    use crate::diagnosis::tests::{finds_without_fix, token_over};

    #[test]
    fn the_text_itself() {
        let forms: [fn(&str, &str) -> Vec<u8>; 9] = [
            |header, payload| {
                let encode = |text: &str| base64url::encode(text.as_bytes());
                let input = format!("{}.{}", encode(header), encode(payload));
                input.encode_utf16().flat_map(u16::to_le_bytes).collect()
            },
            |header, payload| {
                let encode = |text: &str| base64url::encode(text.as_bytes());
                format!("{}:{}", encode(header), encode(payload)).into_bytes()
            },
            |header, payload| {
                let encode = |text: &str| base64url::encode(text.as_bytes());
                format!("{}.{}", encode(payload), encode(header)).into_bytes()
            },
            |header, payload| format!("{header}\n{payload}").into_bytes(),
            |_, _| Vec::new(),
            |header, payload| format!("{header}.{payload}").into_bytes(),
            |_, payload| payload.as_bytes().to_vec(),
            |_, payload| base64url::encode(payload.as_bytes()).into_bytes(),
            |header, payload| {
                let encode = |text: &str| base64url::encode(text.as_bytes());
                format!("{}{}", encode(header), encode(payload)).into_bytes()
            },
        ];
        for form in forms {
            let token = token_over(r#"{"a":1}"#, form);
            finds_without_fix(&token, "s3cret", "input-json-text");
        }
    }
}
