//! Header and payload, decoded: as JSON, and as a table of claims. Both are in the document
//! whichever is shown, so that searching the page and reading by machine find everything.

use super::claims_table::claims_table;
use super::copy_button::copy_button;
use super::json_view::Drawn;
use crate::browser::{address, page};
use crate::inspect::{Encoding, Family, Token};
use crate::json::{self, Document};
use crate::span::Part;
use crate::ui::deep_link::Screen;
use crate::ui::dom::{Content, El, button, el};
use crate::ui::session::session;
use crate::ui::signing::{Original, signing};
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{speech, t};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, Node};

/// Which view is on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    Json,
    Claims,
}

impl Tab {
    const ALL: [Tab; 2] = [Tab::Json, Tab::Claims];

    /// Its own `id`, its panel's, the key of its label.
    const fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Tab::Json => ("tab-json", "panel-json", "tab-json"),
            Tab::Claims => ("tab-claims", "panel-claims", "tab-claims"),
        }
    }

    /// The tab beside it, by arrow key.
    fn beside(self, key: &str) -> Option<Tab> {
        let at = Tab::ALL.iter().position(|tab| *tab == self)?;
        let count = Tab::ALL.len();
        let at = match key {
            "ArrowRight" => at.saturating_add(1) % count,
            "ArrowLeft" => at.checked_sub(1).unwrap_or(count.saturating_sub(1)),
            _ => return None,
        };
        Tab::ALL.get(at).copied()
    }
}

/// See the module.
pub fn decoded() -> El {
    let (session, signing) = (session(), signing());
    let tab = RwSignal::new(Tab::Json);
    let edit = move || {
        let original = session.inspection.with_untracked(|inspection| {
            let token = inspection.tokens.get(session.token.get_untracked())?;
            Some(Original {
                token: token.source.text.clone(),
                header: as_signed(token, Part::Header),
                payload: as_signed(token, Part::Payload),
            })
        });
        if let Some(original) = original {
            signing.draft_of_token(original);
            address::go(Screen::Sign.fragment());
        }
    };
    let header = document(Part::Header);
    let payload = document(Part::Payload);
    let is_jws = move || {
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get());
            token.is_some_and(|token| token.part(Part::Payload).is_some())
        })
    };
    let tabs = el("div", "tabs")
        .attr("role", "tablist")
        .attr("aria-label", t("decoded-label"))
        .child(Tab::ALL.map(|this| tab_button(tab, this)));
    let edit = button("button-quiet", edit)
        .test("edit-as-draft")
        .hidden(move || !is_jws())
        .child(t("edit-as-draft"));
    let json = panel(tab, Tab::Json)
        .child(json_part(
            Part::Header,
            ["decoded-header", "header-label", "copy-header"],
            header,
        ))
        .child(json_part(
            Part::Payload,
            ["decoded-payload", "payload-label", "copy-payload"],
            payload,
        ));
    let claims = panel(tab, Tab::Claims).child(claims_table(header, payload));
    el("section", "panel decoded")
        .attr("aria-label", t("decoded-label"))
        .child(el("div", "panel-head").child(tabs).child(edit))
        .child(json)
        .child(claims)
}

fn panel(tab: RwSignal<Tab>, this: Tab) -> El {
    let (id, panel, _) = this.names();
    el("div", "tab-panel")
        .attr("id", panel)
        .attr("role", "tabpanel")
        .attr("aria-labelledby", id)
        .attr("data-shown", move || (tab.get() == this).then_some("true"))
}

fn tab_button(tab: RwSignal<Tab>, this: Tab) -> El {
    let (id, panel, label) = this.names();
    let is_on = move || tab.get() == this;
    let key = move |event: &Event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        if let Some(other) = this.beside(&event.key()) {
            tab.set(other);
            page::focus(other.names().0);
        }
    };
    el("button", "tab")
        .attr("type", "button")
        .attr("role", "tab")
        .attr("id", id)
        .attr("aria-controls", panel)
        .attr(
            "aria-selected",
            move || if is_on() { "true" } else { "false" },
        )
        .attr("tabindex", move || if is_on() { "0" } else { "-1" })
        .on("click", move |_| tab.set(this))
        .on("keydown", key)
        .child(t(label))
}

/// A part of the token: its `data-testid`, the keys of its name and of what its button copies.
fn json_part(
    part: Part,
    [id, label, copy]: [&'static str; 3],
    document: Memo<Option<Arc<Document>>>,
) -> El {
    let (session, speech) = (session(), speech());
    // A part that is not JSON is shown as what it is.
    let other = Memo::new(move |_| {
        if document.with(Option::is_some) {
            return None;
        }
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get())?;
            let Some(text) = token.part(part) else {
                let key = match token.family {
                    Family::Jwe => "part-encrypted",
                    _ => "part-absent",
                };
                return Some((key, String::new()));
            };
            Some(match (&text.encoding, std::str::from_utf8(&text.bytes)) {
                (Encoding::Detached, _) if text.bytes.is_empty() => {
                    ("part-detached", String::new())
                }
                (_, _) if text.bytes.is_empty() => ("part-empty", String::new()),
                (_, Ok(plain)) => ("part-text", shorten(plain)),
                (_, Err(_)) => ("part-binary", hex_lines(&text.bytes)),
            })
        })
    });
    let text = move || {
        let pretty = document.with_untracked(|document| document.as_deref().map(json::pretty));
        pretty.unwrap_or_default()
    };
    let copy = el("span", "")
        .hidden(move || document.with(Option::is_none))
        .child(copy_button(copy, text));
    let head = el("div", "json-part-head")
        .child(el("h3", "part-title").child(t(label)))
        .child(copy);
    let lines = el("pre", "json")
        .test(id)
        .attr("translate", "no")
        .attr("tabindex", "0")
        .attr("aria-label", t(label));
    let plain = move || other.with(|other| other.as_ref().map(|(_, text)| text.clone()));
    let lines = lines.child(move || (document.get().map(Whole), plain()));
    let hint = move || {
        let key = other.with(|other| other.as_ref().map(|(key, _)| *key));
        key.map(|key| el("p", "hint").child(speech.text(key)))
    };
    el("article", "json-part")
        .attr("data-colour", part.name())
        .child(head)
        .child(hint)
        .child(lines)
}

/// A document that is shared.
struct Whole(Arc<Document>);

impl Content for Whole {
    fn put(self, parent: &Node) {
        Drawn(&self.0).put(parent);
    }
}

/// The JSON of a part of the token that is looked at.
fn document(part: Part) -> Memo<Option<Arc<Document>>> {
    let session = session();
    Memo::new(move |_| {
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get())?;
            token.part(part)?.json.clone().map(Arc::new)
        })
    })
}

/// The bytes of a part as text, exactly as they were signed.
fn as_signed(token: &Token, part: Part) -> String {
    let bytes = token.part(part).map(|text| text.bytes.as_slice());
    String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned()
}

fn shorten(text: &str) -> String {
    text.chars().take(20_000).collect()
}

/// The first bytes as a hex dump.
fn hex_lines(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let mut out = String::new();
    for (index, byte) in bytes.iter().take(512).enumerate() {
        let _ = write!(out, "{byte:02x}");
        out.push(if index % 16 == 15 { '\n' } else { ' ' });
    }
    if bytes.len() > 512 {
        out.push('…');
    }
    out
}
