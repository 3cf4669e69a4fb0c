//! Header and payload, decoded: as JSON, and as a table of claims. Both are in the document
//! whichever is shown, so that searching the page and reading by machine find everything.

use super::claims_table::ClaimsTable;
use super::copy_button::CopyButton;
use super::json_view::JsonView;
use crate::browser::address;
use crate::inspect::{Encoding, Family, Token};
use crate::json::{self, Document};
use crate::span::Part;
use crate::ui::deep_link::Screen;
use crate::ui::session::session;
use crate::ui::signing::signing;
use crate::ui::text::{speech, t};
use leptos::prelude::*;
use std::sync::Arc;

/// Which view is on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    Json,
    Claims,
}

/// See the module.
#[component]
pub fn Decoded() -> impl IntoView {
    let (session, signing) = (session(), signing());
    let tab = RwSignal::new(Tab::Json);
    let edit = move |_| {
        let texts = session.inspection.with_untracked(|inspection| {
            let token = inspection.tokens.get(session.token.get_untracked())?;
            Some((
                as_signed(token, Part::Header),
                as_signed(token, Part::Payload),
            ))
        });
        if let Some((header, payload)) = texts {
            signing.draft_of(header, payload);
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
    view! {
        <section class="panel decoded" aria-label=t("decoded-label")>
            <div class="panel-head">
                <div class="tabs" role="tablist" aria-label=t("decoded-label")>
                    <TabButton tab this=Tab::Json id="tab-json" panel="panel-json" label="tab-json" />
                    <TabButton tab this=Tab::Claims id="tab-claims" panel="panel-claims" label="tab-claims" />
                </div>
                <button class="button button-quiet" type="button" data-testid="edit-as-draft" hidden=move || !is_jws() on:click=edit>
                    {t("edit-as-draft")}
                </button>
            </div>
            <div
                class="tab-panel"
                id="panel-json"
                role="tabpanel"
                aria-labelledby="tab-json"
                data-shown=move || (tab.get() == Tab::Json).then_some("true")
            >
                <JsonPart part=Part::Header id="decoded-header" label="header-label" copy="copy-header" document=header />
                <JsonPart part=Part::Payload id="decoded-payload" label="payload-label" copy="copy-payload" document=payload />
            </div>
            <div
                class="tab-panel"
                id="panel-claims"
                role="tabpanel"
                aria-labelledby="tab-claims"
                data-shown=move || (tab.get() == Tab::Claims).then_some("true")
            >
                <ClaimsTable header payload />
            </div>
        </section>
    }
}

#[component]
fn TabButton(
    tab: RwSignal<Tab>,
    this: Tab,
    id: &'static str,
    panel: &'static str,
    label: &'static str,
) -> impl IntoView {
    let is_on = move || tab.get() == this;
    let key = move |event: leptos::ev::KeyboardEvent| {
        let other = match (event.key().as_str(), this) {
            ("ArrowRight" | "ArrowLeft", Tab::Json) => Tab::Claims,
            ("ArrowRight" | "ArrowLeft", Tab::Claims) => Tab::Json,
            _ => return,
        };
        tab.set(other);
        focus(match other {
            Tab::Json => "tab-json",
            Tab::Claims => "tab-claims",
        });
    };
    view! {
        <button
            class="tab"
            type="button"
            role="tab"
            id=id
            aria-controls=panel
            aria-selected=move || if is_on() { "true" } else { "false" }
            tabindex=move || if is_on() { "0" } else { "-1" }
            on:click=move |_| tab.set(this)
            on:keydown=key
        >
            {t(label)}
        </button>
    }
}

fn focus(id: &str) {
    use wasm_bindgen::JsCast;
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

#[component]
fn JsonPart(
    part: Part,
    id: &'static str,
    label: &'static str,
    copy: &'static str,
    document: Memo<Option<Arc<Document>>>,
) -> impl IntoView {
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
                (Encoding::Detached, _) => ("part-detached", String::new()),
                (_, _) if text.bytes.is_empty() => ("part-empty", String::new()),
                (_, Ok(plain)) => ("part-text", shorten(plain)),
                (_, Err(_)) => ("part-binary", hex_lines(&text.bytes)),
            })
        })
    });
    let text = move |()| {
        let pretty = document.with_untracked(|document| document.as_deref().map(json::pretty));
        pretty.unwrap_or_default()
    };
    view! {
        <article class="json-part" data-colour=part.name()>
            <div class="json-part-head">
                <h3 class="part-title">{t(label)}</h3>
                <span hidden=move || document.with(Option::is_none)>
                    <CopyButton label=copy text />
                </span>
            </div>
            <pre class="json" data-testid=id translate="no" tabindex="0" aria-label=t(label)><JsonView document /></pre>
            {move || other.get().map(|(key, text)| view! {
                <p class="hint">{speech.text(key)}</p>
                {(!text.is_empty()).then(|| view! { <pre class="json json-plain" translate="no">{text}</pre> })}
            })}
        </article>
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
