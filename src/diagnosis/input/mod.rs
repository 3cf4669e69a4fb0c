//! Causes in the bytes that were signed: not the JWS Signing Input as the token has it.

pub mod base64;
pub mod json_text;
pub mod reserialised;

use super::Case;

/// The decoded bytes of header and payload.
fn decoded<'a>(case: &Case<'a>) -> Option<(&'a [u8], &'a [u8])> {
    let header = case.attempt.protected?;
    let payload = case.attempt.payload?;
    Some((&header.bytes, &payload.bytes))
}

fn joined(header: &[u8], payload: &[u8]) -> Vec<u8> {
    [header, b".", payload].concat()
}
