//! The signature is a hash, and no HMAC of the secret and the JWS Signing Input in their places: the
//! two arguments exchanged, a plain digest of both, the MAC of a larger hash cut to size.
//! Spec: RFC 2104 §2, RFC 7518 §3.2.

use crate::crypto::forensics::{HASHES, digest, hmac};
use crate::diagnosis::{Case, Cause, Kind, Trial};
use crate::diagnostic::{Diagnostic, Fact};
use crate::jose::algorithms::Scheme;
use crate::keys::Material;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "algorithm-home-made",
    kind: Kind::Proof(prove),
};

fn prove(_: &Case<'_>, trial: &Trial) -> Vec<Diagnostic> {
    let Scheme::Hmac(own) = trial.row.scheme else {
        return Vec::new();
    };
    let (input, signature) = (&*trial.input, trial.signature.as_slice());
    let mut found = Vec::new();
    for key in &trial.keys {
        let Material::Oct(secret) = &key.material else {
            continue;
        };
        let secret = secret.expose().as_slice();
        if secret.is_empty() || trial.is_everybodys(&key.material) {
            continue;
        }
        for hash in HASHES {
            let plain = |parts: &[&[u8]]| Some(digest(hash, &parts.concat()));
            let forms = [
                ("form-arguments-exchanged", hmac(hash, input, secret)),
                ("form-secret-behind", plain(&[input, secret])),
                ("form-secret-behind", plain(&[input, b".", secret])),
                ("form-secret-before", plain(&[secret, input])),
                ("form-secret-before", plain(&[secret, b".", input])),
            ];
            let is_it = |made: &Option<Vec<u8>>| made.as_deref() == Some(signature);
            let form = forms.into_iter().find(|(_, made)| is_it(made));
            found.extend(form.map(|(form, _)| form));
            let mac = hmac(hash, secret, input).filter(|_| hash != own);
            let is_cut = mac.is_some_and(|mac| {
                signature.len() == own.len() && mac.starts_with(signature) && mac.len() > own.len()
            });
            found.extend(is_cut.then_some("form-mac-cut"));
        }
    }
    let said = found.into_iter().take(1).map(|form| {
        Diagnostic::info("algorithm-home-made").with_fact("form", Fact::Word(form.into()))
    });
    said.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base64url;
    use crate::diagnosis::tests::{finds_nothing_with, finds_without_fix, token_over};
    use crate::jose::algorithms::Hash;

    type Form = fn(&[u8], &[u8]) -> Vec<u8>;

    fn token(signature: impl Fn(&[u8]) -> Vec<u8>) -> String {
        let token = token_over(r#"{"a":1}"#, |_, _| Vec::new());
        let (input, _) = token.rsplit_once('.').unwrap_or_default();
        format!(
            "{input}.{}",
            base64url::encode(&signature(input.as_bytes()))
        )
    }

    #[test]
    fn what_people_make_of_a_hash_and_a_secret() {
        let secret = b"s3cret".as_slice();
        let forms: [Form; 5] = [
            |input, secret| hmac(Hash::Sha256, input, secret).unwrap_or_default(),
            |input, secret| digest(Hash::Sha256, &[input, secret].concat()),
            |input, secret| digest(Hash::Sha256, &[secret, input].concat()),
            |input, secret| digest(Hash::Sha256, &[input, b".", secret].concat()),
            |input, secret| {
                let mut mac = hmac(Hash::Sha512, secret, input).unwrap_or_default();
                mac.truncate(32);
                mac
            },
        ];
        for form in forms {
            let token = token(|input| form(input, secret));
            finds_without_fix(&token, "s3cret", "algorithm-home-made");
            finds_nothing_with(&token, "s4cret");
        }
    }

    /// A digest without any secret proves nothing of one.
    #[test]
    fn a_digest_of_the_token_alone() {
        let token = token(|input| digest(Hash::Sha256, input));
        finds_nothing_with(&token, "s3cret");
    }
}
