//! HMAC with the bytes of a public key as secret: algorithm confusion. Which bytes is computed.
//! Spec: RFC 8725 §2.1.

use crate::diagnosis::{Case, Cause, Kind, Trial};
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::Scheme;
use crate::verify::fitting_public_bytes;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "key-public-as-secret",
    kind: Kind::Proof(prove),
};

fn prove(case: &Case<'_>, trial: &Trial) -> Vec<Diagnostic> {
    if !matches!(trial.row.scheme, Scheme::Hmac(_)) {
        return Vec::new();
    }
    let fitting = fitting_public_bytes(
        trial.row,
        case.question.key.text.expose(),
        &case.reading.keys,
        &trial.input,
        &trial.signature,
    );
    let bytes = fitting.and_then(|found| found.fact("bytes").cloned());
    bytes
        .map(|bytes| {
            let mut step = Diagnostic::danger("key-public-as-secret");
            step.facts.push(("bytes".into(), bytes));
            step
        })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_SPKI, finds_without_fix, hs256};

    #[test]
    fn with_and_without_a_line_break_at_the_end() {
        for secret in [P256_SPKI, P256_SPKI.trim_end()] {
            let token = hs256(secret.as_bytes());
            finds_without_fix(&token, P256_SPKI, "key-public-as-secret");
        }
    }
}
