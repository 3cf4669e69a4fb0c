//! Times in a draft: claims that hold NumericDates, and moving all of them along with the clock.
//! Spec: RFC 7519 §4.1.4 to §4.1.6, OpenID Connect Core 1.0 §2 (`auth_time`).

use crate::json::{Kind, parse, quote, set_member};
use crate::profiles::uuid;

/// Claims whose value is a moment, in the order in which they are offered.
pub const TIME_CLAIMS: [&str; 4] = ["exp", "nbf", "iat", "auth_time"];

/// What moves along with the clock. `auth_time` does not: it says when somebody signed in.
const MOVING: [&str; 3] = ["exp", "nbf", "iat"];

/// `payload` with its times moved by as much as the clock moved, but for those that are `fixed`,
/// and with a new `jti` of `random` where it has one: it is another token. `None` when there is
/// nothing to move, or `payload` is no well-formed object. A fraction of a second is kept.
pub fn moved(payload: &str, by: i64, fixed: &[String], random: &[u8]) -> Option<String> {
    let mut text = payload.to_owned();
    let mut is_moved = false;
    for name in MOVING {
        let document = parse(text.clone().into_bytes());
        let at = document.get(name);
        let digits = at.and_then(|value| value.digits().map(str::to_owned));
        let Some(value) = digits.and_then(|digits| later(&digits, by)) else {
            continue;
        };
        if fixed.iter().any(|one| one == name) {
            continue;
        }
        text = set_member(&text, name, &value)?;
        is_moved = true;
    }
    if !is_moved || by == 0 {
        return None;
    }
    let document = parse(text.clone().into_bytes());
    let jti = document.get("jti").filter(|jti| jti.kind() == Kind::String);
    match jti {
        Some(_) => set_member(&text, "jti", &quote(&uuid(random))),
        None => Some(text),
    }
}

/// A number of seconds in plain digits, with or without a fraction, moved.
fn later(digits: &str, by: i64) -> Option<String> {
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let is_plain = fraction.is_none_or(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    let whole: i64 = whole.parse().ok().filter(|_| is_plain)?;
    let moved = whole.saturating_add(by);
    Some(match fraction {
        Some(fraction) => format!("{moved}.{fraction}"),
        None => moved.to_string(),
    })
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
            (r#"{"exp":1.50}"#, 20, Some(r#"{"exp":21.50}"#)),
            (r#"{"exp":1e3}"#, 20, None),
            // When somebody signed in does not change.
            (
                r#"{"exp":1,"auth_time":1}"#,
                2,
                Some(r#"{"exp":3,"auth_time":1}"#),
            ),
            (
                r#"{"nbf":1,"exp":1,"jti":1}"#,
                2,
                Some(r#"{"nbf":3,"exp":3,"jti":1}"#),
            ),
            (r#"{"a":{"exp":1}}"#, 20, None),
            (r#"{"exp":1}"#, 0, None),
            (r#"{"exp":1"#, 1, None),
            ("", 1, None),
        ] {
            assert_eq!(
                moved(payload, by, &[], &[0; 16]).as_deref(),
                expected,
                "{payload}"
            );
        }
    }

    #[test]
    fn a_fixed_time_stays_and_a_new_token_has_a_new_jti() {
        let payload = r#"{"exp":5,"iat":1,"jti":"one"}"#;
        let fixed = ["exp".to_owned()];
        assert_eq!(
            moved(payload, 2, &fixed, &[0; 16]).as_deref(),
            Some(r#"{"exp":5,"iat":3,"jti":"00000000-0000-4000-8000-000000000000"}"#)
        );
        assert_eq!(moved(r#"{"exp":5,"jti":"one"}"#, 2, &fixed, &[0; 16]), None);
    }
}
