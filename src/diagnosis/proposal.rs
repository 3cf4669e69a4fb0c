//! What a diagnosis is: data for the page, without cryptography.

use crate::diagnostic::{Diagnostic, Fact};
use crate::keys::facts::SecretReading;
use crate::secret::Secret;
use serde::{Deserialize, Serialize};

/// A fact of the first step: the text around the steps, where it is not "It verifies when".
pub const FRAME: &str = "frame";

/// One answer to "why does it fail".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnosis {
    /// The causes, one step each. For a verified one every step is a clause that follows "It
    /// verifies when"; for any other they are sentences: what is so, and what to check next.
    pub steps: Vec<Diagnostic>,
    /// The steps were carried out and the signature then held.
    pub is_verified: bool,
    /// It is so without any change, as a key of the wrong type.
    pub is_certain: bool,
    /// What to set so that it verifies here; empty where the fault lies with whoever signed.
    pub fixes: Vec<Fix>,
}

/// A change that the page can make on a click.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fix {
    /// Another text in the key box, and how a bare secret in it is read.
    SetKey {
        /// The key box.
        text: Secret<String>,
        /// The switch beside it.
        reading: SecretReading,
    },
    /// Another text in the token box.
    SetPaste(String),
}

impl Diagnosis {
    /// The stable code: that of the first step.
    pub fn code(&self) -> &str {
        self.steps.first().map_or("", |step| step.code.as_ref())
    }

    /// The codes of all steps.
    pub fn codes(&self) -> Vec<&str> {
        self.steps.iter().map(|step| step.code.as_ref()).collect()
    }

    /// The whole sentence, in the words of `say`.
    pub fn sentence(&self, say: impl Fn(&Diagnostic) -> String) -> String {
        let said: Vec<String> = self.steps.iter().map(&say).collect();
        if !self.is_verified {
            return said.join(" ");
        }
        let opens = self.steps.iter().any(|step| step.fact(FRAME).is_some());
        let (one_step, both) = match opens {
            true => ("diagnosis-opens", "diagnosis-opens-both"),
            false => ("diagnosis-verifies", "diagnosis-verifies-both"),
        };
        let frame = match said.as_slice() {
            [] => return String::new(),
            [one] => Diagnostic::info(one_step).with("step", one.as_str()),
            [first, rest @ ..] => {
                let rest = rest.iter().cloned().map(Fact::Text).collect();
                let mut frame = Diagnostic::info(both);
                frame
                    .facts
                    .push(("first".into(), Fact::Text(first.clone())));
                frame.facts.push(("second".into(), Fact::List(rest)));
                frame
            }
        };
        say(&frame)
    }
}
