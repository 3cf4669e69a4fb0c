//! Why a paste holds no token: what was expected, what stands there instead, and where.

use super::atoms::{Kind, atom};
use super::shape::{Progress, Shape};
use super::words::next_word;
use crate::diagnostic::{Diagnostic, Fact};
use crate::span::Span;
use std::ops::Range;

/// Characters of the paste that a message repeats.
const SHOWN: usize = 32;

/// One fault about the text that comes nearest to a token.
pub(super) fn explain(paste: &str) -> Vec<Diagnostic> {
    let fault = match nearest(paste) {
        Some(dotted) => {
            let code = if dotted.decodes {
                "paste-not-an-object"
            } else {
                "paste-not-base64url"
            };
            Diagnostic::danger(code)
                .at(Span::around(dotted.range.clone()))
                .with("text", shown(paste, &dotted.range))
                .with("found", dotted.parts)
        }
        None => {
            let trimmed = paste.trim();
            let start = paste.len().saturating_sub(paste.trim_start().len());
            let range = start..start.saturating_add(trimmed.len());
            let code = if trimmed.chars().all(|c| c == '.' || c.is_whitespace()) {
                "paste-only-dots"
            } else {
                "paste-no-token"
            };
            Diagnostic::danger(code)
                .at(Span::around(range.clone()))
                .with("text", shown(paste, &range))
                .with("found", trimmed.chars().filter(|c| *c == '.').count())
        }
    };
    vec![fault.with("expected", Fact::Text("eyJ".to_owned()))]
}

struct Dotted {
    range: Range<usize>,
    parts: usize,
    /// Its first part is base64url of something.
    decodes: bool,
}

/// The first text of two dots or more with characters between them, else the first with one.
fn nearest(paste: &str) -> Option<Dotted> {
    let mut best: Option<Dotted> = None;
    let mut at = 0_usize;
    while let Some(next) = next_word(paste, at) {
        let first = paste.get(next.start..next.end).unwrap_or_default();
        let (mut end, mut parts) = (next.end, 1_usize);
        while let Some(dot) = atom(paste, end).filter(|atom| atom.kind == Kind::Dot) {
            let word = atom(paste, dot.end).filter(|atom| atom.kind == Kind::Word);
            parts = parts.saturating_add(1);
            end = word.map_or(dot.end, |word| word.end);
        }
        at = end;
        if parts < 2 || best.as_ref().is_some_and(|best| best.parts >= parts) {
            continue;
        }
        let progress = Shape::new().after(first).progress();
        best = Some(Dotted {
            range: next.start..end,
            parts,
            decodes: progress != Progress::Broken || crate::base64url::decode(first).is_some(),
        });
        if parts >= 3 {
            break;
        }
    }
    best
}

fn shown(paste: &str, range: &Range<usize>) -> String {
    let text = paste.get(range.clone()).unwrap_or_default();
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
