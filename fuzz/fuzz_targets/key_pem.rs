//! `cargo xtask fuzz key_pem`.
#![no_main]

fuzz::target!("key_pem");
