//! Two parts of the token stand in each other's place. Spec: RFC 7516 §7.1.

use super::case::{Case, Cause, Kind, Trial};
use crate::diagnostic::Diagnostic;
use crate::jose::faults::part_word;
use crate::span::Part;
use std::rc::Rc;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-parts-swapped",
    kind: Kind::Change(swaps),
};

const PARTS: [Part; 4] = [Part::EncryptedKey, Part::Iv, Part::Ciphertext, Part::Tag];

fn swaps(case: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    let mut all = Vec::new();
    for (at, first) in PARTS.into_iter().enumerate() {
        for second in PARTS.into_iter().skip(at.saturating_add(1)) {
            let step = Diagnostic::info("jwe-parts-swapped")
                .with_fact("first", part_word(first))
                .with_fact("second", part_word(second));
            all.push(trial.with(step, |next| {
                let (one, other) = (of(next, first).clone(), of(next, second).clone());
                *of(next, first) = other;
                *of(next, second) = one;
                settle(case, next);
            }));
        }
    }
    all
}

/// What can be set: a compact token with its parts as they are now.
pub fn settle(case: &Case<'_>, trial: &mut Trial) {
    match case.compact_header() {
        Some(header) => trial.header = Some(header.into()),
        None => trial.is_beyond_boxes = true,
    }
}

fn of(trial: &mut Trial, part: Part) -> &mut Rc<[u8]> {
    match part {
        Part::EncryptedKey => &mut trial.encrypted_key,
        Part::Iv => &mut trial.iv,
        Part::Ciphertext => &mut trial.ciphertext,
        _ => &mut trial.tag,
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{AES, as_json, made, opens, opens_without_fix};

    #[test]
    fn every_pair() {
        for enc in ["A128GCM", "A128CBC-HS256"] {
            let token = made("A128KW", enc, AES);
            for first in 1..5 {
                for second in first + 1..5 {
                    let mut parts: Vec<&str> = token.split('.').collect();
                    parts.swap(first, second);
                    opens(&parts.join("."), AES, "jwe-parts-swapped");
                }
            }
        }
    }

    #[test]
    fn in_json_nothing_can_be_set() {
        let token = made("A128KW", "A128GCM", AES);
        let json = as_json(&token)
            .replace(r#""iv""#, r#""x""#)
            .replace(r#""tag""#, r#""iv""#);
        let json = json.replace(r#""x""#, r#""tag""#);
        opens_without_fix(&json, AES, "jwe-parts-swapped");
    }
}
