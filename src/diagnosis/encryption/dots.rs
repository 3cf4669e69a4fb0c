//! A dot of a compact JWE is missing or doubled; where a missing one belongs is found by what each
//! part must be: the header ends its JSON, Initialization Vector and tag have lengths of their own.
//! Spec: RFC 7516 §7.1.

use super::case::{Cause, Kind};
use crate::diagnosis::token::dots::after_header;
use crate::diagnosis::{Paste, Said};
use crate::diagnostic::Diagnostic;
use crate::inspect::Serialization;
use crate::jose::encryption_algorithms::{ContentEncryption, content_encryption_algorithm};
use crate::jose::header::JoseHeader;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-dots",
    kind: Kind::Paste(change),
};

/// Lengths of an Initialization Vector and of a tag, in base64url characters.
const IV_CHARS: [usize; 2] = [16, 22];
const TAG_CHARS: [usize; 3] = [22, 32, 43];

/// More parts than this many beyond the five are not gone through.
const MOST_EXTRA: usize = 8;

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    let token = paste
        .token
        .filter(|token| token.serialization == Serialization::Compact);
    let Some(token) = token else {
        return Vec::new();
    };
    let text = &token.source.text;
    let enc = JoseHeader::of(token, 0).enc();
    let enc = enc.and_then(|enc| content_encryption_algorithm(&enc));
    let enc = enc.map(|enc| enc.encryption);
    let parts: Vec<&str> = text.split('.').collect();
    let filled: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    let mut found: Vec<Vec<&str>> = Vec::new();
    if parts.len() > 5 {
        found.push(filled.clone());
        found.extend(without_key(&filled));
        // Something else was glued to it.
        found.extend(parts.windows(5).take(MOST_EXTRA).map(<[&str]>::to_vec));
    }
    if parts.len() == 4 {
        found.extend(without_key(&filled));
        if let [first, rest @ ..] = parts.as_slice() {
            let divided = after_header(first).into_iter();
            found.extend(divided.map(|(header, key)| [&[header, key], rest].concat()));
        }
        for (at, glued) in parts.iter().enumerate() {
            let fronts = IV_CHARS.into_iter();
            let backs = TAG_CHARS.into_iter().chain(IV_CHARS);
            let places = fronts.chain(backs.filter_map(|back| glued.len().checked_sub(back)));
            for (first, second) in places.filter_map(|place| glued.split_at_checked(place)) {
                let mut split = parts.clone();
                split.splice(at..=at, [first, second]);
                found.push(split);
            }
        }
    }
    found
        .into_iter()
        .filter(|parts| has_lengths(parts, enc))
        .map(|parts| (parts.join("."), Diagnostic::info("token-dots")))
        .collect()
}

/// Whether these are five parts, of which Initialization Vector and tag can be those of `enc`.
fn has_lengths(parts: &[&str], enc: Option<ContentEncryption>) -> bool {
    let chars = |bytes: usize| bytes.saturating_mul(4).div_ceil(3);
    match (parts, enc) {
        ([_, _, iv, _, tag], Some(enc)) => {
            iv.len() == chars(enc.iv_len()) && tag.len() == chars(enc.tag_len())
        }
        ([_, _, _, _, _], None) => true,
        _ => false,
    }
}

/// The Encrypted Key may be empty.
fn without_key<'a>(filled: &[&'a str]) -> Option<Vec<&'a str>> {
    match filled {
        [header, iv, text, tag] => Some(vec![header, "", iv, text, tag]),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, clippy::string_slice)]
mod tests {
    use crate::diagnosis::encryption::tests::{AES, PASSWORD, made, opens};

    /// Ten passwords are tried at most: the lengths of the parts leave less than that.
    #[test]
    fn of_a_password() {
        let token = made("PBES2-HS256+A128KW", "A128GCM", PASSWORD);
        for (at, _) in token.match_indices('.') {
            let missing = format!("{}{}", &token[..at], &token[at + 1..]);
            opens(&missing, PASSWORD, "token-dots");
        }
    }

    #[test]
    fn something_glued_to_it() {
        let token = made("A128KW", "A128GCM", AES);
        for more in [".AAAA", ".sig", ".AAAA.BBBB"] {
            opens(&format!("{token}{more}"), AES, "token-dots");
        }
    }

    #[test]
    fn missing_and_doubled() {
        for alg in ["A128KW", "dir"] {
            for enc in ["A128GCM", "A128CBC-HS256"] {
                if (alg, enc) == ("dir", "A128CBC-HS256") {
                    continue;
                }
                let token = made(alg, enc, AES);
                let dots: Vec<usize> = token.match_indices('.').map(|(at, _)| at).collect();
                for at in dots.iter().copied() {
                    // Three dots in a row are an ellipsis.
                    let is_ellipsis =
                        token[..at].ends_with('.') || token[at + 1..].starts_with('.');
                    let doubled = format!("{}.{}", &token[..at], &token[at..]);
                    if !is_ellipsis {
                        opens(&doubled, AES, "token-dots");
                    }
                    let missing = format!("{}{}", &token[..at], &token[at + 1..]);
                    opens(&missing, AES, "token-dots");
                }
            }
        }
    }
}
