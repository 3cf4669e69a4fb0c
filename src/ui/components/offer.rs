//! A paste that is no token but something this page can use: decoded JSON, or a key.

use crate::browser::address;
use crate::inspect::Found;
use crate::json;
use crate::ui::deep_link::Screen;
use crate::ui::session::session;
use crate::ui::signing::signing;
use crate::ui::text::t;
use leptos::prelude::*;

/// See the module.
#[component]
pub fn Offer() -> impl IntoView {
    let (session, signing) = (session(), signing());
    let found = Memo::new(move |_| session.inspection.with(|inspection| inspection.found));
    let open_in_sign = move |_| {
        let text = session.paste.get_untracked().trim().to_owned();
        let starter = |json: &str| json::pretty(&json::parse(json.as_bytes().to_vec()));
        match found.get_untracked() {
            Found::HeaderJson => signing.draft_of(text, starter("{}")),
            _ => signing.draft_of(starter(r#"{"alg":"HS256","typ":"JWT"}"#), text),
        }
        address::go(Screen::Sign.fragment());
    };
    let use_as_key = move |_| {
        let text = session.paste.get_untracked();
        session.set_paste(String::new());
        session.set_key(text);
    };
    move || {
        match found.get() {
        Found::ClaimsJson | Found::HeaderJson => view! {
            <section class="panel offer" data-testid="offer" data-found="json">
                <h2 class="panel-title">{t("offer-json-title")}</h2>
                <p>{t("offer-json")}</p>
                <button class="button button-primary" type="button" data-testid="offer-sign" on:click=open_in_sign>
                    {t("offer-json-button")}
                </button>
            </section>
        }
        .into_any(),
        Found::Key => view! {
            <section class="panel offer" data-testid="offer" data-found="key">
                <h2 class="panel-title">{t("offer-key-title")}</h2>
                <p>{t("offer-key")}</p>
                <button class="button button-primary" type="button" data-testid="offer-key" on:click=use_as_key>
                    {t("offer-key-button")}
                </button>
            </section>
        }
        .into_any(),
        Found::Empty | Found::Tokens | Found::Nothing => ().into_any(),
    }
    }
}
