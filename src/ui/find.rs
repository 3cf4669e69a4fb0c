//! Every place of a text in a longer one, for the search of the JSON view. Small and capital
//! ASCII letters are the same: names and hashes are looked for from memory.

use std::ops::Range;

/// The places, in order; none overlaps the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    starts: Vec<u32>,
    length: usize,
}

/// Every place of `wanted` in `text`.
pub fn find(text: &str, wanted: &str) -> Hits {
    if wanted.is_empty() {
        return Hits::default();
    }
    let (text, wanted) = (text.to_ascii_lowercase(), wanted.to_ascii_lowercase());
    let starts = text.match_indices(&wanted);
    Hits {
        starts: starts
            .filter_map(|(start, _)| u32::try_from(start).ok())
            .collect(),
        length: wanted.len(),
    }
}

impl Hits {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// Where number `index` stands, counted from 0.
    pub fn place(&self, index: usize) -> Option<Range<usize>> {
        let start = *self.starts.get(index)? as usize;
        Some(start..start.saturating_add(self.length))
    }

    /// Those that stand in a range of the text, wholly or in part, with their numbers.
    pub fn within(&self, range: Range<usize>) -> impl Iterator<Item = (usize, Range<usize>)> {
        let ends_before =
            |start: &u32| (*start as usize).saturating_add(self.length) <= range.start;
        let first = self.starts.partition_point(ends_before);
        (first..self.starts.len())
            .map_while(|index| Some((index, self.place(index)?)))
            .take_while(move |(_, place)| place.start < range.end)
    }
}

#[cfg(test)]
#[allow(
    clippy::single_range_in_vec_init,
    reason = "a list of one range is meant"
)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn places(text: &str, wanted: &str) -> Vec<Range<usize>> {
        let hits = find(text, wanted);
        (0..hits.count()).map(|i| hits.place(i).unwrap()).collect()
    }

    #[test]
    fn every_place_is_found_once_and_in_order() {
        assert_eq!(places("abcabc", "bc"), [1..3, 4..6]);
        assert_eq!(places("aaaa", "aa"), [0..2, 2..4]);
        assert_eq!(places("é é", "é"), [0..2, 3..5]);
    }

    #[test]
    fn capitals_are_found_by_small_letters_and_the_other_way() {
        assert_eq!(places("Role roLE", "role"), [0..4, 5..9]);
        assert_eq!(places("role", "ROLE"), [0..4]);
        // Beyond ASCII a letter may change its length with its case.
        assert!(places("É", "é").is_empty());
    }

    #[test]
    fn nothing_is_found_where_nothing_is_wanted_or_there() {
        for (text, wanted) in [("abc", ""), ("", "a"), ("abc", "abcd"), ("abc", "x")] {
            assert_eq!(find(text, wanted).count(), 0, "{wanted} in {text}");
        }
        assert_eq!(find("abc", "b").place(1), None);
    }

    #[test]
    fn a_range_has_the_places_that_touch_it() {
        let hits = find("ab ab ab", "ab");
        let within = |range| {
            hits.within(range)
                .map(|(index, _)| index)
                .collect::<Vec<_>>()
        };
        assert_eq!(within(0..8), [0, 1, 2]);
        assert_eq!(within(1..3), [0]);
        assert_eq!(within(4..7), [1, 2]);
        assert!(within(2..3).is_empty());
        assert!(within(8..8).is_empty());
        assert!(find("ab", "").within(0..2).next().is_none());
    }
}
