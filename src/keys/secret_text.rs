//! A bare secret: how its text becomes bytes. UTF-8 is byte for byte; the other readings are
//! chosen by the person, never by the token. Spec: RFC 4648 §4, §5, §8.

use super::SecretReading;
use crate::diagnostic::Diagnostic;
use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

const CONFIG: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, CONFIG);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, CONFIG);

/// The bytes of `text`, or why it cannot be read so, with the place of the first wrong character.
pub fn decode_secret(text: &str, reading: SecretReading) -> Result<Vec<u8>, Diagnostic> {
    match reading {
        SecretReading::Utf8 => Ok(text.as_bytes().to_vec()),
        SecretReading::Base64 => decode_base64(text),
        SecretReading::Base64url => decode_base64url(text),
        SecretReading::Hex => decode_hex(text),
    }
}

/// Standard base64, padded or not; white space between characters does not count.
pub fn decode_base64(text: &str) -> Result<Vec<u8>, Diagnostic> {
    decode_with(&STANDARD, text, ['+', '/'], "key-secret-not-base64")
}

/// Base64url, padded or not; white space between characters does not count.
pub fn decode_base64url(text: &str) -> Result<Vec<u8>, Diagnostic> {
    decode_with(&URL_SAFE, text, ['-', '_'], "key-secret-not-base64url")
}

/// Hexadecimal digits in either case; white space and `:` between them and a leading `0x` do
/// not count.
pub fn decode_hex(text: &str) -> Result<Vec<u8>, Diagnostic> {
    let digits = text.trim_start();
    let digits = digits
        .strip_prefix("0x")
        .or_else(|| digits.strip_prefix("0X"))
        .unwrap_or(digits);
    let offset = text.chars().count().saturating_sub(digits.chars().count());
    let mut bytes = Vec::with_capacity(digits.len() / 2);
    let mut high: Option<u8> = None;
    for (index, c) in digits.chars().enumerate() {
        if c.is_whitespace() || c == ':' {
            continue;
        }
        let Some(digit) = c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()) else {
            let place = index.saturating_add(offset).saturating_add(1);
            return Err(foreign("key-secret-not-hex", c, place));
        };
        match high.take() {
            None => high = Some(digit),
            Some(high) => bytes.push(high << 4 | digit),
        }
    }
    if high.is_some() {
        return Err(Diagnostic::danger("key-secret-hex-odd"));
    }
    not_empty(bytes)
}

fn decode_with(
    engine: &GeneralPurpose,
    text: &str,
    signs: [char; 2],
    code: &'static str,
) -> Result<Vec<u8>, Diagnostic> {
    let mut clean = String::with_capacity(text.len());
    let mut padded = false;
    for (index, c) in text.chars().enumerate() {
        if c.is_whitespace() {
            continue;
        }
        let digit = c.is_ascii_alphanumeric() || signs.contains(&c);
        if c == '=' {
            padded = true;
        } else if !digit || padded {
            return Err(foreign(code, c, index.saturating_add(1)));
        }
        clean.push(c);
    }
    let bytes = engine
        .decode(clean.trim_end_matches('='))
        .map_err(|_| Diagnostic::danger("key-secret-base64-length").with("count", clean.len()))?;
    not_empty(bytes)
}

fn foreign(code: &'static str, c: char, position: usize) -> Diagnostic {
    Diagnostic::danger(code)
        .with("character", c.to_string())
        .with("position", position)
}

fn not_empty(bytes: Vec<u8>) -> Result<Vec<u8>, Diagnostic> {
    if bytes.is_empty() {
        return Err(Diagnostic::danger("key-secret-empty"));
    }
    Ok(bytes)
}

/// What is odd about the text of a bare secret, as it is read.
pub fn odd_text(text: &str, reading: SecretReading) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    if reading != SecretReading::Utf8 {
        return warnings;
    }
    if text.trim().is_empty() {
        warnings.push(Diagnostic::warning("key-secret-blank"));
        return warnings;
    }
    if text.starts_with('\u{feff}') {
        warnings.push(Diagnostic::warning("key-secret-bom"));
    }
    if text.ends_with('\n') || text.ends_with('\r') {
        let breaks = text
            .len()
            .saturating_sub(text.trim_end_matches(['\n', '\r']).len());
        warnings.push(Diagnostic::warning("key-secret-line-break").with("count", breaks));
    } else if text.ends_with(char::is_whitespace) || text.starts_with(char::is_whitespace) {
        warnings.push(Diagnostic::warning("key-secret-white-space"));
    }
    let inner = text.trim();
    if ['"', '\'', '`']
        .iter()
        .any(|quote| inner.len() > 1 && inner.starts_with(*quote) && inner.ends_with(*quote))
    {
        warnings.push(Diagnostic::warning("key-secret-quotes"));
    }
    if inner.starts_with("https://") || inner.starts_with("http://") {
        warnings.push(Diagnostic::warning("key-secret-is-url"));
    }
    if inner.starts_with("eyJ") && inner.matches('.').count() >= 2 {
        warnings.push(Diagnostic::warning("key-secret-is-token"));
    }
    warnings
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, reading: SecretReading, bytes: &[u8]) {
        assert_eq!(decode_secret(text, reading).unwrap(), bytes, "{text:?}");
    }

    #[track_caller]
    fn fails(text: &str, reading: SecretReading, code: &str) {
        assert_eq!(
            decode_secret(text, reading).unwrap_err().code,
            code,
            "{text:?}"
        );
    }

    #[test]
    fn utf8_is_byte_for_byte() {
        for text in [
            "abc",
            " abc ",
            "abc\n",
            "\u{feff}abc\r\n",
            "é",
            "\"abc\"",
            "\0",
        ] {
            reads(text, SecretReading::Utf8, text.as_bytes());
        }
    }

    #[test]
    fn the_chosen_readings() {
        reads("+/8=", SecretReading::Base64, &[0xfb, 0xff]);
        reads("+/8", SecretReading::Base64, &[0xfb, 0xff]);
        reads(" +/\n8= ", SecretReading::Base64, &[0xfb, 0xff]);
        reads("-_8", SecretReading::Base64url, &[0xfb, 0xff]);
        reads("-_8=", SecretReading::Base64url, &[0xfb, 0xff]);
        reads("0xfbFF", SecretReading::Hex, &[0xfb, 0xff]);
        reads("fb:ff\n", SecretReading::Hex, &[0xfb, 0xff]);
    }

    #[test]
    fn what_is_not_in_the_alphabet() {
        fails("-_8", SecretReading::Base64, "key-secret-not-base64");
        fails("+/8", SecretReading::Base64url, "key-secret-not-base64url");
        fails("ab=cd", SecretReading::Base64, "key-secret-not-base64");
        fails("a!bc", SecretReading::Base64, "key-secret-not-base64");
        fails("abcde", SecretReading::Base64, "key-secret-base64-length");
        fails("", SecretReading::Base64, "key-secret-empty");
        fails("fg", SecretReading::Hex, "key-secret-not-hex");
        fails("abc", SecretReading::Hex, "key-secret-hex-odd");
        fails("0x", SecretReading::Hex, "key-secret-empty");
        fails("é", SecretReading::Hex, "key-secret-not-hex");
    }

    #[test]
    fn the_place_of_the_wrong_character_counts_from_one() {
        let fault = decode_secret("0xf g", SecretReading::Hex).unwrap_err();
        assert_eq!(fault.fact("position"), Some(&5_usize.into()));
    }
}
