//! Program texts that verify a token with the library most people of a language use. One file of
//! text a language; lines that begin with a condition stand only where it holds.

use crate::base64url;
use crate::crypto::containers::{self, Container};
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::{Curve, Scheme, signature_algorithm};
use crate::json::{Document, parse, quote};
use crate::keys::{Key, KeyInput, Material, read_key};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// `Microsoft.IdentityModel.JsonWebTokens`
    CSharp,
    /// `jjwt`
    Java,
    /// `jose`
    JavaScript,
    /// `PyJWT`
    Python,
    /// `golang-jwt`
    Go,
    /// `jsonwebtoken`
    Rust,
}

/// Every language, with the name that its library's people give it.
pub const LANGUAGES: [(Language, &str, &str); 6] = [
    (Language::CSharp, "csharp", "C#"),
    (Language::Java, "java", "Java"),
    (Language::JavaScript, "javascript", "JavaScript"),
    (Language::Python, "python", "Python"),
    (Language::Go, "go", "Go"),
    (Language::Rust, "rust", "Rust"),
];

/// A program that verifies a JWT with the key that signed it, or why there is none.
pub fn snippet(language: Language, token: &str, key: &KeyInput) -> Result<String, Diagnostic> {
    let header = signed_header(token).ok_or_else(|| Diagnostic::info("snippet-not-jwt"))?;
    let alg = header.get("alg").and_then(|alg| alg.text());
    let alg = alg.unwrap_or_default().into_owned();
    let unsupported = || Diagnostic::info("snippet-unsupported").with("alg", alg.as_str());
    let row = signature_algorithm(&alg).ok_or_else(unsupported)?;
    if header.get("crit").is_some() {
        return Err(Diagnostic::info("snippet-critical"));
    }
    let reading = read_key(key);
    let fits = |key: &&Key| crate::crypto::fits(row.scheme, &key.material);
    let key = reading.keys.iter().find(fits);
    let key = key.ok_or_else(|| Diagnostic::info("snippet-no-key"))?;
    if !knows(language, row.scheme, &alg, &key.material) {
        return Err(unsupported());
    }
    Ok(fill(language, token, &alg, key))
}

/// The JOSE Header of a signed JWT that carries its claims; `None` for anything else: what is
/// encrypted, unsecured, detached, selectively disclosable, or no JWT at all.
fn signed_header(token: &str) -> Option<Document> {
    let mut parts = token.split('.');
    let (header, payload, signature) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || base64url::decode(signature)?.is_empty() {
        return None;
    }
    let [header, payload] = [header, payload].map(|part| base64url::decode(part).map(parse));
    let is_object =
        |document: &Document| document.faults().is_empty() && document.object().is_some();
    payload.filter(is_object)?;
    header.filter(is_object)
}

/// Whether the library of the language runs the algorithm with such a key.
fn knows(language: Language, scheme: Scheme, alg: &str, material: &Material) -> bool {
    use Language::{CSharp, JavaScript, Python, Rust};
    match scheme {
        Scheme::Hmac(_) | Scheme::RsaPkcs1(_) | Scheme::RsaPss(_) => true,
        Scheme::Ecdsa(Curve::P256 | Curve::P384, _) => true,
        Scheme::Ecdsa(Curve::P521, _) => language != Rust,
        Scheme::Ecdsa(..) => language == Python,
        Scheme::EdDsa | Scheme::EdDsaOn(Curve::Ed25519) => {
            let is_448 = matches!(
                material,
                Material::Okp {
                    curve: Curve::Ed448,
                    ..
                }
            );
            match language {
                CSharp => false,
                JavaScript => !is_448,
                Python => alg == "EdDSA",
                _ => alg == "EdDSA" && !is_448,
            }
        }
        Scheme::EdDsaOn(_) | Scheme::MlDsa(_) => false,
    }
}

