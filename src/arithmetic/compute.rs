//! Computes what there is to look at. Links the cryptography: the worker and the host only.

use super::{Arithmetic, Digest, RsaPadding, Steps};
use crate::crypto::{self, forensics};
use crate::inspect::Inspection;
use crate::jose::algorithms::{Hash, Scheme};
use crate::keys::{Key, KeyReading, Material, read_key};
use crate::verify::{Alg, Attempt, Question, embedded_key, verify};

/// The arithmetic of signature `signature` of the token in question; `None` where there is no
/// such signature or its `alg` is not known.
pub fn compute(
    inspection: &Inspection,
    question: &Question,
    signature: usize,
) -> Option<Arithmetic> {
    let token = inspection.tokens.get(question.token)?;
    let attempt = Attempt::new(
        token,
        token.signatures.get(signature)?,
        question.content.as_deref(),
    );
    let Alg::Known(row) = attempt.alg() else {
        return None;
    };
    let reading = keys(&attempt, question);
    let input = attempt.signing_input();
    let bytes = attempt.signature_bytes();
    let fitting = |key: &&Key| crypto::fits(row.scheme, &key.material);
    let holds = |key: &&Key| crypto::verify(row.scheme, &key.material, &input, bytes).is_ok();
    // The key that the verdict speaks of, so that the two never say different things.
    let verdict = verify(inspection, question);
    let verdict = verdict.signatures.get(signature).unwrap_or(&verdict);
    let decided = |key: &&Key| verdict.key.as_ref() == Some(&key.facts);
    let fitting_keys = || reading.keys.iter().filter(fitting);
    let key = fitting_keys()
        .find(decided)
        .or_else(|| fitting_keys().next());
    Some(Arithmetic {
        alg: row.name.to_owned(),
        hash: hash_of(row.scheme).map(|hash| digest(hash, &input)),
        signature: bytes.to_vec(),
        expected_length: key.and_then(|key| crypto::signature_len(row.scheme, &key.material)),
        holds: key.as_ref().is_some_and(holds),
        steps: key.map_or(Steps::NoKey, |key| steps(row.scheme, key, &input, bytes)),
        key: key.map(|key| key.facts.clone()),
        signing_input: input,
    })
}

/// The keys of the box, or the one that the token brings.
fn keys(attempt: &Attempt<'_>, question: &Question) -> KeyReading {
    if question.key.text.expose().is_empty() {
        let own = embedded_key(&attempt.headers);
        return own.map(|(_, reading)| reading).unwrap_or_default();
    }
    read_key(&question.key)
}

const fn hash_of(scheme: Scheme) -> Option<Hash> {
    match scheme {
        Scheme::Hmac(hash)
        | Scheme::RsaPkcs1(hash)
        | Scheme::RsaPss(hash)
        | Scheme::Ecdsa(_, hash) => Some(hash),
        Scheme::EdDsa | Scheme::EdDsaOn(_) | Scheme::MlDsa(_) => None,
    }
}

const fn name(hash: Hash) -> &'static str {
    match hash {
        Hash::Sha256 => "SHA-256",
        Hash::Sha384 => "SHA-384",
        Hash::Sha512 => "SHA-512",
    }
}

fn digest(hash: Hash, input: &[u8]) -> Digest {
    Digest {
        name: name(hash).to_owned(),
        bytes: forensics::digest(hash, input),
    }
}

fn steps(scheme: Scheme, key: &Key, input: &[u8], signature: &[u8]) -> Steps {
    let halves = || {
        let (r, s) = signature
            .split_at_checked(signature.len() / 2)
            .unwrap_or_default();
        (r.to_vec(), s.to_vec())
    };
    match (scheme, &key.material) {
        (Scheme::Hmac(hash), Material::Oct(secret)) => {
            let computed = forensics::hmac(hash, secret.expose(), input).unwrap_or_default();
            Steps::Hmac {
                first_difference: first_difference(&computed, signature),
                computed,
            }
        }
        (Scheme::RsaPkcs1(_) | Scheme::RsaPss(_), Material::Rsa { n, e, .. }) => {
            let encoded_message =
                forensics::rsa_encoded_message(n, e, signature).unwrap_or_default();
            Steps::Rsa {
                padding: padding(n, &encoded_message, input),
                encoded_message,
            }
        }
        (Scheme::Ecdsa(..), Material::Ec { .. }) => {
            let (r, s) = halves();
            Steps::Ecdsa { r, s }
        }
        (Scheme::EdDsa | Scheme::EdDsaOn(_), Material::Okp { .. }) => {
            let (r, s) = halves();
            Steps::EdDsa { r, s }
        }
        (Scheme::MlDsa(_), Material::Akp { .. }) => Steps::MlDsa,
        _ => Steps::NoKey,
    }
}

