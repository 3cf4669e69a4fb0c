//! A list of sentences, each with its code: what was removed from a paste, how a key was read.

use super::prose::prose;
use crate::diagnostic::Diagnostic;
use crate::ui::dom::{El, el};
use crate::ui::state::Memo;
use crate::ui::text::{Speech, speech};

/// What was removed or repaired to find the token.
pub fn paste_notes(notes: Memo<Vec<Diagnostic>>) -> El {
    let items = move || {
        let item = |said: &Diagnostic| note(said).attr("data-note", &*said.code);
        notes.with(|notes| notes.iter().map(item).collect::<Vec<_>>())
    };
    el("ul", "notes")
        .test("paste-notes")
        .hidden(move || notes.with(Vec::is_empty))
        .child(items)
}

/// One sentence of a list.
pub fn note(said: &Diagnostic) -> El {
    note_saying(said, speech().say(said))
}

/// The same in other words than those of its code.
pub fn note_saying(said: &Diagnostic, text: String) -> El {
    el("li", "note")
        .attr("data-code", &*said.code)
        .attr("data-severity", said.severity.name())
        .child(text)
}

/// A sentence about a value, its names set as code.
pub fn said(diagnostic: &Diagnostic, speech: Speech) -> El {
    el("li", "")
        .attr("data-code", &*diagnostic.code)
        .child(prose(speech.say(diagnostic)))
}
