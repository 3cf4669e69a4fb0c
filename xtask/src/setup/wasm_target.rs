//! The compiler's own wasm target.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::setup::step;

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the wasm target to the toolchain in use, unless it is there.
///
/// # Errors
/// When it is missing and rustup is not there to add it.
pub fn ensure() -> Result<()> {
    let sysroot = process::read(Command::new("rustc").args(["--print", "sysroot"]))
        .context("rustc is needed: https://rustup.rs installs it")?;
    let library = std::path::Path::new(sysroot.trim())
        .join("lib")
        .join("rustlib")
        .join(TARGET)
        .join("lib");
    if library.is_dir() {
        return Ok(());
    }
    if process::find("rustup", &[]).is_none() {
        bail!(
            "the Rust compiler has no {TARGET} target, and rustup is not here to add it.\n\
             Install Rust by https://rustup.rs, or your distribution's package for this target \
             (Debian: libstd-rust-dev-wasm32, Fedora: rust-std-static-wasm32-unknown-unknown)."
        );
    }
    step("adding the wasm32-unknown-unknown target to the Rust toolchain");
    process::run(Command::new("rustup").args(["target", "add", TARGET])).context(
        "rustup could not add the target; when there is no network now, \
         run `rustup target add wasm32-unknown-unknown` once there is",
    )
}
