//! What the Sign screen consists of beside its editors and its key box, one panel a file.

pub mod batch;
pub mod compare;
pub mod fixes;
pub mod form;
pub mod names;
pub mod signers;
pub mod state;
pub mod take;
pub mod times;
