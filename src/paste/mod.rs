//! From any paste to tokens: what surrounds a token is removed and named, white space and line
//! breaks inside it too, and no other character is changed. One pass, linear in the paste.
//!
//! Spec: RFC 7515 §7, RFC 7516 §7, RFC 9901 §4; the rules of the verdicts are the product's.

mod atoms;
mod compact;
mod context;
mod copies;
mod expectation;
mod json_forms;
mod layers;
mod nothing;
mod phase;
mod places;
mod plain_json;
mod scan;
mod shape;
mod solid;
#[cfg(test)]
mod tests;
mod undotted;
mod words;

use crate::diagnostic::Diagnostic;
use crate::inspect::{Found, Inspection};
use crate::jose::compact::read_compact;
use crate::jose::token::Token;
use crate::order;
use crate::span::Span;
use std::ops::Range;

/// Reads a paste. See [`crate::inspect::inspect`].
pub fn read(paste: &str) -> Inspection {
    let mut inspection = Inspection {
        paste: paste.to_owned(),
        found: Found::Nothing,
        tokens: Vec::new(),
        notes: Vec::new(),
        faults: Vec::new(),
    };
    if paste
        .chars()
        .all(|c| c.is_whitespace() || atoms::is_invisible(c))
    {
        inspection.found = Found::Empty;
        return inspection;
    }
    find_tokens(paste, &mut inspection);
    if !inspection.tokens.is_empty() {
        inspection.found = Found::Tokens;
    } else if let Some(recognised) = plain_json::recognise(paste) {
        inspection.found = recognised.found;
        inspection.notes.push(recognised.note);
        inspection.faults = recognised.faults;
    } else {
        inspection.faults = nothing::explain(paste);
    }
    places::locate(&mut inspection);
    inspection
}

/// Fewer characters than this are no part, whatever they decode to.
const MIN_LONE: usize = 8;

fn find_tokens(paste: &str, inspection: &mut Inspection) {
    let json = json_forms::find(paste);
    let covered: Vec<Range<usize>> = json.iter().map(|(_, range)| range.clone()).collect();
    let mut scan = scan::scan(paste, &covered);
    let shortened = copies::drop_shortened(&mut scan.tokens);
    let mut assembled = None;
    if scan.tokens.is_empty() && json.is_empty() && !plain_json::is_json(paste) {
        assembled = undotted::assemble(paste, &scan.lone);
    }
    if scan.tokens.is_empty()
        && json.is_empty()
        && assembled.is_none()
        && !plain_json::is_json(paste)
    {
        // A single part without a dot is shown for what it is when there is nothing better.
        let telling = |text: &str| text.len() >= MIN_LONE;
        scan.lone.retain(|lone| telling(&lone.gathered.source.text));
        scan.lone.truncate(1);
        scan.tokens.append(&mut scan.lone);
    }
    let compact = scan.tokens.iter().map(|sighting| {
        let mut token = read_compact(sighting.gathered.source.clone());
        token.notes = context::notes(paste, sighting);
        token.faults.extend(cut_off(&token, sighting));
        (token, sighting.gathered.range.clone())
    });
    let mut found: Vec<(Token, Range<usize>)> = compact.collect();
    found.extend(json);
    found.extend(assembled);
    order::by(&mut found, |a, b| a.1.start.cmp(&b.1.start));
    let mut taken: Vec<Range<usize>> = Vec::new();
    for (token, range) in found {
        taken.push(range);
        if !inspection
            .tokens
            .iter()
            .any(|known| known.source.text == token.source.text)
        {
            inspection.tokens.push(token);
        }
    }
    if inspection.tokens.is_empty() {
        return;
    }
    taken.extend(scan.repeated.iter().cloned());
    taken.extend(shortened.iter().filter_map(|note| Some(note.span?.range())));
    order::by(&mut taken, |a, b| a.start.cmp(&b.start));
    inspection.notes.extend(curl(paste));
    inspection
        .notes
        .extend(list_notes(&scan, inspection.tokens.len()));
    inspection.notes.extend(shortened);
    let repeated = copies::repeated_parts(paste, &inspection.tokens, &taken);
    inspection.notes.extend(repeated);
    let said = inspection.notes.iter();
    let said = said.chain(inspection.tokens.iter().flat_map(|token| &token.notes));
    let said: Vec<Span> = said.filter_map(|note| note.span).collect();
    inspection.notes.extend(left_out(paste, &taken, &said));
}

/// `…` right behind a token: it was cut off.
fn cut_off(token: &Token, sighting: &scan::Sighting) -> Option<Diagnostic> {
    let ellipsis = sighting.gathered.ellipsis.clone()?;
    let part = token.parts.last().map(|part| part.part);
    let mut fault = Diagnostic::danger("structure-cut-off").at(Span {
        part,
        ..Span::around(ellipsis)
    });
    if let Some(part) = part {
        fault = fault.with("part", crate::jose::faults::part_word(part));
    }
    Some(fault)
}

fn list_notes(scan: &scan::Scan, count: usize) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    if count > 1 {
        notes.push(Diagnostic::info("paste-several-tokens").with("count", count));
    }
    if let Some(first) = scan.repeated.first() {
        notes.push(
            Diagnostic::info("paste-repeated-token")
                .at(Span::around(first.clone()))
                .with("count", scan.repeated.len()),
        );
    }
    if scan.overflow {
        notes.push(Diagnostic::warning("paste-too-many-tokens").with("count", scan::MAX_TOKENS));
    }
    notes
}

/// What requests are made with on a command line.
const COMMANDS: [&str; 6] = ["curl", "curl.exe", "http", "https", "wget", "xh"];

/// A command line: `curl` at the beginning of a line.
fn curl(paste: &str) -> Option<Diagnostic> {
    let mut offset = 0_usize;
    for line in paste.split_inclusive('\n') {
        let command = line
            .trim_start()
            .trim_start_matches(['$', '>', '#', '%', ' ']);
        let start = offset.saturating_add(line.len().saturating_sub(command.len()));
        // A line may be a megabyte long, so only its beginning is looked at.
        let is_called = |name: &&str| {
            let rest = command.strip_prefix(name);
            rest.is_some_and(|rest| rest.starts_with([' ', '\t']) && !rest.trim_end().is_empty())
        };
        if let Some(name) = COMMANDS.into_iter().find(is_called) {
            let end = start.saturating_add(name.len());
            let note = Diagnostic::info("paste-curl").at(Span::around(start..end));
            return Some(note.with("command", name));
        }
        offset = offset.saturating_add(line.len());
    }
    None
}

/// Text before, between or behind the tokens that nothing else was said about.
fn left_out(paste: &str, taken: &[Range<usize>], said: &[Span]) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    let mut at = 0_usize;
    let ends = std::iter::once(paste.len()..paste.len());
    for range in taken.iter().cloned().chain(ends) {
        let text = paste.get(at..range.start).unwrap_or_default();
        let trimmed = text.trim();
        let lead = text.len().saturating_sub(text.trim_start().len());
        let start = at.saturating_add(lead);
        let end = start.saturating_add(trimmed.len());
        let is_said = said.iter().any(|span| {
            let said = span.range();
            said.start < end && said.end > start
        });
        let code = match (at, range.is_empty()) {
            (0, _) => "paste-text-before",
            (_, false) => "paste-text-between",
            (_, true) => "paste-text-after",
        };
        let is_new = notes.iter().all(|note: &Diagnostic| note.code != code);
        if !trimmed.is_empty() && !is_said && is_new {
            notes.push(Diagnostic::info(code).at(Span::around(start..end)));
        }
        at = at.max(range.end);
    }
    notes
}
