//! The content was encrypted in another way than `enc` says. Spec: RFC 7516 §4.1.2, RFC 7518 §5.1.

use super::case::{Case, Cause, Kind, Trial};
use crate::diagnostic::Diagnostic;
use crate::jose::encryption_algorithms::CONTENT_ENCRYPTION_ALGORITHMS;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-enc-other",
    kind: Kind::Change(others),
};

fn others(case: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    let said = case.header.enc().unwrap_or_default();
    if trial.enc.map(|enc| enc.name) != case.enc().map(|enc| enc.name) {
        return Vec::new();
    }
    let rows = CONTENT_ENCRYPTION_ALGORITHMS.iter().filter(|row| {
        let lengths = (row.encryption.iv_len(), row.encryption.tag_len());
        Some(row.name) != trial.enc.map(|enc| enc.name)
            && lengths == (trial.iv.len(), trial.tag.len())
    });
    rows.flat_map(|row| {
        let step = Diagnostic::info("jwe-enc-other")
            .with("used", row.name)
            .with("enc", said.as_ref());
        let next = trial.with(step, |next| next.enc = Some(*row));
        case.renamed(&next, "enc", row.name)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{
        AES_256, EC, RSA, made, opens, opens_without_fix, rename, sealed_as,
    };

    #[test]
    fn the_header_was_written_wrong() {
        for (alg, says, used, key) in [
            ("dir", "A256GCM", "A128CBC-HS256", AES_256),
            ("dir", "A128CBC-HS256", "A256GCM", AES_256),
            ("dir", "unheard of", "A256GCM", AES_256),
            ("RSA-OAEP", "A256GCM", "A128GCM", RSA),
            ("ECDH-ES", "A256GCM", "A128GCM", EC),
            ("A256KW", "A128GCM", "A192CBC-HS384", AES_256),
        ] {
            let token = sealed_as(alg, says, alg, used, key);
            opens_without_fix(&token, key, "jwe-enc-other");
        }
    }

    #[test]
    fn the_header_was_edited_since() {
        let token = rename(&made("dir", "A256GCM", AES_256), "A256GCM", "A128GCM");
        opens(&token, AES_256, "jwe-enc-other");
        let token = rename(&made("RSA-OAEP", "A256GCM", RSA), "A256GCM", "A192GCM");
        opens(&token, RSA, "jwe-enc-other");
    }
}
