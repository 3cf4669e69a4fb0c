//! `alg` and `enc` of the header stand in each other's places. Spec: RFC 7516 §4.1.1, §4.1.2.

use super::case::{Case, Cause, Kind, Trial};
use crate::diagnostic::Diagnostic;
use crate::jose::encryption_algorithms::{content_encryption_algorithm, key_management_algorithm};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-alg-enc-exchanged",
    kind: Kind::Change(exchange),
};

fn exchange(case: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    let (said_alg, said_enc) = (case.header.alg(), case.header.enc());
    let alg = said_enc.and_then(|name| key_management_algorithm(&name).copied());
    let enc = said_alg.and_then(|name| content_encryption_algorithm(&name).copied());
    let (Some(alg), Some(enc)) = (alg, enc) else {
        return Vec::new();
    };
    let step = Diagnostic::info("jwe-alg-enc-exchanged");
    let exchanged = trial.with(step, |next| {
        next.alg = Some(alg);
        next.enc = Some(enc);
        next.is_beyond_boxes = true;
    });
    vec![exchanged]
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{
        AES, RSA, opens_without_fix, proposes_nothing, sealed_as,
    };

    #[test]
    fn each_has_the_value_of_the_other() {
        for (alg, key) in [("A128KW", AES), ("RSA-OAEP", RSA), ("dir", AES)] {
            let token = sealed_as("A128GCM", alg, alg, "A128GCM", key);
            opens_without_fix(&token, key, "jwe-alg-enc-exchanged");
        }
        let token = sealed_as("A128GCM", "A128KW", "A128KW", "A128GCM", AES);
        proposes_nothing(&token, RSA);
    }
}
