//! What the page knows of names: a small part at once, the rest when its files have come.

use crate::browser::own_file;
use crate::explain::Knowledge;
use crate::ui::state::RwSignal;
use crate::ui::text::Speech;
use leptos::prelude::expect_context;
use std::sync::Arc;

/// The knowledge as a signal; cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Lore(RwSignal<Arc<Knowledge>>, RwSignal<String>);

impl Lore {
    /// What is compiled in; the rest is on its way.
    pub fn new(speech: Speech) -> Self {
        let knowledge = RwSignal::new(Arc::new(Knowledge::core()));
        let lore = Lore(knowledge, RwSignal::new(String::new()));
        // The sentences first: a record without its sentence would show a key.
        own_file::read("texts-en", move |texts| {
            speech.complete(&texts.unwrap_or_default());
            own_file::read("knowledge-records", move |records| {
                let Some(records) = records else {
                    return;
                };
                lore.0.update(|knowledge| {
                    Arc::make_mut(knowledge).load(&records);
                });
                lore.1.set(records);
            });
        });
        lore
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

/// What this page knows. Call it in a component's body.
pub fn lore() -> Lore {
    expect_context()
}
