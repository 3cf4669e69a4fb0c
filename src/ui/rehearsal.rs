//! A first decode in front of nobody. A browser compiles WebAssembly when it is first run, and
//! the first paste would wait for that. So, as long as nothing was pasted, one is decoded on
//! elements that never come into the document, by a session that asks no worker.

use super::examples;
use super::screens::inspect::inspect;
use super::session::{Session, session};
use crate::browser::bridge::Bridge;
use crate::browser::paint;
use gloo::timers::callback::Timeout;
use leptos::prelude::{Owner, provide_context};

/// Milliseconds after all of the page's code has come: what is seen comes first, and the worker.
const AFTER: u32 = 600;

/// Holds the rehearsal soon, unless somebody has pasted by then.
pub fn rehearse() {
    let session = session();
    let Some(owner) = Owner::current() else {
        return;
    };
    Timeout::new(AFTER, move || {
        if session.paste.with_untracked(String::is_empty) {
            perform(&owner);
        }
    })
    .forget();
}

/// In turns, so that what a person does meanwhile waits for no more than one.
fn perform(owner: &Owner) {
    let stage = owner.child();
    let (session, shown) = stage.with(|| {
        let session = Session::new(Bridge::default());
        provide_context(session);
        (session, inspect())
    });
    paint::after(move || {
        if let Some(example) = examples::ALL.first() {
            session.set_paste(example.paste.to_owned());
        }
        // What follows from the paste follows once it was painted, in the turn before this one.
        paint::after(move || {
            paint::after(move || {
                stage.cleanup();
                drop(shown);
            });
        });
    });
}
