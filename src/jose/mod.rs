//! The JOSE specifications as data and as structure, without cryptography.

pub mod algorithms;
pub mod token;
