//! The real screens are borrowed by a lesson: what stood on them is kept before its fields are
//! filled, and given back when it ends. What the lesson left there is kept too, so that nothing a
//! person typed is lost, whenever they typed it.

use crate::ui::session::Session;
use crate::ui::signing::Signing;
use crate::ui::state::{RwSignal, Value};
use std::sync::Arc;

/// What is kept. All copies are the same.
#[derive(Clone, Copy)]
pub struct Borrowed {
    /// What stood on the screens before they were borrowed.
    kept: RwSignal<Option<Snapshot>>,
    /// What was left there, the latest last.
    left: RwSignal<Vec<Snapshot>>,
}

/// So many are kept of what was left.
const MOST_LEFT: usize = 8;

impl Borrowed {
    /// Nothing is borrowed.
    pub fn new() -> Self {
        Borrowed {
            kept: RwSignal::new(None),
            left: RwSignal::new(Vec::new()),
        }
    }

    /// Keeps what stands on the screens, unless they are borrowed already.
    pub fn take(self, session: Session, signing: Signing) {
        if self.kept.with_untracked(Option::is_none) {
            self.kept.set(Some(Snapshot::of(session, signing)));
        }
    }

    /// Puts back what stood there.
    pub fn give_back(self, session: Session, signing: Signing) {
        let Some(kept) = self.kept.get_untracked() else {
            return;
        };
        self.left.update(|left| {
            left.push(Snapshot::of(session, signing));
            let surplus = left.len().saturating_sub(MOST_LEFT);
            left.drain(..surplus);
        });
        kept.restore();
        self.kept.set(None);
    }

    /// Whether something was left that can be shown.
    pub fn has_left(self) -> bool {
        self.kept.with(Option::is_none) && self.left.with(|left| !left.is_empty())
    }

    /// Puts what was left last onto the screens, and keeps what stands there: again and again, it
    /// goes through all of them.
    pub fn swap(self, session: Session, signing: Signing) {
        let mut left = self.left.get_untracked();
        let Some(last) = left.pop() else {
            return;
        };
        left.insert(0, Snapshot::of(session, signing));
        self.left.set(left);
        last.restore();
    }
}

impl Default for Borrowed {
    fn default() -> Self {
        Borrowed::new()
    }
}

/// Everything a person can have typed or chosen on Inspect and Sign, at a moment.
#[derive(Clone)]
struct Snapshot(Vec<PutBack>);

type PutBack = Arc<dyn Fn() + Send + Sync>;

impl Snapshot {
    fn of(session: Session, signing: Signing) -> Self {
        let expect = session.expect;
        let form = signing.form;
        let mut kept = Snapshot(Vec::new());
        kept.keep(&[
            session.paste,
            session.jwks_url,
            session.leeway_text,
            session.clock_text,
            expect.iss,
            expect.aud,
            expect.sub,
            expect.nonce,
            expect.typ,
            expect.algs,
            expect.max_age,
            expect.key,
            signing.header,
            signing.payload,
            signing.template,
            signing.filled,
            form.unprotected,
            form.aud,
            form.nonce,
            form.outer_header,
        ]);
        kept.keep(&[
            session.key_text,
            session.password,
            expect.access_token,
            expect.code,
            signing.key_text,
            signing.password,
            form.holder,
            form.outer_key,
        ]);
        kept.keep(&[session.reading, signing.reading]);
        kept.keep(&[
            signing.held,
            signing.unsecured,
            form.is_detached,
            form.discloses,
            form.is_bound,
            form.is_nested,
        ]);
        kept.keep(&[session.picked, form.further]);
        kept.keep(&[session.content]);
        kept.keep(&[session.trail]);
        kept.keep(&[session.used]);
        kept.keep(&[session.last_source]);
        kept.keep(&[session.fetch_says]);
        kept.keep(&[session.refused]);
        kept.keep(&[session.profile]);
        kept.keep(&[expect.filled]);
        kept.keep(&[signing.fresh_since]);
        kept.keep(&[signing.original]);
        kept.keep(&[signing.displaced_key]);
        kept.keep(&[signing.last_good]);
        kept.keep(&[form.serialization]);
        kept.keep(&[form.tampering]);
        kept.keep(&[form.ticked]);
        kept.keep(&[form.decoys]);
        kept.keep(&[form.bound_at]);
        for signer in form.signers {
            kept.keep(&[signer.header]);
            kept.keep(&[signer.key]);
        }
        kept
    }

    /// Keeps what these hold.
    fn keep<T: Value + Clone>(&mut self, signals: &[RwSignal<T>]) {
        for signal in signals {
            let (signal, value) = (*signal, signal.get_untracked());
            self.0.push(Arc::new(move || signal.set(value.clone())));
        }
    }

    fn restore(&self) {
        for put_back in &self.0 {
            put_back();
        }
    }
}
