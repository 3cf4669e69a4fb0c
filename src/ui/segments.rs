//! A token as runs of characters that look alike: which part they belong to, and what lies over
//! them. The coloured view draws these runs.

use crate::inspect::Token;
use crate::span::Part;
use crate::ui::marks::{Mark, Over, cut};
use std::ops::Range;

/// One part (or what stands between parts) with its runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The part; `None` for a dot, a tilde, or the JSON around the parts.
    pub part: Option<Part>,
    /// How many characters were left out at the beginning.
    pub left_out_before: usize,
    /// Its runs in order.
    pub runs: Vec<Run>,
    /// How many characters were left out at the end.
    pub left_out: usize,
}

/// Characters that look alike; none where something was removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// Where they begin in the cleaned token.
    pub at: usize,
    /// What lies over them.
    pub over: Vec<Over>,
}

/// Cuts a token into segments, in order, with at most `longest` characters of each drawn: the
/// first, or those around the mark that is pointed at. Joined they are the token's text, but for
/// what was left out. The bytes of the marks are those of the cleaned token; an empty range says
/// that something stood there and was removed.
pub fn segments(token: &Token, longest: usize, marks: &[Mark]) -> Vec<Segment> {
    let text = token.source.text.as_str();
    let mut out = Vec::new();
    let mut at = 0;
    let mut parts: Vec<_> = token
        .parts
        .iter()
        .filter(|part| !part.range.is_empty())
        .collect();
    crate::order::by(&mut parts, |a, b| a.range.start.cmp(&b.range.start));
    let mut push = |part: Option<Part>, range: Range<usize>| {
        out.extend(segment(text, part, range, longest, marks));
    };
    for part in parts {
        // Parts of a JSON Serialization may hold one another; the outer one is drawn.
        if part.range.start < at {
            continue;
        }
        push(None, at..part.range.start);
        push(Some(part.part), part.range.clone());
        at = part.range.end;
    }
    push(None, at..text.len());
    out
}

fn segment(
    text: &str,
    part: Option<Part>,
    range: Range<usize>,
    longest: usize,
    marks: &[Mark],
) -> Option<Segment> {
    let whole = text.get(range.clone()).filter(|whole| !whole.is_empty())?;
    let shown = window(text, range.clone(), longest, marks);
    let count = |range: Range<usize>| text.get(range).map_or(0, |text| text.chars().count());
    let wide: Vec<Mark> = marks
        .iter()
        .filter(|mark| !mark.bytes.is_empty())
        .cloned()
        .collect();
    let mut runs: Vec<Run> = cut(shown.clone(), &wide, |at| text.is_char_boundary(at))
        .into_iter()
        .map(|run| Run {
            text: text.get(run.bytes.clone()).unwrap_or_default().to_owned(),
            at: run.bytes.start,
            over: run.over.into_iter().cloned().collect(),
        })
        .collect();
    let is_last = range.end == text.len();
    let mut gaps: Vec<&Mark> = marks
        .iter()
        .filter(|mark| mark.bytes.is_empty())
        .filter(|mark| {
            let at = mark.bytes.start;
            shown.contains(&at) || (is_last && at == shown.end)
        })
        .collect();
    crate::order::by(&mut gaps, |a, b| a.bytes.start.cmp(&b.bytes.start));
    gaps.dedup_by_key(|mark| mark.bytes.start);
    for gap in gaps {
        put_gap(&mut runs, gap);
    }
    Some(Segment {
        part,
        left_out_before: count(range.start..shown.start),
        runs,
        left_out: count(shown.end..range.start.saturating_add(whole.len())),
    })
}

