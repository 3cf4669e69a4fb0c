//! Dutch sentences that are put together from pieces: what is grammar in one language is not in
//! the other. English is the reference of all other tests.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use jwt_debugger::diagnostic::{Diagnostic, Fact};
use jwt_debugger::words::{FIRST, Locale};
use std::path::Path;

/// Dutch laid over what English the page has compiled in, as the page does it.
fn dutch() -> Locale {
    let mut locale = Locale::parse(&FIRST);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/nl");
    for part in ["first", "rest"] {
        for entry in std::fs::read_dir(folder.join(part)).unwrap() {
            locale.add(&std::fs::read_to_string(entry.unwrap().path()).unwrap());
        }
    }
    locale
}

fn list(items: &[&str]) -> Fact {
    Fact::List(items.iter().map(|item| (*item).into()).collect())
}

#[test]
fn lengths_of_time_and_moments() {
    let locale = dutch();
    for (seconds, text) in [
        (0, "0 seconden"),
        (1, "1 seconde"),
        (60, "1 minuut"),
        (900, "15 minuten"),
        (3_661, "1 uur en 1 minuut"),
        (7_200, "2 uur"),
        (183_600, "2 dagen en 3 uur"),
        (31_556_952, "1 jaar"),
        (40_000_000, "1 jaar en 97 dagen"),
    ] {
        assert_eq!(locale.duration(seconds), text, "{seconds}");
    }
    assert_eq!(locale.relative(-180), "3 minuten geleden");
    assert_eq!(locale.relative(720), "over 12 minuten");
    assert_eq!(locale.relative(0), "nu");
}

#[test]
fn lists() {
    let locale = dutch();
    assert_eq!(locale.fact(&list(&[])), "geen");
    assert_eq!(locale.fact(&list(&["a"])), "a");
    assert_eq!(locale.fact(&list(&["a", "b"])), "a en b");
    assert_eq!(locale.fact(&list(&["a", "b", "c"])), "a, b en c");
    let long = locale.fact(&list(&["x"; 20]));
    assert!(long.ends_with("x en nog 8"), "{long}");
}

/// The names of parts bring their article along; no sentence of a part begins with it, so none
/// begins small.
#[test]
fn parts_have_their_article_and_begin_no_sentence() {
    let locale = dutch();
    let said = Diagnostic::info("structure-padding")
        .with_fact("part", Fact::Word("part-payload".into()))
        .with("position", 3_usize)
        .with("line", 1_usize)
        .with("column", 9_usize);
    assert_eq!(
        locale.say(&said),
        "In de payload staat “=” als padding op teken 3 (regel 1, kolom 9). Verwacht: base64url \
         zonder padding (RFC 7515 §2)."
    );
    for key in locale.keys() {
        let text = locale.text(key);
        let is_clause =
            key.starts_with("token-parts-mixed") || key.starts_with("jwe-part-attached");
        assert!(
            is_clause || !text.starts_with("{ $part }"),
            "{key} begins with the name of a part: {text}"
        );
    }
}

/// A step of a diagnosis is a clause with its verb at the end.
#[test]
fn steps_of_a_diagnosis_follow_on_their_frame() {
    let locale = dutch();
    let step = |diagnostic: &Diagnostic| locale.say(diagnostic);
    let one = step(&Diagnostic::info("secret-read-base64").with("count", 32_usize));
    assert_eq!(
        locale.format("diagnosis-verifies", &[("step", one.clone().into())]),
        "De handtekening klopt als het geheim als base64 wordt gelezen, 32 bytes."
    );
    let two = step(
        &Diagnostic::info("algorithm-other")
            .with("used", "HS512")
            .with("alg", "HS256"),
    );
    assert_eq!(
        locale.format(
            "diagnosis-verifies-both",
            &[("first", one.into()), ("second", two.into())]
        ),
        "De handtekening klopt als het geheim als base64 wordt gelezen, 32 bytes, en het algoritme \
         HS512 is, en niet HS256 zoals de header zegt."
    );
}

#[test]
fn a_kind_of_token_demands_in_dutch() {
    let said = Diagnostic::info("profile-missing")
        .with("profile", "DPoP-proof")
        .with("name", "htu")
        .with("clause", "RFC 9449 §4.2")
        .with_fact("demands", Fact::Word("profile-requires".into()));
    assert_eq!(
        dutch().say(&said),
        "DPoP-proof: htu ontbreekt; RFC 9449 §4.2 eist het wel."
    );
}
