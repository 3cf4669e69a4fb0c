//! The shelf: keys by name for as long as the page lives, saved only as a file that the person
//! asks for, in the open or sealed with a password.
//! Spec: RFC 7517 §5 and §7, RFC 7518 §4.8.

use super::Keyring;
use crate::browser::bridge::Purpose;
use crate::browser::file;
use crate::decrypt::{Effort, Pace};
use crate::diagnostic::{Diagnostic, Fact};
use crate::job::{Draft, Job, JobOutcome};
use crate::jose::algorithms::signature_algorithm;
use crate::jose::jwk_set::write_jwk_set;
use crate::jose::key_spec::algs_for;
use crate::json::{parse, quote, remove_member, set_member};
use crate::keys::facts::{KeyFacts, KeyInput, KeySource};
use crate::keys::making::{MadeKey, Spelled};
use crate::secret::Secret;
use crate::ui::session::Session;
use crate::verify::Question;
use std::sync::Arc;

/// A key on the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelfKey {
    /// Tells it from the others for as long as the page lives.
    pub number: u32,
    /// What the person calls it.
    pub name: String,
    /// All of it, as a JWK.
    pub jwk: Secret<String>,
    /// Its public half as a JWK; empty for a secret.
    pub public: String,
    /// What may be said of it.
    pub facts: KeyFacts,
    /// Whether it was saved, or came from a file.
    pub is_saved: bool,
    /// Whether it was picked for the set to publish.
    pub is_picked: bool,
}

/// What became of the last import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Import {
    /// There was none.
    Nothing,
    /// The file is sealed; this is its text, which waits for a password.
    Sealed(String),
    /// A key of the file is encrypted; this is its text, which waits for a password. Whether one
    /// was tried and did not open it.
    Locked(Secret<String>, bool),
    /// It is being opened.
    Opening,
    /// So many keys were put on the shelf.
    Done(usize),
    /// The password does not open it.
    NotOpened,
    /// Why there was no key in it.
    NoKey(Option<Diagnostic>),
}

/// What became of the last sealed export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sealing {
    /// There was none.
    Nothing,
    /// The worker derives the key from the password.
    Running,
    /// It was saved.
    Done,
    /// There is no file.
    Failed,
}

/// OWASP's count for PBKDF2 with HMAC-SHA-512.
const SEAL: &str =
    r#"{"alg":"PBES2-HS512+A256KW","enc":"A256GCM","cty":"jwk-set+json","p2c":220000}"#;

impl ShelfKey {
    /// It, for the worker.
    pub fn input(&self) -> KeyInput {
        KeyInput {
            text: self.jwk.clone(),
            source: KeySource::Shelf {
                name: self.name.clone(),
            },
            ..KeyInput::default()
        }
    }

    /// Whether it has a private and a public half.
    pub fn is_pair(&self) -> bool {
        self.facts.is_private && !self.public.is_empty()
    }

    /// The algorithms that it signs with, its own first; none for what is no pair.
    pub fn signs_with(&self) -> Vec<&'static str> {
        if !self.is_pair() {
            return Vec::new();
        }
        let algs = algs_for(&self.facts.kty, self.facts.curve.as_deref());
        let mut algs = algs;
        algs.retain(|alg| signature_algorithm(alg).is_some());
        let own = |alg: &&str| self.facts.alg.as_deref() == Some(*alg);
        match (&self.facts.alg, algs.iter().copied().find(own)) {
            (_, Some(alg)) => vec![alg],
            // It says that it is for something else.
            (Some(_), None) => Vec::new(),
            (None, None) if self.facts.key_use.as_deref() == Some("enc") => Vec::new(),
            (None, None) => algs,
        }
    }

    /// Its JWK with the name that it has here, where that is not the one it would get.
    fn named_jwk(&self) -> String {
        let jwk = self.jwk.expose();
        let named = (self.name != first_name(&self.facts))
            .then(|| set_member(jwk, NAME, &quote(&self.name)))
            .flatten();
        named.unwrap_or_else(|| jwk.clone())
    }

    /// Says something else of it, or, with `None`, nothing.
    fn says(&mut self, member: &'static str, value: Option<&str>) {
        let written = |text: &str| match value {
            Some(value) => set_member(text, member, &quote(value)),
            None => remove_member(text, member),
        };
        if let Some(jwk) = written(self.jwk.expose()) {
            self.jwk = Secret::new(jwk);
        }
        if let Some(public) = written(&self.public) {
            self.public = public;
        }
        let own = value.map(str::to_owned);
        match member {
            "kid" => self.facts.kid = own,
            "alg" => self.facts.alg = own,
            _ => self.facts.key_use = own,
        }
        self.is_saved = false;
    }

    /// What a verifier is given: the public half, but for a secret, and for a key that opens,
    /// which takes the private half.
    pub fn to_verify(&self) -> String {
        let opens = self.facts.key_use.as_deref() == Some("enc");
        match self.public.is_empty() || opens {
            true => self.jwk.expose().clone(),
            false => self.public.clone(),
        }
    }
}

