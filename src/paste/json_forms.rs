//! JSON texts in a paste that are tokens themselves (JSON Serialization), wherever they stand:
//! alone, in a larger JSON text, in a command line, in a string of another program.
//! Spec: RFC 7515 §7.2, RFC 7516 §7.2, RFC 9901 §8.

use super::layers::{self, Layer};
use crate::diagnostic::Diagnostic;
use crate::jose::json_form::{read_json, recognise};
use crate::jose::token::{SourceText, Token};
use crate::json::{self, Kind, NodeId};
use crate::span::Span;
use std::ops::Range;

/// Names that only a JSON Serialization has; without one of them nothing is looked for.
const MARKERS: [&str; 3] = ["signature", "ciphertext", "protected"];

/// More JSON texts than this in one paste are not looked into.
const MAX_TEXTS: usize = 32;

/// The tokens in JSON Serialization, in order, with the ranges of the paste they cover.
pub(super) fn find(paste: &str) -> Vec<(Token, Range<usize>)> {
    if !MARKERS.iter().any(|marker| paste.contains(marker)) {
        return Vec::new();
    }
    let plain = in_view(&SourceText::verbatim(paste, 0), None);
    if !plain.is_empty() {
        return plain;
    }
    for (mark, layer) in [
        ("\\\"", Layer::Backslash),
        ("%22", Layer::Percent),
        ("&quot;", Layer::Html),
        ("&#34;", Layer::Html),
    ] {
        if !paste.contains(mark) {
            continue;
        }
        let found = in_view(&resolved(paste, layer), Some(layer));
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// The paste with the escapes of one layer resolved.
fn resolved(paste: &str, layer: Layer) -> SourceText {
    let mut view = SourceText::default();
    let mut plain = 0_usize;
    let mut at = 0_usize;
    let bytes = paste.as_bytes();
    let marks = |byte: &u8| matches!(byte, b'\\' | b'%' | b'&');
    while let Some(step) = bytes.get(at..).and_then(|rest| rest.iter().position(marks)) {
        let mark = at.saturating_add(step);
        let escape = layers::escape(paste, mark).filter(|escape| escape.layer == layer);
        let Some(escape) = escape else {
            at = mark.saturating_add(1);
            continue;
        };
        let before = paste.get(plain..mark).unwrap_or_default();
        view.push(before, plain..mark);
        let end = mark.saturating_add(escape.len);
        let mut buffer = [0_u8; 4];
        view.push(escape.character.encode_utf8(&mut buffer), mark..end);
        at = end;
        plain = end;
    }
    let rest = paste.get(plain..).unwrap_or_default();
    view.push(rest, plain..paste.len());
    view
}

fn in_view(view: &SourceText, layer: Option<Layer>) -> Vec<(Token, Range<usize>)> {
    let mut found = Vec::new();
    // The JSON text around a string begins with a quote that is not escaped; the one in the
    // string with one that is.
    let escaped_quote = |brace: usize| {
        let behind = view.text.get(brace.saturating_add(1)..).unwrap_or_default();
        let gap = behind.len().saturating_sub(behind.trim_start().len());
        let quote = brace.saturating_add(gap).saturating_add(1);
        let origin = view.in_paste(quote..quote.saturating_add(1));
        behind.trim_start().starts_with('"') && origin.end.saturating_sub(origin.start) > 1
    };
    for text in json_texts(&view.text, |brace| layer.is_none() || escaped_quote(brace)) {
        let whole = view.text.get(text.clone()).unwrap_or_default();
        let document = json::parse(whole.as_bytes().to_vec());
        let mut skip = 0_usize;
        for index in 0..document.len() {
            let id = u32::try_from(index).map(NodeId);
            let Some(value) = id.ok().and_then(|id| document.value(id)) else {
                continue;
            };
            if value.kind() != Kind::Object || value.span().start < skip {
                continue;
            }
            let Some((family, serialization)) = recognise(value) else {
                continue;
            };
            let span = value.span();
            skip = span.end;
            let range = text.start.saturating_add(span.start)..text.start.saturating_add(span.end);
            let source = view.slice(range.clone());
            let place = view.in_paste(range);
            let mut token = read_json(source, family, serialization);
            if let Some(layer) = layer {
                let code = super::context::layer_code(layer);
                let note = Diagnostic::info(code).at(Span::around(place.clone()));
                token.notes.push(note.with("count", 1_usize));
            }
            found.push((token, place));
            if found.len() >= super::scan::MAX_TOKENS {
                return found;
            }
        }
    }
    found
}

/// The ranges of text from an opening brace to the one that closes it.
fn json_texts(text: &str, begins: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0_usize;
    let mut unclosed = 0_u32;
    while found.len() < MAX_TEXTS {
        let Some(step) = bytes
            .get(at..)
            .and_then(|rest| rest.iter().position(|byte| *byte == b'{'))
        else {
            break;
        };
        let start = at.saturating_add(step);
        if !begins(start) {
            at = start.saturating_add(1);
            continue;
        }
        match closing(bytes, start) {
            Some(end) => {
                found.push(start..end);
                at = end;
            }
            None => {
                // What is never closed is read as far as it goes, and once again from its next
                // brace: the first one may belong to the text around.
                if unclosed == 0 {
                    found.push(start..bytes.len());
                }
                unclosed = unclosed.saturating_add(1);
                if unclosed > 2 {
                    break;
                }
                at = start.saturating_add(1);
            }
        }
    }
    found
}

/// One past the brace that closes the one at `start`.
fn closing(bytes: &[u8], start: usize) -> Option<usize> {
    let mut depth = 0_u32;
    let (mut in_string, mut escaped) = (false, false);
    for (offset, byte) in bytes.get(start..)?.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' if !in_string => depth = depth.saturating_add(1),
            b'}' if !in_string => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(start.saturating_add(offset).saturating_add(1));
                }
            }
            _ => {}
        }
    }
    None
}
