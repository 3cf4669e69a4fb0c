//! `cargo xtask fuzz sign`.
#![no_main]

fuzz::target!("sign");
