//! The check of a profile by its own tokens: the filled template is recognised and accepted, and
//! for each rule, in order, a change to that token makes exactly this rule speak.
#![cfg(test)]
#![allow(clippy::unwrap_used, clippy::panic)]

use super::{Profile, Unverified, check, recognise};
use crate::diagnostic::Severity;
use crate::inspect::{Inspection, inspect};
use crate::words::Locale;
use serde_json::{Map, Value};

/// 2026-01-01 00:01:00 UTC.
pub(super) const CLOCK: i64 = 1_767_225_660;

/// Where a refusing token differs: `("header", "alg", "\"none\"")`, an empty text for "without".
pub(super) type Change = (&'static str, &'static str, &'static str);

fn token(header: &str, payload: &str) -> Inspection {
    let part = |text: &str| crate::base64url::encode(text.as_bytes());
    inspect(&format!("{}.{}.AAAA", part(header), part(payload)))
}

fn changed(profile: &Profile, (place, name, json): Change) -> Inspection {
    let (header, payload) = accepting(profile);
    let edit = |text: String, here: &str| {
        let mut object: Map<String, Value> = serde_json::from_str(&text).unwrap();
        if here == place {
            object.shift_remove(name);
            if !json.is_empty() {
                object.insert(name.to_owned(), serde_json::from_str(json).unwrap());
            }
        }
        serde_json::to_string(&object).unwrap()
    };
    token(&edit(header, "header"), &edit(payload, "payload"))
}

fn accepting(profile: &Profile) -> (String, String) {
    profile
        .template
        .fill(CLOCK, "0f8fad5b-d9cb-469f-a165-70867728950e")
}

/// Proves a profile. `refusing` has one change for each of its rules, in their order.
pub(super) fn proves(profile: &'static Profile, refusing: &[Change]) {
    let (header, payload) = accepting(profile);
    let good = token(&header, &payload);
    let proposed: Vec<&str> = recognise(&good, 0).iter().map(|p| p.id).collect();
    assert_eq!(proposed.first(), Some(&profile.id), "{proposed:?}");
    let warnings: Vec<_> = check(profile, &good, 0, CLOCK)
        .into_iter()
        .filter(|line| line.severity >= Severity::Warning)
        .collect();
    assert!(warnings.is_empty(), "{}: {warnings:#?}", profile.id);
    assert_eq!(
        profile.rules.len(),
        refusing.len(),
        "a refusing token for each rule"
    );
    let locale = Locale::english();
    for (rule, change) in profile.rules.iter().zip(refusing) {
        let bad = changed(profile, *change);
        let seen = Unverified::of(&bad, 0, CLOCK).unwrap();
        let Some(line) = rule.check(profile, &seen) else {
            panic!("{}: {} accepts {change:?}", profile.id, rule.name());
        };
        let sentence = locale.say(&line);
        assert!(
            locale.has(&line.code) && !sentence.contains("{$"),
            "{sentence}"
        );
        assert!(sentence.contains(rule.clause()), "no clause in: {sentence}");
    }
    assert!(locale.has(profile.name), "{}", profile.name);
    assert!(
        locale.has(&format!("{}.summary", profile.name)),
        "{}",
        profile.name
    );
}
