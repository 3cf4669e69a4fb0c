//! A paste that is no token but something this page can use: decoded JSON, or a key.

use crate::browser::address;
use crate::inspect::Found;
use crate::json;
use crate::ui::deep_link::Screen;
use crate::ui::dom::{Content, El, button, el};
use crate::ui::session::session;
use crate::ui::signing::signing;
use crate::ui::state::Memo;
use crate::ui::text::t;

/// See the module.
pub fn offer() -> impl Content {
    let (session, signing) = (session(), signing());
    let found = Memo::new(move |_| session.inspection.with(|inspection| inspection.found));
    let open_in_sign = move || {
        let text = session.paste.get_untracked().trim().to_owned();
        let starter = |json: &str| json::pretty(&json::parse(json.as_bytes().to_vec()));
        match found.get_untracked() {
            Found::HeaderJson => signing.draft_of(text, starter("{}")),
            _ => signing.draft_of(starter(r#"{"alg":"HS256","typ":"JWT"}"#), text),
        }
        address::go(Screen::Sign.fragment());
    };
    let use_as_key = move || {
        let text = session.paste.get_untracked();
        session.set_paste(String::new());
        session.set_key(text);
    };
    let panel = |found: &'static str, title: &'static str, text: &'static str, act: El| {
        el("section", "panel offer")
            .test("offer")
            .attr("data-found", found)
            .child(el("h2", "panel-title").child(t(title)))
            .child(el("p", "").child(t(text)))
            .child(act)
    };
    move || match found.get() {
        Found::ClaimsJson | Found::HeaderJson => {
            let act = button("button-primary", open_in_sign)
                .test("offer-sign")
                .child(t("offer-json-button"));
            Some(panel("json", "offer-json-title", "offer-json", act))
        }
        Found::Key => {
            let act = button("button-primary", use_as_key)
                .test("offer-key")
                .child(t("offer-key-button"));
            Some(panel("key", "offer-key-title", "offer-key", act))
        }
        Found::Empty | Found::Tokens | Found::Nothing => None,
    }
}
