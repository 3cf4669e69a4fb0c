//! Deviations from RFC 8259 and where they stand.

/// More faults than this are counted, not kept: a person reads the first few.
pub const MAX_FAULTS: usize = 100;

/// What the grammar allowed at the place of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// Any JSON value.
    Value,
    /// A member's name or `}`.
    NameOrEnd,
    /// A member's name (after a comma).
    Name,
    /// `:`
    Colon,
    /// `,` or the closing bracket.
    CommaOrEnd,
    /// Nothing more: the document had ended.
    End,
    /// A digit.
    Digit,
    /// `"` closing a string.
    Quote,
    /// A valid escape sequence.
    Escape,
    /// A low surrogate escape after a high one, or none at all.
    SurrogatePair,
    /// A character of U+0020 or above inside a string.
    NoControl,
    /// Valid UTF-8.
    Utf8,
    /// No byte order mark (RFC 8259 §8.1).
    NoBom,
    /// Less nesting than [`super::MAX_DEPTH`].
    Shallower,
}

impl Expected {
    /// The key of its text.
    pub const fn word(self) -> &'static str {
        match self {
            Expected::Value => "json-value",
            Expected::NameOrEnd => "json-name-or-end",
            Expected::Name => "json-name",
            Expected::Colon => "json-colon",
            Expected::CommaOrEnd => "json-comma-or-end",
            Expected::End => "json-end",
            Expected::Digit => "json-digit",
            Expected::Quote => "json-quote",
            Expected::Escape => "json-escape",
            Expected::SurrogatePair => "json-surrogate-pair",
            Expected::NoControl => "json-no-control",
            Expected::Utf8 => "json-utf8",
            Expected::NoBom => "json-no-bom",
            Expected::Shallower => "json-shallower",
        }
    }
}

/// One deviation from RFC 8259.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Byte offset in the document.
    pub offset: usize,
    /// What the grammar allowed there.
    pub expected: Expected,
    /// What stood there: a character (U+FFFD for bytes that are none), or `None` at the end of
    /// the text.
    pub found: Option<char>,
    /// 1-based line.
    pub line: usize,
    /// 1-based column, in characters.
    pub column: usize,
}

/// Collects faults by offset; lines and columns are counted once, at the end.
pub(super) struct Faults<'a> {
    bytes: &'a [u8],
    places: Vec<(usize, Expected)>,
}

impl<'a> Faults<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Faults {
            bytes,
            places: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, offset: usize, expected: Expected) {
        if self.places.len() < MAX_FAULTS {
            self.places.push((offset, expected));
        }
    }

    pub(super) fn located(mut self) -> Vec<Fault> {
        crate::order::by(&mut self.places, |a, b| a.0.cmp(&b.0));
        let mut place = Place {
            offset: 0,
            line: 1,
            column: 1,
        };
        self.places
            .into_iter()
            .map(|(offset, expected)| {
                place.move_to(self.bytes, offset);
                let found = char_at(self.bytes, offset);
                let expected = match found {
                    // What is no character at all deviates before any grammar applies.
                    Some(None) => Expected::Utf8,
                    _ => expected,
                };
                Fault {
                    offset,
                    expected,
                    found: found.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)),
                    line: place.line,
                    column: place.column,
                }
            })
            .collect()
    }
}

/// The character at `offset`: `None` at the end, `Some(None)` when the bytes are not UTF-8.
fn char_at(bytes: &[u8], offset: usize) -> Option<Option<char>> {
    let rest = bytes.get(offset..).filter(|rest| !rest.is_empty())?;
    let head = rest.get(..4).unwrap_or(rest);
    Some(
        head.utf8_chunks()
            .next()
            .and_then(|chunk| chunk.valid().chars().next()),
    )
}

struct Place {
    offset: usize,
    line: usize,
    column: usize,
}

impl Place {
    /// Counts on from the last place. CR, LF and CR LF each end a line.
    fn move_to(&mut self, bytes: &[u8], offset: usize) {
        let passed = bytes.get(self.offset..offset).unwrap_or_default();
        let mut after_return =
            self.offset > 0 && bytes.get(self.offset.saturating_sub(1)) == Some(&b'\r');
        for chunk in passed.utf8_chunks() {
            for c in chunk.valid().chars() {
                match c {
                    '\n' if after_return => {}
                    '\n' | '\r' => {
                        self.line = self.line.saturating_add(1);
                        self.column = 1;
                    }
                    _ => self.column = self.column.saturating_add(1),
                }
                after_return = c == '\r';
            }
            if !chunk.invalid().is_empty() {
                self.column = self.column.saturating_add(1);
                after_return = false;
            }
        }
        self.offset = offset.max(self.offset);
    }
}
