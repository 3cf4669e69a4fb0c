//! From the first character of a compact token to its last, through line breaks, white space and
//! escapes, and no further: the last part ends where its algorithm says that it is complete.
//! Spec: RFC 7515 §7.1, RFC 7516 §7.1, RFC 9901 §4.

use super::atoms::{Atom, Gap, Kind, atom};
use super::expectation::Expectation;
use super::layers::Layer;
use super::phase::Phase;
use super::shape::{Progress, Shape, begins_object};
use super::solid;
use crate::jose::token::SourceText;
use std::ops::Range;

/// A token's text as it was gathered.
#[derive(Clone, Debug)]
pub(super) struct Gathered {
    pub source: SourceText,
    /// Where it stands in the paste, from its first character to its last.
    pub range: Range<usize>,
    /// What was removed inside.
    pub removed: Removed,
    /// `…` or `...` right behind it.
    pub ellipsis: Option<Range<usize>>,
    /// Dots in it.
    pub dots: usize,
}

/// What was removed inside a token, each with the first place.
#[derive(Clone, Debug, Default)]
pub(super) struct Removed {
    pub line_breaks: usize,
    pub spaces: usize,
    pub joints: usize,
    pub markup: usize,
    pub layers: Vec<(Layer, usize)>,
    pub first: Option<Range<usize>>,
}

/// Gathers the token that begins at `start`.
pub(super) fn gather(paste: &str, start: usize) -> Gathered {
    let mut gatherer = Gatherer::new(paste, start);
    while gatherer.step() {}
    gatherer.finish()
}

struct Gatherer<'a> {
    paste: &'a str,
    at: usize,
    start: usize,
    end: usize,
    source: SourceText,
    removed: Removed,
    ellipsis: Option<Range<usize>>,
    dots: usize,
    phase: Phase,
    expect: Expectation,
    /// Where in the cleaned text the current part begins.
    part_start: usize,
    shape: Shape,
    /// Columns of a line that was broken inside a part, when one was.
    wrapped_at: Option<usize>,
    /// Where the current line of the paste begins, once the token has gone to a further line.
    line_start: Option<usize>,
    /// The character right before the token.
    before: Option<char>,
    /// Whether the paste is this token and nothing else; asked once, when it matters.
    solid: Option<bool>,
}

impl<'a> Gatherer<'a> {
    fn new(paste: &'a str, start: usize) -> Self {
        let ahead = paste.get(..start).unwrap_or_default();
        Gatherer {
            paste,
            at: start,
            start,
            end: start,
            source: SourceText::default(),
            removed: Removed::default(),
            ellipsis: None,
            dots: 0,
            phase: Phase::Header,
            expect: Expectation::unknown(),
            part_start: 0,
            shape: Shape::new(),
            wrapped_at: None,
            line_start: None,
            before: ahead.chars().next_back(),
            solid: (!solid::leads(paste, start)).then_some(false),
        }
    }

    fn finish(self) -> Gathered {
        Gathered {
            source: self.source,
            range: self.start..self.end,
            removed: self.removed,
            ellipsis: self.ellipsis,
            dots: self.dots,
        }
    }

    fn line_start(&self) -> usize {
        let ahead = self.paste.get(..self.start).unwrap_or_default();
        self.line_start.unwrap_or_else(|| line_start(ahead))
    }

    /// Bytes of the current line so far.
    fn width(&self) -> usize {
        self.at.saturating_sub(self.line_start())
    }

    fn part_len(&self) -> usize {
        self.source.text.len().saturating_sub(self.part_start)
    }

    /// Takes the next atom; false at the end of the token.
    fn step(&mut self) -> bool {
        let Some(atom) = atom(self.paste, self.at) else {
            return false;
        };
        match atom.kind {
            Kind::Word => self.take(atom),
            Kind::Dot => self.dot(atom),
            Kind::Tilde => self.tilde(atom),
            // A JWE of five parts, four of them empty: nobody shortens a text with four dots.
            Kind::Ellipsis if self.is_empty_jwe(atom) => (0..4).all(|offset| {
                let start = atom.start.saturating_add(offset);
                self.dot(Atom {
                    kind: Kind::Dot,
                    start,
                    end: start.saturating_add(1),
                    ..atom
                })
            }),
            Kind::Ellipsis => {
                self.ellipsis = Some(atom.start..atom.end);
                false
            }
            Kind::Gap(gap) => self.gap(atom, gap),
            Kind::Invisible(_) => self.odd(atom, true),
            Kind::Other(c) => self.other(atom, c),
        }
    }

