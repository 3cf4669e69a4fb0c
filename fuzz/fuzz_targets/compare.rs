//! `cargo xtask fuzz compare`.
#![no_main]

fuzz::target!("compare");
