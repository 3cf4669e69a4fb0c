//! The signature is written in hexadecimal digits, as many `hash_hmac` functions return it.

use crate::diagnosis::{Cause, Kind, Said, Trial};
use crate::diagnostic::Diagnostic;
use crate::keys::{SecretReading, decode_secret};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "signature-hex",
    kind: Kind::Signature(change),
};

fn change(trial: &Trial) -> Vec<Said<Vec<u8>>> {
    // The part may hold the digits themselves, or base64url of them.
    let inner = std::str::from_utf8(&trial.signature).unwrap_or_default();
    [trial.signature_text.as_str(), inner]
        .into_iter()
        .map(|text| text.strip_prefix("0x").unwrap_or(text))
        .filter(|text| text.chars().all(|c| c.is_ascii_hexdigit()))
        .filter_map(|text| decode_secret(text, SecretReading::Hex).ok())
        .map(|signature| (signature, Diagnostic::info("signature-hex")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds, hs256, with_signature, with_signature_text};

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn hexadecimal_itself_and_base64url_of_it() {
        let token = hs256(b"s3cret");
        finds(&with_signature_text(&token, hex), "s3cret", "signature-hex");
        let marked = with_signature_text(&token, |raw| format!("0x{}", hex(raw)));
        finds(&marked, "s3cret", "signature-hex");
        let twice = with_signature(&token, |raw| hex(raw).into_bytes());
        finds(&twice, "s3cret", "signature-hex");
    }
}
