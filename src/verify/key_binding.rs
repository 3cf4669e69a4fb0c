//! The Key Binding JWT of an SD-JWT: whether whoever presents the token holds the key in its
//! `cnf`, and presented exactly these Disclosures. Whether `nonce` and `aud` are the ones that
//! were asked for, only the Verifier knows: here they have to be there.
//! Spec: RFC 9901 §4.1.2, §4.3 and §7.3, RFC 7800 §3.2 and §3.4, RFC 8705 §3.1, RFC 9449 §6.1.

use super::attempt::{Alg, Attempt};
use super::choose::wrong_type;
use super::forbidden::{forbidden, has_private_member};
use super::{SignatureState, SignatureVerdict};
use crate::crypto::{self, CryptoError};
use crate::diagnostic::{Diagnostic, Fact, Severity};
use crate::inspect::{Family, Serialization, Token, inspect};
use crate::jose::algorithms::SignatureAlgorithm;
use crate::jose::sd_jwt;
use crate::json::{Document, Kind, Value};
use crate::keys::facts::KeyFacts;
use crate::keys::{Key, KeyReading, read_jwk};
use serde::{Deserialize, Serialize};

/// What came of a Key Binding JWT.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyBindingVerdict {
    /// `valid`, `invalid`, `unsupported`, `unchecked` where `cnf` only names a key and that key was
    /// not given, or `key-error` where the key in `cnf` cannot be read.
    pub state: SignatureState,
    /// One sentence: why.
    pub reason: Diagnostic,
    /// The holder's key.
    pub key: Option<KeyFacts>,
    /// Everything for which a Verifier has to reject it, the reason first.
    pub problems: Vec<Diagnostic>,
}

/// The verdict on the Key Binding JWT of an SD-JWT; `None` where there is none. Where `cnf` only
/// names the holder's key, it is looked for among the `given` ones.
pub fn key_binding(token: &Token, given: &KeyReading) -> Option<KeyBindingVerdict> {
    if token.family != Family::SdJwt {
        return None;
    }
    let text = sd_jwt::key_binding_jwt(token)?;
    let inspection = inspect(&text);
    let jwt = match inspection.tokens.as_slice() {
        [jwt] if jwt.source.text == *text && is_compact_jws(jwt) => jwt,
        _ => {
            let reason = Diagnostic::danger("kb-malformed");
            return Some(rejected(vec![reason], None));
        }
    };
    Some(judge(token, jwt, given))
}

fn is_compact_jws(jwt: &Token) -> bool {
    jwt.family == Family::Jws && jwt.serialization == Serialization::Compact
}

fn judge(token: &Token, jwt: &Token, given: &KeyReading) -> KeyBindingVerdict {
    let Some(signature) = jwt.signatures.first() else {
        return rejected(vec![Diagnostic::danger("kb-malformed")], None);
    };
    let attempt = Attempt::new(jwt, signature, None);
    let signed = check_signature(token, &attempt, given);
    let mut problems = Vec::new();
    let (state, reason, key) = match signed {
        Signed::Holds(reason, key) => (SignatureState::Valid, reason, Some(key)),
        Signed::Fails(reason, key) => {
            problems.push(reason.clone());
            (SignatureState::Invalid, reason, key)
        }
        Signed::Unknown(state, reason) => (state, reason, None),
    };
    problems.extend(hash_problem(token, jwt));
    problems.extend(claim_problems(jwt));
    let typ = attempt.headers.text("typ").unwrap_or_default();
    if !is_kb_jwt(&typ) {
        problems.push(Diagnostic::danger("kb-typ").with("typ", typ));
    }
    problems.extend(forbidden(&attempt).iter().map(|rule| {
        let mut note = rule.note();
        note.severity = Severity::Danger;
        note
    }));
    if !problems.is_empty() {
        return rejected(problems, key.map(|key| key.facts));
    }
    KeyBindingVerdict {
        state,
        reason,
        key: key.map(|key| key.facts),
        problems,
    }
}

fn rejected(problems: Vec<Diagnostic>, key: Option<KeyFacts>) -> KeyBindingVerdict {
    let first = problems.first().cloned();
    KeyBindingVerdict {
        state: SignatureState::Invalid,
        reason: first.unwrap_or_else(|| Diagnostic::danger("kb-malformed")),
        key,
        problems,
    }
}

