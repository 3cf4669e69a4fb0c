//! From the cleaned text of a compact token to its parts and faults.
//! Spec: RFC 7515 §5.2 and §7.1, RFC 7516 §5.2, §7.1 and §9, RFC 9901 §4 and §7.

use super::algorithms;
use super::faults::{self, alphabet_faults, json_faults};
use super::part::{decode, looks_like_json};
use super::token::{Encoding, Family, PartText, Serialization, Signature, SourceText, Token};
use crate::base64url;
use crate::diagnostic::{Diagnostic, Fact};
use crate::json;
use crate::span::{Part, Span};
use std::ops::Range;

/// More faults than this are not listed: one is enough to make a token damaged.
pub(super) const MAX_FAULTS: usize = 64;

/// Segments beyond this are taken together: no specification has more than five.
const MAX_SEGMENTS: usize = 16;

/// Reads a compact token. Never fails: what is wrong stands in [`Token::faults`].
pub fn read_compact(source: SourceText) -> Token {
    let jwt = source.text.get(..end_of_jwt(&source.text));
    let mut segments = split(jwt.unwrap_or_default(), 0, '.');
    let mut missing_dots = Vec::new();
    if let Some((index, at)) = part_at_missing_dot(&source.text, &segments)
        && let Some(glued) = segments.get(index).cloned()
    {
        let parts = [glued.start..at, at..glued.end];
        segments.splice(index..index.saturating_add(1), parts);
        missing_dots.push(at);
    }
    read_segments(source, &segments, &missing_dots)
}

/// Reads a header, a payload and a signature that stand in `source` without any dot; `dots` are
/// the places where the dots should be. Three parts are all of it: a tilde in it ends none.
pub fn read_undotted(source: SourceText, dots: [usize; 2]) -> Token {
    let [first, second] = dots;
    let segments = [0..first, first..second, second..source.text.len()];
    read_segments(source, &segments, &dots)
}

/// Where the JWT in front of the Disclosures ends: at the tilde behind it, or with the text.
///
/// A JWE has no Disclosures. A payload under `b64: false` may have a tilde in it (RFC 7797 §5.2).
/// And where no dot is missing, be it with a Key Binding JWT or without, a tilde before the
/// second dot is a character too many of the part that it stands in.
fn end_of_jwt(text: &str) -> usize {
    let Some(first) = text.find('~') else {
        return text.len();
    };
    let mut dots = text.match_indices('.').map(|(at, _)| at);
    let header = dots.next().unwrap_or(text.len());
    let second = dots.next().filter(|second| first < *second);
    let text_of_header = text.get(..header).unwrap_or_default();
    let facts = HeaderFacts::of(&decode(Part::Header, 0..header, text_of_header));
    if facts.enc {
        return text.len();
    }
    let is_complete = matches!(dots.count(), 0 | 2);
    let Some(second) = second.filter(|_| is_complete || facts.unencoded_payload) else {
        return first;
    };
    let behind = text.get(second..).unwrap_or_default();
    let tilde = behind.find('~').unwrap_or(behind.len());
    second.saturating_add(tilde)
}

