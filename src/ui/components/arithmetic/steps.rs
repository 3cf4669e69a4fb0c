//! The arithmetic step by step: what was done so far, and a sentence about what is done now.

use crate::arithmetic::{Arithmetic, Steps as Computed};
use crate::ui::components::prose::prose;
use crate::ui::dom::{El, button, el};
use crate::ui::state::RwSignal;
use crate::ui::text::{speech, t};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// A step of a verification, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// What is signed.
    Input,
    /// Its hash.
    Hash,
    /// The bytes of the signature.
    Signature,
    /// The key.
    Key,
    /// What the key makes of it.
    Compute,
    /// What follows.
    Verdict,
}

impl Step {
    const ALL: [Step; 6] = [
        Step::Input,
        Step::Hash,
        Step::Signature,
        Step::Key,
        Step::Compute,
        Step::Verdict,
    ];

    /// `data-step`.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Step::Input => "input",
            Step::Hash => "hash",
            Step::Signature => "signature",
            Step::Key => "key",
            Step::Compute => "compute",
            Step::Verdict => "verdict",
        }
    }
}

/// Which step is shown. All copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Steps {
    computed: RwSignal<Option<Arc<Arithmetic>>>,
    /// Of the steps there are; `None`: everything at once.
    at: RwSignal<Option<usize>>,
}

impl Steps {
    /// Everything at once.
    pub(super) fn new(computed: RwSignal<Option<Arc<Arithmetic>>>) -> Self {
        Steps {
            computed,
            at: RwSignal::new(None),
        }
    }

    /// The steps there are: some algorithms hash in a way of their own, and there may be no key.
    fn there(self) -> Vec<Step> {
        let is_there = |step: &Step| {
            self.computed.with(|found| match (step, found) {
                (Step::Hash, Some(found)) => found.hash.is_some(),
                (Step::Key, Some(found)) => found.key.is_some(),
                (_, found) => found.is_some(),
            })
        };
        Step::ALL.into_iter().filter(is_there).collect()
    }

    fn current(self) -> Option<Step> {
        let at = self.at.get()?;
        let there = self.there();
        there.get(at).or(there.last()).copied()
    }

    /// Whether this is the step that is looked at.
    pub(super) fn is_current(self, step: Step) -> bool {
        self.current() == Some(step)
    }

    /// Whether this step is still to come.
    pub(super) fn is_ahead(self, step: Step) -> bool {
        self.current().is_some_and(|current| step > current)
    }

    fn go(self, at: usize) {
        let last = self.there().len().saturating_sub(1);
        self.at.set(Some(at.min(last)));
    }

    fn next(self) {
        let at = self.at.get_untracked();
        self.go(at.map_or(0, |at| at.saturating_add(1)));
    }

    fn previous(self) {
        let at = self.at.get_untracked();
        self.go(at.unwrap_or(0).saturating_sub(1));
    }

    /// The key of the sentence about a step.
    fn sentence(self, step: Step) -> &'static str {
        match step {
            Step::Input => "arithmetic-step-input",
            Step::Hash => "arithmetic-step-hash",
            Step::Signature => "arithmetic-step-signature",
            Step::Key => "arithmetic-step-key",
            Step::Verdict => "arithmetic-step-verdict",
            Step::Compute => self.computed.with(|found| {
                let Some(found) = found else {
                    return "arithmetic-no-key";
                };
                match &found.steps {
                    Computed::NoKey => "arithmetic-no-key",
                    Computed::Hmac { .. } => "arithmetic-step-hmac",
                    Computed::Rsa { .. } => "arithmetic-step-rsa",
                    Computed::Ecdsa { .. } => "arithmetic-step-ecdsa",
                    Computed::EdDsa { .. } => "arithmetic-step-eddsa",
                    Computed::MlDsa => "arithmetic-ml-dsa",
                }
            }),
        }
    }
}

/// The buttons, and the sentence about the step. The arrow keys go on and back.
pub(super) fn stepper(steps: Steps) -> El {
    let speech = speech();
    let is_stepping = move || steps.at.with(Option::is_some);
    let is_first = move || steps.at.get() == Some(0);
    let is_last = move || {
        let last = steps.there().len().saturating_sub(1);
        steps.at.get().is_some_and(|at| at >= last)
    };
    let start = button("", move || steps.go(0))
        .test("arithmetic-start")
        .hidden(is_stepping)
        .child(t("arithmetic-start"));
    let previous = button("", move || steps.previous())
        .test("arithmetic-previous")
        .attr("disabled", is_first)
        .child(t("arithmetic-previous"));
    let next = button("", move || steps.next())
        .test("arithmetic-next")
        .attr("disabled", is_last)
        .child(t("arithmetic-next"));
    let all = button("button-quiet", move || steps.at.set(None))
        .test("arithmetic-all")
        .child(t("arithmetic-all"));
    let walking = el("div", "button-row")
        .hidden(move || !is_stepping())
        .child(previous)
        .child(next)
        .child(all);
    let said = move || {
        let step = steps.current()?;
        let facts = [
            ("step", steps.at.get().unwrap_or(0).saturating_add(1).into()),
            ("of", steps.there().len().into()),
        ];
        let place = speech.format("arithmetic-step", &facts);
        let sentence = speech.text(steps.sentence(step));
        Some(prose(format!("{place} {sentence}")))
    };
    let sentence = el("p", "arithmetic-said")
        .test("arithmetic-said")
        .attr("role", "status")
        .hidden(move || !is_stepping())
        .child(said);
    el("div", "arithmetic-steps")
        .attr("role", "group")
        .attr("aria-label", t("arithmetic-start"))
        .attr("data-step", move || steps.current().map(|step| step.name()))
        .test("arithmetic-steps")
        .hidden(move || steps.computed.with(Option::is_none))
        .on("keydown", move |event| pressed(steps, event))
        .child(start)
        .child(walking)
        .child(sentence)
}

fn pressed(steps: Steps, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    match event.key().as_str() {
        "ArrowRight" => steps.next(),
        "ArrowLeft" => steps.previous(),
        "Escape" => steps.at.set(None),
        _ => return,
    }
    event.prevent_default();
}
