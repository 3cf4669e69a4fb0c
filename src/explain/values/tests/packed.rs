//! What stands behind the button of a value in which something is packed.

#![allow(clippy::indexing_slicing)]

use super::*;

#[test]
fn what_is_behind_the_button_is_all_of_it() {
    let packed = |value: &str| {
        let payload = format!(r#"{{"x":{value}}}"#);
        let payload = document(&payload);
        let context = KNOWLEDGE.context(None, payload.object());
        let value = payload.get("x").unwrap();
        let said = KNOWLEDGE.value(In::Payload, "x", value, &context, None);
        let facts = said.iter().filter_map(|one| {
            let fact = one.fact("packed").or(one.fact("token"))?;
            let crate::diagnostic::Fact::Text(text) = fact else {
                return None;
            };
            Some(format!("{} {text}", one.code))
        });
        facts.collect::<Vec<_>>()
    };
    let base64 = |text: &[u8]| format!("\"{}\"", crate::base64url::encode(text));
    let token = "eyJhbGciOiJub25lIn0.e30.";
    assert_eq!(
        packed(&format!("{token:?}")),
        [format!("value-token {token}")]
    );
    assert_eq!(
        packed(&base64(token.as_bytes())),
        [format!("value-base64-token {token}")]
    );
    assert_eq!(packed(r#""[1, 2]""#), ["value-json [1, 2]"]);
    let long = format!(r#"{{"text":"{}"}}"#, "é".repeat(200));
    assert_eq!(
        packed(&base64(long.as_bytes())),
        [format!("value-base64-json {long}")]
    );
    let der = [&[0x30, 0x82, 1, 0][..], &[0xAB; 256]].concat();
    let dumped = packed(&base64(&der));
    assert!(
        dumped[0].starts_with("value-der 30 82 01 00 ab ab"),
        "{dumped:?}"
    );
    assert_eq!(dumped[0].lines().count(), 17);
    for nothing in [
        r#""not base64!""#,
        r#""[1, 2""#,
        "1",
        r#""AAAAAAAAAAAAAAAAAAAA""#,
    ] {
        assert!(packed(nothing).is_empty(), "{nothing}");
    }
}
