//! Signatures in the forms of other libraries.

use super::{X, check};
use crate::ask::{Row, row};
use crate::material::{FAMILIES, PAYLOAD, der, hex, joined, of, signature_of, with_signature};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jwt_debugger::base64url;
use sha2::{Digest, Sha256};

#[test]
fn each_is_mended() {
    let mut rows: Vec<Row> = Vec::new();
    for family in FAMILIES.into_iter().filter(|family| family.is_ecdsa()) {
        // Signatures whose first half begins with a zero, or with a high bit, are rare: look for one.
        for want in ["high", "zero"] {
            let found = (0..4000)
                .map(|n| family.token_of(&family.header(), &format!(r#"{{"n":{n}}}"#)))
                .find(|t| {
                    let raw = signature_of(t);
                    match want {
                        "high" => raw[0] >= 0x80,
                        _ => raw[0] == 0,
                    }
                });
            let Some(t) = found else { continue };
            let raw = signature_of(&t);
            let half = raw.len() / 2;
            let (r, s) = raw.split_at(half);
            let strip = |b: &[u8]| {
                b.iter()
                    .copied()
                    .skip_while(|b| *b == 0)
                    .collect::<Vec<u8>>()
            };
            let naked = |b: &[u8]| [&[2, u8::try_from(b.len()).unwrap()][..], b].concat();
            let seq = |body: Vec<u8>| {
                if body.len() < 128 {
                    [&[0x30, u8::try_from(body.len()).unwrap()][..], &body].concat()
                } else {
                    [&[0x30, 0x81, u8::try_from(body.len()).unwrap()][..], &body].concat()
                }
            };
            let mut add = |name: &str, text: String| {
                rows.push(row(
                    format!("{} {want} {name}", family.alg),
                    &with_signature(&t, &text),
                    family.public,
                    X,
                ))
            };
            let e = |b: &[u8]| base64url::encode(b);
            add("der", e(&der(&raw)));
            add(
                "der zeros stripped",
                e(&seq([naked(&strip(r)), naked(&strip(s))].concat())),
            );
            add("der unstripped", e(&seq([naked(r), naked(s)].concat())));
            add(
                "der padded",
                e(&seq([
                    naked(&[&[0], r].concat()),
                    naked(&[&[0], s].concat()),
                ]
                .concat())),
            );
            add("der and hash type", e(&[&der(&raw)[..], &[1]].concat()));
            add("der hex", hex(&der(&raw)));
            add("der hex encoded", e(hex(&der(&raw)).as_bytes()));
            add(
                "der base64 encoded",
                e(STANDARD.encode(der(&raw)).as_bytes()),
            );
            add("recovery behind", e(&[&raw[..], &[27]].concat()));
            add("recovery before", e(&[&[28], &raw[..]].concat()));
            add("recovery 0", e(&[&raw[..], &[0]].concat()));
            add("0x hex", format!("0x{}", hex(&raw)));
            add("33-byte halves", e(&[&[0], r, &[0], s].concat()));
            add("stripped", e(&[strip(r), strip(s)].concat()));
            add("hex base64url", e(hex(&raw).as_bytes()));
            add("swapped", e(&[s, r].concat()));
            add(
                "little",
                e(&[
                    r.iter().rev().copied().collect::<Vec<_>>(),
                    s.iter().rev().copied().collect(),
                ]
                .concat()),
            );
            add(
                "all reversed",
                e(&raw.iter().rev().copied().collect::<Vec<_>>()),
            );
            add(
                "signature as JSON",
                e(format!(r#"{{"r":"{}","s":"{}"}}"#, hex(r), hex(s)).as_bytes()),
            );
            add(
                "signature of ssh",
                e(&[
                    &[0, 0, 0, u8::try_from(half).unwrap()],
                    r,
                    &[0, 0, 0, u8::try_from(half).unwrap()],
                    s,
                ]
                .concat()),
            );
        }
    }
    for alg in ["EdDSA", "Ed448"] {
        let family = of(alg);
        let t = family.token();
        let raw = signature_of(&t);
        let half = raw.len() / 2;
        let (r, s) = raw.split_at(half);
        let rev = |b: &[u8]| b.iter().rev().copied().collect::<Vec<_>>();
        let mut add = |name: &str, b: Vec<u8>| {
            rows.push(row(
                format!("{alg} {name}"),
                &with_signature(&t, &base64url::encode(&b)),
                family.public,
                X,
            ))
        };
        add("swapped", [s, r].concat());
        add("halves reversed", [rev(r), rev(s)].concat());
        add("S reversed", [r.to_vec(), rev(s)].concat());
        add("R reversed", [rev(r), s.to_vec()].concat());
        add("all reversed", rev(&raw));
        add(
            "with message",
            [&raw[..], joined(&family.header(), PAYLOAD).as_bytes()].concat(),
        );
        add("hex", hex(&raw).into_bytes());
        add(
            "bit string",
            [
                vec![3, u8::try_from(raw.len() + 1).unwrap(), 0],
                raw.clone(),
            ]
            .concat(),
        );
        add(
            "octet string",
            [vec![4, u8::try_from(raw.len()).unwrap()], raw.clone()].concat(),
        );
        let pre = family.sign(&Sha256::digest(joined(&family.header(), PAYLOAD)));
        add("prehashed", pre);
    }
    for alg in ["RS256", "PS256"] {
        let family = of(alg);
        let t = family.token();
        let raw = signature_of(&t);
        let mut add = |name: &str, b: Vec<u8>| {
            rows.push(row(
                format!("{alg} {name}"),
                &with_signature(&t, &base64url::encode(&b)),
                family.public,
                X,
            ))
        };
        add("reversed", raw.iter().rev().copied().collect());
        add("hex", hex(&raw).into_bytes());
        add("octet string", [vec![4, 0x82, 1, 0], raw.clone()].concat());
        add("zero before", [vec![0], raw.clone()].concat());
        let pre = family.sign(&Sha256::digest(joined(&family.header(), PAYLOAD)));
        add("prehashed", pre);
        let pre = family.sign(hex(&Sha256::digest(joined(&family.header(), PAYLOAD))).as_bytes());
        add("prehashed hex", pre);
    }
    check(&rows);
}
