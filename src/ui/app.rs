//! The page as a whole: its state, its screens, and what it does when nothing has the focus.

use super::components::attack::attack;
use super::components::broken::broken;
use super::components::footer::footer;
use super::components::header_bar::header_bar;
use super::components::language;
use super::components::lesson::lesson;
use super::components::own_task::own_task;
use super::components::presenter::presenter;
use super::deep_link::{self, Fragment, Screen};
use super::dom::{Content, El, el};
use super::exercise_set;
use super::keyring::{self, Keyring};
use super::learning::{self, Learning};
use super::lore::{self, Lore};
use super::presenting::Presenting;
use super::rehearsal::rehearse;
use super::screens::inspect::inspect;
use super::screens::keys::keys;
use super::screens::learn::learn;
use super::screens::self_test::self_test;
use super::screens::sign::sign;
use super::session::{self, Session};
use super::signing::{self, Signing};
use super::soon::{self, once};
use super::text::{Speech, speech, t};
use crate::browser::bridge::Bridge;
use crate::browser::page::Preference;
use crate::browser::{address, fault, leaving, page, requests};
use crate::ui::state::effect;
use gloo::events::EventListener;
use leptos::prelude::provide_context;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element};

/// See the module. `fragment` is what the address said before the first paint.
pub fn app(fragment: Fragment) -> impl Content {
    let speech = Speech::new();
    provide_context(speech);
    soon::watch();
    effect(move || {
        fault::speak(fault::Words {
            title: speech.text("fault-title"),
            text: speech.text("fault-text"),
            again: speech.text("fault-again"),
        });
    });
    language::begin(speech);
    provide_context(Lore::empty());
    let session = Session::new(Bridge::new());
    provide_context(session);
    let signing = Signing::new();
    provide_context(signing);
    session::answers(session);
    session::checks(session);
    session::reasons(session);
    session::follow(session);
    provide_context(Keyring::new());
    let learning = Learning::new(session, signing);
    provide_context(learning);
    let presenting = Presenting::off();
    provide_context(presenting);
    // No first decode waits for what explains it and for the other screens.
    soon::later(follow_up);

    let open = move |fragment: Fragment| match fragment {
        Fragment::Screen(screen) => session.screen.set(screen),
        Fragment::Link(link) => session.open_link(link),
        Fragment::Set(set) => {
            if learning.sets.is_open() {
                learning.close_task(session, signing);
            }
            learning.sets.open(&set);
            session.screen.set(Screen::Learn);
        }
    };
    open(fragment);
    address::on_change(move || open(take_fragment()));
    requests::watch(move |url| session.requests.update(|requests| requests.push(url)));
    paste_anywhere(session);
    effect(move || {
        let screen = speech.text(session.screen.get().word());
        page::set_title(&format!("{screen} · {}", speech.text("brand")));
    });

    // The code and the words of all screens but the first come later, the words of Learn after
    // them; a screen without them would move once they are there.
    let is_whole = soon::whole();
    let has_words = move || session.screen.get() == Screen::Inspect || is_whole();
    let shown = move |screen: Screen, make: fn() -> El| {
        el("div", "")
            .hidden(move || session.screen.get() != screen)
            .child(once(
                move || session.screen.get() == screen && has_words(),
                make,
            ))
    };
    // What stands below would move too, so it stands where nobody sees it yet; below the
    // self-test, whose vectors come last, it stays there.
    let waits = move || match session.screen.get() {
        Screen::Learn => !has_words() || !speech.has_lessons(),
        Screen::SelfTest => true,
        Screen::Inspect | Screen::Sign | Screen::Keys => !has_words(),
    };
    let title = el("h1", "offscreen").child(move || speech.text(session.screen.get().word()));
    let main = el("main", "main")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .attr("data-waits", move || waits().then_some("true"))
        .child(title)
        .child(shown(Screen::Inspect, inspect))
        .child(shown(Screen::Sign, sign))
        .child(shown(Screen::Keys, keys))
        .child(shown(Screen::Learn, learn))
        .child(shown(Screen::SelfTest, self_test))
        .child(once(move || learning.is_open(), lesson))
        .child(once(move || learning.attacks.is_open(), attack))
        .child(once(move || learning.gallery.is_open(), broken))
        .child(once(move || learning.sets.is_open(), own_task))
        .child(once(move || presenting.is_on.get(), presenter));
    let skip_link = el("a", "skip")
        .attr("href", "#main")
        .on("click", skip)
        .child(t("skip"));
    // The browser would paint another theme until the switch for it is there.
    page::set_theme(&page::remembered(Preference::Theme).unwrap_or_default());
    let footer = soon::soon(footer);
    let header = soon::in_place_of(".header-bar", header_bar);
    (skip_link, header, (main, footer))
}

fn follow_up() {
    let (session, signing, speech) = (session::session(), signing::signing(), speech());
    leaving::forget_when_left();
    lore::follow(speech, lore::lore());
    signing::answers(session, signing);
    keyring::answers(session, keyring::keyring());
    learning::follow(session, speech, learning::learning());
    rehearse();
}

/// Reads the address. A deep link is read once and removed at once, so that no token stays in the
/// address or the history; the screen that shows it takes its place. An exercise set without
/// tokens stays, for it is not stored anywhere else.
pub fn take_fragment() -> Fragment {
    let text = address::fragment();
    let fragment = deep_link::read(&text);
    let screen = match fragment {
        Fragment::Screen(screen) => screen,
        Fragment::Link(_) => Screen::Inspect,
        Fragment::Set(ref set) if exercise_set::may_stay(set) => return fragment,
        Fragment::Set(_) => Screen::Learn,
    };
    if text != screen.fragment() {
        address::replace(screen.fragment());
    }
    fragment
}

/// The address names a screen, so the skip link moves the focus itself.
fn skip(event: &web_sys::Event) {
    event.prevent_default();
    page::focus("main");
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
