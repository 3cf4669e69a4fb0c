//! Making a payload selectively disclosable: what was ticked becomes Disclosures, and digests of
//! them take its place. What was not ticked stays byte for byte, the white space around it too.
//! Spec: RFC 9901 §4.1 to §4.3, §9.3 (salts).

use super::sign;
use super::written::{SignedParts, write_signed};
use crate::base64url;
use crate::diagnostic::Diagnostic;
use crate::job::{Binding, Disclosing, Draft, Serialization};
use crate::jose::algorithms::SIGNATURE_ALGORITHMS;
use crate::jose::sd_jwt::{ALWAYS_THERE, HashName, RESERVED};
use crate::json::{self, Kind, Value, quote, set_member};
use crate::keys::{Key, public_jwk, read_key};
use crate::span::{Part, Span};
use rand_core::CryptoRngCore;

/// Deeper payloads are refused: what is rendered here recurses.
const DEEPEST: usize = 32;

/// A payload with its Disclosures beside it.
#[derive(Debug)]
pub(super) struct Concealed {
    /// What is signed.
    pub(super) payload: String,
    /// What is odd about it.
    pub(super) warnings: Vec<Diagnostic>,
    disclosures: Vec<String>,
    binding: Option<Binding>,
}

/// Conceals what was ticked.
pub(super) fn conceal<R: CryptoRngCore>(
    draft: &Draft,
    disclosing: &Disclosing,
    rng: &mut R,
) -> Result<Concealed, Diagnostic> {
    if draft.is_detached {
        return Err(Diagnostic::danger("sign-sd-jwt-compact"));
    }
    let document = json::parse(draft.payload.clone().into_bytes());
    let object = document.object().filter(|_| document.faults().is_empty());
    let Some(object) = object else {
        return Err(Diagnostic::danger("sign-sd-jwt-not-object"));
    };
    let refuse = |code, pointer: &str| Err(Diagnostic::danger(code).with("pointer", pointer));
    for pointer in &disclosing.pointers {
        let top = pointer.strip_prefix('/').unwrap_or_default();
        if ALWAYS_THERE.contains(&top) {
            let error = Diagnostic::danger("sign-sd-jwt-always-there").with("name", top);
            return Err(error.with("pointer", pointer.as_str()));
        }
        if pointer.is_empty() || document.at_pointer(pointer).is_none() {
            return refuse("sign-sd-jwt-nothing-there", pointer);
        }
    }
    if let Some(name) = reserved(&document) {
        return Err(Diagnostic::danger("sign-sd-jwt-reserved")
            .at(Span::of(Part::Payload, name.span()))
            .with("name", name.text().unwrap_or_default().into_owned()));
    }
    let mut maker = Maker {
        pointers: &disclosing.pointers,
        decoys: usize::from(disclosing.decoys),
        disclosures: Vec::new(),
        rng,
    };
    let mut payload = maker.object("", object, usize::from(disclosing.decoys), 0)?;
    // What stands around the object.
    let around = |range| draft.payload.get(range).unwrap_or_default();
    let span = object.span();
    payload = [
        around(0..span.start),
        &payload,
        around(span.end..draft.payload.len()),
    ]
    .concat();
    let disclosures = maker.disclosures;
    if !disclosures.is_empty() || disclosing.decoys > 0 {
        let name = quote(HashName::Sha256.name());
        payload = set_member(&payload, "_sd_alg", &name).unwrap_or(payload);
    }
    let mut warnings = Vec::new();
    if let Some(binding) = &disclosing.binding {
        let key = holder(binding)?;
        let public = public_jwk(&key.material);
        match object.get("cnf") {
            None => {
                let cnf = format!("{{\"jwk\":{public}}}");
                payload = set_member(&payload, "cnf", &cnf).unwrap_or(payload);
            }
            Some(cnf) if !confirms(cnf, &public) => {
                let here = Span::of(Part::Payload, cnf.span());
                warnings.push(Diagnostic::warning("sign-binding-cnf").at(here));
            }
            Some(_) => {}
        }
    }
    Ok(Concealed {
        payload,
        warnings,
        disclosures,
        binding: disclosing.binding.clone(),
    })
}

