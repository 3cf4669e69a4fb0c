//! The Sign screen's state: a draft as typed, and the token the worker made of it. The last good
//! token stays, marked as outdated when the draft no longer gives one.

use crate::browser::bridge::{Failure, Purpose};
use crate::browser::page;
use crate::diagnostic::Diagnostic;
use crate::job::{Draft, Job, JobOutcome, KeySummary};
use crate::keys::facts::{KeyInput, SecretReading};
use crate::secret::Secret;
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal, effect};
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
    /// The last token that was made.
    pub last_good: RwSignal<Option<Arc<Signed>>>,
    /// What became of the draft as it is now.
    pub state: Memo<State>,

    key: Memo<Arc<KeyInput>>,
    key_answer: RwSignal<Option<(Arc<KeyInput>, Arc<KeySummary>)>>,
    draft: Memo<Option<Arc<Draft>>>,
    answer: RwSignal<Option<(Arc<Draft>, State)>>,
}

/// A token that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Compact Serialization.
    pub token: String,
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
        let draft = Memo::new(move |_| {
            (!held.get() && !is_empty()).then(|| {
                Arc::new(Draft {
                    header: header.get(),
                    payload: payload.get(),
                    key: (*key.get()).clone(),
                    unsecured: unsecured.get(),
                    seed: None,
                })
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
        };
        session.ask(Purpose::Fill, job, move |outcome| {
            if let Ok(JobOutcome::Filled(Some((header, payload)))) = outcome {
                self.held.set(false);
                self.unsecured.set(false);
                self.header.set(header);
                self.payload.set(payload);
                self.filled.set(id);
            }
        });
    }

    /// Makes a draft of an inspected token. It is not signed before the person says so.
    pub fn draft_of(self, header: String, payload: String) {
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

/// Asks the worker whenever the draft changes; its answer is put into signals here and nowhere
/// else.
pub fn answers(session: Session, signing: Signing) {
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
        let job = Job::Sign((*draft).clone());
        session.ask(Purpose::Sign, job, move |outcome| {
            let state = match outcome {
                Ok(JobOutcome::Signed {
                    token, warnings, ..
                }) => {
                    let signed = Signed { token, warnings };
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
