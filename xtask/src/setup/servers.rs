//! The web servers that `deploy/` has files for, to try those files with.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::setup::{apt, step};
use crate::{process, workspace};

/// The servers that are there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Servers {
    /// nginx.
    pub nginx: Option<PathBuf>,
    /// Caddy.
    pub caddy: Option<PathBuf>,
}

/// Debian keeps servers where only root's PATH looks.
const ALSO_IN: &str = "/usr/sbin";

/// Finds or installs them. Returns those that are there, and names the others loudly.
///
/// # Errors
/// In CI, when one of them is missing.
pub fn ensure() -> Result<Servers> {
    let find = |name: &str| process::find(name, &[PathBuf::from(ALSO_IN)]);
    let absent: Vec<&str> = ["nginx", "caddy"]
        .into_iter()
        .filter(|name| find(name).is_none())
        .collect();
    if !absent.is_empty() {
        apt::install(&absent);
    }
    let mut missing = Vec::new();
    let mut keep = |name: &str| {
        let found = find(name).with_context(|| format!("{name} (Debian: apt-get install {name})"));
        found
            .map_err(|error| missing.push(format!("\n  {error:#}")))
            .ok()
    };
    let servers = Servers {
        nginx: keep("nginx"),
        caddy: keep("caddy"),
    };
    if missing.is_empty() {
        return Ok(servers);
    }
    let list = format!(
        "SERVERS MISSING, their files under deploy/ cannot be tried:{}",
        missing.concat()
    );
    if workspace::in_ci() {
        bail!("{list}");
    }
    step(&list);
    Ok(servers)
}
