//! Large and odd pastes end, and end soon. The bound on time is wide: what it catches is a
//! quadratic walk, which takes minutes at this size.

use super::*;
use std::time::{Duration, Instant};

/// Unoptimised builds on busy machines are slow; a quadratic walk is slower by orders.
const BOUND: Duration = Duration::from_secs(20);

#[track_caller]
fn ends_soon(name: &str, paste: &str) -> Inspection {
    let begin = Instant::now();
    let inspection = inspect(paste);
    let took = begin.elapsed();
    if std::env::var_os("SHOW_TIMES").is_some() {
        eprintln!("{name:?} {took:?}");
    }
    assert!(took < BOUND, "{name}: {took:?}");
    inspection
}

#[test]
fn large_pastes_of_anything_end_soon() {
    const SIZE: usize = 300_000;
    for unit in [
        "a",
        ".",
        "a.",
        "eyJ",
        "eyJ.",
        "eyJ ",
        "eyJ\n",
        "eyJx\n",
        "{",
        "}",
        "\"",
        "<",
        "&",
        "%",
        "%25",
        "\\",
        "\\n",
        " ",
        "\n",
        "~",
        "=",
        "\u{200b}",
        "é",
        "😀",
        "<a",
        "&#",
        "[",
        "W",
        "In.",
        "e30.",
        "e30..",
        "e30.e30.",
        "e30.e30.~",
        "e30.W10~",
        "a\n",
        "a.\n",
        "\"+\"",
        "\" \"",
        "> ",
        "Bearer ",
        "Bearereyj",
        "77u/eyJ",
        ":",
        "curl \n",
        "{\"a\":",
        "{\"payload\":\"",
        "-----BEGIN ",
        "eyJhbGciOiJIUzI1NiJ9.e30.\n",
        "eyJhbGciOiJSUzI1NiJ9.e30.a a a a a ",
        "eyJhbGciOiJIUzI1NiJ9 ",
    ] {
        let paste = unit.repeat(SIZE / unit.len());
        ends_soon(unit, &paste);
    }
}

#[test]
fn a_hundred_thousand_tokens_are_cut_at_the_limit() {
    let h = encode(r#"{"alg":"HS256"}"#);
    let mut paste = String::new();
    for number in 0..100_000 {
        let p = encode(&format!(r#"{{"n":{number}}}"#));
        paste.push_str(&format!("{h}.{p}.{SIGNATURE}\n"));
    }
    let inspection = ends_soon("tokens", &paste);
    assert_eq!(inspection.tokens.len(), 100);
    assert!(notes(&inspection).contains(&"paste-too-many-tokens".to_owned()));
}

#[test]
fn one_large_token_is_read() {
    let claim = "x".repeat(350_000);
    let t = token(r#"{"alg":"HS256"}"#, &format!(r#"{{"a":"{claim}"}}"#));
    let inspection = ends_soon("one token", &t);
    assert_eq!(compacts(&inspection), [t.as_str()]);
}

#[test]
fn every_prefix_of_a_paste_is_read_without_a_panic() {
    let t = usual();
    let paste = format!(
        "curl -H \"Authorization: Bearer {t}\" 'https://a.example/?t=%2e&#46;\\u002e…\u{200b}é' <b>~"
    );
    for (at, _) in paste.char_indices() {
        let (front, back) = paste.split_at(at);
        origins_hold(&inspect(front));
        origins_hold(&inspect(back));
    }
}

#[test]
fn random_pastes_are_read_without_a_panic() {
    const PIECES: [&str; 34] = [
        "eyJ",
        "eyJhbGciOiJIUzI1NiJ9",
        ".",
        "..",
        "...",
        "~",
        " ",
        "\n",
        "\r\n",
        "\"",
        "'",
        "{",
        "}",
        "[",
        ":",
        "=",
        "%2E",
        "%",
        "&#46;",
        "&quot;",
        "\\n",
        "\\\"",
        "<br>",
        "Bearer ",
        "é",
        "😀",
        "\u{200b}",
        "…",
        "e30",
        "WyJhIl0",
        "\"payload\":",
        "abc",
        "+",
        "/",
    ];
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..3000 {
        let mut paste = String::new();
        for _ in 0..24 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            paste.push_str(PIECES[usize::try_from(state % 34).unwrap()]);
        }
        origins_hold(&inspect(&paste));
    }
}
