//! What crosses the seam between page and worker: what a lesson puts into the fields, and what the
//! person made of it.

use crate::job::Draft;
use crate::report::ReportOptions;
use crate::secret::Secret;
use serde::{Deserialize, Serialize};

/// A lesson, ready to begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prepared {
    /// Which one.
    pub id: String,
    /// Whether it is an exercise.
    pub is_exercise: bool,
    /// In order.
    pub steps: Vec<PreparedStep>,
}

/// A step, ready to begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreparedStep {
    /// The key of its text ends so.
    pub id: String,
    /// The screen it stands beside.
    pub desk: Desk,
    /// Whether something has to be done.
    pub is_task: bool,
    /// What goes into the fields.
    pub puts: Vec<Put>,
}

/// The screen a step stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Desk {
    /// Inspect.
    Inspect,
    /// Sign.
    Sign,
}

/// A text and where it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Put {
    /// The field.
    pub field: Field,
    /// Tokens and keys are secrets to whoever did not ask for them.
    pub text: Secret<String>,
}

/// A field of the Inspect or the Sign screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Field {
    /// The token field.
    Token,
    /// The key box.
    Key,
    /// The clock.
    Clock,
    /// The expected issuer.
    Issuer,
    /// The expected audience.
    Audience,
    /// The JOSE Header of the draft.
    DraftHeader,
    /// The payload of the draft.
    DraftPayload,
    /// The key that signs the draft.
    DraftKey,
}

/// What stands in the fields.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Situation {
    /// The token field.
    pub paste: String,
    /// The key, the moment, what is expected, and which token was picked.
    pub options: ReportOptions,
    /// The draft.
    pub draft: Draft,
}
