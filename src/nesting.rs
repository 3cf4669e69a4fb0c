//! Tokens in tokens, level by level: the content of a JWE, or the payload of a JWS, that is a token
//! again (Nested JWT). A [`Trail`] is what the page shows as a breadcrumb.
//! Spec: RFC 7519 §2, §5.2, §7.1 step 7 and §7.2 step 8.

use crate::inspect::{Family, Found, Inspection, Serialization, Token, inspect};
use crate::jose::header::JoseHeader;
use crate::span::Part;

/// Levels that are shown, the pasted one included. Deeper ones stay closed.
pub const DEEPEST: usize = 8;

/// From what is pasted to the innermost token that was opened so far. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail {
    /// The outermost first.
    levels: Vec<Level>,
}

/// One level: a text, and the token of it that the verdicts speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// What stands there. Of a JWE that was opened, with the plaintext as its payload.
    pub inspection: Inspection,
    /// The token of it.
    pub token: usize,
    /// How it was reached.
    pub way: Way,
}

/// How a level was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It was pasted.
    Pasted,
    /// It is the payload of the JWS before it, which anyone can read.
    Payload,
    /// It was encrypted in the JWE before it.
    Decrypted,
}

/// What there is inside a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    /// A token, which is the last level now.
    Token,
    /// Content that is no token.
    Content,
    /// A token, but [`DEEPEST`] levels are shown already.
    TooDeep,
}

/// The short name of a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// What the token is.
    pub family: Family,
    /// How it is written.
    pub serialization: Serialization,
    /// How it was reached.
    pub way: Way,
    /// `alg`, when it is text.
    pub alg: Option<String>,
    /// `typ`, when it is text.
    pub typ: Option<String>,
}

/// The content as an inspection of its own, when all of it is one token: white space and quotes
/// around it aside. A token among other things is not nested; it is a value.
pub fn token_inside(content: &[u8]) -> Option<Inspection> {
    let text = std::str::from_utf8(content).ok()?;
    let whole = text.trim().trim_matches('"');
    // Compact or JSON Serialization; most content is neither, and not worth a search.
    if !whole.starts_with('{') && !whole.contains('.') {
        return None;
    }
    let inspection = inspect(text);
    let is_whole = match inspection.tokens.as_slice() {
        [token] => {
            let has_header = JoseHeader::of(token, 0).get("alg").is_some();
            has_header && token.source.text == whole
        }
        _ => false,
    };
    (is_whole && inspection.found == Found::Tokens).then_some(inspection)
}

impl Trail {
    /// A trail of one level.
    pub fn new(inspection: Inspection, token: usize) -> Self {
        Trail {
            levels: vec![Level {
                inspection,
                token,
                way: Way::Pasted,
            }],
        }
    }

    /// All levels, the outermost first.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// The level that is looked at: the innermost one.
    pub fn last(&self) -> Option<&Level> {
        self.levels.last()
    }

    /// Puts the decrypted content into the last level, and goes into it when it is a token.
    pub fn open(&mut self, plaintext: &[u8]) -> Inside {
        if let Some(level) = self.levels.last_mut() {
            level.inspection = level.inspection.opened(level.token, plaintext);
        }
        self.go_into(plaintext, Way::Decrypted)
    }

    /// Goes into the payload of the last level, when that is a token, which needs no key.
    pub fn enter_payload(&mut self) -> Inside {
        let token = self.last().and_then(Level::selected);
        let payload = match token {
            Some(token) if token.family != Family::Jwe => token.part(Part::Payload),
            _ => None,
        };
        match payload.map(|payload| payload.bytes.clone()) {
            Some(payload) => self.go_into(&payload, Way::Payload),
            None => Inside::Content,
        }
    }

    /// Closes everything inside level `index`.
    pub fn back_to(&mut self, index: usize) {
        self.levels.truncate(index.saturating_add(1));
    }

