//! The Keys screen's state: the key that was made last, the shelf, the key that is converted, the
//! set that would be published. Nothing of it outlives the page.

mod shelf;

pub use shelf::{Import, Sealing, ShelfKey};

use crate::browser::bridge::{Failure, Purpose};
use crate::browser::{clock, leaving, subtle};
use crate::diagnostic::Diagnostic;
use crate::job::{Job, JobOutcome, KeySummary};
use crate::jose::key_spec::KeySpec;
use crate::keys::facts::{KeyInput, SecretReading};
use crate::keys::making::{MadeKey, NewKey, Published, Spelled};
use crate::secret::Secret;
use crate::ui::key_choice::KeyChoice;
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal, effect};
use leptos::prelude::expect_context;
use std::sync::Arc;

/// The state of the Keys screen. All copies are the same.
#[derive(Clone, Copy)]
pub struct Keyring {
    /// What is to be made.
    pub choice: RwSignal<KeyChoice>,
    /// What making is at.
    pub making: RwSignal<Making>,
    /// The key that was made last; nothing from the click until the new one is there.
    pub made: RwSignal<Option<Arc<MadeKey>>>,
    /// Keys by name, in the order in which they came.
    pub shelf: RwSignal<Vec<Arc<ShelfKey>>>,
    /// The key that was taken off last.
    pub removed: RwSignal<Option<Arc<ShelfKey>>>,
    /// What became of the last import.
    pub import: RwSignal<Import>,
    /// What became of the last sealed export.
    pub sealing: RwSignal<Sealing>,
    /// The key to convert, as typed.
    pub convert_text: RwSignal<Secret<String>>,
    /// How a bare secret in it is read.
    pub convert_reading: RwSignal<SecretReading>,
    /// Its password.
    pub convert_password: RwSignal<Secret<String>>,
    /// It, in every spelling; `None` while the worker is at it.
    pub converted: Memo<Option<Arc<Converted>>>,
    /// The set of the keys that were picked, checked.
    pub published: RwSignal<Arc<Published>>,

    convert: Memo<Arc<KeyInput>>,
    conversion: RwSignal<Option<(Arc<KeyInput>, Arc<Converted>)>>,
    attempt: RwSignal<u32>,
    number: RwSignal<u32>,
}

/// What making a key is at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Making {
    /// Nothing is being made.
    Idle,
    /// The browser or the worker is at it since this moment.
    Running(i64),
    /// The person ended it.
    Cancelled,
    /// Why there is no key.
    Refused(Diagnostic),
    /// Why nobody made it.
    NoAnswer(Failure),
}

/// A key in every spelling, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Converted {
    /// How it was read.
    pub summary: KeySummary,
    /// Each key of it.
    pub keys: Vec<Spelled>,
}

impl Keyring {
    /// Nothing made, nothing on the shelf.
    pub fn new() -> Self {
        let convert_text = RwSignal::new(Secret::<String>::default());
        let convert_reading = RwSignal::new(SecretReading::default());
        let convert_password = RwSignal::new(Secret::<String>::default());
        let convert = Memo::new(move |_| {
            let password = convert_password.get();
            Arc::new(KeyInput {
                text: convert_text.get(),
                reading: convert_reading.get(),
                password: Some(password).filter(|text| !text.expose().is_empty()),
                ..KeyInput::default()
            })
        });
        let conversion = RwSignal::new(None::<(Arc<KeyInput>, Arc<Converted>)>);
        let converted = Memo::new(move |_| {
            let input = convert.get();
            conversion.with(|conversion| {
                let (_, converted) = conversion.as_ref().filter(|(of, _)| *of == input)?;
                Some(converted.clone())
            })
        });
        Keyring {
            choice: RwSignal::new(KeyChoice::of("RS256")),
            making: RwSignal::new(Making::Idle),
            made: RwSignal::new(None),
            shelf: RwSignal::new(Vec::new()),
            removed: RwSignal::new(None),
            import: RwSignal::new(Import::Nothing),
            sealing: RwSignal::new(Sealing::Nothing),
            convert_text,
            convert_reading,
            convert_password,
            converted,
            published: RwSignal::new(Arc::new(Published::default())),
            convert,
            conversion,
            attempt: RwSignal::new(0),
            number: RwSignal::new(0),
        }
    }

    /// Makes the key that was chosen and puts it on the shelf.
    pub fn make(self, session: Session) {
        let wish = self
            .choice
            .with_untracked(|choice| choice.wish(clock::now()));
        if let Some(wish) = wish {
            self.make_new(session, wish, |_| {});
        }
    }

