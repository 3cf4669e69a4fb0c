//! Every member of header and payload: its value, what it means, where that is written.

use super::bytes::GRID;
use super::decoded::PartDocument;
use super::json::value::Drawn;
use super::notes::said;
use super::prose::paragraph;
use super::segments::segments;
use super::unpacked::unpacked;
use crate::browser::page;
use crate::diagnostic::{Diagnostic, Fact};
use crate::explain::{Aspect, In, Naming, ValueType};
use crate::jose::jwt::numeric_date::{self, Reading};
use crate::json::{self, Document, Value};
use crate::ui::dom::{Content, El, button, el, follow};
use crate::ui::looking::{Looking, Tab, View, looking};
use crate::ui::lore::lore;
use crate::ui::meaning::{Meaning, meaning};
use crate::ui::members::{MOST_ROWS, Member, grouped, members, row_of};
use crate::ui::session::{Signature, session};
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{Speech, speech, t};
use gloo::timers::callback::Timeout;
use std::ops::Range;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// Rows that are made in one go with the rest of the page; the others come right after.
const AT_ONCE: usize = 100;

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    AsSigned,
    ByGroup,
}

const ORDERS: [(Order, &str, &str); 2] = [
    (Order::AsSigned, "signed", "claims-as-signed"),
    (Order::ByGroup, "group", "claims-by-group"),
];

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
    /// Where the member stands in its part.
    bytes: Range<usize>,
    /// When it is a NumericDate of a claim that is one.
    moment: Option<i64>,
    meaning: Meaning,
    /// What the value itself says.
    value_says: Vec<Diagnostic>,
}

/// See the module.
pub fn claims_table(header: PartDocument, payload: PartDocument) -> impl Content {
    let order = RwSignal::new(Order::AsSigned);
    (
        order_switch(order),
        member_table(In::Payload, "payload-label", order, header, payload),
        member_table(In::Header, "header-label", order, header, payload),
    )
}

fn order_switch(order: RwSignal<Order>) -> El {
    el("div", "claims-order").child(segments("claims-order", "claims-order", &ORDERS, order))
}

