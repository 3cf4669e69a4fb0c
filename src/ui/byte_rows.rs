//! Bytes in rows, as the bytes view draws them. A row holds a multiple of three bytes, so that it
//! holds whole groups of four base64url characters.

use std::ops::Range;

/// Bytes of a row, at most: wider is harder to read across.
const MOST: usize = 12;
/// Width of a character of the view's font, in CSS pixels, rather more than less.
const CHARACTER: f64 = 7.9;
/// Characters of the column that says where a row begins, and pixels between columns.
const OFFSET: f64 = 5.0;
const GAPS: f64 = 40.0;

/// How many bytes a row can hold in this width: four characters of base64url, nine of hex and
/// three of text for every three bytes.
pub fn per_row(pixels: f64) -> usize {
    let fits = |bytes: &usize| {
        let groups = f64::from(u32::try_from(*bytes / 3).unwrap_or(u32::MAX));
        (OFFSET + groups * 16.0) * CHARACTER + GAPS <= pixels
    };
    let widths = (1..=MOST / 3).rev().map(|groups| groups * 3);
    widths.into_iter().find(fits).unwrap_or(3)
}

/// The bytes of a row.
pub fn row(length: usize, per_row: usize, index: usize) -> Range<usize> {
    let start = index.saturating_mul(per_row).min(length);
    start..start.saturating_add(per_row).min(length)
}

/// How many rows there are; one at least.
pub fn count(length: usize, per_row: usize) -> usize {
    length.div_ceil(per_row.max(1)).max(1)
}

/// What an arrow key does to a cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A byte back or on.
    Back,
    /// A byte on.
    On,
    /// Rows back.
    Up(usize),
    /// Rows on.
    Down(usize),
    /// To the first byte of the row, or of all.
    RowStart,
    /// To the last byte of the row.
    RowEnd,
    /// To the first byte.
    Start,
    /// To the last byte.
    End,
}

/// Where the cursor is after a step; it never leaves the bytes.
pub fn step(at: usize, step: Step, length: usize, per_row: usize) -> usize {
    let last = length.saturating_sub(1);
    let per_row = per_row.max(1);
    let row_start = at.saturating_sub(at % per_row);
    let rows = |rows: usize| rows.saturating_mul(per_row);
    match step {
        Step::Back => at.saturating_sub(1),
        Step::On => at.saturating_add(1).min(last),
        Step::Up(count) => at.checked_sub(rows(count)).unwrap_or(at % per_row),
        Step::Down(count) => {
            let wanted = at.saturating_add(rows(count));
            // From a row that is the last there is no way down.
            let lowest = last.saturating_sub(last % per_row);
            match wanted > last {
                true if row_start == lowest => at,
                true => lowest.saturating_add(at % per_row).min(last),
                false => wanted,
            }
        }
        Step::RowStart => row_start,
        Step::RowEnd => row_start
            .saturating_add(per_row)
            .saturating_sub(1)
            .min(last),
        Step::Start => 0,
        Step::End => last,
    }
    .min(last)
}

/// The hex of some bytes, a space after each.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(bytes.len().saturating_mul(3));
    for byte in bytes {
        let _ = write!(out, "{byte:02x} ");
    }
    out
}

/// Bytes as text that keeps the width of one character a byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Printable ASCII.
    Text(String),
    /// A character of several bytes, and how many of them are in the run.
    Wide(char, usize),
    /// This many bytes that are no character here: controls, invalid UTF-8, the rest of a
    /// character that began in the row before.
    Dots(usize),
}

