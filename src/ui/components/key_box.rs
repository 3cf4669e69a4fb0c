//! The key box: any spelling of a key, how it was read, and the field for a JWK Set's URL.

use super::footer::address;
use super::jwks_fetch::jwks_fetch;
use super::read_as::{line, read_as};
use super::reading_switch::reading_switch;
use super::text_area::{control, text_area};
use crate::job::KeySummary;
use crate::secret::Secret;
use crate::ui::deep_link::Refused;
use crate::ui::dom::{El, button, el, value_of};
use crate::ui::session::{Signature, session};
use crate::ui::text::{speech, t};

/// See the module.
pub fn key_box() -> El {
    let (session, speech) = (session(), speech());
    let is_empty = move || session.key.with(|key| key.text.expose().is_empty());
    let source = move || {
        let set = session.used.get().filter(|_| session.is_fetched())?;
        let facts = [
            ("url", set.from.as_str().into()),
            ("asked", set.url.as_str().into()),
            ("time", speech.moment(set.at).into()),
        ];
        let fetched = match set.from == set.url {
            true => "key-fetched",
            false => "key-fetched-elsewhere",
        };
        let mut text = speech.format(fetched, &facts);
        if let Some(parameter) = &set.named_by {
            let facts = [("parameter", parameter.as_str().into())];
            text.push(' ');
            text.push_str(&speech.format("key-fetched-named", &facts));
        }
        Some(
            el("p", "read-as-line")
                .attr("data-kind", set.named_by.as_ref().map(|_| "warning"))
                .child(text),
        )
    };
    // Without a key of one's own, the one that the token brings itself is tried.
    let in_token = move || match session.signature.get() {
        Signature::Verdict(verdict) if is_empty() => {
            let lines = verdict.read_as.iter();
            lines.map(|said| line(said, "read")).collect::<Vec<_>>()
        }
        _ => Vec::new(),
    };
    let none = move || {
        let is_none = is_empty() && in_token().is_empty();
        is_none.then(|| el("p", "read-as-line").child(speech.text("key-none")))
    };
    // What is known of a `kid` that the fetched set does not have.
    let gone = move || {
        let gone = session.missing_kid.get();
        gone.map(|said| line(&said, "warning"))
    };
    let has_fault = move || {
        session.key_summary.with(|summary| {
            summary
                .as_ref()
                .is_some_and(|s| s.keys.is_empty() && !s.faults.is_empty())
        })
    };
    let refused = move || {
        let key = match session.refused.get()? {
            Refused::Private => "link-key-private",
            Refused::Secret => "link-key-secret",
        };
        let note = el("p", "note")
            .attr("data-severity", "warning")
            .attr("data-note", key)
            .attr("role", "alert");
        Some(note.child(speech.text(key)))
    };
    let title = el("label", "panel-title")
        .attr("for", "key-input")
        .child(t("key-label"));
    let area = text_area(
        control("key-input", "key-label")
            .placeholder("key-placeholder")
            .described_by("key-read-as"),
        "4",
        move || session.key_text.with(|text| text.expose().clone()),
        move |text| session.set_key(text),
    )
    .attr("aria-invalid", move || has_fault().then_some("true"));
    let asks_password = move || {
        let asked = session.key_summary.with(|summary| {
            let summary = summary.as_deref();
            summary.is_some_and(KeySummary::asks_password)
        });
        asked || session.password.with(|text| !text.expose().is_empty())
    };
    let offered = move || {
        let url = session.key_summary.with(|summary| {
            let summary = summary.as_deref();
            summary.and_then(|summary| summary.offered_url().map(str::to_owned))
        });
        url.map(|url| {
            let taken = url.clone();
            let take = button("", move || session.jwks_url.set(taken.clone()))
                .test("key-offered-url")
                .child(t("key-offered-url"));
            el("p", "offered")
                .child(address(&url))
                .child(" ")
                .child(take)
        })
    };
    // Not of the type for passwords, which browsers offer to keep.
    let password = el("input", "text-field masked")
        .id("key-password")
        .attr("type", "text")
        .attr("autocorrect", "off")
        .attr("autocapitalize", "off")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("translate", "no")
        .prop("value", move || {
            session.password.with(|text| text.expose().clone())
        })
        .on("input", move |event| {
            session.password.set(Secret::new(value_of(event)));
        });
    let password = el("div", "field")
        .hidden(move || !asks_password())
        .child(
            el("label", "field-label")
                .attr("for", "key-password")
                .child(t("key-password")),
        )
        .child(password);
    el("section", "panel key-box")
        .child(
            el("div", "panel-head")
                .child(title)
                .child(reading_switch("key-reading", session.reading)),
        )
        .child(area)
        .child(password)
        .child(offered)
        .child(refused)
        .child(
            el("div", "read-as")
                .id("key-read-as")
                .child(source)
                .child(none)
                .child(in_token)
                .child(read_as(session.key_summary, is_empty))
                .child(gone),
        )
        .child(jwks_fetch())
}
