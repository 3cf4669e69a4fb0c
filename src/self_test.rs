//! The self-test: what RFCs print, each as a job for the worker and what must come of it. The
//! jobs are those that a paste makes, so a test passes when the page's own work is right.
//!
//! The rows come from a file of the build, one JSON object a line, which is made from the vectors
//! that the tests of this repository run (`tests/vectors/rows.rs`).
//! Spec: RFC 7515, 7516, 7517, 7519, 7520, 7638, 7797, 8037, 9449, 9901, 9964.

mod change;

use crate::base64url;
use crate::decrypt::{Effort, Pace};
use crate::diagnostic::Diagnostic;
use crate::inspect::inspect;
use crate::job::{Draft, Job, JobOutcome, ProfileChoice};
use crate::json::{self, Kind, Value};
use crate::keys::facts::KeyInput;
use crate::secret::Secret;
use crate::span::Part;
use crate::verify::{Question, SignatureVerdict};
use std::collections::BTreeMap;

/// One vector.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Vector {
    /// The RFC it belongs to.
    pub group: String,
    /// Which of its examples, and in which form.
    pub name: String,
    /// Where it is printed.
    pub source: String,
    task: Task,
    paste: String,
    key: String,
    content: Option<String>,
    expected: String,
    text: String,
    is_bound: bool,
    is_changed: bool,
}

/// What is done with a vector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum Task {
    /// A signature is verified.
    #[default]
    Verify,
    /// A JWE is opened.
    Decrypt,
    /// The header and the payload of a token are signed again.
    Sign,
    /// A key is read.
    Read,
    /// The Disclosures of an SD-JWT are processed.
    Disclose,
}

/// In what an outcome differs from what is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The verdict's state, by its machine name.
    Verdict,
    /// The payload or the plaintext.
    Text,
    /// The token that was made.
    Token,
    /// The keys that were read, or a key's thumbprint.
    Keys,
    /// The Processed SD-JWT Payload.
    Claims,
    /// The verdict on the Key Binding JWT.
    Binding,
}

/// What is printed, and what came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Of what.
    pub of: Of,
    /// What is printed.
    pub expected: String,
    /// What came.
    pub found: String,
    /// Why, in the worker's words.
    pub reason: Option<Diagnostic>,
}

/// The vectors of a file, in its order. What is no row is an error: a test that leaves out what it
/// cannot read would pass.
pub fn read(text: &str) -> Option<Vec<Vector>> {
    let vectors: Option<Vec<Vector>> = text.lines().map(row).collect();
    vectors.filter(|vectors| !vectors.is_empty())
}

fn row(line: &str) -> Option<Vector> {
    let document = json::parse(line.as_bytes().to_vec());
    let root = document.object().filter(|_| document.faults().is_empty())?;
    let mut vector = Vector::default();
    for (name, value) in root.members() {
        let text = value.text().unwrap_or_default().into_owned();
        match name.text()?.as_ref() {
            "group" => vector.group = text,
            "name" => vector.name = text,
            "source" => vector.source = text,
            "task" => vector.task = Task::of(&text)?,
            "paste" => vector.paste = text,
            "key" => vector.key = text,
            "content" => vector.content = Some(text),
            "expected" => vector.expected = text,
            "text" => vector.text = text,
            "bound" => vector.is_bound = value.as_bool()?,
            _ => return None,
        }
    }
    (!vector.expected.is_empty() && !vector.name.is_empty()).then_some(vector)
}

impl Task {
    fn of(name: &str) -> Option<Task> {
        Some(match name {
            "verify" => Task::Verify,
            "decrypt" => Task::Decrypt,
            "sign" => Task::Sign,
            "read" => Task::Read,
            "disclose" => Task::Disclose,
            _ => return None,
        })
    }
}

impl Vector {
    /// What the worker is asked. `None`: the vector is damaged, and fails.
    pub fn job(&self) -> Option<Job> {
        let paste = self.paste.clone();
        Some(match self.task {
            Task::Verify => Job::Verify {
                paste,
                question: self.question(),
            },
            Task::Decrypt => Job::Decrypt {
                paste,
                question: self.question(),
                effort: Effort::Agreed,
                pace: Pace::default(),
            },
            Task::Sign => Job::Sign(Box::new(self.draft()?)),
            Task::Read => Job::ReadKey(self.key()),
            Task::Disclose => Job::Check {
                paste,
                token: 0,
                key: None,
                seen: Vec::new(),
                clock: 0,
                profile: ProfileChoice::None,
                beside: Box::default(),
            },
        })
    }

