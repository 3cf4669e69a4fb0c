//! The reader as a whole: what is accepted, what is pointed at, what stays readable.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

mod random;

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
fn a_name_among_many_is_found_as_among_few() {
    let many: Vec<String> = (0..200)
        .map(|n| match n % 50 {
            0 => format!(r#""twice":{{"n":{n}}}"#),
            1 => format!(r#""esc\u0061ped{n}":{n}"#),
            _ => format!(r#""name {}":{n}"#, 199 - n),
        })
        .collect();
    let whole = format!("{{{}}}", many.join(","));
    let inside = format!("[{whole}]");
    for text in [whole.clone(), format!("{}\"cut", &whole[..whole.len() - 1])] {
        let [document, nested] = [&text, &inside].map(|text| parse(text.clone().into_bytes()));
        assert!(!document.by_name.is_empty() && nested.by_name.is_empty());
        let root = document.root().unwrap();
        let slow = nested.root().unwrap().items().next().unwrap();
        for (name, _) in slow.members() {
            let name = name.text().unwrap();
            let found = root.get(&name).map(|value| value.raw());
            assert!(found.is_some(), "{name}");
            assert_eq!(found, slow.get(&name).map(|value| value.raw()), "{name}");
            let last = root.get_last(&name).map(|value| value.raw());
            assert_eq!(
                last,
                slow.get_last(&name).map(|value| value.raw()),
                "{name}"
            );
        }
        for name in [
            "",
            "n",
            "escaped",
            "esc\\u0061ped1",
            "name 200",
            "twic",
            "twice2",
        ] {
            assert!(root.get(name).is_none(), "{name}");
        }
    }
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
