//! What stands right around a token, named: an authentication scheme, a header line, a cookie,
//! a member of a JSON text, a parameter of a URL, quotes.
//! Spec: RFC 6750 §2, RFC 9110 §11.4, RFC 6265 §4, RFC 8259 §4.

use super::atoms::is_invisible;
use super::layers::{self, Layer};
use super::scan::Sighting;
use crate::diagnostic::Diagnostic;
use crate::span::Span;
use std::ops::Range;

/// How far around a token is looked.
const WINDOW: usize = 240;

/// The notes on what was removed around and inside a token.
pub(super) fn notes(paste: &str, sighting: &Sighting) -> Vec<Diagnostic> {
    let mut notes = inside(sighting);
    let front = match &sighting.glued {
        Some(glued) => {
            let scheme = paste.get(glued.clone()).unwrap_or_default();
            let scheme = scheme.trim_end_matches(['_', '-']);
            notes.push(note("paste-bearer", glued.clone()).with("scheme", scheme));
            glued.start
        }
        None => sighting.gathered.range.start,
    };
    let mut before = Before::new(paste, front, sighting.gathered.range.end);
    before.read();
    notes.append(&mut before.notes);
    notes.extend(behind(paste, sighting));
    notes
}

fn note(code: &'static str, at: Range<usize>) -> Diagnostic {
    Diagnostic::info(code).at(Span::around(at))
}

fn inside(sighting: &Sighting) -> Vec<Diagnostic> {
    let removed = &sighting.gathered.removed;
    let place = removed.first.clone().unwrap_or(0..0);
    let counted =
        |code, count: usize| (count > 0).then(|| note(code, place.clone()).with("count", count));
    let mut notes: Vec<Diagnostic> = [
        counted("paste-line-breaks", removed.line_breaks),
        counted("paste-spaces", removed.spaces),
        counted("paste-joints", removed.joints),
        counted("paste-markup", removed.markup),
    ]
    .into_iter()
    .flatten()
    .collect();
    for (layer, count) in &removed.layers {
        notes.push(note(layer_code(*layer), place.clone()).with("count", *count));
    }
    notes
}

pub(super) fn layer_code(layer: Layer) -> &'static str {
    match layer {
        Layer::Percent => "paste-percent",
        Layer::Html => "paste-html",
        Layer::Backslash => "paste-escapes",
    }
}

/// Reads backwards from a token, one layer after the other.
struct Before<'a> {
    paste: &'a str,
    /// The window that is left, and where it begins in the paste.
    text: &'a str,
    from: usize,
    behind: &'a str,
    notes: Vec<Diagnostic>,
    layers: Vec<Layer>,
}

impl<'a> Before<'a> {
    fn new(paste: &'a str, front: usize, end: usize) -> Self {
        let mut from = front.saturating_sub(WINDOW);
        while !paste.is_char_boundary(from) {
            from = from.saturating_add(1);
        }
        Before {
            paste,
            text: paste.get(from..front).unwrap_or_default(),
            from,
            behind: paste.get(end..).unwrap_or_default(),
            notes: Vec::new(),
            layers: Vec::new(),
        }
    }

    fn end(&self) -> usize {
        self.from.saturating_add(self.text.len())
    }

    fn shorten(&mut self, len: usize) -> Range<usize> {
        let kept = self.text.len().saturating_sub(len);
        let old = self.end();
        self.text = self.text.get(..kept).unwrap_or_default();
        self.end()..old
    }

    /// The character before, with escapes resolved, and its length.
    fn last(&self) -> Option<(char, usize, Option<Layer>)> {
        let plain = self.text.chars().next_back()?;
        // The longest escape that ends here wins: `&quot;`, `%20`, `\"`.
        let start = self.text.len().saturating_sub(10);
        for at in start..self.text.len() {
            if !self.text.is_char_boundary(at) {
                continue;
            }
            let Some(escape) = layers::escape(self.text, at) else {
                continue;
            };
            if at.saturating_add(escape.len) == self.text.len() {
                return Some((escape.character, escape.len, Some(escape.layer)));
            }
        }
        Some((plain, plain.len_utf8(), None))
    }

    fn take_last(&mut self) {
        if let Some((_, len, layer)) = self.last() {
            let range = self.shorten(len);
            if let Some(layer) = layer.filter(|layer| !self.layers.contains(layer)) {
                self.layers.push(layer);
                self.notes
                    .push(note(layer_code(layer), range).with("count", 1_usize));
            }
        }
    }

    fn take_while(&mut self, belongs: impl Fn(char) -> bool) -> Range<usize> {
        let end = self.end();
        while self.last().is_some_and(|(c, _, _)| belongs(c)) {
            self.take_last();
        }
        self.end()..end
    }

    fn read(&mut self) {
        let edge = self.take_while(|c| c.is_whitespace() || is_invisible(c));
        self.edge_notes(edge);
        self.scheme();
        let quoted = self.quotes();
        self.take_while(char::is_whitespace);
        if !self.name(quoted) && !self.text.is_empty() && self.notes.is_empty() {
            self.other_text();
        }
    }

    fn edge_notes(&mut self, edge: Range<usize>) {
        let text = self.paste.get(edge.clone()).unwrap_or_default();
        if let Some(c) = text.chars().find(|c| is_invisible(*c)) {
            self.notes.push(
                note("paste-invisible", edge.clone())
                    .with("code-point", crate::jose::faults::code_point(c)),
            );
        }
        if text.contains(char::is_whitespace) && self.text.is_empty() {
            self.notes.push(note("paste-white-space", edge));
        }
    }

