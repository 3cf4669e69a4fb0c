//! Driving the built page in real browsers.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `case.rs` | a test as a value, and running all of them |
//! | `browser.rs` | the engines: how to start each, and how to ask for it |
//! | `driver.rs` | drivers: some per engine, each with one session at a time |
//! | `page.rs` | one page of one session, from opening to closing |
//! | `program.rs` | programs beside the tests that drive a browser |
//! | `find.rs` | what stands on the page |
//! | `act.rs` | what a person does |
//! | `check.rs` | what must be so, at once or soon |
//! | `keyboard.rs` | a person without a mouse |
//! | `walk.rs` | the whole way of Tab, and what a mouse alone could do |
//! | `targets.rs` | what a finger has to hit |
//! | `shape.rs` | where things stand and what they look like |
//! | `samples.rs` | the real tokens and keys |
//! | `web_crypto.rs` | the browser's own opinion on a signature |
//! | `accessibility.rs` | axe-core |
//! | `only_chromium.rs` | commands that only Chromium's driver has |
//! | `variant.rs` | the build, changed on purpose |
//! | `speed.rs` | what holds the page up, what jumps, what it keeps; Chromium only |
//! | `work.rs` | the work that must not hold the page up |
//! | `listening.rs` | a port of its own, which servers stand on |
//! | `jwks_server.rs` | a JWK Set server in every mood |
//! | `proxy.rs` | a proxy that writes down what a browser asks for |
//! | `canaries.rs` | texts that must be found nowhere, in every spelling |
//! | `watch.rs` | what left and what is kept, looked through for them |
//!
//! Everything has a free port of its own and everything ends with its test.
//! Nothing waits for a length of time: [`check::soon`] asks until the answer is
//! there or a deadline has passed.

pub mod accessibility;
pub mod act;
pub mod browser;
pub mod canaries;
pub mod case;
pub mod check;
pub mod driver;
pub mod find;
pub mod jwks_server;
pub mod keyboard;
pub mod listening;
pub mod only_chromium;
pub mod page;
pub mod program;
pub mod proxy;
pub mod samples;
pub mod servers;
pub mod shape;
pub mod speed;
pub mod targets;
pub mod variant;
pub mod walk;
pub mod watch;
pub mod web_crypto;
pub mod work;

pub use case::Case;
pub use jwks_server::{JwksServer, Mood};
pub use page::Page;