    /// What the worker is asked after that: whether a token that it made itself, and that no RFC
    /// can print, verifies.
    pub fn then(&self, outcome: &JobOutcome) -> Option<Job> {
        match outcome {
            JobOutcome::Signed { token, .. } if self.expected != "same" => {
                let changed = || change::last_part(token).unwrap_or_default();
                Some(Job::Verify {
                    paste: match self.is_changed {
                        true => changed(),
                        false => token.clone(),
                    },
                    question: self.question(),
                })
            }
            _ => None,
        }
    }

    /// Holds the outcome against what is printed.
    pub fn judge(&self, outcome: &JobOutcome) -> Result<(), Box<Difference>> {
        match outcome {
            JobOutcome::Verified(verdict) => {
                self.judge_state(verdict)?;
                self.judge_binding(verdict)?;
                self.judge_payload()
            }
            JobOutcome::Decrypted(opened) => {
                self.judge_state(&opened.verdict)?;
                let bytes = opened.plaintext.as_ref().map(Secret::expose);
                let bytes = bytes.map(Vec::as_slice).unwrap_or_default();
                self.judge_text(Of::Text, &String::from_utf8_lossy(bytes))
            }
            JobOutcome::Signed { token, .. } => same(Of::Token, &self.paste, token, None),
            JobOutcome::NotSigned(reason) => same(Of::Token, &self.paste, "", Some(reason)),
            JobOutcome::KeyRead(summary) => {
                let found = match self.expected.as_str() {
                    "thumbprint" => summary.keys.first().map(|key| key.thumbprint.clone()),
                    _ => {
                        let types = summary.keys.iter().map(|key| key.kty.as_str());
                        Some(types.collect::<Vec<_>>().join(" "))
                    }
                };
                let found = found.unwrap_or_default();
                same(Of::Keys, &self.text, &found, summary.faults.first())
            }
            JobOutcome::Checked { sd_jwt, .. } => {
                let read = sd_jwt.as_deref();
                let processed = read.and_then(|read| read.processed.clone());
                let processed = processed.unwrap_or_default();
                let problem = read.and_then(|read| read.problems.first());
                match problem.is_none() && is_same_json(&self.text, &processed) {
                    true => Ok(()),
                    false => Err(Difference::between(
                        Of::Claims,
                        &self.text,
                        &processed,
                        problem,
                    )),
                }
            }
            _ => Err(Difference::between(Of::Verdict, &self.expected, "", None)),
        }
    }

    /// The same vector with one bit of what protects it changed: it has to fail. `None` where
    /// nothing protects it, or where it has to fail as it is.
    pub fn changed(&self) -> Option<Vector> {
        let mut changed = self.clone();
        changed.is_changed = true;
        match (self.task, self.expected.as_str()) {
            (_, "unsecured" | "not-valid" | "keys") => return None,
            (Task::Read, _) => changed.key = change::public_number(&self.key)?,
            (Task::Disclose, _) => changed.paste = change::disclosure(&self.paste)?,
            (Task::Verify | Task::Decrypt | Task::Sign, _) => {
                changed.paste = change::last_part(&self.paste)?;
            }
        }
        Some(changed)
    }

    fn key(&self) -> KeyInput {
        KeyInput {
            text: Secret::new(self.key.clone()),
            ..KeyInput::default()
        }
    }

    fn question(&self) -> Question {
        Question {
            token: 0,
            key: self.key(),
            content: self.content.clone().map(String::into_bytes),
        }
    }

    fn draft(&self) -> Option<Draft> {
        let mut parts = self.paste.split('.');
        let mut text = || String::from_utf8(base64url::decode(parts.next()?)?).ok();
        let (header, payload) = (text()?, text());
        Some(Draft {
            header,
            payload: self.content.clone().or(payload)?,
            key: self.key(),
            is_detached: self.content.is_some(),
            ..Draft::default()
        })
    }

    fn judge_state(&self, verdict: &SignatureVerdict) -> Result<(), Box<Difference>> {
        let found = verdict.state.name();
        let approves = ["valid", "self-asserted", "decrypted", "unsecured"];
        let is_right = match self.expected.as_str() {
            "not-valid" => !approves.contains(&found),
            expected => found == expected,
        };
        match is_right {
            true => Ok(()),
            false => Err(Difference::between(
                Of::Verdict,
                &self.expected,
                found,
                Some(&verdict.reason),
            )),
        }
    }

