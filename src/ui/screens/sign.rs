//! Make a test token from a header, a payload and a key.

use crate::browser::address;
use crate::profiles::ids;
use crate::secret::Secret;
use crate::ui::components::copy_button::copy_button;
use crate::ui::components::json_editor::json_editor;
use crate::ui::components::notes::note;
use crate::ui::components::read_as::read_as;
use crate::ui::components::reading_switch::reading_switch;
use crate::ui::components::text_area::{control, text_area};
use crate::ui::components::token_parts::{part_in_colour, parts_view};
use crate::ui::components::verdicts::no_answer;
use crate::ui::deep_link::Screen;
use crate::ui::dom::{El, button, el, is_checked, value_of};
use crate::ui::session::session;
use crate::ui::signing::{State, signing};
use crate::ui::text::{speech, t};

/// See the module.
pub fn sign() -> El {
    el("div", "sign")
        .child(el("div", "column-in").child(draft()))
        .child(el("div", "column-out").child(output()))
}

fn draft() -> [El; 4] {
    let signing = signing();
    let start = el("section", "panel sign-start")
        .child(template())
        .child(el("p", "hint").child(t("sign-template-hint")));
    let header = control("sign-header", "header-label").described_by("sign-header-says");
    let payload = control("sign-payload", "payload-label").described_by("sign-payload-says");
    [
        start,
        json_editor(header, "header", "5", signing.header),
        json_editor(payload, "payload", "12", signing.payload),
        key(),
    ]
}

fn template() -> El {
    let (session, signing, speech) = (session(), signing(), speech());
    let option = move |id: &'static str| {
        let key = format!("template-{id}");
        el("option", "")
            .attr("value", id)
            .child(move || speech.text(&key))
    };
    let choose = move |event: &web_sys::Event| {
        let id = value_of(event);
        if !id.is_empty() {
            signing.choose(session, id, session.clock.get_untracked());
        }
    };
    let none = el("option", "")
        .attr("value", "")
        .child(t("sign-template-none"));
    let select = el("select", "select")
        .id("sign-template")
        .attr("data-filled", move || signing.filled.get())
        .on("change", choose)
        .child(none)
        .child(ids::TEMPLATES.map(option))
        .prop("value", move || signing.template.get());
    let label = el("label", "field-label")
        .attr("for", "sign-template")
        .child(t("sign-template"));
    el("div", "field").child(label).child(select)
}

fn key() -> El {
    let (session, signing) = (session(), signing());
    let title = el("label", "panel-title")
        .attr("for", "sign-key")
        .child(t("sign-key-label"));
    let area = text_area(
        control("sign-key", "sign-key-label")
            .placeholder("sign-key-placeholder")
            .described_by("sign-key-read-as"),
        "4",
        move || signing.key_text.with(|text| text.expose().clone()),
        move |text| signing.key_text.set(Secret::new(text)),
    );
    let take = move || {
        signing.key_text.set(session.key_text.get_untracked());
        signing.reading.set(session.reading.get_untracked());
    };
    let is_empty = move || signing.key_text.with(|text| text.expose().is_empty());
    let is_same = move || {
        session.key_text.with(|text| text.expose().is_empty())
            || session.key_text.get() == signing.key_text.get()
    };
    let take = button("", take)
        .hidden(is_same)
        .child(t("sign-key-from-inspect"));
    el("section", "panel key-box")
        .child(
            el("div", "panel-head")
                .child(title)
                .child(reading_switch("sign-key-reading", signing.reading)),
        )
        .child(area)
        .child(
            el("div", "read-as")
                .id("sign-key-read-as")
                .child(read_as(signing.key_summary, is_empty)),
        )
        .child(take)
}

