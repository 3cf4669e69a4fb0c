//! What stands beside a token and is named in it by a hash: the access token and the code of an
//! ID Token, the access token of a DPoP proof, the key that a token is bound to.
//! Spec: OpenID Connect Core §3.1.3.6, §3.3.2.11; RFC 9449 §4.2, §6.1; RFC 7800 §3.2.

use super::text_claims::media_type;
use super::{Claims, ClaimsState, Findings, claims_set};
use crate::base64url;
use crate::diagnostic::{Diagnostic, Fact};
use crate::inspect::{Inspection, inspect};
use crate::jose::jwk_thumbprint::thumbprint;
use crate::json::{self, Value};
use crate::secret::Secret;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256, Sha384, Sha512};

/// What stands beside the token. Empty: not given.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Beside {
    /// The access token, for `at_hash` of an ID Token and `ath` of a DPoP proof.
    pub access_token: Secret<String>,
    /// The authorization code, for `c_hash`.
    pub code: Secret<String>,
    /// For `cnf`: a public JWK, a JWK Set, a JWK Thumbprint, or a DPoP proof with its key.
    pub key: String,
}

/// What token `token` says of what stands beside it: a danger where they do not belong together.
/// Empty without a readable JWT Claims Set.
pub fn beside(inspection: &Inspection, token: usize, beside: &Beside) -> Vec<Diagnostic> {
    let mut findings = Findings::default();
    if let Ok(claims) = claims_set(inspection, token) {
        judge(&claims, beside, &mut findings);
    }
    findings.details.into_iter().map(|(said, _)| said).collect()
}

fn judge(claims: &Claims, beside: &Beside, findings: &mut Findings) {
    let access_token = bare(beside.access_token.expose());
    let code = beside.code.expose().trim();
    if !access_token.is_empty() {
        if is_proof(claims) {
            whole_hash(claims, access_token, findings);
            key_of_proof(claims, access_token, findings);
        } else {
            half_hash(claims, "at_hash", access_token, findings);
        }
    }
    if !code.is_empty() {
        half_hash(claims, "c_hash", code, findings);
    }
    let key = beside.key.trim();
    if !key.is_empty() {
        bound_key(claims, key, findings);
    }
}

/// The token itself, as it stands behind `Authorization: DPoP`.
fn bare(text: &str) -> &str {
    let text = text.trim();
    let schemes = ["Bearer ", "bearer ", "DPoP ", "dpop "];
    let rest = schemes.into_iter().find_map(|s| text.strip_prefix(s));
    rest.unwrap_or(text).trim()
}

fn is_proof(claims: &Claims) -> bool {
    let typ = claims.header.and_then(|header| header.get("typ")?.text());
    typ.is_some_and(|typ| media_type(&typ).eq_ignore_ascii_case("dpop+jwt"))
}

/// `at_hash`, `c_hash`: the left half of the digest, by the hash of the token's own `alg`.
fn half_hash(claims: &Claims, name: &'static str, text: &str, findings: &mut Findings) {
    let Some(value) = claims.get(name) else {
        findings.say(Diagnostic::warning("claims-hash-missing").with("claim", name));
        return;
    };
    let alg = claims.header.and_then(|header| header.get("alg")?.text());
    let Some(hash) = alg.as_deref().and_then(hash_of) else {
        let unknown = Diagnostic::warning("claims-hash-unknown").with("claim", name);
        findings.say(unknown.with("alg", alg.unwrap_or_default().into_owned()));
        return;
    };
    let half = |hash: Hash| {
        let digest = hash.digest(text);
        let (left, _) = digest.split_at(digest.len() / 2);
        base64url::encode(left)
    };
    let found = value.text().unwrap_or_default();
    let whole = base64url::encode(&hash.digest(text));
    let other = [Hash::Sha256, Hash::Sha384, Hash::Sha512]
        .into_iter()
        .find(|other| half(*other) == found);
    let odd = if found == whole {
        Some(Diagnostic::warning("claims-hash-whole"))
    } else {
        other.map(|other| Diagnostic::warning("claims-hash-other").with("hash", other.name()))
    };
    compare(claims, name, value, &half(hash), odd, findings);
}

