//! Whether the page opens without a network, and that a newer one waits.

use crate::browser::offline::{self, News};
use crate::ui::dom::{El, button, el};
use crate::ui::state::RwSignal;
use crate::ui::text::{speech, t};

/// A line for the footer, and a bar over the bottom of the window while a newer build waits and
/// was not put off.
pub fn offline() -> [El; 2] {
    let speech = speech();
    let is_kept = RwSignal::new(false);
    let is_newer = RwSignal::new(false);
    offline::keep(move |news| match news {
        News::Kept => is_kept.set(true),
        News::Newer => is_newer.set(true),
    });
    let line = el("p", "")
        .test("offline")
        .attr("data-state", move || match is_kept.get() {
            true => "kept",
            false => "none",
        })
        // Its sentence may still be on its way.
        .child(move || is_kept.get().then(|| speech.find("offline-kept")));
    let said = move || {
        is_newer.get().then(|| {
            let take = button("button-primary", offline::take_newer)
                .test("newer-take")
                .child(t("newer-take"));
            let later = button("button-quiet", move || is_newer.set(false))
                .test("newer-later")
                .child(t("newer-later"));
            el("div", "newer")
                .child(el("p", "newer-text").child(t("newer-text")))
                .child(el("div", "newer-buttons").child(take).child(later))
        })
    };
    let bar = el("div", "newer-place")
        .test("newer")
        .attr("role", "status")
        .child(said);
    [line, bar]
}
