//! `cargo xtask fuzz key_jwk`.
#![no_main]

fuzz::target!("key_jwk");
