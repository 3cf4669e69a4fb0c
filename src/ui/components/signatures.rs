//! Each signature of a General JSON Serialization with its own verdict, what is odd about it, and
//! the keys that were considered for it.

use super::candidates;
use super::findings::finding;
use super::icon::{Icon, fixed};
use super::verdicts::signature_tone;
use crate::ui::dom::{El, el};
use crate::ui::session::{Signature, session};
use crate::ui::text::{speech, t};
use crate::verify::SignatureVerdict;

/// See the module.
pub fn signatures() -> El {
    let (session, speech) = (session(), speech());
    let each = move || match session.signature.get() {
        Signature::Verdict(verdict) => verdict.signatures.clone(),
        _ => Vec::new(),
    };
    let item = move |(index, verdict): (usize, SignatureVerdict)| {
        let icon: Icon = signature_tone(verdict.state).icon();
        let number = [("count", index.saturating_add(1).into())];
        let word = speech.text(&format!("signature-word-{}", verdict.state.name()));
        let text = el("div", "")
            .child(
                el("p", "")
                    .child(
                        el("span", "finding-word")
                            .child(speech.format("signature-number", &number)),
                    )
                    .child(" ")
                    .child(word),
            )
            .child(el("p", "advice").child(speech.say(&verdict.reason)))
            .child(warnings(&verdict))
            .child(candidates::list(&verdict, speech));
        el("li", "finding")
            .test("signature-verdict")
            .attr("data-state", verdict.state.name())
            .child(fixed(icon))
            .child(text)
    };
    let items = move || each().into_iter().enumerate().map(item).collect::<Vec<_>>();
    el("section", "panel signatures")
        .hidden(move || each().is_empty())
        .child(el("h2", "panel-title").child(t("signatures-title")))
        .child(el("ul", "finding-list").child(items))
}

/// What speaks against this signature or its key, as findings of its own.
fn warnings(verdict: &SignatureVerdict) -> Option<El> {
    let warnings: Vec<El> = verdict.warnings.iter().map(finding).collect();
    (!warnings.is_empty()).then(|| el("ul", "finding-list").child(warnings))
}
