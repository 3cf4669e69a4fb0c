//! A program beside the tests that drives a browser too: its start, and how it ends.

use std::process::ExitCode;

use anyhow::{Error, Result};

/// Runs `work` to its end; an error goes to standard error.
pub fn program(work: impl Future<Output = Result<()>>) -> ExitCode {
    let outcome = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Error::from)
        .and_then(|runtime| runtime.block_on(work));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
