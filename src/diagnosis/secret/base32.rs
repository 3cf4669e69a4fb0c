//! The text is base32 of the secret, as authenticator apps and some key stores write it.
//! Spec: RFC 4648 §6 and §7.

use super::sized;
use crate::diagnosis::{Cause, KeyChange, Kind, Said};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-read-base32",
    kind: Kind::Reading(read),
};

const ALPHABETS: [&str; 3] = [
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
    "0123456789ABCDEFGHIJKLMNOPQRSTUV",
    // Crockford's, which leaves out letters that look like digits.
    "0123456789ABCDEFGHJKMNPQRSTVWXYZ",
];

fn read(text: &str) -> Vec<Said<KeyChange>> {
    ALPHABETS
        .into_iter()
        .filter_map(|alphabet| decode(text, alphabet))
        .map(|bytes| sized("secret-read-base32", KeyChange::bytes(bytes)))
        .collect()
}

/// Padding, letter case, spaces and hyphens do not matter.
fn decode(text: &str, alphabet: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut bits, mut held) = (0_u32, 0_u32);
    for c in text.trim_end_matches(['=', '\n', '\r', ' ']).chars() {
        if matches!(c, ' ' | '-') {
            continue;
        }
        let value = alphabet.find(c.to_ascii_uppercase())?;
        bits = (bits << 5 | u32::try_from(value).ok()?) & 0xfff;
        held = held.saturating_add(5);
        if held >= 8 {
            held = held.saturating_sub(8);
            bytes.push(u8::try_from(bits >> held & 0xff).ok()?);
        }
    }
    (!bytes.is_empty()).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{ALPHABETS, decode};
    use crate::diagnosis::tests::{finds_nothing, finds_secret};

    /// RFC 4648 §10.
    #[test]
    fn the_vectors_of_the_rfc() {
        for (text, hex, bytes) in [
            ("MY======", "CO======", "f"),
            ("MZXQ====", "CPNG====", "fo"),
            ("MZXW6===", "CPNMU===", "foo"),
            ("MZXW6YQ=", "CPNMUOG=", "foob"),
            ("MZXW6YTB", "CPNMUOJ1", "fooba"),
            ("MZXW6YTBOI======", "CPNMUOJ1E8======", "foobar"),
        ] {
            assert_eq!(
                decode(text, ALPHABETS[0]).as_deref(),
                Some(bytes.as_bytes())
            );
            assert_eq!(decode(hex, ALPHABETS[1]).as_deref(), Some(bytes.as_bytes()));
        }
    }

    #[test]
    fn in_groups_and_lower_case() {
        for given in ["MZXW6YTBOI", "mzxw 6ytb oi", "MZXW-6YTB-OI======\n"] {
            finds_secret(b"foobar", given, "secret-read-base32");
        }
        finds_nothing(b"foobar", "MZXW6YTBOA");
    }
}
