//! Lossless JSON: order, duplicate names, digits and escapes as written, a byte span per node,
//! and everything that could be read when the text is damaged.
//!
//! A document is a flat arena in document order: no recursion, so depth cannot overflow a stack.
//! Spec: RFC 8259; duplicate names as RFC 7515 §4 and RFC 7519 §4 see them.

mod edit;
mod fault;
mod layout;
mod node;
mod number;
mod parse;
mod pointer;
mod print;
mod string;
#[cfg(test)]
mod tests;

pub use edit::{remove_member, set_member};
pub use fault::{Expected, Fault, MAX_FAULTS};
pub use layout::{LONGEST_ROW, Layout, Piece, Row};
pub use node::{Document, Kind, NodeId, Value};
pub use number::{Loss, MAX_SAFE_INTEGER, Number};
pub use parse::{MAX_DEPTH, parse};
pub use print::{Class, Line, Shape, Token, lines, pretty};
pub use string::quote;
