//! What the person typed, and everything that follows from it. The fields are the source; all
//! that is shown is derived. There is one exception, which is the same everywhere: an answer of
//! the worker or the network arrives when it arrives, and is put into a signal by [`answers`].

use crate::browser::bridge::{Bridge, Failure, Lane, Purpose};
use crate::browser::{clock, fetch, page};
use crate::diagnosis::{Diagnosis, Fix};
use crate::diagnostic::Diagnostic;
use crate::inspect::{Found, Inspection, inspect};
use crate::job::{Job, JobOutcome, KeySummary, ProfileChoice};
use crate::judge::{ClaimsVerdict, Expectations, judge};
use crate::keys::facts::{KeyInput, KeySource, SecretReading};
use crate::secret::Secret;
use crate::ui::clock_text;
use crate::ui::deep_link::{Link, Refused, Screen};
use crate::ui::examples::Example;
use crate::ui::jwks_answer::{self, Answer};
use crate::ui::state::{Memo, RwSignal, effect};
use crate::verify::{Question, SignatureState, SignatureVerdict};
use leptos::prelude::{
    GetValue, LocalStorage, SetValue, StoredValue, UpdateValue, WithValue, expect_context,
};
use std::sync::Arc;

/// The state of the page. All copies are the same session.
#[derive(Clone, Copy)]
pub struct Session {
    /// Which screen is shown.
    pub screen: RwSignal<Screen>,
    /// The token field, byte for byte.
    pub paste: RwSignal<String>,
    /// Which token of the paste was picked.
    pub picked: RwSignal<usize>,
    /// The key box, byte for byte.
    pub key_text: RwSignal<Secret<String>>,
    /// How a bare secret is read.
    pub reading: RwSignal<SecretReading>,
    /// The JWK Set that was fetched last.
    pub fetched: RwSignal<Option<fetch::Fetched>>,
    /// Which of the two was used last.
    pub last_source: RwSignal<LastSource>,
    /// The URL field.
    pub jwks_url: RwSignal<String>,
    /// What the fetch is at.
    pub fetching: RwSignal<Fetching>,
    /// The `iss` and `aud` that are expected.
    pub expect_iss: RwSignal<String>,
    /// See `expect_iss`.
    pub expect_aud: RwSignal<String>,
    /// Tolerated clock difference, as typed.
    pub leeway_text: RwSignal<String>,
    /// The clock, as typed. Empty: now.
    pub clock_text: RwSignal<String>,
    /// The browser's clock, once a second.
    pub now: RwSignal<i64>,
    /// Why a key from the address was not taken.
    pub refused: RwSignal<Option<Refused>>,
    /// URLs requested since the page was ready.
    pub requests: RwSignal<Vec<String>>,

    /// Whether nothing was pasted, or white space only.
    pub is_empty: Memo<bool>,
    /// What the paste is.
    pub inspection: Memo<Arc<Inspection>>,
    /// Which token is looked at: the picked one, if it is there.
    pub token: Memo<usize>,
    /// The moment at which claims are judged.
    pub clock: Memo<i64>,
    /// The verdict on the claims.
    pub claims: Memo<Arc<ClaimsVerdict>>,
    /// The key that counts.
    pub key: Memo<Arc<KeyInput>>,
    /// How the key that counts was read; `None` while the worker is at it.
    pub key_summary: Memo<Option<Arc<KeySummary>>>,
    /// The verdict on the signature.
    pub signature: Memo<Signature>,
    /// Why it does not verify, best first.
    pub diagnosis: Memo<Reasons>,
    /// What else there is to say about the token and its key.
    pub findings: Memo<Arc<Vec<Diagnostic>>>,

    /// What the token is held to.
    pub profile: RwSignal<ProfileChoice>,
    /// What the checks and the profile say; `None` while the worker is at it.
    pub checks: Memo<Option<Arc<Checked>>>,

    checked: RwSignal<Option<CheckedOf>>,
    asked: Memo<Option<Asked>>,
    answer: RwSignal<Option<Answered>>,
    key_answer: RwSignal<Option<(Arc<KeyInput>, Arc<KeySummary>)>>,
    asked_why: Memo<Option<Asked>>,
    reasons: RwSignal<Option<(Asked, Arc<Vec<Diagnosis>>)>>,
    seen: StoredValue<Vec<String>>,
    bridge: StoredValue<Bridge, LocalStorage>,
    request: StoredValue<Option<fetch::Running>, LocalStorage>,
}

