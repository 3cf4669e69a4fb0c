//! A sentence in which names stand between backticks, as the locales write them.

use crate::ui::dom::{Content, El, el};
use web_sys::Node;

/// A sentence that is content.
#[derive(Clone, Debug)]
pub struct Prose(String);

/// The sentence, its names set as code.
pub fn prose(sentence: impl Into<String>) -> Prose {
    Prose(sentence.into())
}

/// The sentence as a paragraph.
pub fn paragraph(class: &str, sentence: impl Into<String>) -> El {
    el("p", class).child(prose(sentence))
}

impl Content for Prose {
    fn put(self, parent: &Node) {
        for (index, piece) in self.0.split('`').enumerate() {
            if index % 2 == 1 {
                el("code", "")
                    .attr("translate", "no")
                    .child(piece)
                    .put(parent);
            } else {
                piece.put(parent);
            }
        }
    }
}
