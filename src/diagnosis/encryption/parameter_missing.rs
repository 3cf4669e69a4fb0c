//! The header lacks what the algorithm needs to find the key. Spec: RFC 7518 §4.6.1, §4.7.1, §4.8.1.

use super::case::{Case, Cause, Kind};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-parameter-missing",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Option<Diagnostic> {
    let reason = &case.verdict.reason;
    let alg = case.alg()?;
    if reason.code != "jwe-fault-parameter-missing" {
        return None;
    }
    let name = reason.fact("name")?.clone();
    let said = Diagnostic::danger("jwe-parameter-missing").with("alg", alg.name);
    Some(said.with_fact("name", name))
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{AES, EC, finds_certain, made, rename};

    #[test]
    fn a_parameter_with_another_name() {
        let token = rename(&made("ECDH-ES", "A128GCM", EC), "epk", "EPK");
        finds_certain(&token, EC, "jwe-parameter-missing");
        let token = rename(&made("A128GCMKW", "A128GCM", AES), "\"tag\"", "\"TAG\"");
        finds_certain(&token, AES, "jwe-parameter-missing");
    }
}
