//! Header and payload, decoded: as JSON, and as a table of claims, and every part as bytes. The
//! first two are in the document whichever is shown, so that searching the page and reading by
//! machine find everything.

use super::bytes::bytes;
use super::check_box::check_box;
use super::claims_table::claims_table;
use super::copy_button::copy_button;
use super::json::other::other;
use super::json::part::{Text, text};
use super::json::path::path;
use super::json::search::{Search, search};
use crate::browser::{address, page};
use crate::inspect::Inspection;
use crate::json::{Document, Layout};
use crate::span::Part;
use crate::ui::deep_link::Screen;
use crate::ui::dom::{Content, El, button, el};
use crate::ui::looking::{Tab, looking};
use crate::ui::redraft::redraft;
use crate::ui::session::session;
use crate::ui::signing::{MOST_SIGNERS, Original, signing};
use crate::ui::soon::soon;
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{speech, t};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

impl Tab {
    const ALL: [Tab; 3] = [Tab::Json, Tab::Claims, Tab::Bytes];

    /// Its own `id`, its panel's, the key of its label.
    const fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Tab::Json => ("tab-json", "panel-json", "tab-json"),
            Tab::Claims => ("tab-claims", "panel-claims", "tab-claims"),
            Tab::Bytes => ("tab-bytes", "panel-bytes", "tab-bytes"),
        }
    }

    /// The tab beside it, by arrow key.
    fn beside(self, key: &str) -> Option<Tab> {
        let at = Tab::ALL.iter().position(|tab| *tab == self)?;
        let count = Tab::ALL.len();
        let at = match key {
            "ArrowRight" => at.saturating_add(1) % count,
            "ArrowLeft" => at.checked_sub(1).unwrap_or(count.saturating_sub(1)),
            "Home" => 0,
            "End" => count.saturating_sub(1),
            _ => return None,
        };
        Tab::ALL.get(at).copied()
    }
}

