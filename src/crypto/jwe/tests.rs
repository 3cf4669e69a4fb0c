//! Every `alg` with every `enc` there and back, published values, and what must not open.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use crate::base64url::decode;
use crate::crypto::{ec_public, okp_public};
use crate::jose::algorithms::Hash;
use crate::jose::encryption_algorithms::{
    AesKey, CONTENT_ENCRYPTION_ALGORITHMS, KEY_MANAGEMENT_ALGORITHMS, content_encryption_algorithm,
    key_management_algorithm,
};
use crate::keys::RsaPrivate;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use std::sync::LazyLock;

fn rng() -> ChaCha20Rng {
    ChaCha20Rng::from_seed([5; 32])
}

fn b64(text: &str) -> Vec<u8> {
    decode(text).unwrap()
}

fn oct(bytes: &[u8]) -> Material {
    Material::Oct(Secret::new(bytes.to_vec()))
}

static RSA: LazyLock<Material> = LazyLock::new(|| {
    use ::rsa::traits::{PrivateKeyParts, PublicKeyParts};
    let key = ::rsa::RsaPrivateKey::new(&mut rng(), 2048).unwrap();
    let secret = |number: &::rsa::BigUint| Secret::new(number.to_bytes_be());
    Material::Rsa {
        n: key.n().to_bytes_be(),
        e: key.e().to_bytes_be(),
        private: Some(RsaPrivate {
            d: secret(key.d()),
            p: secret(&key.primes()[0]),
            q: secret(&key.primes()[1]),
        }),
    }
});

fn ec(curve: Curve) -> Material {
    let mut d = vec![9; curve.field_len()];
    d[0] = 0;
    let (x, y) = ec_public(curve, &d).unwrap();
    let d = Some(Secret::new(d));
    Material::Ec { curve, x, y, d }
}

fn okp(curve: Curve) -> Material {
    let d = vec![9; curve.field_len()];
    let x = okp_public(curve, &d).unwrap();
    let d = Some(Secret::new(d));
    Material::Okp { curve, x, d }
}

fn keys_for(management: KeyManagement, enc: ContentEncryption) -> Vec<Material> {
    match management {
        KeyManagement::Direct => vec![oct(&vec![1; enc.key_len()])],
        KeyManagement::AesKw(size) | KeyManagement::AesGcmKw(size) => {
            vec![oct(&vec![1; size.bytes()])]
        }
        KeyManagement::Pbes2(..) => vec![oct(b"password"), oct(b"")],
        KeyManagement::Rsa15 | KeyManagement::RsaOaep(_) => vec![RSA.clone()],
        KeyManagement::EcdhEs(_) => vec![
            ec(Curve::P256),
            ec(Curve::P384),
            ec(Curve::P521),
            okp(Curve::X25519),
            okp(Curve::X448),
        ],
    }
}

/// What PBES2 does in tests: fast.
fn given() -> Parameters {
    Parameters {
        p2c: Some(10),
        apu: b"Alice".to_vec(),
        apv: b"Bob".to_vec(),
        ..Parameters::default()
    }
}

#[test]
fn every_alg_opens_with_every_enc_what_it_sealed() {
    let mut pairs = 0;
    for alg in &KEY_MANAGEMENT_ALGORITHMS {
        for enc in &CONTENT_ENCRYPTION_ALGORITHMS {
            for key in keys_for(alg.management, enc.encryption) {
                let sealed = seal_key(alg, enc, &key, given(), &mut rng());
                if alg.management == KeyManagement::Rsa15 {
                    assert_eq!(sealed, Err(JweError::DecryptOnly));
                    continue;
                }
                let sealed = sealed.unwrap();
                let open = |parameters: &Parameters, encrypted: &[u8]| {
                    open_key(alg, enc, &key, parameters, encrypted, 10)
                };
                let opened = open(&sealed.parameters, &sealed.encrypted_key);
                assert_eq!(opened, Ok(sealed.key.clone()), "{} {}", alg.name, enc.name);
                pairs += 1;

                let mut other = sealed.encrypted_key.clone();
                other.push(0);
                assert!(open(&sealed.parameters, &other).is_err(), "{}", alg.name);
                other.pop();
                if let Some(byte) = other.first_mut() {
                    *byte ^= 1;
                    assert!(open(&sealed.parameters, &other).is_err(), "{}", alg.name);
                    assert!(open(&sealed.parameters, &[]).is_err(), "{}", alg.name);
                }
            }
        }
    }
    assert_eq!(pairs, (1 + 3 + 3 + 4 + 4 * 5 + 3 * 2) * 6);
}

