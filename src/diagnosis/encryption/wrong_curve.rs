//! The key that the sender agreed on is on another curve than the one in the box.
//! Spec: RFC 7518 §4.6.1.1.

use super::case::{Case, Cause, Kind};
use crate::diagnostic::Diagnostic;
use crate::jose::encryption_algorithms::KeyManagement;
use crate::keys::read_jwk;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-wrong-curve",
    kind: Kind::Certain(say),
};

fn say(case: &Case<'_>) -> Option<Diagnostic> {
    let alg = case.alg()?;
    if !matches!(alg.management, KeyManagement::EcdhEs(_)) {
        return None;
    }
    let epk = read_jwk(case.header.get("epk")?).ok()?.key.facts.curve?;
    let mut found = case.reading.keys.iter().map(|key| key.facts.curve.clone());
    let first = found.next()??;
    let is_other = |curve: Option<String>| curve.is_some_and(|curve| curve != epk);
    if first == epk || !found.all(is_other) {
        return None;
    }
    let said = Diagnostic::danger("jwe-wrong-curve").with("found", first);
    Some(said.with("used", epk))
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::made;
    use crate::diagnosis::encryption::tests::{EC, EC_OTHER, RSA, finds_certain, finds_nothing};

    const P384: &str = r#"{"kty":"EC","crv":"P-384","x":"RRkKtoLKI68iIh9Tb_cuZJG2eKRzXQB5za5e6ezfuvWJECOh5Ityafzlfo3QHTF_","y":"LV0MDVeSzDPcQQfljueFv_jXEfm6vCK5pEthcRZkoi0gQoyBKGmDBiW32W1TzClq","d":"1aLpvWiEyOEy32rkoMuXKKj-mBMDKkmh3ooAT5NVdf_sqBukkfxPttKpChhUp-g6"}"#;

    #[test]
    fn a_key_on_another_curve() {
        for alg in ["ECDH-ES", "ECDH-ES+A128KW"] {
            finds_certain(&made(alg, "A128GCM", EC), P384, "jwe-wrong-curve");
            finds_certain(&made(alg, "A128GCM", P384), EC, "jwe-wrong-curve");
        }
    }

    #[test]
    fn another_key_on_the_same_curve_or_of_no_curve() {
        let token = made("ECDH-ES", "A128GCM", EC);
        finds_nothing(&token, EC_OTHER);
        finds_certain(&token, RSA, "jwe-wrong-kind");
    }
}
