//! A document laid out for a view of any size: rows short enough to be drawn one by one, and
//! where in the text of all rows each begins. Joined, the rows of [`Layout::pretty`] are
//! [`super::pretty`], and those of [`Layout::exact`] the bytes as they were signed.
//!
//! A row is a line, or a piece of a line that is longer than [`LONGEST_ROW`]: a browser needs
//! seconds to lay out a line of a megabyte.

use super::node::Document;
use super::print::{self, Class, Line, Shape};
use std::borrow::Cow;
use std::ops::Range;

/// Bytes of one value that stand in one row.
pub const LONGEST_ROW: usize = 1_024;

/// What is drawn at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Index of the line it belongs to.
    pub line: u32,
    /// Bytes of the document of which this row shows what belongs to its line.
    start: u32,
    end: u32,
    /// Where its text begins in [`Layout::text`].
    offset: u32,
    /// Whether the line goes on in the next row.
    pub goes_on: bool,
}

/// A run of one class in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What it is; `None` for indentation and the space after a colon, which nobody signed.
    pub class: Option<Class>,
    /// Its text.
    pub text: Cow<'a, str>,
    /// Its bytes in the document; empty for what nobody signed.
    pub span: Range<usize>,
}

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Layout {
    lines: Vec<Line>,
    rows: Vec<Row>,
    text: String,
}

impl Layout {
    /// One member or element a line, indented.
    pub fn pretty(document: &Document) -> Layout {
        Layout::of(document, print::lines(document))
    }

    /// The text as it was signed, white space and line breaks included.
    pub fn exact(document: &Document) -> Layout {
        Layout::of(document, print::as_it_stands(document))
    }

    fn of(document: &Document, lines: Vec<Line>) -> Layout {
        let mut layout = Layout {
            rows: Vec::with_capacity(lines.len()),
            text: String::with_capacity(document.bytes().len().saturating_mul(2)),
            lines,
        };
        let last = layout.lines.len().saturating_sub(1);
        for index in 0..layout.lines.len() {
            let Some(line) = layout.lines.get(index).copied() else {
                break;
            };
            let range = line.bytes();
            let mut at = range.start;
            loop {
                let end = match line.shape {
                    Shape::Opens | Shape::Closes => range.end,
                    Shape::Whole | Shape::AsItStands => row_end(document.bytes(), at, range.end),
                };
                let row = Row {
                    line: short(index),
                    start: short(at),
                    end: short(end),
                    offset: short(layout.text.len()),
                    goes_on: end < range.end,
                };
                for piece in pieces(document, &line, &row) {
                    layout.text.push_str(&piece.text);
                }
                layout.rows.push(row);
                at = end;
                if !row.goes_on {
                    break;
                }
            }
            if index < last {
                layout.text.push('\n');
            }
        }
        layout
    }

    /// The text of all rows.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The rows, in order.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The line that a row belongs to.
    pub fn line_of(&self, row: usize) -> Option<&Line> {
        self.lines.get(self.rows.get(row)?.line as usize)
    }

    /// How many lines there are.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// Whether a row is the first of its line.
    pub fn begins_line(&self, row: usize) -> bool {
        let before = row.checked_sub(1).and_then(|before| self.rows.get(before));
        before.is_none_or(|before| !before.goes_on)
    }

    /// The first row of a line.
    pub fn first_row(&self, line: u32) -> usize {
        self.rows.partition_point(|row| row.line < line)
    }

    /// Where a row stands in [`Layout::text`]; with its line break, where it has one.
    pub fn range(&self, row: usize) -> Range<usize> {
        let start = |row: usize| self.rows.get(row).map(|row| row.offset as usize);
        let end = start(row.saturating_add(1)).unwrap_or(self.text.len());
        start(row).map_or(end..end, |start| start..end)
    }

    /// The text of some rows, in order.
    pub fn text_of(&self, rows: Range<usize>) -> &str {
        if rows.is_empty() {
            return "";
        }
        let start = self.range(rows.start).start;
        let end = self.range(rows.end.saturating_sub(1)).end;
        self.text.get(start..end).unwrap_or_default()
    }

