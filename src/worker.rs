//! What the worker does with a job. Pure; `src/bin/worker.rs` only carries messages.

mod fill;

use crate::arithmetic::{compute, flip};
use crate::checks::{Around, SeenSignature, check_among};
use crate::decrypt::decrypt_at;
use crate::diagnosis::{Budget, diagnose};
use crate::diagnostic::Diagnostic;
use crate::explain::Knowledge;
use crate::guess::guess;
use crate::inspect::{Inspection, inspect};
use crate::job::{Draft, Job, JobOutcome, KeySummary, ProfileChoice, ReportForm};
use crate::jose::sd_jwt;
use crate::judge::{Beside, beside};
use crate::jwks::read_answer;
use crate::keys::{
    KeyFacts, KeyInput, KeyReading, adopt_key, certify, convert, make_key, publish, read_key,
};
use crate::learn;
use crate::profiles;
use crate::report::{Redacted, Report, ReportOptions, answer};
use crate::sign::{batch, sign};
use crate::snippets::snippet;
use crate::verify::verify;
use crate::words::Locale;
use fill::fill;
use rand_core::{CryptoRng, RngCore};

/// Does one job. The randomness is used for signing and making keys only.
pub fn run(job: Job, rng: &mut (impl RngCore + CryptoRng)) -> JobOutcome {
    if rng.try_fill_bytes(&mut [0]).is_err()
        && let Some(refused) = refused(&job)
    {
        return refused;
    }
    match job {
        Job::ReadKey(input) => JobOutcome::KeyRead(summary(&input)),
        Job::ReadFetched { got, before } => {
            JobOutcome::FetchedRead(Box::new(read_answer(&got, before.as_deref())))
        }
        Job::Verify { paste, question } => {
            JobOutcome::Verified(Box::new(verify(&inspect(&paste), &question)))
        }
        Job::Decrypt {
            paste,
            question,
            effort,
            pace,
        } => JobOutcome::Decrypted(Box::new(decrypt_at(
            &inspect(&paste),
            &question,
            effort,
            pace,
        ))),
        Job::Diagnose {
            paste,
            question,
            seen,
        } => JobOutcome::Diagnosed(diagnose(
            &inspect(&paste),
            &question,
            &seen,
            Budget::default(),
        )),
        Job::Check {
            paste,
            token,
            key,
            seen,
            clock,
            profile,
            beside,
        } => checked(
            &inspect(&paste),
            token,
            key.as_deref(),
            &seen,
            clock,
            &profile,
            &beside,
        ),
        Job::Guess {
            paste,
            token,
            words,
        } => JobOutcome::Guessed(guess(&inspect(&paste), token, &words)),
        Job::Arithmetic {
            paste,
            question,
            signature,
        } => JobOutcome::Computed(compute(&inspect(&paste), &question, signature).map(Box::new)),
        Job::Flip {
            paste,
            question,
            clock,
            expectations,
            bit,
        } => JobOutcome::Flipped(
            flip(&inspect(&paste), &question, clock, &expectations, bit).map(Box::new),
        ),
        Job::Report {
            paste,
            options,
            form,
            texts,
            records,
        } => JobOutcome::Reported(reported(&paste, &options, form, &texts, &records)),
        Job::Fill {
            template,
            clock,
            random,
            key,
        } => JobOutcome::Filled(fill(&template, clock, random, &key, rng).map(Box::new)),
        Job::Prepare {
            lesson,
            clock,
            random,
        } => JobOutcome::Prepared(learn::prepare(&lesson, clock, random, rng).map(Box::new)),
        Job::Study {
            lesson,
            step,
            situation,
        } => JobOutcome::Studied(learn::is_done(&lesson, step, &situation)),
        Job::PrepareAttack {
            attack,
            clock,
            random,
        } => JobOutcome::AttackPrepared(
            learn::lab::prepare_attack(&attack, clock, random, rng).map(Box::new),
        ),
        Job::Send {
            attack,
            world,
            is_repaired,
            token,
            clock,
        } => JobOutcome::Answered(
            learn::lab::send(&attack, &world, is_repaired, &token, clock, rng).map(Box::new),
        ),
        Job::Sign(draft) => signed(&draft, rng),
        Job::Batch(part) => JobOutcome::Batched(batch(&part, rng)),
        Job::Snippet {
            language,
            does,
            token,
            key,
        } => JobOutcome::Written(snippet(language, does, &token, &key)),
        Job::MakeKey { new, ready } => {
            let made = match &ready {
                Some(jwk) => adopt_key(&new, jwk, rng),
                None => make_key(&new, rng),
            };
            JobOutcome::KeyMade(made.map(Box::new))
        }
        Job::Convert(input) => {
            let (reading, spelled) = convert(&input);
            JobOutcome::Converted(summed(reading), spelled)
        }
        Job::Certify(wish) => JobOutcome::Certified(certify(&wish, rng).map(Box::new)),
        Job::Publish(keys) => JobOutcome::Published(publish(&keys)),
    }
}

