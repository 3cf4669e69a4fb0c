//! Where an issuer's keys are to be had, and what became of them: pure functions over what was
//! typed and what was fetched. Nothing here fetches; the page asks first and shows the URL.
//! Spec: OpenID Connect Discovery 1.0 §4, RFC 8414 §3 and §5, RFC 7517 §5.

mod address;
mod answer;
mod discovery;
mod rotation;

pub use address::{Candidate, Document, Form, candidates, curl, likeliest};
pub use answer::{Answer, Got, Reading, read_answer, redirected};
pub use discovery::{Discovery, read_discovery};
pub use rotation::{Cache, FetchedSet, KeyName};
