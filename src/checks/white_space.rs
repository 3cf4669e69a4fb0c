//! White space inside a part. It was removed before reading; a verifier need not do that.
//! Spec: RFC 7515 §2: no line breaks, white space or other additional characters.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
use crate::inspect::Encoding;
use crate::span::Span;
use std::ops::Range;

pub(super) const CHECK: Check = Check {
    code: "part-white-space",
    severity: Severity::Info,
    clause: "RFC 7515 §2",
    certainty: Certainty::Known,
    find,
};

/// More runs than this are counted and not pointed at: a megabyte that was broken at every tenth
/// character has a hundred thousand.
const MOST_RUNS: usize = 1_000;

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for part in &subject.token.parts {
        if part.encoding != Encoding::Base64url {
            continue;
        }
        let origin = subject.token.source.in_paste(part.range.clone());
        if origin.len() == part.range.len() {
            continue;
        }
        let written = subject
            .inspection
            .paste
            .get(origin.clone())
            .unwrap_or_default();
        let count = runs(written).count();
        let mut places = runs(written).map(|run| {
            let place = |offset: usize| origin.start.saturating_add(offset);
            Span::of(part.part, place(run.start)..place(run.end))
        });
        if let Some(first) = places.next() {
            let more = places.take(MOST_RUNS);
            findings.push(Finding::at(first).and_at(more).with("count", count));
        }
    }
    findings
}

/// Where white space stands, run by run.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut characters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = characters.find(|(_, c)| c.is_whitespace())?;
        while characters.next_if(|(_, c)| c.is_whitespace()).is_some() {}
        let end = characters.peek().map_or(text.len(), |(end, _)| *end);
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::findings;
    use super::CHECK;
    use crate::inspect::inspect;

    #[test]
    fn line_breaks_inside_a_part_are_found_and_those_around_it_are_not() {
        let places = |paste: &str| {
            findings(&CHECK, &inspect(paste), None)
                .iter()
                .flat_map(|finding| finding.span.into_iter().chain(finding.more.clone()))
                .map(|span| paste.get(span.range()).unwrap_or_default().to_owned())
                .collect::<Vec<_>>()
        };
        let broken = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIi\r\n OiIxIn0.c2lnbmF0dXJlc2lnbmF0dXJl";
        assert_eq!(places(broken), ["\r\n "]);
        let in_two = "eyJhbGci\nOiJIUzI1\nNiJ9.eyJzdWIi\tOiIx  In0.c2lnbmF0dXJlc2lnbmF0dXJl";
        assert_eq!(places(in_two), ["\n", "\n", "\t", "  "]);
        let whole = "\n eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlc2lnbmF0dXJl \n";
        assert!(places(whole).is_empty());
    }

    #[test]
    fn every_run_is_pointed_at_in_one_finding_a_part_and_a_flood_of_them_only_counted() {
        let payload = "eyJzdWIiOiIx".split("").collect::<Vec<_>>().join("\n");
        let paste = format!("eyJhbGciOiJIUzI1NiJ9.{payload}In0.c2lnbmF0dXJlc2lnbmF0dXJl");
        let found = findings(&CHECK, &inspect(&paste), None);
        let places = |index: usize| found.get(index).map(|finding| finding.more.len());
        // The twelfth is the place of the finding itself.
        assert_eq!((places(0), places(1)), (Some(11), None));
        let flood = format!("eyJhbGciOiJIUzI1NiJ9.{}.AAAA", "A ".repeat(5_000));
        let found = findings(&CHECK, &inspect(&flood), None);
        let places = found.first().map(|finding| finding.more.len());
        assert_eq!(places, Some(super::MOST_RUNS));
    }
}
