//! A certificate that a key makes for itself, so that `x5c` can be tried. Nobody vouches for it.
//! Spec: RFC 5280 §4.1, RFC 7515 §4.1.6 and §4.1.8.

use super::making::{CertificateWish, MadeCertificate};
use super::write_jwk::{Half, write_jwk_with};
use super::{Key, read_key};
use crate::crypto::containers::x509::{self, SelfSigned};
use crate::crypto::containers::{self, Container};
use crate::diagnostic::{Diagnostic, Fact};
use crate::json::quote;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rand_core::CryptoRngCore;

/// Seconds in a day.
const DAY: i64 = 86_400;

/// Makes the certificate with the first key that can sign.
pub fn certify<R: CryptoRngCore>(
    wish: &CertificateWish,
    rng: &mut R,
) -> Result<MadeCertificate, Diagnostic> {
    let reading = read_key(&wish.key);
    let signs = |key: &&Key| key.facts.is_private && x509::can_sign(&key.material);
    let Some(key) = reading.keys.iter().find(signs) else {
        let found: Vec<Fact> = reading.keys.iter().map(|key| key.facts.label()).collect();
        return Err(match reading.faults.into_iter().next() {
            Some(fault) if found.is_empty() => fault,
            _ => Diagnostic::danger("certify-no-key").with("found", Fact::List(found)),
        });
    };
    let subject = wish.subject.trim();
    if subject.is_empty() || subject.chars().count() > 64 {
        return Err(Diagnostic::danger("certify-subject"));
    }
    let until = wish
        .from
        .saturating_add(i64::from(wish.days).saturating_mul(DAY));
    let request = SelfSigned {
        subject,
        not_before: wish.from,
        not_after: until,
    };
    let der = x509::self_signed(&key.material, &request, rng).map_err(Diagnostic::from)?;
    let pem = containers::pem::write(Container::Certificate, &der).map_err(Diagnostic::from)?;
    let unreadable = || Diagnostic::danger("key-unusable");
    let (certificate, _) = x509::read_certificate(&der).map_err(Diagnostic::from)?;
    let x5c = format!("[{}]", quote(&STANDARD.encode(&der)));
    let more = [
        ("x5t#S256", quote(&certificate.sha256)),
        ("x5c", x5c.clone()),
    ];
    let jwk = write_jwk_with(&key.material, &key.facts, Half::Public, &more);
    Ok(MadeCertificate {
        pem,
        x5c,
        x5t_s256: certificate.sha256,
        jwk: jwk.ok_or_else(unreadable)?.expose().clone(),
        until,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::crypto::generate;
    use crate::jose::algorithms::Curve;
    use crate::jose::key_spec::KeySpec;
    use crate::keys::{KeyInput, facts_of, write_jwk};
    use crate::secret::Secret;
    use rand_chacha::ChaCha8Rng;
    use rand_core::SeedableRng;

    fn wish(text: &str) -> CertificateWish {
        CertificateWish {
            key: KeyInput {
                text: Secret::new(text.to_owned()),
                ..KeyInput::default()
            },
            subject: "Jo, \"test\" = #1".to_owned(),
            from: 1_767_225_600,
            days: 30,
        }
    }

    fn jwk(spec: KeySpec) -> String {
        let material = generate(spec, &mut ChaCha8Rng::seed_from_u64(1)).unwrap();
        let jwk = write_jwk(&material, &facts_of(&material), Half::Private);
        jwk.unwrap().expose().clone()
    }

    #[test]
    fn every_kind_that_signs_gets_one_that_reads_back() {
        let mut rng = ChaCha8Rng::seed_from_u64(2);
        let rsa = include_str!("../crypto/containers/fixtures/rsa-pkcs8.pem").to_owned();
        let curves = [
            Curve::P256,
            Curve::P384,
            Curve::P521,
            Curve::Secp256k1,
            Curve::Ed25519,
            Curve::Ed448,
        ];
        let mut texts: Vec<String> = curves.map(|curve| jwk(KeySpec::Curve(curve))).into();
        texts.extend([44, 65, 87].map(|level| jwk(KeySpec::MlDsa(level))));
        texts.push(rsa);
        for text in texts {
            let made = certify(&wish(&text), &mut rng).unwrap();
            let reading = read_key(&wish(&made.pem).key);
            assert_eq!((&reading.faults, &reading.warnings), (&vec![], &vec![]));
            let key = reading.keys.first().unwrap();
            assert_eq!(key.facts.x5t_s256.as_deref(), Some(made.x5t_s256.as_str()));
            assert_eq!(made.until, 1_767_225_600 + 30 * DAY);
            // A certificate of another key beside the numbers would be a warning.
            let jwk = read_key(&wish(&made.jwk).key);
            assert_eq!((&jwk.faults, &jwk.warnings), (&vec![], &vec![]));
            assert!(!jwk.keys.first().unwrap().facts.is_private);
        }
    }

    #[test]
    fn keys_that_cannot_sign_and_nameless_holders_are_refused() {
        let mut rng = ChaCha8Rng::seed_from_u64(3);
        let x25519 = jwk(KeySpec::Curve(Curve::X25519));
        let public = include_str!("../crypto/containers/fixtures/p256-spki.pem");
        for text in [x25519.as_str(), public, "secret", ""] {
            let refused = certify(&wish(text), &mut rng).unwrap_err();
            assert_eq!(refused.code, "certify-no-key", "{text}");
        }
        let p256 = jwk(KeySpec::Curve(Curve::P256));
        for subject in ["", "  ", &"x".repeat(65)] {
            let nameless = CertificateWish {
                subject: subject.to_owned(),
                ..wish(&p256)
            };
            assert_eq!(
                certify(&nameless, &mut rng).unwrap_err().code,
                "certify-subject"
            );
        }
        let early = CertificateWish {
            from: -1,
            ..wish(&p256)
        };
        assert_eq!(
            certify(&early, &mut rng).unwrap_err().code,
            "certificate-moment"
        );
    }
}
