//! `cargo xtask fuzz forged`.
#![no_main]

fuzz::target!("forged");
