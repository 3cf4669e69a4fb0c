//! What would make the draft fit: `alg` after the key, a key after `alg`, and other changes that
//! are certain. Nothing changes before a press.

use crate::browser::{clock, page};
use crate::diagnostic::{Diagnostic, Fact};
use crate::json::{quote, set_member};
use crate::secret::Secret;
use crate::span::Part;
use crate::ui::dom::{El, button, el};
use crate::ui::key_choice::KeyChoice;
use crate::ui::keyring::keyring;
use crate::ui::session::session;
use crate::ui::signing::{State, signing};
use crate::ui::state::RwSignal;
use crate::ui::text::speech;

/// See the module.
pub fn fixes() -> El {
    let signing = signing();
    let buttons = move || match signing.state.get() {
        State::Refused(why) | State::NoKey(why) => offers(&why),
        _ => Vec::new(),
    };
    el("div", "button-row").test("sign-fixes").child(buttons)
}

/// What would let another signer sign: its header has no other editor than its own.
fn of_signer(number: usize, code: &str, alg: Option<String>) -> Vec<El> {
    let input = signing().form.signers.into_iter();
    let input = input.zip(2_usize..).find(|(_, own)| *own == number);
    let lacks_key = matches!(
        code,
        "sign-key-type" | "sign-key-missing" | "sign-key-public"
    );
    let made = input.zip(alg).filter(|_| lacks_key);
    let made = made.and_then(|((input, _), alg)| make_key(&alg, input.key));
    made.into_iter().collect()
}

fn offers(why: &Diagnostic) -> Vec<El> {
    let mut found = Vec::new();
    let text = |name: &str| match why.fact(name) {
        Some(Fact::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let of_outer = text("place").is_some();
    let signer = match why.fact("signer") {
        Some(Fact::Count(number)) => usize::try_from(*number).ok(),
        _ => None,
    };
    if let Some(number) = signer {
        return of_signer(number, &why.code, text("alg"));
    }
    match &*why.code {
        // The header of the outer JWE has no other editor than its own.
        code if of_outer && code != "sign-jwe-key-missing" => {}
        "sign-key-type" => {
            if let Some(Fact::List(algs)) = why.fact("algs")
                && let Some(Fact::Text(alg)) = algs.first()
            {
                found.push(set_alg(alg));
            }
            found.extend(text("alg").and_then(|alg| make_key(&alg, signing().key_text)));
        }
        "sign-key-missing" | "sign-key-public" | "sign-jwe-key-missing" => {
            // What keeps the outer JWE from being made is mended there.
            let form = signing().form;
            let target = if of_outer {
                form.outer_key
            } else {
                signing().key_text
            };
            found.extend(text("alg").and_then(|alg| make_key(&alg, target)));
        }
        "sign-alg-case" => found.extend(text("meant").map(|alg| set_alg(&alg))),
        "sign-alg-missing" | "sign-alg-unknown" => found.push(set_alg("HS256")),
        "sign-b64-not-critical" => {
            found.push(change("sign-fix-crit", "crit", "[\"b64\"]", "[\"b64\"]"));
        }
        _ => {}
    }
    found.extend(show(why));
    found
}

fn set_alg(alg: &str) -> El {
    change("sign-fix-alg", "alg", &quote(alg), alg)
}

/// Sets a Header Parameter.
fn change(id: &'static str, name: &'static str, value: &str, shown: &str) -> El {
    let (signing, speech) = (signing(), speech());
    let value = value.to_owned();
    let press = move || {
        let header = signing.header.get_untracked();
        if let Some(changed) = set_member(&header, name, &value) {
            signing.header.set(changed);
        }
    };
    let facts = [("name", name.into()), ("value", shown.into())];
    button("", press)
        .test(id)
        .child(speech.format("sign-fix-set", &facts))
}

fn make_key(alg: &str, target: RwSignal<Secret<String>>) -> Option<El> {
    let (session, keyring, speech) = (session(), keyring(), speech());
    let choice = KeyChoice::of(alg);
    choice.spec()?;
    let press = move || {
        if let Some(wish) = choice.wish(clock::now()) {
            keyring.make_new(session, wish, move |key| target.set(key.jwk.clone()));
        }
    };
    let facts = [("alg", alg.into())];
    let label = speech.format("sign-fix-key", &facts);
    Some(button("", press).test("sign-fix-key").child(label))
}

/// Marks the place in its editor.
fn show(why: &Diagnostic) -> Option<El> {
    let (signing, speech) = (signing(), speech());
    let span = why.span?;
    let (id, text) = match span.part {
        Some(Part::Header) => ("sign-header", signing.header),
        Some(Part::Payload) => ("sign-payload", signing.payload),
        _ => return None,
    };
    let press = move || {
        let units = text.with_untracked(|text| {
            let until = |end: usize| {
                let before = text.get(..end.min(text.len())).unwrap_or(text);
                u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
            };
            (until(span.start), until(span.end))
        });
        page::mark(id, units);
    };
    Some(
        button("", press)
            .test("sign-show")
            .child(speech.text("sign-show")),
    )
}
