//! The key that decided, and the keys that were considered, each with what spoke for or against.

use crate::keys::facts::KeyFacts;
use crate::ui::dom::{Content, El, el};
use crate::ui::session::{Signature, session};
use crate::ui::text::{Speech, speech, t};
use crate::verify::SignatureVerdict;

/// See the module.
pub fn candidates() -> impl Content {
    let (session, speech) = (session(), speech());
    move || match session.signature.get() {
        // A lone secret has no names or numbers to show.
        Signature::Verdict(verdict)
            if verdict.candidates.len() > 1
                || verdict.key.as_ref().is_some_and(|key| key.kty != "oct") =>
        {
            Some(list(&verdict, speech))
        }
        _ => None,
    }
}

fn list(verdict: &SignatureVerdict, speech: Speech) -> El {
    let rows = verdict.candidates.iter().map(|candidate| {
        let decided = verdict.key.as_ref() == Some(&candidate.key);
        el("li", "candidate")
            .attr("data-decided", decided.then_some("true"))
            .child(el("span", "candidate-key").child(key_line(&candidate.key, speech)))
            .child(el("span", "candidate-why").child(speech.say(&candidate.reason)))
    });
    let key = verdict.key.as_ref();
    let thumbprint = key.filter(|key| !key.thumbprint.is_empty()).map(|key| {
        let facts = [("thumbprint", key.thumbprint.as_str().into())];
        el("p", "hint").child(speech.format("key-thumbprint", &facts))
    });
    let uri = key.and_then(KeyFacts::thumbprint_uri).map(|uri| {
        let facts = [("uri", uri.into())];
        el("p", "hint").child(speech.format("key-thumbprint-uri", &facts))
    });
    let title = match &verdict.key {
        Some(key) => speech.format("key-used", &[("key", key_line(key, speech).into())]),
        None => speech.text("keys-considered"),
    };
    let list = el("ul", "candidate-list")
        .attr("aria-label", t("keys-considered"))
        .child(rows.collect::<Vec<_>>());
    el("details", "fold candidates")
        .test("candidates")
        .attr("open", verdict.key.is_none())
        .child(el("summary", "fold-head").child(title))
        .child(
            el("div", "fold-body")
                .child(thumbprint)
                .child(uri)
                .child(list),
        )
}

/// `RSA 2048, kid abc…`: what a person recognises a key by.
pub fn key_line(key: &KeyFacts, speech: Speech) -> String {
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
