//! A dot is missing or doubled. Where a missing one belongs is found by what each part must be:
//! the header ends its JSON, the signature has a length of its own.

use crate::base64url;
use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::Diagnostic;
use crate::json;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-dots",
    kind: Kind::Paste(change),
};

/// Lengths of signatures in base64url characters: HMAC, ECDSA and EdDSA, RSA, ML-DSA.
const SIGNATURE_CHARS: [usize; 12] = [43, 64, 86, 128, 152, 171, 176, 342, 512, 683, 3227, 4412];

/// More dots than this are none that slipped in.
const MOST_EXTRA: usize = 8;

/// What a file name or a field takes for a dot.
const MARKS: [char; 2] = ['_', '-'];

/// Longer headers are not searched for their end.
const LONGEST_HEADER: usize = 4_000;

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    let text: String = match paste.token {
        Some(token) => token.source.text.clone(),
        None => paste.text.split_ascii_whitespace().collect(),
    };
    let mut found = separated(paste.text);
    let parts: Vec<&str> = text.split('.').filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [header, payload, signature] => found.push(format!("{header}.{payload}.{signature}")),
        [first, second] => {
            for (header, payload) in after_header(first) {
                found.push(format!("{header}.{payload}.{second}"));
            }
            for (payload, signature) in before_signature(second) {
                found.push(format!("{first}.{payload}.{signature}"));
            }
        }
        [all] => {
            for (header, rest) in after_header(all) {
                for (payload, signature) in before_signature(rest) {
                    found.push(format!("{header}.{payload}.{signature}"));
                    // Another mark of base64url stands where the dots were.
                    let payload = payload.strip_prefix(MARKS).unwrap_or(payload);
                    let payload = payload.strip_suffix(MARKS).unwrap_or(payload);
                    let signature = signature.strip_prefix(MARKS).unwrap_or(signature);
                    found.push(format!("{header}.{payload}.{signature}"));
                }
                for (payload, signature) in
                    rest.strip_prefix(MARKS).into_iter().flat_map(after_header)
                {
                    let signature = signature.strip_prefix(MARKS).unwrap_or(signature);
                    found.push(format!("{header}.{payload}.{signature}"));
                }
            }
        }
        [header, middle @ .., last] if middle.len() <= MOST_EXTRA => {
            // A dot too many, in the payload or in the signature.
            found.push(format!("{header}.{}.{last}", middle.concat()));
            if let [payload, rest @ ..] = middle {
                found.push(format!("{header}.{payload}.{}{last}", rest.concat()));
            }
        }
        _ => {}
    }
    found
        .into_iter()
        .filter(|found| *found != text)
        .map(|found| (found, Diagnostic::info("token-dots")))
        .collect()
}

/// The three parts with something else between them than dots.
fn separated(text: &str) -> Vec<String> {
    let text = text.trim();
    [
        ",", ";", ":", "|", "/", " ", "\n", "\t", "[.]", "(.)", "[dot]", " . ", "..", "~", "+", "*",
    ]
    .into_iter()
    .filter_map(|mark| {
        let parts: Vec<&str> = text.split(mark).map(str::trim).collect();
        let is_part = |part: &&str| {
            let is_character =
                |c: char| c.is_ascii_alphanumeric() || "-_+/=".replace(mark, "").contains(c);
            part.len() > 1 && part.chars().all(is_character)
        };
        let is_token = parts.len() == 3 && parts.iter().all(is_part);
        is_token.then(|| parts.join("."))
    })
    .collect()
}

/// Where the JSON object of a header can end.
pub fn after_header(text: &str) -> Vec<(&str, &str)> {
    let longest = text.len().min(LONGEST_HEADER);
    (4..longest)
        .filter_map(|at| text.split_at_checked(at))
        .filter(|(header, _)| {
            base64url::decode(header)
                .filter(|bytes| bytes.last() == Some(&b'}'))
                .map(json::parse)
                .is_some_and(|json| json.faults().is_empty() && json.object().is_some())
        })
        .collect()
}

/// By the length of a signature; and where the payload's JSON object can end, for a signature that is
/// written in another way.
fn before_signature(text: &str) -> Vec<(&str, &str)> {
    SIGNATURE_CHARS
        .into_iter()
        .filter_map(|length| text.split_at_checked(text.len().checked_sub(length)?))
        .filter(|(payload, _)| !payload.is_empty())
        .chain(after_header(text))
        .collect()
}

#[cfg(test)]
#[allow(clippy::string_slice)]
mod tests {
    use crate::diagnosis::tests::{P256_SPKI, es256, finds, finds_or_valid, hs256};

    #[test]
    fn missing_and_doubled() {
        let token = hs256(b"s3cret");
        let last = token.rfind('.').unwrap();
        for changed in [
            token.replacen('.', "", 1),
            token.replacen('.', "..", 1),
            format!("{}{}", &token[..last], &token[last + 1..]),
            format!("{}.{}", &token[..last], &token[last..]),
        ] {
            finds(&changed, "s3cret", "token-dots");
        }
        let token = es256(r#"{"alg":"ES256"}"#);
        finds(&token.replacen('.', "", 1), P256_SPKI, "token-dots");
    }

    /// The length of a signature in another encoding says nothing.
    #[test]
    fn before_a_signature_in_hex() {
        use crate::diagnosis::tests::{finds_both, with_signature_text};
        let token = hs256(b"s3cret");
        let in_hex = with_signature_text(&token, |raw| {
            raw.iter().map(|byte| format!("{byte:02x}")).collect()
        });
        let last = in_hex.rfind('.').unwrap();
        let missing = format!("{}{}", &in_hex[..last], &in_hex[last + 1..]);
        finds_both(&missing, "s3cret", "token-dots", "signature-hex");
    }

    #[test]
    fn one_inside_a_part() {
        let token = hs256(b"s3cret");
        let payload = token.find('.').unwrap() + 4;
        for at in [payload, token.len() - 9] {
            let changed = format!("{}.{}", &token[..at], &token[at..]);
            finds(&changed, "s3cret", "token-dots");
        }
    }

    #[test]
    fn something_else_for_a_dot() {
        let token = hs256(b"s3cret");
        for mark in [",", ";", ":", "|", "[.]", "[dot]", "_", "-"] {
            finds_or_valid(&token.replace('.', mark), "s3cret", "token-dots");
        }
    }
}
