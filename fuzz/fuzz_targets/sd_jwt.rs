//! `cargo xtask fuzz sd_jwt`.
#![no_main]

fuzz::target!("sd_jwt");
