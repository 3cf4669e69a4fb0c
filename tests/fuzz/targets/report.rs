//! A paste and a key, from the first character to the report: it is written, it reads as what was
//! written, and the one for a ticket holds no secret.

use super::holds;
use jwt_debugger::keys::{Material, read_key};
use jwt_debugger::report::{Report, ReportOptions, answer_quickly};
use serde_json::Value;

pub fn run(input: &[u8]) {
    let [paste, key] = super::pieces(input).map(super::text);
    let options = ReportOptions {
        key: holds::key(&key),
        now: 1_767_225_660,
        ..ReportOptions::default()
    };
    let answers = answer_quickly(&paste, &options);
    let report = Report::new(&answers, holds::locale());
    let text = serde_json::to_string(&report).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value.to_string(), text);
    let lines = report.findings.iter().chain(&report.notes);
    for line in lines.chain(&report.structure.faults) {
        for (start, end) in line.range.iter().chain(&line.more_ranges) {
            holds::place(&(*start..*end), &paste);
        }
    }
    assert_eq!(report.tokens.len(), answers.inspection.tokens.len());
    for one in read_key(&options.key).keys {
        let private = match &one.material {
            Material::Oct(_) => continue,
            Material::Rsa { private, .. } => private.as_ref().map(|private| &private.d),
            Material::Ec { d, .. } | Material::Okp { d, .. } => d.as_ref(),
            Material::Akp { private, .. } => private.as_ref(),
        };
        if let Some(private) = private {
            let written = jwt_debugger::base64url::encode(private.expose());
            let is_pasted = paste.contains(&written) || written.len() < 16;
            assert!(is_pasted || !text.contains(&written), "the private half");
        }
    }
}
