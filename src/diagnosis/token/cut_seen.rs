//! The beginning or the end of a token that was looked at before is missing: it was cut off on its
//! way, or while it was copied.

use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-cut-off-seen",
    kind: Kind::Paste(change),
};

/// A shorter piece is of too many tokens.
const SHORTEST: usize = 20;

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    let text = match paste.token {
        Some(token) => token.source.text.as_str(),
        None => paste.text.trim(),
    };
    let is_whole = |earlier: &&String| {
        text.len() >= SHORTEST
            && earlier.len() > text.len()
            && (earlier.starts_with(text) || earlier.ends_with(text))
    };
    let whole = paste.seen.iter().filter(is_whole);
    whole
        .map(|earlier| (earlier.clone(), Diagnostic::info("token-cut-off-seen")))
        .collect()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use crate::diagnosis::tests::{P256_SPKI, ask_seen, es256, hs256};

    #[test]
    fn a_piece_of_a_token_that_was_seen_whole() {
        for (token, key) in [
            (hs256(b"s3cret"), "s3cret"),
            (es256(r#"{"alg":"ES256"}"#), P256_SPKI),
        ] {
            let end = token.len();
            for piece in [0..end - 4, 0..end - 30, 4..end] {
                let piece = token.get(piece).unwrap_or_default();
                let seen = [hs256(b"other"), token.clone()];
                let found = ask_seen(piece, key, &seen);
                assert_eq!(found.len(), 1, "{piece}: {found:#?}");
                let codes = ["token-cut-off-seen", "token-start-missing"];
                assert!(codes.contains(&found[0].code()), "{piece}: {found:#?}");
                assert!(found[0].is_verified);
            }
            let last = token.rfind('.').unwrap_or_default();
            for piece in [0..last, 0..last + 1] {
                let piece = token.get(piece).unwrap_or_default();
                let found = ask_seen(piece, key, std::slice::from_ref(&token));
                assert_eq!(found[0].code(), "token-cut-off-seen", "{found:#?}");
            }
        }
    }

    #[test]
    fn a_piece_of_another_token() {
        let token = hs256(b"s3cret");
        let piece = token.get(..token.len() - 6).unwrap_or_default();
        let found = ask_seen(piece, "wrong", std::slice::from_ref(&token));
        assert!(found.iter().all(|one| !one.is_verified), "{found:#?}");
    }
}