fn first_difference(a: &[u8], b: &[u8]) -> Option<usize> {
    let different = a.iter().zip(b).position(|(a, b)| a != b);
    different.or_else(|| (a.len() != b.len()).then(|| a.len().min(b.len())))
}

fn padding(n: &[u8], message: &[u8], input: &[u8]) -> RsaPadding {
    if let Some((hash, bytes)) = forensics::pkcs1_digest(message) {
        return RsaPadding::Pkcs1 {
            is_of_input: forensics::digest(hash, input) == bytes,
            digest: Digest {
                name: name(hash).to_owned(),
                bytes,
            },
        };
    }
    if let Some(content) = forensics::pkcs1_content(message) {
        return RsaPadding::Pkcs1Other {
            content: content.to_vec(),
        };
    }
    let pss = forensics::HASHES.into_iter().find_map(|hash| {
        let salt = forensics::pss_salt(hash, n, message)?;
        let is_of_input = forensics::pss_salt_len(hash, n, message, input).is_some();
        Some(RsaPadding::Pss {
            hash: name(hash).to_owned(),
            salt,
            is_of_input,
        })
    });
    pss.unwrap_or(RsaPadding::None)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::base64url;
    use crate::inspect::inspect;
    use crate::jose::algorithms::signature_algorithm;
    use crate::keys::KeyInput;
    use crate::secret::Secret;
    use rand_chacha::ChaCha8Rng;
    use rand_core::SeedableRng;

    const RSA: &str = include_str!("../crypto/containers/fixtures/rsa-pkcs8.pem");
    const OTHER_RSA: &str = include_str!("../../tests/vectors/data/koppeltaal-rs512-private.pem");
    const P256: &str = include_str!("../crypto/containers/fixtures/p256-pkcs8.pem");
    const ED25519: &str = include_str!("../crypto/containers/fixtures/ed25519-pkcs8.pem");
    const ML_DSA: &str = include_str!("../crypto/containers/fixtures/ml-dsa-44-pkcs8.pem");

    fn input(text: &str) -> KeyInput {
        KeyInput {
            text: Secret::new(text.to_owned()),
            ..KeyInput::default()
        }
    }

    fn token(says: &str, used: &str, key: &str) -> String {
        let header = base64url::encode(format!(r#"{{"alg":"{says}"}}"#).as_bytes());
        let input_bytes = format!("{header}.e30");
        let scheme = signature_algorithm(used).unwrap().scheme;
        let material = &read_key(&input(key)).keys[0].material;
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        let signature = crypto::sign(scheme, material, input_bytes.as_bytes(), &mut rng).unwrap();
        format!("{input_bytes}.{}", base64url::encode(&signature))
    }

    fn of(token: &str, key: &str) -> Arithmetic {
        let question = Question {
            key: input(key),
            ..Question::default()
        };
        compute(&inspect(token), &question, 0).unwrap()
    }

    #[test]
    fn both_macs_and_the_first_byte_that_differs() {
        let token = token("HS256", "HS256", "s3cret");
        let right = of(&token, "s3cret");
        let Steps::Hmac {
            computed,
            first_difference,
        } = &right.steps
        else {
            panic!("{right:?}");
        };
        assert!(right.holds && first_difference.is_none() && *computed == right.signature);
        assert_eq!(
            right.signing_input,
            token.rsplit_once('.').unwrap().0.as_bytes()
        );
        assert_eq!(right.hash.as_ref().unwrap().name, "SHA-256");
        assert_eq!(right.expected_length, Some(32));
        let wrong = of(&token, "s4cret");
        let Steps::Hmac {
            computed,
            first_difference: Some(at),
        } = &wrong.steps
        else {
            panic!("{wrong:?}");
        };
        assert!(!wrong.holds && computed[*at] != wrong.signature[*at]);
        assert_eq!(computed[..*at], wrong.signature[..*at]);
        let cut: String = token.chars().take(token.len() - 4).collect();
        let Steps::Hmac {
            first_difference, ..
        } = of(&cut, "s3cret").steps
        else {
            panic!("no HMAC");
        };
        assert_eq!(first_difference, Some(29));
    }

    #[test]
    fn the_digest_info_that_an_rsa_signature_carries() {
        for (says, used, name) in [
            ("RS256", "RS256", "SHA-256"),
            ("RS256", "RS512", "SHA-512"),
            ("PS384", "RS384", "SHA-384"),
        ] {
            let found = of(&token(says, used, RSA), RSA);
            let Steps::Rsa {
                padding:
                    RsaPadding::Pkcs1 {
                        digest,
                        is_of_input,
                    },
                encoded_message,
            } = &found.steps
            else {
                panic!("{found:?}");
            };
            assert_eq!((digest.name.as_str(), *is_of_input), (name, true));
            assert!(encoded_message.starts_with(&[0, 1, 0xff]));
            assert_eq!(found.holds, says == used);
        }
    }

    #[test]
    fn the_salt_of_a_pss_signature_also_of_an_edited_token() {
        let token = token("PS256", "PS256", RSA);
        for (text, expected) in [(token.clone(), true), (token.replace("e30", "e30g"), false)] {
            let found = of(&text, RSA);
            let Steps::Rsa {
                padding:
                    RsaPadding::Pss {
                        hash,
                        salt,
                        is_of_input,
                    },
                ..
            } = &found.steps
            else {
                panic!("{found:?}");
            };
            assert_eq!(
                (hash.as_str(), salt.len(), *is_of_input),
                ("SHA-256", 32, expected)
            );
        }
    }

    #[test]
    fn another_rsa_key_recovers_noise() {
        let found = of(&token("RS256", "RS256", OTHER_RSA), RSA);
        let Steps::Rsa { padding, .. } = &found.steps else {
            panic!("{found:?}");
        };
        assert_eq!(*padding, RsaPadding::None);
        assert!(!found.holds);
    }

    #[test]
    fn the_two_halves_of_ecdsa_and_eddsa() {
        let ec = of(&token("ES256", "ES256", P256), P256);
        let Steps::Ecdsa { r, s } = &ec.steps else {
            panic!("{ec:?}");
        };
        assert!(ec.holds && [r.as_slice(), s].concat() == ec.signature && r.len() == 32);
        let ed = of(&token("EdDSA", "EdDSA", ED25519), ED25519);
        let Steps::EdDsa { r, s } = &ed.steps else {
            panic!("{ed:?}");
        };
        assert!(ed.holds && [r.as_slice(), s].concat() == ed.signature && ed.hash.is_none());
        let ml = of(&token("ML-DSA-44", "ML-DSA-44", ML_DSA), ML_DSA);
        assert!(ml.holds && ml.steps == Steps::MlDsa);
    }

    #[test]
    fn without_a_key_that_fits_there_is_still_the_hash() {
        for key in ["", RSA] {
            let found = of(&token("ES256", "ES256", P256), key);
            assert_eq!(found.steps, Steps::NoKey);
            assert!(found.hash.is_some() && found.key.is_none() && !found.holds);
        }
    }

    #[test]
    fn the_key_is_the_one_of_the_verdict() {
        let jwk = |text: &str, kid: &str| {
            let jwk = read_key(&input(text)).keys[0].facts.public_jwk.clone();
            jwk.replacen('{', &format!(r#"{{"kid":"{kid}","#), 1)
        };
        let set = format!(
            r#"{{"keys":[{},{}]}}"#,
            jwk(OTHER_RSA, "other"),
            jwk(RSA, "mine")
        );
        let named = |kid: &str| {
            let header = format!(r#"{{"alg":"RS256","kid":"{kid}"}}"#);
            let text = format!("{}.e30", base64url::encode(header.as_bytes()));
            let scheme = signature_algorithm("RS256").unwrap().scheme;
            let material = &read_key(&input(RSA)).keys[0].material;
            let mut rng = ChaCha8Rng::seed_from_u64(1);
            let signature = crypto::sign(scheme, material, text.as_bytes(), &mut rng).unwrap();
            of(&format!("{text}.{}", base64url::encode(&signature)), &set)
        };
        for (kid, holds) in [("mine", true), ("other", false)] {
            let found = named(kid);
            assert_eq!(found.key.unwrap().kid.as_deref(), Some(kid));
            assert_eq!(found.holds, holds, "{kid}");
        }
        // Without a kid all are tried, and the one that holds is shown.
        let found = of(&token("RS256", "RS256", RSA), &set);
        assert_eq!(found.key.unwrap().kid.as_deref(), Some("mine"));
        assert!(found.holds);
    }

    #[test]
    fn what_has_no_arithmetic() {
        let question = Question::default();
        let unsecured = "eyJhbGciOiJub25lIn0.e30.";
        for paste in ["", "hello", unsecured] {
            assert_eq!(compute(&inspect(paste), &question, 0), None);
        }
        let token = token("HS256", "HS256", "s3cret");
        assert_eq!(compute(&inspect(&token), &question, 1), None);
    }

    #[test]
    fn no_private_number_is_in_it() {
        let found = of(&token("ES256", "ES256", P256), P256);
        let facts = found.key.unwrap();
        assert!(!facts.public_jwk.contains("\"d\""));
        let hush = of(&token("HS256", "HS256", "top-hush"), "top-hush");
        assert!(!format!("{hush:?}").contains("hush"));
    }
}
