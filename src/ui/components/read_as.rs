//! How a key was read, what is odd about it, what could not be read.

use crate::diagnostic::Diagnostic;
use crate::job::KeySummary;
use crate::ui::dom::{El, el};
use crate::ui::state::Memo;
use crate::ui::text::speech;
use std::sync::Arc;

/// What the worker says of a key; `None` while it is at it. `is_empty`: there is no key, so there
/// is nothing to wait for.
pub fn read_as(
    summary: Memo<Option<Arc<KeySummary>>>,
    is_empty: impl Fn() -> bool + 'static,
) -> impl Fn() -> Vec<El> + 'static {
    let speech = speech();
    move || {
        if is_empty() {
            return Vec::new();
        }
        let summary = summary.get();
        let Some(summary) = summary.filter(|_| speech.is_complete()) else {
            return vec![el("p", "read-as-line").child(speech.text("key-reading"))];
        };
        let read = summary.read_as.iter().map(|said| line(said, "read"));
        let warned = summary.warnings.iter().map(|said| line(said, "warning"));
        let failed = summary.faults.iter().map(|said| line(said, "fault"));
        read.chain(warned).chain(failed).collect()
    }
}

/// One sentence about a key, with what to do.
pub fn line(said: &Diagnostic, kind: &'static str) -> El {
    let speech = speech();
    let advice = speech.attribute(said, "advice");
    el("p", "read-as-line")
        .attr("data-kind", kind)
        .attr("data-code", &*said.code)
        .child(speech.say(said))
        .child(advice.map(|advice| (" ", el("span", "advice").child(advice))))
}
