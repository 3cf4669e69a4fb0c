//! One walk over the paste: where tokens begin, and what of them was gathered.

use super::compact::{Gathered, gather};
use super::expectation::is_header;
use super::shape::begins_object;
use super::words::next_word;
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
    // Nothing before the floor is looked at again.
    let (mut at, mut floor) = (0_usize, 0_usize);
    while let Some(word) = next_word(paste, at) {
        if let Some(range) = taken.next_if(|range| range.start < word.end) {
            at = range.end.max(at);
            floor = at;
            continue;
        }
        at = word.end;
        let Some(start) = token_start(paste, &word, floor) else {
            continue;
        };
        let gathered = gather(paste, start.at);
        at = gathered.range.end.max(word.end);
        floor = at;
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

/// Where a token begins, if `range` is the first word of it that gives it away.
fn token_start(paste: &str, range: &Range<usize>, floor: usize) -> Option<Start> {
    let word = paste.get(range.clone())?;
    if begins_object(word) {
        let front = damaged_front(paste, word, range.start, floor);
        return Some(Start {
            at: front.unwrap_or(range.start),
            glued: None,
        });
    }
    if let Some(len) = glued_scheme(word) {
        let at = range.start.saturating_add(len);
        return Some(Start {
            at,
            glued: Some(range.start..at),
        });
    }
    let bytes = paste.as_bytes();
    let dot_before = range.start.checked_sub(1).and_then(|at| bytes.get(at)) == Some(&b'.');
    let dot_behind = bytes.get(range.end) == Some(&b'.');
    (!dot_before && dot_behind && is_other_json(word)).then_some(Start {
        at: range.start,
        glued: None,
    })
}

/// How far the lines of a broken token may be apart.
const MAX_BREAK: usize = 64;

/// The beginning of a token whose first part cannot be read, when `word`, which begins an
/// object, is its second part: `x.eyJ…`, unless `word` is a header itself.
fn damaged_front(paste: &str, word: &str, start: usize, floor: usize) -> Option<usize> {
    let ahead = paste.get(floor..start)?;
    if ahead.ends_with("77u/") {
        // The standard alphabet's `/` in the encoding of a byte order mark.
        return start.checked_sub(4);
    }
    let mut own_line = false;
    let mut until_dot = ahead.strip_suffix('.');
    if until_dot.is_none() {
        let near = ahead.trim_end_matches([' ', '\t', '\r', '\n']);
        let gap = ahead.get(near.len()..)?;
        own_line = gap.contains('\n') && gap.len() <= MAX_BREAK;
        until_dot = near.strip_suffix('.').filter(|_| own_line);
    }
    let until_dot = until_dot?;
    if is_header(word) {
        return None;
    }
    let front = until_dot
        .char_indices()
        .rev()
        .take_while(|(_, c)| !ends_segment(*c))
        .last()
        .map_or(until_dot.len(), |(at, _)| at);
    // A sentence may end above a line that begins with an encoded object.
    let len = until_dot.len().saturating_sub(front);
    (!own_line || len >= 10).then(|| floor.saturating_add(front))
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
