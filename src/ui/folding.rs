//! Which objects and arrays of a laid-out document are folded, and which rows that hides. A
//! folded container keeps the row that opens it; the row that closes it goes with the contents.

use crate::json::{Layout, Shape};
use std::collections::BTreeSet;
use std::ops::Range;

/// The lines whose containers are folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folding(BTreeSet<u32>);

impl Folding {
    /// Everything but the outermost container folded.
    pub fn all(layout: &Layout) -> Folding {
        let rows = 0..layout.rows().len();
        let openers = rows.filter_map(|row| {
            let line = layout.line_of(row)?;
            let opens = line.shape == Shape::Opens && line.depth == 1;
            opens.then(|| layout.rows().get(row).map(|row| row.line))?
        });
        Folding(openers.collect())
    }

    /// Whether nothing is folded.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the container that this line opens is folded.
    pub fn is_folded(&self, line: u32) -> bool {
        self.0.contains(&line)
    }

    /// Folds a container, or unfolds it.
    pub fn toggle(&mut self, line: u32) {
        if !self.0.remove(&line) {
            self.0.insert(line);
        }
    }

    /// Unfolds what hides a row; whether anything did.
    pub fn reveal(&mut self, layout: &Layout, row: usize) -> bool {
        let before = self.0.len();
        self.0
            .retain(|line| !inside(layout, *line).is_some_and(|rows| rows.contains(&row)));
        self.0.len() != before
    }

    /// The rows that cannot be seen, in order and apart from each other.
    pub fn hidden(&self, layout: &Layout) -> Vec<Range<usize>> {
        let mut hidden: Vec<Range<usize>> = Vec::new();
        for rows in self.0.iter().filter_map(|line| inside(layout, *line)) {
            // Lines come in order: one that lies in another follows it.
            if hidden.last().is_none_or(|last| rows.start >= last.end) {
                hidden.push(rows);
            }
        }
        hidden
    }
}

/// The row that can be seen after this one, or before it, in which a value or a line begins.
pub fn beside(
    layout: &Layout,
    hidden: &[Range<usize>],
    row: usize,
    forward: bool,
) -> Option<usize> {
    let mut at = row;
    loop {
        at = match forward {
            true => at.checked_add(1).filter(|at| *at < layout.rows().len())?,
            false => at.checked_sub(1)?,
        };
        if let Some(rows) = hidden.iter().find(|rows| rows.contains(&at)) {
            at = if forward {
                rows.end.saturating_sub(1)
            } else {
                rows.start
            };
            continue;
        }
        let closes = layout
            .line_of(at)
            .is_some_and(|line| line.shape == Shape::Closes);
        if layout.begins_line(at) && !closes {
            return Some(at);
        }
    }
}

/// The row that opens the container in which a row stands.
pub fn parent(layout: &Layout, row: usize) -> Option<usize> {
    let depth = layout.line_of(row)?.depth;
    let closes = layout.line_of(row)?.shape == Shape::Closes;
    if closes {
        return Some(layout.first_row(layout.line_of(row)?.partner));
    }
    (0..row).rev().find(|at| {
        let line = layout.line_of(*at);
        line.is_some_and(|line| line.shape == Shape::Opens && line.depth < depth)
    })
}

/// The rows that a container hides when it is folded.
fn inside(layout: &Layout, line: u32) -> Option<Range<usize>> {
    let opener = layout.first_row(line);
    let partner = layout
        .line_of(opener)
        .filter(|line| line.shape == Shape::Opens)?
        .partner;
    let closer = layout.first_row(partner);
    Some(opener.saturating_add(1)..closer.saturating_add(1))
}

#[cfg(test)]
#[allow(
    clippy::single_range_in_vec_init,
    reason = "a list of one range is meant"
)]
mod tests {
    use super::*;
    use crate::json::parse;

    // 0 {, 1 "a": {, 2 "b": [, 3 1, 4 ], 5 }, 6 "c": 2, 7 }
    fn layout() -> Layout {
        Layout::pretty(&parse(br#"{"a":{"b":[1]},"c":2}"#.to_vec()))
    }

    fn folded(lines: &[u32]) -> Folding {
        let mut folding = Folding::default();
        for line in lines {
            folding.toggle(*line);
        }
        folding
    }

    #[test]
    fn a_folded_container_hides_its_contents_and_its_closing_row() {
        let layout = layout();
        for (lines, hidden) in [
            (&[][..], vec![]),
            (&[2], vec![3..5]),
            (&[1], vec![2..6]),
            (&[1, 2], vec![2..6]),
            (&[0], vec![1..8]),
            // A scalar cannot be folded.
            (&[3], vec![]),
        ] {
            assert_eq!(folded(lines).hidden(&layout), hidden, "{lines:?}");
        }
    }

    #[test]
    fn a_row_is_revealed_by_unfolding_what_hides_it_and_nothing_else() {
        let layout = layout();
        let mut folding = folded(&[1, 2]);
        assert!(!folding.reveal(&layout, 6));
        assert!(!folding.reveal(&layout, 1));
        assert!(folding.reveal(&layout, 4));
        assert!(folding.is_empty());
    }

    #[test]
    fn all_folds_what_stands_directly_in_the_outermost() {
        let layout = layout();
        let all = Folding::all(&layout);
        assert!(all.is_folded(1) && !all.is_folded(0) && !all.is_folded(2));
        assert!(Folding::all(&Layout::pretty(&parse(b"{\"a\":1}".to_vec()))).is_empty());
    }

    #[test]
    fn the_way_up_and_down_passes_over_what_is_hidden() {
        let layout = layout();
        let hidden = folded(&[1]).hidden(&layout);
        assert_eq!(beside(&layout, &hidden, 1, true), Some(6));
        assert_eq!(beside(&layout, &hidden, 6, false), Some(1));
        assert_eq!(
            beside(&layout, &hidden, 6, true),
            None,
            "a bracket alone is no stop"
        );
        assert_eq!(beside(&layout, &[], 3, true), Some(6));
        assert_eq!(beside(&layout, &hidden, 0, false), None);
        let nothing_but_hidden = folded(&[0]).hidden(&layout);
        assert_eq!(beside(&layout, &nothing_but_hidden, 0, true), None);
    }

    #[test]
    fn a_row_has_the_container_it_stands_in_as_parent() {
        let layout = layout();
        for (row, opener) in [
            (3, Some(2)),
            (4, Some(2)),
            (2, Some(1)),
            (6, Some(0)),
            (0, None),
        ] {
            assert_eq!(parent(&layout, row), opener, "row {row}");
        }
    }

    #[test]
    fn a_long_value_is_one_line_on_the_way() {
        let long = format!(r#"{{"a":"{}","b":1}}"#, "x".repeat(5_000));
        let layout = Layout::pretty(&parse(long.into()));
        let next = beside(&layout, &[], 1, true);
        assert_eq!(next, Some(layout.first_row(2)));
        assert!(next > Some(2));
    }
}
