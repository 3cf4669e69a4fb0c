//! A sentence in which names stand between backticks, as the locales write them.

use leptos::prelude::*;

/// The sentence, its names set as code.
pub fn prose(sentence: &str) -> AnyView {
    if !sentence.contains('`') {
        return sentence.to_owned().into_any();
    }
    let pieces = sentence.split('`').enumerate().map(|(index, piece)| {
        let piece = piece.to_owned();
        if index % 2 == 1 {
            view! { <code translate="no">{piece}</code> }.into_any()
        } else {
            piece.into_any()
        }
    });
    pieces.collect_view().into_any()
}
