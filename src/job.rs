//! The seam between page and worker: plain values, one enum each way. Every job has a number,
//! so a late answer is dropped in one place. Both ends come from one build.

mod draft;

use crate::arithmetic::{Arithmetic, Bit, Flipped};
use crate::checks::SeenSignature;
use crate::decrypt::{Decryption, Effort, Pace};
use crate::diagnosis::Diagnosis;
use crate::diagnostic::{Diagnostic, Fact};
use crate::jose::sd_jwt::SdJwt;
use crate::judge::{Beside, Expectations};
use crate::jwks::{FetchedSet, Got, Reading};
use crate::keys::facts::{KeyFacts, KeyInput};
use crate::keys::making::{CertificateWish, MadeCertificate, MadeKey, NewKey, Published, Spelled};
use crate::learn::lab::{PreparedAttack, Sent, World};
use crate::learn::{Prepared, Situation};
use crate::profiles::Presets;
use crate::report::ReportOptions;
use crate::secret::Secret;
use crate::snippets::{Does, Language};
use crate::verify::{Question, SignatureVerdict};
pub use draft::{
    BatchPart, BatchRow, Batched, Binding, Disclosing, Draft, Outer, Serialization, Signer,
    TableHead, Tampering,
};
use serde::{Deserialize, Serialize};

/// A job and its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Counts up from 1 for each page.
    pub number: u32,
    /// What to do.
    pub job: Job,
}

/// An answer to the request of the same number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The request's number.
    pub number: u32,
    /// What came of it.
    pub outcome: JobOutcome,
}

