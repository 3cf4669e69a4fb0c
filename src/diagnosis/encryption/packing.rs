//! The content is authentic, but packed in another way than `zip` says: in a zlib wrapper, or not
//! at all. Spec: RFC 7516 §4.1.3, RFC 1950, RFC 1951.

use super::case::{Case, Cause, Kind, Packing, Trial};
use crate::diagnostic::{Diagnostic, Fact};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-packing",
    kind: Kind::Change(others),
};

fn others(_: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    if trial.packing != Packing::Deflate {
        return Vec::new();
    }
    [
        (Packing::Zlib, "form-packed-zlib"),
        (Packing::None, "form-packed-not"),
    ]
    .into_iter()
    .map(|(packing, word)| {
        let step = Diagnostic::info("jwe-packing").with_fact("form", Fact::Word(word.into()));
        trial.with(step, |next| {
            next.packing = packing;
            next.is_beyond_boxes = true;
        })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{AES, opens_without_fix, sealed_content};

    #[test]
    fn zlib_or_nothing() {
        let header = r#"{"alg":"dir","enc":"A128GCM","zip":"DEF"}"#;
        let mut zlib = vec![0x78, 0x9c];
        zlib.extend(crate::crypto::jwe::deflate(b"content"));
        zlib.extend([0, 0, 0, 0]);
        opens_without_fix(&sealed_content(header, &zlib, AES), AES, "jwe-packing");
        let plain = br#"{"sub":"a"}"#;
        opens_without_fix(&sealed_content(header, plain, AES), AES, "jwe-packing");
    }
}
