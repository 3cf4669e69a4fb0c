//! The rows that are drawn.

use super::{DRAWN, Frame};
use crate::inspect::{Encoding, Token};
use crate::trace;
use crate::ui::byte_rows::{self, Cell};
use crate::ui::components::json::row::Marked;
use crate::ui::dom::{Content, El, el};
use crate::ui::looking::Looking;
use crate::ui::marks::{Mark, Over, Run, cut};
use crate::ui::session::Session;
use web_sys::Node;

/// Draws the rows of a frame.
pub fn rows(frame: Frame, session: Session, looking: Looking) -> El {
    let (marks, char_marks) = (looking.marks(frame.part), looking.marks_of_token());
    let char_marks: Vec<Mark> = char_marks
        .into_iter()
        .filter(|mark| !mark.bytes.is_empty())
        .collect();
    let last = frame.first.saturating_add(DRAWN).min(frame.count());
    let rows = session.inspection.with(|inspection| {
        let token = inspection.tokens.get(session.token.get())?;
        let rows =
            (frame.first..last).filter_map(|index| row(token, frame, index, &marks, &char_marks));
        Some(rows.collect::<Vec<_>>())
    });
    el("div", "bytes-rows").child(rows)
}

fn row(
    token: &Token,
    frame: Frame,
    index: usize,
    marks: &[Mark],
    char_marks: &[Mark],
) -> Option<El> {
    let part = token.parts.get(frame.part)?;
    let range = byte_rows::row(frame.length, frame.per_row, index);
    let bytes = part.bytes.get(range.clone())?;
    let is_boundary = |at: usize| part.bytes.get(at).is_none_or(|byte| byte & 0xC0 != 0x80);
    let hex = cut(range.clone(), marks, |_| true).into_iter().map(|run| {
        let own = part.bytes.get(run.bytes.clone()).unwrap_or_default();
        piece(&run, byte_rows::hex(own)).attr("data-step", "3")
    });
    let text = cut(range.clone(), marks, is_boundary)
        .into_iter()
        .map(|run| {
            let cells = byte_rows::cells(&part.bytes, run.bytes.clone());
            marked(&run, "")
                .attr("data-step", "1")
                .child(Cells(cells, run.bytes.start))
        });
    let chars = match part.encoding {
        Encoding::Detached => None,
        Encoding::Base64url | Encoding::Plain => Some(trace::chars_of(token, part, range.clone())),
    };
    let source = token.source.text.as_str();
    let chars = chars.into_iter().flat_map(|chars| {
        let runs = cut(chars, char_marks, |at| source.is_char_boundary(at));
        let piece = |run: &Run<'_>| {
            let text = source.get(run.bytes.clone()).unwrap_or_default();
            let at = run.bytes.start.to_string();
            marked(run, text).attr("data-char", at)
        };
        runs.iter().map(piece).collect::<Vec<_>>()
    });
    let cell = |class: &'static str| el("span", class);
    Some(
        el("div", "bytes-row")
            .attr("data-row", index.to_string())
            .attr("data-bytes", bytes.len().to_string())
            .child(cell("bytes-offset").child(range.start.to_string()))
            .child(cell("bytes-chars part").child(chars.collect::<Vec<_>>()))
            .child(cell("bytes-hex").child(hex.collect::<Vec<_>>()))
            .child(cell("bytes-text").child(text.collect::<Vec<_>>()))
            .attr("data-colour", part.part.name()),
    )
}

fn piece(run: &Run<'_>, text: String) -> El {
    marked(run, &text).attr("data-at", run.bytes.start.to_string())
}

/// A run with what lies over it.
fn marked(run: &Run<'_>, text: &str) -> El {
    let over: &[&Over] = &run.over;
    match over.is_empty() {
        true => el("span", "").child(text),
        false => Marked::new((text.to_owned(), over)).element("over"),
    }
}

/// Text as wide as its bytes; every piece says at which byte it begins.
struct Cells(Vec<Cell>, usize);

impl Content for Cells {
    fn put(self, parent: &Node) {
        let mut at = self.1;
        for cell in self.0 {
            let (element, width) = match cell {
                Cell::Text(text) => {
                    let width = text.len();
                    (el("span", "").child(text), width)
                }
                Cell::Wide(c, width) => {
                    let wide = el("span", "bytes-wide").attr("data-cells", width.to_string());
                    (wide.child(c.to_string()), width)
                }
                Cell::Dots(count) => {
                    let dots = el("span", "bytes-dots").child("·".repeat(count));
                    (dots, count)
                }
            };
            element.attr("data-at", at.to_string()).put(parent);
            at = at.saturating_add(width);
        }
    }
}
