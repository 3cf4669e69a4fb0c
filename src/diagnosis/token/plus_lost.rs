//! Form decoding turned `+` of standard base64 into spaces, which are then taken for breaks.
//! Spec: URL Standard, application/x-www-form-urlencoded parsing.

use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-plus-lost",
    kind: Kind::Paste(change),
};

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    let text = paste.text.trim();
    let is_token =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '+' | '/' | '=' | ' ');
    if !text.contains(' ') || text.matches('.').count() != 2 || !text.chars().all(is_token) {
        return Vec::new();
    }
    let restored = text.replace([' ', '+'], "-").replace('/', "_");
    let restored = restored.trim_end_matches('=').to_owned();
    vec![(restored, Diagnostic::info("token-plus-lost"))]
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_SPKI, es256_where, finds, with_signature_text};
    use ::base64::Engine;
    use ::base64::engine::general_purpose::STANDARD;

    #[test]
    fn a_signature_with_spaces() {
        let token = es256_where(|raw| STANDARD.encode(raw).contains('+'));
        let spaced = with_signature_text(&token, |raw| STANDARD.encode(raw).replace('+', " "));
        finds(&spaced, P256_SPKI, "token-plus-lost");
    }
}
