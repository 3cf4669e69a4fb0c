//! A thousand wrong keys of every family: nothing may be said to verify.

use crate::ask::{Expect, ask, ask_within, row};
use crate::material::{FAMILIES, Family, der, hex, jwk, parts, signature_of, with_signature};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jwt_debugger::base64url;
use jwt_debugger::crypto::generate;
use jwt_debugger::diagnosis::Budget;
use jwt_debugger::jose::algorithms::Curve;
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::{public_jwk, read_key};
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
            // An odd number of a modulus's length: what a verifier sees of one. Every other key is
            // as long as the one that signed.
            let length = [256, 128, 256, 384, 256, 512][round / FAMILIES.len() % 6];
            let mut n = bytes(length, rng);
            n[0] |= 0x80;
            n[length - 1] |= 1;
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
        let is_so = !found[0].is_certain || so_of_another_key(*family, &key, found[0].code());
        assert!(is_so, "{} {key:?} {found:#?}", family.alg);
        count += 1;
    }
    assert_eq!(count, 1_000);
}

/// What is so when nothing is wrong but the key, which is of the right type: with RSA alone it can
/// be seen, by what the key makes of the signature or by the key's size.
fn so_of_another_key(family: Family, key: &str, code: &str) -> bool {
    let size = |text: &str| read_key(&crate::material::key(text)).keys[0].facts.bits;
    let is_same_size = || size(key) == size(family.public);
    family.is_rsa()
        && match code {
            "key-not-the-signer" => true,
            "signature-length-of-others" => !is_same_size(),
            _ => false,
        }
}

/// A fault of the token, and the codes of what is certain of it whatever the key is.
type Damage = (&'static str, String, &'static [&'static str]);

fn damages(family: Family) -> Vec<Damage> {
    let token = family.token();
    let raw = signature_of(&token);
    let last = token.rfind('.').unwrap();
    let [header, payload, signature] = parts(&token);
    let with = |bytes: &[u8]| with_signature(&token, &base64url::encode(bytes));
    let unclear: &[&str] = &["signature-length-unclear"];
    let mut all: Vec<Damage> = vec![
        ("nothing", token.clone(), &[]),
        ("hex", with_signature(&token, &hex(&raw)), unclear),
        ("hex of text", with(hex(&raw).as_bytes()), unclear),
        (
            "encoded twice",
            with(base64url::encode(&raw).as_bytes()),
            unclear,
        ),
        (
            "cut",
            with(&raw[..raw.len() - 9]),
            &["token-cut-off", "signature-length-unclear"],
        ),
        (
            "more",
            with(&[&raw[..], &[7; 9]].concat()),
            &["token-too-long", "signature-length-unclear"],
        ),
        ("no signature", with(&[]), &["token-signature-missing"]),
        (
            "first dot",
            token.replacen('.', "", 1),
            &["token-part-count"],
        ),
        (
            "last dot",
            format!("{}{}", &token[..last], &token[last + 1..]),
            &["token-part-count"],
        ),
        (
            "a part more",
            format!("{header}.{payload}.AAAA.{signature}"),
            &["token-part-count"],
        ),
        (
            "edited",
            format!("{header}.{}.{signature}", base64url::encode(b"{}")),
            &[],
        ),
        (
            "letters lost",
            token.to_ascii_lowercase(),
            &["token-letter-case"],
        ),
        (
            "shortened",
            format!("{}...", &token[..40]),
            &["token-shortened"],
        ),
    ];
    if family.is_ecdsa() {
        all.push(("DER", with(&der(&raw)), unclear));
    }
    all
}

/// What is said as certain is known from how the token was damaged and that the key did not sign.
#[test]
fn what_is_certain_of_a_wrong_key_is_so() {
    let mut rng = ChaCha8Rng::seed_from_u64(41);
    let mut count = 0;
    let mut untrue = Vec::new();
    for family in FAMILIES {
        for (fault, paste, so) in damages(family) {
            // Of RSA the same size, a smaller and a larger one.
            for round in [0, 1, 3]
                .into_iter()
                .take(if family.is_rsa() { 3 } else { 1 })
            {
                let key = wrong_key(family, round * FAMILIES.len(), &mut rng);
                let found = ask_within(&row("", &paste, &key, Expect::Nothing), Budget(400));
                let proposed = found.iter().any(|one| one.is_verified);
                assert!(!proposed, "{} {fault} {key:?} {found:#?}", family.alg);
                for one in found.iter().filter(|one| one.is_certain) {
                    let code = one.code();
                    if !so.contains(&code) && !so_of_another_key(family, &key, code) {
                        untrue.push(format!("{} {fault} {round}: {code}", family.alg));
                    }
                    count += 1;
                }
            }
        }
    }
    assert!(untrue.is_empty(), "{}", untrue.join("\n"));
    assert!(count > 200, "{count}");
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
