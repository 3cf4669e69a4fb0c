//! Every way a token is pasted gives the same token; what is none is none.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod damaged;
mod forms;
mod hostile;
mod json_forms;
mod samples;

use crate::base64url;
use crate::diagnostic::Diagnostic;
use crate::inspect::{Inspection, inspect};

/// A signature of the length that HS256 has.
const SIGNATURE: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

fn encode(json: &str) -> String {
    base64url::encode(json.as_bytes())
}

/// A token of this header and payload, with a signature of the right length.
fn token(header: &str, payload: &str) -> String {
    format!("{}.{}.{SIGNATURE}", encode(header), encode(payload))
}

/// `{"alg":"HS256","typ":"JWT"}` and a small JWT Claims Set.
fn usual() -> String {
    token(
        r#"{"alg":"HS256","typ":"JWT"}"#,
        r#"{"sub":"1234567890","name":"John Doe","iat":1516239022}"#,
    )
}

fn compacts(inspection: &Inspection) -> Vec<&str> {
    let texts = inspection.tokens.iter();
    texts.map(|token| token.source.text.as_str()).collect()
}

/// Codes of the notes of the paste and of its first token.
fn notes(inspection: &Inspection) -> Vec<String> {
    let token = inspection.tokens.first();
    let own = token
        .map(|token| token.notes.as_slice())
        .unwrap_or_default();
    codes(inspection.notes.iter().chain(own))
}

fn faults(inspection: &Inspection) -> Vec<String> {
    let token = inspection.tokens.first();
    let own = token
        .map(|token| token.faults.as_slice())
        .unwrap_or_default();
    codes(inspection.faults.iter().chain(own))
}

fn codes<'a>(diagnostics: impl Iterator<Item = &'a Diagnostic>) -> Vec<String> {
    diagnostics.map(|d| d.code.to_string()).collect()
}

/// The paste holds exactly this token, undamaged, and says `note`.
#[track_caller]
fn check(paste: &str, compact: &str, note: &str) {
    let inspection = inspect(paste);
    assert_eq!(compacts(&inspection), [compact], "{paste}");
    assert_eq!(faults(&inspection), [""; 0], "{paste}");
    let notes = notes(&inspection);
    assert!(
        notes.iter().any(|code| code == note) || note.is_empty() && notes.is_empty(),
        "{note} is not in {notes:?} of {paste}"
    );
    origins_hold(&inspection);
}

/// Every run of every cleaned token stands at its place in the paste.
#[track_caller]
fn origins_hold(inspection: &Inspection) {
    for token in &inspection.tokens {
        let mut expected = 0;
        for run in &token.source.runs {
            assert_eq!(run.text, expected);
            expected += run.len;
            if run.len == run.width {
                assert_eq!(
                    token.source.text[run.text..run.text + run.len],
                    inspection.paste[run.paste..run.paste + run.len]
                );
            }
        }
        assert_eq!(expected, token.source.text.len());
    }
}
