//! How the parts of a token are written: with dots between, or as a JSON object.
//! Spec: RFC 7515 §7, RFC 7516 §7, RFC 7797 §4.2.

use super::header::private_key;
use super::placed;
use crate::diagnostic::Diagnostic;
use crate::job::{Draft, Serialization};
use crate::json::{self, Value, quote};
use crate::span::Part;

/// The parts of a JWS, encoded.
pub(super) struct SignedParts {
    /// `None` where it is detached.
    pub(super) payload: Option<String>,
    /// One, or more in the General JSON Serialization.
    pub(super) signatures: Vec<Signature>,
}

/// One signature with what it is over.
pub(super) struct Signature {
    pub(super) protected: String,
    /// A JSON object; `None` where there is none.
    pub(super) unprotected: Option<String>,
    pub(super) signature: String,
}

/// The parts of a JWE, encoded.
pub(super) struct Encrypted {
    pub(super) protected: String,
    /// One, or more in the General JSON Serialization.
    pub(super) recipients: Vec<Recipient>,
    /// Additional data beside the protected header; only JSON has room for it.
    pub(super) aad: Option<String>,
    pub(super) iv: String,
    pub(super) ciphertext: String,
    pub(super) tag: String,
}

/// What one recipient gets.
pub(super) struct Recipient {
    /// A header of its own, as a JSON object.
    pub(super) header: Option<String>,
    pub(super) encrypted_key: String,
}

pub(super) fn write_signed(parts: &SignedParts, serialization: Serialization) -> String {
    let payload = parts.payload.as_deref();
    let members = payload.map(|text| ("payload", quote(text)));
    let mut members: Vec<(&str, String)> = members.into_iter().collect();
    let mut signatures = parts.signatures.iter();
    match serialization {
        Serialization::General => {
            let all: Vec<String> = signatures.map(|one| object(&one.members())).collect();
            members.push(("signatures", format!("[{}]", all.join(","))));
        }
        Serialization::Flattened => {
            members.extend(
                signatures
                    .next()
                    .map(Signature::members)
                    .unwrap_or_default(),
            );
        }
        Serialization::Compact => {
            let payload = payload.unwrap_or_default();
            return signatures.next().map_or_else(String::new, |one| {
                format!("{}.{payload}.{}", one.protected, one.signature)
            });
        }
    }
    object(&members)
}

impl Signature {
    fn members(&self) -> Vec<(&'static str, String)> {
        let mut members = vec![("protected", quote(&self.protected))];
        members.extend(self.unprotected.iter().map(|text| ("header", text.clone())));
        members.push(("signature", quote(&self.signature)));
        members
    }
}

impl Recipient {
    /// A part that is empty is left out (RFC 7516 §7.2.1).
    fn members(&self) -> Vec<(&'static str, String)> {
        let header = self.header.iter().map(|text| ("header", text.clone()));
        let key = Some(quote(&self.encrypted_key)).filter(|_| !self.encrypted_key.is_empty());
        header
            .chain(key.map(|key| ("encrypted_key", key)))
            .collect()
    }
}

pub(super) fn write_encrypted(parts: &Encrypted, serialization: Serialization) -> String {
    let Encrypted {
        protected,
        recipients,
        aad,
        iv,
        ciphertext,
        tag,
    } = parts;
    if serialization == Serialization::Compact {
        let key = recipients.first().map(|one| one.encrypted_key.as_str());
        let key = key.unwrap_or_default();
        return format!("{protected}.{key}.{iv}.{ciphertext}.{tag}");
    }
    let mut members = vec![("protected", quote(protected))];
    let mut recipients = recipients.iter().map(Recipient::members);
    match serialization {
        Serialization::General => {
            let all: Vec<String> = recipients.map(|one| object(&one)).collect();
            members.push(("recipients", format!("[{}]", all.join(","))));
        }
        Serialization::Compact | Serialization::Flattened => {
            members.extend(recipients.next().unwrap_or_default());
        }
    }
    members.extend(aad.iter().map(|aad| ("aad", quote(aad))));
    members.extend([
        ("iv", quote(iv)),
        ("ciphertext", quote(ciphertext)),
        ("tag", quote(tag)),
    ]);
    object(&members)
}

/// The unprotected header of a draft: an object whose names are not in the protected one, and none
/// that has to be protected (RFC 7515 §4.1.11 and §7.2.1, RFC 7797 §3).
pub(super) fn read_unprotected(
    draft: &Draft,
    protected: Value<'_>,
    warnings: &mut Vec<Diagnostic>,
) -> Result<Option<String>, Diagnostic> {
    let text = draft.unprotected.trim();
    if text.is_empty() || draft.serialization == Serialization::Compact {
        return Ok(None);
    }
    let document = json::parse(text.as_bytes().to_vec());
    if let Some(fault) = document.faults().first() {
        let mut error = placed(
            Diagnostic::danger("sign-unprotected-not-json"),
            Part::Header,
            fault,
        );
        // No editor with marks holds it.
        error.span = None;
        return Err(error);
    }
    let Some(object) = document.object() else {
        return Err(Diagnostic::danger("sign-unprotected-not-object"));
    };
    if let Some((name, _)) = object.repeated_members().next() {
        let name = name.text().unwrap_or_default().into_owned();
        return Err(Diagnostic::danger("sign-unprotected-duplicate").with("name", name));
    }
    for (name, _) in object.members() {
        let name = name.text().unwrap_or_default().into_owned();
        if protected.get(&name).is_some() {
            return Err(Diagnostic::danger("sign-unprotected-repeats").with("name", name));
        }
        // `enc` would make it a JWE.
        if matches!(name.as_str(), "crit" | "b64" | "enc") {
            return Err(Diagnostic::danger("sign-unprotected-critical").with("name", name));
        }
    }
    warnings.extend(private_key(object).map(|mut said| {
        said.span = None;
        said.with("place", "unprotected")
    }));
    Ok(Some(text.to_owned()))
}

fn object(members: &[(&str, String)]) -> String {
    let members: Vec<String> = members
        .iter()
        .map(|(name, value)| format!("\"{name}\":{value}"))
        .collect();
    format!("{{{}}}", members.join(","))
}
