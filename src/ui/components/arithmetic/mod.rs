//! The arithmetic of a signature: what is signed, its hash, the signature's bytes, and what the key
//! makes of them; at once or step by step, and with one bit flipped.

mod flip;
mod rows;
mod steps;

use crate::arithmetic::Arithmetic;
use crate::browser::bridge::Purpose;
use crate::job::{Job, JobOutcome};
use crate::ui::dom::{El, el};
use crate::ui::session::{Signature, session};
use crate::ui::state::{Memo, RwSignal, effect};
use crate::ui::text::{speech, t};
use crate::verify::SignatureVerdict;
use flip::flip;
use rows::rows;
use std::sync::Arc;
use steps::{Steps, stepper};
use wasm_bindgen::JsCast;

/// See the module.
pub fn arithmetic() -> El {
    let (session, speech) = (session(), speech());
    let is_open = RwSignal::new(false);
    let computed = RwSignal::new(None::<Arc<Arithmetic>>);
    // Of several signatures, the one that the verdict on top speaks of.
    let shown = Memo::new(move |_| match session.signature.get() {
        Signature::Verdict(top) if top.signatures.len() > 1 => {
            let is_top =
                |one: &SignatureVerdict| one.reason == top.reason && one.state == top.state;
            top.signatures.iter().position(is_top)
        }
        _ => None,
    });
    // Asked anew whenever the verdict changes while it is open.
    effect(move || {
        let signature = session.signature.get();
        let Some((paste, question)) = session.question() else {
            computed.set(None);
            return;
        };
        if !is_open.get() || signature == Signature::Checking {
            return;
        }
        let job = Job::Arithmetic {
            paste,
            question,
            signature: shown.get().unwrap_or(0),
        };
        session.ask(Purpose::Arithmetic, job, move |outcome| {
            let found = match outcome {
                Ok(JobOutcome::Computed(found)) => found.map(Arc::from),
                Ok(_) | Err(_) => None,
            };
            computed.set(found);
        });
    });
    let steps = Steps::new(computed);
    let toggle = move |event: &web_sys::Event| {
        let fold = event.target();
        let fold = fold.and_then(|fold| fold.dyn_into::<web_sys::Element>().ok());
        is_open.set(fold.is_some_and(|fold| fold.has_attribute("open")));
    };
    let body = move || match computed.get() {
        Some(found) => rows(&found, shown.get(), steps, speech),
        None => vec![el("p", "hint").child(speech.text("arithmetic-none"))],
    };
    el("details", "fold arithmetic")
        .test("arithmetic")
        .on("toggle", toggle)
        .child(el("summary", "fold-head").child(t("arithmetic-title")))
        .child(stepper(steps))
        .child(el("dl", "fold-body arithmetic-rows").child(body))
        .child(flip())
}
