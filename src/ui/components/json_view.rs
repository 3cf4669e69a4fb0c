//! JSON as it was signed, arranged and coloured. Its text content is the pretty-printed text,
//! byte for byte as written; characters that act instead of showing stand isolated and labelled.

use crate::json::{self, Class, Document, Shape};
use crate::ui::text::speech;
use leptos::prelude::*;
use std::sync::Arc;

/// Lines that are elements of their own; the rest is one text behind a button.
const MOST_LINES: usize = 1_000;
/// Bytes of one string, number or unread run that are laid out at once; the rest stands behind a
/// button. A browser needs seconds for a line of megabytes.
const LONGEST_RUN: usize = 16_384;

/// See the module.
#[component]
pub fn JsonView(
    /// The document, if there is one.
    #[prop(into)]
    document: Signal<Option<Arc<Document>>>,
) -> impl IntoView {
    move || document.get().map(|document| drawn(&document))
}

/// One document as lines.
pub fn drawn(document: &Document) -> impl IntoView + use<> {
    let speech = speech();
    let lines = json::lines(document);
    let rest = lines.len().saturating_sub(MOST_LINES);
    let shown = lines
        .iter()
        .take(MOST_LINES)
        .enumerate()
        .map(|(index, line)| {
            let indent = "  ".repeat(usize::from(line.depth));
            let mut after_name = false;
            let pieces = line
                .tokens(document)
                .into_iter()
                .map(|token| {
                    let space = if after_name { " " } else { "" };
                    after_name = token.class == Class::Name && line.shape != Shape::AsItStands;
                    let text = token.text(document).into_owned();
                    match class_name(token.class) {
                        // The colon comes after the name; the space comes after the colon.
                        None => format!("{text}{space}").into_any(),
                        Some(class) => run(class, &text),
                    }
                })
                .collect_view();
            let end = (index.saturating_add(1) < lines.len()).then_some("\n");
            view! { <span class="json-line">{indent}{pieces}{end}</span> }
        });
    let shown = shown.collect_view();
    let more = (rest > 0).then(|| {
        let mut text = String::new();
        for (index, line) in lines.iter().enumerate().skip(MOST_LINES) {
            text.push_str(&line.text(document));
            if index.saturating_add(1) < lines.len() {
                text.push('\n');
            }
        }
        behind_button(text, speech.format("lines-more", &[("count", rest.into())]))
    });
    view! { {shown} {more} }
}

/// One token of the text, its end behind a button when it is very long.
fn run(class: &'static str, text: &str) -> AnyView {
    let cut = text.floor_char_boundary(LONGEST_RUN);
    let (shown, rest) = text.split_at(cut);
    let rest = (!rest.is_empty()).then(|| {
        let count = rest.chars().count();
        let label = speech().format("characters-more", &[("count", count.into())]);
        behind_button(rest.to_owned(), label)
    });
    view! { <span class=class>{visible_pieces(shown)}{rest}</span> }.into_any()
}

/// Text that is in the document but not laid out until the button is pressed.
fn behind_button(text: String, label: String) -> AnyView {
    let open = RwSignal::new(false);
    view! {
        <span hidden=move || !open.get()>{text}</span>
        <button
            class="button button-small json-more"
            type="button"
            hidden=move || open.get()
            data-label=label.clone()
            aria-label=label
            on:click=move |_| open.set(true)
        ></button>
    }
    .into_any()
}

fn class_name(class: Class) -> Option<&'static str> {
    match class {
        Class::Name => Some("json-name"),
        Class::String => Some("json-string"),
        Class::Number => Some("json-number"),
        Class::Literal => Some("json-literal"),
        Class::Unread => Some("json-unread"),
        Class::Punctuation => None,
    }
}

/// The text with every character that cannot be seen isolated and labelled with its code point.
/// The text content stays the same.
fn visible_pieces(text: &str) -> AnyView {
    if matches!(crate::words::visible(text), std::borrow::Cow::Borrowed(_)) {
        return text.to_owned().into_any();
    }
    let mut pieces = Vec::new();
    let mut plain = String::new();
    for c in text.chars() {
        let mut buffer = [0; 4];
        let one: &str = c.encode_utf8(&mut buffer);
        if matches!(crate::words::visible(one), std::borrow::Cow::Borrowed(_)) {
            plain.push(c);
            continue;
        }
        if !plain.is_empty() {
            pieces.push(std::mem::take(&mut plain).into_any());
        }
        let code = format!("U+{:04X}", u32::from(c));
        pieces.push(
            view! { <bdi class="hidden-character" data-code=code>{one.to_owned()}</bdi> }
                .into_any(),
        );
    }
    if !plain.is_empty() {
        pieces.push(plain.into_any());
    }
    pieces.into_any()
}
