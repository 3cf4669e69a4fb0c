//! The reader as a whole: what is accepted, what is pointed at, what stays readable, and that
//! no bytes at all bring it down.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use super::*;

/// The faults of `text`, one a line: `line:column found, expected`.
fn faults(text: impl AsRef<[u8]>) -> Vec<String> {
    parse(text.as_ref().to_vec())
        .faults()
        .iter()
        .map(|fault| {
            let found = fault.found.map_or("end".to_owned(), |c| format!("{c:?}"));
            format!(
                "{}:{} {found}, {:?}",
                fault.line, fault.column, fault.expected
            )
        })
        .collect()
}

/// The tree with damaged parts left out, in a short notation.
fn tree(text: impl AsRef<[u8]>) -> String {
    fn write(value: Value<'_>, out: &mut String) {
        match value.kind() {
            Kind::Object => {
                out.push('{');
                for (index, (name, value)) in value.members().enumerate() {
                    if index > 0 {
                        out.push(' ');
                    }
                    out.push_str(&name.text().unwrap());
                    out.push(':');
                    if value.id() == name.id() {
                        out.push('?');
                    } else {
                        write(value, out);
                    }
                }
                out.push('}');
            }
            Kind::Array => {
                out.push('[');
                for (index, item) in value.items().enumerate() {
                    if index > 0 {
                        out.push(' ');
                    }
                    write(item, out);
                }
                out.push(']');
            }
            _ => out.push_str(&value.raw_text()),
        }
    }
    let document = parse(text.as_ref().to_vec());
    let mut out = String::new();
    if let Some(root) = document.root() {
        write(root, &mut out);
    }
    out
}

fn check_damaged(text: impl AsRef<[u8]>, expected_tree: &str, expected_faults: &[&str]) {
    let shown = String::from_utf8_lossy(text.as_ref()).into_owned();
    assert_eq!(tree(text.as_ref()), expected_tree, "{shown}");
    assert_eq!(faults(text.as_ref()), expected_faults, "{shown}");
}

#[test]
fn a_document_keeps_order_digits_escapes_and_duplicates() {
    let text = r#" { "b" : 1.0e+05 , "a":[ ] , "b":"\u0041\/" , "2":-0,"1":1e400} "#;
    let document = parse(text.into());
    assert!(document.faults().is_empty());
    let raw: Vec<_> = document
        .root()
        .unwrap()
        .members()
        .map(|(name, value)| format!("{}={}", name.raw_text(), value.raw_text()))
        .collect();
    assert_eq!(
        raw,
        [
            r#""b"=1.0e+05"#,
            r#""a"=[ ]"#,
            r#""b"="\u0041\/""#,
            r#""2"=-0"#,
            r#""1"=1e400"#
        ]
    );
    assert_eq!(document.get("b").unwrap().raw_text(), "1.0e+05");
    assert_eq!(document.root().unwrap().duplicate_names(), ["b"]);
    assert_eq!(document.object().unwrap().span(), 1..text.len() - 1);
}

