//! Several tokens in one paste: which one is looked at.

use crate::inspect::Family;
use crate::ui::session::session;
use crate::ui::text::{speech, t};
use leptos::prelude::*;

/// Offered at most; a log may hold thousands.
const MOST: usize = 50;

/// See the module.
#[component]
pub fn TokenPicker() -> impl IntoView {
    let (session, speech) = (session(), speech());
    let labels = Memo::new(move |_| {
        session.inspection.with(|inspection| {
            let label = |token: &crate::inspect::Token| {
                let family = match token.family {
                    Family::Jws => "family-jws",
                    Family::Jwe => "family-jwe",
                    Family::SdJwt => "family-sd-jwt",
                    Family::Unknown => "family-unknown",
                };
                let text = &token.source.text;
                let tail = text.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
                let alg = token.header().and_then(|header| header.get("alg"));
                let alg = alg.and_then(|alg| alg.text()).unwrap_or_default();
                format!(
                    "{} {} …{}",
                    speech.text(family),
                    crate::words::visible(&alg),
                    text.get(tail..).unwrap_or_default()
                )
            };
            inspection
                .tokens
                .iter()
                .take(MOST)
                .map(label)
                .collect::<Vec<_>>()
        })
    });
    let options = move || {
        let option = |(index, label): (usize, String)| {
            view! {
                <label class="pick">
                    <input
                        type="radio"
                        name="token-picker"
                        prop:checked=move || session.token.get() == index
                        on:change=move |_| session.picked.set(index)
                    />
                    <span class="pick-number">{index.saturating_add(1)}</span>
                    <span class="pick-label">{label}</span>
                </label>
            }
        };
        labels
            .get()
            .into_iter()
            .enumerate()
            .map(option)
            .collect_view()
    };
    view! {
        <fieldset
            class="token-picker"
            data-testid="token-picker"
            hidden=move || labels.with(|labels| labels.len() < 2)
        >
            <legend class="field-label">{t("token-picker")}</legend>
            {options}
        </fieldset>
    }
}