/// The bytes `run` of `bytes` as text.
pub fn cells(bytes: &[u8], run: Range<usize>) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    let mut at = run.start;
    while let Some(byte) = bytes.get(at).filter(|_| at < run.end) {
        let width = match byte {
            b' '..=b'~' => {
                let c = char::from(*byte);
                match cells.last_mut() {
                    Some(Cell::Text(text)) => text.push(c),
                    _ => cells.push(Cell::Text(c.to_string())),
                }
                1
            }
            _ => match character_at(bytes, at) {
                Some(c) => {
                    let width = c.len_utf8().min(run.end.saturating_sub(at));
                    cells.push(Cell::Wide(c, width));
                    width
                }
                None => {
                    match cells.last_mut() {
                        Some(Cell::Dots(count)) => *count = count.saturating_add(1),
                        _ => cells.push(Cell::Dots(1)),
                    }
                    1
                }
            },
        };
        at = at.saturating_add(width);
    }
    cells
}

/// The character of several bytes that begins here, when it can be seen.
fn character_at(bytes: &[u8], at: usize) -> Option<char> {
    let rest = bytes.get(at..at.saturating_add(4).min(bytes.len()))?;
    let c = rest.utf8_chunks().next()?.valid().chars().next()?;
    let mut buffer = [0; 4];
    let shown = crate::words::visible(c.encode_utf8(&mut buffer))
        .chars()
        .count()
        == 1;
    (c.len_utf8() > 1 && shown).then_some(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_holds_whole_groups_and_fits_its_width() {
        for (pixels, bytes) in [
            (0.0, 3),
            (200.0, 3),
            (326.0, 3),
            (340.0, 6),
            (590.0, 12),
            (9_999.0, 12),
        ] {
            assert_eq!(per_row(pixels), bytes, "{pixels} px");
        }
    }

    #[test]
    fn rows_cover_every_byte_once() {
        for (length, width, rows) in [
            (0, 12, 1),
            (1, 12, 1),
            (12, 12, 1),
            (13, 12, 2),
            (40, 3, 14),
        ] {
            assert_eq!(count(length, width), rows);
            let covered: usize = (0..rows).map(|index| row(length, width, index).len()).sum();
            assert_eq!(covered, length);
        }
        assert_eq!(row(5, 3, 9), 5..5);
    }

    #[test]
    fn a_cursor_moves_by_bytes_and_rows_and_never_leaves() {
        for (at, by, to) in [
            (0, Step::Back, 0),
            (4, Step::Back, 3),
            (4, Step::On, 5),
            (9, Step::On, 9),
            (4, Step::Up(1), 1),
            (1, Step::Up(1), 1),
            (1, Step::Down(1), 4),
            (7, Step::Down(1), 9),
            (9, Step::Down(1), 9),
            (0, Step::Down(99), 9),
            (9, Step::Up(99), 0),
            (4, Step::RowStart, 3),
            (4, Step::RowEnd, 5),
            (9, Step::RowEnd, 9),
            (4, Step::Start, 0),
            (4, Step::End, 9),
        ] {
            assert_eq!(step(at, by, 10, 3), to, "{at} {by:?}");
        }
        for by in [Step::On, Step::Down(2), Step::End, Step::RowEnd] {
            assert_eq!(step(0, by, 0, 12), 0);
        }
    }

    #[test]
    fn text_is_as_wide_as_its_bytes() {
        let bytes = "a\u{e9}\n\u{20ac}\u{202e}b".as_bytes();
        assert_eq!(
            cells(bytes, 0..bytes.len()),
            [
                Cell::Text("a".into()),
                Cell::Wide('é', 2),
                Cell::Dots(1),
                Cell::Wide('€', 3),
                Cell::Dots(3),
                Cell::Text("b".into()),
            ]
        );
        // A character that is cut by the end of a row, and its rest in the next.
        assert_eq!(
            cells(bytes, 0..2),
            [Cell::Text("a".into()), Cell::Wide('é', 1)]
        );
        assert_eq!(cells(bytes, 2..3), [Cell::Dots(1)]);
        assert_eq!(cells(b"\xff\xfe", 0..2), [Cell::Dots(2)]);
        assert!(cells(b"", 0..9).is_empty());
    }

    #[test]
    fn hex_has_two_digits_and_a_space_a_byte() {
        assert_eq!(hex(b"\x00a\xff"), "00 61 ff ");
        assert_eq!(hex(b""), "");
    }
}
