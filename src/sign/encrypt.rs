//! A draft whose header has `enc`: it is encrypted instead of signed. What key management makes
//! (`epk`, `iv`, `tag`, `p2s`, `p2c`) is added behind the members that were typed; the rest of the
//! header and the payload stay byte for byte.
//! Spec: RFC 7516 §5.1 and §7.1.

use super::Signed;
use super::header::{Algorithm, Header};
use super::signers::of_signer;
use super::written::{Encrypted, Recipient, read_unprotected, write_encrypted};
use crate::base64url;
use crate::crypto::jwe::{self, ContentKey, Parameters};
use crate::decrypt;
use crate::diagnostic::Diagnostic;
use crate::job::{Draft, Serialization, Signer, Tampering};
use crate::jose::encryption_algorithms::{
    ContentEncryptionAlgorithm, KeyManagement, KeyManagementAlgorithm, key_management_algorithm,
};
use crate::jose::header::JoseHeader;
use crate::json::{self, Document, Kind, quote};
use crate::keys::{Key, KeyReading, public_jwk, read_key};
use rand_core::CryptoRngCore;

/// What the header asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Encryption {
    pub(super) alg: &'static KeyManagementAlgorithm,
    pub(super) enc: &'static ContentEncryptionAlgorithm,
}

/// The header of the first recipient: unprotected, and only in JSON.
pub(super) fn beside(draft: &Draft) -> &str {
    match draft.serialization {
        Serialization::Compact => "",
        Serialization::Flattened | Serialization::General => draft.unprotected.trim(),
    }
}

