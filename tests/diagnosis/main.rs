//! The diagnosis from outside: every fault made from good material of every family, alone and in
//! pairs; every proposal carried out; and no proposal for a thousand wrong keys.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice
)]

mod ask;
mod encodings;
mod encrypted;
mod keys;
mod kinds;
mod material;
mod never_empty;
mod pairs;
mod secrets;
mod tokens;
mod unlisted;
mod wrong_keys;
