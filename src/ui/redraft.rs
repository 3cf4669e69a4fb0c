//! A draft made of an inspected token: everything of it that a draft can hold, and by name
//! everything that it cannot, so that nothing is left out without a word.
//! Spec: RFC 7515 §7, RFC 7516 §7, RFC 9901 §4 and §7.1.

use crate::diagnostic::{Diagnostic, Fact};
use crate::inspect::{Encoding, Family, PartText, Serialization as Written, Token};
use crate::job::Serialization;
use crate::jose::sd_jwt::{self, HashName, Place};
use crate::json::{pretty, remove_member};
use crate::span::Part;

/// What of a draft a token gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redraft {
    /// JOSE Header of the first signature.
    pub header: String,
    /// The payload; of an SD-JWT with what is disclosed in its place.
    pub payload: String,
    /// How it is written.
    pub shape: Shape,
    /// What of the token is not in the draft.
    pub left_out: Vec<Diagnostic>,
}

/// A draft beyond its header and payload.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Its serialization.
    pub serialization: Serialization,
    /// Whether the payload travels beside it.
    pub is_detached: bool,
    /// The unprotected header.
    pub unprotected: String,
    /// Headers of those who sign besides.
    pub signers: Vec<String>,
    /// What the holder may withhold; `None` where it is no SD-JWT.
    pub disclosable: Option<Vec<String>>,
}

/// What key management makes while encrypting.
const MADE: [&str; 5] = ["epk", "iv", "tag", "p2s", "p2c"];

/// A draft of `token`; `content` travels beside it. There is room for `most_signers` besides the
/// first.
pub fn redraft(token: &Token, content: Option<&str>, most_signers: usize) -> Redraft {
    let mut made = Redraft {
        header: String::new(),
        payload: String::new(),
        shape: Shape {
            serialization: match token.serialization {
                Written::Compact => Serialization::Compact,
                Written::FlattenedJson => Serialization::Flattened,
                Written::GeneralJson => Serialization::General,
            },
            ..Shape::default()
        },
        left_out: Vec::new(),
    };
    if !token.faults.is_empty() {
        made.say(Diagnostic::warning("redraft-damaged"));
    }
    match token.family {
        Family::Jwe => made.take_encrypted(token),
        Family::SdJwt => made.take_disclosing(token),
        Family::Jws | Family::Unknown => made.take_signed(token, content, most_signers),
    }
    made
}

impl Redraft {
    fn say(&mut self, said: Diagnostic) {
        self.left_out.push(said);
    }

