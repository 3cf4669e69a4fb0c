//! The control that a token is pasted into. A long text is kept whole and shown through a window,
//! with its own search, undo and copy.

use super::copy_button::copy_button;
use super::text_area::{control, insert, text_control};
use crate::browser::{clipboard, page};
use crate::ui::dom::{El, button, el, value_of};
use crate::ui::session::session;
use crate::ui::state::RwSignal;
use crate::ui::text::{speech, t};
use crate::ui::window::{LARGE, Window};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, HtmlTextAreaElement, KeyboardEvent};

/// Texts that Undo goes back to, and the bytes they may hold together.
const MOST_STEPS: usize = 10;
const MOST_BYTES: usize = 24_000_000;

/// See the module.
pub fn token_text() -> [El; 2] {
    let (session, speech) = (session(), speech());
    let window = RwSignal::new(Window::default());
    let had_all_marked = RwSignal::new(false);
    let history = RwSignal::new(Vec::<String>::new());
    let is_large = move || session.paste.with(|text| text.len() > LARGE);

    let keep = move |before: String| {
        history.update(|history| {
            history.push(before);
            let mut bytes: usize = history.iter().map(String::len).sum();
            while history.len() > MOST_STEPS || (bytes > MOST_BYTES && history.len() > 1) {
                bytes = bytes.saturating_sub(history.remove(0).len());
            }
        });
    };
    let typed = move |typed: String, is_whole: bool| {
        let before = session.paste.get_untracked();
        if before.len() <= LARGE && typed.len() <= LARGE {
            session.set_paste(typed);
            return;
        }
        // The browser's own Undo knows the window only.
        let shown = fitting(window.get_untracked(), &before);
        let (text, shown) = shown.replaced(&before, &typed, is_whole);
        keep(before);
        window.set(shown);
        session.set_paste(text);
    };
    let undo = move || {
        let mut texts = history.get_untracked();
        if let Some(text) = texts.pop() {
            history.set(texts);
            window.set(Window::first(&text));
            session.set_paste(text);
        }
    };
    // What is marked is a window; who marks all of it means the whole text.
    let copies_all = move |event: &Event| {
        if !is_large() || !is_all_marked(event) {
            return false;
        }
        let clipboard: &ClipboardEvent = event.unchecked_ref();
        let taken = clipboard.clipboard_data().is_some_and(|data| {
            session
                .paste
                .with_untracked(|text| data.set_data("text/plain", text).is_ok())
        });
        if taken {
            event.prevent_default();
        }
        taken
    };
    // The browser's own Undo knows windows only.
    let has_own_undo = move || {
        let is_empty = session.paste.with(String::is_empty);
        is_large() || (is_empty && !history.with(Vec::is_empty))
    };
    let input = move |event: &Event| {
        // A script that sets the text means all of it.
        let is_whole = had_all_marked.get_untracked() || !event.is_trusted();
        typed(value_of(event), is_whole);
    };
    let area = text_control(
        control("token-input", "token-label")
            .placeholder("token-placeholder")
            .described_by("token-window"),
        "6",
        move || {
            session.paste.with(|text| {
                let shown = fitting(window.get(), text);
                shown.shown(text).to_owned()
            })
        },
        input,
    )
    .on("beforeinput", move |event| {
        had_all_marked.set(is_all_marked(event));
    })
    .on("paste", move |event| {
        // Laying out a long text would hold the page up, so the browser does not get it.
        if let Some(text) = pasted(event).filter(|text| text.len() > LARGE) {
            event.prevent_default();
            let marked = marked(event);
            let before = session.paste.get_untracked();
            let shown = fitting(window.get_untracked(), &before);
            let (from, to) = marked.unwrap_or((0, usize::MAX));
            let old = shown.shown(&before);
            let typed = [head(old, from), text.as_str(), tail(old, to)].concat();
            let (text, shown) = shown.replaced(&before, &typed, is_all_marked(event));
            keep(before);
            window.set(shown);
            session.set_paste(text);
            return;
        }
        let had_all = is_all_marked(event);
        insert(event, &|text| typed(text, had_all));
    })
    .on("copy", move |event| {
        copies_all(event);
    })
    .on("cut", move |event| {
        if copies_all(event) {
            typed(String::new(), true);
        }
    })
    .on("keydown", move |event| {
        let key: &KeyboardEvent = event.unchecked_ref();
        let wants_undo = key.key() == "z" && (key.ctrl_key() || key.meta_key());
        if wants_undo && !key.shift_key() && has_own_undo() {
            event.prevent_default();
            undo();
        }
    });

    let says = move || {
        session.paste.with(|text| {
            let range = fitting(window.get(), text).range();
            let facts = [
                ("count", text.len().into()),
                ("start", range.start.saturating_add(1).into()),
                ("end", range.end.into()),
            ];
            speech.format("window-says", &facts)
        })
    };
    let go = move |step: fn(Window, &str) -> Window| {
        session.paste.with_untracked(|text| {
            let shown = fitting(window.get_untracked(), text);
            window.set(step(shown, text));
        });
    };
    let wanted = RwSignal::new(String::new());
    let found_at = RwSignal::new(0_usize);
    let is_missing = RwSignal::new(false);
    let find = move || {
        let found = session.paste.with_untracked(|text| {
            wanted.with_untracked(|wanted| Window::find(text, wanted, found_at.get_untracked()))
        });
        is_missing.set(found.is_none());
        if let Some((shown, place)) = found {
            found_at.set(place.end);
            window.set(shown);
            let marked = session.paste.with_untracked(|text| {
                let units = |end: usize| {
                    let before = text.get(shown.range().start..end).unwrap_or_default();
                    u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
                };
                (units(place.start), units(place.end))
            });
            // The control shows the new window only after this.
            Timeout::new(0, move || page::mark("token-input", marked)).forget();
        }
    };
    let search = el("input", "text-field")
        .id("window-search")
        .attr("type", "search")
        .attr("aria-label", t("window-search"))
        .attr("placeholder", t("window-search"))
        .attr("aria-invalid", move || is_missing.get().then_some("true"))
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("autocorrect", "off")
        .attr("translate", "no")
        .on("input", move |event| {
            wanted.set(value_of(event));
            found_at.set(0);
            is_missing.set(false);
        })
        .on("keydown", move |event| {
            let key: &KeyboardEvent = event.unchecked_ref();
            if key.key() == "Enter" {
                find();
            }
        });
    let small =
        |label: &'static str, press: Box<dyn Fn()>| button("button-small", press).child(t(label));
    let buttons = el("div", "button-row")
        .child(
            small("window-earlier", Box::new(move || go(Window::earlier)))
                .attr("disabled", move || {
                    window.with(|shown| shown.range().start == 0)
                }),
        )
        .child(
            small("window-later", Box::new(move || go(Window::later)))
                .attr("disabled", move || !is_large()),
        )
        .child(
            small("window-undo", Box::new(undo))
                .test("window-undo")
                .attr("disabled", move || history.with(Vec::is_empty)),
        )
        .child(copy_button("window-copy", move || {
            session.paste.get_untracked()
        }));
    let find_row = el("div", "window-find")
        .hidden(move || !is_large())
        .child(search)
        .child(small("window-find", Box::new(find)));
    let bar = el("div", "window-bar")
        .id("token-window")
        .attr("data-bytes", move || {
            session.paste.with(String::len).to_string()
        })
        .hidden(move || !has_own_undo())
        .child(el("p", "hint").attr("role", "status").child(says))
        .child(buttons)
        .child(find_row);
    [area, bar]
}

