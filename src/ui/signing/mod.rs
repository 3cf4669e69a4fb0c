//! The Sign screen's state: a draft as typed, and the token the worker made of it. The last good
//! token stays, marked as outdated when the draft no longer gives one.

mod form;

use crate::browser::bridge::{Failure, Purpose};
use crate::browser::{clock, page};
use crate::diagnostic::Diagnostic;
use crate::job::{Draft, Job, JobOutcome, KeySummary, Tampering};
use crate::keys::facts::{KeyInput, SecretReading};
use crate::secret::Secret;
use crate::ui::draft_times;
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal, effect};
pub use form::{Form, MOST_SIGNERS, SignerInput};
use leptos::prelude::expect_context;
use std::sync::Arc;

/// The state of the Sign screen. All copies are the same.
#[derive(Clone, Copy)]
pub struct Signing {
    /// JOSE Header as typed.
    pub header: RwSignal<String>,
    /// Payload as typed.
    pub payload: RwSignal<String>,
    /// The key box.
    pub key_text: RwSignal<Secret<String>>,
    /// How a bare secret is read.
    pub reading: RwSignal<SecretReading>,
    /// How the key was read; `None` while the worker is at it.
    pub key_summary: Memo<Option<Arc<KeySummary>>>,
    /// The template that was chosen last, by name; empty for a draft of one's own.
    pub template: RwSignal<String>,
    /// The template whose texts were put into the editors last, by id.
    pub filled: RwSignal<String>,
    /// A draft made of an inspected token waits here until the person signs it on purpose.
    pub held: RwSignal<bool>,
    /// Whether the person agreed to `alg: none`.
    pub unsecured: RwSignal<bool>,
    /// How the draft is written.
    pub form: Form,
    /// The moment from which the times of the payload were counted, while they keep themselves
    /// fresh.
    pub fresh_since: RwSignal<Option<i64>>,
    /// The inspected token that the draft was made of.
    pub original: RwSignal<Option<Original>>,
    /// The key that stood in the box before a template brought its own.
    pub displaced_key: RwSignal<Option<Secret<String>>>,
    /// The last token that was made.
    pub last_good: RwSignal<Option<Arc<Signed>>>,
    /// What became of the draft as it is now.
    pub state: Memo<State>,

    key: Memo<Arc<KeyInput>>,
    key_answer: RwSignal<Option<(Arc<KeyInput>, Arc<KeySummary>)>>,
    /// The draft as it is now, if it is to be signed.
    pub draft: Memo<Option<Arc<Draft>>>,
    answer: RwSignal<Option<(Arc<Draft>, State)>>,
}

/// An inspected token, as it was when a draft was made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// The token itself.
    pub token: String,
    /// Its JOSE Header as it was signed.
    pub header: String,
    /// Its payload as it was signed.
    pub payload: String,
}

/// A token that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The token, in the serialization that was asked for.
    pub token: String,
    /// The draft it was made of.
    pub of: Arc<Draft>,
    /// What is weak or odd about it.
    pub warnings: Vec<Diagnostic>,
}

/// What became of the draft as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// There is nothing to sign.
    Empty,
    /// The worker asks for a key.
    NoKey(Diagnostic),
    /// A draft of an inspected token that has not been released.
    Held,
    /// The worker is at it.
    Signing,
    /// `last_good` is the token of this draft.
    Good,
    /// Why there is no token.
    Refused(Diagnostic),
    /// Why nobody signed.
    NoAnswer(Failure),
}

impl Signing {
    /// An empty screen.
    pub fn new() -> Self {
        let (header, payload) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        let key_text = RwSignal::new(Secret::<String>::default());
        let reading = RwSignal::new(SecretReading::default());
        let (held, unsecured) = (RwSignal::new(false), RwSignal::new(false));
        let answer = RwSignal::new(None::<(Arc<Draft>, State)>);
        let is_empty = move || header.with(String::is_empty) && payload.with(String::is_empty);
        let key = Memo::new(move |_| {
            Arc::new(KeyInput {
                text: key_text.get(),
                reading: reading.get(),
                ..KeyInput::default()
            })
        });
        let key_answer = RwSignal::new(None::<(Arc<KeyInput>, Arc<KeySummary>)>);
        let key_summary = Memo::new(move |_| {
            let key = key.get();
            key_answer.with(|answer| {
                let (_, summary) = answer.as_ref().filter(|(of, _)| *of == key)?;
                Some(summary.clone())
            })
        });
        let form = Form::new();
        let draft = Memo::new(move |_| {
            (!held.get() && !is_empty()).then(|| {
                let mut draft = Draft {
                    header: header.get(),
                    payload: payload.get(),
                    key: (*key.get()).clone(),
                    unsecured: unsecured.get(),
                    ..Draft::default()
                };
                form.write(&mut draft);
                Arc::new(draft)
            })
        });
        let state = Memo::new(move |_| {
            if is_empty() {
                return State::Empty;
            }
            if held.get() {
                return State::Held;
            }
            let Some(draft) = draft.get() else {
                return State::Empty;
            };
            answer.with(|answer| match answer {
                Some((of, state)) if *of == draft => state.clone(),
                _ => State::Signing,
            })
        });
        Signing {
            header,
            payload,
            key_text,
            reading,
            key_summary,
            template: RwSignal::new(String::new()),
            filled: RwSignal::new(String::new()),
            held,
            unsecured,
            form,
            fresh_since: RwSignal::new(None),
            original: RwSignal::new(None),
            displaced_key: RwSignal::new(None),
            last_good: RwSignal::new(None),
            state,
            key,
            key_answer,
            draft,
            answer,
        }
    }

