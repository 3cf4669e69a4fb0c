//! `cargo xtask fuzz batch`.
#![no_main]

fuzz::target!("batch");
