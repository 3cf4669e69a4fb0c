//! `cargo xtask fuzz jwks`.
#![no_main]

fuzz::target!("jwks");
