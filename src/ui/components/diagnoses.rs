//! Why it does not verify: what would, as proof, each with a button that makes the change.

use super::icon::{Drawing, Icon};
use super::prose::prose;
use crate::diagnosis::Diagnosis;
use crate::ui::session::{Reasons, session};
use crate::ui::text::{speech, t};
use leptos::prelude::*;

/// See the module.
#[component]
pub fn Diagnoses() -> impl IntoView {
    let session = session();
    let is_idle = move || match session.diagnosis.get() {
        Reasons::NotAsked => true,
        Reasons::Looking => false,
        Reasons::Found(list) => list.is_empty(),
    };
    let body = move || match session.diagnosis.get() {
        Reasons::NotAsked => ().into_any(),
        Reasons::Looking => view! { <p class="hint">{t("diagnosis-looking")}</p> }.into_any(),
        Reasons::Found(list) => {
            let items = list.iter().cloned().map(item).collect_view();
            view! { <ul class="finding-list">{items}</ul> }.into_any()
        }
    };
    view! {
        <section class="panel diagnoses" aria-live="polite" hidden=is_idle>
            <h2 class="panel-title">{t("diagnosis-title")}</h2>
            {body}
        </section>
    }
}

fn item(diagnosis: Diagnosis) -> impl IntoView {
    let (session, speech) = (session(), speech());
    let icon = match (diagnosis.is_verified, diagnosis.is_certain) {
        (true, _) => Icon::Check,
        (false, true) => Icon::Warning,
        (false, false) => Icon::Info,
    };
    let kind = match icon {
        Icon::Check => "verified",
        Icon::Warning => "certain",
        _ => "open",
    };
    let (said, fixes) = (diagnosis.clone(), diagnosis.fixes.clone());
    let sentence = move || {
        let advice = said
            .steps
            .iter()
            .filter_map(|step| speech.attribute(step, "advice"));
        let advice: Vec<String> = advice.collect();
        view! {
            <p>{prose(&said.sentence(|diagnostic| speech.say(diagnostic)))}</p>
            {(!advice.is_empty()).then(|| view! { <p class="advice">{prose(&advice.join(" "))}</p> })}
        }
    };
    let button = (!fixes.is_empty()).then(|| {
        view! {
            <button
                class="button"
                type="button"
                data-testid="diagnosis-apply"
                on:click=move |_| session.apply(&fixes)
            >
                {t("diagnosis-apply")}
            </button>
        }
    });
    view! {
        <li
            class="finding diagnosis"
            data-testid="diagnosis"
            data-code=diagnosis.code().to_owned()
            data-kind=kind
        >
            <Drawing icon />
            <div class="diagnosis-text">{sentence} {button}</div>
        </li>
    }
}
