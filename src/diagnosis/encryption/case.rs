//! What is diagnosed: one recipient of a JWE that does not open, and one combination of key,
//! algorithms and parts to open it with.

use crate::crypto::jwe::{self, ContentKey, JweError, Parameters};
use crate::diagnosis::{Fix, KeyChange, Paste, Said};
use crate::diagnostic::Diagnostic;
use crate::inspect::{PartText, Serialization, Token};
use crate::jose::encryption_algorithms::{
    ContentEncryptionAlgorithm, KeyManagement, KeyManagementAlgorithm,
    content_encryption_algorithm, key_management_algorithm,
};
use crate::jose::header::JoseHeader;
use crate::jose::jwe::{Recipient, additional_data};
use crate::keys::{KeyReading, Material, public_jwk};
use crate::secret::Secret;
use crate::span::Part;
use crate::verify::{Question, SignatureVerdict};
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// One cause.
#[derive(Clone, Copy)]
pub struct Cause {
    /// Stable; the code of its clause, and what tests and the page go by.
    pub code: &'static str,
    /// What it does.
    pub kind: Kind,
}

/// Content Encryption Keys, each with the number of the key that it was found with.
pub type Found = (usize, ContentKey);

/// What a trial and its Content Encryption Keys prove.
pub type Prove = fn(&Trial, &[Found]) -> Option<Diagnostic>;

