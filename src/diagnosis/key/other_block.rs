//! Another key of the text fits than the one that was taken: the certificate that vouches for the
//! first one, a block further down. Spec: RFC 7468 §2, RFC 5280 §3.2.

use crate::crypto;
use crate::diagnosis::{Case, Cause, KeyChange, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::keys::{KeyInput, SecretReading, public_jwk, read_key};
use crate::secret::Secret;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "key-other-block",
    kind: Kind::Key(others),
};

/// More blocks than this are not read one by one.
const MOST: usize = 16;

fn others(case: &Case<'_>) -> Vec<Said<KeyChange>> {
    let text = case.question.key.text.expose();
    let starts: Vec<usize> = text.match_indices("-----BEGIN").map(|(at, _)| at).collect();
    if starts.len() < 2 || starts.len() > MOST {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let blocks = starts
        .iter()
        .zip(ends)
        .filter_map(|(start, end)| text.get(*start..end));
    let mut found = Vec::new();
    for (number, block) in (1_usize..).zip(blocks) {
        let reading = read_key(&KeyInput {
            text: Secret::new(block.to_owned()),
            ..case.question.key.clone()
        });
        for key in reading.keys {
            let is_known = case
                .reading
                .keys
                .iter()
                .any(|known| known.material == key.material);
            let fits = case
                .row
                .is_none_or(|row| crypto::fits(row.scheme, &key.material));
            if is_known || !fits || key.facts.kty == "oct" {
                continue;
            }
            let step = Diagnostic::info("key-other-block")
                .with("number", number)
                .with("key", key.facts.label());
            let set = Some((Secret::new(public_jwk(&key.material)), SecretReading::Utf8));
            let change = KeyChange {
                material: key.material,
                set,
            };
            found.push((change, step));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::K256_PKCS8;
    use crate::diagnosis::tests::{P256_OTHER, es256, finds, finds_nothing_with, token_signed_as};

    /// A leaf, and the root that vouches for it and has the key of the tests. Made with OpenSSL
    /// 3.0: `openssl req -x509`, `openssl x509 -req -CA`.
    const CHAIN: &str = include_str!("chain.pem");

    #[test]
    fn the_issuer_s_key_and_not_the_leaf_s() {
        let token = es256(r#"{"alg":"ES256"}"#);
        finds(&token, CHAIN, "key-other-block");
    }

    #[test]
    fn no_block_fits() {
        let other = token_signed_as("ES256K", "ES256K", K256_PKCS8);
        finds_nothing_with(&other, CHAIN);
        finds_nothing_with(&es256(r#"{"alg":"ES256","a":1}"#), P256_OTHER);
    }
}