    fn scheme(&mut self) {
        const SCHEMES: [&str; 5] = ["bearer", "dpop", "jwt", "token", "gnap"];
        let word = trailing(self.text, |c| c.is_ascii_alphanumeric());
        let known = SCHEMES
            .iter()
            .any(|scheme| word.eq_ignore_ascii_case(scheme));
        if known {
            let name = word.to_owned();
            // `+` stands for a space in a form.
            let range = self.shorten(name.len());
            self.notes
                .push(note("paste-bearer", range).with("scheme", name));
            self.take_while(|c| c.is_whitespace() || c == '+');
        } else if self.text.ends_with('+') {
            let kept = self.text.trim_end_matches('+');
            let word = trailing(kept, |c| c.is_ascii_alphanumeric());
            if SCHEMES
                .iter()
                .any(|scheme| word.eq_ignore_ascii_case(scheme))
            {
                let pluses = self.text.len().saturating_sub(kept.len());
                self.shorten(pluses);
                self.scheme();
            }
        }
    }

    fn quotes(&mut self) -> bool {
        let range = self.take_while(is_quote);
        let quoted = !range.is_empty();
        if quoted {
            self.notes.push(note("paste-quotes", range));
        }
        quoted
    }

    /// `"name":`, `name=`, `name:` with what is known of the place where such names stand.
    fn name(&mut self, quoted: bool) -> bool {
        let Some((mark, _, _)) = self.last() else {
            return false;
        };
        if !matches!(mark, ':' | '=') {
            if mark == '/' {
                let at = self.end();
                self.notes.push(note("paste-url-path", at..at));
                return true;
            }
            return false;
        }
        let end = self.end();
        self.take_last();
        // `==` and `=>` in source code.
        self.take_while(|c| c.is_whitespace());
        let name_quoted = !self.take_while(is_quote).is_empty();
        let name = trailing(self.text, is_name).to_owned();
        if name.is_empty() {
            return false;
        }
        let range = self.shorten(name.len());
        let before = self.last().map(|(c, _, _)| c);
        let code = match (mark, before) {
            (':', _) if name_quoted => "paste-json-member",
            ('=', Some('?' | '&')) => "paste-url",
            ('=', Some('#')) => "paste-url",
            ('=', _) if self.in_cookie_line() => "paste-cookie",
            ('=', Some(';')) => "paste-cookie",
            ('=', _) if is_cookie_tail(self.behind) => "paste-cookie",
            (':', _) if is_header_name(&name) => "paste-header-line",
            (':', _) if quoted && self.text.trim_end().ends_with(['{', ',']) => "paste-json-member",
            _ => "paste-setting",
        };
        self.notes
            .push(note(code, range.start..end).with("name", name));
        true
    }

    fn in_cookie_line(&self) -> bool {
        let line = self.text.rsplit('\n').next().unwrap_or_default();
        let line = line.to_ascii_lowercase();
        line.contains("cookie:") || line.contains("-b '") || line.contains("--cookie")
    }

    fn other_text(&mut self) {
        let end = self.end();
        let word = trailing(self.text, |c| !c.is_whitespace());
        let start = end.saturating_sub(word.len());
        self.notes.push(note("paste-text", start..end));
    }
}

fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '`' | '“' | '”' | '„' | '‘' | '’' | '«' | '»'
    )
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '[' | ']' | '$')
}

/// The characters at the end of `text` that belong.
fn trailing(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| belongs(*c))
        .last()
        .map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

/// Header field names that tokens stand in.
fn is_header_name(name: &str) -> bool {
    const NAMES: [&str; 5] = [
        "authorization",
        "proxy-authorization",
        "cookie",
        "set-cookie",
        "dpop",
    ];
    let lower = name.to_ascii_lowercase();
    NAMES.contains(&lower.as_str()) || lower.starts_with("x-")
}

/// What stands behind: white space, a closing quote, a comma, further text.
fn behind(paste: &str, sighting: &Sighting) -> Vec<Diagnostic> {
    let end = sighting.gathered.range.end;
    let rest = paste.get(end..).unwrap_or_default();
    let mut notes = Vec::new();
    let edge = rest
        .chars()
        .take(WINDOW)
        .take_while(|c| c.is_whitespace() || is_invisible(*c));
    let edge: String = edge.collect();
    let last = edge.len() == rest.len();
    if let Some(c) = edge.chars().find(|c| is_invisible(*c)) {
        notes.push(
            note("paste-invisible", end..end.saturating_add(edge.len()))
                .with("code-point", crate::jose::faults::code_point(c)),
        );
    }
    if last && edge.contains(char::is_whitespace) {
        notes.push(note("paste-white-space", end..paste.len()));
    }
    if !edge.is_empty() || rest.is_empty() {
        return notes;
    }
    if is_cookie_tail(rest) {
        notes.push(note("paste-cookie-attributes", end..end.saturating_add(1)));
    } else if let Some(c) = rest.chars().next().filter(|c| ",;.!?)]}>|*:".contains(*c)) {
        notes.push(
            note("paste-punctuation", end..end.saturating_add(c.len_utf8()))
                .with("character", c.to_string()),
        );
    }
    notes
}

/// `; Path=/; HttpOnly`
fn is_cookie_tail(rest: &str) -> bool {
    if !rest.starts_with(';') {
        return false;
    }
    let start: String = rest.chars().take(48).collect();
    let start = start.to_ascii_lowercase();
    [
        "path=", "httponly", "secure", "samesite", "expires=", "max-age=", "domain=",
    ]
    .iter()
    .any(|attribute| start.contains(attribute))
}
