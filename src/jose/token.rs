//! A token as it was found: its cleaned text, the origin of every byte of it, its parts.
//! Spec: RFC 7515 §7, RFC 7516 §7, RFC 9901 §4 and §8.

use crate::diagnostic::Diagnostic;
use crate::json;
use crate::span::{Part, Span};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// JSON Web Signature (RFC 7515).
    Jws,
    /// JSON Web Encryption (RFC 7516).
    Jwe,
    /// SD-JWT, with or without Key Binding JWT (RFC 9901).
    SdJwt,
    /// A number of segments that no specification uses.
    Unknown,
}

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Serialization {
    /// Dots.
    Compact,
    /// Flattened JSON Serialization (RFC 7515 §7.2.2, RFC 7516 §7.2.2).
    FlattenedJson,
    /// General JSON Serialization (RFC 7515 §7.2.1, RFC 7516 §7.2.1).
    GeneralJson,
}

/// A token as found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub family: Family,
    /// How it is written.
    pub serialization: Serialization,
    /// The token itself: white space and what surrounded it removed, no other character changed.
    pub source: SourceText,
    /// Its parts in the order in which they stand.
    pub parts: Vec<PartText>,
    /// One per signature of a JWS; one for Compact and for the issuer's JWT of an SD-JWT.
    pub signatures: Vec<Signature>,
    /// What was removed inside or right around this token.
    pub notes: Vec<Diagnostic>,
    /// What keeps it from being well-formed, with places.
    pub faults: Vec<Diagnostic>,
}

/// Indices into [`Token::parts`] for one JWS Signature.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Signature {
    /// JWS Protected Header.
    pub protected: Option<usize>,
    /// JWS Unprotected Header.
    pub unprotected: Option<usize>,
    /// JWS Signature.
    pub signature: Option<usize>,
}

/// Cleaned text, and where each run of it stood in the paste.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SourceText {
    /// The cleaned text.
    pub text: String,
    /// Runs in order, each copied unchanged from the paste.
    pub runs: Vec<Run>,
}

/// `len` bytes at `text` that stood at `paste`, one to one unless `width` differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Offset in the cleaned text.
    pub text: usize,
    /// Offset in the paste.
    pub paste: usize,
    /// Length in bytes in the cleaned text.
    pub len: usize,
    /// Length in bytes in the paste. It differs from `len` only where a surrounding layer
    /// (percent-encoding, HTML) wrote one character as several; the run is one character then.
    pub width: usize,
}

impl SourceText {
    /// Text that stands in the paste as it is, from `paste` on.
    pub fn verbatim(text: &str, paste: usize) -> Self {
        let mut source = SourceText::default();
        source.push(text, paste..paste.saturating_add(text.len()));
        source
    }

    /// Appends `text`, which stood at `origin` in the paste. Origins are given in order.
    pub fn push(&mut self, text: &str, origin: Range<usize>) {
        let width = origin.end.saturating_sub(origin.start);
        let plain = width == text.len();
        if let Some(last) = self.runs.last_mut()
            && plain
            && last.len == last.width
            && last.paste.saturating_add(last.len) == origin.start
        {
            last.len = last.len.saturating_add(width);
            last.width = last.len;
        } else {
            self.runs.push(Run {
                text: self.text.len(),
                paste: origin.start,
                len: text.len(),
                width,
            });
        }
        self.text.push_str(text);
    }

    /// The piece `range` of the text, with its origins.
    pub fn slice(&self, range: Range<usize>) -> SourceText {
        let mut piece = SourceText::default();
        let first = self.runs.partition_point(|run| run.text <= range.start);
        let runs = self.runs.get(first.saturating_sub(1)..).unwrap_or_default();
        for run in runs.iter().take_while(|run| run.text < range.end) {
            let start = run.text.max(range.start);
            let end = run.text.saturating_add(run.len).min(range.end);
            let Some(text) = self.text.get(start..end).filter(|text| !text.is_empty()) else {
                continue;
            };
            let origin = if run.len == run.width {
                let from = run.paste.saturating_add(start.saturating_sub(run.text));
                from..from.saturating_add(text.len())
            } else {
                run.paste..run.paste.saturating_add(run.width)
            };
            piece.push(text, origin);
        }
        piece
    }

    /// The range of the paste that the cleaned range came from (with what was removed between).
    pub fn in_paste(&self, range: Range<usize>) -> Range<usize> {
        let start = self.origin_of(range.start).start;
        if range.is_empty() {
            return start..start;
        }
        let end = self.origin_of(range.end.saturating_sub(1)).end;
        start..end.max(start)
    }

    /// What of the text came from this range of the paste. Empty where nothing did: then it says
    /// before which byte of the text that stood.
    pub fn of_paste(&self, range: Range<usize>) -> Range<usize> {
        let start = self.first_from(range.start);
        start..self.first_from(range.end.max(range.start)).max(start)
    }

    /// The first byte of the text that came from `paste` or after it.
    fn first_from(&self, paste: usize) -> usize {
        let after = |run: &Run| run.paste.saturating_add(run.width) <= paste;
        let Some(run) = self.runs.get(self.runs.partition_point(after)) else {
            return self.text.len();
        };
        let within = paste.saturating_sub(run.paste);
        let within = match run.len == run.width {
            true => within,
            // Inside what a layer wrote for one character: that character is behind.
            false if within > 0 => run.len,
            false => 0,
        };
        run.text.saturating_add(within)
    }

