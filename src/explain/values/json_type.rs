//! A value of another JSON type than its definition gives it.

use super::Subject;
use crate::diagnostic::{Diagnostic, Fact};
use std::borrow::Cow;

pub(super) fn explain(subject: &Subject<'_, '_>, said: &mut Vec<Diagnostic>) {
    // An element of an array is explained by its array's record, whose type is the array's.
    let is_element = subject
        .value
        .parent()
        .is_some_and(|parent| parent.kind() == crate::json::Kind::Array);
    let Some(value_type) = subject.value_type().filter(|_| !is_element) else {
        return;
    };
    if !value_type.admits(&subject.value) {
        said.push(
            Diagnostic::info("value-type-differs")
                .with("expected", Fact::Word(Cow::Owned(value_type.key()))),
        );
    }
}
