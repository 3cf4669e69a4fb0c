//! What the wording layer promises, on small texts of its own.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use crate::diagnostic::{Diagnostic, Fact};
use std::borrow::Cow;

fn say(texts: &str, facts: &[(&str, Fact)]) -> String {
    let mut locale = Locale::english();
    locale.add(texts);
    locale.format("key", facts)
}

#[test]
fn reads_keys_continuations_attributes_and_comments() {
    let locale = Locale::parse(&[
        "### topic\n# about one\none = First\n    second line\n\n    after a break\n\
         two = Two\n    .advice = Do this\n      and that\n    .note = N\nthree =\n    Three\n",
    ]);
    assert_eq!(locale.text("one"), "First second line\nafter a break");
    assert_eq!(locale.text("two"), "Two");
    assert_eq!(locale.text("two.advice"), "Do this and that");
    assert_eq!(locale.text("two.note"), "N");
    assert_eq!(locale.text("three"), "Three");
    assert_eq!(locale.keys().count(), 5);
}

#[test]
fn windows_line_ends_change_nothing() {
    let locale = Locale::parse(&["one = First\r\n    second\r\n    .a = A\r\n"]);
    assert_eq!(locale.text("one"), "First second");
    assert_eq!(locale.text("one.a"), "A");
}

#[test]
fn a_missing_text_shows_its_key() {
    let locale = Locale::parse(&[]);
    assert_eq!(locale.text("no-such"), "no-such");
    assert_eq!(locale.say(&Diagnostic::info("no-such")), "no-such");
    assert_eq!(
        locale.say_attribute(&Diagnostic::info("no-such"), "advice"),
        None
    );
}

#[test]
fn a_missing_fact_shows_its_name() {
    assert_eq!(say("key = a { $b } c", &[]), "a {$b} c");
}

#[test]
fn what_is_not_of_the_subset_neither_panics_nor_speaks() {
    let junk = "= x\n-term = y\n.attr = z\n1 = no\n  orphan\nkey\n{ }\n[x]\n* = 2\nk\u{e9}y = 3\n";
    assert_eq!(Locale::parse(&[junk]).keys().count(), 0);
    for text in ["{", "}", "{}", "{ $", "{ x }", "a } b {", "{ $a"] {
        assert_eq!(say(&format!("key = {text}"), &[]), text);
    }
}

#[test]
fn a_second_language_falls_back_on_the_first() {
    let mut locale = Locale::parse(&["a = one\nb = two"]);
    locale.add("b = twee");
    assert_eq!((locale.text("a"), locale.text("b")), ("one", "twee"));
}

#[test]
fn one_is_not_many() {
    let texts = "key = { $count } parts\n    .a = many\nkey-one = a part\n    .a = one\n";
    let locale = Locale::parse(&[texts]);
    let diagnostic = |n: usize| Diagnostic::info("key").with("count", n);
    for (n, text, attribute) in [
        (0, "0 parts", "many"),
        (1, "a part", "one"),
        (2, "2 parts", "many"),
    ] {
        assert_eq!(locale.say(&diagnostic(n)), text);
        assert_eq!(
            locale.say_attribute(&diagnostic(n), "a").unwrap(),
            attribute
        );
    }
    assert_eq!(
        say("key = { $count } bytes", &[("count", Fact::Count(1))]),
        "1 bytes"
    );
}

#[test]
fn counts_are_grouped_only_where_they_are_long() {
    for (count, text) in [
        (0, "0"),
        (2_048, "2048"),
        (10_000, "10\u{202f}000"),
        (1_234_567, "1\u{202f}234\u{202f}567"),
        (
            u64::MAX,
            "18\u{202f}446\u{202f}744\u{202f}073\u{202f}709\u{202f}551\u{202f}615",
        ),
    ] {
        assert_eq!(say("key = { $n }", &[("n", Fact::Count(count))]), text);
    }
}

#[test]
fn durations_have_two_units() {
    let locale = Locale::english();
    for (seconds, text) in [
        (0, "0 seconds"),
        (1, "1 second"),
        (59, "59 seconds"),
        (60, "1 minute"),
        (900, "15 minutes"),
        (3_661, "1 hour 1 minute"),
        (3_605, "1 hour"),
        (183_600, "2 days 3 hours"),
        (-183_600, "2 days 3 hours"),
        (31_556_952, "1 year"),
        (40_000_000, "1 year 97 days"),
        (
            i64::MAX,
            "292\u{202f}277\u{202f}024\u{202f}626 years 338 days",
        ),
    ] {
        assert_eq!(locale.duration(seconds), text, "{seconds}");
    }
    assert!(locale.duration(i64::MIN).contains("years"));
}

#[test]
fn moments_are_relative_both_ways() {
    let locale = Locale::english();
    assert_eq!(locale.relative(-180), "3 minutes ago");
    assert_eq!(locale.relative(720), "in 12 minutes");
    assert_eq!(locale.relative(0), "now");
}

#[test]
fn moments_are_utc_until_the_page_says_otherwise() {
    let fact = Fact::Moment(1_767_225_600);
    let locale = Locale::english();
    assert_eq!(locale.fact(&fact), "2026-01-01 00:00:00 UTC");
    let local = locale.with_moments(|at| format!("@{at}"));
    assert_eq!(local.fact(&fact), "@1767225600");
}

#[test]
fn lists_end_in_and() {
    let list = |n: usize| Fact::List((0..n).map(|i| Fact::Text(format!("{i}"))).collect());
    let locale = Locale::english();
    assert_eq!(locale.fact(&list(0)), "none");
    assert_eq!(locale.fact(&list(1)), "0");
    assert_eq!(locale.fact(&list(2)), "0 and 1");
    assert_eq!(locale.fact(&list(3)), "0, 1 and 2");
    assert!(locale.fact(&list(1_000)).ends_with("11 and 988 more"));
}

#[test]
fn deep_lists_end() {
    let mut fact = Fact::Text("x".into());
    for _ in 0..100 {
        fact = Fact::List(vec![fact]);
    }
    assert_eq!(Locale::english().fact(&fact), "…");
}

#[test]
fn text_from_a_token_cannot_act() {
    let hostile = "a\u{202e}b\u{0}c\u{200b}d\ne{ $n }f";
    assert_eq!(
        say(
            "key = [{ $t }]",
            &[("t", hostile.into()), ("n", 1_usize.into())]
        ),
        "[a⟨U+202E⟩b⟨U+0000⟩c⟨U+200B⟩d⟨U+000A⟩e{ $n }f]"
    );
    assert_eq!(visible("é 漢 🙂 plain"), "é 漢 🙂 plain");
}

#[test]
fn long_text_is_cut() {
    let text = say("key = { $t }", &[("t", "é".repeat(5_000).into())]);
    assert_eq!(text.chars().count(), 1_001);
    assert!(text.ends_with('…'));
}

#[test]
fn words_are_looked_up() {
    let fact = Fact::Word("relative-now".into());
    assert_eq!(say("key = it is { $w }", &[("w", fact)]), "it is now");
}

#[test]
fn what_is_copied_gives_no_orders_to_a_terminal() {
    let orders = "a\u{1b}]0;owned\u{7}\u{9b}31mb\u{7f}\0";
    let safe = without_controls(orders);
    assert_eq!(safe, "a\\u001b]0;owned\\u0007\\u009b31mb\\u007f\\u0000");
    for same in [
        "",
        "é 漢 🙂",
        "two\nlines\r\n\tand a tab",
        "\u{202e}",
        "\\u001b",
    ] {
        assert!(
            matches!(without_controls(same), Cow::Borrowed(_)),
            "{same:?}"
        );
    }
}