/// The member of a JWK that keeps its name on the shelf; it is not registered, and readers do not
/// look at it.
const NAME: &str = "name";

/// `kid`, or what kind of key it is (of a secret its `alg`).
fn first_name(facts: &KeyFacts) -> String {
    let kid = facts.kid.clone().filter(|kid| !kid.is_empty());
    kid.unwrap_or_else(|| match facts.label() {
        Fact::Text(label) => label,
        _ => facts.alg.clone().unwrap_or_else(|| facts.kty.clone()),
    })
}

impl Keyring {
    /// The key of this number.
    pub fn find(self, number: u32) -> Option<Arc<ShelfKey>> {
        self.shelf
            .with_untracked(|shelf| shelf.iter().find(|key| key.number == number).cloned())
    }

    /// Puts a key that was made on the shelf.
    pub(super) fn shelve_made(self, made: &MadeKey) -> Arc<ShelfKey> {
        self.add(ShelfKey {
            number: 0,
            name: String::new(),
            jwk: made.private.clone(),
            public: made.public.clone(),
            facts: made.facts.clone(),
            is_saved: false,
            is_picked: !made.public.is_empty(),
        })
    }

    /// Puts a converted key on the shelf. One that is there already stays as it is.
    pub fn shelve(self, spelled: &Spelled, is_saved: bool) -> bool {
        let text = |id: &str| {
            let found = spelled.spellings.iter().find(|spelling| spelling.id == id);
            found.map(|spelling| spelling.text.clone())
        };
        let without = |jwk: String| remove_member(&jwk, NAME).unwrap_or(jwk);
        let public = text("jwk-public").map(|jwk| without(jwk.expose().clone()));
        let public = public.unwrap_or_default();
        let Some(given) = text("jwk-private").or_else(|| text("jwk-public")) else {
            return false;
        };
        let name = parse(given.expose().clone().into_bytes());
        let name = name
            .get(NAME)
            .and_then(|name| Some(name.text()?.into_owned()));
        let jwk = Secret::new(without(given.expose().clone()));
        if self
            .shelf
            .with_untracked(|shelf| shelf.iter().any(|key| key.jwk == jwk))
        {
            return false;
        }
        self.add(ShelfKey {
            number: 0,
            name: name.unwrap_or_default(),
            jwk,
            is_picked: !public.is_empty(),
            public,
            facts: spelled.facts.clone(),
            is_saved,
        });
        true
    }

    fn add(self, mut key: ShelfKey) -> Arc<ShelfKey> {
        let number = self.number.get_untracked().wrapping_add(1);
        self.number.set(number);
        key.number = number;
        key.name = self.free_name(match key.name.is_empty() {
            true => first_name(&key.facts),
            false => key.name,
        });
        let key = Arc::new(key);
        self.shelf.update(|shelf| shelf.push(key.clone()));
        key
    }

    /// `name`, with a number where that is taken.
    fn free_name(self, name: String) -> String {
        self.shelf.with_untracked(|shelf| {
            let is_taken = |name: &str| shelf.iter().any(|key| key.name == name);
            let mut free = name.clone();
            let mut count = 1_usize;
            while is_taken(&free) {
                count = count.saturating_add(1);
                free = format!("{name} ({count})");
            }
            free
        })
    }

    /// Changes the key of this number.
    pub fn change(self, number: u32, change: impl FnOnce(&mut ShelfKey)) {
        self.shelf.update(|shelf| {
            if let Some(key) = shelf.iter_mut().find(|key| key.number == number) {
                change(Arc::make_mut(key));
            }
        });
    }

    /// Lets the key of this number say `kid`, `alg` or `use` of itself, or no longer say it.
    pub fn describe(self, number: u32, member: &'static str, value: Option<&str>) {
        self.change(number, |key| {
            let was_first = key.name == first_name(&key.facts);
            key.says(member, value);
            if was_first {
                key.name = first_name(&key.facts);
            }
        });
    }

