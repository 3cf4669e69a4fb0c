//! The set that everybody may have: which keys, whether it is right, what a host must send with
//! it, and when an old key can go.
//! Spec: RFC 7517 §8.5.2 (media type), OpenID Connect Core 1.0 §10.1.1 (rotation).

use crate::browser::clock;
use crate::jose::key_spec::algs_for;
use crate::keys::making::Published;
use crate::ui::components::notes::note;
use crate::ui::components::text_area::{control, text_field};
use crate::ui::components::text_block::{TextBlock, select_field, text_block};
use crate::ui::dom::{El, button, el, is_checked, value_of};
use crate::ui::key_choice::KeyChoice;
use crate::ui::keyring::{ShelfKey, keyring};
use crate::ui::session::session;
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{speech, t};
use std::sync::Arc;

/// See the module.
pub fn publish() -> El {
    let keyring = keyring();
    let is_empty = move || {
        !keyring
            .shelf
            .with(|shelf| shelf.iter().any(|key| !key.public.is_empty()))
    };
    let max_age = RwSignal::new("3600".to_owned());
    let picks = el("div", "panel-half")
        .child(pick())
        .child(check())
        .child(rotate(max_age));
    let set = TextBlock {
        id: "publish-jwks",
        title: "publish-jwks",
        copy: "key-copy-jwks",
        file: Some(("jwks.json", "application/jwk-set+json")),
    };
    let published = keyring.published;
    let set = text_block(set, move || {
        published.with(|published: &Arc<Published>| published.jwks.clone())
    });
    let headers = TextBlock {
        id: "publish-headers",
        title: "publish-headers",
        copy: "publish-copy-headers",
        file: None,
    };
    let headers = text_block(headers, move || {
        let seconds = max_age.with(|text| text.trim().parse::<u32>().unwrap_or(3_600));
        format!(
            "Content-Type: application/jwk-set+json\nAccess-Control-Allow-Origin: *\nCache-Control: public, max-age={seconds}"
        )
    });
    let file = el("div", "panel-half")
        .child(set)
        .child(headers)
        .child(el("p", "hint").child(t("publish-host")));
    el("section", "panel keys-publish")
        .child(el("div", "panel-head").child(el("h2", "panel-title").child(t("publish-title"))))
        .child(
            el("p", "hint")
                .hidden(move || !is_empty())
                .child(t("publish-none")),
        )
        .child(
            el("div", "panel-split")
                .hidden(is_empty)
                .child(picks)
                .child(file),
        )
}

fn pick() -> El {
    let (keyring, speech) = (keyring(), speech());
    let row = move |key: &Arc<ShelfKey>| {
        let number = key.number;
        let check = el("input", "")
            .attr("type", "checkbox")
            .attr("checked", key.is_picked)
            .on("change", move |event| {
                let is_picked = is_checked(event);
                keyring.change(number, |key| key.is_picked = is_picked);
            });
        let label = el("label", "check")
            .child(check)
            .child(el("span", "shelf-name").child(key.name.as_str()))
            .child(el("span", "shelf-kind").child(speech.fact(&key.facts.label())));
        el("li", "").child(label)
    };
    let rows = move || {
        keyring.shelf.with(|shelf| {
            let public = shelf.iter().filter(|key| !key.public.is_empty());
            public.map(row).collect::<Vec<_>>()
        })
    };
    el("ul", "publish-picks").test("publish-picks").child(rows)
}

fn check() -> El {
    let (keyring, speech) = (keyring(), speech());
    let says = move || {
        keyring.published.with(|published| {
            let said = published.says.iter().map(|said| {
                let advice = speech.attribute(said, "advice");
                let advice = advice.map(|advice| (" ", el("span", "advice").child(advice)));
                note(said).test("publish-says").child(advice)
            });
            said.collect::<Vec<_>>()
        })
    };
    el("ul", "notes").attr("aria-live", "polite").child(says)
}

