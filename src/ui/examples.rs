//! One example per kind of token, for the empty page. Each sets everything it needs (paste, key,
//! clock), so that it shows the same today and in ten years.

/// What an example puts into the fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Stable name; its text stands under `example-<name>`, with a `.hint`.
    pub name: &'static str,
    /// The token field.
    pub paste: &'static str,
    /// The key box.
    pub key: &'static str,
    /// The clock.
    pub clock: &'static str,
}

/// One minute after the workshop's tokens were issued.
const DURING: &str = "2026-01-01T00:01:00Z";
/// An hour later.
const AFTER: &str = "2026-01-01T01:01:00Z";

const SECRET: &str = include_str!("examples/secret.env");
const JWKS: &str = include_str!("examples/jwks.json");
const PATIENT: &str = include_str!("examples/patient.txt");

/// Every example, in the order in which they are offered.
pub const ALL: [Example; 8] = [
    example("workshop", PATIENT, SECRET, DURING),
    example("expired", PATIENT, SECRET, AFTER),
    example(
        "tampered",
        include_str!("examples/tampered.txt"),
        SECRET,
        DURING,
    ),
    example(
        "assertion",
        include_str!("examples/assertion.txt"),
        JWKS,
        DURING,
    ),
    example("launch", include_str!("examples/launch.txt"), JWKS, DURING),
    example("curl", include_str!("examples/curl.txt"), SECRET, DURING),
    example(
        "unsecured",
        include_str!("examples/unsecured.txt"),
        "",
        DURING,
    ),
    example("encrypted", include_str!("examples/encrypted.txt"), "", ""),
];

const fn example(
    name: &'static str,
    paste: &'static str,
    key: &'static str,
    clock: &'static str,
) -> Example {
    Example {
        name,
        paste,
        key,
        clock,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_has_its_words_and_a_clock_that_is_read() {
        let locale = crate::words::Locale::english();
        for example in ALL {
            for key in [
                format!("example-{}", example.name),
                format!("example-{}.hint", example.name),
            ] {
                assert!(locale.has(&key), "{key}");
            }
            assert!(crate::judge::parse_clock(example.clock).is_ok());
        }
    }
}
