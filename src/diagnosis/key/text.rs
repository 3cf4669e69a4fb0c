//! The key cannot be read, because something happened to its text on the way: typographic quotes,
//! a trailing comma, a brace too few, escapes, invisible characters.

use super::{jwk_values, pem_text};
use crate::diagnosis::secret::percent;
use crate::diagnosis::{ALL, Case, Diagnosis, Fix, Kind, Said, Trial};
use crate::diagnostic::{Diagnostic, Severity};
use crate::inspect::Inspection;
use crate::keys::{KeyReading, Material, read_key};
use crate::secret::Secret;
use crate::verify::{Attempt, Question, SignatureState, verify};

/// A text of the key box with which everything is in order, when there is one.
pub fn diagnose(inspection: &Inspection, question: &Question) -> Vec<Diagnosis> {
    for (text, step) in repairs(question.key.text.expose()) {
        let mut changed = question.clone();
        changed.key.text = Secret::new(text);
        if verify(inspection, &changed).state == SignatureState::Valid {
            return vec![Diagnosis {
                steps: vec![step],
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

/// The combinations of `case`, which is signature number `at` of its token, with each other key
/// that the text of the key box may have been.
pub fn trials(inspection: &Inspection, case: &Case<'_>, at: usize) -> Vec<Trial> {
    let given = case.question.key.text.expose();
    let Some(signature) = case.token.signatures.get(at) else {
        return Vec::new();
    };
    let mut known = vec![materials(case.reading)];
    let mut all = Vec::new();
    for (text, step) in repairs(given) {
        let mut question = case.question.clone();
        question.key.text = Secret::new(text);
        let reading = read_key(&question.key);
        let keys = materials(&reading);
        if !reading.secret_texts.is_empty() || keys.is_empty() || known.contains(&keys) {
            continue;
        }
        known.push(keys);
        let whole = verify(inspection, &question);
        let verdict = whole.signatures.get(at).unwrap_or(&whole);
        let attempt = Attempt::new(case.token, signature, question.content.as_deref());
        let repaired = Case::new(
            case.paste, case.token, attempt, &question, &reading, verdict,
        );
        for mut trial in repaired.trials() {
            trial.key_box = Some((question.key.text.clone(), question.key.reading));
            trial.steps.insert(0, step.clone());
            let other_keys = ALL.iter().filter_map(|cause| match cause.kind {
                Kind::Key(change) if trial.steps.len() == 1 => Some(change(&repaired)),
                _ => None,
            });
            let other_keys: Vec<Trial> = other_keys
                .flatten()
                .map(|(key, step)| {
                    let mut next = trial.clone();
                    next.keys = vec![key];
                    next.key_changed = true;
                    next.steps.push(step);
                    next
                })
                .collect();
            all.push(trial);
            all.extend(other_keys);
        }
    }
    all
}

fn materials(reading: &KeyReading) -> Vec<Material> {
    let keys = reading.keys.iter();
    keys.map(|key| key.material.clone()).collect()
}

/// Other texts of the key box, each once, with what was done to it.
pub fn repairs(given: &str) -> Vec<Said<String>> {
    let mut all: Vec<Said<String>> = Vec::new();
    if given.len() > LONGEST {
        return all;
    }
    let with = |code| move |text| (text, Diagnostic::new(Severity::Info, code));
    let texts = texts(given).into_iter().chain(pem_text::texts(given));
    let texts = texts.map(with("key-text-repaired"));
    let values = match jwk_values::is_like_jwk(given) {
        true => jwk_values::texts(given),
        false => Vec::new(),
    };
    for (text, step) in texts.chain(values.into_iter().map(with("key-jwk-values"))) {
        if text != given && all.iter().all(|(known, _)| *known != text) {
            all.push((text, step));
        }
    }
    all
}

/// Longer texts are not repaired: each repair is a copy.
const LONGEST: usize = 100_000;

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
    if let Some(joined) = literals(&straight) {
        all.extend(object_inside(&joined));
        all.push(joined);
    }
    all
}

/// What the string literals of a program or of JSON stand for, put together: a key as a JSON string,
/// as `"…" + "…"`, or as an array of its lines.
fn literals(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    let mut count = 0_usize;
    while let Some((between, from)) = rest.find(['"', '\'', '`']).map(|at| rest.split_at(at)) {
        let is_glue = |c: char| c.is_whitespace() || "+.,;:=()[]\\&_".contains(c);
        if count > 0 && !between.chars().all(is_glue) {
            return None;
        }
        // Items of an array are lines.
        if between.contains(',') && !out.ends_with('\n') {
            out.push('\n');
        }
        let mut characters = from.chars();
        let mark = characters.next()?;
        loop {
            match characters.next()? {
                c if c == mark => break,
                '\\' => out.push(escaped(&mut characters)?),
                c => out.push(c),
            }
        }
        rest = characters.as_str();
        count = count.saturating_add(1);
    }
    (count > 0).then_some(out)
}

/// What an escape stands for (RFC 8259 §7, and what programs have beside).
fn escaped(rest: &mut std::str::Chars<'_>) -> Option<char> {
    match rest.next()? {
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        'u' => {
            let digits: String = rest.by_ref().take(4).collect();
            char::from_u32(u32::from_str_radix(&digits, 16).ok()?)
        }
        c => Some(c),
    }
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
    use crate::diagnosis::tests::{
        P256_OTHER, P256_PUBLIC, P256_SPKI, es256, finds, finds_both, finds_nothing_with,
        with_signature_text,
    };

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
    fn the_literal_of_a_program() {
        let token = es256(r#"{"alg":"ES256"}"#);
        let pieces: Vec<String> = P256_SPKI
            .lines()
            .map(|line| format!("'{line}\\n'"))
            .collect();
        let lines: Vec<String> = P256_SPKI
            .lines()
            .map(|line| format!("\"{line}\""))
            .collect();
        let json = crate::json::quote(P256_PUBLIC);
        for given in [
            pieces.join(" +\n  "),
            format!("const key = {};", pieces.join("\n  + ")),
            format!("[\n  {}\n]", lines.join(",\n  ")),
            json.to_string(),
            json.replace('/', "\\/").replace('+', "\\u002b"),
        ] {
            finds(&token, &given, "key-text-repaired");
        }
        finds_nothing_with(&token, &crate::json::quote(P256_OTHER));
        finds_nothing_with(&token, "'");
    }

    #[test]
    fn pem_with_typographic_dashes() {
        let token = es256(r#"{"alg":"ES256"}"#);
        let given = P256_SPKI.replace("-----", "\u{2014}\u{2014}");
        finds(&token, &given, "key-text-repaired");
    }

    /// What was done to the key is one step, what was done to the token the other.
    #[test]
    fn a_damaged_key_and_a_damaged_token() {
        let token = es256(r#"{"alg":"ES256"}"#);
        let in_hex = with_signature_text(&token, |raw| {
            raw.iter().map(|byte| format!("{byte:02x}")).collect()
        });
        let dot = token.replacen('.', "", 1);
        let mut unseen = token.clone();
        unseen.insert(30, '\u{200b}');
        for (paste, code) in [
            (in_hex, "signature-hex"),
            (dot, "token-dots"),
            (unseen, "token-invisible"),
        ] {
            for given in [
                P256_PUBLIC.replace('}', ",}"),
                P256_PUBLIC.replace('"', "\u{201d}"),
                P256_SPKI.replace("-----", "\u{2014}\u{2014}"),
            ] {
                finds_both(&paste, &given, "key-text-repaired", code);
            }
            let given = P256_PUBLIC.replace("\"EC\"", "\"ec\"");
            finds_both(&paste, &given, "key-jwk-values", code);
            finds_nothing_with(&paste, &P256_OTHER.replace('}', ",}"));
        }
    }

    #[test]
    fn a_damaged_key_stays_damaged() {
        let token = es256(r#"{"alg":"ES256"}"#);
        finds_nothing_with(&token, &P256_PUBLIC.replace("S_J9", "S_J8"));
        finds_nothing_with(&token, "{\"kty\":");
    }
}
