//! Characters that turn the direction of text: what a person reads is not what a machine
//! compares. Spec: Unicode Standard Annex #9 §2, Unicode Technical Standard #55.

use super::invisible::find_characters;
use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;

pub(super) const CHECK: Check = Check {
    code: "text-direction",
    severity: Severity::Danger,
    clause: "UAX #9 §2",
    certainty: Certainty::Known,
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    find_characters(subject, |_, c, _| {
        matches!(
            c,
            '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_payload;
    use super::CHECK;

    #[test]
    fn overrides_are_found_raw_and_escaped() {
        check_payload(&CHECK, "{\"a\":\"x\u{202e}y\"}", &["\"x\u{202e}y\""]);
        check_payload(&CHECK, r#"{"\u2066a":1}"#, &[r#""\u2066a""#]);
        check_payload(&CHECK, "{\"a\":\"שלום\"}", &[]);
    }
}
