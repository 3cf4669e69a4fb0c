//! A file that the person opened, read piece by piece: a word list may be larger than memory.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Event, HtmlInputElement};

/// The file that was chosen in a control of type `file`.
pub fn chosen(event: &Event) -> Option<Blob> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file: Blob = input.files()?.get(0)?.unchecked_into();
    // The same file can be chosen again.
    input.set_value("");
    Some(file)
}

/// Reads the bytes from `from` up to `to`, then calls `done` with them; `None` when the file
/// cannot be read any more.
pub fn read(file: &Blob, from: f64, to: f64, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let piece = file.slice_with_f64_and_f64(from, to);
    spawn_local(async move { done(bytes(piece).await.ok()) });
}

async fn bytes(piece: Result<Blob, JsValue>) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(piece?.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
