//! What there is to look at, as terms and what they stand for, each at its step.

use super::steps::{Step, Steps as Shown};
use crate::arithmetic::{Arithmetic, Digest, RsaPadding, Steps};
use crate::ui::components::candidates::key_line;
use crate::ui::dom::{El, el};
use crate::ui::text::Speech;

/// Bytes of the signing input that are drawn.
const LONGEST: usize = 512;

/// All of it. `signature` is which of several it is, from 0.
pub(super) fn rows(
    found: &Arithmetic,
    signature: Option<usize>,
    shown: Shown,
    speech: Speech,
) -> Vec<El> {
    let mut rows = Rows {
        made: Vec::new(),
        step: Step::Input,
        shown,
        speech,
    };
    if let Some(index) = signature {
        let facts = [("count", index.saturating_add(1).into())];
        let text = speech.format("signature-number", &facts);
        rows.add(el("dt", "").child(text));
    }
    let input = &found.signing_input;
    let shown = input.get(..LONGEST).unwrap_or(input);
    let facts = [("count", input.len().into())];
    let mut text = String::from_utf8_lossy(shown).into_owned();
    text.push_str(more(input));
    rows.text(speech.format("arithmetic-input", &facts), text);
    if let Some(hash) = &found.hash {
        rows.step = Step::Hash;
        rows.bytes(&hash_name("arithmetic-hash", hash, speech), &hash.bytes);
    }
    rows.step = Step::Signature;
    let facts = [("count", found.signature.len().into())];
    rows.bytes(
        &speech.format("arithmetic-signature", &facts),
        &found.signature,
    );
    rows.step = Step::Key;
    if let Some(key) = &found.key {
        let mut line = key_line(key, speech);
        if let Some(exponent) = key.exponent {
            let facts = [("exponent", exponent.to_string().into())];
            line.push_str(&speech.format("arithmetic-exponent", &facts));
        }
        rows.text(speech.text("arithmetic-key"), line);
        let expected = found.expected_length;
        if let Some(expected) = expected.filter(|length| *length != found.signature.len()) {
            let facts = [("count", expected.into())];
            rows.add(el("dd", "").child(speech.format("arithmetic-length", &facts)));
        }
    }
    rows.step = Step::Compute;
    match &found.steps {
        Steps::NoKey => rows.says("arithmetic-no-key"),
        Steps::MlDsa => rows.says("arithmetic-ml-dsa"),
        Steps::Hmac {
            computed,
            first_difference,
        } => {
            rows.bytes(&speech.text("arithmetic-mac"), computed);
            match first_difference {
                None => rows.says("arithmetic-same"),
                Some(at) => {
                    let facts = [("offset", at.saturating_add(1).into())];
                    let text = speech.format("arithmetic-differs", &facts);
                    rows.add(el("dd", "").child(text));
                }
            }
        }
        Steps::Ecdsa { r, s } | Steps::EdDsa { r, s } => {
            rows.bytes("R", r);
            rows.bytes("S", s);
        }
        Steps::Rsa {
            encoded_message,
            padding,
        } => {
            rows.bytes(&speech.text("arithmetic-message"), encoded_message);
            match padding {
                RsaPadding::Pkcs1 {
                    digest,
                    is_of_input,
                } => {
                    let name = hash_name("arithmetic-recovered", digest, speech);
                    rows.bytes(&name, &digest.bytes);
                    rows.of_input(*is_of_input);
                }
                RsaPadding::Pkcs1Other { content } => {
                    rows.bytes(&speech.text("arithmetic-padded"), content);
                }
                RsaPadding::Pss {
                    salt, is_of_input, ..
                } => {
                    rows.bytes(&speech.text("arithmetic-salt"), salt);
                    rows.of_input(*is_of_input);
                }
                RsaPadding::None => rows.says("arithmetic-no-padding"),
            }
        }
    }
    rows.step = Step::Verdict;
    rows.says(match found.holds {
        true => "arithmetic-holds",
        false => "arithmetic-fails",
    });
    rows.made
}

fn hash_name(key: &str, digest: &Digest, speech: Speech) -> String {
    speech.format(key, &[("hash", digest.name.as_str().into())])
}

/// Says that what is drawn is not all.
fn more(bytes: &[u8]) -> &'static str {
    if bytes.len() > LONGEST { " …" } else { "" }
}

/// Terms and what they stand for.
struct Rows {
    made: Vec<El>,
    /// The one that comes next belongs to this step.
    step: Step,
    shown: Shown,
    speech: Speech,
}

impl Rows {
    fn add(&mut self, row: El) {
        let (step, shown) = (self.step, self.shown);
        self.made.push(
            row.attr("data-step", step.name())
                .attr("data-current", move || {
                    shown.is_current(step).then_some("true")
                })
                .hidden(move || shown.is_ahead(step)),
        );
    }

    fn text(&mut self, name: String, text: String) {
        self.add(el("dt", "").child(name));
        let code = el("code", "").attr("translate", "no").child(text);
        self.add(el("dd", "").child(code));
    }

    fn bytes(&mut self, name: &str, bytes: &[u8]) {
        let shown = bytes.get(..LONGEST).unwrap_or(bytes);
        let mut hex = String::new();
        for (index, byte) in shown.iter().enumerate() {
            if index > 0 {
                hex.push(' ');
            }
            for digit in [byte >> 4, byte & 15] {
                hex.push(char::from_digit(u32::from(digit), 16).unwrap_or('?'));
            }
        }
        hex.push_str(more(bytes));
        self.text(name.to_owned(), hex);
    }

    fn says(&mut self, key: &str) {
        let text = self.speech.text(key);
        self.add(el("dd", "").child(text));
    }

    fn of_input(&mut self, is_of_input: bool) {
        self.says(match is_of_input {
            true => "arithmetic-of-input",
            false => "arithmetic-of-other",
        });
    }
}
