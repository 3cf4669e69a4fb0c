//! Files of the person: saving a text as one, and reading one that was chosen.

use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAnchorElement, HtmlInputElement, Url};

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

/// Reads the file that was chosen in the control an event is about, then calls `done` with its
/// name and text. Nothing happens without one; a file that is too large or no text gives `None`.
pub fn read_chosen(event: &Event, done: impl FnOnce(String, Option<String>) + 'static) {
    let control = event.target();
    let Some(control) = control.and_then(|control| control.dyn_into::<HtmlInputElement>().ok())
    else {
        return;
    };
    let Some(file) = control.files().and_then(|files| files.get(0)) else {
        return;
    };
    // Choosing the same file again is an event again.
    let name = file.name();
    let text = (file.size() <= LARGEST).then(|| file.text());
    spawn_local(async move {
        let text = match text {
            Some(text) => JsFuture::from(text).await.ok(),
            None => None,
        };
        control.set_value("");
        done(name, text.and_then(|text| text.as_string()));
    });
}