/// The window as far as it fits the text, which may have been set from elsewhere.
fn fitting(window: Window, text: &str) -> Window {
    let range = window.range();
    let fits = !range.is_empty() && text.get(range.clone()).is_some() && text.len() > LARGE;
    match fits {
        true => window,
        false => Window::first(text),
    }
}

fn pasted(event: &Event) -> Option<String> {
    let event: &ClipboardEvent = event.unchecked_ref();
    clipboard::text_in(&event.clipboard_data()?)
}

/// What is marked in the control, in UTF-16 units.
fn marked(event: &Event) -> Option<(usize, usize)> {
    let area: HtmlTextAreaElement = event.target()?.dyn_into().ok()?;
    let start = area.selection_start().ok()??;
    let end = area.selection_end().ok()??;
    Some((usize::try_from(start).ok()?, usize::try_from(end).ok()?))
}

fn is_all_marked(event: &Event) -> bool {
    let area = event.target();
    let area = area.and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
    let length = area.map_or(0, |area| area.text_length());
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    length > 0 && marked(event) == Some((0, length))
}

/// The text before a place in UTF-16 units.
fn head(text: &str, units: usize) -> &str {
    text.get(..offset(text, units)).unwrap_or(text)
}

/// The text after a place in UTF-16 units.
fn tail(text: &str, units: usize) -> &str {
    text.get(offset(text, units)..).unwrap_or_default()
}

fn offset(text: &str, units: usize) -> usize {
    let mut passed = 0_usize;
    for (offset, c) in text.char_indices() {
        if passed >= units {
            return offset;
        }
        passed = passed.saturating_add(c.len_utf16());
    }
    text.len()
}
