//! The empty page: what to do, one example per kind of token, and why nothing leaves.

use crate::ui::dom::{El, el};
use crate::ui::examples::{ALL, Example};
use crate::ui::session::session;
use crate::ui::text::{speech, t};

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
            .child(el("span", "example-name").child(move || speech.text(&name)))
            .child(el("span", "example-hint").child(move || speech.text(&hint)));
        el("li", "").child(button)
    };
    let examples = ALL.iter().map(example).collect::<Vec<_>>();
    el("section", "welcome")
        .child(el("h2", "welcome-title").child(t("welcome-title")))
        .child(el("p", "welcome-lead").child(t("welcome-lead")))
        .child(el("h3", "welcome-examples").child(t("welcome-examples")))
        .child(el("ul", "examples").child(examples))
        .child(el("p", "welcome-promise").child(t("welcome-promise")))
}
