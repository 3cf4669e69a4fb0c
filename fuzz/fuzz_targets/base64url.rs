//! `cargo xtask fuzz base64url`.
#![no_main]

fuzz::target!("base64url");
