//! Files written by OpenSSL (and, for ML-DSA, by the Python library `cryptography`), read and
//! written back; and files that must not give a key.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use crate::jose::algorithms::Curve;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("fixtures/", $name, ".pem"))
    };
}

fn der(pem: &str) -> (Container, Vec<u8>) {
    let (label, bytes) = pem_rfc7468::decode_vec(pem.as_bytes()).unwrap();
    (pem::container_of(label).unwrap(), bytes)
}

fn read(pem: &str) -> Result<Material, ContainerError> {
    let (container, bytes) = der(pem);
    read_as(container, &bytes).map(|contained| contained.material)
}

fn public_half(material: &Material) -> Material {
    match material.clone() {
        Material::Rsa { n, e, .. } => Material::Rsa {
            n,
            e,
            private: None,
        },
        Material::Ec { curve, x, y, .. } => Material::Ec {
            curve,
            x,
            y,
            d: None,
        },
        Material::Okp { curve, x, .. } => Material::Okp { curve, x, d: None },
        Material::Akp { alg, public, .. } => Material::Akp {
            alg,
            public,
            private: None,
        },
        oct => oct,
    }
}

/// Private and public file of one key.
const PAIRS: [(&str, &str); 9] = [
    (fixture!("rsa-pkcs8"), fixture!("rsa-spki")),
    (fixture!("p256-pkcs8"), fixture!("p256-spki")),
    (fixture!("p384-pkcs8"), fixture!("p384-spki")),
    (fixture!("p521-pkcs8"), fixture!("p521-spki")),
    (fixture!("secp256k1-pkcs8"), fixture!("secp256k1-spki")),
    (fixture!("ed25519-pkcs8"), fixture!("ed25519-spki")),
    (fixture!("ed448-pkcs8"), fixture!("ed448-spki")),
    (fixture!("x25519-pkcs8"), fixture!("x25519-spki")),
    (fixture!("ml-dsa-44-pkcs8"), fixture!("ml-dsa-44-spki")),
];

#[test]
fn private_files_give_the_public_key_of_the_public_files() {
    for (private, public) in PAIRS {
        let public = read(public).unwrap();
        assert_eq!(public_half(&read(private).unwrap()), public);
    }
}

#[test]
fn files_are_written_back_byte_for_byte() {
    for (private, public) in PAIRS {
        let key = read(private).unwrap();
        let pkcs8 = pem::write(Container::Pkcs8, &pkcs8::write(&key).unwrap()).unwrap();
        assert_eq!(pkcs8, private);
        let spki = pem::write(Container::Spki, &spki::write(&key).unwrap()).unwrap();
        assert_eq!(spki, public);
    }
}

#[test]
fn pkcs1_and_sec1_hold_the_same_key_as_pkcs8() {
    let same = [
        (fixture!("rsa-pkcs1"), fixture!("rsa-pkcs8")),
        (fixture!("p256-sec1"), fixture!("p256-pkcs8")),
        (fixture!("p384-sec1"), fixture!("p384-pkcs8")),
        (fixture!("p521-sec1"), fixture!("p521-pkcs8")),
        (fixture!("secp256k1-sec1"), fixture!("secp256k1-pkcs8")),
        (fixture!("rsa-pkcs1-public"), fixture!("rsa-spki")),
        (fixture!("p256-compressed-spki"), fixture!("p256-spki")),
        (fixture!("p256-certificate"), fixture!("p256-spki")),
    ];
    for (one, other) in same {
        assert_eq!(read(one).unwrap(), read(other).unwrap());
    }
}

#[test]
fn pkcs1_and_sec1_are_written_back_byte_for_byte() {
    let key = read(fixture!("rsa-pkcs1")).unwrap();
    let Material::Rsa { n, e, private } = &key else {
        panic!("RSA")
    };
    let der = pkcs1::write_private(n, e, private.as_ref().unwrap()).unwrap();
    assert_eq!(
        pem::write(Container::Pkcs1Private, &der).unwrap(),
        fixture!("rsa-pkcs1")
    );
    let der = pkcs1::write_public(n, e).unwrap();
    assert_eq!(
        pem::write(Container::Pkcs1Public, &der).unwrap(),
        fixture!("rsa-pkcs1-public")
    );

    let key = read(fixture!("p521-sec1")).unwrap();
    let Material::Ec { curve, x, y, d } = &key else {
        panic!("EC")
    };
    let point = [&[4], x.as_slice(), y].concat();
    let der = sec1::write(*curve, d.as_ref().unwrap().expose(), Some(&point)).unwrap();
    assert_eq!(
        pem::write(Container::Sec1, &der).unwrap(),
        fixture!("p521-sec1")
    );
}

#[test]
fn der_without_a_label_is_recognised() {
    let files = [
        (fixture!("rsa-pkcs1"), Container::Pkcs1Private),
        (fixture!("rsa-pkcs1-public"), Container::Pkcs1Public),
        (fixture!("rsa-pkcs8"), Container::Pkcs8),
        (fixture!("rsa-spki"), Container::Spki),
        (fixture!("p256-sec1"), Container::Sec1),
        (fixture!("p256-certificate"), Container::Certificate),
        (fixture!("ed448-pkcs8"), Container::Pkcs8),
    ];
    for (pem, container) in files {
        assert_eq!(read_der(&der(pem).1).unwrap().container, container);
    }
}

