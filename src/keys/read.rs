//! The key box: from any text to keys, and what it was read as. The order is fixed and never
//! looks at the token: JSON, PEM, an SSH key, DER written as base64 or hex, settings, and last a
//! bare secret, byte for byte.

use super::jwk_set::read_json;
use super::pem::{self, Blocks};
use super::secret_text::{decode_base64, decode_base64url, decode_secret, odd_text};
use super::settings::{Setting, read_settings};
use super::{Key, KeyInput, KeyReading, Material, SecretReading, ssh};
use crate::crypto::containers::{
    self, Certificate, Contained, Container, ContainerError, read_encrypted_pkcs8,
};
use crate::diagnostic::Diagnostic;
use crate::secret::Secret;

/// A password typed into the box is consent to this many rounds of PBKDF2.
const PASSWORD_ROUNDS: u64 = 1_000_000;

/// Reads what a key box holds. Never fails: what cannot be read is in `faults`. An empty text
/// gives an empty reading.
pub fn read_key(input: &KeyInput) -> KeyReading {
    let text = input.text.expose();
    if text.is_empty() {
        return KeyReading::default();
    }
    if let Some(reading) = read_structured(text, input) {
        return reading;
    }
    let settings = read_settings(text.trim_start_matches('\u{feff}'));
    if !settings.is_empty() {
        return read_values(settings, input);
    }
    read_secret(text, input.reading)
}

/// The values of settings, each read as a key of its own.
pub(super) fn read_values(settings: Vec<Setting>, input: &KeyInput) -> KeyReading {
    let mut all = KeyReading::default();
    for setting in settings {
        let value = setting.value.expose();
        let reading =
            read_structured(value, input).unwrap_or_else(|| read_secret(value, input.reading));
        all.read_as.push(
            Diagnostic::info("key-read-settings")
                .with("name", setting.name.as_str())
                .with("count", value.len()),
        );
        let first = all.keys.len();
        all.keys
            .extend(reading.keys.into_iter().enumerate().map(|(at, mut key)| {
                key.facts.index = first.saturating_add(at);
                key.facts.setting = Some(setting.name.clone());
                key
            }));
        all.is_set |= reading.is_set;
        all.read_as.extend(reading.read_as);
        all.warnings.extend(reading.warnings);
        all.faults.extend(reading.faults);
        all.secret_texts.extend(reading.secret_texts);
    }
    all
}

/// Text that says what it is. `None`: it says nothing, so it is a setting or a bare secret.
fn read_structured(text: &str, input: &KeyInput) -> Option<KeyReading> {
    read_json(text, input)
        .or_else(|| read_pem(text, input))
        .or_else(|| ssh::read_ssh(text))
        .or_else(|| read_bare(text, input))
        .or_else(|| read_wrapped(text, input))
}

/// A bare secret.
fn read_secret(text: &str, how: SecretReading) -> KeyReading {
    let bytes = match decode_secret(text, how) {
        Ok(bytes) => bytes,
        Err(fault) => {
            return KeyReading {
                faults: vec![fault],
                secret_texts: vec![Secret::new(text.to_owned())],
                ..KeyReading::default()
            };
        }
    };
    let code = match how {
        SecretReading::Utf8 => "key-read-secret-utf8",
        SecretReading::Base64 => "key-read-secret-base64",
        SecretReading::Base64url => "key-read-secret-base64url",
        SecretReading::Hex => "key-read-secret-hex",
    };
    KeyReading {
        read_as: vec![Diagnostic::info(code).with("count", bytes.len())],
        keys: vec![plain_key(Material::Oct(Secret::new(bytes)))],
        warnings: odd_text(text, how),
        secret_texts: vec![Secret::new(text.to_owned())],
        ..KeyReading::default()
    }
}

fn plain_key(material: Material) -> Key {
    Key::of(material)
}

