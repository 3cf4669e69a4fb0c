//! The payload or header was parsed and written again between signing and sending: other white
//! space, other order, other escapes.

use super::{decoded, joined};
use crate::base64url;
use crate::diagnosis::{Case, Cause, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::json::{self, Kind as JsonKind, Value};
use std::collections::BTreeSet;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "input-reserialised",
    kind: Kind::Input(inputs),
};

/// How a program writes JSON.
#[derive(Clone, Copy)]
struct Style {
    colon: &'static str,
    comma: &'static str,
    /// Spaces of indentation, where each member has a line; 0 is a tab.
    indent: Option<usize>,
    is_sorted: bool,
    escapes: Escapes,
    numbers: Numbers,
    /// Between the lines, where each member has one.
    line: &'static str,
    arrays: Arrays,
    /// What stands behind the last brace.
    end: &'static str,
}

/// How a whole number is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbers {
    /// As it was.
    Kept,
    /// `1` for `1.0`, `1.5` for `1.50`.
    Whole,
    /// `1.0` for `1`, as where every number is a float.
    Float,
    /// The same, and `1.7E9` for `1700000000`, as Java writes a double.
    Java,
}

/// How arrays and what is empty are written, where each member has a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrays {
    /// Each item has a line.
    Lines,
    /// `[ 1, 2 ]`, `[ ]` and `{ }`, as Jackson does.
    Jackson,
}

/// Which characters of a string are written as escapes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Escapes {
    /// As they were.
    Kept,
    /// `\/`, as PHP does when it is told to leave the rest.
    Slash,
    /// That and all beyond ASCII as `\u00e9`, as PHP does.
    Php,
    /// All beyond ASCII as `\u00e9`, as Python does.
    Ascii,
    /// None that JSON does not ask for.
    Least,
    /// `<`, `>`, `&` too, as Go does.
    Html,
    /// Those, quotes, `+` and all beyond ASCII, in capitals, as .NET does.
    Net,
}

const COMPACT: Style = Style {
    colon: ":",
    comma: ",",
    indent: None,
    is_sorted: false,
    escapes: Escapes::Kept,
    numbers: Numbers::Kept,
    line: "\n",
    arrays: Arrays::Lines,
    end: "",
};

fn styles() -> Vec<Style> {
    let spaced = Style {
        colon: ": ",
        comma: ", ",
        ..COMPACT
    };
    let two = Style {
        colon: ": ",
        indent: Some(2),
        ..COMPACT
    };
    let four = Style {
        indent: Some(4),
        ..two
    };
    let mut all = Vec::new();
    for escapes in [
        Escapes::Kept,
        Escapes::Slash,
        Escapes::Php,
        Escapes::Ascii,
        Escapes::Least,
        Escapes::Html,
        Escapes::Net,
    ] {
        for style in [COMPACT, spaced, two, four] {
            let style = Style { escapes, ..style };
            let is_sorted = true;
            all.extend([style, Style { is_sorted, ..style }]);
        }
    }
    for end in ["\n", "\r\n"] {
        for style in [COMPACT, spaced, two, four] {
            all.push(Style { end, ..style });
        }
    }
    let tab = Style {
        indent: Some(0),
        ..two
    };
    all.push(tab);
    let line = "\r\n";
    for style in [two, four] {
        for escapes in [Escapes::Kept, Escapes::Net, Escapes::Least] {
            let style = Style { escapes, ..style };
            all.push(Style { line, ..style });
        }
    }
    for numbers in [Numbers::Whole, Numbers::Float, Numbers::Java] {
        all.push(Style { numbers, ..COMPACT });
    }
    // What a parser made of the numbers and strings, written anew.
    for style in [COMPACT, two] {
        for is_sorted in [false, true] {
            let (numbers, escapes) = (Numbers::Whole, Escapes::Least);
            all.push(Style {
                numbers,
                is_sorted,
                escapes,
                ..style
            });
        }
    }
    let jackson = Style {
        colon: " : ",
        arrays: Arrays::Jackson,
        ..two
    };
    all.extend([jackson, Style { line, ..jackson }]);
    all
}

