//! From any paste to tokens.

use crate::inspect::{Found, Inspection};

/// Reads a paste. See [`crate::inspect::inspect`].
pub fn read(paste: &str) -> Inspection {
    Inspection {
        paste: paste.to_owned(),
        found: Found::Nothing,
        tokens: Vec::new(),
        notes: Vec::new(),
        faults: Vec::new(),
    }
}
