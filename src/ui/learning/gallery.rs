//! The gallery of broken tokens: loaded when it is opened, and which of them stands on Inspect.

use super::Learning;
use crate::browser::{address, own_file, page};
use crate::learn::gallery::{Broken, read};
use crate::secret::Secret;
use crate::ui::deep_link::Screen;
use crate::ui::session::Session;
use crate::ui::signing::Signing;
use crate::ui::state::RwSignal;
use crate::ui::text::Speech;
use std::sync::Arc;

/// The state of the gallery. All copies are the same.
#[derive(Clone, Copy)]
pub struct Gallery {
    /// The broken tokens, once they have come.
    pub all: RwSignal<Option<Arc<Vec<Broken>>>>,
    /// Whether they could not be had.
    pub is_missed: RwSignal<bool>,
    /// The one that stands on Inspect.
    pub at: RwSignal<Option<usize>>,
    /// What is searched for.
    pub search: RwSignal<String>,
}

impl Gallery {
    /// Closed.
    pub(super) fn new() -> Self {
        Gallery {
            all: RwSignal::new(None),
            is_missed: RwSignal::new(false),
            at: RwSignal::new(None),
            search: RwSignal::new(String::new()),
        }
    }

    /// Loads the broken tokens.
    pub fn load(self) {
        self.is_missed.set(false);
        own_file::read("gallery", move |text| match text {
            Some(text) => self.all.set(Some(Arc::new(read(&text)))),
            None => self.is_missed.set(true),
        });
    }

    /// Whether one stands on Inspect.
    pub fn is_open(self) -> bool {
        self.at.with(Option::is_some)
    }

    /// How many there are.
    pub fn count(self) -> usize {
        self.all.with(|all| all.as_ref().map_or(0, |all| all.len()))
    }

    /// The one that stands on Inspect.
    pub fn current(self) -> Option<Broken> {
        let at = self.at.get()?;
        self.all.with(|all| all.as_ref()?.get(at).cloned())
    }
}

/// The sentence about a broken token, as Inspect says it.
pub fn sentence(broken: &Broken, speech: Speech) -> String {
    let said = speech.say(&broken.said());
    match broken.is_clause {
        true => speech.format("diagnosis-verifies", &[("step", said.into())]),
        false => said,
    }
}

impl Learning {
    /// Puts a broken token and its key onto Inspect.
    pub fn show_broken(self, session: Session, signing: Signing, at: usize) {
        let gallery = self.gallery;
        let all = gallery.all.get_untracked();
        let Some(broken) = all.and_then(|all| all.get(at).cloned()) else {
            return;
        };
        self.borrow_screens(session, signing);
        session.set_paste(broken.paste);
        session.set_key(broken.key);
        session.reading.set(broken.reading);
        session.password.set(Secret::new(broken.password));
        session.content.set(broken.content);
        session.clock_text.set(broken.clock.to_string());
        let expect = session.expect;
        for (name, text) in broken.expected {
            let field = match name.as_str() {
                "iss" => expect.iss,
                "aud" => expect.aud,
                "sub" => expect.sub,
                "nonce" => expect.nonce,
                "typ" => expect.typ,
                "algs" => expect.algs,
                "max-age" => expect.max_age,
                _ => session.leeway_text,
            };
            field.set(text);
        }
        gallery.at.set(Some(at));
        address::go(Screen::Inspect.fragment());
        page::focus_in_place("broken-text");
    }

    /// Goes on to the next one, or back.
    pub fn show_beside(self, session: Session, signing: Signing, step: isize) {
        let at = self.gallery.at.get_untracked();
        if let Some(at) = at.and_then(|at| at.checked_add_signed(step)) {
            self.show_broken(session, signing, at);
        }
    }

    /// Leaves the gallery; the screens are as they were before.
    pub fn close_broken(self, session: Session, signing: Signing) {
        self.give_screens_back(session, signing);
        address::go(Screen::Learn.fragment());
    }
}