fn inputs(case: &Case<'_>) -> Vec<Said<Vec<u8>>> {
    let Some((header, payload)) = decoded(case) else {
        return Vec::new();
    };
    let encode = |bytes: &[u8]| base64url::encode(bytes).into_bytes();
    // Most styles come to the same for most texts.
    let mut all = BTreeSet::new();
    let styles = styles();
    let likely = if payload.len() > LONG {
        FEW
    } else {
        styles.len()
    };
    let mut inputs = Vec::new();
    for style in styles.into_iter().take(likely) {
        let new_header = print(header, style);
        let new_payload = print(payload, style);
        for (header, payload) in [
            (None, new_payload.as_deref()),
            (new_header.as_deref(), None),
            (new_header.as_deref(), new_payload.as_deref()),
        ]
        .into_iter()
        .map(|(h, p)| (h.unwrap_or(header), p.unwrap_or(payload)))
        {
            if all.insert((header.to_vec(), payload.to_vec())) {
                inputs.push(joined(&encode(header), &encode(payload)));
            }
        }
    }
    let others = one_number(payload).into_iter().chain(other_lines(payload));
    inputs.extend(others.map(|payload| joined(&encode(header), &encode(&payload))));
    let inputs = inputs.into_iter();
    inputs
        .map(|input| (input, Diagnostic::info("input-reserialised")))
        .collect()
}

/// Longer payloads are written in few styles only: each is a copy.
const LONG: usize = 30_000;
const FEW: usize = 10;

/// So many numbers are written in other ways one by one.
const MOST_NUMBERS: usize = 8;

/// The text with a single number written in another way.
fn one_number(bytes: &[u8]) -> Vec<Vec<u8>> {
    let document = json::parse(bytes.to_vec());
    let mut numbers = Vec::new();
    if let Some(root) = document.root().filter(|_| document.faults().is_empty()) {
        find_numbers(root, &mut numbers);
    }
    let mut all = Vec::new();
    for value in numbers.into_iter().take(MOST_NUMBERS) {
        let span = value.span();
        let around = bytes.get(..span.start).zip(bytes.get(span.end..));
        let Some((before, after)) = around else {
            continue;
        };
        let styles = [Numbers::Whole, Numbers::Float, Numbers::Java];
        let mut others: Vec<Vec<u8>> = styles.map(|style| number(value.raw(), style)).into();
        if value.raw().contains(&b'.') {
            others.push([value.raw(), b"0"].concat());
            others.extend(value.raw().strip_suffix(b"0").map(<[u8]>::to_vec));
        }
        let changed = others.iter().filter(|other| *other != value.raw());
        all.extend(changed.map(|other| [before, other, after].concat()));
    }
    all
}

/// Recursion is bounded by the depth that the parser allows.
fn find_numbers<'a>(value: Value<'a>, found: &mut Vec<Value<'a>>) {
    if value.kind() == JsonKind::Number {
        found.push(value);
    }
    let inner = value.members().map(|(_, member)| member);
    for value in inner.chain(value.items()) {
        find_numbers(value, found);
    }
}

/// The text with the other line breaks, and with one at its end less or more.
fn other_lines(bytes: &[u8]) -> Vec<Vec<u8>> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Vec::new();
    };
    let unix = text.replace("\r\n", "\n");
    let windows = unix.replace('\n', "\r\n");
    [
        format!("{text}\n"),
        format!("{text}\r\n"),
        text.trim_end().to_owned(),
        unix.trim_end().to_owned(),
        windows.trim_end().to_owned(),
        unix,
        windows,
    ]
    .into_iter()
    .filter(|other| other != text)
    .map(String::into_bytes)
    .collect()
}

