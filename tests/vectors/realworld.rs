//! Tokens as providers and specifications document them. Their keys are not known, and most of
//! their signatures are random bytes: all is read, the kind is recognised, nothing is approved.

use crate::case::{Case, Expected, key_box, run_all};
use jwt_debugger::inspect::{StructureState, inspect};
use jwt_debugger::keys::SecretReading;
use jwt_debugger::profiles;
use jwt_debugger::span::Part;
use serde_json::Value;

/// Cut or re-encoded in the documentation that they are taken from: the last character of the
/// signature has bits that no encoder sets (RFC 4648 §3.5), or one character too many.
const DAMAGED: [&str; 3] = ["entra-access-v1", "entra-access-v2", "entra-id-v1"];

/// Not inflated, and so shown as bytes: `zip` in a JWS, which no RFC defines.
const NOT_INFLATED: &str = "smart-health-card";

/// Not signed at all.
const UNSECURED: &str = "firebase-emulator";

/// The kind that each is proposed to be. The rest has none of its own here.
const KINDS: [(&str, &str); 26] = [
    ("entra-access-v1", "entra-access-v1"),
    ("entra-access-v2", "entra-access-v2"),
    ("entra-id-v1", "entra-id"),
    ("entra-id-v2", "entra-id"),
    ("entra-app-only-v2", "entra-access-v2"),
    ("entra-groups-overage", "entra-id"),
    ("github-actions", "github-actions"),
    ("github-actions-immutable-sub", "github-actions"),
    ("hti-2.0", "hti-launch"),
    ("azure-b2c", "oidc-id-token"),
    ("google-id", "google"),
    ("google-gce", "google"),
    ("firebase-id", "oidc-id-token"),
    ("cognito-id", "aws-cognito"),
    ("cognito-access", "aws-cognito"),
    ("okta-id", "oidc-id-token"),
    ("keycloak-access", "keycloak"),
    ("keycloak-refresh", "keycloak"),
    ("keycloak-logout", "logout-token"),
    ("k8s-bound", "kubernetes"),
    ("k8s-legacy", "kubernetes"),
    ("apple-id", "oidc-id-token"),
    ("smart-id", "oidc-id-token"),
    ("smart-backend-assertion", "smart-backend"),
    ("lti-1.3", "oidc-id-token"),
    ("rfc9068", "at-jwt"),
];

#[test]
fn as_their_providers_document_them() {
    let file: Value = serde_json::from_str(include_str!("data/realworld-samples.json")).unwrap();
    let mut cases = Vec::new();
    let mut recognised = 0;
    for sample in file["samples"].as_array().unwrap() {
        let id = sample["id"].as_str().unwrap();
        let paste = sample["token"].as_str().unwrap();
        let found = inspect(paste);
        assert_eq!(found.tokens.len(), 1, "{id}");
        let state = match DAMAGED.contains(&id) {
            true => StructureState::Damaged,
            false => StructureState::Ok,
        };
        assert_eq!(found.structure(0), state, "{id}");
        let json = |part| {
            let part = found.tokens[0].part(part).unwrap();
            serde_json::from_slice::<Value>(&part.bytes).ok()
        };
        assert_eq!(json(Part::Header).as_ref(), Some(&sample["header"]), "{id}");
        match id {
            NOT_INFLATED => assert_eq!(json(Part::Payload), None),
            _ => assert_eq!(json(Part::Payload).unwrap(), sample["payload"], "{id}"),
        }
        let kind = KINDS
            .iter()
            .find(|(of, _)| *of == id)
            .map(|(_, kind)| *kind);
        let proposed = profiles::recognise(&found, 0);
        assert_eq!(proposed.first().map(|profile| profile.id), kind, "{id}");
        recognised += usize::from(kind.is_some());
        let expected = match id {
            UNSECURED => Expected::Unsecured,
            _ => Expected::NotValid,
        };
        for key in ["", "not the secret of any of these tokens"] {
            let case = Case::new(id, paste, &Value::Null, expected);
            cases.push(Case {
                key: key_box(key, SecretReading::Utf8),
                ..case
            });
        }
    }
    assert_eq!(recognised, KINDS.len());
    run_all(&cases, 2 * 44);
}
