//! Which key to make, what its JWK says of itself, and the button.

use crate::jose::algorithms::Curve;
use crate::keys::making::{Purpose, SecretForm};
use crate::ui::components::check_box::check_box;
use crate::ui::components::text_area::{control, text_field};
use crate::ui::components::text_block::select_field;
use crate::ui::components::verdicts::no_answer;
use crate::ui::dom::{El, button, el, value_of};
use crate::ui::key_choice::{KeyChoice, NamingChoice, groups};
use crate::ui::keyring::{Making, keyring};
use crate::ui::session::session;
use crate::ui::state::{RwSignal, effect};
use crate::ui::text::{speech, t};

const SECRETS: [(SecretForm, &str, &str); 3] = [
    (SecretForm::Bytes, "bytes", "key-secret-bytes"),
    (SecretForm::Text, "text", "key-secret-text"),
    (SecretForm::Words, "words", "key-secret-words"),
];

const PURPOSES: [(Purpose, &str, &str); 3] = [
    (Purpose::Use, "use", "key-purpose-use"),
    (Purpose::Operations, "key_ops", "key-purpose-operations"),
    (Purpose::Unsaid, "none", "key-purpose-unsaid"),
];

const NAMINGS: [(NamingChoice, &str, &str); 4] = [
    (NamingChoice::Thumbprint, "thumbprint", "key-kid-thumbprint"),
    (NamingChoice::Time, "time", "key-kid-time"),
    (NamingChoice::Own, "own", "key-kid-own"),
    (NamingChoice::Unnamed, "none", "key-kid-none"),
];

/// See the module.
pub fn make() -> El {
    let (session, keyring) = (session(), keyring());
    let generate = button("button-primary", move || keyring.make(session))
        .test("key-generate")
        .attr("disabled", move || {
            keyring.choice.with(KeyChoice::lacks_name)
        })
        .child(t("key-generate"));
    let cancel = button("", move || keyring.cancel(session))
        .test("key-cancel")
        .hidden(move || !keyring.is_making())
        .child(t("cancel"));
    let act = el("div", "keys-act")
        .child(generate)
        .child(cancel)
        .child(progress());
    el("section", "panel keys-make")
        .child(el("div", "panel-head").child(el("h2", "panel-title").child(t("key-make-title"))))
        .child(el("div", "field-row").child([algorithm(), size(), curve(), secret()]))
        .child(says_of_itself())
        .child(act)
        .child(trouble())
}

fn algorithm() -> El {
    let keyring = keyring();
    let option = |name: &'static str| el("option", "").attr("value", name).child(name);
    let group = move |(label, names): (&'static str, Vec<&'static str>)| {
        el("optgroup", "")
            .attr("label", t(label))
            .child(names.into_iter().map(option).collect::<Vec<_>>())
    };
    let select = el("select", "select")
        .id("key-spec")
        .on("change", move |event| {
            let alg = value_of(event);
            keyring.choice.update(|choice| choice.set_alg(&alg));
        })
        .child(groups().into_iter().map(group).collect::<Vec<_>>())
        .prop("value", move || {
            keyring.choice.with(|choice| choice.alg.clone())
        });
    select_field("key-spec", "key-spec", select)
}

fn size() -> El {
    let (keyring, speech) = (keyring(), speech());
    let sizes = crate::ui::state::Memo::new(move |_| keyring.choice.with(|choice| choice.sizes()));
    let options = move || {
        let option = |bits: &u32| {
            let facts = [("count", u64::from(*bits).into())];
            let chosen = keyring.choice.with_untracked(|choice| choice.size == *bits);
            el("option", "")
                .attr("value", bits.to_string())
                .attr("selected", chosen)
                .child(speech.format("key-bits", &facts))
        };
        sizes.with(|sizes| sizes.iter().map(option).collect::<Vec<_>>())
    };
    let select = el("select", "select")
        .id("key-size")
        .on("change", move |event| {
            if let Ok(bits) = value_of(event).parse() {
                keyring.choice.update(|choice| choice.size = bits);
            }
        })
        .child(options);
    select_field("key-size", "key-size", select).hidden(move || sizes.with(Vec::len) < 2)
}

