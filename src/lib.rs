//! The core of the JWT debugger: pure functions without I/O, clock or randomness of their own.
//! Same input, same output, on the host and in WebAssembly.
//!
//! The code map, in reading order:
//!
//! * [`span`], [`diagnostic`], [`secret`]: the words everything else speaks
//! * [`calendar`]: NumericDate to date and back; [`order`]: lists in order
//! * [`base64url`], [`json`]: reading bytes without losing any
//! * [`jose`]: the registries as tables
//! * [`paste`], [`inspect`]: from a paste to tokens, parts and faults; [`nesting`]: tokens in tokens
//! * [`trace`]: from a place in one view of a token to the same place in the others
//! * [`compare`]: two tokens side by side
//! * [`judge`]: claims at a moment; [`checks`], [`profiles`]: what else there is to say
//! * [`keys`], [`crypto`], [`verify`], [`decrypt`], [`sign`], [`diagnosis`], [`arithmetic`],
//!   [`guess`]: the worker's side
//! * [`snippets`]: programs that verify a token, or make one
//! * [`jwks`]: where an issuer's keys are, and how they changed
//! * [`explain`], [`words`]: what names mean, and how it is said
//! * [`learn`]: lessons and exercises, as data
//! * [`job`]: the seam between page and worker; [`report`]: all answers as one value;
//!   [`self_test`]: the RFCs' examples as jobs, for the browser itself
//! * `browser` (WebAssembly only): the door to the browser; [`ui`]: the page

pub mod arithmetic;
pub mod base64url;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod calendar;
pub mod checks;
pub mod compare;
pub mod crypto;
pub mod decrypt;
pub mod diagnosis;
pub mod diagnostic;
pub mod explain;
pub mod guess;
pub mod inspect;
pub mod job;
pub mod jose;
pub mod json;
pub mod judge;
pub mod jwks;
pub mod keys;
pub mod learn;
pub mod nesting;
pub mod order;
pub mod paste;
pub mod profiles;
pub mod report;
pub mod secret;
pub mod self_test;
pub mod sign;
pub mod snippets;
pub mod span;
pub mod trace;
pub mod ui;
pub mod verify;
pub mod words;
pub mod worker;