    /// Fills the editors from the template of this id at `clock`; the worker knows what it holds.
    pub fn choose(self, session: Session, template: String, clock: i64) {
        self.template.set(template.clone());
        let id = template.clone();
        let job = Job::Fill {
            template,
            clock,
            random: page::random(),
            key: KeyInput {
                text: self.key_text.get_untracked(),
                reading: self.reading.get_untracked(),
                ..KeyInput::default()
            },
        };
        session.ask(Purpose::Fill, job, move |outcome| {
            if let Ok(JobOutcome::Filled(Some(filled))) = outcome {
                self.held.set(false);
                self.unsecured.set(false);
                self.original.set(None);
                self.form.reset(filled.tampering);
                if let Some(key) = filled.key {
                    let before = self.key_text.get_untracked();
                    let was_there = !before.expose().is_empty();
                    self.displaced_key.set(was_there.then_some(before));
                    self.key_text.set(key);
                }
                self.fresh_since.update(|since| {
                    *since = since.map(|_| clock::now());
                });
                self.header.set(filled.header);
                self.payload.set(filled.payload);
                self.filled.set(id);
            }
        });
    }

    /// Puts the key back that stood in the box before a template brought its own.
    pub fn put_key_back(self) {
        if let Some(key) = self.displaced_key.get_untracked() {
            self.key_text.set(key);
            self.displaced_key.set(None);
        }
    }

    /// Moves the times of the payload along with the clock, or stops doing so.
    pub fn set_fresh(self, is_fresh: bool) {
        self.fresh_since.set(is_fresh.then(clock::now));
    }

    /// Moves them now, unless the person is typing there.
    fn freshen(self, now: i64) {
        let Some(since) = self.fresh_since.get_untracked() else {
            return;
        };
        let by = now.saturating_sub(since);
        if by.abs() < FRESH_FOR || self.held.get_untracked() || page::has_focus("sign-payload") {
            return;
        }
        if let Some(moved) = self
            .payload
            .with_untracked(|text| draft_times::moved(text, by))
        {
            self.payload.set(moved);
        }
        self.fresh_since.set(Some(now));
    }

    /// Makes a draft of an inspected token, which is kept beside it. It is not signed before the
    /// person says so.
    pub fn draft_of_token(self, original: Original) {
        self.draft_of(original.header.clone(), original.payload.clone());
        self.original.set(Some(original));
    }

    /// Makes the editors ready for a draft that somebody else writes into them.
    pub fn clear(self) {
        self.draft_of(String::new(), String::new());
        self.held.set(false);
        self.key_text.set(Secret::default());
        self.reading.set(SecretReading::default());
    }

    /// Makes a draft of texts that were pasted. It is not signed before the person says so.
    pub fn draft_of(self, header: String, payload: String) {
        self.original.set(None);
        self.form.reset(Tampering::None);
        self.fresh_since.set(None);
        self.template.set(String::new());
        self.filled.set(String::new());
        self.held.set(true);
        self.unsecured.set(false);
        self.last_good.set(None);
        self.header.set(header);
        self.payload.set(payload);
    }
}

impl Default for Signing {
    fn default() -> Self {
        Signing::new()
    }
}

/// Times that keep themselves fresh are at most so many seconds old.
const FRESH_FOR: i64 = 15;

/// Asks the worker whenever the draft changes; its answer is put into signals here and nowhere
/// else.
pub fn answers(session: Session, signing: Signing) {
    clock::on_tick(move |now| signing.freshen(now));
    effect(move || {
        let key = signing.key.get();
        if key.text.expose().is_empty() {
            session.forget(Purpose::ReadSignKey);
            return;
        }
        let job = Job::ReadKey((*key).clone());
        session.ask(Purpose::ReadSignKey, job, move |outcome| {
            if let Ok(JobOutcome::KeyRead(summary)) = outcome {
                signing.key_answer.set(Some((key, Arc::new(summary))));
            }
        });
    });
    effect(move || {
        let Some(draft) = signing.draft.get() else {
            session.forget(Purpose::Sign);
            return;
        };
        let job = Job::Sign(Box::new((*draft).clone()));
        session.ask(Purpose::Sign, job, move |outcome| {
            let state = match outcome {
                Ok(JobOutcome::Signed {
                    token, warnings, ..
                }) => {
                    let of = draft.clone();
                    let signed = Signed {
                        token,
                        of,
                        warnings,
                    };
                    signing.last_good.set(Some(Arc::new(signed)));
                    State::Good
                }
                Ok(JobOutcome::NotSigned(why)) if why.code == "sign-key-missing" => {
                    State::NoKey(why)
                }
                Ok(JobOutcome::NotSigned(why)) => State::Refused(why),
                Ok(_) => State::NoAnswer(Failure::Stopped(String::new())),
                Err(failure) => State::NoAnswer(failure),
            };
            signing.answer.set(Some((draft, state)));
        });
    });
}

/// The Sign screen's state. Call it in a component's body.
pub fn signing() -> Signing {
    expect_context()
}
