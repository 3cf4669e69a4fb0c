//! The same token in every form in which it is pasted gives the same report: the same answers,
//! reasons, findings and proposals; only what is said of the form itself, and the places, differ.
//! What forms there are is read from `src/paste/`, so one that is new there and not here fails.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice
)]

mod list;
mod serialized;

use jwt_debugger::keys::KeyInput;
use jwt_debugger::report::{ReportOptions, report};
use jwt_debugger::secret::Secret;
use jwt_debugger::words::Locale;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

const WORKSHOP: &str = include_str!("../vectors/data/workshop-tokens.json");
const SUPPLEMENT: &str = include_str!("../vectors/data/supplement-generated.json");
const SD_JWT: &str = include_str!("../vectors/data/rfc9901-sd-jwt.json");
const JWE: &str = include_str!("../vectors/data/rfc7516-jwe.json");

/// What `src/paste/` says of a paste that is no form in which one token stands.
const NO_FORMS: [&str; 16] = [
    "paste-claims-json",
    "paste-header-json",
    "paste-key-der",
    "paste-key-discovery",
    "paste-key-jwk",
    "paste-key-jwks",
    "paste-key-pem",
    "paste-key-setting",
    "paste-no-token",
    "paste-not-an-object",
    "paste-not-base64url",
    "paste-only-dots",
    "paste-several-tokens",
    "paste-shortened-copy",
    "paste-text-between",
    "paste-too-many-tokens",
];

/// The one finding that speaks of the form: white space stood inside a part.
const OF_THE_FORM: &str = "part-white-space";

fn source(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src/paste")
        .join(file);
    std::fs::read_to_string(path).unwrap()
}

/// The texts between quotes in the piece of a file between two marks.
fn quoted(file: &str, from: &str, to: &str) -> Vec<String> {
    let text = source(file);
    let piece = text
        .split_once(from)
        .unwrap_or_else(|| panic!("{file}: no {from}"));
    let piece = piece.1.split_once(to).unwrap().0;
    let words = piece.split('"').skip(1).step_by(2);
    words.map(str::to_owned).collect()
}

/// Every code of a note that a file of `src/paste/` can say.
fn codes() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/paste");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut codes = BTreeSet::new();
    for file in files.filter(|file| file.is_file()) {
        let text = std::fs::read_to_string(file).unwrap();
        let starts = text.match_indices("\"paste-").map(|(at, _)| at + 1);
        codes.extend(starts.map(|at| text[at..].split('"').next().unwrap().to_owned()));
    }
    codes
}

/// The forms of the list, and one for each word that the code knows.
fn forms(token: &str) -> Vec<String> {
    let mut all: Vec<String> = list::forms(token)
        .into_iter()
        .map(|(form, _)| form)
        .collect();
    for scheme in quoted("context.rs", "const SCHEMES: [&str; 5] =", ";") {
        all.push(format!("{scheme} {token}"));
        all.push(format!(
            "Authorization: {} {token}",
            scheme.to_ascii_uppercase()
        ));
        all.push(format!("authorization={scheme}+{token}"));
    }
    for header in quoted("context.rs", "const NAMES: [&str; 5] =", ";") {
        let value = match header.ends_with("cookie") {
            true => format!("session={token}"),
            false => token.to_owned(),
        };
        all.push(format!("{header}: {value}\r\n"));
        all.push(format!("> {header}: {value}"));
    }
    all.push(format!("X-Api-Token: {token}"));
    for attribute in quoted("context.rs", "fn is_cookie_tail", ".iter()") {
        if attribute != ";" {
            all.push(format!("session={token}; {attribute}"));
        }
    }
    for command in quoted("mod.rs", "const COMMANDS: [&str; 6] =", ";") {
        all.push(format!(
            "{command} -H 'Authorization: Bearer {token}' https://a.example"
        ));
        all.push(format!("$ {command} 'https://a.example/?token={token}'"));
    }
    all.push(format!("Hello,\n{token}"));
    all
}

