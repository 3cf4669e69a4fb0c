//! Causes in a bare secret: its text, its reading.

pub mod added_line_break;
pub mod base64;
pub mod base64_lenient;
pub mod base64url;
pub mod byte_order_mark;
pub mod encoded_again;
pub mod escapes;
pub mod hex;
pub mod jwk_text;
pub mod latin1;
pub mod letter_case;
pub mod line_break;
pub mod name;
pub mod normalisation;
pub mod percent;
pub mod quotes;
pub mod utf16;
pub mod utf8;
pub mod white_space;
pub mod whole_line;

use super::KeyChange;
use crate::diagnostic::Diagnostic;
use crate::keys::Material;

/// The clause of a cause with the secret's size in bytes.
fn sized(code: &'static str, key: KeyChange) -> (KeyChange, Diagnostic) {
    let count = match &key.material {
        Material::Oct(secret) => secret.expose().len(),
        _ => 0,
    };
    (key, Diagnostic::info(code).with("count", count))
}
