//! How a bare secret is read. The person chooses; the token never does.

use crate::keys::facts::SecretReading;
use crate::ui::dom::{El, el};
use crate::ui::state::RwSignal;
use crate::ui::text::t;

const READINGS: [(SecretReading, &str, &str); 4] = [
    (SecretReading::Utf8, "utf8", "reading-utf8"),
    (SecretReading::Base64, "base64", "reading-base64"),
    (SecretReading::Base64url, "base64url", "reading-base64url"),
    (SecretReading::Hex, "hex", "reading-hex"),
];

/// The choices as a group; `id` is its `data-testid` and the group's name.
pub fn reading_switch(id: &'static str, reading: RwSignal<SecretReading>) -> El {
    let choices = READINGS.map(|(choice, value, label)| {
        let radio = el("input", "offscreen")
            .attr("type", "radio")
            .attr("name", id)
            .attr("value", value)
            .prop("checked", move || reading.get() == choice)
            .on("change", move |_| reading.set(choice));
        el("label", "segment")
            .child(radio)
            .child(el("span", "segment-face").child(t(label)))
    });
    let title = el("span", "segments-label")
        .attr("aria-hidden", "true")
        .child(t("reading-label"));
    el("div", "segments")
        .attr("role", "radiogroup")
        .attr("aria-label", t("reading-label"))
        .test(id)
        .child(title)
        .child(choices)
}
