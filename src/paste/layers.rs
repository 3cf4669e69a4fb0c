//! The layers that programs put around text: percent-encoding, HTML, string literals. Resolving
//! one counts as removing what surrounds a token: no base64url character needs an escape.
//! Spec: RFC 3986 §2.1, HTML Living Standard §13.5, RFC 8259 §7.

/// A surrounding layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layer {
    /// `%2E`
    Percent,
    /// `&#46;`, `<br>`
    Html,
    /// `\n`, `\"`, `\u002e`
    Backslash,
}

/// An escape sequence: what it stands for and how many bytes it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Escape {
    pub character: char,
    pub len: usize,
    pub layer: Layer,
}

/// The escape sequence that begins at `at`.
pub(super) fn escape(paste: &str, at: usize) -> Option<Escape> {
    let rest = paste.get(at..)?;
    match rest.as_bytes().first()? {
        b'%' => percent(rest),
        b'&' => entity(rest),
        b'\\' => backslash(rest),
        _ => None,
    }
}

/// How often a text may have been percent-encoded: `%25252E` is three times.
const MAX_PERCENT_DEPTH: usize = 3;

fn percent(rest: &str) -> Option<Escape> {
    let mut len = 1;
    // `%` encoded again is `%25`.
    for _ in 1..MAX_PERCENT_DEPTH {
        if rest.get(len..)?.starts_with("25") && percent_byte(rest, len.saturating_add(2)).is_some()
        {
            len = len.saturating_add(2);
        } else {
            break;
        }
    }
    let byte = percent_byte(rest, len)?;
    len = len.saturating_add(2);
    if byte.is_ascii() {
        return Some(Escape {
            character: char::from(byte),
            len,
            layer: Layer::Percent,
        });
    }
    // Beyond ASCII the bytes of one UTF-8 character follow each other, each encoded.
    let mut utf8 = vec![byte];
    while utf8.len() < 4 {
        if let Ok(text) = std::str::from_utf8(&utf8) {
            let character = text.chars().next()?;
            return Some(Escape {
                character,
                len,
                layer: Layer::Percent,
            });
        }
        if rest.as_bytes().get(len) != Some(&b'%') {
            return None;
        }
        utf8.push(percent_byte(rest, len.saturating_add(1))?);
        len = len.saturating_add(3);
    }
    let character = std::str::from_utf8(&utf8).ok()?.chars().next()?;
    Some(Escape {
        character,
        len,
        layer: Layer::Percent,
    })
}

fn percent_byte(rest: &str, at: usize) -> Option<u8> {
    let digits = rest.get(at..at.saturating_add(2))?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    u8::from_str_radix(digits, 16).ok()
}

/// The longest character reference looked at, `&` and `;` included.
const MAX_ENTITY: usize = 24;

fn entity(rest: &str) -> Option<Escape> {
    let named = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let name_len = rest
        .bytes()
        .skip(1)
        .take(MAX_ENTITY)
        .take_while(named)
        .count();
    let end = name_len.saturating_add(1);
    if rest.as_bytes().get(end) != Some(&b';') {
        return None;
    }
    let name = rest.get(1..end)?;
    let character = if let Some(digits) = name.strip_prefix('#') {
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => digits.parse().ok()?,
        };
        char::from_u32(code)?
    } else {
        ENTITIES
            .iter()
            .find(|(entity, _)| *entity == name)
            .map(|(_, character)| *character)?
    };
    Some(Escape {
        character,
        len: end.saturating_add(1),
        layer: Layer::Html,
    })
}

/// The character references that can stand around or inside a token.
const ENTITIES: [(&str, char); 31] = [
    ("amp", '&'),
    ("apos", '\''),
    ("colon", ':'),
    ("comma", ','),
    ("dash", '\u{2010}'),
    ("equals", '='),
    ("excl", '!'),
    ("gt", '>'),
    ("hellip", '…'),
    ("hyphen", '\u{2010}'),
    ("lbrace", '{'),
    ("lbrack", '['),
    ("ldquo", '“'),
    ("lowbar", '_'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("nbsp", '\u{a0}'),
    ("NewLine", '\n'),
    ("num", '#'),
    ("period", '.'),
    ("plus", '+'),
    ("quot", '"'),
    ("rbrace", '}'),
    ("rdquo", '”'),
    ("rsquo", '’'),
    ("semi", ';'),
    ("shy", '\u{ad}'),
    ("sol", '/'),
    ("Tab", '\t'),
    ("ZeroWidthSpace", '\u{200b}'),
    ("zwj", '\u{200d}'),
];

fn backslash(rest: &str) -> Option<Escape> {
    // A literal inside a literal has its backslashes doubled.
    let slashes = rest
        .bytes()
        .take(8)
        .take_while(|byte| *byte == b'\\')
        .count();
    let mark = *rest.as_bytes().get(slashes)?;
    let (character, len) = match mark {
        b'n' => ('\n', slashes.saturating_add(1)),
        b'r' => ('\r', slashes.saturating_add(1)),
        b't' => ('\t', slashes.saturating_add(1)),
        b'"' => ('"', slashes.saturating_add(1)),
        b'\'' => ('\'', slashes.saturating_add(1)),
        b'`' => ('`', slashes.saturating_add(1)),
        // Markdown escapes what it would read as markup.
        b'/' | b'_' | b'-' | b'.' | b'~' | b'=' => (char::from(mark), slashes.saturating_add(1)),
        b'u' => {
            let first = slashes.saturating_add(1);
            let last = first.saturating_add(4);
            let digits = rest.get(first..last)?;
            if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return None;
            }
            let code = u32::from_str_radix(digits, 16).ok()?;
            (char::from_u32(code)?, last)
        }
        _ => return None,
    };
    Some(Escape {
        character,
        len,
        layer: Layer::Backslash,
    })
}

/// An HTML tag.
pub(super) struct Tag {
    pub len: usize,
    pub line_break: bool,
}

/// The longest tag looked at.
const MAX_TAG: usize = 300;

/// `<span class="…">`, `</b>`, `<br/>`: the tag `rest` begins with.
pub(super) fn tag(rest: &str) -> Option<Tag> {
    let mut bytes = rest.bytes().skip(1).peekable();
    bytes.next_if_eq(&b'/');
    if !bytes.peek()?.is_ascii_alphabetic() {
        return None;
    }
    let stop = |byte| matches!(byte, b'>' | b'<' | b'\n');
    let end = rest
        .bytes()
        .skip(1)
        .take(MAX_TAG)
        .position(stop)?
        .saturating_add(1);
    if rest.as_bytes().get(end) != Some(&b'>') {
        return None;
    }
    let inside = rest.get(1..end)?;
    let name: String = inside
        .chars()
        .skip_while(|c| *c == '/')
        .take_while(char::is_ascii_alphanumeric)
        .take(8)
        .collect::<String>()
        .to_ascii_lowercase();
    // `<eyJhb…>` is a token in angle brackets and not a tag.
    let after_name = inside.trim_start_matches('/').get(name.len()..);
    if !after_name.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '/'])) {
        return None;
    }
    Some(Tag {
        len: end.saturating_add(1),
        line_break: matches!(name.as_str(), "br" | "p" | "div" | "li" | "tr" | "pre"),
    })
}
