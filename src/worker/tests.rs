//! Every job by an answer of its own, and across the seam.

use super::*;
use crate::decrypt::{Decryption, Effort, Pace};
use crate::diagnosis::{Diagnosis, Fix};
use crate::diagnostic::{Diagnostic, Fact};
use crate::job::{BatchPart, Request, Response, Signer};
use crate::jwks::{Answer, FetchedSet, Got};
use crate::keys::{KeyFacts, KeySource, SecretReading};
use crate::secret::Secret;
use crate::snippets::{Does, Language};
use crate::verify::{Candidate, KeyBindingVerdict, Question, SignatureState, SignatureVerdict};
use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;
use serde::{Serialize, de::DeserializeOwned};

#[track_caller]
fn crosses<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let bytes = postcard::to_allocvec(value).unwrap();
    assert_eq!(&postcard::from_bytes::<T>(&bytes).unwrap(), value);
}

fn input(source: KeySource) -> KeyInput {
    KeyInput {
        text: Secret::new("secret".to_owned()),
        reading: SecretReading::Hex,
        password: Some(Secret::new("é".to_owned())),
        source,
    }
}

fn facts() -> KeyFacts {
    KeyFacts {
        kty: "RSA".to_owned(),
        kid: Some("a".to_owned()),
        key_ops: vec!["verify".to_owned()],
        exponent: Some(3),
        ..KeyFacts::default()
    }
}

fn reason() -> Diagnostic {
    let mut reason = Diagnostic::danger("verify-mismatch")
        .with("text", "t")
        .with("count", 3_usize)
        .with("list", vec!["a".to_owned(), "b".to_owned()]);
    reason.facts.push(("at".into(), Fact::Moment(-1)));
    reason.facts.push(("for".into(), Fact::Seconds(9)));
    reason
        .facts
        .push(("word".into(), Fact::Word("chosen-kid".into())));
    reason.span = Some(crate::span::Span::around(1..2));
    reason
}

#[test]
fn every_job_crosses_the_seam() {
    for source in [
        KeySource::Pasted,
        KeySource::Fetched {
            url: "https://a.example".to_owned(),
            at: 7,
        },
        KeySource::InToken {
            parameter: "jwk".to_owned(),
        },
        KeySource::NamedByToken {
            parameter: "jku".to_owned(),
            url: "https://a.example".to_owned(),
            at: 7,
        },
        KeySource::Shelf {
            name: "mine".to_owned(),
        },
    ] {
        for job in [
            Job::ReadKey(input(source.clone())),
            Job::Verify {
                paste: "p".to_owned(),
                question: Question {
                    token: 2,
                    key: input(source.clone()),
                    content: Some(b"\xff".to_vec()),
                },
            },
            Job::Decrypt {
                paste: "p".to_owned(),
                question: Question::default(),
                effort: Effort::Agreed,
                pace: Pace {
                    rounds_per_second: 7,
                },
            },
            Job::Diagnose {
                paste: "p".to_owned(),
                question: Question::default(),
                seen: vec!["s".to_owned()],
            },
            Job::Arithmetic {
                paste: "p".to_owned(),
                question: Question::default(),
                signature: 3,
            },
            Job::Prepare {
                lesson: "token".to_owned(),
                clock: 7,
                random: [7; 32],
            },
            Job::Study {
                lesson: "token".to_owned(),
                step: 1,
                situation: Box::new(learn::Situation {
                    paste: "p".to_owned(),
                    options: ReportOptions {
                        key: input(source.clone()),
                        ..ReportOptions::default()
                    },
                    draft: Draft::default(),
                }),
            },
            Job::Sign(Box::new(Draft {
                header: "{}".to_owned(),
                payload: "{}".to_owned(),
                key: input(source.clone()),
                unsecured: true,
                ..Draft::default()
            })),
        ] {
            crosses(&Request { number: 1, job });
        }
    }
}