enum Signed {
    Holds(Diagnostic, Box<Key>),
    Fails(Diagnostic, Option<Box<Key>>),
    /// It could not be tried.
    Unknown(SignatureState, Diagnostic),
}

fn check_signature(token: &Token, attempt: &Attempt<'_>, given: &KeyReading) -> Signed {
    let row = match attempt.alg() {
        Alg::Known(row) => row,
        Alg::Unsecured => return Signed::Fails(Diagnostic::danger("kb-unsecured"), None),
        Alg::Unsupported(reason) => return Signed::Unknown(SignatureState::Unsupported, *reason),
    };
    let processed = sd_jwt::processed_payload(token);
    let Holder { keys, whose } = match holder(processed.as_ref().or(token.payload()), given) {
        Ok(holder) => holder,
        Err(signed) => return *signed,
    };
    let mut last = None;
    for key in keys {
        let tried = try_key(row, attempt, key, whose);
        if matches!(tried, Signed::Holds(..)) {
            return tried;
        }
        last.get_or_insert(tried);
    }
    last.unwrap_or_else(|| Signed::Fails(Diagnostic::danger("kb-cnf-missing"), None))
}

/// The keys that may be the holder's: several only where several have the same `kid`.
struct Holder {
    keys: Vec<Key>,
    /// Key of the words for how `cnf` comes to it.
    whose: &'static str,
}

/// The key in `cnf`, or the given ones that it names, or what it is when it does neither.
fn holder(payload: Option<&Document>, given: &KeyReading) -> Result<Holder, Box<Signed>> {
    let fails = |code: &'static str| Box::new(Signed::Fails(Diagnostic::danger(code), None));
    let unknown = |reason| Box::new(Signed::Unknown(SignatureState::KeyError, reason));
    let cnf = payload.and_then(|payload| payload.get("cnf"));
    let cnf = cnf.filter(|cnf| cnf.kind() == Kind::Object);
    let cnf = cnf.ok_or_else(|| fails("kb-cnf-missing"))?;
    let Some(jwk) = cnf.get("jwk") else {
        return named(cnf, given).map_err(|reason| {
            let state = SignatureState::Unchecked;
            Box::new(Signed::Unknown(state, reason))
        });
    };
    let key = match read_jwk(jwk) {
        Ok(read) => read.key,
        Err(fault) => return Err(unknown(fault)),
    };
    if key.facts.kty == "oct" {
        return Err(fails("kb-cnf-secret"));
    }
    if has_private_member(jwk) {
        return Err(fails("kb-cnf-private"));
    }
    Ok(Holder {
        keys: vec![key],
        whose: "kb-key-in-cnf",
    })
}

/// The given keys that `cnf` names. The recipient is supposed to have them already, so a token
/// alone cannot be checked (RFC 7800 §3.4).
fn named(cnf: Value<'_>, given: &KeyReading) -> Result<Holder, Diagnostic> {
    type Name = fn(&KeyFacts) -> Option<&str>;
    const WAYS: [(&str, Name); 3] = [
        ("kid", |key| key.kid.as_deref()),
        ("jkt", |key| Some(&key.thumbprint)),
        ("x5t#S256", |key| key.x5t_s256.as_deref()),
    ];
    for (member, name) in WAYS {
        let value = cnf.get(member).filter(|value| value.kind() == Kind::String);
        let Some(value) = value.and_then(|value| value.text()) else {
            continue;
        };
        let is_named = |key: &&Key| key.facts.kty != "oct" && name(&key.facts) == Some(&*value);
        let keys: Vec<_> = given.keys.iter().filter(is_named).cloned().collect();
        if keys.is_empty() {
            return Err(Diagnostic::warning("kb-cnf-named")
                .with("member", member)
                .with("value", value.into_owned()));
        }
        return Ok(Holder {
            keys,
            whose: "kb-key-named",
        });
    }
    let names = cnf.members().filter_map(|(name, _)| name.text());
    let names: Vec<String> = names.map(|name| name.into_owned()).collect();
    Err(Diagnostic::warning("kb-cnf-without-jwk").with("names", names))
}

