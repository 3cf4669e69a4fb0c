//! Making a token from a draft. The header and the payload are signed byte for byte as typed.
//! A header with `enc` asks for encryption instead.
//! Spec: RFC 7515 §5.1 and §7, RFC 7516 §5.1, RFC 7519 §7.1, RFC 7797 §3, RFC 9901 §4.

mod batch;
mod encrypt;
mod header;
mod key;
mod sd_jwt;
mod signers;
mod written;

use crate::base64url;
use crate::crypto;
use crate::diagnostic::{Diagnostic, Fact};
use crate::job::{Draft, Outer, Serialization, Tampering};
use crate::jose::algorithms::Scheme;
use crate::json;
use crate::keys::{KeyFacts, KeyReading, read_key};
use crate::span::{Part, Span};
pub use batch::batch;
use header::{Algorithm, Header};
use rand_core::CryptoRngCore;
use std::borrow::Cow;

/// A signed draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// In the serialization that the draft asks for.
    pub token: String,
    /// The key that signed. `None` for `alg: none`.
    pub key: Option<KeyFacts>,
    /// What was signed, where that is not the payload as typed.
    pub payload: Option<String>,
    /// What is weak or odd about it.
    pub warnings: Vec<Diagnostic>,
}

/// Signs a draft with the key in its key box, or encrypts it when its header has `enc`. Why there
/// is no token is one diagnostic, with the place where there is one: `span` counts bytes of the
/// draft's header or payload.
pub fn sign<R: CryptoRngCore>(draft: &Draft, rng: &mut R) -> Result<Signed, Diagnostic> {
    sign_with(draft, &reading_of(draft), rng)
}

/// The keys in a draft's key box.
fn reading_of(draft: &Draft) -> KeyReading {
    match draft.tampering {
        Tampering::Confused => key::as_characters(&draft.key),
        Tampering::None | Tampering::Stripped => read_key(&draft.key),
    }
}

/// The same with a key that was read already.
pub fn sign_with<R: CryptoRngCore>(
    draft: &Draft,
    reading: &KeyReading,
    rng: &mut R,
) -> Result<Signed, Diagnostic> {
    let document = json::parse(draft.header.clone().into_bytes());
    // The alg of a recipient may stand in a header of its own.
    let beside = json::parse(encrypt::beside(draft).as_bytes().to_vec());
    let header = header::read_with(&document, &beside);
    let header = header.map_err(|error| key::with_algs(error, reading))?;
    if !draft.additional_data.is_empty() && !encrypt::has_room(draft, header.algorithm) {
        return Err(Diagnostic::danger("sign-aad-nowhere"));
    }
    if let Algorithm::Encryption(encryption) = header.algorithm {
        encrypt::cannot(draft)?;
        payload_warnings(&draft.payload)?;
        return encrypt::encrypt(draft, &header, encryption, reading, rng);
    }
    let mut warnings = header.warnings.clone();
    let unprotected = written::read_unprotected(draft, header.object, &mut warnings)?;
    warnings.extend(payload_warnings(&draft.payload)?);
    let concealed = match &draft.disclosing {
        Some(_) if !header.encodes_payload => {
            return Err(Diagnostic::danger("sign-sd-jwt-compact"));
        }
        Some(disclosing) => Some(sd_jwt::conceal(draft, disclosing, rng)?),
        None => None,
    };
    warnings.extend(concealed.iter().flat_map(|one| one.warnings.clone()));
    let payload = concealed
        .as_ref()
        .map_or(&draft.payload, |concealed| &concealed.payload);
    let content = content(payload, draft, &header, &mut warnings);
    let protected = base64url::encode(draft.header.as_bytes());
    let input = format!("{protected}.{}", content.signed);
    let (mut signature, key) = match header.algorithm {
        Algorithm::None if draft.unsecured => {
            warnings.push(Diagnostic::danger("sign-unsecured"));
            (String::new(), None)
        }
        Algorithm::None | Algorithm::Encryption(_) => {
            return Err(Diagnostic::danger("sign-alg-none"));
        }
        Algorithm::Signature(row) => {
            let key = key::choose(&header, row, draft, reading, &mut warnings)?;
            warnings.extend(key::weaknesses(row, &key.facts));
            let bytes = crypto::sign(row.scheme, &key.material, input.as_bytes(), rng)
                .map_err(Diagnostic::from)?;
            if matches!(row.scheme, Scheme::EdDsa) {
                warnings.push(Diagnostic::info("sign-eddsa-polymorphic"));
            }
            (base64url::encode(&bytes), Some(key.facts.clone()))
        }
    };
    match draft.tampering {
        Tampering::None => {}
        Tampering::Stripped => {
            signature.clear();
            warnings.push(Diagnostic::danger("sign-stripped"));
        }
        Tampering::Confused => warnings.push(Diagnostic::danger("sign-confused")),
    }
    let own = written::Signature {
        protected,
        unprotected,
        signature,
    };
    let further = signers::sign_further(draft, &header, &content.signed, rng, &mut warnings)?;
    let parts = written::SignedParts {
        payload: content.written,
        signatures: std::iter::once(own).chain(further).collect(),
    };
    let token = match &concealed {
        Some(concealed) => concealed.write(parts, draft.serialization, rng)?,
        None => written::write_signed(&parts, draft.serialization),
    };
    let other = concealed.map(|concealed| concealed.payload);
    let other = other.filter(|payload| *payload != draft.payload);
    let signed = Signed {
        token,
        key,
        payload: other,
        warnings,
    };
    match &draft.outer {
        Some(outer) => nest(signed, outer, rng),
        None => Ok(signed),
    }
}