#[test]
fn a_certificate_names_its_holder_its_time_and_its_thumbprints() {
    let contained = read_der(&der(fixture!("p256-certificate")).1).unwrap();
    let certificate = contained.certificate.unwrap();
    assert_eq!(certificate.subject, "CN=jwt.example,O=Voorbeeld,C=NL");
    assert_eq!(certificate.issuer, certificate.subject);
    assert_eq!(certificate.serial, "0badcafe");
    assert_eq!(certificate.not_before, 1_795_330_041);
    assert_eq!(certificate.not_after, 2_110_690_041);
    // What `openssl x509 -fingerprint` printed.
    let sha1 = [0xE3, 0x62, 0x1C, 0x10, 0x85, 0xE9, 0x5C, 0x40, 0x8D, 0x5E];
    assert!(
        crate::base64url::decode(&certificate.sha1)
            .unwrap()
            .starts_with(&sha1)
    );
    let sha256 = [0x89, 0xA5, 0x6D, 0x59, 0xD7, 0x77, 0x47, 0x25];
    assert!(
        crate::base64url::decode(&certificate.sha256)
            .unwrap()
            .starts_with(&sha256)
    );
}

#[test]
fn encrypted_files_open_with_their_password_only() {
    let files = [
        fixture!("encrypted-aes256-sha256"),
        fixture!("encrypted-3des-sha1"),
        fixture!("encrypted-scrypt"),
    ];
    for pem in files {
        assert_eq!(read(pem), Err(ContainerError::PasswordNeeded));
        let der = der(pem).1;
        let opened = read_encrypted_pkcs8(&der, b"letmein", 10_000).unwrap();
        assert_eq!(opened, read(fixture!("p256-pkcs8")).unwrap());
        for wrong in [b"".as_slice(), b"letmeout", b"letmein\n"] {
            let closed = read_encrypted_pkcs8(&der, wrong, 10_000);
            assert_eq!(closed, Err(ContainerError::WrongPassword));
        }
    }
}

#[test]
fn an_encrypted_file_that_costs_too_much_is_not_opened() {
    let der = der(fixture!("encrypted-costly")).1;
    assert_eq!(encryption_cost(&der), Ok(5_000_000));
    let (rounds, limit) = (5_000_000, 1_000_000);
    let refused = read_encrypted_pkcs8(&der, b"letmein", limit);
    assert_eq!(refused, Err(ContainerError::TooCostly { rounds, limit }));
}

#[test]
fn what_no_jwk_can_hold_is_named() {
    let unknown = |oid: &str| ContainerError::UnknownCurve(oid.to_owned());
    let dsa = ContainerError::UnknownAlgorithm("1.2.840.10040.4.1".to_owned());
    assert_eq!(read(fixture!("dsa-spki")), Err(dsa));
    assert_eq!(
        read(fixture!("brainpool-sec1")),
        Err(unknown("1.3.36.3.3.2.8.1.1.7"))
    );
    let explicit = read(fixture!("p256-explicit-sec1"));
    assert_eq!(explicit, Err(ContainerError::NoNamedCurve));
    let encrypted = read(fixture!("encrypted-pbes1"));
    assert_eq!(encrypted, Err(ContainerError::UnknownEncryption));
}

#[test]
fn sec1_without_a_curve_is_refused() {
    let der = sec1::write_inside(&[7; 32], None).unwrap();
    assert_eq!(read_sec1(&der), Err(ContainerError::NoNamedCurve));
}

#[test]
fn sec1_private_values_with_missing_or_added_zeros_are_brought_to_length() {
    let mut d = vec![0x11; 31];
    let short = read_sec1(&sec1::write(Curve::P256, &d, None).unwrap()).unwrap();
    d.splice(0..0, [0, 0]);
    let long = read_sec1(&sec1::write(Curve::P256, &d, None).unwrap()).unwrap();
    assert_eq!(short, long);
    let none = read_sec1(&sec1::write(Curve::P256, &[0; 32], None).unwrap());
    let range = CryptoError::Refused("ec-private-value-range");
    assert_eq!(none, Err(ContainerError::Key(range)));
}

#[test]
fn sec1_with_the_public_key_of_another_is_refused() {
    let Material::Ec { x, y, .. } = read(fixture!("p256-spki")).unwrap() else {
        panic!("EC")
    };
    let point = [&[4], x.as_slice(), &y].concat();
    let der = sec1::write(Curve::P256, &[7; 32], Some(&point)).unwrap();
    let differ = CryptoError::Refused("key-pair-differs");
    assert_eq!(read_sec1(&der), Err(ContainerError::Key(differ)));
}

#[test]
fn truncated_and_garbled_files_give_an_error_or_another_key_and_never_a_panic() {
    let mut rng = ChaCha20Rng::from_seed([9; 32]);
    for (private, public) in PAIRS {
        for pem in [
            private,
            public,
            fixture!("p256-certificate"),
            fixture!("rsa-pkcs1"),
        ] {
            let whole = der(pem).1;
            for cut in (0..whole.len()).step_by(1 + whole.len() / 40) {
                assert!(read_der(&whole[..cut]).is_err());
            }
            assert!(read_der(&[whole.as_slice(), &[0]].concat()).is_err());
            for _ in 0..40 {
                let mut garbled = whole.clone();
                let at = usize::try_from(rng.next_u32()).unwrap() % garbled.len();
                garbled[at] ^= 1 << (rng.next_u32() % 8);
                let _ = read_der(&garbled);
            }
        }
    }
    for len in 0..200 {
        let mut bytes = vec![0; len];
        rng.fill_bytes(&mut bytes);
        assert!(read_der(&bytes).is_err());
    }
}

#[test]
fn a_malformed_file_says_where() {
    let mut bytes = der(fixture!("p256-spki")).1;
    bytes[2] = 0x31;
    let container = Container::Spki;
    let Err(ContainerError::Malformed {
        container: found,
        offset,
    }) = read_as(container, &bytes)
    else {
        panic!("malformed")
    };
    assert_eq!((found, offset.is_some()), (container, true));
}
