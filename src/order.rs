//! Putting a list in order with one copy of the code for all lists. The standard sort is made
//! anew for each type and each comparison, four kilobytes a time, which the page would download;
//! its lists are short.

use std::cmp::Ordering;

/// Puts `items` in the order of `compare`. Items that are equal stay in the order they had.
pub fn by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = {
        let is_after = |a: usize, b: usize| match (items.get(a), items.get(b)) {
            (Some(a), Some(b)) => compare(a, b) == Ordering::Greater,
            _ => false,
        };
        order(items.len(), &is_after)
    };
    let mut taken: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    let in_order = order.into_iter();
    items.extend(in_order.filter_map(|place| taken.get_mut(place)?.take()));
}

/// The places `0..count` in order: a merge sort from runs of one upwards.
fn order(count: usize, is_after: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut run = 1_usize;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for pair in order.chunks(run.saturating_mul(2)) {
            let (left, right) = pair.split_at(run.min(pair.len()));
            let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
            loop {
                let next = match (left.peek(), right.peek()) {
                    (Some(a), Some(b)) if is_after(**a, **b) => right.next(),
                    (Some(_), _) => left.next(),
                    (None, _) => right.next(),
                };
                match next {
                    Some(place) => merged.push(*place),
                    None => break,
                }
            }
        }
        order = merged;
        run = run.saturating_mul(2);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(items: &[(u8, u8)]) {
        let mut expected = items.to_vec();
        expected.sort_by_key(|(key, _)| *key);
        let mut found = items.to_vec();
        by(&mut found, |a, b| a.0.cmp(&b.0));
        assert_eq!(found, expected);
    }

    #[test]
    fn it_orders_as_the_standard_sort_does_and_keeps_ties() {
        for length in 0..40_u8 {
            let scattered = |n: u8| n.wrapping_mul(37) % 11;
            let items: Vec<_> = (0..length).map(|n| (scattered(n), n)).collect();
            check(&items);
            let falling: Vec<_> = (0..length).map(|n| (length - n, n)).collect();
            check(&falling);
            let rising: Vec<_> = (0..length).map(|n| (n / 3, n)).collect();
            check(&rising);
        }
    }
}
