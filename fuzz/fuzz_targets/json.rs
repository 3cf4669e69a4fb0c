//! `cargo xtask fuzz json`.
#![no_main]

fuzz::target!("json");
