//! A key as the text of a JWK, indented for people.
//! Spec: RFC 7517 §4, RFC 7518 §6, RFC 8037 §2, RFC 9964 §3.

use super::describe::kty;
use super::{Key, KeyFacts, Material};
use crate::base64url;
use crate::crypto;
use crate::json::quote;
use crate::secret::Secret;

/// How much of a key is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Everything that is there.
    Private,
    /// What everybody may know.
    Public,
}

/// The JWK of a key: `kty`, what `facts` says of it, then its numbers. `None` for the public half
/// of a secret, and for private numbers that do not belong together.
pub fn write_jwk(material: &Material, facts: &KeyFacts, half: Half) -> Option<Secret<String>> {
    write_jwk_with(material, facts, half, &[])
}

/// What else a JWK says that everybody may know: its certificate, and when it counts.
const OF_EVERYBODY: [&str; 9] = [
    "x5u", "x5c", "x5t", "x5t#S256", "iat", "nbf", "exp", "revoked", "ext",
];
/// Names of private numbers, of whatever kind of key.
const PRIVATE: [&str; 9] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];

/// The JWK of a key that was read, with everything else that it says of itself. The public half of
/// a pair says only what is registered for everybody: nobody knows what the rest gives away.
pub fn write_key(key: &Key, half: Half) -> Option<Secret<String>> {
    let more = key.more.iter().filter(|(name, _)| match half {
        Half::Private => true,
        Half::Public if key.facts.is_private => OF_EVERYBODY.contains(&name.as_str()),
        Half::Public => !PRIVATE.contains(&name.as_str()),
    });
    let more: Vec<(&str, String)> = more
        .map(|(name, value)| (name.as_str(), value.expose().clone()))
        .collect();
    write_jwk_with(&key.material, &key.facts, half, &more)
}

/// The JWK that is published: its numbers, and what is registered for everybody. Beside it the
/// names that stay out.
pub(super) fn write_published(key: &Key) -> Option<(Secret<String>, Vec<String>)> {
    let (open, closed): (Vec<_>, Vec<_>) = key
        .more
        .iter()
        .partition(|(name, _)| OF_EVERYBODY.contains(&name.as_str()));
    let more: Vec<(&str, String)> = open
        .into_iter()
        .map(|(name, value)| (name.as_str(), value.expose().clone()))
        .collect();
    let jwk = write_jwk_with(&key.material, &key.facts, Half::Public, &more)?;
    Some((
        jwk,
        closed.into_iter().map(|(name, _)| name.clone()).collect(),
    ))
}

/// The same with more members, given as name and JSON text, behind the others.
pub fn write_jwk_with(
    material: &Material,
    facts: &KeyFacts,
    half: Half,
    more: &[(&str, String)],
) -> Option<Secret<String>> {
    let mut members = vec![("kty", quote(kty(material)))];
    let mut said = |name: &'static str, value: Option<&String>| {
        if let Some(value) = value {
            members.push((name, quote(value)));
        }
    };
    said("kid", facts.kid.as_ref());
    said("use", facts.key_use.as_ref());
    if !matches!(material, Material::Akp { .. }) {
        said("alg", facts.alg.as_ref());
    }
    let operations = operations(facts, material, half);
    if !operations.is_empty() {
        let list: Vec<String> = operations.iter().map(|name| quote(name)).collect();
        members.push(("key_ops", format!("[{}]", list.join(", "))));
    }
    members.extend(public_members(material));
    match half {
        Half::Private => members.extend(private_members(material)?),
        Half::Public if matches!(material, Material::Oct(_)) => return None,
        Half::Public => {}
    }
    members.extend(more.iter().map(|(name, value)| (*name, value.clone())));
    let lines: Vec<String> = members
        .iter()
        .map(|(name, value)| format!("  {}: {value}", quote(name)))
        .collect();
    Some(Secret::new(format!("{{\n{}\n}}", lines.join(",\n"))))
}

