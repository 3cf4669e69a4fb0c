//! What crosses the seam between page and worker: what an attack begins with, what a service
//! says.

use crate::diagnostic::Diagnostic;
use crate::learn::{Desk, Put};
use crate::secret::Secret;
use serde::{Deserialize, Serialize};

/// An attack, ready to begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreparedAttack {
    /// Which one.
    pub id: String,
    /// The clauses that the service breaks: first that of RFC 8725.
    pub clauses: Vec<String>,
    /// The screen to begin at.
    pub desk: Desk,
    /// What goes into the fields.
    pub puts: Vec<Put>,
    /// What the service has. The page keeps it between two tokens and looks at none of it.
    pub world: World,
    /// The lines of its program that matter, as they are, and repaired.
    pub code: [String; 2],
}

/// The key of a service and its issuer, before and after the repair: a private JWK or a secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct World {
    /// As long as it makes its mistake.
    pub before: Secret<String>,
    /// Once it is repaired.
    pub after: Secret<String>,
}

/// What came of sending a token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// To that token.
    pub answer: Answer,
    /// To an honest one.
    pub honest: Answer,
}

/// What a service says to a token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The role it lets the bearer in with, or why it does not.
    pub outcome: Outcome,
    /// What it did, in order, up to where it stopped.
    pub steps: Vec<StepTaken>,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// It lets the bearer in, with a role that is theirs.
    Accepted(String),
    /// It lets the bearer in with a role that nobody gave them.
    Fooled(String),
    /// It does not.
    Refused(Diagnostic),
}

/// A step of a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTaken {
    /// The key of its name is `lab-step-<name>`.
    pub name: String,
    /// What came of it.
    pub taken: Taken,
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Taken {
    /// The token stood it.
    Passed,
    /// Here it was refused.
    Stopped,
    /// The service does not look.
    LeftOut,
}