/// Encrypts a signed token (RFC 7519 §7.1): the JWS is the plaintext of a JWE.
fn nest<R: CryptoRngCore>(
    signed: Signed,
    outer: &Outer,
    rng: &mut R,
) -> Result<Signed, Diagnostic> {
    let draft = Draft {
        header: outer.header.clone(),
        payload: signed.token,
        key: outer.key.clone(),
        ..Draft::default()
    };
    let document = json::parse(draft.header.clone().into_bytes());
    let header = header::read(&document).map_err(sd_jwt::of_outer)?;
    let Algorithm::Encryption(encryption) = header.algorithm else {
        return Err(Diagnostic::danger("sign-outer-not-encryption"));
    };
    let reading = read_key(&outer.key);
    let mut nested =
        encrypt::encrypt(&draft, &header, encryption, &reading, rng).map_err(sd_jwt::of_outer)?;
    let says_jwt = header
        .text("cty")
        .is_some_and(|cty| cty.eq_ignore_ascii_case("JWT"));
    if !says_jwt {
        nested
            .warnings
            .push(Diagnostic::warning("sign-outer-no-cty"));
    }
    nested.warnings.splice(0..0, signed.warnings);
    nested.key = signed.key;
    nested.payload = signed.payload;
    Ok(nested)
}

struct Content {
    /// What stands behind the dot in the JWS Signing Input.
    signed: String,
    /// What stands in the token; `None` where it is detached.
    written: Option<String>,
}

/// Under `b64: false` the payload is signed as it is (RFC 7797 §3); one that cannot stand in the
/// Compact Serialization is detached (§5.2).
fn content(
    payload: &str,
    draft: &Draft,
    header: &Header<'_>,
    warnings: &mut Vec<Diagnostic>,
) -> Content {
    let signed = match header.encodes_payload {
        true => base64url::encode(payload.as_bytes()),
        false => payload.to_owned(),
    };
    let is_compact = draft.serialization == Serialization::Compact;
    let fits = |c: char| matches!(c, ' '..='~') && c != '.';
    let foreign = payload.char_indices().find(|(_, c)| !fits(*c));
    let foreign = foreign.filter(|_| is_compact && !header.encodes_payload);
    let has_to = foreign.is_some();
    if let Some((offset, c)) = foreign {
        let (line, column) = place(payload.as_bytes(), offset);
        let here = offset..offset.saturating_add(c.len_utf8());
        warnings.push(
            Diagnostic::info("sign-payload-detached")
                .at(Span::of(Part::Payload, here))
                .with("line", line)
                .with("column", column),
        );
    } else if draft.is_detached {
        warnings.push(Diagnostic::info("sign-detached"));
    }
    let written = (!has_to && !draft.is_detached).then(|| signed.clone());
    Content { signed, written }
}

