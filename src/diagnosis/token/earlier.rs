//! The signature is that of a token that was inspected before: header or payload were edited
//! since.

use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-edited-since",
    kind: Kind::Paste(change),
};

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    let Some(token) = paste.token else {
        return Vec::new();
    };
    let text = token.source.text.as_str();
    let signature = |text: &str| text.rsplit_once('.').map(|(_, last)| last.to_owned());
    let wanted = signature(text).filter(|last| !last.is_empty());
    paste
        .seen
        .iter()
        .filter(|earlier| earlier.as_str() != text && wanted.is_some())
        .filter(|earlier| signature(earlier) == wanted)
        .map(|earlier| (earlier.clone(), Diagnostic::info("token-edited-since")))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::base64url;
    use crate::diagnosis::tests::{ask_seen, hs256};

    #[test]
    fn an_edited_payload() {
        let token = hs256(b"s3cret");
        let [header, _, signature] = token.split('.').collect::<Vec<_>>()[..] else {
            panic!("three parts");
        };
        let edited = format!("{header}.{}.{signature}", base64url::encode(b"{}"));
        let found = ask_seen(&edited, "s3cret", &[hs256(b"other"), token.clone()]);
        assert_eq!(found[0].code(), "token-edited-since");
        assert!(found[0].is_verified);
        assert_eq!(found.len(), 1);
    }
}
