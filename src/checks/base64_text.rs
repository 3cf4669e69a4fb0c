//! Characters of a part that are not what base64url without padding has. The bytes can be read;
//! a verifier that follows RFC 7515 refuses them, others accept several texts for one token.
//! Spec: RFC 7515 §2, RFC 4648 §3.3, §3.5 and §5.

use super::{Certainty, Check, Finding, Subject};
use crate::base64url::{Deviation, decode_lenient};
use crate::diagnostic::Severity;
use crate::inspect::Encoding;
use crate::span::Span;

pub(super) const PADDING: Check = rule("base64-padding", "RFC 7515 §2", |subject| {
    find(subject, |deviation| deviation == Deviation::Padding)
});

pub(super) const STANDARD_ALPHABET: Check = rule("base64-standard", "RFC 4648 §5", |subject| {
    find(subject, |deviation| {
        deviation == Deviation::StandardAlphabet
    })
});

pub(super) const PERCENT: Check = rule("base64-percent", "RFC 7515 §2", |subject| {
    find(subject, |deviation| deviation == Deviation::PercentEncoded)
});

pub(super) const FOREIGN: Check = rule("base64-foreign", "RFC 4648 §3.3", |subject| {
    find(subject, |deviation| {
        matches!(deviation, Deviation::Foreign(_))
    })
});

pub(super) const TRAILING_BITS: Check = rule("base64-trailing-bits", "RFC 4648 §3.5", |subject| {
    find(subject, |deviation| deviation == Deviation::TrailingBits)
});

pub(super) const LENGTH: Check = rule("base64-length", "RFC 4648 §4", |subject| {
    find(subject, |deviation| deviation == Deviation::Length)
});

const fn rule(
    code: &'static str,
    clause: &'static str,
    find: fn(&Subject<'_>) -> Vec<Finding>,
) -> Check {
    Check {
        code,
        severity: Severity::Warning,
        clause,
        certainty: Certainty::Known,
        find,
    }
}

fn find(subject: &Subject<'_>, is_meant: fn(Deviation) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    for part in &subject.token.parts {
        if part.exact || part.encoding != Encoding::Base64url {
            continue;
        }
        let text = subject.token.text_of(part);
        let faults = decode_lenient(text).faults;
        for fault in faults.iter().filter(|fault| is_meant(fault.deviation)) {
            let place = |offset: usize| part.range.start.saturating_add(offset);
            let origin = subject
                .token
                .source
                .in_paste(place(fault.start)..place(fault.end));
            let characters = text.get(fault.start..fault.end).unwrap_or_default();
            findings.push(
                Finding::at(Span::of(part.part, origin))
                    .with("characters", characters)
                    .with_word("part", part_word(part.part)),
            );
        }
    }
    findings
}

fn part_word(part: crate::span::Part) -> &'static str {
    use crate::span::Part;
    match part {
        Part::Header => "check-in-header",
        Part::UnprotectedHeader | Part::RecipientHeader => "check-in-unprotected-header",
        Part::Payload => "check-in-payload",
        Part::Signature => "check-in-signature",
        Part::Disclosure => "check-in-disclosure",
        _ => "check-in-another-part",
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, texts};
    use super::{FOREIGN, LENGTH, PADDING, PERCENT, STANDARD_ALPHABET, TRAILING_BITS};
    use crate::span::Part;

    #[test]
    fn each_deviation_is_found_where_it_stands_and_nowhere_else() {
        let all = [
            PADDING,
            STANDARD_ALPHABET,
            PERCENT,
            FOREIGN,
            TRAILING_BITS,
            LENGTH,
        ];
        for (signature, code, place) in [
            ("c2ln", "", 0..0),
            ("c2k=", PADDING.code, 3..4),
            ("c+/u", STANDARD_ALPHABET.code, 1..3),
            ("c2k%3D", PERCENT.code, 3..6),
            ("c2!ln", FOREIGN.code, 2..3),
            ("c2l", TRAILING_BITS.code, 2..3),
            ("c2lnc", LENGTH.code, 4..5),
        ] {
            let token = texts(&[
                (Part::Header, "e30"),
                (Part::Payload, "e30"),
                (Part::Signature, signature),
            ]);
            for check in all {
                let found = findings(&check, &token, None);
                let places: Vec<_> = found.iter().filter_map(|finding| finding.span).collect();
                let expected: Vec<_> = (check.code == code)
                    .then(|| crate::span::Span::of(Part::Signature, place.start + 8..place.end + 8))
                    .into_iter()
                    .collect();
                assert_eq!(places, expected, "{} in {signature}", check.code);
            }
        }
    }
}
