//! A fault and what must be said of it; all rows of a table are asked before one of them fails.

use crate::material::key;
use jwt_debugger::base64url;
use jwt_debugger::crypto;
use jwt_debugger::decrypt::{Effort, decrypt};
use jwt_debugger::diagnosis::{Budget, Diagnosis, Fix, diagnose};
use jwt_debugger::diagnostic::Diagnostic;
use jwt_debugger::inspect::{Family, Inspection, inspect};
use jwt_debugger::jose::algorithms::signature_algorithm;
use jwt_debugger::keys::{Half, KeyInput, Material, read_key, write_jwk};
use jwt_debugger::secret::Secret;
use jwt_debugger::verify::{Question, SignatureState, SignatureVerdict, verify};
use jwt_debugger::words::Locale;
use std::io::Write;

/// What must come out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expect {
    /// The steps, verified, and a change that makes it verify here.
    Fixed(&'static [&'static str]),
    /// The same two steps in either order.
    Both(&'static [&'static str; 2]),
    /// The steps, verified; the fault lies with whoever signed, so there is nothing to change here.
    Proven(&'static [&'static str]),
    /// Certain without any change.
    Certain(&'static str),
    /// Nothing fits, and that is said.
    Nothing,
    /// Reading the paste or the key removes the fault already: it verifies.
    Valid,
    /// Reading removes the fault, or one proposal does, whatever its steps, and it is proved.
    Mended,
    /// No proposal: a certain cause, or what was tried.
    Unmended,
    /// Either of the last but one: reading removes it, or the diagnosis finds it.
    ValidOrFixed(&'static [&'static str]),
}

/// A fault.
#[derive(Clone)]
pub struct Row {
    pub name: String,
    pub paste: String,
    pub key: KeyInput,
    pub seen: Vec<String>,
    pub expect: Expect,
}

pub fn row(name: impl Into<String>, paste: &str, text: &str, expect: Expect) -> Row {
    Row {
        name: name.into(),
        paste: paste.to_owned(),
        key: key(text),
        seen: Vec::new(),
        expect,
    }
}

/// Asks every row, carries out every proposal, and fails with all that is wrong.
pub fn check(rows: &[Row]) {
    let mut faults = Vec::new();
    for row in rows {
        let found = ask(row);
        if let Err(fault) = judge(row, &found) {
            faults.push(format!("{}: {fault}", row.name));
        }
    }
    let count = faults.len();
    assert!(
        faults.is_empty(),
        "{count} of {}:\n{}",
        rows.len(),
        faults.join("\n")
    );
}

pub fn question(row: &Row) -> Question {
    Question {
        key: row.key.clone(),
        ..Question::default()
    }
}

pub fn ask(row: &Row) -> Vec<Diagnosis> {
    ask_within(row, Budget::default())
}

pub fn ask_within(row: &Row, budget: Budget) -> Vec<Diagnosis> {
    diagnose(&inspect(&row.paste), &question(row), &row.seen, budget)
}

fn judge(row: &Row, found: &[Diagnosis]) -> Result<(), String> {
    let state = verdict(&inspect(&row.paste), &question(row)).state;
    for one in found {
        sentence(one)?;
        if !one.fixes.is_empty() {
            carried_out(row, one)?;
        }
    }
    let valid = is_good(state) && found.is_empty();
    let alone = |steps: &[&str]| match found {
        [one] if one.is_verified && !one.is_certain && one.codes() == steps => Ok(one),
        _ => Err(format!("{:?}, expected {steps:?}", said(found))),
    };
    let fixed = |steps: &[&str]| {
        let one = alone(steps)?;
        let has_fix = !one.fixes.is_empty();
        has_fix.then_some(()).ok_or("without a fix".to_owned())
    };
    match row.expect {
        Expect::Valid if valid => Ok(()),
        Expect::ValidOrFixed(_) | Expect::Mended if valid => Ok(()),
        Expect::Unmended => match found {
            [one] if !one.is_verified && one.fixes.is_empty() => Ok(()),
            _ => Err(format!("{:?}, expected no proposal", said(found))),
        },
        Expect::Mended => match found {
            [one] if one.is_verified && !one.is_certain => Ok(()),
            _ => Err(format!("{:?}, expected a proposal", said(found))),
        },
        Expect::Valid => Err(format!("{state:?} {:?}, expected valid", said(found))),
        Expect::Fixed(steps) | Expect::ValidOrFixed(steps) => fixed(steps),
        Expect::Both([one, other]) => fixed(&[one, other]).or_else(|_| fixed(&[other, one])),
        Expect::Proven(steps) => {
            let has_fix = !alone(steps)?.fixes.is_empty();
            if has_fix {
                Err("with a fix".to_owned())
            } else {
                Ok(())
            }
        }
        Expect::Certain(code) => match found {
            [one] if one.is_certain && !one.is_verified && one.code() == code => Ok(()),
            _ => Err(format!("{:?}, expected certain {code}", said(found))),
        },
        Expect::Nothing => match found {
            [one] if !one.is_certain && !one.is_verified && one.fixes.is_empty() => Ok(()),
            _ => Err(format!("{:?}, expected that nothing fits", said(found))),
        },
    }
}

/// What the page answers: of an encrypted token whether it opens.
pub fn verdict(inspection: &Inspection, question: &Question) -> SignatureVerdict {
    if is_encrypted(inspection, question) {
        decrypt(inspection, question, Effort::Agreed).verdict
    } else {
        verify(inspection, question)
    }
}

