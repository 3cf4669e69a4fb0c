//! The text lists the bytes of the secret as numbers: a Java or C# array, a `Buffer` as JSON, a dump.

use super::sized;
use crate::diagnosis::{Case, Cause, KeyChange, Kind, Said};
use crate::keys::{SecretReading, decode_secret};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-read-byte-list",
    kind: Kind::Key(read),
};

/// Longer texts list no secret.
const LONGEST: usize = 20_000;

fn read(case: &Case<'_>) -> Vec<Said<KeyChange>> {
    let text = case.question.key.text.expose();
    if text.len() > LONGEST {
        return Vec::new();
    }
    [decimal(text), hexadecimal(text), literal(text), dump(text)]
        .into_iter()
        .flatten()
        .map(|bytes| sized("secret-read-byte-list", KeyChange::bytes(bytes)))
        .collect()
}

/// `[115, -51]`; what stands before the first bracket is a declaration.
fn decimal(text: &str) -> Option<Vec<u8>> {
    let text = inside(text);
    let numbers = text
        .split([',', ' ', '\n', '\r', '\t', ';'])
        .filter(|word| !word.is_empty());
    let byte = |word: &str| {
        let number: i16 = word.parse().ok()?;
        let [high, low] = number.to_be_bytes();
        // Java's bytes go from −128 to 127.
        ((-128..=255).contains(&number) && matches!(high, 0 | 0xff)).then_some(low)
    };
    listed(numbers.map(byte).collect())
}

/// `0x73, 0x33`, `\x73\x33`, `(byte)0x73`.
fn hexadecimal(text: &str) -> Option<Vec<u8>> {
    let text = inside(text).replace("(byte)", "");
    let text = text
        .replace("\\x", " ")
        .replace("0x", " ")
        .replace("0X", " ");
    let digits = text
        .split([',', ' ', '\n', '\r', '\t', ';'])
        .filter(|word| !word.is_empty());
    let byte = |word: &str| u8::from_str_radix(word, 16).ok();
    listed(digits.map(byte).collect())
}

/// `b'\xfb\xffa'`, as Python writes bytes.
fn literal(text: &str) -> Option<Vec<u8>> {
    let text = text.trim().strip_prefix('b')?;
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let inner = text.strip_prefix(quote)?.strip_suffix(quote)?;
    let mut bytes = Vec::new();
    let mut rest = inner.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'\\' => match rest.next()? {
                b'x' => {
                    let digits = [rest.next()?, rest.next()?];
                    u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
                }
                b'n' => b'\n',
                b'r' => b'\r',
                b't' => b'\t',
                other => other,
            },
            other => other,
        });
    }
    listed(Some(bytes))
}

/// The bytes of a dump with offsets before and characters behind them, as `xxd` and `hexdump -C` do.
fn dump(text: &str) -> Option<Vec<u8>> {
    let mut digits = String::new();
    for line in text.trim().lines() {
        let (offset, rest) = line.trim_start().split_once([':', ' '])?;
        if offset.len() < 7 || !offset.chars().all(|c| c.is_ascii_hexdigit()) {
            return None;
        }
        let rest = rest.trim_start();
        let (bytes, _) = rest.split_once(" |").unwrap_or((rest, ""));
        let is_pair = |word: &&str| word.chars().all(|c| c.is_ascii_hexdigit());
        let end = bytes.find("  ").filter(|_| rest.len() == bytes.len());
        let bytes = end.and_then(|end| bytes.get(..end)).unwrap_or(bytes);
        digits.extend(bytes.split_whitespace().take_while(is_pair));
    }
    listed(decode_secret(&digits, SecretReading::Hex).ok())
}

fn listed(bytes: Option<Vec<u8>>) -> Option<Vec<u8>> {
    bytes.filter(|bytes| bytes.len() > 1)
}

/// What stands in the innermost brackets.
fn inside(text: &str) -> &str {
    let start = text
        .rfind(['[', '{'])
        .and_then(|at| text.get(at..)?.get(1..));
    let inner = start.unwrap_or(text);
    let end = inner.find([']', '}']).and_then(|at| inner.get(..at));
    end.unwrap_or(inner).trim().trim_matches(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::{decimal, dump, hexadecimal};
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn arrays_of_bytes() {
        for given in [
            "[115, 51, 99, 114, 101, 116]",
            "115,51,99,114,101,116",
            "new byte[] { 115, 51, 99, 114, 101, 116 };",
            r#"{"type":"Buffer","data":[115,51,99,114,101,116]}"#,
            "0x73, 0x33, 0x63, 0x72, 0x65, 0x74",
            r"\x73\x33\x63\x72\x65\x74",
            "73-33-63-72-65-74".replace('-', " ").as_str(),
            r"b'\x73\x333\x72et'".replace("333", "33\\x63").as_str(),
            "00000000  73 33 63 72 65 74                                 |s3cret|\n",
        ] {
            let code = if given.starts_with("73 ") {
                "secret-read-hex"
            } else {
                "secret-read-byte-list"
            };
            finds_secret(b"s3cret", given, code);
        }
        let printed = "00000000: 00ff 6372 6574                           ..cret\n";
        assert_eq!(dump(printed), Some(vec![0, 0xff, 0x63, 0x72, 0x65, 0x74]));
        assert_eq!(decimal("[-51, -1, 127]"), Some(vec![205, 255, 127]));
    }

    #[test]
    fn what_lists_no_bytes() {
        for text in ["", "s3cret", "256, 1", "-129, 1", "1", "[]", "1.5, 2"] {
            assert_eq!(decimal(text), None, "{text}");
        }
        for text in ["", "s3cret", "0x100, 0x1", "0x", "0x1"] {
            assert_eq!(hexadecimal(text), None, "{text}");
        }
    }
}
