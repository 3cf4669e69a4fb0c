//! One walk over the paste: where tokens begin, and what of them was gathered.

use super::atoms::{Atom, Kind, atom};
use super::compact::{Gathered, gather};
use super::expectation::is_header;
use super::shape::begins_object;
use crate::{base64url, json};
use std::collections::BTreeSet;
use std::ops::Range;

/// More tokens than this are not read: nobody looks through a longer list.
pub(super) const MAX_TOKENS: usize = 100;

/// More lone parts than this are not kept.
const MAX_LONE: usize = 16;

/// What the walk found.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// In order of place, each text once.
    pub tokens: Vec<Sighting>,
    /// Single base64url-encoded JSON objects without any dot.
    pub lone: Vec<Sighting>,
    /// Places where the text of a token listed already was found again.
    pub repeated: Vec<Range<usize>>,
    /// The walk ended at the limit.
    pub overflow: bool,
}

/// A token, and what was glued to its front.
#[derive(Debug)]
pub(super) struct Sighting {
    pub gathered: Gathered,
    /// `Bearer` without a space, as it stands.
    pub glued: Option<Range<usize>>,
}

/// Walks over `paste`, passing over the ranges in `taken`, which are in order.
pub(super) fn scan(paste: &str, taken: &[Range<usize>]) -> Scan {
    let mut found = Scan::default();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut taken = taken.iter().peekable();
    let mut walk = Walk::default();
    while let Some(next) = atom(paste, walk.at) {
        if let Some(range) = taken.next_if(|range| range.start <= next.start) {
            walk.jump(range.end.max(next.start));
            continue;
        }
        let Some(start) = walk.token_start(paste, next) else {
            walk.pass(next);
            continue;
        };
        let gathered = gather(paste, start.at);
        // Gathering always takes the word it began with, so that the walk goes on behind it.
        walk.jump(gathered.range.end.max(next.end));
        let sighting = Sighting {
            gathered,
            glued: start.glued,
        };
        if sighting.gathered.dots == 0 {
            if found.lone.len() < MAX_LONE {
                found.lone.push(sighting);
            }
            continue;
        }
        if seen.contains(&sighting.gathered.source.text) {
            found.repeated.push(sighting.gathered.range.clone());
            continue;
        }
        if found.tokens.len() >= MAX_TOKENS {
            found.overflow = true;
            break;
        }
        seen.insert(sighting.gathered.source.text.clone());
        found.tokens.push(sighting);
    }
    found
}

struct Start {
    at: usize,
    glued: Option<Range<usize>>,
}

/// Where the walk is, and the atoms it has just passed.
#[derive(Default)]
struct Walk {
    at: usize,
    /// Nothing before this place is looked at again.
    floor: usize,
    last: Option<Atom>,
    before_last: Option<Atom>,
}

impl Walk {
    fn pass(&mut self, next: Atom) {
        self.before_last = self.last;
        self.last = Some(next);
        self.at = next.end;
    }

    fn jump(&mut self, to: usize) {
        self.at = to;
        self.floor = to;
        self.last = None;
        self.before_last = None;
    }

    /// Where a token begins, if the atom `next` is the first word that gives one away.
    fn token_start(&self, paste: &str, next: Atom) -> Option<Start> {
        if next.kind != Kind::Word || next.layer.is_some() {
            return None;
        }
        let word = paste.get(next.start..next.end)?;
        if begins_object(word) {
            return Some(Start {
                at: self
                    .damaged_front(paste, word, next.start)
                    .unwrap_or(next.start),
                glued: None,
            });
        }
        if let Some(len) = glued_scheme(word) {
            let at = next.start.saturating_add(len);
            return Some(Start {
                at,
                glued: Some(next.start..at),
            });
        }
        let other = self.last.is_none_or(|last| last.kind != Kind::Dot)
            && is_other_json(word)
            && atom(paste, next.end).is_some_and(|atom| atom.kind == Kind::Dot);
        other.then_some(Start {
            at: next.start,
            glued: None,
        })
    }

    /// The beginning of a token whose first part cannot be read, when `word`, which begins an
    /// object, is its second part: `x.eyJ…`, unless `word` is a header itself.
    fn damaged_front(&self, paste: &str, word: &str, start: usize) -> Option<usize> {
        let byte_order_mark = paste
            .get(self.floor..start)
            .filter(|ahead| ahead.ends_with("77u/"));
        if byte_order_mark.is_some() {
            return start.checked_sub(4);
        }
        let last = self.last?;
        let (dot, own_line) = match last.kind {
            Kind::Dot => (last, false),
            Kind::Gap(gap) if gap.lines > 0 => (self.before_last?, true),
            _ => return None,
        };
        if dot.kind != Kind::Dot || dot.layer.is_some() || is_header(word) {
            return None;
        }
        let ahead = paste.get(self.floor..dot.start)?;
        let front = ahead
            .char_indices()
            .rev()
            .take_while(|(_, c)| !ends_segment(*c))
            .last()
            .map_or(dot.start, |(at, _)| self.floor.saturating_add(at));
        let len = dot.start.saturating_sub(front);
        // A sentence may end above a line that begins with an encoded object.
        if own_line && len < 10 {
            return None;
        }
        Some(front)
    }
}

/// Characters that do not stand inside a part, not even by mistake.
fn ends_segment(c: char) -> bool {
    c.is_whitespace() || "\"'`“”‘’<>()[]{}\\&,;:?#|=./".contains(c)
}

/// Names that are written in front of a token, in lower case.
const SCHEMES: [&str; 9] = [
    "authorization",
    "access_token",
    "refresh_token",
    "id_token",
    "bearer",
    "token",
    "dpop",
    "jwt",
    "jws",
];

/// The length of a scheme's name glued to a header: `BearereyJ…`.
fn glued_scheme(word: &str) -> Option<usize> {
    SCHEMES.iter().find_map(|scheme| {
        let front = word.get(..scheme.len())?;
        if !front.eq_ignore_ascii_case(scheme) {
            return None;
        }
        let rest = word.get(scheme.len()..)?;
        let joined = rest.trim_start_matches(['_', '-']);
        begins_object(joined).then(|| word.len().saturating_sub(joined.len()))
    })
}

/// Whether a word encodes a JSON array or string as a whole: a header, though not an object.
fn is_other_json(word: &str) -> bool {
    let opens = word.starts_with('W') || word.starts_with('I');
    if !opens || word.len() < 3 {
        return false;
    }
    let Some(bytes) = base64url::decode(word) else {
        return false;
    };
    matches!(bytes.first(), Some(b'[' | b'"')) && json::parse(bytes).faults().is_empty()
}
