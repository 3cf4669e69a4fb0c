//! `cargo xtask fuzz jwe`.
#![no_main]

fuzz::target!("jwe");