    fn judge_binding(&self, verdict: &SignatureVerdict) -> Result<(), Box<Difference>> {
        if !self.is_bound {
            return Ok(());
        }
        let binding = verdict.key_binding.as_deref();
        let found = binding.map_or("unchecked", |binding| binding.state.name());
        let problem = binding.and_then(|binding| binding.problems.first());
        same(Of::Binding, "valid", found, problem)
    }

    fn judge_payload(&self) -> Result<(), Box<Difference>> {
        if self.text.is_empty() || self.task == Task::Sign {
            return Ok(());
        }
        let inspection = inspect(&self.paste);
        let token = inspection.tokens.first();
        let payload = token.and_then(|token| token.part(Part::Payload));
        let bytes = payload.map(|payload| payload.bytes.as_slice());
        match bytes {
            // Detached: the content was the vector's own.
            None | Some([]) if self.content.is_some() => Ok(()),
            bytes => {
                let found = String::from_utf8_lossy(bytes.unwrap_or_default());
                self.judge_text(Of::Text, &found)
            }
        }
    }

    fn judge_text(&self, of: Of, found: &str) -> Result<(), Box<Difference>> {
        match self.text.is_empty() {
            true => Ok(()),
            false => same(of, &self.text, found, None),
        }
    }
}

impl Difference {
    fn between(of: Of, expected: &str, found: &str, reason: Option<&Diagnostic>) -> Box<Self> {
        Box::new(Difference {
            of,
            expected: expected.to_owned(),
            found: found.to_owned(),
            reason: reason.cloned(),
        })
    }
}

fn same(
    of: Of,
    expected: &str,
    found: &str,
    reason: Option<&Diagnostic>,
) -> Result<(), Box<Difference>> {
    match expected == found && reason.is_none() {
        true => Ok(()),
        false => Err(Difference::between(of, expected, found, reason)),
    }
}

/// Whether two texts are the same JSON: the order of members says nothing.
fn is_same_json(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|text| json::parse(text.as_bytes().to_vec()));
    let are_whole = one.faults().is_empty() && other.faults().is_empty();
    match (one.root(), other.root()) {
        (Some(one), Some(other)) => are_whole && canonical(&one) == canonical(&other),
        _ => false,
    }
}

fn canonical(value: &Value<'_>) -> String {
    match value.kind() {
        Kind::Object => {
            let members: BTreeMap<String, String> = value
                .members()
                .map(|(name, value)| {
                    let name = name.text().unwrap_or_default();
                    (json::quote(&name), canonical(&value))
                })
                .collect();
            let members = members
                .iter()
                .map(|(name, value)| format!("{name}:{value}"));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Kind::Array => {
            let items: Vec<String> = value.items().map(|item| canonical(&item)).collect();
            format!("[{}]", items.join(","))
        }
        _ => match value.text() {
            Some(text) => json::quote(&text),
            None => value.raw_text().into_owned(),
        },
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_no_row_is_an_error_and_not_left_out() {
        let good = r#"{"name":"a","expected":"valid"}"#;
        assert_eq!(read(good).map(|all| all.len()), Some(1));
        for bad in [
            "",
            "{}",
            "[]",
            r#"{"name":"a"}"#,
            r#"{"expected":"valid"}"#,
            r#"{"name":"a","expected":"valid","task":"guess"}"#,
            r#"{"name":"a","expected":"valid","other":"x"}"#,
            r#"{"name":"a","expected":"valid""#,
        ] {
            assert_eq!(read(bad), None, "{bad}");
            let both = format!("{good}\n{bad}\n");
            assert_eq!(read(&both), None, "{bad}");
        }
    }

    #[test]
    fn json_is_the_same_whatever_the_order_of_its_members() {
        assert!(is_same_json(
            r#"{"a":1,"b":["x",{}]}"#,
            r#"{ "b":["\u0078",{}], "a":1}"#
        ));
        for other in [
            r#"{"a":1}"#,
            r#"{"a":1,"b":["x"]}"#,
            r#"{"a":1,"b":[{},"x"]}"#,
            "",
            "{",
        ] {
            assert!(!is_same_json(r#"{"a":1,"b":["x",{}]}"#, other), "{other}");
        }
        assert!(!is_same_json("1", "\"1\""));
    }

    #[test]
    fn an_answer_to_another_question_fails() {
        let vector = &read(r#"{"name":"a","expected":"valid"}"#).unwrap()[..];
        for vector in vector {
            assert!(vector.judge(&JobOutcome::Studied(true)).is_err());
        }
    }
}
