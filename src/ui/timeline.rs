//! Where moments stand on a line: the scale of the timeline, in thousandths of its width.

use crate::judge::Moment;

/// A scale from the first to the last moment that is shown, with some room at both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// NumericDate at the left end.
    pub start: i64,
    /// NumericDate at the right end.
    pub end: i64,
}

/// What spans the token's life: from `nbf` or `iat` to `exp`, as far as they are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    /// When it begins; `None`: the token does not say.
    pub start: Option<i64>,
    /// When it ends; `None`: never.
    pub end: Option<i64>,
}

impl Scale {
    /// The scale for these moments and the clock. A clock that is far away does not squeeze the
    /// token's own moments into one point: it stands at the end of the line.
    pub fn new(moments: &[Moment], clock: i64) -> Option<Scale> {
        let first = moments.iter().map(|moment| moment.at).min()?;
        let last = moments.iter().map(|moment| moment.at).max()?;
        let length = last.saturating_sub(first);
        let reach = length.saturating_mul(3).max(3_600);
        // One moment alone cannot be squeezed.
        let reach = if length == 0 { i64::MAX } else { reach };
        let near = first.saturating_sub(reach)..=last.saturating_add(reach);
        let (first, last) = if near.contains(&clock) {
            (first.min(clock), last.max(clock))
        } else {
            (first, last)
        };
        let room = last.saturating_sub(first).max(60) / 8;
        Some(Scale {
            start: first.saturating_sub(room),
            end: last.saturating_add(room),
        })
    }

    /// The place of a moment in thousandths, kept on the line.
    pub fn place(&self, at: i64) -> u16 {
        let length = i128::from(self.end) - i128::from(self.start);
        if length <= 0 {
            return 0;
        }
        let within = (i128::from(at) - i128::from(self.start)) * 1_000 / length;
        u16::try_from(within.clamp(0, 1_000)).unwrap_or(1_000)
    }

    /// Whether a moment lies beyond an end of the line.
    pub fn is_beyond(&self, at: i64) -> bool {
        !(self.start..=self.end).contains(&at)
    }
}

/// From here on a mark's words stand before it, so that they stay on the line.
const LATE: u16 = 800;

/// Whether the words of a mark at this place stand before it.
pub fn is_late(place: u16) -> bool {
    place > LATE
}

/// The row below the line in which the words of each mark stand, so that none covers another's;
/// words take `width` thousandths. The marks are at `places`.
pub fn rows(places: &[u16], width: u16) -> Vec<usize> {
    let mut taken: Vec<Vec<(u16, u16)>> = Vec::new();
    let row = |place: &u16| {
        let (from, to) = match is_late(*place) {
            true => (place.saturating_sub(width), *place),
            false => (*place, place.saturating_add(width)),
        };
        let is_free = |row: &Vec<(u16, u16)>| row.iter().all(|(a, b)| *b <= from || to <= *a);
        let found = taken.iter().position(is_free);
        let row = found.unwrap_or(taken.len());
        match taken.get_mut(row) {
            Some(taken) => taken.push((from, to)),
            None => taken.push(vec![(from, to)]),
        }
        row
    };
    places.iter().map(row).collect()
}

impl Life {
    /// From the moments of a token.
    pub fn new(moments: &[Moment]) -> Life {
        let at = |claim: &str| moments.iter().find(|m| m.claim == claim).map(|m| m.at);
        Life {
            start: at("nbf").or_else(|| at("iat")),
            end: at("exp"),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn moments(list: &[(&str, i64)]) -> Vec<Moment> {
        list.iter()
            .map(|(claim, at)| Moment {
                claim: (*claim).to_owned(),
                at: *at,
            })
            .collect()
    }

    #[test]
    fn without_moments_there_is_no_scale() {
        assert_eq!(Scale::new(&[], 0), None);
    }

    #[test]
    fn places_keep_their_order_and_stay_on_the_line() {
        let scale = Scale::new(&moments(&[("iat", 1_000), ("exp", 1_900)]), 1_300).unwrap();
        let places: Vec<_> = [1_000, 1_300, 1_900].map(|at| scale.place(at)).to_vec();
        assert!(places.is_sorted() && places.iter().all(|place| (50..950).contains(place)));
    }

    #[test]
    fn a_far_clock_stands_at_the_end_and_squeezes_nothing() {
        let list = moments(&[("iat", 1_000), ("exp", 1_900)]);
        let scale = Scale::new(&list, 2_000_000_000).unwrap();
        assert_eq!(scale.place(2_000_000_000), 1_000);
        assert!(scale.is_beyond(2_000_000_000));
        assert!(scale.place(1_900) - scale.place(1_000) > 500);
    }

    #[test]
    fn extremes_do_not_overflow() {
        let list = moments(&[("iat", i64::MIN), ("exp", i64::MAX)]);
        let scale = Scale::new(&list, 0).unwrap();
        assert_eq!(scale.place(i64::MIN), 0);
        assert_eq!(scale.place(i64::MAX), 1_000);
        assert_eq!(scale.place(0), 500);
    }

    #[test]
    fn a_single_moment_shares_the_line_with_the_clock_however_far() {
        let scale = Scale::new(&moments(&[("exp", 500)]), 9_999_999).unwrap();
        for at in [500, 9_999_999] {
            assert!((1..1_000).contains(&scale.place(at)));
        }
    }

    #[test]
    fn life_begins_at_nbf_before_iat_and_may_be_open() {
        assert_eq!(
            Life::new(&moments(&[("iat", 1), ("nbf", 2), ("exp", 3)])),
            Life {
                start: Some(2),
                end: Some(3)
            }
        );
        assert_eq!(
            Life::new(&moments(&[("auth_time", 1)])),
            Life {
                start: None,
                end: None
            }
        );
    }

    #[test]
    fn words_that_would_cover_each_other_stand_below_each_other() {
        assert_eq!(rows(&[100, 897], 220), [0, 0]);
        assert_eq!(rows(&[100, 897], 450), [0, 1]);
        assert_eq!(rows(&[100, 100, 110, 900], 220), [0, 1, 2, 0]);
        assert_eq!(rows(&[100, 320, 540], 220), [0, 0, 0]);
        assert!(rows(&[], 450).is_empty());
        assert_eq!(rows(&[0, 1_000], 1_000), [0, 1]);
    }
}