/// Puts a run without characters between the others, cutting the one it falls into.
fn put_gap(runs: &mut Vec<Run>, gap: &Mark) {
    let at = gap.bytes.start;
    let mut place = runs.partition_point(|run| run.at.saturating_add(run.text.len()) <= at);
    if let Some(run) = runs.get_mut(place)
        && let Some((before, after)) = run.text.split_at_checked(at.saturating_sub(run.at))
        && !before.is_empty()
    {
        let (before, after) = (before.to_owned(), after.to_owned());
        let rest = Run {
            text: after,
            at,
            over: run.over.clone(),
        };
        run.text = before;
        place = place.saturating_add(1);
        runs.insert(place, rest);
    }
    let gap = Run {
        text: String::new(),
        at,
        over: vec![gap.over.clone()],
    };
    runs.insert(place, gap);
}

/// The characters of a part that are drawn.
fn window(text: &str, range: Range<usize>, longest: usize, marks: &[Mark]) -> Range<usize> {
    let whole = text.get(range.clone()).unwrap_or_default();
    let end_of = |start: usize| {
        let rest = text.get(start..range.end).unwrap_or_default();
        let end = rest.char_indices().nth(longest).map(|(end, _)| end);
        start.saturating_add(end.unwrap_or(rest.len()))
    };
    if whole.len() <= longest {
        return range;
    }
    let pointed = marks.iter().find(|mark| mark.over == Over::Here);
    let pointed = pointed.map_or(range.start, |mark| mark.bytes.start);
    let first = end_of(range.start);
    if !range.contains(&pointed) || pointed < first {
        return range.start..first;
    }
    let start = text.floor_char_boundary(pointed.saturating_sub(longest / 4).max(range.start));
    start..end_of(start)
}

