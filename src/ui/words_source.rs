//! A word list cut into slices that end between lines, so that each can be tried by itself.

/// Bytes that are hashed for one slice, about: some ten milliseconds of work.
const WORK: usize = 1_500_000;
/// Bytes of a word with its line break, about, and what hashing a word costs beside the content.
const WORD: usize = 12;
const COST: usize = 256;

/// Bytes of a slice for content of this length: the longer the content, the fewer words.
pub fn slice_bytes(content: usize) -> usize {
    let words = WORK / content.saturating_add(COST);
    words.max(1).saturating_mul(WORD).min(65_536)
}

/// What was read and not yet tried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    rest: Vec<u8>,
    at: usize,
}

impl Words {
    /// Adds what was read next.
    pub fn add(&mut self, bytes: &[u8]) {
        self.rest.drain(..self.at.min(self.rest.len()));
        self.at = 0;
        self.rest.extend_from_slice(bytes);
    }

    /// The next whole lines, up to `most` bytes, but one at least; with `is_end` also a last line
    /// without a break. `None`: no whole line is there. Bytes that are not UTF-8 become U+FFFD:
    /// no secret is read so.
    pub fn next(&mut self, most: usize, is_end: bool) -> Option<String> {
        let rest = self.rest.get(self.at..).unwrap_or_default();
        let breaks = |slice: &[u8]| slice.iter().rposition(|byte| *byte == b'\n');
        let window = rest.get(..most.min(rest.len())).unwrap_or_default();
        let end = breaks(window)
            .or_else(|| rest.iter().position(|byte| *byte == b'\n'))
            .map(|at| at.saturating_add(1))
            .or_else(|| (is_end && !rest.is_empty()).then_some(rest.len()))?;
        let slice = rest.get(..end).unwrap_or_default();
        let text = String::from_utf8_lossy(slice).into_owned();
        self.at = self.at.saturating_add(end);
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slices(pieces: &[&str], most: usize) -> Vec<String> {
        let mut words = Words::default();
        let mut slices = Vec::new();
        for (index, piece) in pieces.iter().enumerate() {
            words.add(piece.as_bytes());
            let is_end = index + 1 == pieces.len();
            while let Some(slice) = words.next(most, is_end) {
                slices.push(slice);
            }
        }
        slices
    }

    #[test]
    fn slices_end_between_lines_and_lose_none() {
        assert_eq!(slices(&["a\nbb\nccc\n"], 5), ["a\nbb\n", "ccc\n"]);
        assert_eq!(slices(&["a\nb"], 99), ["a\n", "b"]);
        assert_eq!(
            slices(&["one\ntw", "o\nthree"], 99),
            ["one\n", "two\n", "three"]
        );
    }

    #[test]
    fn a_line_longer_than_a_slice_is_one_slice() {
        assert_eq!(slices(&["aaaaaaaa\nb\n"], 3), ["aaaaaaaa\n", "b\n"]);
        assert_eq!(slices(&["aaaa", "aaaa\n"], 3), ["aaaaaaaa\n"]);
    }

    #[test]
    fn nothing_has_no_slices() {
        assert!(slices(&[""], 9).is_empty());
        assert!(slices(&["", ""], 9).is_empty());
        assert!(Words::default().next(9, true).is_none());
    }

    #[test]
    fn long_content_makes_small_slices() {
        assert!(slice_bytes(300) > 10_000);
        assert!(slice_bytes(1_000_000) <= 24);
        assert!(slice_bytes(usize::MAX) >= 1);
    }
}
