//! A second token beside the one that is looked at: pasted, from the same paste, or seen before.
//! What differs is told by name and path.

use super::check_box::check_box;
use super::json::value::Drawn;
use super::text_area::{control, text_area};
use crate::compare::{Change, Comparison, Difference, compare};
use crate::explain::{In, ValueType};
use crate::inspect::inspect;
use crate::json;
use crate::span::Part;
use crate::ui::dom::{El, button, el};
use crate::ui::lore::lore;
use crate::ui::session::session;
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{Speech, speech, t};
use std::sync::Arc;

/// Differences that are drawn.
const MOST_ROWS: usize = 500;

/// What came of the second text.
#[derive(Clone, PartialEq, Eq)]
enum Answer {
    /// Nothing was given.
    Nothing,
    /// There is no token in it.
    NoToken,
    Found(Arc<Comparison>),
}

/// See the module.
pub fn compare_box() -> El {
    let (session, speech, lore) = (session(), speech(), lore());
    let text = RwSignal::new(String::new());
    let shows_same = RwSignal::new(false);
    let answer = Memo::new(move |_| {
        let other = text.with(|text| inspect(text));
        if text.with(|text| text.trim().is_empty()) {
            return Answer::Nothing;
        }
        let knowledge = lore.get();
        let (this, token) = (session.inspection.get(), session.token.get());
        let (Some(other), Some(this)) = (other.tokens.first(), this.tokens.get(token)) else {
            return Answer::NoToken;
        };
        let context = knowledge.context(
            this.header().and_then(json::Document::object),
            this.payload().and_then(json::Document::object),
        );
        let is_moment = |pointer: &str| {
            // A top-level claim is known by its name.
            let name = pointer
                .strip_prefix('/')
                .filter(|name| !name.contains(['/', '~']));
            let found = knowledge.member(In::Payload, name.unwrap_or(pointer), &context);
            let record = found.record.or(found.reading);
            record.is_some_and(|record| record.value_type == ValueType::NumericDate)
        };
        Answer::Found(Arc::new(compare(other, this, &is_moment)))
    });
    let area = text_area(
        control("compare-input", "compare-label").placeholder("compare-placeholder"),
        "3",
        move || text.get(),
        move |typed| text.set(typed),
    );
    let others = Memo::new(move |_| {
        session.inspection.with(|inspection| {
            let this = session.token.get();
            let tokens = inspection.tokens.iter().enumerate();
            let others = tokens.filter(|(index, _)| *index != this);
            let text = |(index, token): (usize, &crate::inspect::Token)| {
                (index, token.source.text.clone())
            };
            others.take(8).map(text).collect::<Vec<_>>()
        })
    });
    let in_paste = move || {
        let choice = |(index, other): (usize, String)| {
            let number = index.saturating_add(1);
            let label = speech.format("compare-in-paste", &[("number", number.into())]);
            button("button-small", move || text.set(other.clone())).child(label)
        };
        others.get().into_iter().map(choice).collect::<Vec<_>>()
    };
    let before = Memo::new(move |_| {
        let _ = session.signature.get();
        session.inspection.with(|inspection| {
            let this = inspection.tokens.get(session.token.get())?;
            session.seen_before(&this.source.text)
        })
    });
    let take_before = move || {
        if let Some(other) = before.get_untracked() {
            text.set(other);
        }
    };
    let choices = el("div", "button-row")
        .child(
            button("button-small", take_before)
                .test("compare-before")
                .hidden(move || before.with(Option::is_none))
                .child(t("compare-before")),
        )
        .child(in_paste);
    let says = move || match answer.get() {
        Answer::Nothing => String::new(),
        Answer::NoToken => speech.text("compare-no-token"),
        Answer::Found(found) => summary(&found, speech),
    };
    let is_found = move || answer.with(|answer| matches!(answer, Answer::Found(_)));
    let same = check_box(
        "compare-same",
        "compare-same",
        move || shows_same.get(),
        move |is_on| shows_same.set(is_on),
    )
    .hidden(move || !is_found());
    let table = move || match answer.get() {
        Answer::Found(found) => Some(table(&found, shows_same.get(), speech)),
        Answer::Nothing | Answer::NoToken => None,
    };
    let label = el("label", "field-label")
        .attr("for", "compare-input")
        .child(t("compare-label"));
    el("details", "panel fold compare")
        .test("compare")
        .child(el("summary", "fold-head").child(t("compare-title")))
        .child(
            el("div", "fold-body")
                .child(el("div", "field").child(label).child(area))
                .child(choices)
                .child(
                    el("p", "compare-says")
                        .test("compare-says")
                        .attr("role", "status")
                        .child(says),
                )
                .child(same)
                .child(table),
        )
}

