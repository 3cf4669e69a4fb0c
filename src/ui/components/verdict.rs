//! One answer: an icon, one word, one sentence. Its place never moves.

use super::icon::{Icon, drawing};
use crate::ui::dom::{El, el};
use crate::ui::state::Memo;
use crate::ui::text::t;

/// What a verdict shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    /// `data-state`.
    pub state: &'static str,
    /// `data-states`: all that apply, where that can be several.
    pub states: Option<String>,
    /// Its colour.
    pub tone: Tone,
    /// One word.
    pub word: String,
    /// One sentence with the reason.
    pub reason: String,
}

/// How good an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It holds.
    Good,
    /// Look again.
    Doubt,
    /// It does not hold.
    Bad,
    /// Nothing to say.
    Neutral,
    /// At it.
    Busy,
}

impl Tone {
    /// `data-tone`.
    pub const fn name(self) -> &'static str {
        match self {
            Tone::Good => "good",
            Tone::Doubt => "doubt",
            Tone::Bad => "bad",
            Tone::Neutral => "neutral",
            Tone::Busy => "busy",
        }
    }

    /// Its icon.
    pub const fn icon(self) -> Icon {
        match self {
            Tone::Good => Icon::Check,
            Tone::Doubt => Icon::Warning,
            Tone::Bad => Icon::Cross,
            Tone::Neutral => Icon::Nothing,
            Tone::Busy => Icon::Busy,
        }
    }
}

/// One answer: `id` is its `data-testid`, `label` the key of the question it answers.
pub fn verdict(id: &'static str, label: &'static str, face: Memo<Face>) -> El {
    el("section", "verdict")
        .test(id)
        .attr("data-state", move || face.with(|face| face.state))
        .attr("data-states", move || face.with(|face| face.states.clone()))
        .attr("data-tone", move || face.with(|face| face.tone.name()))
        .child(drawing(move || face.with(|face| face.tone.icon())))
        .child(el("h2", "verdict-label").child(t(label)))
        .child(el("p", "verdict-word").child(move || face.with(|face| face.word.clone())))
        .child(el("p", "verdict-reason").child(move || face.with(|face| face.reason.clone())))
}