/// The last of `segments` ends the JWT; what stands behind are Disclosures.
fn read_segments(source: SourceText, segments: &[Range<usize>], missing_dots: &[usize]) -> Token {
    let text = source.text.clone();
    let mut token = Token {
        family: Family::Unknown,
        serialization: Serialization::Compact,
        source,
        parts: Vec::new(),
        signatures: Vec::new(),
        notes: Vec::new(),
        faults: Vec::new(),
    };
    let end = segments.last().map_or(text.len(), |last| last.end);
    let (jwt, rest) = text.split_at_checked(end).unwrap_or((&text, ""));
    let first = segments.first().cloned().unwrap_or(0..0);
    // One segment alone is a header, unless it reads like a JWT Claims Set.
    let mut header = read_part(&token, Part::Header, first);
    let mut facts = HeaderFacts::of(&header);
    token.family = family(&facts, segments.len(), !rest.is_empty());
    let roles = roles(token.family, &facts, segments);
    // With a dot too many in front of it, the header is the second.
    let place = roles.iter().position(|role| *role == Part::Header);
    if let Some(range) = place.filter(|at| *at > 0).and_then(|at| segments.get(at)) {
        header = read_part(&token, Part::Header, range.clone());
        facts = HeaderFacts::of(&header);
    }
    for (part, range) in roles.into_iter().zip(segments.iter()) {
        let unencoded = part == Part::Payload && facts.unencoded_payload;
        let read = if part == Part::Header {
            header.clone()
        } else if part == Part::Payload && range.is_empty() && detached_allowed(segments) {
            plain(part, range.clone(), Encoding::Detached, &text)
        } else if unencoded || part == Part::KeyBinding {
            plain(part, range.clone(), Encoding::Plain, &text)
        } else {
            read_part(&token, part, range.clone())
        };
        token.parts.push(read);
    }
    if !rest.is_empty() {
        read_disclosures(&mut token, rest, end);
    }
    token.signatures = vec![Signature {
        protected: position(&token, Part::Header),
        unprotected: None,
        signature: position(&token, Part::Signature),
    }];
    if token.family == Family::Jwe {
        token.signatures.clear();
    }
    token.faults = match missing_dots {
        [] => count_fault(&token, segments, jwt).into_iter().collect(),
        dots => dots.iter().map(|at| dot_missing(&token, *at)).collect(),
    };
    let faults = find_faults(&token, &facts);
    token.faults.extend(faults);
    token.faults.truncate(MAX_FAULTS);
    token
}

/// What the header says about the form of the token.
struct HeaderFacts {
    readable: bool,
    alg: Option<String>,
    enc: bool,
    unencoded_payload: bool,
    typ: Option<String>,
    cty: Option<String>,
}

impl HeaderFacts {
    fn of(header: &PartText) -> Self {
        let text = |name| {
            let value = header.json.as_ref()?.get(name)?;
            value.text().map(std::borrow::Cow::into_owned)
        };
        let member = |name| header.json.as_ref().and_then(|json| json.get(name));
        HeaderFacts {
            readable: header
                .json
                .as_ref()
                .is_some_and(|json| json.object().is_some()),
            alg: text("alg"),
            enc: member("enc").is_some(),
            unencoded_payload: member("b64").and_then(|b64| b64.as_bool()) == Some(false),
            typ: text("typ"),
            cty: text("cty"),
        }
    }

    /// Whether the payload is said to be a JWT Claims Set (RFC 7519 §5.1, RFC 8725 §3.11).
    fn says_claims(&self) -> bool {
        let says = |typ: &String| {
            let typ = typ.to_ascii_lowercase();
            let typ = typ.strip_prefix("application/").unwrap_or(&typ);
            typ == "jwt" || typ.ends_with("+jwt")
        };
        self.typ.as_ref().is_some_and(says) && self.cty.is_none()
    }
}

fn family(facts: &HeaderFacts, segments: usize, tilde: bool) -> Family {
    match segments {
        _ if tilde => Family::SdJwt,
        _ if facts.enc => Family::Jwe,
        5 if !facts.readable => Family::Jwe,
        1..=4 => Family::Jws,
        _ if facts.readable => Family::Jws,
        _ => Family::Unknown,
    }
}

const JWS_ROLES: [Part; 3] = [Part::Header, Part::Payload, Part::Signature];
const JWE_ROLES: [Part; 5] = [
    Part::Header,
    Part::EncryptedKey,
    Part::Iv,
    Part::Ciphertext,
    Part::Tag,
];

/// The roles of the segments, in their order. A doubled dot leaves an empty segment between
/// parts that can still be told apart; it gets no role.
fn roles(family: Family, facts: &HeaderFacts, segments: &[Range<usize>]) -> Vec<Part> {
    let known: &[Part] = match family {
        Family::Jwe => &JWE_ROLES,
        _ => &JWS_ROLES,
    };
    let one_payload = segments.len() == 1 && facts.readable && facts.alg.is_none() && !facts.enc;
    if one_payload {
        return vec![Part::Payload];
    }
    if segments.len() <= known.len() || (family == Family::Jwe && !facts.enc) {
        return pad(known.to_vec(), segments.len());
    }
    let filled = segments.iter().filter(|range| !range.is_empty()).count();
    if filled != known.len() {
        return pad(known.to_vec(), segments.len());
    }
    let mut next = known.iter().copied();
    segments
        .iter()
        .map(|range| match range.is_empty() {
            true => Part::Unknown,
            false => next.next().unwrap_or(Part::Unknown),
        })
        .collect()
}

