//! What a number says as written, and what a reader that keeps doubles makes of it.
//! Spec: RFC 8259 §6; the text of a double as ECMA-262 §6.1.6.1.20 prints it.

use super::node::Value;

/// The largest integer up to which a double tells all integers apart: 2^53 - 1.
pub const MAX_SAFE_INTEGER: u64 = 9_007_199_254_740_991;

/// A number as written, classified.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number<'a> {
    /// The digits as written.
    pub digits: &'a str,
    /// Neither fraction nor exponent.
    pub is_integer: bool,
    /// An `e` or `E`.
    pub has_exponent: bool,
    /// `-0` in any spelling: many readers drop the sign.
    pub is_negative_zero: bool,
    /// The nearest double; infinite when it is out of range.
    pub double: f64,
    /// What happens to the value on the way to a double.
    pub loss: Loss,
}

/// What happens to a number that is read as a double.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Loss {
    /// The shortest text of the double has the same value.
    None,
    /// Another value.
    Rounded,
    /// Infinity.
    Overflow,
    /// Zero.
    Underflow,
}

impl Number<'_> {
    /// What a reader that keeps doubles (JavaScript among them) shows.
    pub fn as_double(&self) -> String {
        text_of_double(self.double)
    }

    /// An integer that a double cannot tell from its neighbours, whether or not it changes.
    pub fn is_beyond_safe(&self) -> bool {
        let magnitude = self.digits.strip_prefix('-').unwrap_or(self.digits);
        self.is_integer
            && magnitude
                .parse::<u64>()
                .map_or(magnitude.len() > 15, |n| n > MAX_SAFE_INTEGER)
    }
}

impl<'a> Value<'a> {
    /// The number, classified. `None` for other kinds and for a damaged number.
    pub fn number(&self) -> Option<Number<'a>> {
        let digits = self.digits()?;
        let double: f64 = digits.parse().ok()?;
        let has_exponent = digits.contains(['e', 'E']);
        Some(Number {
            digits,
            is_integer: !has_exponent && !digits.contains('.'),
            has_exponent,
            is_negative_zero: double == 0.0 && digits.starts_with('-'),
            double,
            loss: loss(digits, double),
        })
    }
}

/// A double keeps any fifteen digits (DBL_DIG), unless it is close to nothing.
const KEPT_DIGITS: usize = 15;

fn loss(digits: &str, double: f64) -> Loss {
    if double.is_infinite() {
        return Loss::Overflow;
    }
    if double == 0.0 {
        let mantissa = digits.split(['e', 'E']).next().unwrap_or_default();
        let is_zero = !mantissa.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
        return if is_zero { Loss::None } else { Loss::Underflow };
    }
    let is_short = digits.len() <= KEPT_DIGITS && double.is_normal();
    if is_short || Decimal::of(digits) == Decimal::of(&text_of_double(double)) {
        Loss::None
    } else {
        Loss::Rounded
    }
}

/// A decimal in one form per value: no zeros at either end. The sign of zero is no value.
#[derive(PartialEq, Eq)]
struct Decimal {
    is_negative: bool,
    digits: String,
    exponent: i64,
}

impl Decimal {
    fn of(text: &str) -> Self {
        let magnitude = text.strip_prefix('-').unwrap_or(text);
        let (mantissa, exponent) = magnitude.split_once(['e', 'E']).unwrap_or((magnitude, "0"));
        // An exponent too long for i64 saturates: nothing near it is a finite double anyway.
        let exponent = exponent.parse::<i64>().unwrap_or({
            if exponent.starts_with('-') {
                i64::MIN / 2
            } else {
                i64::MAX / 2
            }
        });
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{fraction}");
        let ended = all.trim_end_matches('0');
        let dropped = all.len().saturating_sub(ended.len());
        let digits = ended.trim_start_matches('0').to_owned();
        let length = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        if digits.is_empty() {
            return Decimal {
                is_negative: false,
                digits,
                exponent: 0,
            };
        }
        Decimal {
            is_negative: text.starts_with('-'),
            digits,
            exponent: exponent
                .saturating_sub(length(fraction.len()))
                .saturating_add(length(dropped)),
        }
    }
}

/// ECMA-262 Number::toString: the shortest digits that give this double back; an exponent from
/// 1e21 up and below 1e-6; `-0` loses its sign.
fn text_of_double(double: f64) -> String {
    if double == 0.0 {
        return "0".to_owned();
    }
    if double.is_infinite() {
        let sign = if double < 0.0 { "-" } else { "" };
        return format!("{sign}Infinity");
    }
    let scientific = format!("{double:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    match exponent {
        21.. => format!("{mantissa}e+{exponent}"),
        -6..21 => format!("{double}"),
        _ => format!("{mantissa}e{exponent}"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::Loss;
    use crate::json::parse;

    fn check(digits: &str, as_double: &str, loss: Loss) {
        let document = parse(digits.into());
        let number = document.root().unwrap().number().unwrap();
        assert_eq!(number.as_double(), as_double, "{digits}");
        assert_eq!(number.loss, loss, "{digits}");
    }

    #[test]
    fn a_double_shows_what_javascript_shows() {
        for (digits, shown, loss) in [
            ("1", "1", Loss::None),
            ("1.0", "1", Loss::None),
            ("1.50e3", "1500", Loss::None),
            ("0.1", "0.1", Loss::None),
            ("-0", "0", Loss::None),
            ("-0.0e5", "0", Loss::None),
            ("9007199254740993", "9007199254740992", Loss::Rounded),
            ("9007199254740994", "9007199254740994", Loss::None),
            ("100002348117421473", "100002348117421470", Loss::Rounded),
            (
                "123456789012345678901234567890",
                "1.2345678901234568e+29",
                Loss::Rounded,
            ),
            ("1e21", "1e+21", Loss::None),
            ("100000000000000000000", "100000000000000000000", Loss::None),
            ("0.000001", "0.000001", Loss::None),
            ("0.0000001", "1e-7", Loss::None),
            ("3.14159265358979323846", "3.141592653589793", Loss::Rounded),
            ("1e400", "Infinity", Loss::Overflow),
            ("-1e400", "-Infinity", Loss::Overflow),
            ("1e-400", "0", Loss::Underflow),
            ("1e-99999999999999999999", "0", Loss::Underflow),
            ("0e99999999999999999999", "0", Loss::None),
        ] {
            check(digits, shown, loss);
        }
    }

    #[test]
    fn integers_beyond_the_safe_range_are_told() {
        let beyond = |digits: &str| {
            let document = parse(digits.into());
            let number = document.root().unwrap().number().unwrap();
            number.is_beyond_safe()
        };
        assert!(!beyond("9007199254740991"));
        assert!(!beyond("-9007199254740991"));
        assert!(!beyond("9007199254740993.5"));
        assert!(beyond("9007199254740992"));
        assert!(beyond("-9007199254740992"));
        assert!(beyond("123456789012345678901234567890"));
    }

    #[test]
    fn a_damaged_number_is_not_classified() {
        for damaged in ["-", "1e", "[1.]", "\"1\""] {
            let document = parse(damaged.into());
            let value = document.root().unwrap();
            let value = value.items().next().unwrap_or(value);
            assert!(
                value.number().is_none() || !document.faults().is_empty(),
                "{damaged}"
            );
        }
        assert!(parse(b"-".to_vec()).root().unwrap().number().is_none());
    }
}