/// The JSON text in another style; names, strings and numbers stay as written.
fn print(bytes: &[u8], style: Style) -> Option<Vec<u8>> {
    let document = json::parse(bytes.to_vec());
    if !document.faults().is_empty() || document.len() > 10_000 {
        return None;
    }
    let mut out = Vec::with_capacity(bytes.len());
    write(document.root()?, style, 0, &mut out);
    out.extend_from_slice(style.end.as_bytes());
    Some(out)
}

/// Recursion is bounded by the depth that the parser allows.
fn write(value: Value<'_>, style: Style, depth: usize, out: &mut Vec<u8>) {
    let inner = depth.saturating_add(1);
    let is_jackson = style.arrays == Arrays::Jackson;
    match value.kind() {
        JsonKind::Object => {
            let mut members: Vec<_> = value.members().collect();
            if style.is_sorted {
                members.sort_by_key(|(name, _)| name.text().map(|text| text.into_owned()));
            }
            if members.is_empty() {
                out.extend_from_slice(if is_jackson { b"{ }" } else { b"{}" });
                return;
            }
            out.push(b'{');
            for (index, (name, member)) in members.into_iter().enumerate() {
                if index > 0 {
                    out.extend_from_slice(style.comma.as_bytes());
                }
                line(style, inner, out);
                out.extend(scalar(name, style));
                out.extend_from_slice(style.colon.as_bytes());
                write(member, style, inner, out);
            }
            line(style, depth, out);
            out.push(b'}');
        }
        JsonKind::Array if is_jackson => {
            out.extend_from_slice(b"[ ");
            for (index, item) in value.items().enumerate() {
                if index > 0 {
                    out.extend_from_slice(b", ");
                }
                write(item, style, depth, out);
            }
            let is_empty = value.items().next().is_none();
            out.extend_from_slice(if is_empty { b"]" } else { b" ]" });
        }
        JsonKind::Array => {
            out.push(b'[');
            let items: Vec<_> = value.items().collect();
            let is_empty = items.is_empty();
            for (index, item) in items.into_iter().enumerate() {
                if index > 0 {
                    out.extend_from_slice(style.comma.as_bytes());
                }
                line(style, inner, out);
                write(item, style, inner, out);
            }
            if !is_empty {
                line(style, depth, out);
            }
            out.push(b']');
        }
        _ => out.extend(scalar(value, style)),
    }
}

/// The beginning of the next line, where each member has one.
fn line(style: Style, depth: usize, out: &mut Vec<u8>) {
    let Some(indent) = style.indent else {
        return;
    };
    out.extend_from_slice(style.line.as_bytes());
    let (fill, width) = if indent == 0 {
        (b'\t', 1)
    } else {
        (b' ', indent)
    };
    out.resize(out.len().saturating_add(depth.saturating_mul(width)), fill);
}

fn scalar(value: Value<'_>, style: Style) -> Vec<u8> {
    if value.kind() == JsonKind::Number {
        return number(value.raw(), style.numbers);
    }
    if style.escapes == Escapes::Kept {
        return value.raw().to_vec();
    }
    match value.text() {
        Some(text) => string(&text, style.escapes).into_bytes(),
        None => value.raw().to_vec(),
    }
}

fn number(raw: &[u8], numbers: Numbers) -> Vec<u8> {
    let is_whole = raw.iter().all(|byte| matches!(byte, b'-' | b'0'..=b'9'));
    match (numbers, raw.strip_suffix(b".0")) {
        (Numbers::Whole, Some(whole)) => whole.to_vec(),
        (Numbers::Whole, None) if is_decimal(raw) => shortest(raw),
        (Numbers::Java, _) if is_whole && raw.len() > JAVA_DIGITS => scientific(raw),
        (Numbers::Float | Numbers::Java, _) if is_whole => [raw, b".0"].concat(),
        _ => raw.to_vec(),
    }
}

/// Digits with a point among them, and no exponent.
fn is_decimal(raw: &[u8]) -> bool {
    raw.contains(&b'.') && !raw.iter().any(|byte| matches!(byte, b'e' | b'E'))
}

