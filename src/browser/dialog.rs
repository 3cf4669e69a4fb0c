//! Dialogs of the browser's own kind: over everything, with the focus kept inside, and closed by
//! Escape, the topmost alone.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

/// Opens it, unless it is open.
pub fn open(dialog: &Element) {
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>()
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

/// Closes it. The focus returns to where it was.
pub fn close(dialog: &Element) {
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>() {
        dialog.close();
    }
}
