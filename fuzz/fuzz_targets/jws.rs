//! `cargo xtask fuzz jws`.
#![no_main]

fuzz::target!("jws");
