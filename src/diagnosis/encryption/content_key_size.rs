//! The Encrypted Key opens, but what is in it is no key for `enc`: it was made for another one.
//! Spec: RFC 7516 §5.2 step 10, RFC 7518 §5.1.

use super::case::{Case, Cause, Kind};
use crate::diagnostic::{Diagnostic, Fact};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-content-key-size",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Option<Diagnostic> {
    let reason = &case.verdict.reason;
    let is_key = reason.code == "jwe-fault-length"
        && reason.fact("part") == Some(&Fact::Word("jwe-part-cek".into()));
    let (found, expected) = (reason.fact("found")?, reason.fact("expected")?);
    is_key.then(|| {
        Diagnostic::danger("jwe-content-key-size")
            .with("enc", case.header.enc().unwrap_or_default().as_ref())
            .with_fact("count", found.clone())
            .with_fact("needed", expected.clone())
    })
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{AES, changed, finds_certain, made, rename};

    #[test]
    fn the_key_inside_is_for_another_enc() {
        // The tag does not hold either, so no other enc opens it.
        let token = rename(&made("A128KW", "A128GCM", AES), "A128GCM", "A256GCM");
        finds_certain(&changed(&token, 4), AES, "jwe-content-key-size");
    }
}
