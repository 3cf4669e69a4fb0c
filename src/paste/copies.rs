//! Text that stands beside a token and repeats it: the same parts again under labels, whole or
//! cut short, as printed pages and documentation have them.

use super::atoms::{Kind, atom};
use super::scan::Sighting;
use super::words::next_word;
use crate::diagnostic::{Diagnostic, Fact};
use crate::jose::faults::part_word;
use crate::jose::token::Token;
use crate::order;
use crate::span::{Part, Span};
use std::ops::Range;

/// Fewer characters than this are no copy of a part, unless an ellipsis follows them.
const MIN_COPY: usize = 12;
const MIN_COPY_WITH_ELLIPSIS: usize = 4;

/// More notes than this of one paste are not made.
const MAX_NOTES: usize = 32;

/// Takes out of `sightings` what only repeats a piece of a longer one. A shortened copy of a
/// token is named here; a copy of single parts is left to [`repeated_parts`].
pub(super) fn drop_shortened(sightings: &mut Vec<Sighting>) -> Vec<Diagnostic> {
    let mut tails = tails(sightings);
    order::by(&mut tails, |a, b| a.cmp(b));
    let copies: Vec<Option<Piece>> = sightings
        .iter()
        .enumerate()
        .map(|(index, sighting)| piece_of(index, &sighting.gathered.source.text, &tails))
        .collect();
    let notes = sightings
        .iter()
        .zip(&copies)
        .filter_map(|(sighting, copy)| {
            let gathered = &sighting.gathered;
            let length = copy.as_ref().filter(|copy| copy.from_start)?.length;
            let range = with_ellipsis(&gathered.range, gathered.ellipsis.as_ref());
            Some(
                Diagnostic::info("paste-shortened-copy")
                    .at(Span::around(range))
                    .with("part", Fact::Word("part-token".into()))
                    .with("shown", gathered.source.text.len())
                    .with("length", length),
            )
        })
        .collect();
    let mut copies = copies.iter();
    sightings.retain(|_| copies.next().is_some_and(Option::is_none));
    notes
}

/// A text that another token contains from the beginning of one of its parts on.
struct Piece {
    /// It is the beginning of a token and not of one part alone.
    from_start: bool,
    /// Length of the whole token.
    length: usize,
}

/// The text of every token from each of its parts on, and where it is from.
fn tails(sightings: &[Sighting]) -> Vec<(String, usize, usize)> {
    let mut tails = Vec::new();
    for (index, sighting) in sightings.iter().enumerate() {
        let text = sighting.gathered.source.text.as_str();
        let starts = text
            .match_indices('.')
            .map(|(at, dot)| at.saturating_add(dot.len()));
        for start in std::iter::once(0).chain(starts).take(5) {
            let tail = text.get(start..).unwrap_or_default();
            tails.push((tail.to_owned(), index, start));
        }
    }
    tails
}

fn piece_of(index: usize, text: &str, tails: &[(String, usize, usize)]) -> Option<Piece> {
    let piece = text.trim_end_matches('.');
    if piece.len() < MIN_COPY {
        return None;
    }
    let first = tails.partition_point(|(tail, _, _)| tail.as_str() < piece);
    let fitting = tails.get(first..)?.iter();
    let (tail, _, start) = fitting
        .take_while(|(tail, _, _)| tail.starts_with(piece))
        .find(|(tail, of, start)| *of != index && (tail.len() > text.len() || *start > 0))?;
    Some(Piece {
        from_start: *start == 0 && piece.contains('.'),
        length: tail.len().saturating_add(*start),
    })
}

fn with_ellipsis(range: &Range<usize>, ellipsis: Option<&Range<usize>>) -> Range<usize> {
    range.start..ellipsis.map_or(range.end, |dots| dots.end)
}

/// Notes on parts of `tokens` that stand in the paste again, outside `taken`.
pub(super) fn repeated_parts(
    paste: &str,
    tokens: &[Token],
    taken: &[Range<usize>],
) -> Vec<Diagnostic> {
    let mut parts: Vec<(&str, Part)> = tokens
        .iter()
        .flat_map(|token| {
            let parts = token.parts.iter();
            parts.map(|part| (token.text_of(part), part.part))
        })
        .filter(|(text, _)| text.len() >= MIN_COPY_WITH_ELLIPSIS)
        .collect();
    order::by(&mut parts, |a, b| a.cmp(b));
    parts.dedup_by_key(|(text, _)| *text);
    let mut notes = Vec::new();
    let mut whole = 0_usize;
    let mut first_whole = None;
    let mut taken = taken.iter().peekable();
    let mut at = 0_usize;
    while let Some(word) = next_word(paste, at) {
        if let Some(range) = taken.next_if(|range| range.start < word.end) {
            at = range.end.max(at);
            continue;
        }
        at = word.end;
        if notes.len() >= MAX_NOTES {
            break;
        }
        let Some(copy) = copy_at(paste, word, &parts) else {
            continue;
        };
        at = copy.range.end.max(at);
        if copy.shown == copy.length {
            whole = whole.saturating_add(1);
            first_whole.get_or_insert(copy.range);
            continue;
        }
        notes.push(
            Diagnostic::info("paste-shortened-copy")
                .at(Span::around(copy.range))
                .with("part", part_word(copy.part))
                .with("shown", copy.shown)
                .with("length", copy.length),
        );
    }
    if let Some(range) = first_whole {
        notes.push(
            Diagnostic::info("paste-repeated-parts")
                .at(Span::around(range))
                .with("count", whole),
        );
    }
    notes
}

struct Copy {
    part: Part,
    range: Range<usize>,
    shown: usize,
    length: usize,
}

/// The part that the word at `range` is the beginning of, followed through line breaks.
fn copy_at(paste: &str, range: Range<usize>, parts: &[(&str, Part)]) -> Option<Copy> {
    let word = paste.get(range.clone())?;
    if word.len() < MIN_COPY_WITH_ELLIPSIS {
        return None;
    }
    let first = parts.partition_point(|(text, _)| *text < word);
    let (text, part) = parts
        .get(first)
        .filter(|(text, _)| text.starts_with(word))?;
    let mut shown = word.len();
    let mut end = range.end;
    let mut ellipsis = false;
    while let Some(next) = atom(paste, end) {
        match next.kind {
            Kind::Gap(_) => {
                let Some(further) = atom(paste, next.end) else {
                    break;
                };
                let more = paste.get(further.start..further.end).unwrap_or_default();
                let rest = text.get(shown..).unwrap_or_default();
                if further.kind != Kind::Word || rest.is_empty() || !rest.starts_with(more) {
                    break;
                }
                shown = shown.saturating_add(more.len());
                end = further.end;
            }
            Kind::Ellipsis => {
                ellipsis = true;
                end = next.end;
                break;
            }
            _ => break,
        }
    }
    let enough = shown >= MIN_COPY || ellipsis || shown == text.len();
    enough.then_some(Copy {
        part: *part,
        range: range.start..end,
        shown,
        length: text.len(),
    })
}
