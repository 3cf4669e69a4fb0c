//! From what a lesson or an attack says of a field to the text that goes into it.

use super::lab::public_pem;
use super::{Field, Put};
use crate::base64url;
use crate::job::Draft;
use crate::jose::jwk_set::write_jwk_set;
use crate::jose::key_spec::key_specs;
use crate::keys::making::{MadeKey, Naming, NewKey, Purpose, SecretForm};
use crate::keys::{KeyInput, make_key};
use crate::profiles::{Filling, Template};
use crate::secret::Secret;
use crate::sign::sign;
use rand_core::CryptoRngCore;

/// A field and what goes into it.
#[derive(Clone, Copy, Debug)]
pub struct Given(pub Field, pub Text);

/// A text for a field.
#[derive(Clone, Copy, Debug)]
pub enum Text {
    /// This, with the placeholders of templates: `@now+900`, `@id`.
    Plain(&'static str),
    /// Tokens, one a line.
    Tokens(&'static [Make]),
    /// The public half of a key pair.
    Public(Pair),
    /// Both halves.
    Private(Pair),
    /// The public half as PEM.
    Pem(Pair),
    /// A JWK Set with the public halves.
    Set(&'static [Pair]),
}

/// A token to be made, its header and payload with placeholders.
#[derive(Clone, Copy, Debug)]
pub struct Make {
    /// The JOSE Header.
    pub header: &'static str,
    /// The JWT Claims Set.
    pub payload: &'static str,
    /// Who signs it.
    pub signer: Signer,
    /// What the payload was replaced by after it was signed.
    pub replaced: Option<&'static str>,
}

/// Who signs a token.
#[derive(Clone, Copy, Debug)]
pub enum Signer {
    /// Whoever has this shared secret.
    Secret(&'static str),
    /// Whoever has the private half.
    Pair(Pair),
    /// Whoever has the secret that is drawn when it begins.
    Drawn,
}

/// A key pair that is made when a lesson or an attack begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Its `kid`, by which a lesson means the same one.
    pub kid: &'static str,
    /// What it is for.
    pub alg: &'static str,
}

/// Makes the texts of one lesson or attack: the same moment, the same keys.
pub(super) struct Maker<'a, R> {
    filling: Filling,
    made: Vec<(Pair, MadeKey)>,
    drawn: Option<String>,
    rng: &'a mut R,
}

impl<'a, R: CryptoRngCore> Maker<'a, R> {
    pub(super) fn new(clock: i64, random: [u8; 32], rng: &'a mut R) -> Self {
        Maker {
            filling: Filling::new(clock, random),
            made: Vec::new(),
            drawn: None,
            rng,
        }
    }

    pub(super) fn put(&mut self, given: &Given) -> Put {
        let text = match given.1 {
            Text::Plain(text) => self.fill(text, "").0,
            Text::Tokens(tokens) => {
                let tokens: Vec<String> = tokens.iter().map(|make| self.token(make)).collect();
                tokens.join("\n")
            }
            Text::Public(pair) => self.pair(pair).map(|made| made.public).unwrap_or_default(),
            Text::Private(pair) => self.private(pair),
            Text::Pem(pair) => public_pem(&Secret::new(self.private(pair))),
            Text::Set(pairs) => {
                let keys = pairs.iter().filter_map(|pair| self.pair(*pair));
                let keys: Vec<String> = keys.map(|made| made.public).collect();
                write_jwk_set(keys.iter().map(String::as_str))
            }
        };
        Put {
            field: given.0,
            text: Secret::new(text),
        }
    }

    fn token(&mut self, make: &Make) -> String {
        let (header, payload) = self.fill(make.header, make.payload);
        let key = match make.signer {
            Signer::Secret(secret) => secret.to_owned(),
            Signer::Pair(pair) => self.private(pair),
            Signer::Drawn => self.drawn(),
        };
        let draft = Draft {
            header,
            payload,
            key: KeyInput {
                text: Secret::new(key),
                ..KeyInput::default()
            },
            ..Draft::default()
        };
        let signed = sign(&draft, self.rng);
        let token = signed.map(|signed| signed.token).unwrap_or_default();
        let Some(payload) = make.replaced else {
            return token;
        };
        let (payload, _) = self.fill(payload, "");
        let payload = base64url::encode(payload.as_bytes());
        let parts: Vec<&str> = token.split('.').collect();
        match parts.as_slice() {
            [header, _, signature] => format!("{header}.{payload}.{signature}"),
            _ => token,
        }
    }

    fn fill(&self, header: &'static str, payload: &'static str) -> (String, String) {
        Template { header, payload }.fill_with(&self.filling)
    }

    pub(super) fn private(&mut self, pair: Pair) -> String {
        let made = self.pair(pair);
        made.map(|made| made.private.expose().clone())
            .unwrap_or_default()
    }

    /// The same pair every time it is asked for.
    fn pair(&mut self, pair: Pair) -> Option<MadeKey> {
        if let Some((_, made)) = self.made.iter().find(|(of, _)| *of == pair) {
            return Some(made.clone());
        }
        let made = self.make(pair.alg, Naming::Given(pair.kid.to_owned()))?;
        self.made.push((pair, made.clone()));
        Some(made)
    }

    /// A secret that nobody can guess, the same one every time it is asked for.
    pub(super) fn drawn(&mut self) -> String {
        if self.drawn.is_none() {
            let made = self.make("HS256", Naming::Unnamed);
            let text = made.and_then(|made| made.text);
            self.drawn = text.map(|text| text.expose().clone());
        }
        self.drawn.clone().unwrap_or_default()
    }

    fn make(&mut self, alg: &str, naming: Naming) -> Option<MadeKey> {
        let new = NewKey {
            alg: alg.to_owned(),
            spec: *key_specs(alg).first()?,
            secret: SecretForm::Text,
            names_alg: true,
            purpose: Purpose::Use,
            naming,
        };
        make_key(&new, self.rng).ok()
    }
}