/// A successor is made and published beside the old key; what can be done when follows from how
/// long readers keep the set and how long tokens live.
fn rotate(max_age: RwSignal<String>) -> El {
    let (session, keyring, speech) = (session(), keyring(), speech());
    let lifetime = RwSignal::new("3600".to_owned());
    let since = RwSignal::new(None::<i64>);
    let plan_of = RwSignal::new(None::<(String, String)>);
    let chosen = RwSignal::new(None::<u32>);
    // What can be replaced: every picked pair, the latest first.
    let pairs = Memo::new(move |_| {
        keyring.shelf.with(|shelf| {
            let pairs = shelf
                .iter()
                .rev()
                .filter(|key| key.is_picked && key.is_pair());
            pairs.cloned().collect::<Vec<_>>()
        })
    });
    let old = move || {
        let number = chosen.get();
        pairs.with(|pairs| {
            let named = pairs.iter().find(|key| Some(key.number) == number);
            named.or(pairs.first()).cloned()
        })
    };
    let seconds = move |text: RwSignal<String>| text.with(|text| text.trim().parse::<u32>().ok());
    let act = move || {
        let Some(old) = old() else { return };
        let facts = &old.facts;
        let curve = facts.curve.as_deref();
        // Where the key does not say what it is for, an algorithm of its kind.
        let usual = || {
            algs_for(&facts.kty, curve)
                .first()
                .map(|alg| (*alg).to_owned())
        };
        let alg = facts.alg.clone().or_else(usual).unwrap_or_default();
        let wish = KeyChoice::like(&alg, facts.bits, curve).wish(clock::now());
        let name = old.name.clone();
        if let Some(wish) = wish {
            keyring.make_new(session, wish, move |new| {
                // The next successor is that of the same key, until another one is chosen.
                chosen.set(Some(old.number));
                plan_of.set(Some((name, new.name.clone())));
                since.set(Some(clock::now()));
            });
        }
    };
    let cannot = move || old().is_none();
    let plan = move || {
        let (since, age, life) = (since.get()?, seconds(max_age)?, seconds(lifetime)?);
        let sign_from = since.saturating_add(i64::from(age));
        let gone = sign_from.saturating_add(i64::from(life));
        let (old, new) = plan_of.get()?;
        let facts = [
            ("old", old.into()),
            ("new", new.into()),
            ("from", speech.moment(sign_from).into()),
            ("until", speech.moment(gone).into()),
        ];
        Some(speech.format("rotate-plan", &facts))
    };
    let field = |id: &'static str, text: RwSignal<String>| {
        text_field(control(id, id), text)
            .keyboard("numeric")
            .invalid(move || seconds(text).is_none())
            .done()
    };
    let option = move |key: &Arc<ShelfKey>| {
        let is_chosen = chosen.get_untracked() == Some(key.number);
        el("option", "")
            .attr("value", key.number.to_string())
            .attr("selected", is_chosen)
            .child(format!(
                "{} · {}",
                key.name,
                speech.fact(&key.facts.label())
            ))
    };
    let options = move || pairs.with(|pairs| pairs.iter().map(option).collect::<Vec<_>>());
    let select = el("select", "select")
        .id("rotate-key")
        .on("change", move |event| {
            chosen.set(value_of(event).parse().ok())
        })
        .child(options);
    let select = select_field("rotate-key", "rotate-key", select).hidden(cannot);
    let row = el("div", "field-row")
        .child(select)
        .child(field("publish-max-age", max_age))
        .child(field("rotate-lifetime", lifetime));
    let press = button("", act)
        .test("rotate")
        .attr("disabled", cannot)
        .child(t("rotate"));
    el("div", "keys-rotate")
        .child(el("h3", "text-block-title").child(t("rotate-title")))
        .child(el("p", "hint").child(t("rotate-hint")))
        .child(row)
        .child(el("div", "button-row").child(press))
        .child(
            el("p", "hint")
                .test("rotate-none")
                .hidden(move || !cannot())
                .child(t("rotate-none")),
        )
        .child(
            el("p", "note")
                .test("rotate-plan")
                .attr("role", "status")
                .hidden(move || plan().is_none())
                .child(plan),
        )
}