impl Concealed {
    /// The SD-JWT in the serialization that was asked for. As JSON the Disclosures and the Key Binding
    /// JWT stand in the unprotected header of the first signature (RFC 9901 §8).
    pub(super) fn write<R: CryptoRngCore>(
        &self,
        mut parts: SignedParts,
        serialization: Serialization,
        rng: &mut R,
    ) -> Result<String, Diagnostic> {
        let jwt = write_signed(&parts, Serialization::Compact);
        let compact = self.finish(jwt, rng)?;
        if serialization == Serialization::Compact {
            return Ok(compact);
        }
        let Some(first) = parts.signatures.first_mut() else {
            return Ok(compact);
        };
        let header = first.unprotected.take();
        let mut header = header.unwrap_or_else(|| "{}".to_owned());
        let list: Vec<String> = self.disclosures.iter().map(|one| quote(one)).collect();
        let proof = compact.rsplit('~').next().unwrap_or_default();
        let mut members = vec![("disclosures", format!("[{}]", list.join(",")))];
        if !proof.is_empty() {
            members.push(("kb_jwt", quote(proof)));
        }
        for (name, value) in members {
            if json::parse(header.clone().into_bytes()).get(name).is_some() {
                let error = Diagnostic::danger("sign-unprotected-made");
                return Err(error.with("name", name));
            }
            header = set_member(&header, name, &value).unwrap_or(header);
        }
        first.unprotected = Some(header);
        Ok(write_signed(&parts, serialization))
    }

    /// The signed JWT with its Disclosures and, where one was asked for, a Key Binding JWT.
    fn finish<R: CryptoRngCore>(&self, jwt: String, rng: &mut R) -> Result<String, Diagnostic> {
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
        let signed = sign(&proof, rng).map_err(of_holder)?;
        token.push_str(&signed.token);
        Ok(token)
    }
}

/// What keeps an outer JWE from being made is not of the draft's own editors.
pub(super) fn of_outer(mut error: Diagnostic) -> Diagnostic {
    error.span = None;
    error.with("place", "outer")
}

/// Nor is what keeps the Key Binding JWT from being made.
fn of_holder(mut error: Diagnostic) -> Diagnostic {
    error.span = None;
    error.with("place", "holder")
}

/// The name of a member that only digests may have, wherever it stands.
fn reserved(document: &json::Document) -> Option<Value<'_>> {
    let ids = (0..document.len()).filter_map(|id| u32::try_from(id).ok());
    let mut values = ids.filter_map(|id| document.value(json::NodeId(id)));
    let is_one = |name: &Value<'_>| {
        let text = name.text().unwrap_or_default();
        name.kind() == Kind::Name && RESERVED.contains(&&*text)
    };
    values.find(is_one)
}

/// Whether `cnf` names the key whose public half is `public` (RFC 7800 §3.2); one that names it in
/// another way is not judged.
fn confirms(cnf: Value<'_>, public: &str) -> bool {
    let Some(jwk) = cnf.get("jwk") else {
        return true;
    };
    let own = read_key(&crate::keys::KeyInput {
        text: crate::secret::Secret::new(jwk.raw_text().into_owned()),
        ..crate::keys::KeyInput::default()
    });
    own.keys
        .first()
        .is_some_and(|key| public_jwk(&key.material) == public)
}

/// The holder's first private key that can sign.
fn holder(binding: &Binding) -> Result<Key, Diagnostic> {
    let reading = read_key(&binding.key);
    let keys = reading.keys.into_iter();
    let mut signing = keys.filter(|key| key.facts.is_private && fitting_alg(key).is_some());
    let key = signing.find(|key| key.facts.kty != "oct");
    let mut faults = reading.faults.into_iter();
    let locked = faults.find(|fault| fault.code.starts_with("container-password"));
    key.ok_or_else(|| match locked {
        Some(locked) => of_holder(locked),
        None => Diagnostic::danger("sign-binding-key"),
    })
}

fn fitting_alg(key: &Key) -> Option<String> {
    let mut rows = SIGNATURE_ALGORITHMS.iter();
    let row = rows.find(|row| crate::crypto::fits(row.scheme, &key.material));
    row.map(|row| row.name.to_owned())
}

struct Maker<'a, R> {
    pointers: &'a [String],
    /// So many digests of nothing go into every object that withholds something.
    decoys: usize,
    disclosures: Vec<String>,
    rng: &'a mut R,
}

