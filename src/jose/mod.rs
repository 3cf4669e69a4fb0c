//! The JOSE specifications as data and as structure, without cryptography.

pub mod algorithms;
pub mod compact;
pub mod faults;
pub mod jwt;
pub mod part;
pub mod token;
