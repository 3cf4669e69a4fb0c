//! Causes in the algorithm: the header says one, the signer used another.

pub mod digest_info;
pub mod hash;
pub mod home_made;
pub mod mask;
pub mod other;
pub mod salt;
pub mod sha1;
