//! The token, coloured by part: a colour, an underline style and a label for each.

use crate::span::Part;
use crate::ui::dom::{Content, El, el};
use crate::ui::segments::{Run, Segment, segments};
use crate::ui::session::session;
use crate::ui::state::Memo;
use crate::ui::text::{speech, t};
use web_sys::Node;

/// This many characters of each part are drawn; the text area holds them all.
const LONGEST: usize = 4_000;

/// See the module.
pub fn token_parts() -> El {
    let (session, speech) = (session(), speech());
    let drawn = Memo::new(move |_| {
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get())?;
            Some(segments(token, LONGEST))
        })
    });
    let legend = move || {
        let mut seen: Vec<Part> = Vec::new();
        drawn.with(|drawn| {
            for part in drawn.iter().flatten().filter_map(|segment| segment.part) {
                if !seen.contains(&part) {
                    seen.push(part);
                }
            }
        });
        let chip = |part: Part| {
            el("li", "part-chip")
                .attr("data-colour", part.name())
                .child(speech.text(&format!("chip-{}", part.name())))
        };
        seen.into_iter().map(chip).collect::<Vec<_>>()
    };
    let segments = move || drawn.get();
    let parts = parts_view("token-parts", "token-parts-label").child(segments);
    el("div", "token-parts-box")
        .hidden(move || drawn.with(Option::is_none))
        .child(el("ul", "part-chips").child(legend))
        .child(parts)
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
        let span = match self.part {
            Some(part) => part_in_colour(part.name()),
            None => el("span", "part-between"),
        };
        span.child(self.runs).put(parent);
        if self.left_out > 0 {
            let text = speech().format("characters-more", &[("count", self.left_out.into())]);
            el("span", "part-more").child(text).put(parent);
        }
    }
}

impl Content for Run {
    fn put(self, parent: &Node) {
        match self.fault {
            Some(code) => el("mark", "part-fault")
                .attr("data-code", code)
                .child(self.text)
                .put(parent),
            None => self.text.put(parent),
        }
    }
}
