//! Signatures with OpenSSL, both ways. An ECDSA signature is DER there and R‖S here.
//! Spec: RFC 7518 §3.2 to §3.5, RFC 8017 §8, RFC 8032, SEC 1 §C.5.

use crate::keys;
use crate::openssl::{OpenSsl, openssl};
use crate::ours;
use jwt_debugger::base64url;
use jwt_debugger::jose::algorithms::{
    Curve, Hash, SIGNATURE_ALGORITHMS, Scheme, signature_algorithm,
};
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::verify::SignatureState;
use rand_chacha::ChaCha20Rng;
use serde_json::json;

const ROUNDS: usize = 3;

/// OpenSSL 3.0 to 3.4 have no ML-DSA, and this compares with what Debian has; noble is asked.
const NOT_ASKED: [&str; 3] = ["ML-DSA-44", "ML-DSA-65", "ML-DSA-87"];

const fn digest(hash: Hash) -> &'static str {
    match hash {
        Hash::Sha256 => "sha256",
        Hash::Sha384 => "sha384",
        Hash::Sha512 => "sha512",
    }
}

/// The command that signs or verifies, up to the key.
fn command(scheme: Scheme, verb: &str) -> String {
    match scheme {
        Scheme::RsaPkcs1(hash) | Scheme::Ecdsa(_, hash) => {
            format!("dgst -{} -{verb}", digest(hash))
        }
        Scheme::RsaPss(hash) => format!(
            "dgst -{} -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest \
             -sigopt rsa_mgf1_md:{} -{verb}",
            digest(hash),
            digest(hash)
        ),
        Scheme::EdDsa | Scheme::EdDsaOn(_) => format!("pkeyutl -rawin -{verb} -inkey"),
        Scheme::Hmac(_) | Scheme::MlDsa(_) => panic!("{scheme:?}"),
    }
}

fn is_edwards(scheme: Scheme) -> bool {
    matches!(scheme, Scheme::EdDsa | Scheme::EdDsaOn(_))
}

/// A JWS whose signature OpenSSL makes with the key in file `private`.
fn their_token(openssl: &OpenSsl, alg: &str, private: &str, payload: &[u8]) -> String {
    let scheme = signature_algorithm(alg).unwrap().scheme;
    let header = json!({ "alg": alg, "n": "abcdefgh" }).to_string();
    let input = format!("{}.{}", ours::b64(header), ours::b64(payload));
    let file = openssl.file(&input);
    let command = command(scheme, "sign");
    let mut signature = if is_edwards(scheme) {
        openssl.run(&command, &[private, "-in", &file])
    } else {
        openssl.run(&command, &[private, &file])
    };
    if let Scheme::Ecdsa(curve, _) = scheme {
        signature = der_to_fixed(&signature, curve.field_len());
    }
    format!("{input}.{}", ours::b64(signature))
}

/// Whether OpenSSL verifies a JWS with the key in file `public`.
fn they_verify(openssl: &OpenSsl, alg: &str, public: &str, token: &str) -> bool {
    let scheme = signature_algorithm(alg).unwrap().scheme;
    let (input, signature) = token.rsplit_once('.').unwrap();
    let mut signature = base64url::decode(signature).unwrap();
    if let Scheme::Ecdsa(..) = scheme {
        signature = fixed_to_der(&signature);
    }
    let (file, signature) = (openssl.file(input), openssl.file(signature));
    let command = command(scheme, "verify");
    if is_edwards(scheme) {
        let more = [public, "-pubin", "-sigfile", &signature, "-in", &file];
        openssl.holds(&command, &more)
    } else {
        openssl.holds(&command, &[public, "-signature", &signature, &file])
    }
}

/// R‖S, each at the field's length, from SEQUENCE { INTEGER r, INTEGER s }.
fn der_to_fixed(der: &[u8], field: usize) -> Vec<u8> {
    assert_eq!(der[0], 0x30);
    let mut rest = if der[1] == 0x81 { &der[3..] } else { &der[2..] };
    let mut fixed = Vec::new();
    for _ in 0..2 {
        assert_eq!(rest[0], 2);
        let (number, after) = rest[2..].split_at(usize::from(rest[1]));
        let zeros = number.iter().take_while(|byte| **byte == 0).count();
        let number = &number[zeros..];
        fixed.resize(fixed.len() + field - number.len(), 0);
        fixed.extend_from_slice(number);
        rest = after;
    }
    assert!(rest.is_empty());
    fixed
}

