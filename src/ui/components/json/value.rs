//! A small piece of JSON as it was signed: the value of a claim, what is disclosed.

use super::row::{Look, row};
use crate::json::{Document, Layout};
use crate::ui::dom::{Content, El, button, el};
use crate::ui::state::RwSignal;
use crate::ui::text::speech;
use web_sys::Node;

/// Rows that are drawn in colour, and the bytes they may hold together; the rest is plain text
/// behind a button.
const MOST_ROWS: usize = 200;
const MOST_BYTES: usize = 16_384;
/// Bytes of the rest that a browser may lay out, or pass over, as one.
const PIECE: usize = 8_192;

/// One document as rows.
#[derive(Clone, Copy, Debug)]
pub struct Drawn<'a>(pub &'a Document);

impl Content for Drawn<'_> {
    fn put(self, parent: &Node) {
        let speech = speech();
        let layout = Layout::pretty(self.0);
        let count = layout.rows().len();
        let ends_early = |row: &usize| layout.range(*row).end > MOST_BYTES;
        let drawn = (0..count).take(MOST_ROWS).find(ends_early);
        let drawn = drawn.unwrap_or(count.min(MOST_ROWS)).max(1);
        for index in 0..drawn.min(count) {
            row(self.0, &layout, index, &Look::default(), speech).put(parent);
        }
        let rest = layout.text().get(layout.range(drawn).start..);
        let Some(rest) = rest.filter(|_| drawn < count) else {
            return;
        };
        let left = rest.chars().count();
        let label = speech.format("characters-more", &[("count", left.into())]);
        behind_button(rest, label).put(parent);
    }
}

/// Text that is in the document but not laid out until the button is pressed.
fn behind_button(text: &str, label: String) -> (El, El) {
    let open = RwSignal::new(false);
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE));
        pieces.push(el("span", "json-rest").child(piece));
        rest = after;
    }
    let text = el("span", "").hidden(move || !open.get()).child(pieces);
    let button = button("button-small json-more", move || open.set(true))
        .hidden(move || open.get())
        .attr("data-label", label.clone())
        .attr("aria-label", label);
    (text, button)
}
