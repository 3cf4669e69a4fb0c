//! A part is glued to another one: the Authentication Tag stands at the end of the ciphertext, as
//! many libraries return it, or the Initialization Vector in front of it. Spec: RFC 7516 §7.1.

use super::case::{Case, Cause, Kind, Trial};
use super::swapped::settle;
use crate::diagnostic::Diagnostic;
use crate::jose::faults::part_word;
use crate::span::Part;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-part-attached",
    kind: Kind::Change(cuts),
};

fn cuts(case: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    let Some(enc) = trial.enc.map(|enc| enc.encryption) else {
        return Vec::new();
    };
    let step = |part| Diagnostic::info("jwe-part-attached").with_fact("part", part_word(part));
    let text = &trial.ciphertext;
    let mut all = Vec::new();
    let tag_at = text.len().checked_sub(enc.tag_len());
    if let Some((before, tag)) = tag_at.and_then(|at| text.split_at_checked(at)) {
        all.push(trial.with(step(Part::Tag), |next| {
            next.ciphertext = before.into();
            next.tag = tag.into();
            settle(case, next);
        }));
    }
    if let Some((iv, rest)) = text.split_at_checked(enc.iv_len()) {
        let in_front = trial.with(step(Part::Iv), |next| {
            next.ciphertext = rest.into();
            next.iv = iv.into();
            settle(case, next);
        });
        let both = rest.len().checked_sub(enc.tag_len());
        if let Some((inner, tag)) = both.and_then(|at| rest.split_at_checked(at)) {
            let mut both = in_front.clone();
            both.ciphertext = inner.into();
            both.tag = tag.into();
            settle(case, &mut both);
            all.push(both);
        }
        all.push(in_front);
    }
    all
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, clippy::string_slice)]
mod tests {
    use crate::base64url::encode;
    use crate::diagnosis::encryption::tests::{AES, made, opens, parts_of};

    #[test]
    fn tag_and_iv_at_the_ciphertext() {
        for enc in ["A128GCM", "A128CBC-HS256"] {
            let token = made("A128KW", enc, AES);
            let [iv, text, tag] = parts_of(&token);
            let parts: Vec<&str> = token.split('.').collect();
            let start = format!("{}.{}", parts[0], parts[1]);
            for (iv, text, tag) in [
                (iv.clone(), [&text[..], &tag].concat(), Vec::new()),
                (iv.clone(), [&text[..], &tag].concat(), tag.clone()),
                (Vec::new(), [&iv[..], &text].concat(), tag.clone()),
                (iv.clone(), [&iv[..], &text].concat(), tag.clone()),
                (iv.clone(), [&iv[..], &text, &tag].concat(), tag.clone()),
            ] {
                let glued = format!("{start}.{}.{}.{}", encode(&iv), encode(&text), encode(&tag));
                opens(&glued, AES, "jwe-part-attached");
            }
        }
    }
}
