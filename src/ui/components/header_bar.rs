//! The top of the page: its name, the screens, language and theme.

use super::icon::{Drawing, Icon};
use crate::browser::page;
use crate::ui::deep_link::Screen;
use crate::ui::session::session;
use crate::ui::text::t;
use leptos::prelude::*;

const THEMES: [(&str, &str); 3] = [
    ("", "theme-system"),
    ("light", "theme-light"),
    ("dark", "theme-dark"),
];

/// See the module.
#[component]
pub fn HeaderBar() -> impl IntoView {
    let session = session();
    let theme = RwSignal::new(page::remembered_theme().unwrap_or_default());
    Effect::new(move |_| page::set_theme(&theme.get()));
    let link = move |screen: Screen| {
        let is_here = move || session.screen.get() == screen;
        view! {
            <a class="nav-link" href=screen.fragment() aria-current=move || is_here().then_some("page")>
                {t(screen.word())}
            </a>
        }
    };
    let themes = THEMES.map(|(value, label)| {
        view! { <option value=value selected=move || theme.get() == value>{t(label)}</option> }
    });
    view! {
        <header class="header-bar">
            <a class="brand" href="#/inspect">
                <Drawing icon=Icon::Mark />
                <span class="brand-name">{t("brand")}</span>
            </a>
            <nav class="nav" aria-label=t("nav-label")>{Screen::ALL.map(link).into_iter().collect_view()}</nav>
            <div class="preferences">
                <label class="preference">
                    <span class="offscreen">{t("language-label")}</span>
                    <select class="select" data-testid="language">
                        <option value="en" lang="en">"English"</option>
                    </select>
                </label>
                <label class="preference">
                    <span class="offscreen">{t("theme-label")}</span>
                    <select
                        class="select"
                        data-testid="theme"
                        on:change=move |event| {
                            let chosen = event_target_value(&event);
                            page::remember_theme(&chosen);
                            theme.set(chosen);
                        }
                    >
                        {themes.into_iter().collect_view()}
                    </select>
                </label>
            </div>
        </header>
    }
}
