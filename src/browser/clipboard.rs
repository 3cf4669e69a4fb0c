//! Taking text that is pasted, and copying text. The async clipboard exists in secure contexts
//! only, so there is a second way: a text area that is selected and copied, which works on a
//! laptop over plain http.

use crate::words::without_controls;
use js_sys::{Function, Reflect, Uint8Array};
use std::borrow::Cow;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DataTransfer, HtmlDocument, HtmlElement, HtmlTextAreaElement, TextEncoder};

/// What became of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The text is on the clipboard.
    Whole,
    /// It is, with its control characters written out, so that no terminal obeys them.
    WrittenOut,
    /// The browser refused.
    Refused,
}

/// The text that is pasted. A megabyte is encoded by the browser at once; letter by letter, as
/// strings come over otherwise, it takes as long as decoding it.
pub fn text_in(data: &DataTransfer) -> Option<String> {
    let call = |of: &JsValue, name: &str, argument: &JsValue| {
        let function = Reflect::get(of, &name.into()).ok()?;
        let function: Function = function.dyn_into().ok()?;
        function.call1(of, argument).ok()
    };
    let text = call(data, "getData", &"text".into())?;
    let bytes = call(&TextEncoder::new().ok()?.into(), "encode", &text)?;
    let bytes: Uint8Array = bytes.dyn_into().ok()?;
    String::from_utf8(bytes.to_vec()).ok()
}

/// Copies `text`, then calls `done` with what became of it.
pub fn copy(text: &str, done: impl FnOnce(Copied) + 'static) {
    let safe = without_controls(text);
    let how = match safe {
        Cow::Borrowed(_) => Copied::Whole,
        Cow::Owned(_) => Copied::WrittenOut,
    };
    let text = safe.into_owned();
    spawn_local(async move {
        let worked = modern(&text).await || classic(&text).is_ok();
        done(match worked {
            true => how,
            false => Copied::Refused,
        });
    });
}

async fn modern(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let navigator = window.navigator();
    // Absent outside secure contexts, where the binding would trap.
    let exists = js_sys::Reflect::get(&navigator, &"clipboard".into())
        .is_ok_and(|clipboard| clipboard.is_object());
    exists
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}

fn classic(text: &str) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or("no document")?;
    let focused = document.active_element();
    let area: HtmlTextAreaElement = document.create_element("textarea")?.unchecked_into();
    area.set_class_name("offscreen");
    area.set_attribute("aria-hidden", "true")?;
    area.set_read_only(true);
    area.set_value(text);
    document.body().ok_or("no body")?.append_child(&area)?;
    area.select();
    let copied = document
        .unchecked_ref::<HtmlDocument>()
        .exec_command("copy")
        .unwrap_or(false);
    area.set_value("");
    area.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    if copied {
        Ok(())
    } else {
        Err("refused".into())
    }
}
