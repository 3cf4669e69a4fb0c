//! Two faults of which one has to be put right before the other can be looked for: the text of the
//! token, or the text of the key.

use super::{
    Depth, Tally, affordable, is_slow, key_text, opens, repairs, search_recipients, texts,
};
use crate::decrypt::{Effort, decrypt};
use crate::diagnosis::key::text;
use crate::diagnosis::{Budget, Diagnosis, Fix, Paste, Said};
use crate::inspect::{Family, Inspection, inspect};
use crate::keys::read_key;
use crate::secret::Secret;
use crate::verify::{Question, SignatureState};
use std::collections::BTreeSet;

/// Texts of a token, and of a key, that are searched further.
const MOST: usize = 8;
/// The same where each key takes long.
const MOST_SLOW: usize = 2;

/// What opens the token after a repair of its text or of the key's, and one change more.
pub fn diagnose(
    inspection: &Inspection,
    paste: &Paste<'_>,
    question: &Question,
    budget: Budget,
    tally: &mut Tally,
) -> Option<Diagnosis> {
    let each = share(budget);
    token_texts(paste, question, each, tally)
        .or_else(|| key_texts(inspection, paste, question, each, tally))
}

/// What each text may cost.
pub fn share(budget: Budget) -> Budget {
    Budget(budget.0 / 8)
}

fn most(paste: &Paste<'_>) -> usize {
    match paste.token {
        Some(token) if is_slow(token) => MOST_SLOW,
        _ => MOST,
    }
}

/// The same for the text of the token alone.
pub fn token_texts(
    paste: &Paste<'_>,
    question: &Question,
    budget: Budget,
    tally: &mut Tally,
) -> Option<Diagnosis> {
    paste.token.filter(|token| !token.faults.is_empty())?;
    let mut left = most(paste);
    let mut seen = BTreeSet::new();
    let mut repaired = Vec::new();
    for (text, step) in texts(paste) {
        if left == 0 {
            break;
        }
        if !seen.insert(text.clone()) {
            continue;
        }
        let inspection = inspect(&text);
        if let Some(found) = of_text_within(&inspection, question, (budget, Depth::One), tally) {
            return Some(behind_text(found, (text, step)));
        }
        left = left.saturating_sub(usize::from(is_whole(&inspection)));
        repaired.push((text, step));
    }
    for (text, step) in repaired.iter().take(MOST) {
        let inspection = inspect(text);
        let token = inspection.tokens.first();
        let Some(token) = token.filter(|token| token.family == Family::Jwe) else {
            continue;
        };
        let paste = Paste {
            text,
            token: Some(token),
            seen: &[],
        };
        if let Some(mut found) = repairs(&paste, question, tally).into_iter().next() {
            found.steps.insert(0, step.clone());
            return Some(found);
        }
    }
    // A secret with two faults behind one of the token's, as base64 in quotes.
    let mut left = MOST_DEEP;
    for (text, step) in repaired {
        let inspection = inspect(&text);
        let is_costly = inspection.tokens.first().is_none_or(is_slow);
        if left == 0 || is_costly || !is_whole(&inspection) {
            continue;
        }
        left = left.saturating_sub(1);
        let within = (Budget(budget.0 / 2), Depth::Two);
        if let Some(found) = of_text_within(&inspection, question, within, tally) {
            return Some(behind_text(found, (text, step)));
        }
    }
    None
}

/// Texts of a token behind which two faults more are looked for.
const MOST_DEEP: usize = 4;

/// Whether the text is a JWE that a strict reader takes.
fn is_whole(inspection: &Inspection) -> bool {
    inspection.tokens.first().is_some_and(|token| {
        let is_exact = token.parts.iter().all(|part| part.exact);
        token.family == Family::Jwe && token.faults.is_empty() && is_exact
    })
}

/// What opens another text of the token, with one change.
pub fn of_text(inspection: &Inspection, question: &Question, budget: Budget) -> Option<Diagnosis> {
    let within = (budget, Depth::One);
    of_text_within(inspection, question, within, &mut Tally::default())
}

fn of_text_within(
    inspection: &Inspection,
    question: &Question,
    within: (Budget, Depth),
    tally: &mut Tally,
) -> Option<Diagnosis> {
    let token = inspection.tokens.first()?;
    if !is_whole(inspection) {
        return None;
    }
    let question = Question {
        token: 0,
        ..question.clone()
    };
    let verdict = decrypt(inspection, &question, Effort::Agreed).verdict;
    if verdict.state == SignatureState::Decrypted {
        return Some(opens(Vec::new(), Vec::new()));
    }
    if let Some(found) = key_text::diagnose(inspection, &question, affordable(token), tally) {
        return Some(found);
    }
    let found = search_recipients(token, &question, &verdict, within, tally);
    found.into_iter().find(|found| found.is_verified)
}

/// A diagnosis of another text of the token, with that text.
pub fn behind_text(found: Diagnosis, (text, step): Said<String>) -> Diagnosis {
    let mut steps = found.steps;
    let mut fixes = found.fixes;
    let sets_paste = fixes.iter().any(|fix| matches!(fix, Fix::SetPaste(_)));
    if steps.is_empty() || !fixes.is_empty() && !sets_paste {
        fixes.push(Fix::SetPaste(text));
    }
    steps.insert(0, step);
    opens(steps, fixes)
}

