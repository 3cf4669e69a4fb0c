//! What was signed is the digest of the JWS Signing Input: it was hashed before the algorithm, which
//! hashes itself, got it. Spec: RFC 7515 §5.1.

use crate::crypto::forensics::{HASHES, digest};
use crate::diagnosis::{Case, Cause, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::Hash;
use ::base64::Engine;
use ::base64::engine::general_purpose::STANDARD;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "input-hashed",
    kind: Kind::Input(inputs),
};

fn inputs(case: &Case<'_>) -> Vec<Said<Vec<u8>>> {
    let input = case.attempt.signing_input();
    let mut all = Vec::new();
    for hash in HASHES {
        let digest = digest(hash, &input);
        let name = match hash {
            Hash::Sha256 => "SHA-256",
            Hash::Sha384 => "SHA-384",
            Hash::Sha512 => "SHA-512",
        };
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let texts = [
            hex.to_uppercase(),
            hex,
            STANDARD.encode(&digest),
            crate::base64url::encode(&digest),
        ];
        let said = || Diagnostic::info("input-hashed").with("hash", name);
        all.push((digest, said()));
        all.extend(texts.map(|text| (text.into_bytes(), said())));
    }
    all
}

#[cfg(test)]
mod tests {
    use crate::base64url;
    use crate::crypto::forensics::digest;
    use crate::diagnosis::tests::{finds_without_fix, token_over};
    use crate::jose::algorithms::Hash;

    fn input(header: &str, payload: &str) -> Vec<u8> {
        let encode = |text: &str| base64url::encode(text.as_bytes());
        format!("{}.{}", encode(header), encode(payload)).into_bytes()
    }

    #[test]
    fn the_digest_and_its_digits() {
        let raw = token_over(r#"{"a":1}"#, |h, p| digest(Hash::Sha256, &input(h, p)));
        finds_without_fix(&raw, "s3cret", "input-hashed");
        let hex = token_over(r#"{"a":1}"#, |h, p| {
            let digest = digest(Hash::Sha512, &input(h, p));
            let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            hex.into_bytes()
        });
        finds_without_fix(&hex, "s3cret", "input-hashed");
    }
}
