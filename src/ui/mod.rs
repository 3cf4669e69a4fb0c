//! The page. The plain logic of it (what a fragment says, which characters are coloured how,
//! where a moment stands on the timeline) compiles on the host, where its tests run; the
//! components exist in WebAssembly only.

pub mod byte_rows;
pub mod deep_link;
pub mod draft_times;
pub mod examples;
pub mod exercise_set;
pub mod find;
pub mod folding;
pub mod history;
pub mod key_choice;
pub mod marks;
pub mod members;
pub mod name_at;
pub mod qr;
pub mod redraft;
pub mod request_line;
pub mod said_at;
pub mod segments;
pub mod tickable;
pub mod timeline;
pub mod window;
pub mod words_source;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod components;
#[cfg(target_arch = "wasm32")]
pub mod dom;
#[cfg(target_arch = "wasm32")]
pub mod keyring;
#[cfg(target_arch = "wasm32")]
pub mod learning;
#[cfg(target_arch = "wasm32")]
pub mod looking;
#[cfg(target_arch = "wasm32")]
pub mod lore;
#[cfg(target_arch = "wasm32")]
pub mod meaning;
#[cfg(target_arch = "wasm32")]
pub mod presenting;
#[cfg(target_arch = "wasm32")]
pub mod screens;
#[cfg(target_arch = "wasm32")]
pub mod self_testing;
#[cfg(target_arch = "wasm32")]
pub mod session;
#[cfg(target_arch = "wasm32")]
pub mod signing;
#[cfg(target_arch = "wasm32")]
pub mod soon;
#[cfg(target_arch = "wasm32")]
pub mod state;
#[cfg(target_arch = "wasm32")]
pub mod text;
