//! Where on the Sign screen something that was said of a draft belongs: in which of its boxes the
//! person can mend it.

use crate::diagnostic::{Diagnostic, Fact};
use crate::span::Part;

/// A box of the Sign screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The header's editor.
    Header,
    /// The payload's editor.
    Payload,
    /// The key box.
    Key,
    /// The unprotected header.
    Unprotected,
    /// Header and key of somebody who signs besides, by number, from 2.
    Signer(usize),
    /// The header or the key of the JWE around the token.
    Outer,
    /// The holder's key.
    Holder,
    /// The token as a whole, or how it is written.
    Whole,
}

/// Codes by how they begin, where no place in a text was given. The first that fits counts.
const BY_CODE: [(&str, Place); 28] = [
    ("sign-jwe-key", Place::Key),
    ("sign-jwe-weak", Place::Key),
    ("sign-jwe-made", Place::Header),
    ("sign-header", Place::Header),
    ("sign-alg", Place::Header),
    ("sign-b64", Place::Header),
    ("sign-crit", Place::Header),
    ("decrypt-alg", Place::Header),
    ("decrypt-enc", Place::Header),
    ("decrypt-zip", Place::Header),
    ("decrypt-parameter", Place::Header),
    ("sign-payload", Place::Payload),
    ("sign-sd-jwt-not-object", Place::Payload),
    ("sign-key", Place::Key),
    ("sign-kid", Place::Key),
    ("sign-weak", Place::Key),
    ("sign-rsa", Place::Key),
    ("decrypt-needs", Place::Key),
    ("decrypt-kid", Place::Key),
    ("decrypt-key", Place::Key),
    ("jwe-fault-length", Place::Key),
    ("container-", Place::Key),
    ("key-", Place::Key),
    ("rsa-", Place::Key),
    ("ec-", Place::Key),
    ("okp-", Place::Key),
    ("sign-unprotected", Place::Unprotected),
    ("sign-jwe-fixed", Place::Header),
];

/// Where it belongs.
pub fn place_of(said: &Diagnostic) -> Place {
    if let Some(Fact::Count(number)) = said.fact("signer") {
        return Place::Signer(usize::try_from(*number).unwrap_or(usize::MAX));
    }
    if let Some(Fact::Text(place)) = said.fact("place") {
        match place.as_str() {
            "outer" => return Place::Outer,
            "holder" => return Place::Holder,
            "unprotected" => return Place::Unprotected,
            _ => {}
        }
    }
    match said.span.and_then(|span| span.part) {
        Some(Part::Header) => return Place::Header,
        Some(Part::Payload) => return Place::Payload,
        _ => {}
    }
    if said.code == "sign-binding-key" {
        return Place::Holder;
    }
    if said.code.starts_with("sign-outer") {
        return Place::Outer;
    }
    let row = BY_CODE
        .iter()
        .find(|(start, _)| said.code.starts_with(start));
    row.map_or(Place::Whole, |(_, place)| *place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn what_is_wrong_is_said_where_it_can_be_mended() {
        for (said, place) in [
            (Diagnostic::danger("sign-alg-missing"), Place::Header),
            (Diagnostic::danger("sign-key-type"), Place::Key),
            (Diagnostic::danger("sign-key-public"), Place::Key),
            (Diagnostic::warning("sign-weak-hmac"), Place::Key),
            (Diagnostic::danger("container-malformed"), Place::Key),
            (Diagnostic::danger("decrypt-needs-rsa"), Place::Key),
            (Diagnostic::danger("sign-sd-jwt-not-object"), Place::Payload),
            (
                Diagnostic::warning("sign-payload-number").at(Span::of(Part::Payload, 1..2)),
                Place::Payload,
            ),
            (
                Diagnostic::danger("sign-crit-absent").at(Span::of(Part::Header, 1..2)),
                Place::Header,
            ),
            (
                Diagnostic::danger("sign-unprotected-repeats"),
                Place::Unprotected,
            ),
            (
                Diagnostic::danger("sign-key-type").with("signer", 3_usize),
                Place::Signer(3),
            ),
            (
                Diagnostic::danger("sign-header-not-json").with("place", "outer"),
                Place::Outer,
            ),
            (
                Diagnostic::danger("sign-key-type").with("place", "holder"),
                Place::Holder,
            ),
            (Diagnostic::danger("sign-binding-key"), Place::Holder),
            (Diagnostic::info("sign-detached"), Place::Whole),
        ] {
            assert_eq!(place_of(&said), place, "{}", said.code);
        }
    }
}