/// `ath`: the whole SHA-256 digest.
fn whole_hash(claims: &Claims, text: &str, findings: &mut Findings) {
    let expected = base64url::encode(&Sha256::digest(text));
    match claims.get("ath") {
        Some(value) => compare(claims, "ath", value, &expected, None, findings),
        None => findings.refuse(
            ClaimsState::Mismatch,
            Diagnostic::warning("claims-missing")
                .with("claim", "ath")
                .with("expected", expected),
        ),
    }
}

fn compare<'a>(
    claims: &Claims<'a>,
    name: &'static str,
    value: Value<'a>,
    expected: &str,
    odd: Option<Diagnostic>,
    findings: &mut Findings,
) {
    let found = value.text().unwrap_or_default().into_owned();
    let about = |diagnostic: Diagnostic| {
        diagnostic
            .with("claim", name)
            .with("expected", expected)
            .with("found", found.as_str())
            .at(claims.span(value))
    };
    if found == expected {
        findings.say(about(Diagnostic::info("claims-hash-match")));
    } else {
        let other = odd.unwrap_or_else(|| Diagnostic::warning("claims-hash-mismatch"));
        findings.refuse(ClaimsState::Mismatch, about(other));
    }
}

/// The key in a DPoP proof is the one that the access token is bound to, when that can be read.
fn key_of_proof(claims: &Claims, access_token: &str, findings: &mut Findings) {
    let inspection = inspect(access_token);
    let payload = inspection.tokens.first().and_then(|token| token.payload());
    let bound = payload.and_then(|payload| confirmation(payload.root()?));
    let own = claims
        .header
        .and_then(|header| thumbprint(header.get("jwk")?));
    let (Some(bound), Some(own)) = (bound, own) else {
        return;
    };
    findings_of_keys(&bound, &[own], None, findings);
}

/// `cnf` of this token against the key that was given.
fn bound_key(claims: &Claims, key: &str, findings: &mut Findings) {
    let Some(bound) = confirmation(claims.set) else {
        let missing = Diagnostic::warning("claims-missing");
        let missing = missing.with("claim", "cnf.jkt").with("expected", key);
        findings.refuse(ClaimsState::Mismatch, missing);
        return;
    };
    let given = thumbprints(key);
    if given.is_empty() {
        findings.say(Diagnostic::warning("claims-key-unreadable"));
        return;
    }
    let span = claims.get("cnf").map(|value| claims.span(value));
    findings_of_keys(&bound, &given, span, findings);
}

fn findings_of_keys(
    bound: &str,
    given: &[String],
    span: Option<crate::span::Span>,
    findings: &mut Findings,
) {
    let list = Fact::List(given.iter().map(|one| Fact::from(one.as_str())).collect());
    let about = |mut diagnostic: Diagnostic| {
        diagnostic.span = span;
        diagnostic
            .with("found", bound)
            .with_fact("expected", list.clone())
    };
    if given.iter().any(|one| one == bound) {
        findings.say(about(Diagnostic::info("claims-key-match")));
    } else {
        let other = Diagnostic::warning("claims-key-mismatch");
        findings.refuse(ClaimsState::Mismatch, about(other));
    }
}

/// The thumbprint in `cnf`: `jkt`, or that of the key in `jwk`.
fn confirmation(claims: Value<'_>) -> Option<String> {
    let cnf = claims.get("cnf")?;
    let jkt = cnf.get("jkt").and_then(|jkt| jkt.text());
    jkt.map(|jkt| jkt.into_owned())
        .or_else(|| thumbprint(cnf.get("jwk")?))
}