fn fixed_to_der(fixed: &[u8]) -> Vec<u8> {
    let mut inside = Vec::new();
    for number in fixed.chunks(fixed.len() / 2) {
        let zeros = number.iter().take_while(|byte| **byte == 0).count();
        let mut number = number[zeros..].to_vec();
        if number.first().is_none_or(|first| *first >= 0x80) {
            number.insert(0, 0);
        }
        inside.extend([2, number.len() as u8]);
        inside.extend(number);
    }
    let mut der = vec![0x30];
    if inside.len() >= 0x80 {
        der.push(0x81);
    }
    der.push(inside.len() as u8);
    der.extend(inside);
    der
}

/// One bit of each part changed: neither accepts it.
fn refused_by_both(
    openssl: &OpenSsl,
    alg: &str,
    public: &str,
    public_text: &str,
    token: &str,
    rng: &mut ChaCha20Rng,
) -> usize {
    for part in 0..3 {
        let changed = ours::flipped(token, part, rng).unwrap();
        assert!(!they_verify(openssl, alg, public, &changed), "{changed}");
        let verdict = ours::verdict(&changed, public_text, None);
        assert_eq!(verdict.state, SignatureState::Invalid, "{changed}");
    }
    3
}

/// The same exchange with one key, which is in two PEM texts.
fn exchange(
    openssl: &OpenSsl,
    alg: &str,
    private_pem: &str,
    public_pem: &str,
    rng: &mut ChaCha20Rng,
) -> usize {
    let (private, public) = (openssl.file(private_pem), openssl.file(public_pem));
    let header = ours::header(&json!({ "alg": alg }), rng);
    let payload = json!({ "sub": keys::text(rng) }).to_string();
    let token = ours::make(&header, &payload, private_pem, rng);
    assert!(
        they_verify(openssl, alg, &public, &token),
        "{token}\n{public_pem}"
    );
    let mut refusals = refused_by_both(openssl, alg, &public, public_pem, &token, rng);

    let length = 1 + keys::below(300, rng);
    let payload = keys::random(length, rng);
    let token = their_token(openssl, alg, &private, &payload);
    assert_eq!(
        ours::verified(&token, public_pem),
        payload,
        "{token}\n{public_pem}"
    );
    refusals += refused_by_both(openssl, alg, &public, public_pem, &token, rng);
    refusals
}

#[test]
fn asymmetric_signatures_both_ways() {
    let Some(openssl) = openssl("signatures") else {
        return;
    };
    let mut rng = keys::rng("openssl signatures");
    let (mut asked, mut not_asked, mut refusals) = (Vec::new(), Vec::new(), 0);
    for row in &SIGNATURE_ALGORITHMS {
        let specs = match row.scheme {
            Scheme::Hmac(_) => continue,
            Scheme::MlDsa(_) => {
                not_asked.push(row.name);
                continue;
            }
            Scheme::RsaPkcs1(_) | Scheme::RsaPss(_) => vec![KeySpec::Rsa(2048)],
            Scheme::Ecdsa(curve, _) | Scheme::EdDsaOn(curve) => vec![KeySpec::Curve(curve)],
            Scheme::EdDsa => [Curve::Ed25519, Curve::Ed448].map(KeySpec::Curve).to_vec(),
        };
        for spec in specs {
            for _ in 0..ROUNDS {
                let key = keys::make(spec, &mut rng);
                let (private, public) = (keys::private_pem(&key), keys::public_pem(&key));
                refusals += exchange(&openssl, row.name, &private, &public, &mut rng);
            }
            asked.push(row.name);
        }
    }
    assert_eq!(not_asked, NOT_ASKED);
    assert_eq!(asked.len(), 14, "{asked:?}");
    assert_eq!(refusals, 14 * ROUNDS * 6);
}

#[test]
fn macs_are_the_same() {
    let Some(openssl) = openssl("macs") else {
        return;
    };
    let mut rng = keys::rng("openssl macs");
    let mut compared = 0;
    for row in &SIGNATURE_ALGORITHMS {
        let Scheme::Hmac(hash) = row.scheme else {
            continue;
        };
        for length in [1, hash.len(), 64, 65, 128, 129] {
            let secret = keys::random(length, &mut rng);
            let key = keys::secret(&secret);
            let text = keys::private(&key).to_string();
            let token = ours::make(&json!({ "alg": row.name }), "{}", &text, &mut rng);
            let (input, signature) = token.rsplit_once('.').unwrap();
            let hex: String = secret.iter().map(|byte| format!("{byte:02x}")).collect();
            let option = format!("hexkey:{hex}");
            let command = format!("dgst -{} -binary -mac HMAC -macopt", digest(hash));
            let mac = openssl.run(&command, &[&option, &openssl.file(input)]);
            assert_eq!(signature, ours::b64(mac), "{token}");
            compared += 1;
        }
    }
    assert_eq!(compared, 18);
}