    /// The bytes of a part as text.
    fn text(&mut self, part: Option<&PartText>, name: &'static str) -> String {
        let bytes = part.map(|part| part.bytes.as_slice()).unwrap_or_default();
        match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                let which = Fact::Word(name.into());
                self.say(Diagnostic::warning("redraft-not-text").with_fact("part", which));
                String::from_utf8_lossy(bytes).into_owned()
            }
        }
    }

    fn take_signed(&mut self, token: &Token, content: Option<&str>, most_signers: usize) {
        self.take_headers(token, most_signers);
        let payload = token.part(Part::Payload);
        let is_beside = |part: &PartText| {
            part.encoding == Encoding::Detached || (part.range.is_empty() && part.bytes.is_empty())
        };
        if payload.is_some_and(|part| !is_beside(part)) {
            self.payload = self.text(payload, "payload-label");
            return;
        }
        self.shape.is_detached = true;
        let opened = payload.filter(|part| !part.bytes.is_empty());
        match (content, opened) {
            (Some(content), _) => content.clone_into(&mut self.payload),
            (None, Some(_)) => self.payload = self.text(opened, "payload-label"),
            (None, None) => self.say(Diagnostic::warning("redraft-content-missing")),
        }
    }

    fn take_headers(&mut self, token: &Token, most_signers: usize) {
        let part = |index: Option<usize>| index.and_then(|index| token.parts.get(index));
        let Some((first, others)) = token.signatures.split_first() else {
            self.header = self.text(token.part(Part::Header), "header-label");
            return;
        };
        self.header = match part(first.protected) {
            Some(header) => self.text(Some(header), "header-label"),
            // All of it is unprotected.
            None => "{}".to_owned(),
        };
        if first.unprotected.is_some() {
            self.shape.unprotected = self.text(part(first.unprotected), "sign-unprotected");
        }
        for other in others.iter().take(most_signers) {
            let header = self.text(part(other.protected), "header-label");
            self.shape.signers.push(header);
        }
        let further = others.len().saturating_sub(most_signers);
        if further > 0 {
            self.say(Diagnostic::warning("redraft-signers").with("count", further));
        }
        if others.iter().any(|other| other.unprotected.is_some()) {
            self.say(Diagnostic::warning("redraft-signer-unprotected"));
        }
        if !others.is_empty() {
            self.say(Diagnostic::info("redraft-signer-keys"));
        }
    }

    /// What is disclosed stands in the payload again and is ticked.
    fn take_disclosing(&mut self, token: &Token) {
        self.take_headers(token, 0);
        let read = sd_jwt::read(token);
        let processed = read.as_ref().and_then(|read| read.processed.clone());
        let (Some(read), Some(processed)) = (read, processed) else {
            self.payload = self.text(token.part(Part::Payload), "payload-label");
            self.say(Diagnostic::warning("redraft-disclosures"));
            return;
        };
        self.payload = pretty(&crate::json::parse(processed.into_bytes()));
        let pointers = read.disclosures.iter().filter_map(|one| match &one.place {
            Place::At(pointer) => Some(pointer.clone()),
            Place::NotReferenced => None,
        });
        self.shape.disclosable = Some(pointers.collect());
        // They are made anew.
        for name in ["disclosures", "kb_jwt"] {
            let unprotected = &self.shape.unprotected;
            self.shape.unprotected =
                remove_member(unprotected, name).unwrap_or(unprotected.clone());
        }
        if self.shape.unprotected == "{}" {
            self.shape.unprotected.clear();
        }
        if read.withheld > 0 {
            self.say(Diagnostic::warning("redraft-withheld").with("count", read.withheld));
        }
        let strange = read
            .disclosures
            .iter()
            .filter(|one| one.place == Place::NotReferenced);
        let strange = strange.count();
        if strange > 0 {
            self.say(Diagnostic::warning("redraft-unreferenced").with("count", strange));
        }
        if token.part(Part::KeyBinding).is_some() {
            self.say(Diagnostic::warning("redraft-binding"));
        }
        if let Some(hash) = read.hash.filter(|hash| *hash != HashName::Sha256) {
            self.say(Diagnostic::warning("redraft-hash").with("hash", hash.name()));
        }
        self.say(Diagnostic::info("redraft-salts"));
    }

    /// A header with `enc`: the draft encrypts the same content anew.
    fn take_encrypted(&mut self, token: &Token) {
        self.header = self.text(token.part(Part::Header), "header-label");
        let mut gone = Vec::new();
        for name in MADE {
            if let Some(left) = remove_member(&self.header, name) {
                self.header = left;
                gone.push(name.to_owned());
            }
        }
        if !gone.is_empty() {
            self.say(Diagnostic::info("redraft-encrypted").with("names", gone));
        }
        if token.serialization != Written::Compact {
            self.say(Diagnostic::warning("redraft-recipients"));
        }
        match token.part(Part::Payload) {
            Some(payload) => self.payload = self.text(Some(payload), "payload-label"),
            None => self.say(Diagnostic::warning("redraft-closed")),
        }
    }
}