/// Where the key was given last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastSource {
    /// The key box.
    Box,
    /// A fetched JWK Set.
    Fetched,
}

/// What a fetch is at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetching {
    /// Nothing was fetched.
    Idle,
    /// Waiting for this URL.
    Running(String),
    /// A set with this many keys came.
    Keys(usize),
    /// A discovery document came, and was taken for what it is.
    Discovery(String),
    /// No answer, or none that can be used.
    Failed(String, FetchProblem),
}

/// Why a fetch brought no keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchProblem {
    /// There was no answer.
    Fetch(fetch::FetchFailure),
    /// The answer is not JSON.
    NotJson,
    /// The answer is JSON without keys.
    NoKeys,
    /// The page's policy does not let it ask this host.
    Policy,
}

/// What is known of the signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// There is no token.
    NoToken,
    /// The worker is at it.
    Checking,
    /// Its answer.
    Verdict(Arc<SignatureVerdict>),
    /// There is no answer, because there is no worker.
    NoAnswer(Failure),
}

/// Why a signature does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reasons {
    /// Nothing failed.
    NotAsked,
    /// The worker is at it.
    Looking,
    /// What it found, best first.
    Found(Arc<Vec<Diagnosis>>),
}

/// A question to the worker; equal questions have equal answers.
#[derive(Clone, PartialEq, Eq)]
struct Asked {
    inspection: Arc<Inspection>,
    token: usize,
    key: Arc<KeyInput>,
}

/// What the checks and the profile say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// In the order of the checks.
    pub findings: Vec<Diagnostic>,
    /// Ids of the profiles that the token looks like.
    pub profiles: Vec<String>,
    /// Id of the profile that it was held to.
    pub profile: Option<String>,
    /// What that profile says.
    pub profile_says: Vec<Diagnostic>,
}

/// A token, by its place in a paste, and what the checks say of it.
type CheckedOf = (Arc<Inspection>, usize, Arc<Checked>);

/// A question and what the worker said to it.
type Answered = (Asked, Result<Arc<SignatureVerdict>, Failure>);

