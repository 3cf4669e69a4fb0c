//! JWE in the Compact Serialization with the JavaScript libraries, both ways: every `alg` with
//! every `enc`, and compressed.
//! Spec: RFC 7516 §7.1, RFC 7518 §4 and §5, RFC 8037 §3.2.

use crate::keys;
use crate::ours;
use crate::peer::{Answer, LIBRARIES, Peer, Unknown, check_unknown, peer};
use jwt_debugger::jose::algorithms::Curve;
use jwt_debugger::jose::encryption_algorithms::{
    CONTENT_ENCRYPTION_ALGORITHMS, ContentEncryptionAlgorithm, KEY_MANAGEMENT_ALGORITHMS,
    KeyManagement, KeyManagementAlgorithm,
};
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::Material;
use rand_chacha::ChaCha20Rng;
use serde_json::{Value, json};

const fn unknown(library: &'static str, what: &'static str, why: &'static str) -> Unknown {
    Unknown {
        library,
        what,
        why,
        known_from: None,
    }
}

const NO_X448: &str = "the library has no X448";

/// In the order of the table of algorithms.
const UNKNOWN: [Unknown; 5] = [
    unknown("jose", "RSA1_5", "left out because of its oracle"),
    unknown("jose", "ECDH-ES on X448", NO_X448),
    unknown("jose", "ECDH-ES+A128KW on X448", NO_X448),
    unknown("jose", "ECDH-ES+A192KW on X448", NO_X448),
    unknown("jose", "ECDH-ES+A256KW on X448", NO_X448),
];

/// What is compared: one way of key management with one kind of key, and one `enc`.
struct Case {
    alg: &'static KeyManagementAlgorithm,
    enc: &'static ContentEncryptionAlgorithm,
    curve: Option<Curve>,
}

const CURVES: [Curve; 5] = [
    Curve::P256,
    Curve::P384,
    Curve::P521,
    Curve::X25519,
    Curve::X448,
];

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for alg in &KEY_MANAGEMENT_ALGORITHMS {
        let curves: Vec<Option<Curve>> = match alg.management {
            KeyManagement::EcdhEs(_) => CURVES.map(Some).to_vec(),
            _ => vec![None],
        };
        for curve in curves {
            for enc in &CONTENT_ENCRYPTION_ALGORITHMS {
                cases.push(Case { alg, enc, curve });
            }
        }
    }
    cases
}

impl Case {
    fn name(&self) -> String {
        match self.curve {
            Some(curve) => format!("{} on {}", self.alg.name, curve.name()),
            None => self.alg.name.to_owned(),
        }
    }

    fn is_password(&self) -> bool {
        matches!(self.alg.management, KeyManagement::Pbes2(..))
    }

    fn key(&self, rng: &mut ChaCha20Rng) -> Material {
        match (self.alg.management, self.curve) {
            (_, Some(curve)) => keys::make(KeySpec::Curve(curve), rng),
            (KeyManagement::Rsa15 | KeyManagement::RsaOaep(_), _) => {
                keys::make(KeySpec::Rsa(2048), rng)
            }
            (KeyManagement::AesKw(size) | KeyManagement::AesGcmKw(size), _) => {
                keys::secret(&keys::random(size.bytes(), rng))
            }
            (KeyManagement::Direct, _) => {
                keys::secret(&keys::random(self.enc.encryption.key_len(), rng))
            }
            (KeyManagement::Pbes2(..), _) => {
                let length = 1 + keys::below(40, rng);
                keys::secret(keys::word(length, rng).as_bytes())
            }
            (KeyManagement::EcdhEs(_), None) => panic!("no curve"),
        }
    }

    /// The header without what key management adds.
    fn header(&self, rng: &mut ChaCha20Rng) -> Value {
        let members = json!({ "alg": self.alg.name, "enc": self.enc.name });
        ours::header(&members, rng)
    }

    fn decrypt_request(&self, library: &str, token: &str, key: &Material) -> Value {
        json!({ "op": "decrypt", "library": library, "form": "compact", "token": token,
            "jwk": keys::private(key), "alg": self.alg.name })
    }

    fn encrypt_request(
        &self,
        library: &str,
        header: &Value,
        plaintext: &[u8],
        key: &Material,
        rng: &mut ChaCha20Rng,
    ) -> Value {
        let recipient = json!({ "jwk": keys::public(key), "alg": self.alg.name });
        let mut request = json!({ "op": "encrypt", "library": library, "form": "compact",
            "header": header, "plaintext": ours::b64(plaintext), "recipients": [recipient] });
        if self.is_password() {
            request["p2c"] = (1 + keys::below(3000, rng)).into();
        }
        if self.curve.is_some() && keys::below(2, rng) == 0 {
            request["apu"] = ours::b64(keys::word(7, rng)).into();
            request["apv"] = ours::b64(keys::word(9, rng)).into();
        }
        request
    }