fn member_table(
    place: In,
    label: &'static str,
    order: RwSignal<Order>,
    header: PartDocument,
    payload: PartDocument,
) -> (El, impl Content) {
    let (session, speech, lore, looking) = (session(), speech(), lore(), looking());
    let part = match place {
        In::Header => "header",
        In::Payload | In::Jwk => "payload",
    };
    let own = match place {
        In::Header => header,
        In::Payload | In::Jwk => payload,
    };
    let index_of_part = move || own.with(|own| own.as_ref().map(|(index, _)| *index));
    let document = |of: Option<(usize, Arc<Document>)>| of.map(|(_, document)| document);
    // A verdict that brings no other key is no reason to explain every member again.
    let key = Memo::new(move |_| match session.signature.get() {
        Signature::Verdict(verdict) => verdict.key.clone(),
        _ => None,
    });
    let all_of = RwSignal::new(None::<Arc<Document>>);
    let rows = Memo::new(move |_| {
        let knowledge = lore.get();
        let (header, payload) = (document(header.get()), document(payload.get()));
        let header = header.as_deref().and_then(Document::object);
        let payload = payload.as_deref().and_then(Document::object);
        let context = knowledge.context(header, payload);
        let key = key.get();
        let row = |member: Member<'_>| {
            let Member {
                claim,
                name,
                value,
                bytes,
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
                bytes,
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
        let is_all = own.with(|own| {
            let (_, own) = own.as_ref()?;
            let all = all_of.with(|all| all.as_ref().is_some_and(|all| Arc::ptr_eq(all, own)));
            Some(all)
        });
        let most = if is_all == Some(true) {
            usize::MAX
        } else {
            AT_ONCE
        };
        let members = object.map(members).unwrap_or_default();
        members.into_iter().take(most).map(row).collect::<Vec<_>>()
    });
    follow(move || {
        let Some(own) = document(own.get()) else {
            return;
        };
        let is_long = |object| members(object).len() > AT_ONCE;
        if !own.object().is_some_and(is_long) {
            return;
        }
        // A page that shows the first rows can be scrolled while the others are made.
        Timeout::new(0, move || all_of.set(Some(own))).forget();
    });
    let left = Memo::new(move |_| {
        let document = document(own.get());
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
        let row = |(index, row): (usize, &Row)| member_row(part, index, row, speech);
        let by_group = place == In::Payload && order.get() == Order::ByGroup;
        rows.with(|rows| {
            if !by_group {
                let rows = rows.iter().enumerate().map(row).collect::<Vec<_>>();
                return vec![el("tbody", "").child(rows)];
            }
            let aspects = rows.iter().map(|row| (row.depth, row.meaning.aspect));
            let group = |(aspect, indices): (Aspect, Vec<usize>)| {
                let title = el("th", "claims-group")
                    .attr("scope", "rowgroup")
                    .attr("colspan", "3")
                    .child(speech.text(aspect.word()));
                let rows = indices.iter().filter_map(|index| {
                    let row_here = rows.get(*index)?;
                    Some(row((*index, row_here)))
                });
                el("tbody", "")
                    .test("claims-group")
                    .attr("data-aspect", aspect.word())
                    .child(el("tr", "").child(title))
                    .child(rows.collect::<Vec<_>>())
            };
            grouped(aspects).into_iter().map(group).collect()
        })
    };
    let pointed = move |event: &Event| {
        let Some(row) = row_element(event) else {
            return;
        };
        rove(&row);
        let index = row.get_attribute("data-index");
        let index = index.and_then(|index| index.parse::<usize>().ok());
        let bytes = rows.with_untracked(|rows| Some(rows.get(index?)?.bytes.clone()));
        if let (Some(part), Some(bytes)) = (index_of_part(), bytes) {
            looking.point(part, bytes, View::Claims);
        }
    };
    let table = el("table", "claims")
        .attr("data-colour", part)
        .hidden(move || rows.with(Vec::is_empty))
        .on("focusin", pointed)
        .on("keydown", move |event| pressed(looking, event))
        .child(el("caption", "part-title").child(t(label)))
        .child(el("thead", "").child(el("tr", "").child(columns)))
        .child(body);
    let element = table.element().clone();
    follow(move || {
        // The rows may be others, or stand in another order.
        let _ = order.get();
        let current = looking.trace.with(|trace| {
            let trace = trace.as_ref()?;
            let is_here = index_of_part() == Some(trace.part);
            let bytes = |row: &Row| row.bytes.clone();
            rows.with(|rows| row_of(rows.iter().map(bytes), &trace.bytes).filter(|_| is_here))
        });
        let find = |selector: &str| element.query_selector(selector).ok().flatten();
        if let Some(before) = find("[data-current]") {
            let _ = before.remove_attribute("data-current");
        }
        if let Some(row) = current.and_then(|index| find(&format!("[data-index=\"{index}\"]"))) {
            let _ = row.set_attribute("data-current", "true");
        }
    });
    (table, more)
}

fn row_element(event: &Event) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("tr.claim").ok().flatten()
}

/// The rows of a table are one stop for the Tab key: the one that had the focus last.
fn rove(row: &Element) {
    let table = row.closest("table").ok().flatten();
    let before = table.and_then(|table| table.query_selector("tr[tabindex=\"0\"]").ok().flatten());
    if let Some(before) = before {
        let _ = before.set_attribute("tabindex", "-1");
    }
    let _ = row.set_attribute("tabindex", "0");
}

/// Arrow keys go from row to row, also over the edge of a group; Enter goes to the bytes.
fn pressed(looking: Looking, event: &Event) {
    let event: &KeyboardEvent = event.unchecked_ref();
    let Some(row) = row_element(event) else {
        return;
    };
    let beside = |element: &Element, forward: bool| match forward {
        true => element.next_element_sibling(),
        false => element.previous_element_sibling(),
    };
    let forward = match event.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        // Links and buttons in the row have an Enter of their own.
        "Enter" if event.target().as_ref() == Some(row.as_ref()) => {
            event.prevent_default();
            looking.tab.set(Tab::Bytes);
            // The tab shows itself first.
            Timeout::new(0, || page::focus(GRID)).forget();
            return;
        }
        _ => return,
    };
    event.prevent_default();
    let is_claim = |element: &Element| element.class_name() == "claim";
    let mut next = beside(&row, forward);
    if next.as_ref().is_none_or(|next| !is_claim(next)) {
        let group = row.parent_element().and_then(|body| beside(&body, forward));
        let selector = match forward {
            true => "tr.claim",
            false => "tr.claim:last-child",
        };
        next = group.and_then(|group| group.query_selector(selector).ok().flatten());
    }
    if let Some(next) = next {
        page::focus_element(&next);
    }
}

