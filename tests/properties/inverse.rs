//! Reading and writing are inverse.

use crate::keys::{algorithms, key_box, keys_for, private, public};
use jwt_debugger::base64url;
use jwt_debugger::inspect::{Family, StructureState, inspect};
use jwt_debugger::json;
use jwt_debugger::keys::{Half, Material, read_key, write_key};
use jwt_debugger::span::Part;
use proptest::collection::vec;
use proptest::prelude::*;

/// White space that may stand between the tokens of JSON.
fn gap() -> impl Strategy<Value = String> {
    "[ \t\r\n]{0,2}"
}

/// A number as it may be written, whatever a double would make of it.
fn number() -> impl Strategy<Value = String> {
    "-?(0|[1-9][0-9]{0,24})(\\.[0-9]{1,9})?([eE][+-]?[0-9]{1,4})?"
}

fn within(quoted: &str) -> String {
    quoted[1..quoted.len() - 1].to_owned()
}

/// A string with its quotes: any text, with escapes that need not be.
fn string() -> impl Strategy<Value = String> {
    let escape = prop_oneof![
        any::<char>().prop_map(|c| within(&json::quote(&c.to_string()))),
        Just("\\u0041".to_owned()),
        Just("\\/".to_owned()),
        Just("\\uD83D\\uDE00".to_owned()),
        Just("\\\"".to_owned()),
    ];
    vec(escape, 0..8).prop_map(|pieces| format!("\"{}\"", pieces.concat()))
}

/// A JSON text in any spelling: white space, order and repeated names included.
fn text() -> impl Strategy<Value = String> {
    let plain = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("false".to_owned()),
        number(),
        string(),
    ];
    let padded = |inner: BoxedStrategy<String>| {
        (gap(), inner, gap()).prop_map(|(a, b, c)| format!("{a}{b}{c}"))
    };
    plain.boxed().prop_recursive(5, 40, 6, move |inner| {
        let item = padded(inner.clone().boxed()).boxed();
        let name = padded(string().boxed());
        let member = (name, item.clone()).prop_map(|(name, value)| format!("{name}:{value}"));
        prop_oneof![
            vec(item, 0..6).prop_map(|items| format!("[{}]", items.join(","))),
            vec(member, 0..6).prop_map(|members| format!("{{{}}}", members.join(","))),
        ]
    })
}

/// The tokens of a text: everything but the white space between them.
fn tokens(text: &str) -> String {
    let mut in_string = false;
    let mut escaped = false;
    let keep = |c: &char| {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            _ => {}
        }
        in_string || !matches!(c, ' ' | '\t' | '\r' | '\n')
    };
    text.chars().filter(keep).collect()
}

