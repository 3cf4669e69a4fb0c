//! Filling a template: times, identifiers, and the key that some of them carry.

use crate::crypto::containers::{self, Container};
use crate::job::{Filled, Tampering};
use crate::jose::algorithms::{Scheme, signature_algorithm};
use crate::jose::key_spec::key_specs;
use crate::json;
use crate::keys::making::{MadeKey, Naming, NewKey, Purpose, SecretForm};
use crate::keys::{Key, KeyInput, make_key, public_jwk, read_key};
use crate::profiles::{Filling, NamedTemplate, TEMPLATES, Twist};
use crate::secret::Secret;
use rand_core::CryptoRngCore;

/// The template of this id, to be signed with `key` where that fits.
pub(super) fn fill<R: CryptoRngCore>(
    id: &str,
    clock: i64,
    random: [u8; 32],
    key: &KeyInput,
    rng: &mut R,
) -> Option<Filled> {
    let named = TEMPLATES.iter().find(|one| one.id == id)?;
    let mut filling = Filling::new(clock, random);
    let mut own_key = None;
    if named.template.header.contains("@jwk") {
        let alg = alg(named);
        let reading = read_key(key);
        let row = signature_algorithm(&alg);
        let fits = |scheme: Scheme| {
            let signs =
                |key: &&Key| key.facts.is_private && crate::crypto::fits(scheme, &key.material);
            reading.keys.iter().find(signs)
        };
        match row.and_then(|row| fits(row.scheme)) {
            Some(key) => filling.jwk = public_jwk(&key.material),
            None => {
                let made = make(&alg, rng)?;
                filling.jwk = made.facts.public_jwk;
                own_key = Some(made.private);
            }
        }
    }
    if named.twist == Twist::Confused && !is_public_pem(key) {
        own_key = public_pem(rng);
    }
    let (header, payload) = named.template.fill_with(&filling);
    Some(Filled {
        header,
        payload,
        tampering: match named.twist {
            Twist::Stripped => Tampering::Stripped,
            Twist::Confused => Tampering::Confused,
            Twist::None | Twist::Claims | Twist::Header | Twist::Unsecured | Twist::OwnKey => {
                Tampering::None
            }
        },
        disclosing: (!named.disclosable.is_empty()).then(|| {
            named
                .disclosable
                .iter()
                .map(|&one| one.to_owned())
                .collect()
        }),
        key: own_key,
    })
}

fn alg(named: &NamedTemplate) -> String {
    let header = named.template.header.replace("@jwk", "{}");
    let document = json::parse(header.into_bytes());
    let alg = document.get("alg").and_then(|alg| alg.text());
    alg.unwrap_or_default().into_owned()
}

fn make<R: CryptoRngCore>(alg: &str, rng: &mut R) -> Option<MadeKey> {
    let new = NewKey {
        alg: alg.to_owned(),
        spec: *key_specs(alg).first()?,
        secret: SecretForm::Bytes,
        names_alg: true,
        purpose: Purpose::Use,
        naming: Naming::Thumbprint,
    };
    make_key(&new, rng).ok()
}

fn is_public_pem(key: &KeyInput) -> bool {
    let text = key.text.expose();
    text.contains("-----BEGIN") && read_key(key).keys.iter().all(|key| !key.facts.is_private)
}

/// A public key as the text that a confused reader would take for a secret.
fn public_pem<R: CryptoRngCore>(rng: &mut R) -> Option<Secret<String>> {
    let made = make("ES256", rng)?;
    let reading = read_key(&KeyInput {
        text: made.private,
        ..KeyInput::default()
    });
    let der = containers::spki::write(&reading.keys.first()?.material).ok()?;
    containers::pem::write(Container::Spki, &der)
        .ok()
        .map(Secret::new)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use rand_chacha::ChaCha8Rng;
    use rand_core::SeedableRng;

    fn filled(id: &str, key: &str) -> Option<Filled> {
        let key = KeyInput {
            text: Secret::new(key.to_owned()),
            ..KeyInput::default()
        };
        fill(
            id,
            1_767_225_600,
            [7; 32],
            &key,
            &mut ChaCha8Rng::seed_from_u64(1),
        )
    }

    #[test]
    fn every_template_can_be_filled_and_says_what_is_done_to_it() {
        for one in TEMPLATES {
            let filled = filled(one.id, "").unwrap();
            let is_tampered = filled.tampering != Tampering::None;
            let is_twisted = matches!(one.twist, Twist::Stripped | Twist::Confused);
            assert_eq!(is_tampered, is_twisted, "{}", one.id);
            let carries = one.template.header.contains("@jwk") || one.twist == Twist::Confused;
            assert_eq!(filled.key.is_some(), carries, "{}", one.id);
        }
        assert_eq!(filled("nothing", ""), None);
    }

    /// SD-JWT VC §2.2: the credential is an SD-JWT, which ends in a tilde.
    #[test]
    fn a_credential_is_an_sd_jwt_with_something_to_withhold() {
        use crate::job::{Disclosing, Draft};
        let made = filled("sd-jwt-vc", "").unwrap();
        let pem = include_str!("../crypto/containers/fixtures/p256-pkcs8.pem");
        let draft = Draft {
            header: made.header,
            payload: made.payload,
            key: KeyInput {
                text: Secret::new(pem.to_owned()),
                ..KeyInput::default()
            },
            disclosing: made.disclosing.map(|pointers| Disclosing {
                pointers,
                ..Disclosing::default()
            }),
            ..Draft::default()
        };
        let signed = crate::sign::sign(&draft, &mut ChaCha8Rng::seed_from_u64(1)).unwrap();
        assert!(signed.token.ends_with('~'), "{}", signed.token);
        assert_eq!(signed.token.matches('~').count(), 6);
        let payload = signed.payload.unwrap();
        assert!(
            !payload.contains("Erika") && !payload.contains("Utrecht"),
            "{payload}"
        );
        assert_eq!(filled("plain", "").unwrap().disclosing, None);
    }

    #[test]
    fn the_key_in_the_header_is_the_one_that_signs() {
        let made = filled("broken-own-key", "secret").unwrap();
        let own = made.key.unwrap();
        let again = filled("broken-own-key", own.expose()).unwrap();
        assert_eq!((again.header, again.key), (made.header, None));
    }

    #[test]
    fn a_public_key_that_is_there_is_the_secret_of_a_confused_token() {
        let pem = include_str!("../crypto/containers/fixtures/p256-spki.pem");
        assert_eq!(filled("broken-confusion", pem).unwrap().key, None);
        let private = include_str!("../crypto/containers/fixtures/p256-pkcs8.pem");
        for key in [private, "secret"] {
            let made = filled("broken-confusion", key).unwrap().key.unwrap();
            assert!(
                made.expose().starts_with("-----BEGIN PUBLIC KEY-----"),
                "{key}"
            );
        }
    }
}
