//! What is asked of the worker and the network, and what is known of the answers.

use crate::browser::bridge::Failure;
use crate::decrypt::Decryption;
use crate::diagnosis::Diagnosis;
use crate::diagnostic::Diagnostic;
use crate::inspect::{Family, Inspection};
use crate::jose::sd_jwt::SdJwt;
use crate::keys::facts::KeyInput;
use crate::profiles::Presets;
use crate::secret::Secret;
use crate::verify::{Question, SignatureVerdict};
use std::sync::Arc;

/// Where the key was given last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastSource {
    /// The key box.
    Box,
    /// A fetched JWK Set.
    Fetched,
}

/// What is known of the signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// There is no token.
    NoToken,
    /// The worker is at it.
    Checking,
    /// Its answer.
    Verdict(Arc<SignatureVerdict>),
    /// There is no answer, because there is no worker.
    NoAnswer(Failure),
}

/// Why a signature does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reasons {
    /// Nothing failed.
    NotAsked,
    /// The worker is at it.
    Looking,
    /// The person ended the search.
    Stopped,
    /// What it found, best first.
    Found(Arc<Vec<Diagnosis>>),
}

/// A question to the worker; equal questions have equal answers.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Asked {
    /// As it was pasted: nothing decrypted.
    pub inspection: Arc<Inspection>,
    pub token: usize,
    pub key: Arc<KeyInput>,
    pub content: Option<String>,
}

impl Asked {
    pub fn question(&self) -> Question {
        Question {
            token: self.token,
            key: (*self.key).clone(),
            content: self.content.clone().map(String::into_bytes),
        }
    }

    pub fn is_encrypted(&self) -> bool {
        let token = self.inspection.tokens.get(self.token);
        token.is_some_and(|token| token.family == Family::Jwe)
    }
}

/// What the checks and the profile say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// In the order of the checks.
    pub findings: Vec<Diagnostic>,
    /// Ids of the profiles that the token looks like.
    pub profiles: Vec<String>,
    /// Id of the profile that it was held to.
    pub profile: Option<String>,
    /// What that profile says.
    pub profile_says: Vec<Diagnostic>,
    /// How long tokens of that profile may live.
    pub lifetime: Option<Box<Diagnostic>>,
    /// What that profile expects of every token of its kind.
    pub presets: Presets,
    /// What the token says of what stands beside it.
    pub beside: Vec<Diagnostic>,
    /// What an SD-JWT discloses.
    pub sd_jwt: Option<Box<SdJwt>>,
}

/// A token, by its place in a paste, and its secret, which stood in a list.
pub type Guessed = (Arc<Inspection>, usize, Secret<String>);

/// A token, by its place in a paste, and what the checks say of it.
pub(super) type CheckedOf = (Arc<Inspection>, usize, Arc<Checked>);

/// A question and what the worker said to it.
pub(super) type Answered = (Asked, Result<Arc<Decryption>, Failure>);
