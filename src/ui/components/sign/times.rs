//! Times and identifiers by buttons: they change one member of the payload, every other byte
//! stays.

use crate::browser::page;
use crate::json::{parse, quote, set_member};
use crate::judge::parse_clock;
use crate::profiles::uuid;
use crate::ui::components::check_box::check_box;
use crate::ui::components::text_block::select_field;
use crate::ui::dom::{El, button, el, value_of};
use crate::ui::draft_times::TIME_CLAIMS;
use crate::ui::session::session;
use crate::ui::signing::signing;
use crate::ui::state::RwSignal;
use crate::ui::text::{speech, t};

/// Seconds from the clock, with the keys of their labels.
const STEPS: [(i64, &str, &str); 4] = [
    (0, "time-now", "time-now"),
    (300, "time-5", "clock-plus-minutes"),
    (900, "time-15", "time-plus-quarter"),
    (3_600, "time-60", "clock-plus-hour"),
];

/// See the module.
pub fn times() -> El {
    let (session, signing, speech) = (session(), signing(), speech());
    let claim = RwSignal::new("exp".to_owned());
    let set = move |name: &str, value: &str| {
        let text = signing.payload.get_untracked();
        let text = if text.trim().is_empty() {
            "{}".to_owned()
        } else {
            text
        };
        if let Some(changed) = set_member(&text, name, value) {
            signing.keep();
            signing.payload.set(changed);
        }
    };
    // A moment of its own does not move with the clock; one that counts from now does.
    let set_time = move |at: &str, is_fixed: bool| {
        let name = claim.get_untracked();
        signing.fixed_times.update(|fixed| {
            fixed.retain(|one| *one != name);
            if is_fixed {
                fixed.push(name.clone());
            }
        });
        set(&name, at);
    };
    let wrong_date = RwSignal::new(false);
    let option = |name: &'static str| el("option", "").attr("value", name).child(name);
    let select = el("select", "select")
        .id("sign-time-claim")
        .on("change", move |event| claim.set(value_of(event)))
        .child(TIME_CLAIMS.map(option));
    let steps = STEPS.map(|(seconds, id, label)| {
        let press = move || {
            let at = session.clock.get_untracked().saturating_add(seconds);
            set_time(&at.to_string(), false);
        };
        button("button-small", press).test(id).child(t(label))
    });
    let date = el("input", "text-field")
        .id("sign-time-date")
        .attr("type", "text")
        .attr("placeholder", t("sign-time-placeholder"))
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("translate", "no")
        .on("change", move |event| {
            // Without a zone it is UTC, as everywhere on this page.
            let typed = value_of(event);
            let read = parse_clock(&typed);
            wrong_date.set(read.is_err());
            if let Ok(Some(at)) = read {
                // A number stays as it was typed, fraction and all.
                let number = parse(typed.trim().as_bytes().to_vec());
                let is_number = number.faults().is_empty() && number.root().is_some();
                match is_number {
                    true => set_time(typed.trim(), true),
                    false => set_time(&at.to_string(), true),
                }
            }
        })
        .attr("aria-invalid", move || wrong_date.get().then_some("true"));
    let date = select_field("sign-time-date", "sign-time-date", date);
    let fresh_id = button("button-small", move || {
        let random = page::random();
        set("jti", &quote(&uuid(&random)));
    });
    let fresh = check_box(
        "sign-fresh",
        "sign-fresh",
        move || signing.fresh_since.with(Option::is_some),
        move |is_on| signing.set_fresh(is_on),
    );
    let broken = move || {
        let is_object = signing.payload_json.with(|payload| {
            payload.bytes().trim_ascii().is_empty()
                || (payload.object().is_some() && payload.faults().is_empty())
        });
        match (is_object, wrong_date.get()) {
            (false, _) => Some(speech.text("sign-times-broken")),
            (true, true) => Some(speech.text("sign-time-wrong")),
            (true, false) => None,
        }
    };
    let row = el("div", "field-row")
        .child(select_field("sign-time-claim", "sign-time-claim", select))
        .child(el("div", "button-row").child(steps))
        .child(date)
        .child(fresh_id.test("sign-jti").child(t("sign-jti")));
    el("div", "sign-times").child(row).child(fresh).child(
        el("p", "hint")
            .hidden(move || broken().is_none())
            .child(broken),
    )
}