    fn take(&mut self, atom: Atom) -> bool {
        let mut buffer = [0_u8; 4];
        let text = match atom.resolved {
            Some(c) => &*c.encode_utf8(&mut buffer),
            None => self.paste.get(atom.start..atom.end).unwrap_or_default(),
        };
        self.shape = self.shape.after(text);
        self.source.push(text, atom.start..atom.end);
        if let Some(layer) = atom.layer {
            self.removed.note_layer(layer, atom.start..atom.end);
        }
        self.at = atom.end;
        self.end = atom.end;
        true
    }

    fn is_empty_jwe(&self, dots: Atom) -> bool {
        self.phase == Phase::Header
            && self.paste.get(dots.start..dots.end) == Some("....")
            && Expectation::of_header(&self.source.text).dots == 4
    }

    fn next_kind(&self, after: usize) -> Option<Kind> {
        atom(self.paste, after).map(|atom| atom.kind)
    }

    fn dot(&mut self, dot: Atom) -> bool {
        let next = self.next_kind(dot.end);
        let bare = !matches!(next, Some(Kind::Word | Kind::Dot | Kind::Tilde));
        // Nor does a Key Binding JWT begin with a dot.
        let bare_tilde = self.phase == Phase::Disclosure && self.part_len() == 0;
        let full = self.dots >= self.all_dots() || bare_tilde;
        // The full stop of a sentence, when there is a sentence.
        if full && bare && self.in_prose() {
            return false;
        }
        // A dot that stands on a further line belongs to what comes there.
        self.take(dot);
        match self.phase {
            Phase::Header => {
                let header = self.source.text.strip_suffix('.').unwrap_or_default();
                self.expect = Expectation::of_header(header);
                self.phase = Phase::Middle;
            }
            Phase::Disclosure => {
                let header = self.source.text.get(self.part_start..);
                let header = header.and_then(|text| text.strip_suffix('.'));
                self.expect.last = Expectation::of_header(header.unwrap_or_default()).last;
                self.phase = Phase::KeyBinding;
            }
            Phase::Middle | Phase::Last | Phase::KeyBinding => {}
        }
        self.dots = self.dots.saturating_add(1);
        if self.phase == Phase::Middle && self.dots >= self.expect.dots {
            self.phase = Phase::Last;
        }
        self.begin_part();
        if self.dots == 1 && self.expect.unencoded_payload && dot.layer.is_none() {
            self.unencoded_payload();
        }
        true
    }

    /// The payload under `b64: false`: any character but a dot, on the same line.
    fn unencoded_payload(&mut self) {
        let rest = self.paste.get(self.at..).unwrap_or_default();
        let stop = rest.find(['.', '\n', '\r']);
        if let Some(len) = stop.filter(|len| rest.get(*len..).is_some_and(|r| r.starts_with('.'))) {
            let end = self.at.saturating_add(len);
            let text = rest.get(..len).unwrap_or_default();
            self.source.push(text, self.at..end);
            self.at = end;
            self.end = end;
        }
    }

    /// Dots that the token may have.
    fn all_dots(&self) -> usize {
        self.expect.dots.saturating_add(self.phase.further_dots())
    }

    fn begin_part(&mut self) {
        self.part_start = self.source.text.len();
        self.shape = Shape::new();
    }

    fn tilde(&mut self, tilde: Atom) -> bool {
        if self.dots < 2 || self.expect.dots != 2 {
            return self.odd(tilde, false);
        }
        self.take(tilde);
        self.phase = Phase::Disclosure;
        self.begin_part();
        true
    }

