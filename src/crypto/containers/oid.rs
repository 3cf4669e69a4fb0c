//! The object identifiers of key algorithms and curves.
//! Spec: RFC 3279 §2.3, RFC 5480 §2.1, RFC 8017 Appendix C, RFC 8410 §3, RFC 9881 §2, SEC 2.

use crate::jose::algorithms::Curve;
use der::asn1::ObjectIdentifier;

pub(super) const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSA_OAEP: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.7");
const RSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
pub(super) const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const ECDH: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.1.12");

const CURVES: [(Curve, ObjectIdentifier); 4] = [
    (
        Curve::P256,
        ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7"),
    ),
    (Curve::P384, ObjectIdentifier::new_unwrap("1.3.132.0.34")),
    (Curve::P521, ObjectIdentifier::new_unwrap("1.3.132.0.35")),
    (
        Curve::Secp256k1,
        ObjectIdentifier::new_unwrap("1.3.132.0.10"),
    ),
];

const OCTET_KEYS: [(Curve, ObjectIdentifier); 4] = [
    (Curve::X25519, ObjectIdentifier::new_unwrap("1.3.101.110")),
    (Curve::X448, ObjectIdentifier::new_unwrap("1.3.101.111")),
    (Curve::Ed25519, ObjectIdentifier::new_unwrap("1.3.101.112")),
    (Curve::Ed448, ObjectIdentifier::new_unwrap("1.3.101.113")),
];

const ML_DSA: [(&str, ObjectIdentifier); 3] = [
    (
        "ML-DSA-44",
        ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.3.17"),
    ),
    (
        "ML-DSA-65",
        ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.3.18"),
    ),
    (
        "ML-DSA-87",
        ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.3.19"),
    ),
];

/// What kind of key an AlgorithmIdentifier announces.
pub(super) enum KeyKind {
    Rsa,
    Ec,
    Okp(Curve),
    MlDsa(&'static str),
}

/// A key restricted to PSS or OAEP is an RSA key like any other; JWK has one type for all.
pub(super) fn key_kind(oid: ObjectIdentifier) -> Option<KeyKind> {
    if [RSA, RSA_OAEP, RSA_PSS].contains(&oid) {
        return Some(KeyKind::Rsa);
    }
    if [EC, ECDH].contains(&oid) {
        return Some(KeyKind::Ec);
    }
    let octets = OCTET_KEYS.iter().find(|(_, id)| *id == oid);
    let lattice = ML_DSA.iter().find(|(_, id)| *id == oid);
    octets
        .map(|(curve, _)| KeyKind::Okp(*curve))
        .or(lattice.map(|(name, _)| KeyKind::MlDsa(name)))
}

pub(super) fn curve(oid: ObjectIdentifier) -> Option<Curve> {
    let row = CURVES.iter().find(|(_, id)| *id == oid);
    row.map(|(curve, _)| *curve)
}

pub(super) fn of_curve(curve: Curve) -> Option<ObjectIdentifier> {
    let mut rows = CURVES.iter().chain(OCTET_KEYS.iter());
    rows.find(|(c, _)| *c == curve).map(|(_, id)| *id)
}

pub(super) fn of_ml_dsa(alg: &str) -> Option<ObjectIdentifier> {
    let row = ML_DSA.iter().find(|(name, _)| *name == alg);
    row.map(|(_, id)| *id)
}
