//! The JSON Serializations, detached content and `b64: false` with the JavaScript libraries.
//! Spec: RFC 7515 §7.2 and Appendix F, RFC 7516 §7.2, RFC 7797.

use crate::keys;
use crate::ours;
use crate::peer::{Answer, LIBRARIES, Peer, peer};
use jwt_debugger::base64url;
use jwt_debugger::jose::algorithms::Curve;
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::Material;
use jwt_debugger::verify::SignatureState;
use rand_chacha::ChaCha20Rng;
use serde_json::{Value, json};

/// One key of each kind, with its `alg`.
fn signers(rng: &mut ChaCha20Rng) -> Vec<(&'static str, Material)> {
    [
        ("HS256", KeySpec::Oct(256)),
        ("ES384", KeySpec::Curve(Curve::P384)),
        ("PS512", KeySpec::Rsa(2048)),
        ("EdDSA", KeySpec::Curve(Curve::Ed25519)),
    ]
    .map(|(alg, spec)| (alg, keys::make(spec, rng)))
    .to_vec()
}

fn named(mut jwk: Value, kid: &str) -> Value {
    jwk["kid"] = kid.into();
    jwk
}

fn verify(
    peer: &Peer,
    library: &str,
    form: &str,
    token: &str,
    key: &Material,
    alg: &str,
    content: Option<String>,
) -> Answer {
    let mut request = json!({ "op": "verify", "library": library, "form": form, "token": token,
        "jwk": keys::public(key), "alg": alg });
    if let Some(content) = content {
        request["content"] = content.into();
    }
    peer.ask(&request)
}

/// The member at `pointer` with one bit of its bytes changed.
fn flipped_member(token: &str, pointer: &str, rng: &mut ChaCha20Rng) -> Option<String> {
    let mut json: Value = serde_json::from_str(token).unwrap();
    let member = json.pointer_mut(pointer)?;
    let text = member.as_str()?;
    let changed = ours::flipped_text(text, pointer.ends_with("/protected"), rng)?;
    *member = changed.into();
    Some(json.to_string())
}

#[test]
fn flattened_signatures() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("flattened");
    let (mut compared, mut refusals) = (0, 0);
    for library in LIBRARIES {
        for (alg, key) in signers(&mut rng) {
            let header = ours::header(&json!({ "alg": alg }), &mut rng);
            let payload = json!({ "sub": keys::text(&mut rng) }).to_string();
            let text = keys::private_text(&key, &mut rng);
            let from_us = ours::flattened(&ours::make(&header, &payload, &text, &mut rng));
            let request = json!({ "op": "sign", "library": library, "form": "flattened",
                "payload": ours::b64(&payload),
                "signatures": [{ "header": header, "unprotected": { "kid": "a" },
                    "jwk": keys::private(&key), "alg": alg }] });
            let from_them = peer.get(&request).as_str().unwrap().to_owned();
            for token in [&from_us, &from_them] {
                let said = verify(peer, library, "flattened", token, &key, alg, None);
                assert_eq!(said, Answer::Ok(ours::b64(&payload).into()), "{token}");
                let public = keys::public_text(&key, &mut rng);
                assert_eq!(ours::verified(token, &public), payload.as_bytes());
                compared += 1;
                for pointer in ["/protected", "/payload", "/signature"] {
                    let changed = flipped_member(token, pointer, &mut rng).unwrap();
                    let said = verify(peer, library, "flattened", &changed, &key, alg, None);
                    assert!(matches!(said, Answer::Refused(_)), "{changed}");
                    let verdict = ours::verdict(&changed, &public, None);
                    assert_eq!(verdict.state, SignatureState::Invalid, "{changed}");
                    refusals += 1;
                }
            }
        }
    }
    assert_eq!((compared, refusals), (16, 48));
}

#[test]
fn general_signatures_have_a_verdict_each() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("general");
    let mut compared = 0;
    for library in LIBRARIES {
        let signers = signers(&mut rng);
        let signatures: Vec<Value> = signers
            .iter()
            .map(|(alg, key)| {
                json!({ "header": { "alg": alg }, "unprotected": { "kid": alg },
                    "jwk": keys::private(key), "alg": alg })
            })
            .collect();
        let request = json!({ "op": "sign", "library": library, "form": "general",
            "payload": ours::b64("{}"), "signatures": signatures });
        let token = peer.get(&request).as_str().unwrap().to_owned();
        let set: Vec<Value> = signers
            .iter()
            .map(|(alg, key)| named(keys::public(key), alg))
            .collect();
        let set = json!({ "keys": set }).to_string();
        let states = |token: &str, key_text: &str| -> Vec<SignatureState> {
            let verdict = ours::verdict(token, key_text, None);
            verdict.signatures.iter().map(|one| one.state).collect()
        };
        assert_eq!(states(&token, &set), [SignatureState::Valid; 4], "{token}");
        for (at, (alg, key)) in signers.iter().enumerate() {
            let said = verify(peer, library, "general", &token, key, alg, None);
            assert_eq!(said, Answer::Ok(ours::b64("{}").into()), "{token}");
            // With one key alone, its signature holds and the others do not.
            let alone = states(&token, &keys::public(key).to_string());
            let held = alone.iter().map(|state| *state == SignatureState::Valid);
            let expected = (0..4).map(|index| index == at);
            assert!(held.eq(expected), "{alg}: {alone:?}");

            let pointer = format!("/signatures/{at}/signature");
            let changed = flipped_member(&token, &pointer, &mut rng).unwrap();
            let said = verify(peer, library, "general", &changed, key, alg, None);
            assert!(matches!(said, Answer::Refused(_)), "{changed}");
            let states = states(&changed, &set);
            assert_eq!(states[at], SignatureState::Invalid, "{changed}");
            let worst = ours::verdict(&changed, &set, None).state;
            assert_eq!(worst, SignatureState::Invalid, "{changed}");
            compared += 1;
        }
    }
    assert_eq!(compared, 8);
}

