//! Make a test token from a header, a payload and a key.

use crate::browser::address;
use crate::secret::Secret;
use crate::ui::components::copy_button::CopyButton;
use crate::ui::components::json_editor::JsonEditor;
use crate::ui::components::reading_switch::ReadingSwitch;
use crate::ui::components::text_area::TextArea;
use crate::ui::components::verdicts::no_answer;
use crate::ui::deep_link::Screen;
use crate::ui::session::session;
use crate::ui::signing::{State, signing};
use crate::ui::templates::Template;
use crate::ui::text::{speech, t};
use leptos::prelude::*;

/// See the module.
#[component]
pub fn Sign() -> impl IntoView {
    view! {
        <div class="sign">
            <div class="column-in"><Draft /></div>
            <div class="column-out"><Output /></div>
        </div>
    }
}

#[component]
fn Draft() -> impl IntoView {
    let (session, signing, speech) = (session(), signing(), speech());
    let option = move |template: Template| {
        let key = format!("template-{}", template.name());
        view! {
            <option value=template.name() prop:selected=move || signing.template.get() == template.name()>
                {move || speech.text(&key)}
            </option>
        }
    };
    let choose = move |event| {
        if let Some(template) = Template::from_name(&event_target_value(&event)) {
            signing.choose(template, session.clock.get_untracked());
        }
    };
    view! {
        <section class="panel sign-start">
            <div class="field">
                <label class="field-label" for="sign-template">{t("sign-template")}</label>
                <select class="select" id="sign-template" data-testid="sign-template" on:change=choose>
                    <option value="" prop:selected=move || signing.template.with(String::is_empty)>
                        {t("sign-template-none")}
                    </option>
                    {Template::ALL.map(option).into_iter().collect_view()}
                </select>
            </div>
            <p class="hint">{t("sign-template-hint")}</p>
        </section>
        <JsonEditor
            id="sign-header"
            says_id="sign-header-says"
            label="header-label"
            colour="header"
            rows=5
            text=signing.header
            set=move |text| signing.header.set(text)
        />
        <JsonEditor
            id="sign-payload"
            says_id="sign-payload-says"
            label="payload-label"
            colour="payload"
            rows=12
            text=signing.payload
            set=move |text| signing.payload.set(text)
        />
        <section class="panel key-box">
            <div class="panel-head">
                <label class="panel-title" for="sign-key">{t("sign-key-label")}</label>
                <ReadingSwitch id="sign-key-reading" reading=signing.reading />
            </div>
            <TextArea
                id="sign-key"
                label="sign-key-label"
                placeholder="sign-key-placeholder"
                rows=4
                value=Signal::derive(move || signing.key_text.with(|text| text.expose().clone()))
                set=move |text| signing.key_text.set(Secret::new(text))
            />
            <button
                class="button"
                type="button"
                hidden=move || session.key_text.with(|text| text.expose().is_empty())
                    || session.key_text.get() == signing.key_text.get()
                on:click=move |_| {
                    signing.key_text.set(session.key_text.get_untracked());
                    signing.reading.set(session.reading.get_untracked());
                }
            >
                {t("sign-key-from-inspect")}
            </button>
        </section>
    }
}

#[component]
fn Output() -> impl IntoView {
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
    let open = move |_| {
        session.set_paste(token());
        let key = signing.key_text.get_untracked();
        if !key.expose().is_empty() {
            session.set_key(key.expose().clone());
            session.reading.set(signing.reading.get_untracked());
        }
        address::go(Screen::Inspect.fragment());
    };
    let parts = move || {
        let token = token();
        let names = ["header", "payload", "signature"];
        let parts: Vec<String> = token.split('.').map(str::to_owned).collect();
        let last = parts.len().saturating_sub(1);
        let part = move |(index, text): (usize, String)| {
            let name = names.get(index).copied().unwrap_or("unknown");
            view! {
                <span class="part" data-part=name data-colour=name>{text}</span>
                {(index < last).then(|| view! { <span class="part-between">"."</span> })}
            }
        };
        parts.into_iter().enumerate().map(part).collect_view()
    };
    let state_name = move || match signing.state.get() {
        State::Empty | State::NoKey(_) => "waiting",
        State::Held => "held",
        State::Signing => "signing",
        State::Good => "good",
        State::Refused(_) | State::NoAnswer(_) => "error",
    };
    view! {
        <section class="panel sign-result" data-state=state_name>
            <div class="panel-head">
                <h2 class="panel-title">{t("sign-output")}</h2>
                <span hidden=move || !has_token()>
                    <CopyButton label="copy-token" text=move |()| token() />
                </span>
            </div>
            <p class="sign-status" role="status" data-outdated=move || is_outdated().then_some("true")>{status}</p>
            <button
                class="button button-primary"
                type="button"
                data-testid="sign-release"
                hidden=move || signing.state.get() != State::Held
                on:click=move |_| signing.held.set(false)
            >
                {t("sign-release")}
            </button>
            <p class="sign-error" data-testid="sign-error" role="alert" data-code=move || error().map(|(code, _)| code)>
                {move || error().map(|(_, text)| text)}
            </p>
            <label class="consent" hidden=move || !asks_consent()>
                <input
                    type="checkbox"
                    data-testid="sign-unsecured"
                    prop:checked=move || signing.unsecured.get()
                    on:change=move |event| signing.unsecured.set(event_target_checked(&event))
                />
                {t("sign-agree-unsecured")}
            </label>
            <div
                class="token-parts"
                data-testid="sign-output"
                role="group"
                aria-label=t("sign-output")
                tabindex="0"
                translate="no"
                data-outdated=move || is_outdated().then_some("true")
                hidden=move || !has_token()
            >
                {parts}
            </div>
            <ul class="notes">
                {move || signing.last_good.get().map(|signed| {
                    let note = |warning: &crate::diagnostic::Diagnostic| view! {
                        <li class="note" data-code=warning.code.to_string() data-severity=warning.severity.name()>
                            {speech.say(warning)}
                        </li>
                    };
                    signed.warnings.iter().map(note).collect_view()
                })}
            </ul>
            <button class="button" type="button" data-testid="sign-open" hidden=move || !has_token() on:click=open>
                {t("sign-open")}
            </button>
        </section>
    }
}
