//! Settings that hold a secret or a key: `.env` lines, shell exports, compose and Kubernetes
//! lists, YAML, appsettings JSON. A line counts as a setting only when its name looks
//! secret-like; a bare secret that happens to hold `=` stays a secret.
//!
//! ```text
//! line   := indent [ "- " ] [ prefix ] name ( "=" | ": " ) value
//! prefix := "export " | "set " | "ENV " | "ARG " | "-e " | "$env:" | "Environment="
//! name   := [A-Za-z_] [A-Za-z0-9_.:-]*   (may be quoted)
//! value  := "…" with escapes | '…' | `…` | "|" or ">" and an indented block | rest of the line
//! ```

use crate::json::{Kind, Value};
use crate::secret::Secret;

mod name;
mod value;

use name::{rank, split_path};
use value::{Block, read_value};

/// A setting whose name looks like that of a secret or key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The whole name: nested names joined with `:`, as .NET writes them.
    pub name: String,
    /// Its value, unquoted.
    pub value: Secret<String>,
}

/// A setting before it is known whether its name counts.
struct Line {
    path: Vec<String>,
    value: String,
}

/// The settings with the most secret-like names; empty when the text is not a settings line or
/// file, or when no name in it looks secret-like.
pub fn read_settings(text: &str) -> Vec<Setting> {
    let Some(lines) = read_lines(text) else {
        return Vec::new();
    };
    best(decode_kubernetes(name_value_pairs(lines)))
}