fn is_encrypted(inspection: &Inspection, question: &Question) -> bool {
    let token = inspection.tokens.get(question.token);
    token.is_some_and(|token| token.family == Family::Jwe)
}

fn is_good(state: SignatureState) -> bool {
    matches!(state, SignatureState::Valid | SignatureState::Decrypted)
}

fn said(found: &[Diagnosis]) -> Vec<(bool, bool, Vec<&str>)> {
    let said = |one| -> (bool, bool, Vec<&str>) {
        let one: &Diagnosis = one;
        (one.is_verified, one.is_certain, one.codes())
    };
    found.iter().map(said).collect()
}

/// A sentence in words, that claims a proof only where there is one.
pub fn sentence(diagnosis: &Diagnosis) -> Result<(), String> {
    let locale = Locale::english();
    let text = diagnosis.sentence(|step: &Diagnostic| locale.say(step));
    let is_whole = text.ends_with('.') && !text.contains("{$") && !text.contains("{ $");
    let frames = ["It verifies when ", "It opens when "];
    let is_honest = frames.iter().any(|frame| text.starts_with(frame)) == diagnosis.is_verified;
    if is_whole && is_honest {
        Ok(())
    } else {
        Err(format!("the sentence {text:?}"))
    }
}

/// The paste and the key box after the changes that are proposed.
pub fn changed(row: &Row, diagnosis: &Diagnosis) -> (String, Question) {
    let (mut paste, mut question) = (row.paste.clone(), question(row));
    for fix in &diagnosis.fixes {
        match fix {
            Fix::SetKey { text, reading } => {
                question.key.text = text.clone();
                question.key.reading = *reading;
            }
            Fix::SetPaste(text) => paste.clone_from(text),
        }
    }
    (paste, question)
}

fn carried_out(row: &Row, diagnosis: &Diagnosis) -> Result<(), String> {
    let (paste, question) = changed(row, diagnosis);
    let verdict = verdict(&inspect(&paste), &question);
    if is_good(verdict.state) {
        export(row, &paste, &question);
        Ok(())
    } else {
        Err(format!(
            "the fix of {:?} gives {:?}",
            diagnosis.codes(),
            verdict.reason
        ))
    }
}

/// Where `DIAGNOSIS_CASES` names a file, each changed token with its key and algorithm goes there
/// as a line of JSON, so that another library can verify or open it: `{"name","token","key","alg"}`,
/// the key as a JWK, and of an encrypted one `"content"` too, what is in it.
fn export(row: &Row, paste: &str, question: &Question) {
    let Ok(path) = std::env::var("DIAGNOSIS_CASES") else {
        return;
    };
    let case = match is_encrypted(&inspect(paste), question) {
        true => exported_encrypted(row, paste, question),
        false => exported(row, paste, question),
    };
    if case["key"]["k"] == "" {
        // The other libraries take no empty key, as RFC 7518 §3.2 wants.
        return;
    }
    let line = format!("{case}\n");
    let mut options = std::fs::OpenOptions::new();
    let mut file = options.append(true).create(true).open(path).unwrap();
    // One write a line: tests run side by side.
    file.write_all(line.as_bytes()).unwrap();
}

fn exported(row: &Row, paste: &str, question: &Question) -> serde_json::Value {
    let inspection = inspect(paste);
    let token = &inspection.tokens[question.token];
    let header = token.header().unwrap();
    let alg = header.get("alg").unwrap().text().unwrap().into_owned();
    let scheme = signature_algorithm(&alg).unwrap().scheme;
    let text = token.source.text.as_str();
    let (input, signature) = text.rsplit_once('.').unwrap();
    let signature = base64url::decode(signature).unwrap();
    let keys = read_key(&question.key).keys;
    let key = keys
        .iter()
        .find(|key| crypto::verify(scheme, &key.material, input.as_bytes(), &signature).is_ok())
        .unwrap();
    let jwk = match &key.material {
        Material::Oct(secret) => {
            format!(
                r#"{{"kty":"oct","k":"{}"}}"#,
                base64url::encode(secret.expose())
            )
        }
        _ => key.facts.public_jwk.clone(),
    };
    let jwk: serde_json::Value = serde_json::from_str(&jwk).unwrap();
    serde_json::json!({ "name": row.name, "token": text, "key": jwk, "alg": alg })
}

fn exported_encrypted(row: &Row, paste: &str, question: &Question) -> serde_json::Value {
    let inspection = inspect(paste);
    let token = &inspection.tokens[question.token];
    let alg = token.header().unwrap().get("alg").unwrap();
    let alg = alg.text().unwrap().into_owned();
    let keys = read_key(&question.key).keys;
    let opening = keys.iter().find_map(|key| {
        let jwk = match &key.material {
            Material::Oct(secret) => {
                let value = base64url::encode(secret.expose());
                format!(r#"{{"kty":"oct","k":"{value}"}}"#)
            }
            material => {
                let jwk = write_jwk(material, &key.facts, Half::Private)?;
                jwk.expose().clone()
            }
        };
        let alone = Question {
            token: question.token,
            key: KeyInput {
                text: Secret::new(jwk.clone()),
                ..KeyInput::default()
            },
            ..Question::default()
        };
        let opened = decrypt(&inspection, &alone, Effort::Agreed).plaintext?;
        Some((jwk, base64url::encode(opened.expose())))
    });
    let (jwk, content) = opening.unwrap();
    let jwk: serde_json::Value = serde_json::from_str(&jwk).unwrap();
    serde_json::json!({
        "name": row.name, "token": token.source.text, "key": jwk, "alg": alg, "content": content
    })
}
