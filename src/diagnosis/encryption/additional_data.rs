//! The header was not authenticated as RFC 7516 wants it: nothing was, or the JSON text itself.
//! Spec: RFC 7516 §5.1 step 14.

use super::case::{Case, Cause, Kind, Trial};
use crate::diagnostic::{Diagnostic, Fact};
use crate::span::Part;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-additional-data",
    kind: Kind::Change(others),
};

fn others(case: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    let Some(header) = case.token.part(Part::Header) else {
        return Vec::new();
    };
    let encoded = case.token.value_of(header).into_owned().into_bytes();
    [
        ("form-data-none", Vec::new()),
        ("form-data-text", header.bytes.clone()),
        ("form-data-header", encoded),
    ]
    .into_iter()
    .filter(|(_, data)| *data != *trial.aad)
    .map(|(form, data)| {
        let step = Diagnostic::info("jwe-additional-data");
        let step = step.with_fact("form", Fact::Word(form.into()));
        trial.with(step, |next| {
            next.aad = data.into();
            next.is_beyond_boxes = true;
        })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::base64url::encode;
    use crate::diagnosis::encryption::tests::{
        AES, as_json, changed, made, opens_without_fix, proposes_nothing, sealed_with_data,
    };

    #[test]
    fn nothing_and_the_text_of_the_header() {
        let header = r#"{"alg":"dir","enc":"A128GCM"}"#;
        for data in ["", header] {
            let token = sealed_with_data(header, data.as_bytes(), AES);
            opens_without_fix(&token, AES, "jwe-additional-data");
            proposes_nothing(&changed(&token, 3), AES);
        }
        let other = sealed_with_data(header, b"other", AES);
        proposes_nothing(&other, AES);
    }

    /// The `aad` of the JSON Serialization was left out of what is authenticated.
    #[test]
    fn the_member_aad_left_out() {
        let json = as_json(&made("A128KW", "A128GCM", AES));
        let added = json.replacen('{', &format!(r#"{{"aad":"{}","#, encode(b"more")), 1);
        opens_without_fix(&added, AES, "jwe-additional-data");
    }
}
