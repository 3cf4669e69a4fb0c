//! What holds of all lessons.

use super::*;
use crate::inspect::Family;
use crate::verify::SignatureState;
use crate::words::Locale;
use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;
use std::collections::BTreeSet;

const TEXTS: [&str; 2] = [
    include_str!("../../locales/en/learn/lessons.ftl"),
    include_str!("../../locales/en/learn/exercises.ftl"),
];

#[test]
fn every_step_has_its_texts_and_every_text_its_step() {
    let locale = Locale::parse(&TEXTS);
    let mut wanted = BTreeSet::new();
    for lesson in ALL {
        wanted.insert(format!("learn-{}", lesson.id));
        wanted.insert(format!("learn-{}.about", lesson.id));
        for step in lesson.steps {
            let key = format!("learn-{}-{}", lesson.id, step.id);
            if matches!(step.done, Done::When(_)) {
                wanted.insert(format!("{key}.hint"));
                wanted.insert(format!("{key}.done"));
            }
            wanted.insert(key);
        }
    }
    let found: BTreeSet<String> = locale.keys().map(str::to_owned).collect();
    assert_eq!(found, wanted);
}

#[test]
fn ids_are_said_once_and_exercises_ask_for_something() {
    let mut ids = BTreeSet::new();
    for lesson in ALL {
        assert!(ids.insert(lesson.id), "{} twice", lesson.id);
        let steps: BTreeSet<&str> = lesson.steps.iter().map(|step| step.id).collect();
        assert_eq!(steps.len(), lesson.steps.len(), "{}", lesson.id);
        let tasks = lesson.steps.iter();
        let tasks = tasks.filter(|step| matches!(step.done, Done::When(_)));
        match lesson.kind {
            Kind::Lesson => assert!(tasks.count() > 0 && lesson.steps.len() > 1),
            Kind::Exercise => assert_eq!((tasks.count(), lesson.steps.len()), (1, 1)),
        }
    }
    assert_eq!(ids.len(), ids::LESSONS.len() + ids::EXERCISES.len());
}

#[test]
fn every_token_of_a_lesson_was_signed_and_no_placeholder_is_left() {
    let mut tokens = 0;
    for lesson in ALL {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        let prepared = prepare(lesson.id, 1_767_225_600, [7; 32], &mut rng).unwrap();
        assert_eq!(prepared.steps.len(), lesson.steps.len());
        for (step, made) in lesson.steps.iter().zip(&prepared.steps) {
            for (given, put) in step.given.iter().zip(&made.puts) {
                let text = put.text.expose();
                assert!(!text.contains('@'), "{}: {text}", lesson.id);
                let is_blank = matches!(given.1, Text::Plain(""));
                assert_eq!(text.is_empty(), is_blank, "{} {}", lesson.id, step.id);
                if let Text::Tokens(made) = given.1 {
                    tokens += made.len();
                    assert!(text.lines().all(|token| token.matches('.').count() == 2));
                }
            }
        }
    }
    assert!(tokens > 20, "only {tokens}");
}

#[test]
fn a_lesson_or_step_that_is_not_there_is_never_done() {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    assert_eq!(prepare("nothing", 0, [0; 32], &mut rng), None);
    let empty = Situation::default();
    assert!(!is_done("nothing", 0, &empty));
    assert!(!is_done("token", 99, &empty));
    assert!(!is_done("token", 0, &empty));
}

#[test]
fn nothing_is_done_on_an_empty_page() {
    for lesson in ALL {
        for (index, step) in lesson.steps.iter().enumerate() {
            let done = is_done(lesson.id, index, &Situation::default());
            assert!(!done, "{} {}", lesson.id, step.id);
        }
    }
}

/// The lesson, its step, and what it tells.
type Told = (&'static str, &'static str, fn(&Seen) -> bool);

/// What a step that is only read tells of what stands beside it.
const TOLD: [Told; 9] = [
    ("tamper", "valid", |seen| seen.is_valid()),
    ("pairs", "public", |seen| seen.is_valid()),
    ("rotation", "set", |seen| seen.is_valid()),
    ("rotation", "next", |seen| seen.is_valid()),
    ("forgers", "pair", |seen| seen.is_valid()),
    ("sessions", "session", |seen| seen.is_valid()),
    ("signature", "unchecked", |seen| {
        seen.signature() == SignatureState::Unchecked && seen.claim("role") == "Patient"
    }),
    ("never", "read", |seen| seen.finds("personal-bsn")),
    ("encryption", "encrypted", |seen| {
        let tokens = seen.report.tokens.as_slice();
        matches!(tokens, [token] if token.family == Family::Jwe && token.payload.is_none())
    }),
];

#[test]
fn what_a_step_tells_stands_beside_it() {
    for (id, step, holds) in TOLD {
        let lesson = lesson(id).unwrap();
        let found = lesson.steps.iter().find(|found| found.id == step).unwrap();
        assert!(matches!(found.done, Done::Read), "{id} {step} is a task");
        let situation = testing::reaches(lesson, step);
        let seen = Seen::new(&situation);
        assert!(holds(&seen), "{id} {step}: {:#?}", seen.report);
    }
}

/// Every lesson is done by a script, every exercise is failed and done in two ways, and every attack
/// fools and fails: the tests of its own file do it, and here they are counted.
#[test]
fn no_lesson_exercise_or_attack_goes_without_its_proofs() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/learn");
    let count = |place: &str, id: &str, call: &str| {
        let file = folder
            .join(place)
            .join(format!("{}.rs", id.replace('-', "_")));
        let source = std::fs::read_to_string(&file).unwrap();
        let (_, tests) = source.split_once("#[cfg(test)]\nmod tests {").unwrap();
        tests
            .lines()
            .filter(|line| line.trim_start().starts_with(call))
            .count()
    };
    for lesson in ALL {
        let proofs = count("lessons", lesson.id, "proves(");
        let refusals = count("lessons", lesson.id, "refuses(");
        let wanted = match lesson.kind {
            Kind::Lesson => (1, 0),
            Kind::Exercise => (2, 2),
        };
        let id = lesson.id;
        assert!(
            proofs >= wanted.0 && refusals >= wanted.1,
            "{id}: {proofs}, {refusals}"
        );
    }
    for id in ids::ATTACKS {
        assert!(count("lab", id, "proves(") >= 1, "{id}");
        assert!(count("lab", id, "refuses(") >= 1, "{id}");
    }
    assert_eq!((ALL.len(), ids::ATTACKS.len()), (22, 8));
}