fn curve() -> El {
    let keyring = keyring();
    let curves = crate::ui::state::Memo::new(move |_| {
        keyring.choice.with(|choice| {
            let names = choice.curves().into_iter();
            names
                .map(|curve| curve.name().to_owned())
                .collect::<Vec<_>>()
        })
    });
    let options = move || {
        let option = |name: &String| {
            el("option", "")
                .attr("value", name.as_str())
                .child(name.as_str())
        };
        curves.with(|names| names.iter().map(option).collect::<Vec<_>>())
    };
    let select = el("select", "select")
        .id("key-curve")
        .on("change", move |event| {
            if let Some(curve) = Curve::from_name(&value_of(event)) {
                keyring.choice.update(|choice| choice.curve = curve);
            }
        })
        .child(options);
    select_field("key-curve", "key-curve", select).hidden(move || curves.with(Vec::len) < 2)
}

fn secret() -> El {
    let keyring = keyring();
    let option = |(_, value, label): (SecretForm, &'static str, &'static str)| {
        el("option", "").attr("value", value).child(t(label))
    };
    let select = el("select", "select")
        .id("key-secret-form")
        .on("change", move |event| {
            let value = value_of(event);
            if let Some((form, ..)) = SECRETS.iter().find(|(_, name, _)| *name == value) {
                keyring.choice.update(|choice| choice.secret = *form);
            }
        })
        .child(SECRETS.map(option))
        .prop("value", move || {
            let form = keyring.choice.with(|choice| choice.secret);
            let row = SECRETS.iter().find(|(one, ..)| *one == form);
            row.map_or("bytes", |(_, value, _)| value)
        });
    select_field("key-secret-form", "key-secret-form", select)
        .hidden(move || !keyring.choice.with(|choice| choice.may_be_text()))
}

fn says_of_itself() -> El {
    let keyring = keyring();
    let option = |value: &'static str, label: &'static str| {
        el("option", "").attr("value", value).child(t(label))
    };
    let naming = el("select", "select")
        .id("key-kid")
        .on("change", move |event| {
            let value = value_of(event);
            if let Some((naming, ..)) = NAMINGS.iter().find(|(_, name, _)| *name == value) {
                keyring.choice.update(|choice| choice.naming = *naming);
            }
        })
        .child(NAMINGS.map(|(_, value, label)| option(value, label)));
    let own = RwSignal::new(String::new());
    effect(move || {
        let name = own.get();
        if keyring
            .choice
            .with_untracked(|choice| choice.own_name != name)
        {
            keyring.choice.update(|choice| choice.own_name = name);
        }
    });
    let own = text_field(control("key-kid-name", "key-kid-name"), own)
        .invalid(move || keyring.choice.with(KeyChoice::lacks_name))
        .done()
        .hidden(move || {
            keyring
                .choice
                .with(|choice| choice.naming != NamingChoice::Own)
        });
    let purpose = el("select", "select")
        .id("key-purpose")
        .on("change", move |event| {
            let value = value_of(event);
            if let Some((purpose, ..)) = PURPOSES.iter().find(|(_, name, _)| *name == value) {
                keyring.choice.update(|choice| choice.purpose = *purpose);
            }
        })
        .child(PURPOSES.map(|(_, value, label)| option(value, label)));
    let names_alg = check_box(
        "key-names-alg",
        "key-names-alg",
        move || keyring.choice.with(|choice| choice.names_alg),
        move |is_on| keyring.choice.update(|choice| choice.names_alg = is_on),
    );
    el("div", "field-row")
        .child(select_field("key-kid", "key-kid-label", naming))
        .child(own)
        .child(select_field("key-purpose", "key-purpose", purpose))
        .child(names_alg)
}

fn progress() -> El {
    let (session, keyring, speech) = (session(), keyring(), speech());
    let says = move || match keyring.making.get() {
        Making::Running(since) => {
            let seconds = session.now.get().saturating_sub(since).max(0);
            let key = match keyring.choice.with(|choice| choice.is_rsa()) {
                true => "key-making-rsa",
                false => "key-making",
            };
            speech.format(key, &[("time", crate::diagnostic::Fact::Seconds(seconds))])
        }
        Making::Cancelled => speech.text("key-cancelled"),
        _ => String::new(),
    };
    let bar = el("progress", "keys-progress")
        .attr("aria-label", t("key-progress"))
        .hidden(move || !keyring.is_making());
    el("div", "keys-progress-row")
        .child(bar)
        .child(el("span", "hint").attr("role", "status").child(says))
}

fn trouble() -> El {
    let (keyring, speech) = (keyring(), speech());
    let says = move || match keyring.making.get() {
        Making::Refused(why) => Some(speech.say(&why)),
        Making::NoAnswer(failure) => Some(no_answer(&failure, speech)),
        _ => None,
    };
    el("p", "sign-error keys-trouble")
        .attr("role", "alert")
        .child(says)
}
