//! Panics on demand, in a build of its own (`--features panic-on-demand`): so that a test can see
//! what becomes of the page, of what was typed, and of the worker.

use crate::job::Job;

/// A paste of this text ends the page's code.
pub const IN_THE_PAGE: &str = "panic in the page";
/// A key of this text ends the worker that verifies with it.
pub const IN_THE_WORKER: &str = "panic in the worker";

/// Panics if the paste asks for it.
#[allow(clippy::panic, reason = "it is what was asked for")]
pub fn of_paste(paste: &str) {
    if paste == IN_THE_PAGE {
        panic!("asked for in the page");
    }
}

/// Panics if the job asks for it.
#[allow(clippy::panic, reason = "it is what was asked for")]
pub fn of_job(job: &Job) {
    if let Job::Verify { question, .. } = job
        && question.key.text.expose() == IN_THE_WORKER
    {
        panic!("asked for in the worker");
    }
}
