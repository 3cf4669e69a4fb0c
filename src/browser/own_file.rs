//! Files of this build that are loaded after the page has started: they stand beside it, under
//! the name that a `<meta>` gives.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

/// Reads the text file that `<meta name=…>` names, then calls `done` with it; `None` when it cannot
/// be had.
pub fn read(name: &'static str, done: impl FnOnce(Option<String>) + 'static) {
    spawn_local(async move { done(text(name).await.ok()) });
}

async fn text(name: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let meta = window.document().ok_or("no document")?;
    let meta = meta.query_selector(&format!("meta[name={name}]"))?;
    let url = meta
        .and_then(|meta| meta.get_attribute("content"))
        .ok_or("no such file")?;
    let response: Response = JsFuture::from(window.fetch_with_str(&url))
        .await?
        .dyn_into()?;
    if !response.ok() {
        return Err("no such file".into());
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or_else(|| "no text".into())
}
