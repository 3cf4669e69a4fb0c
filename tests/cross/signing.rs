//! JWS in the Compact Serialization with the JavaScript libraries, both ways.
//! Spec: RFC 7515 §7.1, RFC 7518 §3, RFC 8037 §3.1, RFC 8812 §3, RFC 9864.

use crate::keys;
use crate::ours;
use crate::peer::{Answer, LIBRARIES, Peer, Unknown, check_unknown, peer};
use jwt_debugger::jose::algorithms::{Curve, SIGNATURE_ALGORITHMS};
use jwt_debugger::jose::key_spec::{KeySpec, key_specs};
use jwt_debugger::keys::Material;
use jwt_debugger::verify::SignatureState;
use rand_chacha::ChaCha20Rng;
use serde_json::{Value, json};

const ROUNDS: usize = 3;

const NO_SECP256K1: &str = "WebCrypto has no secp256k1";
const NO_ED448: &str = "the library has no Ed448";
const NO_ML_DSA: &str = "WebCrypto has ML-DSA where OpenSSL is 3.5; noble is asked instead";
const OLDER: &str = "the library is older than the name";

const fn unknown(library: &'static str, what: &'static str, why: &'static str) -> Unknown {
    Unknown {
        library,
        what,
        why,
        known_from: None,
    }
}

const fn until(node: (u32, u32), row: Unknown) -> Unknown {
    Unknown {
        known_from: Some(node),
        ..row
    }
}

/// In the order of the table of algorithms.
const UNKNOWN: [Unknown; 11] = [
    unknown("jose", "ES256K", NO_SECP256K1),
    unknown("jose", "EdDSA on Ed448", NO_ED448),
    unknown("jose", "Ed448", NO_ED448),
    until((24, 7), unknown("jose", "ML-DSA-44", NO_ML_DSA)),
    until((24, 7), unknown("jose", "ML-DSA-65", NO_ML_DSA)),
    until((24, 7), unknown("jose", "ML-DSA-87", NO_ML_DSA)),
    unknown("jose-4", "Ed25519", OLDER),
    unknown("jose-4", "Ed448", OLDER),
    unknown("jose-4", "ML-DSA-44", OLDER),
    unknown("jose-4", "ML-DSA-65", OLDER),
    unknown("jose-4", "ML-DSA-87", OLDER),
];

/// An algorithm and one kind of key that it may have.
struct Pair {
    alg: &'static str,
    spec: KeySpec,
}

impl Pair {
    fn name(&self) -> String {
        match (self.alg, self.spec) {
            ("EdDSA", KeySpec::Curve(curve)) => format!("EdDSA on {}", curve.name()),
            _ => self.alg.to_owned(),
        }
    }
}

/// Every algorithm with every kind of key; of RSA one size, OpenSSL has the others.
fn pairs() -> Vec<Pair> {
    let mut pairs = Vec::new();
    for row in &SIGNATURE_ALGORITHMS {
        let specs = key_specs(row.name).into_iter();
        let specs = specs.filter(|spec| !matches!(spec, KeySpec::Rsa(bits) if *bits != 2048));
        pairs.extend(specs.map(|spec| Pair {
            alg: row.name,
            spec,
        }));
    }
    pairs
}

#[test]
fn what_we_sign_they_verify_and_what_they_sign_we_verify() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("signing");
    let (mut pairs_run, mut refusals) = (0, 0);
    let mut missing = Vec::new();
    for library in LIBRARIES {
        for pair in pairs() {
            let key = keys::make(pair.spec, &mut rng);
            if !knows(peer, library, pair.alg, &key) {
                missing.push((library, pair.name()));
                continue;
            }
            pairs_run += 1;
            for _ in 0..ROUNDS {
                refusals += ours_to_them(peer, library, pair.alg, &key, &mut rng);
                refusals += theirs_to_us(peer, library, pair.alg, &key, &mut rng);
            }
        }
    }
    check_unknown(peer, &missing, &UNKNOWN);
    let expected = LIBRARIES.len() * pairs().len() - missing.len();
    // Every secret size of HS, one RSA size, every curve: 32.
    assert_eq!((pairs_run, pairs().len()), (expected, 32));
    // Header, payload and signature, in both directions.
    assert_eq!(refusals, expected * ROUNDS * 6);
}

/// Whether the library signs with this algorithm and key at all.
fn knows(peer: &Peer, library: &str, alg: &str, key: &Material) -> bool {
    let request = sign_request(library, &json!({ "alg": alg }), b"{}", key);
    match peer.ask(&request) {
        Answer::Ok(_) => true,
        Answer::Unknown(_) => false,
        Answer::Refused(code) => panic!("{library} {alg}: {code}"),
    }
}

fn sign_request(library: &str, header: &Value, payload: &[u8], key: &Material) -> Value {
    json!({ "op": "sign", "library": library, "form": "compact", "payload": ours::b64(payload),
        "signatures": [{ "header": header, "jwk": keys::private(key), "alg": header["alg"] }] })
}

fn verify_request(library: &str, token: &str, alg: &str, key: &Material) -> Value {
    json!({ "op": "verify", "library": library, "form": "compact", "token": token,
        "jwk": keys::public(key), "alg": alg })
}

