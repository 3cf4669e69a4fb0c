//! What a server's answer turned out to be: keys, or metadata that say where the keys are. Reads
//! shapes only: the keys themselves are read where all keys are read.
//! Spec: RFC 7517 §5; RFC 7515 §4.1.5 for certificates; OpenID Connect Discovery 1.0 §3 and
//! RFC 8414 §2 for `jwks_uri`.

use super::discovery::read_discovery;
use super::rotation::{FetchedSet, changes};
use crate::diagnostic::Diagnostic;
use crate::json;
use serde::{Deserialize, Serialize};

/// An answer as it came.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Got {
    /// The exact URL that was asked.
    pub asked: String,
    /// The URL that answered.
    pub from: String,
    /// When, a NumericDate.
    pub at: i64,
    /// The body.
    pub text: String,
    /// The issuer that metadata at this URL must name; empty where it is not known.
    pub issuer: String,
    /// `iss` of the token; empty without one.
    pub iss: String,
    /// The Header Parameter that names the URL, when a token does.
    pub named_by: Option<String>,
}

/// What it is, and what there is to say of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What it is.
    pub answer: Answer,
    /// What is odd or has changed.
    pub says: Vec<Diagnostic>,
}

/// What an answer is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// A JWK Set, a JWK or certificates.
    Set(FetchedSet),
    /// Metadata of the right issuer: the set stands at this URL.
    Metadata(String),
    /// Neither, or metadata that must not be used.
    Refused(Diagnostic),
}

/// Reads an answer. `before` is the last one from the same URL.
pub fn read_answer(got: &Got, before: Option<&FetchedSet>) -> Reading {
    let mut says = Vec::new();
    if got.from != got.asked {
        says.push(redirected(&got.asked, &got.from));
    }
    let answer = match shape(&got.text) {
        Shape::Keys => {
            let set = FetchedSet::read(got);
            if let Some(before) = before {
                says.extend(changes(before, &set));
            }
            Answer::Set(set)
        }
        Shape::Metadata => match read_discovery(&got.text, &got.issuer, &got.iss) {
            Ok(metadata) => {
                says.extend(metadata.warnings);
                Answer::Metadata(metadata.jwks_uri)
            }
            Err(refused) => Answer::Refused(refused),
        },
        Shape::OtherJson => Answer::Refused(Diagnostic::danger("jwks-failed-no-keys")),
        Shape::Other => Answer::Refused(Diagnostic::danger("jwks-failed-not-json")),
    };
    Reading { answer, says }
}

/// That the answer came from another address than the one that was asked.
pub fn redirected(asked: &str, from: &str) -> Diagnostic {
    Diagnostic::warning("jwks-redirected")
        .with("asked", asked)
        .with("url", from)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Keys,
    Metadata,
    OtherJson,
    /// HTML, most of the time.
    Other,
}

fn shape(body: &str) -> Shape {
    let body = body.trim_start_matches('\u{feff}');
    if body.trim_start().starts_with("-----BEGIN ") {
        return Shape::Keys;
    }
    let document = json::parse(body.as_bytes().to_vec());
    if !document.faults().is_empty() {
        return Shape::Other;
    }
    let is_set = document
        .get("keys")
        .is_some_and(|keys| keys.kind() == json::Kind::Array);
    let has = |name| document.get(name).is_some();
    match () {
        () if is_set || has("kty") => Shape::Keys,
        () if has("jwks_uri") || has("issuer") => Shape::Metadata,
        () => Shape::OtherJson,
    }
}

#[cfg(test)]
#[allow(clippy::panic)]
mod tests {
    use super::*;
    use crate::words::Locale;

    const ASKED: &str = "https://a.example/jwks";
    const METADATA: &str = r#"{"issuer":"https://a.example","jwks_uri":"https://a.example/jwks"}"#;

    fn got(text: &str) -> Got {
        Got {
            asked: ASKED.to_owned(),
            from: ASKED.to_owned(),
            at: 7,
            text: text.to_owned(),
            ..Got::default()
        }
    }

    fn read(text: &str) -> Answer {
        read_answer(&got(text), None).answer
    }

    #[track_caller]
    fn keys(text: &str, count: usize) {
        match read(text) {
            Answer::Set(set) => assert_eq!((set.keys.len(), set.at), (count, 7), "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[track_caller]
    fn refuses(text: &str, code: &str) {
        match read(text) {
            Answer::Refused(refused) => {
                assert_eq!(refused.code, code, "{text}");
                assert!(!Locale::english().say(&refused).contains("jwks-"));
            }
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn sets_single_keys_and_certificates_are_keys() {
        keys(r#"{"keys":[]}"#, 0);
        keys(r#"{"keys":[{"kty":"RSA"},{}]}"#, 2);
        keys(r#"{"kty":"EC"}"#, 1);
        keys(
            "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n-----BEGIN CERTIFICATE-----\n",
            2,
        );
    }

    #[test]
    fn metadata_name_their_set() {
        let uri = Answer::Metadata("https://a.example/jwks".to_owned());
        assert_eq!(read(METADATA), uri);
        let of = |issuer: &str, iss: &str| {
            let got = Got {
                issuer: issuer.to_owned(),
                iss: iss.to_owned(),
                ..got(METADATA)
            };
            read_answer(&got, None)
        };
        assert_eq!(of("https://a.example", "https://a.example").says, []);
        assert_eq!(of("https://a.example/", "").says.len(), 1);
        let other = of("https://a.example", "https://b.example").answer;
        assert!(
            matches!(&other, Answer::Refused(why) if why.code == "jwks-issuer-differs"),
            "{other:?}"
        );
    }

    #[test]
    fn anything_else_is_told_apart() {
        for body in ["", "<!doctype html>", "{", r#"{"keys":[]} x"#] {
            refuses(body, "jwks-failed-not-json");
        }
        for body in ["[]", "{}", "null", r#"{"keys":{}}"#] {
            refuses(body, "jwks-failed-no-keys");
        }
        refuses(r#"{"jwks_uri":1}"#, "jwks-metadata-missing");
        refuses(r#"{"issuer":"https://a.example"}"#, "jwks-metadata-missing");
    }

    #[test]
    fn an_answer_from_another_address_is_said() {
        let moved = Got {
            from: "https://b.example/jwks".to_owned(),
            ..got("{}")
        };
        let reading = read_answer(&moved, None);
        let said = Locale::english().say(&reading.says[0]);
        assert!(said.contains(ASKED) && said.contains("https://b.example/jwks"));
        assert!(matches!(reading.answer, Answer::Refused(_)));
    }

    #[test]
    fn what_changed_since_the_answer_before() {
        let Answer::Set(before) = read(r#"{"keys":[{"kty":"RSA","kid":"a"}]}"#) else {
            panic!("no set");
        };
        let now = got(r#"{"keys":[{"kty":"RSA","kid":"b"}]}"#);
        let says = read_answer(&now, Some(&before)).says;
        let codes: Vec<&str> = says.iter().map(|said| said.code.as_ref()).collect();
        assert_eq!(codes, ["jwks-keys-gone", "jwks-keys-new"]);
    }
}
