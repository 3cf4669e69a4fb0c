//! What a person may write as a moment: a NumericDate, or an ISO 8601 date or date and time.
//! Spec: RFC 7519 §2 (NumericDate), RFC 3339 §5.6 with a space for `T`, and without seconds.
//!
//! ```text
//! moment = ["-"] digits ["." digits]
//!        | YYYY "-" MM "-" DD [("T" | " ") hh ":" mm [":" ss ["." digits]] [zone]]
//! zone   = "Z" | "UTC" | ("+" | "-") hh [":"] mm
//! ```
//! Without a zone the time is UTC: the same text means the same moment on every machine.

use crate::calendar::{Civil, numeric_date};

/// Why a text is not a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAMoment;

/// Reads a moment as whole seconds since 1970-01-01T00:00:00Z. White space around is ignored;
/// an empty text is `Ok(None)`: now.
pub fn parse(text: &str) -> Result<Option<i64>, NotAMoment> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    digits(text)
        .or_else(|| iso(text))
        .map(Some)
        .ok_or(NotAMoment)
}

fn digits(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    if fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    whole.parse().ok()
}

fn iso(text: &str) -> Option<i64> {
    let mut rest = text;
    let year = number(&mut rest, 4)?;
    skip(&mut rest, "-")?;
    let month = number(&mut rest, 2)?;
    skip(&mut rest, "-")?;
    let day = number(&mut rest, 2)?;
    let mut civil = Civil {
        year,
        month,
        day,
        hour: 0,
        minute: 0,
        second: 0,
    };
    if rest.is_empty() {
        return numeric_date(&civil);
    }
    rest = rest.strip_prefix(['T', 't', ' '])?;
    civil.hour = number(&mut rest, 2)?;
    skip(&mut rest, ":")?;
    civil.minute = number(&mut rest, 2)?;
    if skip(&mut rest, ":").is_some() {
        civil.second = number(&mut rest, 2)?;
    }
    if skip(&mut rest, ".").is_some() {
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        if digits.len() == rest.len() {
            return None;
        }
        rest = digits;
    }
    let offset = zone(rest.trim_start())?;
    numeric_date(&civil)?.checked_sub(offset)
}

/// Seconds east of UTC.
fn zone(text: &str) -> Option<i64> {
    if text.is_empty() || text.eq_ignore_ascii_case("z") || text.eq_ignore_ascii_case("utc") {
        return Some(0);
    }
    let (sign, mut rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix(['-', '\u{2212}'])?),
    };
    let hour = number(&mut rest, 2).filter(|hour| *hour < 24)?;
    let _ = skip(&mut rest, ":");
    let minute = number(&mut rest, 2).filter(|minute| *minute < 60)?;
    rest.is_empty()
        .then_some(sign * (hour * 3_600 + minute * 60))
}

fn number(rest: &mut &str, digits: usize) -> Option<i64> {
    let (head, tail) = rest.split_at_checked(digits)?;
    if !head.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    *rest = tail;
    head.parse().ok()
}

fn skip(rest: &mut &str, text: &str) -> Option<()> {
    *rest = rest.strip_prefix(text)?;
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: i64) {
        assert_eq!(parse(text), Ok(Some(expected)), "{text:?}");
    }

    fn refuse(text: &str) {
        assert_eq!(parse(text), Err(NotAMoment), "{text:?}");
    }

    #[test]
    fn empty_means_now() {
        assert_eq!(parse(""), Ok(None));
        assert_eq!(parse(" \n"), Ok(None));
    }

    #[test]
    fn a_numeric_date_is_taken_as_it_is() {
        check("1767225660", 1_767_225_660);
        check(" 0 ", 0);
        check("-1", -1);
        check("1767225660.75", 1_767_225_660);
    }

    #[test]
    fn iso_8601_is_read_with_and_without_its_optional_parts() {
        check("1970-01-01", 0);
        check("2026-01-01T00:01:00Z", 1_767_225_660);
        check("2026-01-01 00:01", 1_767_225_660);
        check("2026-01-01T01:01:00+01:00", 1_767_225_660);
        check("2026-01-01T00:01:00.999 UTC", 1_767_225_660);
        check("2025-12-31T19:01-0500", 1_767_225_660);
        check("2024-02-29", 1_709_164_800);
        check("1969-12-31T23:59:59Z", -1);
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "now",
            "-",
            ".",
            "1.",
            ".5",
            "1e9",
            "12:00",
            "2026",
            "2026-1-1",
            "2026-13-01",
            "2026-00-10",
            "2026-02-29",
            "2026-04-31",
            "2026-01-01T",
            "2026-01-01T24:00",
            "2026-01-01T00:60",
            "2026-01-01T00:00:00.",
            "2026-01-01T00:00X",
            "2026-01-01T00:00+1",
            "2026-01-01T00:00+24:00",
            "99999999999999999999",
            "2026-01-01é",
            "２０２６-01-01",
        ] {
            // A bare year is digits, and digits are a NumericDate.
            if text == "2026" {
                check(text, 2026);
            } else {
                refuse(text);
            }
        }
    }
}
