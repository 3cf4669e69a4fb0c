//! Causes in the choice or kind of key.

pub mod other_of_set;
pub mod own;
pub mod private_half;
pub mod public_as_secret;
pub mod strict;
pub mod text;
pub mod wrong_type;
