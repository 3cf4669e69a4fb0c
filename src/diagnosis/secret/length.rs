//! A program cuts the secret to a length, or fills it up to one: to the size of a cipher's key or
//! of the hash.

use crate::diagnosis::{Cause, Kind, Said};
use crate::diagnostic::Diagnostic;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "secret-length",
    kind: Kind::Text(change),
};

/// In bytes: 128, 192, 256, 384 and 512 bits, and what bcrypt takes.
const LENGTHS: [usize; 6] = [16, 24, 32, 48, 64, 72];

fn change(text: &str) -> Vec<Said<String>> {
    let mut all = Vec::new();
    for length in LENGTHS {
        if text.len() > length {
            all.extend(text.get(..length).map(str::to_owned));
            continue;
        }
        // Zero bytes are not among them: HMAC fills up with them itself (RFC 2104 §2).
        for fill in [' ', '0', '*', '#', '=', 'x'] {
            let mut filled = text.to_owned();
            filled.extend(std::iter::repeat_n(fill, length.saturating_sub(text.len())));
            all.push(filled);
        }
        all.push(text.chars().cycle().take(length).collect());
    }
    all.into_iter()
        .map(|text| {
            let step = Diagnostic::info("secret-length").with("count", text.len());
            (text, step)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::finds_secret;

    #[test]
    fn cut_or_filled_up() {
        let long = "0123456789abcdef0123456789abcdefz";
        finds_secret(&long.as_bytes()[..32], long, "secret-length");
        finds_secret(b"s3cret          ", "s3cret", "secret-length");
        finds_secret(b"s3cret0000000000", "s3cret", "secret-length");
        finds_secret(b"s3crets3crets3cr", "s3cret", "secret-length");
    }
}
