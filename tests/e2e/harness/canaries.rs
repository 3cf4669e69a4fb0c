//! Texts that must be found nowhere, in every spelling in which something could carry them out.

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE_NO_PAD};

/// Shorter ones would be found by chance.
const SHORTEST: usize = 12;

/// What is looked for.
#[derive(Debug, Default, Clone)]
pub struct Canaries(Vec<Spelling>);

#[derive(Debug, Clone)]
struct Spelling {
    of: String,
    how: &'static str,
    text: String,
}

impl Canaries {
    /// Looks for `text` from now on; `of` says in a complaint what it is.
    ///
    /// # Panics
    /// When it is so short that it would be found by chance.
    pub fn add(&mut self, of: &str, text: &str) {
        self.spell(of, "as it is", text.to_owned());
        self.add_bytes(of, text.as_bytes());
    }

    /// Looks for what is written of bytes that are no text.
    ///
    /// # Panics
    /// As [`Canaries::add`].
    pub fn add_bytes(&mut self, of: &str, bytes: &[u8]) {
        assert!(bytes.len() >= SHORTEST, "{of} is short: {bytes:?}");
        let hex = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        self.spell(of, "in hex", hex);
        for before in 0..3 {
            let url = inside_base64(bytes, before, |all| BASE64_URL_SAFE_NO_PAD.encode(all));
            let standard = inside_base64(bytes, before, |all| BASE64_STANDARD_NO_PAD.encode(all));
            if standard != url {
                self.spell(of, "in base64", standard);
            }
            self.spell(of, "in base64url", url);
        }
    }

    fn spell(&mut self, of: &str, how: &'static str, text: String) {
        let of = of.to_owned();
        self.0.push(Spelling { of, how, text });
    }

    /// Which of them stands in `text`, as it is or percent-encoded.
    pub fn found_in(&self, text: &str) -> Option<String> {
        let decoded = percent_decoded(text);
        let texts = [text.to_lowercase(), decoded.to_lowercase()];
        let exact = [text, decoded.as_str()];
        self.0.iter().find_map(|spelling| {
            let is_there = match spelling.how {
                "in base64" | "in base64url" => exact.iter().any(|it| it.contains(&spelling.text)),
                _ => {
                    let wanted = spelling.text.to_lowercase();
                    texts.iter().any(|it| it.contains(&wanted))
                }
            };
            is_there.then(|| format!("{} {}", spelling.of, spelling.how))
        })
    }

    /// All spellings, for a search in the page itself.
    pub fn spellings(&self) -> Vec<&str> {
        self.0.iter().map(|it| it.text.as_str()).collect()
    }
}

/// The characters that `bytes` alone decide when `before` other bytes stand before them and any
/// behind.
fn inside_base64(bytes: &[u8], before: usize, encode: impl Fn(&[u8]) -> String) -> String {
    let mut all = vec![0; before];
    all.extend_from_slice(bytes);
    let first = (before * 8).div_ceil(6);
    let end = all.len() * 8 / 6;
    let encoded = encode(&all);
    encoded.get(first..end).unwrap_or_default().to_owned()
}

fn percent_decoded(text: &str) -> String {
    // A form's `+` is a space; `=` and `&` are of no matter here.
    let decoded = url::form_urlencoded::parse(text.as_bytes());
    decoded
        .map(|(name, value)| format!("{name}={value}&"))
        .collect()
}
