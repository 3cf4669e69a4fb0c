//! Making a payload selectively disclosable: what was ticked becomes Disclosures, and digests of
//! them take its place. What was not ticked stays byte for byte.
//! Spec: RFC 9901 §4.1 to §4.3, §9.3 (salts).

use super::sign;
use crate::base64url;
use crate::diagnostic::Diagnostic;
use crate::job::{Binding, Disclosing, Draft, Serialization};
use crate::jose::algorithms::SIGNATURE_ALGORITHMS;
use crate::jose::sd_jwt::HashName;
use crate::json::{self, Kind, Value, quote, set_member};
use crate::keys::{Key, public_jwk, read_key};
use rand_core::CryptoRngCore;

/// Deeper payloads are refused: what is rendered here recurses.
const DEEPEST: usize = 32;

/// Names that a Verifier looks at before any Disclosure (RFC 9901 §4.1, §9.7).
const ALWAYS_THERE: [&str; 6] = ["/iss", "/exp", "/nbf", "/cnf", "/vct", "/status"];

/// A payload with its Disclosures beside it.
#[derive(Debug)]
pub(super) struct Concealed {
    /// What is signed.
    pub(super) payload: String,
    disclosures: Vec<String>,
    binding: Option<Binding>,
}

/// Conceals what was ticked.
pub(super) fn conceal<R: CryptoRngCore>(
    draft: &Draft,
    disclosing: &Disclosing,
    rng: &mut R,
) -> Result<Concealed, Diagnostic> {
    if draft.serialization != Serialization::Compact || draft.is_detached {
        return Err(Diagnostic::danger("sign-sd-jwt-compact"));
    }
    let document = json::parse(draft.payload.clone().into_bytes());
    let object = document.object().filter(|_| document.faults().is_empty());
    let Some(object) = object else {
        return Err(Diagnostic::danger("sign-sd-jwt-not-object"));
    };
    if let Some(name) = ALWAYS_THERE
        .into_iter()
        .find(|name| disclosing.pointers.iter().any(|pointer| pointer == name))
    {
        let name = name.trim_start_matches('/');
        return Err(Diagnostic::danger("sign-sd-jwt-always-there").with("name", name));
    }
    for pointer in &disclosing.pointers {
        if pointer.is_empty() || document.at_pointer(pointer).is_none() {
            let error = Diagnostic::danger("sign-sd-jwt-nothing-there");
            return Err(error.with("pointer", pointer.as_str()));
        }
    }
    let mut maker = Maker {
        pointers: &disclosing.pointers,
        disclosures: Vec::new(),
        rng,
    };
    let mut payload = maker.object(object, usize::from(disclosing.decoys), 0)?;
    let disclosures = maker.disclosures;
    if !disclosures.is_empty() || disclosing.decoys > 0 {
        let name = quote(HashName::Sha256.name());
        payload = set_member(&payload, "_sd_alg", &name).unwrap_or(payload);
    }
    if let Some(binding) = &disclosing.binding
        && object.get("cnf").is_none()
    {
        let key = holder(binding)?;
        let cnf = format!("{{\"jwk\":{}}}", public_jwk(&key.material));
        payload = set_member(&payload, "cnf", &cnf).unwrap_or(payload);
    }
    Ok(Concealed {
        payload,
        disclosures,
        binding: disclosing.binding.clone(),
    })
}

