//! Files of the person: saving a text as one, and reading one that was chosen, whole or piece by
//! piece: a word list may be larger than memory.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Event, File, HtmlAnchorElement, HtmlInputElement, Url};

/// The longest file that is read, in bytes.
const LARGEST: f64 = 10_000_000.0;

/// Offers `text` as a file of this name, as if a link to it had been clicked.
pub fn save(name: &str, media_type: &str, text: &str) {
    let _ = try_save(name, media_type, text);
}

fn try_save(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or("no document")?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser reads the address after the click; it is given time to.
    Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// The file that was chosen in the control an event is about.
pub fn chosen(event: &Event) -> Option<File> {
    let control: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = control.files()?.get(0)?;
    // Choosing the same file again is an event again.
    control.set_value("");
    Some(file)
}

/// Reads a file as text, then calls `done`; one that is too large or no text gives `None`.
pub fn read(file: &File, done: impl FnOnce(Option<String>) + 'static) {
    let text = (file.size() <= LARGEST).then(|| file.text());
    spawn_local(async move {
        let text = match text {
            Some(text) => JsFuture::from(text).await.ok(),
            None => None,
        };
        done(text.and_then(|text| text.as_string()));
    });
}

/// Reads the bytes from `from` up to `to`, then calls `done` with them; `None` when the file
/// cannot be read any more.
pub fn read_piece(file: &Blob, from: f64, to: f64, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let piece = file.slice_with_f64_and_f64(from, to);
    spawn_local(async move { done(bytes(piece).await.ok()) });
}

async fn bytes(piece: Result<Blob, JsValue>) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(piece?.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
