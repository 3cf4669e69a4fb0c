//! What an SD-JWT discloses, what it withholds, and to whom it is bound.
//! Spec: RFC 9901.

use super::json::value::Drawn;
use super::prose::paragraph;
use crate::jose::sd_jwt::{Disclosure, Place, SdJwt};
use crate::json;
use crate::ui::dom::{Content, El, el};
use crate::ui::session::{Signature, session};
use crate::ui::text::{Speech, speech, t};
use crate::verify::KeyBindingVerdict;

/// See the module.
pub fn disclosures() -> impl Content {
    let (session, speech) = (session(), speech());
    move || {
        let checks = session.checks.get()?;
        let sd_jwt = checks.sd_jwt.as_deref()?;
        let binding = match session.signature.get() {
            Signature::Verdict(verdict) => verdict.key_binding.clone(),
            _ => None,
        };
        Some(panel(sd_jwt, binding.as_deref(), speech))
    }
}

fn panel(sd_jwt: &SdJwt, binding: Option<&KeyBindingVerdict>, speech: Speech) -> El {
    let rows = sd_jwt.disclosures.iter().map(|one| row(one, speech));
    let rows = el("ol", "disclosure-list").child(rows.collect::<Vec<_>>());
    let withheld = (sd_jwt.withheld > 0).then(|| {
        let facts = [("count", sd_jwt.withheld.into())];
        paragraph("hint", speech.format("disclosures-withheld", &facts))
    });
    let problems = sd_jwt.problems.iter();
    let problems = problems.map(|problem| {
        el("li", "fault")
            .attr("data-code", &*problem.code)
            .child(speech.say(problem))
    });
    let problems = problems.collect::<Vec<_>>();
    let processed = sd_jwt.processed.as_ref().map(|text| {
        let lines = el("pre", "json")
            .test("processed-payload")
            .attr("translate", "no")
            .attr("tabindex", "0")
            .attr("role", "group")
            .attr("aria-label", t("disclosures-processed"))
            .child(Drawn(&json::parse(text.clone().into_bytes())));
        (
            el("h3", "part-title").child(t("disclosures-processed")),
            lines,
        )
    });
    let binding = match binding {
        Some(verdict) => binding_says(verdict, speech),
        None => vec![paragraph("hint", speech.text("disclosures-unbound"))],
    };
    el("section", "panel disclosures")
        .test("disclosures")
        .child(el("h2", "panel-title").child(t("disclosures-title")))
        .child((!problems.is_empty()).then(|| el("ul", "fault-list").child(problems)))
        .child(rows)
        .child(withheld)
        .child(el("div", "key-binding").test("key-binding").child(binding))
        .child(processed)
}

fn row(disclosure: &Disclosure, speech: Speech) -> El {
    let (state, place) = match &disclosure.place {
        Place::At(pointer) => {
            let pointer = crate::words::visible(pointer).into_owned();
            let facts = [("pointer", pointer.into())];
            ("referenced", speech.format("disclosure-at", &facts))
        }
        Place::NotReferenced => ("not-referenced", speech.text("disclosure-not-referenced")),
    };
    let name = disclosure.name.as_deref().map(|name| {
        el("strong", "disclosure-name")
            .attr("translate", "no")
            .child(crate::words::visible(name).into_owned())
    });
    let value = disclosure.value.as_ref().map(|value| {
        el("div", "json")
            .attr("translate", "no")
            .child(Drawn(&json::parse(value.clone().into_bytes())))
    });
    let digest = disclosure.digest.as_ref().map(|digest| {
        el("p", "hint")
            .child(speech.text("disclosure-digest"))
            .child(" ")
            .child(
                el("code", "")
                    .attr("translate", "no")
                    .child(digest.as_str()),
            )
    });
    el("li", "disclosure")
        .test("disclosure")
        .attr("data-state", state)
        .child(name)
        .child(value)
        .child(el("p", "").child(place))
        .child(digest)
}

fn binding_says(verdict: &KeyBindingVerdict, speech: Speech) -> Vec<El> {
    let word = speech.text(&format!("signature-word-{}", verdict.state.name()));
    let title = el("p", "")
        .attr("data-state", verdict.state.name())
        .child(el("span", "finding-word").child(speech.text("disclosures-binding")))
        .child(" ")
        .child(word);
    let mut lines = vec![title, paragraph("", speech.say(&verdict.reason))];
    let problems = verdict
        .problems
        .iter()
        .filter(|one| **one != verdict.reason);
    lines.extend(problems.map(|problem| paragraph("advice", speech.say(problem))));
    lines
}
