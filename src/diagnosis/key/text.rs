//! The key cannot be read, because something happened to its text on the way: typographic quotes,
//! a trailing comma, a brace too few, escapes, invisible characters.

use super::jwk_values;
use crate::diagnosis::secret::percent;
use crate::diagnosis::{Diagnosis, Fix};
use crate::diagnostic::{Diagnostic, Severity};
use crate::inspect::Inspection;
use crate::secret::Secret;
use crate::verify::{Question, SignatureState, verify};

/// A text of the key box with which everything is in order, when there is one.
pub fn diagnose(inspection: &Inspection, question: &Question) -> Vec<Diagnosis> {
    let given = question.key.text.expose();
    let repaired = texts(given);
    let texts = repaired.into_iter().map(|text| ("key-text-repaired", text));
    let mut texts: Vec<(&'static str, String)> = texts.collect();
    if jwk_values::is_like_jwk(given) {
        let values = jwk_values::texts(given).into_iter();
        texts.extend(values.map(|text| ("key-jwk-values", text)));
    }
    for (code, text) in texts {
        if text == *given {
            continue;
        }
        let mut changed = question.clone();
        changed.key.text = Secret::new(text);
        if verify(inspection, &changed).state == SignatureState::Valid {
            return vec![Diagnosis {
                steps: vec![Diagnostic::new(Severity::Info, code)],
                is_verified: true,
                is_certain: false,
                fixes: vec![Fix::SetKey {
                    text: changed.key.text,
                    reading: changed.key.reading,
                }],
            }];
        }
    }
    Vec::new()
}

/// What the text may have been.
pub fn texts(text: &str) -> Vec<String> {
    let visible: String = text
        .chars()
        .filter(|c| {
            !matches!(
                c,
                '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{2060}' | '\u{feff}'
            )
        })
        .collect();
    let straight = visible
        .replace(
            ['\u{201c}', '\u{201d}', '\u{201e}', '\u{ab}', '\u{bb}'],
            "\"",
        )
        .replace(['\u{2018}', '\u{2019}'], "'")
        .replace(['\u{2013}', '\u{2014}', '\u{2212}'], "-");
    let html = straight
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#43;", "+")
        .replace("&#x2B;", "+")
        .replace("&amp;", "&");
    let double = straight.replace('\'', "\"");
    let mut all = vec![
        visible,
        straight.clone(),
        html,
        straight.replace("\\\"", "\""),
        percent::decode(&straight),
        double.clone(),
        quote_names(&double),
        straight
            .lines()
            .map(|line| line.trim_start_matches(['>', '|', ' ']))
            .collect::<Vec<_>>()
            .join("\n"),
    ];
    let with_commas: Vec<String> = all
        .iter()
        .flat_map(|text| {
            [
                without_trailing_commas(text),
                closed(&without_trailing_commas(text)),
            ]
        })
        .collect();
    all.extend(with_commas);
    all.extend(object_inside(&straight));
    all
}

/// JSON's own braces only: what stands before the first and after the last is left out.
fn object_inside(text: &str) -> Option<String> {
    let inside = text.get(text.find('{')?..=text.rfind('}')?)?;
    Some(inside.to_owned())
}

/// `{kty: "EC"}`, as JavaScript writes it.
fn quote_names(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_string = false;
    let mut name = String::new();
    let mut may_be_name = false;
    for c in text.chars() {
        if c == '"' {
            in_string = !in_string;
        }
        let is_name = c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '#');
        if !in_string && may_be_name && is_name {
            name.push(c);
            continue;
        }
        if !name.is_empty() {
            if c == ':' || c.is_whitespace() {
                out.push('"');
                out.push_str(&name);
                out.push('"');
            } else {
                out.push_str(&name);
            }
            name.clear();
            may_be_name = false;
        }
        if !c.is_whitespace() {
            may_be_name = !in_string && matches!(c, '{' | ',');
        }
        out.push(c);
    }
    out.push_str(&name);
    out
}

fn without_trailing_commas(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut held = String::new();
    let mut in_string = false;
    for c in text.trim().trim_end_matches([',', ';']).chars() {
        if c == '"' {
            in_string = !in_string;
        }
        if !in_string && c == ',' {
            out.push_str(&held);
            held.clear();
            held.push(c);
        } else if !held.is_empty() && c.is_whitespace() {
            held.push(c);
        } else {
            if !matches!(c, '}' | ']') {
                out.push_str(&held);
            }
            held.clear();
            out.push(c);
        }
    }
    out
}

/// With the brackets at the end that are missing.
fn closed(text: &str) -> String {
    let mut open = Vec::new();
    let mut in_string = false;
    for c in text.chars() {
        match c {
            '"' => in_string = !in_string,
            '{' if !in_string => open.push('}'),
            '[' if !in_string => open.push(']'),
            '}' | ']' if !in_string => {
                open.pop();
            }
            _ => {}
        }
    }
    let mut out = text.to_owned();
    out.extend(open.into_iter().rev());
    out
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_PUBLIC, P256_SPKI, es256, finds, finds_nothing_with};

    #[test]
    fn a_jwk_that_is_nearly_json() {
        let token = es256(r#"{"alg":"ES256"}"#);
        for given in [
            P256_PUBLIC.replace('}', ",}"),
            P256_PUBLIC.replace('}', ""),
            P256_PUBLIC.replace('"', "'"),
            P256_PUBLIC.replace('"', "\u{201d}"),
            P256_PUBLIC.replace('"', "&quot;"),
            P256_PUBLIC.replace('"', "\\\""),
            format!("jwk = {P256_PUBLIC};"),
            format!("{{\"keys\":[{P256_PUBLIC},]}}"),
            P256_PUBLIC
                .replace("\"crv\"", "crv")
                .replace("\"kty\"", "kty")
                .replace("\"x\"", "x")
                .replace("\"y\"", "y"),
        ] {
            finds(&token, &given, "key-text-repaired");
        }
    }

    #[test]
    fn pem_with_typographic_dashes() {
        let token = es256(r#"{"alg":"ES256"}"#);
        let given = P256_SPKI.replace("-----", "\u{2014}\u{2014}");
        finds(&token, &given, "key-text-repaired");
    }

    #[test]
    fn a_damaged_key_stays_damaged() {
        let token = es256(r#"{"alg":"ES256"}"#);
        finds_nothing_with(&token, &P256_PUBLIC.replace("S_J9", "S_J8"));
        finds_nothing_with(&token, "{\"kty\":");
    }
}
