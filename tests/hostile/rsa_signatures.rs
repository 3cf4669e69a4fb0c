//! RSA signatures: numbers out of range, and encodings that only a lenient reader takes. The
//! private exponent raises whatever encoding the row asks for, so that only the encoding is wrong.
//! Spec: RFC 8017 §8.1.2, §8.2.2, §9.1.2, §9.2; Bleichenbacher's forgery for an exponent of 3.

use crate::case::{Row, check, hex, input, invalid, row, signature, token};
use crate::keys;
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::Material;
use jwt_debugger::verify::SignatureState as S;
use rsa::BigUint;
use sha2::{Digest, Sha256};

const LENGTH: &str = "verify-signature-length";
const BYTES: usize = 256;

/// DigestInfo of SHA-256 up to the digest (RFC 8017 §9.2, note 1).
const PREFIX: &str = "3031300d060960864801650304020105000420";

struct Rsa {
    n: BigUint,
    d: BigUint,
    key: Material,
    public: String,
}

fn rsa() -> Rsa {
    let key = keys::make(KeySpec::Rsa(2048), &mut keys::rng("rsa"));
    let Material::Rsa { n, private, .. } = &key else {
        panic!("RSA")
    };
    Rsa {
        n: BigUint::from_bytes_be(n),
        d: BigUint::from_bytes_be(private.as_ref().unwrap().d.expose()),
        public: keys::public(&key).to_string(),
        key,
    }
}

fn fixed(number: &BigUint) -> Vec<u8> {
    let bytes = number.to_bytes_be();
    let mut fixed = vec![0; BYTES - bytes.len()];
    fixed.extend(bytes);
    fixed
}

impl Rsa {
    /// The signature whose encoding is `encoded`.
    fn raise(&self, encoded: &[u8]) -> Vec<u8> {
        fixed(&BigUint::from_bytes_be(encoded).modpow(&self.d, &self.n))
    }

    /// The encoding of a signature.
    fn encoded(&self, signature: &[u8]) -> Vec<u8> {
        let e = BigUint::from(65_537_u32);
        fixed(&BigUint::from_bytes_be(signature).modpow(&e, &self.n))
    }
}

#[test]
fn numbers_and_lengths() {
    let rsa = rsa();
    let mut rows = Vec::new();
    for alg in ["RS256", "PS256"] {
        let input = input(alg);
        let good = signature(alg, &rsa.key, &input);
        let number = BigUint::from_bytes_be(&good);
        let (one, zero) = (BigUint::from(1_u8), BigUint::default());
        for (name, number) in [
            ("0", zero),
            ("1", one.clone()),
            ("n − 1", &rsa.n - &one),
            ("n", rsa.n.clone()),
            ("n + 1", &rsa.n + &one),
            ("n − s", &rsa.n - &number),
        ] {
            let pasted = token(&input, &fixed(&number));
            rows.push(invalid(format!("{alg}: {name}"), pasted, &rsa.public));
        }
        let ones = token(&input, &[0xff; BYTES]);
        rows.push(invalid(format!("{alg}: 2^k − 1"), ones, &rsa.public));
        let unreduced = (&number + &rsa.n).to_bytes_be();
        let lengths = [
            ("a zero before", [&[0], good.as_slice()].concat()),
            ("a zero behind", [good.as_slice(), &[0]].concat()),
            ("cut off", good[..BYTES - 1].to_vec()),
            ("without its first byte", good[1..].to_vec()),
            ("s + n, or twice where it has as many bytes", {
                match unreduced.len() {
                    BYTES => [good.as_slice(), &good].concat(),
                    _ => unreduced,
                }
            }),
            ("one byte", vec![1]),
        ];
        for (name, bytes) in lengths {
            let pasted = token(&input, &bytes);
            rows.push(row(
                format!("{alg}: {name}"),
                pasted,
                &rsa.public,
                S::Invalid,
                LENGTH,
            ));
        }
    }
    check(&rows, 2 * (7 + 6));
}

