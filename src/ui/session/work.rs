//! The effects that ask the worker, and put what it answers into the session's signals: here and
//! nowhere else.

use super::answer::Asked;
use super::{Checked, Look, Session, Signature};
use crate::browser::bridge::{Failure, Lane, Purpose};
use crate::browser::clock;
use crate::checks::all_signatures;
use crate::decrypt::{Decryption, Effort, Pace};
use crate::job::{Job, JobOutcome, ProfileChoice};
use crate::keys::facts::KeyInput;
use crate::profiles::Presets;
use crate::ui::state::{Memo, effect};
use leptos::prelude::{GetValue, UpdateValue, WithValue};
use std::sync::Arc;

impl Session {
    /// The token that was looked at last before the one with this text.
    pub fn seen_before(self, text: &str) -> Option<String> {
        self.seen
            .with_value(|seen| seen.iter().find(|other| *other != text).cloned())
    }
}

impl Session {
    /// Keeps the answer to a question, unless its key was replaced meanwhile.
    fn keep(self, asked: Asked, answer: Result<Arc<Decryption>, Failure>) {
        if self.key.with_untracked(|key| *key == asked.key) {
            self.answer.set(Some((asked, answer)));
        }
    }

    /// Every question holds the key that it was asked with, long after that was replaced.
    fn drop_other_keys(self, key: &Arc<KeyInput>) {
        self.key_answer.drop_unless(|(of, _)| of == key);
        self.answer.drop_unless(|(of, _)| of.key == *key);
        self.reasons.drop_unless(|(of, _)| of.key == *key);
        self.stopped.drop_unless(|of| of.key == *key);
        self.agreed.drop_unless(|of| of.key == *key);
    }
}

/// Asks the worker whenever the question changes. The effects write to the outside world; what
/// comes back from there is put into `answer` and `key_answer` here and nowhere else.
pub fn answers(session: Session) {
    effect(move || {
        let Some(asked) = session.asked.get() else {
            session.forget(Purpose::Verify);
            return;
        };
        let paste = asked.inspection.paste.clone();
        let question = asked.question();
        if !asked.is_encrypted() {
            let job = Job::Verify { paste, question };
            session.ask(Purpose::Verify, job, move |outcome| {
                let answer = match outcome {
                    Ok(JobOutcome::Verified(verdict)) => Ok(Arc::new(Decryption {
                        verdict: *verdict,
                        plaintext: None,
                        needs_consent: false,
                    })),
                    Ok(_) => Err(Failure::Stopped(String::new())),
                    Err(failure) => Err(failure),
                };
                session.keep(asked, answer);
            });
            return;
        }
        let is_agreed = session
            .agreed
            .with(|agreed| agreed.as_ref() == Some(&asked));
        let (lane, effort) = match is_agreed {
            true => (Lane::Slow, Effort::Agreed),
            false => (Lane::Quick, Effort::Quick),
        };
        if is_agreed {
            // The answer so far was that it waits for the click that has come.
            session.answer.set(None);
        }
        let job = Job::Decrypt {
            paste,
            question,
            effort,
            pace: Pace::default(),
        };
        let answer = move |outcome| {
            let answer = match outcome {
                Ok(JobOutcome::Decrypted(answer)) => Ok(Arc::from(answer)),
                Ok(_) => Err(Failure::Stopped(String::new())),
                Err(failure) => Err(failure),
            };
            session.keep(asked, answer);
        };
        session
            .bridge
            .with_value(|bridge| bridge.ask(lane, Purpose::Verify, job, answer));
    });
    effect(move || {
        let key = session.key.get();
        session.drop_other_keys(&key);
        if key.text.expose().is_empty() {
            session.forget(Purpose::ReadKey);
            return;
        }
        session.ask(
            Purpose::ReadKey,
            Job::ReadKey((*key).clone()),
            move |outcome| {
                if let Ok(JobOutcome::KeyRead(summary)) = outcome {
                    session.key_answer.set(Some((key, Arc::new(summary))));
                }
            },
        );
    });
}

