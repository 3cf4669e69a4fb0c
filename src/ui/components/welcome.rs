//! The empty page: what to do, one example per kind of token, and why nothing leaves.

use crate::ui::examples::{ALL, Example};
use crate::ui::session::session;
use crate::ui::text::{speech, t};
use leptos::prelude::*;

/// See the module.
#[component]
pub fn Welcome() -> impl IntoView {
    let (session, speech) = (session(), speech());
    let button = move |example: &'static Example| {
        let hint = format!("example-{}.hint", example.name);
        let name = format!("example-{}", example.name);
        view! {
            <li>
                <button
                    class="example"
                    type="button"
                    data-example=example.name
                    on:click=move |_| session.show_example(example)
                >
                    <span class="example-name">{move || speech.text(&name)}</span>
                    <span class="example-hint">{move || speech.text(&hint)}</span>
                </button>
            </li>
        }
    };
    view! {
        <section class="welcome" hidden=move || !session.is_empty.get()>
            <h2 class="welcome-title">{t("welcome-title")}</h2>
            <p class="welcome-lead">{t("welcome-lead")}</p>
            <h3 class="welcome-examples">{t("welcome-examples")}</h3>
            <ul class="examples">{ALL.iter().map(button).collect_view()}</ul>
            <p class="welcome-promise">{t("welcome-promise")}</p>
        </section>
    }
}
