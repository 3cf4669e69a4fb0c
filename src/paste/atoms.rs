//! The paste cut into atoms: runs of token characters, dots, gaps, and everything else, with the
//! escapes of surrounding layers (percent-encoding, HTML, string literals) resolved in passing.
//! An atom is found in time linear in its length, so a walk over a paste is linear too.

use super::layers::{self, Layer};

/// What an atom is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `A-Z a-z 0-9 - _`, one or more.
    Word,
    /// `.`
    Dot,
    /// `~`
    Tilde,
    /// `…` or three dots and more: something was cut off here.
    Ellipsis,
    /// White space, line continuations, markup: what wrapping puts between characters.
    Gap(Gap),
    /// A character that is not seen, such as U+200B.
    Invisible(char),
    /// Any other character.
    Other(char),
}

/// What a gap is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Gap {
    /// Line breaks, CRLF counted once.
    pub lines: u32,
    /// An HTML tag.
    pub markup: bool,
    /// A string literal that ends and goes on: `" + "`.
    pub joint: bool,
}

/// One atom and the bytes of the paste it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Atom {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    /// The surrounding layer that an escape in this atom belongs to.
    pub layer: Option<Layer>,
    /// The character an escape stands for, when the atom is one.
    pub resolved: Option<char>,
}

/// Characters of the base64url alphabet.
pub(super) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// Characters that take no room on the screen.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}'
    )
}

/// The atom that begins at `at`, or `None` at the end of the paste.
pub(super) fn atom(paste: &str, at: usize) -> Option<Atom> {
    let bytes = paste.as_bytes();
    let first = *bytes.get(at)?;
    if is_word(first) {
        return Some(plain(Kind::Word, at, run_end(bytes, at, is_word)));
    }
    if first == b'.' {
        let end = run_end(bytes, at, |byte| byte == b'.');
        let dots = end.saturating_sub(at);
        let (kind, end) = if dots >= 3 {
            (Kind::Ellipsis, end)
        } else {
            (Kind::Dot, at.saturating_add(1))
        };
        return Some(plain(kind, at, end));
    }
    if first == b'~' {
        return Some(plain(Kind::Tilde, at, at.saturating_add(1)));
    }
    if let Some(gap) = gap(paste, at) {
        return Some(gap);
    }
    if let Some(escape) = layers::escape(paste, at) {
        let end = at.saturating_add(escape.len);
        return Some(Atom {
            kind: kind_of(escape.character),
            start: at,
            end,
            layer: Some(escape.layer),
            resolved: Some(escape.character),
        });
    }
    let c = paste.get(at..)?.chars().next()?;
    Some(plain(kind_of(c), at, at.saturating_add(c.len_utf8())))
}

fn plain(kind: Kind, start: usize, end: usize) -> Atom {
    Atom {
        kind,
        start,
        end,
        layer: None,
        resolved: None,
    }
}

fn kind_of(c: char) -> Kind {
    match c {
        '.' => Kind::Dot,
        '~' => Kind::Tilde,
        '…' => Kind::Ellipsis,
        c if c.is_ascii_alphanumeric() || c == '-' || c == '_' => Kind::Word,
        c if is_invisible(c) => Kind::Invisible(c),
        c => Kind::Other(c),
    }
}

fn run_end(bytes: &[u8], at: usize, belongs: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let len = rest.iter().position(|byte| !belongs(*byte));
    at.saturating_add(len.unwrap_or(rest.len()))
}

/// A run of everything that wrapping puts between two characters of a token.
fn gap(paste: &str, at: usize) -> Option<Atom> {
    let mut found = Gap::default();
    let mut layer = None;
    let mut end = at;
    let mut after_return = false;
    while let Some(piece) = gap_piece(paste, end, found.lines > 0) {
        end = end.saturating_add(piece.len);
        layer = layer.or(piece.layer);
        found.markup |= piece.markup;
        found.joint |= piece.joint;
        if piece.breaks > 0 && !(after_return && piece.line_feed) {
            found.lines = found.lines.saturating_add(piece.breaks);
        }
        after_return = piece.carriage_return;
    }
    (end > at).then_some(Atom {
        kind: Kind::Gap(found),
        start: at,
        end,
        layer,
        resolved: None,
    })
}

#[derive(Default)]
struct Piece {
    len: usize,
    breaks: u32,
    carriage_return: bool,
    line_feed: bool,
    markup: bool,
    joint: bool,
    layer: Option<Layer>,
}

fn white_space(c: char, len: usize, layer: Option<Layer>) -> Piece {
    let breaks = matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    );
    Piece {
        len,
        breaks: u32::from(breaks),
        carriage_return: c == '\r',
        line_feed: c == '\n',
        layer,
        ..Piece::default()
    }
}

fn gap_piece(paste: &str, at: usize, new_line: bool) -> Option<Piece> {
    let rest = paste.get(at..)?;
    let c = rest.chars().next()?;
    if c.is_whitespace() {
        return Some(white_space(c, c.len_utf8(), None));
    }
    match c {
        '\\' | '%' | '&' => {
            if let Some(len) = continuation(rest) {
                return Some(Piece {
                    len,
                    breaks: 1,
                    ..Piece::default()
                });
            }
            let escape = layers::escape(paste, at)?;
            escape
                .character
                .is_whitespace()
                .then(|| white_space(escape.character, escape.len, Some(escape.layer)))
        }
        '`' => continuation(rest).map(|len| Piece {
            len,
            breaks: 1,
            ..Piece::default()
        }),
        // A quoted mail: `> ` at the beginning of every line.
        '>' if new_line => Some(Piece {
            len: 1,
            ..Piece::default()
        }),
        '<' => layers::tag(rest).map(|tag| Piece {
            len: tag.len,
            breaks: u32::from(tag.line_break),
            markup: true,
            layer: Some(Layer::Html),
            ..Piece::default()
        }),
        '"' | '\'' => joint(rest, c),
        _ => None,
    }
}

/// A shell's `\` or PowerShell's backtick at the end of a line.
fn continuation(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices();
    let (_, mark) = chars.next()?;
    if !matches!(mark, '\\' | '`') {
        return None;
    }
    match chars.next()? {
        (at, '\n') => at.checked_add(1),
        (at, '\r') if chars.next().is_some_and(|(_, c)| c == '\n') => at.checked_add(2),
        _ => None,
    }
}

/// How far a string literal may be from its continuation.
const MAX_JOINT: usize = 200;

/// `" + "`, or a literal that goes on on the next line: `"` line break `"`.
fn joint(rest: &str, quote: char) -> Option<Piece> {
    let mut operator = false;
    let mut breaks = 0_u32;
    for (at, c) in rest.char_indices().skip(1).take(MAX_JOINT) {
        match c {
            '\n' => breaks = breaks.saturating_add(1),
            '+' | '\\' if !operator => operator = true,
            c if c == quote => {
                return (operator || breaks > 0).then_some(Piece {
                    len: at.saturating_add(1),
                    breaks,
                    joint: true,
                    ..Piece::default()
                });
            }
            c if c.is_whitespace() => {}
            _ => return None,
        }
    }
    None
}
