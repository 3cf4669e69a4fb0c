//! `cargo xtask fuzz link`.
#![no_main]

fuzz::target!("link");
