//! Characters that cannot be seen: two values that look the same are not.
//! Spec: Unicode Technical Standard #39 §3.1 (Default_Ignorable), RFC 8264 §9.13.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;

pub(super) const CHECK: Check = Check {
    code: "text-invisible",
    severity: Severity::Warning,
    clause: "UTS #39 §3.1",
    certainty: Certainty::Known,
    find: |subject| find_characters(subject, is_invisible),
};

pub(super) const CONTROL: Check = Check {
    code: "text-control",
    severity: Severity::Warning,
    clause: "RFC 8264 §9.12",
    certainty: Certainty::Known,
    find: |subject| find_characters(subject, |_, c, _| is_control(c)),
};

/// A finding per string or name that holds such a character, with its code points. The
/// predicate is given the character before, the character, and the one after.
pub(super) fn find_characters(
    subject: &Subject<'_>,
    is_found: fn(Option<char>, char, Option<char>) -> bool,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for leaf in &subject.leaves {
        let Some(text) = leaf.text.as_deref() else {
            continue;
        };
        if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            continue;
        }
        let mut points: Vec<String> = Vec::new();
        let mut before = None;
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            if is_found(before, c, rest.peek().copied()) {
                let point = format!("U+{:04X}", u32::from(c));
                if !points.contains(&point) {
                    points.push(point);
                }
            }
            before = Some(c);
        }
        if !points.is_empty() {
            findings.push(subject.at_leaf(leaf).with("characters", points));
        }
    }
    findings
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

fn is_invisible(before: Option<char>, c: char, after: Option<char>) -> bool {
    match c {
        // Emoji are joined from several; Persian and Indic scripts are written with both.
        '\u{200C}' | '\u{200D}' => !(joins(before) && joins(after)),
        '\u{AD}'
        | '\u{34F}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180B}'..='\u{180E}'
        | '\u{200B}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{2060}'..='\u{2064}'
        | '\u{206A}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FEFF}'
        | '\u{FFA0}' => true,
        // Tags spell the flags of regions after a black flag, and hide text elsewhere.
        '\u{E0000}'..='\u{E007F}' => {
            !before.is_some_and(|before| matches!(before, '\u{1F3F4}' | '\u{E0000}'..='\u{E007F}'))
        }
        _ => false,
    }
}

/// Whether a joiner beside this character does something that can be seen.
fn joins(c: Option<char>) -> bool {
    c.is_some_and(|c| {
        matches!(c, '\u{600}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{2600}'..='\u{27BF}'
            | '\u{2190}'..='\u{21FF}' | '\u{FE0F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
            | '\u{1F000}'..='\u{1FAFF}')
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_payload, findings, token};
    use super::{CHECK, CONTROL};
    use crate::diagnostic::Fact;

    #[test]
    fn invisible_characters_are_found_raw_and_escaped() {
        check_payload(&CHECK, "{\"a\":\"adm\u{200b}in\"}", &["\"adm\u{200b}in\""]);
        check_payload(&CHECK, r#"{"a\ufeff":1}"#, &[r#""a\ufeff""#]);
        check_payload(&CHECK, "{\"a\":\"x\u{200d}y\"}", &["\"x\u{200d}y\""]);
        check_payload(&CHECK, "{\"a\":\"x\u{e0041}\"}", &["\"x\u{e0041}\""]);
    }

    #[test]
    fn joiners_that_can_be_seen_are_not() {
        for text in [
            "👨\u{200d}👩\u{200d}👧",
            "🏳\u{fe0f}\u{200d}🌈",
            "می\u{200c}خواهم",
            "plain é ü",
            "🏴\u{e0067}\u{e0062}\u{e007f}",
        ] {
            check_payload(&CHECK, &format!("{{\"a\":\"{text}\"}}"), &[]);
        }
    }

    #[test]
    fn control_characters_are_found_but_not_line_breaks() {
        check_payload(
            &CONTROL,
            r#"{"a":"x\u0000\u001b\u0000"}"#,
            &[r#""x\u0000\u001b\u0000""#],
        );
        check_payload(&CONTROL, "{\"a\":\"x\u{85}\"}", &["\"x\u{85}\""]);
        check_payload(&CONTROL, r#"{"a":"x\n\t\r"}"#, &[]);
    }

    #[test]
    fn each_code_point_is_named_once() {
        let token = token("{}", r#"{"a":"x\u0000\u001b\u0000"}"#, b"");
        let found = findings(&CONTROL, &token, None);
        let named = found
            .first()
            .and_then(|finding| finding.fact("characters").cloned());
        let expected = vec!["U+0000".to_owned(), "U+001B".to_owned()];
        assert_eq!(named, Some(Fact::from(expected)));
    }
}
