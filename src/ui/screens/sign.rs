//! Make a test token from a header, a payload and a key.

use crate::browser::address;
use crate::diagnostic::Diagnostic;
use crate::explain::In;
use crate::job::{KeySummary, Tampering};
use crate::json::{parse, quote, set_member};
use crate::profiles::ids;
use crate::secret::Secret;
use crate::ui::components::check_box::check_box;
use crate::ui::components::copy_button::copy_button;
use crate::ui::components::json_editor::{Editor, json_editor};
use crate::ui::components::keys::from_shelf::from_shelf;
use crate::ui::components::notes::note_saying;
use crate::ui::components::read_as::read_as;
use crate::ui::components::reading_switch::reading_switch;
use crate::ui::components::sign::batch::batch;
use crate::ui::components::sign::compare::compare;
use crate::ui::components::sign::fixes::fixes;
use crate::ui::components::sign::form::form;
use crate::ui::components::sign::names::names;
use crate::ui::components::sign::state;
use crate::ui::components::sign::take::take;
use crate::ui::components::sign::times::times;
use crate::ui::components::text_area::{control, password_field, text_area};
use crate::ui::components::text_block::{TextBlock, text_block};
use crate::ui::components::token_parts::{part_in_colour, parts_view};
use crate::ui::deep_link::Screen;
use crate::ui::dom::{El, button, el, value_of};
use crate::ui::history::History;
use crate::ui::keyring::keyring;
use crate::ui::said_at::Place;
use crate::ui::segments::compact_parts;
use crate::ui::session::session;
use crate::ui::signing::{Signed, State, signing};
use crate::ui::state::Memo;
use crate::ui::text::{speech, t};
use std::sync::Arc;

/// See the module.
pub fn sign() -> El {
    el("div", "sign")
        .child(
            el("div", "column-in")
                .child(draft())
                .child(later(state::bar)),
        )
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
        .child(el("p", "hint").child(t("sign-template-hint")))
        .child(later(steps));
    let header = control("sign-header", "header-label").described_by("sign-header-says");
    let payload = control("sign-payload", "payload-label").described_by("sign-payload-says");
    let header_names = move || names("sign-header", In::Header, signing.header);
    let payload_names = move || names("sign-payload", In::Payload, signing.payload);
    let is_complete = {
        let speech = speech();
        move || speech.is_complete()
    };
    let header_json = Memo::new(move |_| {
        let text = signing.header.get();
        Arc::new(parse(text.into_bytes()))
    });
    let header = Editor {
        control: header,
        colour: "header",
        rows: "5",
        text: signing.header,
        json: header_json,
        is_plain: Memo::new(|_| false),
    };
    let payload = Editor {
        control: payload,
        colour: "payload",
        rows: "12",
        text: signing.payload,
        json: signing.payload_json,
        is_plain: signing.is_plain,
    };
    let keep = move || signing.keep();
    let touch = move || signing.touch();
    [
        start,
        json_editor(header, sentences(Place::Header), keep, touch)
            .child(move || is_complete().then(header_names)),
        json_editor(payload, sentences(Place::Payload), keep, || ())
            .child(move || is_complete().then(payload_names))
            .child(later(times)),
        key(),
        el("div", "").child(later(form)),
        el("div", "").child(later(batch)),
    ]
}

/// What there is to say at one place, and whether it keeps the draft from being signed.
fn sentences(place: Place) -> Memo<(bool, Vec<String>)> {
    let (signing, speech) = (signing(), speech());
    Memo::new(move |_| {
        let is_wrong = matches!(signing.state.get(), State::Refused(_) | State::NoKey(_));
        let said = signing.said_at(place);
        let is_wrong = is_wrong && !said.is_empty();
        (is_wrong, said.iter().map(|said| speech.say(said)).collect())
    })
}

/// Back to what a press wrote over, and forward again.
fn steps() -> El {
    let signing = signing();
    let ways = move || signing.history.with(History::ways);
    let undo = button("button-quiet", move || signing.undo())
        .test("sign-undo")
        .attr("disabled", move || !ways().0)
        .child(t("sign-undo"));
    let redo = button("button-quiet", move || signing.redo())
        .test("sign-redo")
        .attr("disabled", move || !ways().1)
        .child(t("sign-redo"));
    el("div", "button-row").child(undo).child(redo)
}

