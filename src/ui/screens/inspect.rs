//! Paste a token and understand it; give a key and know whether the signature holds.

use crate::ui::components::arithmetic::arithmetic;
use crate::ui::components::candidates::candidates;
use crate::ui::components::compare::compare_box;
use crate::ui::components::content_box::content_box;
use crate::ui::components::decoded::decoded;
use crate::ui::components::diagnoses::diagnoses;
use crate::ui::components::disclosures::disclosures;
use crate::ui::components::effort::effort;
use crate::ui::components::expectations::expectations;
use crate::ui::components::faults::faults;
use crate::ui::components::findings::findings;
use crate::ui::components::guess::guess;
use crate::ui::components::key_box::key_box;
use crate::ui::components::offer::offer;
use crate::ui::components::profile::profile;
use crate::ui::components::report_copy::report_copy;
use crate::ui::components::signatures::signatures;
use crate::ui::components::timeline::timeline;
use crate::ui::components::token_box::token_box;
use crate::ui::components::trail::trail;
use crate::ui::components::verdicts::verdicts;
use crate::ui::components::welcome::welcome;
use crate::ui::dom::{El, el};
use crate::ui::looking::Looking;
use crate::ui::session::session;
use crate::ui::soon::{in_place_of, soon};
use leptos::prelude::provide_context;

/// See the module.
pub fn inspect() -> El {
    let session = session();
    provide_context(Looking::new(session));
    let has_no_token = move || session.inspection.with(|i| i.tokens.is_empty());
    let input = el("div", "column-in")
        .child(token_box())
        .child(soon(content_box))
        .child(in_place_of(".key-box", key_box))
        .child(soon(expectations));
    let answers = el("div", "answers")
        .hidden(has_no_token)
        .child(soon(signatures))
        .child(soon(candidates))
        .child(soon(arithmetic))
        .child(decoded())
        .child(soon(compare_box))
        .child(soon(disclosures))
        .child(soon(timeline))
        .child(soon(profile))
        .child(soon(findings))
        .child(soon(guess))
        .child(soon(report_copy));
    let output = el("div", "column-out")
        .child(verdicts())
        .child(in_place_of(".welcome", welcome))
        .child(soon(offer))
        .child(soon(trail))
        .child(soon(effort))
        .child(soon(diagnoses))
        .child(faults())
        .child(answers);
    el("div", "inspect")
        .attr("data-empty", move || {
            session.is_empty.get().then_some("true")
        })
        .child(input)
        .child(output)
}
