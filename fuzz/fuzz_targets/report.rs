//! `cargo xtask fuzz report`.
#![no_main]

fuzz::target!("report");
