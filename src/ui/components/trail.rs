//! Tokens in tokens: where the one that is looked at stands, and the way into the next.

use crate::inspect::Family;
use crate::nesting::{Crumb, Inside};
use crate::ui::dom::{El, button, el};
use crate::ui::session::session;
use crate::ui::text::{speech, t};

/// See the module.
pub fn trail() -> El {
    let (session, speech) = (session(), speech());
    let is_inside = move || session.trail.with(|trail| trail.outer().len() > 0);
    let inside = move || session.inside.get();
    let crumbs = move || {
        let name = |crumb: &Crumb| {
            let family = speech.text(family_word(crumb.family));
            match &crumb.alg {
                Some(alg) => format!("{family} {}", crate::words::visible(alg)),
                None => family,
            }
        };
        let crumb = |(level, crumb): (usize, &Crumb)| {
            let facts = [
                ("count", level.saturating_add(1).into()),
                ("token", name(crumb).into()),
            ];
            let step = button("button-small", move || session.leave_to(level))
                .child(speech.format("trail-level", &facts));
            el("li", "crumb").child(step)
        };
        let here = session
            .inspection
            .with(|i| Crumb::of(i, session.token.get()));
        let here = el("span", "crumb-here")
            .attr("aria-current", "step")
            .child(name(&here));
        let mut crumbs: Vec<El> = session
            .trail
            .with(|trail| trail.outer().enumerate().map(crumb).collect());
        crumbs.push(el("li", "crumb").child(here));
        crumbs
    };
    let enter = button("button-small", move || session.go_inside())
        .test("trail-inside")
        .child(t("trail-inside"));
    let enter = el("li", "crumb")
        .hidden(move || !matches!(inside(), Inside::Token(_)))
        .child(enter);
    let end = el("p", "hint")
        .test("trail-end")
        .attr("data-code", "nested-too-deep")
        .hidden(move || inside() != Inside::TooDeep)
        .child(move || inside().problem().map(|end| speech.say(&end)));
    el("nav", "trail")
        .test("trail")
        .attr("aria-label", t("trail-label"))
        .hidden(move || !is_inside() && inside() == Inside::Content)
        .child(el("ol", "crumbs").child(crumbs).child(enter))
        .child(end)
}

/// Key of the family's name.
pub const fn family_word(family: Family) -> &'static str {
    match family {
        Family::Jws => "family-jws",
        Family::Jwe => "family-jwe",
        Family::SdJwt => "family-sd-jwt",
        Family::Unknown => "family-unknown",
    }
}