/// `1.5` for `1.50`.
fn shortest(raw: &[u8]) -> Vec<u8> {
    let zeros = raw.iter().rev().take_while(|digit| **digit == b'0').count();
    let kept = raw.get(..raw.len().saturating_sub(zeros)).unwrap_or(raw);
    kept.strip_suffix(b".").unwrap_or(kept).to_vec()
}

/// Java writes a double of ten millions and above with an exponent.
const JAVA_DIGITS: usize = 7;

/// `1.7E9` for `1700000000`.
fn scientific(digits: &[u8]) -> Vec<u8> {
    let Some((first, rest)) = digits.split_first() else {
        return Vec::new();
    };
    let zeros = rest
        .iter()
        .rev()
        .take_while(|digit| **digit == b'0')
        .count();
    let kept = rest.get(..rest.len().saturating_sub(zeros)).unwrap_or(rest);
    let kept = if kept.is_empty() { b"0" } else { kept };
    let exponent = format!("E{}", rest.len());
    [&[*first], &b"."[..], kept, exponent.as_bytes()].concat()
}

/// A string literal with these escapes.
fn string(text: &str, escapes: Escapes) -> String {
    let mut out = String::with_capacity(text.len());
    if escapes == Escapes::Net {
        return net(text);
    }
    let plain = json::quote(text);
    for c in plain.chars() {
        let is_foreign = !c.is_ascii();
        let is_markup = matches!(c, '<' | '>' | '&');
        let written = match escapes {
            Escapes::Slash | Escapes::Php if c == '/' => Some("\\/".to_owned()),
            Escapes::Ascii | Escapes::Php if is_foreign => Some(units(c, false)),
            Escapes::Html if is_markup => Some(units(c, false)),
            _ => None,
        };
        match written {
            Some(escape) => out.push_str(&escape),
            None => out.push(c),
        }
    }
    out
}

/// As .NET's own writer does by default, which takes no chances with HTML.
fn net(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\'' | '<' | '>' | '&' | '+' | '`' | '\u{7f}' => out.push_str(&units(c, true)),
            c if !c.is_ascii() => out.push_str(&units(c, true)),
            c => out.push_str(json::quote(&c.to_string()).trim_matches('"')),
        }
    }
    out.push('"');
    out
}