/// What the worker can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Job {
    /// Say how a key box reads, without a token.
    ReadKey(KeyInput),
    /// Say what a server's answer is, and what changed since the one before.
    ReadFetched {
        /// The answer.
        got: Box<Got>,
        /// The last one from the same URL.
        before: Option<Box<FetchedSet>>,
    },
    /// Verify a token of a paste. The worker inspects the paste itself: same input, same output.
    Verify {
        /// The paste, byte for byte.
        paste: String,
        /// The token in it, the key, the content.
        question: Question,
    },
    /// Open a JWE of a paste. What comes out is for the page to inspect again.
    Decrypt {
        /// The paste, byte for byte.
        paste: String,
        /// The token in it and the key.
        question: Question,
        /// How much work the person agreed to.
        effort: Effort,
        /// How fast this machine is, for saying how long the rest would take.
        pace: Pace,
    },
    /// Say why a token does not verify, or does not open. For a JWE whose key is derived from a
    /// password this is asked only after it failed to open, so the work was agreed to.
    Diagnose {
        /// The paste, byte for byte.
        paste: String,
        /// The token in it, the key, the content.
        question: Question,
        /// Tokens that were inspected before, newest first.
        seen: Vec<String>,
    },
    /// Check a token for what is weak, odd or leaking, and against a profile.
    Check {
        /// The paste, byte for byte.
        paste: String,
        /// The token in it.
        token: usize,
        /// The key that counts, once it is known.
        key: Option<Box<KeyFacts>>,
        /// ECDSA signatures that were seen before.
        seen: Vec<SeenSignature>,
        /// NumericDate at which the profile's rules are judged.
        clock: i64,
        /// The profile to hold it to.
        profile: ProfileChoice,
        /// What stands beside it.
        beside: Box<Beside>,
    },
    /// Try words as the secret of an HMAC token: a slice of a list, so that the worker stays
    /// free for other jobs in between.
    Guess {
        /// The paste, byte for byte.
        paste: String,
        /// The token in it.
        token: usize,
        /// One word a line.
        words: String,
    },
    /// Show the arithmetic of one signature.
    Arithmetic {
        /// The paste, byte for byte.
        paste: String,
        /// The token in it, the key, the content.
        question: Question,
        /// Which signature of the token.
        signature: usize,
    },
    /// Flip one bit of a copy of a token.
    Flip {
        /// The paste, byte for byte.
        paste: String,
        /// The token in it, the key, the content.
        question: Question,
        /// NumericDate at which its claims are judged.
        clock: i64,
        /// What they are held against.
        expectations: Box<Expectations>,
        /// Which bit.
        bit: Bit,
    },
    /// Write the report.
    Report {
        /// The paste, byte for byte.
        paste: String,
        /// The key, the moment, the expectations, the content.
        options: Box<ReportOptions>,
        /// How it is written.
        form: ReportForm,
        /// The texts of the page's language, in the order in which they are laid over another.
        texts: Vec<String>,
        /// The records of the knowledge, which say what names are public.
        records: String,
    },
    /// Fill a template.
    Fill {
        /// Its id ([`crate::profiles::TEMPLATES`]).
        template: String,
        /// NumericDate from which its times count.
        clock: i64,
        /// Becomes identifiers.
        random: [u8; 32],
        /// The key that will sign, for templates that carry its public half.
        key: KeyInput,
    },
    /// Prepare a lesson.
    Prepare {
        /// Its id ([`crate::learn::ids`]).
        lesson: String,
        /// NumericDate from which its times count.
        clock: i64,
        /// Becomes identifiers.
        random: [u8; 32],
    },
    /// Say whether a step of a lesson is done.
    Study {
        /// Its id.
        lesson: String,
        /// The step's place.
        step: usize,
        /// What the person made.
        situation: Box<Situation>,
    },
    /// Prepare an attack of the lab.
    PrepareAttack {
        /// Its id ([`crate::learn::ids`]).
        attack: String,
        /// NumericDate from which its times count.
        clock: i64,
        /// Becomes identifiers.
        random: [u8; 32],
    },
    /// Send a token to the service of an attack.
    Send {
        /// Its id.
        attack: String,
        /// What the service has.
        world: Box<World>,
        /// Whether its mistake is mended.
        is_repaired: bool,
        /// The token.
        token: String,
        /// The service's clock, a NumericDate.
        clock: i64,
    },
    /// Sign a draft.
    Sign(Box<Draft>),
    /// Sign some rows of a table.
    Batch(Box<BatchPart>),
    /// Write a program that verifies a token, or makes one like it.
    Snippet {
        /// In which language.
        language: Language,
        /// What it does.
        does: Does,
        /// The token.
        token: String,
        /// The key that signed it; into a program that verifies only what that needs of it gets.
        key: KeyInput,
    },
    /// Make a key.
    MakeKey {
        /// What is wanted.
        new: NewKey,
        /// A JWK whose numbers were made by the browser already; what it says of itself does not
        /// count.
        ready: Option<Secret<String>>,
    },
    /// Write a key in every spelling.
    Convert(KeyInput),
    /// Make a certificate.
    Certify(CertificateWish),
    /// Put a JWK Set together and check it.
    Publish(Vec<KeyInput>),
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReportForm {
    /// Everything, as Markdown.
    Markdown,
    /// Everything, as JSON.
    Json,
    /// For a ticket: no values, as Markdown.
    RedactedMarkdown,
    /// For a ticket: no values, as JSON.
    RedactedJson,
}

