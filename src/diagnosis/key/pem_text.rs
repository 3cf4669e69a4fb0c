//! PEM and JWK whose text was changed where it was kept: tags or entities of HTML for its lines, a
//! plus sign lost to form decoding, dashes or braces that were not copied, marks at the beginnings of
//! lines, another layer of encoding. Spec: RFC 7468 §2, RFC 2045 §6.7.

use crate::diagnosis::secret::{html, percent};
use crate::json;
use crate::keys::{SecretReading, decode_secret};

/// What the text may have been.
pub fn texts(text: &str) -> Vec<String> {
    let spaced: String = text
        .chars()
        .map(|c| {
            if c.is_whitespace() && !c.is_ascii() {
                ' '
            } else {
                c
            }
        })
        .collect();
    let plain = ["<br>", "<br/>", "<br />", "</p>", "<p>", "</div>", "<div>"]
        .into_iter()
        .fold(spaced.clone(), |text, tag| text.replace(tag, "\n"));
    let plain = html::numbered(&plain);
    let printable = text
        .replace("=\r\n", "")
        .replace("=\n", "")
        .replace("=3D", "=");
    let mut all = vec![
        spaced.clone(),
        plain.clone(),
        printable,
        percent::decode(&text.replace('+', " ")),
        text.replace(['\n', '\r'], ""),
        without_comments(text),
        plus_restored(text),
        plus_restored(&bodies(text, str::trim)),
        bodies(&spaced, str::trim),
        bodies(&plain, str::trim),
        bodies(text, |line| line.trim().trim_start_matches('+')),
        bodies(text, |line| {
            let bare = line.trim_start();
            let number = bare.trim_start_matches(|c: char| c.is_ascii_digit());
            match number.strip_prefix([' ', '\t', ':', '.', '|', ')']) {
                Some(rest) => rest.trim(),
                None => bare,
            }
        }),
        format!("{{{text}}}"),
        format!("[{}]", text.trim().replace("}\n{", "},{")),
    ];
    all.extend(named_lines(text));
    all.extend(innermost(text));
    let layers = [SecretReading::Base64, SecretReading::Hex].into_iter();
    let inner = layers.filter_map(|how| String::from_utf8(decode_secret(text, how).ok()?).ok());
    all.extend(inner);
    all
}

/// The base64 between the lines that name it, each line as `keep` leaves it.
fn bodies(text: &str, keep: impl Fn(&str) -> &str) -> String {
    let is_name = |line: &str| {
        let line = line.to_ascii_lowercase();
        line.contains("begin ") || line.contains("end ")
    };
    let lines = text.lines().filter(|line| !is_name(line));
    lines.map(keep).collect::<Vec<&str>>().join("\n")
}

/// With plus signs for the spaces within the lines of base64.
fn plus_restored(text: &str) -> String {
    let lines = text.lines().map(|line| match line.contains("---") {
        true => line.to_owned(),
        false => line.trim().replace(' ', "+"),
    });
    lines.collect::<Vec<String>>().join("\n")
}

/// JSON without the comments that JavaScript allows.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("/*") {
        out.push_str(before);
        rest = behind.split_once("*/").map_or("", |(_, behind)| behind);
    }
    out.push_str(rest);
    let lines = out
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<&str>>().join("\n")
}

/// `kty: EC` on lines of their own, as YAML writes a JWK.
fn named_lines(text: &str) -> Option<String> {
    let mut members = Vec::new();
    for line in text.lines() {
        let (name, value) = line.split_once(':')?;
        let quotes = ['"', '\'', ',', ' ', '-'];
        let (name, value) = (
            name.trim_matches(quotes),
            value.trim().trim_matches(['"', '\'', ',']),
        );
        members.push(format!("{}:{}", json::quote(name), json::quote(value)));
    }
    (members.len() > 1).then(|| format!("{{{}}}", members.join(",")))
}

/// The innermost object, where the one around it is no JWK.
fn innermost(text: &str) -> Option<String> {
    let object = text.get(text.rfind('{')?..)?;
    let end = object.find('}')?;
    Some(object.get(..=end)?.to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::diagnosis::tests::{
        P256_OTHER, P256_PUBLIC, P256_SPKI, es256, finds, finds_nothing_with,
    };
    use ::base64::Engine;
    use ::base64::engine::general_purpose::STANDARD;

    fn hex(text: &str) -> String {
        text.bytes().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn pem_that_was_kept_in_another_text() {
        let token = es256(r#"{"alg":"ES256"}"#);
        let pem = P256_SPKI;
        let lines: Vec<&str> = pem.lines().collect();
        let numbered = lines.iter().enumerate();
        let numbered: Vec<String> = numbered
            .map(|(at, line)| format!("{:>3}  {line}", at + 1))
            .collect();
        let added: Vec<String> = lines.iter().map(|line| format!("+{line}")).collect();
        let form = pem
            .replace('+', "%2B")
            .replace('/', "%2F")
            .replace('=', "%3D");
        for given in [
            pem.replace('+', " "),
            pem.replace('\n', "<br>"),
            lines.iter().map(|line| format!("<p>{line}</p>")).collect(),
            pem.replace('+', "&#43;")
                .replace('=', "&#61;")
                .replace('/', "&#x2F;"),
            pem.replace('\n', "&#10;"),
            form.replace('\n', "%0A").replace(' ', "+"),
            pem.replace("-----BEGIN", "BEGIN"),
            pem.replace("-----", ""),
            pem.replace("BEGIN PUBLIC KEY", "begin public key"),
            added.join("\n"),
            numbered.join("\n"),
            pem.replace(' ', "\u{a0}"),
            pem.replace('=', "=3D"),
            STANDARD.encode(STANDARD.encode(pem)),
            hex(pem),
        ] {
            let found = crate::diagnosis::tests::reasons_for(&token, &given);
            let is_read = found.is_empty();
            assert!(
                is_read || found == ["key-text-repaired"],
                "{given} {found:?}"
            );
        }
    }

    #[test]
    fn a_jwk_that_was_kept_in_another_text() {
        let token = es256(r#"{"alg":"ES256"}"#);
        let jwk = P256_PUBLIC;
        let bare = jwk.trim_matches(['{', '}']);
        for given in [
            bare.replace("\",", "\",\n")
                .replace(['"', ','], "")
                .replace(':', ": "),
            format!(r#"{{"keys":{jwk}}}"#),
            format!(r#"{{"keys":{{"a":{jwk}}}}}"#),
            format!("{P256_OTHER}\n{jwk}"),
            bare.to_owned(),
            jwk.replacen('{', "{ /* ours */", 1),
            jwk.replacen("\",\"y", "\n\",\"y", 1),
            hex(jwk),
        ] {
            finds(&token, &given, "key-text-repaired");
        }
        finds_nothing_with(&token, P256_OTHER.trim_matches(['{', '}']));
        finds_nothing_with(&token, "begin \n end {}");
    }
}
