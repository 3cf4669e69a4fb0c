//! The token, coloured by part: a colour, an underline style and a label for each. A click on a
//! character, or the arrow keys, point at what it carries.

use crate::browser::{in_view, page};
use crate::span::Part;
use crate::ui::components::json::row::Marked;
use crate::ui::dom::{Content, El, el, follow};
use crate::ui::looking::{Looking, View, looking};
use crate::ui::marks::Over;
use crate::ui::segments::{Run, Segment, segments};
use crate::ui::session::{Session, session};
use crate::ui::state::Memo;
use crate::ui::text::{speech, t};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, MouseEvent, Node};

/// This many characters of each part are drawn; the text area holds them all.
const LONGEST: usize = 4_000;

/// See the module.
pub fn token_parts() -> El {
    let (session, speech, looking) = (session(), speech(), looking());
    let drawn = Memo::new(move |_| {
        let marks = looking.marks_of_token();
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get())?;
            Some(segments(token, LONGEST, &marks))
        })
    });
    let legend = Memo::new(move |_| {
        let mut seen: Vec<Part> = Vec::new();
        drawn.with(|drawn| {
            for part in drawn.iter().flatten().filter_map(|segment| segment.part) {
                if !seen.contains(&part) {
                    seen.push(part);
                }
            }
        });
        seen
    });
    let chips = move || {
        let chip = |part: Part| {
            el("li", "part-chip")
                .attr("data-colour", part.name())
                .child(speech.text(&format!("chip-{}", part.name())))
        };
        legend.get().into_iter().map(chip).collect::<Vec<_>>()
    };
    let segments = move || drawn.get();
    let parts = parts_view("token-parts", "token-parts-label")
        .attr("aria-describedby", "token-keys")
        .on("click", move |event| clicked(looking, event))
        .on("keydown", move |event| pressed(looking, session, event))
        .child(segments);
    let view = parts.element().clone();
    follow(move || {
        drawn.track();
        let lit = view.query_selector("[data-lit=here]").ok().flatten();
        if let Some(lit) = lit {
            in_view::show_inside(&view, &lit);
        }
    });
    let keys = el("p", "offscreen")
        .attr("id", "token-keys")
        .child(t("token-keys"));
    el("div", "token-parts-box")
        .hidden(move || drawn.with(Option::is_none))
        .child(el("ul", "part-chips").child(chips))
        .child(keys)
        .child(parts)
}

fn clicked(looking: Looking, event: &Event) {
    let event: &MouseEvent = event.unchecked_ref();
    if page::has_selection() {
        return;
    }
    let at = page::clicked_character(event).and_then(|(holder, units)| {
        let start: usize = holder.get_attribute("data-at")?.parse().ok()?;
        let text = holder.text_content()?;
        let units = usize::try_from(units).ok()?;
        let mut passed = 0_usize;
        let before = text.chars().take_while(|c| {
            passed = passed.saturating_add(c.len_utf16());
            passed <= units
        });
        let start = start.saturating_add(before.map(char::len_utf8).sum());
        Some((start, start.saturating_add(1)))
    });
    if let Some((start, end)) = at {
        looking.point_at_chars(start..end, View::Token);
    }
}

fn pressed(looking: Looking, session: Session, event: &Event) {
    let event: &KeyboardEvent = event.unchecked_ref();
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let trace = looking.trace.get_untracked();
    let start = trace.as_ref().map(|trace| trace.chars.start);
    let end = session.inspection.with_untracked(|inspection| {
        let token = inspection.tokens.get(session.token.get_untracked());
        token.map_or(0, |token| token.source.text.len())
    });
    let from = |from: usize, forward: bool| {
        let mut at = from;
        // Between parts stand a dot or some JSON.
        while at < end && !looking.point_at_chars(at..at.saturating_add(1), View::Token) {
            at = match forward {
                true => at.saturating_add(1),
                false => match at.checked_sub(1) {
                    Some(before) => before,
                    None => break,
                },
            };
        }
    };
    match (event.key().as_str(), start) {
        ("ArrowRight", Some(start)) => from(start.saturating_add(1), true),
        ("ArrowRight", None) | ("Home", _) => from(0, true),
        ("ArrowLeft", Some(start)) => from(start.saturating_sub(1), false),
        ("End", _) => from(end.saturating_sub(1), false),
        ("Escape", Some(_)) => looking.point_nowhere(),
        _ => return,
    }
    event.prevent_default();
}

/// What a coloured token stands in; `label` is the key of its name.
pub fn parts_view(id: &'static str, label: &'static str) -> El {
    el("div", "token-parts")
        .test(id)
        .attr("role", "group")
        .attr("aria-label", t(label))
        .attr("tabindex", "0")
        .attr("translate", "no")
}

/// A part in its colour.
pub fn part_in_colour(name: &'static str) -> El {
    el("span", "part")
        .attr("data-part", name)
        .attr("data-colour", name)
}

impl Content for Segment {
    fn put(self, parent: &Node) {
        let speech = speech();
        let span = match self.part {
            Some(part) => part_in_colour(part.name()),
            None => el("span", "part-between"),
        };
        let left_out = |count: usize| {
            let text = || speech.format("characters-more", &[("count", count.into())]);
            (count > 0).then(|| el("span", "part-more").child(text()))
        };
        left_out(self.left_out_before).put(parent);
        span.child(self.runs).put(parent);
        left_out(self.left_out).put(parent);
    }
}

impl Content for Run {
    fn put(self, parent: &Node) {
        let over: Vec<&Over> = self.over.iter().collect();
        let is_fault = over.iter().any(|over| matches!(over, Over::Fault(_)));
        let at = self.at.to_string();
        match (over.is_empty(), is_fault) {
            (true, _) => el("span", "").child(self.text),
            (false, true) => {
                let marked = Marked::new((self.text, &over));
                marked.element("part-fault")
            }
            (false, false) => Marked::new((self.text, &over)).element("over"),
        }
        .attr("data-at", at)
        .put(parent);
    }
}
