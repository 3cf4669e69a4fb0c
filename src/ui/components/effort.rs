//! Work that waits for a click, because it takes long, and the way to end it.

use crate::ui::dom::{El, button, el};
use crate::ui::session::session;
use crate::ui::text::{speech, t};

/// See the module.
pub fn effort() -> El {
    let (session, speech) = (session(), speech());
    let agree = button("button-primary", move || session.agree())
        .test("work-agree")
        .hidden(move || !session.needs_consent.get())
        .child(t("work-agree"));
    let cancel = button("", move || session.cancel_work())
        .test("work-cancel")
        .hidden(move || !session.is_working.get())
        .child(t("work-cancel"));
    let says = el("p", "").child(move || match session.is_working.get() {
        true => speech.text("work-running"),
        false => speech.text("work-asks"),
    });
    el("section", "panel effort")
        .test("effort")
        .hidden(move || !session.needs_consent.get() && !session.is_working.get())
        .child(says)
        .child(agree)
        .child(cancel)
}
