//! Times in a draft: claims that hold NumericDates, and moving all of them along with the clock.
//! Spec: RFC 7519 §4.1.4 to §4.1.6, OpenID Connect Core 1.0 §2 (`auth_time`).

use crate::json::{parse, set_member};

/// Claims whose value is a moment, in the order in which they are offered.
pub const TIME_CLAIMS: [&str; 4] = ["exp", "nbf", "iat", "auth_time"];

/// `payload` with every time claim moved by as much as the clock moved. `None` when there is
/// nothing to move, or `payload` is no well-formed object.
pub fn moved(payload: &str, by: i64) -> Option<String> {
    let mut text = payload.to_owned();
    let mut is_moved = false;
    for name in TIME_CLAIMS {
        let document = parse(text.clone().into_bytes());
        let Some(at) = document.get(name).and_then(|value| value.as_i64()) else {
            continue;
        };
        let value = at.saturating_add(by).to_string();
        text = set_member(&text, name, &value)?;
        is_moved = true;
    }
    (is_moved && by != 0).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn every_time_moves_and_nothing_else() {
        for (payload, by, expected) in [
            (
                r#"{"exp": 100,"n":100}"#,
                20,
                Some(r#"{"exp": 120,"n":100}"#),
            ),
            (
                r#"{"iat":1,"exp":2,"nbf":-3}"#,
                -1,
                Some(r#"{"iat":0,"exp":1,"nbf":-4}"#),
            ),
            (r#"{"exp":"100"}"#, 20, None),
            (r#"{"exp":1.5}"#, 20, None),
            (r#"{"a":{"exp":1}}"#, 20, None),
            (r#"{"exp":1}"#, 0, None),
            (r#"{"exp":1"#, 1, None),
            ("", 1, None),
        ] {
            assert_eq!(moved(payload, by).as_deref(), expected, "{payload}");
        }
    }
}
