//! What a long token leaves in the page's process, and what many tokens leave behind.

use std::time::Duration;

use anyhow::{Context, Result};
use harness::Page;
use serde_json::json;
use xtask::bench::line::{Budget, Line};

use crate::lab::{Lab, Whose};
use crate::tokens::{mark, token};

const PASTES: usize = 200;
const FIRST: usize = 10;

/// What the worker is asked after a paste has long been answered by then.
const UNTIL_ANSWERED: Duration = Duration::from_secs(3);

const MB: f64 = 1e6;

/// See the module.
///
/// # Errors
/// When a token is not decoded.
pub async fn measure(lab: &Lab) -> Result<Vec<Line>> {
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..lab.runs.min(3) {
        for (whose, list) in Whose::BOTH.into_iter().zip([&mut ours, &mut floor]) {
            let size = lab.fresh(async |page| after_a_megabyte(lab, page, whose).await);
            list.extend(size.await?);
        }
    }
    let [heap, wasm] = lab.fresh(async |page| many(lab, page).await).await?;
    let renderer = Line::new(
        "memory",
        "the page's process after a token of 1 MB",
        "MB",
        ours,
    );
    Ok(vec![
        renderer
            .beside("floor", floor)
            .within(Budget::AtMost(150.0)),
        heap,
        wasm,
    ])
}

async fn after_a_megabyte(lab: &Lab, page: &Page, whose: Whose) -> Result<Option<f64>> {
    let mark = mark();
    lab.open(page, whose).await?;
    page.put_on_clipboard(&token(1_000_000, &mark)).await?;
    page.focus_on("token-input").await?;
    page.press_paste().await?;
    page.sees(&mark).await?;
    tokio::time::sleep(UNTIL_ANSWERED).await;
    page.memory().await?;
    Ok(proportional_set_size(page)?.map(|bytes| bytes / MB))
}

/// Heap and WebAssembly after 200 pastes beside their level after the first 10.
async fn many(lab: &Lab, page: &Page) -> Result<[Line; 2]> {
    lab.open(page, Whose::Ours).await?;
    let mut level = (0.0, 0.0);
    for number in 1..=PASTES {
        let mark = mark();
        page.paste("token-input", &token(100_000, &mark)).await?;
        page.sees(&mark).await?;
        if number == FIRST {
            level = page.memory().await?;
        }
    }
    let last = page.memory().await?;
    let line = |what: &str, last: f64, level: f64| {
        let what = format!("{what} after {PASTES} pastes of 100 KB");
        Line::new("memory", what, "MB", vec![last / MB])
            .beside("after 10", vec![level / MB])
            .within(Budget::Share(1.2))
    };
    Ok([
        line("JavaScript heap", last.0, level.0),
        line("WebAssembly", last.1, level.1),
    ])
}

/// Bytes of the process that shows the page, what it shares counted in parts; `None` where the
/// system does not say (it is Linux that does).
fn proportional_set_size(page: &Page) -> Result<Option<f64>> {
    if !cfg!(target_os = "linux") {
        return Ok(None);
    }
    let told = page.client().capabilities();
    let browser = told.and_then(|told| told.get("goog:processID"));
    let browser = browser.and_then(serde_json::Value::as_u64);
    let browser = browser.with_context(|| format!("no process in {}", json!(told)))?;
    let sizes = std::fs::read_dir("/proc")?
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u64>().ok())
        .filter(|process| is_renderer(*process) && descends(*process, browser))
        .filter_map(kilobytes);
    // The tab's is the largest: the others wait for tabs to come.
    Ok(sizes
        .max_by(f64::total_cmp)
        .map(|kilobytes| kilobytes * 1024.0))
}

fn is_renderer(process: u64) -> bool {
    let line = std::fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    let line = String::from_utf8_lossy(&line);
    // A process that another one forked has spaces where its own would have zeros.
    let mut words = line.split(['\0', ' ']);
    let is_renderer = words.any(|word| word == "--type=renderer");
    is_renderer && !words.any(|word| word == "--top-chrome-webui")
}

fn descends(process: u64, from: u64) -> bool {
    let mut current = process;
    while current > 1 {
        if current == from {
            return true;
        }
        let Ok(status) = std::fs::read_to_string(format!("/proc/{current}/status")) else {
            return false;
        };
        let parent = status.lines().find_map(|line| line.strip_prefix("PPid:"));
        let Some(parent) = parent.and_then(|parent| parent.trim().parse().ok()) else {
            return false;
        };
        current = parent;
    }
    false
}

fn kilobytes(process: u64) -> Option<f64> {
    let text = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.split_whitespace().next()?.parse().ok()
}
