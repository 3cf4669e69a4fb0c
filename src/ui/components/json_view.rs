//! JSON as it was signed, arranged and coloured. Its text content is the pretty-printed text,
//! byte for byte as written; characters that act instead of showing stand isolated and labelled.

use crate::json::{self, Class, Document, Shape};
use crate::ui::dom::{Content, El, button, el};
use crate::ui::state::RwSignal;
use crate::ui::text::{Speech, speech};
use std::borrow::Cow;
use web_sys::Node;

/// Lines that are elements of their own; the rest is one text behind a button.
const MOST_LINES: usize = 1_000;
/// Bytes of one string, number or unread run that are laid out at once; the rest stands behind a
/// button. A browser needs seconds for a line of megabytes.
const LONGEST_RUN: usize = 16_384;

/// One document as lines.
#[derive(Clone, Copy, Debug)]
pub struct Drawn<'a>(pub &'a Document);

impl Content for Drawn<'_> {
    fn put(self, parent: &Node) {
        let (document, speech) = (self.0, speech());
        let lines = json::lines(document);
        let last = lines.len().saturating_sub(1);
        for (index, line) in lines.iter().enumerate().take(MOST_LINES) {
            let mut drawn = el("span", "json-line").child("  ".repeat(usize::from(line.depth)));
            let mut plain = String::new();
            let mut after_name = false;
            for token in line.tokens(document) {
                let space = after_name;
                after_name = token.class == Class::Name && line.shape != Shape::AsItStands;
                let text = token.text(document);
                match class_name(token.class) {
                    // The colon comes after the name; the space comes after the colon.
                    None => {
                        plain.push_str(&text);
                        if space {
                            plain.push(' ');
                        }
                    }
                    Some(class) => {
                        let before = std::mem::take(&mut plain);
                        drawn = drawn.child((!before.is_empty()).then_some(before));
                        drawn = drawn.child(run(class, &text, speech));
                    }
                }
            }
            if index < last {
                plain.push('\n');
            }
            drawn.child(plain).put(parent);
        }
        let rest = lines.get(MOST_LINES..).unwrap_or_default();
        if !rest.is_empty() {
            let texts: Vec<String> = rest.iter().map(|line| line.text(document)).collect();
            let label = speech.format("lines-more", &[("count", rest.len().into())]);
            behind_button(texts.join("\n"), label).put(parent);
        }
    }
}

/// One token of the text, its end behind a button when it is very long.
fn run(class: &'static str, text: &str, speech: Speech) -> El {
    let cut = text.floor_char_boundary(LONGEST_RUN);
    let (shown, rest) = text.split_at(cut);
    let rest = (!rest.is_empty()).then(|| {
        let count = rest.chars().count();
        let label = speech.format("characters-more", &[("count", count.into())]);
        behind_button(rest.to_owned(), label)
    });
    el("span", class).child(Visible(shown)).child(rest)
}

/// Text that is in the document but not laid out until the button is pressed.
fn behind_button(text: String, label: String) -> (El, El) {
    let open = RwSignal::new(false);
    let text = el("span", "").hidden(move || !open.get()).child(text);
    let button = button("button-small json-more", move || open.set(true))
        .hidden(move || open.get())
        .attr("data-label", label.clone())
        .attr("aria-label", label);
    (text, button)
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

/// A text with every character that cannot be seen isolated and labelled with its code point.
/// The text content stays the same.
struct Visible<'a>(&'a str);

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
