//! What the person typed, and everything that follows from it. The fields are the source; all
//! that is shown is derived. There is one exception, which is the same everywhere: an answer of
//! the worker or the network arrives when it arrives, and is put into a signal by the effects of `work.rs`.

mod answer;
mod asking;
mod expected;
mod fetching;
mod key;
mod settled;
mod work;

pub use answer::{Checked, Guessed, LastSource, Reasons, Signature};
pub use expected::{Expected, leeway};
pub use fetching::{FetchProblem, Fetching, Offer};
pub use settled::Look;
pub use work::{answers, checks, follow, reasons};

use crate::browser::bridge::Bridge;
use crate::browser::{clock, fetch};
use crate::checks::{Certainty, SeenSignature, being, unsaid};
use crate::diagnosis::{Diagnosis, Fix};
use crate::diagnostic::Diagnostic;
use crate::inspect::{Found, Inspection, inspect};
use crate::job::{KeySummary, ProfileChoice};
use crate::judge::{ClaimsVerdict, Expectations, judge, parse_clock};
use crate::jwks::{Cache, FetchedSet};
use crate::keys::facts::{KeyInput, KeySource, SecretReading};
use crate::nesting::{Inside, Trail};
use crate::secret::Secret;
use crate::ui::deep_link::{Link, Refused, Screen};
use crate::ui::examples::Example;
use crate::ui::state::{Memo, RwSignal};
use crate::verify::SignatureState;
use answer::{Answered, Asked, CheckedOf};
use leptos::prelude::{LocalStorage, StoredValue, WithValue, expect_context};
use std::sync::Arc;

/// The state of the page. All copies are the same session.
#[derive(Clone, Copy)]
pub struct Session {
    /// Which screen is shown.
    pub screen: RwSignal<Screen>,
    /// The token field, byte for byte.
    pub paste: RwSignal<String>,
    /// Tokens in tokens that were gone into.
    pub trail: RwSignal<Trail>,
    /// Which token of the paste was picked.
    pub picked: RwSignal<usize>,
    /// The key box, byte for byte.
    pub key_text: RwSignal<Secret<String>>,
    /// The password of an encrypted private key.
    pub password: RwSignal<Secret<String>>,
    /// Detached content, once it was given.
    pub content: RwSignal<Option<String>>,
    /// How a bare secret is read.
    pub reading: RwSignal<SecretReading>,
    /// The fetched JWK Set that was used last.
    pub used: RwSignal<Option<Arc<FetchedSet>>>,
    /// Every JWK Set that was fetched since the page was opened.
    pub fetched_sets: RwSignal<Cache>,
    /// Which of the two was used last.
    pub last_source: RwSignal<LastSource>,
    /// The URL field.
    pub jwks_url: RwSignal<String>,
    /// What the fetch is at.
    pub fetching: RwSignal<Fetching>,
    /// What there is to say of the last answer: where it came from, what has changed.
    pub fetch_says: RwSignal<Vec<Diagnostic>>,
    /// What is expected of the claims, as typed.
    pub expect: Expected,
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
    /// What the paste, or the token in it that was gone into, is; decrypted content is in it.
    pub inspection: Memo<Arc<Inspection>>,
    /// The same, and the token that is looked at, once that has been painted: for what nobody
    /// waits for.
    pub settled: Memo<Look>,
    /// What is inside the token: another token, too, as far as they are shown.
    pub inside: Memo<Inside>,
    /// Whether opening the token waits for a click.
    pub needs_consent: Memo<bool>,
    /// Whether work that was agreed to is under way.
    pub is_working: Memo<bool>,
    /// Which token is looked at: the picked one, if it is there.
    pub token: Memo<usize>,
    /// `iss` of the token; empty without one.
    pub iss: Memo<String>,
    /// What is known of a `kid` that the fetched set in use does not have.
    pub missing_kid: Memo<Option<Diagnostic>>,
    /// The moment at which claims are judged.
    pub clock: Memo<i64>,
    /// What the claims are held against.
    pub expectations: Memo<Expectations>,
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

    /// The secret that was found in a list, and the token that it is of.
    pub guessed: RwSignal<Option<Guessed>>,
    /// What the token is held to.
    pub profile: RwSignal<ProfileChoice>,
    /// What the checks and the profile say; `None` while the worker is at it.
    pub checks: Memo<Option<Arc<Checked>>>,

