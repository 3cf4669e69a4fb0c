//! `cargo xtask fuzz inflate`.
#![no_main]

fuzz::target!("inflate");
