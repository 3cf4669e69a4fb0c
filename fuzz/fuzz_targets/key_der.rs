//! `cargo xtask fuzz key_der`.
#![no_main]

fuzz::target!("key_der");
