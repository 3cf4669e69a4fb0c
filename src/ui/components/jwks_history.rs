//! What was fetched since the page was opened: it can be used again without a request, or fetched
//! again.

use super::footer::address;
use super::jwks_fetch::fetch_button;
use crate::jwks::FetchedSet;
use crate::ui::dom::{Content, El, button, el};
use crate::ui::session::{Offer, session};
use crate::ui::text::{speech, t};
use std::sync::Arc;

/// See the module.
pub fn jwks_history() -> impl Content {
    let session = session();
    move || {
        let sets = session.fetched_sets.with(|sets| sets.newest());
        if sets.is_empty() {
            return None;
        }
        let rows: Vec<El> = sets.into_iter().map(row).collect();
        Some(
            el("div", "jwks-history")
                .test("jwks-history")
                .child(el("p", "hint").child(t("jwks-history")))
                .child(el("ul", "jwks-list").child(rows)),
        )
    }
}

fn row(set: Arc<FetchedSet>) -> El {
    let (session, speech) = (session(), speech());
    let facts = [
        ("count", set.keys.len().into()),
        ("time", speech.moment(set.at).into()),
    ];
    let about = speech.format("jwks-history-set", &facts);
    let this = set.clone();
    let is_used = move || {
        let used = session.used.get();
        session.is_fetched() && used.is_some_and(|used| Arc::ptr_eq(&used, &this))
    };
    let (taken, url) = (set.clone(), set.url.clone());
    let again = Offer {
        url: set.url.clone(),
        issuer: String::new(),
        named_by: set.named_by.clone(),
    };
    let use_it = button("button-small", move || session.use_set(taken.clone()))
        .test("jwks-use")
        .attr("disabled", is_used.clone())
        .child(move || speech.text(if is_used() { "jwks-in-use" } else { "jwks-use" }));
    let fetch = fetch_button(move || Some(again.clone()))
        .test("jwks-again")
        .attr("data-url", url)
        .child(t("jwks-again"));
    let text = el("div", "")
        .child(address(&set.url))
        .child(el("p", "hint").child(about));
    el("li", "jwks-line")
        .child(text)
        .child(el("div", "button-row").child(use_it).child(fetch))
}
