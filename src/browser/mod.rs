//! The only door to the browser: clock, randomness, worker, clipboard, fetch, address.

pub mod address;
pub mod bridge;
pub mod clipboard;
pub mod clock;
#[cfg(feature = "panic-on-demand")]
pub mod demand;
pub mod dialog;
pub mod fault;
pub mod fetch;
pub mod file;
pub mod in_view;
pub mod leaving;
pub mod offline;
pub mod own_file;
pub mod page;
pub mod paint;
pub mod random;
pub mod requests;
pub mod spotlight;
pub mod subtle;
pub mod trusted;
