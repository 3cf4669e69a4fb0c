//! How the parts of a token are written: with dots between, or as a JSON object.
//! Spec: RFC 7515 §7, RFC 7516 §7, RFC 7797 §4.2.

use crate::diagnostic::Diagnostic;
use crate::job::{Draft, Serialization};
use crate::json::{self, Value, quote};

/// The parts of a JWS, encoded.
pub(super) struct SignedParts {
    pub(super) protected: String,
    /// A JSON object; `None` where there is none.
    pub(super) unprotected: Option<String>,
    /// `None` where it is detached.
    pub(super) payload: Option<String>,
    pub(super) signature: String,
}

/// The parts of a JWE, encoded.
pub(super) struct Encrypted {
    pub(super) protected: String,
    pub(super) encrypted_key: String,
    pub(super) iv: String,
    pub(super) ciphertext: String,
    pub(super) tag: String,
}

pub(super) fn write_signed(parts: &SignedParts, serialization: Serialization) -> String {
    if serialization == Serialization::Compact {
        let payload = parts.payload.as_deref().unwrap_or_default();
        return format!("{}.{payload}.{}", parts.protected, parts.signature);
    }
    let mut signature = vec![("protected", quote(&parts.protected))];
    if let Some(unprotected) = &parts.unprotected {
        signature.push(("header", unprotected.clone()));
    }
    signature.push(("signature", quote(&parts.signature)));
    let payload = parts.payload.iter().map(|text| ("payload", quote(text)));
    let mut members: Vec<(&str, String)> = payload.collect();
    match serialization {
        Serialization::General => members.push(("signatures", format!("[{}]", object(&signature)))),
        Serialization::Compact | Serialization::Flattened => members.extend(signature),
    }
    object(&members)
}

pub(super) fn write_encrypted(parts: &Encrypted, serialization: Serialization) -> String {
    let Encrypted {
        protected,
        encrypted_key,
        iv,
        ciphertext,
        tag,
    } = parts;
    if serialization == Serialization::Compact {
        return format!("{protected}.{encrypted_key}.{iv}.{ciphertext}.{tag}");
    }
    // A part that is empty is left out (RFC 7516 §7.2.1).
    let recipient: Vec<(&str, String)> = [("encrypted_key", quote(encrypted_key))]
        .into_iter()
        .filter(|_| !encrypted_key.is_empty())
        .collect();
    let mut members = vec![("protected", quote(protected))];
    match serialization {
        Serialization::General => members.push(("recipients", format!("[{}]", object(&recipient)))),
        Serialization::Compact | Serialization::Flattened => members.extend(recipient),
    }
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
) -> Result<Option<String>, Diagnostic> {
    let text = draft.unprotected.trim();
    if text.is_empty() || draft.serialization == Serialization::Compact {
        return Ok(None);
    }
    let document = json::parse(text.as_bytes().to_vec());
    let object = document.object().filter(|_| document.faults().is_empty());
    let Some(object) = object else {
        return Err(Diagnostic::danger("sign-unprotected-not-object"));
    };
    for (name, _) in object.members() {
        let name = name.text().unwrap_or_default().into_owned();
        if protected.get(&name).is_some() {
            return Err(Diagnostic::danger("sign-unprotected-repeats").with("name", name));
        }
        if matches!(name.as_str(), "crit" | "b64") {
            return Err(Diagnostic::danger("sign-unprotected-critical").with("name", name));
        }
    }
    Ok(Some(text.to_owned()))
}

fn object(members: &[(&str, String)]) -> String {
    let members: Vec<String> = members
        .iter()
        .map(|(name, value)| format!("\"{name}\":{value}"))
        .collect();
    format!("{{{}}}", members.join(","))
}