#[test]
fn every_enc_decrypts_what_it_encrypted_and_nothing_that_was_changed() {
    for enc in &CONTENT_ENCRYPTION_ALGORITHMS {
        let enc = enc.encryption;
        let key = Secret::new(vec![3; enc.key_len()]);
        let iv = random_iv(enc, &mut rng());
        for plain in [b"".as_slice(), b"x", &[7; 16], &[8; 1000]] {
            let (text, tag) = encrypt_content(enc, &key, &iv, b"aad", plain).unwrap();
            assert_eq!(tag.len(), enc.tag_len());
            let opened = decrypt_content(enc, &key, &iv, b"aad", &text, &tag);
            assert_eq!(opened, Ok(plain.to_vec()));

            let mismatch = Err(JweError::TagMismatch);
            let flip = |bytes: &[u8]| {
                let mut bytes = bytes.to_vec();
                bytes[0] ^= 1;
                bytes
            };
            let other_key = Secret::new(vec![4; enc.key_len()]);
            assert_eq!(
                decrypt_content(enc, &key, &flip(&iv), b"aad", &text, &tag),
                mismatch
            );
            assert_eq!(
                decrypt_content(enc, &key, &iv, b"add", &text, &tag),
                mismatch
            );
            assert_eq!(
                decrypt_content(enc, &key, &iv, b"aad", &text, &flip(&tag)),
                mismatch
            );
            assert_eq!(
                decrypt_content(enc, &other_key, &iv, b"aad", &text, &tag),
                mismatch
            );
            if !text.is_empty() {
                let changed = flip(&text);
                assert_eq!(
                    decrypt_content(enc, &key, &iv, b"aad", &changed, &tag),
                    mismatch
                );
            }
        }
    }
}

#[test]
fn parts_of_wrong_length_are_named() {
    for row in &CONTENT_ENCRYPTION_ALGORITHMS {
        let enc = row.encryption;
        let key = Secret::new(vec![3; enc.key_len()]);
        let short = Secret::new(vec![3; enc.key_len() - 1]);
        let (iv, tag) = (vec![0; enc.iv_len()], vec![0; enc.tag_len()]);
        let named = |result: Result<Vec<u8>, JweError>| match result {
            Err(JweError::WrongLength { what, .. }) => what,
            other => panic!("{other:?}"),
        };
        assert_eq!(
            named(decrypt_content(enc, &short, &iv, b"", b"", &tag)),
            "cek"
        );
        assert_eq!(
            named(decrypt_content(enc, &key, &iv[1..], b"", b"", &tag)),
            "iv"
        );
        assert_eq!(
            named(decrypt_content(enc, &key, &iv, b"", b"", &tag[1..])),
            "tag"
        );
        // Shortening the tag to nothing must not make it fit.
        assert_eq!(named(decrypt_content(enc, &key, &iv, b"", b"", b"")), "tag");
    }
}

/// RFC 7518 Appendix C.
#[test]
fn ecdh_es_derives_what_rfc_7518_prints() {
    let alice = Material::Ec {
        curve: Curve::P256,
        x: b64("gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0"),
        y: b64("SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps"),
        d: Some(Secret::new(b64(
            "0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo",
        ))),
    };
    let bob = Material::Ec {
        curve: Curve::P256,
        x: b64("weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ"),
        y: b64("e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck"),
        d: Some(Secret::new(b64(
            "VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw",
        ))),
    };
    let parameters = Parameters {
        epk: Some(alice),
        apu: b"Alice".to_vec(),
        apv: b"Bob".to_vec(),
        ..Parameters::default()
    };
    let alg = key_management_algorithm("ECDH-ES").unwrap();
    let enc = content_encryption_algorithm("A128GCM").unwrap();
    let key = open_key(alg, enc, &bob, &parameters, &[], 0).unwrap();
    assert_eq!(key.expose(), &b64("VqqN6vgjbSBcIijNcacQGg"));
}