/// A JWS signs any bytes; a JWT has a JSON object. What departs from that is said, and signed;
/// only text that begins as JSON and then breaks off is a slip of the hand, and refused.
fn payload_warnings(payload: &str) -> Result<Vec<Diagnostic>, Diagnostic> {
    let document = json::parse(payload.as_bytes().to_vec());
    if let Some(fault) = document.faults().first() {
        if payload.trim_start().starts_with(['{', '[']) {
            let error = Diagnostic::danger("sign-payload-broken");
            return Err(placed(error, Part::Payload, fault));
        }
        let warning = Diagnostic::warning("sign-payload-not-json");
        return Ok(vec![placed(warning, Part::Payload, fault)]);
    }
    let Some(object) = document.object() else {
        let found = document
            .root()
            .map_or("json-kind-null", |r| r.kind().word());
        let warning = Diagnostic::warning("sign-payload-not-object");
        return Ok(vec![warning.with("found", word(found))]);
    };
    let repeated = object.duplicate_names().into_iter();
    let mut warnings: Vec<Diagnostic> = repeated
        .map(|name| Diagnostic::warning("sign-payload-duplicate").with("name", name.into_owned()))
        .collect();
    warnings.extend(numbers(&document, Part::Payload));
    Ok(warnings)
}

/// Numbers that most readers change, because they keep doubles (RFC 8259 §6). The first few.
fn numbers(document: &json::Document, part: Part) -> Vec<Diagnostic> {
    let ids = (0..document.len()).filter_map(|id| u32::try_from(id).ok());
    let values = ids.filter_map(|id| document.value(json::NodeId(id)));
    let lost = values.filter_map(|value| {
        let number = value.number()?;
        let is_lost = matches!(number.loss, json::Loss::Overflow | json::Loss::Underflow)
            || (number.is_integer && number.loss == json::Loss::Rounded);
        is_lost.then(|| {
            let (line, column) = place(document.bytes(), value.span().start);
            Diagnostic::warning(match part {
                Part::Header => "sign-header-number",
                _ => "sign-payload-number",
            })
            .at(Span::of(part, value.span()))
            .with("number", number.digits)
            .with("read", number.as_double())
            .with("line", line)
            .with("column", column)
        })
    });
    lost.take(5).collect()
}

/// Line and column of a byte, both from 1; columns count characters.
fn place(bytes: &[u8], offset: usize) -> (usize, usize) {
    let before = String::from_utf8_lossy(bytes.get(..offset).unwrap_or_default()).into_owned();
    let line = before.matches('\n').count().saturating_add(1);
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |line| line.chars().count());
    (line, column.saturating_add(1))
}

/// `diagnostic` with the place of `fault`, what was expected there and what was found.
fn placed(diagnostic: Diagnostic, part: Part, fault: &json::Fault) -> Diagnostic {
    let width = fault.found.map_or(0, char::len_utf8);
    let end = fault.offset.saturating_add(width);
    let found = match fault.found {
        Some(c) => Fact::Text(c.to_string()),
        None => word("found-end"),
    };
    diagnostic
        .at(Span::of(part, fault.offset..end))
        .with("line", fault.line)
        .with("column", fault.column)
        .with("expected", word(fault.expected.word()))
        .with("found", found)
}

fn word(key: &'static str) -> Fact {
    Fact::Word(Cow::Borrowed(key))
}

#[cfg(test)]
mod tests;
