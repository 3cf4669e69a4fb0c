//! Custom sections: what tools tell each other and no browser reads.
//!
//! Spec: WebAssembly Core §5.5.3.

use anyhow::{Context, Result};
use wasmparser::{Parser, Payload};

/// `wasm` without the custom sections of these names.
///
/// # Errors
/// When it is not WebAssembly.
pub(super) fn without(wasm: &[u8], goes: impl Fn(&str) -> bool) -> Result<Vec<u8>> {
    let mut kept = Vec::with_capacity(wasm.len());
    let mut at = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        let end = match (&payload, payload.as_section()) {
            (Payload::Version { range, .. }, _) => range.end,
            (_, Some((_, range))) => range.end,
            _ => continue,
        };
        let is_kept = !matches!(&payload, Payload::CustomSection(one) if goes(one.name()));
        if is_kept {
            kept.extend(wasm.get(at..end).context("a section is gone")?);
        }
        at = end;
    }
    Ok(kept)
}

/// What the linker leaves for whoever links on; other tools take it for a file half made.
///
/// # Errors
/// As [`without`].
pub(super) fn without_linking(wasm: &[u8]) -> Result<Vec<u8>> {
    without(wasm, |name| name == "linking" || name.starts_with("reloc."))
}