#[test]
fn every_outcome_crosses_the_seam() {
    let verdict = SignatureVerdict {
        state: SignatureState::Invalid,
        reason: reason(),
        key: Some(facts()),
        candidates: vec![Candidate {
            key: facts(),
            reason: reason(),
        }],
        read_as: vec![reason()],
        warnings: vec![reason()],
        signatures: Vec::new(),
        key_binding: Some(Box::new(KeyBindingVerdict {
            state: SignatureState::Invalid,
            reason: reason(),
            key: Some(facts()),
            problems: vec![reason()],
        })),
    };
    let mut several = verdict.clone();
    several.signatures = vec![verdict.clone(), verdict.clone()];
    for outcome in [
        JobOutcome::KeyRead(KeySummary {
            is_set: true,
            keys: vec![facts()],
            read_as: vec![reason()],
            warnings: vec![reason()],
            faults: vec![reason()],
        }),
        JobOutcome::Verified(Box::new(verdict)),
        JobOutcome::Verified(Box::new(several.clone())),
        JobOutcome::Decrypted(Box::new(Decryption {
            verdict: several,
            plaintext: Some(Secret::new(vec![0, 0xff])),
            needs_consent: true,
        })),
        JobOutcome::Diagnosed(vec![Diagnosis {
            steps: vec![reason(), reason()],
            is_verified: true,
            is_certain: false,
            fixes: vec![
                Fix::SetKey {
                    text: Secret::new("k".to_owned()),
                    reading: SecretReading::Base64url,
                },
                Fix::SetPaste("p".to_owned()),
            ],
        }]),
        JobOutcome::Signed {
            payload: None,
            token: "a.b.c".to_owned(),
            key: Some(Box::new(facts())),
            warnings: vec![reason()],
        },
        JobOutcome::Signed {
            payload: None,
            token: "a.b.".to_owned(),
            key: None,
            warnings: Vec::new(),
        },
        JobOutcome::NotSigned(reason()),
    ] {
        crosses(&Response { number: 1, outcome });
    }
}

#[test]
fn tables_and_programs_cross_the_seam() {
    let draft = Draft {
        header: r#"{"alg":"HS256"}"#.to_owned(),
        payload: "{}".to_owned(),
        key: KeyInput {
            text: Secret::new("secret".to_owned()),
            ..KeyInput::default()
        },
        signers: vec![Signer::default()],
        ..Draft::default()
    };
    let job = Job::Batch(Box::new(BatchPart {
        draft,
        rest: "sub\na\nb,c\n".to_owned(),
        line: 1,
        count: 9,
        ..BatchPart::default()
    }));
    crosses(&Request {
        number: 1,
        job: job.clone(),
    });
    let outcome = run(job, &mut ChaCha8Rng::seed_from_u64(1));
    assert!(
        matches!(&outcome, JobOutcome::Batched(Ok(made)) if made.rows.len() == 2),
        "{outcome:?}"
    );
    crosses(&Response { number: 1, outcome });
    let job = Job::Snippet {
        language: Language::Go,
        does: Does::Verifies,
        token: "eyJhbGciOiJIUzI1NiJ9.e30.AAAA".to_owned(),
        key: KeyInput {
            text: Secret::new("secret".to_owned()),
            ..KeyInput::default()
        },
    };
    crosses(&Request {
        number: 1,
        job: job.clone(),
    });
    let outcome = run(job, &mut ChaCha8Rng::seed_from_u64(1));
    assert!(
        matches!(&outcome, JobOutcome::Written(Ok(text)) if text.contains("e30")),
        "{outcome:?}"
    );
    crosses(&Response { number: 1, outcome });
}

#[test]
fn the_arithmetic_crosses_the_seam() {
    let job = Job::Arithmetic {
        paste: "eyJhbGciOiJIUzI1NiJ9.e30.AAAA".to_owned(),
        question: Question {
            key: input(KeySource::Pasted),
            ..Question::default()
        },
        signature: 0,
    };
    let outcome = run(job, &mut ChaCha8Rng::seed_from_u64(1));
    assert!(
        matches!(outcome, JobOutcome::Computed(Some(_))),
        "{outcome:?}"
    );
    crosses(&Response { number: 1, outcome });
    crosses(&Response {
        number: 1,
        outcome: JobOutcome::Computed(None),
    });
}

