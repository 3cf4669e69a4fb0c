//! What opens, what waits for a click, and what must stay closed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
