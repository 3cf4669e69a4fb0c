//! Pairs of tokens, and what is told of them.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::base64url;
use crate::inspect::inspect;

fn token(header: &str, payload: &str) -> Token {
    let part = |text: &str| base64url::encode(text.as_bytes());
    let paste = format!("{}.{}.c2ln", part(header), part(payload));
    inspect(&paste).tokens.remove(0)
}

/// The differences that are not `same`, as `change pointer other → this seconds`.
fn check(other: &str, this: &str, expected: &[&str]) {
    let header = r#"{"alg":"HS256"}"#;
    let is_moment = |pointer: &str| matches!(pointer, "/exp" | "/iat");
    let found = compare(&token(header, other), &token(header, this), &is_moment);
    let told: Vec<String> = found
        .differences
        .iter()
        .filter(|one| one.change != Change::Same)
        .map(|one| {
            let or = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
            let seconds = one.seconds.map(|seconds| format!(" {seconds:+}"));
            format!(
                "{} {} {} → {}{}",
                one.change.name(),
                one.pointer,
                or(&one.other),
                or(&one.this),
                seconds.unwrap_or_default()
            )
        })
        .collect();
    assert_eq!(told, expected, "{other} → {this}");
}

#[test]
fn members_are_compared_by_name_in_any_order() {
    check(
        r#"{"a":1,"b":"x","c":null}"#,
        r#"{"d":true,"b":"y","a":1}"#,
        &[
            r#"changed /b "x" → "y""#,
            "only-other /c null → –",
            "only-this /d – → true",
        ],
    );
    check(r#"{"a":1,"b":2}"#, r#"{ "b": 2, "a": 1 }"#, &[]);
}

#[test]
fn what_is_the_same_is_told_once_at_the_top() {
    let same = r#"{"a":{"b":[1,2]},"c":3}"#;
    let found = compare(&token("{}", same), &token("{}", same), &|_| false);
    assert!(found.is_same_text && found.is_same_content);
    let told: Vec<_> = found
        .differences
        .iter()
        .filter(|one| one.part == Part::Payload)
        .map(|one| (one.pointer.as_str(), one.change))
        .collect();
    assert_eq!(told, [("/a", Change::Same), ("/c", Change::Same)]);
}

#[test]
fn nested_values_are_told_by_their_paths() {
    check(
        r#"{"realm_access":{"roles":["a","b"],"n":1},"x/y":{"~":1}}"#,
        r#"{"realm_access":{"roles":["b","c"],"n":1},"x/y":{"~":2}}"#,
        &[
            r#"only-other /realm_access/roles/0 "a" → –"#,
            r#"only-this /realm_access/roles/1 – → "c""#,
            "changed /x~1y/~0 1 → 2",
        ],
    );
}

#[test]
fn lists_of_plain_values_are_bags() {
    check(r#"{"aud":["a","b","a"]}"#, r#"{"aud":["b","a","a"]}"#, &[]);
    check(
        r#"{"aud":["a","a"]}"#,
        r#"{"aud":["a"]}"#,
        &[r#"only-other /aud/1 "a" → –"#],
    );
    // A string and a number of the same look are not the same.
    check(
        r#"{"l":["1"]}"#,
        r#"{"l":[1]}"#,
        &[r#"only-other /l/0 "1" → –"#, "only-this /l/0 – → 1"],
    );
}

#[test]
fn lists_that_hold_objects_are_compared_place_by_place() {
    check(
        r#"{"l":[{"a":1},{"a":2}]}"#,
        r#"{"l":[{"a":1},{"a":3},{"a":2}]}"#,
        &["changed /l/1/a 2 → 3", r#"only-this /l/2 – → {"a":2}"#],
    );
}

#[test]
fn another_kind_of_value_is_a_change_of_the_whole() {
    check(
        r#"{"aud":"a","o":{},"e":[]}"#,
        r#"{"aud":["a"],"o":[],"e":[1]}"#,
        &[
            r#"changed /aud "a" → ["a"]"#,
            "changed /o {} → []",
            "only-this /e/0 – → 1",
        ],
    );
    check("{}", r#"{"a":{}}"#, &["only-this /a – → {}"]);
    check("[1]", r#"{"a":1}"#, &[r#"changed  [1] → {"a":1}"#]);
}

#[test]
fn moments_are_told_as_seconds_apart_and_nothing_else_is() {
    check(
        r#"{"exp":1000,"iat":1.5,"n":1}"#,
        r#"{"exp":4600,"iat":0,"n":2}"#,
        &[
            "changed /exp 1000 → 4600 +3600",
            "changed /iat 1.5 → 0 -1",
            "changed /n 1 → 2",
        ],
    );
    check(
        r#"{"exp":"1000"}"#,
        r#"{"exp":1e400}"#,
        &[r#"changed /exp "1000" → 1e400"#],
    );
}

#[test]
fn the_same_string_in_other_escapes_is_respelt_and_numbers_are_not_guessed() {
    check(
        r#"{"a":"\u0061","n":1.0,"big":100002348117421473}"#,
        r#"{"a":"a","n":1,"big":100002348117421470}"#,
        &[
            r#"respelt /a "\u0061" → "a""#,
            "changed /n 1.0 → 1",
            "changed /big 100002348117421473 → 100002348117421470",
        ],
    );
    // Half a character is no character, and another half is not the same.
    check(
        r#"{"a":"\ud800"}"#,
        r#"{"a":"\ud801"}"#,
        &[r#"changed /a "\ud800" → "\ud801""#],
    );
}

#[test]
fn duplicate_names_are_paired_in_their_order() {
    check(
        r#"{"a":1,"a":2}"#,
        r#"{"a":1,"a":3,"a":4}"#,
        &["changed /a 2 → 3", "only-this /a – → 4"],
    );
}

#[test]
fn headers_are_compared_too_and_only_the_signature_may_differ() {
    let none = |_: &str| false;
    let one = token(r#"{"alg":"RS256","kid":"1"}"#, r#"{"a":1}"#);
    let two = token(r#"{"alg":"RS256","kid":"2"}"#, r#"{"a":1}"#);
    let found = compare(&one, &two, &none);
    assert!(!found.is_same_text && !found.is_same_content);
    let changed: Vec<_> = found
        .differences
        .iter()
        .filter(|one| one.change == Change::Changed)
        .map(|one| (one.part, one.pointer.as_str()))
        .collect();
    assert_eq!(changed, [(Part::Header, "/kid")]);
    assert_eq!(
        (found.count(Change::Same), found.count(Change::Changed)),
        (2, 1)
    );
    let mut other = one.clone();
    other.source.text = other.source.text.replace("c2ln", "c2lm");
    let found = compare(&one, &other, &none);
    assert!(!found.is_same_text && found.is_same_content);
}

#[test]
fn a_token_without_a_readable_payload_has_nothing_of_it() {
    let found = compare(&token("{}", r#"{"a":1}"#), &token("{}", "text"), &|_| false);
    let told: Vec<_> = found.differences.iter().map(|one| one.change).collect();
    assert_eq!(told, [Change::Same, Change::OnlyOther]);
}

#[test]
fn hostile_tokens_come_to_an_end() {
    let many: Vec<String> = (0..20_000).map(|n| format!("\"n{n}\":{n}")).collect();
    let other = token("{}", &format!("{{{}}}", many.join(",")));
    let found = compare(&other, &token("{}", "{}"), &|_| false);
    assert_eq!(found.differences.len(), MOST);
    let deep = |end: &str| format!("{}{end}{}", "[".repeat(100), "]".repeat(100));
    let found = compare(&token("{}", &deep("1")), &token("{}", &deep("2")), &|_| {
        false
    });
    assert!(found.count(Change::OnlyThis) <= 1);
}