/// PEM blocks, in order. A chain of certificates gives its first certificate's key; the public
/// and private half of one key are one key.
pub(super) fn read_pem(text: &str, input: &KeyInput) -> Option<KeyReading> {
    let Blocks { blocks, notes } = pem::find_blocks(text)?;
    let mut reading = KeyReading::default();
    let mut issuer: Option<String> = None;
    let mut skipped: Vec<String> = Vec::new();
    for block in blocks {
        let block = match block {
            Ok(block) => block,
            Err(fault) => {
                reading.faults.push(fault);
                continue;
            }
        };
        let expected = containers::pem::container_of(&block.label);
        if expected.is_none() && holds_no_key(&block.label) {
            skipped.push(block.label);
            continue;
        }
        let contained = match open(&block.der, expected, input) {
            Ok(contained) => contained,
            Err(error) => {
                reading
                    .faults
                    .push(Diagnostic::from(error).with("label", block.label));
                continue;
            }
        };
        if let Some(certificate) = &contained.certificate {
            let in_chain = issuer.as_deref() == Some(certificate.subject.as_str());
            issuer = Some(certificate.issuer.clone());
            if in_chain {
                reading.read_as.push(
                    Diagnostic::info("key-read-pem-chain")
                        .with("subject", certificate.subject.as_str()),
                );
                continue;
            }
        }
        if expected.is_some_and(|expected| expected != contained.container) {
            reading.warnings.push(
                Diagnostic::warning("key-pem-mislabelled")
                    .with("label", block.label)
                    .with("container", contained.container.name()),
            );
        }
        add(&mut reading, contained, Wrapping::Pem);
    }
    if reading.keys.is_empty() && reading.faults.is_empty() {
        let label = skipped.into_iter().next().unwrap_or_default();
        let code = if label == "OPENSSH PRIVATE KEY" {
            "key-pem-openssh"
        } else {
            "key-pem-without-key"
        };
        reading
            .faults
            .push(Diagnostic::danger(code).with("label", label));
    }
    reading.read_as.extend(notes);
    Some(reading)
}

fn holds_no_key(label: &str) -> bool {
    matches!(
        label,
        "EC PARAMETERS"
            | "DH PARAMETERS"
            | "CERTIFICATE REQUEST"
            | "NEW CERTIFICATE REQUEST"
            | "OPENSSH PRIVATE KEY"
            | "X509 CRL"
            | "PKCS7"
    ) || label.starts_with("PGP")
        || label.starts_with("SSH2")
}

/// DER without PEM's lines, as base64, base64url or hex.
fn read_bare(text: &str, input: &KeyInput) -> Option<KeyReading> {
    let der = pem::bare_der(text)?;
    let mut reading = KeyReading::default();
    match open(&der, None, input) {
        Ok(contained) => add(&mut reading, contained, Wrapping::Bare),
        Err(ContainerError::NoContainer | ContainerError::Malformed { .. }) => return None,
        Err(error) => reading.faults.push(error.into()),
    }
    Some(reading)
}

/// PEM or a JWK that another base64 layer was put around, as environment variables have it.
fn read_wrapped(text: &str, input: &KeyInput) -> Option<KeyReading> {
    let text = text.trim();
    // `LS0t` is `---`, `eyJ` and `ewo` are how a JSON object begins.
    if !["LS0t", "eyJ", "ewo", "eyA", "ew0"]
        .iter()
        .any(|start| text.starts_with(start))
    {
        return None;
    }
    let bytes = decode_base64(text)
        .or_else(|_| decode_base64url(text))
        .ok()?;
    let inner = String::from_utf8(bytes).ok()?;
    let mut reading = read_pem(&inner, input).or_else(|| read_json(&inner, input))?;
    if reading.keys.is_empty() {
        return None;
    }
    reading
        .read_as
        .push(Diagnostic::info("key-note-base64-around"));
    Some(reading)
}

