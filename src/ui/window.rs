//! A window on a long text. A browser needs seconds to lay out a line of a megabyte, so of a
//! text above [`LARGE`] the control shows a part; the text itself is kept whole.

use std::ops::Range;

/// Bytes up to which a control shows its whole text.
pub const LARGE: usize = 65_536;
/// Bytes of a window.
pub const SIZE: usize = 8_192;

/// Which bytes of a text are shown; both ends stand between characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    start: usize,
    end: usize,
}

impl Window {
    /// The first window on a text: all of it, unless it is large.
    pub fn first(text: &str) -> Window {
        Window::from(text, 0)
    }

    /// The window that begins at or just before `start`, or the last one.
    pub fn from(text: &str, start: usize) -> Window {
        if text.len() <= LARGE {
            return Window {
                start: 0,
                end: text.len(),
            };
        }
        let start = start.min(text.len().saturating_sub(SIZE));
        let end = start.saturating_add(SIZE).min(text.len());
        Window {
            start: text.floor_char_boundary(start),
            end: text.ceil_char_boundary(end),
        }
    }

    /// The window after this one.
    pub fn later(self, text: &str) -> Window {
        Window::from(text, self.end)
    }

    /// The window before this one.
    pub fn earlier(self, text: &str) -> Window {
        Window::from(text, self.start.saturating_sub(SIZE))
    }

    /// The bytes it covers.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// What it shows of `text`.
    pub fn shown(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or(text)
    }

    /// Whether it shows less than the whole of `text`.
    pub fn is_part(self, text: &str) -> bool {
        self.range() != (0..text.len())
    }

    /// `text` with what the window showed replaced by `typed`, and the window on it. The rest of
    /// the text stays; when all that was shown was marked before, the person meant all of it.
    pub fn replaced(self, text: &str, typed: &str, had_all_marked: bool) -> (String, Window) {
        let (before, after) = match had_all_marked || typed.is_empty() {
            true => ("", ""),
            false => (
                text.get(..self.start).unwrap_or_default(),
                text.get(self.end..).unwrap_or_default(),
            ),
        };
        let text = [before, typed, after].concat();
        if text.len() <= LARGE || typed.len() > SIZE.saturating_mul(4) {
            let window = Window::from(&text, before.len());
            return (text, window);
        }
        let window = Window {
            start: before.len(),
            end: before.len().saturating_add(typed.len()),
        };
        (text, window)
    }

    /// The window around the next place of `wanted` after the start of `from`, around to the
    /// beginning, and the place. `None`: it stands nowhere.
    pub fn find(text: &str, wanted: &str, from: usize) -> Option<(Window, Range<usize>)> {
        if wanted.is_empty() {
            return None;
        }
        let from = text.ceil_char_boundary(from);
        let later = text.get(from..).and_then(|rest| rest.find(wanted));
        let start = match later {
            Some(offset) => from.saturating_add(offset),
            None => text.find(wanted)?,
        };
        let place = start..start.saturating_add(wanted.len());
        let window = Window::from(text, start.saturating_sub(SIZE / 4));
        Some((window, place))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::string_slice)]
mod tests {
    use super::*;

    fn long() -> String {
        "aé".repeat(LARGE)
    }

    #[test]
    fn a_small_text_is_shown_whole() {
        for text in ["", "abc", &"x".repeat(LARGE)] {
            let window = Window::first(text);
            assert_eq!(window.shown(text), text);
            assert!(!window.is_part(text));
        }
    }

    #[test]
    fn windows_cover_a_long_text_without_cutting_a_character() {
        let text = long();
        let mut window = Window::first(&text);
        assert!(window.is_part(&text) && window.shown(&text).len() <= SIZE + 1);
        let mut covered = window.range().end;
        while covered < text.len() {
            window = window.later(&text);
            assert!(window.range().start <= covered && window.range().end > covered);
            covered = window.range().end;
        }
        while window.range().start > 0 {
            window = window.earlier(&text);
            assert!(text.is_char_boundary(window.range().start));
        }
    }

    #[test]
    fn typing_changes_what_is_shown_and_nothing_else() {
        let text = long();
        let window = Window::first(&text).later(&text);
        let typed = format!("{}!", window.shown(&text));
        let (changed, after) = window.replaced(&text, &typed, false);
        assert_eq!(changed.len(), text.len() + 1);
        assert_eq!(after.shown(&changed), typed);
        assert_eq!(
            &changed[..after.range().start],
            &text[..window.range().start]
        );
        assert!(changed.ends_with(&text[window.range().end..]));
    }

    #[test]
    fn what_replaces_all_that_was_marked_replaces_the_whole_text() {
        let text = long();
        let window = Window::first(&text);
        assert_eq!(window.replaced(&text, "new", true).0, "new");
        assert_eq!(window.replaced(&text, "", false).0, "");
    }

    #[test]
    fn a_search_goes_on_after_the_last_place_and_around_the_end() {
        let text = format!("needle{}needle{}", long(), long());
        let (window, first) = Window::find(&text, "needle", 0).unwrap();
        assert_eq!((window.range().start, first.clone()), (0, 0..6));
        let (window, second) = Window::find(&text, "needle", first.end).unwrap();
        assert!(window.range().start <= second.start && window.range().end >= second.end);
        assert_eq!(&text[second.clone()], "needle");
        assert_eq!(Window::find(&text, "needle", second.end).unwrap().1, first);
        for nowhere in ["", "absent"] {
            assert!(Window::find(&text, nowhere, 0).is_none());
        }
    }
}
