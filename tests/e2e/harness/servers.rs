//! Servers of the build, each on a port that no other had before it: a browser that serves several
//! tests keeps what a page stored under its origin, and its service worker goes on there.

use std::net::TcpListener;
use std::path::Path;
use std::sync::atomic::{AtomicU16, Ordering};

use anyhow::{Context, Result};
use xtask::serve::{Server, Whom, listen};

/// Below those that a system gives to whoever asks for any, above the last one that browsers refuse.
const FIRST: u16 = 10_100;

/// A server of `folder` under `prefix`, on this machine only.
///
/// # Errors
/// When no port is left, or the server cannot be started.
pub fn serve(folder: &Path, prefix: &str) -> Result<Server> {
    Server::over(on_a_new_port()?, folder, prefix)
}

fn on_a_new_port() -> Result<TcpListener> {
    static NEXT: AtomicU16 = AtomicU16::new(FIRST);
    let ports = std::iter::from_fn(|| Some(NEXT.fetch_add(1, Ordering::Relaxed)));
    ports
        .take_while(|port| *port >= FIRST)
        .find_map(|port| listen(Whom::ThisMachine, port).ok())
        .context("no port is left")
}