fn open(
    der: &[u8],
    expected: Option<Container>,
    input: &KeyInput,
) -> Result<Contained, ContainerError> {
    let read = match expected {
        Some(container) => match containers::read_as(container, der) {
            Err(error @ ContainerError::Malformed { .. }) => {
                containers::read_der(der).or(Err(error))
            }
            other => other,
        },
        None => containers::read_der(der),
    };
    match (read, &input.password) {
        (Err(ContainerError::PasswordNeeded), Some(password)) => {
            let password = password.expose().as_bytes();
            read_encrypted_pkcs8(der, password, PASSWORD_ROUNDS).map(|material| Contained {
                container: Container::EncryptedPkcs8,
                material,
                certificate: None,
            })
        }
        (read, _) => read,
    }
}

/// How DER was wrapped: part of the code that says what was read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrapping {
    Pem,
    Bare,
}

fn add(reading: &mut KeyReading, contained: Contained, wrapping: Wrapping) {
    let mut key = plain_key(contained.material);
    let code = match (wrapping, contained.container) {
        (Wrapping::Pem, Container::Spki) => "key-read-pem-spki",
        (Wrapping::Pem, Container::Pkcs8) => "key-read-pem-pkcs8",
        (Wrapping::Pem, Container::EncryptedPkcs8) => "key-read-pem-encrypted-pkcs8",
        (Wrapping::Pem, Container::Pkcs1Public) => "key-read-pem-pkcs1-public",
        (Wrapping::Pem, Container::Pkcs1Private) => "key-read-pem-pkcs1-private",
        (Wrapping::Pem, Container::Sec1) => "key-read-pem-sec1",
        (Wrapping::Pem, Container::Certificate) => "key-read-pem-certificate",
        (Wrapping::Bare, Container::Spki) => "key-read-der-spki",
        (Wrapping::Bare, Container::Pkcs8) => "key-read-der-pkcs8",
        (Wrapping::Bare, Container::EncryptedPkcs8) => "key-read-der-encrypted-pkcs8",
        (Wrapping::Bare, Container::Pkcs1Public) => "key-read-der-pkcs1-public",
        (Wrapping::Bare, Container::Pkcs1Private) => "key-read-der-pkcs1-private",
        (Wrapping::Bare, Container::Sec1) => "key-read-der-sec1",
        (Wrapping::Bare, Container::Certificate) => "key-read-der-certificate",
    };
    let mut read_as = Diagnostic::info(code)
        .with("key", key.facts.label())
        .with("kind", key.facts.kty.as_str())
        .with("bits", u64::from(key.facts.bits));
    if let Some(certificate) = contained.certificate {
        read_as = describe_certificate(read_as, &certificate);
        key.facts.x5t = Some(certificate.sha1);
        key.facts.x5t_s256 = Some(certificate.sha256);
    }
    reading.read_as.push(read_as);
    join(reading, key);
}

fn describe_certificate(read_as: Diagnostic, certificate: &Certificate) -> Diagnostic {
    use crate::diagnostic::Fact;
    let mut read_as = read_as
        .with("subject", certificate.subject.as_str())
        .with("issuer", certificate.issuer.as_str());
    for (name, at) in [
        ("from", certificate.not_before),
        ("until", certificate.not_after),
    ] {
        read_as.facts.push((name.into(), Fact::Moment(at)));
    }
    read_as
}

/// Adds a key, or joins it with one of the same numbers: the private half and the certificate's
/// thumbprints are kept.
fn join(reading: &mut KeyReading, mut key: Key) {
    let same = reading.keys.iter_mut().find(|known| {
        !key.facts.thumbprint.is_empty() && known.facts.thumbprint == key.facts.thumbprint
    });
    let Some(known) = same else {
        key.facts.index = reading.keys.len();
        reading.keys.push(key);
        return;
    };
    if key.facts.is_private && !known.facts.is_private {
        known.material = key.material;
        known.facts.is_private = true;
    }
    let x5t = known.facts.x5t.take();
    known.facts.x5t = x5t.or(key.facts.x5t);
    let x5t_s256 = known.facts.x5t_s256.take();
    known.facts.x5t_s256 = x5t_s256.or(key.facts.x5t_s256);
}

#[cfg(test)]
mod tests;
