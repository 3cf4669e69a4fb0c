//! Every member of header and payload: its value, what it means, where that is written.

use super::json_view;
use super::prose::prose;
use crate::diagnostic::Diagnostic;
use crate::explain::{In, ValueType};
use crate::json::{self, Document, Kind, Value};
use crate::ui::lore::lore;
use crate::ui::meaning::{Meaning, meaning};
use crate::ui::members::{MOST_ROWS, Member, members};
use crate::ui::session::{Signature, session};
use crate::ui::text::{speech, t};
use leptos::prelude::*;
use std::sync::Arc;

/// One member.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    /// `data-claim`: the name, or the JSON Pointer of a nested member.
    claim: String,
    /// The name as it stands in its object.
    name: String,
    /// 0 at the top.
    depth: usize,
    /// The value's bytes as written.
    raw: Vec<u8>,
    /// When it is a NumericDate of a claim that is one.
    moment: Option<i64>,
    meaning: Meaning,
    /// What the value itself says.
    value_says: Vec<Diagnostic>,
}

/// See the module.
#[component]
pub fn ClaimsTable(
    /// JOSE Header.
    header: Memo<Option<Arc<Document>>>,
    /// JWT Claims Set.
    payload: Memo<Option<Arc<Document>>>,
) -> impl IntoView {
    view! {
        <MemberTable place=In::Payload label="payload-label" header payload />
        <MemberTable place=In::Header label="header-label" header payload />
    }
}

#[component]
fn MemberTable(
    place: In,
    label: &'static str,
    header: Memo<Option<Arc<Document>>>,
    payload: Memo<Option<Arc<Document>>>,
) -> impl IntoView {
    let (session, speech, lore) = (session(), speech(), lore());
    let part = match place {
        In::Header => "header",
        In::Payload | In::Jwk => "payload",
    };
    let rows = Memo::new(move |_| {
        let knowledge = lore.get();
        let (header, payload) = (header.get(), payload.get());
        let header = header.as_deref().and_then(Document::object);
        let payload = payload.as_deref().and_then(Document::object);
        let context = knowledge.context(header, payload);
        let key = match session.signature.get() {
            Signature::Verdict(verdict) => verdict.key.clone(),
            _ => None,
        };
        let row = |member: Member<'_>| {
            let Member {
                claim,
                name,
                value,
                depth,
            } = member;
            let meaning = meaning(&knowledge, place, &claim, &context);
            let is_moment = meaning.value_type == Some(ValueType::NumericDate);
            let moment = is_moment.then(|| whole_seconds(value)).flatten();
            let mut value_says = knowledge.value(place, &claim, value, &context, key.as_ref());
            if moment.is_some() {
                // The row shows the moment itself, in three ways.
                value_says.retain(|said| said.code != "value-moment");
            }
            Row {
                moment,
                value_says,
                raw: value.raw().to_vec(),
                meaning,
                claim,
                name,
                depth,
            }
        };
        let object = match place {
            In::Header => header,
            In::Payload | In::Jwk => payload,
        };
        let members = object.map(members).unwrap_or_default();
        members.into_iter().map(row).collect::<Vec<_>>()
    });
    let left = Memo::new(move |_| {
        let document = match place {
            In::Header => header.get(),
            In::Payload | In::Jwk => payload.get(),
        };
        let object = document.as_deref().and_then(Document::object);
        let count = object.map_or(0, |object| object.members().count());
        count.saturating_sub(MOST_ROWS)
    });
    let is_empty = move || rows.with(Vec::is_empty);
    let more = move || {
        let left = left.get();
        (left > 0).then(|| speech.format("rows-more", &[("count", left.into())]))
    };
    view! {
        <table class="claims" data-colour=part hidden=is_empty>
            <caption class="part-title">{t(label)}</caption>
            <thead>
                <tr>
                    <th scope="col">{t("claims-name")}</th>
                    <th scope="col">{t("claims-value")}</th>
                    <th scope="col">{t("claims-meaning")}</th>
                </tr>
            </thead>
            <tbody>
                {move || {
                    let rows = rows.get();
                    rows.into_iter().map(|row| view! { <MemberRow part row /> }).collect_view()
                }}
            </tbody>
        </table>
        {move || more().map(|text| view! { <p class="hint">{text}</p> })}
    }
}