    fn gap(&mut self, atom: Atom, gap: Gap) -> bool {
        if !self.goes_on_after(atom.end, gap) && !self.is_solid(atom.end) {
            return false;
        }
        if gap.lines > 0 {
            if self.part_len() > 0 && self.next_kind(atom.end) != Some(Kind::Dot) {
                self.wrapped_at = Some(self.width());
            }
            let crossed = self.paste.get(atom.start..atom.end).unwrap_or_default();
            let last = crossed.rfind('\n').map_or(0, |at| at.saturating_add(1));
            self.line_start = Some(atom.start.saturating_add(last));
        }
        self.removed.note_gap(atom, gap);
        self.at = atom.end;
        true
    }

    /// Whether all that follows is the rest of this token, wherever it was broken.
    fn is_solid(&mut self, next: usize) -> bool {
        if next >= self.paste.len() {
            return false;
        }
        if self.solid.is_none() {
            self.solid = Some(solid::is_rest_of_token(self.paste, next, &self.source));
        }
        self.solid == Some(true)
    }

    /// Whether the token goes on at `next`, behind a gap.
    fn goes_on_after(&self, next: usize, gap: Gap) -> bool {
        let Some(following) = atom(self.paste, next) else {
            return false;
        };
        match following.kind {
            Kind::Dot => {
                let empty = self.part_len() == 0 && gap.lines == 0;
                self.dots < self.all_dots() && !empty
            }
            Kind::Tilde => matches!(
                self.phase,
                Phase::Last | Phase::Disclosure | Phase::KeyBinding
            ),
            Kind::Word => {
                let chunk = Chunk::at(self.paste, following);
                if !chunk.token_like {
                    return false;
                }
                self.word_goes_on(&chunk, gap)
            }
            _ => false,
        }
    }

    fn word_goes_on(&self, chunk: &Chunk<'_>, gap: Gap) -> bool {
        let wraps = (gap.lines > 0 && chunk.fills_line) || gap.joint || gap.markup;
        match self.phase {
            Phase::Header => {
                if self.shape.progress() == Progress::Complete {
                    return false;
                }
                if begins_object(chunk.word) {
                    return self.shape.awaits_value();
                }
                wraps || self.fits_shape(chunk.word)
            }
            Phase::Middle if self.part_len() == 0 => {
                wraps || begins_object(chunk.word) || chunk.word.len() >= 16
            }
            Phase::Middle => {
                if self.shape.progress() == Progress::Complete {
                    return false;
                }
                if begins_object(chunk.word) && !self.shape.awaits_value() {
                    return false;
                }
                // The parts of a JWE are not JSON text, so nothing but the count can tell.
                wraps || self.expect.dots == 4 || self.fits_shape(chunk.word)
            }
            Phase::Last => self.last_goes_on(chunk, gap),
            Phase::Disclosure => {
                if self.part_len() == 0 {
                    return begins_array(chunk.word) || is_key_binding(chunk.word);
                }
                self.shape.progress() == Progress::Open && (wraps || self.fits_shape(chunk.word))
            }
            Phase::KeyBinding => {
                if begins_object(chunk.word) && self.part_len() > 0 {
                    return self.shape.awaits_value();
                }
                if self.dots >= self.expect.dots.saturating_add(2) {
                    return self.last_goes_on(chunk, gap);
                }
                wraps
            }
        }
    }

    /// Whether the JSON text that has begun can go on with `word`.
    fn fits_shape(&self, word: &str) -> bool {
        self.shape.progress() != Progress::Broken
            && self.shape.after(word).progress() != Progress::Broken
    }

    fn last_goes_on(&self, chunk: &Chunk<'_>, gap: Gap) -> bool {
        let len = self.part_len();
        if begins_object(chunk.word) {
            return false;
        }
        if self.expect.fits(len) {
            // An RSA signature may be twice as long, when its lines are full and go on.
            let full = gap.lines > 0 && self.wrapped_at == Some(self.width());
            return full && self.completes(len, chunk.start);
        }
        if self.completes(len, chunk.start) {
            return true;
        }
        if gap.joint {
            return true;
        }
        if gap.lines == 0 || chunk.dotted || !chunk.fills_line {
            return false;
        }
        if len == 0 {
            return chunk.word.len() >= 16;
        }
        // Lines of one width, the last one shorter: text that a program wrapped.
        let width = self.width();
        let same =
            self.wrapped_at == Some(width) || (self.wrapped_at.is_none() && WRAPS.contains(&width));
        let not_a_name = chunk.word.len() == width || chunk.word.len() >= 12 || mixed(chunk.word);
        same && chunk.word.len() <= width && not_a_name
    }

