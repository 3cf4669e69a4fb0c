//! Causes in the choice or kind of key.

pub mod earlier;
pub mod jwk_values;
pub mod numbers;
pub mod other_block;
pub mod other_of_set;
pub mod other_signer;
pub mod own;
pub mod pem_text;
pub mod private_half;
pub mod public_as_secret;
pub mod raw_public;
pub mod strict;
pub mod text;
pub mod wrong_type;
