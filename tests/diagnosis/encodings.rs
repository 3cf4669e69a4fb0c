//! Faults in the signature, in what was signed, and in the algorithm, for every family.

use crate::ask::Expect::{Certain, Fixed, Nothing, Proven, Valid};
use crate::ask::{Expect, Row, check, row};
use crate::material::{
    FAMILIES, Family, PAYLOAD, der, hex, joined, of, parts, sign, signature_of, with_bytes,
    with_signature,
};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE};
use jwt_debugger::base64url;
use sha2::{Digest, Sha256};

fn reversed(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().rev().copied().collect()
}

fn faults_of_the_signature(family: Family) -> Vec<Row> {
    let token = family.token();
    let raw = signature_of(&token);
    let named = |fault: &str, text: String, expect| {
        let name = format!("{}: signature {fault}", family.alg);
        row(name, &with_signature(&token, &text), family.public, expect)
    };
    let half = raw.len() / 2;
    let url = base64url::encode(&raw);
    let mut rows = vec![
        named(
            "in standard base64",
            STANDARD.encode(&raw),
            standard(&STANDARD.encode(&raw), &raw),
        ),
        named(
            "padded",
            URL_SAFE.encode(&raw),
            standard(&URL_SAFE.encode(&raw), &raw),
        ),
        named("in hex", hex(&raw), Fixed(&["signature-hex"])),
        named(
            "in capital hex",
            hex(&raw).to_uppercase(),
            Fixed(&["signature-hex"]),
        ),
        named(
            "hex in base64url",
            base64url::encode(hex(&raw).as_bytes()),
            Fixed(&["signature-hex"]),
        ),
        named(
            "encoded twice",
            base64url::encode(url.as_bytes()),
            Fixed(&["signature-encoded-twice"]),
        ),
        named(
            "base64 of base64",
            base64url::encode(STANDARD.encode(&raw).as_bytes()),
            Fixed(&["signature-encoded-twice"]),
        ),
        named(
            "little-endian",
            base64url::encode(&reversed(&raw)),
            Fixed(&["signature-little-endian"]),
        ),
        named("absent", String::new(), Certain("token-signature-missing")),
        named(
            "with bytes added",
            base64url::encode(&[raw.clone(), vec![7; 9]].concat()),
            Fixed(&["signature-wrapped"]),
        ),
        named(
            "cut off",
            base64url::encode(&raw[..raw.len() - 9]),
            if family.is_hmac() {
                Fixed(&["token-cut-off-completed"])
            } else {
                Certain("token-cut-off")
            },
        ),
    ];
    if family.is_ecdsa() || family.alg.starts_with("Ed") {
        let swapped = [&raw[half..], &raw[..half]].concat();
        let halves = [reversed(&raw[..half]), reversed(&raw[half..])].concat();
        rows.push(named(
            "swapped",
            base64url::encode(&swapped),
            Fixed(&["signature-swapped"]),
        ));
        rows.push(named(
            "little-endian by halves",
            base64url::encode(&halves),
            Fixed(&["signature-little-endian"]),
        ));
    }
    if family.is_ecdsa() {
        let der = der(&raw);
        rows.push(named(
            "in DER",
            base64url::encode(&der),
            Fixed(&["signature-der"]),
        ));
        rows.push(named(
            "DER in hex",
            hex(&der),
            Fixed(&["signature-hex", "signature-der"]),
        ));
    }
    rows
}

/// Standard base64 that looks like base64url is base64url.
fn standard(text: &str, raw: &[u8]) -> Expect {
    if text == base64url::encode(raw) {
        Valid
    } else {
        Fixed(&["token-alphabet"])
    }
}

