//! The signature was encoded twice: base64url of base64url, or of base64.

use crate::diagnosis::{Cause, Kind, Said, Trial};
use crate::diagnostic::Diagnostic;
use crate::keys::{SecretReading, decode_secret};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "signature-encoded-twice",
    kind: Kind::Signature(change),
};

fn change(trial: &Trial) -> Vec<Said<Vec<u8>>> {
    let Ok(text) = std::str::from_utf8(&trial.signature) else {
        return Vec::new();
    };
    [SecretReading::Base64url, SecretReading::Base64]
        .into_iter()
        .filter_map(|reading| decode_secret(text, reading).ok())
        .map(|signature| (signature, Diagnostic::info("signature-encoded-twice")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::base64url;
    use crate::diagnosis::tests::{P256_SPKI, es256, finds, hs256, with_signature};

    #[test]
    fn base64url_of_base64url() {
        let twice = |raw: &[u8]| base64url::encode(raw).into_bytes();
        let token = with_signature(&hs256(b"s3cret"), twice);
        finds(&token, "s3cret", "signature-encoded-twice");
        let token = with_signature(&es256(r#"{"alg":"ES256"}"#), twice);
        finds(&token, P256_SPKI, "signature-encoded-twice");
    }
}
