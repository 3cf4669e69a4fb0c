//! Keys from the network: what was asked on a click, what came of it, and what is kept of it.

use super::{LastSource, Session};
use crate::browser::bridge::{Failure, Purpose};
use crate::browser::fetch;
use crate::diagnostic::Diagnostic;
use crate::job::{Job, JobOutcome};
use crate::jwks::{Answer, Cache, FetchedSet, Got, redirected};
use crate::ui::state::{Memo, RwSignal};
use leptos::prelude::{SetValue, UpdateValue};
use std::sync::Arc;

/// What a fetch is at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetching {
    /// Nothing was fetched.
    Idle,
    /// Waiting for this URL.
    Running(String),
    /// A set with this many keys came.
    Keys(usize),
    /// Metadata came: the set stands at this URL.
    Metadata(String),
    /// No answer, or none that can be used.
    Failed(String, FetchProblem),
}

/// Why a fetch brought no keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchProblem {
    /// There was no answer.
    Fetch(fetch::FetchFailure),
    /// It cannot be used.
    Answer(Diagnostic),
    /// Nobody could read it.
    NoWorker(Failure),
    /// The page's policy does not let it ask this host.
    Policy,
}

/// A URL that is offered for a click.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The exact URL.
    pub url: String,
    /// The issuer that metadata there must name; empty where it is not known.
    pub issuer: String,
    /// The Header Parameter that names it, when the token does.
    pub named_by: Option<String>,
}

impl Session {
    /// Fetches what stands at the URL that was clicked.
    pub fn fetch(self, url: fetch::ClickedUrl, offer: Offer) {
        self.cancel_fetch();
        let shown = url.as_str().to_owned();
        self.fetch_says.set(Vec::new());
        if !fetch::is_allowed(&shown) {
            self.fetching
                .set(Fetching::Failed(shown, FetchProblem::Policy));
            return;
        }
        self.fetching.set(Fetching::Running(shown));
        let running = fetch::get(url, move |result| self.fetched(offer, result));
        self.request.set_value(running);
    }

    /// Ends a fetch that is under way.
    pub fn cancel_fetch(self) {
        if let Some(running) = self.request.try_update_value(Option::take).flatten() {
            running.cancel();
        }
    }

    /// The network's answer. A request that was cancelled for a newer one says nothing.
    fn fetched(self, offer: Offer, result: Result<fetch::Fetched, fetch::FetchFailure>) {
        let waiting = Fetching::Running(offer.url.clone());
        if self.fetching.with_untracked(|state| *state != waiting) {
            return;
        }
        let fetched = match result {
            Ok(fetched) => fetched,
            Err(failure) => {
                if let fetch::FetchFailure::Status(_, from) = &failure
                    && *from != offer.url
                {
                    self.fetch_says.set(vec![redirected(&offer.url, from)]);
                }
                let problem = FetchProblem::Fetch(failure);
                self.fetching.set(Fetching::Failed(offer.url, problem));
                return;
            }
        };
        let before = self.fetched_sets.with_untracked(|sets| {
            let before = sets.latest(&fetched.url)?;
            Some(Box::new((**before).clone()))
        });
        let got = Got {
            asked: fetched.url,
            from: fetched.from,
            at: fetched.at,
            text: fetched.text,
            issuer: offer.issuer.clone(),
            iss: self.iss.get_untracked(),
            named_by: offer.named_by.clone(),
        };
        let job = Job::ReadFetched {
            got: Box::new(got),
            before,
        };
        self.ask(Purpose::ReadFetched, job, move |outcome| {
            if self.fetching.with_untracked(|state| *state != waiting) {
                return;
            }
            self.fetching.set(match outcome {
                Ok(JobOutcome::FetchedRead(reading)) => {
                    self.fetch_says.set(reading.says);
                    self.answered(offer, reading.answer)
                }
                Ok(_) => failed(
                    offer,
                    FetchProblem::NoWorker(Failure::Stopped(String::new())),
                ),
                Err(failure) => failed(offer, FetchProblem::NoWorker(failure)),
            });
        });
    }

    fn answered(self, offer: Offer, answer: Answer) -> Fetching {
        match answer {
            Answer::Set(set) => {
                let count = set.keys.len();
                let set = Arc::new(set);
                self.fetched_sets.update(|sets| sets.keep(set.clone()));
                self.use_set(set);
                Fetching::Keys(count)
            }
            Answer::Metadata(uri) => {
                self.jwks_url.set(uri.clone());
                Fetching::Metadata(uri)
            }
            Answer::Refused(why) => failed(offer, FetchProblem::Answer(why)),
        }
    }

    /// Uses a set that was fetched; from now on it counts.
    pub fn use_set(self, set: Arc<FetchedSet>) {
        self.used.set(Some(set));
        self.last_source.set(LastSource::Fetched);
    }
}

/// What is known of the `kid` of a token that the fetched set in use does not have.
pub(super) fn missing_kid(
    kid: Memo<Option<String>>,
    used: impl Fn() -> Option<Arc<FetchedSet>> + Send + Sync + 'static,
    sets: RwSignal<Cache>,
) -> Memo<Option<Diagnostic>> {
    Memo::new(move |_| {
        let (kid, used) = (kid.get()?, used()?);
        sets.with(|sets| sets.missing(&used.url, &kid))
    })
}

fn failed(offer: Offer, problem: FetchProblem) -> Fetching {
    Fetching::Failed(offer.url, problem)
}
