//! The token's life on a line, with the clock on it; the clock can be dragged.

use super::notes::note;
use crate::judge::Moment;
use crate::ui::dom::{El, el, value_of};
use crate::ui::session::session;
use crate::ui::state::Memo;
use crate::ui::text::{speech, t};
use crate::ui::timeline::{Life, Scale, is_late, rows};

/// Thousandths of the line that the words of a mark take: on a desk, and on a phone.
const WORDS: u16 = 300;
const WORDS_NARROW: u16 = 480;

/// See the module.
pub fn timeline() -> El {
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
    let rows_of = Memo::new(move |_| {
        let scale = scale.get();
        let place = |moment: &Moment| scale.map_or(0, |scale| scale.place(moment.at));
        let places: Vec<u16> = moments.with(|moments| moments.iter().map(place).collect());
        let [wide, narrow] = [WORDS, WORDS_NARROW].map(|width| rows(&places, width));
        wide.into_iter()
            .zip(narrow)
            .map(<[usize; 2]>::from)
            .collect::<Vec<_>>()
    });
    let marks = move || {
        let scale = scale.get()?;
        let mark = |(moment, [row, narrow]): (Moment, [usize; 2])| {
            let Moment { claim, at } = moment;
            let relative = move || speech.relative(at.saturating_sub(session.clock.get()));
            el("li", "mark")
                .attr("data-claim", &*claim)
                .attr("data-end", is_late(scale.place(at)).then_some("true"))
                .var("--place", percent(scale.place(at)))
                .var("--row", row.to_string())
                .var("--row-narrow", narrow.to_string())
                .child(el("span", "mark-name").attr("translate", "no").child(claim))
                .child(el("span", "mark-time").child(relative))
        };
        let rows = rows_of.get().into_iter();
        let marks = moments.get().into_iter().zip(rows);
        Some(marks.map(mark).collect::<Vec<_>>())
    };
    let count = move |which: fn([usize; 2]) -> usize| {
        let last = rows_of.with(|rows| rows.iter().copied().map(which).max());
        last.map_or(1, |last| last.saturating_add(1)).to_string()
    };
    let clock_place = move || {
        let place = scale
            .get()
            .map_or(0, |scale| scale.place(session.clock.get()));
        percent(place)
    };
    let drag = move |event: &web_sys::Event| {
        if let Ok(at) = value_of(event).parse::<i64>() {
            session.clock_text.set(crate::calendar::utc(at));
        }
    };
    let is_beyond = move || {
        let scale = scale.get();
        scale.is_some_and(|scale| scale.is_beyond(session.clock.get()))
    };
    let life_line = el("div", "line-life")
        .attr("data-open", move || {
            life.get().start.is_none().then_some("true")
        })
        .var("--from", life_start)
        .var("--to", life_end);
    let clock_line = el("div", "line-clock")
        .attr("data-beyond", move || is_beyond().then_some("true"))
        .var("--place", clock_place);
    let slider = el("input", "line-input")
        .attr("type", "range")
        .attr("aria-label", t("timeline-drag"))
        .attr("aria-valuetext", move || speech.moment(session.clock.get()))
        // The ends before the value: one outside the old ends would be clipped.
        .attr("min", move || {
            scale.get().map_or(0, |s| s.start).to_string()
        })
        .attr("max", move || scale.get().map_or(1, |s| s.end).to_string())
        .prop("value", move || {
            let _ = scale.get();
            session.clock.get().to_string()
        })
        .on("input", drag);
    let has_line = move || scale.with(Option::is_some);
    let line = el("div", "line")
        .var("--rows", move || count(|[row, _]| row))
        .var("--rows-narrow", move || count(|[_, row]| row))
        .hidden(move || !has_line())
        .child(life_line)
        .child(el("ol", "marks").child(marks))
        .child(clock_line)
        .child(slider);
    let details = move || {
        let claims = session.claims.get();
        claims.details.iter().map(note).collect::<Vec<_>>()
    };
    el("section", "panel timeline")
        .test("timeline")
        .hidden(move || !has_line() && session.claims.with(|claims| claims.details.is_empty()))
        .child(el("h2", "panel-title").child(t("timeline-title")))
        .child(line)
        .child(el("ul", "details").child(details))
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