fn template() -> El {
    let (session, signing, speech) = (session(), signing(), speech());
    let keyring = keyring();
    let option = move |id: &'static str| {
        let key = format!("template-{id}");
        el("option", "")
            .attr("value", id)
            .child(move || speech.text(&key))
    };
    let choose = move |event: &web_sys::Event| {
        let id = value_of(event);
        match id.is_empty() {
            true => signing.start_empty(),
            false => {
                let shelve = move |key| keyring.shelve_text(session, key);
                signing.choose(session, id, session.clock.get_untracked(), shelve);
            }
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
    let said = sentences(Place::Key);
    let title = el("label", "panel-title")
        .attr("for", "sign-key")
        .child(t("sign-key-label"));
    let area = text_area(
        control("sign-key", "sign-key-label")
            .placeholder("sign-key-placeholder")
            .described_by("sign-key-read-as"),
        "4",
        move || signing.key_text.with(|text| text.expose().clone()),
        move |text| {
            signing.key_text.set(Secret::new(text));
            signing.touch();
        },
    )
    .attr("aria-invalid", move || {
        said.with(|(is_wrong, _)| *is_wrong).then_some("true")
    });
    let take = move || {
        signing.keep();
        signing.displace_key(session.key_text.get_untracked());
        signing.reading.set(session.reading.get_untracked());
        signing.password.set(session.password.get_untracked());
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
        from_shelf(
            "sign-key-shelf",
            |_| true,
            move |key| {
                signing.take_key(key.jwk.clone(), &key.facts);
            },
        )
    };
    let asks_password = move || {
        let asked = signing.key_summary.with(|summary| {
            let summary = summary.as_deref();
            summary.is_some_and(KeySummary::asks_password)
        });
        asked || signing.password.with(|text| !text.expose().is_empty())
    };
    let password = move || {
        password_field("sign-key-password", signing.password).hidden(move || !asks_password())
    };
    let says = move || {
        said.with(|(_, lines)| {
            let line = |line: &String| el("span", "editor-line").child(line.as_str());
            lines.iter().map(line).collect::<Vec<_>>()
        })
    };
    let says = el("p", "editor-says")
        .test("sign-key-says")
        .attr("role", "status")
        .attr("data-weight", move || {
            match said.with(|(is_wrong, _)| *is_wrong) {
                true => "error",
                false => "note",
            }
        })
        .child(says);
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
        .child(says)
        .child(later_with(password))
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
    let is_outdated = move || state::is_outdated(signing);
    let error = move || state::trouble(signing, speech);
    let asks_consent = move || {
        signing.unsecured.get()
            || matches!(signing.state.get(), State::Refused(why) if why.code == "sign-alg-none")
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
        // What a verifier is given: no private half, and nothing where the header brings the key.
        let brings_key = |signed: &Signed| {
            let header = parse(signed.of.header.clone().into_bytes());
            header.get("jwk").is_some()
        };
        let key = match brings_key(&signed) {
            true => Some(String::new()),
            false => verifying_key(&signed),
        };
        if let Some(key) = key {
            session.set_key(key);
            session.reading.set(signing.reading.get_untracked());
            session.password.set(signing.password.get_untracked());
        }
        address::go(Screen::Inspect.fragment());
    };
    let parts = move || {
        let token = token();
        // A JSON Serialization is shown as it is.
        if token.starts_with('{') {
            return vec![el("span", "").child(token)];
        }
        let mut views = Vec::new();
        for (name, text) in compact_parts(&token) {
            views.push(match name {
                Some(part) => part_in_colour(part.name()).child(text),
                None => el("span", "part-between").child(text),
            });
        }
        views
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
        .child(move || state::status(signing, speech));
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
    // What was said of the last good token is not said of a draft that gives none.
    let warnings = move || {
        let signed = signing.last_good.get().filter(|_| !is_outdated());
        let signed = signed.iter().flat_map(|signed| &signed.warnings);
        signed
            .map(|said| note_saying(said, state::of_place(said, speech.say(said), speech)))
            .collect::<Vec<_>>()
    };
    let open = button("", open)
        .test("sign-open")
        .hidden(move || !has_token())
        .child(t("sign-open"));
    el("section", "panel sign-result")
        .attr("data-state", move || state::name(signing))
        .attr("id", "sign-result")
        .attr("tabindex", "-1")
        .child(head)
        .child(status)
        .child(release)
        .child(error)
        .child(later(fixes))
        .child(agree)
        .child(later(tampered))
        .child(made)
        .child(el("ul", "notes").child(warnings))
        .child(later(signed_payload))
        .child(open)
}

/// What is done to the token on purpose, and the way back from it.
fn tampered() -> El {
    let (signing, speech) = (signing(), speech());
    let tampering = signing.form.tampering;
    let says = move || match tampering.get() {
        Tampering::None => String::new(),
        Tampering::Stripped => speech.text("sign-tampered-stripped"),
        Tampering::Confused => speech.text("sign-tampered-confused"),
    };
    let mend = button("", move || {
        signing.keep();
        tampering.set(Tampering::None);
    })
    .test("sign-untamper")
    .child(t("sign-untamper"));
    el("div", "sign-tampered")
        .test("sign-tampered")
        .hidden(move || tampering.get() == Tampering::None)
        .child(el("p", "").child(says))
        .child(mend)
}

/// What was signed, where that is not the payload as it was typed.
fn signed_payload() -> El {
    let signing = signing();
    let text = move || {
        let signed = signing.last_good.get();
        signed.and_then(|signed| signed.payload.clone())
    };
    let block = TextBlock {
        id: "sign-signed-payload",
        title: "sign-signed-payload",
        copy: "copy-payload",
        file: None,
    };
    text_block(block, move || text().unwrap_or_default()).hidden(move || text().is_none())
}

/// The key box as a verifier is given it: of one asymmetric key that signed, the public half.
/// `None` where the box is empty.
fn verifying_key(signed: &Signed) -> Option<String> {
    let given = signed.of.key.text.expose();
    if given.is_empty() {
        return None;
    }
    let header = parse(signed.of.header.clone().into_bytes());
    // Whoever opens a JWE needs the private half, and a confused reader the very characters.
    let is_whole = header.get("enc").is_some() || signed.of.tampering == Tampering::Confused;
    let key = signed.key.as_ref().filter(|_| !is_whole);
    let key = key.filter(|key| !key.public_jwk.is_empty());
    let Some(key) = key else {
        return Some(given.clone());
    };
    let mut public = key.public_jwk.clone();
    for (name, value) in [("kid", &key.kid), ("alg", &key.alg)] {
        if let Some(value) = value {
            public = set_member(&public, name, &quote(value)).unwrap_or(public);
        }
    }
    Some(public)
}
