//! What the JOSE Header says of the rest: how many dots there are to come, and how long the last
//! part is. Where a token ends in running text is decided with it.
//! Spec: RFC 7515 §7.1, RFC 7516 §7.1 and §9, RFC 7518 §3 and §5, RFC 7797 §5.2.

use crate::base64url;
use crate::jose::algorithms::{self, Curve, Scheme};
use crate::json;

/// What to expect after the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Expectation {
    /// Dots in a well-formed token.
    pub dots: usize,
    /// Lengths in characters that the last part can have. Empty: not known.
    pub last: Vec<usize>,
    /// The payload stands as it is (RFC 7797).
    pub unencoded_payload: bool,
}

impl Expectation {
    /// Of a header that could not be read.
    pub(super) fn unknown() -> Self {
        Expectation {
            dots: 2,
            last: Vec::new(),
            unencoded_payload: false,
        }
    }

    /// Reads the header.
    pub(super) fn of_header(text: &str) -> Self {
        let document = json::parse(base64url::decode_lenient(text).bytes);
        let member = |name| document.get(name).and_then(|value| value.text());
        if let Some(enc) = member("enc") {
            return Expectation {
                dots: 4,
                last: tag_lengths(&enc),
                unencoded_payload: false,
            };
        }
        let b64 = document.get("b64").and_then(|value| value.as_bool());
        Expectation {
            dots: 2,
            last: member("alg").map_or_else(Vec::new, |alg| signature_lengths(&alg)),
            unencoded_payload: b64 == Some(false),
        }
    }

    /// Whether a last part of `len` characters can be the whole of it.
    pub(super) fn fits(&self, len: usize) -> bool {
        self.last.contains(&len)
    }

    /// Whether `rest`, behind so many dots and `len` characters, goes on without a gap to the
    /// whole of a last part.
    pub(super) fn goes_on(&self, dots: usize, len: usize, rest: &str) -> bool {
        let is_base64 =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_');
        let most = self.longest().saturating_add(1);
        let more = rest.bytes().take(most).take_while(is_base64).count();
        dots >= self.dots && self.fits(len.saturating_add(more))
    }

    /// The longest last part known.
    pub(super) fn longest(&self) -> usize {
        self.last.iter().copied().max().unwrap_or(0)
    }
}

/// Whether a decoded first part reads like a JOSE Header: an object with `alg` or `enc`.
pub(super) fn is_header(text: &str) -> bool {
    let document = json::parse(base64url::decode_lenient(text).bytes);
    document.get("alg").is_some() || document.get("enc").is_some()
}

/// RSA moduli in bytes: 1024 to 8192 bits in the sizes that are made.
const RSA_LENGTHS: [usize; 6] = [128, 256, 384, 512, 768, 1024];

fn signature_lengths(alg: &str) -> Vec<usize> {
    if alg == "none" {
        return vec![0];
    }
    let Some(row) = algorithms::signature_algorithm(alg) else {
        return Vec::new();
    };
    let bytes = match row.scheme {
        Scheme::Hmac(hash) => vec![hash.len()],
        Scheme::RsaPkcs1(_) | Scheme::RsaPss(_) => RSA_LENGTHS.to_vec(),
        Scheme::Ecdsa(curve, _) => vec![curve.field_len().saturating_mul(2)],
        Scheme::EdDsa => vec![64, 114],
        Scheme::EdDsaOn(Curve::Ed448) => vec![114],
        Scheme::EdDsaOn(_) => vec![64],
        Scheme::MlDsa(44) => vec![2420],
        Scheme::MlDsa(65) => vec![3309],
        Scheme::MlDsa(_) => vec![4627],
    };
    bytes.into_iter().map(characters).collect()
}

fn tag_lengths(enc: &str) -> Vec<usize> {
    let bytes = match enc {
        "A128GCM" | "A192GCM" | "A256GCM" | "A128CBC-HS256" | "C20P" | "XC20P" => 16,
        "A192CBC-HS384" => 24,
        "A256CBC-HS512" => 32,
        _ => return Vec::new(),
    };
    vec![characters(bytes)]
}

/// Base64url characters of `bytes` bytes.
fn characters(bytes: usize) -> usize {
    bytes.saturating_mul(8).div_ceil(6)
}