fn ours_to_them(
    peer: &Peer,
    library: &str,
    alg: &str,
    key: &Material,
    rng: &mut ChaCha20Rng,
) -> usize {
    let header = ours::header(&json!({ "alg": alg, "typ": "JWT" }), rng);
    let payload = json!({ "sub": keys::text(rng) }).to_string();
    let token = ours::make(&header, &payload, &keys::private_text(key, rng), rng);
    let request = verify_request(library, &token, alg, key);
    let said = peer.get(&request);
    assert_eq!(said, ours::b64(&payload), "{request}");
    refused_by_both(peer, library, &token, alg, key, rng)
}

fn theirs_to_us(
    peer: &Peer,
    library: &str,
    alg: &str,
    key: &Material,
    rng: &mut ChaCha20Rng,
) -> usize {
    let header = ours::header(&json!({ "alg": alg }), rng);
    let length = 1 + keys::below(300, rng);
    let payload = keys::random(length, rng);
    let token = peer.get(&sign_request(library, &header, &payload, key));
    let token = token.as_str().unwrap();
    let public = keys::public_text(key, rng);
    assert_eq!(ours::verified(token, &public), payload, "{token}\n{public}");
    refused_by_both(peer, library, token, alg, key, rng)
}

/// One bit of each part changed: neither accepts it.
fn refused_by_both(
    peer: &Peer,
    library: &str,
    token: &str,
    alg: &str,
    key: &Material,
    rng: &mut ChaCha20Rng,
) -> usize {
    let mut refusals = 0;
    for part in 0..3 {
        let changed = ours::flipped(token, part, rng).unwrap();
        let theirs = peer.ask(&verify_request(library, &changed, alg, key));
        assert!(
            matches!(theirs, Answer::Refused(_)),
            "{theirs:?}\n{changed}"
        );
        let public = keys::public_text(key, rng);
        let ours = ours::verdict(&changed, &public, None).state;
        assert_eq!(ours, SignatureState::Invalid, "{changed}\n{public}");
        refusals += 1;
    }
    refusals
}

/// HMAC takes keys of any length, and hashes those above a block first.
#[test]
fn secrets_of_every_length() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("secrets");
    let lengths = [1, 31, 32, 33, 63, 64, 65, 127, 128, 129, 300];
    let mut compared = 0;
    for alg in ["HS256", "HS384", "HS512"] {
        for length in lengths {
            let key = keys::secret(&keys::random(length, &mut rng));
            ours_to_them(peer, "jose", alg, &key, &mut rng);
            theirs_to_us(peer, "jose", alg, &key, &mut rng);
            compared += 1;
        }
    }
    assert_eq!(compared, 33);
}

/// A key of another kind or curve is refused by both, whatever is tried with it.
#[test]
fn a_signature_under_another_key_is_refused_by_both() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("another key");
    let mut refusals = 0;
    for pair in pairs() {
        if pair.spec == KeySpec::Rsa(2048) {
            continue;
        }
        let (key, other) = (
            keys::make(pair.spec, &mut rng),
            keys::make(pair.spec, &mut rng),
        );
        let header = json!({ "alg": pair.alg });
        let token = ours::make(&header, "{}", &keys::private(&key).to_string(), &mut rng);
        let verdict = ours::verdict(&token, &keys::public(&other).to_string(), None);
        assert_eq!(verdict.state, SignatureState::Invalid, "{token}");
        let theirs = peer.ask(&verify_request("jose-4", &token, pair.alg, &other));
        assert!(!matches!(theirs, Answer::Ok(_)), "{token}");
        refusals += 1;
    }
    assert_eq!(refusals, 26);
}

/// A payload may be empty, and it may be any bytes.
#[test]
fn payloads_of_any_bytes() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("payloads");
    let mut compared = 0;
    for (alg, spec) in [
        ("HS256", KeySpec::Oct(256)),
        ("RS512", KeySpec::Rsa(2048)),
        ("PS384", KeySpec::Rsa(2048)),
        ("ES256", KeySpec::Curve(Curve::P256)),
        ("EdDSA", KeySpec::Curve(Curve::Ed25519)),
    ] {
        let key = keys::make(spec, &mut rng);
        let payloads = [
            vec![],
            vec![0],
            vec![0; 64],
            vec![0xff; 65],
            keys::random(20_000, &mut rng),
        ];
        for payload in payloads {
            for library in LIBRARIES {
                let request = sign_request(library, &json!({ "alg": alg }), &payload, &key);
                let token = peer.get(&request);
                let token = token.as_str().unwrap();
                let public = keys::public_text(&key, &mut rng);
                assert_eq!(ours::verified(token, &public), payload, "{token}");
                compared += 1;
            }
        }
        // What is typed is text.
        for payload in ["", " ", "\u{feff}", "null", "\0"] {
            let text = keys::private_text(&key, &mut rng);
            let token = ours::make(&json!({ "alg": alg }), payload, &text, &mut rng);
            let said = peer.get(&verify_request("jose", &token, alg, &key));
            assert_eq!(said, ours::b64(payload), "{token}");
            compared += 1;
        }
    }
    assert_eq!(compared, 5 * (5 * 2 + 5));
}
