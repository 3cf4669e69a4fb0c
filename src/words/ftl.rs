//! Reads the subset of Fluent that the locales are written in: comments, `key = text`,
//! `.attribute = text`, continuation lines that are indented, placeables `{ $fact }`.
//! Spec: Fluent Syntax 1.0, of which every file in `locales/` is a valid resource.

/// Calls `found` with each key and its text; attributes come as `key.attribute`.
/// Continuation lines are joined by a space; a blank line between them is a line break.
pub(super) fn read(file: &str, mut found: impl FnMut(String, String)) {
    let (mut key, mut message, mut text) = (String::new(), String::new(), String::new());
    let mut breaks = false;
    for line in file.lines() {
        let content = line.trim_matches([' ', '\r']);
        if content.is_empty() {
            breaks = true;
            continue;
        }
        let indented = line.starts_with(' ');
        if indented && !content.starts_with('.') {
            if !text.is_empty() {
                text.push(if breaks { '\n' } else { ' ' });
            }
            text.push_str(content);
            breaks = false;
            continue;
        }
        flush(&mut key, &mut text, &mut found);
        breaks = false;
        // A comment, a term, or what is no Fluent at all has no name before its `=`.
        let Some((name, value)) = content.split_once('=') else {
            continue;
        };
        let name = name.trim_matches(' ');
        match name.strip_prefix('.') {
            Some(attribute) if indented && is_name(attribute) => {
                key = format!("{message}.{attribute}");
            }
            None if is_name(name) => {
                message = name.to_owned();
                key.clone_from(&message);
            }
            _ => continue,
        }
        value.trim_matches(' ').clone_into(&mut text);
    }
    flush(&mut key, &mut text, &mut found);
}

fn flush(key: &mut String, text: &mut String, found: &mut impl FnMut(String, String)) {
    let (key, text) = (std::mem::take(key), std::mem::take(text));
    // A message may consist of attributes only.
    if !key.is_empty() && !text.is_empty() {
        found(key, text);
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// Splits `text` at its first placeable: what stands before, the fact's name, what follows.
pub(super) fn placeable(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (inside, after) = rest.split_once('}')?;
    let name = inside.trim_matches(' ').strip_prefix('$')?;
    Some((before, name, after))
}
