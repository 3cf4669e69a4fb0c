//! Tokens in tokens: where the one that is looked at stands, and the way into the next.

use crate::inspect::Family;
use crate::ui::dom::{El, button, el};
use crate::ui::session::session;
use crate::ui::text::{speech, t};

/// See the module.
pub fn trail() -> El {
    let (session, speech) = (session(), speech());
    let depth = move || session.steps.with(Vec::len);
    let has_inside = move || session.inside.with(Option::is_some);
    let crumbs = move || {
        let crumb = |level: usize| {
            let facts = [("count", level.saturating_add(1).into())];
            let step = button("button-small", move || session.leave_to(level))
                .child(speech.format("trail-level", &facts));
            el("li", "crumb").child(step)
        };
        let family = session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get());
            token.map_or("family-unknown", |token| family_word(token.family))
        });
        let here = el("span", "crumb-here")
            .attr("aria-current", "step")
            .child(speech.text(family));
        let mut crumbs: Vec<El> = (0..depth()).map(crumb).collect();
        crumbs.push(el("li", "crumb").child(here));
        crumbs
    };
    let enter = button("button-small", move || session.go_inside())
        .test("trail-inside")
        .child(t("trail-inside"));
    let enter = el("li", "crumb").hidden(move || !has_inside()).child(enter);
    el("nav", "trail")
        .test("trail")
        .attr("aria-label", t("trail-label"))
        .hidden(move || depth() == 0 && !has_inside())
        .child(el("ol", "crumbs").child(crumbs).child(enter))
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
