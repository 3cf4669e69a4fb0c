//! `cargo xtask fuzz diagnosis`.
#![no_main]

fuzz::target!("diagnosis");