fn try_key(
    row: &SignatureAlgorithm,
    attempt: &Attempt<'_>,
    key: Key,
    whose: &'static str,
) -> Signed {
    let key = Box::new(key);
    let whose = Fact::Word(whose.into());
    let input = attempt.signing_input();
    let signature = attempt.signature_bytes();
    let named = |code: &'static str, key: &Key| {
        Diagnostic::new(Severity::Danger, code)
            .with("alg", row.name)
            .with("key", key.facts.label())
            .with_fact("whose", whose.clone())
    };
    match crypto::verify(row.scheme, &key.material, &input, signature) {
        Ok(()) => {
            let mut reason = named("kb-valid", &key);
            reason.severity = Severity::Info;
            Signed::Holds(reason, key)
        }
        Err(CryptoError::WrongKeyType) => {
            let reason = wrong_type("kb-wrong-key-type", row, &key).with_fact("whose", whose);
            Signed::Fails(reason, Some(key))
        }
        Err(CryptoError::Mismatch | CryptoError::WrongLength { .. }) => {
            Signed::Fails(named("kb-mismatch", &key), Some(key))
        }
        Err(error) => Signed::Unknown(SignatureState::KeyError, error.into()),
    }
}

/// `sd_hash` ties the JWT to the issuer's JWT and to the Disclosures that came along
/// (RFC 9901 §4.3.1). Where the hash function is not known, that is a problem of the SD-JWT.
fn hash_problem(token: &Token, jwt: &Token) -> Option<Diagnostic> {
    let expected = sd_jwt::sd_hash(token)?;
    let found = text_claim(jwt.payload(), "sd_hash")?;
    (found != expected).then(|| {
        Diagnostic::danger("kb-sd-hash")
            .with("expected", expected)
            .with("found", found)
    })
}

/// RFC 9901 §4.3: `iat`, `aud`, `nonce` and `sd_hash` are required, `aud` as a single string.
fn claim_problems(jwt: &Token) -> Vec<Diagnostic> {
    let payload = jwt.payload();
    let is_number = |value: Value<'_>| value.kind() == Kind::Number;
    let iat = payload.and_then(|payload| payload.get("iat"));
    let mut missing: Vec<&str> = Vec::new();
    if !iat.is_some_and(is_number) {
        missing.push("iat");
    }
    for name in ["aud", "nonce", "sd_hash"] {
        if text_claim(payload, name).is_none() {
            missing.push(name);
        }
    }
    let problem = |name: &str| Diagnostic::danger("kb-claim-missing").with("claim", name);
    missing.into_iter().map(problem).collect()
}

fn text_claim(payload: Option<&Document>, name: &str) -> Option<String> {
    let value = payload?.get(name)?;
    (value.kind() == Kind::String).then(|| value.text().map(|text| text.into_owned()))?
}

/// Media type names do not depend on case, and `application/` may be left out (RFC 7515 §4.1.9).
fn is_kb_jwt(typ: &str) -> bool {
    let typ = typ.to_ascii_lowercase();
    typ.strip_prefix("application/").unwrap_or(&typ) == "kb+jwt"
}

impl SignatureVerdict {
    /// What the Key Binding JWT means for the token: one that has to be rejected makes the whole
    /// presentation one (RFC 9901 §7.3), one that cannot be checked is said.
    pub(super) fn bind(&mut self, binding: &KeyBindingVerdict) {
        let holds = matches!(
            self.state,
            SignatureState::Valid | SignatureState::SelfAsserted
        );
        if binding.state == SignatureState::Invalid && holds {
            let code = binding.reason.code.as_ref();
            let short = match code.starts_with("kb-") {
                true => format!("short-{code}"),
                false => "short-kb-forbidden".to_owned(),
            };
            let mut reason = Diagnostic::danger("verify-match-key-binding")
                .with_fact("problem", Fact::Word(short.into()));
            for name in ["alg", "key"] {
                if let Some(fact) = self.reason.fact(name) {
                    reason = reason.with_fact(name, fact.clone());
                }
            }
            self.state = SignatureState::Invalid;
            self.reason = reason;
        }
        match binding.state {
            SignatureState::Valid => {}
            SignatureState::Invalid => self.warnings.extend(binding.problems.iter().cloned()),
            _ => {
                self.warnings.push(Diagnostic::warning("kb-unchecked"));
                self.warnings.push(binding.reason.clone());
            }
        }
    }
}