impl Concealed {
    /// The signed JWT with its Disclosures and, where one was asked for, a Key Binding JWT.
    pub(super) fn finish<R: CryptoRngCore>(
        &self,
        jwt: String,
        rng: &mut R,
    ) -> Result<String, Diagnostic> {
        let mut token = format!("{jwt}~");
        for disclosure in &self.disclosures {
            token.push_str(disclosure);
            token.push('~');
        }
        let Some(binding) = &self.binding else {
            return Ok(token);
        };
        let key = holder(binding)?;
        let alg = key.facts.alg.clone().or_else(|| fitting_alg(&key));
        let alg = alg.ok_or_else(|| Diagnostic::danger("sign-binding-key"))?;
        let hash = HashName::Sha256.digest(token.as_bytes());
        let proof = Draft {
            header: format!(r#"{{"alg":{},"typ":"kb+jwt"}}"#, quote(&alg)),
            payload: format!(
                r#"{{"iat":{},"aud":{},"nonce":{},"sd_hash":{}}}"#,
                binding.iat,
                quote(&binding.aud),
                quote(&binding.nonce),
                quote(&hash)
            ),
            key: binding.key.clone(),
            ..Draft::default()
        };
        token.push_str(&sign(&proof, rng)?.token);
        Ok(token)
    }
}

/// What keeps an outer JWE from being made is not of the draft's own editors.
pub(super) fn of_outer(mut error: Diagnostic) -> Diagnostic {
    error.span = None;
    error.with("place", "outer")
}

/// The holder's first private key that can sign.
fn holder(binding: &Binding) -> Result<Key, Diagnostic> {
    let keys = read_key(&binding.key).keys.into_iter();
    let mut signing = keys.filter(|key| key.facts.is_private && fitting_alg(key).is_some());
    let key = signing.find(|key| key.facts.kty != "oct");
    key.ok_or_else(|| Diagnostic::danger("sign-binding-key"))
}

fn fitting_alg(key: &Key) -> Option<String> {
    let mut rows = SIGNATURE_ALGORITHMS.iter();
    let row = rows.find(|row| crate::crypto::fits(row.scheme, &key.material));
    row.map(|row| row.name.to_owned())
}

struct Maker<'a, R> {
    pointers: &'a [String],
    disclosures: Vec<String>,
    rng: &'a mut R,
}

impl<R: CryptoRngCore> Maker<'_, R> {
    fn is_ticked(&self, value: Value<'_>) -> bool {
        let pointer = value.pointer();
        self.pointers.contains(&pointer)
    }

    /// Whether something inside was ticked.
    fn holds_ticked(&self, value: Value<'_>) -> bool {
        let inside = format!("{}/", value.pointer());
        self.pointers
            .iter()
            .any(|pointer| pointer.starts_with(&inside))
    }

    fn value(&mut self, value: Value<'_>, depth: usize) -> Result<String, Diagnostic> {
        if !self.holds_ticked(value) {
            return Ok(value.raw_text().into_owned());
        }
        if depth > DEEPEST {
            return Err(Diagnostic::danger("sign-sd-jwt-deep"));
        }
        match value.kind() {
            Kind::Object => self.object(value, 0, depth),
            Kind::Array => self.array(value, depth),
            _ => Ok(value.raw_text().into_owned()),
        }
    }

    fn object(
        &mut self,
        object: Value<'_>,
        decoys: usize,
        depth: usize,
    ) -> Result<String, Diagnostic> {
        let mut members = Vec::new();
        let mut digests = Vec::new();
        for (name, value) in object.members() {
            let inside = self.value(value, depth.saturating_add(1))?;
            if self.is_ticked(value) {
                digests.push(self.disclose(Some(&name.raw_text()), &inside));
            } else {
                members.push(format!("{}:{inside}", name.raw_text()));
            }
        }
        for _ in 0..decoys {
            let nothing = self.salt();
            digests.push(HashName::Sha256.digest(nothing.as_bytes()));
        }
        // In order of the digests, so that the order of the claims is not told (§4.2.4.1).
        digests.sort();
        if !digests.is_empty() {
            let list: Vec<String> = digests.iter().map(|digest| quote(digest)).collect();
            members.push(format!("\"_sd\":[{}]", list.join(",")));
        }
        Ok(format!("{{{}}}", members.join(",")))
    }

    fn array(&mut self, array: Value<'_>, depth: usize) -> Result<String, Diagnostic> {
        let mut elements = Vec::new();
        for element in array.items() {
            let inside = self.value(element, depth.saturating_add(1))?;
            elements.push(match self.is_ticked(element) {
                true => format!("{{\"...\":{}}}", quote(&self.disclose(None, &inside))),
                false => inside,
            });
        }
        Ok(format!("[{}]", elements.join(",")))
    }

    /// Keeps a Disclosure and gives its digest.
    fn disclose(&mut self, name: Option<&str>, value: &str) -> String {
        let salt = quote(&self.salt());
        let array = match name {
            Some(name) => format!("[{salt}, {name}, {value}]"),
            None => format!("[{salt}, {value}]"),
        };
        let disclosure = base64url::encode(array.as_bytes());
        let digest = HashName::Sha256.digest(disclosure.as_bytes());
        self.disclosures.push(disclosure);
        digest
    }

    /// 128 bits (RFC 9901 §9.3).
    fn salt(&mut self) -> String {
        let mut bytes = [0; 16];
        self.rng.fill_bytes(&mut bytes);
        base64url::encode(&bytes)
    }
}
