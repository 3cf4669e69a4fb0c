//! ML-DSA with noble, which computes it in JavaScript.
//! Spec: RFC 9964, FIPS 204 §5.

use crate::keys;
use crate::ours;
use crate::peer::{Answer, peer};
use jwt_debugger::base64url;
use jwt_debugger::jose::key_spec::KeySpec;
use jwt_debugger::keys::Material;
use jwt_debugger::verify::SignatureState;
use serde_json::{Value, json};

const ROUNDS: usize = 3;

#[test]
fn both_ways_with_keys_from_one_seed() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("ml-dsa");
    let (mut compared, mut refusals) = (0, 0);
    for (level, alg) in [(44, "ML-DSA-44"), (65, "ML-DSA-65"), (87, "ML-DSA-87")] {
        for _ in 0..ROUNDS {
            let key = keys::make(KeySpec::MlDsa(level), &mut rng);
            let (jwk, public) = (keys::private(&key), keys::public(&key));
            let ask = |op: &str, more: Value| {
                let mut request = json!({ "op": op, "alg": alg, "seed": jwk["priv"] });
                request["public"] = public["pub"].clone();
                for (name, value) in more.as_object().unwrap() {
                    request[name] = value.clone();
                }
                peer.ask(&request)
            };
            assert_eq!(
                ask("ml-dsa-public", json!({})),
                Answer::Ok(public["pub"].clone())
            );

            let header = ours::header(&json!({ "alg": alg }), &mut rng);
            let payload = json!({ "sub": keys::text(&mut rng) }).to_string();
            let token = ours::make(
                &header,
                &payload,
                &keys::private_text(&key, &mut rng),
                &mut rng,
            );
            let said = |token: &str| {
                let (input, signature) = token.rsplit_once('.').unwrap();
                let more = json!({ "input": ours::b64(input), "signature": signature });
                ask("ml-dsa-verify", more)
            };
            assert_eq!(said(&token), Answer::Ok(true.into()), "{token}");

            let input = format!("{}.{}", ours::b64(header.to_string()), ours::b64("{}"));
            let theirs = |context: Value| {
                let mut more = json!({ "input": ours::b64(&input) });
                if !context.is_null() {
                    more["context"] = context;
                }
                match ask("ml-dsa-sign", more) {
                    Answer::Ok(signature) => format!("{input}.{}", signature.as_str().unwrap()),
                    other => panic!("{other:?}"),
                }
            };
            let from_them = theirs(Value::Null);
            assert_eq!(ours::verified(&from_them, &public.to_string()), b"{}");

            // JOSE signs with an empty context (RFC 9964 §4): any other is another signature.
            let in_context = theirs(ours::b64("JWT").into());
            let mut changed = vec![in_context];
            for token in [&token, &from_them] {
                for part in 0..3 {
                    changed.push(ours::flipped(token, part, &mut rng).unwrap());
                }
            }
            for token in &changed {
                assert!(matches!(said(token), Answer::Refused(_)), "{token}");
                let verdict = ours::verdict(token, &keys::public_text(&key, &mut rng), None);
                assert_eq!(verdict.state, SignatureState::Invalid, "{token}");
                refusals += 1;
            }
            compared += 1;
        }
    }
    assert_eq!((compared, refusals), (3 * ROUNDS, 3 * ROUNDS * 7));
}

/// A signature of another length never holds, whatever library is asked.
#[test]
fn lengths_are_exact() {
    let Some(peer) = peer() else { return };
    let mut rng = keys::rng("ml-dsa lengths");
    let key = keys::make(KeySpec::MlDsa(44), &mut rng);
    let Material::Akp { public, .. } = &key else {
        panic!("AKP")
    };
    let text = keys::private(&key).to_string();
    let token = ours::make(&json!({ "alg": "ML-DSA-44" }), "{}", &text, &mut rng);
    let (input, signature) = token.rsplit_once('.').unwrap();
    let signature = base64url::decode(signature).unwrap();
    for length in [0, 1, 2419, 2421] {
        let mut other = signature.clone();
        other.resize(length, 0);
        let other = ours::b64(other);
        let request = json!({ "op": "ml-dsa-verify", "alg": "ML-DSA-44", "input": ours::b64(input),
            "public": ours::b64(public), "signature": other });
        assert!(matches!(peer.ask(&request), Answer::Refused(_)), "{length}");
        let verdict = ours::verdict(&format!("{input}.{other}"), &text, None);
        assert_eq!(verdict.state, SignatureState::Invalid, "{length}");
    }
}
