//! One JWK. Members that RFC 7518 wants in one form are also taken in the forms that programs
//! really write (standard base64, padding, leading zero bytes), and that is said; what cannot be
//! a key is refused with the member's name.
//! Spec: RFC 7517 §4, RFC 7518 §6, RFC 8037 §2, RFC 9964 §3.

use super::describe::facts_of;
use super::{Key, Material, RsaPrivate};
use crate::base64url::{Deviation, decode_lenient};
use crate::crypto::{self, CryptoError, containers};
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::{Curve, Scheme, signature_algorithm};
use crate::jose::encryption_algorithms::{KeyManagement, key_management_algorithm};
use crate::json::{Kind, Value};
use crate::secret::Secret;

/// A JWK that was read, and what is odd about it.
#[derive(Clone, Debug)]
pub struct ReadJwk {
    /// The key. Its `index` is 0.
    pub key: Key,
    /// What is odd, with the member.
    pub warnings: Vec<Diagnostic>,
}

/// Reads one JWK. The fault names the member.
pub fn read_jwk(jwk: Value<'_>) -> Result<ReadJwk, Diagnostic> {
    if jwk.kind() != Kind::Object {
        return Err(Diagnostic::danger("key-jwk-not-object"));
    }
    if let Some(name) = jwk.duplicate_names().into_iter().next() {
        return Err(
            Diagnostic::danger("key-jwk-duplicate-member").with("member", name.into_owned())
        );
    }
    let mut reader = Reader {
        jwk,
        warnings: Vec::new(),
    };
    let kty = reader.required_text("kty")?;
    let material = match kty.as_str() {
        "oct" => reader.oct()?,
        "RSA" => reader.rsa()?,
        "EC" => reader.ec()?,
        "OKP" => reader.okp()?,
        "AKP" => reader.akp()?,
        _ => return Err(Diagnostic::danger("key-jwk-unknown-kty").with("kty", kty)),
    };
    let mut facts = facts_of(&material);
    facts.kid = reader.optional_text("kid");
    facts.alg = reader.optional_text("alg");
    facts.key_use = reader.optional_text("use");
    facts.key_ops = reader.key_ops();
    reader.contradictions(&kty, &facts);
    reader.certificate(&material, &mut facts);
    let more = more(jwk, &material);
    Ok(ReadJwk {
        key: Key {
            material,
            facts,
            more,
        },
        warnings: reader.warnings,
    })
}

/// The members that are neither numbers of the key nor facts of it.
fn more(jwk: Value<'_>, material: &Material) -> Vec<(String, Secret<String>)> {
    let numbers: &[&str] = match material {
        Material::Oct(_) => &["k"],
        Material::Rsa { .. } => &["n", "e", "d", "p", "q", "dp", "dq", "qi"],
        Material::Ec { .. } => &["crv", "x", "y", "d"],
        Material::Okp { .. } => &["crv", "x", "d"],
        Material::Akp { .. } => &["pub", "priv"],
    };
    let said = ["kty", "kid", "use", "alg", "key_ops"];
    let members = jwk.members().filter_map(|(name, value)| {
        let name = name.text()?.into_owned();
        let is_known = said.contains(&name.as_str()) || numbers.contains(&name.as_str());
        (!is_known).then(|| (name, Secret::new(value.raw_text().into_owned())))
    });
    members.collect()
}

