//! Causes in the bytes that were signed: not the JWS Signing Input as the token has it.

pub mod base64;
pub mod hashed;
pub mod json_text;
pub mod nonce_hashed;
pub mod reordered;
pub mod reserialised;

use super::Case;

/// Longer payloads are not put together in other ways: each way is a copy.
const LONGEST: usize = 300_000;

/// The decoded bytes of header and payload.
fn decoded<'a>(case: &Case<'a>) -> Option<(&'a [u8], &'a [u8])> {
    let header = case.attempt.protected?;
    let payload = case.attempt.payload?;
    if payload.bytes.len() > LONGEST {
        return None;
    }
    Some((&header.bytes, &payload.bytes))
}

fn joined(header: &[u8], payload: &[u8]) -> Vec<u8> {
    [header, b".", payload].concat()
}
