//! The bottom of the page: the requests it made, as far as it can see them, its build, and
//! whether it opens without a network.

use super::forget::forget;
use super::offline::offline;
use super::shortcuts::{Shortcut, on_shortcut, shortcuts};
use crate::browser::page;
use crate::ui::deep_link::Screen;
use crate::ui::dom::{El, button, el};
use crate::ui::presenting::presenting;
use crate::ui::session::session;
use crate::ui::text::t;

/// See the module.
pub fn footer() -> El {
    let session = session();
    let count = move || session.requests.with(Vec::len);
    let list = move || {
        let item = |url: &String| el("li", "").child(address(url));
        session
            .requests
            .with(|requests| requests.iter().map(item).collect::<Vec<_>>())
    };
    let number = el("output", "requests-count")
        .test("request-count")
        .child(move || count().to_string());
    let requests = el("details", "requests")
        .child(
            el("summary", "requests-head")
                .child(t("requests-label"))
                .child(" ")
                .child(number),
        )
        .child(el("p", "hint").child(t("requests-hint")))
        .child(
            el("p", "hint")
                .hidden(move || count() > 0)
                .child(t("requests-none")),
        )
        .child(el("ol", "requests-list").child(list));
    let build = page::build().filter(|build| !build.is_empty());
    let build = build.map(|build| {
        el("p", "footer-build")
            .child(t("build-label"))
            .child(" ")
            .child(el("code", "").test("build").child(build))
    });
    el("footer", "footer")
        .child(requests)
        .child(el("p", "footer-promise").child(t("footer-promise")))
        .child(build)
        .child(el("div", "footer-actions").child(actions()))
        .child(el("div", "footer-offline").child(offline()))
}

/// What is done with the whole page.
fn actions() -> (El, El) {
    let (keys, list) = shortcuts();
    let (forget, question) = forget();
    let presenting = presenting();
    let present = button("button-small", move || presenting.toggle())
        .test("present")
        .attr("aria-keyshortcuts", "F8")
        .child(t("present-open"));
    on_shortcut(Shortcut::Present, move || presenting.toggle());
    let test = el("a", "button button-small")
        .attr("href", Screen::SelfTest.fragment())
        .test("self-test-link")
        .child(t("self-test-link"));
    let row = el("div", "button-row")
        .child(present)
        .child(keys)
        .child(test)
        .child(forget);
    let lacks = [
        (page::can_remember(), "lacks-storage"),
        (page::has_randomness(), "lacks-randomness"),
    ];
    let lacks = lacks.into_iter().filter(|(has, _)| !has);
    let lacks = lacks.map(|(_, text)| el("p", "footer-lacks").test(text).child(t(text)));
    let lacks = lacks.collect::<Vec<_>>();
    let below = el("div", "").child(lacks).child(list).child(question);
    (row, below)
}

/// A URL as it is, never translated.
pub fn address(url: &str) -> El {
    el("code", "url").attr("translate", "no").child(url)
}
