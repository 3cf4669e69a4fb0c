//! The bytes are UTF-16, as `[Text.Encoding]::Unicode` of PowerShell writes a text before base64,
//! and the signer uses the text.

use super::sized;
use crate::diagnosis::{Cause, KeyChange, Kind, Said};
use crate::keys::SecretReading;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-read-from-utf16",
    kind: Kind::Decoded(read),
};

fn read(bytes: &[u8]) -> Vec<Said<KeyChange>> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() || pairs.is_empty() {
        return Vec::new();
    }
    [u16::from_le_bytes, u16::from_be_bytes]
        .into_iter()
        .filter_map(|unit| {
            let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
            let text = String::from_utf16(&units).ok()?;
            let bare = text.trim_start_matches('\u{feff}');
            KeyChange::read(bare, SecretReading::Utf8)
        })
        .map(|key| sized("secret-read-from-utf16", key))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::base64url;
    use crate::diagnosis::tests::{finds_nothing, finds_secret, finds_two};

    fn little(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn base64_of_utf16() {
        for bytes in [
            little("s3cret"),
            little("\u{feff}s3cret"),
            "s3cret".encode_utf16().flat_map(u16::to_be_bytes).collect(),
        ] {
            let text = base64url::encode(&bytes);
            let jwk = format!(r#"{{"kty":"oct","k":"{text}"}}"#);
            finds_secret(b"s3cret", &jwk, "secret-read-from-utf16");
        }
        finds_two(
            b"s3cret",
            "cwAzAGMAcgBlAHQA",
            "secret-read-base64",
            "secret-read-from-utf16",
        );
    }

    #[test]
    fn what_is_no_utf16() {
        for bytes in [&[0x00][..], &[0x00, 0xd8], b"s3cret", b"s\x003\0"] {
            let text = base64url::encode(bytes);
            finds_nothing(b"s3cre", &format!(r#"{{"kty":"oct","k":"{text}"}}"#));
        }
    }
}
