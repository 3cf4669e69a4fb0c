//! Parts that stand one after the other without dots, each on its line or under a label: what is
//! left of a token when a page shows its parts in boxes. They are shown as the parts they are;
//! the missing dots are faults, for a text without them was never signed.

use super::atoms::{Kind, atom};
use super::expectation::{Expectation, is_header};
use super::scan::Sighting;
use super::words::next_word;
use crate::jose::compact::read_undotted;
use crate::jose::token::{SourceText, Token};
use std::ops::Range;

/// How far behind the payload the signature may begin: a label's length.
const MAX_LABEL: usize = 64;

/// The token whose header and payload are the first two of `lone`, when they are.
pub(super) fn assemble(paste: &str, lone: &[Sighting]) -> Option<(Token, Range<usize>)> {
    let [header, payload, ..] = lone else {
        return None;
    };
    let header = &header.gathered;
    let payload = &payload.gathered;
    if !is_header(&header.source.text) || is_header(&payload.source.text) {
        return None;
    }
    let expect = Expectation::of_header(&header.source.text);
    if expect.dots != 2 {
        return None;
    }
    let signature = signature(paste, payload.range.end, &expect);
    let mut source = SourceText::default();
    for gathered in [header, payload] {
        for run in &gathered.source.runs {
            let end = run.text.saturating_add(run.len);
            let text = gathered.source.text.get(run.text..end).unwrap_or_default();
            source.push(text, run.paste..run.paste.saturating_add(run.width));
        }
    }
    let first = header.source.text.len();
    let second = source.text.len();
    let mut end = payload.range.end;
    if let Some(range) = signature {
        end = range.end;
        source.push(paste.get(range.clone()).unwrap_or_default(), range);
    }
    let token = read_undotted(source, [first, second]);
    Some((token, header.range.start..end))
}

/// The word of a signature's length, behind a label at most.
fn signature(paste: &str, from: usize, expect: &Expectation) -> Option<Range<usize>> {
    let mut at = from;
    while let Some(word) = next_word(paste, at) {
        if word.start.saturating_sub(from) > MAX_LABEL {
            return None;
        }
        let closed = atom(paste, word.end).is_none_or(|next| next.kind != Kind::Dot);
        if expect.fits(word.len()) && closed {
            return Some(word);
        }
        at = word.end;
    }
    None
}
