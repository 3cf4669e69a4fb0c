//! What the runs start from: the tokens, keys and texts of the published vectors, in the form in
//! which each target takes them, and the inputs that once broke something.

use crate::targets::{SEAM, Target, Wants};
use jwt_debugger::base64url;
use jwt_debugger::inspect::{Family, inspect};
use jwt_debugger::keys::{KeyInput, convert};
use jwt_debugger::secret::Secret;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Longer texts slow every run down and hold nothing that shorter ones do not.
const LONGEST: usize = 4_000;
/// So many seeds of one kind.
const MOST: usize = 300;
/// And so many where one input takes long.
const MOST_SLOW: usize = 60;

/// Everything in the vectors, by kind.
#[derive(Default)]
struct Vectors {
    pastes: Vec<String>,
    jwks: Vec<String>,
    json: Vec<String>,
    pem: Vec<String>,
    der: Vec<Vec<u8>>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// The inputs under `found/` that once broke this target.
pub fn found(name: &str) -> Vec<(String, Vec<u8>)> {
    let files = files(&root().join("tests/fuzz/found").join(name));
    let read = |path: PathBuf| (path.display().to_string(), std::fs::read(&path).unwrap());
    files.into_iter().map(read).collect()
}

fn vectors() -> &'static Vectors {
    static VECTORS: OnceLock<Vectors> = OnceLock::new();
    VECTORS.get_or_init(|| {
        let mut all = Vectors::default();
        for path in files(&root().join("tests/vectors/data")) {
            let Ok(text) = std::fs::read_to_string(&path) else {
                continue;
            };
            let ending = path.extension().and_then(|ending| ending.to_str());
            match ending.unwrap_or_default() {
                "json" => {
                    // One of them is no JSON, as a settings file with a missing comma.
                    if let Ok(value) = serde_json::from_str(&text) {
                        all.add(&value);
                    }
                    all.pastes.push(text);
                }
                "pem" => all.pem.push(text),
                "txt" | "env" => all.pastes.push(text),
                _ => {}
            }
        }
        all.pastes.retain(|text| text.len() <= LONGEST);
        for texts in [&mut all.pastes, &mut all.jwks, &mut all.json] {
            texts.sort();
            texts.dedup();
        }
        all.spell();
        all
    })
}

/// Keeps every so manieth.
fn thin<T>(seeds: &mut Vec<T>, most: usize) {
    let step = seeds.len().div_ceil(most).max(1);
    let mut at = 0;
    seeds.retain(|_| {
        at += 1;
        (at - 1) % step == 0
    });
}

impl Vectors {
    fn add(&mut self, value: &Value) {
        match value {
            Value::String(text) if text.len() <= LONGEST => {
                if text.matches('.').count() >= 2 && text.len() > 20 {
                    self.pastes.push(text.clone());
                }
                if text.contains("-----BEGIN") {
                    self.pem.push(text.clone());
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.add(item)),
            Value::Object(members) => {
                let is_set = members.contains_key("keys");
                let is_key = members.contains_key("kty");
                let is_token = members.contains_key("signature")
                    || members.contains_key("signatures")
                    || members.contains_key("ciphertext");
                members.values().for_each(|member| self.add(member));
                let text = value.to_string();
                if text.len() <= LONGEST {
                    if is_key || is_set {
                        self.jwks.push(text.clone());
                    }
                    if is_token {
                        self.pastes.push(text.clone());
                    }
                    self.json.push(text);
                }
            }
            _ => {}
        }
    }

    /// The keys in all other spellings.
    fn spell(&mut self) {
        for jwk in self.jwks.iter().step_by(7) {
            let input = KeyInput {
                text: Secret::new(jwk.clone()),
                ..KeyInput::default()
            };
            for spelled in convert(&input).1 {
                for spelling in spelled.spellings {
                    let text = spelling.text.expose().clone();
                    if text.len() <= LONGEST && !text.trim_start().starts_with('{') {
                        self.pem.push(text);
                    }
                }
            }
        }
        self.pem.sort();
        self.pem.dedup();
        for pem in &self.pem {
            let lines = pem.lines().filter(|line| !line.starts_with("-----"));
            let body: String = lines.collect::<Vec<_>>().concat();
            let lenient = base64url::decode_lenient(&body);
            if pem.starts_with("-----") && lenient.bytes.starts_with(&[0x30]) {
                self.der.push(lenient.bytes);
            }
        }
    }

    /// Header, payload and the rest of the tokens, as bytes with [`SEAM`] between.
    fn parts(&self, family: Family) -> Vec<Vec<u8>> {
        let mut all = Vec::new();
        for paste in &self.pastes {
            for token in inspect(paste).tokens {
                if token.family == family && token.source.text.len() <= LONGEST {
                    let parts: Vec<Vec<u8>> =
                        token.parts.into_iter().map(|part| part.bytes).collect();
                    all.push(parts.join(&[SEAM][..]));
                }
            }
        }
        all
    }
}

/// What this target starts from.
pub fn seeds(target: &Target) -> Vec<Vec<u8>> {
    let all = vectors();
    let bytes = |texts: &[String]| -> Vec<Vec<u8>> {
        texts.iter().map(|text| text.as_bytes().to_vec()).collect()
    };
    let beside = |one: &[String], other: &[String]| -> Vec<Vec<u8>> {
        let both = one.iter().zip(other.iter().cycle());
        both.map(|(one, other)| [one.as_bytes(), other.as_bytes()].join(&[SEAM][..]))
            .collect()
    };
    let mut seeds = match target.wants {
        Wants::Pastes => bytes(&all.pastes),
        Wants::Parts(family) => all.parts(family),
        Wants::Json => bytes(&all.json),
        Wants::Keys => [bytes(&all.jwks), bytes(&all.pem)].concat(),
        Wants::Pem => bytes(&all.pem),
        Wants::Jwks => bytes(&all.jwks),
        Wants::Der => all.der.clone(),
        Wants::PasteAndKey => beside(&all.pastes, &[&all.jwks[..], &all.pem[..]].concat()),
        Wants::TwoPastes => {
            let mut turned = all.pastes.clone();
            turned.rotate_left(1);
            beside(&all.pastes, &turned)
        }
        Wants::Links => {
            let token = |text: &String| format!("#token={text}&key=");
            let tokens = all.pastes.iter().map(token);
            let keys = all.jwks.iter().cycle();
            let link = tokens.zip(keys).map(|(token, key)| token + key);
            bytes(&link.collect::<Vec<_>>())
        }
        Wants::Nothing => Vec::new(),
    };
    let is_slow = matches!(target.wants, Wants::PasteAndKey | Wants::TwoPastes);
    thin(&mut seeds, if is_slow { MOST_SLOW } else { MOST });
    seeds.extend(target.more.iter().map(|text| text.as_bytes().to_vec()));
    seeds
}
