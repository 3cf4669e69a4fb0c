//! `cargo xtask fuzz claims`.
#![no_main]

fuzz::target!("claims");
