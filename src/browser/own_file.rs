//! Files of this build that are loaded after the page has started. Where each of them is stands
//! in the `<meta>` of its name and nowhere else: beside the page, or, in the page that is one
//! file, inside it (`web/single.js`). Beside the name stands its digest, which the browser holds
//! the file to.

use js_sys::ArrayBuffer;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, RequestInit, Response};

/// Reads the text file that `<meta name=…>` names, then calls `done` with it; `None` when it cannot
/// be had.
pub fn read(name: &'static str, done: impl FnOnce(Option<String>) + 'static) {
    spawn_local(async move { done(text(name).await.ok()) });
}

/// The text of a file.
pub(super) async fn text(name: &str) -> Result<String, JsValue> {
    let text = JsFuture::from(response(name).await?.text()?).await?;
    text.as_string().ok_or_else(|| "no text".into())
}

/// The bytes of a file.
pub(super) async fn bytes(name: &str) -> Result<ArrayBuffer, JsValue> {
    let bytes = JsFuture::from(response(name).await?.array_buffer()?).await?;
    Ok(bytes.unchecked_into())
}

/// Where a file is; `None` when this build has none of that name.
pub(super) fn place(name: &str) -> Option<String> {
    meta(name)?.get_attribute("content")
}

fn meta(name: &str) -> Option<Element> {
    let document = web_sys::window()?.document()?;
    let selector = format!("meta[name={name}]");
    document.query_selector(&selector).ok()?
}

async fn response(name: &str) -> Result<Response, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let meta = meta(name).ok_or("no such file")?;
    let place = meta.get_attribute("content").ok_or("no such file")?;
    let options = RequestInit::new();
    if let Some(digest) = meta.get_attribute("data-integrity") {
        options.set_integrity(&digest);
    }
    let request = window.fetch_with_str_and_init(&place, &options);
    let response: Response = JsFuture::from(request).await?.dyn_into()?;
    if response.ok() {
        Ok(response)
    } else {
        Err("no such file".into())
    }
}