fn faults_of_the_input(family: Family) -> Vec<Row> {
    let encode = |text: &str| base64url::encode(text.as_bytes());
    let mut rows = Vec::new();
    let mut add = |fault: &str, expect: Expect, input: &dyn Fn(&str, &str) -> Vec<u8>| {
        let token = family.token_over(input);
        let name = format!("{}: signed {fault}", family.alg);
        rows.push(row(name, &token, family.public, expect));
    };
    let base64 = Proven(&["input-base64"]);
    let text = Proven(&["input-json-text"]);
    add("standard base64 with padding", base64, &|h, p| {
        format!("{}.{}", STANDARD.encode(h), STANDARD.encode(p)).into_bytes()
    });
    add("standard base64", base64, &|h, p| {
        format!(
            "{}.{}",
            STANDARD_NO_PAD.encode(h),
            STANDARD_NO_PAD.encode(p)
        )
        .into_bytes()
    });
    add("padded base64url", base64, &|h, p| {
        format!("{}.{}", URL_SAFE.encode(h), URL_SAFE.encode(p)).into_bytes()
    });
    add("the JSON texts", text, &|h, p| {
        format!("{h}.{p}").into_bytes()
    });
    add("the payload's JSON text", text, &|_, p| {
        p.as_bytes().to_vec()
    });
    add("the payload alone", text, &|_, p| encode(p).into_bytes());
    add("without a dot", text, &|h, p| {
        format!("{}{}", encode(h), encode(p)).into_bytes()
    });
    for mark in [":", "\n", " ", "|", ",", ";", "&"] {
        add(&format!("with {mark:?}"), text, &|h, p| {
            format!("{}{mark}{}", encode(h), encode(p)).into_bytes()
        });
    }
    add("with a dot at the end", text, &|h, p| {
        format!("{}.", joined(h, p)).into_bytes()
    });
    add("with a newline at the end", text, &|h, p| {
        format!("{}\n", joined(h, p)).into_bytes()
    });
    add("in the other order", text, &|h, p| {
        joined(p, h).into_bytes()
    });
    add("nothing", text, &|_, _| Vec::new());
    add("the digest", Proven(&["input-hashed"]), &|h, p| {
        Sha256::digest(joined(h, p)).to_vec()
    });
    add("the digest in hex", Proven(&["input-hashed"]), &|h, p| {
        hex(&Sha256::digest(joined(h, p))).into_bytes()
    });
    let again = Proven(&["input-reserialised"]);
    for (fault, signed) in [
        (
            "spaces",
            r#"{"sub": "J\u00f8 ???>>>~~~", "iss": "https://issuer.example", "n": 1.50}"#,
        ),
        (
            "sorted",
            r#"{"iss":"https://issuer.example","n":1.50,"sub":"J\u00f8 ???>>>~~~"}"#,
        ),
        (
            "unescaped",
            "{\"sub\":\"Jø ???>>>~~~\",\"iss\":\"https://issuer.example\",\"n\":1.50}",
        ),
        (
            "slashes",
            r#"{"sub":"Jø ???>>>~~~","iss":"https:\/\/issuer.example","n":1.50}"#,
        ),
    ] {
        add(fault, again, &|h, _| joined(h, signed).into_bytes());
    }
    add("header with spaces", again, &|h, p| {
        joined(&h.replace(':', ": ").replace(',', ", "), p).into_bytes()
    });
    add("header in another order", again, &|_, p| {
        let header = format!(r#"{{"typ":"JWT","alg":"{}"}}"#, family.alg);
        joined(&header, p).into_bytes()
    });
    // A header of two members written the other way round is also a usual one.
    rows.pop();
    rows
}

#[test]
fn every_encoding_of_the_signature() {
    let rows: Vec<Row> = FAMILIES
        .into_iter()
        .flat_map(faults_of_the_signature)
        .collect();
    assert!(rows.len() > 180, "{}", rows.len());
    check(&rows);
}

#[test]
fn everything_else_that_may_have_been_signed() {
    let families = [
        "HS256", "HS512", "RS256", "PS384", "ES256", "ES256K", "EdDSA", "Ed448",
    ];
    let rows: Vec<Row> = families
        .into_iter()
        .flat_map(|alg| faults_of_the_input(of(alg)))
        .collect();
    assert!(rows.len() > 180, "{}", rows.len());
    check(&rows);
}

/// Header says one, signer used the other.
#[test]
fn another_algorithm() {
    let mut rows = Vec::new();
    for (says, used) in [
        ("HS256", "HS384"),
        ("HS256", "HS512"),
        ("HS512", "HS256"),
        ("RS256", "RS384"),
        ("RS256", "PS256"),
        ("PS256", "RS256"),
        ("PS512", "PS256"),
        ("RS512", "PS256"),
        ("ES256", "ES256K"),
        ("ES256K", "ES256"),
        ("ES256", "ES384"),
        ("ES384", "ES512"),
        ("EdDSA", "ES256"),
        ("HS256", "RS256"),
        ("RS256", "ES256"),
        ("ES256", "EdDSA"),
        ("RS256", "HS256"),
    ] {
        let family = of(used);
        let token = family.token_of(&of(says).header(), PAYLOAD);
        rows.push(row(
            format!("{says} for {used}"),
            &token,
            family.public,
            Proven(&["algorithm-other"]),
        ));
    }
    for family in FAMILIES {
        for says in [
            family.alg.to_lowercase(),
            format!("{} ", family.alg),
            "SHA256".to_owned(),
        ] {
            let header = format!(r#"{{"alg":"{says}"}}"#);
            rows.push(row(
                format!("{says:?} for {}", family.alg),
                &family.token_of(&header, PAYLOAD),
                family.public,
                Proven(&["algorithm-other"]),
            ));
        }
        rows.push(row(
            format!("{} without alg", family.alg),
            &family.token_of(r#"{"typ":"JWT"}"#, PAYLOAD),
            family.public,
            Proven(&["algorithm-missing"]),
        ));
    }
    // Ed448 in lower case is told from EdDSA by its key; the name alone is another.
    check(&rows);
}

#[test]
fn algorithm_confusion_says_which_bytes_of_the_public_key() {
    let mut rows = Vec::new();
    for alg in ["RS256", "ES256", "EdDSA"] {
        let family = of(alg);
        let pem = family.public;
        for (fault, secret) in [
            ("PEM", pem.to_owned()),
            ("PEM without its last newline", pem.trim_end().to_owned()),
            ("PEM with CRLF", pem.replace('\n', "\r\n")),
        ] {
            let input = joined(&of("HS256").header(), PAYLOAD);
            let jwk = format!(
                r#"{{"kty":"oct","k":"{}"}}"#,
                base64url::encode(secret.as_bytes())
            );
            let signature = base64url::encode(&sign("HS256", &jwk, input.as_bytes()));
            rows.push(row(
                format!("HS256 keyed with {alg}'s {fault}"),
                &format!("{input}.{signature}"),
                pem,
                Proven(&["key-public-as-secret"]),
            ));
        }
    }
    check(&rows);
}

/// R or S with its leading zero byte left out, or a zero byte too many.
#[test]
fn numbers_without_their_fixed_length() {
    let mut rows = Vec::new();
    for alg in ["ES256", "ES384", "ES256K"] {
        let family = of(alg);
        let (_, token, half) = (0..20_000)
            .find_map(|count| {
                let token = family.token_of(&family.header(), &format!(r#"{{"a":{count}}}"#));
                let raw = signature_of(&token);
                let half = raw.len() / 2;
                let short = [0, half].into_iter().find(|at| raw[*at] == 0)?;
                Some((count, token, short))
            })
            .unwrap();
        let trimmed = with_bytes(&token, |mut raw| {
            raw.remove(half);
            raw
        });
        let expect = Fixed(&["signature-trimmed"]);
        rows.push(row(
            format!("{alg} trimmed"),
            &trimmed,
            family.public,
            expect,
        ));
        let longer = with_bytes(&token, |raw| {
            let (r, s) = raw.split_at(raw.len() / 2);
            [&[0], r, &[0], s].concat()
        });
        rows.push(row(
            format!("{alg} too long"),
            &longer,
            family.public,
            expect,
        ));
    }
    let rsa = of("RS256");
    let longer = with_bytes(&rsa.token(), |raw| [vec![0], raw].concat());
    rows.push(row(
        "RS256 with a zero",
        &longer,
        rsa.public,
        Fixed(&["signature-trimmed"]),
    ));
    check(&rows);
}

/// JOSE does not ask for the low S.
#[test]
fn a_high_s_is_no_fault() {
    for alg in ["ES256", "ES256K"] {
        let family = of(alg);
        let order = match alg {
            "ES256" => "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
            _ => "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
        };
        let order: Vec<u8> = (0..32)
            .map(|at| u8::from_str_radix(&order[2 * at..2 * at + 2], 16).unwrap())
            .collect();
        let other = with_bytes(&family.token(), |raw| {
            let mut borrow = 0;
            let mut s = [0; 32];
            for at in (0..32).rev() {
                let difference = i32::from(order[at]) - i32::from(raw[32 + at]) - borrow;
                borrow = i32::from(difference < 0);
                s[at] = u8::try_from(difference.rem_euclid(256)).unwrap();
            }
            [&raw[..32], &s].concat()
        });
        check(&[
            row(format!("{alg} low"), &family.token(), family.public, Valid),
            row(format!("{alg} high"), &other, family.public, Valid),
        ]);
    }
}

/// What RSA tells of an edited token, no other family does.
#[test]
fn an_edited_payload() {
    let mut rows = Vec::new();
    for family in FAMILIES {
        let token = family.token();
        let [header, _, signature] = parts(&token);
        let edited = format!(
            "{header}.{}.{signature}",
            base64url::encode(br#"{"sub":"admin"}"#)
        );
        let expect = if family.is_rsa() {
            Certain("token-edited")
        } else {
            Nothing
        };
        rows.push(row(
            format!("{} edited", family.alg),
            &edited,
            family.public,
            expect,
        ));
        let mut seen = row(
            format!("{} edited since", family.alg),
            &edited,
            family.public,
            Fixed(&["token-edited-since"]),
        );
        seen.seen = vec![of("HS384").token(), token.clone()];
        rows.push(seen);
    }
    check(&rows);
}

#[test]
fn an_edited_header() {
    let mut rows = Vec::new();
    for family in FAMILIES {
        let token = family.token();
        let [_, payload, signature] = parts(&token);
        for header in [
            format!(r#"{{"alg":"{}","typ":"JWT","kid":"x"}}"#, family.alg),
            format!(r#"{{"typ":"JWT","alg":"{}"}}"#, family.alg),
        ] {
            let header = base64url::encode(header.as_bytes());
            rows.push(row(
                format!("{} header edited", family.alg),
                &format!("{header}.{payload}.{signature}"),
                family.public,
                Fixed(&["token-header-edited"]),
            ));
        }
    }
    check(&rows);
}
