//! Tokens of any length, each with a text of its own, so that no decode is taken for another.

use std::sync::atomic::{AtomicUsize, Ordering};

use harness::samples;

/// A text that no other token of this process has.
pub fn mark() -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    format!("mark-{:06}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// A token of about so many characters: a mark, and groups as directories put them into tokens.
pub fn token(characters: usize, mark: &str) -> String {
    samples::compact(
        r#"{"alg":"HS256","typ":"JWT"}"#,
        payload(characters * 3 / 4, mark).as_bytes(),
        &[7; 32],
    )
}

/// The payload of such a token, of about so many bytes.
pub fn payload(bytes: usize, mark: &str) -> String {
    let mut text = format!(r#"{{"sub":"{mark}","iss":"https://issuer.example","groups":["g""#);
    let mut number: u64 = 1;
    while text.len() + 40 < bytes {
        // A sequence that repeats late: it must not compress or look alike.
        number = number
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        text.push_str(&format!(r#","{:08x}-{:016x}-group""#, number >> 32, number));
    }
    text.push_str("]}");
    text
}