fn pad(mut roles: Vec<Part>, len: usize) -> Vec<Part> {
    roles.resize(len.max(roles.len()), Part::Unknown);
    roles
}

/// An empty payload between two dots is detached content (RFC 7515 Appendix F).
fn detached_allowed(segments: &[Range<usize>]) -> bool {
    segments.len() == 3
}

fn split(text: &str, offset: usize, separator: char) -> Vec<Range<usize>> {
    let mut at = offset;
    let limit = match separator {
        '.' => MAX_SEGMENTS,
        _ => usize::MAX,
    };
    text.splitn(limit, separator)
        .map(|segment| {
            let start = at;
            at = at.saturating_add(segment.len()).saturating_add(1);
            start..start.saturating_add(segment.len())
        })
        .collect()
}

fn position(token: &Token, part: Part) -> Option<usize> {
    token.parts.iter().position(|text| text.part == part)
}

fn plain(part: Part, range: Range<usize>, encoding: Encoding, text: &str) -> PartText {
    let bytes = text
        .get(range.clone())
        .unwrap_or_default()
        .as_bytes()
        .to_vec();
    let json =
        (part == Part::Payload && looks_like_json(&bytes)).then(|| json::parse(bytes.clone()));
    PartText {
        part,
        range,
        encoding,
        bytes,
        exact: true,
        json,
    }
}

/// Decodes one segment of a compact token.
fn read_part(token: &Token, part: Part, range: Range<usize>) -> PartText {
    let text = token.source.text.get(range.clone()).unwrap_or_default();
    decode(part, range, text)
}

fn read_disclosures(token: &mut Token, rest: &str, offset: usize) {
    let mut segments = split(rest, offset, '~');
    // What stands before the first tilde is the JWT; behind the last one the Key Binding JWT.
    let key_binding = segments.pop();
    for range in segments.into_iter().skip(1) {
        let part = read_part(token, Part::Disclosure, range);
        token.parts.push(part);
    }
    if let Some(range) = key_binding.filter(|range| !range.is_empty()) {
        let part = plain(Part::KeyBinding, range, Encoding::Plain, &token.source.text);
        token.parts.push(part);
    }
}

fn find_faults(token: &Token, facts: &HeaderFacts) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for part in &token.parts {
        if found.len() >= MAX_FAULTS {
            break;
        }
        found.extend(alphabet_faults(token, part));
        match part.part {
            Part::Header => found.extend(faults::header_faults(token, part)),
            Part::Payload => found.extend(payload_faults(token, part, facts)),
            Part::Disclosure => found.extend(faults::disclosure_faults(token, part)),
            Part::KeyBinding => found.extend(key_binding_faults(token, part)),
            _ => {}
        }
        found.extend(empty_fault(token, part, facts));
    }
    found
}

/// The number of parts, with the place where the first is missing or too many.
fn count_fault(token: &Token, segments: &[Range<usize>], jwt: &str) -> Option<Diagnostic> {
    let expected = match token.family {
        Family::Jws | Family::SdJwt => 3,
        Family::Jwe => 5,
        Family::Unknown => 0,
    };
    if segments.len() == expected {
        return None;
    }
    let found = jwt.split('.').count();
    let doubled = segments
        .iter()
        .position(|range| range.is_empty())
        .filter(|_| segments.len() > expected && expected > 0);
    let end = token.source.text.len();
    if let Some(index) = doubled {
        let range = segments.get(index).cloned().unwrap_or(end..end);
        // The dot before an empty part is the one too many; at the very front, the one behind.
        let dot = match range.start.checked_sub(1) {
            Some(before) => before..range.start,
            None => 0..1,
        };
        let at = token.source.in_paste(dot);
        return Some(
            Diagnostic::danger("structure-dot-doubled")
                .at(Span::around(at))
                .with("found", found)
                .with("expected", expected),
        );
    }
    let place = match segments.get(expected).filter(|_| expected > 0) {
        Some(extra) => extra.start..end,
        None => end..end,
    };
    let code = match token.family {
        Family::Unknown => "structure-parts-unknown",
        Family::Jwe => "structure-parts-jwe",
        _ => "structure-parts-jws",
    };
    Some(
        Diagnostic::danger(code)
            .at(Span::around(token.source.in_paste(place)))
            .with("found", found)
            .with("expected", expected),
    )
}