/// RFC 7797: the payload is signed as it stands, in the token or detached from it.
#[test]
fn unencoded_payloads() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("b64");
    let mut compared = 0;
    for library in LIBRARIES {
        for (alg, key) in signers(&mut rng) {
            let header = json!({ "alg": alg, "b64": false, "crit": ["b64"] });
            let (private, public) = (keys::private(&key).to_string(), keys::public(&key));
            for payload in ["$02", r#"{"a":1.5,"b":"é"}"#] {
                let ours_token = ours::make(&header, payload, &private, &mut rng);
                let (input, signature) = ours_token.rsplit_once('.').unwrap();
                let protected = input.split('.').next().unwrap();
                let compact = format!("{protected}..{signature}");
                let content = Some(ours::b64(payload));
                let said = verify(peer, library, "compact", &compact, &key, alg, content);
                assert_eq!(said, Answer::Ok(ours::b64(payload).into()), "{ours_token}");
                let verdict = ours::verdict(&compact, &public.to_string(), Some(payload));
                assert_eq!(verdict.state, SignatureState::Valid, "{compact}");

                let request = json!({ "op": "sign", "library": library, "form": "flattened",
                    "payload": ours::b64(payload),
                    "signatures": [{ "header": header, "jwk": keys::private(&key), "alg": alg }] });
                let token = peer.get(&request);
                let json: Value = serde_json::from_str(token.as_str().unwrap()).unwrap();
                let part = |name: &str| json[name].as_str().unwrap().to_owned();
                let compact = format!("{}..{}", part("protected"), part("signature"));
                for (content, state) in [
                    (payload, SignatureState::Valid),
                    ("$03", SignatureState::Invalid),
                ] {
                    let verdict = ours::verdict(&compact, &public.to_string(), Some(content));
                    assert_eq!(verdict.state, state, "{compact}");
                }
                let whole = json!({ "protected": json["protected"], "payload": payload,
                    "signature": json["signature"] });
                let verdict = ours::verdict(&whole.to_string(), &public.to_string(), None);
                assert_eq!(verdict.state, SignatureState::Valid, "{whole}");
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 16);
}

/// RFC 7515 Appendix F.
#[test]
fn detached_content() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("detached");
    let mut compared = 0;
    for library in LIBRARIES {
        for (alg, key) in signers(&mut rng) {
            let text = keys::private(&key).to_string();
            let content = keys::text(&mut rng) + "!";
            let token = ours::make(&json!({ "alg": alg }), &content, &text, &mut rng);
            let parts: Vec<&str> = token.split('.').collect();
            let detached = format!("{}..{}", parts[0], parts[2]);
            let encoded = Some(ours::b64(&content));
            let said = verify(peer, library, "compact", &detached, &key, alg, encoded);
            assert_eq!(said, Answer::Ok(ours::b64(&content).into()), "{detached}");
            for (content, state) in [
                (content.clone(), SignatureState::Valid),
                (content + "!", SignatureState::Invalid),
            ] {
                let verdict = ours::verdict(&detached, &text, Some(&content));
                assert_eq!(verdict.state, state, "{detached}");
            }
            compared += 1;
        }
    }
    assert_eq!(compared, 8);
}

/// One key of each way of key management that General JSON may mix.
fn recipients(rng: &mut ChaCha20Rng) -> Vec<(&'static str, Material)> {
    [
        ("A256KW", KeySpec::Oct(256)),
        ("RSA-OAEP-256", KeySpec::Rsa(2048)),
        ("ECDH-ES+A128KW", KeySpec::Curve(Curve::P256)),
        ("A128GCMKW", KeySpec::Oct(128)),
        ("ECDH-ES+A256KW", KeySpec::Curve(Curve::X25519)),
    ]
    .map(|(alg, spec)| (alg, keys::make(spec, rng)))
    .to_vec()
}

