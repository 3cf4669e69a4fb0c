//! What would make the draft fit: `alg` and `kid` after the key, a key after `alg`, and other
//! changes that are certain. Nothing changes before a press, and what a press changes can be put
//! back.

use crate::browser::{clock, page};
use crate::diagnostic::{Diagnostic, Fact};
use crate::json::{parse, quote, set_member};
use crate::secret::Secret;
use crate::span::Part;
use crate::ui::dom::{El, button, el};
use crate::ui::key_choice::KeyChoice;
use crate::ui::keyring::keyring;
use crate::ui::said_at::{Place, place_of};
use crate::ui::session::session;
use crate::ui::signing::{Signing, follow_key, signing};
use crate::ui::state::RwSignal;
use crate::ui::text::speech;

/// See the module.
pub fn fixes() -> El {
    let signing = signing();
    let buttons = move || {
        let said = signing.said();
        said.iter().flat_map(offers).collect::<Vec<_>>()
    };
    el("div", "button-row").test("sign-fixes").child(buttons)
}

/// The header and the key that something was said of.
#[derive(Clone, Copy)]
struct Target {
    header: RwSignal<String>,
    key: RwSignal<Secret<String>>,
    /// Whether they are the draft's own.
    is_own: bool,
}

fn target(signing: Signing, place: Place) -> Option<Target> {
    let form = signing.form;
    let (header, key) = match place {
        Place::Signer(number) => {
            let input = number.checked_sub(2).and_then(|at| form.signers.get(at))?;
            (input.header, input.key)
        }
        Place::Outer => (form.outer_header, form.outer_key),
        Place::Unprotected => (form.unprotected, signing.key_text),
        // The header of the Key Binding JWT is made.
        Place::Holder => return None,
        _ => (signing.header, signing.key_text),
    };
    let is_own = !matches!(place, Place::Signer(_) | Place::Outer | Place::Unprotected);
    Some(Target {
        header,
        key,
        is_own,
    })
}

fn offers(why: &Diagnostic) -> Vec<El> {
    let signing = signing();
    let place = place_of(why);
    let mut found = Vec::new();
    if why.code == "sign-binding-key" {
        let holder = Target {
            header: RwSignal::new(String::new()),
            key: signing.form.holder,
            is_own: false,
        };
        found.extend(make_key("ES256", holder));
        return found;
    }
    let Some(target) = target(signing, place) else {
        return found;
    };
    let text = |name: &str| match why.fact(name) {
        Some(Fact::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let first = |name: &str| match why.fact(name) {
        Some(Fact::List(list)) => list.iter().find_map(|one| match one {
            Fact::Text(text) => Some(text.clone()),
            _ => None,
        }),
        _ => None,
    };
    let set = |id, name, value: &str| change(target, id, name, &quote(value), value);
    let alg = text("alg").or_else(|| {
        let header = parse(target.header.get_untracked().into_bytes());
        Some(header.get("alg")?.text()?.into_owned())
    });
    let key = || alg.as_deref().and_then(|alg| make_key(alg, target));
    match &*why.code {
        "sign-key-type" => {
            found.extend(first("algs").map(|alg| set("sign-fix-alg", "alg", &alg)));
            found.extend(key());
        }
        "sign-key-missing"
        | "sign-key-public"
        | "sign-jwe-key-missing"
        | "sign-key-use"
        | "sign-key-ops"
        | "jwe-fault-length"
        | "decrypt-needs-rsa"
        | "decrypt-needs-secret"
        | "decrypt-needs-agreement" => found.extend(key()),
        "sign-key-alg" => {
            found.extend(text("found").map(|alg| set("sign-fix-alg", "alg", &alg)));
            found.extend(key());
        }
        "sign-kid-differs" => {
            found.extend(text("own").map(|kid| set("sign-fix-kid", "kid", &kid)));
        }
        "sign-kid-absent" | "decrypt-kid-absent" => {
            found.extend(first("kids").map(|kid| set("sign-fix-kid", "kid", &kid)));
        }
        "sign-alg-case" => found.extend(text("meant").map(|alg| set("sign-fix-alg", "alg", &alg))),
        "sign-alg-missing" | "sign-alg-unknown" => {
            let alg = first("algs").unwrap_or_else(|| "HS256".to_owned());
            found.push(set("sign-fix-alg", "alg", &alg));
        }
        "decrypt-alg-unknown" => found.push(set("sign-fix-alg", "alg", "RSA-OAEP-256")),
        "sign-alg-encrypts" | "decrypt-enc-missing" | "decrypt-enc-unknown" => {
            found.push(set("sign-fix-enc", "enc", "A256GCM"));
        }
        "sign-outer-no-cty" => found.push(set("sign-fix-cty", "cty", "JWT")),
        "sign-b64-not-critical" => {
            let names = "[\"b64\"]";
            found.push(change(target, "sign-fix-crit", "crit", names, names));
        }
        "sign-header-private-key" => {
            found.extend(text("public").map(|public| without_private(target, public)));
        }
        "sign-sd-jwt-nothing-there" | "sign-sd-jwt-always-there" => {
            found.extend(text("pointer").map(untick));
        }
        _ => {}
    }
    found.extend(show(why));
    found
}

/// Sets a Header Parameter.
fn change(target: Target, id: &'static str, name: &'static str, value: &str, shown: &str) -> El {
    let (signing, speech) = (signing(), speech());
    let value = value.to_owned();
    let press = move || {
        let header = target.header.get_untracked();
        if let Some(changed) = set_member(&header, name, &value) {
            signing.keep();
            target.header.set(changed);
        }
    };
    let facts = [("name", name.into()), ("value", shown.into())];
    button("", press)
        .test(id)
        .child(speech.format("sign-fix-set", &facts))
}

/// Leaves the private half of the header's key out.
fn without_private(target: Target, public: String) -> El {
    let (signing, speech) = (signing(), speech());
    let press = move || {
        let header = target.header.get_untracked();
        if let Some(changed) = set_member(&header, "jwk", &public) {
            signing.keep();
            target.header.set(changed);
        }
    };
    button("", press)
        .test("sign-fix-private")
        .child(speech.text("sign-fix-private"))
}

/// Takes a tick away.
fn untick(pointer: String) -> El {
    let (signing, speech) = (signing(), speech());
    let label = speech.format("sign-fix-untick", &[("pointer", pointer.as_str().into())]);
    let press = move || {
        signing.keep();
        signing
            .form
            .ticked
            .update(|ticked| ticked.retain(|one| *one != pointer));
    };
    button("", press).test("sign-fix-untick").child(label)
}

/// Makes a key for `alg`. Where the header has a `kid`, it becomes that of the new key.
fn make_key(alg: &str, target: Target) -> Option<El> {
    let (session, keyring, signing, speech) = (session(), keyring(), signing(), speech());
    let choice = KeyChoice::of(alg);
    choice.spec()?;
    let press = move || {
        let Some(wish) = choice.wish(clock::now()) else {
            return;
        };
        keyring.make_new(session, wish, move |key| {
            signing.keep();
            let has_kid = target.header.with_untracked(|header| {
                let header = parse(header.clone().into_bytes());
                header.get("kid").is_some()
            });
            if has_kid {
                let mut facts = key.facts.clone();
                facts.alg = None;
                follow_key(target.header, &facts);
            }
            match target.is_own {
                true => signing.displace_key(key.jwk.clone()),
                false => target.key.set(key.jwk.clone()),
            }
        });
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
