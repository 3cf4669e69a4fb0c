//! Causes in a bare secret: its text, its reading.

pub mod added_line_break;
pub mod added_space;
pub mod ascii;
pub mod base32;
pub mod base64;
pub mod base64_lenient;
pub mod base64url;
pub mod byte_list;
pub mod byte_order_mark;
pub mod bytes_as_text;
pub mod comment;
pub mod encoded_again;
pub mod escapes;
pub mod from_utf16;
pub mod hashed;
pub mod hex;
pub mod html;
pub mod inside;
pub mod invisible;
pub mod json_value;
pub mod jwk_text;
pub mod latin1;
pub mod length;
pub mod letter_case;
pub mod line_break;
pub mod literal;
pub mod name;
pub mod normalisation;
pub mod part;
pub mod percent;
pub mod placeholder;
pub mod punctuation;
pub mod quotes;
pub mod typography;
pub mod utf16;
pub mod utf8;
pub mod uuid;
pub mod variable;
pub mod white_space;
pub mod whole_line;
pub mod windows_1252;

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
