//! Make a test token from a header, a payload and a key.

use crate::browser::address;
use crate::diagnostic::Diagnostic;
use crate::explain::In;
use crate::profiles::ids;
use crate::secret::Secret;
use crate::ui::components::check_box::check_box;
use crate::ui::components::copy_button::copy_button;
use crate::ui::components::json_editor::json_editor;
use crate::ui::components::keys::from_shelf::from_shelf;
use crate::ui::components::notes::note_saying;
use crate::ui::components::read_as::read_as;
use crate::ui::components::reading_switch::reading_switch;
use crate::ui::components::sign::batch::batch;
use crate::ui::components::sign::compare::compare;
use crate::ui::components::sign::fixes::fixes;
use crate::ui::components::sign::form::form;
use crate::ui::components::sign::names::names;
use crate::ui::components::sign::take::take;
use crate::ui::components::sign::times::times;
use crate::ui::components::text_area::{control, text_area};
use crate::ui::components::token_parts::{part_in_colour, parts_view};
use crate::ui::components::verdicts::no_answer;
use crate::ui::deep_link::Screen;
use crate::ui::dom::{El, button, el, value_of};
use crate::ui::session::session;
use crate::ui::signing::{State, signing};
use crate::ui::text::{Speech, speech, t};

/// See the module.
pub fn sign() -> El {
    el("div", "sign")
        .child(el("div", "column-in").child(draft()))
        .child(
            el("div", "column-out")
                .child(output())
                .child(later(compare))
                .child(later(take)),
        )
}

/// What is drawn once the texts that a first decode does not need are there.
fn later(content: fn() -> El) -> impl Fn() -> Option<El> + 'static {
    let speech = speech();
    move || speech.is_complete().then(content)
}

fn draft() -> [El; 6] {
    let signing = signing();
    let start = el("section", "panel sign-start")
        .child(template())
        .child(el("p", "hint").child(t("sign-template-hint")));
    let header = control("sign-header", "header-label").described_by("sign-header-says");
    let payload = control("sign-payload", "payload-label").described_by("sign-payload-says");
    let header_names = move || names("sign-header", In::Header, signing.header);
    let payload_names = move || names("sign-payload", In::Payload, signing.payload);
    let is_complete = {
        let speech = speech();
        move || speech.is_complete()
    };
    [
        start,
        json_editor(header, "header", "5", signing.header)
            .child(move || is_complete().then(header_names)),
        json_editor(payload, "payload", "12", signing.payload)
            .child(move || is_complete().then(payload_names))
            .child(later(times)),
        key(),
        el("div", "").child(later(form)),
        el("div", "").child(later(batch)),
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
    let put_back = button("", move || signing.put_key_back())
        .test("sign-key-back")
        .hidden(move || signing.displaced_key.with(Option::is_none))
        .child(t("sign-key-back"));
    let shelf = move || {
        from_shelf("sign-key-shelf", move |key| {
            signing.key_text.set(key.jwk.clone());
        })
    };
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
        .child(el("div", "button-row").child(take).child(put_back))
        .child(later_with(shelf))
}

/// The same for what needs to know more.
fn later_with(content: impl Fn() -> El + 'static) -> impl Fn() -> Option<El> + 'static {
    let speech = speech();
    move || speech.is_complete().then(&content)
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
            let said = of_signer(&why, speech.say(&why) + &advice, speech);
            Some((why.code.to_string(), said))
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
        let Some(signed) = signing.last_good.get_untracked() else {
            return;
        };
        session.set_paste(signed.token.clone());
        let has_to = |said: &Diagnostic| said.code == "sign-payload-detached";
        if signed.of.is_detached || signed.warnings.iter().any(has_to) {
            session.content.set(Some(signed.of.payload.clone()));
        }
        let key = signing.key_text.get_untracked();
        if !key.expose().is_empty() {
            session.set_key(key.expose().clone());
            session.reading.set(signing.reading.get_untracked());
        }
        address::go(Screen::Inspect.fragment());
    };
    let parts = move || {
        let token = token();
        let names: &[&str] = match token.matches('.').count() {
            // A JSON Serialization is shown as it is.
            _ if token.starts_with('{') => return vec![el("span", "").child(token)],
            4 => &["header", "encrypted-key", "iv", "ciphertext", "tag"],
            _ => &["header", "payload", "signature"],
        };
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
    let agree = check_box(
        "sign-unsecured",
        "sign-agree-unsecured",
        move || signing.unsecured.get(),
        move |is_on| signing.unsecured.set(is_on),
    )
    .hidden(move || !asks_consent());
    let made = parts_view("sign-output", "sign-output")
        .attr("data-outdated", move || is_outdated().then_some("true"))
        .hidden(move || !has_token())
        .child(parts);
    let warnings = move || {
        let signed = signing.last_good.get();
        let signed = signed.iter().flat_map(|signed| &signed.warnings);
        signed
            .map(|said| note_saying(said, of_signer(said, speech.say(said), speech)))
            .collect::<Vec<_>>()
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
        .child(later(fixes))
        .child(agree)
        .child(made)
        .child(el("ul", "notes").child(warnings))
        .child(open)
}

/// `text`, with the signer in front whom `why` is about, where it is not the draft's own.
fn of_signer(why: &Diagnostic, text: String, speech: Speech) -> String {
    match why.fact("signer") {
        Some(number) => {
            let facts = [("number", number.clone()), ("why", text.into())];
            speech.format("sign-signer-says", &facts)
        }
        None => text,
    }
}
