//! `cargo xtask fuzz paste`.
#![no_main]

fuzz::target!("paste");
