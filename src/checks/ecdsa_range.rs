//! R or S of an ECDSA signature is zero, or not below the order of the curve. Verifiers that did
//! not look accepted an all-zero signature under any key (CVE-2022-21449).
//! Spec: FIPS 186-5 §6.4.2 (verification, step 1); R‖S as RFC 7518 §3.4.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
use crate::inspect::PartText;
use crate::jose::algorithms::{Curve, Scheme};
use crate::span::Part;

pub(super) const ZERO: Check = Check {
    code: "ecdsa-zero",
    severity: Severity::Danger,
    clause: "FIPS 186-5 §6.4.2",
    certainty: Certainty::Known,
    find: zero,
};

pub(super) const TOO_LARGE: Check = Check {
    code: "ecdsa-out-of-range",
    severity: Severity::Danger,
    clause: "FIPS 186-5 §6.4.2",
    certainty: Certainty::Known,
    find: too_large,
};

/// Orders of the base points (SEC 2 §2), big-endian hexadecimal at the field's length.
const ORDERS: [(Curve, &str); 4] = [
    (
        Curve::P256,
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
    ),
    (
        Curve::P384,
        "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973",
    ),
    (
        Curve::P521,
        "01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409",
    ),
    (
        Curve::Secp256k1,
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
    ),
];

fn zero(subject: &Subject<'_>) -> Vec<Finding> {
    find(subject, |half, _| half.iter().all(|byte| *byte == 0))
}

fn too_large(subject: &Subject<'_>) -> Vec<Finding> {
    find(subject, |half, curve| {
        let order = ORDERS.iter().find(|(of, _)| *of == curve);
        let hex: String = half.iter().map(|byte| format!("{byte:02x}")).collect();
        // At equal length and case, hexadecimal digits compare as the numbers do.
        order.is_some_and(|(_, order)| hex.as_str() >= *order)
    })
}

fn find(subject: &Subject<'_>, is_wrong: fn(&[u8], Curve) -> bool) -> Vec<Finding> {
    let Some(Scheme::Ecdsa(curve, _)) = subject.algorithm().map(|row| row.scheme) else {
        return Vec::new();
    };
    let length = curve.field_len();
    let mut findings = Vec::new();
    let signatures = subject.token.parts.iter().filter(|part| {
        part.part == Part::Signature && part.bytes.len() == length.saturating_mul(2)
    });
    for part in signatures {
        for (name, start) in [("R", 0), ("S", length)] {
            let end = start.saturating_add(length);
            let half = part.bytes.get(start..end).unwrap_or_default();
            if is_wrong(half, curve) {
                findings.push(at_half(subject, part, start..end, name, curve));
            }
        }
    }
    findings
}

fn at_half(
    subject: &Subject<'_>,
    part: &PartText,
    range: std::ops::Range<usize>,
    name: &'static str,
    curve: Curve,
) -> Finding {
    Finding::at(subject.span(part, range))
        .with("half", name)
        .with("curve", curve.name())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::testing::{findings, token};
    use super::{Check, Curve, ORDERS, TOO_LARGE, ZERO};

    fn found(check: &Check, alg: &str, signature: &[u8]) -> usize {
        findings(
            check,
            &token(format!(r#"{{"alg":"{alg}"}}"#), "{}", signature),
            None,
        )
        .len()
    }

    fn bytes(hex: &str) -> Vec<u8> {
        (0..hex.len() / 2)
            .map(|i| u8::from_str_radix(hex.get(2 * i..2 * i + 2).unwrap(), 16).unwrap())
            .collect()
    }

    #[test]
    fn zero_halves_are_found() {
        let one = [[0u8; 31].as_slice(), &[1]].concat();
        assert_eq!(found(&ZERO, "ES256", &[0; 64]), 2);
        assert_eq!(
            found(&ZERO, "ES256", &[one.clone(), vec![0; 32]].concat()),
            1
        );
        assert_eq!(found(&ZERO, "ES256", &[one.clone(), one].concat()), 0);
        assert_eq!(found(&ZERO, "ES384", &[0; 96]), 2);
        assert_eq!(found(&ZERO, "ES384", &[0; 64]), 0);
        assert_eq!(found(&ZERO, "HS512", &[0; 64]), 0);
        assert_eq!(found(&ZERO, "ES256", &[]), 0);
    }

    #[test]
    fn halves_up_to_the_order_are_in_range_and_the_order_is_not() {
        for (alg, curve) in [
            ("ES256", Curve::P256),
            ("ES384", Curve::P384),
            ("ES512", Curve::P521),
            ("ES256K", Curve::Secp256k1),
        ] {
            let order = bytes(ORDERS.iter().find(|(of, _)| *of == curve).unwrap().1);
            assert_eq!(order.len(), curve.field_len());
            let mut below = order.clone();
            *below.last_mut().unwrap() -= 1;
            let largest = vec![0xFF; order.len()];
            assert_eq!(
                found(&TOO_LARGE, alg, &[below.clone(), below.clone()].concat()),
                0,
                "{alg}"
            );
            assert_eq!(
                found(&TOO_LARGE, alg, &[order.clone(), below.clone()].concat()),
                1,
                "{alg}"
            );
            assert_eq!(found(&TOO_LARGE, alg, &[below, order].concat()), 1, "{alg}");
            assert_eq!(
                found(&TOO_LARGE, alg, &[largest.clone(), largest].concat()),
                2,
                "{alg}"
            );
        }
    }
}
