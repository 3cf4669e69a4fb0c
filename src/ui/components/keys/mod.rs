//! What the Keys screen consists of, one panel a file.

pub mod certificate;
pub mod convert;
pub mod from_shelf;
pub mod made;
pub mod make;
pub mod publish;
pub mod shelf;
pub mod story;
