//! A token as runs of characters that look alike: which part they belong to, and whether a fault
//! stands there. The coloured view draws these runs.

use crate::diagnostic::Diagnostic;
use crate::inspect::{SourceText, Token};
use crate::span::Part;
use std::ops::Range;

/// One part (or what stands between parts) with its runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The part; `None` for a dot, a tilde, or the JSON around the parts.
    pub part: Option<Part>,
    /// Its runs in order.
    pub runs: Vec<Run>,
    /// How many characters were left out at the end.
    pub left_out: usize,
}

/// Characters that look alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// The code of the fault that stands here.
    pub fault: Option<String>,
}

/// Cuts a token into segments, in order, with at most `longest` characters of each drawn.
/// Joined they are the token's text, but for what was left out.
pub fn segments(token: &Token, longest: usize) -> Vec<Segment> {
    let text = token.source.text.as_str();
    let faults: Vec<(Range<usize>, &str)> = token
        .faults
        .iter()
        .filter_map(|fault| Some((in_text(&token.source, fault)?, fault.code.as_ref())))
        .collect();
    let mut out = Vec::new();
    let mut at = 0;
    let mut parts: Vec<_> = token
        .parts
        .iter()
        .filter(|part| !part.range.is_empty())
        .collect();
    crate::order::by(&mut parts, |a, b| a.range.start.cmp(&b.range.start));
    for part in parts {
        // Parts of a JSON Serialization may hold one another; the outer one is drawn.
        if part.range.start < at {
            continue;
        }
        push(&mut out, text, None, at..part.range.start, &faults, longest);
        push(
            &mut out,
            text,
            Some(part.part),
            part.range.clone(),
            &faults,
            longest,
        );
        at = part.range.end;
    }
    push(&mut out, text, None, at..text.len(), &faults, longest);
    out
}

fn push(
    out: &mut Vec<Segment>,
    text: &str,
    part: Option<Part>,
    range: Range<usize>,
    faults: &[(Range<usize>, &str)],
    longest: usize,
) {
    let Some(whole) = text.get(range.clone()).filter(|whole| !whole.is_empty()) else {
        return;
    };
    let shown = whole
        .char_indices()
        .nth(longest)
        .map_or(whole.len(), |(end, _)| end);
    let end = range.start.saturating_add(shown);
    let left_out = whole.get(shown..).unwrap_or_default().chars().count();
    let mut runs = Vec::new();
    let mut at = range.start;
    let mut marked: Vec<_> = faults
        .iter()
        .filter(|(place, _)| place.start < end && place.end > range.start)
        .collect();
    crate::order::by(&mut marked, |a, b| a.0.start.cmp(&b.0.start));
    for (place, code) in marked {
        let (from, to) = (place.start.max(at), place.end.min(end));
        if from >= to {
            continue;
        }
        push_run(&mut runs, text, at..from, None);
        push_run(&mut runs, text, from..to, Some(code));
        at = to;
    }
    push_run(&mut runs, text, at..end, None);
    out.push(Segment {
        part,
        runs,
        left_out,
    });
}

fn push_run(runs: &mut Vec<Run>, text: &str, range: Range<usize>, fault: Option<&str>) {
    let Some(run) = text.get(range).filter(|run| !run.is_empty()) else {
        return;
    };
    runs.push(Run {
        text: run.to_owned(),
        fault: fault.map(str::to_owned),
    });
}

/// The place of a fault in the cleaned text. Faults name places of the paste.
fn in_text(source: &SourceText, fault: &Diagnostic) -> Option<Range<usize>> {
    let span = fault.span?;
    let start = offset_in_text(source, span.start)?;
    let last = offset_in_text(source, span.end.checked_sub(1)?)?;
    // A fault that covers a whole part says nothing about one place in it.
    let covers_a_part = span.end.saturating_sub(span.start) > 64;
    (last >= start && !covers_a_part).then(|| start..last.saturating_add(1))
}