    /// The pieces of a row, in order; without the line break.
    pub fn pieces<'a>(&self, document: &'a Document, row: usize) -> Vec<Piece<'a>> {
        match (self.line_of(row), self.rows.get(row)) {
            (Some(line), Some(row)) => pieces(document, line, row),
            _ => Vec::new(),
        }
    }

    /// The row in which the character at an offset of the text stands.
    pub fn row_at(&self, offset: usize) -> usize {
        let after = |row: &Row| row.offset as usize <= offset;
        self.rows.partition_point(after).saturating_sub(1)
    }

    /// The row in which a byte of the document stands; white space between tokens belongs to
    /// the row before it.
    pub fn row_of_byte(&self, document: &Document, byte: usize) -> usize {
        let begins = |row: &Row| {
            let line = self.lines.get(row.line as usize);
            let is_first = line.is_some_and(|line| line.bytes().start == row.start as usize);
            let name = line
                .filter(|_| is_first)
                .and_then(|line| line.name)
                .and_then(|name| document.value(name))
                .map(|name| name.span().start);
            name.unwrap_or(row.start as usize)
        };
        let before = self.rows.partition_point(|row| begins(row) <= byte);
        before.saturating_sub(1)
    }

    /// The bytes that a range of the text shows; `None` when it holds nothing that was signed.
    pub fn bytes_of(&self, document: &Document, text: Range<usize>) -> Option<Range<usize>> {
        let rows = self.row_at(text.start)..=self.row_at(text.end.saturating_sub(1));
        let mut found: Option<Range<usize>> = None;
        for row in rows {
            let mut at = self.range(row).start;
            for piece in self.pieces(document, row) {
                let (from, to) = (at, at.saturating_add(piece.text.len()));
                at = to;
                let (from, to) = (from.max(text.start), to.min(text.end));
                if from >= to || piece.span.is_empty() {
                    continue;
                }
                // Where bytes are not UTF-8 the text is longer than they are.
                let is_exact = piece.text.len() == piece.span.len();
                let begin = at.saturating_sub(piece.text.len());
                let bytes = match is_exact {
                    true => {
                        let place = |offset: usize| {
                            piece
                                .span
                                .start
                                .saturating_add(offset.saturating_sub(begin))
                        };
                        place(from)..place(to)
                    }
                    false => piece.span.clone(),
                };
                found = Some(match found {
                    Some(before) => before.start..bytes.end,
                    None => bytes,
                });
            }
        }
        found
    }
}

fn pieces<'a>(document: &'a Document, line: &Line, row: &Row) -> Vec<Piece<'a>> {
    let bytes = row.start as usize..row.end as usize;
    if line.shape == Shape::AsItStands {
        let tokens = print::tokens_in(document, row.start..row.end);
        return tokens
            .into_iter()
            .map(|token| piece(document, token.class, token.span))
            .collect();
    }
    let whole = line.bytes();
    let is_first = bytes.start == whole.start;
    let mut pieces = Vec::with_capacity(6);
    if is_first && line.depth > 0 {
        pieces.push(unsigned("  ".repeat(usize::from(line.depth)).into()));
    }
    for token in line.tokens(document) {
        let span = if token.span.end <= whole.start {
            // The name and its colon.
            token.span.start..if is_first {
                token.span.end
            } else {
                token.span.start
            }
        } else if token.span.start >= whole.end {
            // The comma.
            token.span.start..if row.goes_on {
                token.span.start
            } else {
                token.span.end
            }
        } else {
            token.span.start.max(bytes.start)..token.span.end.min(bytes.end)
        };
        let is_colon = token.class == Class::Punctuation && token.span.end <= whole.start;
        if !span.is_empty() {
            pieces.push(piece(document, token.class, span));
        }
        if is_colon && is_first {
            pieces.push(unsigned(" ".into()));
        }
    }
    pieces
}

fn piece(document: &Document, class: Class, span: Range<usize>) -> Piece<'_> {
    let bytes = document.bytes().get(span.clone()).unwrap_or_default();
    Piece {
        class: Some(class),
        text: String::from_utf8_lossy(bytes),
        span,
    }
}

fn unsigned(text: Cow<'static, str>) -> Piece<'static> {
    Piece {
        class: None,
        text,
        span: 0..0,
    }
}

/// Where the row that begins at `at` ends: about [`LONGEST_ROW`] bytes on, between characters.
fn row_end(bytes: &[u8], at: usize, end: usize) -> usize {
    let most = at.saturating_add(LONGEST_ROW);
    // A row more for a few bytes would be no use.
    if end <= most.saturating_add(LONGEST_ROW / 4) {
        return end;
    }
    let is_inside = |at: usize| bytes.get(at).is_some_and(|byte| byte & 0xC0 == 0x80);
    (most.saturating_sub(3)..=most)
        .rev()
        .find(|at| !is_inside(*at))
        .unwrap_or(most)
}

fn short(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::string_slice)]
mod tests {
    use super::*;
    use crate::json::{parse, pretty};

