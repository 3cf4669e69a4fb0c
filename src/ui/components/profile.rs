//! The kind of token it looks like, and what that kind asks of it; another can be chosen, or none.

use super::icon::{Icon, fixed};
use super::prose::prose;
use crate::diagnostic::Diagnostic;
use crate::job::ProfileChoice;
use crate::profiles::ids;
use crate::ui::dom::{El, el, value_of};
use crate::ui::session::session;
use crate::ui::text::{speech, t};

/// Values of the options that are no profile.
const PROPOSED: &str = "";
const NONE: &str = "none";

/// See the module.
pub fn profile() -> El {
    let (session, speech) = (session(), speech());
    let held_to = move || {
        session
            .checks
            .get()
            .and_then(|checks| checks.profile.clone())
    };
    let name = move |id: &str| speech.text(&format!("profile-{id}"));
    let option = move |id: &'static str| el("option", "").attr("value", id).child(move || name(id));
    let proposed = el("option", "").attr("value", PROPOSED).child(move || {
        let checks = session.checks.get();
        let first = checks.and_then(|checks| checks.profiles.first().cloned());
        match first {
            Some(id) => speech.format("profile-proposed", &[("profile", name(&id).into())]),
            None => speech.text("profile-none-proposed"),
        }
    });
    let choose = move |event: &web_sys::Event| {
        session.profile.set(match value_of(event).as_str() {
            PROPOSED => ProfileChoice::Proposed,
            NONE => ProfileChoice::None,
            id => ProfileChoice::Chosen(id.to_owned()),
        });
    };
    let select = el("select", "select")
        .id("profile")
        .on("change", choose)
        .child(proposed)
        .child(el("option", "").attr("value", NONE).child(t("profile-no")))
        .child(ids::PROFILES.map(option))
        .prop("value", move || match session.profile.get() {
            ProfileChoice::Proposed => PROPOSED.to_owned(),
            ProfileChoice::None => NONE.to_owned(),
            ProfileChoice::Chosen(id) => id,
        });
    let label = el("label", "panel-title")
        .attr("for", "profile")
        .child(t("profile-label"));
    let summary = move || {
        let id = held_to()?;
        let text = speech.find(&format!("profile-{id}.summary"))?;
        Some(el("p", "hint").child(prose(text)))
    };
    let lifetime = move || {
        let checks = session.checks.get()?;
        let said = speech.say(checks.lifetime.as_ref()?);
        Some(el("p", "hint").test("profile-lifetime").child(said))
    };
    let says = move || {
        let checks = session.checks.get();
        let says = checks.map(|checks| checks.profile_says.clone());
        let says = says.unwrap_or_default();
        let is_good = held_to().is_some() && says.is_empty();
        let good = is_good.then(|| el("p", "").child(speech.text("profile-fits")));
        let items: Vec<El> = says.iter().map(|said| rule(said, speech)).collect();
        (good, el("ul", "finding-list").child(items))
    };
    el("section", "panel profile")
        .test("profile-panel")
        .attr("data-profile", held_to)
        .hidden(move || session.checks.with(Option::is_none))
        .child(el("div", "panel-head").child(label).child(select))
        .child(summary)
        .child(lifetime)
        .child(says)
}

fn rule(said: &Diagnostic, speech: crate::ui::text::Speech) -> El {
    el("li", "finding")
        .test("profile-rule")
        .attr("data-code", &*said.code)
        .attr("data-severity", said.severity.name())
        .child(fixed(Icon::of(said.severity)))
        .child(el("div", "").child(el("p", "").child(prose(speech.say(said)))))
}
