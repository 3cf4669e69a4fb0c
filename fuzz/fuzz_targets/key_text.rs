//! `cargo xtask fuzz key_text`.
#![no_main]

fuzz::target!("key_text");
