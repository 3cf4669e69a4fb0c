//! Completing a member's name: what is registered or known under what was typed so far, with what
//! it means. The list stands below the editor, next in the order of the keyboard.

use crate::browser::page;
use crate::explain::{Class, In, Place};
use crate::ui::dom::{El, button, el, on_document};
use crate::ui::lore::lore;
use crate::ui::name_at::{self, NameAt};
use crate::ui::state::RwSignal;
use crate::ui::text::{speech, t};

/// So many names are offered.
const MOST: usize = 6;

/// What is known under what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Offer {
    name: String,
    text: String,
}

/// The list for the editor `id`, whose text is `text`.
pub fn names(id: &'static str, place: In, text: RwSignal<String>) -> El {
    let (lore, speech) = (lore(), speech());
    let at = RwSignal::new(None::<NameAt>);
    let look = move |_: &web_sys::Event| {
        let cursor = page::cursor(id);
        let found =
            cursor.and_then(|cursor| text.with_untracked(|text| name_at::find(text, cursor)));
        if at.with_untracked(|at| *at != found) {
            at.set(found);
        }
    };
    let offers = move || {
        let Some(found) = at.get() else {
            return Vec::new();
        };
        let knowledge = lore.get();
        // A key is the same wherever it stands; what is known of another object begins with its path.
        let is_key = found.within.ends_with("/jwk");
        let wanted = match place {
            _ if is_key => Place::Jwk,
            In::Header => Place::Header,
            In::Payload | In::Jwk => Place::Payload,
        };
        let within = match found.within.as_str() {
            "" => String::new(),
            _ if is_key => String::new(),
            within => format!("{within}/"),
        };
        let mut offers: Vec<(bool, Offer)> = Vec::new();
        for record in knowledge.records() {
            let group = knowledge.group(record);
            let is_there = group.is_some_and(|group| group.place == wanted);
            let Some(name) = record.name.strip_prefix(within.as_str()) else {
                continue;
            };
            let fits = name.starts_with(&found.typed) && name != found.typed;
            let is_plain = !name.contains(['/', '*']);
            if is_there && fits && is_plain && !offers.iter().any(|(_, one)| one.name == name) {
                let is_registered = group.is_some_and(|group| group.class == Class::Registered);
                let offer = Offer {
                    name: name.to_owned(),
                    text: speech.text(&record.key),
                };
                offers.push((is_registered, offer));
            }
        }
        crate::order::by(&mut offers, |(a, _), (b, _)| b.cmp(a));
        offers.truncate(MOST);
        offers.into_iter().map(|(_, offer)| offer).collect()
    };
    let row = move |offer: Offer| {
        let name = offer.name.clone();
        let press = move || {
            let Some(found) = at.get_untracked() else {
                return;
            };
            let completed = text.with_untracked(|text| name_at::complete(text, &found, &name));
            if let Some((completed, cursor)) = completed {
                text.set(completed);
                at.set(None);
                page::mark(id, (cursor, cursor));
            }
        };
        let name = el("code", "name-offer")
            .attr("translate", "no")
            .child(offer.name.as_str());
        let take = button("button-small", press).child(name);
        el("li", "name-row")
            .attr("data-name", offer.name)
            .child(take)
            .child(el("span", "hint").child(offer.text))
    };
    let rows = move || offers().into_iter().map(row).collect::<Vec<_>>();
    let list = el("ul", "name-list")
        .attr("aria-label", t("names-label"))
        .child(rows);
    // Every key and click in the editor may have moved its cursor.
    let editor = el("div", "name-place").test("sign-names").child(list);
    listen(id, look, move || {
        if at.with_untracked(Option::is_some) {
            at.set(None);
        }
    });
    editor
}

/// Looks whenever the cursor of the editor may have moved, and leaves it when another box is typed
/// into.
fn listen(
    id: &'static str,
    look: impl Fn(&web_sys::Event) + Clone + 'static,
    leave: impl Fn() + Clone + 'static,
) {
    on_document(&["keyup", "input", "click"], move |event, target| {
        if target == id {
            look(event);
        } else if target.starts_with("sign-") {
            leave();
        }
    });
}
