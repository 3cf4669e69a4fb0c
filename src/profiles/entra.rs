//! What the tokens of Microsoft Entra ID have in common, whatever their version.
//!
//! Spec: Microsoft identity platform documentation, access token claims reference.

use super::rule::{Want, claim, header};
use super::{Rule, Unverified};
use crate::diagnostic::Diagnostic;

/// The rules of an access token from one of these issuers.
pub(super) const fn access(issuers: &'static [&'static str]) -> [Rule; 8] {
    [
        header("alg", Want::OneOf(&["RS256"]), CLAUSE),
        header("nonce", Want::By(for_graph), CLAUSE).should(),
        claim("iss", Want::Begins(issuers), CLAUSE),
        claim("iss", Want::By(issuer_is_tenant), CLAUSE),
        claim("aud", Want::Text, CLAUSE),
        claim("tid", Want::Text, CLAUSE),
        claim("exp", Want::Number, CLAUSE),
        claim("exp", Want::Lifetime(28 * 3_600), EVALUATED).when_present(),
    ]
}

const CLAUSE: &str = "Microsoft identity platform (access token claims)";

/// The longest that is written: a policy gives a day at most, sessions that are evaluated all the
/// time get more.
const EVALUATED: &str = "Microsoft identity platform (continuous access evaluation)";

/// A `nonce` in the header is hashed by Microsoft Graph before it verifies: the signature of such
/// a token fails for everybody else, and is not meant for them.
fn for_graph(token: &Unverified) -> Option<Diagnostic> {
    token
        .header("nonce")
        .map(|_| Diagnostic::info("profile-entra-graph"))
}

/// The tenant in `iss` is the one in `tid`.
pub(super) fn issuer_is_tenant(token: &Unverified) -> Option<Diagnostic> {
    let (iss, tid) = (token.text("iss"), token.text("tid"));
    (!iss.split('/').any(|part| part == tid)).then(|| {
        Diagnostic::warning("profile-entra-tenant")
            .with("found", iss.into_owned())
            .with("expected", tid.into_owned())
    })
}