    /// The names of the levels, the outermost first.
    pub fn crumbs(&self) -> Vec<Crumb> {
        let crumb = |level: &Level| {
            let token = level.selected()?;
            let header = JoseHeader::of(token, 0);
            Some(Crumb {
                family: token.family,
                serialization: token.serialization,
                way: level.way,
                alg: header.alg().map(|alg| alg.into_owned()),
                typ: header.typ().map(|typ| typ.into_owned()),
            })
        };
        self.levels.iter().filter_map(crumb).collect()
    }

    fn go_into(&mut self, content: &[u8], way: Way) -> Inside {
        let Some(inspection) = token_inside(content) else {
            return Inside::Content;
        };
        if self.levels.len() >= DEEPEST {
            return Inside::TooDeep;
        }
        self.levels.push(Level {
            inspection,
            token: 0,
            way,
        });
        Inside::Token
    }
}

impl Level {
    /// The token of it that the verdicts speak of.
    pub fn selected(&self) -> Option<&Token> {
        self.inspection.tokens.get(self.token)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::base64url::encode;

    const JWE: &str =
        "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA";

    fn signed(payload: &str) -> String {
        let header = encode(br#"{"alg":"HS256","typ":"JWT"}"#);
        format!("{header}.{}.c2ln", encode(payload.as_bytes()))
    }

    #[test]
    fn only_a_whole_token_is_inside() {
        let token = signed("{}");
        let json =
            r#"{"protected":"eyJhbGciOiJIUzI1NiJ9","payload":"e30","signature":"AA"}"#.to_owned();
        for content in [
            token.clone(),
            format!("{token}\n"),
            format!("\"{token}\""),
            JWE.to_owned(),
            json,
        ] {
            let inside = token_inside(content.as_bytes());
            assert_eq!(
                inside.map(|inside| inside.tokens.len()),
                Some(1),
                "{content}"
            );
        }
        for content in [
            String::new(),
            "{}".to_owned(),
            "hello".to_owned(),
            "a.b.c".to_owned(),
            "www.example.org".to_owned(),
            format!(r#"{{"id_token":"{token}"}}"#),
            format!("{token} {token}x"),
            format!("token: {token}"),
            format!("{}.e30.c2ln", encode(b"[]")),
        ] {
            assert_eq!(token_inside(content.as_bytes()), None, "{content}");
        }
        assert_eq!(token_inside(b"\xff.\xff.\xff"), None);
    }

    #[test]
    fn a_trail_goes_in_and_back() {
        let inner = signed(r#"{"sub":"a"}"#);
        let mut trail = Trail::new(inspect(JWE), 0);
        assert_eq!(trail.enter_payload(), Inside::Content);
        assert_eq!(trail.open(signed(&inner).as_bytes()), Inside::Token);
        assert_eq!(trail.enter_payload(), Inside::Token);
        assert_eq!(trail.enter_payload(), Inside::Content);
        let ways: Vec<Way> = trail.crumbs().iter().map(|crumb| crumb.way).collect();
        assert_eq!(ways, [Way::Pasted, Way::Decrypted, Way::Payload]);
        assert_eq!(trail.crumbs()[0].alg.as_deref(), Some("dir"));
        assert_eq!(trail.crumbs()[2].typ.as_deref(), Some("JWT"));
        let opened = trail.levels()[0].selected().unwrap();
        assert_eq!(
            opened.part(Part::Payload).unwrap().bytes,
            signed(&inner).as_bytes()
        );
        trail.back_to(0);
        assert_eq!(trail.levels().len(), 1);
        assert_eq!(trail.open(b"{}"), Inside::Content);
        assert_eq!(trail.last().unwrap().token, 0);
    }

    #[test]
    fn the_ninth_level_stays_closed() {
        let mut token = signed("{}");
        for _ in 0..20 {
            token = signed(&token);
        }
        let mut trail = Trail::new(inspect(&token), 0);
        let mut answers = Vec::new();
        for _ in 0..10 {
            answers.push(trail.enter_payload());
        }
        assert_eq!(answers[..7], [Inside::Token; 7]);
        assert_eq!(answers[7..], [Inside::TooDeep; 3]);
        assert_eq!(trail.levels().len(), DEEPEST);
    }
}
