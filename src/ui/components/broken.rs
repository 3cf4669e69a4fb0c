//! The broken token that stands on Inspect: what is wrong with it, where the page says so, and the
//! way to the next one.

use crate::browser::address;
use crate::ui::components::prose::prose;
use crate::ui::components::strip::strip;
use crate::ui::deep_link::Screen;
use crate::ui::dom::{El, button, el};
use crate::ui::learning::{learning, sentence};
use crate::ui::session::session;
use crate::ui::signing::signing;
use crate::ui::text::{speech, t};

/// See the module.
pub fn broken() -> El {
    let (session, signing, learning, speech) = (session(), signing(), learning(), speech());
    let gallery = learning.gallery;
    let code = move || gallery.current().map(|one| one.code).unwrap_or_default();
    let group = move || gallery.current().map(|one| one.group.name());
    let name = move || {
        let at = gallery.at.get().unwrap_or(0).saturating_add(1);
        let facts = [("number", at.into()), ("of", gallery.count().into())];
        speech.format("gallery-name", &facts)
    };
    let text = el("p", "lesson-text")
        .id("broken-text")
        .attr("tabindex", "-1")
        .child(move || gallery.current().map(|one| prose(sentence(&one, speech))));
    let look = el("p", "lesson-hint")
        .test("broken-look")
        .child(move || group().map(|group| speech.text(&format!("gallery-look-{group}"))));
    let is_last = move || {
        let next = gallery.at.get().unwrap_or(0).saturating_add(1);
        next >= gallery.count()
    };
    let back = button("", move || learning.show_beside(session, signing, -1))
        .test("broken-back")
        .attr("disabled", move || gallery.at.get() == Some(0))
        .child(t("learn-back"));
    let next = button("", move || learning.show_beside(session, signing, 1))
        .test("broken-next")
        .attr("disabled", is_last)
        .child(t("learn-next"));
    let list = button("button-quiet", move || {
        address::go(Screen::Learn.fragment());
    })
    .test("broken-list")
    .child(t("gallery-list"));
    let buttons = el("div", "button-row lesson-buttons")
        .child(back)
        .child(next)
        .child(list);
    let close = move || learning.close_broken(session, signing);
    let is_away = move || !gallery.is_open() || session.screen.get() == Screen::Learn;
    strip("broken", name, code, close, (text, look, buttons))
        .attr("aria-label", t("gallery-label"))
        .attr("data-code", code)
        .attr("data-group", group)
        .hidden(is_away)
}