impl<R: CryptoRngCore> Maker<'_, R> {
    fn is_ticked(&self, pointer: &str) -> bool {
        self.pointers.iter().any(|one| one == pointer)
    }

    /// Whether something inside was ticked.
    fn holds_ticked(&self, pointer: &str) -> bool {
        let mut below = self
            .pointers
            .iter()
            .filter_map(|one| one.strip_prefix(pointer));
        below.any(|rest| rest.starts_with('/'))
    }

    /// Whether a member of this very object was ticked.
    fn withholds(&self, pointer: &str) -> bool {
        let below = |one: &String| {
            let rest = one.strip_prefix(pointer)?.strip_prefix('/')?;
            (!rest.contains('/')).then_some(())
        };
        self.pointers.iter().any(|one| below(one).is_some())
    }

    fn value(&mut self, at: &str, value: Value<'_>, depth: usize) -> Result<String, Diagnostic> {
        if !self.holds_ticked(at) {
            return Ok(value.raw_text().into_owned());
        }
        if depth > DEEPEST {
            return Err(Diagnostic::danger("sign-sd-jwt-deep"));
        }
        match value.kind() {
            Kind::Object => {
                let decoys = if self.withholds(at) { self.decoys } else { 0 };
                self.object(at, value, decoys, depth)
            }
            Kind::Array => self.array(at, value, depth),
            _ => Ok(value.raw_text().into_owned()),
        }
    }

    /// The members that stay keep what stands around them; `_sd` is written like the others.
    fn object(
        &mut self,
        at: &str,
        object: Value<'_>,
        decoys: usize,
        depth: usize,
    ) -> Result<String, Diagnostic> {
        let outside = Outside::of(object);
        let mut members = Vec::new();
        let mut digests = Vec::new();
        for (name, value) in object.members() {
            let at = format!("{at}/{}", escaped(&name.text().unwrap_or_default()));
            let inside = self.value(&at, value, depth.saturating_add(1))?;
            if self.is_ticked(&at) {
                digests.push(self.disclose(Some(&name.raw_text()), &inside));
                continue;
            }
            let colon = outside.text(name.span().end..value.span().start);
            let kept = [&*name.raw_text(), colon, &inside].concat();
            members.push(outside.around(name.span().start..value.span().end, &kept));
        }
        for _ in 0..decoys {
            let nothing = self.salt();
            digests.push(HashName::Sha256.digest(nothing.as_bytes()));
        }
        // In order of the digests, so that the order of the claims is not told (§4.2.4.1).
        digests.sort();
        if !digests.is_empty() {
            let list: Vec<String> = digests.iter().map(|digest| quote(digest)).collect();
            let first = object.members().next();
            let own = first.map(|(name, value)| {
                let colon = outside.text(name.span().end..value.span().start);
                let before = outside.before(name.span().start);
                format!("{before}\"_sd\"{colon}[{}]", list.join(","))
            });
            members.push(own.unwrap_or_else(|| format!("\"_sd\":[{}]", list.join(","))));
        }
        Ok(format!("{{{}{}}}", members.join(","), outside.tail()))
    }

    fn array(&mut self, at: &str, array: Value<'_>, depth: usize) -> Result<String, Diagnostic> {
        let outside = Outside::of(array);
        let mut elements = Vec::new();
        for (index, element) in array.items().enumerate() {
            let at = format!("{at}/{index}");
            let inside = self.value(&at, element, depth.saturating_add(1))?;
            let written = match self.is_ticked(&at) {
                true => format!("{{\"...\":{}}}", quote(&self.disclose(None, &inside))),
                false => inside,
            };
            elements.push(outside.around(element.span(), &written));
        }
        Ok(format!("[{}{}]", elements.join(","), outside.tail()))
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

/// A name as a step of a JSON Pointer (RFC 6901 §3).
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The white space of a container: what stands between its members and its commas.
struct Outside<'a> {
    container: Value<'a>,
}

impl<'a> Outside<'a> {
    fn of(container: Value<'a>) -> Self {
        Outside { container }
    }

    fn text(&self, range: std::ops::Range<usize>) -> &'a str {
        let bytes = self.container.document().bytes().get(range);
        std::str::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
    }

    /// The white space that ends where a member or element starts.
    fn before(&self, start: usize) -> &'a str {
        let bytes = self.container.document().bytes();
        let before = bytes.get(..start).unwrap_or_default().iter().rev();
        let width = before.take_while(|byte| byte.is_ascii_whitespace()).count();
        self.text(start.saturating_sub(width)..start)
    }

    /// `written` with the white space up to the comma before and the comma behind. That behind
    /// the last one is the tail's.
    fn around(&self, range: std::ops::Range<usize>, written: &str) -> String {
        let bytes = self.container.document().bytes();
        let behind = bytes.get(range.end..).unwrap_or_default();
        let width = behind
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace())
            .count();
        let own = match behind.get(width) {
            Some(b',') => self.text(range.end..range.end.saturating_add(width)),
            _ => "",
        };
        [self.before(range.start), written, own].concat()
    }

    /// The white space before the closing bracket.
    fn tail(&self) -> &'a str {
        self.before(self.container.span().end.saturating_sub(1))
    }
}