/// `\u00e9`: each UTF-16 code unit (RFC 8259 §7).
fn units(c: char, in_capitals: bool) -> String {
    let mut buffer = [0; 2];
    let units = c.encode_utf16(&mut buffer).iter();
    if in_capitals {
        units.map(|unit| format!("\\u{unit:04X}")).collect()
    } else {
        units.map(|unit| format!("\\u{unit:04x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::base64url;
    use crate::diagnosis::tests::{finds_without_fix, token_over};

    #[test]
    fn the_payload_was_written_again() {
        let sent = r#"{"b":1,"a":[1.0,"x/y"]}"#;
        for signed in [
            r#"{"b": 1, "a": [1.0, "x/y"]}"#,
            r#"{"a":[1.0,"x/y"],"b":1}"#,
            "{\n  \"b\": 1,\n  \"a\": [\n    1.0,\n    \"x/y\"\n  ]\n}",
            r#"{"b":1,"a":[1.0,"x\/y"]}"#,
            "{\"b\":1,\"a\":[1.0,\"x/y\"]}\n",
            "{\r\n  \"b\": 1,\r\n  \"a\": [\r\n    1.0,\r\n    \"x/y\"\r\n  ]\r\n}",
            r#"{"b":1,"a":[1,"x/y"]}"#,
            r#"{"b":1.0,"a":[1.0,"x/y"]}"#,
            "{\n  \"b\" : 1,\n  \"a\" : [ 1.0, \"x/y\" ]\n}",
            "{\r\n  \"b\" : 1,\r\n  \"a\" : [ 1.0, \"x/y\" ]\r\n}",
            "{\"b\":1.0,\"a\":[1.0,\"x/y\"]}",
            "{\n  \"a\": [\n    1,\n    \"x/y\"\n  ],\n  \"b\": 1\n}",
            "{\"b\":1,\"a\":[1.00,\"x/y\"]}",
            "{\"b\":1,\"a\":[1.0,\"x/y\"]}\r\n",
            "{\n\t\"b\": 1,\n\t\"a\": [\n\t\t1.0,\n\t\t\"x/y\"\n\t]\n}",
        ] {
            let token = token_over(sent, |header, _| {
                let encode = |text: &str| base64url::encode(text.as_bytes());
                format!("{}.{}", encode(header), encode(signed)).into_bytes()
            });
            finds_without_fix(&token, "s3cret", "input-reserialised");
        }
    }

    #[test]
    fn with_other_escapes() {
        for (sent, signed) in [
            (r#"{"a":"é"}"#, r#"{"a":"\u00e9"}"#),
            (r#"{"a":"\u00e9"}"#, r#"{"a":"é"}"#),
            (r#"{"a":"<b>"}"#, r#"{"a":"\u003cb\u003e"}"#),
            (r#"{"a":"b+c"}"#, r#"{"a":"b\u002Bc"}"#),
            (r#"{"a":"\ud83d\ude00"}"#, r#"{"a":"😀"}"#),
        ] {
            let token = token_over(sent, |header, _| {
                let encode = |text: &str| base64url::encode(text.as_bytes());
                format!("{}.{}", encode(header), encode(signed)).into_bytes()
            });
            finds_without_fix(&token, "s3cret", "input-reserialised");
        }
    }

    #[test]
    fn by_other_programs() {
        let sent = r#"{"é":"<a> \"b\" 'c' d/e","exp":1700000000,"n":[],"o":{},"p":[{"q":-2}]}"#;
        for signed in [
            "{\r\n  \"\\u00E9\": \"\\u003Ca\\u003E \\u0022b\\u0022 \\u0027c\\u0027 d/e\",\r\n  \"exp\": 1700000000,\r\n  \"n\": [],\r\n  \"o\": {},\r\n  \"p\": [\r\n    {\r\n      \"q\": -2\r\n    }\r\n  ]\r\n}",
            "{\n  \"é\" : \"<a> \\\"b\\\" 'c' d/e\",\n  \"exp\" : 1700000000,\n  \"n\" : [ ],\n  \"o\" : { },\n  \"p\" : [ {\n    \"q\" : -2\n  } ]\n}",
            "{\n    \"\\u00e9\": \"<a> \\\"b\\\" 'c' d\\/e\",\n    \"exp\": 1700000000,\n    \"n\": [],\n    \"o\": {},\n    \"p\": [\n        {\n            \"q\": -2\n        }\n    ]\n}",
            r#"{"é":"<a> \"b\" 'c' d/e","exp":1.7E9,"n":[],"o":{},"p":[{"q":-2.0}]}"#,
            r#"{"é":"<a> \"b\" 'c' d/e","exp":1700000000,"n":[],"o":{},"p":[{"q":-2.0}]}"#,
            r#"{"exp": 1700000000, "n": [], "o": {}, "p": [{"q": -2}], "\u00e9": "<a> \"b\" 'c' d/e"}"#,
        ] {
            let token = token_over(sent, |header, _| {
                let encode = |text: &str| base64url::encode(text.as_bytes());
                format!("{}.{}", encode(header), encode(signed)).into_bytes()
            });
            finds_without_fix(&token, "s3cret", "input-reserialised");
        }
    }

    #[test]
    fn with_other_line_breaks() {
        let (unix, windows) = ("{\n \"a\":1,\n\"b\":2}\n", "{\r\n \"a\":1,\r\n\"b\":2}\r\n");
        for (sent, signed) in [(unix, windows), (windows, unix), (unix, unix.trim_end())] {
            let token = token_over(sent, |header, _| {
                let encode = |text: &str| base64url::encode(text.as_bytes());
                format!("{}.{}", encode(header), encode(signed)).into_bytes()
            });
            finds_without_fix(&token, "s3cret", "input-reserialised");
        }
    }
}
