//! The arithmetic of a signature: what is signed, its hash, the signature's bytes, and what the key
//! makes of them.

use super::candidates::key_line;
use crate::arithmetic::{Arithmetic, Digest, RsaPadding, Steps};
use crate::browser::bridge::Purpose;
use crate::job::{Job, JobOutcome};
use crate::ui::dom::{El, el};
use crate::ui::session::{Signature, session};
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{Speech, speech, t};
use crate::verify::SignatureVerdict;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// Bytes of the signing input that are drawn.
const LONGEST: usize = 512;

/// See the module.
pub fn arithmetic() -> El {
    let (session, speech) = (session(), speech());
    let is_open = RwSignal::new(false);
    let computed = RwSignal::new(None::<Arc<Arithmetic>>);
    // Of several signatures, the one that the verdict on top speaks of.
    let shown = Memo::new(move |_| match session.signature.get() {
        Signature::Verdict(top) if top.signatures.len() > 1 => {
            let is_top =
                |one: &SignatureVerdict| one.reason == top.reason && one.state == top.state;
            top.signatures.iter().position(is_top)
        }
        _ => None,
    });
    // Asked anew whenever the verdict changes while it is open.
    crate::ui::state::effect(move || {
        let signature = session.signature.get();
        let Some((paste, question)) = session.question() else {
            computed.set(None);
            return;
        };
        if !is_open.get() || signature == Signature::Checking {
            return;
        }
        let job = Job::Arithmetic {
            paste,
            question,
            signature: shown.get().unwrap_or(0),
        };
        session.ask(Purpose::Arithmetic, job, move |outcome| {
            let found = match outcome {
                Ok(JobOutcome::Computed(found)) => found.map(Arc::from),
                Ok(_) | Err(_) => None,
            };
            computed.set(found);
        });
    });
    let toggle = move |event: &web_sys::Event| {
        let fold = event.target();
        let fold = fold.and_then(|fold| fold.dyn_into::<web_sys::Element>().ok());
        is_open.set(fold.is_some_and(|fold| fold.has_attribute("open")));
    };
    let body = move || match computed.get() {
        Some(found) => rows(&found, shown.get(), speech),
        None => vec![el("p", "hint").child(speech.text("arithmetic-none"))],
    };
    el("details", "fold arithmetic")
        .test("arithmetic")
        .on("toggle", toggle)
        .child(el("summary", "fold-head").child(t("arithmetic-title")))
        .child(el("dl", "fold-body arithmetic-rows").child(body))
}

fn rows(found: &Arithmetic, shown: Option<usize>, speech: Speech) -> Vec<El> {
    let mut rows = Rows(Vec::new(), speech);
    if let Some(index) = shown {
        let facts = [("count", index.saturating_add(1).into())];
        let text = speech.format("signature-number", &facts);
        rows.0.push(el("dt", "").child(text));
    }
    let input = &found.signing_input;
    let shown = input.get(..LONGEST).unwrap_or(input);
    let facts = [("count", input.len().into())];
    let mut text = String::from_utf8_lossy(shown).into_owned();
    text.push_str(more(input));
    rows.text(speech.format("arithmetic-input", &facts), text);
    if let Some(hash) = &found.hash {
        rows.bytes(&hash_name("arithmetic-hash", hash, speech), &hash.bytes);
    }
    let facts = [("count", found.signature.len().into())];
    rows.bytes(
        &speech.format("arithmetic-signature", &facts),
        &found.signature,
    );
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
            rows.0
                .push(el("dd", "").child(speech.format("arithmetic-length", &facts)));
        }
    }
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
                    rows.0.push(el("dd", "").child(text));
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
    rows.says(match found.holds {
        true => "arithmetic-holds",
        false => "arithmetic-fails",
    });
    rows.0
}

fn hash_name(key: &str, digest: &Digest, speech: Speech) -> String {
    speech.format(key, &[("hash", digest.name.as_str().into())])
}

/// Says that what is drawn is not all.
fn more(bytes: &[u8]) -> &'static str {
    if bytes.len() > LONGEST { " …" } else { "" }
}

/// Terms and what they stand for.
struct Rows(Vec<El>, Speech);

impl Rows {
    fn text(&mut self, name: String, text: String) {
        self.0.push(el("dt", "").child(name));
        let code = el("code", "").attr("translate", "no").child(text);
        self.0.push(el("dd", "").child(code));
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
        let text = self.1.text(key);
        self.0.push(el("dd", "").child(text));
    }

    fn of_input(&mut self, is_of_input: bool) {
        self.says(match is_of_input {
            true => "arithmetic-of-input",
            false => "arithmetic-of-other",
        });
    }
}
