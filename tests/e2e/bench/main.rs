//! `cargo xtask bench`, measured in Chromium: prints a table and writes `target/bench.json`.
//!
//! | file | what it measures |
//! | --- | --- |
//! | `lab.rs` | nothing: fresh sessions and tabs, and the plain floor beside the product |
//! | `machine.rs` | nothing: what machine this is and how busy |
//! | `start.rs` | from navigation to the first decode; what jumps on the way |
//! | `paste.rs` | from Ctrl+V to the painted decode |
//! | `typing.rs` | what one key costs in a long token and a long payload |
//! | `crypto.rs` | verify, sign and make keys, beside WebCrypto |
//! | `memory.rs` | what a long token leaves behind, and many tokens |
//! | `tasks.rs` | what holds the page's thread up |
//! | `host.rs` | nothing: reads what Criterion measured |
// A command-line tool speaks on standard output.
#![allow(clippy::print_stdout)]

mod crypto;
mod host;
mod lab;
mod machine;
mod memory;
mod paste;
mod start;
mod tasks;
mod tokens;
mod typing;

use std::process::ExitCode;

use anyhow::Result;
use harness::program::program;
use serde_json::{Value, json};
use xtask::bench::line::{self, Budget, Line};
use xtask::bench::{BenchOptions, HOST, with_table};
use xtask::{build, size, workspace};

use lab::Lab;

fn main() -> ExitCode {
    program(run())
}

async fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let options = BenchOptions::parse(arguments.iter().map(String::as_str))?;
    let before = machine::load();
    let mut lines = Vec::new();
    let mut browser = Value::Null;
    if options.wants("bytes") {
        lines.extend(bytes()?);
    }
    if !options.only.iter().all(|part| part == HOST) || options.only.is_empty() {
        let lab = Lab::new(&options)?;
        lines.extend(start::measure(&lab, &options).await?);
        if options.wants("paste") {
            lines.extend(paste::measure(&lab).await?);
        }
        if options.wants("typing") {
            lines.extend(typing::measure(&lab).await?);
        }
        if options.wants("crypto") {
            lines.extend(crypto::measure(&lab).await?);
        }
        if options.wants("memory") {
            lines.extend(memory::measure(&lab).await?);
        }
        if options.wants("tasks") {
            lines.extend(tasks::measure(&lab).await?);
        }
        browser = lab.browser().await?;
    }
    if options.wants(HOST) {
        lines.extend(host::read()?);
    }
    let machine = machine::described(&browser, &before);
    let said = format!("{}\n\n{}", machine::sentence(&machine), line::table(&lines));
    println!("\n{said}");
    if options.into_readme {
        let file = workspace::root().join("README.md");
        let readme = std::fs::read_to_string(&file)?;
        std::fs::write(&file, with_table(&readme, &format!("\n{said}\n"))?)?;
    }
    let broken = lines.iter().filter(|line| line.holds() == Some(false));
    println!("budgets that do not hold: {}", broken.count());
    write(&machine, &lines)
}

fn bytes() -> Result<Vec<Line>> {
    let (first, everything) = size::totals(&build::read_site(&workspace::dist())?)?;
    let line = |what: &str, bytes: usize, budget: usize| {
        Line::new("bytes", what, "bytes of brotli", vec![bytes as f64])
            .within(Budget::AtMost(budget as f64))
    };
    Ok(vec![
        line("before the first decode", first, size::FIRST_DECODE_BUDGET),
        line("everything", everything, size::EVERYTHING_BUDGET),
    ])
}

fn write(machine: &Value, lines: &[Line]) -> Result<()> {
    let measurements: Vec<Value> = lines
        .iter()
        .map(|line| {
            let beside = line.beside.as_ref();
            json!({
                "part": line.part,
                "what": line.what,
                "unit": line.unit,
                "values": line.ours,
                "median": line::median(&line.ours),
                "beside": beside.map(|beside| json!({
                    "name": beside.name,
                    "values": beside.values,
                    "median": line::median(&beside.values),
                })),
                "ratio": line.ratio(),
                "budget": line.budget.map(|budget| format!("{budget:?}")),
                "holds": line.holds(),
            })
        })
        .collect();
    let file = workspace::root().join("target").join("bench.json");
    let document = json!({ "machine": machine, "measurements": measurements });
    std::fs::create_dir_all(workspace::root().join("target"))?;
    std::fs::write(&file, format!("{document:#}\n"))?;
    println!("every single measurement: {}", file.display());
    Ok(())
}