#[test]
fn duplicate_names_are_compared_with_escapes_resolved() {
    let document = parse(r#"{"alg":1,"\u0061lg":2,"alg":3}"#.into());
    let root = document.root().unwrap();
    assert_eq!(root.duplicate_names(), ["alg"]);
    let repeated: Vec<_> = root.repeated_members().map(|(_, v)| v.as_i64()).collect();
    assert_eq!(repeated, [Some(2), Some(3)]);
}

#[test]
fn what_stands_before_the_fault_stays_readable() {
    check_damaged("", "", &["1:1 end, Value"]);
    check_damaged(" \n ", "", &["2:2 end, Value"]);
    check_damaged("{", "{}", &["1:2 end, NameOrEnd"]);
    check_damaged(r#"{"a""#, "{a:?}", &["1:5 end, Colon"]);
    check_damaged(r#"{"a":"#, "{a:?}", &["1:6 end, Value"]);
    check_damaged(r#"{"a":1"#, "{a:1}", &["1:7 end, CommaOrEnd"]);
    check_damaged(r#"{"a":1,"#, "{a:1}", &["1:8 end, Name"]);
    check_damaged(
        r#"{"a":"b"#,
        r#"{a:"b}"#,
        &["1:8 end, Quote", "1:8 end, CommaOrEnd"],
    );
    check_damaged(
        r#"[1,[2,{"a":3"#,
        "[1 [2 {a:3}]]",
        &["1:13 end, CommaOrEnd"],
    );
    check_damaged("[tru", "[]", &["1:5 end, Value"]);
    check_damaged("hello", "", &["1:1 'h', Value"]);
}

#[test]
fn what_stands_after_the_fault_is_read_where_it_can_be() {
    check_damaged(r#"{"a":1,}"#, "{a:1}", &["1:8 '}', Name"]);
    check_damaged("[1,2,]", "[1 2]", &["1:6 ']', Value"]);
    check_damaged("[,1]", "[1]", &["1:2 ',', Value"]);
    check_damaged("[1,,2]", "[1 2]", &["1:4 ',', Value"]);
    check_damaged("[1 2]", "[1 2]", &["1:4 '2', CommaOrEnd"]);
    check_damaged(r#"{"a":1 "b":2}"#, "{a:1 b:2}", &["1:8 '\"', CommaOrEnd"]);
    check_damaged(r#"{"a" 1,"b":2}"#, "{a:1 b:2}", &["1:6 '1', Colon"]);
    check_damaged(r#"{"a"=1,"b":2}"#, "{a:? b:2}", &["1:5 '=', Colon"]);
    check_damaged(r#"{"a"::1}"#, "{a:1}", &["1:6 ':', Value"]);
    check_damaged(r#"{"a":,"b":2}"#, "{a:? b:2}", &["1:6 ',', Value"]);
    check_damaged(r#"{"a","b":2}"#, "{a:? b:2}", &["1:5 ',', Colon"]);
    check_damaged(r#"{"a":undefined,"b":2}"#, "{a:? b:2}", &["1:6 'u', Value"]);
    check_damaged(r#"{"a":True,"b":2}"#, "{a:? b:2}", &["1:6 'T', Value"]);
    check_damaged(r#"{"a":nul,"b":2}"#, "{a:? b:2}", &["1:9 ',', Value"]);
    check_damaged(r#"{a:1,"b":2}"#, "{a:1 b:2}", &["1:2 'a', NameOrEnd"]);
    check_damaged(
        r#"{'a':'x',"b":2}"#,
        "{'a':? b:2}",
        &["1:2 '\\'', NameOrEnd", "1:6 '\\'', Value"],
    );
    check_damaged(r#"{"a":1;"b":2}"#, "{a:1 b:2}", &["1:7 ';', CommaOrEnd"]);
    check_damaged(
        r#"{"a":[1,2,"b":3}"#,
        r#"{a:[1 2 "b" 3]}"#,
        &["1:14 ':', CommaOrEnd", "1:16 '}', CommaOrEnd"],
    );
    check_damaged("[{]", "[{}]", &["1:3 ']', NameOrEnd"]);
    check_damaged(r#"[1}, 2]"#, "[1 2]", &["1:3 '}', CommaOrEnd"]);
    check_damaged(r#"{"a":1}{"b":2}"#, "{a:1}", &["1:8 '{', End"]);
    check_damaged(r#"x {"a":1}"#, "{a:1}", &["1:1 'x', Value"]);
    check_damaged("\u{FEFF}{\"a\":1}", "{a:1}", &["1:1 '\\u{feff}', NoBom"]);
    check_damaged("{\"a\":1}\0", "{a:1}", &["1:8 '\\0', End"]);
}

#[test]
fn numbers_are_held_to_the_grammar() {
    for good in [
        "0", "-0", "10", "0.0", "1e1", "1E+1", "1e-0", "1.5e300", "1e400", "-1.0E-9",
    ] {
        assert_eq!(faults(good), [""; 0], "{good}");
    }
    check_damaged("01", "01", &["1:2 '1', End"]);
    check_damaged("[-01]", "[-01]", &["1:4 '1', CommaOrEnd"]);
    check_damaged("[1.]", "[1.]", &["1:4 ']', Digit"]);
    check_damaged("[1.e1, 2]", "[1.e1 2]", &["1:4 'e', Digit"]);
    check_damaged("[1e, 2]", "[1e 2]", &["1:4 ',', Digit"]);
    check_damaged("[1e+]", "[1e+]", &["1:5 ']', Digit"]);
    check_damaged("[-]", "[-]", &["1:3 ']', Digit"]);
    check_damaged("[-Infinity,2]", "[- 2]", &["1:3 'I', Digit"]);
    check_damaged("[.5,2]", "[2]", &["1:2 '.', Value"]);
    check_damaged("[+5,2]", "[2]", &["1:2 '+', Value"]);
    check_damaged("[0x10,2]", "[0 2]", &["1:3 'x', CommaOrEnd"]);
    check_damaged("[1. 2]", "[1. 2]", &["1:4 ' ', Digit"]);
}

#[test]
fn strings_are_read_around_what_deviates_in_them() {
    let text = |text: &[u8]| {
        let document = parse(text.to_vec());
        document.root().unwrap().text().unwrap().into_owned()
    };
    for (raw, resolved, expected) in [
        (&br#""\q""#[..], "\\q", &["1:3 'q', Escape"][..]),
        (br#""\u12G4""#, "\\u12G4", &["1:6 'G', Escape"]),
        (br#""\u12""#, "\\u12", &["1:6 '\"', Escape"]),
        (br#""\ud800""#, "\u{FFFD}", &["1:2 '\\\\', SurrogatePair"]),
        (br#""\udc00x""#, "\u{FFFD}x", &["1:2 '\\\\', SurrogatePair"]),
        (
            br#""\ud800\u0041""#,
            "\u{FFFD}A",
            &["1:2 '\\\\', SurrogatePair"],
        ),
        (
            br#""\ud800\ud83d\ude00""#,
            "\u{FFFD}😀",
            &["1:2 '\\\\', SurrogatePair"],
        ),
        (b"\"a\tb\"", "a\tb", &["1:3 '\\t', NoControl"]),
        (b"\"a\nb\"", "a\nb", &["1:3 '\\n', NoControl"]),
        (b"\"a\xFFb\"", "a\u{FFFD}b", &["1:3 '\u{FFFD}', Utf8"]),
        (b"\"\xE2\x82\"", "\u{FFFD}", &["1:2 '\u{FFFD}', Utf8"]),
        (
            b"\"\xED\xA0\x80\"",
            "\u{FFFD}\u{FFFD}\u{FFFD}",
            &[
                "1:2 '\u{FFFD}', Utf8",
                "1:3 '\u{FFFD}', Utf8",
                "1:4 '\u{FFFD}', Utf8",
            ],
        ),
        (br#""\"#, "\\", &["1:3 end, Quote"]),
        (br#""\u1"#, "\\u1", &["1:5 end, Quote"]),
        (br#""a\""#, "a\"", &["1:5 end, Quote"]),
    ] {
        assert_eq!(faults(raw), expected, "{}", String::from_utf8_lossy(raw));
        assert_eq!(text(raw), resolved, "{}", String::from_utf8_lossy(raw));
    }
    for (raw, resolved) in [
        (r#""""#, ""),
        (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
        (r#""\u0041\ud83d\uDE00é😀""#, "A😀é😀"),
        ("\"\u{7f}\u{202e}\"", "\u{7f}\u{202e}"),
    ] {
        assert_eq!(faults(raw), [""; 0], "{raw}");
        assert_eq!(text(raw.as_bytes()), resolved, "{raw}");
    }
}

#[test]
fn bytes_that_are_no_characters_are_called_so_wherever_they_stand() {
    check_damaged(b"[1,\xFF2,3]", "[1 3]", &["1:4 '\u{FFFD}', Utf8"]);
    check_damaged(b"\xFF\xFE{\"a\":1}", "{a:1}", &["1:1 '\u{FFFD}', Utf8"]);
}

#[test]
fn lines_and_columns_count_characters() {
    assert_eq!(faults("{\n \"é😀\": x}"), ["2:8 'x', Value"]);
    assert_eq!(faults("[1,\r\n2,\r\r3,\n\n x]"), ["6:2 'x', Value"]);
    assert_eq!(
        faults(b"[\"\xFF\xFF\", x]"),
        [
            "1:3 '\u{FFFD}', Utf8",
            "1:4 '\u{FFFD}', Utf8",
            "1:8 'x', Value"
        ]
    );
}

#[test]
fn nesting_is_read_to_the_limit_and_no_deeper() {
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(faults(nested(MAX_DEPTH)), [""; 0]);
    let deeper = format!("[{},2]", nested(MAX_DEPTH));
    assert_eq!(faults(&deeper), ["1:513 '[', Shallower"]);
    let document = parse(deeper.into());
    let last = document.root().unwrap().items().last().unwrap();
    assert_eq!(last.raw_text(), "2");
    // A million brackets neither overflow the stack nor take long.
    let document = parse("[".repeat(1_000_000).into());
    assert_eq!(document.len(), MAX_DEPTH + 1);
    assert_eq!(document.faults().len(), 2);
    let document = parse("{\"a\":".repeat(200_000).into());
    assert_eq!(document.faults()[0].expected, Expected::Shallower);
}

#[test]
fn faults_are_capped_and_reading_goes_on() {
    let text = format!("[{}7]", "x,".repeat(1000));
    assert_eq!(faults(&text).len(), MAX_FAULTS);
    assert_eq!(tree(&text), "[7]");
}

#[test]
fn pretty_indents_by_two_and_keeps_every_token() {
    let text = r#"{"b":1.0e+05,"a":[],"o" : { } ,"l":[1,{"x":[[]]},"\u0041"],"a":null}"#;
    let expected = r#"{
  "b": 1.0e+05,
  "a": [],
  "o": {},
  "l": [
    1,
    {
      "x": [
        []
      ]
    },
    "\u0041"
  ],
  "a": null
}"#;
    assert_eq!(pretty(&parse(text.into())), expected);
    assert_eq!(pretty(&parse(expected.into())), expected);
    for scalar in ["1", "\"a\"", "null", "{}", "[]"] {
        assert_eq!(pretty(&parse(format!(" {scalar} ").into())), scalar);
    }
    assert_eq!(
        pretty(&parse(b"[[1],2]".to_vec())),
        "[\n  [\n    1\n  ],\n  2\n]"
    );
}

#[test]
fn a_damaged_document_is_printed_as_it_stands() {
    for damaged in [
        "",
        "{\"a\":1,}",
        "{\"a\" :  x\n",
        "\u{FEFF}{}",
        "{} {}",
        "[\"a\nb\"]",
    ] {
        assert_eq!(pretty(&parse(damaged.into())), damaged);
    }
    // What deviates only inside a string leaves the structure certain.
    assert_eq!(
        pretty(&parse(br#"["\ud800"]"#.to_vec())),
        "[\n  \"\\ud800\"\n]"
    );
    assert_eq!(
        pretty(&parse(b"[\"\xFF\"]".to_vec())),
        "[\n  \"\u{FFFD}\"\n]"
    );
}

#[test]
fn lines_know_their_node_their_partner_and_their_tokens() {
    let document = parse(br#"{"a":[1 ,2],"b":{}}"#.to_vec());
    let lines = lines(&document);
    let shown: Vec<_> = lines
        .iter()
        .map(|line| {
            format!(
                "{:?} {} {} {}",
                line.shape,
                line.depth,
                line.partner,
                line.text(&document).trim()
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "Opens 0 6 {",
            "Opens 1 4 \"a\": [",
            "Whole 2 2 1,",
            "Whole 2 3 2",
            "Closes 1 1 ],",
            "Whole 1 5 \"b\": {}",
            "Closes 0 0 }",
        ]
    );
    let tokens: Vec<_> = lines[1]
        .tokens(&document)
        .iter()
        .map(|token| (token.class, token.span.clone()))
        .collect();
    assert_eq!(
        tokens,
        [
            (Class::Name, 1..4),
            (Class::Punctuation, 4..5),
            (Class::Punctuation, 5..6)
        ]
    );
    assert_eq!(lines[4].tokens(&document)[1].span, 11..12);
    assert_eq!(lines[4].node, lines[1].node);
}

#[test]
fn lines_of_a_damaged_document_cover_every_byte_once() {
    let text = "{ \"a\": [1, x!],\n\"b\": \"c\nd\" \"e\": true";
    let document = parse(text.into());
    let lines = lines(&document);
    let mut covered = String::new();
    for (index, line) in lines.iter().enumerate() {
        assert_eq!(line.shape, Shape::AsItStands);
        if index > 0 {
            covered.push('\n');
        }
        for token in line.tokens(&document) {
            covered.push_str(&token.text(&document));
        }
    }
    assert_eq!(covered, text);
    assert!(
        lines[0]
            .tokens(&document)
            .iter()
            .any(|t| t.class == Class::Unread)
    );
    assert_eq!(lines[2].tokens(&document)[0].class, Class::String);
}

#[test]
fn quote_escapes_what_it_must_and_nothing_else() {
    assert_eq!(
        quote("a\"\\/\n\u{1}\u{7f}é"),
        "\"a\\\"\\\\/\\n\\u0001\u{7f}é\""
    );
    for c in (0..=0x2FFu32).filter_map(char::from_u32) {
        let text = c.to_string();
        let document = parse(quote(&text).into());
        assert!(document.faults().is_empty());
        assert_eq!(document.root().unwrap().text().unwrap(), text);
    }
}

#[test]
fn a_node_is_found_by_any_byte_of_it() {
    let document = parse(br#"{"a":[1,"bc"]}"#.to_vec());
    let raw = |offset| document.node_at(offset).map(|v| v.raw_text().into_owned());
    assert_eq!(raw(0).as_deref(), Some(r#"{"a":[1,"bc"]}"#));
    assert_eq!(raw(2).as_deref(), Some("\"a\""));
    assert_eq!(raw(6).as_deref(), Some("1"));
    assert_eq!(raw(7).as_deref(), Some("[1,\"bc\"]"));
    assert_eq!(raw(13).as_deref(), Some(r#"{"a":[1,"bc"]}"#));
    assert_eq!(raw(14), None);
}

/// A small generator with a fixed seed (xorshift64*), so that a failure comes back.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let n = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(n).unwrap() % bound
    }

    fn pick<'a>(&mut self, from: &[&'a [u8]]) -> &'a [u8] {
        from[self.below(from.len())]
    }
}

const PIECES: [&[u8]; 46] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"a\"",
    b"\"b\":",
    b"\"",
    b"\\",
    b"\\u",
    b"\\u00e9",
    b"\\ud83d\\ude00",
    b"\\ud800",
    b"\\n",
    b"0",
    b"1",
    b"-",
    b"12",
    b".",
    b"e",
    b"E+",
    b"true",
    b"false",
    b"null",
    b"tru",
    b" ",
    b"\n",
    b"\r\n",
    b"\t",
    b"\0",
    b"\x1f",
    b"\x7f",
    b"\xc3\xa9",
    b"\xf0\x9f\x98\x80",
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xEF\xBB\xBF",
    b"x",
    b"'",
    b"{}",
    b"[]",
    b"1.5e-3",
    b"{\"a\":1}",
    b"[1,2]",
];

fn random_bytes(dice: &mut Dice) -> Vec<u8> {
    (0..dice.below(24))
        .flat_map(|_| dice.pick(&PIECES).to_vec())
        .collect()
}

fn random_document(dice: &mut Dice, depth: usize, out: &mut Vec<u8>) {
    let space = |dice: &mut Dice, out: &mut Vec<u8>| {
        out.extend_from_slice(dice.pick(&[b"", b"", b"", b" ", b"\n\t", b"\r\n"]));
    };
    space(dice, out);
    match dice.below(if depth > 5 { 5 } else { 9 }) {
        0 => out.extend_from_slice(dice.pick(&[b"true", b"false", b"null"])),
        1 | 2 => out.extend_from_slice(dice.pick(&[
            b"0",
            b"-0",
            b"1.50",
            b"1E+3",
            b"12345678901234567890",
            b"1e400",
            b"0e0",
        ])),
        3 | 4 => out.extend_from_slice(dice.pick(&[
            b"\"\"",
            b"\"a\"",
            b"\"\\u0061\"",
            b"\"\\\"\\\\\\/\"",
            "\"é\u{202e}😀\"".as_bytes(),
            b"\"\\ud83d\\ude00\"",
        ])),
        5 | 6 => {
            out.push(b'[');
            for index in 0..dice.below(5) {
                if index > 0 {
                    out.push(b',');
                }
                random_document(dice, depth + 1, out);
            }
            space(dice, out);
            out.push(b']');
        }
        _ => {
            out.push(b'{');
            for index in 0..dice.below(5) {
                if index > 0 {
                    out.push(b',');
                }
                space(dice, out);
                out.extend_from_slice(dice.pick(&[
                    b"\"a\"",
                    b"\"a\"",
                    b"\"\"",
                    b"\"\\u0061\"",
                    b"\"exp\"",
                ]));
                space(dice, out);
                out.push(b':');
                random_document(dice, depth + 1, out);
            }
            space(dice, out);
            out.push(b'}');
        }
    }
    space(dice, out);
}

/// Every token of a well-formed document in order, white space left out.
fn token_sequence(document: &Document) -> Vec<(Class, Vec<u8>)> {
    lines(document)
        .iter()
        .flat_map(|line| line.tokens(document))
        .map(|token| (token.class, document.bytes()[token.span].to_vec()))
        .collect()
}

fn check_against_serde(bytes: &[u8]) {
    let document = parse(bytes.to_vec());
    let shown = String::from_utf8_lossy(bytes);
    // `IgnoredAny` follows the grammar without turning numbers into doubles; it looks neither at
    // UTF-8 nor at surrogates.
    let grammar = serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
        && std::str::from_utf8(bytes).is_ok();
    let accepted = document
        .faults()
        .iter()
        .all(|fault| fault.expected == Expected::SurrogatePair);
    assert_eq!(accepted, grammar, "{shown} {:?}", document.faults());
    match serde_json::from_slice::<serde_json::Value>(bytes) {
        Ok(value) => {
            assert!(document.faults().is_empty(), "{shown}");
            check_same(document.root().unwrap(), &value);
        }
        Err(error) => {
            let is_range = error.to_string().contains("out of range");
            assert!(!document.faults().is_empty() || is_range, "{shown} {error}");
        }
    }
}

fn check_same(ours: Value<'_>, theirs: &serde_json::Value) {
    match theirs {
        serde_json::Value::Null => assert_eq!(ours.kind(), Kind::Null),
        serde_json::Value::Bool(b) => assert_eq!(ours.as_bool(), Some(*b)),
        serde_json::Value::Number(n) => {
            // serde_json's quick reading of decimals may be off by one unit in the last place.
            let (ours, theirs) = (ours.as_f64().unwrap(), n.as_f64().unwrap());
            assert!(
                (ours - theirs).abs() <= theirs.abs() * 1e-15,
                "{ours} {theirs}"
            );
        }
        serde_json::Value::String(text) => assert_eq!(ours.text().unwrap(), text.as_str()),
        serde_json::Value::Array(items) => {
            assert_eq!(ours.items().count(), items.len());
            for (ours, theirs) in ours.items().zip(items) {
                check_same(ours, theirs);
            }
        }
        serde_json::Value::Object(members) => {
            let distinct: std::collections::BTreeSet<_> = ours
                .members()
                .map(|(name, _)| name.text().unwrap())
                .collect();
            assert_eq!(distinct.len(), members.len());
            for (name, theirs) in members {
                // serde_json keeps the last of duplicate names.
                let (_, last) = ours
                    .members()
                    .filter(|(n, _)| n.text().as_deref() == Some(name))
                    .last()
                    .unwrap();
                check_same(last, theirs);
            }
        }
    }
}

/// What must hold of any bytes at all.
fn check_any(bytes: &[u8]) {
    let document = parse(bytes.to_vec());
    let mut last_start = 0;
    for id in 0..u32::try_from(document.len()).unwrap() {
        let value = document.value(NodeId(id)).unwrap();
        let span = value.span();
        assert!(span.start <= span.end && span.end <= bytes.len());
        assert!(span.start >= last_start);
        last_start = span.start;
        for child in value.children() {
            assert!(child.span().start >= span.start && child.span().end <= span.end);
        }
        let _ = (
            value.text(),
            value.number(),
            value.pointer(),
            value.parent(),
        );
    }
    for fault in document.faults() {
        assert!(fault.offset <= bytes.len());
        assert_eq!(fault.found.is_none(), fault.offset == bytes.len());
    }
    let lines = lines(&document);
    for (index, line) in lines.iter().enumerate() {
        let partner = lines[line.partner as usize];
        assert_eq!(partner.partner as usize, index);
        assert_eq!(partner.depth, line.depth);
    }
    let joined: Vec<_> = lines.iter().map(|line| line.text(&document)).collect();
    // Bytes of one damaged character may lie on both sides of a token's edge only when they are
    // not UTF-8, and then their replacement differs.
    if std::str::from_utf8(bytes).is_ok() {
        assert_eq!(joined.join("\n"), pretty(&document));
    }
}

#[test]
fn random_pieces_are_judged_as_serde_json_judges_them() {
    let mut dice = Dice(0x5eed_0001);
    let mut accepted = 0;
    for _ in 0..60_000 {
        let bytes = random_bytes(&mut dice);
        check_against_serde(&bytes);
        check_any(&bytes);
        accepted += usize::from(parse(bytes).faults().is_empty());
    }
    assert!(accepted > 500, "{accepted}");
}

#[test]
fn random_documents_survive_printing_and_one_changed_byte() {
    let mut dice = Dice(0x5eed_0002);
    for _ in 0..4_000 {
        let mut bytes = Vec::new();
        random_document(&mut dice, 0, &mut bytes);
        check_against_serde(&bytes);
        let document = parse(bytes.clone());
        let printed = parse(pretty(&document).into());
        assert!(printed.faults().is_empty());
        assert_eq!(token_sequence(&document), token_sequence(&printed));
        let at = dice.below(bytes.len());
        match dice.below(3) {
            0 => bytes.truncate(at),
            1 => bytes[at] = b"{}[],:\"\\\x00\xff0ex "[dice.below(14)],
            _ => drop(bytes.remove(at)),
        }
        check_against_serde(&bytes);
        check_any(&bytes);
    }
}

#[test]
fn random_bytes_bring_nothing_down() {
    let mut dice = Dice(0x5eed_0003);
    for _ in 0..20_000 {
        let bytes: Vec<u8> = (0..dice.below(40))
            .map(|_| u8::try_from(dice.below(256)).unwrap())
            .collect();
        check_any(&bytes);
    }
}
