//! The key box: any spelling of a key, how it was read, and the field for a JWK Set's URL.

use super::jwks_fetch::JwksFetch;
use super::reading_switch::ReadingSwitch;
use super::text_area::TextArea;
use crate::diagnostic::Diagnostic;
use crate::keys::facts::KeySource;
use crate::ui::deep_link::Refused;
use crate::ui::session::session;
use crate::ui::text::{speech, t};
use leptos::prelude::*;

/// See the module.
#[component]
pub fn KeyBox() -> impl IntoView {
    let (session, speech) = (session(), speech());
    let is_empty = move || session.key.with(|key| key.text.expose().is_empty());
    let source = move || {
        session.key.with(|key| match &key.source {
            KeySource::Fetched { url, at } => Some(speech.format(
                "key-fetched",
                &[
                    ("url", url.as_str().into()),
                    ("time", speech.moment(*at).into()),
                ],
            )),
            _ => None,
        })
    };
    let read_as = move || {
        if is_empty() {
            return view! { <p class="read-as-line">{t("key-none")}</p> }.into_any();
        }
        let Some(summary) = session.key_summary.get() else {
            return view! { <p class="read-as-line">{t("key-reading")}</p> }.into_any();
        };
        let line = |diagnostic: &Diagnostic, kind: &'static str| {
            let advice = speech.attribute(diagnostic, "advice");
            view! {
                <p class="read-as-line" data-kind=kind data-code=diagnostic.code.to_string()>
                    {speech.say(diagnostic)}
                    {advice.map(|advice| view! { " " <span class="advice">{advice}</span> })}
                </p>
            }
        };
        let read = summary
            .read_as
            .iter()
            .map(|d| line(d, "read"))
            .collect_view();
        let warned = summary
            .warnings
            .iter()
            .map(|d| line(d, "warning"))
            .collect_view();
        let failed = summary
            .faults
            .iter()
            .map(|d| line(d, "fault"))
            .collect_view();
        view! { {read} {warned} {failed} }.into_any()
    };
    let has_fault = Signal::derive(move || {
        session.key_summary.with(|summary| {
            summary
                .as_ref()
                .is_some_and(|s| s.keys.is_empty() && !s.faults.is_empty())
        })
    });
    let refused = move || {
        session.refused.get().map(|refused| {
            let key = match refused {
                Refused::Private => "link-key-private",
                Refused::Secret => "link-key-secret",
            };
            view! { <p class="note" data-severity="warning" data-note=key role="alert">{t(key)}</p> }
        })
    };
    view! {
        <section class="panel key-box">
            <div class="panel-head">
                <label class="panel-title" for="key-input">{t("key-label")}</label>
                <ReadingSwitch id="key-reading" reading=session.reading />
            </div>
            <TextArea
                id="key-input"
                label="key-label"
                placeholder="key-placeholder"
                described_by="key-read-as"
                invalid=has_fault
                rows=4
                value=Signal::derive(move || session.key_text.with(|text| text.expose().clone()))
                set=move |text| session.set_key(text)
            />
            {refused}
            <div class="read-as" id="key-read-as" data-testid="key-read-as">
                {move || source().map(|source| view! { <p class="read-as-line">{source}</p> })}
                {read_as}
            </div>
            <JwksFetch />
        </section>
    }
}
