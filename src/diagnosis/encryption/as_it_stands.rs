//! A part is not strict base64url, and the token was made so: with what stands there as it stands,
//! or with all parts written strictly, it opens. Spec: RFC 7515 §2, RFC 7516 §5.2 step 2.

use super::case::{Case, Cause, Kind, Trial};
use crate::base64url;
use crate::diagnostic::Diagnostic;
use crate::inspect::PartText;
use crate::span::Part;
use std::collections::BTreeSet;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-as-it-stands",
    kind: Kind::Change(lenient),
};

/// The trials are made of what a lenient reader gets; only what is authenticated is left to vary.
fn lenient(case: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    let mut parts = case.token.parts.iter();
    if parts.all(|part| part.exact) {
        return Vec::new();
    }
    let authenticated = |text: &dyn Fn(&PartText) -> String| {
        let header = case.token.part(Part::Header).map(text);
        let aad = case.token.part(Part::Aad).map(text);
        let mut data = header.unwrap_or_default().into_bytes();
        if let Some(aad) = aad {
            data.push(b'.');
            data.extend(aad.into_bytes());
        }
        data
    };
    let all = BTreeSet::from([
        trial.aad.to_vec(),
        authenticated(&|part| case.token.value_of(part).into_owned()),
        authenticated(&|part| base64url::encode(&part.bytes)),
    ]);
    all.into_iter()
        .map(|aad| {
            trial.with(Diagnostic::info("jwe-as-it-stands"), |next| {
                next.aad = aad.into();
                next.is_beyond_boxes = true;
            })
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::diagnosis::encryption::tests::{
        AES, made, opens_without_fix, reseal_text, with_aad,
    };

    #[test]
    fn additional_data_that_was_authenticated_with_its_padding() {
        let token = made("dir", "A128GCM", AES);
        let json = with_aad(&token, AES, "AAE=");
        opens_without_fix(&json, AES, "jwe-as-it-stands");
    }

    #[test]
    fn a_header_that_was_authenticated_with_its_padding() {
        let token = made("dir", "A128GCM", AES);
        let padded = reseal_text(&token, AES, |header| format!("{header}=="));
        opens_without_fix(&padded, AES, "jwe-as-it-stands");
    }
}