    fn ours_to_them(&self, peer: &Peer, library: &str, rng: &mut ChaCha20Rng) -> usize {
        let key = self.key(rng);
        let mut header = self.header(rng);
        if self.is_password() {
            header["p2c"] = (1000 + keys::below(2000, rng)).into();
        }
        if self.curve.is_some() && keys::below(2, rng) == 0 {
            header["apu"] = ours::b64(keys::word(5, rng)).into();
            header["apv"] = ours::b64(keys::word(6, rng)).into();
        }
        let plaintext = keys::text(rng);
        let text = keys::public_text(&key, rng);
        let token = ours::make(&header, &plaintext, &text, rng);
        let said = peer.get(&self.decrypt_request(library, &token, &key));
        assert_eq!(said, ours::b64(&plaintext), "{} {token}", self.name());
        self.refused_by_both(peer, library, &token, &key, rng)
    }

    fn theirs_to_us(&self, peer: &Peer, library: &str, rng: &mut ChaCha20Rng) -> usize {
        let key = self.key(rng);
        let header = self.header(rng);
        let length = keys::below(300, rng);
        let plaintext = keys::random(length, rng);
        let request = self.encrypt_request(library, &header, &plaintext, &key, rng);
        let token = peer.get(&request);
        let token = token.as_str().unwrap();
        let opened = ours::opened(token, &keys::private_text(&key, rng));
        assert_eq!(opened, Ok(plaintext), "{} {token}", self.name());
        self.refused_by_both(peer, library, token, &key, rng)
    }

    /// One bit of each part changed that is not empty: neither opens it.
    fn refused_by_both(
        &self,
        peer: &Peer,
        library: &str,
        token: &str,
        key: &Material,
        rng: &mut ChaCha20Rng,
    ) -> usize {
        let mut refusals = 0;
        for part in 0..5 {
            let Some(changed) = ours::flipped(token, part, rng) else {
                continue;
            };
            // Node does not decrypt with this padding any more, so only we are asked.
            if self.alg.management != KeyManagement::Rsa15 {
                let theirs = peer.ask(&self.decrypt_request(library, &changed, key));
                assert!(matches!(theirs, Answer::Refused(_)), "{theirs:?} {changed}");
            }
            let ours = ours::opened(&changed, &keys::private_text(key, rng));
            assert!(ours.is_err(), "{} {changed}", self.name());
            refusals += 1;
        }
        refusals
    }
}

#[test]
fn what_we_encrypt_they_decrypt_and_what_they_encrypt_we_decrypt() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("encrypting");
    let (mut ours_opened, mut theirs_opened, mut refusals) = (0, 0, 0);
    let mut missing: Vec<(&str, String)> = Vec::new();
    for library in LIBRARIES {
        for case in cases() {
            if missing.contains(&(library, case.name())) {
                continue;
            }
            let key = case.key(&mut rng);
            let header = case.header(&mut rng);
            let request = case.encrypt_request(library, &header, b"x", &key, &mut rng);
            if matches!(peer.ask(&request), Answer::Unknown(_)) {
                missing.push((library, case.name()));
                continue;
            }
            refusals += case.theirs_to_us(peer, library, &mut rng);
            theirs_opened += 1;
            if case.alg.management == KeyManagement::Rsa15 {
                // Read only: nothing new is made with it.
                let text = keys::public_text(&key, &mut rng);
                let made = ours::try_make(&header, "x", &text, &mut rng);
                assert_eq!(made, Err("jwe-fault-decrypt-only".to_owned()));
                continue;
            }
            refusals += case.ours_to_them(peer, library, &mut rng);
            ours_opened += 1;
        }
    }
    check_unknown(peer, &missing, &UNKNOWN);
    // 14 ways without a curve and 4 with one of 5 curves, each with 6 `enc`.
    assert_eq!(cases().len(), (15 + 4 * 5) * 6);
    assert_eq!(theirs_opened, 2 * cases().len() - 5 * 6);
    assert_eq!(ours_opened, theirs_opened - 6);
    // A plaintext, and so a ciphertext, may be empty with GCM; the Encrypted Key with two ways.
    assert!(refusals > (ours_opened + theirs_opened) * 4, "{refusals}");
}

#[test]
fn compressed_content_both_ways() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("zip");
    let mut compared = 0;
    for library in LIBRARIES {
        for enc in &CONTENT_ENCRYPTION_ALGORITHMS {
            for length in [0, 1, 1000, 60_000] {
                let key = keys::secret(&keys::random(enc.encryption.key_len(), &mut rng));
                let text = keys::private(&key).to_string();
                let header = json!({ "alg": "dir", "enc": enc.name, "zip": "DEF" });
                let plaintext = "abcdefghij".repeat(length / 10 + 1)[..length].to_owned();
                let token = ours::make(&header, &plaintext, &text, &mut rng);
                let request = json!({ "op": "decrypt", "library": library, "form": "compact",
                    "token": token, "jwk": keys::private(&key), "alg": "dir" });
                assert_eq!(peer.get(&request), ours::b64(&plaintext), "{token}");
                assert!(length < 1000 || token.len() < length, "{}", token.len());

                let recipient = json!({ "jwk": keys::private(&key), "alg": "dir" });
                let request = json!({ "op": "encrypt", "library": library, "form": "compact",
                    "header": header, "plaintext": ours::b64(&plaintext),
                    "recipients": [recipient] });
                let token = peer.get(&request);
                let opened = ours::opened(token.as_str().unwrap(), &text);
                assert_eq!(opened, Ok(plaintext.into_bytes()), "{token}");
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 2 * 6 * 4);
}
