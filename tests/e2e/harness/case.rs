//! A test as a value, and running all of them in every engine asked for.
//!
//! libtest-mimic gives the command line and the closing line of `cargo test`;
//! a runner of our own gives the drivers a place to end.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Result, bail};
use libtest_mimic::{Arguments, Failed, Trial};
use xtask::setup::browsers::{self, Engine};
use xtask::workspace;

use crate::Page;
use crate::driver::Drivers;

/// Tests at a time in one engine; each has a browser of its own.
const AT_A_TIME: usize = 2;

/// What a test returns while it runs.
pub type Running<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// One test. Made by [`cases!`](crate::cases).
#[derive(Clone, Copy)]
pub struct Case {
    /// The file's name and the function's, with `::` between.
    pub name: &'static str,
    /// The test; its page is closed when it ends, however it ends.
    pub run: for<'a> fn(&'a Page) -> Running<'a>,
    /// The engines it can run in.
    pub engines: &'static [Engine],
}

/// A list of tests: `cases!["smoke": a, b]` from `async fn a(page: &Page) -> Result<()>`.
#[macro_export]
macro_rules! cases {
    ($file:literal: $($test:ident),* $(,)?) => {
        $crate::cases![$file, &::xtask::setup::browsers::Engine::ALL; $($test),*]
    };
    ($file:literal, $engines:expr; $($test:ident),* $(,)?) => {
        &[$($crate::Case {
            name: concat!($file, "::", stringify!($test)),
            run: |page| Box::pin($test(page)),
            engines: $engines,
        }),*]
    };
}

/// Runs the tests in the engines that `E2E_ENGINES` lists, Chromium by default.
pub fn run_all(cases: &[Case]) -> ExitCode {
    match run(cases) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cases: &[Case]) -> Result<ExitCode> {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(AT_A_TIME);
    let dist = workspace::dist();
    if !dist.join("index.html").is_file() {
        bail!("there is no dist/; `cargo xtask test --only e2e` builds it first");
    }
    let mut trials = Vec::new();
    for engine in Engine::wanted()? {
        let drivers = Arc::new(Drivers::new(engine.find()?, AT_A_TIME));
        for case in cases.iter().filter(|case| case.engines.contains(&engine)) {
            let drivers = Arc::clone(&drivers);
            let case = *case;
            trials.push(Trial::test(
                format!("{}::{}", engine.name(), case.name),
                move || {
                    run_one(&case, &drivers).map_err(|error| Failed::from(format!("{error:#}")))
                },
            ));
        }
    }
    browsers::say_what_is_left_out(&Engine::wanted()?);
    // The trials own the drivers, so that these end here at the latest.
    let conclusion = libtest_mimic::run(&arguments, trials);
    Ok(conclusion.exit_code())
}

fn run_one(case: &Case, drivers: &Drivers) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    drivers.with_driver(|driver| {
        let page = runtime.block_on(Page::new(driver, drivers.installed()))?;
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            let outcome = runtime.block_on((case.run)(&page));
            if outcome.is_err() {
                runtime.block_on(page.leave_evidence(case.name));
            }
            outcome
        }));
        let closed = runtime.block_on(page.close());
        match outcome {
            Ok(outcome) => outcome.and(closed),
            Err(panic) => resume_unwind(panic),
        }
    })
}