/// `s + n` where it has as many bytes as `n`: the same number to whoever forgets to compare.
#[test]
fn a_signature_that_is_not_reduced() {
    let rsa = rsa();
    let limit = BigUint::from(1_u8) << (8 * BYTES);
    let mut rows = Vec::new();
    for count in 0_u32.. {
        let header = crate::ours::b64(r#"{"alg":"RS256"}"#);
        let input = format!("{header}.{}", crate::ours::b64(count.to_string()));
        let good = signature("RS256", &rsa.key, &input);
        let sum = BigUint::from_bytes_be(&good) + &rsa.n;
        if sum < limit {
            rows.push(invalid("s + n", token(&input, &fixed(&sum)), &rsa.public));
            break;
        }
    }
    check(&rows, 1);
}

/// `00 01 FF … 00` and what follows it, as long as the modulus.
fn padded(info: &[u8]) -> Vec<u8> {
    let mut encoded = vec![0, 1];
    encoded.resize(BYTES - 1 - info.len(), 0xff);
    encoded.push(0);
    encoded.extend(info);
    encoded
}

#[test]
fn encodings_of_pkcs1_that_are_not_the_one() {
    let rsa = rsa();
    let input = input("RS256");
    let digest = Sha256::digest(input.as_bytes()).to_vec();
    let info = [hex(PREFIX), digest.clone()].concat();
    let right = padded(&info);
    assert_eq!(rsa.raise(&right), signature("RS256", &rsa.key, &input));
    let changed = |at: usize, byte: u8| {
        let mut encoded = right.clone();
        assert_ne!(encoded[at], byte);
        encoded[at] = byte;
        encoded
    };
    let with = |prefix: &str| padded(&[hex(prefix), digest.clone()].concat());
    // Padding that ends early, and what is left of the space behind the digest.
    let garbage = |padding: usize, rest: u8| {
        let mut encoded = vec![0, 1];
        encoded.resize(2 + padding, 0xff);
        encoded.push(0);
        encoded.extend(&info);
        encoded.resize(BYTES, rest);
        encoded
    };
    let start = BYTES - info.len();
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("the first byte 1", changed(0, 1)),
        ("block type 0", changed(1, 0)),
        ("block type 2", changed(1, 2)),
        ("one byte of padding not FF", changed(100, 0xfe)),
        ("the last byte of padding 0", changed(start - 2, 0)),
        ("no zero behind the padding", changed(start - 1, 0xff)),
        ("eight bytes of padding, garbage behind", garbage(8, 0xaa)),
        ("eight bytes of padding, zeros behind", garbage(8, 0)),
        ("no padding, garbage behind", garbage(0, 0xaa)),
        (
            "all but one byte of padding",
            garbage(BYTES - 4 - info.len(), 0),
        ),
        ("the digest alone", padded(&digest)),
        (
            "the digest as OCTET STRING",
            padded(&[&[4, 32], digest.as_slice()].concat()),
        ),
        (
            "without parameters",
            with("302f300b06096086480165030402010420"),
        ),
        (
            "parameters that are no NULL",
            with("3031300d060960864801650304020104000420"),
        ),
        (
            "a NULL with content",
            with("3032300e06096086480165030402010501000420"),
        ),
        (
            "a length in long form",
            with("308131300d060960864801650304020105000420"),
        ),
        (
            "an inner length in long form",
            with("303230810d060960864801650304020105000420"),
        ),
        (
            "a length that is too small",
            with("3030300d060960864801650304020105000420"),
        ),
        (
            "a length that is too large",
            with("3032300d060960864801650304020105000420"),
        ),
        (
            "an indefinite length",
            with("3080300d060960864801650304020105000420"),
        ),
        (
            "a digest's length in long form",
            with("3032300d06096086480165030402010500048120"),
        ),
        (
            "SHA-224 by its name",
            with("302d300d06096086480165030402040500041c"),
        ),
        (
            "SHA-384 by its name",
            with("3041300d060960864801650304020205000430"),
        ),
        ("SHA-1 by its name", with("3021300906052b0e03021a05000414")),
        (
            "SHA3-256 by its name",
            with("3031300d060960864801650304020805000420"),
        ),
        (
            "a digest with a byte behind",
            padded(&[info.as_slice(), &[0]].concat()),
        ),
        ("a digest that was cut off", padded(&info[..info.len() - 1])),
        ("another digest", changed(BYTES - 1, right[BYTES - 1] ^ 1)),
        ("all zero", vec![0; BYTES]),
    ];
    let rows: Vec<Row> = cases
        .into_iter()
        .map(|(name, encoded)| {
            assert_eq!(encoded.len(), BYTES, "{name}");
            invalid(name, token(&input, &rsa.raise(&encoded)), &rsa.public)
        })
        .collect();
    check(&rows, 29);
}