/// The operations of one half: what a private key signs and opens, its public half verifies and
/// encrypts (RFC 7517 §4.3).
fn operations(facts: &KeyFacts, material: &Material, half: Half) -> Vec<String> {
    let is_secret = matches!(material, Material::Oct(_));
    let mut found: Vec<String> = Vec::new();
    for operation in &facts.key_ops {
        let named = match (half, operation.as_str()) {
            _ if is_secret => Some(operation.as_str()),
            (Half::Public, "sign") => Some("verify"),
            (Half::Public, "decrypt") => Some("encrypt"),
            (Half::Public, "unwrapKey") => Some("wrapKey"),
            (Half::Public, "deriveKey" | "deriveBits") => None,
            (_, other) => Some(other),
        };
        if let Some(named) = named.filter(|named| !found.iter().any(|one| one == named)) {
            found.push(named.to_owned());
        }
    }
    found
}

fn number(bytes: &[u8]) -> String {
    quote(&base64url::encode(bytes))
}

fn public_members(material: &Material) -> Vec<(&'static str, String)> {
    match material {
        Material::Oct(_) => Vec::new(),
        Material::Rsa { n, e, .. } => vec![("n", number(n)), ("e", number(e))],
        Material::Ec { curve, x, y, .. } => vec![
            ("crv", quote(curve.name())),
            ("x", number(x)),
            ("y", number(y)),
        ],
        Material::Okp { curve, x, .. } => vec![("crv", quote(curve.name())), ("x", number(x))],
        Material::Akp { alg, public, .. } => vec![("alg", quote(alg)), ("pub", number(public))],
    }
}

fn private_members(material: &Material) -> Option<Vec<(&'static str, String)>> {
    let one = |name: &'static str, secret: &Option<Secret<Vec<u8>>>| {
        secret
            .iter()
            .map(|secret| (name, number(secret.expose())))
            .collect::<Vec<_>>()
    };
    Some(match material {
        Material::Oct(secret) => vec![("k", number(secret.expose()))],
        Material::Rsa { n, e, private } => match private {
            None => Vec::new(),
            Some(private) => {
                let crt = crypto::rsa_crt(n, e, private).ok()?;
                vec![
                    ("d", number(private.d.expose())),
                    ("p", number(private.p.expose())),
                    ("q", number(private.q.expose())),
                    ("dp", number(crt.dp.expose())),
                    ("dq", number(crt.dq.expose())),
                    ("qi", number(crt.qi.expose())),
                ]
            }
        },
        Material::Ec { d, .. } | Material::Okp { d, .. } => one("d", d),
        Material::Akp { private, .. } => one("priv", private),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::keys::{KeyInput, facts_of, read_key};

    fn oct() -> Material {
        Material::Oct(Secret::new(b"secret".to_vec()))
    }

    #[test]
    fn a_secret_has_no_public_jwk() {
        let facts = facts_of(&oct());
        assert!(write_jwk(&oct(), &facts, Half::Public).is_none());
    }

    #[test]
    fn names_are_escaped() {
        let mut facts = facts_of(&oct());
        facts.kid = Some("a\"b\n".to_owned());
        let jwk = write_jwk(&oct(), &facts, Half::Private).unwrap();
        let reading = read_key(&KeyInput {
            text: jwk,
            ..KeyInput::default()
        });
        assert_eq!(reading.keys.first().unwrap().facts.kid, facts.kid);
    }

    #[test]
    fn the_public_half_does_the_other_operation() {
        let text = r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","key_ops":["sign","verify","deriveKey"]}"#;
        let reading = read_key(&KeyInput {
            text: Secret::new(text.to_owned()),
            ..KeyInput::default()
        });
        let key = reading.keys.first().unwrap();
        let public = write_jwk(&key.material, &key.facts, Half::Public).unwrap();
        assert!(
            public.expose().contains(r#""key_ops": ["verify"]"#),
            "{}",
            public.expose()
        );
        assert!(!public.expose().contains("\"d\""));
    }
}
