//! `zip: DEF`: raw DEFLATE, with a limit on what comes out, because a few bytes can become
//! gigabytes.
//! Spec: RFC 7516 §4.1.3, RFC 1951.

use super::JweError;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// The bytes that `compressed` stands for, when they are no more than `limit`.
pub fn inflate(compressed: &[u8], limit: usize) -> Result<Vec<u8>, JweError> {
    decompress_to_vec_with_limit(compressed, limit).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => JweError::TooLarge { limit },
        _ => JweError::NotDeflate,
    })
}

/// Compressed bytes, at the usual level.
pub fn deflate(plain: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec(plain, 6)
}