    /// Keeps a certificate with the key of this number: `x5c` and `x5t#S256`, as JSON text.
    pub fn certify(self, number: u32, members: [(&'static str, String); 2]) {
        self.change(number, |key| {
            for (name, value) in members {
                if let Some(jwk) = set_member(key.jwk.expose(), name, &value) {
                    key.jwk = Secret::new(jwk);
                }
                key.public = set_member(&key.public, name, &value).unwrap_or_default();
            }
            key.is_saved = false;
        });
    }

    /// Takes the key of this number off the shelf; it can be put back until the next one goes.
    pub fn remove(self, number: u32) {
        self.removed.set(self.find(number));
        self.shelf
            .update(|shelf| shelf.retain(|key| key.number != number));
    }

    /// Puts the key back that was taken off last.
    pub fn put_back(self) {
        if let Some(key) = self.removed.get_untracked() {
            self.removed.set(None);
            self.shelf.update(|shelf| shelf.push(key));
        }
    }

    fn set_saved(self) {
        self.shelf.update(|shelf| {
            for key in shelf {
                Arc::make_mut(key).is_saved = true;
            }
        });
    }

    fn whole_set(self) -> Secret<String> {
        self.shelf.with_untracked(|shelf| {
            let jwks: Vec<String> = shelf.iter().map(|key| key.named_jwk()).collect();
            Secret::new(write_jwk_set(jwks.iter().map(String::as_str)))
        })
    }

    /// Saves all keys, private halves included, as a JWK Set in the open.
    pub fn save(self) {
        let set = self.whole_set();
        file::save(
            "keys.private.json",
            "application/jwk-set+json",
            set.expose(),
        );
        self.set_saved();
    }

    /// Saves them as an encrypted JWK Set (RFC 7517 §7).
    pub fn save_sealed(self, session: Session, password: &Secret<String>) {
        self.sealing.set(Sealing::Running);
        let draft = Draft {
            header: SEAL.to_owned(),
            payload: self.whole_set().expose().clone(),
            key: password_key(password),
            ..Draft::default()
        };
        session.ask_long(Purpose::Shelf, Job::Sign(Box::new(draft)), move |outcome| {
            self.sealing.set(match outcome {
                Ok(JobOutcome::Signed { token, .. }) => {
                    file::save("keys.jwe", "application/jose", &token);
                    self.set_saved();
                    Sealing::Done
                }
                Ok(_) | Err(_) => Sealing::Failed,
            });
        });
    }

    /// Puts the keys of a file on the shelf; a sealed one waits for its password.
    pub fn import(self, session: Session, text: String) {
        let is_sealed = text.trim().split('.').count() == 5 && text.trim().starts_with('e');
        if is_sealed {
            self.import.set(Import::Sealed(text.trim().to_owned()));
            return;
        }
        self.import_open(session, Secret::new(text), None);
    }

    /// Opens the encrypted key that waits.
    pub fn unlock(self, session: Session, password: &Secret<String>) {
        if let Import::Locked(text, _) = self.import.get_untracked() {
            self.import_open(session, text, Some(password.clone()));
        }
    }

    /// Opens the sealed file that waits.
    pub fn unseal(self, session: Session, password: &Secret<String>) {
        let Import::Sealed(paste) = self.import.get_untracked() else {
            return;
        };
        self.import.set(Import::Opening);
        let job = Job::Decrypt {
            paste: paste.clone(),
            question: Question {
                key: password_key(password),
                ..Question::default()
            },
            effort: Effort::Agreed,
            pace: Pace::default(),
        };
        session.ask_long(Purpose::Shelf, job, move |outcome| match outcome {
            Ok(JobOutcome::Decrypted(opened)) => {
                let plaintext = opened.plaintext.as_ref();
                let text =
                    plaintext.and_then(|bytes| String::from_utf8(bytes.expose().clone()).ok());
                match text {
                    Some(text) => self.import_open(session, Secret::new(text), None),
                    None => self.import.set(Import::NotOpened),
                }
            }
            Ok(_) | Err(_) => self.import.set(Import::NotOpened),
        });
    }

    fn import_open(self, session: Session, text: Secret<String>, password: Option<Secret<String>>) {
        self.import.set(Import::Opening);
        let was_tried = password.is_some();
        let input = KeyInput {
            text: text.clone(),
            password,
            ..KeyInput::default()
        };
        session.ask(Purpose::Shelf, Job::Convert(input), move |outcome| {
            let Ok(JobOutcome::Converted(summary, keys)) = outcome else {
                self.import.set(Import::NoKey(None));
                return;
            };
            // A file of words reads as a secret; nobody means that by a file of keys.
            let is_secret_text = summary
                .read_as
                .iter()
                .any(|said| said.code.starts_with("key-read-secret"));
            if summary.asks_password() {
                for key in keys.iter().filter(|_| !is_secret_text) {
                    self.shelve(key, true);
                }
                self.import.set(Import::Locked(text, was_tried));
                return;
            }
            if keys.is_empty() || is_secret_text {
                let fault = summary.faults.into_iter().next();
                self.import.set(Import::NoKey(fault));
                return;
            }
            let added = keys.iter().filter(|key| self.shelve(key, true)).count();
            self.import.set(Import::Done(added));
        });
    }
}

/// A password as a key that is read as its bytes, whatever it looks like.
fn password_key(password: &Secret<String>) -> KeyInput {
    let k = crate::base64url::encode(password.expose().as_bytes());
    KeyInput {
        text: Secret::new(format!(r#"{{"kty":"oct","k":"{k}"}}"#)),
        ..KeyInput::default()
    }
}