    /// The bytes of the paste that the byte at `offset` came from; past the end, the place
    /// where the text ends.
    fn origin_of(&self, offset: usize) -> Range<usize> {
        let after = self.runs.partition_point(|run| run.text <= offset);
        let Some(run) = after.checked_sub(1).and_then(|index| self.runs.get(index)) else {
            return offset..offset.saturating_add(1);
        };
        let within = offset.saturating_sub(run.text);
        if within >= run.len {
            let end = run.paste.saturating_add(run.width);
            return end..end;
        }
        if run.len != run.width {
            return run.paste..run.paste.saturating_add(run.width);
        }
        let at = run.paste.saturating_add(within);
        at..at.saturating_add(1)
    }
}

/// How a part's text carries its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Base64url: the usual case.
    Base64url,
    /// The characters are the bytes: an unprotected header, a payload under `b64: false`.
    Plain,
    /// Not in the token: detached content.
    Detached,
}

/// One part of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartText {
    /// Its role.
    pub part: Part,
    /// Its place in [`SourceText::text`].
    pub range: Range<usize>,
    /// How the text carries the bytes.
    pub encoding: Encoding,
    /// The bytes, as far as they could be read.
    pub bytes: Vec<u8>,
    /// Whether `bytes` is exactly what a strict reader gets.
    pub exact: bool,
    /// The bytes as JSON, for parts that should be JSON or turn out to be.
    pub json: Option<json::Document>,
}

impl Token {
    /// The first part with this role.
    pub fn part(&self, part: Part) -> Option<&PartText> {
        self.parts.iter().find(|text| text.part == part)
    }

    /// The characters of a part as they stand in the cleaned token.
    pub fn text_of(&self, part: &PartText) -> &str {
        self.source.text.get(part.range.clone()).unwrap_or_default()
    }

    /// The text of a compact token without Disclosures and Key Binding JWT: of an SD-JWT the
    /// issuer's JWT.
    pub fn jwt(&self) -> &str {
        let text = self.source.text.as_str();
        if self.family != Family::SdJwt {
            return text;
        }
        // Behind the tilde all is a Disclosure or the Key Binding JWT, or there is nothing.
        let behind = |part: &&PartText| matches!(part.part, Part::Disclosure | Part::KeyBinding);
        let first = self.parts.iter().find(behind);
        let end = first.map_or(text.len(), |part| part.range.start);
        text.get(..end.saturating_sub(1)).unwrap_or_default()
    }

    /// The protected JOSE Header of the first signature (or of the JWE).
    pub fn header(&self) -> Option<&json::Document> {
        self.part(Part::Header)?.json.as_ref()
    }

    /// The payload as JSON, when it is JSON.
    pub fn payload(&self) -> Option<&json::Document> {
        self.part(Part::Payload)?.json.as_ref()
    }

    /// The characters of a part with the escapes of a surrounding JSON string resolved: what
    /// the specifications call the value. In Compact Serialization the same as [`Token::text_of`].
    pub fn value_of(&self, part: &PartText) -> Cow<'_, str> {
        let text = self.text_of(part);
        let written_as_json = self.serialization != Serialization::Compact;
        if !written_as_json || !text.contains('\\') || part.json_text() {
            return Cow::Borrowed(text);
        }
        let quoted = format!("\"{text}\"");
        let document = json::parse(quoted.into_bytes());
        let value = document.root().and_then(|root| root.text());
        Cow::Owned(value.unwrap_or_default().into_owned())
    }

    /// Where the bytes `range` of a decoded part came from in the paste.
    pub fn origin(&self, part: &PartText, range: Range<usize>) -> Span {
        let chars = match part.encoding {
            Encoding::Base64url if part.exact => crate::base64url::chars_of_bytes(range),
            Encoding::Base64url => {
                alphabet_range(self.text_of(part), &crate::base64url::chars_of_bytes(range))
            }
            Encoding::Plain | Encoding::Detached => range,
        };
        self.span_in(part, chars)
    }

    /// The place in the paste of the characters `chars` (bytes of [`Token::text_of`]) of a part.
    pub fn span_in(&self, part: &PartText, chars: Range<usize>) -> Span {
        let place = |offset: usize| part.range.start.saturating_add(offset).min(part.range.end);
        let range = place(chars.start)..place(chars.end);
        Span::of(part.part, self.source.in_paste(range))
    }
}

impl PartText {
    /// Whether the part stands in the token as JSON text and not as a string.
    fn json_text(&self) -> bool {
        matches!(self.part, Part::UnprotectedHeader | Part::RecipientHeader)
    }
}

/// The byte range of `text` that holds the alphabet characters number `chars.start..chars.end`:
/// a lenient reading passes over all others.
fn alphabet_range(text: &str, chars: &Range<usize>) -> Range<usize> {
    let is_data = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+' | '/');
    let mut data = text.char_indices().filter(|(_, c)| is_data(*c));
    let start = data
        .by_ref()
        .nth(chars.start)
        .map_or(text.len(), |(at, _)| at);
    let further = chars.end.saturating_sub(chars.start).checked_sub(2);
    let end = match further {
        None => start.saturating_add(chars.end.saturating_sub(chars.start)),
        Some(skip) => data
            .nth(skip)
            .map_or(text.len(), |(at, c)| at.saturating_add(c.len_utf8())),
    };
    start..end.min(text.len()).max(start)
}