/// What a report says, without what it says of the form: notes, and places in the paste.
fn answers(paste: &str, key: &str) -> Value {
    let options = ReportOptions {
        key: KeyInput {
            text: Secret::new(key.to_owned()),
            ..KeyInput::default()
        },
        now: 1_767_225_660,
        ..ReportOptions::default()
    };
    let mut value = serde_json::to_value(report(paste, &options, &Locale::english())).unwrap();
    forget_form(&mut value);
    // Well-formed as it stood, or once something was removed.
    let state = value["structure"]["state"].take();
    let state = state.as_str().unwrap();
    value["structure"]["state"] = match state {
        "ok" | "repaired" => "whole".into(),
        other => other.into(),
    };
    value
}

fn forget_form(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for name in ["range", "more_ranges", "notes"] {
                members.remove(name);
            }
            members.values_mut().for_each(forget_form);
        }
        Value::Array(items) => {
            items.retain(|item| item["code"] != OF_THE_FORM);
            items.iter_mut().for_each(forget_form);
        }
        _ => {}
    }
}

/// The parts of the report in which a form says something else.
fn differ(said: &Value, plain: &Value, form: &str) -> Option<String> {
    let names = plain.as_object().unwrap().keys();
    let parts: Vec<&String> = names.filter(|name| said[*name] != plain[*name]).collect();
    (said != plain).then(|| format!("{parts:?} of {form}"))
}

/// Asks every form, and fails with all that differ.
fn same(token: &str, key: &str, state: &str) {
    let plain = answers(token, key);
    assert_eq!(plain["signature"]["state"], state, "{plain:#}");
    assert_eq!(plain["structure"]["state"], "whole");
    let forms = forms(token);
    assert!(forms.len() > 110, "{} forms", forms.len());
    let mut different = Vec::new();
    for form in &forms {
        different.extend(differ(&answers(form, key), &plain, form));
    }
    let count = different.len();
    assert!(different.is_empty(), "{count}:\n{}", different.join("\n"));
}

fn workshop() -> (String, String) {
    let all: Value = serde_json::from_str(WORKSHOP).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    (text(&all["tokens"]["Patient"]), text(&all["secret"]))
}

/// A published token and its key.
fn example(file: &str, id: &str) -> (String, String) {
    let all: Value = serde_json::from_str(file).unwrap();
    let mut examples = all["examples"].as_array().unwrap().iter();
    let one = examples.find(|one| one["id"] == id).unwrap();
    let token = one["token"].as_str().unwrap();
    (token.to_owned(), one["key"].to_string())
}

#[test]
fn a_signed_token_says_the_same_in_every_form() {
    let (token, key) = workshop();
    same(&token, &key, "valid");
    same(&token, "", "unchecked");
}

#[test]
fn a_token_that_fails_says_why_in_every_form() {
    let (token, key) = workshop();
    same(&token, &format!("{key}\n"), "invalid");
}

#[test]
fn an_ed25519_token_says_the_same_in_every_form() {
    let (token, key) = example(SUPPLEMENT, "ed25519-fully-specified");
    same(&token, &key, "valid");
}

#[test]
fn an_encrypted_token_says_the_same_in_every_form() {
    let (token, key) = example(JWE, "rfc7516-a.3");
    same(&token, &key, "decrypted");
}

#[test]
fn every_note_on_a_form_has_a_form_here() {
    let token = workshop().0;
    let mut said: BTreeSet<String> = BTreeSet::new();
    for form in forms(&token) {
        let inspection = jwt_debugger::inspect::inspect(&form);
        let own = inspection.tokens.iter().flat_map(|token| &token.notes);
        let notes = inspection.notes.iter().chain(own);
        said.extend(notes.map(|note| note.code.to_string()));
    }
    let codes = codes();
    let of_forms = codes
        .iter()
        .filter(|code| !NO_FORMS.contains(&code.as_str()));
    let missing: Vec<&String> = of_forms.filter(|code| !said.contains(*code)).collect();
    assert!(missing.is_empty(), "no form for {missing:?}");
    assert!(NO_FORMS.iter().all(|code| codes.contains(*code)));
}
