//! The signer turns the text into UTF-16, as `Encoding.Unicode` of .NET does.

use super::sized;
use crate::diagnosis::{Cause, KeyChange, Kind, Said};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-read-utf16",
    kind: Kind::Reading(read),
};

fn read(text: &str) -> Vec<Said<KeyChange>> {
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = |mark: [u8; 2], bytes: &[u8]| [mark.as_slice(), bytes].concat();
    [
        marked([0xff, 0xfe], &little),
        marked([0xfe, 0xff], &big),
        little,
        big,
    ]
    .into_iter()
    .map(|bytes| sized("secret-read-utf16", KeyChange::bytes(bytes)))
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn both_byte_orders() {
        finds_secret(b"a\0b\0c\0", "abc", "secret-read-utf16");
        finds_secret(b"\0a\0b\0c", "abc", "secret-read-utf16");
        finds_secret(b"\xff\xfea\0b\0", "ab", "secret-read-utf16");
    }
}
