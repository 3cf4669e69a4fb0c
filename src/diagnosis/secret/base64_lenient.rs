//! The text is base64 to a lenient decoder, which passes over what is not in the alphabet and
//! takes both alphabets, as Node's `Buffer.from(text, "base64")` does.

use super::sized;
use crate::diagnosis::{Cause, KeyChange, Kind, Said};
use crate::keys::{SecretReading, decode_secret};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-read-base64-lenient",
    kind: Kind::Reading(read),
};

fn read(text: &str) -> Vec<Said<KeyChange>> {
    lenient(text)
        .map(|bytes| sized("secret-read-base64-lenient", KeyChange::bytes(bytes)))
        .into_iter()
        .collect()
}

fn lenient(text: &str) -> Option<Vec<u8>> {
    let mut clean: String = text
        .chars()
        .take_while(|c| *c != '=')
        .filter_map(|c| match c {
            '-' => Some('+'),
            '_' => Some('/'),
            c => (c.is_ascii_alphanumeric() || matches!(c, '+' | '/')).then_some(c),
        })
        .collect();
    if clean.len() % 4 == 1 {
        clean.pop();
    }
    decode_secret(&clean, SecretReading::Base64).ok()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn what_a_lenient_decoder_makes_of_a_text() {
        finds_secret(
            &[0xb3, 0x27, 0x2b, 0xfd, 0xe8],
            "s!ycr/eg=",
            "secret-read-base64-lenient",
        );
    }
}
