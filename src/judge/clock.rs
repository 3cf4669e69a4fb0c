//! What a person types as the moment at which claims are judged.
//!
//! ```text
//! clock  = "" / number / date [ ("T" / " ") time [ zone ] ]
//! number = a JSON number: NumericDate
//! date   = YYYY "-" MM "-" DD
//! time   = hh ":" mm [ ":" ss [ "." digits ] ]
//! zone   = "Z" / [ " " ] "UTC" / ("+" / "-") hh [ [":"] mm ]
//! ```
//!
//! A time without a zone is UTC: the core has no time zone of its own.
//! Spec: RFC 3339 §5.6, ISO 8601; RFC 7519 §2 for NumericDate.

use crate::calendar::{Civil, numeric_date};
use crate::diagnostic::{Diagnostic, Fact};
use crate::jose::jwt::numeric_date::{Unit, decimal};

/// `Ok(None)` for an empty text: now. Fractions of a second are cut off.
pub fn parse_clock(text: &str) -> Result<Option<i64>, Diagnostic> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if is_number(text) {
        return number(text).map(Some);
    }
    let mut cursor = Cursor { rest: text };
    let at = iso(&mut cursor).map_err(|expected| unreadable(text, cursor.rest, expected))?;
    at.map(Some)
        .ok_or_else(|| Diagnostic::warning("clock-no-such-date").with("found", text))
}

fn unreadable(text: &str, rest: &str, expected: Expected) -> Diagnostic {
    let length = |text: &str| text.chars().count();
    let position = length(text).saturating_sub(length(rest)).saturating_add(1);
    let diagnostic = match rest.chars().next() {
        Some(found) => Diagnostic::warning("clock-unreadable").with("found", found.to_string()),
        None => Diagnostic::warning("clock-unreadable-end"),
    };
    diagnostic
        .with("expected", Fact::Word(expected.into()))
        .with("position", position)
}

/// A JSON number as far as a person types one.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let mut dots = 0;
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| {
            dots += usize::from(c == '.');
            c.is_ascii_digit() || c == '.'
        })
        && dots <= 1
}

fn number(text: &str) -> Result<i64, Diagnostic> {
    let date = decimal(text)
        .ok_or_else(|| Diagnostic::warning("clock-out-of-range").with("found", text))?;
    if date.unit() != Unit::Seconds {
        return Err(Diagnostic::warning("clock-milliseconds")
            .with("found", text)
            .with("meant", date.meant().to_string()));
    }
    Ok(date.floor)
}

/// The rest of the text.
struct Cursor<'a> {
    rest: &'a str,
}

/// What the grammar wants at the cursor, as the key of its wording.
type Expected = &'static str;

impl Cursor<'_> {
    fn take(&mut self, wanted: &[char]) -> bool {
        match self.rest.strip_prefix(wanted) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn need(&mut self, wanted: char, expected: Expected) -> Result<(), Expected> {
        if self.take(&[wanted]) {
            Ok(())
        } else {
            Err(expected)
        }
    }

    fn digits(&mut self, count: usize, expected: Expected) -> Result<i64, Expected> {
        let mut value = 0;
        for _ in 0..count {
            let digit = self.rest.chars().next().and_then(|c| c.to_digit(10));
            let digit = digit.ok_or(expected)?;
            self.rest = self.rest.get(1..).unwrap_or_default();
            value = value * 10 + i64::from(digit);
        }
        Ok(value)
    }
}

/// `Ok(None)`: well written, but there is no such date.
fn iso(cursor: &mut Cursor) -> Result<Option<i64>, Expected> {
    let year = cursor.digits(4, "clock-expected-start")?;
    cursor.need('-', "clock-expected-dash")?;
    let month = cursor.digits(2, "clock-expected-month")?;
    cursor.need('-', "clock-expected-dash")?;
    let day = cursor.digits(2, "clock-expected-day")?;
    let (mut hour, mut minute, mut second, mut offset) = (0, 0, 0, Some(0));
    if !cursor.rest.is_empty() {
        if !cursor.take(&['T', 't', ' ']) {
            return Err("clock-expected-time-mark");
        }
        hour = cursor.digits(2, "clock-expected-hour")?;
        cursor.need(':', "clock-expected-colon")?;
        minute = cursor.digits(2, "clock-expected-minute")?;
        if cursor.take(&[':']) {
            second = cursor.digits(2, "clock-expected-second")?;
            if cursor.take(&['.', ',']) {
                cursor.digits(1, "clock-expected-fraction")?;
                while cursor.digits(1, "").is_ok() {}
            }
        }
        offset = zone(cursor)?;
    }
    let civil = Civil {
        year,
        month,
        day,
        hour,
        minute,
        second,
    };
    Ok(match (numeric_date(&civil), offset) {
        (Some(at), Some(offset)) => at.checked_sub(offset),
        _ => None,
    })
}