fn key_texts(
    inspection: &Inspection,
    paste: &Paste<'_>,
    question: &Question,
    budget: Budget,
    tally: &mut Tally,
) -> Option<Diagnosis> {
    let token = paste.token?;
    let materials = |question: &Question| {
        let reading = read_key(&question.key);
        let is_bare = !reading.secret_texts.is_empty();
        let keys = reading.keys.into_iter().filter(move |_| !is_bare);
        keys.map(|key| key.material).collect::<Vec<_>>()
    };
    let mut known = vec![materials(question)];
    let mut left = most(paste).min(affordable(token));
    for (text, step) in text::repairs(question.key.text.expose()) {
        let mut changed = question.clone();
        changed.key.text = Secret::new(text);
        let keys = materials(&changed);
        if left == 0 || keys.is_empty() || known.contains(&keys) {
            continue;
        }
        left = left.saturating_sub(1);
        known.push(keys);
        let repaired = repairs(paste, &changed, tally).into_iter().next();
        let found = repaired.or_else(|| {
            let verdict = decrypt(inspection, &changed, Effort::Agreed).verdict;
            let within = (budget, Depth::One);
            let found = search_recipients(token, &changed, &verdict, within, tally);
            found.into_iter().find(|found| found.is_verified)
        });
        if let Some(mut found) = found {
            let sets_key = |fix: &Fix| matches!(fix, Fix::SetKey { .. });
            if !found.fixes.is_empty() && !found.fixes.iter().any(sets_key) {
                let fix = Fix::SetKey {
                    text: changed.key.text,
                    reading: changed.key.reading,
                };
                found.fixes.insert(0, fix);
            }
            found.steps.insert(0, step);
            return Some(found);
        }
    }
    None
}

#[cfg(test)]
#[allow(clippy::string_slice)]
mod tests {
    use crate::diagnosis::encryption::tests::{
        AES, EC, RSA, made, opens_steps, opens_two, proposes_nothing,
    };

    /// The key of [`AES`] as base64.
    fn standard() -> String {
        let json: serde_json::Value = serde_json::from_str(AES).unwrap();
        json["k"]
            .as_str()
            .unwrap()
            .replace('-', "+")
            .replace('_', "/")
    }

    #[test]
    fn the_text_of_the_token_and_the_key() {
        for alg in ["A128KW", "dir"] {
            let token = made(alg, "A128GCM", AES);
            let last = token.rfind('.').unwrap();
            let missing = format!("{}{}", &token[..last], &token[last + 1..]);
            let dots = token.replace('.', "\u{3002}");
            let unseen = format!("{}\u{200b}{}", &token[..9], &token[9..]);
            let first = token.replacen('J', "\u{408}", 1);
            for (paste, code) in [
                (missing, "token-dots"),
                (dots, "token-homoglyphs"),
                (unseen, "token-invisible"),
                (first, "token-homoglyphs"),
            ] {
                opens_two(&paste, &standard(), [code, "secret-read-base64"]);
                opens_two(&paste, &AES.replace('}', ",}"), [code, "key-text-repaired"]);
            }
        }
    }

    /// What is found with a lenient reading of the parts is carried out with a strict one.
    #[test]
    fn the_text_of_the_token_and_twice_the_key() {
        let token = made("A128KW", "A128GCM", AES);
        let at = token.len() - 5;
        let unseen = format!("{}\u{200b}{}", &token[..at], &token[at..]);
        let quoted = format!("\"{}\"", standard());
        let steps = ["token-invisible", "secret-quotes", "secret-read-base64"];
        opens_steps(&unseen, &quoted, &steps);
    }

    #[test]
    fn a_missing_dot_and_a_quoted_secret_in_base64() {
        for alg in ["A128KW", "dir"] {
            let token = made(alg, "A128GCM", AES);
            for (at, _) in token.match_indices('.') {
                let missing = format!("{}{}", &token[..at], &token[at + 1..]);
                let quoted = format!("\"{}\"", standard());
                let steps = ["token-dots", "secret-quotes", "secret-read-base64"];
                opens_steps(&missing, &quoted, &steps);
            }
        }
    }

    #[test]
    fn the_text_of_the_token_twice() {
        let token = made("A128KW", "A128GCM", AES);
        let dots = token.replacen('.', "", 1).replace('.', "\u{3002}");
        let last = token.rfind('.').unwrap();
        let unseen = format!(
            "{}\u{200b}{}{}",
            &token[..last - 9],
            &token[last - 9..last],
            &token[last + 1..]
        );
        opens_two(&unseen, AES, ["token-invisible", "token-dots"]);
        proposes_nothing(&dots, EC);
    }

    #[test]
    fn the_text_of_the_key_and_the_header() {
        let token = made("RSA-OAEP-256", "A128GCM", RSA);
        let dashes = RSA.replace("-----", "\u{2014}\u{2014}");
        let missing = token.replacen('.', "..", 2);
        proposes_nothing(&missing, EC);
        let unseen = format!("{}\u{200b}{}", &token[..9], &token[9..]);
        opens_two(&unseen, &dashes, ["token-invisible", "key-text-repaired"]);
    }
}
