//! Causes in the algorithm: the header says one, the signer used another.

pub mod hash;
pub mod other;
pub mod salt;
pub mod unknown;