fn offset_in_text(source: &SourceText, paste: usize) -> Option<usize> {
    source.runs.iter().find_map(|run| {
        let within = paste.checked_sub(run.paste).filter(|w| *w < run.width)?;
        // One character that a layer around the token wrote as several.
        let is_escape = run.width != run.len;
        Some(run.text.saturating_add(if is_escape { 0 } else { within }))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::inspect::{Encoding, Family, PartText, Run as SourceRun, Serialization};
    use crate::span::Span;

    fn token(text: &str, parts: &[(Part, Range<usize>)]) -> Token {
        Token {
            family: Family::Jws,
            serialization: Serialization::Compact,
            source: SourceText {
                text: text.to_owned(),
                runs: vec![SourceRun {
                    text: 0,
                    paste: 10,
                    len: text.len(),
                    width: text.len(),
                }],
            },
            parts: parts
                .iter()
                .map(|(part, range)| PartText {
                    part: *part,
                    range: range.clone(),
                    encoding: Encoding::Base64url,
                    bytes: Vec::new(),
                    exact: true,
                    json: None,
                })
                .collect(),
            signatures: Vec::new(),
            notes: Vec::new(),
            faults: Vec::new(),
        }
    }

    fn joined(segments: &[Segment]) -> String {
        segments
            .iter()
            .flat_map(|segment| segment.runs.iter().map(|run| run.text.as_str()))
            .collect()
    }

    #[test]
    fn parts_and_dots_alternate_and_nothing_is_lost() {
        let token = token(
            "aa.bb.cc",
            &[
                (Part::Header, 0..2),
                (Part::Payload, 3..5),
                (Part::Signature, 6..8),
            ],
        );
        let segments = segments(&token, 100);
        let parts: Vec<_> = segments.iter().map(|segment| segment.part).collect();
        assert_eq!(
            parts,
            [
                Some(Part::Header),
                None,
                Some(Part::Payload),
                None,
                Some(Part::Signature)
            ]
        );
        assert_eq!(joined(&segments), "aa.bb.cc");
    }

    #[test]
    fn an_empty_part_leaves_its_dots() {
        let token = token(
            "aa..",
            &[
                (Part::Header, 0..2),
                (Part::Payload, 3..3),
                (Part::Signature, 4..4),
            ],
        );
        assert_eq!(joined(&segments(&token, 100)), "aa..");
    }

    #[test]
    fn a_fault_is_a_run_of_its_own_at_its_place() {
        let mut token = token("aaXa.bb", &[(Part::Header, 0..4), (Part::Payload, 5..7)]);
        token
            .faults
            .push(Diagnostic::danger("bad").at(Span::of(Part::Header, 12..13)));
        let segments = segments(&token, 100);
        assert_eq!(segments[0].runs.len(), 3);
        assert_eq!(segments[0].runs[1].text, "X");
        assert_eq!(segments[0].runs[1].fault.as_deref(), Some("bad"));
        assert_eq!(joined(&segments), "aaXa.bb");
    }

    #[test]
    fn faults_that_overlap_or_lie_outside_lose_no_character() {
        let mut token = token("aaaa", &[(Part::Header, 0..4)]);
        for range in [0..3, 1..2, 2..4, 0..0, 90..95] {
            let range = range.start + 10..range.end + 10;
            token
                .faults
                .push(Diagnostic::danger("bad").at(Span::around(range)));
        }
        assert_eq!(joined(&segments(&token, 100)), "aaaa");
    }

    #[test]
    fn a_long_part_is_cut_and_says_by_how_much() {
        let token = token("aaaéaa.b", &[(Part::Header, 0..7), (Part::Payload, 8..9)]);
        let segments = segments(&token, 4);
        assert_eq!(segments[0].runs[0].text, "aaaé");
        assert_eq!(segments[0].left_out, 2);
    }

    #[test]
    fn a_part_inside_another_is_not_drawn_twice() {
        let token = token("{abc}", &[(Part::Header, 0..5), (Part::Payload, 1..4)]);
        assert_eq!(joined(&segments(&token, 100)), "{abc}");
    }
}
