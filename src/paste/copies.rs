//! Text that stands beside a token and repeats it: the same parts again under labels, whole or
//! cut short, as printed pages and documentation have them.

use super::atoms::{Kind, atom};
use super::scan::Sighting;
use crate::diagnostic::Diagnostic;
use crate::jose::faults::part_word;
use crate::jose::token::Token;
use crate::span::{Part, Span};
use std::ops::Range;

/// Fewer characters than this are no copy of a part, unless an ellipsis follows them.
const MIN_COPY: usize = 12;
const MIN_COPY_WITH_ELLIPSIS: usize = 4;

/// More notes than this of one paste are not made.
const MAX_NOTES: usize = 32;

/// Takes out of `sightings` what only repeats the beginning of a longer one, and says so.
pub(super) fn drop_shortened(sightings: &mut Vec<Sighting>) -> Vec<Diagnostic> {
    let mut order: Vec<usize> = (0..sightings.len()).collect();
    let text = |index: usize| {
        sightings
            .get(index)
            .map_or("", |sighting| sighting.gathered.source.text.as_str())
    };
    order.sort_by(|a, b| text(*a).cmp(text(*b)));
    let mut shortened: Vec<(usize, usize)> = Vec::new();
    for pair in order.windows(2) {
        let [short, long] = pair else { continue };
        let (cut, whole) = (text(*short), text(*long));
        if cut.len() >= MIN_COPY && whole.starts_with(cut) {
            shortened.push((*short, whole.len()));
        }
    }
    shortened.sort_unstable();
    let notes = shortened
        .iter()
        .filter_map(|(index, whole)| {
            let gathered = &sightings.get(*index)?.gathered;
            Some(
                Diagnostic::info("paste-shortened-copy")
                    .at(Span::around(with_ellipsis(
                        &gathered.range,
                        &gathered.ellipsis,
                    )))
                    .with("part", crate::diagnostic::Fact::Word("part-token".into()))
                    .with("shown", gathered.source.text.len())
                    .with("length", *whole),
            )
        })
        .collect();
    let mut index = 0_usize;
    sightings.retain(|_| {
        let keep = shortened
            .binary_search_by_key(&index, |(at, _)| *at)
            .is_err();
        index = index.saturating_add(1);
        keep
    });
    notes
}

fn with_ellipsis(range: &Range<usize>, ellipsis: &Option<Range<usize>>) -> Range<usize> {
    range.start..ellipsis.as_ref().map_or(range.end, |dots| dots.end)
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
    parts.sort_unstable();
    parts.dedup_by_key(|(text, _)| *text);
    let mut notes = Vec::new();
    let mut whole = 0_usize;
    let mut first_whole = None;
    let mut taken = taken.iter().peekable();
    let mut at = 0_usize;
    while let Some(next) = atom(paste, at) {
        if let Some(range) = taken.next_if(|range| range.start <= next.start) {
            at = range.end.max(next.start);
            if range.end <= next.start {
                continue;
            }
            continue;
        }
        at = next.end;
        if next.kind != Kind::Word || next.layer.is_some() || notes.len() >= MAX_NOTES {
            continue;
        }
        let Some(copy) = copy_at(paste, next.start..next.end, &parts) else {
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
