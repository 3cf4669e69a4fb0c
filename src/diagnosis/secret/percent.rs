//! The secret in the box is percent-encoded, as in a connection string or a URL; or the signer's.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-percent-encoded",
    kind: Kind::Text(change),
};

fn change(text: &str) -> Vec<Said<String>> {
    let mut all = Vec::new();
    if text.contains('%') {
        all.push(decode(text));
        all.push(decode(&decode(text)));
        all.push(decode(&text.replace('+', " ")));
    }
    // Form decoding took a plus sign for a space.
    all.push(text.replace(' ', "+"));
    let encoded = encode(text);
    if encoded != text {
        all.push(encoded);
    }
    all.into_iter()
        .map(|text| (text, Diagnostic::info("secret-percent-encoded")))
        .collect()
}

/// Percent-decoding (RFC 3986 §2.1); what is no such sequence stays.
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let pair = match (first, after) {
            (b'%', [high, low, ..]) => digit(*high).zip(digit(*low)),
            _ => None,
        };
        match pair {
            Some((high, low)) => {
                bytes.push(high << 4 | low);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn percent_encoding_too_much_or_missing() {
        finds_secret(b"s3c/ret", "s3c%2Fret", "secret-percent-encoded");
        finds_secret(b"s3c ret", "s3c%20ret", "secret-percent-encoded");
        finds_secret(b"s3c%2Fret", "s3c/ret", "secret-percent-encoded");
        finds_secret(b"s3c/ret", "s3c%252Fret", "secret-percent-encoded");
        finds_secret(b"s3c+ret", "s3c ret", "secret-percent-encoded");
    }

    #[test]
    fn what_is_no_sequence_stays() {
        for text in ["%", "%2", "%zz", "a%"] {
            assert_eq!(decode(text), text);
        }
    }
}
