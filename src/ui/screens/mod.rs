//! The screens, one a file; each stands in the one `<main>`.

pub mod inspect;
pub mod keys;
pub mod learn;
pub mod self_test;
pub mod sign;
