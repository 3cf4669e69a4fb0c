//! A draft whose header has `enc`: it is encrypted instead of signed. What key management makes
//! (`epk`, `iv`, `tag`, `p2s`, `p2c`) is added behind the members that were typed; the rest of the
//! header and the payload stay byte for byte.
//! Spec: RFC 7516 §5.1 and §7.1.

use super::Signed;
use super::header::Header;
use super::written::{Encrypted, write_encrypted};
use crate::base64url;
use crate::crypto::jwe::{self, Parameters};
use crate::decrypt;
use crate::diagnostic::Diagnostic;
use crate::job::{Draft, Serialization, Tampering};
use crate::jose::encryption_algorithms::{
    ContentEncryptionAlgorithm, KeyManagement, KeyManagementAlgorithm,
};
use crate::jose::header::JoseHeader;
use crate::json::{Kind, quote};
use crate::keys::{Key, KeyReading, public_jwk};
use rand_core::CryptoRngCore;

/// What the header asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Encryption {
    pub(super) alg: &'static KeyManagementAlgorithm,
    pub(super) enc: &'static ContentEncryptionAlgorithm,
}

/// The JWE in the serialization that the draft asks for.
pub(super) fn encrypt<R: CryptoRngCore>(
    draft: &Draft,
    header: &Header<'_>,
    encryption: Encryption,
    reading: &KeyReading,
    rng: &mut R,
) -> Result<Signed, Diagnostic> {
    let Encryption { alg, enc } = encryption;
    let joined = JoseHeader {
        protected: Some(header.object.document()),
        unprotected: Vec::new(),
    };
    for name in ["epk", "iv", "tag", "p2s"] {
        if joined.get(name).is_some() {
            return Err(Diagnostic::danger("sign-jwe-made").with("name", name));
        }
    }
    let is_compressed = match joined.get("zip") {
        None => false,
        Some(zip) if zip.kind() == Kind::String && zip.text().as_deref() == Some("DEF") => true,
        Some(zip) => {
            let zip = zip.raw_text().into_owned();
            return Err(Diagnostic::danger("decrypt-zip-unknown").with("zip", zip));
        }
    };
    let given = decrypt::read_parameters(&joined)?;
    let mut warnings = header.warnings.clone();
    let key = choose(encryption, header, draft, reading, &mut warnings)?;
    let sealed = jwe::seal_key(alg, enc, &key.material, given, rng).map_err(Diagnostic::from)?;
    let completed = complete(draft, header, &sealed.parameters);
    let first = base64url::encode(completed.as_bytes());
    let plaintext = if is_compressed {
        jwe::deflate(draft.payload.as_bytes())
    } else {
        draft.payload.clone().into_bytes()
    };
    let iv = jwe::random_iv(enc.encryption, rng);
    let (ciphertext, tag) = jwe::encrypt_content(
        enc.encryption,
        &sealed.key,
        &iv,
        first.as_bytes(),
        &plaintext,
    )
    .map_err(Diagnostic::from)?;
    let parts = Encrypted {
        protected: first,
        encrypted_key: base64url::encode(&sealed.encrypted_key),
        iv: base64url::encode(&iv),
        ciphertext: base64url::encode(&ciphertext),
        tag: base64url::encode(&tag),
    };
    Ok(Signed {
        token: write_encrypted(&parts, draft.serialization),
        key: Some(key.facts.clone()),
        payload: None,
        warnings,
    })
}

/// What a draft asks for that only a JWS has, by the name of its control: nothing of it is left
/// out without a word.
pub(super) fn cannot(draft: &Draft) -> Result<(), Diagnostic> {
    let is_json = draft.serialization != Serialization::Compact;
    let is_general = draft.serialization == Serialization::General;
    let what = [
        (draft.disclosing.is_some(), "sign-sd"),
        (draft.outer.is_some(), "sign-nested"),
        (draft.is_detached, "sign-detach"),
        (
            is_json && !draft.unprotected.trim().is_empty(),
            "sign-unprotected",
        ),
        (
            is_general && !draft.signers.is_empty(),
            "sign-further-signers",
        ),
        (draft.tampering != Tampering::None, "sign-tampering"),
    ];
    match what.into_iter().find(|(is_asked, _)| *is_asked) {
        Some((_, what)) => {
            Err(Diagnostic::danger("sign-jwe-cannot").with("what", super::word(what)))
        }
        None => Ok(()),
    }
}

/// The header as typed, with what was made before its closing brace.
fn complete(draft: &Draft, header: &Header<'_>, parameters: &Parameters) -> String {
    let bytes = |name: &str, value: &Option<Vec<u8>>| {
        let value = value.as_ref()?;
        Some(format!("\"{name}\":{}", quote(&base64url::encode(value))))
    };
    let count = parameters
        .p2c
        .filter(|_| header.object.get("p2c").is_none());
    let made: Vec<String> = [
        parameters
            .epk
            .as_ref()
            .map(|epk| format!("\"epk\":{}", public_jwk(epk))),
        bytes("iv", &parameters.iv),
        bytes("tag", &parameters.tag),
        bytes("p2s", &parameters.p2s),
        count.map(|count| format!("\"p2c\":{count}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    // The object ends in its brace, and it has members: `alg` at least.
    let brace = header.object.span().end.saturating_sub(1);
    match draft.header.split_at_checked(brace) {
        Some((before, after)) if !made.is_empty() => {
            format!("{},{}{after}", before.trim_end(), made.join(","))
        }
        _ => draft.header.clone(),
    }
}

/// The first key that fits, by `kid` where several do. Its public half is enough.
fn choose<'a>(
    Encryption { alg, enc }: Encryption,
    header: &Header<'_>,
    draft: &Draft,
    reading: &'a KeyReading,
    warnings: &mut Vec<Diagnostic>,
) -> Result<&'a Key, Diagnostic> {
    if draft.key.text.expose().is_empty() && reading.keys.is_empty() {
        return Err(Diagnostic::danger("sign-jwe-key-missing").with("alg", alg.name));
    }
    let joined = JoseHeader {
        protected: Some(header.object.document()),
        unprotected: Vec::new(),
    };
    let keys = decrypt::fitting_keys(alg, enc, &joined, reading)?;
    if keys.len() > 1 {
        warnings.push(Diagnostic::info("sign-jwe-key-first").with("count", keys.len()));
    }
    let key = keys.first().copied();
    let key = key.ok_or_else(|| Diagnostic::danger("sign-key-unreadable"))?;
    if matches!(alg.management, KeyManagement::Pbes2(..)) && key.facts.bits < 128 {
        warnings.push(Diagnostic::warning("sign-jwe-weak-password"));
    }
    Ok(key)
}
