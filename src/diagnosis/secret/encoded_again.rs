//! One encoding layer more, or one less, than the box suggests: base64 of base64, hexadecimal of
//! base64, or the signer using the encoded text itself.

use super::sized;
use crate::base64url;
use crate::diagnosis::{Cause, KeyChange, Kind, Said};
use crate::keys::{SecretReading, decode_secret};
use ::base64::Engine;
use ::base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-encoded-again",
    kind: Kind::Reading(read),
};

const LAYERS: [SecretReading; 3] = [
    SecretReading::Base64,
    SecretReading::Base64url,
    SecretReading::Hex,
];

fn read(text: &str) -> Vec<Said<KeyChange>> {
    let mut all = Vec::new();
    for outer in LAYERS {
        let inner = decode_secret(text, outer)
            .ok()
            .and_then(|bytes| String::from_utf8(bytes).ok());
        let Some(inner) = inner else { continue };
        for reading in LAYERS {
            all.extend(KeyChange::read(&inner, reading));
        }
        let trimmed = inner.trim();
        if trimmed != inner {
            all.extend(KeyChange::read(trimmed, SecretReading::Utf8));
        }
    }
    // The same bytes in another encoding, of which the signer takes the text.
    for bytes in LAYERS
        .into_iter()
        .filter_map(|outer| decode_secret(text, outer).ok())
    {
        let texts = encodings(&bytes);
        let keys = texts.iter().filter(|other| *other != text);
        all.extend(keys.filter_map(|text| KeyChange::read(text, SecretReading::Utf8)));
    }
    for encoded in encodings(text.as_bytes()) {
        all.extend(KeyChange::read(&encoded, SecretReading::Utf8));
    }
    all.into_iter()
        .map(|key| sized("secret-encoded-again", key))
        .collect()
}

fn encodings(bytes: &[u8]) -> [String; 5] {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    [
        STANDARD.encode(bytes),
        STANDARD_NO_PAD.encode(bytes),
        base64url::encode(bytes),
        hex.to_ascii_uppercase(),
        hex,
    ]
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn a_layer_more() {
        finds_secret(b"s3cret", "Y3pOamNtVjA=", "secret-encoded-again");
        finds_secret(b"s3cret", "NzMzMzYzNzI2NTc0", "secret-encoded-again");
        finds_secret(b"s3cret", "637a4e6a636d5630", "secret-encoded-again");
        finds_secret(b"s3cret", "czNjcmV0Cg==", "secret-encoded-again");
    }

    #[test]
    fn the_text_of_another_encoding() {
        finds_secret(b"czNjcmV0", "733363726574", "secret-encoded-again");
        finds_secret(b"733363726574", "czNjcmV0", "secret-encoded-again");
    }

    #[test]
    fn a_layer_less() {
        finds_secret(b"czNjcmV0", "s3cret", "secret-encoded-again");
        finds_secret(b"733363726574", "s3cret", "secret-encoded-again");
    }
}