/// Sizes that are no multiple of eight bits, exponents other than 65537, and moduli beyond what
/// the first of our two implementations takes.
#[test]
fn rsa_keys_of_other_sizes_and_exponents() {
    let Some(openssl) = openssl("rsa") else {
        return;
    };
    let mut rng = keys::rng("openssl rsa");
    let mut refusals = 0;
    let kinds = [
        (1024, "65537", ["RS256", "PS384"]),
        (2047, "65537", ["RS512", "PS256"]),
        (2048, "3", ["RS256", "PS512"]),
        (2049, "65537", ["RS384", "PS256"]),
        (2050, "4294967297", ["RS256", "PS384"]),
        (3072, "65537", ["RS512", "PS512"]),
        (4104, "65537", ["RS256", "PS384"]),
    ];
    for (bits, exponent, algs) in kinds {
        let private = openssl.text(
            &format!(
                "genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:{bits} \
                 -pkeyopt rsa_keygen_pubexp:{exponent}"
            ),
            &[],
        );
        let public = openssl.text("pkey -pubout -in", &[&openssl.file(&private)]);
        for alg in algs {
            refusals += exchange(&openssl, alg, &private, &public, &mut rng);
        }
    }
    assert_eq!(refusals, kinds.len() * 2 * 6);
}

/// What is verified, though we sign with no such key.
#[test]
fn rsa_exponents_beyond_our_own_signing() {
    let Some(openssl) = openssl("exponents") else {
        return;
    };
    let mut verified = 0;
    for exponent in [
        "18446744073709551629",
        "340282366920938463463374607431768211507",
    ] {
        let private = openssl.text(
            &format!(
                "genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 \
                 -pkeyopt rsa_keygen_pubexp:{exponent}"
            ),
            &[],
        );
        let file = openssl.file(&private);
        let public = openssl.text("pkey -pubout -in", &[&file]);
        for alg in ["RS256", "PS256"] {
            let token = their_token(&openssl, alg, &file, b"{}");
            assert_eq!(ours::verified(&token, &public), b"{}");
            let made = ours::try_make(&json!({ "alg": alg }), "{}", &private, &mut keys::rng("e"));
            assert_eq!(made, Err("rsa-exponent-too-large-to-sign".to_owned()));
            verified += 1;
        }
    }
    assert_eq!(verified, 4);
}

/// RFC 7518 §3.5: the salt is as long as the hash. OpenSSL makes any; a reader takes that one.
#[test]
fn pss_salts_of_another_length_are_refused() {
    let Some(openssl) = openssl("salts") else {
        return;
    };
    let mut rng = keys::rng("salts");
    let key = keys::make(KeySpec::Rsa(2048), &mut rng);
    let (private, public) = (
        openssl.file(keys::private_pem(&key)),
        keys::public_pem(&key),
    );
    let sign = |digest: &str, mgf1: &str, salt: &str, alg: &str| {
        let header = json!({ "alg": alg }).to_string();
        let input = format!("{}.{}", ours::b64(header), ours::b64("{}"));
        let command = format!(
            "dgst -{digest} -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:{salt} \
             -sigopt rsa_mgf1_md:{mgf1} -sign"
        );
        let signature = openssl.run(&command, &[&private, &openssl.file(&input)]);
        let token = format!("{input}.{}", ours::b64(signature));
        ours::verdict(&token, &public, None).state
    };
    for (alg, hash, length) in [
        ("PS256", "sha256", 32),
        ("PS384", "sha384", 48),
        ("PS512", "sha512", 64),
    ] {
        for salt in ["0", "1", "20", "32", "48", "64", "max"] {
            let state = sign(hash, hash, salt, alg);
            let expected = if salt == length.to_string() {
                SignatureState::Valid
            } else {
                SignatureState::Invalid
            };
            assert_eq!(state, expected, "{alg} with a salt of {salt}");
        }
        // The mask generation function uses the same hash (RFC 7518 §3.5).
        assert_eq!(
            sign(hash, "sha1", &length.to_string(), alg),
            SignatureState::Invalid
        );
    }
    assert_eq!(
        sign("sha256", "sha512", "32", "PS256"),
        SignatureState::Invalid
    );
}

#[test]
fn der_and_fixed_length_are_each_other_s_inverse() {
    for fixed in [[0; 64], [0xff; 64], [0x7f; 64]] {
        assert_eq!(der_to_fixed(&fixed_to_der(&fixed), 32), fixed);
    }
    assert_eq!(fixed_to_der(&[1, 0x80]), [0x30, 7, 2, 1, 1, 2, 2, 0, 0x80]);
}
