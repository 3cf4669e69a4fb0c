//! The token has another number of parts than a JWS has, and none of them can be left out so that
//! the rest is one.
//! Spec: RFC 7515 §7.1.

use crate::diagnosis::{Case, Cause, Kind};
use crate::diagnostic::Diagnostic;
use crate::inspect::{Family, Serialization, Token};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "token-part-count",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Vec<Diagnostic> {
    let token = case.token;
    let is_compact = token.serialization == Serialization::Compact && token.family == Family::Jws;
    let count = token.source.text.split('.').count();
    let said = (is_compact && count != 3).then(|| match count {
        // Where the signature should be is plain, and that it is not there.
        2 if has_claims(token) && !has_signature(token) => {
            Diagnostic::danger("token-signature-dot-missing")
        }
        _ => Diagnostic::danger("token-part-count").with("count", count),
    });
    said.into_iter().collect()
}

/// Whether the second part is a payload, and not a signature behind a dot that was lost.
fn has_claims(token: &Token) -> bool {
    let payload = token.payload();
    payload.is_some_and(|payload| payload.object().is_some() && payload.faults().is_empty())
}

/// Whether there is a signature all the same: then the dot before it is not the one that is missing.
fn has_signature(token: &Token) -> bool {
    let signature = token.part(crate::span::Part::Signature);
    signature.is_some_and(|part| !part.bytes.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{finds_certain, hs256};

    #[test]
    fn six_parts_of_nothing_and_two_of_a_token() {
        let token = hs256(b"s3cret");
        let [header, payload, signature] = token.split('.').collect::<Vec<_>>()[..] else {
            panic!("three parts");
        };
        let six = [header, payload, "AAAA", "BBBB", "CCCC", "DDDD"].join(".");
        let four = [header, payload, payload, signature].join(".");
        for (paste, code) in [
            (six.clone(), "token-part-count"),
            (four, "token-part-count"),
            (header.to_owned(), "token-part-count"),
            (format!("{header}.{payload}"), "token-signature-dot-missing"),
            (format!("{header}.{payload}."), "token-signature-missing"),
        ] {
            finds_certain(&paste, "s3cret", code);
        }
        finds_certain(&six, "wrong", "token-part-count");
        // The signature is there; what is missing is the dot before the payload.
        let glued = format!("{header}{payload}.{signature}");
        finds_certain(&glued, "wrong", "token-part-count");
    }
}
