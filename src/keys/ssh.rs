//! A line of an OpenSSH `authorized_keys` or `.pub` file: public keys people have at hand.
//! Spec: RFC 4253 §6.6, RFC 5656 §3.1, RFC 8709 §4.

use super::describe::facts_of;
use super::{Key, KeyReading, Material};
use crate::crypto;
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::Curve;

/// Reads `ssh-rsa AAAA… comment`; `None` for any other text.
pub fn read_ssh(text: &str) -> Option<KeyReading> {
    let mut words = text.split_whitespace();
    let name = words.next()?;
    let known = name.starts_with("ssh-") || name.starts_with("ecdsa-sha2-");
    let blob = words
        .next()
        .filter(|blob| known && blob.starts_with("AAAA"))?;
    let blob = super::secret_text::decode_base64(blob).ok()?;
    let mut rest = blob.as_slice();
    if field(&mut rest)? != name.as_bytes() {
        return None;
    }
    let material = match name {
        "ssh-rsa" => {
            let e = number(field(&mut rest)?);
            let n = number(field(&mut rest)?);
            Some(Material::Rsa {
                n,
                e,
                private: None,
            })
        }
        "ssh-ed25519" => edwards(Curve::Ed25519, field(&mut rest)?),
        "ssh-ed448" => edwards(Curve::Ed448, field(&mut rest)?),
        "ecdsa-sha2-nistp256" => weierstrass(Curve::P256, &mut rest),
        "ecdsa-sha2-nistp384" => weierstrass(Curve::P384, &mut rest),
        "ecdsa-sha2-nistp521" => weierstrass(Curve::P521, &mut rest),
        _ => None,
    };
    let Some(material) = material.filter(|_| rest.is_empty()) else {
        return Some(KeyReading {
            faults: vec![Diagnostic::danger("key-ssh-unreadable").with("name", name)],
            ..KeyReading::default()
        });
    };
    let facts = facts_of(&material);
    Some(KeyReading {
        read_as: vec![
            Diagnostic::info("key-read-ssh")
                .with("key", facts.label())
                .with("kind", facts.kty.as_str())
                .with("bits", u64::from(facts.bits)),
        ],
        keys: vec![Key::of(material)],
        ..KeyReading::default()
    })
}

/// The next length-prefixed string.
fn field<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (field, after) = after.split_at_checked(length)?;
    *rest = after;
    Some(field)
}

fn number(bytes: &[u8]) -> Vec<u8> {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    bytes.get(zeros..).unwrap_or_default().to_vec()
}

fn edwards(curve: Curve, x: &[u8]) -> Option<Material> {
    (x.len() == curve.field_len()).then(|| Material::Okp {
        curve,
        x: x.to_vec(),
        d: None,
    })
}

fn weierstrass(curve: Curve, rest: &mut &[u8]) -> Option<Material> {
    field(rest)?;
    let (x, y) = crypto::decompress(curve, field(rest)?).ok()?;
    Some(Material::Ec {
        curve,
        x,
        y,
        d: None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    const ED25519: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPL1I9oiq+B8crkmuV4YViiUnhdLjCp3hvy1bNGuGfNL";

    #[test]
    fn a_line_with_and_without_comment() {
        for line in [ED25519.to_owned(), format!("{ED25519} me@host\n")] {
            let reading = read_ssh(&line).unwrap();
            assert_eq!(reading.keys[0].facts.label(), "OKP Ed25519".into());
            assert_eq!(reading.read_as[0].code, "key-read-ssh");
        }
    }

    #[test]
    fn what_is_no_ssh_key() {
        for text in [
            "ssh-ed25519",
            "ssh-ed25519 AAAA",
            "ssh-ed25519 not-base64",
            "ssh AAAAC3NzaC1lZDI1NTE5AAAAIA==",
            "",
        ] {
            assert_eq!(read_ssh(text), None, "{text}");
        }
    }

    #[test]
    fn a_truncated_key_is_named() {
        let cut = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAABAAAAAA=";
        let reading = read_ssh(cut).unwrap();
        assert!(reading.keys.is_empty());
        assert_eq!(reading.faults[0].code, "key-ssh-unreadable");
    }
}