/// The parts of a token in a compact form that was made here, with the dots and tildes between
/// them (`None`).
/// Spec: RFC 7515 §7.1, RFC 7516 §7.1, RFC 9901 §4.
pub fn compact_parts(token: &str) -> Vec<(Option<Part>, &str)> {
    const JWE: [Part; 5] = [
        Part::Header,
        Part::EncryptedKey,
        Part::Iv,
        Part::Ciphertext,
        Part::Tag,
    ];
    const JWS: [Part; 3] = [Part::Header, Part::Payload, Part::Signature];
    let mut found = Vec::new();
    // A payload under `b64: false` may have a tilde in it, so the first that counts is behind.
    let second_dot = token.match_indices('.').nth(1).map_or(0, |(at, _)| at);
    let behind = token.get(second_dot..).unwrap_or_default();
    let is_sd = behind.contains('~');
    for (index, piece) in behind.split('~').enumerate() {
        if index > 0 {
            found.push((None, "~"));
        }
        if index > 0 && piece.contains('.') {
            found.push((Some(Part::KeyBinding), piece));
            continue;
        }
        if index > 0 {
            if !piece.is_empty() {
                found.push((Some(Part::Disclosure), piece));
            }
            continue;
        }
        let jwt = token.get(..second_dot.saturating_add(piece.len()));
        let jwt = jwt.unwrap_or_default();
        let names: &[Part] = match jwt.matches('.').count() {
            4 if !is_sd => &JWE,
            _ => &JWS,
        };
        for (place, text) in jwt.split('.').enumerate() {
            if place > 0 {
                found.push((None, "."));
            }
            found.push((names.get(place).copied(), text));
        }
    }
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::inspect::{Encoding, Family, PartText, Run as SourceRun, Serialization, SourceText};

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
        let segments = segments(&token, 100, &[]);
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
        assert_eq!(joined(&segments(&token, 100, &[])), "aa..");
    }

    fn finding(bytes: Range<usize>) -> Mark {
        let over = Over::Finding("bad".to_owned(), "danger");
        Mark { bytes, over }
    }

    #[test]
    fn what_is_marked_is_a_run_of_its_own_at_its_place() {
        let token = token("aaXa.bb", &[(Part::Header, 0..4), (Part::Payload, 5..7)]);
        let segments = segments(&token, 100, &[finding(2..3)]);
        assert_eq!(segments[0].runs.len(), 3);
        let marked = &segments[0].runs[1];
        assert_eq!((marked.text.as_str(), marked.at), ("X", 2));
        assert_eq!(marked.over, [finding(2..3).over]);
        assert_eq!(segments[2].runs[0].at, 5);
        assert_eq!(joined(&segments), "aaXa.bb");
    }

    #[test]
    fn marks_that_overlap_or_lie_outside_lose_no_character() {
        let token = token("aaaa", &[(Part::Header, 0..4)]);
        let marks: Vec<Mark> = [0..3, 1..2, 2..4, 0..0, 2..2, 4..4, 90..95, 9..9]
            .map(finding)
            .to_vec();
        assert_eq!(joined(&segments(&token, 100, &marks)), "aaaa");
    }

    #[test]
    fn what_was_removed_is_a_run_without_characters() {
        let token = token("aabb.c", &[(Part::Header, 0..4), (Part::Payload, 5..6)]);
        let marks = [finding(2..2), finding(0..0), finding(6..6), finding(2..2)];
        let segments = segments(&token, 100, &marks);
        let runs = segments.iter().flat_map(|segment| &segment.runs);
        let shown: Vec<_> = runs.map(|run| (run.text.as_str(), run.at)).collect();
        assert_eq!(
            shown,
            [
                ("", 0),
                ("aa", 0),
                ("", 2),
                ("bb", 2),
                (".", 4),
                ("c", 5),
                ("", 6)
            ]
        );
    }

    #[test]
    fn a_long_part_is_cut_and_says_by_how_much() {
        let token = token("aaaéaa.b", &[(Part::Header, 0..7), (Part::Payload, 8..9)]);
        let segments = segments(&token, 4, &[]);
        assert_eq!(segments[0].runs[0].text, "aaaé");
        assert_eq!((segments[0].left_out_before, segments[0].left_out), (0, 2));
    }

    #[test]
    fn a_long_part_is_drawn_around_what_is_pointed_at() {
        let text = format!("{}X{}", "a".repeat(50), "b".repeat(50));
        let token = token(&text, &[(Part::Header, 0..101)]);
        let here = Mark {
            bytes: 50..51,
            over: Over::Here,
        };
        let segments = segments(&token, 8, &[here]);
        assert_eq!(joined(&segments), "aaXbbbbb");
        let only = &segments[0];
        assert_eq!((only.left_out_before, only.left_out), (48, 45));
    }

    #[test]
    fn a_part_inside_another_is_not_drawn_twice() {
        let token = token("{abc}", &[(Part::Header, 0..5), (Part::Payload, 1..4)]);
        assert_eq!(joined(&segments(&token, 100, &[])), "{abc}");
    }

    #[test]
    fn the_parts_of_a_made_token_have_their_names() {
        let names = |token: &str| -> Vec<String> {
            let name = |(part, text): (Option<Part>, &str)| match part {
                Some(part) => format!("{}={text}", part.name()),
                None => text.to_owned(),
            };
            compact_parts(token).into_iter().map(name).collect()
        };
        assert_eq!(
            names("a.b.c"),
            ["header=a", ".", "payload=b", ".", "signature=c"]
        );
        // Disclosures and a Key Binding JWT are not what an encrypted token has.
        assert_eq!(
            names("a.b.c~d~e.f.g"),
            [
                "header=a",
                ".",
                "payload=b",
                ".",
                "signature=c",
                "~",
                "disclosure=d",
                "~",
                "key-binding=e.f.g",
            ]
        );
        assert_eq!(names("a.b.c~").last().map(String::as_str), Some("~"));
        assert_eq!(
            names("a.b~.c~")[2..],
            ["payload=b~", ".", "signature=c", "~"]
        );
        let jwe = names("a.b.c.d.e");
        assert_eq!(
            (jwe[2].as_str(), jwe[8].as_str()),
            ("encrypted-key=b", "tag=e")
        );
    }
}
