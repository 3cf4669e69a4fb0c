//! One answer: an icon, one word, one sentence. Its place never moves.

use super::icon::{Drawing, Icon};
use crate::ui::text::t;
use leptos::prelude::*;

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

/// See the module.
#[component]
pub fn Verdict(
    /// `data-testid`.
    id: &'static str,
    /// Key of the question it answers.
    label: &'static str,
    /// The answer.
    face: Memo<Face>,
) -> impl IntoView {
    view! {
        <section
            class="verdict"
            data-testid=id
            data-state=move || face.with(|face| face.state)
            data-states=move || face.with(|face| face.states.clone())
            data-tone=move || face.with(|face| face.tone.name())
        >
            <Drawing icon=Signal::derive(move || face.with(|face| face.tone.icon())) />
            <h2 class="verdict-label">{t(label)}</h2>
            <p class="verdict-word">{move || face.with(|face| face.word.clone())}</p>
            <p class="verdict-reason">{move || face.with(|face| face.reason.clone())}</p>
        </section>
    }
}
