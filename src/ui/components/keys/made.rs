//! The key that was made last. Its three texts are empty from the click until the new key is
//! there, so that nobody takes an old one for it.

use crate::browser::address;
use crate::ui::components::notes::note;
use crate::ui::components::text_block::{TextBlock, text_block};
use crate::ui::deep_link::Screen;
use crate::ui::dom::{El, button, el};
use crate::ui::keyring::keyring;
use crate::ui::signing::signing;
use crate::ui::text::{speech, t};

/// See the module.
pub fn made() -> El {
    let (keyring, signing, speech) = (keyring(), signing(), speech());
    let made = keyring.made;
    let private = move || made.with(|made| made.as_ref().map(|made| made.private.expose().clone()));
    let jwks = move || made.with(|made| made.as_ref().map(|made| made.jwks.clone()));
    let public = move || {
        made.with(|made| {
            made.as_ref().map(|made| match made.public.is_empty() {
                true => speech.text("key-no-public-half"),
                false => made.public.clone(),
            })
        })
    };
    let text = move || {
        made.with(|made| {
            let text = made.as_ref().and_then(|made| made.text.as_ref());
            text.map(|text| text.expose().clone())
        })
    };
    let notes = move || {
        made.with(|made| {
            let Some(made) = made.as_ref() else {
                return vec![el("li", "hint").child(speech.text("key-made-none"))];
            };
            let label = made.facts.label();
            let mut lines =
                vec![el("li", "note").child(speech.format("key-made", &[("key", label)]))];
            if let Some(bits) = made.entropy {
                let facts = [("count", u64::from(bits).into())];
                lines.push(el("li", "note").child(speech.format("key-entropy", &facts)));
            }
            lines.extend(made.warnings.iter().map(note));
            lines
        })
    };
    let block = |id, title, copy, file| TextBlock {
        id,
        title,
        copy,
        file,
    };
    let jwk = "application/jwk+json";
    let text_form = text_block(
        block("key-text", "key-text", "key-copy-text", None),
        move || text().unwrap_or_default(),
    )
    .hidden(move || text().is_none());
    let private_form = text_block(
        block(
            "key-private",
            "key-private",
            "key-copy-private",
            Some(("key.jwk.json", jwk)),
        ),
        move || private().unwrap_or_default(),
    );
    let public_form = text_block(
        block(
            "key-public",
            "key-public",
            "key-copy-public",
            Some(("key.public.jwk.json", jwk)),
        ),
        move || public().unwrap_or_default(),
    );
    let set = text_block(
        block(
            "key-jwks",
            "key-jwks",
            "key-copy-jwks",
            Some(("jwks.json", "application/jwk-set+json")),
        ),
        move || jwks().unwrap_or_default(),
    );
    let sign_with = button("", move || {
        if let Some(made) = made.get_untracked() {
            signing.take_key(made.private.clone(), &made.facts);
            address::go(Screen::Sign.fragment());
        }
    });
    let convert = button("", move || {
        if let Some(made) = made.get_untracked() {
            keyring.convert_text.set(made.private.clone());
            crate::browser::page::focus("convert-input");
        }
    });
    let next = el("div", "button-row")
        .hidden(move || made.with(Option::is_none))
        .child(sign_with.test("key-sign-with").child(t("key-sign-with")))
        .child(convert.test("key-convert").child(t("key-convert")));
    el("section", "panel keys-made")
        .child(el("div", "panel-head").child(el("h2", "panel-title").child(t("key-made-title"))))
        .child(el("ul", "notes").attr("aria-live", "polite").child(notes))
        .child(text_form)
        .child(private_form)
        .child(el("div", "keys-halves").child(public_form).child(set))
        .child(next)
}