struct Reader<'a> {
    jwk: Value<'a>,
    warnings: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn warn(&mut self, code: &'static str, member: &str) {
        self.warnings
            .push(Diagnostic::warning(code).with("member", member));
    }

    fn oct(&mut self) -> Result<Material, Diagnostic> {
        let bytes = self.required_bytes("k")?;
        Ok(Material::Oct(Secret::new(bytes)))
    }

    fn rsa(&mut self) -> Result<Material, Diagnostic> {
        let n = self.required_number("n")?;
        let e = self.required_number("e")?;
        if self.jwk.get("oth").is_some() {
            self.warn("key-jwk-multi-prime", "oth");
        }
        let Some(d) = self.optional_number("d")? else {
            return Ok(Material::Rsa {
                n,
                e,
                private: None,
            });
        };
        let primes = match (self.optional_number("p")?, self.optional_number("q")?) {
            (Some(p), Some(q)) => Some((p, q)),
            _ => crypto::rsa_primes(&n, &e, &d).ok(),
        };
        if primes.is_none() {
            self.warn("key-private-unusable", "d");
        }
        let private = primes.map(|(p, q)| RsaPrivate {
            d: Secret::new(d),
            p: Secret::new(p),
            q: Secret::new(q),
        });
        if let Some(private) = &private {
            self.check_rsa_numbers(&n, &e, private);
        }
        Ok(Material::Rsa { n, e, private })
    }

    /// The private numbers follow from each other (RFC 7518 §6.3.2); what contradicts is named.
    fn check_rsa_numbers(&mut self, n: &[u8], e: &[u8], private: &RsaPrivate) {
        let right = match crypto::rsa_crt(n, e, private) {
            Ok(right) => right,
            Err(CryptoError::Refused("rsa-private-half-wrong")) => {
                self.warn("key-halves-differ", "d");
                return;
            }
            // What else is wrong with the public half is said when it is used.
            Err(_) => return,
        };
        for (member, right) in [("dp", right.dp), ("dq", right.dq), ("qi", right.qi)] {
            let written = self.jwk.get(member).and_then(|value| value.text());
            let Some(bytes) = written.map(|text| decode_lenient(&text).bytes) else {
                continue;
            };
            let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
            if bytes.get(zeros..) != Some(right.expose().as_slice()) {
                self.warn("key-halves-differ", member);
            }
        }
    }

    fn ec(&mut self) -> Result<Material, Diagnostic> {
        let curve = self.curve()?;
        if !matches!(
            curve,
            Curve::P256 | Curve::P384 | Curve::P521 | Curve::Secp256k1
        ) {
            return Err(self.curve_conflict("EC", curve));
        }
        let x = self.required_field("x", curve)?;
        let y = self.required_field("y", curve)?;
        crypto::check_point(curve, &x, &y)
            .map_err(|_| Diagnostic::danger("key-jwk-off-curve").with("curve", curve.name()))?;
        let mut d = None;
        if self.jwk.get("d").is_some() {
            let private = self.required_field("d", curve)?;
            match crypto::ec_public(curve, &private) {
                Ok(public) if public == (x.clone(), y.clone()) => {}
                Ok(_) => self.warn("key-halves-differ", "d"),
                Err(_) => self.warn("key-private-unusable", "d"),
            }
            d = Some(Secret::new(private));
        }
        Ok(Material::Ec { curve, x, y, d })
    }

    fn okp(&mut self) -> Result<Material, Diagnostic> {
        let curve = self.curve()?;
        if matches!(
            curve,
            Curve::P256 | Curve::P384 | Curve::P521 | Curve::Secp256k1
        ) {
            return Err(self.curve_conflict("OKP", curve));
        }
        let x = self.required_string("x", curve.field_len())?;
        let mut d = None;
        if self.jwk.get("d").is_some() {
            let private = self.required_exact("d", curve.field_len())?;
            if crypto::okp_public(curve, &private).is_ok_and(|public| public != x) {
                self.warn("key-halves-differ", "d");
            }
            d = Some(Secret::new(private));
        }
        Ok(Material::Okp { curve, x, d })
    }

    fn akp(&mut self) -> Result<Material, Diagnostic> {
        let alg = self.required_text("alg")?;
        let expected = match alg.as_str() {
            "ML-DSA-44" => 1312,
            "ML-DSA-65" => 1952,
            "ML-DSA-87" => 2592,
            _ => return Err(Diagnostic::danger("key-jwk-unknown-akp").with("alg", alg)),
        };
        let public = self.required_exact("pub", expected)?;
        let mut private = None;
        if self.jwk.get("priv").is_some() {
            let seed = self.required_exact("priv", 32)?;
            if crypto::ml_dsa_public(&alg, &seed).is_ok_and(|right| right != public) {
                self.warn("key-halves-differ", "priv");
            }
            private = Some(Secret::new(seed));
        }
        Ok(Material::Akp {
            alg,
            public,
            private,
        })
    }

    fn curve(&mut self) -> Result<Curve, Diagnostic> {
        let name = self.required_text("crv")?;
        Curve::from_name(&name)
            .ok_or_else(|| Diagnostic::danger("key-jwk-unknown-crv").with("crv", name))
    }

    fn curve_conflict(&self, kty: &str, curve: Curve) -> Diagnostic {
        Diagnostic::danger("key-jwk-crv-of-other-kty")
            .with("kty", kty)
            .with("crv", curve.name())
    }

    /// `x5t` and `x5t#S256` as they stand, else from the first certificate of `x5c`.
    fn certificate(&mut self, material: &Material, facts: &mut super::KeyFacts) {
        facts.x5t = self.optional_text("x5t");
        facts.x5t_s256 = self.optional_text("x5t#S256");
        let Some(first) = self.jwk.get("x5c").and_then(|chain| chain.items().next()) else {
            return;
        };
        let der = first
            .text()
            .and_then(|text| super::secret_text::decode_base64(&text).ok());
        let read = der.and_then(|der| containers::read_certificate(&der).ok());
        let Some((certificate, inside)) = read else {
            self.warn("key-jwk-x5c-unreadable", "x5c");
            return;
        };
        if super::describe::public_jwk(&inside) != super::describe::public_jwk(material) {
            self.warn("key-jwk-x5c-differs", "x5c");
            return;
        }
        facts.x5t.get_or_insert(certificate.sha1);
        facts.x5t_s256.get_or_insert(certificate.sha256);
    }

    fn key_ops(&mut self) -> Vec<String> {
        let Some(value) = self.jwk.get("key_ops") else {
            return Vec::new();
        };
        let texts: Option<Vec<String>> = value
            .items()
            .map(|item| item.text().map(|text| text.into_owned()))
            .collect();
        match texts {
            Some(texts) if value.kind() == Kind::Array => texts,
            _ => {
                self.warn("key-jwk-member-type", "key_ops");
                Vec::new()
            }
        }
    }

    /// What the members say against each other: `use` and `key_ops` (RFC 7517 §4.3), `alg` and
    /// `kty`.
    fn contradictions(&mut self, kty: &str, facts: &super::KeyFacts) {
        let mut seen = std::collections::BTreeSet::new();
        if facts.key_ops.iter().any(|name| !seen.insert(name)) {
            self.warn("key-jwk-operation-twice", "key_ops");
        }
        let belongs = |operation: &String| match facts.key_use.as_deref() {
            Some("sig") => !ENCRYPTING.contains(&operation.as_str()),
            Some("enc") => !SIGNING.contains(&operation.as_str()),
            _ => true,
        };
        if !facts.key_ops.iter().all(belongs) {
            self.warn("key-jwk-use-and-operations", "key_ops");
        }
        if let Some(alg) = facts.alg.as_deref()
            && key_types(alg).is_some_and(|types| !types.contains(&kty))
        {
            self.warnings.push(
                Diagnostic::warning("key-jwk-alg-of-other-kty")
                    .with("alg", alg)
                    .with("kty", kty),
            );
        }
    }

    fn optional_text(&mut self, member: &'static str) -> Option<String> {
        let value = self.jwk.get(member)?;
        let text = (value.kind() == Kind::String)
            .then(|| value.text())
            .flatten();
        if text.is_none() {
            self.warn("key-jwk-member-type", member);
        }
        text.map(|text| text.into_owned())
    }

    fn required_text(&mut self, member: &'static str) -> Result<String, Diagnostic> {
        let value = self
            .jwk
            .get(member)
            .ok_or_else(|| fault("key-jwk-missing-member", member))?;
        if value.kind() != Kind::String {
            return Err(fault("key-jwk-not-string", member));
        }
        value
            .text()
            .map(|text| text.into_owned())
            .ok_or_else(|| fault("key-jwk-not-string", member))
    }

    /// The bytes of a base64url member, also when it is written as standard base64 or padded.
    fn required_bytes(&mut self, member: &'static str) -> Result<Vec<u8>, Diagnostic> {
        let text = self.required_text(member)?;
        let read = decode_lenient(&text);
        let mut lenient = false;
        for wrong in &read.faults {
            match wrong.deviation {
                Deviation::StandardAlphabet
                | Deviation::Padding
                | Deviation::WhiteSpace
                | Deviation::TrailingBits => lenient = true,
                Deviation::PercentEncoded | Deviation::Foreign(_) | Deviation::Length => {
                    return Err(fault("key-jwk-not-base64url", member)
                        .with("position", wrong.start.saturating_add(1)));
                }
            }
        }
        if lenient {
            self.warn("key-jwk-lenient-base64", member);
        }
        Ok(read.bytes)
    }

    /// A Base64urlUInt (RFC 7518 §2) without leading zero bytes.
    fn required_number(&mut self, member: &'static str) -> Result<Vec<u8>, Diagnostic> {
        let mut bytes = self.required_bytes(member)?;
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        if zeros == bytes.len() {
            return Err(fault("key-jwk-zero", member));
        }
        if zeros > 0 {
            self.warn("key-jwk-leading-zero", member);
            bytes.drain(..zeros);
        }
        Ok(bytes)
    }

    fn optional_number(&mut self, member: &'static str) -> Result<Option<Vec<u8>>, Diagnostic> {
        if self.jwk.get(member).is_none() {
            return Ok(None);
        }
        self.required_number(member).map(Some)
    }

    /// A field element at the field's length. Leading zero bytes that some program added or
    /// left out do not change the number, so they are taken and named.
    fn required_field(
        &mut self,
        member: &'static str,
        curve: Curve,
    ) -> Result<Vec<u8>, Diagnostic> {
        let bytes = self.required_bytes(member)?;
        let wanted = curve.field_len();
        if bytes.len() == wanted {
            return Ok(bytes);
        }
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        let significant = bytes.get(zeros..).unwrap_or_default();
        // A few bytes short is a trimmed zero; half as long is something else.
        if significant.len() > wanted || bytes.len().saturating_add(2) < wanted {
            return Err(wrong_length(member, wanted, bytes.len()));
        }
        self.warn("key-jwk-leading-zero", member);
        let mut padded = vec![0; wanted.saturating_sub(significant.len())];
        padded.extend_from_slice(significant);
        Ok(padded)
    }

    /// An octet string of `wanted` bytes; a zero byte before it, as a number of that size may
    /// have, is left out.
    fn required_string(
        &mut self,
        member: &'static str,
        wanted: usize,
    ) -> Result<Vec<u8>, Diagnostic> {
        let bytes = self.required_bytes(member)?;
        match bytes.split_first() {
            Some((0, rest)) if rest.len() == wanted => {
                self.warn("key-jwk-leading-zero", member);
                Ok(rest.to_vec())
            }
            _ if bytes.len() == wanted => Ok(bytes),
            _ => Err(wrong_length(member, wanted, bytes.len())),
        }
    }

    fn required_exact(
        &mut self,
        member: &'static str,
        wanted: usize,
    ) -> Result<Vec<u8>, Diagnostic> {
        let bytes = self.required_bytes(member)?;
        if bytes.len() != wanted {
            return Err(wrong_length(member, wanted, bytes.len()));
        }
        Ok(bytes)
    }
}

