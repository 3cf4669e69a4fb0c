//! What the page asks its workers for through the session, beside the session's own questions.

use super::Session;
use crate::browser::bridge::{Failure, Lane, Purpose};
use crate::job::{Job, JobOutcome};
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
}