    checked: RwSignal<Option<CheckedOf>>,
    agreed: RwSignal<Option<Asked>>,
    asked: Memo<Option<Asked>>,
    answer: RwSignal<Option<Answered>>,
    key_answer: RwSignal<Option<(Arc<KeyInput>, Arc<KeySummary>)>>,
    asked_why: Memo<Option<Asked>>,
    reasons: RwSignal<Option<(Asked, Arc<Vec<Diagnosis>>)>>,
    stopped: RwSignal<Option<Asked>>,
    seen: StoredValue<Vec<String>>,
    seen_signatures: StoredValue<Vec<SeenSignature>>,
    bridge: StoredValue<Bridge, LocalStorage>,
    request: StoredValue<Option<fetch::Running>, LocalStorage>,
}

impl Session {
    /// An empty session with its worker starting.
    pub fn new(bridge: Bridge) -> Self {
        let paste = RwSignal::new(String::new());
        let picked = RwSignal::new(0);
        let key_text = RwSignal::new(Secret::<String>::default());
        let reading = RwSignal::new(SecretReading::default());
        let used = RwSignal::new(None::<Arc<FetchedSet>>);
        let fetched_sets = RwSignal::new(Cache::default());
        let last_source = RwSignal::new(LastSource::Box);
        let profile = RwSignal::new(ProfileChoice::default());
        let expect = Expected::new();
        let leeway_text = RwSignal::new(String::new());
        let clock_text = RwSignal::new(String::new());
        let now = RwSignal::new(clock::now());
        let answer = RwSignal::new(None::<Answered>);
        let key_answer = RwSignal::new(None::<(Arc<KeyInput>, Arc<KeySummary>)>);

        let trail = RwSignal::new(Trail::default());
        let password = RwSignal::new(Secret::<String>::default());
        let content = RwSignal::new(None::<String>);
        let agreed = RwSignal::new(None::<Asked>);
        let pasted = Memo::new(move |before: Option<&Arc<Inspection>>| {
            let inside = trail.with(|trail| trail.text().map(inspect));
            let now = inside.unwrap_or_else(|| paste.with(|paste| inspect(paste)));
            // The same text once more is the same token, and all that is known of it holds.
            let same = before.filter(|before| ***before == now).cloned();
            same.unwrap_or_else(|| Arc::new(now))
        });
        let token = Memo::new(move |_| {
            let last = pasted.with(|i| i.tokens.len().saturating_sub(1));
            picked.get().min(last)
        });
        let newest = Memo::new(move |_| Look {
            inspection: pasted.get(),
            token: token.get(),
        });
        let painted = settled::painted(newest);
        let is_painted = Memo::new(move |_| painted.get() == newest.get());
        let clock = Memo::new(move |_| {
            let set = clock_text.with(|text| parse_clock(text).ok().flatten());
            // The browser's clock is looked at only where nothing else is said, so that a clock
            // that stands still wakes nobody.
            set.unwrap_or_else(|| now.get())
        });
        let key = key::that_counts(key_text, reading, password, used, last_source);
        let asked = Memo::new(move |before: Option<&Option<Asked>>| {
            let look = newest.get();
            if !look.has_token() {
                return None;
            }
            if !is_painted.get() {
                return before.cloned().flatten();
            }
            Some(Asked {
                inspection: look.inspection,
                token: look.token,
                key: key.get(),
                content: content.get(),
            })
        });
        // The answer to the question as it is now.
        let current = Memo::new(move |_| {
            let asked = asked.get()?;
            answer.with(|answer| {
                let (_, result) = answer.as_ref().filter(|(of, _)| *of == asked)?;
                Some(result.clone())
            })
        });
        let signature = Memo::new(move |_| {
            if !newest.with(Look::has_token) {
                return Signature::NoToken;
            }
            match current.get().filter(|_| is_painted.get()) {
                Some(Ok(answer)) => Signature::Verdict(Arc::new(answer.verdict.clone())),
                Some(Err(failure)) => Signature::NoAnswer(failure),
                None => Signature::Checking,
            }
        });
        let opened = Memo::new(move |_| {
            let plaintext = match current.get() {
                Some(Ok(answer)) => answer.plaintext.clone(),
                _ => None,
            };
            // Given content is the payload, as far as it can be looked at.
            plaintext.or_else(|| {
                let content = content.get()?;
                Some(Secret::new(content.into_bytes()))
            })
        });
        let inspection = Memo::new(move |_| {
            let Look { inspection, token } = newest.get();
            // What was opened is in the token that was painted.
            opened.with(
                |opened| match opened.as_ref().filter(|_| is_painted.get()) {
                    Some(plaintext) => {
                        Arc::new(inspection.opened(token, plaintext.expose().as_slice()))
                    }
                    None => inspection,
                },
            )
        });
        let settled = Memo::new(move |before: Option<&Look>| {
            let now = || Look {
                inspection: inspection.get(),
                token: token.get(),
            };
            let before = before.filter(|_| !is_painted.get()).cloned();
            before.unwrap_or_else(now)
        });
        let iss = Memo::new(move |_| {
            let iss = inspection.with(|inspection| {
                let payload = inspection.tokens.get(token.get())?.payload()?;
                Some(payload.get("iss")?.text()?.into_owned())
            });
            iss.unwrap_or_default()
        });
        let kid = Memo::new(move |_| of_header(inspection, token, "kid"));
        let in_use = move || {
            let is_fetched = key.with(|key| key.source != KeySource::Pasted);
            used.get().filter(|_| is_fetched)
        };
        let missing_kid = fetching::missing_kid(kid, in_use, fetched_sets);
        let inside = Memo::new(move |_| {
            let token = token.get();
            trail.with(|trail| inspection.with(|inspection| trail.inside(inspection, token)))
        });
        let needs_consent = Memo::new(move |_| {
            let asks = matches!(current.get(), Some(Ok(answer)) if answer.needs_consent);
            asks && is_painted.get()
        });
        let is_working = Memo::new(move |_| {
            if !is_painted.get() {
                return false;
            }
            let is_agreed = agreed.with(|agreed| agreed.is_some() && *agreed == asked.get());
            is_agreed && signature.with(|signature| *signature == Signature::Checking)
        });
        let checked = RwSignal::new(None::<CheckedOf>);
        let checks = Memo::new(move |_| {
            checked.with(|checked| {
                let (of, token_of, checks) = checked.as_ref()?;
                let is_current = *token_of == token.get() && inspection.with(|i| i == of);
                (is_current && is_painted.get()).then(|| checks.clone())
            })
        });
        // What an SD-JWT discloses counts like any other claim.
        let disclosed = Memo::new(move |_| {
            let checks = checks.get()?;
            checks.sd_jwt.as_ref()?.processed.clone()
        });
        let expectations = Memo::new(move |_| {
            let is_chosen = matches!(profile.get(), ProfileChoice::Chosen(_));
            let checks = checks.get();
            let beside = checks.as_ref().map(|checks| checks.beside.clone());
            let rules = checks.filter(|_| is_chosen);
            // What the profile itself says is said once.
            let own = match rules {
                Some(_) => expect.read_own(),
                None => expect.read(),
            };
            Expectations {
                leeway: leeway_text.with(|text| leeway(text)).unwrap_or(0),
                profile: rules
                    .map(|rules| rules.profile_says.clone())
                    .unwrap_or_default(),
                beside: beside.unwrap_or_default(),
                ..own
            }
        });
        let claims = Memo::new(move |_| {
            let expectations = expectations.get();
            let (token, clock) = (token.get(), clock.get());
            let disclosed = disclosed.get();
            Arc::new(inspection.with(|i| match &disclosed {
                Some(payload) => judge(
                    &i.opened(token, payload.as_bytes()),
                    token,
                    clock,
                    &expectations,
                ),
                None => judge(i, token, clock, &expectations),
            }))
        });
        let key_summary = Memo::new(move |_| {
            let key = key.get();
            key_answer.with(|answer| {
                let (_, summary) = answer.as_ref().filter(|(of, _)| *of == key)?;
                Some(summary.clone())
            })
        });
        let findings = Memo::new(move |_| {
            let mut findings = checks.with(|checks| {
                let checks = checks.as_ref();
                checks.map_or_else(Vec::new, |checks| checks.findings.clone())
            });
            // What verification found odd is said once, by whichever says it first; where there
            // are several signatures, beside the one that it is about.
            if let Signature::Verdict(verdict) = signature.get()
                && verdict.signatures.is_empty()
            {
                // The key and the signature are there to be looked at.
                let rest = unsaid(&findings, &verdict.warnings).into_iter();
                let rest: Vec<_> = rest
                    .map(|one| being(one.clone(), Certainty::Known))
                    .collect();
                findings.extend(rest);
            }
            crate::order::by(&mut findings, |a, b| b.severity.cmp(&a.severity));
            Arc::new(findings)
        });

        let reasons = RwSignal::new(None::<(Asked, Arc<Vec<Diagnosis>>)>);
        let asked_why = Memo::new(move |_| {
            let Look { inspection, token } = painted.get();
            if !is_painted.get() {
                return None;
            }
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
                token,
                key: key.get(),
                content: content.get(),
            })
        });
        let stopped = RwSignal::new(None::<Asked>);
        let diagnosis = Memo::new(move |_| {
            let Some(asked) = asked_why.get() else {
                return Reasons::NotAsked;
            };
            if stopped.with(|stopped| stopped.as_ref() == Some(&asked)) {
                return Reasons::Stopped;
            }
            reasons.with(|reasons| match reasons {
                Some((of, list)) if *of == asked => Reasons::Found(list.clone()),
                _ => Reasons::Looking,
            })
        });

        Session {
            screen: RwSignal::new(Screen::Inspect),
            paste,
            trail,
            picked,
            key_text,
            password,
            content,
            reading,
            used,
            fetched_sets,
            last_source,
            jwks_url: RwSignal::new(String::new()),
            fetching: RwSignal::new(Fetching::Idle),
            fetch_says: RwSignal::new(Vec::new()),
            expect,
            expectations,
            leeway_text,
            clock_text,
            now,
            refused: RwSignal::new(None),
            requests: RwSignal::new(Vec::new()),
            is_empty: Memo::new(move |_| inspection.with(|i| i.found == Found::Empty)),
            inspection,
            settled,
            inside,
            needs_consent,
            is_working,
            token,
            iss,
            missing_kid,
            clock,
            claims,
            key,
            key_summary,
            signature,
            diagnosis,
            findings,
            guessed: RwSignal::new(None),
            profile,
            checks,
            checked,
            agreed,
            asked,
            answer,
            key_answer,
            asked_why,
            reasons,
            stopped,
            seen: StoredValue::new(Vec::new()),
            seen_signatures: StoredValue::new(Vec::new()),
            bridge: StoredValue::new_local(bridge),
            request: StoredValue::new_local(None),
        }
    }

    /// Puts a text into the token field.
    pub fn set_paste(self, paste: String) {
        #[cfg(feature = "panic-on-demand")]
        crate::browser::demand::of_paste(&paste);
        self.leave_to(0);
        self.content.set(None);
        self.paste.set(paste);
        self.picked.set(0);
    }

    /// Goes into the token inside the one that is looked at.
    pub fn go_inside(self) {
        if let Inside::Token(text) = self.inside.get_untracked() {
            self.enter(text);
        }
    }

    /// Goes into a token that a value of this one holds.
    pub fn go_into(self, text: String) {
        if self.trail.with_untracked(Trail::is_open) {
            self.enter(text);
        }
    }

    fn enter(self, text: String) {
        let outer = self.inspection.get_untracked();
        let token = self.token.get_untracked();
        self.trail.update(|trail| trail.enter(&outer, token, text));
        self.picked.set(0);
        self.content.set(None);
    }

    /// Goes back out until this many tokens in tokens are gone into.
    pub fn leave_to(self, depth: usize) {
        if self.trail.with_untracked(|trail| trail.outer().len()) > depth {
            self.trail.update(|trail| trail.leave_to(depth));
            self.picked.set(0);
            self.content.set(None);
        }
    }

    /// Agrees to the work that the question as it is now takes.
    pub fn agree(self) {
        self.bridge.with_value(Bridge::cancel_slow);
        self.agreed.set(self.asked.get_untracked());
    }

    /// Ends work that was agreed to; the question is asked again without.
    pub fn cancel_work(self) {
        self.bridge.with_value(Bridge::cancel_slow);
        self.agreed.set(None);
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
        self.used.set(None);
        self.fetching.set(Fetching::Idle);
        self.clock_text.set(String::new());
        self.expect.forget_beside();
        self.answer.set(None);
        self.key_answer.set(None);
        self.reasons.set(None);
        self.guessed.set(None);
    }

    /// A Header Parameter of the token that is a string.
    pub fn of_header(self, name: &str) -> Option<String> {
        of_header(self.inspection, self.token, name)
    }

    /// Whether the key that counts was fetched.
    pub fn is_fetched(self) -> bool {
        self.key.with(|key| key.source != KeySource::Pasted)
    }

    /// Ends the search for why it does not verify.
    pub fn stop_reasons(self) {
        self.stopped.set(self.asked_why.get_untracked());
    }

    /// Takes the search up again, from the start.
    pub fn resume_reasons(self) {
        self.stopped.set(None);
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

    /// The paste and the question as they are now; `None` without a token.
    pub fn question(self) -> Option<(String, crate::verify::Question)> {
        let asked = self.asked.get()?;
        Some((asked.inspection.paste.clone(), asked.question()))
    }
}

fn of_header(inspection: Memo<Arc<Inspection>>, token: Memo<usize>, name: &str) -> Option<String> {
    inspection.with(|inspection| {
        let header = inspection.tokens.get(token.get())?.header()?;
        Some(header.get(name)?.text()?.into_owned())
    })
}

/// The session of this page. Call it in a component's body.
pub fn session() -> Session {
    expect_context()
}