/// Operations of `key_ops` that sign and verify (RFC 7517 §4.3).
const SIGNING: [&str; 2] = ["sign", "verify"];
/// Operations that encrypt, wrap or derive.
const ENCRYPTING: [&str; 6] = [
    "encrypt",
    "decrypt",
    "wrapKey",
    "unwrapKey",
    "deriveKey",
    "deriveBits",
];

/// The `kty` values that an `alg` can have; `None` for an `alg` that is not known here.
fn key_types(alg: &str) -> Option<&'static [&'static str]> {
    if let Some(row) = signature_algorithm(alg) {
        return Some(match row.scheme {
            Scheme::Hmac(_) => &["oct"],
            Scheme::RsaPkcs1(_) | Scheme::RsaPss(_) => &["RSA"],
            Scheme::Ecdsa(..) => &["EC"],
            Scheme::EdDsa | Scheme::EdDsaOn(_) => &["OKP"],
            Scheme::MlDsa(_) => &["AKP"],
        });
    }
    key_management_algorithm(alg).map(|row| -> &'static [&'static str] {
        match row.management {
            KeyManagement::Rsa15 | KeyManagement::RsaOaep(_) => &["RSA"],
            KeyManagement::EcdhEs(_) => &["EC", "OKP"],
            _ => &["oct"],
        }
    })
}

fn fault(code: &'static str, member: &'static str) -> Diagnostic {
    Diagnostic::danger(code).with("member", member)
}

fn wrong_length(member: &'static str, expected: usize, found: usize) -> Diagnostic {
    fault("key-jwk-wrong-length", member)
        .with("expected", expected)
        .with("found", found)
}

#[cfg(test)]
mod tests;
