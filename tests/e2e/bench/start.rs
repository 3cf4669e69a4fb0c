//! From navigation to the first decode, with nothing cached: a link carries the token, so what is
//! timed ends with a decode that somebody can read, not with a page that says it is ready.

use anyhow::{Context, Result};
use harness::Page;
use harness::speed::{SHIFTS, SIGHT};
use serde_json::{Value, json};
use xtask::bench::BenchOptions;
use xtask::bench::line::{Budget, Line};

use crate::lab::{self, Lab, Whose};
use crate::tokens::{mark, token};

/// 150 ms and 1.6 Mbit/s.
const SLOW_4G: &str = "slow 4G";
const LOCAL: &str = "local";

/// The sizes at which nothing may jump.
const SIZES: [(u32, u32); 2] = [(1440, 900), (390, 844)];

/// What one start came to.
#[derive(Debug, Default)]
struct Start {
    decoded: f64,
    first_text: f64,
    requests: f64,
    worker: Option<f64>,
}

/// Before the page's own scripts. `MARK` is what the token says.
const TIMES: &str = "
    globalThis.workerReady = null;
    globalThis.Worker = class extends Worker {
        constructor(...rest) {
            super(...rest);
            this.addEventListener('message', ({ data }) => {
                if (data === true) globalThis.workerReady ??= performance.now();
            });
        }
    };
    painted(MARK, () => 0).then(at => {
        const files = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= at);
        const [text] = performance.getEntriesByName('first-contentful-paint');
        globalThis.started = { decoded: at, requests: files.length + 1, text: text?.startTime ?? at };
    });";

/// See the module.
///
/// # Errors
/// When a page does not decode.
pub async fn measure(lab: &Lab, options: &BenchOptions) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    if options.wants("start") {
        lines.extend(times(lab).await?);
    }
    if options.wants("shift") {
        lines.extend(shifts(lab).await?);
    }
    Ok(lines)
}

async fn times(lab: &Lab) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for (network, budget) in [(LOCAL, 250.0), (SLOW_4G, 1300.0)] {
        let (mut ours, mut floor) = (Vec::new(), Vec::new());
        for _ in 0..lab.runs {
            for (whose, list) in Whose::BOTH.into_iter().zip([&mut ours, &mut floor]) {
                list.push(
                    lab.fresh(async |page| start(lab, page, whose, network).await)
                        .await?,
                );
            }
        }
        let of = |list: &[Start], what: fn(&Start) -> f64| list.iter().map(what).collect();
        let said = |what: &str| format!("{what}, {network}");
        lines.push(
            Line::new(
                "start",
                said("first decode on screen"),
                "ms",
                of(&ours, |one| one.decoded),
            )
            .beside("floor", of(&floor, |one| one.decoded))
            .within(Budget::AtMost(budget)),
        );
        lines.push(
            Line::new(
                "start",
                said("first text on screen"),
                "ms",
                of(&ours, |one| one.first_text),
            )
            .beside("floor", of(&floor, |one| one.first_text)),
        );
        if network == LOCAL {
            lines.push(Line::new(
                "start",
                "requests until then",
                "",
                of(&ours, |one| one.requests),
            ));
            let late = ours
                .iter()
                .filter_map(|one| Some(one.worker? - one.decoded));
            lines.push(
                Line::new(
                    "start",
                    "worker ready after the first decode",
                    "ms",
                    late.collect(),
                )
                .within(Budget::AtMost(150.0)),
            );
        }
    }
    Ok(lines)
}

async fn start(lab: &Lab, page: &Page, whose: Whose, network: &str) -> Result<Start> {
    let mark = mark();
    page.before_load(SIGHT).await?;
    page.before_load(&TIMES.replace("MARK", &json!(mark).to_string()))
        .await?;
    page.devtools("Network.enable", json!({})).await?;
    if network == SLOW_4G {
        page.devtools(
            "Network.emulateNetworkConditions",
            json!({
                "offline": false, "latency": 150,
                "downloadThroughput": 200_000, "uploadThroughput": 200_000,
            }),
        )
        .await?;
    }
    let url = format!("{}#token={}", lab.url(page, whose), token(1000, &mark));
    page.client().goto(&url).await?;
    let told = lab::left(page, "started").await?;
    let number = |name: &str| {
        let number = told.get(name).and_then(Value::as_f64);
        number.with_context(|| format!("no {name} in {told}"))
    };
    let worker = match (whose, network) {
        (Whose::Ours, LOCAL) => lab::left(page, "workerReady").await?.as_f64(),
        _ => None,
    };
    Ok(Start {
        decoded: number("decoded")?,
        first_text: number("text")?,
        requests: number("requests")?,
        worker,
    })
}

async fn shifts(lab: &Lab) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for (width, height) in SIZES {
        let mut values = Vec::new();
        for _ in 0..lab.runs.min(3) {
            let shift = lab.fresh(async |page| {
                page.before_load(SHIFTS).await?;
                page.emulate_size(width, height).await?;
                page.open().await?;
                lab::at_rest(page).await?;
                page.layout_shift().await
            });
            values.push(shift.await?.0);
        }
        let what = format!("cumulated layout shift of a start at {width}×{height}");
        lines.push(Line::new("shift", what, "", values).within(Budget::Never(0.0)));
    }
    Ok(lines)
}
