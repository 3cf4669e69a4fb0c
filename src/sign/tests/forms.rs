//! Every form a token is made in is read and verified again by the code that inspects.

use super::*;
use crate::decrypt::{Effort, decrypt};
use crate::inspect::inspect;
use crate::job::{Binding, Disclosing, Outer, Serialization, Signer, Tampering};
use crate::jose::sd_jwt;
use crate::verify::{Question, SignatureState, verify};

pub(super) const HOLDER: &str = r#"{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;

pub(super) fn input(text: &str) -> KeyInput {
    KeyInput {
        text: Secret::new(text.to_owned()),
        ..KeyInput::default()
    }
}

fn state(token: &str, key: &str, content: Option<&str>) -> SignatureState {
    let question = Question {
        key: input(key),
        content: content.map(Into::into),
        ..Question::default()
    };
    verify(&inspect(token), &question).state
}

pub(super) fn es256(payload: &str) -> Draft {
    draft(r#"{"alg":"ES256"}"#, payload, EC_PRIVATE)
}

#[test]
fn json_serializations_verify_and_carry_their_unprotected_header() {
    for (serialization, marks) in [
        (
            Serialization::Flattened,
            ["\"protected\":", "\"header\":{\"kid\":\"x\"}"],
        ),
        (
            Serialization::General,
            ["\"signatures\":[{", "\"header\":{\"kid\":\"x\"}"],
        ),
    ] {
        for is_detached in [false, true] {
            let made = signed(&Draft {
                serialization,
                is_detached,
                unprotected: "{\"kid\":\"x\"}".to_owned(),
                ..es256("{\"a\":1}")
            })
            .unwrap();
            assert!(
                marks.iter().all(|mark| made.token.contains(mark)),
                "{}",
                made.token
            );
            assert_eq!(made.token.contains("\"payload\""), !is_detached);
            let content = is_detached.then_some("{\"a\":1}");
            let valid = SignatureState::Valid;
            assert_eq!(
                state(&made.token, EC_PUBLIC, content),
                valid,
                "{}",
                made.token
            );
            let other = is_detached.then_some("{\"a\":2}");
            if other.is_some() {
                assert_eq!(
                    state(&made.token, EC_PUBLIC, other),
                    SignatureState::Invalid
                );
            }
        }
    }
}

#[test]
fn unprotected_headers_that_no_reader_takes_are_refused() {
    for (unprotected, code) in [
        ("{", "sign-unprotected-not-json"),
        ("[]", "sign-unprotected-not-object"),
        (r#"{"alg":"none"}"#, "sign-unprotected-repeats"),
        (r#"{"b64":false}"#, "sign-unprotected-critical"),
        (r#"{"crit":["x"]}"#, "sign-unprotected-critical"),
    ] {
        let refused = signed(&Draft {
            serialization: Serialization::Flattened,
            unprotected: unprotected.to_owned(),
            ..es256("{}")
        });
        assert_eq!(refused.unwrap_err().code, code, "{unprotected}");
    }
}

#[test]
fn a_detached_compact_token_has_nothing_between_its_dots() {
    let made = signed(&Draft {
        is_detached: true,
        ..es256("{}")
    })
    .unwrap();
    assert!(made.token.contains(".."), "{}", made.token);
    assert_eq!(
        state(&made.token, EC_PUBLIC, Some("{}")),
        SignatureState::Valid
    );
    assert!(
        made.warnings
            .iter()
            .any(|said| said.code == "sign-detached")
    );
}

#[test]
fn an_unencoded_payload_stays_whole_in_json_and_is_detached_where_it_has_a_dot() {
    let header = r#"{"alg":"ES256","b64":false,"crit":["b64"]}"#;
    let made = |serialization, payload: &str| {
        signed(&Draft {
            serialization,
            ..draft(header, payload, EC_PRIVATE)
        })
        .unwrap()
        .token
    };
    let flattened = made(Serialization::Flattened, "$.02");
    assert!(flattened.contains(r#""payload":"$.02""#), "{flattened}");
    assert_eq!(state(&flattened, EC_PUBLIC, None), SignatureState::Valid);
    let compact = made(Serialization::Compact, "$.02");
    assert!(compact.contains(".."), "{compact}");
    assert_eq!(
        state(&compact, EC_PUBLIC, Some("$.02")),
        SignatureState::Valid
    );
}

#[test]
fn tokens_that_are_broken_on_purpose_are_refused() {
    let broken = |tampering, header: &str, key: &str| {
        signed(&Draft {
            tampering,
            ..draft(header, "{}", key)
        })
        .unwrap()
    };
    let stripped = broken(Tampering::Stripped, r#"{"alg":"ES256"}"#, EC_PRIVATE);
    assert!(stripped.token.ends_with('.'));
    assert_eq!(
        state(&stripped.token, EC_PUBLIC, None),
        SignatureState::Invalid
    );
    let pem = include_str!("../../crypto/containers/fixtures/p256-spki.pem");
    let confused = broken(Tampering::Confused, r#"{"alg":"HS256"}"#, pem);
    assert_ne!(state(&confused.token, pem, None), SignatureState::Valid);
    // The signature is really that of the characters: the attack is a real one.
    let oct = format!(
        r#"{{"kty":"oct","k":"{}"}}"#,
        base64url::encode(pem.as_bytes())
    );
    let verdict = state(&confused.token, &oct, None);
    assert_ne!(verdict, SignatureState::Valid, "a public key is no secret");
    let harmless = broken(Tampering::Confused, r#"{"alg":"HS256"}"#, "no key at all");
    assert_eq!(
        state(&harmless.token, "no key at all", None),
        SignatureState::Valid
    );
}

#[test]
fn a_nested_token_opens_to_the_signed_one() {
    let secret = r#"{"kty":"oct","k":"GawgguFyGrWKav7AX4VKUg"}"#;
    let outer = |header: &str| {
        signed(&Draft {
            outer: Some(Outer {
                header: header.to_owned(),
                key: input(secret),
            }),
            ..es256("{\"a\":1}")
        })
    };
    let made = outer(r#"{"alg":"A128KW","enc":"A128GCM","cty":"JWT"}"#).unwrap();
    let codes: Vec<_> = made.warnings.iter().map(|said| said.code.clone()).collect();
    assert!(codes.is_empty(), "{codes:?}");
    assert_eq!(made.token.split('.').count(), 5);
    let question = Question {
        key: input(secret),
        ..Question::default()
    };
    let opened = decrypt(&inspect(&made.token), &question, Effort::Agreed);
    let inside = String::from_utf8(opened.plaintext.unwrap().expose().clone()).unwrap();
    assert_eq!(state(&inside, EC_PUBLIC, None), SignatureState::Valid);
    let silent = outer(r#"{"alg":"A128KW","enc":"A128GCM"}"#).unwrap();
    assert_eq!(silent.warnings[0].code, "sign-outer-no-cty");
    for (header, code) in [
        ("{", "sign-header-not-json"),
        (r#"{"alg":"HS256"}"#, "sign-outer-not-encryption"),
        (r#"{"alg":"A128KW","enc":"A1"}"#, "decrypt-enc-unknown"),
    ] {
        let refused = outer(header).unwrap_err();
        assert_eq!(refused.code, code, "{header}");
        assert!(refused.span.is_none(), "its place is not in these editors");
    }
}

#[test]
fn encrypted_json_serializations_open() {
    let secret = r#"{"kty":"oct","k":"GawgguFyGrWKav7AX4VKUg"}"#;
    for header in [
        r#"{"alg":"A128KW","enc":"A128GCM"}"#,
        r#"{"alg":"dir","enc":"A128GCM"}"#,
    ] {
        for serialization in [Serialization::Flattened, Serialization::General] {
            let made = signed(&Draft {
                serialization,
                ..draft(header, "{\"a\":1}", secret)
            })
            .unwrap();
            let question = Question {
                key: input(secret),
                ..Question::default()
            };
            let opened = decrypt(&inspect(&made.token), &question, Effort::Agreed);
            let plaintext = opened.plaintext.map(|text| text.expose().clone());
            assert_eq!(
                plaintext.as_deref(),
                Some(&b"{\"a\":1}"[..]),
                "{}",
                made.token
            );
        }
    }
}

fn disclosing(pointers: &[&str], decoys: u8) -> Disclosing {
    Disclosing {
        pointers: pointers
            .iter()
            .map(|pointer| (*pointer).to_owned())
            .collect(),
        decoys,
        binding: None,
    }
}

const PERSON: &str = r#"{"iss":"https://a.example","name":"Jo \u00e9","address":{"city":"Utrecht","n":1.0},"roles":["a","b"]}"#;

#[test]
fn what_was_ticked_is_disclosed_and_what_was_not_keeps_its_bytes() {
    let made = signed(&Draft {
        disclosing: Some(disclosing(
            &["/name", "/address", "/address/city", "/roles/1"],
            2,
        )),
        ..es256(PERSON)
    })
    .unwrap();
    let inspection = inspect(&made.token);
    let read = sd_jwt::read(&inspection.tokens[0]).unwrap();
    assert_eq!(read.disclosures.len(), 4);
    let processed = read.processed.unwrap();
    let document = json::parse(processed.clone().into_bytes());
    let city = document.at_pointer("/address/city").unwrap();
    assert_eq!(city.text().as_deref(), Some("Utrecht"), "{processed}");
    assert_eq!(
        document.at_pointer("/address/n").unwrap().digits(),
        Some("1.0")
    );
    assert_eq!(document.get("name").unwrap().raw_text(), r#""Jo \u00e9""#);
    assert_eq!(
        document.at_pointer("/roles/1").unwrap().text().as_deref(),
        Some("b")
    );
    let payload = &inspection.tokens[0].part(Part::Payload).unwrap().bytes;
    let payload = String::from_utf8(payload.clone()).unwrap();
    assert!(
        payload.starts_with(r#"{"iss":"https://a.example","roles":["a",{"...":"#),
        "{payload}"
    );
    assert!(!payload.contains("Utrecht") && payload.contains(r#""_sd_alg":"sha-256""#));
    // Two top-level digests and two decoys, in order.
    let document = json::parse(payload.into_bytes());
    let digests: Vec<String> = document
        .get("_sd")
        .unwrap()
        .items()
        .map(|digest| digest.text().unwrap().into_owned())
        .collect();
    assert_eq!(digests.len(), 4);
    assert!(digests.is_sorted());
    assert_eq!(state(&made.token, EC_PUBLIC, None), SignatureState::Valid);
}

#[test]
fn a_key_binding_verifies_and_names_the_holder() {
    let made = signed(&Draft {
        disclosing: Some(Disclosing {
            binding: Some(Binding {
                key: input(HOLDER),
                aud: "https://verifier.example".to_owned(),
                nonce: "n-1".to_owned(),
                iat: 1_767_225_600,
            }),
            ..disclosing(&["/name"], 0)
        }),
        ..es256(PERSON)
    })
    .unwrap();
    let question = Question {
        key: input(EC_PUBLIC),
        ..Question::default()
    };
    let verdict = verify(&inspect(&made.token), &question);
    assert_eq!(verdict.state, SignatureState::Valid);
    let binding = verdict.key_binding.unwrap();
    assert_eq!(binding.state, SignatureState::Valid, "{binding:?}");
    assert_eq!(binding.problems, []);
}

#[test]
fn what_cannot_be_disclosed_is_named() {
    for (payload, pointer, code) in [
        (PERSON, "/iss", "sign-sd-jwt-always-there"),
        (PERSON, "/nobody", "sign-sd-jwt-nothing-there"),
        (PERSON, "", "sign-sd-jwt-nothing-there"),
        ("[1]", "/0", "sign-sd-jwt-not-object"),
    ] {
        let refused = signed(&Draft {
            disclosing: Some(disclosing(&[pointer], 0)),
            ..es256(payload)
        });
        assert_eq!(refused.unwrap_err().code, code, "{pointer}");
    }
    let refused = signed(&Draft {
        disclosing: Some(disclosing(&["/name"], 0)),
        is_detached: true,
        ..es256(PERSON)
    });
    assert_eq!(refused.unwrap_err().code, "sign-sd-jwt-compact");
    let plain = signed(&Draft {
        disclosing: Some(disclosing(&["/name"], 0)),
        ..draft(
            r#"{"alg":"ES256","b64":false,"crit":["b64"]}"#,
            PERSON,
            EC_PRIVATE,
        )
    });
    assert_eq!(plain.unwrap_err().code, "sign-sd-jwt-compact");
    let made = signed(&Draft {
        disclosing: Some(disclosing(&["/name"], 0)),
        serialization: Serialization::Flattened,
        unprotected: r#"{"disclosures":[]}"#.to_owned(),
        ..es256(PERSON)
    });
    assert_eq!(made.unwrap_err().code, "sign-unprotected-made");
    for key in ["", "secret", EC_PUBLIC] {
        let refused = signed(&Draft {
            disclosing: Some(Disclosing {
                binding: Some(Binding {
                    key: input(key),
                    ..Binding::default()
                }),
                ..Disclosing::default()
            }),
            ..es256(PERSON)
        });
        assert_eq!(refused.unwrap_err().code, "sign-binding-key", "{key}");
    }
}

#[test]
fn numbers_that_readers_change_are_named_with_their_place() {
    let made = signed(&es256(
        "{\n  \"a\": 1e400,\n  \"é\": 100002348117421473, \"c\": 1.5\n}",
    ))
    .unwrap();
    let said: Vec<(String, String, String)> = made
        .warnings
        .iter()
        .filter(|said| said.code == "sign-payload-number")
        .map(|said| {
            (
                text(said, "number"),
                text(said, "line"),
                text(said, "column"),
            )
        })
        .collect();
    let row = |number: &str, line: &str, column: &str| {
        (number.to_owned(), line.to_owned(), column.to_owned())
    };
    assert_eq!(
        said,
        [row("1e400", "2", "8"), row("100002348117421473", "3", "8")]
    );
}

#[test]
fn a_key_of_another_kind_says_what_it_could_sign() {
    let refused = refusal(r#"{"alg":"RS256"}"#, EC_PRIVATE);
    assert_eq!(refused.code, "sign-key-type");
    assert!(text(&refused, "algs").contains("ES256"), "{refused:?}");
    let public = refusal(r#"{"alg":"RS256"}"#, EC_PUBLIC);
    assert_eq!(text(&public, "algs"), "[]");
}

fn signer(header: &str, key: &str) -> Signer {
    Signer {
        header: header.to_owned(),
        key: input(key),
    }
}

#[test]
fn several_sign_one_payload_and_each_signature_verifies() {
    let secret = r#"{"kty":"oct","k":"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY","kid":"c"}"#;
    let holder = HOLDER.replacen('{', r#"{"kid":"b","#, 1);
    let set = format!(r#"{{"keys":[{EC_PRIVATE},{holder},{secret}]}}"#);
    let draft = |second: &str| Draft {
        serialization: Serialization::General,
        signers: vec![
            signer(second, &set),
            signer(r#"{"alg":"HS256","kid":"c"}"#, secret),
        ],
        ..draft(r#"{"alg":"ES256","kid":"one"}"#, "{\"n\":1.0}", EC_PRIVATE)
    };
    let made = signed(&draft(r#"{"alg":"EdDSA", "kid":"b"}"#)).unwrap();
    let question = Question {
        key: input(&set),
        ..Question::default()
    };
    let verdict = verify(&inspect(&made.token), &question);
    let each = |verdict: &crate::verify::SignatureVerdict| {
        let all = verdict.signatures.iter().map(|one| one.state);
        all.collect::<Vec<_>>()
    };
    assert_eq!(each(&verdict), [SignatureState::Valid; 3], "{}", made.token);
    assert_eq!(verdict.state, SignatureState::Valid);
    // Every signature is over its own header: none stands for another's.
    let second = base64url::encode(r#"{"alg":"EdDSA", "kid":"b"}"#.as_bytes());
    let other = base64url::encode(r#"{"alg":"EdDSA","kid":"b" }"#.as_bytes());
    assert!(made.token.contains(&second));
    let verdict = verify(&inspect(&made.token.replace(&second, &other)), &question);
    let (valid, invalid) = (SignatureState::Valid, SignatureState::Invalid);
    assert_eq!(each(&verdict), [valid, invalid, valid]);
    assert_eq!(verdict.state, SignatureState::Invalid);
}

#[test]
fn what_keeps_a_further_signer_from_signing_names_it() {
    for (header, key, code) in [
        ("", HOLDER, "sign-header-empty"),
        ("{", HOLDER, "sign-header-not-json"),
        (r#"{"alg":"none"}"#, HOLDER, "sign-signer-does-not-sign"),
        (
            r#"{"alg":"A256KW","enc":"A256GCM"}"#,
            HOLDER,
            "sign-signer-does-not-sign",
        ),
        (
            r#"{"alg":"EdDSA","b64":false,"crit":["b64"]}"#,
            HOLDER,
            "sign-signer-b64",
        ),
        (r#"{"alg":"EdDSA"}"#, "", "sign-key-missing"),
        (r#"{"alg":"EdDSA"}"#, EC_PRIVATE, "sign-key-type"),
        (r#"{"alg":"ES256"}"#, EC_PUBLIC, "sign-key-public"),
    ] {
        let draft = Draft {
            serialization: Serialization::General,
            signers: vec![signer(r#"{"alg":"EdDSA"}"#, HOLDER), signer(header, key)],
            ..es256("{}")
        };
        let why = signed(&draft).unwrap_err();
        assert_eq!((&*why.code, why.span), (code, None), "{header}");
        assert_eq!(why.fact("signer"), Some(&Fact::Count(3)), "{header}");
        // Elsewhere there is no room for them, so they do not stand in the way.
        for serialization in [Serialization::Compact, Serialization::Flattened] {
            let draft = Draft {
                serialization,
                ..draft.clone()
            };
            assert!(signed(&draft).is_ok());
        }
    }
}
