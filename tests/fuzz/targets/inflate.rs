//! What is inflated stays under its limit, and what was deflated comes back.

use jwt_debugger::crypto::jwe::{deflate, inflate};

/// Bytes that may come out.
const LIMIT: usize = 20_000;

pub const SEEDS: &[&str] = &[
    "",
    "{\"sub\":\"somebody\",\"sub2\":\"somebody\"}",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "K\x04\x00",
    "\x01\x01\x00\u{0}",
];

pub fn run(input: &[u8]) {
    if let Ok(plain) = inflate(input, LIMIT) {
        assert!(plain.len() <= LIMIT);
    }
    let again = inflate(&deflate(input), input.len().max(1));
    assert_eq!(again.ok().as_deref(), Some(input));
}
