//! The header has a `nonce`, and what was signed has its SHA-256 hash in that place: so Microsoft marks
//! access tokens that only Microsoft Graph is to verify.
//! Spec: RFC 7515 §4.2 (a public Header Parameter Name).

use super::{decoded, joined};
use crate::base64url;
use crate::diagnosis::{Case, Cause, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::json;
use sha2::{Digest, Sha256};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "input-nonce-hashed",
    kind: Kind::Input(inputs),
};

fn inputs(case: &Case<'_>) -> Vec<Said<Vec<u8>>> {
    let Some((header, payload)) = decoded(case) else {
        return Vec::new();
    };
    let input = hashed(header).map(|header| {
        let encode = |bytes: &[u8]| base64url::encode(bytes).into_bytes();
        joined(&encode(&header), &encode(payload))
    });
    let said = input.map(|input| (input, Diagnostic::info("input-nonce-hashed")));
    said.into_iter().collect()
}

/// The header as it stands, with the hash of its nonce.
fn hashed(header: &[u8]) -> Option<Vec<u8>> {
    let document = json::parse(header.to_vec());
    let nonce = document.object()?.get("nonce")?;
    let hash = base64url::encode(&Sha256::digest(nonce.text()?.as_bytes()));
    let span = nonce.span();
    let (before, behind) = (header.get(..span.start)?, header.get(span.end..)?);
    Some([before, json::quote(&hash).as_bytes(), behind].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::tests::{
        RSA_PKCS8, RSA_SPKI, finds_nothing_with, finds_without_fix, token_with_claims,
    };

    const HEADER: &str = r#"{"typ":"JWT","nonce":"oNqSmOU7p9","alg":"RS256"}"#;

    fn token(signed: &[u8]) -> String {
        let signed = String::from_utf8_lossy(signed).into_owned();
        let token = token_with_claims(&signed, r#"{"aud":"a"}"#, "RS256", RSA_PKCS8);
        let (_, rest) = token.split_once('.').unwrap_or_default();
        format!("{}.{rest}", base64url::encode(HEADER.as_bytes()))
    }

    #[test]
    fn a_token_for_one_receiver() {
        let signed = hashed(HEADER.as_bytes()).unwrap_or_default();
        finds_without_fix(&token(&signed), RSA_SPKI, "input-nonce-hashed");
    }

    #[test]
    fn another_nonce() {
        let other = HEADER.replace("oNqS", "oNqT");
        finds_nothing_with(&token(other.as_bytes()), RSA_SPKI);
        assert_eq!(hashed(br#"{"alg":"RS256"}"#), None);
        assert_eq!(hashed(br#"{"nonce":1}"#), None);
    }
}
