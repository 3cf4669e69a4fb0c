//! ECDH-ES: what `apu` and `apv` say went into the key in another form: as the plain text instead
//! of what its base64url stands for, not at all, or one for the other.
//! Spec: RFC 7518 §4.6.1.2, §4.6.1.3, §4.6.2.

use super::case::{Case, Cause, Kind, Trial};
use crate::base64url;
use crate::diagnostic::{Diagnostic, Fact};
use crate::jose::encryption_algorithms::KeyManagement;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-party-info",
    kind: Kind::Change(other_forms),
};

/// A form, and the word for it.
type Form = (Vec<u8>, &'static str);

fn other_forms(case: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    let is_agreement = trial
        .alg
        .is_some_and(|alg| matches!(alg.management, KeyManagement::EcdhEs(_)));
    let texts = ["apu", "apv"].map(|name| case.header.text(name));
    if !is_agreement || texts.iter().all(Option::is_none) {
        return Vec::new();
    }
    let [apu, apv] = texts.map(|text| forms(text.as_deref()));
    let mut all = Vec::new();
    for (first, first_word) in &apu {
        for (second, second_word) in &apv {
            let word = match (first_word, second_word) {
                (&AS_IS, word) | (word, &AS_IS) => word,
                (one, other) if one == other => one,
                _ => &"form-party-each",
            };
            all.push((first.clone(), second.clone(), *word));
        }
    }
    let own = &trial.parameters;
    all.push((own.apv.clone(), own.apu.clone(), "form-party-exchanged"));
    all.into_iter()
        .filter(|(apu, apv, _)| (apu, apv) != (&own.apu, &own.apv))
        .map(|(apu, apv, word)| {
            let step =
                Diagnostic::info("jwe-party-info").with_fact("form", Fact::Word(word.into()));
            trial.with(step, |next| {
                next.parameters.apu = apu;
                next.parameters.apv = apv;
                next.is_beyond_boxes = true;
            })
        })
        .collect()
}

const AS_IS: &str = "form-party-as-is";

/// As it should be, as plain text, as lenient base64, not at all.
fn forms(text: Option<&str>) -> Vec<Form> {
    let Some(text) = text else {
        return vec![(Vec::new(), AS_IS)];
    };
    let mut forms: Vec<Form> = Vec::new();
    forms.extend(base64url::decode(text).map(|bytes| (bytes, AS_IS)));
    forms.push((text.as_bytes().to_vec(), "form-party-text"));
    forms.push((base64url::decode_lenient(text).bytes, "form-party-lenient"));
    forms.push((Vec::new(), "form-party-none"));
    forms
}

#[cfg(test)]
#[allow(clippy::string_slice)]
mod tests {
    use crate::diagnosis::encryption::tests::{EC, finds_nothing, opens_without_fix, sealed_with};

    #[test]
    fn another_form_was_used() {
        for alg in ["ECDH-ES", "ECDH-ES+A128KW"] {
            for (members, apu, apv) in [
                (r#""apu":"Alice","apv":"Bob""#, &b"Alice"[..], &b"Bob"[..]),
                (r#""apu":"QWxpY2U""#, b"QWxpY2U", b""),
                (r#""apv":"Qm9i""#, b"", b"Qm9i"),
                (r#""apu":"QWxpY2U","apv":"Qm9i""#, b"", b""),
                (r#""apu":"QWxpY2U","apv":"Qm9i""#, b"Bob", b"Alice"),
                (r#""apu":"QWxpY2U=","apv":"Qm9i""#, b"Alice", b"Bob"),
            ] {
                let token = sealed_with(alg, "A128GCM", members, EC, |given| {
                    given.apu = apu.to_vec();
                    given.apv = apv.to_vec();
                });
                opens_without_fix(&token, EC, "jwe-party-info");
            }
        }
    }

    #[test]
    fn yet_another_party() {
        let token = sealed_with("ECDH-ES", "A128GCM", r#""apu":"Alice""#, EC, |given| {
            given.apu = b"Carol".to_vec();
        });
        finds_nothing(&token, EC);
    }
}
