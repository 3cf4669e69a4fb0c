//! The token lost its letter case: base64url of a JSON object begins with `eyJ`, and this text has
//! it in one case only. The other half of the letters cannot be brought back.
//! Spec: RFC 4648 §5.

use crate::diagnosis::{Cause, Kind, Paste};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-letter-case",
    kind: Kind::CertainOfPaste(say),
};

/// Shorter texts can have one letter case by chance.
const FEWEST: usize = 30;

fn say(paste: &Paste<'_>) -> Vec<Diagnostic> {
    let words = paste
        .text
        .split([' ', '\n', '\r', '\t', '"', '\'', '=', ',']);
    let is_lost = |word: &&str| {
        let letters = word.chars().filter(char::is_ascii_alphabetic);
        let is_lower = letters.clone().all(|c| c.is_ascii_lowercase());
        let is_upper = letters.clone().all(|c| c.is_ascii_uppercase());
        let begins = word.to_ascii_lowercase().starts_with("eyj");
        begins && letters.count() >= FEWEST && word.contains('.') && (is_lower || is_upper)
    };
    let said = words.clone().any(|word| is_lost(&word));
    let said = said.then(|| Diagnostic::danger("token-letter-case"));
    said.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_certain, finds_code, hs256};

    #[test]
    fn lower_and_upper_case() {
        let token = hs256(b"s3cret");
        finds_certain(&token.to_ascii_lowercase(), "s3cret", "token-letter-case");
        finds_certain(&token.to_ascii_uppercase(), "s3cret", "token-letter-case");
        finds_code("eyjafjallajokull.is", "s3cret", &["token-absent"]);
    }
}