const ENCRYPTED_MEMBERS: [&str; 7] = [
    "/protected",
    "/encrypted_key",
    "/iv",
    "/ciphertext",
    "/tag",
    "/aad",
    "/recipients/0/encrypted_key",
];

fn decrypt(
    peer: &Peer,
    library: &str,
    form: &str,
    token: &str,
    key: &Material,
    alg: &str,
) -> Answer {
    peer.ask(
        &json!({ "op": "decrypt", "library": library, "form": form, "token": token,
        "jwk": keys::private(key), "alg": alg }),
    )
}

/// With and without additional authenticated data, and with headers outside the protected one.
#[test]
fn flattened_encryptions() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("flattened jwe");
    let (mut compared, mut refusals) = (0, 0);
    for library in LIBRARIES {
        for (alg, key) in recipients(&mut rng) {
            let plaintext = keys::text(&mut rng) + "!";
            let header = json!({ "alg": alg, "enc": "A128CBC-HS256" });
            let text = keys::public_text(&key, &mut rng);
            let header = ours::header(&header, &mut rng);
            let mut tokens = vec![ours::flattened(&ours::make(
                &header, &plaintext, &text, &mut rng,
            ))];
            for aad in [None, Some("more")] {
                let header = ours::header(&json!({ "enc": "A256GCM" }), &mut rng);
                let mut request = json!({ "op": "encrypt", "library": library,
                    "form": "flattened", "header": header, "shared": { "jku": "https://x.example" },
                    "plaintext": ours::b64(&plaintext),
                    "recipients": [{ "jwk": keys::public(&key), "alg": alg,
                        "unprotected": { "alg": alg, "kid": "a" } }] });
                if let Some(aad) = aad {
                    request["aad"] = ours::b64(aad).into();
                }
                tokens.push(peer.get(&request).as_str().unwrap().to_owned());
            }
            for token in &tokens {
                let said = decrypt(peer, library, "flattened", token, &key, alg);
                assert_eq!(said, Answer::Ok(ours::b64(&plaintext).into()), "{token}");
                let private = keys::private_text(&key, &mut rng);
                let opened = ours::opened(token, &private);
                assert_eq!(opened, Ok(plaintext.clone().into_bytes()), "{token}");
                compared += 1;
                for pointer in ENCRYPTED_MEMBERS {
                    let Some(changed) = flipped_member(token, pointer, &mut rng) else {
                        continue;
                    };
                    let said = decrypt(peer, library, "flattened", &changed, &key, alg);
                    assert!(matches!(said, Answer::Refused(_)), "{said:?} {changed}");
                    assert!(ours::opened(&changed, &private).is_err(), "{changed}");
                    refusals += 1;
                }
            }
        }
    }
    // Five members of each, and `aad` where it is.
    assert_eq!((compared, refusals), (30, 30 * 5 + 10));
}

#[test]
fn general_encryptions_open_for_every_recipient() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("general jwe");
    let mut compared = 0;
    for library in LIBRARIES {
        let all = recipients(&mut rng);
        let listed: Vec<Value> = all
            .iter()
            .map(|(alg, key)| {
                json!({ "jwk": keys::public(key), "alg": alg, "unprotected": { "alg": alg } })
            })
            .collect();
        let request = json!({ "op": "encrypt", "library": library, "form": "general",
            "header": { "enc": "A192CBC-HS384" }, "aad": ours::b64("more"),
            "plaintext": ours::b64("content"), "recipients": listed });
        let token = peer.get(&request).as_str().unwrap().to_owned();
        for (at, (alg, key)) in all.iter().enumerate() {
            let text = keys::private_text(key, &mut rng);
            assert_eq!(
                ours::opened(&token, &text),
                Ok(b"content".to_vec()),
                "{alg}"
            );
            let pointer = format!("/recipients/{at}/encrypted_key");
            let changed = flipped_member(&token, &pointer, &mut rng).unwrap();
            assert!(ours::opened(&changed, &text).is_err(), "{alg} {changed}");
            let said = decrypt(peer, library, "general", &changed, key, alg);
            assert!(matches!(said, Answer::Refused(_)), "{said:?} {changed}");
            compared += 1;
        }
        // Ours, rearranged: what is in the protected header cannot differ by recipient.
        let (alg, key) = &all[0];
        let header = json!({ "alg": alg, "enc": "A128GCM" });
        let text = keys::private(key).to_string();
        let token = ours::make(&header, "content", &text, &mut rng);
        let parts: Vec<&str> = token.split('.').collect();
        assert!(base64url::decode(parts[1]).is_some());
        let general = json!({ "protected": parts[0], "iv": parts[2], "ciphertext": parts[3],
            "tag": parts[4], "recipients": [{ "encrypted_key": parts[1] }] });
        let said = decrypt(peer, library, "general", &general.to_string(), key, alg);
        assert_eq!(said, Answer::Ok(ours::b64("content").into()), "{general}");
    }
    assert_eq!(compared, 10);
}
