//! What a person typed on the Sign screen, as one value: kept before a button writes over it, and
//! put back when asked.

use super::{Original, Signing};
use crate::job::{Serialization, Tampering};
use crate::keys::facts::SecretReading;
use crate::secret::Secret;
use crate::ui::state::RwSignal;

/// Everything that is typed or chosen there.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    texts: [String; 8],
    keys: [Secret<String>; 6],
    reading: SecretReading,
    switches: [bool; 6],
    serialization: Serialization,
    tampering: Tampering,
    ticked: Vec<String>,
    decoys: u8,
    signers: Vec<(String, Secret<String>, Secret<String>)>,
    further: usize,
    filled: String,
    original: Option<Original>,
}

/// The signals of the texts, the keys and the switches.
type Shelves = (
    [RwSignal<String>; 8],
    [RwSignal<Secret<String>>; 6],
    [RwSignal<bool>; 6],
);

impl Signing {
    /// Keeps what is there before a press replaces it.
    pub fn keep(self) {
        let now = self.kept();
        self.history.update(|history| history.keep(now));
    }

    /// Puts back what a press replaced last.
    pub fn undo(self) {
        let now = self.kept();
        let mut before = None;
        self.history.update(|history| before = history.back(now));
        if let Some(before) = before {
            self.put(before);
        }
    }

    /// Undoes that.
    pub fn redo(self) {
        let now = self.kept();
        let mut after = None;
        self.history.update(|history| after = history.forward(now));
        if let Some(after) = after {
            self.put(after);
        }
    }

    /// What is kept alike, in the order in which it is kept.
    fn shelves(self) -> Shelves {
        let form = self.form;
        let texts = [
            self.header,
            self.payload,
            self.template,
            form.unprotected,
            form.aud,
            form.nonce,
            form.outer_header,
            form.aad_text,
        ];
        let keys = [
            self.key_text,
            self.password,
            form.holder,
            form.holder_password,
            form.outer_key,
            form.outer_password,
        ];
        let switches = [
            self.held,
            self.unsecured,
            form.is_detached,
            form.discloses,
            form.is_bound,
            form.is_nested,
        ];
        (texts, keys, switches)
    }

    fn kept(self) -> Kept {
        let form = self.form;
        let (texts, keys, switches) = self.shelves();
        Kept {
            texts: texts.map(|text| text.get_untracked()),
            keys: keys.map(|key| key.get_untracked()),
            switches: switches.map(|switch| switch.get_untracked()),
            reading: self.reading.get_untracked(),
            serialization: form.serialization.get_untracked(),
            tampering: form.tampering.get_untracked(),
            ticked: form.ticked.get_untracked(),
            decoys: form.decoys.get_untracked(),
            signers: form
                .signers
                .iter()
                .map(|one| {
                    let [key, password] = [one.key, one.password].map(RwSignal::get_untracked);
                    (one.header.get_untracked(), key, password)
                })
                .collect(),
            further: form.further.get_untracked(),
            filled: self.filled.get_untracked(),
            original: self.original.get_untracked(),
        }
    }

    fn put(self, kept: Kept) {
        let form = self.form;
        let (texts, keys, switches) = self.shelves();
        for (signal, text) in texts.into_iter().zip(kept.texts) {
            signal.set(text);
        }
        for (signal, key) in keys.into_iter().zip(kept.keys) {
            signal.set(key);
        }
        for (signal, is_on) in switches.into_iter().zip(kept.switches) {
            signal.set(is_on);
        }
        self.reading.set(kept.reading);
        form.serialization.set(kept.serialization);
        form.tampering.set(kept.tampering);
        form.ticked.set(kept.ticked);
        form.decoys.set(kept.decoys);
        for (input, (header, key, password)) in form.signers.iter().zip(kept.signers) {
            input.header.set(header);
            input.key.set(key);
            input.password.set(password);
        }
        form.further.set(kept.further);
        self.filled.set(kept.filled);
        self.original.set(kept.original);
        self.displaced_key.set(None);
    }
}
