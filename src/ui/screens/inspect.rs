//! Paste a token and understand it; give a key and know whether the signature holds.

use crate::ui::components::candidates::Candidates;
use crate::ui::components::decoded::Decoded;
use crate::ui::components::diagnoses::Diagnoses;
use crate::ui::components::expectations::ExpectationsBox;
use crate::ui::components::faults::Faults;
use crate::ui::components::findings::Findings;
use crate::ui::components::key_box::KeyBox;
use crate::ui::components::offer::Offer;
use crate::ui::components::timeline::Timeline;
use crate::ui::components::token_box::TokenBox;
use crate::ui::components::verdicts::Verdicts;
use crate::ui::components::welcome::Welcome;
use crate::ui::session::session;
use leptos::prelude::*;

/// See the module.
#[component]
pub fn Inspect() -> impl IntoView {
    let session = session();
    let has_token = move || session.inspection.with(|i| !i.tokens.is_empty());
    view! {
        <div class="inspect" data-empty=move || session.is_empty.get().then_some("true")>
            <div class="column-in">
                <TokenBox />
                <KeyBox />
                <ExpectationsBox />
            </div>
            <div class="column-out">
                <Verdicts />
                <Welcome />
                <Offer />
                <Diagnoses />
                <Faults />
                <div class="answers" hidden=move || !has_token()>
                    <Candidates />
                    <Decoded />
                    <Timeline />
                    <Findings />
                </div>
            </div>
        </div>
    }
}
