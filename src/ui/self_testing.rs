//! The self-test under way: its vectors, how far it is, and what came of each. One vector after the
//! other goes to the worker, so that the page stays free, and the test can be ended in between.

use crate::browser::bridge::{Failure, Purpose};
use crate::browser::{clock, own_file};
use crate::job::JobOutcome;
use crate::self_test::{self, Difference, Vector};
use crate::ui::session::Session;
use crate::ui::state::RwSignal;
use std::sync::Arc;

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It was not begun.
    Idle,
    /// The file of the vectors is on its way.
    Loading,
    /// It is at it.
    Running,
    /// All vectors went through.
    Done,
    /// The person ended it.
    Cancelled,
    /// There are no vectors.
    Missing,
}

/// What came of a vector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// Nothing yet.
    Waiting,
    /// It was not run: no changed bit of it would have to be noticed.
    Left,
    /// What is printed came.
    Passed,
    /// Something else came.
    Failed(Box<Difference>),
    /// No answer came.
    NoAnswer(Failure),
}

/// The self-test; cheap to copy.
#[derive(Clone, Copy)]
pub struct SelfTesting {
    session: Session,
    /// How far it is.
    pub state: RwSignal<State>,
    /// What is run.
    pub vectors: RwSignal<Arc<Vec<Vector>>>,
    /// What came of each, in the same order.
    pub came: RwSignal<Vec<Came>>,
    /// Whether one bit of each is changed first.
    pub is_changed: RwSignal<bool>,
    /// Milliseconds from the first question to the last answer.
    pub took: RwSignal<u32>,
    /// Counts runs, so that a late answer to an ended one is not taken for the new one's.
    run: RwSignal<u32>,
}

impl SelfTesting {
    /// Nothing is run yet.
    pub fn new(session: Session) -> Self {
        SelfTesting {
            session,
            state: RwSignal::new(State::Idle),
            vectors: RwSignal::new(Arc::new(Vec::new())),
            came: RwSignal::new(Vec::new()),
            is_changed: RwSignal::new(false),
            took: RwSignal::new(0),
            run: RwSignal::new(0),
        }
    }

    /// Loads the vectors and runs them, as they are printed or with one bit changed.
    pub fn start(self, is_changed: bool) {
        self.run.update(|run| *run = run.wrapping_add(1));
        let run = self.run.get_untracked();
        self.is_changed.set(is_changed);
        self.came.set(Vec::new());
        self.state.set(State::Loading);
        own_file::read("vectors", move |text| {
            if self.run.get_untracked() != run {
                return;
            }
            match text.as_deref().and_then(self_test::read) {
                Some(vectors) => {
                    self.came.set(vec![Came::Waiting; vectors.len()]);
                    self.vectors.set(Arc::new(vectors));
                    self.state.set(State::Running);
                    self.go_on(run, 0, clock::stopwatch());
                }
                None => self.state.set(State::Missing),
            }
        });
    }

    /// Ends it between two vectors.
    pub fn cancel(self) {
        self.run.update(|run| *run = run.wrapping_add(1));
        self.session.forget(Purpose::SelfTest);
        self.state.set(State::Cancelled);
    }

    /// Whether it is at it.
    pub fn is_busy(self) -> bool {
        matches!(self.state.get(), State::Loading | State::Running)
    }

    fn go_on(self, run: u32, from: usize, began: f64) {
        let vectors = self.vectors.get_untracked();
        let is_changed = self.is_changed.get_untracked();
        let rest = vectors.iter().enumerate().skip(from);
        for (at, vector) in rest {
            let vector = match is_changed {
                true => vector.changed(),
                false => Some(vector.clone()),
            };
            match vector {
                Some(vector) => return self.ask(run, at, vector, began),
                None => self.set(at, Came::Left),
            }
        }
        self.took.set(whole(clock::stopwatch() - began));
        self.state.set(State::Done);
    }

    fn ask(self, run: u32, at: usize, vector: Vector, began: f64) {
        let Some(job) = vector.job() else {
            let nothing = vector.judge(&JobOutcome::Studied(false));
            return self.settle(
                run,
                at,
                nothing.err().map_or(Came::Left, Came::Failed),
                began,
            );
        };
        self.session
            .ask_long(Purpose::SelfTest, job, move |outcome| {
                let next = outcome.as_ref().ok().and_then(|one| vector.then(one));
                match next {
                    None => self.settle(run, at, came(&vector, outcome), began),
                    Some(job) => self
                        .session
                        .ask_long(Purpose::SelfTest, job, move |outcome| {
                            self.settle(run, at, came(&vector, outcome), began);
                        }),
                }
            });
    }

    fn settle(self, run: u32, at: usize, came: Came, began: f64) {
        if self.run.get_untracked() == run {
            self.set(at, came);
            self.go_on(run, at.saturating_add(1), began);
        }
    }

    fn set(self, at: usize, came: Came) {
        self.came.update(|all| {
            if let Some(one) = all.get_mut(at) {
                *one = came;
            }
        });
    }
}

fn came(vector: &Vector, outcome: Result<JobOutcome, Failure>) -> Came {
    match outcome.map(|outcome| vector.judge(&outcome)) {
        Ok(Ok(())) => Came::Passed,
        Ok(Err(difference)) => Came::Failed(difference),
        Err(failure) => Came::NoAnswer(failure),
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "float to integer casts saturate, and nobody waits for 49 days"
)]
fn whole(milliseconds: f64) -> u32 {
    milliseconds.round() as u32
}
