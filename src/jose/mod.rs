//! The JOSE specifications as data and as structure, without cryptography.

pub mod algorithms;
pub mod compact;
pub mod encryption_algorithms;
pub mod faults;
pub mod header;
pub mod json_form;
pub mod jwe;
pub mod jwk_set;
pub mod jwk_thumbprint;
pub mod jws;
pub mod jwt;
pub mod key_spec;
pub mod part;
pub mod sd_jwt;
pub mod token;
