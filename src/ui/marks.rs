//! What lies over the bytes of a part in every view: findings, hits of the search, the place that
//! is pointed at. Marks may overlap; [`cut`] gives runs that have the same marks throughout.

use std::ops::Range;

/// What lies over bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Over {
    /// What cannot be read: its code.
    Fault(String),
    /// A finding: its code and its severity's name.
    Finding(String, &'static str),
    /// A hit of the search.
    Hit,
    /// The hit that was gone to last.
    CurrentHit,
    /// The claim that holds what is pointed at.
    Around,
    /// What is pointed at.
    Here,
}

/// Some bytes, and what lies over them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The bytes; not empty.
    pub bytes: Range<usize>,
    /// What lies over them.
    pub over: Over,
}

/// A run of bytes under the same marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<'m> {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// What lies over them, in the order of the marks.
    pub over: Vec<&'m Over>,
}

/// Cuts `bytes` where a mark begins or ends. `is_place` says where a cut may be made: not inside
/// a character; elsewhere it is made at the next place before.
pub fn cut<'m>(
    bytes: Range<usize>,
    marks: &'m [Mark],
    is_place: impl Fn(usize) -> bool,
) -> Vec<Run<'m>> {
    let down = |at: usize| {
        let lowest = at.saturating_sub(3).max(bytes.start);
        (lowest..=at).rev().find(|at| is_place(*at)).unwrap_or(at)
    };
    let touching = marks
        .iter()
        .filter(|mark| mark.bytes.start < bytes.end && mark.bytes.end > bytes.start);
    let touching: Vec<(Range<usize>, &Over)> = touching
        .map(|mark| {
            let start = down(mark.bytes.start.max(bytes.start));
            let end = mark.bytes.end.min(bytes.end);
            let end = if is_place(end) || end == bytes.end {
                end
            } else {
                (end..=end.saturating_add(3).min(bytes.end))
                    .find(|at| is_place(*at))
                    .unwrap_or(bytes.end)
            };
            (start..end, &mark.over)
        })
        .collect();
    let mut edges: Vec<usize> = touching
        .iter()
        .flat_map(|(range, _)| [range.start, range.end])
        .chain([bytes.start, bytes.end])
        .collect();
    crate::order::by(&mut edges, |a, b| a.cmp(b));
    edges.dedup();
    edges
        .windows(2)
        .filter_map(|pair| match pair {
            [start, end] => Some(*start..*end),
            _ => None,
        })
        .map(|run| Run {
            over: touching
                .iter()
                .filter(|(range, _)| range.start < run.end && range.end > run.start)
                .map(|(_, over)| *over)
                .collect(),
            bytes: run,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(bytes: Range<usize>, over: Over) -> Mark {
        Mark { bytes, over }
    }

    fn shown(bytes: Range<usize>, marks: &[Mark]) -> Vec<(Range<usize>, usize)> {
        let runs = cut(bytes, marks, |_| true);
        runs.into_iter()
            .map(|run| (run.bytes, run.over.len()))
            .collect()
    }

    #[test]
    fn without_marks_there_is_one_run() {
        assert_eq!(shown(3..9, &[]), [(3..9, 0)]);
        assert_eq!(
            shown(3..9, &[mark(0..3, Over::Hit), mark(9..12, Over::Hit)]),
            [(3..9, 0)]
        );
    }

    #[test]
    fn runs_under_overlapping_marks_cover_every_byte_once() {
        let marks = [
            mark(1..5, Over::Hit),
            mark(3..8, Over::Here),
            mark(0..20, Over::CurrentHit),
        ];
        assert_eq!(
            shown(0..10, &marks),
            [(0..1, 1), (1..3, 2), (3..5, 3), (5..8, 2), (8..10, 1)]
        );
    }

    #[test]
    fn a_cut_inside_a_character_widens_the_mark_to_the_whole_of_it() {
        let text = "aé€b".as_bytes();
        let is_place = |at: usize| text.get(at).is_none_or(|byte| byte & 0xC0 != 0x80);
        let marks = [mark(2..5, Over::Hit)];
        let runs = cut(0..text.len(), &marks, is_place);
        let places: Vec<_> = runs
            .iter()
            .map(|run| (run.bytes.clone(), run.over.len()))
            .collect();
        assert_eq!(places, [(0..1, 0), (1..6, 1), (6..7, 0)]);
    }
}
