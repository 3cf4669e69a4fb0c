//! What was signed was made with standard base64, or with padding, and then written as base64url.

use super::{decoded, joined};
use crate::diagnosis::{Case, Cause, Kind, Said};
use crate::diagnostic::Diagnostic;
use ::base64::Engine;
use ::base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "input-base64",
    kind: Kind::Input(inputs),
};

fn inputs(case: &Case<'_>) -> Vec<Said<Vec<u8>>> {
    let Some((header, payload)) = decoded(case) else {
        return Vec::new();
    };
    [
        ("form-standard-padded", STANDARD),
        ("form-standard", STANDARD_NO_PAD),
        ("form-padded", URL_SAFE),
        ("form-strict", URL_SAFE_NO_PAD),
    ]
    .into_iter()
    .map(|(form, engine)| {
        let input = joined(
            engine.encode(header).as_bytes(),
            engine.encode(payload).as_bytes(),
        );
        (input, said(form))
    })
    .collect()
}

/// The clause, with the form that was signed.
pub fn said(form: &'static str) -> Diagnostic {
    let mut step = Diagnostic::info("input-base64");
    step.facts
        .push(("form".into(), crate::diagnostic::Fact::Word(form.into())));
    step
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_without_fix, token_over};
    use ::base64::Engine;
    use ::base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE};

    #[test]
    fn other_alphabets_and_padding() {
        let payload = r#"{"a":"???>>>~~~"}"#;
        for engine in [&STANDARD, &STANDARD_NO_PAD, &URL_SAFE] {
            let token = token_over(payload, |header, payload| {
                format!("{}.{}", engine.encode(header), engine.encode(payload)).into_bytes()
            });
            finds_without_fix(&token, "s3cret", "input-base64");
        }
    }
}
