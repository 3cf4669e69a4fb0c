//! JSON as it was signed, arranged and coloured: small values as they are, and a whole part as a
//! view that folds, searches and points. The text content is the text, byte for byte as written;
//! line numbers and signs are drawn beside it.

pub mod board;
pub mod other;
pub mod part;
pub mod path;
pub mod row;
pub mod search;
pub mod value;
