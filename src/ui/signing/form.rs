//! How a draft is written beyond header, payload and key: the serialization, what the holder may
//! withhold, what it is encrypted in.

use crate::job::{Binding, Disclosing, Draft, Outer, Serialization, Signer, Tampering};
use crate::keys::facts::KeyInput;
use crate::secret::Secret;
use crate::ui::redraft::Shape;
use crate::ui::state::RwSignal;

/// The controls. All copies are the same.
#[derive(Clone, Copy)]
pub struct Form {
    /// How the token is written.
    pub serialization: RwSignal<Serialization>,
    /// Whether the payload travels beside it.
    pub is_detached: RwSignal<bool>,
    /// Header Parameters that are not signed.
    pub unprotected: RwSignal<String>,
    /// What a JWE protects beside its header.
    pub aad_text: RwSignal<String>,
    /// What is done to it on purpose.
    pub tampering: RwSignal<Tampering>,
    /// Whether it is an SD-JWT.
    pub discloses: RwSignal<bool>,
    /// What of it is selectively disclosable, as JSON Pointers.
    pub ticked: RwSignal<Vec<String>>,
    /// Number of decoys.
    pub decoys: RwSignal<u8>,
    /// Whether it ends in a Key Binding JWT.
    pub is_bound: RwSignal<bool>,
    /// The holder's private key.
    pub holder: RwSignal<Secret<String>>,
    /// The password that opens it.
    pub holder_password: RwSignal<Secret<String>>,
    /// For whom the Key Binding JWT is.
    pub aud: RwSignal<String>,
    /// What its verifier asked for.
    pub nonce: RwSignal<String>,
    /// NumericDate of the Key Binding JWT: when it was asked for.
    pub bound_at: RwSignal<i64>,
    /// Whether it is encrypted after it was signed.
    pub is_nested: RwSignal<bool>,
    /// The header of the outer JWE.
    pub outer_header: RwSignal<String>,
    /// The recipient's key.
    pub outer_key: RwSignal<Secret<String>>,
    /// The password that opens it.
    pub outer_password: RwSignal<Secret<String>>,
    /// Room for those who sign besides; the first [`Form::further`] of them do.
    pub signers: [SignerInput; MOST_SIGNERS],
    /// Number of those who sign besides.
    pub further: RwSignal<usize>,
}

/// So many can sign besides the first.
pub const MOST_SIGNERS: usize = 4;

/// What one of them signs with.
#[derive(Clone, Copy)]
pub struct SignerInput {
    /// Its JOSE Header as typed.
    pub header: RwSignal<String>,
    /// Its key box.
    pub key: RwSignal<Secret<String>>,
    /// The password that opens the key.
    pub password: RwSignal<Secret<String>>,
}

const SIGNER: &str = r#"{
  "alg": "ES256"
}"#;

const OUTER: &str = r#"{
  "alg": "RSA-OAEP-256",
  "enc": "A256GCM",
  "cty": "JWT"
}"#;

impl Form {
    /// A JWS in the Compact Serialization.
    pub fn new() -> Self {
        Form {
            serialization: RwSignal::new(Serialization::Compact),
            is_detached: RwSignal::new(false),
            unprotected: RwSignal::new(String::new()),
            aad_text: RwSignal::new(String::new()),
            tampering: RwSignal::new(Tampering::None),
            discloses: RwSignal::new(false),
            ticked: RwSignal::new(Vec::new()),
            decoys: RwSignal::new(0),
            is_bound: RwSignal::new(false),
            holder: RwSignal::new(Secret::default()),
            holder_password: RwSignal::new(Secret::default()),
            aud: RwSignal::new("https://verifier.example".to_owned()),
            nonce: RwSignal::new("n-0S6_WzA2Mj".to_owned()),
            bound_at: RwSignal::new(0),
            is_nested: RwSignal::new(false),
            outer_header: RwSignal::new(OUTER.to_owned()),
            outer_key: RwSignal::new(Secret::default()),
            outer_password: RwSignal::new(Secret::default()),
            signers: std::array::from_fn(|_| SignerInput {
                header: RwSignal::new(SIGNER.to_owned()),
                key: RwSignal::new(Secret::default()),
                password: RwSignal::new(Secret::default()),
            }),
            further: RwSignal::new(0),
        }
    }

