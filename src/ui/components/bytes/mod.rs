//! The bytes of a part in rows: the characters of the token that carry them, the bytes in hex,
//! the text they are. What is pointed at lights up in all three, and in the other views.
//! Only the rows near the window are there: a part may hold a megabyte.

mod rows;
mod says;

use crate::browser::page;
use crate::inspect::{PartText, Token};
use crate::ui::byte_rows::{self, Step};
use crate::ui::dom::{El, el, follow};
use crate::ui::looking::{Looking, Tab, View, looking};
use crate::ui::session::{Session, session};
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{speech, t};
use leptos::prelude::StoredValue;
use rows::rows;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent};

/// The `id` of the grid, which takes the keys.
pub const GRID: &str = "bytes-grid";

/// Height of a row in CSS pixels, as the style sheet has it.
const ROW: usize = 20;
/// Rows up to which all are drawn; more stand in a box that scrolls.
const SHORT: usize = 60;
/// Rows that are drawn of a long part, and how far the box scrolls before others are.
const DRAWN: usize = 80;
const STRIDE: usize = 20;
/// Rows that a page key passes.
const PAGE: usize = 16;

/// What is drawn: which part, how many bytes a row, from which row on.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Frame {
    part: usize,
    length: usize,
    per_row: usize,
    first: usize,
}

impl Frame {
    fn count(self) -> usize {
        byte_rows::count(self.length, self.per_row)
    }

    fn is_long(self) -> bool {
        self.count() > SHORT
    }
}

/// See the module. Nothing is drawn while another tab is open.
pub fn bytes() -> El {
    let (session, looking) = (session(), looking());
    let picked = RwSignal::new(None::<usize>);
    let width = RwSignal::new(0.0_f64);
    let scrolled = RwSignal::new(0_usize);
    let frame = Memo::new(move |_| {
        if looking.tab.get() != Tab::Bytes {
            return None;
        }
        let pointed = looking
            .trace
            .with(|trace| trace.as_ref().map(|trace| trace.part));
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get())?;
            let wanted = pointed
                .or(picked.get())
                .filter(|index| has_bytes(token, *index));
            let part = wanted.or_else(|| first_part(token))?;
            let length = token.parts.get(part)?.bytes.len();
            let per_row = byte_rows::per_row(width.get());
            let frame = Frame {
                part,
                length,
                per_row,
                first: 0,
            };
            let first = scrolled.get() / ROW / STRIDE * STRIDE;
            let last = frame.count().saturating_sub(DRAWN);
            Some(Frame {
                first: first.saturating_sub(STRIDE).min(last),
                ..frame
            })
        })
    });
    let grid = el("div", "bytes-grid")
        .attr("id", GRID)
        .test("bytes")
        .attr("role", "group")
        .attr("aria-label", t("bytes-label"))
        .attr("aria-describedby", "bytes-keys")
        .attr("tabindex", "0")
        .attr("translate", "no")
        .attr("data-long", move || {
            frame.get().is_some_and(Frame::is_long).then_some("true")
        })
        .var("--rows", move || {
            frame.get().map_or(0, Frame::count).to_string()
        })
        .var("--first", move || {
            frame.get().map_or(0, |frame| frame.first).to_string()
        });
    let view = grid.element().clone();
    let measured = view.clone();
    let measure = move || width.set(f64::from(measured.client_width()));
    StoredValue::new_local(page::on_resize(measure.clone()));
    let moved = view.clone();
    let follow_view = view.clone();
    let grid = grid
        .on("scroll", move |_| {
            scrolled.set(usize::try_from(moved.scroll_top()).unwrap_or(0));
        })
        .on("click", move |event| clicked(looking, frame, event))
        .on("keydown", move |event| pressed(looking, frame, event))
        .child(
            el("div", "bytes-room")
                .child(move || frame.get().map(|frame| rows(frame, session, looking))),
        );
    follow(move || {
        // The width is known once the tab is open.
        if frame.with(Option::is_some) && follow_view.client_width() > 0 {
            measure();
        }
        show_pointed(looking, frame, &follow_view);
    });
    let heads = [
        "bytes-offset",
        "bytes-characters",
        "bytes-hex",
        "bytes-text",
    ];
    let heads = heads.map(|key| el("span", "bytes-head").child(t(key)));
    el("div", "bytes")
        .child(part_switch(session, looking, frame, picked))
        .child(says::says(session, looking, frame))
        .child(
            el("div", "bytes-heads")
                .attr("aria-hidden", "true")
                .attr("data-per-row", move || per_row_text(frame))
                .child(heads),
        )
        .child(
            el("p", "offscreen")
                .attr("id", "bytes-keys")
                .child(t("bytes-keys")),
        )
        .child(grid.attr("data-per-row", move || per_row_text(frame)))
}

fn per_row_text(frame: Memo<Option<Frame>>) -> Option<String> {
    frame.get().map(|frame| frame.per_row.to_string())
}