    /// Makes this key, puts it on the shelf, then calls `done` with what stands there.
    pub fn make_new(
        self,
        session: Session,
        wish: NewKey,
        done: impl FnOnce(Arc<ShelfKey>) + 'static,
    ) {
        self.end_making(session);
        let attempt = self.attempt.get_untracked();
        self.made.set(None);
        self.making.set(Making::Running(clock::now()));
        let is_current = move || self.attempt.get_untracked() == attempt;
        let answer = move |outcome| {
            if !is_current() {
                return;
            }
            self.making.set(match outcome {
                Ok(JobOutcome::KeyMade(Ok(made))) => {
                    let made = Arc::new(*made);
                    let shelved = self.shelve_made(&made);
                    self.made.set(Some(made));
                    done(shelved);
                    Making::Idle
                }
                Ok(JobOutcome::KeyMade(Err(why))) => Making::Refused(why),
                Ok(_) => Making::NoAnswer(Failure::Stopped(String::new())),
                Err(failure) => Making::NoAnswer(failure),
            });
        };
        let KeySpec::Rsa(bits) = wish.spec else {
            let job = Job::MakeKey {
                new: wish,
                ready: None,
            };
            session.ask(Purpose::Generate, job, answer);
            return;
        };
        if !subtle::exists() {
            let job = Job::MakeKey {
                new: wish,
                ready: None,
            };
            session.ask_long(Purpose::Generate, job, answer);
            return;
        }
        subtle::make_rsa(bits, move |ready| {
            if !is_current() {
                return;
            }
            let is_ready = ready.is_some();
            let job = Job::MakeKey { new: wish, ready };
            match is_ready {
                true => session.ask(Purpose::Generate, job, answer),
                false => session.ask_long(Purpose::Generate, job, answer),
            }
        });
    }

    /// Ends the making of a key. The browser's own cryptography cannot be ended; what it still
    /// finds is dropped.
    pub fn cancel(self, session: Session) {
        self.end_making(session);
        self.making.set(Making::Cancelled);
    }

    fn end_making(self, session: Session) {
        self.attempt
            .update(|attempt| *attempt = attempt.wrapping_add(1));
        session.forget(Purpose::Generate);
        if matches!(self.making.get_untracked(), Making::Running(_)) {
            session.cancel_long();
        }
    }

    /// Puts a key on the shelf that a template brought: it is nowhere else.
    pub fn shelve_text(self, session: Session, text: Secret<String>) {
        let input = KeyInput {
            text,
            ..KeyInput::default()
        };
        session.ask(Purpose::Shelf, Job::Convert(input), move |outcome| {
            if let Ok(JobOutcome::Converted(_, keys)) = outcome {
                for key in &keys {
                    self.shelve(key, false);
                }
            }
        });
    }

    /// Whether the key that was made last is being made.
    pub fn is_making(self) -> bool {
        matches!(self.making.get(), Making::Running(_))
    }
}

impl Default for Keyring {
    fn default() -> Self {
        Keyring::new()
    }
}

/// Asks the worker whenever the key to convert or the picked keys change, and the person before
/// the page is left with keys that were not saved.
pub fn answers(session: Session, keyring: Keyring) {
    effect(move || {
        let input = keyring.convert.get();
        keyring.conversion.drop_unless(|(of, _)| *of == input);
        if input.text.expose().is_empty() {
            session.forget(Purpose::Convert);
            return;
        }
        let job = Job::Convert((*input).clone());
        session.ask(Purpose::Convert, job, move |outcome| {
            if let Ok(JobOutcome::Converted(summary, keys)) = outcome {
                let converted = Arc::new(Converted { summary, keys });
                keyring.conversion.set(Some((input, converted)));
            }
        });
    });
    effect(move || {
        let picked = keyring.shelf.with(|shelf| {
            let picked = shelf.iter().filter(|key| key.is_picked);
            picked.map(|key| key.input()).collect::<Vec<_>>()
        });
        if picked.is_empty() {
            session.forget(Purpose::Publish);
            keyring.published.set(Arc::new(Published::default()));
            return;
        }
        session.ask(Purpose::Publish, Job::Publish(picked), move |outcome| {
            if let Ok(JobOutcome::Published(published)) = outcome {
                keyring.published.set(Arc::new(published));
            }
        });
    });
    leaving::ask_when(move || {
        keyring
            .shelf
            .with_untracked(|shelf| shelf.iter().any(|key| !key.is_saved))
    });
}

/// The Keys screen's state. Call it in a component's body.
pub fn keyring() -> Keyring {
    expect_context()
}