/// See the module.
pub fn decoded() -> El {
    let (session, signing, tab) = (session(), signing(), looking().tab);
    let edit = move || {
        let original = session.inspection.with_untracked(|inspection| {
            let token = inspection.tokens.get(session.token.get_untracked())?;
            let content = session.content.get_untracked();
            Some(Original {
                token: token.source.text.clone(),
                made: redraft(token, content.as_deref(), MOST_SIGNERS),
            })
        });
        if let Some(original) = original {
            signing.draft_of_token(original);
            // The key comes along where it can sign; nothing is signed before a press.
            let signs = session.key_summary.with_untracked(|summary| {
                let keys = summary.iter().flat_map(|summary| &summary.keys);
                keys.into_iter().any(|key| key.is_private)
            });
            if signs {
                signing.displace_key(session.key_text.get_untracked());
                signing.reading.set(session.reading.get_untracked());
                signing.password.set(session.password.get_untracked());
            }
            address::go(Screen::Sign.fragment());
        }
    };
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
    let (header, payload) = (document(Part::Header), document(Part::Payload));
    el("section", "panel decoded")
        .attr("aria-label", t("decoded-label"))
        .child(el("div", "panel-head").child(tabs).child(edit))
        .child(panel(tab, Tab::Json).child(json_view(header, payload)))
        .child(panel(tab, Tab::Claims).child(soon(claims)))
        .child(panel(tab, Tab::Bytes).child(soon(bytes)))
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
            event.prevent_default();
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

/// Nobody waits for an explanation as for the token itself.
fn claims() -> impl Content {
    let settled = session().settled;
    let document = move |part: Part| {
        Memo::new(move |_| settled.with(|look| document_of(&look.inspection, look.token, part)))
    };
    claims_table(document(Part::Header), document(Part::Payload))
}

/// A part of the token as JSON, and where the part stands in its token.
pub type PartDocument = Memo<Option<(usize, Arc<Document>)>>;

/// Both parts as JSON, arranged or exactly as they were signed, with what works on both.
fn json_view(header: PartDocument, payload: PartDocument) -> [El; 4] {
    let is_exact = RwSignal::new(false);
    let find = Search::of(RwSignal::new(String::new()));
    let both = |document: PartDocument| {
        let arranged = Text::new(document, || true, Layout::pretty, find.wanted);
        let exact = Text::new(document, move || is_exact.get(), Layout::exact, find.wanted);
        [arranged, exact]
    };
    let texts = [both(header), both(payload)];
    let shown = move |[arranged, exact]: [Text; 2]| match is_exact.get() {
        true => exact,
        false => arranged,
    };
    let hits = texts.map(|text| {
        let [arranged, exact] = text.map(Text::hits);
        Memo::new(move |_| match is_exact.get() {
            true => exact.get(),
            false => arranged.get(),
        })
    });
    let [header_hits, payload_hits] = hits;
    let [header_texts, payload_texts] = texts;
    let show = move |part: usize, hit: usize| {
        let text = if part == 0 {
            header_texts
        } else {
            payload_texts
        };
        shown(text).show_hit(hit);
    };
    let header_count = move || header_hits.with(|hits| hits.count());
    let in_header = move || Some(find.at.get()).filter(|at| *at < header_count());
    let in_payload = move || find.at.get().checked_sub(header_count());
    let switch = check_box(
        "json-exact",
        "json-exact",
        move || is_exact.get(),
        move |is_on| is_exact.set(is_on),
    );
    let speech = speech();
    let is_folded = move || texts.iter().any(|[arranged, _]| arranged.is_folded());
    let fold = button("button-small", move || {
        let was_folded = is_folded();
        for [arranged, _] in texts {
            if arranged.is_folded() == was_folded {
                arranged.fold_all();
            }
        }
    })
    .test("json-fold-all")
    .attr("disabled", move || is_exact.get())
    .child(move || {
        speech.text(match is_folded() {
            true => "json-unfold-all",
            false => "json-fold-all",
        })
    });
    let tools = el("div", "json-tools")
        // Its words come with the texts that are loaded later; its place is kept.
        .attr("data-ready", move || speech.is_complete().then_some("true"))
        .child(search(find, [header_hits, payload_hits], show))
        .child(el("div", "json-switches").child(switch).child(fold));
    let keys = el("p", "offscreen")
        .attr("id", "json-keys")
        .child(t("json-keys"));
    let header = part_view(
        Part::Header,
        [
            "decoded-header",
            "exact-header",
            "header-label",
            "copy-header",
        ],
        header_texts,
        is_exact,
        in_header,
    );
    let payload = part_view(
        Part::Payload,
        [
            "decoded-payload",
            "exact-payload",
            "payload-label",
            "copy-payload",
        ],
        payload_texts,
        is_exact,
        in_payload,
    );
    [tools.child(path()), keys, header, payload]
}

/// A part: the `data-testid` of the arranged text and of the exact one, the keys of its name and
/// of what its button copies.
fn part_view(
    part: Part,
    [id, exact_id, label, copy]: [&'static str; 4],
    [arranged, exact]: [Text; 2],
    is_exact: RwSignal<bool>,
    current: impl Fn() -> Option<usize> + Copy + 'static,
) -> El {
    let speech = speech();
    let other = other(part);
    let copied = move || match is_exact.get_untracked() {
        true => exact.written(),
        false => arranged.written(),
    };
    let copy = el("span", "")
        .hidden(move || other.with(Option::is_some))
        .child(copy_button(copy, copied));
    let head = el("div", "json-part-head")
        .child(el("h3", "part-title").child(t(label)))
        .child(copy);
    let plain = move || other.with(|other| other.as_ref().map(|(_, text)| text.clone()));
    let hint = move || {
        let key = other.with(|other| other.as_ref().map(|(key, _)| *key));
        key.map(|key| el("p", "hint").child(speech.text(key)))
    };
    el("article", "json-part")
        .attr("data-colour", part.name())
        .child(head)
        .child(hint)
        .child(text(arranged, id, label, current, plain).hidden(move || is_exact.get()))
        .child(text(exact, exact_id, label, current, ()).hidden(move || !is_exact.get()))
}

/// The JSON of a part of the token that is looked at.
fn document(part: Part) -> PartDocument {
    let session = session();
    Memo::new(move |_| {
        let token = session.token.get();
        session
            .inspection
            .with(|inspection| document_of(inspection, token, part))
    })
}

fn document_of(
    inspection: &Inspection,
    token: usize,
    part: Part,
) -> Option<(usize, Arc<Document>)> {
    let token = inspection.tokens.get(token)?;
    let index = token.parts.iter().position(|text| text.part == part)?;
    let document = token.parts.get(index)?.json.clone()?;
    Some((index, Arc::new(document)))
}
