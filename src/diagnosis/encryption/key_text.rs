//! The key cannot be read, because something happened to its text on the way. The repairs are those
//! of a key that verifies.

use super::{Tally, opens};
use crate::decrypt::{Effort, decrypt};
use crate::diagnosis::key::text;
use crate::diagnosis::{Diagnosis, Fix};
use crate::inspect::Inspection;
use crate::keys::read_key;
use crate::secret::Secret;
use crate::verify::{Question, SignatureState};

/// A text of the key box that opens the token, when the given one is damaged: nothing can be read
/// of it, or it was read as a bare secret although it begins as a key does. At
/// most `most` texts are tried.
pub fn diagnose(
    inspection: &Inspection,
    question: &Question,
    most: usize,
    tally: &mut Tally,
) -> Option<Diagnosis> {
    let given = question.key.text.expose();
    let reading = read_key(&question.key);
    let begins_as_key = given.contains('{') || given.contains("BEGIN") || given.contains("%7B");
    let is_damaged = reading.keys.is_empty() || !reading.secret_texts.is_empty();
    if !begins_as_key || !is_damaged {
        return None;
    }
    for (text, step) in text::repairs(given).into_iter().take(most) {
        let mut changed = question.clone();
        changed.key.text = Secret::new(text);
        tally.text("tried-key");
        let opened = decrypt(inspection, &changed, Effort::Agreed);
        if opened.verdict.state == SignatureState::Decrypted {
            let fix = Fix::SetKey {
                text: changed.key.text,
                reading: changed.key.reading,
            };
            return Some(opens(vec![step], vec![fix]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{AES, EC, RSA, made, opens};

    #[test]
    fn a_key_that_is_nearly_one() {
        let token = made("ECDH-ES", "A128GCM", EC);
        opens(&token, &EC.replace('}', ",}"), "key-text-repaired");
        opens(&token, &EC.replace('"', "\u{201d}"), "key-text-repaired");
        opens(&token, &EC.replace("\"EC\"", "\"ec\""), "key-jwk-values");
        let token = made("A128KW", "A128GCM", AES);
        opens(&token, &AES.replace('}', ""), "key-text-repaired");
        let token = made("RSA-OAEP", "A128GCM", RSA);
        let dashes = RSA.replace("-----", "\u{2014}\u{2014}");
        opens(&token, &dashes, "key-text-repaired");
    }
}
