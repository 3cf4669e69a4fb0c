//! The controls that a token, a key or a payload is typed into: labelled, and closed to the
//! browser's spelling and translation services, which would send their text away.

use crate::secret::Secret;
use crate::ui::dom::{El, el, value_of};
use crate::ui::state::RwSignal;
use crate::ui::text::t;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, HtmlTextAreaElement};

/// What a control is. Texts are keys of the locale.
#[derive(Clone, Copy, Debug)]
pub struct Control {
    /// `data-testid` and `id` of the native control.
    pub id: &'static str,
    /// Its accessible name.
    pub label: &'static str,
    /// The text in the empty control.
    pub placeholder: Option<&'static str>,
    /// `id` of an element that says more.
    pub described_by: Option<&'static str>,
}

/// A control with a label and nothing else.
pub const fn control(id: &'static str, label: &'static str) -> Control {
    Control {
        id,
        label,
        placeholder: None,
        described_by: None,
    }
}

impl Control {
    /// With a text in the empty control.
    pub const fn placeholder(mut self, key: &'static str) -> Control {
        self.placeholder = Some(key);
        self
    }

    /// With an element that says more.
    pub const fn described_by(mut self, id: &'static str) -> Control {
        self.described_by = Some(id);
        self
    }
}

/// A text area of `rows` lines. `value` is its text, `set` takes what was typed.
pub fn text_area(
    control: Control,
    rows: &'static str,
    value: impl Fn() -> String + 'static,
    set: impl Fn(String) + Clone + 'static,
) -> El {
    let typed = set.clone();
    let input = move |event: &Event| typed(value_of(event));
    text_control(control, rows, value, input).on("paste", move |event| insert(event, &set))
}

/// A text area whose `input` events somebody else reads.
pub fn text_control(
    control: Control,
    rows: &'static str,
    value: impl Fn() -> String + 'static,
    input: impl Fn(&Event) + 'static,
) -> El {
    closed(el("textarea", "text-area"), control)
        .attr("rows", rows)
        .attr("aria-label", t(control.label))
        .attr("data-gramm", "false")
        .prop("value", value)
        .on("input", move |event| input(event))
}

/// A labelled line.
pub fn text_field(control: Control, text: RwSignal<String>) -> Field {
    line_field(control, move || text.get(), move |typed| text.set(typed))
}

/// A labelled line. `value` is its text, `set` takes what was typed.
pub fn line_field(
    control: Control,
    value: impl Fn() -> String + 'static,
    set: impl Fn(String) + 'static,
) -> Field {
    let label = el("label", "field-label")
        .attr("for", control.id)
        .child(t(control.label));
    let input = closed(el("input", "text-field").attr("type", "text"), control)
        .prop("value", value)
        .on("input", move |event| set(value_of(event)));
    Field { label, input }
}

/// A labelled line for a password, shown masked. Not of the type for passwords, which browsers
/// offer to keep.
pub fn password_field(id: &'static str, text: RwSignal<Secret<String>>) -> El {
    let field = line_field(
        control(id, "key-password"),
        move || text.with(|text| text.expose().clone()),
        move |typed| text.set(Secret::new(typed)),
    );
    let Field { label, input } = field;
    let input = input.attr("class", "text-field masked");
    Field { label, input }.done()
}

/// The line for the password of the key in a box, there while that is encrypted.
pub fn password_of(
    id: &'static str,
    key: RwSignal<Secret<String>>,
    password: RwSignal<Secret<String>>,
) -> El {
    let asks = move || {
        let is_locked = key.with(|text| text.expose().contains(ENCRYPTED));
        is_locked || password.with(|text| !text.expose().is_empty())
    };
    password_field(id, password).hidden(move || !asks())
}

/// What stands in the first line of every encrypted PEM (RFC 7468 §11), and in the second of the
/// older ones.
const ENCRYPTED: &str = "ENCRYPTED";

/// A label and its control, until [`Field::done`] puts them together.
#[must_use = "a field that is not done is never shown"]
pub struct Field {
    label: El,
    input: El,
}

impl Field {
    /// Which keyboard a phone shows.
    pub fn keyboard(mut self, inputmode: &'static str) -> Field {
        self.input = self.input.attr("inputmode", inputmode);
        self
    }

    /// When the text cannot be read.
    pub fn invalid(mut self, invalid: impl Fn() -> bool + 'static) -> Field {
        self.input = self
            .input
            .attr("aria-invalid", move || invalid().then_some("true"));
        self
    }

    /// The field.
    pub fn done(self) -> El {
        el("div", "field").child(self.label).child(self.input)
    }
}

/// No service of the browser reads along.
fn closed(element: El, control: Control) -> El {
    element
        .id(control.id)
        .attr("aria-describedby", control.described_by)
        .attr("placeholder", control.placeholder.map(t))
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("autocorrect", "off")
        .attr("translate", "no")
}

/// A real paste is inserted by the browser, which keeps Undo. One made by a script is not, so it
/// is inserted here.
pub fn insert(event: &Event, set: &dyn Fn(String)) {
    let event: &ClipboardEvent = event.unchecked_ref();
    if event.is_trusted() {
        return;
    }
    let target = event.target();
    let area = target.and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    let text = event
        .clipboard_data()
        .and_then(|data| data.get_data("text").ok());
    let (Some(area), Some(text)) = (area, text) else {
        return;
    };
    event.prevent_default();
    let start = area.selection_start().ok().flatten().unwrap_or(0);
    let end = area.selection_end().ok().flatten().unwrap_or(start);
    if area
        .set_range_text_with_start_and_end(&text, start, end)
        .is_ok()
    {
        set(area.value());
    }
}
