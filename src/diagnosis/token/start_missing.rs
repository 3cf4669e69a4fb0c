//! The first characters of the token were not copied. A header begins in few ways, so they can be
//! put back. Spec: RFC 7515 §4.1.

use crate::base64url;
use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::Diagnostic;
use crate::json;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-start-missing",
    kind: Kind::Paste(change),
};

/// How headers begin: the three Header Parameters that stand first, and an indented one.
const BEGINNINGS: [&str; 5] = [
    "eyJhbGciOi",
    "eyJ0eXAiOi",
    "eyJraWQiOi",
    "eyAiYWxnIj",
    "ewogICJhbG",
];

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    let text = paste.text.trim();
    let is_token = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !(1..=2).contains(&text.matches('.').count()) || !text.chars().all(is_token) {
        return Vec::new();
    }
    let Some((head, _)) = text.split_once('.') else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for beginning in BEGINNINGS {
        for length in 1..beginning.len() {
            let (Some(missing), Some(kept)) = (beginning.get(..length), beginning.get(length..))
            else {
                continue;
            };
            // What is left of the beginning must be there, if anything is left of it.
            if !kept.is_empty() && !head.starts_with(kept) {
                continue;
            }
            let whole = base64url::decode(&format!("{missing}{head}")).map(json::parse);
            if whole.is_some_and(|json| json.faults().is_empty() && json.object().is_some()) {
                let step = Diagnostic::info("token-start-missing").with("missing", missing);
                found.push((format!("{missing}{text}"), step));
            }
        }
    }
    found
}

#[cfg(test)]
#[allow(clippy::string_slice)]
mod tests {
    use crate::diagnosis::tests::{P256_SPKI, es256, finds, finds_code, hs256};

    #[test]
    fn the_first_characters_are_put_back() {
        let token = hs256(b"s3cret");
        for missing in 1..6 {
            finds(&token[missing..], "s3cret", "token-start-missing");
        }
        let token = es256(r#"{"typ":"JWT","alg":"ES256"}"#);
        finds(&token[2..], P256_SPKI, "token-start-missing");
    }

    #[test]
    fn what_has_two_dots_and_is_no_token() {
        finds_code("www.example.org", "s3cret", &["token-absent"]);
    }
}
