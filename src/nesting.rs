//! Tokens in tokens, level by level: the content of a JWE, or the payload of a JWS, that is a token
//! again (Nested JWT). A [`Trail`] is what was gone into; the page shows it as a breadcrumb, the
//! report follows it to the end.
//! Spec: RFC 7519 §2, §5.2, §7.1 step 7 and §7.2 step 8.

use crate::diagnostic::Diagnostic;
use crate::inspect::{Family, Found, Inspection, inspect};
use crate::jose::header::JoseHeader;
use crate::json::{Document, Value};
use crate::span::Part;

/// Levels that are shown, the pasted one included. Deeper ones stay closed.
pub const DEEPEST: usize = 8;

/// The tokens in tokens that were gone into, the outermost first; without the paste itself.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Trail {
    steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    /// The token that was left for the one inside it.
    outer: Crumb,
    /// The one inside it.
    text: String,
}

/// The short name of a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// What the token is.
    pub family: Family,
    /// `alg`, when it is text.
    pub alg: Option<String>,
}

/// What there is inside a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inside {
    /// Content that is no token, or none that can be read yet.
    Content,
    /// A token, and nothing else.
    Token(String),
    /// A token, but [`DEEPEST`] levels are shown already.
    TooDeep,
}

impl Inside {
    /// What to say where the trail ends before the tokens do.
    pub fn problem(&self) -> Option<Diagnostic> {
        let is_too_deep = *self == Inside::TooDeep;
        is_too_deep.then(|| Diagnostic::warning("nested-too-deep").with("deepest", DEEPEST))
    }
}

impl Trail {
    /// The text of the innermost level; `None` where that is the paste.
    pub fn text(&self) -> Option<&str> {
        self.steps.last().map(|step| step.text.as_str())
    }

    /// The levels outside the one that is looked at, the paste first.
    pub fn outer(&self) -> impl ExactSizeIterator<Item = &Crumb> {
        self.steps.iter().map(|step| &step.outer)
    }

    /// What is inside token `token` of `inspection`, which is the innermost level; of a JWE that
    /// was opened, with the plaintext as its payload.
    pub fn inside(&self, inspection: &Inspection, token: usize) -> Inside {
        let token = inspection.tokens.get(token);
        let payload = token.and_then(|token| token.part(Part::Payload));
        let found = payload.filter(|payload| payload.json.as_ref().is_none_or(may_be_token));
        match found.and_then(|payload| token_inside(&payload.bytes)) {
            None => Inside::Content,
            Some(_) if !self.is_open() => Inside::TooDeep,
            Some(inside) => Inside::Token(inside.paste),
        }
    }

    /// Whether there may be one level more.
    pub fn is_open(&self) -> bool {
        // The innermost level is one more than the steps.
        self.steps.len().saturating_add(1) < DEEPEST
    }

    /// Goes into `text`, which is what [`Trail::inside`] found in that token.
    pub fn enter(&mut self, inspection: &Inspection, token: usize, text: String) {
        let outer = Crumb::of(inspection, token);
        self.steps.push(Step { outer, text });
    }

    /// Goes back out until no more than this many tokens in tokens are gone into.
    pub fn leave_to(&mut self, depth: usize) {
        self.steps.truncate(depth);
    }
}

impl Crumb {
    /// The name of a token of an inspection.
    pub fn of(inspection: &Inspection, token: usize) -> Crumb {
        let token = inspection.tokens.get(token);
        let alg = token.and_then(|token| {
            let header = JoseHeader::of(token, 0);
            header.alg().map(|alg| alg.into_owned())
        });
        Crumb {
            family: token.map_or(Family::Unknown, |token| token.family),
            alg,
        }
    }
}

/// Whether JSON content is worth a search: a string, or an object that has what the JSON
/// Serializations must have (RFC 7515 §7.2, RFC 7516 §7.2).
fn may_be_token(content: &Document) -> bool {
    let is_other = |object: Value<'_>| {
        let needed = ["signature", "signatures", "ciphertext"];
        !needed.iter().any(|name| object.get(name).is_some())
    };
    !content.object().is_some_and(is_other)
}

/// The content as an inspection of its own, when all of it is one token: white space and quotes
/// around it aside. A token among other things is not nested; it is a value.
fn token_inside(content: &[u8]) -> Option<Inspection> {
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

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
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
        let mut trail = Trail::default();
        let closed = inspect(JWE);
        assert_eq!(trail.text(), None);
        assert_eq!(trail.inside(&closed, 0), Inside::Content);
        assert_eq!(trail.inside(&closed, 7), Inside::Content);
        let opened = closed.opened(0, inner.as_bytes());
        assert_eq!(trail.inside(&opened, 0), Inside::Token(inner.clone()));
        trail.enter(&opened, 0, inner.clone());
        assert_eq!(trail.text(), Some(inner.as_str()));
        assert_eq!(trail.inside(&inspect(&inner), 0), Inside::Content);
        let outer: Vec<_> = trail.outer().cloned().collect();
        let crumb = Crumb {
            family: Family::Jwe,
            alg: Some("dir".to_owned()),
        };
        assert_eq!(outer, [crumb]);
        trail.leave_to(1);
        assert_eq!(trail.outer().len(), 1);
        trail.leave_to(0);
        assert_eq!(trail, Trail::default());
    }

    #[test]
    fn the_ninth_level_stays_closed_and_says_so() {
        let mut token = signed("{}");
        for _ in 0..20 {
            token = signed(&token);
        }
        let mut trail = Trail::default();
        for level in 1..=DEEPEST {
            let inspection = inspect(trail.text().unwrap_or(&token));
            let inside = trail.inside(&inspection, 0);
            let problem = inside.problem();
            assert_eq!(problem.is_some(), level == DEEPEST, "{level}");
            match inside {
                Inside::Token(text) => trail.enter(&inspection, 0, text),
                Inside::TooDeep => assert_eq!(level, DEEPEST),
                Inside::Content => panic!("there is a token at level {level}"),
            }
        }
        assert_eq!(trail.outer().len(), DEEPEST - 1);
    }

    #[test]
    fn eight_levels_without_a_ninth_are_all_there_is() {
        let mut token = signed("{}");
        for _ in 1..DEEPEST {
            token = signed(&token);
        }
        let mut trail = Trail::default();
        let mut inspection = inspect(&token);
        while let Inside::Token(text) = trail.inside(&inspection, 0) {
            trail.enter(&inspection, 0, text);
            inspection = inspect(trail.text().unwrap());
        }
        assert_eq!(trail.outer().len(), DEEPEST - 1);
        assert_eq!(trail.inside(&inspection, 0), Inside::Content);
    }
}
