//! A token to be made, as the person typed it.

use crate::diagnostic::Diagnostic;
use crate::keys::facts::KeyInput;
use serde::{Deserialize, Serialize};

/// A token to be signed, or encrypted when its header has `enc`.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// The JOSE Header as typed; signed byte for byte.
    pub header: String,
    /// The payload as typed; signed byte for byte.
    pub payload: String,
    /// The key.
    pub key: KeyInput,
    /// Whether the person agreed to `alg: none`, a token that nobody vouches for.
    pub unsecured: bool,
    /// How it is written.
    pub serialization: Serialization,
    /// Whether the payload is left out of the token, to travel beside it.
    pub is_detached: bool,
    /// Header Parameters that are not signed, as a JSON object; only the JSON Serialization has
    /// room for them. Empty: none.
    pub unprotected: String,
    /// Additional data that a JWE protects beside its header (`aad`); only JSON has room for it.
    pub additional_data: String,
    /// What is done to it on purpose, so that a test sees it refused.
    pub tampering: Tampering,
    /// What of it the holder may withhold.
    pub disclosing: Option<Disclosing>,
    /// What it is encrypted in after it was signed.
    pub outer: Option<Outer>,
    /// Who else signs it, or is a recipient of what is encrypted; only the General JSON Serialization
    /// has room for them.
    pub signers: Vec<Signer>,
}

/// One more signature over the same payload (RFC 7515 §7.2.1).
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Signer {
    /// Its JOSE Header as typed; signed byte for byte.
    pub header: String,
    /// Its key.
    pub key: KeyInput,
}

/// How a token is written (RFC 7515 §7, RFC 7516 §7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Serialization {
    /// Parts with dots between.
    #[default]
    Compact,
    /// One JSON object.
    Flattened,
    /// A JSON object with a list of signatures or recipients.
    General,
}

/// What is done to a token on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Tampering {
    /// Nothing.
    #[default]
    None,
    /// It is signed, and then the signature is taken away.
    Stripped,
    /// HMAC with the characters in the key box as the secret, whatever they are (RFC 8725 §2.1).
    Confused,
}

/// What of a payload becomes selectively disclosable (RFC 9901 §4).
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Disclosing {
    /// RFC 6901 JSON Pointers of the members and elements.
    pub pointers: Vec<String>,
    /// Digests of nothing, so that nobody can count.
    pub decoys: u8,
    /// A proof of the holder's key.
    pub binding: Option<Binding>,
}

/// A Key Binding JWT to be made (RFC 9901 §4.3).
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Binding {
    /// The holder's private key. Its public half goes into `cnf`, unless that is there.
    pub key: KeyInput,
    /// For whom the proof is.
    pub aud: String,
    /// What the verifier asked for.
    pub nonce: String,
    /// NumericDate.
    pub iat: i64,
}

/// The JWE around a signed token: a Nested JWT (RFC 7519 §7.1).
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outer {
    /// Its JOSE Header as typed.
    pub header: String,
    /// The recipient's key.
    pub key: KeyInput,
}

/// The next rows of a table, to be signed against a draft, which is the template.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BatchPart {
    /// The template.
    pub draft: Draft,
    /// The table from the next row on.
    pub rest: String,
    /// What the table began with; `None` while `rest` is all of it.
    pub head: Option<TableHead>,
    /// The line of the table at which `rest` starts, from 1.
    pub line: usize,
    /// So many rows at most.
    pub count: usize,
}

/// What a table is, and what its first line says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TableHead {
    /// JSON objects, one a line.
    JsonLines,
    /// RFC 4180, or the same with another delimiter.
    Csv {
        /// The members that the columns set.
        names: Vec<String>,
        /// What stands between two values.
        delimiter: char,
    },
}

/// What became of some rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batched {
    /// What the table began with.
    pub head: Option<TableHead>,
    /// Bytes of the rest that were read.
    pub read: usize,
    /// The line of the table at which what is left starts.
    pub line: usize,
    /// The rows.
    pub rows: Vec<BatchRow>,
}

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchRow {
    /// The line of the table at which it starts, from 1.
    pub line: usize,
    /// Its token, or why there is none.
    pub token: Result<String, Diagnostic>,
}
