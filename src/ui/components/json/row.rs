//! One row: a line of the text, or a piece of a long one, with what lies over it.

use crate::json::{Class, Document, Layout, Shape};
use crate::ui::dom::{Content, El, el};
use crate::ui::marks::{Mark, Over, cut};
use crate::ui::text::Speech;
use std::borrow::Cow;
use web_sys::Node;

/// How a row looks, beyond its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// What lies over its bytes.
    pub marks: Vec<Mark>,
    /// Whether the container that it opens is folded; `None`: it opens none, or cannot fold.
    pub folded: Option<bool>,
    /// Whether the place that is pointed at begins here.
    pub is_current: bool,
}

/// Draws a row. Without `look` it cannot fold and nothing lies over it.
pub fn row(document: &Document, layout: &Layout, row: usize, look: &Look, speech: Speech) -> El {
    let mut drawn = el("span", "json-line");
    if layout.begins_line(row) {
        let line = layout.rows().get(row).map_or(0, |row| row.line);
        drawn = drawn.attr("data-line", line.saturating_add(1).to_string());
    } else {
        drawn = drawn.attr("data-goes-on", "true");
    }
    drawn = drawn
        .attr("data-row", row.to_string())
        .attr("data-current", look.is_current.then_some("true"));
    if let Some(is_folded) = look.folded {
        drawn = drawn.child(fold_button(layout, row, is_folded, speech));
    }
    let mut plain = String::new();
    for piece in layout.pieces(document, row) {
        let runs = cut(piece.span.clone(), &look.marks, |at| {
            is_boundary(document.bytes(), at)
        });
        let class = piece.class.and_then(class_name);
        let is_marked = runs.iter().any(|run| !run.over.is_empty());
        if class.is_none() && !is_marked {
            plain.push_str(&piece.text);
            continue;
        }
        if !plain.is_empty() {
            drawn = drawn.child(std::mem::take(&mut plain));
        }
        let token =
            el("span", class.unwrap_or_default()).attr("data-at", piece.span.start.to_string());
        if !is_marked {
            drawn = drawn.child(token.child(Visible(&piece.text)));
            continue;
        }
        let runs = runs.iter().map(|run| {
            let bytes = document.bytes().get(run.bytes.clone());
            let text = String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned();
            (text, run.over.as_slice())
        });
        drawn = drawn.child(token.child(runs.map(Marked::new).collect::<Vec<_>>()));
    }
    if look.folded == Some(true) {
        drawn = drawn
            .child(std::mem::take(&mut plain))
            .child(el("span", "json-folded"));
    }
    let text = layout.text_of(row..row.saturating_add(1));
    let goes_on = layout.rows().get(row).is_some_and(|row| row.goes_on);
    if !goes_on && row.saturating_add(1) < layout.rows().len() && text.ends_with('\n') {
        plain.push('\n');
    }
    drawn.child(plain)
}

/// The button that folds what a row opens. It has a name but no text, which would be part of the
/// JSON; how many rows it hides is drawn from an attribute.
fn fold_button(layout: &Layout, row: usize, is_folded: bool, speech: Speech) -> El {
    let word = if is_folded {
        "json-unfold"
    } else {
        "json-fold"
    };
    let closes = layout
        .line_of(row)
        .filter(|line| line.shape == Shape::Opens)
        .map_or(0, |line| line.partner);
    let own = layout.rows().get(row).map_or(0, |row| row.line);
    let inside = closes.saturating_sub(own).saturating_sub(1);
    el("button", "json-fold")
        .attr("type", "button")
        // One stop for the whole text; the arrow keys fold.
        .attr("tabindex", "-1")
        .attr("aria-label", move || speech.text(word))
        .attr("aria-expanded", if is_folded { "false" } else { "true" })
        .attr("data-lines", inside.to_string())
}

/// A text under marks.
pub struct Marked {
    text: String,
    finding: Option<(String, &'static str)>,
    hit: Option<&'static str>,
    lit: Option<&'static str>,
}

impl Marked {
    /// A text, and what lies over all of it.
    pub fn new((text, over): (String, &[&Over])) -> Marked {
        let mut marked = Marked {
            text,
            finding: None,
            hit: None,
            lit: None,
        };
        for one in over {
            match one {
                Over::Fault(code) => {
                    marked.finding.get_or_insert((code.clone(), "danger"));
                }
                Over::Finding(code, severity) => {
                    marked.finding.get_or_insert((code.clone(), severity));
                }
                Over::Hit => {
                    marked.hit.get_or_insert("true");
                }
                Over::CurrentHit => marked.hit = Some("current"),
                Over::Around => {
                    marked.lit.get_or_insert("around");
                }
                Over::Here => marked.lit = Some("here"),
            }
        }
        marked
    }
}

impl Marked {
    /// The text as an element of this class, with attributes for what lies over it.
    pub fn element(self, class: &'static str) -> El {
        let (code, severity) = self.finding.unzip();
        el("mark", class)
            .attr("data-code", code)
            .attr("data-severity", severity)
            .attr("data-hit", self.hit)
            .attr("data-lit", self.lit)
            .child(Visible(&self.text))
    }
}

impl Content for Marked {
    fn put(self, parent: &Node) {
        match self.finding.is_none() && self.hit.is_none() && self.lit.is_none() {
            true => Visible(&self.text).put(parent),
            false => self.element("over").put(parent),
        }
    }
}

const fn class_name(class: Class) -> Option<&'static str> {
    match class {
        Class::Name => Some("json-name"),
        Class::String => Some("json-string"),
        Class::Number => Some("json-number"),
        Class::Literal => Some("json-literal"),
        Class::Unread => Some("json-unread"),
        Class::Punctuation => None,
    }
}

/// Whether a character may begin at this byte.
fn is_boundary(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_none_or(|byte| byte & 0xC0 != 0x80)
}

/// A text with every character that cannot be seen isolated and labelled with its code point.
/// The text content stays the same.
pub struct Visible<'a>(pub &'a str);

impl Content for Visible<'_> {
    fn put(self, parent: &Node) {
        let is_plain = |text: &str| matches!(crate::words::visible(text), Cow::Borrowed(_));
        if is_plain(self.0) {
            return self.0.put(parent);
        }
        let mut plain = String::new();
        for c in self.0.chars() {
            let mut buffer = [0; 4];
            let one: &str = c.encode_utf8(&mut buffer);
            if is_plain(one) {
                plain.push(c);
                continue;
            }
            std::mem::take(&mut plain).put(parent);
            el("bdi", "hidden-character")
                .attr("data-code", format!("U+{:04X}", u32::from(c)))
                .child(one)
                .put(parent);
        }
        plain.put(parent);
    }
}
