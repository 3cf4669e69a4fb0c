//! The payload or header was parsed and written again between signing and sending: other white
//! space, other order, other escapes.

use super::{decoded, joined};
use crate::base64url;
use crate::diagnosis::{Case, Cause, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::json::{self, Kind as JsonKind, Value};

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
    /// What stands behind the last brace.
    end: &'static str,
}

/// How a whole number is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbers {
    /// As it was.
    Kept,
    /// `1` for `1.0`.
    Whole,
    /// `1.0` for `1`, as where every number is a float.
    Float,
}

/// Which characters of a string are written as escapes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Escapes {
    /// As they were.
    Kept,
    /// `\/`, as PHP does.
    Slash,
    /// All beyond ASCII as `\u00e9`, as Python does.
    Ascii,
    /// None that JSON does not ask for.
    Least,
    /// `<`, `>`, `&` too, as Go does.
    Html,
    /// Those, `+`, `'` and all beyond ASCII, in capitals, as .NET does.
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
    for style in [COMPACT, spaced, two, four] {
        for is_sorted in [false, true] {
            all.push(Style { is_sorted, ..style });
        }
    }
    for escapes in [
        Escapes::Slash,
        Escapes::Ascii,
        Escapes::Least,
        Escapes::Html,
        Escapes::Net,
    ] {
        all.push(Style { escapes, ..COMPACT });
        all.push(Style { escapes, ..spaced });
    }
    for end in ["\n", "\r\n"] {
        for style in [COMPACT, two, four] {
            all.push(Style { end, ..style });
        }
    }
    let tab = Style {
        indent: Some(0),
        ..two
    };
    all.push(tab);
    for style in [two, four] {
        all.push(Style {
            line: "\r\n",
            ..style
        });
    }
    for numbers in [Numbers::Whole, Numbers::Float] {
        all.push(Style { numbers, ..COMPACT });
    }
    // As Jackson prints objects.
    all.push(Style {
        colon: " : ",
        ..two
    });
    all
}

fn inputs(case: &Case<'_>) -> Vec<Said<Vec<u8>>> {
    let Some((header, payload)) = decoded(case) else {
        return Vec::new();
    };
    let encode = |bytes: &[u8]| base64url::encode(bytes).into_bytes();
    let mut all = Vec::new();
    for style in styles() {
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
            all.push(joined(&encode(header), &encode(payload)));
        }
    }
    all.into_iter()
        .map(|input| (input, Diagnostic::info("input-reserialised")))
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
    let line = |depth: usize, out: &mut Vec<u8>| {
        if let Some(indent) = style.indent {
            out.extend_from_slice(style.line.as_bytes());
            let (fill, width) = if indent == 0 {
                (b'\t', 1)
            } else {
                (b' ', indent)
            };
            out.resize(out.len().saturating_add(depth.saturating_mul(width)), fill);
        }
    };
    let inner = depth.saturating_add(1);
    match value.kind() {
        JsonKind::Object => {
            let mut members: Vec<_> = value.members().collect();
            if style.is_sorted {
                members.sort_by_key(|(name, _)| name.text().map(|text| text.into_owned()));
            }
            out.push(b'{');
            let is_empty = members.is_empty();
            for (index, (name, member)) in members.into_iter().enumerate() {
                if index > 0 {
                    out.extend_from_slice(style.comma.as_bytes());
                }
                line(inner, out);
                out.extend(scalar(name, style));
                out.extend_from_slice(style.colon.as_bytes());
                write(member, style, inner, out);
            }
            if !is_empty {
                line(depth, out);
            }
            out.push(b'}');
        }
        JsonKind::Array => {
            out.push(b'[');
            let items: Vec<_> = value.items().collect();
            let is_empty = items.is_empty();
            for (index, item) in items.into_iter().enumerate() {
                if index > 0 {
                    out.extend_from_slice(style.comma.as_bytes());
                }
                line(inner, out);
                write(item, style, inner, out);
            }
            if !is_empty {
                line(depth, out);
            }
            out.push(b']');
        }
        _ => out.extend(scalar(value, style)),
    }
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
        (Numbers::Float, _) if is_whole => [raw, b".0"].concat(),
        _ => raw.to_vec(),
    }
}

/// A string literal with these escapes.
fn string(text: &str, escapes: Escapes) -> String {
    let mut out = String::with_capacity(text.len());
    let plain = json::quote(text);
    for c in plain.chars() {
        let is_foreign = !c.is_ascii();
        let is_markup = matches!(c, '<' | '>' | '&');
        let written = match escapes {
            Escapes::Slash if c == '/' => Some("\\/".to_owned()),
            Escapes::Ascii if is_foreign => Some(units(c, false)),
            Escapes::Html if is_markup => Some(units(c, false)),
            Escapes::Net if is_foreign || is_markup || matches!(c, '+' | '\'') => {
                Some(units(c, true))
            }
            _ => None,
        };
        match written {
            Some(escape) => out.push_str(&escape),
            None => out.push(c),
        }
    }
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
}
