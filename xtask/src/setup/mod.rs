//! `cargo xtask setup`: what build and test need, found or installed.
//!
//! Every tool is looked for on PATH first, in the version that fits, then in
//! this project's own cache, and is installed into that cache otherwise. Each
//! step says what it does while it does it.

mod apt;
pub mod browsers;
pub mod cargo_tools;
pub mod npm;
pub mod peers;
pub mod python;
pub mod servers;
mod wasm_target;

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::process;

pub use wasm_target::ensure as ensure_wasm_target;

/// Installs everything, and says at the end what is missing still.
///
/// # Errors
/// When something that every build needs cannot be had.
pub fn run() -> Result<()> {
    wasm_target::ensure()?;
    for tool in [cargo_tools::trunk(), cargo_tools::wasm_bindgen()?] {
        tool.ensure()?;
    }
    npm::ensure_or_say()?;
    browsers::ensure(&browsers::Engine::ALL)?;
    peers::ensure()?;
    servers::ensure()?;
    step("everything is there");
    Ok(())
}

/// libFuzzer is written in C++ and compiled with the targets.
///
/// # Errors
/// When there is no compiler for it, and none could be installed.
pub fn ensure_cpp_compiler() -> Result<()> {
    let is_there = || {
        ["c++", "g++", "clang++", "cl"]
            .iter()
            .any(|name| process::find(name, &[]).is_some())
    };
    if !is_there() {
        apt::install(&["g++"]);
    }
    if !is_there() {
        bail!("libFuzzer needs a C++ compiler: put c++ on PATH");
    }
    Ok(())
}

/// Says what is being done, in one line.
pub fn step(what: &str) {
    println!("xtask: {what}");
}

/// This project's directory for tools, shared by all checkouts of one user.
///
/// # Errors
/// When the system does not say where a user's cache is.
pub fn cache() -> Result<PathBuf> {
    let set = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let base = set("XDG_CACHE_HOME")
        .filter(|path| path.is_absolute())
        .or_else(|| {
            if cfg!(windows) {
                set("LOCALAPPDATA")
            } else if cfg!(target_os = "macos") {
                set("HOME").map(|home| home.join("Library").join("Caches"))
            } else {
                set("HOME").map(|home| home.join(".cache"))
            }
        })
        .context("no place for tools: set XDG_CACHE_HOME (or HOME) to an absolute path")?;
    Ok(base.join("jwt-debugger"))
}