fn hex(text: &str) -> Vec<u8> {
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

/// RFC 8037 Appendix A.6 and A.7: both parties agree on the printed Z.
#[test]
fn x25519_and_x448_agree_on_what_rfc_8037_prints() {
    let file = include_str!("../../../tests/vectors/data/rfc8037-okp.json");
    let file: serde_json::Value = serde_json::from_str(file).unwrap();
    let mut agreed = 0;
    for example in file["examples"].as_array().unwrap() {
        let Some(z) = example["z_hex"].as_str() else {
            continue;
        };
        let text = |name: &str| hex(example[name].as_str().unwrap());
        let curve = Curve::from_name(example["bob_jwk"]["crv"].as_str().unwrap()).unwrap();
        let party = |secret: &str, public: &str| Material::Okp {
            curve,
            x: text(public),
            d: Some(Secret::new(text(secret))),
        };
        let bob = party("bob_secret_hex", "bob_pk_hex");
        let ephemeral = party("epk_secret_hex", "epk_pk_hex");
        for (ours, theirs) in [(&bob, &ephemeral), (&ephemeral, &bob)] {
            let shared = agreement::agree(ours, theirs).unwrap();
            assert_eq!(shared.expose(), &hex(z));
            let Material::Okp { x, d, .. } = ours else {
                panic!("OKP")
            };
            let public = okp_public(curve, d.as_ref().unwrap().expose());
            assert_eq!(public, Ok(x.clone()));
            agreed += 1;
        }
    }
    assert_eq!(agreed, 4);
}

/// RFC 3394 §4.1.
#[test]
fn aes_key_wrap_wraps_what_rfc_3394_prints() {
    let numbers = |range: std::ops::Range<u8>| range.collect::<Vec<u8>>();
    let data: Vec<u8> = (0..16).map(|n| n * 0x11).collect();
    let wrapped = aes_wrap::wrap(AesKey::A128, &numbers(0..16), &data).unwrap();
    let printed = [
        0x1f, 0xa6, 0x8b, 0x0a, 0x81, 0x12, 0xb4, 0x47, 0xae, 0xf3, 0x4b, 0xd8, 0xfb, 0x5a, 0x7b,
        0x82, 0x9d, 0x3e, 0x86, 0x23, 0x71, 0xd2, 0xcf, 0xe5,
    ];
    assert_eq!(wrapped, printed);
    assert_eq!(
        aes_wrap::unwrap(AesKey::A128, &numbers(0..16), &printed),
        Ok(data)
    );
}

/// RFC 7518 Appendix B.1.
#[test]
fn aes_cbc_hmac_makes_the_tag_that_rfc_7518_prints() {
    let key = Secret::new((0..32).collect::<Vec<u8>>());
    let plain = b"A cipher system must not be required to be secret, and it must be able to fall into the hands of the enemy without inconvenience";
    let iv = [
        0x1a, 0xf3, 0x8c, 0x2d, 0xc2, 0xb9, 0x6f, 0xfd, 0xd8, 0x66, 0x94, 0x09, 0x23, 0x41, 0xbc,
        0x04,
    ];
    let aad = b"The second principle of Auguste Kerckhoffs";
    let enc = ContentEncryption::AesCbcHmac(Hash::Sha256);
    let (text, tag) = encrypt_content(enc, &key, &iv, aad, plain).unwrap();
    assert!(text.starts_with(&[0xc8, 0x0e, 0xdf, 0xa3, 0x2d, 0xdf, 0x39, 0xd5]));
    let printed = [
        0x65, 0x2c, 0x3f, 0xa3, 0x6b, 0x0a, 0x7c, 0x5b, 0x32, 0x19, 0xfa, 0xb3, 0xa3, 0x0b, 0xc1,
        0xc4,
    ];
    assert_eq!(tag, printed);
}

#[test]
fn ecdh_es_refuses_keys_that_do_not_agree() {
    let alg = key_management_algorithm("ECDH-ES").unwrap();
    let enc = content_encryption_algorithm("A256GCM").unwrap();
    let open = |key: &Material, epk: Option<Material>| {
        let parameters = Parameters {
            epk,
            ..Parameters::default()
        };
        open_key(alg, enc, key, &parameters, &[], 0).unwrap_err()
    };
    let missing = open(&ec(Curve::P256), None);
    assert_eq!(missing, JweError::ParameterMissing("epk"));
    let other_curve = open(&ec(Curve::P256), Some(ec(Curve::P384)));
    assert_eq!(other_curve, JweError::ParameterWrong("epk"));
    let other_type = open(&okp(Curve::X25519), Some(ec(Curve::P256)));
    assert_eq!(other_type, JweError::ParameterWrong("epk"));
    let off = Material::Ec {
        curve: Curve::P256,
        x: vec![1; 32],
        y: vec![1; 32],
        d: None,
    };
    let refused = JweError::ParameterWrong("epk");
    assert_eq!(open(&ec(Curve::P256), Some(off)), refused);
    let signing = open(&okp(Curve::Ed25519), Some(okp(Curve::Ed25519)));
    assert_eq!(signing, JweError::Key(CryptoError::WrongKeyType));
    let bitcoin = open(&ec(Curve::Secp256k1), Some(ec(Curve::Secp256k1)));
    assert_eq!(bitcoin, JweError::Key(CryptoError::WrongKeyType));
}

#[test]
fn x25519_and_x448_points_of_small_order_are_refused() {
    let alg = key_management_algorithm("ECDH-ES").unwrap();
    let enc = content_encryption_algorithm("A256GCM").unwrap();
    for curve in [Curve::X25519, Curve::X448] {
        for first in [0, 1] {
            let mut x = vec![0; curve.field_len()];
            x[0] = first;
            let parameters = Parameters {
                epk: Some(Material::Okp { curve, x, d: None }),
                ..Parameters::default()
            };
            let refused = open_key(alg, enc, &okp(curve), &parameters, &[], 0);
            assert_eq!(refused, Err(JweError::ParameterWrong("epk")));
        }
    }
}

#[test]
fn pbes2_stops_at_the_limit_and_needs_its_parameters() {
    let alg = key_management_algorithm("PBES2-HS256+A128KW").unwrap();
    let enc = content_encryption_algorithm("A128GCM").unwrap();
    let open = |p2s: Option<Vec<u8>>, p2c: Option<u64>| {
        let parameters = Parameters {
            p2s,
            p2c,
            ..Parameters::default()
        };
        open_key(alg, enc, &oct(b"pw"), &parameters, &[0; 24], PBES2_ASK).unwrap_err()
    };
    let salt = || Some(vec![1; 16]);
    let (rounds, limit) = (10_001, 10_000);
    assert_eq!(
        open(salt(), Some(rounds)),
        JweError::TooCostly { rounds, limit }
    );
    let rounds = u64::MAX;
    assert_eq!(
        open(salt(), Some(rounds)),
        JweError::TooCostly { rounds, limit }
    );
    assert_eq!(open(salt(), Some(0)), JweError::ParameterWrong("p2c"));
    assert_eq!(open(salt(), None), JweError::ParameterMissing("p2c"));
    assert_eq!(open(None, Some(1)), JweError::ParameterMissing("p2s"));
    let short = Some(vec![1; 7]);
    assert_eq!(open(short, Some(1)), JweError::ParameterWrong("p2s"));
    assert_eq!(open(salt(), Some(1000)), JweError::KeyNotOpened);
}

#[test]
fn gcm_key_wrap_needs_its_iv_and_tag() {
    let alg = key_management_algorithm("A256GCMKW").unwrap();
    let enc = content_encryption_algorithm("A128GCM").unwrap();
    let open = |iv: Option<Vec<u8>>, tag: Option<Vec<u8>>| {
        let parameters = Parameters {
            iv,
            tag,
            ..Parameters::default()
        };
        open_key(alg, enc, &oct(&[1; 32]), &parameters, &[0; 16], 0).unwrap_err()
    };
    let (iv, tag) = (|| Some(vec![0; 12]), || Some(vec![0; 16]));
    assert_eq!(open(None, tag()), JweError::ParameterMissing("iv"));
    assert_eq!(open(iv(), None), JweError::ParameterMissing("tag"));
    assert_eq!(
        open(Some(vec![0; 16]), tag()),
        JweError::ParameterWrong("iv")
    );
    assert_eq!(open(iv(), Some(vec![])), JweError::ParameterWrong("tag"));
    assert_eq!(open(iv(), tag()), JweError::KeyNotOpened);
}

#[test]
fn keys_of_wrong_kind_or_length_do_not_open() {
    let enc = content_encryption_algorithm("A128GCM").unwrap();
    let wrong = |alg: &str, key: &Material| {
        let alg = key_management_algorithm(alg).unwrap();
        open_key(alg, enc, key, &given(), &[0; 256], 10).unwrap_err()
    };
    let kind = JweError::Key(CryptoError::WrongKeyType);
    for alg in ["dir", "A128KW", "PBES2-HS256+A128KW", "A256GCMKW"] {
        assert_eq!(wrong(alg, &ec(Curve::P256)), kind, "{alg}");
    }
    for alg in ["RSA-OAEP", "RSA1_5", "ECDH-ES"] {
        assert_eq!(wrong(alg, &oct(&[1; 16])), kind, "{alg}");
    }
    let length = |what, expected, found| JweError::WrongLength {
        what,
        expected,
        found,
    };
    assert_eq!(wrong("A128KW", &oct(&[1; 15])), length("key", 16, 15));
    assert_eq!(
        wrong("dir", &oct(&[1; 16])),
        length("encrypted-key", 0, 256)
    );
    let dir = key_management_algorithm("dir").unwrap();
    let short = open_key(dir, enc, &oct(&[1; 15]), &given(), &[], 0);
    assert_eq!(short, Err(length("cek", 16, 15)));
    let Material::Rsa { n, e, .. } = RSA.clone() else {
        panic!("RSA")
    };
    let public = Material::Rsa {
        n,
        e,
        private: None,
    };
    let no_private = JweError::Key(CryptoError::NoPrivateHalf);
    assert_eq!(wrong("RSA-OAEP", &public), no_private);
}

#[test]
fn rsa_oaep_does_not_open_with_another_hash_and_garbage_does_not_panic() {
    let enc = content_encryption_algorithm("A128GCM").unwrap();
    let names = [
        "RSA-OAEP",
        "RSA-OAEP-256",
        "RSA-OAEP-384",
        "RSA-OAEP-512",
        "RSA1_5",
    ];
    let algs = names.map(|name| key_management_algorithm(name).unwrap());
    for one in algs {
        let Ok(sealed) = seal_key(one, enc, &RSA, given(), &mut rng()) else {
            continue;
        };
        for other in algs.iter().filter(|other| other.name != one.name) {
            let opened = open_key(other, enc, &RSA, &given(), &sealed.encrypted_key, 0);
            assert!(opened.is_err(), "{} {}", one.name, other.name);
        }
    }
    let mut garbage = vec![0; 256];
    let mut rng = rng();
    for _ in 0..10 {
        rng.fill_bytes(&mut garbage);
        for alg in algs {
            assert!(open_key(alg, enc, &RSA, &given(), &garbage, 0).is_err());
        }
    }
}

#[test]
fn inflate_stops_at_the_limit_and_refuses_what_is_not_deflate() {
    let plain = vec![b'a'; 300_000];
    let packed = deflate(&plain);
    assert!(packed.len() < 1000);
    assert_eq!(inflate(&packed, 300_000), Ok(plain));
    let limit = INFLATE_ASK;
    assert_eq!(inflate(&packed, limit), Err(JweError::TooLarge { limit }));
    for bad in [
        b"".as_slice(),
        b"not deflate",
        &[0xff; 40],
        &packed[..packed.len() / 2],
    ] {
        assert_eq!(inflate(bad, limit), Err(JweError::NotDeflate));
    }
}
