//! A person who does a lesson: fields that are typed in, a draft that is signed and opened.

use super::{Field, Lesson, Situation, is_done, prepare};
use crate::base64url;
use crate::job::Draft;
use crate::judge::{Expectations, parse_clock};
use crate::keys::KeyInput;
use crate::report::ReportOptions;
use crate::secret::Secret;
use crate::sign::sign;
use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;

const NOW: i64 = 1_767_225_600;

/// What the person does.
#[derive(Clone, Copy, Debug)]
pub(super) enum Act<'a> {
    /// Writes into a field.
    Type(Field, &'a str),
    /// Changes what stands in a field.
    Replace(Field, &'a str, &'a str),
    /// Puts another payload between the dots of the token.
    Payload(&'a str),
    /// Takes the last part away.
    Cut,
    /// Sets the clock, in seconds from now.
    Clock(i64),
    /// Gives the draft an `iat` of now and an `exp` this long after.
    Freshen(i64),
    /// Picks one of several tokens.
    Pick(usize),
    /// Opens the signed draft in Inspect, with its key.
    Open,
}

struct Person {
    fields: Vec<(Field, String)>,
    picked: usize,
    rng: ChaCha8Rng,
}

impl Person {
    fn get(&self, field: Field) -> String {
        let mut found = self.fields.iter().rev();
        let found = found.find(|(of, _)| *of == field);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    }

    fn set(&mut self, field: Field, text: String) {
        self.fields.push((field, text));
    }

    fn draft(&self) -> Draft {
        Draft {
            header: self.get(Field::DraftHeader),
            payload: self.get(Field::DraftPayload),
            key: key(self.get(Field::DraftKey)),
            ..Draft::default()
        }
    }

    fn act(&mut self, act: Act<'_>) {
        match act {
            Act::Type(field, text) => self.set(field, text.to_owned()),
            Act::Replace(field, from, to) => {
                let before = self.get(field);
                assert!(before.contains(from), "{from} is not in {before}");
                self.set(field, before.replace(from, to));
            }
            Act::Payload(payload) => {
                let token = self.get(Field::Token);
                let parts: Vec<&str> = token.split('.').collect();
                let [header, _, signature] = parts.as_slice() else {
                    panic!("three parts: {token}");
                };
                let payload = base64url::encode(payload.as_bytes());
                self.set(Field::Token, format!("{header}.{payload}.{signature}"));
            }
            Act::Cut => {
                let token = self.get(Field::Token);
                let (kept, _) = token.rsplit_once('.').unwrap();
                self.set(Field::Token, kept.to_owned());
            }
            Act::Clock(after) => self.set(Field::Clock, (NOW + after).to_string()),
            Act::Freshen(lifetime) => {
                let mut payload = self.get(Field::DraftPayload);
                for (name, moment) in [("iat", NOW), ("exp", NOW + lifetime)] {
                    let (before, rest) = payload.split_once(&format!("\"{name}\": ")).unwrap();
                    let (_, after) = rest.split_once(',').unwrap();
                    payload = format!("{before}\"{name}\": {moment},{after}");
                }
                self.set(Field::DraftPayload, payload);
            }
            Act::Pick(token) => self.picked = token,
            Act::Open => {
                let signed = sign(&self.draft(), &mut self.rng).unwrap();
                self.set(Field::Token, signed.token);
                self.set(Field::Key, self.get(Field::DraftKey));
            }
        }
    }

    fn situation(&self) -> Situation {
        let clock = parse_clock(&self.get(Field::Clock)).unwrap();
        Situation {
            paste: self.get(Field::Token),
            options: ReportOptions {
                key: key(self.get(Field::Key)),
                now: clock.unwrap_or(NOW),
                expectations: Expectations {
                    iss: self.get(Field::Issuer),
                    aud: self.get(Field::Audience),
                    ..Expectations::default()
                },
                token: self.picked,
                ..ReportOptions::default()
            },
            draft: self.draft(),
        }
    }
}

fn key(text: String) -> KeyInput {
    KeyInput {
        text: Secret::new(text),
        ..KeyInput::default()
    }
}

fn begin(lesson: &Lesson) -> (Person, super::Prepared) {
    let mut rng = ChaCha8Rng::seed_from_u64(8);
    let prepared = prepare(lesson.id, NOW, [7; 32], &mut rng).unwrap();
    let person = Person {
        fields: Vec::new(),
        picked: 0,
        rng,
    };
    (person, prepared)
}

/// What stands in the fields when somebody reaches a step and did nothing on the way there.
#[track_caller]
pub(super) fn reaches(lesson: &Lesson, step: &str) -> Situation {
    let (mut person, prepared) = begin(lesson);
    for prepared in &prepared.steps {
        for put in &prepared.puts {
            person.set(put.field, put.text.expose().clone());
        }
        if prepared.id == step {
            return person.situation();
        }
    }
    panic!("{} has no step {step}", lesson.id);
}

/// Does a lesson from its first step to its last: each task is open at first, and done after the
/// acts that stand beside its name.
#[track_caller]
pub(super) fn proves(lesson: &Lesson, tasks: &[(&str, &[Act<'_>])]) {
    let (mut person, prepared) = begin(lesson);
    let mut tasks = tasks.iter();
    for (index, step) in prepared.steps.iter().enumerate() {
        for put in &step.puts {
            person.set(put.field, put.text.expose().clone());
        }
        let open = is_done(lesson.id, index, &person.situation());
        assert!(!open, "{} is done from the start", step.id);
        if !step.is_task {
            continue;
        }
        let (id, acts) = tasks.next().unwrap();
        assert_eq!(*id, step.id);
        for act in *acts {
            person.act(*act);
        }
        let situation = person.situation();
        assert!(
            is_done(lesson.id, index, &situation),
            "{id} after {acts:?}: {situation:#?} {:#?}",
            super::Seen::new(&situation).report
        );
    }
    assert!(tasks.next().is_none(), "a task that is not there");
}

/// The first task of an exercise stays open after these acts.
#[track_caller]
pub(super) fn refuses(lesson: &Lesson, acts: &[Act<'_>]) {
    let (mut person, prepared) = begin(lesson);
    for put in prepared.steps.iter().flat_map(|step| &step.puts) {
        person.set(put.field, put.text.expose().clone());
    }
    for act in acts {
        person.act(*act);
    }
    assert!(
        !is_done(lesson.id, 0, &person.situation()),
        "done after {acts:?}"
    );
}
