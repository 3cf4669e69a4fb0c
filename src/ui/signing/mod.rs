//! The Sign screen's state: a draft as typed, and the token the worker made of it. The last good
//! token stays, marked as outdated when the draft no longer gives one.

mod form;
mod kept;

use crate::browser::bridge::{Failure, Purpose};
use crate::browser::{clock, page};
use crate::diagnostic::Diagnostic;
use crate::job::{Draft, Job, JobOutcome, KeySummary, Tampering};
use crate::json::{Document, parse, quote, set_member};
use crate::keys::facts::{KeyFacts, KeyInput, SecretReading};
use crate::secret::Secret;
use crate::ui::draft_times;
use crate::ui::history::History;
use crate::ui::redraft::Redraft;
use crate::ui::said_at::{Place, place_of};
use crate::ui::session::Session;
use crate::ui::state::{Memo, RwSignal, effect};
pub use form::{Form, MOST_SIGNERS, SignerInput};
pub use kept::Kept;
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
    /// The password of an encrypted private key.
    pub password: RwSignal<Secret<String>>,
    /// The payload as JSON, read once for all that looks at it.
    pub payload_json: Memo<Arc<Document>>,
    /// Whether the payload is signed as plain text (RFC 7797).
    pub is_plain: Memo<bool>,
    /// Whether the header asks for encryption.
    pub encrypts: Memo<bool>,
    /// What presses wrote over, to be put back.
    pub history: RwSignal<History<Kept>>,
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
    /// Claims that were set to a moment of their own, and do not move with the clock.
    pub fixed_times: RwSignal<Vec<String>>,
    /// The inspected token that the draft was made of.
    pub original: RwSignal<Option<Original>>,
    /// The key that stood in the box before a press brought another one.
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
    /// The draft that was made of it, with what could not be taken over.
    pub made: Redraft,
}