proptest! {
    #![proptest_config(crate::cases(600))]

    #[test]
    fn json_is_printed_without_losing_anything(text in text()) {
        let document = json::parse(text.clone().into_bytes());
        prop_assert_eq!(document.faults(), []);
        prop_assert_eq!(document.bytes(), text.as_bytes());
        let printed = json::pretty(&document);
        prop_assert_eq!(tokens(&printed), tokens(&text));
        let again = json::parse(printed.clone().into_bytes());
        prop_assert_eq!(again.faults(), []);
        prop_assert_eq!(json::pretty(&again), printed);
    }

    #[test]
    fn every_cut_of_a_json_text_is_kept_too(text in text(), at in any::<prop::sample::Index>()) {
        let cut = &text.as_bytes()[..at.index(text.len() + 1)];
        let document = json::parse(cut.to_vec());
        prop_assert_eq!(document.bytes(), cut);
        prop_assert!(document.faults().len() <= json::MAX_FAULTS);
    }

    #[test]
    fn a_quoted_text_reads_as_itself(text in any::<String>()) {
        let document = json::parse(json::quote(&text).into_bytes());
        prop_assert_eq!(document.faults(), []);
        prop_assert_eq!(document.root().unwrap().text().unwrap(), text);
    }

    #[test]
    fn bytes_come_back_from_base64url(bytes in vec(any::<u8>(), 0..200)) {
        let text = base64url::encode(&bytes);
        prop_assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        prop_assert_eq!(base64url::decode(&text), Some(bytes.clone()));
        let lenient = base64url::decode_lenient(&text);
        prop_assert!(lenient.faults.is_empty());
        prop_assert_eq!(lenient.bytes, bytes);
    }

    #[test]
    fn no_two_texts_are_the_same_bytes(text in "[A-Za-z0-9_-]{0,40}") {
        if let Some(bytes) = base64url::decode(&text) {
            prop_assert_eq!(base64url::encode(&bytes), text);
        }
    }

    #[test]
    fn a_damaged_base64url_text_is_repaired_to_its_bytes(
        bytes in vec(any::<u8>(), 1..60),
        at in any::<prop::sample::Index>(),
        damage in prop_oneof![Just(" "), Just("\n"), Just("\r\n\t"), Just("=")],
    ) {
        let mut text = base64url::encode(&bytes);
        text.insert_str(at.index(text.len() + 1), damage);
        prop_assert_eq!(base64url::decode(&text), None);
        let lenient = base64url::decode_lenient(&text);
        prop_assert_eq!(lenient.bytes, bytes);
        prop_assert_eq!(lenient.faults.len(), 1);
    }

    #[test]
    fn a_compact_serialization_is_its_parts(
        member in string(),
        payload in vec(any::<u8>(), 1..80),
        signature in vec(any::<u8>(), 1..80),
    ) {
        let header = format!("{{\"alg\":\"HS256\",\"x\":{member}}}");
        // Text, so that it is not read as JSON that is damaged.
        let payload = [b"x".as_slice(), &payload].concat();
        let parts = [header.as_bytes(), &payload, &signature];
        let token = parts.map(base64url::encode).join(".");
        let inspection = inspect(&token);
        prop_assert_eq!(inspection.tokens.len(), 1);
        let found = &inspection.tokens[0];
        prop_assert_eq!(found.family, Family::Jws);
        prop_assert_eq!(&found.source.text, &token);
        prop_assert_eq!(inspection.structure(0), StructureState::Ok);
        let roles = [Part::Header, Part::Payload, Part::Signature];
        for (role, bytes) in roles.into_iter().zip(parts) {
            let part = found.part(role).unwrap();
            prop_assert!(part.exact);
            prop_assert_eq!(&part.bytes, bytes);
        }
    }

    #[test]
    fn a_secret_comes_back_from_its_jwk(bytes in vec(any::<u8>(), 1..100)) {
        let jwk = format!("{{\"kty\":\"oct\",\"k\":\"{}\"}}", base64url::encode(&bytes));
        let reading = read_key(&key_box(&jwk));
        let Material::Oct(secret) = &reading.keys[0].material else {
            return Err(TestCaseError::fail("no secret"));
        };
        prop_assert_eq!(secret.expose(), &bytes);
        let written = write_key(&reading.keys[0], Half::Private).unwrap();
        let again = read_key(&key_box(written.expose()));
        prop_assert_eq!(&again.keys[0].material, &reading.keys[0].material);
    }
}

#[test]
fn every_kind_of_key_comes_back_from_its_jwk() {
    let mut kinds = 0;
    for alg in algorithms() {
        for key in keys_for(alg) {
            let text = private(&key);
            let read = read_key(&key_box(&text)).keys.remove(0);
            assert_eq!(read.material, key.material, "{alg}");
            assert_eq!(private(&read), text, "{alg}");
            let half = read_key(&key_box(&public(&key))).keys.remove(0);
            assert_eq!(public(&half), public(&key), "{alg}");
            assert_eq!(half.facts.thumbprint, key.facts.thumbprint, "{alg}");
            kinds += 1;
        }
    }
    assert!(kinds >= 19, "{kinds}");
}
