//! The key that decided, and the keys that were considered, each with what spoke for or against.

use crate::diagnostic::Fact;
use crate::keys::facts::KeyFacts;
use crate::ui::dom::{Content, El, el};
use crate::ui::session::{Signature, session};
use crate::ui::text::{Speech, speech, t};
use crate::verify::SignatureVerdict;

/// Those of the only signature; several signatures show theirs beside each verdict.
pub fn candidates() -> impl Content {
    let (session, speech) = (session(), speech());
    move || match session.signature.get() {
        Signature::Verdict(verdict) if verdict.signatures.is_empty() => list(&verdict, speech),
        _ => None,
    }
}

/// The keys that were considered for one signature; `None` where there were none.
pub fn list(verdict: &SignatureVerdict, speech: Speech) -> Option<El> {
    if verdict.candidates.is_empty() && verdict.key.is_none() {
        return None;
    }
    let rows = verdict.candidates.iter().map(|candidate| {
        let decided = verdict.key.as_ref() == Some(&candidate.key);
        el("li", "candidate")
            .test("candidate")
            .attr("data-code", &*candidate.reason.code)
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
    let fold = el("details", "fold candidates")
        .test("candidates")
        .attr("open", verdict.key.is_none())
        .child(el("summary", "fold-head").child(title))
        .child(
            el("div", "fold-body")
                .child(thumbprint)
                .child(uri)
                .child(list),
        );
    Some(fold)
}

/// `RSA 2048, kid abc…`: what a person recognises a key by.
pub fn key_line(key: &KeyFacts, speech: Speech) -> String {
    let line = match key.label() {
        Fact::Text(label) => label,
        worded => speech.fact(&worded),
    };
    match &key.kid {
        Some(kid) => {
            let kid = crate::words::visible(kid).into_owned();
            let kid = speech.format("key-kid", &[("kid", kid.into())]);
            format!("{line}, {kid}")
        }
        None => line,
    }
}
