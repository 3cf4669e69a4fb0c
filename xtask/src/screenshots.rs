//! `cargo xtask screenshots`: the built page at desktop and phone size, light
//! and dark, as PNG files in `target/screenshots/`.

use std::process::Command;

use anyhow::{Result, bail};

use crate::build::{self, BuildOptions};
use crate::setup::browsers::{self, Engine};
use crate::{process, workspace};

/// What to take pictures of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScreenshotOptions {
    /// Names of scenes, see `tests/e2e/scenes.rs`; all where none is named.
    pub routes: Vec<String>,
}

/// Builds, then has the harness of the browser tests take the pictures.
///
/// # Errors
/// When the build fails or there is no browser.
pub fn run(options: &ScreenshotOptions) -> Result<()> {
    build::run(&BuildOptions::default())?;
    if browsers::ensure(&[Engine::Chromium])?.is_empty() {
        bail!("there is no Chromium to take the pictures with");
    }
    process::run(
        Command::new("cargo")
            .args([
                "run",
                "--quiet",
                "--package",
                "e2e",
                "--bin",
                "screenshots",
                "--",
            ])
            .args(&options.routes)
            .current_dir(workspace::root()),
    )
}