/// A token that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The token, in the serialization that was asked for.
    pub token: String,
    /// The draft it was made of.
    pub of: Arc<Draft>,
    /// The key that signed.
    pub key: Option<Box<KeyFacts>>,
    /// What was signed, where that is not the payload as typed.
    pub payload: Option<String>,
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
        let password = RwSignal::new(Secret::<String>::default());
        let json = move |text: RwSignal<String>| {
            Memo::new(move |_| text.with(|text| Arc::new(parse(text.clone().into_bytes()))))
        };
        let is_plain = Memo::new(move |_| {
            header.with(|text| {
                let header = parse(text.clone().into_bytes());
                header.get("b64").and_then(|b64| b64.as_bool()) == Some(false)
            })
        });
        let encrypts = Memo::new(move |_| {
            header.with(|text| {
                let header = parse(text.clone().into_bytes());
                header.get("enc").is_some()
            })
        });
        let is_empty = move || header.with(String::is_empty) && payload.with(String::is_empty);
        let key = Memo::new(move |_| {
            Arc::new(KeyInput {
                text: key_text.get(),
                reading: reading.get(),
                password: Some(password.get()).filter(|text| !text.expose().is_empty()),
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
            password,
            payload_json: json(payload),
            is_plain,
            encrypts,
            history: RwSignal::new(History::default()),
            key_summary,
            template: RwSignal::new(String::new()),
            filled: RwSignal::new(String::new()),
            held,
            unsecured,
            form,
            fresh_since: RwSignal::new(None),
            fixed_times: RwSignal::new(Vec::new()),
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
    /// A key that it brings goes to `shelve` too.
    pub fn choose(
        self,
        session: Session,
        template: String,
        clock: i64,
        shelve: impl Fn(Secret<String>) + 'static,
    ) {
        let before = self.template.get_untracked();
        self.template.set(template.clone());
        let id = template.clone();
        let job = Job::Fill {
            template,
            clock,
            random: page::random(),
            key: (*self.key.get_untracked()).clone(),
        };
        session.ask(Purpose::Fill, job, move |outcome| {
            if let Ok(JobOutcome::Filled(Some(filled))) = outcome {
                self.template.set(before);
                self.keep();
                self.template.set(id.clone());
                self.held.set(false);
                self.unsecured.set(false);
                self.original.set(None);
                self.form.reset(filled.tampering);
                if let Some(ticked) = filled.disclosing {
                    self.form.discloses.set(true);
                    self.form.ticked.set(ticked);
                }
                if let Some(key) = filled.key {
                    shelve(key.clone());
                    self.displace_key(key);
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

    /// Empties the editors and everything that a template brought; the key stays.
    pub fn start_empty(self) {
        self.keep();
        let key = self.key_text.get_untracked();
        self.draft_of(String::new(), String::new());
        self.held.set(false);
        self.key_text.set(key);
    }

    /// Puts another key into the box and keeps the one that stood there at hand.
    pub fn displace_key(self, key: Secret<String>) {
        let before = self.key_text.get_untracked();
        let was_there = !before.expose().is_empty() && before != key;
        if was_there {
            self.displaced_key.set(Some(before));
        }
        self.key_text.set(key);
    }

    /// Takes a key that was made, or stands on the shelf. `alg` and `kid` of the header follow what
    /// the key says of itself.
    pub fn take_key(self, jwk: Secret<String>, facts: &KeyFacts) {
        self.keep();
        follow_key(self.header, facts);
        self.displace_key(jwk);
    }

    /// Puts the key back that stood in the box before a press brought another one, which is kept.
    pub fn put_key_back(self) {
        if let Some(key) = self.displaced_key.get_untracked() {
            self.keep();
            self.displaced_key.set(None);
            self.key_text.set(key);
        }
    }

    /// What there is to say of the draft as it is now: why there is no token, or what is odd about
    /// the one there is.
    pub fn said(self) -> Vec<Diagnostic> {
        match self.state.get() {
            State::Refused(why) | State::NoKey(why) => vec![why],
            State::Good => {
                let signed = self.last_good.get();
                signed
                    .map(|signed| signed.warnings.clone())
                    .unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// What of it belongs to one box of the screen.
    pub fn said_at(self, place: Place) -> Vec<Diagnostic> {
        let mut said = self.said();
        said.retain(|said| place_of(said) == place);
        said
    }

    /// Moves the times of the payload along with the clock, or stops doing so.
    pub fn set_fresh(self, is_fresh: bool) {
        self.fresh_since.set(is_fresh.then(clock::now));
    }

    /// Moves them now; the cursor stays where it is.
    fn freshen(self, now: i64) {
        let Some(since) = self.fresh_since.get_untracked() else {
            return;
        };
        let by = now.saturating_sub(since);
        if by.abs() < FRESH_FOR || self.held.get_untracked() {
            return;
        }
        self.move_times(now, by);
    }

    /// Moves them at once, because something else of the draft has changed: a token that is made
    /// anew starts to live now.
    pub fn touch(self) {
        let now = clock::now();
        if self.form.is_bound.get_untracked() {
            self.form.bound_at.set(now);
        }
        let since = self.fresh_since.get_untracked().unwrap_or(now);
        if since != now && !self.held.get_untracked() {
            self.move_times(now, now.saturating_sub(since));
        }
    }

    fn move_times(self, now: i64, by: i64) {
        let fixed = self.fixed_times.get_untracked();
        let random = page::random();
        let moved = self
            .payload
            .with_untracked(|text| draft_times::moved(text, by, &fixed, &random));
        if let Some(moved) = moved {
            page::rewrite("sign-payload", &moved);
            self.payload.set(moved);
        }
        if self.form.is_bound.get_untracked() {
            self.form.bound_at.set(now);
        }
        self.fresh_since.set(Some(now));
    }

    /// Makes a draft of an inspected token, which is kept beside it. It is not signed before the
    /// person says so.
    pub fn draft_of_token(self, original: Original) {
        let Redraft {
            header, payload, ..
        } = original.made.clone();
        self.draft_of(header, payload);
        self.form.take(&original.made.shape);
        self.original.set(Some(original));
    }

    /// Makes the editors ready for a draft that somebody else writes into them.
    pub fn clear(self) {
        self.draft_of(String::new(), String::new());
        self.held.set(false);
        self.key_text.set(Secret::default());
        self.password.set(Secret::default());
        self.reading.set(SecretReading::default());
    }

    /// Makes a draft of texts that were pasted. It is not signed before the person says so.
    pub fn draft_of(self, header: String, payload: String) {
        self.keep();
        self.original.set(None);
        self.form.reset(Tampering::None);
        self.fresh_since.set(None);
        self.template.set(String::new());
        self.filled.set(String::new());
        self.held.set(true);
        self.unsecured.set(false);
        self.last_good.set(None);
        self.fixed_times.set(Vec::new());
        self.header.set(header);
        self.payload.set(payload);
    }
}

/// Sets `alg` and `kid` of a header to what a key says of itself.
pub fn follow_key(header: RwSignal<String>, facts: &KeyFacts) {
    let mut text = header.get_untracked();
    for (name, value) in [("alg", &facts.alg), ("kid", &facts.kid)] {
        if let Some(value) = value {
            text = set_member(&text, name, &quote(value)).unwrap_or(text);
        }
    }
    if header.with_untracked(|now| *now != text) {
        header.set(text);
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
        signing.key_answer.drop_unless(|(of, _)| *of == key);
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
            signing.answer.drop_unless(|_| false);
            session.forget(Purpose::Sign);
            return;
        };
        let job = Job::Sign(Box::new((*draft).clone()));
        session.ask(Purpose::Sign, job, move |outcome| {
            let state = match outcome {
                Ok(JobOutcome::Signed {
                    token,
                    key,
                    payload,
                    warnings,
                }) => {
                    let of = draft.clone();
                    let signed = Signed {
                        token,
                        of,
                        key,
                        payload,
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
