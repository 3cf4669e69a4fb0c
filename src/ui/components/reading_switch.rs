//! How a bare secret is read. The person chooses; the token never does.

use super::segments::segments;
use crate::keys::facts::SecretReading;
use crate::ui::dom::El;
use crate::ui::state::RwSignal;

const READINGS: [(SecretReading, &str, &str); 4] = [
    (SecretReading::Utf8, "utf8", "reading-utf8"),
    (SecretReading::Base64, "base64", "reading-base64"),
    (SecretReading::Base64url, "base64url", "reading-base64url"),
    (SecretReading::Hex, "hex", "reading-hex"),
];

/// The choices as a group; `id` is its `data-testid` and the group's name.
pub fn reading_switch(id: &'static str, reading: RwSignal<SecretReading>) -> El {
    segments(id, "reading-label", &READINGS, reading)
}