    /// Whether a few of the words that follow give the last part a length that it can have.
    fn completes(&self, len: usize, mut at: usize) -> bool {
        let longest = self.expect.longest();
        let mut total = len;
        while total < longest {
            let Some(next) = atom(self.paste, at) else {
                return false;
            };
            match next.kind {
                Kind::Word => {
                    let chunk = Chunk::at(self.paste, next);
                    if !chunk.token_like || chunk.dotted {
                        return false;
                    }
                    total = total.saturating_add(chunk.word.len());
                    if self.expect.fits(total) && chunk.ends {
                        return true;
                    }
                }
                Kind::Gap(_) => {}
                _ => return false,
            }
            at = next.end;
        }
        false
    }

    fn other(&mut self, atom: Atom, c: char) -> bool {
        let next = self.next_kind(atom.end);
        let goes_on = matches!(next, Some(Kind::Word | Kind::Dot | Kind::Tilde));
        let complete = self.phase == Phase::Last && self.expect.fits(self.part_len());
        match c {
            '=' => self.part_len() > 0 && self.take(atom),
            '+' | '/' if complete || self.part_len() == 0 => {
                let rest = self.paste.get(atom.start..).unwrap_or("");
                self.expect.goes_on(self.dots, self.part_len(), rest) && self.take(atom)
            }
            '/' if self.before == Some('/') && self.dots >= self.expect.dots => false,
            '+' | '/' => self.take(atom),
            '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '«' | '»' | '<' | '>' | '(' | ')' | '['
            | ']' | '{' | '}' | '\\' | '&' => false,
            ',' | ';' | ':' | '?' | '#' | '|' => {
                self.dots < self.expect.dots
                    && self.shape.progress() != Progress::Complete
                    && self.reaches_dot(atom.end)
                    && self.odd(atom, false)
            }
            _ => !complete && goes_on && self.odd(atom, false),
        }
    }

    /// Whether the text goes on without a gap to a dot. Bounded: this decides about one character.
    fn reaches_dot(&self, at: usize) -> bool {
        atom(self.paste, at).is_some_and(|next| match next.kind {
            Kind::Word => self.next_kind(next.end) == Some(Kind::Dot),
            Kind::Dot => self.next_kind(next.end) == Some(Kind::Word),
            _ => false,
        })
    }

    /// A character that does not belong into a part, with token characters on both sides.
    fn odd(&mut self, atom: Atom, invisible: bool) -> bool {
        if self.phase == Phase::Last && self.expect.fits(self.part_len()) {
            return false;
        }
        let mut end = atom.end;
        let mut steps = 0_u32;
        let inside = loop {
            match self.next_kind(end) {
                Some(Kind::Word | Kind::Dot) => break true,
                Some(Kind::Tilde) => break self.dots >= 2 || !invisible,
                Some(Kind::Invisible(c)) if steps < 8 => {
                    end = end.saturating_add(c.len_utf8());
                    steps = steps.saturating_add(1);
                }
                _ => break false,
            }
        };
        inside && self.take(atom)
    }

    /// Whether words stand before or behind the token on its line.
    fn in_prose(&self) -> bool {
        let ahead = self.paste.get(..self.start).unwrap_or_default();
        let line = self
            .paste
            .get(line_start(ahead)..self.start)
            .unwrap_or_default();
        let before = line.trim_end();
        let words_before = before.len() < line.len() && before.ends_with(char::is_alphanumeric);
        let behind = self
            .paste
            .get(self.at.saturating_add(1)..)
            .unwrap_or_default();
        let mut behind = behind.chars();
        let words_behind =
            behind.next() == Some(' ') && behind.next().is_some_and(char::is_alphanumeric);
        words_before || words_behind
    }
}

/// Columns that programs wrap text at.
const WRAPS: std::ops::RangeInclusive<usize> = 56..=132;

pub(super) fn mixed(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
        || word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
}

/// `WyJ…`: a JSON array of which a Disclosure is made.
pub(super) fn begins_array(word: &str) -> bool {
    let shape = Shape::new().after(word.get(..word.len().min(64)).unwrap_or_default());
    word.starts_with('W') && shape.progress() != Progress::Broken
}

/// A header whose `typ` is `kb+jwt` (RFC 9901 §4.3).
fn is_key_binding(word: &str) -> bool {
    if !begins_object(word) {
        return false;
    }
    let document = crate::json::parse(crate::base64url::decode_lenient(word).bytes);
    let typ = document.get("typ").and_then(|value| value.text());
    typ.as_deref() == Some("kb+jwt")
}

/// The text up to the next gap, seen from a word behind a gap.
struct Chunk<'a> {
    start: usize,
    word: &'a str,
    /// It can be a line of a token: token characters, then a gap, a closing mark or the end.
    token_like: bool,
    /// A dot follows its first word.
    dotted: bool,
    /// Its first word is a whole part or the end of one.
    ends: bool,
    /// Nothing but a line break, a closing mark or the end comes behind it.
    fills_line: bool,
}