/// What differs between two shapes: the key of the control's name, then both as they are shown.
pub fn differing(was: &Shape, now: &Shape) -> Vec<(&'static str, Fact, Fact)> {
    let word = |key: &'static str| Fact::Word(key.into());
    let serialization = |shape: &Shape| {
        word(match shape.serialization {
            Serialization::Compact => "serialization-compact",
            Serialization::Flattened => "serialization-flattened",
            Serialization::General => "serialization-general",
        })
    };
    let or_none = |text: String| match text.trim().is_empty() {
        true => word("sign-compare-absent"),
        false => Fact::Text(text),
    };
    let yes = |is_on: bool| {
        word(if is_on {
            "sign-compare-yes"
        } else {
            "sign-compare-no"
        })
    };
    let ticks = |shape: &Shape| match &shape.disclosable {
        None => word("sign-compare-no"),
        Some(pointers) => {
            let mut pointers = pointers.clone();
            pointers.sort();
            or_none(pointers.join(" "))
        }
    };
    // Only a JSON Serialization has room for these.
    let unprotected = |shape: &Shape| match shape.serialization {
        Serialization::Compact => or_none(String::new()),
        _ => or_none(shape.unprotected.clone()),
    };
    let signers = |shape: &Shape| match shape.serialization {
        Serialization::General => or_none(shape.signers.join("\n")),
        _ => or_none(String::new()),
    };
    [
        ("sign-serialization", serialization(was), serialization(now)),
        ("sign-detach", yes(was.is_detached), yes(now.is_detached)),
        ("sign-unprotected", unprotected(was), unprotected(now)),
        ("sign-further-signers", signers(was), signers(now)),
        ("sign-sd", ticks(was), ticks(now)),
    ]
    .into_iter()
    .filter(|(_, was, now)| was != now)
    .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::base64url::encode;
    use crate::inspect::inspect;

    fn of(paste: &str, content: Option<&str>) -> Redraft {
        redraft(inspect(paste).tokens.first().unwrap(), content, 4)
    }

    fn codes(made: &Redraft) -> Vec<&str> {
        made.left_out.iter().map(|said| &*said.code).collect()
    }

    fn compact(header: &str, payload: &[u8]) -> String {
        format!("{}.{}.AAAA", encode(header.as_bytes()), encode(payload))
    }

    const HEADER: &str = r#"{"alg":"ES256"}"#;

    #[test]
    fn a_compact_jws_is_taken_whole() {
        let made = of(&compact(HEADER, br#"{"a": 1.0}"#), None);
        assert_eq!((&*made.header, &*made.payload), (HEADER, r#"{"a": 1.0}"#));
        assert_eq!((made.shape, made.left_out), (Shape::default(), vec![]));
    }

    #[test]
    fn signers_and_unprotected_headers_of_a_json_serialization_come_along() {
        let one = |header: &str, more: &str| {
            let header = encode(header.as_bytes());
            format!(r#"{{"protected":"{header}"{more},"signature":"AAAA"}}"#)
        };
        let payload = encode(b"{\"a\":1}");
        let first = one(HEADER, r#","header":{"kid":"one"}"#);
        let token =
            |signatures: &str| format!(r#"{{"payload":"{payload}","signatures":[{signatures}]}}"#);
        let made = of(
            &token(&format!("{first},{}", one(r#"{"alg":"PS256"}"#, ""))),
            None,
        );
        assert_eq!(made.shape.serialization, Serialization::General);
        assert_eq!(made.shape.unprotected, r#"{"kid":"one"}"#);
        assert_eq!(made.shape.signers, [r#"{"alg":"PS256"}"#]);
        assert_eq!(codes(&made), ["redraft-signer-keys"]);
        let many: Vec<String> = (0..7).map(|_| first.clone()).collect();
        let made = of(&token(&many.join(",")), None);
        assert_eq!(made.shape.signers.len(), 4);
        let expected = [
            "redraft-signers",
            "redraft-signer-unprotected",
            "redraft-signer-keys",
        ];
        assert_eq!(codes(&made), expected);
    }

    #[test]
    fn detached_content_is_taken_or_named() {
        let token = format!("{}..AAAA", encode(HEADER.as_bytes()));
        let made = of(&token, Some("{\"a\":1}"));
        assert_eq!(
            (&*made.payload, made.shape.is_detached),
            ("{\"a\":1}", true)
        );
        assert_eq!(made.left_out, []);
        let made = of(&token, None);
        assert_eq!(
            (codes(&made), made.shape.is_detached),
            (vec!["redraft-content-missing"], true)
        );
    }

    #[test]
    fn bytes_that_are_no_text_are_named() {
        let made = of(&compact(HEADER, b"{\"a\":\"\xff\"}"), None);
        assert_eq!(codes(&made), ["redraft-damaged", "redraft-not-text"]);
    }

    #[test]
    fn what_an_sd_jwt_discloses_is_in_the_payload_and_ticked() {
        let disclosure = encode(br#"["salt","name","Jo"]"#);
        let digest = HashName::Sha256.digest(disclosure.as_bytes());
        let payload = format!(r#"{{"iss":"x","_sd":["{digest}","{}"]}}"#, "A".repeat(43));
        let jwt = compact(HEADER, payload.as_bytes());
        let made = of(&format!("{jwt}~{disclosure}~"), None);
        assert!(
            made.payload.contains("\"name\": \"Jo\""),
            "{}",
            made.payload
        );
        assert!(!made.payload.contains("_sd"), "{}", made.payload);
        assert_eq!(made.shape.disclosable, Some(vec!["/name".to_owned()]));
        assert_eq!(codes(&made), ["redraft-withheld", "redraft-salts"]);
        let proof = compact(r#"{"alg":"ES256","typ":"kb+jwt"}"#, b"{}");
        let made = of(&format!("{jwt}~{disclosure}~{proof}"), None);
        assert!(
            codes(&made).contains(&"redraft-binding"),
            "{:?}",
            codes(&made)
        );
        let parts: Vec<&str> = jwt.split('.').collect();
        let json = format!(
            r#"{{"payload":"{}","protected":"{}","signature":"{}","header":{{"disclosures":["{disclosure}"],"kid":"a"}}}}"#,
            parts[1], parts[0], parts[2]
        );
        let made = of(&json, None);
        assert_eq!(made.shape.serialization, Serialization::Flattened);
        assert_eq!(made.shape.unprotected, r#"{"kid":"a"}"#);
        assert_eq!(made.shape.disclosable, Some(vec!["/name".to_owned()]));
    }

    #[test]
    fn what_encrypting_makes_anew_is_left_out_of_the_header() {
        let header = r#"{"alg":"ECDH-ES","enc":"A256GCM","epk":{"kty":"OKP"}}"#;
        let token = format!("{}..AAAA.AAAA.AAAA", encode(header.as_bytes()));
        let made = of(&token, None);
        assert_eq!(made.header, r#"{"alg":"ECDH-ES","enc":"A256GCM"}"#);
        assert_eq!(codes(&made), ["redraft-encrypted", "redraft-closed"]);
    }

    #[test]
    fn whatever_differs_in_shape_is_a_row() {
        let was = Shape {
            serialization: Serialization::General,
            unprotected: "{\"kid\":\"one\"}".to_owned(),
            signers: vec![HEADER.to_owned()],
            disclosable: None,
            is_detached: true,
        };
        assert_eq!(differing(&was, &was), []);
        let names = |now: &Shape| -> Vec<&str> {
            differing(&was, now)
                .into_iter()
                .map(|(name, ..)| name)
                .collect()
        };
        let compact = Shape {
            serialization: Serialization::Compact,
            ..was.clone()
        };
        let expected = [
            "sign-serialization",
            "sign-unprotected",
            "sign-further-signers",
        ];
        assert_eq!(names(&compact), expected);
        let attached = Shape {
            is_detached: false,
            ..was.clone()
        };
        assert_eq!(names(&attached), ["sign-detach"]);
        let disclosing = Shape {
            disclosable: Some(vec![]),
            ..was.clone()
        };
        assert_eq!(names(&disclosing), ["sign-sd"]);
    }
}
