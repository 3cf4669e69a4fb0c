//! Lessons: short steps beside the real Inspect and Sign screens. A lesson is data, one file each:
//! what the screens are given, and when a step is done, as a condition over the `Report` and the
//! draft. What a step says stands in `locales/*/learn/`. Beside the lessons is the attack lab
//! ([`lab`]), and a [`gallery`] of broken tokens.
//!
//! The worker knows the lessons, so that the page carries neither them nor their texts before
//! somebody opens Learn. The page knows their names ([`ids`]) and what crosses the seam.

pub mod gallery;
mod given;
pub mod ids;
pub mod lab;
mod lessons;
mod seam;
mod seen;

pub use given::{Given, Make, Pair, Signer, Text};
pub use lessons::ALL;
pub use seam::{Desk, Field, Prepared, PreparedStep, Put, Situation};
pub use seen::Seen;

use rand_core::CryptoRngCore;

/// A lesson or an exercise.
#[derive(Clone, Copy, Debug)]
pub struct Lesson {
    /// Stable; its name stands under `learn-<id>`.
    pub id: &'static str,
    /// What it is.
    pub kind: Kind,
    /// In order.
    pub steps: &'static [Step],
}

/// What a lesson is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// It tells, and asks for a try now and then.
    Lesson,
    /// It sets a goal and leaves the way there open.
    Exercise,
}

/// A step of a lesson.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Its text stands under `learn-<lesson>-<id>`; a task has a `.hint` and a `.done` there too.
    pub id: &'static str,
    /// The screen it stands beside.
    pub desk: Desk,
    /// What is put into the fields when it begins; the others keep what they have.
    pub given: &'static [Given],
    /// When it is done.
    pub done: Done,
}

/// When a step is done.
#[derive(Clone, Copy, Debug)]
pub enum Done {
    /// When it was read.
    Read,
    /// When this holds of what the person made.
    When(fn(&Seen) -> bool),
}

/// The lesson of this id.
pub fn lesson(id: &str) -> Option<&'static Lesson> {
    const LESSONS: &[Lesson] = &ALL;
    LESSONS.iter().find(|lesson| lesson.id == id)
}

/// What the steps of a lesson put into the fields: tokens are signed now, with fresh times and,
/// where a lesson wants key pairs, with keys that were never used before.
pub fn prepare<R: CryptoRngCore>(
    id: &str,
    clock: i64,
    random: [u8; 32],
    rng: &mut R,
) -> Option<Prepared> {
    let lesson = lesson(id)?;
    let mut maker = given::Maker::new(clock, random, rng);
    let steps = lesson.steps.iter().map(|step| PreparedStep {
        id: step.id.to_owned(),
        desk: step.desk,
        is_task: matches!(step.done, Done::When(_)),
        puts: step.given.iter().map(|given| maker.put(given)).collect(),
    });
    Some(Prepared {
        id: lesson.id.to_owned(),
        is_exercise: lesson.kind == Kind::Exercise,
        steps: steps.collect(),
    })
}

/// Whether what the person made does what this step asks for; a step that is only read asks for
/// nothing.
pub fn is_done(id: &str, step: usize, situation: &Situation) -> bool {
    let step = lesson(id).and_then(|lesson| lesson.steps.get(step));
    match step.map(|step| step.done) {
        Some(Done::When(holds)) => holds(&Seen::new(situation)),
        Some(Done::Read) | None => false,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod testing;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
