//! Several recipients of one JWE, additional data, and SD-JWTs written as JSON, read again by the
//! code that inspects.

use super::forms::{HOLDER, es256, input};
use super::*;
use crate::decrypt::{Effort, decrypt};
use crate::inspect::inspect;
use crate::job::{Binding, Disclosing, Serialization, Signer};
use crate::jose::sd_jwt;
use crate::verify::{Question, SignatureState, verify};

const AES: &str = r#"{"kty":"oct","kid":"a","k":"GawgguFyGrWKav7AX4VKUg"}"#;
const PAYLOAD: &str = r#"{"sub":"jo"}"#;

fn signer(header: &str, key: &str) -> Signer {
    Signer {
        header: header.to_owned(),
        key: input(key),
    }
}

/// To three recipients, each with an algorithm of its own.
fn to_three() -> Draft {
    Draft {
        serialization: Serialization::General,
        unprotected: r#"{"alg":"A128KW","kid":"a"}"#.to_owned(),
        signers: vec![
            signer(
                r#"{"alg":"RSA-OAEP-256","kid":"r"}"#,
                include_str!("../../crypto/containers/fixtures/rsa-spki.pem"),
            ),
            signer(r#"{"alg":"ECDH-ES+A256KW","kid":"e"}"#, EC_PUBLIC),
        ],
        ..draft(r#"{"enc":"A256GCM"}"#, PAYLOAD, AES)
    }
}

fn opened(token: &str, key: &str) -> Option<Vec<u8>> {
    let question = Question {
        key: input(key),
        ..Question::default()
    };
    let opened = decrypt(&inspect(token), &question, Effort::Agreed);
    opened.plaintext.map(|bytes| bytes.expose().clone())
}

#[test]
fn every_recipient_opens_the_same_content_with_its_own_key() {
    let rsa = include_str!("../../crypto/containers/fixtures/rsa-pkcs8.pem");
    for aad in ["", "for the ö record"] {
        let made = signed(&Draft {
            additional_data: aad.to_owned(),
            ..to_three()
        })
        .unwrap();
        for key in [AES, rsa, EC_PRIVATE] {
            let content = opened(&made.token, key);
            assert_eq!(
                content.as_deref(),
                Some(PAYLOAD.as_bytes()),
                "{}",
                made.token
            );
        }
        assert_eq!(opened(&made.token, HOLDER), None);
        // The protected header is the one that was typed, byte for byte.
        let token = json::parse(made.token.clone().into_bytes());
        let protected = token.get("protected").unwrap().text().unwrap();
        let protected = base64url::decode(&protected).unwrap();
        assert_eq!(protected, br#"{"enc":"A256GCM"}"#);
        assert_eq!(token.get("aad").is_some(), !aad.is_empty());
        let headers = token.get("recipients").unwrap();
        let names: Vec<String> = headers
            .items()
            .map(|one| one.get("header").unwrap().raw_text().into_owned())
            .collect();
        assert_eq!(names[0], r#"{"alg":"A128KW","kid":"a"}"#);
        assert!(names[2].starts_with(r#"{"alg":"ECDH-ES+A256KW","kid":"e","epk":{"#));
    }
}

#[test]
fn changed_additional_data_opens_for_nobody() {
    let made = signed(&Draft {
        serialization: Serialization::Flattened,
        additional_data: "one".to_owned(),
        ..draft(r#"{"alg":"A128KW","enc":"A128GCM"}"#, PAYLOAD, AES)
    })
    .unwrap();
    assert_eq!(
        opened(&made.token, AES).as_deref(),
        Some(PAYLOAD.as_bytes())
    );
    let (one, two) = (base64url::encode(b"one"), base64url::encode(b"two"));
    let other = made.token.replace(&one, &two);
    assert_ne!(other, made.token);
    assert_eq!(opened(&other, AES), None);
}

#[test]
fn recipients_that_cannot_be_are_named_with_their_number() {
    let dir = r#"{"alg":"dir","enc":"A128GCM"}"#;
    let with = |header: &str, unprotected: &str, signers: Vec<Signer>| Draft {
        serialization: Serialization::General,
        unprotected: unprotected.to_owned(),
        signers,
        ..draft(header, PAYLOAD, AES)
    };
    let enc = r#"{"enc":"A128GCM"}"#;
    let own = r#"{"alg":"A128KW"}"#;
    for (asked, code, number) in [
        (
            with(dir, "", vec![signer("{}", AES)]),
            "sign-jwe-fixed-key",
            None,
        ),
        (
            with(enc, own, vec![signer(r#"{"alg":"ECDH-ES"}"#, EC_PUBLIC)]),
            "sign-jwe-fixed-key",
            Some(2),
        ),
        (
            with(enc, own, vec![signer(r#"{"alg":"ES256"}"#, EC_PRIVATE)]),
            "decrypt-alg-unknown",
            Some(2),
        ),
        (
            with(enc, own, vec![signer(own, AES), signer(own, "")]),
            "sign-jwe-key-missing",
            Some(3),
        ),
        (
            with(enc, own, vec![signer(r#"{"alg":"A128KW","epk":{}}"#, AES)]),
            "sign-jwe-made",
            Some(2),
        ),
        (
            with(
                r#"{"alg":"A128KW","enc":"A128GCM"}"#,
                "",
                vec![signer(own, AES)],
            ),
            "sign-unprotected-repeats",
            Some(2),
        ),
        (with(enc, "", vec![]), "sign-alg-missing", None),
        (
            with(enc, r#"{"alg":"x"}"#, vec![]),
            "decrypt-alg-unknown",
            None,
        ),
        (
            with(enc, r#"{"alg":"A128KW","enc":"A128GCM"}"#, vec![]),
            "sign-unprotected-repeats",
            None,
        ),
    ] {
        let refused = signed(&asked).unwrap_err();
        assert_eq!(refused.code, code, "{refused:?}");
        let signer = refused.fact("signer").cloned();
        let expected = number.map(|number: u64| Fact::Count(number));
        assert_eq!(signer, expected, "{refused:?}");
    }
}

#[test]
fn additional_data_is_never_left_out_without_a_word() {
    for asked in [
        draft(r#"{"alg":"A128KW","enc":"A128GCM"}"#, PAYLOAD, AES),
        es256(PAYLOAD),
        Draft {
            serialization: Serialization::General,
            ..es256(PAYLOAD)
        },
    ] {
        let refused = signed(&Draft {
            additional_data: "x".to_owned(),
            ..asked
        });
        assert_eq!(refused.unwrap_err().code, "sign-aad-nowhere");
    }
}

fn disclosing(serialization: Serialization, decoys: u8) -> Draft {
    let payload =
        r#"{"iss":"x","name":"Jo","address":{"city":"U","n":1,"in":{"a":1}},"l":[{"b":2}]}"#;
    Draft {
        serialization,
        unprotected: r#"{"kid":"one"}"#.to_owned(),
        disclosing: Some(Disclosing {
            pointers: ["/name", "/address/city", "/l/0/b"]
                .map(str::to_owned)
                .to_vec(),
            decoys,
            binding: Some(Binding {
                key: input(HOLDER),
                aud: "https://verifier.example".to_owned(),
                nonce: "n".to_owned(),
                iat: 1_767_225_600,
            }),
        }),
        ..es256(payload)
    }
}

/// RFC 9901 §8: the same Disclosures and the same proof, in the unprotected header.
#[test]
fn an_sd_jwt_as_json_verifies_with_its_key_binding() {
    for serialization in [Serialization::Flattened, Serialization::General] {
        let mut draft = disclosing(serialization, 0);
        if serialization == Serialization::General {
            draft.signers = vec![signer(r#"{"alg":"EdDSA"}"#, HOLDER)];
        }
        let made = signed(&draft).unwrap();
        assert!(made.token.starts_with('{'), "{}", made.token);
        assert_eq!(made.token.matches("\"disclosures\"").count(), 1);
        assert!(made.token.contains(r#""kid":"one""#), "{}", made.token);
        let inspection = inspect(&made.token);
        assert_eq!(inspection.tokens[0].faults, vec![]);
        let read = sd_jwt::read(&inspection.tokens[0]).unwrap();
        assert_eq!((read.disclosures.len(), read.problems), (3, vec![]));
        let question = Question {
            key: input(&format!(r#"{{"keys":[{EC_PUBLIC},{HOLDER}]}}"#)),
            ..Question::default()
        };
        let verdict = verify(&inspection, &question);
        assert_eq!(verdict.state, SignatureState::Valid, "{verdict:?}");
        let binding = verdict.key_binding.unwrap();
        assert_eq!(binding.state, SignatureState::Valid, "{binding:?}");
        assert_eq!(binding.problems, []);
    }
}

/// The proof says when it was made: the moment that was asked for, and no other.
#[test]
fn a_key_binding_has_the_moment_that_was_asked_for() {
    let made = signed(&disclosing(Serialization::Compact, 0)).unwrap();
    let proof = made.token.rsplit('~').next().unwrap();
    let payload = base64url::decode(proof.split('.').nth(1).unwrap()).unwrap();
    let payload = json::parse(payload);
    assert_eq!(payload.get("iat").unwrap().digits(), Some("1767225600"));
}

#[test]
fn decoys_stand_in_every_object_that_withholds_something() {
    let made = signed(&disclosing(Serialization::Compact, 3)).unwrap();
    let payload = json::parse(made.payload.unwrap().into_bytes());
    let digests = |pointer: &str| payload.at_pointer(pointer).map(|list| list.items().count());
    assert_eq!(digests("/_sd"), Some(4));
    assert_eq!(digests("/address/_sd"), Some(4));
    assert_eq!(digests("/l/0/_sd"), Some(4));
    assert_eq!(digests("/address/in/_sd"), None);
    let read = sd_jwt::read(&inspect(&made.token).tokens[0]).unwrap();
    assert_eq!((read.disclosures.len(), read.withheld), (3, 9));
}
