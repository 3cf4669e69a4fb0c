//! Lossless JSON: order, duplicate names, digits and escapes as written, a byte span per node,
//! and everything that could be read when the text is damaged.
//!
//! A document is a flat arena in document order: no recursion, so depth cannot overflow a stack.
//! Spec: RFC 8259; duplicate names as RFC 7515 §4 and RFC 7519 §4 see them.

mod node;
mod parse;
mod print;

pub use node::{Document, Kind, NodeId, Value};
pub use parse::{Expected, Fault, MAX_DEPTH, parse};
pub use print::{pretty, quote};
