//! The token names a key that the set does not have, and no other key of it opens the token.

use super::case::{Case, Cause, Kind};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-kid-absent",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Option<Diagnostic> {
    let reason = &case.verdict.reason;
    if reason.code != "decrypt-kid-absent" {
        return None;
    }
    let mut said = Diagnostic::danger("jwe-kid-absent");
    said.facts.clone_from(&reason.facts);
    Some(said)
}