/// What a cause changes.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Other combinations, each with its step.
    Change(fn(&Case<'_>, &Trial) -> Vec<Trial>),
    /// A computation of its own that proves what it says.
    Proof(Prove),
    /// Another text of the token.
    Paste(fn(&Paste<'_>) -> Vec<Said<String>>),
    /// Something that is so, without any change.
    Certain(fn(&Case<'_>) -> Option<Diagnostic>),
}

/// One recipient and the verdict on the token.
pub struct Case<'a> {
    /// The token.
    pub token: &'a Token,
    /// The recipient.
    pub recipient: Recipient,
    /// The JOSE Header for it.
    pub header: JoseHeader<'a>,
    /// What was asked.
    pub question: &'a Question,
    /// How the key box was read.
    pub reading: &'a KeyReading,
    /// What came of it.
    pub verdict: &'a SignatureVerdict,
}

/// Longer headers are not written anew.
const LONGEST_HEADER: usize = 100_000;

/// How the content was made smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Packing {
    /// Not at all.
    None,
    /// Raw DEFLATE, as `zip: DEF` says.
    Deflate,
    /// DEFLATE in a zlib wrapper (RFC 1950).
    Zlib,
}

/// One combination. Parts are shared, because a token can be long and the trials many.
#[derive(Clone, Debug)]
pub struct Trial {
    /// The text of the bare secret, where the key is one.
    pub text: Option<Secret<String>>,
    /// The keys to try.
    pub keys: Vec<KeyChange>,
    /// Whether the key is another one than in the box.
    pub key_changed: bool,
    /// Key management; `None` where the header's is not known.
    pub alg: Option<KeyManagementAlgorithm>,
    /// Content encryption; `None` where the header's is not known.
    pub enc: Option<ContentEncryptionAlgorithm>,
    /// The Header Parameters of key management.
    pub parameters: Parameters,
    /// JWE Encrypted Key.
    pub encrypted_key: Rc<[u8]>,
    /// Initialization Vector.
    pub iv: Rc<[u8]>,
    /// Ciphertext.
    pub ciphertext: Rc<[u8]>,
    /// Authentication Tag.
    pub tag: Rc<[u8]>,
    /// Additional Authenticated Data.
    pub aad: Rc<[u8]>,
    /// How the content was made smaller.
    pub packing: Packing,
    /// The header of the token that can be set, when it is another one than in the box: in
    /// Compact Serialization, with the parts as they are here.
    pub header: Option<Rc<str>>,
    /// Whether something was changed that the boxes cannot say.
    pub is_beyond_boxes: bool,
    /// What was changed.
    pub steps: Vec<Diagnostic>,
}

impl Trial {
    /// The same with one change and its step.
    pub fn with(&self, step: Diagnostic, change: impl FnOnce(&mut Trial)) -> Trial {
        let mut next = self.clone();
        change(&mut next);
        next.steps.push(step);
        next
    }

    /// The Content Encryption Keys under the keys, each with the number of its key.
    pub fn content_keys(&self) -> Vec<Found> {
        let (Some(alg), Some(enc)) = (self.alg, self.enc) else {
            return Vec::new();
        };
        let open = |key: &KeyChange| {
            jwe::open_key(
                &alg,
                &enc,
                &key.material,
                &self.parameters,
                &self.encrypted_key,
                jwe::PBES2_LIMIT,
            )
        };
        let keys = self.keys.iter().enumerate();
        keys.filter_map(|(number, key)| Some((number, open(key).ok()?)))
            .collect()
    }

    /// The key under whose Content Encryption Key the content is authentic and can be read.
    pub fn opens(&self, content_keys: &[Found]) -> Option<&KeyChange> {
        let enc = self.enc?;
        let (number, _) = content_keys.iter().find(|(_, content_key)| {
            let plaintext = jwe::decrypt_content(
                enc.encryption,
                content_key,
                &self.iv,
                &self.aad,
                &self.ciphertext,
                &self.tag,
            );
            plaintext.is_ok_and(|plaintext| self.unpack(&plaintext).is_ok())
        })?;
        self.keys.get(*number)
    }

    /// Equal for trials that find the same Content Encryption Keys.
    pub fn hash_key(&self, hasher: &mut impl Hasher) {
        let parameters = &self.parameters;
        self.alg.map(|alg| (alg.name, alg.management)).hash(hasher);
        self.enc.map(|enc| (enc.name, enc.encryption)).hash(hasher);
        (&parameters.apu, &parameters.apv).hash(hasher);
        (&parameters.iv, &parameters.tag).hash(hasher);
        (&parameters.p2s, parameters.p2c).hash(hasher);
        self.encrypted_key.hash(hasher);
        for key in &self.keys {
            match &key.material {
                Material::Oct(secret) => secret.expose().hash(hasher),
                other => public_jwk(other).hash(hasher),
            }
        }
    }

    /// Equal, together with the key, for trials that compute the same.
    pub fn hash_content(&self, hasher: &mut impl Hasher) {
        self.iv.hash(hasher);
        (&self.ciphertext, &self.tag, &self.aad).hash(hasher);
        self.packing.hash(hasher);
    }

    fn unpack(&self, plaintext: &[u8]) -> Result<(), JweError> {
        let packed = match self.packing {
            Packing::None => return Ok(()),
            Packing::Deflate => plaintext,
            // Two bytes before and a checksum behind.
            Packing::Zlib => plaintext
                .get(2..plaintext.len().saturating_sub(4))
                .ok_or(JweError::NotDeflate)?,
        };
        jwe::inflate(packed, jwe::INFLATE_LIMIT).map(drop)
    }

    /// Bytes that a shared key needs, and the name of the algorithm that says so; `None` where
    /// the algorithm takes another kind of key, or a secret of any length.
    pub fn shared_key_len(&self) -> Option<(usize, &'static str)> {
        let (alg, enc) = (self.alg?, self.enc?);
        match alg.management {
            KeyManagement::Direct => Some((enc.encryption.key_len(), enc.name)),
            KeyManagement::AesKw(size) | KeyManagement::AesGcmKw(size) => {
                Some((size.bytes(), alg.name))
            }
            _ => None,
        }
    }

    /// Rounds of PBES2 that one key takes.
    pub fn rounds(&self) -> u64 {
        match self.alg.map(|alg| alg.management) {
            Some(KeyManagement::Pbes2(..)) => self.parameters.p2c.unwrap_or_default(),
            _ => 0,
        }
    }

    /// What to set, when `key` opened it.
    pub fn fixes(&self, key: &KeyChange) -> Vec<Fix> {
        if self.is_beyond_boxes {
            return Vec::new();
        }
        let mut fixes = Vec::new();
        if self.key_changed {
            match &key.set {
                Some((text, reading)) => fixes.push(Fix::SetKey {
                    text: text.clone(),
                    reading: *reading,
                }),
                None => return Vec::new(),
            }
        }
        let header = self.header.as_deref();
        fixes.extend(header.map(|header| Fix::SetPaste(self.compact(header))));
        fixes
    }

    /// The Compact Serialization of the parts as they are now, behind `header` as it stands.
    fn compact(&self, header: &str) -> String {
        let parts = [&self.encrypted_key, &self.iv, &self.ciphertext, &self.tag];
        let parts = parts.map(|part| crate::base64url::encode(part));
        format!("{header}.{}", parts.join("."))
    }
}

impl Case<'_> {
    /// The combinations as they were: one per bare secret, one for all other keys.
    pub fn trials(&self) -> Vec<Trial> {
        let bytes = |part: Option<&PartText>| -> Rc<[u8]> {
            part.map(|part| part.bytes.as_slice())
                .unwrap_or_default()
                .into()
        };
        let [iv, ciphertext, tag] =
            [Part::Iv, Part::Ciphertext, Part::Tag].map(|role| bytes(self.token.part(role)));
        let encrypted = self.recipient.encrypted_key;
        let encrypted = bytes(encrypted.and_then(|index| self.token.parts.get(index)));
        let aad: Rc<[u8]> = additional_data(self.token).into();
        let trial = |text: Option<Secret<String>>, keys: Vec<KeyChange>| Trial {
            text,
            keys,
            key_changed: false,
            alg: self.alg(),
            enc: self.enc(),
            parameters: self.parameters(),
            encrypted_key: Rc::clone(&encrypted),
            iv: Rc::clone(&iv),
            ciphertext: Rc::clone(&ciphertext),
            tag: Rc::clone(&tag),
            aad: Rc::clone(&aad),
            packing: match self.header.get("zip") {
                Some(_) => Packing::Deflate,
                None => Packing::None,
            },
            header: None,
            is_beyond_boxes: false,
            steps: Vec::new(),
        };
        let mut trials: Vec<Trial> = self
            .reading
            .secret_texts
            .iter()
            .map(|text| {
                let key = KeyChange::read(text.expose(), self.question.key.reading);
                trial(Some(text.clone()), key.into_iter().collect())
            })
            .collect();
        let is_bare = !trials.is_empty();
        let others: Vec<KeyChange> = self
            .reading
            .keys
            .iter()
            .zip(self.given())
            .filter(|(key, is_tried)| *is_tried && !(is_bare && key.facts.kty == "oct"))
            .map(|(key, _)| KeyChange {
                material: key.material.clone(),
                set: None,
            })
            .collect();
        if !others.is_empty() || trials.is_empty() {
            trials.push(trial(None, others));
        }
        trials
    }

    /// Of every key of the box, whether it was tried, or would be if it were of the right kind.
    fn given(&self) -> Vec<bool> {
        let named = |key: &crate::keys::Key| {
            let kid = self.header.kid();
            !self.reading.is_set || kid.is_none_or(|kid| key.facts.kid.as_deref() == Some(&*kid))
        };
        self.reading.keys.iter().map(named).collect()
    }

    /// Whether key number `index` was left out because of its name or its use.
    pub fn is_left_out(&self, index: usize) -> bool {
        let candidate = self.verdict.candidates.iter();
        let tried = |code: &str| code.starts_with("decrypt-candidate-");
        let is_tried = candidate
            .filter(|candidate| tried(&candidate.reason.code))
            .any(|candidate| candidate.key.index == index);
        self.reading.is_set && !is_tried
    }

    /// Key management by the header.
    pub fn alg(&self) -> Option<KeyManagementAlgorithm> {
        key_management_algorithm(&self.header.alg()?).copied()
    }

    /// Content encryption by the header.
    pub fn enc(&self) -> Option<ContentEncryptionAlgorithm> {
        content_encryption_algorithm(&self.header.enc()?).copied()
    }

    /// What of the parameters a strict reader can read.
    fn parameters(&self) -> Parameters {
        let strict = crate::decrypt::read_parameters(&self.header);
        strict.unwrap_or_else(|_| {
            let bytes = |name: &str| crate::base64url::decode(&self.header.text(name)?);
            let epk = self.header.get("epk").and_then(|jwk| {
                let read = crate::keys::read_jwk(jwk).ok()?;
                Some(read.key.material)
            });
            let digits = self.header.get("p2c").and_then(|count| count.digits());
            Parameters {
                epk,
                apu: bytes("apu").unwrap_or_default(),
                apv: bytes("apv").unwrap_or_default(),
                iv: bytes("iv"),
                tag: bytes("tag"),
                p2s: bytes("p2s"),
                p2c: digits.and_then(|digits| digits.parse().ok()),
            }
        })
    }

    /// The protected header of a token in Compact Serialization as it stands.
    pub fn compact_header(&self) -> Option<&str> {
        let part = self.token.part(Part::Header)?;
        let is_compact = self.token.serialization == Serialization::Compact;
        is_compact.then(|| self.token.text_of(part))
    }

    /// The protected header with the text value of `name` replaced, encoded anew.
    pub fn header_with(&self, name: &str, value: &str) -> Option<String> {
        self.compact_header()
            .filter(|header| header.len() <= LONGEST_HEADER)?;
        let json = self.header.protected?;
        let span = json.get(name)?.span();
        let bytes = json.bytes();
        let mut changed = bytes.get(..span.start)?.to_vec();
        changed.extend_from_slice(crate::json::quote(value).as_bytes());
        changed.extend_from_slice(bytes.get(span.end..)?);
        Some(crate::base64url::encode(&changed))
    }

    /// A trial whose header says something else than that of the token: as it was sent, and with
    /// the header put right, which is what can be set.
    pub fn renamed(&self, trial: &Trial, name: &str, value: &str) -> Vec<Trial> {
        let mut as_sent = trial.clone();
        as_sent.is_beyond_boxes = true;
        let edited = self.header_with(name, value).map(|header| {
            let mut edited = trial.clone();
            edited.aad = header.as_bytes().into();
            edited.header = Some(header.into());
            edited
        });
        std::iter::once(as_sent).chain(edited).collect()
    }
}
