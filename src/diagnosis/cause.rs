//! The shape of a cause: what it changes, and in which words. A cause proposes; only the search
//! says whether the signature then holds.

use super::case::{Case, KeyChange, Paste, Trial};
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::SignatureAlgorithm;
use crate::keys::Material;

/// A changed value, and the clause that says what was changed.
pub type Said<T> = (T, Diagnostic);

/// One cause.
#[derive(Clone, Copy)]
pub struct Cause {
    /// Stable; the code of its clause, and what tests and the page go by.
    pub code: &'static str,
    /// What it does.
    pub kind: Kind,
}

/// What a cause changes.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Another text of a bare secret; read as before.
    Text(fn(&str) -> Vec<Said<String>>),
    /// Another reading of the text of a bare secret.
    Reading(fn(&str) -> Vec<Said<KeyChange>>),
    /// Another secret, by what the bytes are that a reading gave.
    Decoded(fn(&[u8]) -> Vec<Said<KeyChange>>),
    /// Another key than those that were tried.
    Key(fn(&Case<'_>) -> Vec<Said<KeyChange>>),
    /// Another algorithm than the header's.
    Algorithm(fn(&Material, &SignatureAlgorithm) -> Vec<Said<&'static SignatureAlgorithm>>),
    /// Other bytes of the signature.
    Signature(fn(&Trial) -> Vec<Said<Vec<u8>>>),
    /// Other bytes that were signed.
    Input(fn(&Case<'_>) -> Vec<Said<Vec<u8>>>),
    /// Another text of the token.
    Paste(fn(&Paste<'_>) -> Vec<Said<String>>),
    /// A computation of its own that proves what it says; a key and a trial at a time.
    Proof(fn(&Case<'_>, &Trial) -> Vec<Diagnostic>),
    /// Something that is so, without any change.
    Certain(fn(&Case<'_>) -> Vec<Diagnostic>),
    /// The same of the token's text alone, which need not be readable as a token.
    CertainOfPaste(fn(&Paste<'_>) -> Vec<Diagnostic>),
}
