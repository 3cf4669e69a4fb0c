//! The page as a whole: its state, its screens, and what it does when nothing has the focus.

use super::components::footer::Footer;
use super::components::header_bar::HeaderBar;
use super::deep_link::{self, Fragment, Screen};
use super::lore::Lore;
use super::screens::inspect::Inspect;
use super::screens::sign::Sign;
use super::session::{self, Session};
use super::signing::{self, Signing};
use super::text::{Speech, t};
use crate::browser::bridge::Bridge;
use crate::browser::{address, page, requests};
use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element};

/// See the module. `fragment` is what the address said before the first paint.
#[component]
pub fn App(
    /// What the address said.
    fragment: Fragment,
) -> impl IntoView {
    let speech = Speech::new();
    provide_context(speech);
    provide_context(Lore::new(speech));
    let session = Session::new(Bridge::new());
    provide_context(session);
    let signing = Signing::new();
    provide_context(signing);
    session::answers(session);
    session::reasons(session);
    session::follow(session);
    signing::answers(session, signing);

    let open = move |fragment: Fragment| match fragment {
        Fragment::Screen(screen) => session.screen.set(screen),
        Fragment::Link(link) => session.open_link(link),
    };
    open(fragment);
    address::on_change(move || open(take_fragment()));
    requests::watch(move |url| session.requests.update(|requests| requests.push(url)));
    paste_anywhere(session);
    Effect::new(move |_| {
        let screen = speech.text(session.screen.get().word());
        page::set_title(&format!("{screen} · {}", speech.text("brand")));
    });

    let is = move |screen: Screen| move || session.screen.get() != screen;
    view! {
        <a class="skip" href="#main" on:click=skip>{t("skip")}</a>
        <HeaderBar />
        <main class="main" id="main" tabindex="-1">
            <h1 class="offscreen">{move || speech.text(session.screen.get().word())}</h1>
            <div hidden=is(Screen::Inspect)><Inspect /></div>
            <div hidden=is(Screen::Sign)><Sign /></div>
        </main>
        <Footer />
    }
}

/// Reads the address. A deep link is read once and removed at once, so that no token stays in the
/// address or the history; the screen that shows it takes its place.
pub fn take_fragment() -> Fragment {
    let text = address::fragment();
    let fragment = deep_link::read(&text);
    let screen = match fragment {
        Fragment::Screen(screen) => screen,
        Fragment::Link(_) => Screen::Inspect,
    };
    if text != screen.fragment() {
        address::replace(screen.fragment());
    }
    fragment
}

/// The address names a screen, so the skip link moves the focus itself.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    let main = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("main"));
    if let Some(main) = main.and_then(|main| main.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = main.focus();
    }
}

/// A paste while no field has the focus goes into the token field.
fn paste_anywhere(session: Session) {
    let Some(window) = web_sys::window() else {
        return;
    };
    EventListener::new(&window, "paste", move |event| {
        if session.screen.get_untracked() != Screen::Inspect || event.default_prevented() {
            return;
        }
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let in_field = target.is_some_and(|element| {
            element
                .closest("input, textarea, select, [contenteditable]")
                .is_ok_and(|field| field.is_some())
        });
        let text = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(|event| event.clipboard_data())
            .and_then(|data| data.get_data("text").ok());
        if let Some(text) = text.filter(|text| !in_field && !text.is_empty()) {
            session.set_paste(text);
        }
    })
    .forget();
}