impl Session {
    /// An empty session with its worker starting.
    pub fn new(bridge: Bridge) -> Self {
        let paste = RwSignal::new(String::new());
        let picked = RwSignal::new(0);
        let key_text = RwSignal::new(Secret::<String>::default());
        let reading = RwSignal::new(SecretReading::default());
        let fetched = RwSignal::new(None::<fetch::Fetched>);
        let last_source = RwSignal::new(LastSource::Box);
        let (expect_iss, expect_aud) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        let leeway_text = RwSignal::new(String::new());
        let clock_text = RwSignal::new(String::new());
        let now = RwSignal::new(clock::now());
        let profile = RwSignal::new(ProfileChoice::default());
        let answer = RwSignal::new(None::<Answered>);
        let key_answer = RwSignal::new(None::<(Arc<KeyInput>, Arc<KeySummary>)>);

        let inspection = Memo::new(move |_| Arc::new(paste.with(|paste| inspect(paste))));
        let token = Memo::new(move |_| {
            let last = inspection.with(|i| i.tokens.len().saturating_sub(1));
            picked.get().min(last)
        });
        let clock = Memo::new(move |_| {
            let set = clock_text.with(|text| clock_text::parse(text).ok().flatten());
            // The browser's clock is looked at only where nothing else is said, so that a clock
            // that stands still wakes nobody.
            set.unwrap_or_else(|| now.get())
        });
        let claims = Memo::new(move |_| {
            let expectations = Expectations {
                iss: expect_iss.get(),
                aud: expect_aud.get(),
                leeway: leeway_text.with(|text| leeway(text)).unwrap_or(0),
                ..Expectations::default()
            };
            let (token, clock) = (token.get(), clock.get());
            Arc::new(inspection.with(|i| judge(i, token, clock, &expectations)))
        });
        let key = Memo::new(move |_| {
            let in_box = !key_text.with(|text| text.expose().is_empty());
            let from_fetch = last_source.get() == LastSource::Fetched || !in_box;
            let from_fetch = fetched.get().filter(|_| from_fetch);
            Arc::new(match from_fetch {
                Some(set) => KeyInput {
                    text: Secret::new(set.text),
                    source: KeySource::Fetched {
                        url: set.redirected.unwrap_or(set.url),
                        at: set.at,
                    },
                    ..KeyInput::default()
                },
                None => KeyInput {
                    text: key_text.get(),
                    reading: reading.get(),
                    ..KeyInput::default()
                },
            })
        });
        let asked = Memo::new(move |_| {
            let inspection = inspection.get();
            let token = token.get();
            inspection.tokens.get(token)?;
            Some(Asked {
                inspection: inspection.clone(),
                token,
                key: key.get(),
            })
        });
        let signature = Memo::new(move |_| {
            let Some(asked) = asked.get() else {
                return Signature::NoToken;
            };
            answer.with(|answer| match answer {
                Some((of, Ok(verdict))) if *of == asked => Signature::Verdict(verdict.clone()),
                Some((of, Err(failure))) if *of == asked => Signature::NoAnswer(failure.clone()),
                _ => Signature::Checking,
            })
        });
        let key_summary = Memo::new(move |_| {
            let key = key.get();
            key_answer.with(|answer| {
                let (_, summary) = answer.as_ref().filter(|(of, _)| *of == key)?;
                Some(summary.clone())
            })
        });
        let checked = RwSignal::new(None::<CheckedOf>);
        let checks = Memo::new(move |_| {
            checked.with(|checked| {
                let (of, token_of, checks) = checked.as_ref()?;
                let is_current = *token_of == token.get() && inspection.with(|i| i == of);
                is_current.then(|| checks.clone())
            })
        });
        let findings = Memo::new(move |_| {
            let mut findings = checks.with(|checks| {
                let checks = checks.as_ref();
                checks.map_or_else(Vec::new, |checks| checks.findings.clone())
            });
            // What verification found odd is said once, by whichever says it first.
            if let Signature::Verdict(verdict) = signature.get() {
                for warning in &verdict.warnings {
                    if !findings.iter().any(|finding| finding.code == warning.code) {
                        findings.push(warning.clone());
                    }
                }
            }
            crate::order::by(&mut findings, |a, b| b.severity.cmp(&a.severity));
            Arc::new(findings)
        });

        let reasons = RwSignal::new(None::<(Asked, Arc<Vec<Diagnosis>>)>);
        let asked_why = Memo::new(move |_| {
            let inspection = inspection.get();
            let has_key = key.with(|key| !key.text.expose().is_empty());
            let failed = match signature.get() {
                Signature::Verdict(verdict) => matches!(
                    verdict.state,
                    SignatureState::Invalid
                        | SignatureState::KeyError
                        | SignatureState::Unsupported
                        | SignatureState::DecryptFailed
                ),
                // A paste in which no token was found may hold a broken one.
                Signature::NoToken => inspection.found == Found::Nothing,
                Signature::Checking | Signature::NoAnswer(_) => false,
            };
            (failed && has_key).then(|| Asked {
                inspection,
                token: token.get(),
                key: key.get(),
            })
        });
        let diagnosis = Memo::new(move |_| {
            let Some(asked) = asked_why.get() else {
                return Reasons::NotAsked;
            };
            reasons.with(|reasons| match reasons {
                Some((of, list)) if *of == asked => Reasons::Found(list.clone()),
                _ => Reasons::Looking,
            })
        });

        Session {
            screen: RwSignal::new(Screen::Inspect),
            paste,
            picked,
            key_text,
            reading,
            fetched,
            last_source,
            jwks_url: RwSignal::new(String::new()),
            fetching: RwSignal::new(Fetching::Idle),
            expect_iss,
            expect_aud,
            leeway_text,
            clock_text,
            now,
            refused: RwSignal::new(None),
            requests: RwSignal::new(Vec::new()),
            is_empty: Memo::new(move |_| inspection.with(|i| i.found == Found::Empty)),
            inspection,
            token,
            clock,
            claims,
            key,
            key_summary,
            signature,
            diagnosis,
            findings,
            profile,
            checks,
            checked,
            asked,
            answer,
            key_answer,
            asked_why,
            reasons,
            seen: StoredValue::new(Vec::new()),
            bridge: StoredValue::new_local(bridge),
            request: StoredValue::new_local(None),
        }
    }

    /// Puts a text into the token field.
    pub fn set_paste(self, paste: String) {
        self.paste.set(paste);
        self.picked.set(0);
    }

