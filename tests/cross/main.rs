//! Our cryptography against implementations that share no code with it: the JavaScript library
//! jose, its fourth version for what the newest one leaves out, noble's ML-DSA, and OpenSSL.
//! Keys and payloads are random from a seed, both directions, and what was changed by one bit is
//! refused by both. Every change that a diagnosis proposes verifies there too. What a peer does not know is listed by name, and the list is asserted.
//!
//! `cargo xtask test --only cross` installs the peers and says where they are. Without them the
//! tests say loudly that nothing was compared; with `CI` set they fail.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::cast_possible_truncation
)]

mod diagnoses;
mod encrypting;
mod generated;
mod json_forms;
mod key_forms;
mod keys;
mod ml_dsa;
mod needs;
mod openssl;
mod openssl_keys;
mod openssl_signatures;
mod ours;
mod peer;
mod signing;
mod snippets;
