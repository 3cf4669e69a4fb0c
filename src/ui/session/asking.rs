//! What the page asks its workers for through the session, beside the session's own questions.

use super::Session;
use crate::browser::bridge::{Failure, Lane, Purpose};
use crate::job::{Job, JobOutcome};
use crate::report::ReportOptions;
use crate::secret::Secret;
use leptos::prelude::WithValue;

impl Session {
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

    /// Asks a worker of its own for what may take long; [`Session::cancel_long`] ends it.
    pub fn ask_long(
        self,
        purpose: Purpose,
        job: Job,
        answer: impl FnOnce(Result<JobOutcome, Failure>) + 'static,
    ) {
        self.bridge
            .with_value(|bridge| bridge.ask(Lane::Long, purpose, job, answer));
    }

    /// Ends what may take long.
    pub fn cancel_long(self) {
        self.bridge.with_value(|bridge| bridge.cancel(Lane::Long));
    }

    /// Forgets the job of this purpose.
    pub fn forget(self, purpose: Purpose) {
        self.bridge.with_value(|bridge| bridge.forget(purpose));
    }

    /// What a report is about.
    pub fn report_options(self) -> ReportOptions {
        ReportOptions {
            key: (*self.key.get_untracked()).clone(),
            now: self.clock.get_untracked(),
            expectations: self.expectations.get_untracked(),
            beside: self.expect.beside_untracked(),
            token: self.token.get_untracked(),
            content: self.content.get_untracked(),
            words: self.guessed_word().unwrap_or_default(),
        }
    }

    /// The secret of the token that is looked at, where it was found in a list.
    fn guessed_word(self) -> Option<Secret<String>> {
        let current = (self.inspection.get_untracked(), self.token.get_untracked());
        self.guessed.with_untracked(|guessed| {
            let (inspection, token, word) = guessed.as_ref()?;
            let is_of = (inspection, token) == (&current.0, &current.1);
            is_of.then(|| word.clone())
        })
    }
}