fn output() -> El {
    let (session, signing, speech) = (session(), signing(), speech());
    let token = move || {
        let last = signing.last_good.get();
        last.map(|signed| signed.token.clone()).unwrap_or_default()
    };
    let has_token = move || signing.last_good.with(Option::is_some);
    let is_outdated =
        move || has_token() && !matches!(signing.state.get(), State::Good | State::Signing);
    let error = move || match signing.state.get() {
        State::Refused(why) | State::NoKey(why) => {
            let advice = speech.attribute(&why, "advice");
            let advice = advice
                .map(|advice| format!(" {advice}"))
                .unwrap_or_default();
            Some((why.code.to_string(), speech.say(&why) + &advice))
        }
        State::NoAnswer(failure) => Some(("no-answer".to_owned(), no_answer(&failure, speech))),
        _ => None,
    };
    let asks_consent = move || {
        signing.unsecured.get()
            || matches!(signing.state.get(), State::Refused(why) if why.code == "sign-alg-none")
    };
    let status = move || {
        let key = match signing.state.get() {
            State::Empty => "sign-state-empty",
            State::NoKey(_) => "sign-state-no-key",
            State::Held => "sign-state-held",
            State::Signing => "sign-state-signing",
            State::Good => "sign-state-good",
            State::Refused(_) | State::NoAnswer(_) if has_token() => "sign-state-outdated",
            State::Refused(_) | State::NoAnswer(_) => "sign-state-none",
        };
        speech.text(key)
    };
    let open = move || {
        session.set_paste(token());
        let key = signing.key_text.get_untracked();
        if !key.expose().is_empty() {
            session.set_key(key.expose().clone());
            session.reading.set(signing.reading.get_untracked());
        }
        address::go(Screen::Inspect.fragment());
    };
    let parts = move || {
        let names = ["header", "payload", "signature"];
        let token = token();
        let mut views = Vec::new();
        for (index, text) in token.split('.').enumerate() {
            if index > 0 {
                views.push(el("span", "part-between").child("."));
            }
            let name = names.get(index).copied().unwrap_or("unknown");
            views.push(part_in_colour(name).child(text));
        }
        views
    };
    let state_name = move || match signing.state.get() {
        State::Empty | State::NoKey(_) => "waiting",
        State::Held => "held",
        State::Signing => "signing",
        State::Good => "good",
        State::Refused(_) | State::NoAnswer(_) => "error",
    };
    let copy = el("span", "")
        .hidden(move || !has_token())
        .child(copy_button("copy-token", token));
    let head = el("div", "panel-head")
        .child(el("h2", "panel-title").child(t("sign-output")))
        .child(copy);
    let status = el("p", "sign-status")
        .attr("role", "status")
        .attr("data-outdated", move || is_outdated().then_some("true"))
        .child(status);
    let release = button("button-primary", move || signing.held.set(false))
        .test("sign-release")
        .hidden(move || signing.state.get() != State::Held)
        .child(t("sign-release"));
    let error = el("p", "sign-error")
        .test("sign-error")
        .attr("role", "alert")
        .attr("data-code", move || error().map(|(code, _)| code))
        .child(move || error().map(|(_, text)| text));
    let agree = el("input", "")
        .attr("type", "checkbox")
        .test("sign-unsecured")
        .prop("checked", move || signing.unsecured.get())
        .on("change", move |event| {
            signing.unsecured.set(is_checked(event))
        });
    let agree = el("label", "consent")
        .hidden(move || !asks_consent())
        .child(agree)
        .child(t("sign-agree-unsecured"));
    let made = parts_view("sign-output", "sign-output")
        .attr("data-outdated", move || is_outdated().then_some("true"))
        .hidden(move || !has_token())
        .child(parts);
    let warnings = move || {
        let signed = signing.last_good.get();
        let signed = signed.iter().flat_map(|signed| &signed.warnings);
        signed.map(note).collect::<Vec<_>>()
    };
    let open = button("", open)
        .test("sign-open")
        .hidden(move || !has_token())
        .child(t("sign-open"));
    el("section", "panel sign-result")
        .attr("data-state", state_name)
        .child(head)
        .child(status)
        .child(release)
        .child(error)
        .child(agree)
        .child(made)
        .child(el("ul", "notes").child(warnings))
        .child(open)
}
