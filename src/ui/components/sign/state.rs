//! What became of the draft, in words; and the bar that says so at the bottom of a phone, where the
//! token itself stands far below what is typed.

use crate::browser::page;
use crate::diagnostic::Diagnostic;
use crate::ui::components::verdicts::no_answer;
use crate::ui::dom::{El, button, el};
use crate::ui::said_at::{Place, place_of};
use crate::ui::signing::{Signing, State, signing};
use crate::ui::text::{Speech, speech, t};

/// The state as one word for tests and styles.
pub fn name(signing: Signing) -> &'static str {
    match signing.state.get() {
        State::Empty | State::NoKey(_) => "waiting",
        State::Held => "held",
        State::Signing => "signing",
        State::Good => "good",
        State::Refused(_) | State::NoAnswer(_) => "error",
    }
}

/// Whether the last good token is not that of the draft as it is now.
pub fn is_outdated(signing: Signing) -> bool {
    let has_token = signing.last_good.with(Option::is_some);
    has_token && !matches!(signing.state.get(), State::Good | State::Signing)
}

/// The state as a sentence.
pub fn status(signing: Signing, speech: Speech) -> String {
    let has_token = || signing.last_good.with(Option::is_some);
    speech.text(match signing.state.get() {
        State::Held => "sign-state-held",
        State::Signing => "sign-state-signing",
        State::Good => "sign-state-good",
        _ if has_token() => "sign-state-outdated",
        State::Empty => "sign-state-empty",
        State::NoKey(_) => "sign-state-no-key",
        State::Refused(_) | State::NoAnswer(_) => "sign-state-none",
    })
}

/// Why there is no token: a code, and a sentence.
pub fn trouble(signing: Signing, speech: Speech) -> Option<(String, String)> {
    match signing.state.get() {
        State::Refused(why) | State::NoKey(why) => {
            let advice = speech.attribute(&why, "advice");
            let advice = advice
                .map(|advice| format!(" {advice}"))
                .unwrap_or_default();
            let said = of_place(&why, speech.say(&why) + &advice, speech);
            Some((why.code.to_string(), said))
        }
        State::NoAnswer(failure) => Some(("no-answer".to_owned(), no_answer(&failure, speech))),
        _ => None,
    }
}

/// `text`, with what it is about in front, where that is not the draft's own header and key.
pub fn of_place(why: &Diagnostic, text: String, speech: Speech) -> String {
    let facts = |text: String| [("why", text.into())];
    match place_of(why) {
        Place::Signer(number) => {
            let facts = [("number", number.into()), ("why", text.into())];
            speech.format("sign-signer-says", &facts)
        }
        Place::Outer if why.fact("place").is_some() => {
            speech.format("sign-outer-says", &facts(text))
        }
        Place::Holder if why.fact("place").is_some() => {
            speech.format("sign-holder-says", &facts(text))
        }
        Place::Unprotected if why.fact("place").is_some() => {
            speech.format("sign-unprotected-says", &facts(text))
        }
        _ => text,
    }
}

/// The bar. It stands at the bottom of the window for as long as the draft reaches below it, and
/// so never over the token.
pub fn bar() -> El {
    let (signing, speech) = (signing(), speech());
    let says = move || match trouble(signing, speech) {
        Some((_, why)) => why,
        None => status(signing, speech),
    };
    let go = button("button-small", || page::focus("sign-result"))
        .test("sign-to-token")
        .child(t("sign-to-token"));
    el("div", "sign-bar")
        .test("sign-bar")
        .attr("data-state", move || name(signing))
        .attr("data-outdated", move || {
            is_outdated(signing).then_some("true")
        })
        .child(el("p", "sign-bar-says").child(says))
        .child(go)
}
