//! Two tokens stand side by side without anything between them: a token pasted twice, or behind
//! another. A header begins with `eyJ`, which is `{"` in base64url. Spec: RFC 7515 §7.1.

use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-glued",
    kind: Kind::Paste(change),
};

/// More beginnings than this are not looked at.
const MOST: usize = 12;

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    let text = paste.text.trim();
    let has_dots = |text: &str| text.matches('.').count() == 2;
    if text.matches('.').count() < 4 || text.matches('.').count() > 8 {
        return Vec::new();
    }
    let is_glued = |(at, _): &(usize, &str)| {
        let before = text
            .get(..*at)
            .and_then(|before| before.chars().next_back());
        before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
    };
    let beginnings = text.match_indices("eyJ").filter(is_glued).take(MOST);
    let halves = beginnings.flat_map(|(at, _)| {
        let (one, other) = text.split_at_checked(at).unwrap_or_default();
        [one, other].into_iter().filter(|half| has_dots(half))
    });
    halves
        .map(|half| (half.to_owned(), Diagnostic::info("token-glued")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_SPKI, es256, finds, finds_nothing_with, hs256};

    #[test]
    fn twice_and_behind_another() {
        let (one, other) = (hs256(b"s3cret"), hs256(b"another"));
        for text in [
            format!("{one}{one}"),
            format!("{one}{other}"),
            format!("{other}{one}"),
        ] {
            finds(&text, "s3cret", "token-glued");
            finds_nothing_with(&text, "s4cret");
        }
        let token = es256(r#"{"alg":"ES256"}"#);
        finds(&format!("{token}{token}"), P256_SPKI, "token-glued");
    }
}
