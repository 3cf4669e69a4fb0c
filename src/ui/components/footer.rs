//! The bottom of the page: the requests it made, as far as it can see them, and its build.

use crate::browser::page;
use crate::ui::dom::{El, el};
use crate::ui::session::session;
use crate::ui::text::t;
use leptos::prelude::*;

/// See the module.
pub fn footer() -> El {
    let session = session();
    let count = move || session.requests.with(Vec::len);
    let list = move || {
        let item = |url: &String| el("li", "").add(address(url));
        session
            .requests
            .with(|requests| requests.iter().map(item).collect::<Vec<_>>())
    };
    let number = el("output", "requests-count")
        .test("request-count")
        .add(move || count().to_string());
    let requests = el("details", "requests")
        .add(
            el("summary", "requests-head")
                .add(t("requests-label"))
                .add(" ")
                .add(number),
        )
        .add(el("p", "hint").add(t("requests-hint")))
        .add(
            el("p", "hint")
                .hidden(move || count() > 0)
                .add(t("requests-none")),
        )
        .add(el("ol", "requests-list").add(list));
    let build = page::build().filter(|build| !build.is_empty());
    let build = build.map(|build| {
        el("p", "footer-build")
            .add(t("build-label"))
            .add(" ")
            .add(el("code", "").test("build").add(build))
    });
    el("footer", "footer")
        .add(requests)
        .add(el("p", "footer-promise").add(t("footer-promise")))
        .add(build)
}

/// A URL as it is, never translated.
pub fn address(url: &str) -> El {
    el("code", "url").attr("translate", "no").add(url)
}