/// The same for settings as JSON: nested names and `{"name": …, "value": …}` pairs count.
pub fn read_json_settings(root: Value<'_>) -> Vec<Setting> {
    let mut lines = Vec::new();
    let mut open: Vec<(Vec<String>, Value<'_>)> = vec![(Vec::new(), root)];
    while let Some((path, value)) = open.pop() {
        match value.kind() {
            Kind::String => {
                if let Some(text) = value.text() {
                    lines.push(Line {
                        path,
                        value: text.into_owned(),
                    });
                }
            }
            Kind::Array => open.extend(value.items().map(|item| (path.clone(), item))),
            Kind::Object => {
                let pair = ["name", "Name"].iter().zip(["value", "Value"]);
                let named = pair.into_iter().find_map(|(name, value_name)| {
                    let name = value.get(name)?.text()?.into_owned();
                    Some((name, value.get(value_name)?))
                });
                if let Some((name, value)) = named {
                    open.push((split_path(&name), value));
                    continue;
                }
                for (name, member) in value.members() {
                    let Some(name) = name.text() else { continue };
                    let mut inner = path.clone();
                    inner.extend(split_path(&name));
                    open.push((inner, member));
                }
            }
            _ => {}
        }
    }
    lines.reverse();
    best(decode_kubernetes(lines))
}

/// Whether a name looks like that of a secret or key.
pub fn is_secret_like(name: &str) -> bool {
    rank(&split_path(name)).is_some()
}

/// Keeps the settings of the highest rank, in order.
fn best(lines: Vec<Line>) -> Vec<Setting> {
    let ranked: Vec<(u8, Line)> = lines
        .into_iter()
        .filter(|line| !line.value.trim_matches('=').is_empty())
        .filter_map(|line| rank(&line.path).map(|rank| (rank, line)))
        .collect();
    let top = ranked.iter().map(|(rank, _)| *rank).max();
    ranked
        .into_iter()
        .filter(|(rank, _)| Some(*rank) == top)
        .map(|(_, line)| Setting {
            name: line.path.join(":"),
            value: Secret::new(line.value),
        })
        .collect()
}

/// `name: X` followed by `value: Y` in a list is the setting X. Spec: Kubernetes EnvVar.
fn name_value_pairs(lines: Vec<Line>) -> Vec<Line> {
    let mut paired = Vec::with_capacity(lines.len());
    let mut name: Option<String> = None;
    for line in lines {
        match (line.path.last().map(String::as_str), name.take()) {
            (Some("name"), _) => {
                name = Some(line.value.clone());
                paired.push(line);
            }
            (Some("value"), Some(name)) => paired.push(Line {
                path: split_path(&name),
                value: line.value,
            }),
            _ => paired.push(line),
        }
    }
    paired
}

/// The values under `data` of a Kubernetes Secret are base64 by that format's definition.
fn decode_kubernetes(mut lines: Vec<Line>) -> Vec<Line> {
    let is_secret = lines.iter().any(|line| {
        matches!(line.path.as_slice(), [kind] if kind == "kind") && line.value == "Secret"
    });
    if !is_secret {
        return lines;
    }
    for line in &mut lines {
        if line.path.first().map(String::as_str) != Some("data") {
            continue;
        }
        let decoded = super::secret_text::decode_base64(&line.value).ok();
        if let Some(text) = decoded.and_then(|bytes| String::from_utf8(bytes).ok()) {
            line.value = text;
        }
    }
    lines
}

/// Every setting of the text with its path; `None` when the text is something else.
fn read_lines(text: &str) -> Option<Vec<Line>> {
    let mut lines = Vec::new();
    let mut parents: Vec<(usize, String)> = Vec::new();
    let (mut shaped, mut foreign) = (0_usize, 0_usize);
    let mut rest = text;
    while !rest.is_empty() {
        let (line, after) = split_line(rest);
        rest = after;
        let bare = line.trim_start_matches([' ', '\t']);
        let mut indent = line.len().saturating_sub(bare.len());
        let mut bare = bare.trim_end();
        if bare.is_empty() || is_comment(bare) {
            continue;
        }
        while let Some(item) = bare.strip_prefix("- ") {
            indent = indent.saturating_add(2);
            bare = item.trim_start();
        }
        let Some((name, separator, inline)) = split_setting(bare) else {
            foreign = foreign.saturating_add(1);
            continue;
        };
        shaped = shaped.saturating_add(1);
        parents.retain(|(at, _)| *at < indent);
        let mut path: Vec<String> = parents.iter().map(|(_, name)| name.clone()).collect();
        path.extend(split_path(&name));
        let block = Block { indent, separator };
        let Some((value, after)) = read_value(inline, rest, block) else {
            parents.push((indent, name));
            continue;
        };
        rest = after;
        lines.push(Line { path, value });
    }
    (shaped > 0 && foreign <= shaped).then_some(lines)
}

fn split_line(text: &str) -> (&str, &str) {
    text.split_once('\n').unwrap_or((text, ""))
}

/// Comments, section headings, document marks and lone braces, which every format has.
fn is_comment(line: &str) -> bool {
    line.starts_with('#')
        || line.starts_with(';')
        || line.starts_with("//")
        || line == "---"
        || line == "{"
        || line == "}"
        || (line.starts_with('[') && line.ends_with(']'))
}

/// Name, separator and the rest of the line.
fn split_setting(line: &str) -> Option<(String, char, &str)> {
    const PREFIXES: [&str; 8] = [
        "export ",
        "set ",
        "ENV ",
        "ARG ",
        "-e ",
        "--env ",
        "$env:",
        "Environment=",
    ];
    let mut line = line;
    for prefix in PREFIXES {
        if let Some(after) = line.strip_prefix(prefix) {
            line = after.trim_start();
            break;
        }
    }
    // `- "NAME=value"`: the quotes are around the whole setting.
    if let Some(inner) = enclosed(line)
        && let Some(setting) = split_unquoted(inner)
    {
        return Some(setting);
    }
    if let Some(after) = line.strip_prefix('"') {
        let (name, after) = after.split_once('"')?;
        if !name::is_name(name) {
            return None;
        }
        let after = after.trim_start();
        let separator = after.chars().next().filter(|c| matches!(c, ':' | '='))?;
        return Some((name.to_owned(), separator, after.get(1..)?.trim_start()));
    }
    split_unquoted(line)
}

fn enclosed(line: &str) -> Option<&str> {
    ['"', '\''].into_iter().find_map(|quote| {
        let inner = line.strip_prefix(quote)?.strip_suffix(quote)?;
        (!inner.contains(quote)).then_some(inner)
    })
}

fn split_unquoted(line: &str) -> Option<(String, char, &str)> {
    let end = line
        .char_indices()
        .find(|(index, c)| match c {
            ':' => line
                .get(index.saturating_add(1)..)
                .is_none_or(|rest| rest.is_empty() || rest.starts_with([' ', '\t'])),
            _ => !name::is_name_char(*c),
        })
        .map(|(index, _)| index)?;
    let (name, after) = line.split_at_checked(end)?;
    if !name::is_name(name) {
        return None;
    }
    let after = after.trim_start();
    let separator = after.chars().next()?;
    let value = after.get(separator.len_utf8()..)?;
    match separator {
        '=' => Some((name.to_owned(), '=', value.trim_start())),
        ':' if value.is_empty() || value.starts_with([' ', '\t']) => {
            Some((name.to_owned(), ':', value.trim_start()))
        }
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::json;

    #[track_caller]
    fn reads(text: &str, name: &str, value: &str) {
        let settings = read_settings(text);
        let [setting] = settings.as_slice() else {
            let names: Vec<_> = settings.iter().map(|s| s.name.as_str()).collect();
            panic!("{text:?} gives {names:?}");
        };
        assert_eq!(setting.name, name);
        assert_eq!(setting.value.expose(), value, "{text:?}");
    }

    #[track_caller]
    fn is_bare(text: &str) {
        assert_eq!(read_settings(text), [], "{text:?}");
    }

    #[test]
    fn a_line_in_every_spelling() {
        let name = "JWT_SECRET";
        for line in [
            "JWT_SECRET=a b",
            "JWT_SECRET=a b\n",
            "JWT_SECRET = a b\r\n",
            "  JWT_SECRET=\"a b\"",
            "JWT_SECRET='a b'",
            "JWT_SECRET=`a b`",
            "export JWT_SECRET=\"a b\"",
            "set JWT_SECRET=a b",
            "$env:JWT_SECRET = \"a b\"",
            "ENV JWT_SECRET=\"a b\"",
            "- JWT_SECRET=a b",
            "  - \"JWT_SECRET=a b\"",
            "JWT_SECRET: a b",
            "JWT_SECRET: \"a b\"",
            "\"JWT_SECRET\": \"a b\",",
            "JWT_SECRET=a b # the secret",
            "# comment\n\nJWT_SECRET=a b\n",
            "-e JWT_SECRET='a b'",
            "JWT_SECRET: |-\n  a b\n",
            "- name: JWT_SECRET\n  value: a b",
        ] {
            reads(line, name, "a b");
        }
    }

    #[test]
    fn the_workshop_line_and_file() {
        let secret = "workshop-only-shared-secret-please-change-me-2026";
        reads(
            &format!("JwtSettings__SecretSigningKey={secret}"),
            "JwtSettings:SecretSigningKey",
            secret,
        );
        reads(
            include_str!("../../tests/vectors/data/workshop.env"),
            "JwtSettings:SecretSigningKey",
            secret,
        );
    }

    #[test]
    fn a_bare_secret_that_holds_an_equals_sign_stays_a_secret() {
        for bare in [
            "c2VjcmV0a2V5c2VjcmV0a2V5c2VjcmV0a2V5MDE=",
            "c2VjcmV0a2V5c2VjcmV0a2V5c2VjcmV0a2V5MDE==",
            "secretkey==",
            "a=b",
            "p4ssw0rd!=secret",
            "x7=JWT_SECRET",
            "my secret: with words",
            "correct horse=battery staple",
            "kEy/abc+def=",
            "secret",
            "=secret",
            "JWT_SECRET=",
            "",
            "\n",
            "user:password",
        ] {
            is_bare(bare);
        }
    }

    #[test]
    fn names_that_are_about_a_secret_but_hold_none() {
        for line in [
            "JWT_ISSUER=me",
            "JWT_EXPIRES_IN=15m",
            "JwtSettings__Audience=you",
            "JWT_SECRET_FILE=/run/secrets/jwt",
            "KEY_ID=abc",
            "TOKEN_LIFETIME_MINUTES=15",
            "JWT_ALGORITHM=HS256",
            "COLOR=red",
        ] {
            is_bare(line);
        }
    }

    #[test]
    fn prose_that_mentions_a_secret_is_no_settings_file() {
        is_bare("this is\na long\ntext with\npassword: x");
    }

    #[test]
    fn the_most_specific_name_wins() {
        reads("DB_PASSWORD=p\nJWT_SECRET=s\nAPI_KEY=a", "JWT_SECRET", "s");
        let two = read_settings("JWT_SECRET=one\nJWT_REFRESH_SECRET=two");
        assert_eq!(two.len(), 2);
    }

    #[test]
    fn yaml_nested_and_in_compose_and_in_a_kubernetes_secret() {
        reads(
            "JwtSettings:\n  Issuer: me\n  SecretSigningKey: abc # not this\nOther: 1\n",
            "JwtSettings:SecretSigningKey",
            "abc",
        );
        reads(
            "services:\n  api:\n    image: x\n    environment:\n      - A=b\n      - JWT_SECRET=abc\n",
            "services:api:environment:JWT_SECRET",
            "abc",
        );
        reads(
            "apiVersion: v1\nkind: Secret\ndata:\n  jwt-secret: YWJj\n",
            "data:jwt-secret",
            "abc",
        );
    }

    #[test]
    fn double_quotes_have_escapes_and_single_quotes_have_none() {
        reads(r#"JWT_SECRET="a\nb\"c""#, "JWT_SECRET", "a\nb\"c");
        reads(r"JWT_SECRET='a\nb'", "JWT_SECRET", r"a\nb");
        reads("JWT_SECRET=\"a\nb\"\nX=1", "JWT_SECRET", "a\nb");
        reads("JWT_SECRET=\"unclosed", "JWT_SECRET", "\"unclosed");
    }

    #[test]
    fn appsettings_with_nested_names() {
        let text = include_bytes!("../../tests/vectors/data/workshop-appsettings.json");
        let document = json::parse(text.to_vec());
        let settings = read_json_settings(document.root().unwrap());
        assert_eq!(settings.len(), 1);
        assert_eq!(settings[0].name, "JwtSettings:SecretSigningKey");
        assert_eq!(
            settings[0].value.expose(),
            "workshop-only-shared-secret-please-change-me-2026"
        );
    }

    #[test]
    fn json_without_a_secret_like_name_gives_nothing() {
        for text in [
            r#"{"Jwt":{"Issuer":"x","Audience":"y"}}"#,
            r#"{"a":"secret"}"#,
            r#"{"Key":""}"#,
            "[]",
        ] {
            let document = json::parse(text.as_bytes().to_vec());
            assert_eq!(read_json_settings(document.root().unwrap()), [], "{text}");
        }
    }
}