    /// Puts a text into the key box; from now on the box counts, unless it is empty.
    pub fn set_key(self, text: String) {
        self.key_text.set(Secret::new(text));
        self.last_source.set(LastSource::Box);
        self.refused.set(None);
    }

    /// Fills the fields from an example.
    pub fn show_example(self, example: &Example) {
        self.set_paste(example.paste.to_owned());
        self.set_key(example.key.to_owned());
        self.reading.set(SecretReading::default());
        self.clock_text.set(example.clock.to_owned());
    }

    /// Fills the fields from a deep link.
    pub fn open_link(self, link: Link) {
        self.screen.set(Screen::Inspect);
        if !link.tokens.is_empty() {
            self.set_paste(link.tokens.join("\n"));
        }
        if let Some(key) = link.key {
            self.set_key(key);
        }
        if let Some(url) = link.jwks {
            self.jwks_url.set(url);
        }
        self.refused.set(link.refused);
    }

    /// Empties the token, the keys and everything that was set for them.
    pub fn clear(self) {
        self.set_paste(String::new());
        self.set_key(String::new());
        self.fetched.set(None);
        self.fetching.set(Fetching::Idle);
        self.clock_text.set(String::new());
        self.answer.set(None);
        self.key_answer.set(None);
        self.reasons.set(None);
    }

    /// Fetches the JWK Set at the URL that was clicked.
    pub fn fetch(self, url: fetch::ClickedUrl) {
        self.cancel_fetch();
        let shown = url.as_str().to_owned();
        if !fetch::is_allowed(&shown) {
            self.fetching
                .set(Fetching::Failed(shown, FetchProblem::Policy));
            return;
        }
        self.fetching.set(Fetching::Running(shown));
        let running = fetch::get(url.clone(), move |result| self.fetched(&url, result));
        self.request.set_value(running);
    }

    /// Ends a fetch that is under way.
    pub fn cancel_fetch(self) {
        if let Some(running) = self.request.try_update_value(Option::take).flatten() {
            running.cancel();
        }
    }

    /// The network's answer. A request that was cancelled for a newer one says nothing.
    fn fetched(self, url: &fetch::ClickedUrl, result: Result<fetch::Fetched, fetch::FetchFailure>) {
        let waiting = Fetching::Running(url.as_str().to_owned());
        if self.fetching.with_untracked(|state| *state != waiting) {
            return;
        }
        let failed = |problem| Fetching::Failed(url.as_str().to_owned(), problem);
        self.fetching.set(match result {
            Err(failure) => failed(FetchProblem::Fetch(failure)),
            Ok(set) => match jwks_answer::read(&set.text) {
                Answer::NotJson => failed(FetchProblem::NotJson),
                Answer::OtherJson => failed(FetchProblem::NoKeys),
                Answer::Discovery(uri) => {
                    self.jwks_url.set(uri.clone());
                    Fetching::Discovery(uri)
                }
                Answer::Keys(count) => {
                    self.fetched.set(Some(set));
                    self.last_source.set(LastSource::Fetched);
                    Fetching::Keys(count)
                }
            },
        });
    }

    /// Makes the changes that a diagnosis proposes.
    pub fn apply(self, fixes: &[Fix]) {
        for fix in fixes {
            match fix {
                Fix::SetKey { text, reading } => {
                    self.set_key(text.expose().clone());
                    self.reading.set(*reading);
                }
                Fix::SetPaste(paste) => self.set_paste(paste.clone()),
            }
        }
    }

    /// Asks the worker; for jobs that are not this session's own.
    pub fn ask(
        self,
        purpose: Purpose,
        job: Job,
        answer: impl FnOnce(Result<JobOutcome, Failure>) + 'static,
    ) {
        self.bridge
            .with_value(|bridge| bridge.ask(Lane::Quick, purpose, job, answer));
    }

    /// Forgets the job of this purpose.
    pub fn forget(self, purpose: Purpose) {
        self.bridge.with_value(|bridge| bridge.forget(purpose));
    }
}

/// Seconds of leeway as typed; `None` when that is no number. Empty: 0.
pub fn leeway(text: &str) -> Option<u32> {
    match text.trim() {
        "" => Some(0),
        digits => digits.parse().ok(),
    }
}