fn has_bytes(token: &Token, index: usize) -> bool {
    let part = token.parts.get(index);
    part.is_some_and(|part: &PartText| !part.bytes.is_empty())
}

fn first_part(token: &Token) -> Option<usize> {
    (0..token.parts.len()).find(|index| has_bytes(token, *index))
}

/// Which part is shown.
fn part_switch(
    session: Session,
    looking: Looking,
    frame: Memo<Option<Frame>>,
    picked: RwSignal<Option<usize>>,
) -> El {
    let speech = speech();
    let parts = Memo::new(move |_| {
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get());
            let all = token.into_iter().flat_map(|token| {
                let with_bytes = (0..token.parts.len()).filter(|index| has_bytes(token, *index));
                with_bytes.filter_map(|index| Some((index, token.parts.get(index)?.part)))
            });
            all.collect::<Vec<_>>()
        })
    });
    let choices = move || {
        let choice = |(index, part): (usize, crate::span::Part)| {
            let is_shown = move || frame.get().is_some_and(|frame| frame.part == index);
            let radio = el("input", "offscreen")
                .attr("type", "radio")
                .attr("name", "bytes-part")
                .attr("value", index.to_string())
                .prop("checked", is_shown)
                .on("change", move |_| {
                    looking.point_nowhere();
                    picked.set(Some(index));
                });
            el("label", "segment")
                .attr("data-part", part.name())
                .child(radio)
                .child(
                    el("span", "segment-face").child(speech.text(&format!("chip-{}", part.name()))),
                )
        };
        parts.get().into_iter().map(choice).collect::<Vec<_>>()
    };
    el("div", "segments")
        .attr("role", "radiogroup")
        .attr("aria-label", t("bytes-part"))
        .test("bytes-part")
        .child(choices)
}

/// Scrolls the box, if it scrolls, to what another view or a key points at.
fn show_pointed(looking: Looking, frame: Memo<Option<Frame>>, view: &Element) {
    let at = looking
        .trace
        .with(|trace| trace.as_ref().map(|trace| trace.bytes.start));
    // How far it is scrolled must not wake this: the person scrolls too.
    let frame = frame.with_untracked(|frame| *frame);
    let (Some(at), Some(frame)) = (at, frame.filter(|frame| frame.is_long())) else {
        return;
    };
    let top = i32::try_from((at / frame.per_row).saturating_mul(ROW)).unwrap_or(i32::MAX);
    let (from, height) = (view.scroll_top(), view.client_height());
    let row = i32::try_from(ROW).unwrap_or(0);
    if top < from || top.saturating_add(row) > from.saturating_add(height) {
        view.set_scroll_top(top.saturating_sub(height / 3).max(0));
    }
}

fn clicked(looking: Looking, frame: Memo<Option<Frame>>, event: &Event) {
    let event: &MouseEvent = event.unchecked_ref();
    let Some(frame) = frame.get_untracked().filter(|_| !page::has_selection()) else {
        return;
    };
    let Some((holder, units)) = page::clicked_character(event) else {
        return;
    };
    let number = |name: &str| {
        let holder = holder.closest(&format!("[{name}]")).ok().flatten()?;
        holder.get_attribute(name)?.parse::<usize>().ok()
    };
    let units = usize::try_from(units).unwrap_or(0);
    if let Some(at) = number("data-char") {
        let at = at.saturating_add(units);
        looking.point_at_chars(at..at.saturating_add(1), View::Bytes);
    } else if let Some(at) = number("data-at") {
        // Two digits and a space a byte in hex; one character a byte in text.
        let at = at.saturating_add(units / number("data-step").unwrap_or(1));
        looking.point(frame.part, at..at.saturating_add(1), View::Bytes);
    }
}

fn pressed(looking: Looking, frame: Memo<Option<Frame>>, event: &Event) {
    let event: &KeyboardEvent = event.unchecked_ref();
    if event.meta_key() || event.alt_key() {
        return;
    }
    let Some(frame) = frame.get_untracked() else {
        return;
    };
    let step = match (event.key().as_str(), event.ctrl_key()) {
        ("ArrowLeft", false) => Step::Back,
        ("ArrowRight", false) => Step::On,
        ("ArrowUp", false) => Step::Up(1),
        ("ArrowDown", false) => Step::Down(1),
        ("PageUp", false) => Step::Up(PAGE),
        ("PageDown", false) => Step::Down(PAGE),
        ("Home", false) => Step::RowStart,
        ("End", false) => Step::RowEnd,
        ("Home", true) => Step::Start,
        ("End", true) => Step::End,
        ("Escape", false) => {
            looking.point_nowhere();
            return;
        }
        _ => return,
    };
    event.prevent_default();
    let at = looking.trace.with_untracked(|trace| {
        let trace = trace.as_ref().filter(|trace| trace.part == frame.part)?;
        Some(trace.bytes.start)
    });
    let to = match at {
        Some(at) => byte_rows::step(at, step, frame.length, frame.per_row),
        None => 0,
    };
    looking.point(frame.part, to..to.saturating_add(1), View::Bytes);
}
