//! Numbers that other readers change: JavaScript and many libraries keep doubles.
//! Spec: RFC 8259 §6, RFC 7493 §2.2 (I-JSON).

use super::{Certainty, Check, Finding, Subject, limited};
use crate::diagnostic::Severity;
use crate::json::{Loss, Number};

pub(super) const BEYOND_SAFE: Check = rule("number-beyond-2-53", Severity::Warning, |subject| {
    find(subject, |number| {
        number.is_beyond_safe() && number.loss != Loss::Overflow
    })
});

pub(super) const ROUNDED: Check = rule("number-rounded", Severity::Info, |subject| {
    find(subject, |number| {
        number.loss == Loss::Rounded && !number.is_beyond_safe()
    })
});

pub(super) const OUT_OF_RANGE: Check = rule("number-out-of-range", Severity::Warning, |subject| {
    find(subject, |number| {
        matches!(number.loss, Loss::Overflow | Loss::Underflow)
    })
});

pub(super) const NEGATIVE_ZERO: Check = rule("number-negative-zero", Severity::Info, |subject| {
    find(subject, |number| {
        number.is_negative_zero && number.loss == Loss::None
    })
});

pub(super) const EXPONENT: Check = rule("number-exponent", Severity::Info, |subject| {
    find(subject, |number| {
        number.has_exponent && number.loss == Loss::None
    })
});

const fn rule(
    code: &'static str,
    severity: Severity,
    find: fn(&Subject<'_>) -> Vec<Finding>,
) -> Check {
    Check {
        code,
        severity,
        clause: "RFC 8259 §6",
        certainty: Certainty::Known,
        find,
    }
}

fn find(subject: &Subject<'_>, is_found: fn(&Number<'_>) -> bool) -> Vec<Finding> {
    let found = subject
        .odd_numbers
        .iter()
        .filter(|(_, number)| is_found(number))
        .filter_map(|(index, number)| Some((subject.leaves.get(*index)?, number)));
    limited(found, |(leaf, number)| {
        subject
            .at_leaf(leaf)
            .with("digits", number.digits)
            .with("shown", number.as_double())
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_payload;
    use super::{BEYOND_SAFE, EXPONENT, NEGATIVE_ZERO, OUT_OF_RANGE, ROUNDED};

    #[test]
    fn each_number_has_at_most_the_one_finding_that_fits() {
        for (digits, expected) in [
            ("100002348117421473", Some(BEYOND_SAFE.code)),
            ("-9007199254740992", Some(BEYOND_SAFE.code)),
            ("3.14159265358979323846", Some(ROUNDED.code)),
            ("1e400", Some(OUT_OF_RANGE.code)),
            ("1e-400", Some(OUT_OF_RANGE.code)),
            ("-0", Some(NEGATIVE_ZERO.code)),
            ("-0.0", Some(NEGATIVE_ZERO.code)),
            ("1e3", Some(EXPONENT.code)),
            ("1.5E+3", Some(EXPONENT.code)),
            ("9007199254740991", None),
            ("1767225600", None),
            ("0", None),
            ("-1.5", None),
            ("\"1e400\"", None),
        ] {
            for check in [BEYOND_SAFE, ROUNDED, OUT_OF_RANGE, NEGATIVE_ZERO, EXPONENT] {
                let pieces = [digits];
                let found = if expected == Some(check.code) {
                    &pieces[..]
                } else {
                    &[]
                };
                check_payload(&check, &format!(r#"{{"a":[true,{digits}]}}"#), found);
            }
        }
    }
}