fn member_row(part: &'static str, index: usize, row: &Row, speech: Speech) -> El {
    let value = el("div", "json")
        .attr("translate", "no")
        .child(Drawn(&json::parse(row.raw.clone())));
    let session = session();
    let says = row.value_says.iter().map(|diagnostic| {
        let line = said(diagnostic, speech);
        // What is packed in a value is offered, never opened unasked.
        match (diagnostic.fact("token"), diagnostic.fact("packed")) {
            (Some(Fact::Text(token)), _) => {
                let token = token.clone();
                let go = button("button-small", move || session.go_into(token.clone()));
                line.child(" ")
                    .child(go.test("value-inspect").child(t("value-inspect")))
            }
            (_, Some(Fact::Text(content))) => line.child(" ").child(unpacked(content)),
            _ => line,
        }
    });
    let says: Vec<El> = says.collect();
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
        .attr("data-index", index.to_string())
        .attr("data-naming", row.meaning.naming.key())
        .attr("tabindex", if index == 0 { "0" } else { "-1" })
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
    // Of a known name its definition says enough.
    if meaning.known == "unknown" && meaning.naming != Naming::Member {
        let text = speech.text(meaning.naming.key());
        lines.push(el("p", "claim-watch").child(text));
    }
    let watch = |key: &str| {
        let text = speech.find(&format!("{key}.watch"))?;
        Some(paragraph("claim-watch", text))
    };
    lines.extend(watch(&meaning.text));
    if let Some(reading) = &meaning.reading {
        let by = speech.format(
            "name-reading",
            &[("origin", reading.origin.as_str().into())],
        );
        let text = format!("{by} {}", speech.text(&reading.text));
        lines.push(paragraph("claim-reading", text));
        lines.extend(watch(&reading.text));
    }
    if !meaning.also.is_empty() {
        let text = format!("{} {}", speech.text("name-also"), meaning.also.join(", "));
        lines.push(el("p", "claim-watch").child(text));
    }
    // Of what kind the value is by the definition, and whose that is.
    let kind = meaning.value_type.and_then(|of| speech.find(&of.key()));
    let kind = kind.map(|kind| speech.format("claim-type", &[("type", kind.into())]));
    let kind = kind.map(|kind| el("span", "").test("claim-type").child(kind));
    let definer = meaning
        .definer
        .as_ref()
        .filter(|definer| meaning.links.iter().all(|link| link.text != **definer));
    let definer = definer.map(|name| el("span", "").child(name.as_str()));
    // A name that nobody registered says so, also where a provider or profile is known to use it.
    let short = meaning.naming.short_key();
    let naming = short.filter(|_| meaning.known != "unknown");
    let naming = naming.and_then(|key| speech.find(key));
    let naming = naming.map(|text| el("span", "").child(text));
    let of_reading = meaning.reading.iter().flat_map(|reading| &reading.links);
    let links = meaning.links.iter().chain(of_reading);
    let links = links.map(|link| match &link.url {
        Some(url) => el("a", "spec")
            .attr("href", url.as_str())
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer")
            .child(link.text.as_str()),
        None => el("span", "spec").child(link.text.as_str()),
    });
    let links = links.collect::<Vec<_>>();
    let specs = el("p", "specs").child(kind).child(definer);
    (lines, specs.child(naming).child(links))
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
