//! Tokens in tokens and brackets in brackets: a cap each, and no stack that overflows.
//! Spec: RFC 7519 §2 and §11.2, RFC 8259 §9.

use crate::case::{check, row, token};
use crate::keys;
use crate::ours;
use jwt_debugger::report::{Answers, ReportOptions, answer};
use jwt_debugger::verify::SignatureState as S;
use serde_json::json;

/// How many tokens are inside each other, the outermost included.
fn levels(answers: &Answers) -> usize {
    let inner = answers.nested.iter().map(|(_, inner)| levels(inner));
    1 + inner.max().unwrap_or(0)
}

/// The same key opens every layer, as in a token that was encrypted again and again.
#[test]
fn a_token_in_a_token_in_a_token() {
    let mut rng = keys::rng("nesting");
    let text = keys::private(&keys::secret(&[7; 16])).to_string();
    let header = json!({ "alg": "dir", "enc": "A128GCM", "cty": "JWT" });
    let mut inside = ours::make(
        &json!({ "alg": "HS256" }),
        r#"{"sub":"a"}"#,
        &text,
        &mut rng,
    );
    let mut found = Vec::new();
    for _ in 0..14 {
        inside = ours::make(&header, &inside, &text, &mut rng);
        let options = ReportOptions {
            key: ours::key(&text),
            ..ReportOptions::default()
        };
        found.push(levels(&answer(&inside, &options)));
    }
    assert_eq!(found[0], 2);
    // Deeper ones are not opened, however deep they are.
    let deepest = *found.last().unwrap();
    assert!((2..=9).contains(&deepest), "{found:?}");
    assert_eq!(found[12], deepest);
}

#[test]
fn brackets_in_brackets() {
    let key = keys::private(&keys::secret(&[7; 32])).to_string();
    let deep = |open: &str, close: &str| {
        let many = 20_000;
        format!("{}1{}", open.repeat(many), close.repeat(many))
    };
    let arrays = deep("[", "]");
    let objects = deep(r#"{"a":"#, "}");
    let open_only = "[".repeat(200_000);
    let mut rows = Vec::new();
    for (name, json) in [
        ("arrays", &arrays),
        ("objects", &objects),
        ("arrays that never close", &open_only),
    ] {
        let header = ours::b64(format!(r#"{{"alg":"HS256","x":{json}}}"#));
        let small = ours::b64(r#"{"alg":"HS256"}"#);
        let pasted = token(&format!("{header}.{}", ours::b64("{}")), &[1; 32]);
        rows.push((format!("header: {name}"), pasted, key.clone()));
        let pasted = token(&format!("{small}.{}", ours::b64(json)), &[1; 32]);
        rows.push((format!("payload: {name}"), pasted.clone(), key.clone()));
        rows.push((
            format!("JWK: {name}"),
            pasted,
            format!(r#"{{"kty":"oct","k":{json}}}"#),
        ));
        let json_form = format!(r#"{{"payload":"e30","signatures":[{{"header":{json}}}]}}"#);
        rows.push((format!("JSON: {name}"), json_form, key.clone()));
        rows.push((format!("bare: {name}"), json.clone(), key.clone()));
    }
    // Whatever each of them is, it is answered, and the answer is no approval.
    for (name, pasted, key) in &rows {
        let verdict = crate::case::verdict(pasted, key);
        let refused = [S::Invalid, S::KeyError, S::Unsupported, S::Unchecked];
        assert!(
            refused.contains(&verdict.state),
            "{name}: {:?}",
            verdict.state
        );
        let options = ReportOptions {
            key: ours::key(key),
            ..ReportOptions::default()
        };
        answer(pasted, &options);
    }
    assert_eq!(rows.len(), 15);
}

/// Many parts, many signatures, many keys: answered in the end, and refused.
#[test]
fn many_of_everything() {
    let key = keys::private(&keys::secret(&[7; 32])).to_string();
    let protected = ours::b64(r#"{"alg":"HS256"}"#);
    let one = json!({ "protected": protected, "signature": ours::b64([1; 32]) });
    let signatures = json!({ "payload": "e30", "signatures": vec![one; 1000] }).to_string();
    let jwk = json!({ "kty": "oct", "k": ours::b64([8; 32]) });
    let set = json!({ "keys": vec![jwk; 1000] }).to_string();
    let single = token(&format!("{protected}.e30"), &[1; 32]);
    let rows = [
        row(
            "1000 signatures",
            signatures,
            &key,
            S::Invalid,
            "verify-mismatch-secret",
        ),
        row("1000 keys", single, set, S::Invalid, "verify-mismatch-all"),
    ];
    check(&rows, 2);
}
