//! What the person expects of the claims, and the moment at which they are judged.

use super::text_field::TextField;
use crate::ui::clock_text;
use crate::ui::session::{leeway, session};
use crate::ui::text::{speech, t};
use leptos::prelude::*;

/// Seconds the buttons move the clock by, with the keys of their labels.
const STEPS: [(i64, &str); 4] = [
    (-3_600, "clock-minus-hour"),
    (-300, "clock-minus-minutes"),
    (300, "clock-plus-minutes"),
    (3_600, "clock-plus-hour"),
];

/// See the module.
#[component]
pub fn ExpectationsBox() -> impl IntoView {
    let (session, speech) = (session(), speech());
    let is_wrong = Signal::derive(move || {
        session
            .clock_text
            .with(|text| clock_text::parse(text).is_err())
    });
    let is_now = move || session.clock_text.with(|text| text.trim().is_empty());
    let wrong_leeway =
        Signal::derive(move || session.leeway_text.with(|text| leeway(text)).is_none());
    let judged_at = move || {
        let at = session.clock.get();
        let key = match (is_wrong.get(), is_now()) {
            (true, _) => "clock-not-read",
            (false, true) => "clock-now",
            (false, false) => "clock-set",
        };
        speech.format(
            key,
            &[
                ("local", speech.moment(at).into()),
                ("utc", crate::calendar::utc(at).into()),
            ],
        )
    };
    let step = move |seconds: i64| {
        let moved = session.clock.get_untracked().saturating_add(seconds);
        session.clock_text.set(crate::calendar::utc(moved));
    };
    let steps = STEPS.map(|(seconds, label)| {
        view! {
            <button class="button button-small" type="button" on:click=move |_| step(seconds)>{t(label)}</button>
        }
    });
    view! {
        <section class="panel expectations">
            <h2 class="panel-title">{t("expectations-title")}</h2>
            <div class="clock-row">
                <TextField
                    id="clock"
                    label="clock-label"
                    placeholder="clock-placeholder"
                    described_by="clock-says"
                    invalid=is_wrong
                    value=session.clock_text
                    set=move |text| session.clock_text.set(text)
                />
                <div class="clock-steps">
                    {steps.into_iter().collect_view()}
                    <button
                        class="button button-small"
                        type="button"
                        prop:disabled=is_now
                        on:click=move |_| session.clock_text.set(String::new())
                    >
                        {t("clock-reset")}
                    </button>
                </div>
            </div>
            <p class="hint" id="clock-says" data-wrong=move || is_wrong.get().then_some("true")>{judged_at}</p>
            <div class="expect-row">
                <TextField
                    id="expect-iss"
                    label="expect-iss"
                    placeholder="expect-any"
                    value=session.expect_iss
                    set=move |text| session.expect_iss.set(text)
                />
                <TextField
                    id="expect-aud"
                    label="expect-aud"
                    placeholder="expect-any"
                    value=session.expect_aud
                    set=move |text| session.expect_aud.set(text)
                />
                <TextField
                    id="expect-leeway"
                    label="expect-leeway"
                    placeholder="expect-zero"
                    inputmode="numeric"
                    invalid=wrong_leeway
                    value=session.leeway_text
                    set=move |text| session.leeway_text.set(text)
                />
            </div>
        </section>
    }
}
