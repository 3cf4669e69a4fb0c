//! A test as a value, and running all of them in every engine asked for.
//!
//! libtest-mimic gives the command line and the closing line of `cargo test`;
//! a runner of our own gives the drivers a place to end.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Result, bail};
use libtest_mimic::{Arguments, Failed, Trial};
use xtask::setup::browsers::{self, Engine, RAN, Wanted};
use xtask::setup::step;
use xtask::workspace;

use crate::Page;
use crate::driver::{Drivers, Seat};

/// Tests at a time in one engine; each has a browser to itself.
const AT_A_TIME: usize = 2;

/// A browser that hangs fails its test, and the others go on.
const LIMIT: Duration = Duration::from_secs(300);
/// The same for what stands around a test.
const LIMIT_AROUND: Duration = Duration::from_secs(45);

/// What a test returns while it runs.
pub type Running<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// How the browser of a test reaches servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// As always.
    Direct,
    /// Everything by way of a [`Proxy`](crate::proxy::Proxy) that writes it down.
    Recorded,
}

/// One test. Made by [`cases!`](crate::cases).
#[derive(Clone, Copy)]
pub struct Case {
    /// The file's name and the function's, with `::` between.
    pub name: &'static str,
    /// The test; its page is closed when it ends, however it ends. Its browser may be that of the
    /// test before it, if that one passed.
    pub run: for<'a> fn(&'a Page) -> Running<'a>,
    /// The engines it can run in.
    pub engines: &'static [Engine],
    /// How its browser reaches servers.
    pub network: Network,
}

/// A list of tests: `cases!["smoke": a, b]` from `async fn a(page: &Page) -> Result<()>`.
#[macro_export]
macro_rules! cases {
    ($file:literal: $($test:ident),* $(,)?) => {
        $crate::cases![$file, &::xtask::setup::browsers::Engine::ALL; $($test),*]
    };
    ($file:literal, $engines:expr; $($test:ident),* $(,)?) => {
        $crate::cases![$file, $engines, $crate::case::Network::Direct; $($test),*]
    };
    ($file:literal, $engines:expr, $network:expr; $($test:ident),* $(,)?) => {
        &[$($crate::Case {
            name: concat!($file, "::", stringify!($test)),
            run: |page| Box::pin($test(page)),
            engines: $engines,
            network: $network,
        }),*]
    };
}

