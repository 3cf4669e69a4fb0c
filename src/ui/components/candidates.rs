//! The key that decided, and the keys that were considered, each with what spoke for or against.

use crate::keys::facts::KeyFacts;
use crate::ui::session::{Signature, session};
use crate::ui::text::{Speech, speech, t};
use leptos::prelude::*;

/// See the module.
#[component]
pub fn Candidates() -> impl IntoView {
    let (session, speech) = (session(), speech());
    let verdict = move || match session.signature.get() {
        // A lone secret has no names or numbers to show.
        Signature::Verdict(verdict)
            if verdict.candidates.len() > 1
                || verdict.key.as_ref().is_some_and(|key| key.kty != "oct") =>
        {
            Some(verdict)
        }
        _ => None,
    };
    move || {
        verdict().map(|verdict| {
            let rows = verdict.candidates.iter().map(|candidate| {
                let decided = verdict.key.as_ref() == Some(&candidate.key);
                view! {
                    <li class="candidate" data-decided=decided.then_some("true")>
                        <span class="candidate-key">{key_line(&candidate.key, speech)}</span>
                        <span class="candidate-why">{speech.say(&candidate.reason)}</span>
                    </li>
                }
            });
            let rows = rows.collect_view();
            let thumbprint = verdict.key.as_ref().map(|key| &key.thumbprint);
            let thumbprint = thumbprint.filter(|thumbprint| !thumbprint.is_empty());
            let thumbprint = thumbprint
                .map(|text| speech.format("key-thumbprint", &[("thumbprint", text.as_str().into())]));
            let title = match &verdict.key {
                Some(key) => speech.format("key-used", &[("key", key_line(key, speech).into())]),
                None => speech.text("keys-considered"),
            };
            view! {
                <details class="fold candidates" data-testid="candidates" open=verdict.key.is_none()>
                    <summary class="fold-head">{title}</summary>
                    <div class="fold-body">
                        {thumbprint.map(|text| view! { <p class="hint">{text}</p> })}
                        <ul class="candidate-list" aria-label=t("keys-considered")>{rows}</ul>
                    </div>
                </details>
            }
        })
    }
}

/// `RSA 2048, kid abc…`: what a person recognises a key by.
fn key_line(key: &KeyFacts, speech: Speech) -> String {
    let mut line = key.kty.clone();
    match &key.curve {
        Some(curve) => line.push_str(&format!(" {curve}")),
        None if key.bits > 0 => line.push_str(&format!(" {}", key.bits)),
        None => {}
    }
    if let Some(kid) = &key.kid {
        let kid = crate::words::visible(kid).into_owned();
        line.push_str(", ");
        line.push_str(&speech.format("key-kid", &[("kid", kid.into())]));
    }
    line
}
