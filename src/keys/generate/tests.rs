//! Keys that were made read back as themselves, say what was asked, and keep their private half
//! out of the public texts.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::jose::algorithms::{Curve, SIGNATURE_ALGORITHMS};
use crate::jose::encryption_algorithms::KEY_MANAGEMENT_ALGORITHMS;
use crate::jose::key_spec::key_specs;
use crate::keys::KeyReading;
use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;

fn rng() -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(6)
}

fn new(alg: &str, spec: KeySpec) -> NewKey {
    NewKey {
        alg: alg.to_owned(),
        spec,
        secret: SecretForm::Bytes,
        names_alg: true,
        purpose: Purpose::Use,
        naming: Naming::Thumbprint,
    }
}

fn read(text: &str) -> KeyReading {
    read_key(&KeyInput {
        text: Secret::new(text.to_owned()),
        ..KeyInput::default()
    })
}

#[test]
fn every_kind_reads_back_without_a_warning() {
    let mut count = 0;
    let signing = SIGNATURE_ALGORITHMS.iter().map(|row| row.name);
    let encrypting = KEY_MANAGEMENT_ALGORITHMS.iter().map(|row| row.name);
    for alg in signing.chain(encrypting) {
        for spec in key_specs(alg) {
            if matches!(spec, KeySpec::Rsa(_)) {
                continue;
            }
            for purpose in [Purpose::Use, Purpose::Operations, Purpose::Unsaid] {
                let wish = NewKey {
                    purpose,
                    ..new(alg, spec)
                };
                let made = make_key(&wish, &mut rng()).unwrap();
                let private = read(made.private.expose());
                assert_eq!((&private.faults, &private.warnings), (&vec![], &vec![]));
                let key = &private.keys[0];
                assert!(key.facts.is_private, "{alg}");
                assert_eq!(key.facts.kid, made.facts.kid);
                assert_eq!(key.facts.alg.as_deref(), Some(alg));
                assert_eq!(key.facts.key_use.is_some(), purpose == Purpose::Use);
                assert_eq!(key.facts.key_ops.is_empty(), purpose != Purpose::Operations);
                let set = read(&made.jwks);
                if key.facts.kty == "oct" {
                    assert_eq!(
                        (made.public.as_str(), made.jwks.as_str()),
                        ("", r#"{"keys":[]}"#)
                    );
                } else {
                    assert_eq!((&set.faults, &set.warnings), (&vec![], &vec![]), "{alg}");
                    assert!(set.is_set && !set.keys[0].facts.is_private, "{alg}");
                    assert_eq!(set.keys[0].facts.thumbprint, key.facts.thumbprint);
                    assert_eq!(made.facts.kid.as_deref(), Some(&*key.facts.thumbprint));
                }
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn a_key_from_the_browser_says_what_was_asked_and_not_what_it_said() {
    let wish = new("ES256", KeySpec::Curve(Curve::P256));
    let made = make_key(&wish, &mut rng()).unwrap();
    let foreign = made
        .private
        .expose()
        .replace("\"use\": \"sig\"", "\"key_ops\": [\"sign\"], \"ext\": true");
    let adopted = adopt_key(&wish, &Secret::new(foreign), &mut rng()).unwrap();
    assert_eq!(adopted, made);
    for nothing in ["", "{}", made.public.as_str()] {
        let refused = adopt_key(&wish, &Secret::new(nothing.to_owned()), &mut rng());
        assert_eq!(refused.unwrap_err().code, "key-unusable", "{nothing}");
    }
}

#[test]
fn names_are_given_random_or_left_out() {
    let spec = KeySpec::Oct(256);
    let made = |naming| {
        let wish = NewKey {
            naming,
            ..new("HS256", spec)
        };
        make_key(&wish, &mut rng()).unwrap().facts.kid
    };
    assert_eq!(made(Naming::Given("a".to_owned())).as_deref(), Some("a"));
    assert_eq!(made(Naming::Unnamed), None);
    assert_eq!(made(Naming::Thumbprint).unwrap().len(), 16);
}

#[test]
fn text_and_words_have_the_entropy_they_state() {
    for (secret, bits, length, entropy) in [
        (SecretForm::Text, 256, 43, 256),
        (SecretForm::Text, 128, 22, 128),
        (SecretForm::Words, 128, 8 * 6 - 1, 128),
        (SecretForm::Words, 200, 13 * 6 - 1, 208),
    ] {
        let wish = NewKey {
            secret,
            ..new("HS256", KeySpec::Oct(bits))
        };
        let made = make_key(&wish, &mut rng()).unwrap();
        let text = made.text.as_ref().unwrap().expose();
        assert_eq!(
            (text.len(), made.entropy),
            (length, Some(entropy)),
            "{text}"
        );
        let key = &read(made.private.expose()).keys[0];
        assert_eq!(
            key.material,
            Material::Oct(Secret::new(text.clone().into_bytes()))
        );
        let is_weak = made.warnings.iter().any(|w| w.code == "sign-weak-hmac");
        assert_eq!(is_weak, entropy < 256);
    }
}

#[test]
fn words_can_be_said_and_differ() {
    assert_eq!(word(0), "babab");
    assert_eq!(word(u16::MAX), "zuzuz");
    let mut all: Vec<String> = (0..=u16::MAX).map(word).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 65_536);
}

#[test]
fn the_public_texts_hold_nothing_private() {
    for alg in ["ES512", "Ed448", "ML-DSA-44", "ECDH-ES"] {
        let made = make_key(&new(alg, key_specs(alg)[0]), &mut rng()).unwrap();
        for text in [&made.public, &made.jwks] {
            assert!(
                !text.contains("\"d\"") && !text.contains("\"priv\""),
                "{text}"
            );
        }
    }
}

#[test]
fn odd_wishes_are_refused() {
    for spec in [KeySpec::Rsa(1024), KeySpec::Oct(0), KeySpec::MlDsa(1)] {
        assert!(make_key(&new("RS256", spec), &mut rng()).is_err());
    }
}