/// Runs the tests in the engines that `E2E_ENGINES` lists, every one of them in each; without it
/// in every engine, and then in those but the first only what `by_engine` names: tests, or the
/// files of tests, whose outcome is the engine's doing.
pub fn run_all(cases: &[Case], by_engine: &[&str]) -> ExitCode {
    match run(cases, by_engine) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// What one engine has of a run.
struct Share {
    engine: Engine,
    /// Tests that it could run.
    possible: usize,
    /// Tests that this run has for it.
    taken: usize,
    /// Tests that ran; a filter leaves some out.
    ran: Arc<AtomicUsize>,
}

fn run(cases: &[Case], by_engine: &[&str]) -> Result<ExitCode> {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(AT_A_TIME);
    let dist = workspace::dist();
    if !dist.join("index.html").is_file() {
        bail!("there is no dist/; `cargo xtask test --only e2e` builds it first");
    }
    for named in by_engine {
        if !cases.iter().any(|case| is_named(case, named)) {
            bail!("no test and no file of tests is called `{named}`");
        }
    }
    let wanted = Wanted::by_environment()?;
    let installed = browsers::found(wanted.engines())?;
    if installed.is_empty() {
        bail!("there is no browser to run these tests in");
    }
    let mut trials = Vec::new();
    let mut shares = Vec::new();
    for installed in installed {
        let engine = installed.engine;
        let is_taken = |case: &Case| {
            wanted.is_all_for(engine) || by_engine.iter().any(|named| is_named(case, named))
        };
        let possible = cases.iter().filter(|case| case.engines.contains(&engine));
        let taken: Vec<Case> = possible
            .clone()
            .filter(|case| is_taken(case))
            .copied()
            .collect();
        let ran = Arc::new(AtomicUsize::new(0));
        shares.push(Share {
            engine,
            possible: possible.count(),
            taken: taken.len(),
            ran: Arc::clone(&ran),
        });
        let drivers = Arc::new(Drivers::new(installed, AT_A_TIME));
        for case in taken {
            let (drivers, ran) = (Arc::clone(&drivers), Arc::clone(&ran));
            trials.push(Trial::test(
                format!("{}::{}", engine.name(), case.name),
                move || {
                    ran.fetch_add(1, Ordering::Relaxed);
                    run_one(&case, &drivers).map_err(|error| Failed::from(format!("{error:#}")))
                },
            ));
        }
    }
    // The trials own the drivers, so that these end here at the latest.
    let conclusion = libtest_mimic::run(&arguments, trials);
    say_what_ran(&shares);
    Ok(conclusion.exit_code())
}

/// A test by its whole name, or by that of its file.
fn is_named(case: &Case, named: &str) -> bool {
    let file = case.name.split("::").next();
    case.name == named || file == Some(named)
}

/// So that nobody takes a run for more than it was.
fn say_what_ran(shares: &[Share]) {
    for engine in Engine::ALL {
        let name = engine.name();
        let said = match shares.iter().find(|share| share.engine == engine) {
            None => "NOTHING RAN in it".to_owned(),
            Some(share) => {
                let ran = share.ran.load(Ordering::Relaxed);
                let Share {
                    possible, taken, ..
                } = share;
                let rest = if taken < possible {
                    format!("; E2E_ENGINES={name} runs all of them")
                } else {
                    String::new()
                };
                format!("{ran} of the {possible} tests that it can run{rest}")
            }
        };
        step(&format!("{RAN}{name}: {said}"));
    }
}

/// Runs a test, once more where a browser hung before or after it; says so when it did.
fn run_one(case: &Case, drivers: &Drivers) -> Result<()> {
    match attempt(case, drivers) {
        Err(error) if error.is::<Stuck>() => {
            let engine = drivers.installed().engine.name();
            step(&format!(
                "{engine}: {error} around {}; once more",
                case.name
            ));
            attempt(case, drivers)
        }
        outcome => outcome,
    }
}

fn attempt(case: &Case, drivers: &Drivers) -> Result<()> {
    drivers.with_seat(|seat| {
        let installed = drivers.installed();
        let is_direct = case.network == Network::Direct;
        let Seat {
            driver,
            runtime,
            session,
        } = seat;
        let page = runtime.block_on(within(LIMIT_AROUND, async {
            match (case.network, session.take()) {
                (Network::Direct, Some(session)) => Page::next(session, installed),
                (Network::Direct, None) => Page::new(driver, installed).await,
                (Network::Recorded, session) => {
                    // A driver may hold one at a time.
                    if let Some(session) = session {
                        session.close().await?;
                    }
                    Page::behind_proxy(driver, installed).await
                }
            }
        }))?;
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            let outcome = runtime.block_on(within(LIMIT, (case.run)(&page)));
            if outcome.is_err() {
                let _ = runtime.block_on(within(LIMIT_AROUND, async {
                    page.leave_evidence(case.name).await;
                    Ok(())
                }));
            }
            outcome
        }));
        let went_well = matches!(outcome, Ok(Ok(())));
        let closed = runtime.block_on(within(LIMIT_AROUND, async {
            match went_well && is_direct {
                true => page.hand_over().await,
                false => page.close().await.map(|()| None),
            }
        }));
        match outcome {
            Ok(Err(error)) if error.is::<Stuck>() => bail!("the test took too long: {error}"),
            Ok(Err(error)) => Err(error),
            Ok(Ok(())) => {
                if let Some(next) = closed? {
                    *session = Some(next);
                }
                Ok(())
            }
            Err(panic) => resume_unwind(panic),
        }
    })
}

/// A browser or its driver gave no answer.
#[derive(Debug)]
struct Stuck(Duration);

impl std::fmt::Display for Stuck {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "the browser gave no answer in {} s", self.0.as_secs())
    }
}

impl std::error::Error for Stuck {}

async fn within<T>(limit: Duration, work: impl Future<Output = Result<T>>) -> Result<T> {
    match tokio::time::timeout(limit, work).await {
        Ok(outcome) => outcome,
        Err(_) => bail!(Stuck(limit)),
    }
}