/// The answer to what needs randomness, where there is none: a key from other bytes would only look
/// like one.
fn refused(job: &Job) -> Option<JobOutcome> {
    let reason = Diagnostic::danger("sign-no-randomness");
    Some(match job {
        Job::Sign(_) => JobOutcome::NotSigned(reason),
        Job::Batch(_) => JobOutcome::Batched(Err(reason)),
        Job::MakeKey { .. } => JobOutcome::KeyMade(Err(reason)),
        Job::Certify(_) => JobOutcome::Certified(Err(reason)),
        Job::Fill { .. } => JobOutcome::Filled(None),
        Job::Prepare { .. } => JobOutcome::Prepared(None),
        Job::PrepareAttack { .. } => JobOutcome::AttackPrepared(None),
        Job::Send { .. } => JobOutcome::Answered(None),
        _ => return None,
    })
}

fn reported(
    paste: &str,
    options: &ReportOptions,
    form: ReportForm,
    texts: &[String],
    records: &str,
) -> String {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let locale = Locale::parse(&texts);
    let answers = answer(paste, options);
    let redacted = || {
        let mut knowledge = Knowledge::core();
        knowledge.load(records);
        Redacted::new(&answers, &locale, &knowledge)
    };
    match form {
        ReportForm::Markdown => Report::new(&answers, &locale).markdown(&locale),
        ReportForm::Json => Report::new(&answers, &locale).json(),
        ReportForm::RedactedMarkdown => redacted().markdown(&locale),
        ReportForm::RedactedJson => redacted().json(),
    }
}

fn checked(
    inspection: &Inspection,
    token: usize,
    key: Option<&KeyFacts>,
    seen: &[SeenSignature],
    clock: i64,
    choice: &ProfileChoice,
    given: &Beside,
) -> JobOutcome {
    let sd_jwt = inspection.tokens.get(token).and_then(sd_jwt::read);
    // What is disclosed counts like any other claim.
    let inspection = &*inspection.disclosed(token);
    let proposed = profiles::recognise(inspection, token);
    let profile = match choice {
        ProfileChoice::Proposed => proposed.first().copied(),
        ProfileChoice::None => None,
        ProfileChoice::Chosen(id) => profiles::profile(id),
    };
    let says = profile.map(|profile| profiles::check(profile, inspection, token, clock));
    let around = Around {
        seen,
        clock: Some(clock),
    };
    let mut findings = check_among(inspection, token, key, &around);
    if let Some(profile) = profile {
        profile.leave_out_judged(&mut findings);
    }
    JobOutcome::Checked {
        findings,
        profiles: proposed.iter().map(|p| p.id.to_owned()).collect(),
        profile: profile.map(|profile| profile.id.to_owned()),
        profile_says: says.unwrap_or_default(),
        lifetime: profile.map(|profile| Box::new(profile.lifetime())),
        presets: profile.map(|profile| profile.presets()).unwrap_or_default(),
        beside: beside(inspection, token, given),
        sd_jwt: sd_jwt.map(Box::new),
    }
}

fn summary(input: &KeyInput) -> KeySummary {
    summed(read_key(input))
}

fn summed(reading: KeyReading) -> KeySummary {
    KeySummary {
        is_set: reading.is_set,
        keys: reading.keys.into_iter().map(|key| key.facts).collect(),
        read_as: reading.read_as,
        warnings: reading.warnings,
        faults: reading.faults,
    }
}

fn signed(draft: &Draft, rng: &mut (impl RngCore + CryptoRng)) -> JobOutcome {
    match sign(draft, rng) {
        Ok(signed) => JobOutcome::Signed {
            token: signed.token,
            key: signed.key.map(Box::new),
            payload: signed.payload,
            warnings: signed.warnings,
        },
        Err(reason) => JobOutcome::NotSigned(reason),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests;