    fn joined(document: &Document, layout: &Layout) -> String {
        let mut text = String::new();
        for row in 0..layout.rows().len() {
            let start = text.len();
            assert_eq!(layout.range(row).start, start);
            for piece in layout.pieces(document, row) {
                text.push_str(&piece.text);
            }
            let has_break = layout.range(row).end > text.len();
            assert!(!has_break || !layout.rows()[row].goes_on);
            text.push_str(if has_break { "\n" } else { "" });
        }
        text
    }

    const TEXTS: [&str; 9] = [
        "",
        "1",
        "{}",
        " {\"a\" : [1 ,2],\n\"b\":{} } ",
        "[[[]],{\"x\":null}]",
        "{\"a\":1,}",
        "[\"a\nb\"]",
        "{} {}",
        "{\"é\":\"\u{1F600}\"}",
    ];

    #[test]
    fn rows_joined_are_the_pretty_text_or_the_bytes_as_signed() {
        for text in TEXTS {
            let document = parse(text.into());
            let layout = Layout::pretty(&document);
            assert_eq!(joined(&document, &layout), pretty(&document), "{text}");
            assert_eq!(layout.text(), pretty(&document), "{text}");
            let layout = Layout::exact(&document);
            assert_eq!(joined(&document, &layout), text);
            assert_eq!(layout.text(), text);
        }
    }

    #[test]
    fn a_long_value_takes_several_rows_and_loses_no_character() {
        let long = "aé\u{1F600}".repeat(3_000);
        let text = format!(r#"{{"name":"{long}","next":[1]}}"#);
        let document = parse(text.clone().into());
        let layout = Layout::pretty(&document);
        assert_eq!(joined(&document, &layout), pretty(&document));
        assert_eq!(layout.text(), pretty(&document));
        assert_eq!(layout.line_count(), 6);
        assert!(layout.rows().len() > 20);
        let first = layout.first_row(1);
        assert!(layout.begins_line(first) && !layout.begins_line(first + 1));
        assert!(
            layout
                .text_of(first..first + 1)
                .starts_with("  \"name\": \"a")
        );
        assert!(
            layout
                .text_of(first..layout.first_row(2))
                .ends_with("\",\n")
        );
        for row in 0..layout.rows().len() {
            assert!(layout.range(row).len() <= LONGEST_ROW + LONGEST_ROW / 4 + 16);
        }
        assert_eq!(joined(&document, &Layout::exact(&document)), text);
    }

    #[test]
    fn bytes_that_are_not_utf8_are_cut_and_joined_too() {
        let mut bytes = b"[\"".to_vec();
        bytes.extend([0xFF, 0x80, 0xE2, 0x82].repeat(2_000));
        bytes.extend(b"\"]");
        let document = parse(bytes.clone());
        for layout in [Layout::pretty(&document), Layout::exact(&document)] {
            assert_eq!(joined(&document, &layout), layout.text());
            assert!(layout.rows().len() > 5);
        }
        let exact = Layout::exact(&document);
        assert_eq!(exact.text(), String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_byte_is_found_in_its_row_and_a_text_in_its_bytes() {
        let document = parse(br#"{"a":[1 ,22],"b":{}}"#.to_vec());
        let layout = Layout::pretty(&document);
        for (byte, row) in [
            (0, 0),
            (2, 1),
            (4, 1),
            (5, 1),
            (6, 2),
            (9, 3),
            (11, 4),
            (14, 5),
            (19, 6),
        ] {
            assert_eq!(layout.row_of_byte(&document, byte), row, "byte {byte}");
        }
        for (text, bytes) in [
            ("22", Some(9..11)),
            ("\"a\": [", Some(1..6)),
            ("1,\n    22", Some(6..11)),
            ("  \"b\"", Some(13..16)),
            ("    ", None),
        ] {
            let start = layout.text().find(text).unwrap();
            assert_eq!(
                layout.bytes_of(&document, start..start + text.len()),
                bytes,
                "{text}"
            );
        }
    }

    #[test]
    fn no_rows_have_no_text() {
        let layout = Layout::pretty(&parse(b"[1]".to_vec()));
        assert_eq!(layout.text_of(0..0), "");
        assert_eq!(layout.text_of(1..1), "");
        assert_eq!(layout.text_of(0..2), "[\n  1\n");
        assert_eq!(layout.text_of(2..9), "]");
    }

    #[test]
    fn every_offset_is_in_the_row_that_covers_it() {
        let document = parse(r#"{"a":[1,"é"],"b":null}"#.into());
        let layout = Layout::pretty(&document);
        for offset in 0..layout.text().len() {
            let range = layout.range(layout.row_at(offset));
            assert!(range.contains(&offset), "{offset} not in {range:?}");
        }
        assert_eq!(Layout::pretty(&parse(Vec::new())).row_at(0), 0);
    }
}
