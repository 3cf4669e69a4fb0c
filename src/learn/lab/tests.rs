//! What holds of all attacks.

use super::seam::Taken;
use super::testing::{NOW, prepared, sent};
use super::*;
use crate::learn::Field;
use crate::words::Locale;
use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;
use std::collections::BTreeSet;

const TEXTS: &str = include_str!("../../../locales/en/learn/lab.ftl");

#[test]
fn every_attack_has_its_texts_and_every_text_its_attack() {
    let locale = Locale::parse(&[TEXTS]);
    let mut wanted = BTreeSet::new();
    for attack in ALL {
        wanted.insert(format!("lab-{}", attack.id));
        for name in ["about", "task", "hint", "fooled", "repaired"] {
            wanted.insert(format!("lab-{}.{name}", attack.id));
        }
        let [first, others @ ..] = attack.clauses else {
            panic!("{} breaks no clause", attack.id);
        };
        assert!(first.starts_with("RFC 8725 §3."), "{}", attack.id);
        assert!(
            others.iter().all(|it| it.starts_with("RFC 751")),
            "{others:?}"
        );
    }
    let found = locale.keys().filter(|key| {
        let id = key.strip_prefix("lab-").unwrap().split('.').next().unwrap();
        attack(id).is_some()
    });
    let found: BTreeSet<String> = found.map(str::to_owned).collect();
    assert_eq!(found, wanted);
}

#[test]
fn every_refusal_and_every_step_has_a_text() {
    let locale = Locale::parse(&[TEXTS]);
    let sources = [
        include_str!("service.rs"),
        include_str!("none.rs"),
        include_str!("algorithm.rs"),
        include_str!("jwk.rs"),
        include_str!("kid.rs"),
    ];
    let pieces = sources.iter().flat_map(|source| source.split('"'));
    let codes: BTreeSet<&str> = pieces
        .filter(|text| text.starts_with("lab-refused-"))
        .collect();
    assert!(codes.len() > 10, "{codes:?}");
    let said: BTreeSet<&str> = locale
        .keys()
        .filter(|key| key.starts_with("lab-refused-"))
        .collect();
    assert_eq!(codes, said);
    for step in [
        Step::Read,
        Step::Algorithm,
        Step::Key,
        Step::Signature,
        Step::Crit,
        Step::Time,
        Step::Audience,
    ] {
        assert!(locale.has(&format!("lab-step-{}", step.word())));
    }
}

#[test]
fn a_service_says_which_step_it_leaves_out() {
    for attack in ALL {
        let begun = prepared(&attack);
        let left_out = |is_repaired| {
            let honest = sent(&attack, &begun, is_repaired, "").honest;
            let steps = honest.steps.into_iter();
            let left_out = steps.filter(|step| step.taken == Taken::LeftOut);
            left_out.map(|step| step.name).collect::<Vec<_>>()
        };
        assert_eq!(left_out(false), [attack.step.word()], "{}", attack.id);
        assert!(left_out(true).is_empty(), "{}", attack.id);
    }
}

#[test]
fn one_service_is_not_fooled_by_the_token_of_another() {
    let mut compared = 0;
    for one in ALL {
        for other in ALL.iter().filter(|other| other.id != one.id) {
            let mut rng = ChaCha8Rng::seed_from_u64(9);
            let foreign = prepare_attack(other.id, NOW, [1; 32], &mut rng).unwrap();
            let put = foreign.puts.iter().find(|put| put.field == Field::Token);
            let token = put.unwrap().text.expose().clone();
            let answer = sent(&one, &prepared(&one), false, &token).answer;
            assert!(
                matches!(answer.outcome, Outcome::Refused(_)),
                "{} takes the token of {}: {answer:#?}",
                one.id,
                other.id
            );
            compared += 1;
        }
    }
    assert_eq!(compared, 56);
}

#[test]
fn damaged_and_strange_tokens_are_refused_by_all() {
    for attack in ALL {
        let begun = prepared(&attack);
        for token in [
            "",
            "hello",
            "e30.e30.",
            "e30.e30",
            "eyJhbGciOiJub25lIn0.bm90IGpzb24.",
            "eyJhbGciOiJub25lIiwiYWxnIjoibm9uZSJ9.e30.",
            "{\"payload\":\"e30\",\"signature\":\"\"}",
        ] {
            for is_repaired in [false, true] {
                let answer = sent(&attack, &begun, is_repaired, token).answer;
                assert!(
                    matches!(answer.outcome, Outcome::Refused(_)),
                    "{}: {token}: {answer:#?}",
                    attack.id
                );
            }
        }
    }
}

#[test]
fn an_attack_that_is_not_there_begins_and_answers_nothing() {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    assert_eq!(prepare_attack("nothing", 0, [0; 32], &mut rng), None);
    let world = World {
        before: Secret::default(),
        after: Secret::default(),
    };
    assert_eq!(send("nothing", &world, false, "", 0, &mut rng), None);
}
