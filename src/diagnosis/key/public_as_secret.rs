//! HMAC with the bytes of a public key as secret: algorithm confusion. Which bytes is computed, of
//! the key that was given and of the one that the token itself brings.
//! Spec: RFC 8725 §2.1.

use crate::diagnosis::{Case, Cause, KeyChange, Kind, Trial};
use crate::diagnostic::{Diagnostic, Fact};
use crate::jose::algorithms::Scheme;
use crate::verify::fitting_public_bytes;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "key-public-as-secret",
    kind: Kind::Proof(prove),
};

fn prove(case: &Case<'_>, trial: &Trial) -> Vec<Diagnostic> {
    if !matches!(trial.row.scheme, Scheme::Hmac(_)) {
        return Vec::new();
    }
    let fitting = fitting_public_bytes(
        trial.row,
        case.question.key.text.expose(),
        &case.reading.keys,
        &trial.input,
        &trial.signature,
    );
    let bytes = fitting.and_then(|found| found.fact("bytes").cloned());
    let is_of_own = || {
        let mut own = trial.own_key.iter();
        own.any(|bytes| {
            let key = KeyChange::bytes(bytes.clone()).material;
            let recovered = &case.recovered;
            recovered.holds(trial.row.scheme, &key, &trial.input, &trial.signature)
        })
    };
    let own = || is_of_own().then(|| Fact::Word("public-bytes-own".into()));
    bytes
        .or_else(own)
        .map(|bytes| {
            let mut step = Diagnostic::danger("key-public-as-secret");
            step.facts.push(("bytes".into(), bytes));
            step
        })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{
        P256_PUBLIC, P256_SPKI, finds_nothing_with, finds_without_fix, hs256, token_signed_with,
    };

    #[test]
    fn with_and_without_a_line_break_at_the_end() {
        for secret in [P256_SPKI, P256_SPKI.trim_end()] {
            let token = hs256(secret.as_bytes());
            finds_without_fix(&token, P256_SPKI, "key-public-as-secret");
        }
    }

    /// A reading of the box that gives such bytes would stay invalid, so it is no proposal.
    #[test]
    fn a_value_of_the_key_in_the_token() {
        let header = format!(r#"{{"alg":"HS256","jwk":{P256_PUBLIC}}}"#);
        let x = crate::json::parse(P256_PUBLIC.as_bytes().to_vec());
        let x = x.get("x").unwrap().text().unwrap().into_owned();
        let bytes = crate::base64url::decode(&x).unwrap();
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let standard = x.replace('-', "+").replace('_', "/");
        let token = token_signed_with(&header, &bytes);
        for given in [x.as_str(), &hex, &standard, &format!("{x}\n"), "other"] {
            finds_without_fix(&token, given, "key-public-as-secret");
        }
        let token = token_signed_with(&header, x.as_bytes());
        for given in [format!("{x}\n"), format!("\"{x}\"")] {
            finds_without_fix(&token, &given, "key-public-as-secret");
        }
        finds_nothing_with(&token_signed_with(&header, b"other"), &x);
    }
}
