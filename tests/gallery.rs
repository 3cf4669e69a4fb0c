//! The gallery of broken tokens against the product: each row says of its token what the product
//! says of it, and every fault that can be shown with fixed material has a row.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use jwt_debugger::diagnostic::{Diagnostic, Fact};
use jwt_debugger::judge::Expectations;
use jwt_debugger::keys::KeyInput;
use jwt_debugger::learn::gallery::{Broken, Group, read};
use jwt_debugger::report::{Answers, ReportOptions, answer, answer_quickly};
use jwt_debugger::secret::Secret;
use jwt_debugger::words::Locale;
use jwt_debugger::{checks, diagnosis};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const ROWS: &str = include_str!("../src/learn/gallery/broken.txt");

fn answers(broken: &Broken) -> Answers {
    let expected = |name: &str| {
        let found = broken.expected.iter().find(|(of, _)| of == name);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let options = ReportOptions {
        key: KeyInput {
            text: Secret::new(broken.key.clone()),
            reading: broken.reading,
            password: Some(Secret::new(broken.password.clone()))
                .filter(|text| !text.expose().is_empty()),
            ..KeyInput::default()
        },
        now: broken.clock,
        expectations: Expectations {
            iss: expected("iss"),
            aud: expected("aud"),
            sub: expected("sub"),
            nonce: expected("nonce"),
            typ: expected("typ"),
            algs: expected("algs")
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
            leeway: expected("leeway").parse().unwrap_or(0),
            max_age: expected("max-age").parse().ok(),
            ..Expectations::default()
        },
        content: broken.content.clone(),
        ..ReportOptions::default()
    };
    match broken.group {
        Group::Diagnosis => answer(&broken.paste, &options),
        _ => answer_quickly(&broken.paste, &options),
    }
}

/// What the product says of a token, by who says it.
fn said(answers: &Answers, group: Group) -> Vec<&Diagnostic> {
    let token = answers.inspection.tokens.get(answers.token);
    let verdict = answers.signatures.get(answers.token);
    match group {
        Group::Structure => {
            let own = token.iter().flat_map(|token| &token.faults);
            own.chain(&answers.inspection.faults).collect()
        }
        Group::Found => {
            let own = token.iter().flat_map(|token| &token.notes);
            own.chain(&answers.inspection.notes).collect()
        }
        Group::Signature => {
            let of = |one| Some(one).into_iter().flat_map(verdict_says);
            verdict.into_iter().flat_map(of).collect()
        }
        Group::Claims => {
            let details = answers.claims.details.iter();
            details.chain([&answers.claims.reason]).collect()
        }
        Group::Finding => answers.findings.iter().collect(),
        Group::Diagnosis => {
            let first = answers.diagnosis.first();
            first.into_iter().flat_map(|first| &first.steps).collect()
        }
    }
}

fn verdict_says(
    verdict: &jwt_debugger::verify::SignatureVerdict,
) -> impl Iterator<Item = &Diagnostic> {
    std::iter::once(&verdict.reason).chain(&verdict.warnings)
}

/// What is said of a fact, as a row writes it.
fn fact(fact: &Fact) -> Value {
    match fact {
        Fact::Text(text) => json!(["Text", text]),
        Fact::Count(count) => json!(["Count", count]),
        Fact::Moment(at) => json!(["Moment", at]),
        Fact::Seconds(seconds) => json!(["Seconds", seconds]),
        Fact::Secret(bytes) => json!(["Secret", bytes]),
        Fact::Word(word) => json!(["Word", word]),
        Fact::List(list) => json!(["List", list.iter().map(self::fact).collect::<Vec<_>>()]),
    }
}

/// The row with the facts of today, and whether they are others.
fn renewed(line: &str, row: &Broken, said: &Diagnostic, is_clause: bool) -> (String, bool) {
    let mut value: Value = serde_json::from_str(line).unwrap();
    let facts = said.facts.iter().map(|(name, given)| {
        let Value::Array(mut fact) = fact(given) else {
            unreachable!("a fact is a list");
        };
        fact.insert(0, json!(name));
        Value::Array(fact)
    });
    value["facts"] = facts.collect();
    if is_clause {
        value["clause"] = json!(true);
    } else if let Value::Object(row) = &mut value {
        row.remove("clause");
    }
    let is_other = said.facts != row.facts || is_clause != row.is_clause;
    (value.to_string(), is_other)
}

/// Facts change with the product: `GALLERY=write cargo test --test gallery` writes those of today
/// into the rows. A row whose token does not show its fault any more needs another token.
#[test]
fn every_row_says_what_the_product_says() {
    let rows = read(ROWS);
    assert_eq!(rows.len(), ROWS.lines().count(), "a line is no row");
    let locale = Locale::english();
    let (mut faults, mut lines) = (Vec::new(), Vec::new());
    for (row, line) in rows.iter().zip(ROWS.lines()) {
        let answers = answers(row);
        let said = said(&answers, row.group);
        let mut own = said.iter().filter(|one| one.code == row.code);
        let same = own.clone().find(|one| one.facts == row.facts);
        let Some(one) = same.or_else(|| own.next()) else {
            faults.push(format!("{:?} {}: {}", row.group, row.code, row.paste));
            lines.push(line.to_owned());
            continue;
        };
        let first = answers.diagnosis.first();
        let is_clause = row.group == Group::Diagnosis && first.is_some_and(|one| one.is_verified);
        let (line, is_other) = renewed(line, row, one, is_clause);
        if is_other {
            faults.push(format!("{}: other facts", row.code));
        }
        lines.push(line);
        let sentence = locale.say(one);
        if !locale.has(&row.code) || sentence.contains("{ $") {
            faults.push(format!("{}: {sentence}", row.code));
        }
    }
    if std::env::var("GALLERY").is_ok_and(|wish| wish == "write") {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/learn/gallery/broken.txt");
        std::fs::write(path, lines.join("\n") + "\n").unwrap();
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(rows.len() > 300, "only {} rows", rows.len());
}

#[test]
fn no_fault_stands_there_twice_and_groups_stand_together() {
    let rows = read(ROWS);
    let mut seen = BTreeSet::new();
    for row in &rows {
        assert!(seen.insert((row.group, &row.code)), "{} twice", row.code);
    }
    let order = |row: &Broken| Group::ALL.iter().position(|group| *group == row.group);
    assert!(rows.is_sorted_by_key(order));
    for group in Group::ALL {
        assert!(rows.iter().any(|row| row.group == group), "{group:?}");
    }
}

fn shown() -> BTreeSet<String> {
    read(ROWS).into_iter().map(|row| row.code).collect()
}

/// What the gallery does not show, each with its reason.
fn holds(all: impl IntoIterator<Item = &'static str>, left_out: &[(&'static str, &'static str)]) {
    let shown = shown();
    let mut count = 0;
    let mut missing = BTreeSet::new();
    for code in all {
        count += 1;
        if !shown.contains(code) {
            missing.insert(code);
        }
    }
    let expected: BTreeSet<&str> = left_out.iter().map(|(code, _)| *code).collect();
    assert_eq!(missing, expected);
    assert!(count > expected.len() && left_out.iter().all(|(_, why)| !why.is_empty()));
}

#[test]
fn every_check_has_a_row() {
    holds(checks::ALL.iter().map(|check| check.code), &[]);
}

#[test]
fn every_cause_has_a_row() {
    let causes = diagnosis::ALL.iter().chain(&diagnosis::LAST);
    let of_encrypted = diagnosis::encryption::ALL.iter();
    let all = causes.map(|cause| cause.code);
    let all = all.chain(of_encrypted.map(|cause| cause.code));
    holds(all, LEFT_OUT);
}

/// The codes that stand in these files of texts, by what they begin with.
fn codes(files: &[&str], begins: &[&str]) -> Vec<&'static str> {
    let locale = Locale::parse(files);
    let keys = locale.keys().filter(|key| !key.contains('.'));
    let keys = keys.filter(|key| !key.ends_with("-one"));
    let keys = keys.filter(|key| begins.iter().any(|begin| key.starts_with(begin)));
    keys.map(|key| &*key.to_owned().leak()).collect()
}

#[test]
fn every_verdict_on_a_signature_or_an_encrypted_token_has_a_row() {
    let files = [
        include_str!("../locales/en/rest/verify.ftl"),
        include_str!("../locales/en/rest/decrypt.ftl"),
    ];
    let all = codes(&files, &["verify-", "decrypt-"]);
    assert!(all.len() > 100, "only {}", all.len());
    holds(all, NO_FAULT_OF_A_SIGNATURE);
}

/// `key-note-` tells what the reader put right, `key-read-` how it read.
#[test]
fn every_fault_of_a_key_has_a_row() {
    let all = codes(&[include_str!("../locales/en/rest/keys.ftl")], &["key-"]);
    let is_fault = |code: &&str| !code.starts_with("key-note-") && !code.starts_with("key-read-");
    let all: Vec<&str> = all.into_iter().filter(is_fault).collect();
    assert!(all.len() > 40, "only {}", all.len());
    holds(all, &[]);
}

#[test]
fn every_verdict_on_the_claims_has_a_row() {
    let files = [include_str!("../locales/en/first/judge.ftl")];
    let all = codes(&files, &["claims-"]);
    assert!(all.len() > 40, "only {}", all.len());
    holds(all, NO_FAULT_OF_THE_CLAIMS);
}

#[test]
fn every_fault_of_the_structure_and_of_the_paste_has_a_row() {
    let files = [
        include_str!("../locales/en/first/structure.ftl"),
        include_str!("../locales/en/first/paste.ftl"),
    ];
    let all = codes(&files, &["structure-", "paste-", "sd-jwt-"]);
    assert!(all.len() > 60, "only {}", all.len());
    holds(all, &[]);
}

const HOLDS: &str = "nothing is wrong";
const NOTHING_YET: &str = "nothing was given that could be wrong";
const A_LINE: &str = "a line about one of several keys; the verdict above it has a row";
const FETCHED: &str = "its key has to be fetched";
const NAMED: &str = "what is wrong with a key has a code of its own";

/// Verdicts without a row.
const NO_FAULT_OF_A_SIGNATURE: &[(&str, &str)] = &[
    ("decrypt-candidate-costly", A_LINE),
    ("decrypt-candidate-fails", A_LINE),
    ("decrypt-candidate-large", A_LINE),
    ("decrypt-candidate-length", A_LINE),
    ("decrypt-candidate-opens", A_LINE),
    ("decrypt-candidate-parameter", A_LINE),
    ("decrypt-key-unreadable", NAMED),
    ("decrypt-no-key", NOTHING_YET),
    ("decrypt-no-key-kid", NOTHING_YET),
    (
        "decrypt-no-recipient",
        "a token that names none is read as one with one",
    ),
    ("decrypt-no-token", NOTHING_YET),
    ("decrypt-opened", HOLDS),
    ("verify-encrypted", HOLDS),
    ("verify-key-unreadable", NAMED),
    ("verify-no-key", NOTHING_YET),
    ("verify-no-key-kid", NOTHING_YET),
    ("verify-no-key-url", NOTHING_YET),
    ("verify-no-token", NOTHING_YET),
    ("verify-published-secret", FETCHED),
    ("verify-self-asserted-url", FETCHED),
    ("verify-valid", HOLDS),
    ("verify-valid-fetched", HOLDS),
    ("verify-valid-secret", HOLDS),
    ("verify-valid-shelf", HOLDS),
];

/// Sentences about claims without a row.
const NO_FAULT_OF_THE_CLAIMS: &[(&str, &str)] = &[
    ("claims-exp-ahead", HOLDS),
    ("claims-header-match", HOLDS),
    ("claims-iat-past", HOLDS),
    ("claims-match", HOLDS),
    ("claims-nbf-past", HOLDS),
    ("claims-no-token", NOTHING_YET),
    ("claims-ok", HOLDS),
    ("claims-ok-no-end", HOLDS),
    ("claims-unchecked", NOTHING_YET),
];

const EARLIER: &str = "it takes a token that was looked at before";
const IN_PARTS: &str = "it says one of several codes, which have rows";

/// Causes without a row.
const LEFT_OUT: &[(&str, &str)] = &[
    ("jwe-key-fitted", IN_PARTS),
    ("jwe-parameter", IN_PARTS),
    ("key-of-earlier-token", EARLIER),
    ("token-cut-off-seen", EARLIER),
    ("token-parts-mixed", EARLIER),
];