/// A missing dot shows itself in a token of two segments: the JSON text of one ends and further
/// characters follow. The segment, and the place in the text where the dot should be.
fn part_at_missing_dot(text: &str, segments: &[Range<usize>]) -> Option<(usize, usize)> {
    if segments.len() != 2 {
        return None;
    }
    segments.iter().enumerate().find_map(|(index, range)| {
        let segment = text.get(range.clone())?;
        let lenient = base64url::decode_lenient(segment);
        let is_object = lenient.bytes.starts_with(b"{");
        let json = is_object.then(|| json::parse(lenient.bytes))?;
        let first = json.faults().first()?;
        let end = json.root()?.span().end;
        let at = base64url::chars_of_bytes(0..end).end;
        let glued = first.expected == json::Expected::End && at < segment.len();
        (glued && segment.is_char_boundary(at)).then(|| (index, range.start.saturating_add(at)))
    })
}

fn dot_missing(token: &Token, at: usize) -> Diagnostic {
    let part = token.parts.iter().find(|part| part.range.end == at);
    let place = token.source.in_paste(at..at.saturating_add(1)).start;
    let part = part.map_or(Part::Unknown, |part| part.part);
    Diagnostic::danger("structure-dot-missing")
        .at(Span::of(part, place..place))
        .with("part", part_word(part))
        .with("found", token.source.text.split('.').count())
        .with("expected", 3_usize)
}

fn part_word(part: Part) -> Fact {
    faults::part_word(part)
}

/// A payload that should be a JWT Claims Set, or begins like one, and is not.
fn payload_faults(token: &Token, part: &PartText, facts: &HeaderFacts) -> Vec<Diagnostic> {
    if part.encoding == Encoding::Detached || part.range.is_empty() {
        return Vec::new();
    }
    match &part.json {
        Some(json) => json_faults(token, part, json),
        None if facts.says_claims() && facts.readable => {
            vec![faults::not_json(token, part)]
        }
        None => Vec::new(),
    }
}

fn key_binding_faults(token: &Token, part: &PartText) -> Vec<Diagnostic> {
    let text = token.text_of(part);
    let found = text.split('.').count();
    if found == 3 {
        let start = part.range.start;
        let inner: Vec<_> = split(text, start, '.')
            .into_iter()
            .map(|range| read_part(token, Part::KeyBinding, range))
            .flat_map(|inner| alphabet_faults(token, &inner))
            .collect();
        return inner;
    }
    vec![
        Diagnostic::danger("structure-key-binding")
            .at(token.span_in(part, 0..text.len()))
            .with("found", found),
    ]
}

/// Parts that may not be empty.
fn empty_fault(token: &Token, part: &PartText, facts: &HeaderFacts) -> Option<Diagnostic> {
    if !part.range.is_empty() {
        return None;
    }
    // What an unknown algorithm needs is not known either.
    let alg = facts.alg.as_deref().unwrap_or_default();
    let allowed = match part.part {
        Part::Signature => algorithms::signature_algorithm(alg).is_none() && facts.alg.is_some(),
        Part::EncryptedKey => !alg.ends_with("KW") && !alg.starts_with("RSA"),
        Part::Payload => part.encoding == Encoding::Detached,
        Part::Ciphertext | Part::Unknown => true,
        _ => false,
    };
    (!allowed).then(|| {
        Diagnostic::danger("structure-part-empty")
            .at(token.span_in(part, 0..0))
            .with("part", part_word(part.part))
    })
}
