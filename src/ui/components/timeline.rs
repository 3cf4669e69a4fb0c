//! The token's life on a line, with the clock on it; the clock can be dragged.

use crate::judge::Moment;
use crate::ui::session::session;
use crate::ui::text::{speech, t};
use crate::ui::timeline::{Life, Scale};
use leptos::prelude::*;

/// See the module.
#[component]
pub fn Timeline() -> impl IntoView {
    let (session, speech) = (session(), speech());
    let moments = Memo::new(move |_| session.claims.with(|claims| claims.moments.clone()));
    // While the clock is dragged the scale must not run away under the hand, so the scale looks
    // at the browser's clock and the token, not at where the clock was dragged to.
    let scale = Memo::new(move |before: Option<&Option<Scale>>| {
        let clock = session.clock.get();
        let fresh = moments.with(|moments| Scale::new(moments, clock));
        match before.copied().flatten() {
            Some(old) if !old.is_beyond(clock) && moments.with(|m| fits(&old, m)) => Some(old),
            _ => fresh,
        }
    });
    let life = Memo::new(move |_| moments.with(|moments| Life::new(moments)));
    let percent = |thousandths: u16| format!("{}.{}%", thousandths / 10, thousandths % 10);
    let life_start = move || {
        let start = life.get().start;
        percent(
            scale
                .get()
                .zip(start)
                .map_or(0, |(scale, at)| scale.place(at)),
        )
    };
    let life_end = move || {
        let end = life.get().end;
        let place = scale
            .get()
            .zip(end)
            .map_or(1_000, |(scale, at)| scale.place(at));
        percent(1_000 - place)
    };
    let marks = move || {
        let scale = scale.get()?;
        let mark = |moment: Moment| {
            let Moment { claim, at } = moment;
            let name = claim.clone();
            let relative = move || speech.relative(at.saturating_sub(session.clock.get()));
            view! {
                <li
                    class="mark"
                    data-claim=name
                    data-end=move || (scale.place(at) > 800).then_some("true")
                    style=("--place", percent(scale.place(at)))
                >
                    <span class="mark-name" translate="no">{claim}</span>
                    <span class="mark-time">{relative}</span>
                </li>
            }
        };
        Some(moments.get().into_iter().map(mark).collect_view())
    };
    let clock_place = move || {
        let place = scale
            .get()
            .map_or(0, |scale| scale.place(session.clock.get()));
        percent(place)
    };
    let drag = move |event: leptos::ev::Event| {
        if let Ok(at) = event_target_value(&event).parse::<i64>() {
            session.clock_text.set(crate::calendar::utc(at));
        }
    };
    view! {
        <section class="panel timeline" data-testid="timeline" hidden=move || scale.with(Option::is_none)>
            <h2 class="panel-title">{t("timeline-title")}</h2>
            <div class="line">
                <div class="line-life" data-open=move || life.get().start.is_none().then_some("true") style=("--from", life_start) style=("--to", life_end)></div>
                <ol class="marks">{marks}</ol>
                <div
                    class="line-clock"
                    data-beyond=move || scale.get().is_some_and(|s| s.is_beyond(session.clock.get())).then_some("true")
                    style=("--place", clock_place)
                ></div>
                <input
                    class="line-input"
                    type="range"
                    aria-label=t("timeline-drag")
                    aria-valuetext=move || speech.moment(session.clock.get())
                    prop:min=move || scale.get().map_or(0, |s| s.start).to_string()
                    prop:max=move || scale.get().map_or(1, |s| s.end).to_string()
                    prop:value=move || {
                        // The ends first: a value outside the old ones would be clipped.
                        let _ = scale.get();
                        session.clock.get().to_string()
                    }
                    on:input=drag
                />
            </div>
            <ul class="details">
                {move || session.claims.with(|claims| {
                    let detail = |detail: &crate::diagnostic::Diagnostic| view! {
                        <li class="note" data-code=detail.code.to_string() data-severity=detail.severity.name()>
                            {speech.say(detail)}
                        </li>
                    };
                    claims.details.iter().map(detail).collect_view()
                })}
            </ul>
        </section>
    }
}

/// Whether every moment still stands on the line.
fn fits(scale: &Scale, moments: &[Moment]) -> bool {
    let all = moments.iter().all(|moment| !scale.is_beyond(moment.at));
    let own = Scale::new(moments, i64::MAX);
    // Not a scale of another, longer-lived token.
    all && own.is_some_and(|own| {
        let length = |scale: &Scale| scale.end.saturating_sub(scale.start);
        length(scale) <= length(&own).saturating_mul(4)
    })
}
