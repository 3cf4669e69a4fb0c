//! What Criterion measured on this machine without a browser (`benches/`), as it left it behind.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;
use xtask::bench::HOST;
use xtask::bench::line::Line;
use xtask::workspace;

/// One line per benchmark that says how much it reads at a time, in MB a second; for the others
/// the milliseconds.
///
/// # Errors
/// When nothing was measured.
pub fn read() -> Result<Vec<Line>> {
    let folder = workspace::target().join("criterion");
    let mut lines = Vec::new();
    for group in folders(&folder)? {
        for one in folders(&group)? {
            let new = one.join("new");
            if new.join("benchmark.json").is_file() {
                lines.push(line(&new)?);
            }
        }
    }
    anyhow::ensure!(
        !lines.is_empty(),
        "Criterion left nothing in {}",
        folder.display()
    );
    Ok(lines)
}

fn line(new: &Path) -> Result<Line> {
    let what = json(&new.join("benchmark.json"))?;
    let times = json(&new.join("sample.json"))?;
    let list = |name: &str| -> Vec<f64> {
        let list = times.get(name).and_then(Value::as_array);
        list.into_iter()
            .flatten()
            .filter_map(Value::as_f64)
            .collect()
    };
    let name = what.get("full_id").and_then(Value::as_str);
    let name = name.context("a benchmark without a name")?.to_owned();
    let bytes = what.pointer("/throughput/Bytes").and_then(Value::as_f64);
    // Nanoseconds for so many turns.
    let nanoseconds = list("times").into_iter().zip(list("iters"));
    let each = nanoseconds.map(|(time, turns)| time / turns);
    Ok(match bytes {
        Some(bytes) => Line::new(
            HOST,
            name,
            "MB/s",
            each.map(|time| bytes * 1e3 / time).collect(),
        ),
        None => Line::new(HOST, name, "ms", each.map(|time| time / 1e6).collect()),
    })
}

fn json(file: &Path) -> Result<Value> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{} could not be read", file.display()))?;
    Ok(serde_json::from_str(&text)?)
}

fn folders(of: &Path) -> Result<Vec<std::path::PathBuf>> {
    let entries = std::fs::read_dir(of).with_context(|| {
        format!(
            "{} is not there; `cargo xtask bench` makes it",
            of.display()
        )
    })?;
    let mut found: Vec<_> = entries
        .filter_map(|entry| entry.ok())
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    Ok(found)
}
