//! The key that a token brings itself: `jwk` or `x5c` in its header. It is tried when no key is
//! given, and proves no more than that the token is consistent with itself.
//! Spec: RFC 7515 §4.1.3, §4.1.6; RFC 8725 §3.5.

use super::headers::Headers;
use crate::diagnostic::Diagnostic;
use crate::keys::choose::first_certificate;
use crate::keys::{Key, KeyReading, facts_of, read_jwk};

/// The Header Parameter and the key in it; `None` when the header holds neither.
pub fn embedded_key(headers: &Headers<'_>) -> Option<(&'static str, KeyReading)> {
    if let Some(jwk) = headers.get("jwk") {
        let reading = match read_jwk(jwk) {
            Ok(read) => KeyReading {
                read_as: vec![
                    Diagnostic::info("key-read-in-token")
                        .with("parameter", "jwk")
                        .with("key", read.key.facts.label()),
                ],
                keys: vec![read.key],
                warnings: read.warnings,
                ..KeyReading::default()
            },
            Err(fault) => unreadable(fault),
        };
        return Some(("jwk", reading));
    }
    let chain = headers.get("x5c")?;
    let read = first_certificate(chain);
    let reading = match read {
        Some((certificate, material)) => {
            let mut facts = facts_of(&material);
            facts.x5t = Some(certificate.sha1);
            facts.x5t_s256 = Some(certificate.sha256);
            KeyReading {
                read_as: vec![
                    Diagnostic::info("key-read-in-token")
                        .with("parameter", "x5c")
                        .with("key", facts.label()),
                ],
                keys: vec![Key {
                    material,
                    facts,
                    more: Vec::new(),
                }],
                ..KeyReading::default()
            }
        }
        None => unreadable(Diagnostic::danger("verify-x5c-unreadable")),
    };
    Some(("x5c", reading))
}

fn unreadable(fault: Diagnostic) -> KeyReading {
    KeyReading {
        faults: vec![fault],
        ..KeyReading::default()
    }
}
