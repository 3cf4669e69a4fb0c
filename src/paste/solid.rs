//! A paste that is nothing but one token, broken anywhere: then white space decides nothing, and
//! only the number of parts and the length of the last one have to be right.

use super::atoms::{Kind, atom};
use super::expectation::Expectation;
use crate::jose::token::SourceText;

/// How much text may stand in front: `Authorization: Bearer` and the like.
const MAX_FRONT: usize = 64;

/// Whether nothing but white space, quotes or an authentication scheme stands before `start`.
pub(super) fn leads(paste: &str, start: usize) -> bool {
    let Some(front) = paste.get(..start).filter(|front| front.len() <= MAX_FRONT) else {
        return false;
    };
    let front = front.to_ascii_lowercase();
    let front = front.trim_matches(|c: char| c.is_whitespace() || "\"'`\u{feff}".contains(c));
    let front = front.strip_prefix("authorization:").unwrap_or(front).trim();
    ["", "bearer", "dpop", "jwt", "token"].contains(&front)
}

/// Whether everything from `at` on is the rest of the token of which `gathered` is the beginning.
pub(super) fn is_rest_of_token(paste: &str, at: usize, gathered: &SourceText) -> bool {
    let Some(shape) = rest_shape(paste, at, &gathered.text) else {
        return false;
    };
    let expect = Expectation::of_header(&shape.header);
    // Text behind a token ends the paste with a word that reads like one.
    let one_word = shape.words_in_last < 2;
    if shape.tildes > 0 {
        let whole = match shape.dots {
            2 => shape.last_len == 0,
            // A Key Binding JWT has a signature; what ends with a tilde is a second token.
            4 => shape.last_len > 0 && (one_word || !shape.last_word_is_a_name),
            _ => false,
        };
        return expect.dots == 2 && whole;
    }
    if shape.dots != expect.dots {
        return false;
    }
    if expect.fits(shape.last_len) {
        return true;
    }
    let may_be_longer = expect.last.is_empty() || (one_word && !expect.fits(0));
    may_be_longer && !shape.last_word_is_a_name
}

/// The whole token as it would be.
#[derive(Default)]
struct Shape {
    header: String,
    dots: usize,
    tildes: usize,
    last_len: usize,
    words_in_last: usize,
    last_word_is_a_name: bool,
}

fn rest_shape(paste: &str, mut at: usize, gathered: &str) -> Option<Shape> {
    let mut shape = Shape::default();
    shape.take(gathered);
    while let Some(next) = atom(paste, at) {
        let text = paste.get(next.start..next.end).unwrap_or_default();
        match next.kind {
            Kind::Word | Kind::Dot | Kind::Tilde | Kind::Other('=') if next.layer.is_none() => {
                shape.take(text);
            }
            Kind::Gap(_) if next.layer.is_none() => {}
            // What closes a paste may stand at its very end.
            Kind::Other('"' | '\'' | '`' | ',' | ';') => {
                let behind = paste.get(next.end..)?;
                let closing = |c: char| c.is_whitespace() || "\"'`,;".contains(c);
                return behind.chars().all(closing).then_some(shape);
            }
            _ => return None,
        }
        at = next.end;
    }
    Some(shape)
}

impl Shape {
    fn take(&mut self, text: &str) {
        for segment in text.split_inclusive(['.', '~']) {
            let word = segment.trim_end_matches(['.', '~']);
            if self.dots == 0 && self.tildes == 0 {
                self.header.push_str(word);
            }
            if !word.is_empty() {
                self.last_len = self.last_len.saturating_add(word.len());
                self.words_in_last = self.words_in_last.saturating_add(1);
                self.last_word_is_a_name =
                    (3..12).contains(&word.len()) && !super::compact::mixed(word);
            }
            if segment.ends_with('.') {
                self.dots = self.dots.saturating_add(1);
            } else if segment.ends_with('~') {
                self.tildes = self.tildes.saturating_add(1);
            } else {
                continue;
            }
            self.last_len = 0;
            self.words_in_last = 0;
        }
    }
}
