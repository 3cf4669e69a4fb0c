//! What the worker does with a job. Pure; `src/bin/worker.rs` only carries messages.

use crate::job::{Job, JobOutcome};
use rand_core::{CryptoRng, RngCore};

/// Does one job.
pub fn run(job: Job, rng: &mut (impl RngCore + CryptoRng)) -> JobOutcome {
    let _ = (job, rng);
    JobOutcome::KeyRead(crate::job::KeySummary::default())
}
