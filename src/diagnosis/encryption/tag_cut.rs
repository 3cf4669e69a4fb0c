//! The Authentication Tag is cut off: what is left of it is the beginning of the one that belongs
//! to key and content, which is computed to prove it. Spec: RFC 7518 §5.2.2.1, §5.3.

use super::case::{Cause, Found, Kind, Trial};
use crate::crypto::jwe;
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-tag-cut",
    kind: Kind::Proof(completes),
};

/// Fewer bytes than this prove nothing.
const LEAST: usize = 4;

fn completes(trial: &Trial, content_keys: &[Found]) -> Option<Diagnostic> {
    let enc = trial.enc?.encryption;
    let (found, expected) = (trial.tag.len(), enc.tag_len());
    if !(LEAST..expected).contains(&found) {
        return None;
    }
    let fits = content_keys.iter().any(|(_, key)| {
        let tag = jwe::content_tag(enc, key, &trial.iv, &trial.aad, &trial.ciphertext);
        tag.is_ok_and(|tag| tag.starts_with(&trial.tag))
    });
    fits.then(|| {
        Diagnostic::info("jwe-tag-cut")
            .with("found", found)
            .with("expected", expected)
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]
mod tests {
    use crate::base64url::encode;
    use crate::diagnosis::encryption::tests::{
        AES, AES_256, finds_certain, made, opens_without_fix, parts_of, proves_two,
    };

    fn cut(token: &str, left: usize) -> String {
        let [_, _, tag] = parts_of(token);
        let (rest, _) = token.rsplit_once('.').unwrap();
        format!("{rest}.{}", encode(&tag[..left]))
    }

    #[test]
    fn a_token_that_lost_its_end() {
        for enc in ["A128GCM", "A256GCM", "A128CBC-HS256", "A256CBC-HS512"] {
            let token = made("A128KW", enc, AES);
            for left in [4, 12, 15] {
                opens_without_fix(&cut(&token, left), AES, "jwe-tag-cut");
            }
        }
    }

    /// At any character, with the secret in base64 on top.
    #[test]
    fn with_another_reading() {
        let token = made("dir", "A256GCM", AES_256);
        for missing in [2, 3, 4, 5] {
            let cut = &token[..token.len() - missing];
            opens_without_fix(cut, AES_256, "jwe-tag-cut");
            let given = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
            proves_two(cut, given, ["secret-read-base64", "jwe-tag-cut"]);
        }
    }

    #[test]
    fn too_little_left_or_another_key() {
        let token = made("dir", "A128GCM", AES);
        finds_certain(&cut(&token, 3), AES, "jwe-part-length");
        let other = r#"{"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAA"}"#;
        finds_certain(&cut(&token, 12), other, "jwe-part-length");
    }
}
