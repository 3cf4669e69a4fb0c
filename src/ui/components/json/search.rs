//! The search in header and payload: how often, which one, onwards and back.

use crate::ui::dom::{El, button, el, value_of};
use crate::ui::find::Hits;
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{speech, t};
use std::ops::Range;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// What is looked for, and which hit was gone to.
#[derive(Clone, Copy)]
pub struct Search {
    /// As typed.
    pub wanted: RwSignal<String>,
    /// The number of the hit, counted from 0 through all parts.
    pub at: RwSignal<usize>,
}

impl Search {
    /// For `wanted`, from the first hit on.
    pub fn of(wanted: RwSignal<String>) -> Self {
        Search {
            wanted,
            at: RwSignal::new(0),
        }
    }
}

/// The field with its answer and its buttons. `hits` are those of each part in order; `show` is
/// told which hit of which part to bring into view.
pub fn search(
    search: Search,
    hits: [Memo<Arc<Hits>>; 2],
    show: impl Fn(usize, usize) + Copy + 'static,
) -> El {
    let speech = speech();
    let counts = move || hits.map(|hits| hits.with(|hits| hits.count()));
    let total = move || counts().into_iter().sum::<usize>();
    let go = move |at: usize| {
        search.at.set(at);
        let mut before = 0_usize;
        for (part, count) in counts().into_iter().enumerate() {
            let here: Range<usize> = before..before.saturating_add(count);
            if here.contains(&at) {
                show(part, at.saturating_sub(before));
            }
            before = here.end;
        }
    };
    let step = move |forward: bool| {
        let (at, total) = (search.at.get_untracked(), total());
        if total > 0 {
            go(match forward {
                true => at.saturating_add(1) % total,
                false => at.checked_sub(1).unwrap_or(total.saturating_sub(1)),
            });
        }
    };
    let is_asked = move || search.wanted.with(|wanted| !wanted.is_empty());
    let says = move || match (is_asked(), total()) {
        (false, _) => String::new(),
        (true, 0) => speech.text("search-none"),
        (true, count) => {
            let at = search.at.get().saturating_add(1);
            speech.format("search-at", &[("at", at.into()), ("count", count.into())])
        }
    };
    let field = el("input", "text-field")
        .id("json-search")
        .attr("type", "search")
        .attr("aria-label", t("search-label"))
        .attr("placeholder", t("search-label"))
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("autocorrect", "off")
        .attr("translate", "no")
        .prop("value", move || search.wanted.get())
        .on("input", move |event| {
            search.wanted.set(value_of(event));
            go(0);
        })
        .on("keydown", move |event: &Event| {
            let key: &KeyboardEvent = event.unchecked_ref();
            match key.key().as_str() {
                "Enter" => step(!key.shift_key()),
                "Escape" if is_asked() => {
                    event.prevent_default();
                    search.wanted.set(String::new());
                }
                _ => {}
            }
        });
    let arrow = |label: &'static str, id: &'static str, sign: &'static str, forward: bool| {
        button("button-small", move || step(forward))
            .test(id)
            .attr("aria-label", t(label))
            .attr("disabled", move || total() == 0)
            .child(el("span", "").attr("aria-hidden", "true").child(sign))
    };
    el("div", "json-search")
        .attr("role", "search")
        .child(field)
        .child(
            el("span", "json-search-says")
                .test("json-search-says")
                .attr("role", "status")
                .child(says),
        )
        .child(arrow("search-previous", "search-previous", "↑", false))
        .child(arrow("search-next", "search-next", "↓", true))
}
