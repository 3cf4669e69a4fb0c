//! A part is written in standard base64, with padding, or with stray bits in its last character.
//! Spec: RFC 7515 §2, RFC 4648 §3.5.

use crate::base64url;
use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::Diagnostic;
use crate::inspect::Token;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-alphabet",
    kind: Kind::Paste(change),
};

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    let Some(token) = paste.token else {
        return Vec::new();
    };
    let padding_only = token
        .source
        .text
        .replace('=', "")
        .replace('+', "-")
        .replace('/', "_");
    [padding_only, strict(token)]
        .into_iter()
        .map(|text| (text, Diagnostic::info("token-alphabet")))
        .collect()
}

/// The token with every part written as a strict reader wants it.
pub fn strict(token: &Token) -> String {
    let parts = token.source.text.split('.');
    let strict = parts.map(|part| base64url::encode(&base64url::decode_lenient(part).bytes));
    strict.collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds, hs256, with_signature_text};
    use ::base64::Engine;
    use ::base64::engine::general_purpose::{STANDARD, URL_SAFE};

    #[test]
    fn a_signature_in_standard_base64_or_padded() {
        let token = hs256(b"s3cret");
        for engine in [&STANDARD, &URL_SAFE] {
            let changed = with_signature_text(&token, |raw| engine.encode(raw));
            finds(&changed, "s3cret", "token-alphabet");
        }
    }
}