fn summary(found: &Comparison, speech: Speech) -> String {
    if found.is_same_text {
        return speech.text("compare-identical");
    }
    let count = |change: Change| found.count(change).into();
    let facts = [
        ("changed", count(Change::Changed)),
        ("respelt", count(Change::Respelt)),
        ("this", count(Change::OnlyThis)),
        ("other", count(Change::OnlyOther)),
        ("same", count(Change::Same)),
    ];
    let told = speech.format("compare-counts", &facts);
    match found.is_same_content {
        true => format!("{} {told}", speech.text("compare-only-signature")),
        false => told,
    }
}

fn table(found: &Comparison, shows_same: bool, speech: Speech) -> (El, Option<El>) {
    let shown = |one: &&Difference| shows_same || one.change != Change::Same;
    let rows: Vec<&Difference> = found.differences.iter().filter(shown).collect();
    let left = rows.len().saturating_sub(MOST_ROWS);
    let column = |key: &'static str| el("th", "").attr("scope", "col").child(speech.text(key));
    let columns = ["compare-where", "compare-in-other", "compare-in-this"].map(column);
    let is_empty = rows.is_empty();
    let rows = rows.into_iter().take(MOST_ROWS).map(|one| row(one, speech));
    let table = el("table", "claims compare-table")
        .hidden(move || is_empty)
        .child(el("thead", "").child(el("tr", "").child(columns)))
        .child(el("tbody", "").child(rows.collect::<Vec<_>>()));
    let more = (left > 0).then(|| {
        let text = speech.format("compare-more", &[("count", left.into())]);
        el("p", "hint").child(text)
    });
    (table, more)
}

fn row(one: &Difference, speech: Speech) -> El {
    let part = match one.part {
        Part::Header => "header",
        _ => "payload",
    };
    let pointer = match one.pointer.as_str() {
        "" => speech.text("compare-whole"),
        pointer => crate::words::visible(pointer).into_owned(),
    };
    let apart = one.seconds.map(|seconds| {
        let key = match seconds < 0 {
            true => "compare-earlier",
            false => "compare-later",
        };
        let length = crate::diagnostic::Fact::Seconds(seconds.saturating_abs());
        el("p", "compare-apart").child(speech.format(key, &[("length", length)]))
    });
    let value = |written: &Option<String>| {
        let shown = written.as_ref().map(|written| {
            el("div", "json")
                .attr("translate", "no")
                .child(Drawn(&json::parse(written.clone().into_bytes())))
        });
        el("td", "claim-value").child(shown)
    };
    let change = el("span", "compare-change")
        .child(speech.text(&format!("compare-change-{}", one.change.name())));
    el("tr", "compare-row")
        .test("compare-row")
        .attr("data-change", one.change.name())
        .attr("data-pointer", &*one.pointer)
        .attr("data-in", part)
        .attr("data-colour", part)
        .child(
            el("th", "claim-name")
                .attr("scope", "row")
                .child(el("span", "").attr("translate", "no").child(pointer))
                .child(change)
                .child(apart),
        )
        .child(value(&one.other))
        .child(value(&one.this))
}
