//! Tokens and keys that somebody made to deceive or to break a reader. Each is a row of a table:
//! what is pasted, the key, and the state and reason that must come of it. None is ever valid,
//! none makes anything panic, and the whole report, findings and diagnosis included, is asked for
//! each of them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::cast_possible_truncation
)]

mod case;
mod confusion;
mod encrypted;
#[allow(dead_code)]
#[path = "../cross/keys.rs"]
mod keys;
mod nesting;
#[allow(dead_code)]
#[path = "../cross/ours.rs"]
mod ours;
mod parts;
mod public_keys;
mod rsa_signatures;
mod signatures;
