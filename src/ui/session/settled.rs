//! What follows a paste once the decoded token has been painted.
//!
//! Whoever pastes waits for the token's parts. Asking the worker and explaining every member take
//! longer than decoding, so they follow in a turn of their own; until then an old answer is no
//! answer any more.

use crate::browser::paint;
use crate::inspect::Inspection;
use crate::ui::state::{Memo, RwSignal, effect};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// A token of what was inspected.
#[derive(Clone, Debug)]
pub struct Look {
    /// All of it.
    pub inspection: Arc<Inspection>,
    /// Index of the token, if there is one.
    pub token: usize,
}

impl Look {
    /// Whether there is a token.
    pub fn has_token(&self) -> bool {
        self.inspection.tokens.get(self.token).is_some()
    }
}

impl PartialEq for Look {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inspection, &other.inspection) && self.token == other.token
    }
}

/// What `newest` was when it was painted last; nothing that has no token is waited for.
pub fn painted(newest: Memo<Look>) -> RwSignal<Look> {
    let painted = RwSignal::new(newest.get_untracked());
    let waiting: Rc<RefCell<Option<Look>>> = Rc::default();
    effect(move || {
        let look = newest.get();
        let is_painted = painted.with_untracked(|painted| *painted == look);
        if is_painted || !look.has_token() {
            waiting.take();
            if !is_painted {
                painted.set(look);
            }
            return;
        }
        // Whoever types on before it is painted is followed once.
        if waiting.replace(Some(look)).is_some() {
            return;
        }
        let waiting = waiting.clone();
        paint::after(move || {
            if let Some(look) = waiting.take() {
                painted.set(look);
            }
        });
    });
    painted
}