/// Every thumbprint that a text gives.
fn thumbprints(text: &str) -> Vec<String> {
    let is_digest = base64url::decode(text).is_some_and(|bytes| bytes.len() == 32);
    if is_digest {
        return vec![text.to_owned()];
    }
    let document = json::parse(text.as_bytes().to_vec());
    if let Some(root) = document.object() {
        let keys = root.get("keys").into_iter().flat_map(|keys| keys.items());
        return keys.chain([root]).filter_map(thumbprint).collect();
    }
    let inspection = inspect(text);
    let header = inspection.tokens.first().and_then(|token| token.header());
    let own = header.and_then(|header| thumbprint(header.get("jwk")?));
    own.into_iter().collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    fn digest(self, text: &str) -> Vec<u8> {
        match self {
            Hash::Sha256 => Sha256::digest(text).to_vec(),
            Hash::Sha384 => Sha384::digest(text).to_vec(),
            Hash::Sha512 => Sha512::digest(text).to_vec(),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Hash::Sha256 => "SHA-256",
            Hash::Sha384 => "SHA-384",
            Hash::Sha512 => "SHA-512",
        }
    }
}

/// The hash of an algorithm. Ed25519 has SHA-512 inside (RFC 8032 §5.1), which is what providers
/// take; of other algorithms nobody has said it.
fn hash_of(alg: &str) -> Option<Hash> {
    match alg {
        "HS256" | "RS256" | "PS256" | "ES256" | "ES256K" => Some(Hash::Sha256),
        "HS384" | "RS384" | "PS384" | "ES384" => Some(Hash::Sha384),
        "HS512" | "RS512" | "PS512" | "ES512" | "EdDSA" | "Ed25519" => Some(Hash::Sha512),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{ClaimsVerdict, Expectations};
    use crate::words::Locale;

    /// OpenID Connect Core Appendix A.3, A.4, A.6: the ID Token's claims and what they hash.
    const ACCESS_TOKEN: &str = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";
    const CODE: &str = "Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk";
    /// RFC 9449 §4.1 and §6.1.
    const PROOF_KEY: &str = r#"{"kty":"EC","x":"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs","y":"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA","crv":"P-256"}"#;
    const JKT: &str = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";
    /// RFC 9449 §7.1.
    const BOUND_TOKEN: &str = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

    fn token(header: &str, payload: &str) -> String {
        let encode = |text: &str| base64url::encode(text.as_bytes());
        format!("{}.{}.AAAA", encode(header), encode(payload))
    }

    fn verdict(header: &str, payload: &str, given: Beside) -> ClaimsVerdict {
        let inspection = inspect(&token(header, payload));
        let expectations = Expectations {
            beside: beside(&inspection, 0, &given),
            ..Expectations::default()
        };
        crate::judge::judge(&inspection, 0, 0, &expectations)
    }

    #[track_caller]
    fn check(header: &str, payload: &str, given: &Beside, state: ClaimsState, code: &str) {
        let verdict = verdict(header, payload, given.clone());
        assert_eq!(verdict.state, state, "{payload} {verdict:#?}");
        let line = verdict.details.iter().find(|line| line.code == code);
        let locale = Locale::english();
        let said = line.map(|line| locale.say(line)).unwrap_or_default();
        assert!(
            !said.is_empty() && !said.contains("{$"),
            "{code} {verdict:#?}"
        );
    }

    fn access_token(text: &str) -> Beside {
        Beside {
            access_token: Secret::new(text.to_owned()),
            ..Beside::default()
        }
    }

    fn code(text: &str) -> Beside {
        Beside {
            code: Secret::new(text.to_owned()),
            ..Beside::default()
        }
    }

    fn key(text: &str) -> Beside {
        Beside {
            key: text.to_owned(),
            ..Beside::default()
        }
    }

    const RS256: &str = r#"{"alg":"RS256"}"#;

    #[test]
    fn at_hash_and_c_hash_of_the_specification() {
        let at_hash = r#"{"at_hash":"77QmUPtjPfzWtF2AnpK9RQ"}"#;
        let c_hash = r#"{"c_hash":"LDktKdoQak3Pk0cnXxCltA"}"#;
        let (ok, no) = (ClaimsState::Ok, ClaimsState::Mismatch);
        let (right, wrong) = (access_token(ACCESS_TOKEN), access_token("another"));
        check(RS256, at_hash, &right, ok, "claims-hash-match");
        let header = access_token(&format!("Bearer {ACCESS_TOKEN}\n"));
        check(RS256, at_hash, &header, ok, "claims-hash-match");
        check(RS256, at_hash, &wrong, no, "claims-hash-mismatch");
        check(RS256, c_hash, &code(CODE), ok, "claims-hash-match");
        check(RS256, c_hash, &code("x"), no, "claims-hash-mismatch");
        check(RS256, "{}", &right, ok, "claims-hash-missing");
        check(RS256, "{}", &code(CODE), ok, "claims-hash-missing");
        check(
            r#"{"alg":"RS512"}"#,
            at_hash,
            &right,
            no,
            "claims-hash-other",
        );
        check(r#"{"alg":"X"}"#, at_hash, &right, ok, "claims-hash-unknown");
        check(
            RS256,
            r#"{"at_hash":7}"#,
            &right,
            no,
            "claims-hash-mismatch",
        );
        let whole = base64url::encode(&Sha256::digest(ACCESS_TOKEN));
        let whole = format!(r#"{{"at_hash":"{whole}"}}"#);
        check(RS256, &whole, &right, no, "claims-hash-whole");
    }

    #[test]
    fn ath_of_a_dpop_proof() {
        let proof = format!(r#"{{"typ":"dpop+jwt","alg":"ES256","jwk":{PROOF_KEY}}}"#);
        // RFC 9449 §7.1.
        let ath = r#"{"ath":"fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo"}"#;
        let (ok, no) = (ClaimsState::Ok, ClaimsState::Mismatch);
        let right = access_token(&format!("DPoP {BOUND_TOKEN}"));
        check(&proof, ath, &right, ok, "claims-hash-match");
        check(&proof, ath, &access_token("x"), no, "claims-hash-mismatch");
        check(&proof, "{}", &right, no, "claims-missing");
        let bound = token(RS256, &format!(r#"{{"cnf":{{"jkt":"{JKT}"}}}}"#));
        let with_ath = |text: &str| {
            let ath = base64url::encode(&Sha256::digest(text));
            format!(r#"{{"ath":"{ath}"}}"#)
        };
        let beside = access_token(&bound);
        check(&proof, &with_ath(&bound), &beside, ok, "claims-key-match");
        let other = token(RS256, r#"{"cnf":{"jkt":"AAAA"}}"#);
        let beside = access_token(&other);
        check(
            &proof,
            &with_ath(&other),
            &beside,
            no,
            "claims-key-mismatch",
        );
    }

    #[test]
    fn cnf_jkt_against_a_key_a_thumbprint_and_a_proof() {
        let bound = format!(r#"{{"cnf":{{"jkt":"{JKT}"}}}}"#);
        let proof = token(&format!(r#"{{"typ":"dpop+jwt","jwk":{PROOF_KEY}}}"#), "{}");
        let set = format!(r#"{{"keys":[{{"kty":"oct"}},{PROOF_KEY}]}}"#);
        let (ok, no) = (ClaimsState::Ok, ClaimsState::Mismatch);
        for given in [PROOF_KEY, JKT, &proof, &set] {
            check(RS256, &bound, &key(given), ok, "claims-key-match");
        }
        let with_key = format!(r#"{{"cnf":{{"jwk":{PROOF_KEY}}}}}"#);
        check(RS256, &with_key, &key(JKT), ok, "claims-key-match");
        let other = PROOF_KEY.replace("l8tF", "l8tG");
        check(RS256, &bound, &key(&other), no, "claims-key-mismatch");
        check(RS256, "{}", &key(JKT), no, "claims-missing");
        check(RS256, &bound, &key("what"), ok, "claims-key-unreadable");
    }

    #[test]
    fn nothing_is_said_of_what_was_not_given() {
        let payload = format!(r#"{{"at_hash":"x","cnf":{{"jkt":"{JKT}"}}}}"#);
        let verdict = verdict(RS256, &payload, Beside::default());
        assert!(
            verdict
                .details
                .iter()
                .all(|line| !line.code.contains("hash"))
        );
        assert!(
            verdict
                .details
                .iter()
                .all(|line| !line.code.contains("key"))
        );
    }
}