/// Asks the worker whenever the question changes. The effects write to the outside world; what
/// comes back from there is put into `answer` and `key_answer` here and nowhere else.
pub fn answers(session: Session) {
    effect(move || {
        let Some(asked) = session.asked.get() else {
            session.forget(Purpose::Verify);
            return;
        };
        let job = Job::Verify {
            paste: asked.inspection.paste.clone(),
            question: Question {
                token: asked.token,
                key: (*asked.key).clone(),
                content: None,
            },
        };
        session.ask(Purpose::Verify, job, move |outcome| {
            let verdict = match outcome {
                Ok(JobOutcome::Verified(verdict)) => Ok(Arc::from(verdict)),
                Ok(_) => Err(Failure::Stopped(String::new())),
                Err(failure) => Err(failure),
            };
            session.answer.set(Some((asked, verdict)));
        });
    });
    effect(move || {
        let key = session.key.get();
        if key.text.expose().is_empty() {
            session.forget(Purpose::ReadKey);
            return;
        }
        session.ask(
            Purpose::ReadKey,
            Job::ReadKey((*key).clone()),
            move |outcome| {
                if let Ok(JobOutcome::KeyRead(summary)) = outcome {
                    session.key_answer.set(Some((key, Arc::new(summary))));
                }
            },
        );
    });
}

/// Asks for the checks once the verdict is there, which says what key it was; again when the
/// verdict on the claims changes, because a profile's rules look at the clock.
pub fn checks(session: Session) {
    let claims = Memo::new(move |_| session.claims.with(|verdict| verdict.state));
    effect(move || {
        let (inspection, token) = (session.inspection.get(), session.token.get());
        let key = match session.signature.get() {
            Signature::Verdict(verdict) => verdict.key.clone(),
            Signature::NoAnswer(_) => None,
            Signature::Checking | Signature::NoToken => {
                session.forget(Purpose::Check);
                return;
            }
        };
        claims.track();
        let job = Job::Check {
            paste: inspection.paste.clone(),
            token,
            key: key.map(Box::new),
            clock: session.clock.get_untracked(),
            profile: session.profile.get(),
        };
        session.ask(Purpose::Check, job, move |outcome| {
            if let Ok(JobOutcome::Checked {
                findings,
                profiles,
                profile,
                profile_says,
            }) = outcome
            {
                let checked = Checked {
                    findings,
                    profiles,
                    profile,
                    profile_says,
                };
                let checked = (inspection, token, Arc::new(checked));
                session.checked.set(Some(checked));
            }
        });
    });
}

/// Tokens that are remembered, so that an edited one can be told from its original.
const MOST_SEEN: usize = 20;

/// Asks why, whenever a signature does not hold; in the slow lane, so that verifying goes on.
pub fn reasons(session: Session) {
    effect(move || {
        let Some(asked) = session.asked_why.get() else {
            session
                .bridge
                .with_value(|bridge| bridge.forget(Purpose::Diagnose));
            return;
        };
        let job = Job::Diagnose {
            paste: asked.inspection.paste.clone(),
            question: Question {
                token: asked.token,
                key: (*asked.key).clone(),
                content: None,
            },
            seen: session.seen.get_value(),
        };
        session.bridge.with_value(|bridge| {
            // The search for an older question is of no use any more.
            bridge.cancel_slow();
            bridge.ask(Lane::Slow, Purpose::Diagnose, job, move |outcome| {
                let list = match outcome {
                    Ok(JobOutcome::Diagnosed(list)) => list,
                    Ok(_) | Err(_) => Vec::new(),
                };
                session.reasons.set(Some((asked, Arc::new(list))));
            });
        });
    });
    effect(move || {
        let signature = session.signature.get();
        let (inspection, token) = (session.inspection.get(), session.token.get());
        let Some(token) = inspection.tokens.get(token) else {
            return;
        };
        if !matches!(signature, Signature::Checking) && token.source.text.len() < 100_000 {
            let text = token.source.text.clone();
            session.seen.update_value(|seen| {
                seen.retain(|other| *other != text);
                seen.insert(0, text);
                seen.truncate(MOST_SEEN);
            });
        }
    });
}

/// Follows the browser's clock and language for as long as the page lives.
pub fn follow(session: Session) {
    clock::on_tick(move |now| session.now.set(now));
    page::set_language("en");
}

/// The session of this page. Call it in a component's body.
pub fn session() -> Session {
    expect_context()
}
