//! What was replaced at a press, to be put back: nothing that a person typed is lost because a
//! button wrote over it.

/// States before and after the one that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History<T> {
    past: Vec<T>,
    future: Vec<T>,
}

/// So many are kept; a state may be a megabyte.
const MOST: usize = 20;

impl<T> Default for History<T> {
    fn default() -> Self {
        History {
            past: Vec::new(),
            future: Vec::new(),
        }
    }
}

impl<T: PartialEq> History<T> {
    /// Keeps what is about to be replaced. The same twice is kept once.
    pub fn keep(&mut self, now: T) {
        self.future.clear();
        if self.past.last() == Some(&now) {
            return;
        }
        self.past.push(now);
        if self.past.len() > MOST {
            self.past.remove(0);
        }
    }

    /// What was there before, in exchange for what is there `now`.
    pub fn back(&mut self, now: T) -> Option<T> {
        // What was kept and then not replaced is no step.
        while self.past.last() == Some(&now) {
            self.past.pop();
        }
        let before = self.past.pop()?;
        self.future.push(now);
        Some(before)
    }

    /// What was there before the last step back.
    pub fn forward(&mut self, now: T) -> Option<T> {
        let after = self.future.pop()?;
        self.past.push(now);
        Some(after)
    }

    /// Whether there is a way back, and one forward again.
    pub fn ways(&self) -> (bool, bool) {
        (!self.past.is_empty(), !self.future.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::History;

    #[test]
    fn what_was_replaced_comes_back_and_what_replaced_it_too() {
        let mut history = History::default();
        history.keep("typed");
        assert_eq!(history.ways(), (true, false));
        assert_eq!(history.back("template"), Some("typed"));
        assert_eq!(history.ways(), (false, true));
        assert_eq!(history.back("typed"), None);
        assert_eq!(history.forward("typed, and more"), Some("template"));
        assert_eq!(history.back("template"), Some("typed, and more"));
    }

    #[test]
    fn a_new_change_ends_the_way_forward_and_the_same_is_no_step() {
        let mut history = History::default();
        history.keep(1);
        history.keep(1);
        assert_eq!(history.back(2), Some(1));
        history.keep(3);
        assert_eq!((history.forward(4), history.back(3)), (None, None));
    }

    #[test]
    fn the_oldest_goes_first() {
        let mut history = History::default();
        for state in 0..30 {
            history.keep(state);
        }
        let mut now = 30;
        let mut count = 0;
        while let Some(before) = history.back(now) {
            assert_eq!(before, now - 1);
            (now, count) = (before, count + 1);
        }
        assert_eq!((now, count), (10, 20));
    }
}
