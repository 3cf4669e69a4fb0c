//! The names of all lessons and attacks, for the page: it lists them and leaves the rest to the worker.

/// The lessons of [`super::ALL`], in order.
pub const LESSONS: [&str; 16] = [
    "token",
    "parts",
    "base64url",
    "claims",
    "time",
    "signature",
    "tamper",
    "resign",
    "pairs",
    "rotation",
    "sessions",
    "forgers",
    "encryption",
    "never",
    "journey",
    "koppeltaal",
];

/// The exercises of [`super::ALL`], in order.
pub const EXERCISES: [&str; 6] = [
    "find-audience",
    "find-moment",
    "find-secret",
    "make-verify",
    "protect",
    "repair-launch",
];

/// The attacks of [`super::lab::ALL`], in order.
pub const ATTACKS: [&str; 8] = [
    "none",
    "algorithm",
    "jwk",
    "secret",
    "kid",
    "crit",
    "audience",
    "expired",
];

#[cfg(test)]
mod tests {
    use super::super::{ALL, Kind, lab};
    use super::*;

    #[test]
    fn every_id_stands_for_one() {
        let of = |kind: Kind| {
            let those = ALL.iter().filter(move |lesson| lesson.kind == kind);
            those.map(|lesson| lesson.id).collect::<Vec<_>>()
        };
        assert_eq!(of(Kind::Lesson), LESSONS);
        assert_eq!(of(Kind::Exercise), EXERCISES);
        assert_eq!(lab::ALL.map(|attack| attack.id), ATTACKS);
    }
}
