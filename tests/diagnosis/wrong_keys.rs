//! A thousand wrong keys of every family: nothing may be said to verify.

use crate::ask::{Expect, ask, ask_within, row};
use crate::material::{FAMILIES, Family, hex, jwk};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jwt_debugger::base64url;
use jwt_debugger::crypto::generate;
use jwt_debugger::diagnosis::Budget;
use jwt_debugger::jose::algorithms::Curve;
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::public_jwk;
use rand_chacha::ChaCha8Rng;
use rand_core::{RngCore, SeedableRng};

fn bytes(length: usize, rng: &mut ChaCha8Rng) -> Vec<u8> {
    let mut bytes = vec![0; length];
    rng.fill_bytes(&mut bytes);
    bytes
}

/// A key of the kind that the family needs, which did not sign.
fn wrong_key(family: Family, round: usize, rng: &mut ChaCha8Rng) -> String {
    let curve =
        |curve, rng: &mut ChaCha8Rng| public_jwk(&generate(KeySpec::Curve(curve), rng).unwrap());
    match family.alg {
        "ES256" => curve(Curve::P256, rng),
        "ES384" => curve(Curve::P384, rng),
        "ES512" => curve(Curve::P521, rng),
        "ES256K" => curve(Curve::Secp256k1, rng),
        "EdDSA" => curve(Curve::Ed25519, rng),
        "Ed448" => curve(Curve::Ed448, rng),
        "ML-DSA-44" => public_jwk(&generate(KeySpec::MlDsa(44), rng).unwrap()),
        _ if family.is_rsa() => {
            // An odd number of 2048 bits: what a verifier sees of a modulus.
            let mut n = bytes(256, rng);
            n[0] |= 0x80;
            n[255] |= 1;
            format!(
                r#"{{"kty":"RSA","n":"{}","e":"AQAB"}}"#,
                base64url::encode(&n)
            )
        }
        _ => {
            let secret = bytes(1 + round % 64, rng);
            match round % 6 {
                0 => STANDARD.encode(&secret),
                1 => base64url::encode(&secret),
                2 => hex(&secret),
                3 => format!("\"{}\"\n", STANDARD.encode(&secret)),
                4 => format!(r#"{{"kty":"oct","k":"{}"}}"#, base64url::encode(&secret)),
                _ => secret
                    .iter()
                    .map(|byte| char::from(0x20 + byte % 95))
                    .collect(),
            }
        }
    }
}

#[test]
fn a_thousand_wrong_keys_and_no_proposal() {
    let mut rng = ChaCha8Rng::seed_from_u64(2026);
    let tokens: Vec<(Family, String)> = FAMILIES.map(|family| (family, family.token())).into();
    let mut count = 0;
    for round in 0..1_000 {
        let (family, token) = &tokens[round % tokens.len()];
        let key = wrong_key(*family, round, &mut rng);
        // All causes alone are tried for each key, and their pairs as far as time allows.
        let budget = if round < 48 {
            Budget::default()
        } else {
            Budget(2_500)
        };
        let found = ask_within(&row("", token, &key, Expect::Nothing), budget);
        let proposed = found
            .iter()
            .any(|one| one.is_verified || !one.fixes.is_empty());
        assert!(!proposed, "{} {key:?} {found:#?}", family.alg);
        assert_eq!(found.len(), 1, "{} {key:?} {found:#?}", family.alg);
        count += 1;
    }
    assert_eq!(count, 1_000);
}

/// The right key among as many: the search is not blind.
#[test]
fn the_right_key_is_found_every_time() {
    for family in FAMILIES {
        if family.is_hmac() {
            continue;
        }
        let mut rng = ChaCha8Rng::seed_from_u64(3);
        let wrong = wrong_key(family, 0, &mut rng);
        let token = family.token_of(&format!(r#"{{"alg":"{}","kid":"a"}}"#, family.alg), "{}");
        let wrong = wrong.replacen('{', r#"{"kid":"a","#, 1);
        let right = jwk(family.public, r#""kid":"b","#);
        let set = format!(r#"{{"keys":[{wrong},{right}]}}"#);
        let found = ask(&row("", &token, &set, Expect::Nothing));
        assert_eq!(
            found[0].codes(),
            ["key-other-of-set"],
            "{} {found:#?}",
            family.alg
        );
    }
}
