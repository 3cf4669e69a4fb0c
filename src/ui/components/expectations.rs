//! What the person expects of the claims, and the moment at which they are judged.

use super::beside::beside;
use super::text_area::{control, text_field};
use crate::judge::parse_clock;
use crate::ui::dom::{El, button, el};
use crate::ui::session::{leeway, session};
use crate::ui::state::RwSignal;
use crate::ui::text::{speech, t};

/// Seconds the buttons move the clock by, with the keys of their labels.
const STEPS: [(i64, &str); 4] = [
    (-3_600, "clock-minus-hour"),
    (-300, "clock-minus-minutes"),
    (300, "clock-plus-minutes"),
    (3_600, "clock-plus-hour"),
];

/// See the module.
pub fn expectations() -> El {
    let (session, speech) = (session(), speech());
    let fault = move || session.clock_text.with(|text| parse_clock(text).err());
    let is_wrong = move || fault().is_some();
    let is_now = move || session.clock_text.with(|text| text.trim().is_empty());
    let judged_at = move || {
        if let Some(fault) = fault() {
            return format!("{} {}", speech.say(&fault), speech.text("clock-not-read"));
        }
        let at = session.clock.get();
        let key = match is_now() {
            true => "clock-now",
            false => "clock-set",
        };
        let facts = [
            ("local", speech.moment(at).into()),
            ("utc", crate::calendar::utc(at).into()),
        ];
        speech.format(key, &facts)
    };
    let step = move |seconds: i64| {
        let moved = session.clock.get_untracked().saturating_add(seconds);
        session.clock_text.set(crate::calendar::utc(moved));
    };
    let steps =
        STEPS.map(|(seconds, label)| button("button-small", move || step(seconds)).child(t(label)));
    let reset = button("button-small", move || {
        session.clock_text.set(String::new())
    })
    .attr("disabled", is_now)
    .child(t("clock-reset"));
    let clock = control("clock", "clock-label")
        .placeholder("clock-placeholder")
        .described_by("clock-says");
    let clock = text_field(clock, session.clock_text).invalid(is_wrong);
    let clock_row = el("div", "clock-row")
        .child(clock.done())
        .child(el("div", "clock-steps").child(steps).child(reset));
    let expected = |id: &'static str, text: RwSignal<String>| {
        text_field(control(id, id).placeholder("expect-any"), text)
    };
    let tolerated = control("expect-leeway", "expect-leeway").placeholder("expect-zero");
    let tolerated = text_field(tolerated, session.leeway_text)
        .keyboard("numeric")
        .invalid(move || session.leeway_text.with(|text| leeway(text)).is_none());
    let max_age = expected("expect-max-age", session.expect.max_age)
        .keyboard("numeric")
        .invalid(move || session.expect.max_age.with(|text| leeway(text)).is_none());
    let first = el("div", "expect-row")
        .child(expected("expect-iss", session.expect.iss).done())
        .child(expected("expect-aud", session.expect.aud).done())
        .child(tolerated.done());
    let more = el("div", "fold-body expect-grid")
        .child(expected("expect-sub", session.expect.sub).done())
        .child(expected("expect-nonce", session.expect.nonce).done())
        .child(expected("expect-typ", session.expect.typ).done())
        .child(expected("expect-algs", session.expect.algs).done())
        .child(max_age.done());
    let more = el("details", "fold")
        .test("expect-more")
        .child(el("summary", "fold-head").child(t("expect-more")))
        .child(more);
    let says = el("p", "hint")
        .attr("id", "clock-says")
        .attr("data-wrong", move || is_wrong().then_some("true"))
        .child(judged_at);
    el("section", "panel expectations")
        .child(el("h2", "panel-title").child(t("expectations-title")))
        .child(clock_row)
        .child(says)
        .child(first)
        .child(more)
        .child(beside())
}
