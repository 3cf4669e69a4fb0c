//! Published vectors against the product's own functions: a case is a paste, a key and what must
//! come of it. One module per file format; each runner asserts how many cases it ran and names
//! those that it does not run, with the reason.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod case;
mod cookbook;
mod disclosing;
mod dpop;
mod encrypted;
mod jwk;
mod library;
mod realworld;
mod rfc;
mod rows;
mod self_test;
mod wycheproof;
