//! More stands in the token than its three parts: a second token behind it, or something glued to
//! it with a dot.
//! Spec: RFC 7515 §7.1.

use crate::diagnosis::{Cause, Kind, Paste, Said};
use crate::diagnostic::Diagnostic;
use crate::inspect::{Family, Serialization};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-parts-extra",
    kind: Kind::Paste(change),
};

/// More parts than this are no token with something glued to it.
const MOST: usize = 32;

fn change(paste: &Paste<'_>) -> Vec<Said<String>> {
    let jws = paste.token.filter(|token| {
        token.family == Family::Jws && token.serialization == Serialization::Compact
    });
    let Some(token) = jws else {
        return Vec::new();
    };
    let text = token.source.text.trim_matches('.');
    let parts: Vec<&str> = text.split('.').take(MOST).collect();
    let is_more = parts.len() > 3 && parts.len() < MOST;
    let three = |parts: &[&str]| {
        let step = Diagnostic::info("token-parts-extra").with("count", text.split('.').count());
        (parts.join("."), step)
    };
    // The first three, the last three, and whatever is between.
    let first = parts.windows(3).filter(|_| is_more).map(three);
    first.collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_SPKI, es256, finds, hs256};

    #[test]
    fn something_before_or_behind_it() {
        let token = hs256(b"s3cret");
        for changed in [
            format!("{token}.{token}"),
            format!("{token}.a.b.c"),
            format!("{token}.AAAA"),
            format!("{token}.aaaa.bbbb.cccc.dddd"),
        ] {
            finds(&changed, "s3cret", "token-parts-extra");
        }
        let token = es256(r#"{"alg":"ES256"}"#);
        finds(&format!("{token}.{token}"), P256_SPKI, "token-parts-extra");
    }
}
