//! The top of the page: its name, the screens, language and theme.

use super::icon::{Icon, fixed};
use super::language::{language_note, language_switch};
use crate::browser::page::{self, Preference};
use crate::ui::deep_link::Screen;
use crate::ui::dom::{El, el, follow, value_of};
use crate::ui::session::session;
use crate::ui::state::RwSignal;
use crate::ui::text::t;

const THEMES: [(&str, &str); 3] = [
    ("", "theme-system"),
    ("light", "theme-light"),
    ("dark", "theme-dark"),
];

/// See the module.
pub fn header_bar() -> El {
    let session = session();
    let theme = RwSignal::new(page::remembered(Preference::Theme).unwrap_or_default());
    follow(move || theme.with(|theme| page::set_theme(theme)));
    let link = move |screen: Screen| {
        let is_here = move || session.screen.get() == screen;
        el("a", "nav-link")
            .attr("href", screen.fragment())
            .attr("aria-current", move || is_here().then_some("page"))
            .child(t(screen.word()))
    };
    let brand = el("a", "brand")
        .attr("href", "#/inspect")
        .child(fixed(Icon::Mark))
        .child(el("span", "brand-name").child(t("brand")));
    let nav = el("nav", "nav")
        .attr("aria-label", t("nav-label"))
        .child(Screen::ALL.map(link));
    let themes = THEMES.map(|(value, label)| el("option", "").attr("value", value).child(t(label)));
    let choose = move |event: &web_sys::Event| {
        let chosen = value_of(event);
        page::remember(Preference::Theme, &chosen);
        theme.set(chosen);
    };
    let theme = el("select", "select")
        .test("theme")
        .on("change", choose)
        .child(themes)
        .prop("value", move || theme.get());
    let preferences = el("div", "preferences")
        .child(preference("language-label", language_switch()))
        .child(preference("theme-label", theme));
    el("header", "header-bar")
        .child(brand)
        .child(nav)
        .child(preferences)
        .child(language_note())
}

fn preference(label: &'static str, select: El) -> El {
    el("label", "preference")
        .child(el("span", "offscreen").child(t(label)))
        .child(select)
}