/// Seconds east of UTC; `Ok(None)` when the zone is beyond a day.
fn zone(cursor: &mut Cursor) -> Result<Option<i64>, Expected> {
    cursor.take(&[' ']);
    if let Some(rest) = cursor.rest.strip_prefix("UTC") {
        cursor.rest = rest;
    } else if !cursor.take(&['Z', 'z']) && !cursor.rest.is_empty() {
        let west = cursor.rest.starts_with('-');
        if !cursor.take(&['+', '-']) {
            return Err("clock-expected-zone");
        }
        let hours = cursor.digits(2, "clock-expected-hour")?;
        let colon = cursor.take(&[':']);
        let minutes = if colon || !cursor.rest.is_empty() {
            cursor.digits(2, "clock-expected-minute")?
        } else {
            0
        };
        if !cursor.rest.is_empty() {
            return Err("clock-expected-end");
        }
        let seconds = hours * 3_600 + minutes * 60;
        let fits = hours < 24 && minutes < 60;
        return Ok(fits.then_some(if west { -seconds } else { seconds }));
    }
    if cursor.rest.is_empty() {
        Ok(Some(0))
    } else {
        Err("clock-expected-end")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::words::Locale;

    fn check(text: &str, at: i64) {
        assert_eq!(parse_clock(text), Ok(Some(at)), "{text}");
    }

    fn refused(text: &str, sentence: &str) {
        let fault = parse_clock(text).unwrap_err();
        assert_eq!(Locale::english().say(&fault), sentence, "{text}");
    }

    #[test]
    fn empty_is_now() {
        assert_eq!(parse_clock(""), Ok(None));
        assert_eq!(parse_clock(" \n"), Ok(None));
    }

    #[test]
    fn takes_numeric_dates() {
        check("0", 0);
        check("1767225660", 1_767_225_660);
        check(" 1767225660.9 ", 1_767_225_660);
        check("-1", -1);
    }

    #[test]
    fn takes_iso_8601() {
        check("2026-01-01", 1_767_225_600);
        check("2026-01-01T00:01", 1_767_225_660);
        check("2026-01-01T00:01:00Z", 1_767_225_660);
        check("2026-01-01t00:01:00.999z", 1_767_225_660);
        check("2026-01-01 00:01:00 UTC", 1_767_225_660);
        check("2026-01-01T01:01:00+01:00", 1_767_225_660);
        check("2026-01-01T01:01:00+0100", 1_767_225_660);
        check("2026-01-01 01:01:00 +01", 1_767_225_660);
        check("2025-12-31T19:01:00-05:00", 1_767_225_660);
        check("2025-12-31T23:59:60Z", 1_767_225_600);
    }

    #[test]
    fn says_what_it_expected_and_what_it_found() {
        refused(
            "tomorrow",
            "Expected a number of seconds, or a date such as 2026-01-31, but found “t” at character 1.",
        );
        refused(
            "2026-1-1",
            "Expected a month of two digits, but found “-” at character 7.",
        );
        refused(
            "2026-01-01T",
            "Expected hours of two digits, but the text ends at character 12.",
        );
        refused("2026/01/01", "Expected “-”, but found “/” at character 5.");
        refused(
            "2026-01-01x",
            "Expected “T” and a time, or the end, but found “x” at character 11.",
        );
        refused(
            "2026-01-01T10:00Q",
            "Expected “Z”, an offset such as +01:00, or the end, but found “Q” at character 17.",
        );
        refused(
            "2026-01-01T10:00Z!",
            "Expected the end, but found “!” at character 18.",
        );
        refused(
            "2026-01-01T10:00+01:00!",
            "Expected the end, but found “!” at character 23.",
        );
        refused(
            "2026-01-01T10:00:00.",
            "Expected a digit of the fraction, but the text ends at character 21.",
        );
        refused("2026-02-30", "There is no such moment as 2026-02-30.");
        refused(
            "2026-01-01T25:00Z",
            "There is no such moment as 2026-01-01T25:00Z.",
        );
        refused(
            "2026-01-01T10:00+24:00",
            "There is no such moment as 2026-01-01T10:00+24:00.",
        );
        refused(
            "1767225660000",
            "1767225660000 looks like milliseconds; the clock takes seconds: 1767225660.",
        );
        refused(
            "99999999999999999999",
            "99999999999999999999 is too large for a moment.",
        );
    }

    #[test]
    fn no_text_breaks_it() {
        for text in [
            "1.2.3",
            "--1",
            "é",
            "2026-é",
            "2026-01-01é",
            "1e9",
            "１２３",
            "+1",
            ".",
            "-",
            "Z",
            "2026-01-01T10:00:00+",
            "2026-01-01T10:00:00+1",
            "2026-01-01 ",
        ] {
            let answer = parse_clock(text);
            assert!(answer.is_err() || text == "2026-01-01 ", "{text}");
        }
    }
}