    /// The inputs of those who sign besides.
    fn signing(&self) -> impl Iterator<Item = SignerInput> {
        let inputs = self.signers.into_iter();
        inputs.take(self.further.get())
    }

    /// Takes one of those away who sign besides; those behind it move up.
    pub fn remove_signer(self, index: usize) {
        let behind = self.signers.iter().skip(index.saturating_add(1));
        for (to, from) in self.signers.iter().skip(index).zip(behind) {
            to.header.set(from.header.get_untracked());
            to.key.set(from.key.get_untracked());
            to.password.set(from.password.get_untracked());
        }
        if let Some(last) = self.signers.last() {
            last.header.set(SIGNER.to_owned());
            last.key.set(Secret::default());
            last.password.set(Secret::default());
        }
        self.further
            .update(|count| *count = count.saturating_sub(1));
    }

    /// Puts what was chosen into the draft.
    pub fn write(self, draft: &mut Draft) {
        draft.serialization = self.serialization.get();
        draft.is_detached = self.is_detached.get();
        draft.unprotected = self.unprotected.get();
        draft.additional_data = self.aad_text.get();
        draft.tampering = self.tampering.get();
        draft.disclosing = self.discloses.get().then(|| Disclosing {
            pointers: self.ticked.get(),
            decoys: self.decoys.get(),
            binding: self.is_bound.get().then(|| Binding {
                key: pasted(self.holder, self.holder_password),
                aud: self.aud.get(),
                nonce: self.nonce.get(),
                iat: self.bound_at.get(),
            }),
        });
        draft.outer = self.is_nested.get().then(|| Outer {
            header: self.outer_header.get(),
            key: pasted(self.outer_key, self.outer_password),
        });
        let signers = self.signing().map(|input| Signer {
            header: input.header.get(),
            key: pasted(input.key, input.password),
        });
        draft.signers = signers.collect();
    }

    /// How the draft is written now.
    pub fn shape(self) -> Shape {
        Shape {
            serialization: self.serialization.get(),
            is_detached: self.is_detached.get(),
            unprotected: self.unprotected.get(),
            signers: self.signing().map(|input| input.header.get()).collect(),
            disclosable: self.discloses.get().then(|| self.ticked.get()),
        }
    }

    /// Writes like an inspected token.
    pub fn take(self, shape: &Shape) {
        self.serialization.set(shape.serialization);
        self.is_detached.set(shape.is_detached);
        self.unprotected.set(shape.unprotected.clone());
        for (input, header) in self.signers.iter().zip(&shape.signers) {
            input.header.set(header.clone());
            input.key.set(Secret::default());
            input.password.set(Secret::default());
        }
        self.further.set(shape.signers.len().min(MOST_SIGNERS));
        self.discloses.set(shape.disclosable.is_some());
        self.ticked
            .set(shape.disclosable.clone().unwrap_or_default());
    }

    /// Back to what a template starts from.
    pub fn reset(self, tampering: Tampering) {
        self.serialization.set(Serialization::Compact);
        self.is_detached.set(false);
        self.tampering.set(tampering);
        self.unprotected.set(String::new());
        self.aad_text.set(String::new());
        self.discloses.set(false);
        self.ticked.set(Vec::new());
        self.decoys.set(0);
        self.is_bound.set(false);
        self.is_nested.set(false);
        self.further.set(0);
    }
}

impl Default for Form {
    fn default() -> Self {
        Form::new()
    }
}

fn pasted(text: RwSignal<Secret<String>>, password: RwSignal<Secret<String>>) -> KeyInput {
    KeyInput {
        text: text.get(),
        password: Some(password.get()).filter(|text| !text.expose().is_empty()),
        ..KeyInput::default()
    }
}
