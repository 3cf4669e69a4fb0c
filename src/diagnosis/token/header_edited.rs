//! The header was edited after signing: with another `alg`, without a Header Parameter, or with one
//! of the headers that most libraries write, the signature holds.

use crate::base64url;
use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::Diagnostic;
use crate::inspect::{Family, Serialization, Token};
use crate::jose::algorithms::SIGNATURE_ALGORITHMS;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-header-edited",
    kind: Kind::Paste(change),
};

/// A header with more members is not taken apart.
const MOST_MEMBERS: usize = 12;

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    let compact = paste.token.filter(|token| {
        token.family == Family::Jws && token.serialization == Serialization::Compact
    });
    let Some(token) = compact else {
        return Vec::new();
    };
    // Where there is no header, it was lost and not edited.
    let divided = token.source.text.split_once('.');
    let Some((_, rest)) = divided.filter(|(header, _)| !header.is_empty()) else {
        return Vec::new();
    };
    let own = token.header().map(|header| header.bytes().to_vec());
    let mut headers: Vec<String> = Vec::new();
    for header in others(token) {
        if own.as_deref() != Some(header.as_bytes()) && !headers.contains(&header) {
            headers.push(header);
        }
    }
    headers
        .into_iter()
        .map(|header| {
            let text = format!("{}.{rest}", base64url::encode(header.as_bytes()));
            let step = Diagnostic::info("token-header-edited").with("header", header);
            (text, step)
        })
        .collect()
}

fn others(token: &Token) -> Vec<String> {
    let mut all = Vec::new();
    let object = token.header().and_then(|header| header.object());
    let alg = object.and_then(|object| object.get("alg"));
    let signature = token
        .parts
        .iter()
        .rev()
        .find(|part| part.part == crate::span::Part::Signature);
    let length = signature.map_or(0, |part| part.bytes.len());
    if let (Some(object), Some(alg)) = (object, alg) {
        let header = object.raw_text();
        for row in SIGNATURE_ALGORITHMS {
            all.push(header.replacen(&*alg.raw_text(), &format!("\"{}\"", row.name), 1));
        }
        let members: Vec<_> = object.members().collect();
        if members.len() <= MOST_MEMBERS {
            for left_out in 0..members.len() {
                let kept = members.iter().enumerate().filter(|(at, _)| *at != left_out);
                let kept: Vec<String> = kept
                    .map(|(_, (name, value))| format!("{}:{}", name.raw_text(), value.raw_text()))
                    .collect();
                all.push(format!("{{{}}}", kept.join(",")));
            }
        }
    }
    let own = alg.and_then(|alg| alg.text()).unwrap_or_default();
    let by_length: &[&str] = match length {
        32 => &["HS256"],
        48 => &["HS384"],
        64 => &["HS512", "ES256", "EdDSA"],
        96 => &["ES384"],
        132 => &["ES512"],
        _ => &["RS256", "RS512", "PS256"],
    };
    let others = by_length.iter().filter(|alg| **alg != own);
    let algs = std::iter::once(own.as_ref()).chain(others.copied());
    for alg in algs {
        all.push(format!(r#"{{"alg":"{alg}","typ":"JWT"}}"#));
        all.push(format!(r#"{{"typ":"JWT","alg":"{alg}"}}"#));
        all.push(format!(r#"{{"alg":"{alg}"}}"#));
    }
    all
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use crate::base64url;
    use crate::diagnosis::tests::token_signed_as;
    use crate::diagnosis::tests::{RSA_PKCS8, RSA_SPKI, finds, finds_nothing_with, hs256};

    fn with_header(token: &str, header: &str) -> String {
        let (_, rest) = token.split_once('.').unwrap_or_default();
        format!("{}.{rest}", base64url::encode(header.as_bytes()))
    }

    #[test]
    fn another_alg_or_a_parameter_too_many() {
        let rsa = token_signed_as("RS256", "RS256", RSA_PKCS8);
        let edited = with_header(&rsa, r#"{"alg":"RS512"}"#);
        finds(&edited, RSA_SPKI, "token-header-edited");
        for header in [
            r#"{"alg":"HS256","kid":"a"}"#,
            r#"{"alg":"HS384"}"#,
            r#"{"kid":"b","x":1,"alg":"HS256"}"#,
        ] {
            finds(
                &with_header(&hs256(b"s3cret"), header),
                "s3cret",
                "token-header-edited",
            );
        }
    }

    #[test]
    fn a_header_that_nobody_can_guess() {
        let token = crate::diagnosis::tests::token_with_claims(
            r#"{"alg":"HS256","kid":"a","n":1}"#,
            "{}",
            "HS256",
            "s3cret",
        );
        finds_nothing_with(
            &with_header(&token, r#"{"alg":"HS256","kid":"b","n":2}"#),
            "s3cret",
        );
    }
}
