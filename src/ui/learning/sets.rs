//! The exercise set that a link brought, and the task of its facilitator that is under way.

use super::{Learning, fields};
use crate::browser::{address, page};
use crate::learn::{Field, Put};
use crate::secret::Secret;
use crate::ui::deep_link::Screen;
use crate::ui::exercise_set::{self, BEFORE, Own, Read, Unread};
use crate::ui::session::Session;
use crate::ui::signing::Signing;
use crate::ui::state::RwSignal;
use std::sync::Arc;

/// The state of sets. All copies are the same.
#[derive(Clone, Copy)]
pub struct Sets {
    /// The set that a link brought, or why it could not be read.
    pub given: RwSignal<Option<Result<Arc<Read>, Unread>>>,
    /// The facilitator's own task that is under way, with its place in the set.
    pub task: RwSignal<Option<(usize, Arc<Own>)>>,
    /// Own tasks that were ended.
    pub ended: RwSignal<Vec<usize>>,
    /// The fragment that brings the set again; empty when tokens or keys stand in it.
    pub address: RwSignal<String>,
}

impl Unread {
    /// The key of what is said of it.
    pub const fn word(self) -> &'static str {
        match self {
            Unread::Damaged => "set-damaged",
            Unread::Empty => "set-empty",
        }
    }
}

impl Sets {
    /// None.
    pub(super) fn new() -> Self {
        Sets {
            given: RwSignal::new(None),
            task: RwSignal::new(None),
            ended: RwSignal::new(Vec::new()),
            address: RwSignal::new(String::new()),
        }
    }

    /// Takes the set of a link; not anew when somebody comes back to the one that is there.
    pub fn open(self, text: &str) {
        let address = match exercise_set::may_stay(text) {
            true => format!("#{BEFORE}{text}"),
            false => String::new(),
        };
        if !address.is_empty() && self.address.with_untracked(|before| *before == address) {
            return;
        }
        self.ended.set(Vec::new());
        self.address.set(address);
        self.given.set(Some(exercise_set::read(text).map(Arc::new)));
    }

    /// Whether an own task is under way.
    pub fn is_open(self) -> bool {
        self.task.with(Option::is_some)
    }
}

impl Learning {
    /// Puts the facilitator's token and key onto Inspect.
    pub fn begin_task(self, session: Session, signing: Signing, at: usize, own: Arc<Own>) {
        self.borrow_screens(session, signing);
        for (field, text) in [(Field::Token, &own.token), (Field::Key, &own.key)] {
            let text = Secret::new(text.clone());
            fields::fill(session, signing, &Put { field, text });
        }
        session.reading.set(own.reading);
        self.sets.task.set(Some((at, own)));
        address::go(Screen::Inspect.fragment());
        page::focus_in_place("task-text");
    }

    /// Ends it; the screens are as they were before.
    pub fn close_task(self, session: Session, signing: Signing) {
        let at = self
            .sets
            .task
            .with_untracked(|task| task.as_ref().map(|task| task.0));
        self.give_screens_back(session, signing);
        self.sets.ended.update(|ended| ended.extend(at));
        address::go(Screen::Learn.fragment());
    }
}
