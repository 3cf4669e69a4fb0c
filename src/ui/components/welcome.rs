//! The empty page: what to do, one example per kind of token, and why nothing leaves.

use crate::ui::dom::{El, el};
use crate::ui::examples::{ALL, Example};
use crate::ui::session::session;
use crate::ui::text::{speech, t};
use leptos::prelude::*;

/// See the module.
pub fn welcome() -> El {
    let (session, speech) = (session(), speech());
    let example = move |example: &'static Example| {
        let name = format!("example-{}", example.name);
        let hint = format!("{name}.hint");
        let button = el("button", "example")
            .attr("type", "button")
            .attr("data-example", example.name)
            .on("click", move |_| session.show_example(example))
            .add(el("span", "example-name").add(move || speech.text(&name)))
            .add(el("span", "example-hint").add(move || speech.text(&hint)));
        el("li", "").add(button)
    };
    let examples = ALL.iter().map(example).collect::<Vec<_>>();
    el("section", "welcome")
        .hidden(move || !session.is_empty.get())
        .add(el("h2", "welcome-title").add(t("welcome-title")))
        .add(el("p", "welcome-lead").add(t("welcome-lead")))
        .add(el("h3", "welcome-examples").add(t("welcome-examples")))
        .add(el("ul", "examples").add(examples))
        .add(el("p", "welcome-promise").add(t("welcome-promise")))
}
