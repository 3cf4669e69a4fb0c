//! Gives every diagnostic with a span its line and column in the paste, in one walk over it.

use crate::diagnostic::Diagnostic;
use crate::inspect::Inspection;
use std::collections::BTreeMap;

/// Adds the facts `line` and `column`, both from 1, columns in characters.
pub(super) fn locate(inspection: &mut Inspection) {
    let Inspection {
        paste,
        tokens,
        notes,
        faults,
        ..
    } = inspection;
    let mut all: Vec<&mut Diagnostic> = notes.iter_mut().chain(faults.iter_mut()).collect();
    for token in tokens {
        all.extend(token.notes.iter_mut());
        all.extend(token.faults.iter_mut());
    }
    let mut places: BTreeMap<usize, (usize, usize)> = all
        .iter()
        .filter_map(|diagnostic| Some((diagnostic.span?.start, (0, 0))))
        .collect();
    let mut at = 0_usize;
    let (mut line, mut column) = (1_usize, 1_usize);
    for (offset, place) in &mut places {
        let passed = paste.get(at..*offset).unwrap_or_default();
        for c in passed.chars() {
            if c == '\n' {
                line = line.saturating_add(1);
                column = 1;
            } else {
                column = column.saturating_add(1);
            }
        }
        at = *offset;
        *place = (line, column);
    }
    for diagnostic in all {
        let Some((line, column)) = diagnostic
            .span
            .and_then(|span| places.get(&span.start).copied())
        else {
            continue;
        };
        diagnostic.facts.push(("line".into(), line.into()));
        diagnostic.facts.push(("column".into(), column.into()));
    }
}
