//! What stands in place of a part's JSON when there is none: why, and its text or bytes.

use crate::inspect::{Encoding, Family, PartText};
use crate::span::Part;
use crate::ui::session::session;
use crate::ui::state::Memo;

/// Characters of a text that is not JSON.
const MOST_CHARACTERS: usize = 20_000;
/// Bytes that are neither JSON nor text.
const MOST_BYTES: usize = 512;

/// The key of why there is no JSON, and what is there instead. `None`: there is JSON.
pub fn other(part: Part) -> Memo<Option<(&'static str, String)>> {
    let session = session();
    Memo::new(move |_| {
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get())?;
            match token.part(part) {
                Some(text) if text.json.is_some() => None,
                Some(text) => Some(instead(text)),
                None if token.family == Family::Jwe => Some(("part-encrypted", String::new())),
                None => Some(("part-absent", String::new())),
            }
        })
    })
}

fn instead(text: &PartText) -> (&'static str, String) {
    match (&text.encoding, std::str::from_utf8(&text.bytes)) {
        (Encoding::Detached, _) if text.bytes.is_empty() => ("part-detached", String::new()),
        (_, _) if text.bytes.is_empty() => ("part-empty", String::new()),
        (_, Ok(plain)) => {
            let shown = plain.chars().take(MOST_CHARACTERS).collect();
            ("part-text", shown)
        }
        (_, Err(_)) => ("part-binary", hex_lines(&text.bytes)),
    }
}

/// The first bytes as a hex dump.
fn hex_lines(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let mut out = String::new();
    for (index, byte) in bytes.iter().take(MOST_BYTES).enumerate() {
        let _ = write!(out, "{byte:02x}");
        out.push(if index % 16 == 15 { '\n' } else { ' ' });
    }
    if bytes.len() > MOST_BYTES {
        out.push('…');
    }
    out
}
