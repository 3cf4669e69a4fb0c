//! A JSON value as NumericDate, exactly: no double in between, so that `1767226500.9999999999`
//! is not rounded into the next second. Spec: RFC 7519 §2.

use crate::json::{Kind, Value};

/// What a value is when it should be a NumericDate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A moment.
    Date(NumericDate),
    /// A number, but of no moment that 64 bits can hold.
    OutOfRange,
    /// Not a number.
    NotANumber(Kind),
}

/// Seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumericDate {
    /// Whole seconds, rounded down.
    pub floor: i64,
    /// Whether there is more than the whole seconds.
    pub has_fraction: bool,
}

/// The unit a number of seconds was probably meant in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds, as it should be.
    Seconds,
    /// 10⁻³ s.
    Milliseconds,
    /// 10⁻⁶ s.
    Microseconds,
    /// 10⁻⁹ s.
    Nanoseconds,
}

impl NumericDate {
    /// The first whole second that is not before this moment.
    pub fn ceiling(self) -> i64 {
        self.floor.saturating_add(i64::from(self.has_fraction))
    }

    /// The unit in which the number is a moment between the years 1973 and 5138.
    pub fn unit(self) -> Unit {
        match self.floor {
            100_000_000_000..100_000_000_000_000 => Unit::Milliseconds,
            100_000_000_000_000..100_000_000_000_000_000 => Unit::Microseconds,
            100_000_000_000_000_000.. => Unit::Nanoseconds,
            _ => Unit::Seconds,
        }
    }

    /// The moment it is in [`NumericDate::unit`].
    pub fn meant(self) -> i64 {
        self.floor
            / match self.unit() {
                Unit::Seconds => 1,
                Unit::Milliseconds => 1_000,
                Unit::Microseconds => 1_000_000,
                Unit::Nanoseconds => 1_000_000_000,
            }
    }
}

/// Reads a JSON value.
pub fn read(value: Value) -> Reading {
    match value.digits() {
        Some(digits) => decimal(digits).map_or(Reading::OutOfRange, Reading::Date),
        None => Reading::NotANumber(value.kind()),
    }
}

/// The digits of a JSON number, exponent included. `None` when the whole seconds do not fit.
pub fn decimal(text: &str) -> Option<NumericDate> {
    let (negative, magnitude) = match text.strip_prefix('-') {
        Some(magnitude) => (true, magnitude),
        None => (false, text),
    };
    let (mantissa, exponent) = magnitude.split_once(['e', 'E']).unwrap_or((magnitude, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits = whole.bytes().chain(fraction.bytes()).peekable();
    let mut leading = 0_i64;
    while digits.next_if_eq(&b'0').is_some() {
        leading = leading.saturating_add(1);
    }
    if digits.peek().is_none() {
        return Some(NumericDate {
            floor: 0,
            has_fraction: false,
        });
    }
    // An exponent beyond i64 can only mean nothing at all or far too much.
    let exponent = exponent
        .parse()
        .unwrap_or(match exponent.strip_prefix('-') {
            Some(_) => i64::MIN,
            None => i64::MAX,
        });
    let point = i64::try_from(whole.len())
        .ok()?
        .saturating_add(exponent)
        .saturating_sub(leading);
    if point > 19 {
        return None;
    }
    let mut seconds = 0_i64;
    for _ in 0..point {
        let digit = digits.next().map_or(0, |byte| i64::from(byte & 0xF));
        seconds = seconds.checked_mul(10)?.checked_add(digit)?;
    }
    let has_fraction = digits.any(|byte| byte != b'0');
    let floor = match (negative, has_fraction) {
        (false, _) => seconds,
        (true, false) => seconds.checked_neg()?,
        (true, true) => seconds.checked_neg()?.checked_sub(1)?,
    };
    Some(NumericDate {
        floor,
        has_fraction,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(digits: &str, floor: i64, has_fraction: bool) {
        let expected = NumericDate {
            floor,
            has_fraction,
        };
        assert_eq!(decimal(digits), Some(expected), "{digits}");
    }

    #[test]
    fn reads_every_spelling_of_a_number_exactly() {
        check("0", 0, false);
        check("-0", 0, false);
        check("-0.0e9", 0, false);
        check("1767226500", 1_767_226_500, false);
        check("1767226500.0", 1_767_226_500, false);
        check("1767226500.5", 1_767_226_500, true);
        check("1767226500.99999999999999999999", 1_767_226_500, true);
        check("1.7672265e9", 1_767_226_500, false);
        check("1.7672265E+9", 1_767_226_500, false);
        check("17672265000e-1", 1_767_226_500, false);
        check("17672265005e-1", 1_767_226_500, true);
        check("0.0000000001e10", 1, false);
        check("1e-999999999999999999999", 0, true);
        check("0e999999999999999999999", 0, false);
        check("-1", -1, false);
        check("-0.5", -1, true);
        check("-1.5", -2, true);
        check("9223372036854775807", i64::MAX, false);
    }

    #[test]
    fn what_64_bits_cannot_hold_is_no_date() {
        for digits in [
            "9223372036854775808",
            "1e19",
            "1e400",
            "-1e400",
            "1e99999999999999999999",
            "123456789012345678901234567890",
        ] {
            assert_eq!(decimal(digits), None, "{digits}");
        }
    }

    #[test]
    fn units_are_told_by_their_size() {
        for (digits, unit) in [
            ("1767226500", Unit::Seconds),
            ("99999999999", Unit::Seconds),
            ("1767226500000", Unit::Milliseconds),
            ("1767226500000000", Unit::Microseconds),
            ("1767226500000000000", Unit::Nanoseconds),
            ("-1767226500000", Unit::Seconds),
        ] {
            let date = decimal(digits);
            assert_eq!(date.map(NumericDate::unit), Some(unit), "{digits}");
            if unit != Unit::Seconds {
                assert_eq!(date.map(NumericDate::meant), Some(1_767_226_500));
            }
        }
    }
}
