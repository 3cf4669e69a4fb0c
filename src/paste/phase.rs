//! How far a token in the Compact Serialization, or an SD-JWT, has been gathered.

/// Which part is being gathered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    Header,
    /// Between the first dot and the last that is expected.
    Middle,
    Last,
    Disclosure,
    KeyBinding,
}

impl Phase {
    /// Dots that may come beside those of the token itself: a Key Binding JWT has two.
    pub(super) const fn further_dots(self) -> usize {
        match self {
            Phase::Disclosure | Phase::KeyBinding => 2,
            Phase::Header | Phase::Middle | Phase::Last => 0,
        }
    }
}