/// Whether there is room for additional data.
pub(super) fn has_room(draft: &Draft, algorithm: Algorithm) -> bool {
    let is_json = draft.serialization != Serialization::Compact;
    is_json && matches!(algorithm, Algorithm::Encryption(_))
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
    let is_compressed = match header.object.get("zip") {
        None => false,
        Some(zip) if zip.kind() == Kind::String && zip.text().as_deref() == Some("DEF") => true,
        Some(zip) => {
            let zip = zip.raw_text().into_owned();
            return Err(Diagnostic::danger("decrypt-zip-unknown").with("zip", zip));
        }
    };
    let mut warnings = header.warnings.clone();
    let own = read_unprotected(draft, header.object, &mut warnings)?;
    let further = match draft.serialization {
        Serialization::General => draft.signers.as_slice(),
        Serialization::Compact | Serialization::Flattened => &[],
    };
    let fixes_key = |alg: &KeyManagementAlgorithm| {
        matches!(
            alg.management,
            KeyManagement::Direct | KeyManagement::EcdhEs(None)
        )
    };
    let several = || Diagnostic::danger("sign-jwe-fixed-key").with("alg", alg.name);
    if !further.is_empty() && fixes_key(alg) {
        return Err(several());
    }
    let beside = json::parse(own.clone().unwrap_or_default().into_bytes());
    let joined = joined(header, &beside);
    refuse_made(&joined)?;
    let given = decrypt::read_parameters(&joined)?;
    let key = choose(encryption, &joined, draft, reading, &mut warnings)?;
    let sealed = jwe::seal_key(alg, enc, &key.material, given, rng).map_err(Diagnostic::from)?;
    // What is made for the only recipient is protected; what is made for one of several cannot be.
    let has_own = own.is_some() || !further.is_empty();
    let (protected, own) = match has_own {
        false => (complete(&draft.header, &sealed.parameters), None),
        true => {
            let own = own.unwrap_or_else(|| "{}".to_owned());
            let own = complete(&own, &sealed.parameters);
            let own = Some(own).filter(|text| text != "{}");
            (draft.header.clone(), own)
        }
    };
    let mut recipients = vec![Recipient {
        header: own,
        encrypted_key: base64url::encode(&sealed.encrypted_key),
    }];
    for (signer, number) in further.iter().zip(2_usize..) {
        let mut own = Vec::new();
        let one = recipient(header, enc, signer, &sealed.key, rng, &mut own);
        recipients.push(one.map_err(|error| of_signer(error, number))?);
        warnings.extend(own.into_iter().map(|said| of_signer(said, number)));
    }
    let first = base64url::encode(protected.as_bytes());
    let plaintext = if is_compressed {
        jwe::deflate(draft.payload.as_bytes())
    } else {
        draft.payload.clone().into_bytes()
    };
    let aad = Some(&draft.additional_data).filter(|text| !text.is_empty());
    let aad = aad.map(|text| base64url::encode(text.as_bytes()));
    // RFC 7516 §5.1 step 14.
    let additional = match &aad {
        Some(aad) => format!("{first}.{aad}"),
        None => first.clone(),
    };
    let iv = jwe::random_iv(enc.encryption, rng);
    let (ciphertext, tag) = jwe::encrypt_content(
        enc.encryption,
        &sealed.key,
        &iv,
        additional.as_bytes(),
        &plaintext,
    )
    .map_err(Diagnostic::from)?;
    let parts = Encrypted {
        protected: first,
        recipients,
        aad,
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

/// One more recipient: the same Content Encryption Key under a header of its own.
fn recipient<R: CryptoRngCore>(
    header: &Header<'_>,
    enc: &'static ContentEncryptionAlgorithm,
    signer: &Signer,
    content_key: &ContentKey,
    rng: &mut R,
    warnings: &mut Vec<Diagnostic>,
) -> Result<Recipient, Diagnostic> {
    let draft = Draft {
        serialization: Serialization::General,
        unprotected: signer.header.clone(),
        key: signer.key.clone(),
        ..Draft::default()
    };
    let own = read_unprotected(&draft, header.object, warnings)?;
    let own = own.unwrap_or_else(|| "{}".to_owned());
    let document = json::parse(own.clone().into_bytes());
    let joined = joined(header, &document);
    refuse_made(&joined)?;
    let name = joined.alg().unwrap_or_default().into_owned();
    let alg = key_management_algorithm(&name)
        .ok_or_else(|| Diagnostic::danger("decrypt-alg-unknown").with("alg", name))?;
    let fixes_key = [KeyManagement::Direct, KeyManagement::EcdhEs(None)];
    if fixes_key.contains(&alg.management) {
        return Err(Diagnostic::danger("sign-jwe-fixed-key").with("alg", alg.name));
    }
    let given = decrypt::read_parameters(&joined)?;
    let reading = read_key(&signer.key);
    let key = choose(Encryption { alg, enc }, &joined, &draft, &reading, warnings)?;
    let sealed = jwe::seal_this_key(alg, enc, &key.material, given, content_key.clone(), rng)
        .map_err(Diagnostic::from)?;
    let own = complete(&own, &sealed.parameters);
    Ok(Recipient {
        header: Some(own).filter(|text| text != "{}"),
        encrypted_key: base64url::encode(&sealed.encrypted_key),
    })
}

fn joined<'a>(header: &Header<'a>, beside: &'a Document) -> JoseHeader<'a> {
    let is_object = beside.object().is_some();
    JoseHeader {
        protected: Some(header.object.document()),
        unprotected: is_object.then_some(beside).into_iter().collect(),
    }
}

/// What key management makes is not the person's to give.
fn refuse_made(header: &JoseHeader<'_>) -> Result<(), Diagnostic> {
    let mut made = ["epk", "iv", "tag", "p2s"].into_iter();
    match made.find(|name| header.get(name).is_some()) {
        Some(name) => Err(Diagnostic::danger("sign-jwe-made").with("name", name)),
        None => Ok(()),
    }
}

/// What a draft asks for that only a JWS has, by the name of its control: nothing of it is left
/// out without a word.
pub(super) fn cannot(draft: &Draft) -> Result<(), Diagnostic> {
    let what = [
        (draft.disclosing.is_some(), "sign-sd"),
        (draft.outer.is_some(), "sign-nested"),
        (draft.is_detached, "sign-detach"),
        (draft.tampering != Tampering::None, "sign-tampering"),
    ];
    match what.into_iter().find(|(is_asked, _)| *is_asked) {
        Some((_, what)) => {
            Err(Diagnostic::danger("sign-jwe-cannot").with("what", super::word(what)))
        }
        None => Ok(()),
    }
}

/// A header as typed, with what was made before its closing brace.
fn complete(header: &str, parameters: &Parameters) -> String {
    let document = json::parse(header.as_bytes().to_vec());
    let Some(object) = document.object() else {
        return header.to_owned();
    };
    let bytes = |name: &str, value: &Option<Vec<u8>>| {
        let value = value.as_ref()?;
        Some(format!("\"{name}\":{}", quote(&base64url::encode(value))))
    };
    let count = parameters.p2c.filter(|_| object.get("p2c").is_none());
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
    let brace = object.span().end.saturating_sub(1);
    let comma = if object.members().next().is_some() {
        ","
    } else {
        ""
    };
    match header.split_at_checked(brace) {
        Some((before, after)) if !made.is_empty() => {
            format!("{}{comma}{}{after}", before.trim_end(), made.join(","))
        }
        _ => header.to_owned(),
    }
}

/// The first key that fits, by `kid` where several do. Its public half is enough.
fn choose<'a>(
    Encryption { alg, enc }: Encryption,
    joined: &JoseHeader<'_>,
    draft: &Draft,
    reading: &'a KeyReading,
    warnings: &mut Vec<Diagnostic>,
) -> Result<&'a Key, Diagnostic> {
    if draft.key.text.expose().is_empty() && reading.keys.is_empty() {
        return Err(Diagnostic::danger("sign-jwe-key-missing").with("alg", alg.name));
    }
    let keys = decrypt::fitting_keys(alg, enc, joined, reading)?;
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
