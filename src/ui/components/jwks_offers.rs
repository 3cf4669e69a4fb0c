//! Where the keys of a token may be: the addresses of its issuer, and those that it names itself,
//! each with its exact URL and a button of its own. Nothing is fetched before a click.
//! Spec: OpenID Connect Discovery 1.0 §4, RFC 8414 §3 and §5; RFC 8725 §3.10.

use super::footer::address;
use super::jwks_fetch::fetch_button;
use crate::browser::fetch;
use crate::jwks::{Candidate, Document, candidates};
use crate::ui::dom::{El, el};
use crate::ui::session::{Offer, Session};
use crate::ui::state::Memo;
use crate::ui::text::{speech, t};

/// Offers with one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The key of what is said of them.
    pub says: &'static str,
    /// The offers.
    pub offers: Vec<Offer>,
}

/// What is offered besides `plain`, which the field's own button fetches.
pub fn groups(session: Session, plain: Option<&Offer>) -> Vec<Group> {
    let offer = |candidate: Candidate| {
        Some(Offer {
            url: fetch::exact(&candidate.url)?,
            issuer: candidate.issuer,
            named_by: None,
        })
    };
    let typed = session.jwks_url.with(|text| candidates(text));
    let typed = typed.unwrap_or_default().into_iter().filter_map(offer);
    let iss = session.iss.with(|iss| match iss.starts_with("https://") {
        true => candidates(iss).unwrap_or_default(),
        false => Vec::new(),
    });
    let iss = iss
        .into_iter()
        .filter(|candidate| candidate.document == Document::Metadata)
        .filter_map(offer);
    let named = ["jku", "x5u"].into_iter().filter_map(|parameter| {
        let url = session.of_header(parameter)?;
        Some(Offer {
            url: fetch::exact(&url)?,
            issuer: String::new(),
            named_by: Some(parameter.to_owned()),
        })
    });
    let mut shown: Vec<String> = plain.map(|offer| offer.url.clone()).into_iter().collect();
    let mut groups = Vec::new();
    // What a token names is never taken for what was typed, even where both are the same.
    groups.extend(group("jwks-offers-named", named.collect()));
    for (says, offers) in [
        ("jwks-offers-typed", typed.collect::<Vec<_>>()),
        ("jwks-offers-issuer", iss.collect()),
    ] {
        let fresh = offers.into_iter().filter(|offer| {
            let is_fresh = !shown.contains(&offer.url);
            shown.push(offer.url.clone());
            is_fresh
        });
        groups.extend(group(says, fresh.collect()));
    }
    groups
}

fn group(says: &'static str, offers: Vec<Offer>) -> Option<Group> {
    (!offers.is_empty()).then_some(Group { says, offers })
}

/// See the module.
pub fn jwks_offers(groups: Memo<Vec<Group>>) -> impl Fn() -> Vec<El> {
    move || groups.with(|groups| groups.iter().map(list).collect())
}

fn list(group: &Group) -> El {
    let rows: Vec<El> = group.offers.iter().map(row).collect();
    el("div", "jwks-offers")
        .attr("data-from", group.says)
        .child(el("p", "hint").child(t(group.says)))
        .child(el("ul", "jwks-list").child(rows))
}

fn row(offer: &Offer) -> El {
    let speech = speech();
    let taken = offer.clone();
    let facts = [("url", offer.url.as_str().into())];
    let label = speech.format("jwks-fetch-this", &facts);
    let fetch = fetch_button(move || Some(taken.clone()))
        .test("jwks-offer")
        .attr("data-url", &*offer.url)
        .attr("aria-label", label)
        .child(t("jwks-fetch"));
    let named_by = offer.named_by.as_deref().map(|name| {
        let name = el("strong", "").attr("translate", "no").child(name);
        (name, " ")
    });
    let text = el("div", "").child(named_by).child(address(&offer.url));
    el("li", "jwks-line").child(text).child(fetch)
}