/// Which profile a token is held to.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ProfileChoice {
    /// The first that the token looks like; what it says is advice.
    #[default]
    Proposed,
    /// None.
    None,
    /// This one, by id ([`crate::profiles::profile`]); what it forbids is a mismatch.
    Chosen(String),
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum JobOutcome {
    /// To `ReadKey`.
    KeyRead(KeySummary),
    /// To `ReadFetched`.
    FetchedRead(Box<Reading>),
    /// To `Verify`.
    Verified(Box<SignatureVerdict>),
    /// To `Decrypt`.
    Decrypted(Box<Decryption>),
    /// To `Diagnose`, best first. Empty: there is nothing to say.
    Diagnosed(Vec<Diagnosis>),
    /// To `Check`.
    Checked {
        /// Findings, in the order of the checks.
        findings: Vec<Diagnostic>,
        /// Ids of the profiles that the token looks like, the one to propose first.
        profiles: Vec<String>,
        /// Id of the profile that the token was held to.
        profile: Option<String>,
        /// What that profile says of it.
        profile_says: Vec<Diagnostic>,
        /// How long tokens of that profile may live.
        lifetime: Option<Box<Diagnostic>>,
        /// What it expects of every token of its kind.
        presets: Presets,
        /// What it says of what stands beside it.
        beside: Vec<Diagnostic>,
        /// What an SD-JWT discloses.
        sd_jwt: Option<Box<SdJwt>>,
    },
    /// To `Guess`: the word that fits, if one does.
    Guessed(Option<Secret<String>>),
    /// To `Arithmetic`. `None`: there is no such signature, or its `alg` is not known.
    Computed(Option<Box<Arithmetic>>),
    /// To `Flip`. `None`: there is no such bit.
    Flipped(Option<Box<Flipped>>),
    /// To `Report`.
    Reported(String),
    /// To `Fill`. `None`: there is no such template.
    Filled(Option<Box<Filled>>),
    /// To `Prepare`. `None`: there is no such lesson.
    Prepared(Option<Box<Prepared>>),
    /// To `Study`.
    Studied(bool),
    /// To `PrepareAttack`. `None`: there is no such attack.
    AttackPrepared(Option<Box<PreparedAttack>>),
    /// To `Send`, in the same way.
    Answered(Option<Box<Sent>>),
    /// To `Sign`: the token and what is weak or odd about it.
    Signed {
        /// Compact Serialization.
        token: String,
        /// The key that signed; none did under `alg: none`.
        key: Option<Box<KeyFacts>>,
        /// What was signed, where that is not the payload as typed.
        payload: Option<String>,
        /// Warnings.
        warnings: Vec<Diagnostic>,
    },
    /// To `Sign`: why there is no token.
    NotSigned(Diagnostic),
    /// To `Batch`.
    Batched(Result<Batched, Diagnostic>),
    /// To `Snippet`, or why there is none.
    Written(Result<String, Diagnostic>),
    /// To `MakeKey`.
    KeyMade(Result<Box<MadeKey>, Diagnostic>),
    /// To `Convert`: how it was read, and every key of it.
    Converted(KeySummary, Vec<Spelled>),
    /// To `Certify`.
    Certified(Result<Box<MadeCertificate>, Diagnostic>),
    /// To `Publish`.
    Published(Published),
}

/// A template with everything in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// JOSE Header.
    pub header: String,
    /// Payload.
    pub payload: String,
    /// What is to be done to the token on purpose.
    pub tampering: Tampering,
    /// What the holder may withhold, as JSON Pointers; `None` where it is no SD-JWT.
    pub disclosing: Option<Vec<String>>,
    /// The key that the template has to be signed with, where the given one does not fit it.
    pub key: Option<Secret<String>>,
}

/// A key reading without its secrets.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct KeySummary {
    /// Whether they came as a JWK Set.
    pub is_set: bool,
    /// One per key.
    pub keys: Vec<KeyFacts>,
    /// How it was read.
    pub read_as: Vec<Diagnostic>,
    /// What is odd about it.
    pub warnings: Vec<Diagnostic>,
    /// What could not be read.
    pub faults: Vec<Diagnostic>,
}

impl KeySummary {
    /// Whether a key is there that a password opens, and none was given or a wrong one.
    pub fn asks_password(&self) -> bool {
        self.faults.iter().any(|fault| {
            matches!(
                fault.code.as_ref(),
                "container-password-needed" | "container-password-wrong"
            )
        })
    }

    /// The `jwks_uri` of a discovery document in the key box: to be offered, not to be fetched
    /// unasked.
    pub fn offered_url(&self) -> Option<&str> {
        let read_as = self
            .read_as
            .iter()
            .find(|line| line.code == "key-read-discovery")?;
        match read_as.fact("url") {
            Some(Fact::Text(url)) => Some(url),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The benchmark listens to the seam and tells jobs by their place in the enum; see
    /// `tests/e2e/bench/crypto.rs`.
    #[test]
    fn the_jobs_that_the_benchmark_times_keep_their_places() {
        let verify = Job::Verify {
            paste: String::new(),
            question: Question::default(),
        };
        let place = |job: &Job| postcard::to_allocvec(job).ok()?.first().copied();
        assert_eq!(place(&verify), Some(2));
        assert_eq!(place(&Job::Sign(Box::default())), Some(15));
    }
}
