//! Every member of header and payload: its value, what it means, where that is written.

use super::json_view::Drawn;
use super::notes::said;
use super::prose::paragraph;
use crate::diagnostic::Diagnostic;
use crate::explain::{In, ValueType};
use crate::jose::jwt::numeric_date::{self, Reading};
use crate::json::{self, Document, Value};
use crate::ui::dom::{Content, El, el};
use crate::ui::lore::lore;
use crate::ui::meaning::{Meaning, meaning};
use crate::ui::members::{MOST_ROWS, Member, members};
use crate::ui::session::{Signature, session};
use crate::ui::state::Memo;
use crate::ui::text::{Speech, speech, t};
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
pub fn claims_table(
    header: Memo<Option<Arc<Document>>>,
    payload: Memo<Option<Arc<Document>>>,
) -> impl Content {
    [
        member_table(In::Payload, "payload-label", header, payload),
        member_table(In::Header, "header-label", header, payload),
    ]
}

fn member_table(
    place: In,
    label: &'static str,
    header: Memo<Option<Arc<Document>>>,
    payload: Memo<Option<Arc<Document>>>,
) -> (El, impl Content) {
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
            let mut value_says = match speech.is_complete() {
                true => knowledge.value(place, &claim, value, &context, key.as_ref()),
                false => Vec::new(),
            };
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
    let more = move || {
        let left = left.get();
        let text = |left: usize| speech.format("rows-more", &[("count", left.into())]);
        (left > 0).then(|| el("p", "hint").child(text(left)))
    };
    let column = |key: &'static str| el("th", "").attr("scope", "col").child(t(key));
    let columns = ["claims-name", "claims-value", "claims-meaning"].map(column);
    let body = move || {
        let row = |row: &Row| member_row(part, row, speech);
        rows.with(|rows| rows.iter().map(row).collect::<Vec<_>>())
    };
    let table = el("table", "claims")
        .attr("data-colour", part)
        .hidden(move || rows.with(Vec::is_empty))
        .child(el("caption", "part-title").child(t(label)))
        .child(el("thead", "").child(el("tr", "").child(columns)))
        .child(el("tbody", "").child(body));
    (table, more)
}

fn member_row(part: &'static str, row: &Row, speech: Speech) -> El {
    let value = el("div", "json")
        .attr("translate", "no")
        .child(Drawn(&json::parse(row.raw.clone())));
    let says = row.value_says.iter();
    let says: Vec<El> = says.map(|diagnostic| said(diagnostic, speech)).collect();
    let says = (!says.is_empty()).then(|| el("ul", "value-says").child(says));
    let name = el("th", "claim-name")
        .attr("scope", "row")
        .attr("translate", "no")
        .child(breakable(&row.name));
    let value = el("td", "claim-value")
        .child(value)
        .child(row.moment.map(|at| moment(at, speech)))
        .child(says);
    el("tr", "claim")
        .test("claim")
        .attr("data-claim", &*row.claim)
        .attr("data-in", part)
        .attr("data-known", row.meaning.known)
        .attr("data-depth", row.depth.to_string())
        .child(name)
        .child(value)
        .child(el("td", "claim-meaning").child(explained(&row.meaning, speech)))
}

/// A moment in the person's own time, in UTC, and from where the clock stands.
fn moment(at: i64, speech: Speech) -> El {
    let session = session();
    let relative = move || speech.relative(at.saturating_sub(session.clock.get()));
    el("p", "moment")
        .child(el("time", "moment-local").child(speech.moment(at)))
        .child(el("span", "moment-utc").child(crate::calendar::utc(at)))
        .child(el("span", "moment-relative").child(relative))
}

/// What the name means, what to watch for, and where that is written.
fn explained(meaning: &Meaning, speech: Speech) -> (Vec<El>, El) {
    let mut lines = vec![paragraph("", speech.text(&meaning.text))];
    if let Some(hint) = &meaning.hint {
        lines.push(paragraph("claim-hint", speech.say(hint)));
    }
    if let Some((origin, key)) = &meaning.reading {
        let by = speech.format("name-reading", &[("origin", origin.as_str().into())]);
        let text = format!("{by} {}", speech.text(key));
        lines.push(paragraph("claim-reading", text));
    }
    if !meaning.also.is_empty() {
        let text = format!("{} {}", speech.text("name-also"), meaning.also.join(", "));
        lines.push(el("p", "claim-watch").child(text));
    }
    if let Some(watch) = speech.find(&format!("{}.watch", meaning.text)) {
        lines.push(paragraph("claim-watch", watch));
    }
    let definer = meaning
        .definer
        .as_ref()
        .filter(|_| meaning.known != "registered")
        .filter(|definer| meaning.links.iter().all(|link| link.text != **definer));
    let definer = definer.map(|name| el("span", "").child(name.as_str()));
    let links = meaning.links.iter().map(|link| match &link.url {
        Some(url) => el("a", "spec")
            .attr("href", url.as_str())
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer")
            .child(link.text.as_str()),
        None => el("span", "spec").child(link.text.as_str()),
    });
    let links = links.collect::<Vec<_>>();
    (lines, el("p", "specs").child(definer).child(links))
}

/// A name that may be broken after the characters that part an address.
fn breakable(name: &str) -> Vec<(String, El)> {
    let name = crate::words::visible(name);
    let pieces = name.split_inclusive(['/', '.', ':', '_']);
    pieces
        .map(|piece| (piece.to_owned(), el("wbr", "")))
        .collect()
}

/// The whole seconds of a NumericDate (RFC 7519 §2 allows a fraction).
fn whole_seconds(value: Value<'_>) -> Option<i64> {
    match numeric_date::read(value) {
        Reading::Date(date) => Some(date.floor),
        Reading::OutOfRange | Reading::NotANumber(_) => None,
    }
}