impl<'a> Chunk<'a> {
    fn at(paste: &'a str, word: Atom) -> Self {
        let mut chunk = Chunk {
            start: word.start,
            word: paste.get(word.start..word.end).unwrap_or_default(),
            token_like: true,
            dotted: false,
            ends: true,
            fills_line: true,
        };
        let Some(next) = atom(paste, word.end) else {
            return chunk;
        };
        match next.kind {
            Kind::Gap(gap) => {
                let rest = paste.len() > next.end;
                chunk.fills_line = gap.lines > 0 || gap.joint || gap.markup || !rest;
            }
            Kind::Tilde => {}
            Kind::Dot => {
                chunk.dotted = true;
                chunk.ends = false;
            }
            Kind::Word | Kind::Ellipsis | Kind::Invisible(_) => chunk.ends = false,
            // `name: value` and `name=value` are something else than a line of a token, and so
            // is `word (`; padding is one of its lines.
            Kind::Other(':') => chunk.token_like = false,
            Kind::Other('=') => {
                let padding = matches!(
                    atom(paste, next.end).map(|atom| atom.kind),
                    None | Some(Kind::Other('=') | Kind::Gap(_) | Kind::Dot)
                );
                chunk.token_like = padding;
            }
            Kind::Other(_) => {}
        }
        chunk
    }
}

/// How far back the beginning of a line is looked for: no program wraps wider.
const WIDEST_LINE: usize = 1024;

/// Where the line begins that the end of `ahead` stands in.
fn line_start(ahead: &str) -> usize {
    let bytes = ahead.as_bytes();
    let from = bytes.len().saturating_sub(WIDEST_LINE);
    let near = bytes.get(from..).unwrap_or_default();
    let newline = near.iter().rposition(|byte| *byte == b'\n');
    from.saturating_add(newline.map_or(0, |at| at.saturating_add(1)))
}

impl Removed {
    fn note_gap(&mut self, atom: Atom, gap: Gap) {
        if gap.lines > 0 {
            self.line_breaks = self.line_breaks.saturating_add(gap.lines as usize);
        }
        if gap.joint {
            self.joints = self.joints.saturating_add(1);
        }
        if gap.markup {
            self.markup = self.markup.saturating_add(1);
        }
        if gap.lines == 0 && !gap.joint && !gap.markup {
            self.spaces = self.spaces.saturating_add(1);
        }
        if let Some(layer) = atom
            .layer
            .filter(|layer| *layer != Layer::Html || !gap.markup)
        {
            self.note_layer(layer, atom.start..atom.end);
        }
        self.first.get_or_insert(atom.start..atom.end);
    }

    fn note_layer(&mut self, layer: Layer, at: Range<usize>) {
        match self.layers.iter_mut().find(|(known, _)| *known == layer) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => self.layers.push((layer, 1)),
        }
        self.first.get_or_insert(at);
    }
}
