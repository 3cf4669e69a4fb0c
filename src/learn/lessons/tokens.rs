//! Tokens, keys and headers that several lessons and attacks use. The secret is the workshop's own, made to
//! be known by everybody in the room.

use crate::learn::{Make, Pair, Signer};

pub(in crate::learn) const SECRET: &str = "workshop-only-shared-secret-please-change-me-2026";
pub(in crate::learn) const HS256: &str = r#"{"alg":"HS256","typ":"JWT"}"#;
pub(in crate::learn) const ES256: &str = r#"{"alg":"ES256","kid":"issuer-1","typ":"JWT"}"#;

pub(in crate::learn) const ES256_DRAFT: &str = r#"{
  "alg": "ES256",
  "kid": "issuer-1",
  "typ": "JWT"
}"#;

/// What the workshop's Identity API hands to a patient.
pub(in crate::learn) const PATIENT_CLAIMS: &str = r#"{"sub":"@subject","role":"Patient","iss":"Online-Toestemming-Workshop-IdentityApi","aud":"Online-Toestemming-Workshop","exp":@now+900}"#;
pub(in crate::learn) const INTERNAL_CLAIMS: &str = r#"{"sub":"@subject","role":"Internal","iss":"Online-Toestemming-Workshop-IdentityApi","aud":"Online-Toestemming-Workshop","exp":@now+900}"#;

/// The same as a person would type them.
pub(in crate::learn) const PATIENT_DRAFT: &str = r#"{
  "sub": "@subject",
  "role": "Patient",
  "iss": "Online-Toestemming-Workshop-IdentityApi",
  "aud": "Online-Toestemming-Workshop",
  "exp": @now+900
}"#;
pub(in crate::learn) const HS256_DRAFT: &str = r#"{
  "alg": "HS256",
  "typ": "JWT"
}"#;

pub(in crate::learn) const PATIENT: Make = Make {
    header: HS256,
    payload: PATIENT_CLAIMS,
    signer: Signer::Secret(SECRET),
    replaced: None,
};

/// The issuer of the lessons that use key pairs.
pub(in crate::learn) const ISSUER: Pair = Pair {
    kid: "issuer-1",
    alg: "ES256",
};

pub(in crate::learn) const PATIENT_ES256: Make = Make {
    header: ES256,
    payload: PATIENT_CLAIMS,
    signer: Signer::Pair(ISSUER),
    replaced: None,
};