fn fill(language: Language, token: &str, alg: &str, key: &Key) -> String {
    let template = match language {
        Language::CSharp => include_str!("csharp.txt"),
        Language::Java => include_str!("java.txt"),
        Language::JavaScript => include_str!("javascript.txt"),
        Language::Python => include_str!("python.txt"),
        Language::Go => include_str!("go.txt"),
        Language::Rust => include_str!("rust.txt"),
    };
    let condition = match &key.material {
        Material::Oct(_) => "secret",
        Material::Rsa { .. } => "rsa",
        Material::Ec { .. } => "ec",
        Material::Okp { .. } | Material::Akp { .. } => "ed",
    };
    let secret = match &key.material {
        Material::Oct(secret) => STANDARD.encode(secret.expose()),
        _ => String::new(),
    };
    let der = containers::spki::write(&key.material).unwrap_or_default();
    let pem = containers::pem::write(Container::Spki, &der).unwrap_or_default();
    let indented: Vec<String> = pem.lines().map(|line| format!("    {line}")).collect();
    let java_kind = match condition {
        "rsa" => "RSA",
        "ec" => "EC",
        _ => "Ed25519",
    };
    let mut lines = Vec::new();
    for line in template.lines() {
        let Some((wanted, rest)) = line.strip_prefix("@if-").and_then(|l| l.split_once('@')) else {
            lines.push(line.to_owned());
            continue;
        };
        if wanted == condition || (wanted == "public" && condition != "secret") {
            lines.push(rest.to_owned());
        }
    }
    let text = lines.join("\n") + "\n";
    text.replace("@alg@", alg)
        .replace("@java-kind@", java_kind)
        .replace("@secret@", &quote(&secret))
        .replace("@spki@", &quote(&STANDARD.encode(&der)))
        .replace("@pem-indented@", &indented.join("\n"))
        .replace("@pem@", pem.trim_end())
        .replace("@token@", &quote(token))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::secret::Secret;

    fn key(text: &str) -> KeyInput {
        KeyInput {
            text: Secret::new(text.to_owned()),
            ..KeyInput::default()
        }
    }

    fn token(alg: &str) -> String {
        let header = format!(r#"{{"alg":"{alg}"}}"#);
        format!("{}.e30.AAAA", crate::base64url::encode(header.as_bytes()))
    }

    const RSA: &str = include_str!("../crypto/containers/fixtures/rsa-pkcs8.pem");
    const P256: &str = include_str!("../crypto/containers/fixtures/p256-pkcs8.pem");
    const P521: &str = include_str!("../crypto/containers/fixtures/p521-pkcs8.pem");
    const ED25519: &str = include_str!("../crypto/containers/fixtures/ed25519-pkcs8.pem");

    #[test]
    fn every_language_has_its_key_and_no_mark_is_left() {
        for (language, ..) in LANGUAGES {
            for (alg, text) in [("HS256", "secret"), ("PS384", RSA), ("ES256", P256)] {
                let token = token(alg);
                let program = snippet(language, &token, &key(text)).unwrap();
                assert!(program.contains(&token), "{program}");
                // jjwt holds `alg` to the kind of key by itself.
                let names_alg = language == Language::Java || program.contains(alg);
                assert!(names_alg, "{program}");
                let marks = ["@if-", "@pem", "@secret", "@token", "@alg", "@spki"];
                assert!(
                    marks.iter().all(|mark| !program.contains(mark)),
                    "{program}"
                );
                assert!(!program.contains("PRIVATE"), "{program}");
            }
        }
    }

    #[test]
    fn what_a_library_does_not_know_is_said() {
        for (language, alg, text, code) in [
            (Language::CSharp, "EdDSA", ED25519, "snippet-unsupported"),
            (Language::Go, "Ed25519", ED25519, "snippet-unsupported"),
            (Language::Rust, "ES512", P521, "snippet-unsupported"),
            (Language::Go, "none", P256, "snippet-unsupported"),
            (Language::Go, "RS256", P256, "snippet-no-key"),
            (Language::Go, "HS256", "", "snippet-no-key"),
        ] {
            let why = snippet(language, &token(alg), &key(text)).unwrap_err();
            assert_eq!(why.code, code, "{language:?} {alg}");
        }
    }

    #[test]
    fn only_a_signed_jwt_has_a_program() {
        let header = |text: &str| base64url::encode(text.as_bytes());
        let hs256 = header(r#"{"alg":"HS256"}"#);
        for (token, code) in [
            (
                r#"{"payload":"e30","signatures":[]}"#.to_owned(),
                "snippet-not-jwt",
            ),
            (format!("{hs256}.e30."), "snippet-not-jwt"),
            (format!("{hs256}..AAAA"), "snippet-not-jwt"),
            (format!("{hs256}.W10.AAAA"), "snippet-not-jwt"),
            (format!("{hs256}.e30.AAAA~WyJzIl0~"), "snippet-not-jwt"),
            (format!("{hs256}.e30.AAAA.AAAA.AAAA"), "snippet-not-jwt"),
            (
                format!(
                    "{}.e30.AAAA",
                    header(r#"{"alg":"HS256","x":1,"crit":["x"]}"#)
                ),
                "snippet-critical",
            ),
        ] {
            let why = snippet(Language::Go, &token, &key("secret")).unwrap_err();
            assert_eq!(why.code, code, "{token}");
        }
    }
}