#[test]
fn encodings_of_pss_that_are_not_the_one() {
    let rsa = rsa();
    let input = input("PS256");
    let right = rsa.encoded(&signature("PS256", &rsa.key, &input));
    assert_eq!(right[BYTES - 1], 0xbc);
    let changed = |at: usize, mask: u8| {
        let mut encoded = right.clone();
        encoded[at] ^= mask;
        encoded
    };
    let hash = BYTES - 33;
    let cases = [
        ("another trailer", changed(BYTES - 1, 0xbc ^ 0xcc)),
        ("no trailer", changed(BYTES - 1, 0xbc)),
        ("the top bit", changed(0, 0x80)),
        ("the first byte of the hash", changed(hash, 1)),
        ("the last byte of the hash", changed(BYTES - 2, 1)),
        ("the padding", changed(10, 1)),
        ("the byte before the salt", changed(hash - 33, 1)),
        ("the salt", changed(hash - 1, 1)),
        ("an encoding of PKCS1", {
            let digest = Sha256::digest(input.as_bytes()).to_vec();
            padded(&[hex(PREFIX), digest].concat())
        }),
    ];
    let rows: Vec<Row> = cases
        .into_iter()
        .map(|(name, encoded)| {
            // A number with the top bit may not be below the modulus; then it is another one.
            invalid(name, token(&input, &rsa.raise(&encoded)), &rsa.public)
        })
        .collect();
    check(&rows, 9);
}

/// The largest number whose cube is not above `number`.
fn cube_root(number: &BigUint) -> BigUint {
    let mut root = BigUint::default();
    for bit in (0..=8 * BYTES / 3 + 1).rev() {
        let larger = &root + (BigUint::from(1_u8) << bit);
        if &larger * &larger * &larger <= *number {
            root = larger;
        }
    }
    root
}

/// A signature made without the private key: the cube root of an encoding with room behind the
/// digest (Bleichenbacher 2006). It needs an exponent of 3 and a reader that stops at the digest.
#[test]
fn forgeries_for_an_exponent_of_three() {
    let Material::Rsa { n, .. } = rsa().key else {
        panic!("RSA")
    };
    let public = keys::public(&Material::Rsa {
        n,
        e: vec![3],
        private: None,
    })
    .to_string();
    let input = input("RS256");
    let digest = Sha256::digest(input.as_bytes()).to_vec();
    let info = [hex(PREFIX), digest].concat();
    let mut rows = Vec::new();
    for padding in [0, 1, 8] {
        let mut encoded = vec![0, 1];
        encoded.resize(2 + padding, 0xff);
        encoded.push(0);
        encoded.extend(&info);
        let kept = encoded.len();
        encoded.resize(BYTES, 0xff);
        let root = cube_root(&BigUint::from_bytes_be(&encoded));
        let cube = fixed(&(&root * &root * &root));
        // The forgery is one: everything up to the digest is as a lenient reader wants it.
        assert_eq!(cube[..kept], encoded[..kept]);
        let name = format!("{padding} bytes of padding");
        rows.push(invalid(name, token(&input, &fixed(&root)), &public));
    }
    check(&rows, 3);
}
