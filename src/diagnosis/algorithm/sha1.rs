//! The signature was made with SHA-1, as old libraries do by default; no JOSE algorithm has it.
//! Spec: RFC 7518 §3.1; RFC 8017 §9.1.1, §9.2 note 1.

use crate::crypto::forensics::{
    hmac_sha1, is_sha1_digest_info, pkcs1_content, pss_salt_len_sha1, sha1,
};
use crate::diagnosis::{Case, Cause, Kind, Trial};
use crate::diagnostic::Diagnostic;
use crate::keys::Material;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "algorithm-sha1",
    kind: Kind::Proof(prove),
};

fn prove(case: &Case<'_>, trial: &Trial) -> Vec<Diagnostic> {
    let (input, signature) = (&trial.input, trial.signature.as_slice());
    let recovered = &case.recovered;
    let holds = |material: &Material| match material {
        Material::Oct(secret) => {
            let mac = hmac_sha1(secret.expose(), input);
            mac.as_deref() == Some(signature) && !trial.is_everybodys(material)
        }
        Material::Rsa { n, e, .. } => recovered.message((n, e), signature).is_some_and(|m| {
            let is_pkcs1 = pkcs1_content(&m).is_some_and(|c| is_sha1_digest_info(c, input));
            is_pkcs1 || pss_salt_len_sha1(n, &m, input).is_some()
        }),
        Material::Ec { curve, x, y, .. } => {
            recovered.holds_over(*curve, (x, y), &sha1(input), signature)
        }
        Material::Okp { .. } | Material::Akp { .. } => false,
    };
    let mut keys = trial.keys.iter();
    keys.find(|key| holds(&key.material))
        .map(|_| Diagnostic::info("algorithm-sha1").with("alg", trial.row.name))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::crypto::forensics::hmac_sha1;
    use crate::diagnosis::tests::{finds_nothing_with, finds_without_fix, token_over};

    fn token(secret: &[u8]) -> String {
        token_over(r#"{"a":1}"#, |_, _| Vec::new())
            .rsplit_once('.')
            .map(|(input, _)| {
                let mac = hmac_sha1(secret, input.as_bytes()).unwrap_or_default();
                format!("{input}.{}", crate::base64url::encode(&mac))
            })
            .unwrap_or_default()
    }

    #[test]
    fn hmac_with_sha1() {
        finds_without_fix(&token(b"s3cret"), "s3cret", "algorithm-sha1");
    }

    #[test]
    fn hmac_with_sha1_and_another_secret() {
        finds_nothing_with(&token(b"s3cret"), "s4cret");
    }

    /// Made with OpenSSL 3.0: `openssl dgst -sha1 -sign` over the first two segments; of ECDSA the
    /// DER brought to R‖S.
    #[test]
    fn rsa_and_ecdsa_with_sha1() {
        use crate::diagnosis::tests::{P256_SPKI, RSA_SPKI};
        let mut count = 0;
        for token in include_str!("sha1.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            let key = if token.len() > 300 {
                RSA_SPKI
            } else {
                P256_SPKI
            };
            finds_without_fix(token, key, "algorithm-sha1");
            count += 1;
        }
        assert_eq!(count, 2);
    }

    /// Made with OpenSSL 3.0: `openssl dgst -sha1 -sign rsa-pkcs8.pem -sigopt
    /// rsa_padding_mode:pss -sigopt rsa_pss_saltlen:N` for 20, 0 and as many as fit.
    #[test]
    fn pss_with_sha1() {
        use crate::diagnosis::tests::RSA_SPKI;
        let tokens = include_str!("pss-sha1.txt").lines();
        let mut count = 0;
        for token in tokens.filter(|line| !line.starts_with('#')) {
            finds_without_fix(token, RSA_SPKI, "algorithm-sha1");
            count += 1;
        }
        assert_eq!(count, 3);
    }
}
