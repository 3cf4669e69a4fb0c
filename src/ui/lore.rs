//! What the page knows of names: a small part with the rest of the code, all when its files have come.

use crate::browser::own_file;
use crate::explain::Knowledge;
use crate::ui::state::{RwSignal, effect};
use crate::ui::text::Speech;
use leptos::prelude::expect_context;
use std::sync::Arc;

/// The knowledge as a signal; cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Lore(RwSignal<Arc<Knowledge>>, RwSignal<String>);

impl Lore {
    /// Nothing at first.
    pub fn empty() -> Self {
        let knowledge = RwSignal::new(Arc::new(Knowledge::empty()));
        Lore(knowledge, RwSignal::new(String::new()))
    }

    fn learn(self, records: Option<String>) {
        let Some(records) = records else {
            return;
        };
        self.0.update(|knowledge| {
            Arc::make_mut(knowledge).load(&records);
        });
        self.1.set(records);
    }

    /// The records that were loaded, as they were read.
    pub fn records(self) -> String {
        self.1.get_untracked()
    }

    /// All that is known so far.
    pub fn get(self) -> Arc<Knowledge> {
        self.0.get()
    }
}

/// Learns what is compiled in, and the rest once `speech` can say it.
pub fn follow(speech: Speech, lore: Lore) {
    lore.0.set(Arc::new(Knowledge::core()));
    let mut is_asked = false;
    effect(move || {
        // The sentences first: a record without its sentence would show a key.
        if speech.is_complete() && !is_asked {
            is_asked = true;
            own_file::read("knowledge-records", move |records| lore.learn(records));
        }
    });
}

/// What this page knows. Call it in a component's body.
pub fn lore() -> Lore {
    expect_context()
}