#[component]
fn MemberRow(part: &'static str, row: Row) -> impl IntoView {
    let (session, speech) = (session(), speech());
    let Row {
        claim,
        name,
        depth,
        raw,
        moment,
        meaning,
        value_says,
    } = row;
    let value_says = move || {
        let line = |said: &Diagnostic| view! { <li data-code=said.code.to_string()>{prose(&speech.say(said))}</li> };
        let lines = value_says.iter().map(line).collect_view();
        (!value_says.is_empty()).then(|| view! { <ul class="value-says">{lines}</ul> })
    };
    let value = json_view::drawn(&json::parse(raw));
    let moment = moment.map(|at| {
        let relative = move || {
            let clock = session.clock.get();
            speech.relative(at.saturating_sub(clock))
        };
        view! {
            <p class="moment">
                <time class="moment-local">{move || speech.moment(at)}</time>
                <span class="moment-utc">{crate::calendar::utc(at)}</span>
                <span class="moment-relative">{relative}</span>
            </p>
        }
    });
    let definer = meaning
        .definer
        .filter(|_| meaning.known != "registered")
        .filter(|definer| meaning.links.iter().all(|link| link.text != *definer));
    let links = meaning.links.into_iter().map(|link| match link.url {
        Some(url) => view! {
            <a class="spec" href=url target="_blank" rel="noopener noreferrer">{link.text}</a>
        }
        .into_any(),
        None => view! { <span class="spec">{link.text}</span> }.into_any(),
    });
    let links = links.collect_view();
    let (key, hint, reading) = (meaning.text, meaning.hint, meaning.reading);
    let also = meaning.also;
    let known = meaning.known;
    let says = move || {
        let sentence = prose(&speech.text(&key));
        let watch = speech.find(&format!("{key}.watch"));
        let hint = hint.as_ref().map(|hint| speech.say(hint));
        let reading = reading.as_ref().map(|(origin, key)| {
            let by = speech.format("name-reading", &[("origin", origin.as_str().into())]);
            format!("{by} {}", speech.text(key))
        });
        let also =
            (!also.is_empty()).then(|| format!("{} {}", speech.text("name-also"), also.join(", ")));
        view! {
            <p>{sentence}</p>
            {hint.map(|text| view! { <p class="claim-hint">{prose(&text)}</p> })}
            {reading.map(|text| view! { <p class="claim-reading">{prose(&text)}</p> })}
            {also.map(|text| view! { <p class="claim-watch">{text}</p> })}
            {watch.map(|text| view! { <p class="claim-watch">{prose(&text)}</p> })}
        }
    };
    view! {
        <tr class="claim" data-testid="claim" data-claim=claim data-in=part data-known=known data-depth=depth>
            <th class="claim-name" scope="row" translate="no">{breakable(&name)}</th>
            <td class="claim-value"><div class="json" translate="no">{value}</div>{moment}{value_says}</td>
            <td class="claim-meaning">
                {says}
                <p class="specs">
                    {definer.map(|name| view! { <span>{name}</span> })}
                    {links}
                </p>
            </td>
        </tr>
    }
}

/// A name that may be broken after the characters that part an address.
fn breakable(name: &str) -> AnyView {
    let name = crate::words::visible(name);
    let pieces = name.split_inclusive(['/', '.', ':', '_']);
    let pieces = pieces.map(|piece| view! { {piece.to_owned()} <wbr /> });
    pieces.collect_view().into_any()
}

/// The whole seconds of a NumericDate (RFC 7519 §2 allows a fraction).
fn whole_seconds(value: Value<'_>) -> Option<i64> {
    if value.kind() != Kind::Number {
        return None;
    }
    value.as_i64().or_else(|| {
        let seconds = value.as_f64()?;
        #[allow(
            clippy::cast_possible_truncation,
            reason = "the range is checked, and the cast saturates"
        )]
        (seconds.abs() < 1e15).then_some(seconds.floor() as i64)
    })
}
