//! The value of a setting: quoted, plain, or a YAML block.
//! Spec: YAML 1.2 §8.1 for blocks; dotenv's own reading for quotes and comments.

/// Where the setting stands.
#[derive(Clone, Copy)]
pub(super) struct Block {
    /// Columns before its name.
    pub indent: usize,
    /// `=` or `:`.
    pub separator: char,
}

/// The value that begins with `inline` and may go on in `rest`, and what follows it. `None` for
/// `name:` with nothing after it: the parent of what is indented below.
pub(super) fn read_value<'a>(
    inline: &'a str,
    rest: &'a str,
    block: Block,
) -> Option<(String, &'a str)> {
    if block.separator == ':' {
        if matches!(inline, "" | "{" | "[") {
            return None;
        }
        if let Some(value) = block_scalar(inline, rest, block.indent) {
            return Some(value);
        }
    }
    let quoted = ['"', '\'', '`']
        .into_iter()
        .find_map(|quote| quoted(inline, rest, quote));
    Some(quoted.unwrap_or_else(|| (plain(inline), rest)))
}

/// An unquoted value ends at the line's end or at ` #`.
fn plain(inline: &str) -> String {
    let end = inline.find(" #").unwrap_or(inline.len());
    inline.get(..end).unwrap_or(inline).trim_end().to_owned()
}

/// `inline` has lost the white space at its end; a quoted value that goes on below has a line
/// break there.
fn quoted<'a>(inline: &str, rest: &'a str, quote: char) -> Option<(String, &'a str)> {
    let first = inline.strip_prefix(quote)?;
    if let Some((value, after)) = until_quote(first, quote) {
        return is_tail(after).then_some((value, rest));
    }
    if !rest.contains(quote) {
        return None;
    }
    let mut text = String::from(first);
    text.push('\n');
    text.push_str(rest);
    let (value, after) = until_quote(&text, quote)?;
    let (tail, _) = after.split_once('\n').unwrap_or((after, ""));
    if !is_tail(tail.trim()) {
        return None;
    }
    let used = text.len().saturating_sub(after.len());
    let used = used.saturating_sub(first.len().saturating_add(1));
    let rest = rest.get(used..).unwrap_or_default();
    Some((value, rest.split_once('\n').map_or("", |(_, next)| next)))
}

/// What may stand after the closing quote: nothing, a comma, a semicolon, a comment.
fn is_tail(after: &str) -> bool {
    let after = after.trim_start().trim_start_matches([',', ';']).trim();
    after.is_empty() || after.starts_with('#')
}

/// The text up to the closing quote and what follows it. Double quotes have escapes; in single
/// quotes and backticks every character is itself.
fn until_quote(text: &str, quote: char) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = text.char_indices();
    while let Some((index, c)) = chars.next() {
        if c == quote {
            return Some((value, text.get(index.saturating_add(1)..)?));
        }
        if c != '\\' || quote != '"' {
            value.push(c);
            continue;
        }
        match chars.next()?.1 {
            'n' => value.push('\n'),
            'r' => value.push('\r'),
            't' => value.push('\t'),
            same @ ('"' | '\\' | '/' | '$' | '`') => value.push(same),
            other => {
                value.push('\\');
                value.push(other);
            }
        }
    }
    None
}

/// `|` keeps line breaks, `>` folds them; `-` drops the last one, `+` keeps all.
fn block_scalar<'a>(inline: &str, rest: &'a str, indent: usize) -> Option<(String, &'a str)> {
    let style = inline.chars().next().filter(|c| matches!(c, '|' | '>'))?;
    let indicators = inline.get(1..)?.split(" #").next()?.trim();
    if !indicators
        .chars()
        .all(|c| matches!(c, '-' | '+' | '1'..='9'))
    {
        return None;
    }
    let mut lines: Vec<&str> = Vec::new();
    let mut left = rest;
    let mut margin = None;
    while !left.is_empty() {
        let (line, after) = left.split_once('\n').unwrap_or((left, ""));
        let line = line.trim_end_matches('\r');
        let bare = line.trim_start_matches(' ');
        let columns = line.len().saturating_sub(bare.len());
        if bare.is_empty() {
            lines.push("");
        } else if columns > indent {
            let margin = *margin.get_or_insert(columns);
            lines.push(line.get(margin.min(columns)..).unwrap_or_default());
        } else {
            break;
        }
        left = after;
    }
    let kept = lines.iter().rposition(|line| !line.is_empty())?;
    let trailing = lines.len().saturating_sub(kept.saturating_add(1));
    lines.truncate(kept.saturating_add(1));
    let mut value = lines.join(if style == '|' { "\n" } else { " " });
    if indicators.contains('+') {
        value.push_str(&"\n".repeat(trailing.saturating_add(1)));
    } else if !indicators.contains('-') {
        value.push('\n');
    }
    Some((value, left))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(inline: &str, rest: &str, value: &str, after: &str) {
        let block = Block {
            indent: 0,
            separator: ':',
        };
        let read = read_value(inline, rest, block);
        assert_eq!(read, Some((value.to_owned(), after)), "{inline:?} {rest:?}");
    }

    #[test]
    fn blocks_follow_yaml() {
        check("|", "  a\n  b\nx: y", "a\nb\n", "x: y");
        check("|-", "  a\n  b\n", "a\nb", "");
        check(">-", "  a\n  b\n", "a b", "");
        check("|+", "  a\n\n", "a\n\n", "");
        check("|", "  a\r\n  b\r\n", "a\nb\n", "");
    }

    #[test]
    fn quotes_end_where_they_end() {
        check("\"a\" # c", "next", "a", "next");
        check("'a',", "next", "a", "next");
        check("\"a", "b\"\nnext", "a\nb", "next");
        check("\"a\"b\"", "next", "\"a\"b\"", "next");
        check("\"a\\", "", "\"a\\", "");
    }
}
