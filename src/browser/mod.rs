//! The only door to the browser: clock, randomness, worker, clipboard, fetch, address.

pub mod bridge;
pub mod random;
