//! The signer's secret is none: its setting was empty or never filled in, and it signs with what a
//! program makes of that, or with what stood in the example.

use crate::diagnosis::{Cause, KeyChange, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::keys::SecretReading;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-placeholder",
    kind: Kind::Reading(read),
};

const PLACEHOLDERS: [&str; 22] = [
    "undefined",
    "null",
    "None",
    "nil",
    "[object Object]",
    "NaN",
    "true",
    "false",
    "secret",
    "changeme",
    "change-me",
    "changeit",
    "your-256-bit-secret",
    "your-secret-key",
    "your_jwt_secret",
    "JWT_SECRET",
    "$JWT_SECRET",
    "${JWT_SECRET}",
    "%JWT_SECRET%",
    "process.env.JWT_SECRET",
    "[REDACTED]",
    "********",
];

fn read(_: &str) -> Vec<Said<KeyChange>> {
    let keys = PLACEHOLDERS.into_iter().filter_map(|text| {
        let key = KeyChange::read(text, SecretReading::Utf8)?;
        let step = Diagnostic::info("secret-placeholder").with("used", text);
        Some((key, step))
    });
    let empty = KeyChange::bytes(Vec::new());
    keys.chain([(empty, Diagnostic::info("secret-empty"))])
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_nothing, finds_secret};

    #[test]
    fn a_setting_that_was_not_there() {
        for secret in ["undefined", "null", "${JWT_SECRET}", "your-256-bit-secret"] {
            finds_secret(secret.as_bytes(), "the real s3cret", "secret-placeholder");
        }
    }

    #[test]
    fn no_secret_at_all() {
        finds_secret(b"", "the real s3cret", "secret-empty");
    }

    #[test]
    fn a_secret_that_is_one() {
        finds_nothing(b"another s3cret", "the real s3cret");
    }
}
