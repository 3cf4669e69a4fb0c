//! `cargo xtask screenshots`: the built page at desktop and phone size, light
//! and dark, as PNG files in `target/screenshots/`.

use anyhow::{Result, bail};

use crate::build::{self, BuildOptions};
use crate::setup::browsers::{self, Engine};
use crate::{process, workspace};

/// What to take pictures of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScreenshotOptions {
    /// One scene of the caller's, as `tests/e2e/screenshots.rs` describes it;
    /// where nothing is described, the usual ones.
    pub scene: Vec<String>,
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
        workspace::cargo()
            .args([
                "run",
                "--quiet",
                "--package",
                "e2e",
                "--bin",
                "screenshots",
                "--",
            ])
            .args(&options.scene),
    )
}
