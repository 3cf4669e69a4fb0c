//! Any paste is read, every place is in it, and what was found is found again when it is pasted
//! alone.

use super::holds;
use jwt_debugger::inspect::{Family, Serialization, StructureState, inspect};

pub fn run(input: &[u8]) {
    let paste = super::text(input);
    let inspection = inspect(&paste);
    holds::inspection(&inspection);
    for token in inspection.tokens.iter().take(3) {
        let is_whole = token.faults.is_empty() && token.serialization == Serialization::Compact;
        if !is_whole || token.family == Family::Unknown {
            continue;
        }
        let text = &token.source.text;
        let alone = inspect(text);
        assert_eq!(alone.tokens.len(), 1, "{text}");
        assert_eq!(alone.tokens[0].source.text, *text);
        assert_eq!(alone.tokens[0].family, token.family);
        assert_eq!(alone.structure(0), StructureState::Ok, "{text}");
    }
}