/// Asks for the checks once the verdict is there, which says what key it was; again when what is
/// said of the claims changes, because a check and a profile's rules look at the clock.
pub fn checks(session: Session) {
    let claims = Memo::new(move |_| {
        session.claims.with(|verdict| {
            let codes = verdict.details.iter().map(|one| one.code.clone());
            (verdict.state, codes.collect::<Vec<_>>())
        })
    });
    effect(move || {
        let Look { inspection, token } = session.settled.get();
        let key = match session.signature.get() {
            Signature::Verdict(verdict) => verdict.key.clone(),
            Signature::NoAnswer(_) => None,
            Signature::Checking | Signature::NoToken => {
                session.forget(Purpose::Check);
                return;
            }
        };
        claims.track();
        let job = Job::Check {
            paste: inspection.paste.clone(),
            token,
            key: key.map(Box::new),
            seen: session.seen_signatures.get_value(),
            clock: session.clock.get_untracked(),
            profile: session.profile.get(),
            beside: Box::new(session.expect.beside()),
        };
        session.ask(Purpose::Check, job, move |outcome| {
            if let Ok(JobOutcome::Checked {
                findings,
                profiles,
                profile,
                profile_says,
                lifetime,
                presets,
                beside,
                sd_jwt,
            }) = outcome
            {
                let checked = Checked {
                    findings,
                    profiles,
                    profile,
                    profile_says,
                    lifetime,
                    presets,
                    beside,
                    sd_jwt,
                };
                session.seen_signatures.update_value(|seen| {
                    for signature in all_signatures(&inspection) {
                        if !seen.contains(&signature) {
                            seen.push(signature);
                        }
                    }
                    let surplus = seen.len().saturating_sub(MOST_SIGNATURES);
                    seen.drain(..surplus);
                });
                session
                    .expect
                    .follow_profile(match session.profile.get_untracked() {
                        ProfileChoice::Chosen(_) => checked.presets.clone(),
                        ProfileChoice::Proposed | ProfileChoice::None => Presets::default(),
                    });
                let checked = (inspection, token, Arc::new(checked));
                session.checked.set(Some(checked));
            }
        });
    });
}

/// ECDSA signatures that are remembered, so that one that repeats an R is told.
const MOST_SIGNATURES: usize = 2_000;

/// Tokens that are remembered, so that an edited one can be told from its original.
const MOST_SEEN: usize = 20;

/// Asks why, whenever a signature does not hold; in the slow lane, so that verifying goes on.
pub fn reasons(session: Session) {
    effect(move || {
        let Some(asked) = session.asked_why.get() else {
            session
                .bridge
                .with_value(|bridge| bridge.end_slow(Purpose::Diagnose));
            return;
        };
        if session
            .stopped
            .with(|stopped| stopped.as_ref() == Some(&asked))
        {
            session.bridge.with_value(|bridge| {
                bridge.forget(Purpose::Diagnose);
                bridge.cancel_slow();
            });
            return;
        }
        let job = Job::Diagnose {
            paste: asked.inspection.paste.clone(),
            question: asked.question(),
            seen: session.seen.get_value(),
        };
        session.bridge.with_value(|bridge| {
            // The search for an older question is of no use any more.
            bridge.cancel_slow();
            bridge.ask(Lane::Slow, Purpose::Diagnose, job, move |outcome| {
                let list = match outcome {
                    Ok(JobOutcome::Diagnosed(list)) => list,
                    Ok(_) | Err(_) => Vec::new(),
                };
                session.reasons.set(Some((asked, Arc::new(list))));
            });
        });
    });
    effect(move || {
        let signature = session.signature.get();
        let (inspection, token) = (session.inspection.get(), session.token.get());
        let Some(token) = inspection.tokens.get(token) else {
            return;
        };
        if !matches!(signature, Signature::Checking) && token.source.text.len() < 100_000 {
            let text = token.source.text.clone();
            session.seen.update_value(|seen| {
                seen.retain(|other| *other != text);
                seen.insert(0, text);
                seen.truncate(MOST_SEEN);
            });
        }
    });
}

/// Follows the browser's clock for as long as the page lives.
pub fn follow(session: Session) {
    clock::on_tick(move |now| session.now.set(now));
}
