//! A part has another length than it can have: it is cut off, missing, or of another token.
//! Spec: RFC 7518 §4.2, §5.2, §5.3.

use super::case::{Case, Cause, Kind};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-part-length",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Option<Diagnostic> {
    let enc = case.enc()?.encryption;
    let trial = case.trials().into_iter().next()?;
    let reason = &case.verdict.reason;
    // A part that cannot be read says nothing of its length.
    if reason.code == "decrypt-part-changed" {
        return None;
    }
    for (word, found, expected) in [
        ("jwe-part-iv", trial.iv.len(), enc.iv_len()),
        ("jwe-part-tag", trial.tag.len(), enc.tag_len()),
    ] {
        if found != expected {
            return Some(
                Diagnostic::danger("jwe-part-length")
                    .with_fact("part", crate::diagnostic::Fact::Word(word.into()))
                    .with("found", found)
                    .with("expected", expected),
            );
        }
    }
    if reason.code != "jwe-fault-length" {
        return None;
    }
    let mut said = Diagnostic::danger("jwe-part-length");
    said.facts.clone_from(&reason.facts);
    Some(said)
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, clippy::string_slice)]
mod tests {
    use crate::diagnosis::encryption::tests::{AES, RSA, finds_certain, made};

    #[test]
    fn parts_that_lost_something() {
        let token = made("dir", "A128GCM", AES);
        let parts: Vec<&str> = token.split('.').collect();
        let with = |at: usize, text: &str| {
            let mut parts = parts.clone();
            parts[at] = text;
            parts.join(".")
        };
        finds_certain(&with(2, &parts[2][..8]), AES, "jwe-part-length");
        finds_certain(&with(4, ""), AES, "jwe-part-length");
        finds_certain(&with(1, "AAAA"), AES, "jwe-part-length");
        let token = made("RSA-OAEP", "A128GCM", RSA);
        let parts: Vec<&str> = token.split('.').collect();
        let cut = token.replace(parts[1], &parts[1][..80]);
        finds_certain(&cut, RSA, "jwe-part-length");
    }
}
