//! The fields of the real screens: emptied, filled and read by what borrowed them.

use crate::learn::{Desk, Field, Put, Situation};
use crate::report::ReportOptions;
use crate::ui::deep_link::Screen;
use crate::ui::session::Session;
use crate::ui::signing::Signing;

/// What stands in the fields; what reads this follows them.
pub(super) fn situation(session: Session, signing: Signing) -> Situation {
    Situation {
        paste: session.paste.get(),
        options: ReportOptions {
            key: (*session.key.get()).clone(),
            now: session.clock.get(),
            expectations: session.expectations.get(),
            token: session.token.get(),
            ..ReportOptions::default()
        },
        draft: signing.draft.with(|draft| {
            let draft = draft.as_ref().map(|draft| (**draft).clone());
            draft.unwrap_or_default()
        }),
    }
}

/// Empties them all.
pub(super) fn clear(session: Session, signing: Signing) {
    session.clear();
    session.reading.set(Default::default());
    session.leeway_text.set(String::new());
    session.profile.set(Default::default());
    let expected = session.expect;
    for field in [
        expected.iss,
        expected.aud,
        expected.sub,
        expected.nonce,
        expected.typ,
        expected.algs,
        expected.max_age,
    ] {
        field.set(String::new());
    }
    signing.clear();
}

/// Fills one.
pub(super) fn fill(session: Session, signing: Signing, put: &Put) {
    let text = put.text.expose().clone();
    match put.field {
        Field::Token => session.set_paste(text),
        Field::Key => session.set_key(text),
        Field::Clock => session.clock_text.set(text),
        Field::Issuer => session.expect.iss.set(text),
        Field::Audience => session.expect.aud.set(text),
        Field::DraftHeader => signing.header.set(text),
        Field::DraftPayload => signing.payload.set(text),
        Field::DraftKey => signing.key_text.set(put.text.clone()),
    }
}

/// The screen of a desk.
pub(super) const fn screen(desk: Desk) -> Screen {
    match desk {
        Desk::Sign => Screen::Sign,
        Desk::Inspect => Screen::Inspect,
    }
}
