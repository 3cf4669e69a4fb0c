//! Keys between us and the JavaScript libraries: JWK, PEM and thumbprints, both ways.
//! Spec: RFC 7517, RFC 7518 §6, RFC 7638, RFC 8037 §2.

use crate::keys;
use crate::ours;
use crate::peer::{LIBRARIES, peer};
use jwt_debugger::jose::algorithms::Curve;
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::{Material, facts_of, public_half, read_key};
use serde_json::{Value, json};

/// Kinds of keys, with an `alg` under which the libraries read them.
const KINDS: [(&str, KeySpec); 9] = [
    ("RS256", KeySpec::Rsa(2048)),
    ("ES256", KeySpec::Curve(Curve::P256)),
    ("ES384", KeySpec::Curve(Curve::P384)),
    ("ES512", KeySpec::Curve(Curve::P521)),
    ("EdDSA", KeySpec::Curve(Curve::Ed25519)),
    ("ECDH-ES", KeySpec::Curve(Curve::X25519)),
    ("ES256K", KeySpec::Curve(Curve::Secp256k1)),
    ("EdDSA", KeySpec::Curve(Curve::Ed448)),
    ("ECDH-ES", KeySpec::Curve(Curve::X448)),
];

/// The newest version stands on WebCrypto, which lacks the last three kinds.
pub fn knows(library: &str, spec: KeySpec) -> bool {
    let lacking = [Curve::Secp256k1, Curve::Ed448, Curve::X448];
    library == "jose-4" || !matches!(spec, KeySpec::Curve(curve) if lacking.contains(&curve))
}

fn read(text: &str) -> Material {
    let reading = read_key(&ours::key(text));
    assert_eq!(
        (reading.keys.len(), &reading.faults),
        (1, &vec![]),
        "{text}"
    );
    assert_eq!(reading.warnings, [], "{text}");
    reading.keys[0].material.clone()
}

/// The members of a key, without what a library adds of its own.
fn members(jwk: &Value) -> Value {
    let mut jwk = jwk.clone();
    for added in ["alg", "use", "key_ops", "ext", "kid"] {
        jwk.as_object_mut().unwrap().remove(added);
    }
    jwk
}

#[test]
fn keys_that_they_make() {
    let Some(peer) = peer() else { return };
    let mut compared = 0;
    for library in LIBRARIES {
        for (alg, spec) in KINDS.into_iter().filter(|(_, spec)| knows(library, *spec)) {
            let mut request = json!({ "op": "generate", "library": library, "alg": alg });
            match spec {
                KeySpec::Curve(curve) => request["crv"] = curve.name().into(),
                _ => request["modulusLength"] = 2048.into(),
            }
            let made = peer.get(&request);
            let private = read(&made["jwk"].to_string());
            let public = public_half(&private);
            assert_eq!(read(&made["publicJwk"].to_string()), public, "{made}");
            assert_eq!(read(made["pkcs8"].as_str().unwrap()), private, "{made}");
            assert_eq!(read(made["spki"].as_str().unwrap()), public, "{made}");
            // And written back as they wrote it.
            assert_eq!(keys::private(&private), members(&made["jwk"]));
            assert_eq!(keys::public(&private), members(&made["publicJwk"]));
            let trimmed = |text: &Value| text.as_str().unwrap().trim().to_owned();
            assert_eq!(keys::public_pem(&private).trim(), trimmed(&made["spki"]));
            compared += 1;
        }
    }
    assert_eq!(compared, 6 + 9);
}

#[test]
fn keys_that_we_make() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("key forms");
    let mut compared = 0;
    for library in LIBRARIES {
        for (alg, spec) in KINDS.into_iter().filter(|(_, spec)| knows(library, *spec)) {
            for _ in 0..3 {
                let key = keys::make(spec, &mut rng);
                for (jwk, pem) in [
                    (keys::private(&key), keys::private_pem(&key)),
                    (keys::public(&key), keys::public_pem(&key)),
                ] {
                    let read_pem = json!({ "op": "read-pem", "library": library, "pem": pem,
                        "alg": alg });
                    assert_eq!(members(&peer.get(&read_pem)), jwk, "{pem}");
                    let write_pem = json!({ "op": "write-pem", "library": library, "jwk": jwk,
                        "alg": alg });
                    let written = peer.get(&write_pem);
                    assert_eq!(read(written.as_str().unwrap()), read(&pem), "{written}");
                }
                compared += 1;
            }
        }
    }
    assert_eq!(compared, (6 + 9) * 3);
}

#[test]
fn thumbprints_are_the_same() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("thumbprints");
    let mut compared = 0;
    let more = [44, 65, 87].map(KeySpec::MlDsa);
    for spec in KINDS.into_iter().map(|(_, spec)| spec).chain(more) {
        let key = keys::make(spec, &mut rng);
        let facts = facts_of(&key);
        for library in LIBRARIES {
            // The fourth version is older than ML-DSA.
            if library == "jose-4" && matches!(spec, KeySpec::MlDsa(_)) {
                continue;
            }
            let request = json!({ "op": "thumbprint", "library": library,
                "jwk": keys::public(&key) });
            let theirs = peer.get(&request);
            assert_eq!(theirs["sha256"], facts.thumbprint);
            let uri = theirs["uri"].as_str().unwrap();
            assert!(
                uri.ends_with(&format!(":sha-256:{}", facts.thumbprint)),
                "{uri}"
            );
            compared += 1;
        }
    }
    assert_eq!(compared, 12 + 9);
}