#[test]
fn what_was_fetched_crosses_the_seam() {
    let got = Got {
        asked: "https://a.example/jwks".to_owned(),
        from: "https://b.example/jwks".to_owned(),
        text: r#"{"keys":[{"kty":"RSA","kid":"a"}]}"#.to_owned(),
        ..Got::default()
    };
    let job = Job::ReadFetched {
        before: Some(Box::new(FetchedSet::read(&got))),
        got: Box::new(got),
    };
    crosses(&Request {
        number: 1,
        job: job.clone(),
    });
    let outcome = run(job, &mut ChaCha8Rng::seed_from_u64(1));
    assert!(
        matches!(&outcome, JobOutcome::FetchedRead(read) if matches!(read.answer, Answer::Set(_))),
        "{outcome:?}"
    );
    crosses(&Response { number: 1, outcome });
}

#[test]
fn what_was_signed_verifies() {
    let key = KeyInput {
        text: Secret::new("0123456789abcdef0123456789abcdef".to_owned()),
        ..KeyInput::default()
    };
    let draft = Draft {
        header: r#"{"alg":"HS256"}"#.to_owned(),
        payload: "{}".to_owned(),
        key: key.clone(),
        ..Draft::default()
    };
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let JobOutcome::Signed { token, .. } = run(Job::Sign(Box::new(draft)), &mut rng) else {
        panic!("not signed");
    };
    let question = Question {
        key,
        ..Question::default()
    };
    let job = Job::Verify {
        paste: token,
        question,
    };
    let JobOutcome::Verified(verdict) = run(job, &mut rng) else {
        panic!("not verified");
    };
    assert_eq!(verdict.state, SignatureState::Valid);
}

#[test]
fn what_was_encrypted_opens() {
    let key = KeyInput {
        text: Secret::new("a password of some length".to_owned()),
        ..KeyInput::default()
    };
    let draft = Draft {
        header: r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":10001}"#.to_owned(),
        payload: "{}".to_owned(),
        key: key.clone(),
        ..Draft::default()
    };
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let JobOutcome::Signed { token, .. } = run(Job::Sign(Box::new(draft)), &mut rng) else {
        panic!("not encrypted");
    };
    let mut open = |effort| {
        let job = Job::Decrypt {
            paste: token.clone(),
            question: Question {
                key: key.clone(),
                ..Question::default()
            },
            effort,
            pace: Pace {
                rounds_per_second: 1_000,
            },
        };
        match run(job, &mut rng) {
            JobOutcome::Decrypted(decryption) => decryption,
            other => panic!("{other:?}"),
        }
    };
    let waiting = open(Effort::Quick);
    assert_eq!(waiting.verdict.state, SignatureState::Encrypted);
    assert!(waiting.needs_consent && waiting.plaintext.is_none());
    assert_eq!(
        waiting.verdict.reason.fact("time"),
        Some(&Fact::Seconds(11))
    );
    let opened = open(Effort::Agreed);
    assert_eq!(opened.verdict.state, SignatureState::Decrypted);
    assert_eq!(opened.plaintext.unwrap().expose(), b"{}");
    assert!(!opened.needs_consent);
}

#[test]
fn a_key_summary_says_what_else_is_needed() {
    let summary = |text: &str, password: Option<&str>| {
        let given = KeyInput {
            text: Secret::new(text.to_owned()),
            password: password.map(|text| Secret::new(text.to_owned())),
            ..KeyInput::default()
        };
        super::summary(&given)
    };
    let encrypted = include_str!("../crypto/containers/fixtures/encrypted-aes256-sha256.pem");
    assert!(summary(encrypted, None).asks_password());
    assert!(summary(encrypted, Some("wrong")).asks_password());
    assert!(!summary("secret", None).asks_password());
    let discovery = r#"{"issuer":"https://a.example","jwks_uri":"https://a.example/jwks"}"#;
    let read = summary(discovery, None);
    assert_eq!(read.offered_url(), Some("https://a.example/jwks"));
    assert_eq!(summary("secret", None).offered_url(), None);
}

#[test]
fn a_key_summary_has_no_secret() {
    let given = KeyInput {
        text: Secret::new("top-hush".to_owned()),
        ..KeyInput::default()
    };
    let outcome = run(Job::ReadKey(given), &mut ChaCha8Rng::seed_from_u64(1));
    let JobOutcome::KeyRead(summary) = outcome else {
        panic!("not read");
    };
    assert_eq!(summary.keys.len(), 1);
    assert!(!format!("{summary:?}").contains("hush"), "{summary:?}");
}
