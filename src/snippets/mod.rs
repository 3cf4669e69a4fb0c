//! Program texts that verify a token, or make one like it, with the library most people of a
//! language use. One file of
//! text a language; lines that begin with a condition stand only where it holds.

use crate::base64url;
use crate::crypto::containers::{self, Container};
use crate::diagnostic::Diagnostic;
use crate::jose::algorithms::{Curve, Scheme, signature_algorithm};
use crate::json::{Document, Kind, parse, quote};
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

/// What a program does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Does {
    /// It verifies the token.
    Verifies,
    /// It makes a token with the same header and claims.
    Makes,
}

/// A program that verifies a JWT with the key that signed it, or makes such a JWT with that key, or
/// why there is none.
pub fn snippet(
    language: Language,
    does: Does,
    token: &str,
    key: &KeyInput,
) -> Result<String, Diagnostic> {
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
    let minimum = minimum(language, row.scheme);
    if key.facts.bits < minimum {
        let short = Diagnostic::info("snippet-key-short").with("alg", alg.as_str());
        let short = short.with("bits", u64::from(key.facts.bits));
        return Err(short.with("minimum", u64::from(minimum)));
    }
    let pkcs8 = match does {
        Does::Verifies => Vec::new(),
        Does::Makes if matches!(key.material, Material::Oct(_)) => Vec::new(),
        Does::Makes => {
            let der = containers::pkcs8::write(&key.material).ok();
            der.filter(|_| key.facts.is_private)
                .ok_or_else(|| Diagnostic::info("snippet-no-private-key"))?
        }
    };
    if does == Does::Makes && language == Language::Rust && !holds_text_only(&header) {
        return Err(Diagnostic::info("snippet-header-rust"));
    }
    Ok(fill(language, does, token, &alg, key, &pkcs8))
}

/// The fewest bits of a key that the library takes, whatever the RFCs say: jjwt and
/// Microsoft.IdentityModel want as many of a secret as the hash has, jjwt and jose 2048 of RSA.
fn minimum(language: Language, scheme: Scheme) -> u32 {
    let hash = |hash: usize| u32::try_from(hash.saturating_mul(8)).unwrap_or(u32::MAX);
    match (scheme, language) {
        (Scheme::Hmac(of), Language::CSharp | Language::Java) => hash(of.len()),
        (Scheme::RsaPkcs1(_) | Scheme::RsaPss(_), Language::Java | Language::JavaScript) => 2048,
        (Scheme::RsaPkcs1(_) | Scheme::RsaPss(_), Language::CSharp) => 2048,
        _ => 0,
    }
}

/// `jsonwebtoken` keeps further Header Parameters as strings.
fn holds_text_only(header: &Document) -> bool {
    let known = ["alg", "x5c", "jwk"];
    header.object().is_some_and(|object| {
        object.members().all(|(name, value)| {
            let name = name.text().unwrap_or_default();
            known.contains(&&*name) || value.kind() == Kind::String
        })
    })
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

fn fill(language: Language, does: Does, token: &str, alg: &str, key: &Key, pkcs8: &[u8]) -> String {
    let template = match (language, does) {
        (Language::CSharp, Does::Verifies) => include_str!("csharp.txt"),
        (Language::CSharp, Does::Makes) => include_str!("csharp-make.txt"),
        (Language::Java, Does::Verifies) => include_str!("java.txt"),
        (Language::Java, Does::Makes) => include_str!("java-make.txt"),
        (Language::JavaScript, Does::Verifies) => include_str!("javascript.txt"),
        (Language::JavaScript, Does::Makes) => include_str!("javascript-make.txt"),
        (Language::Python, Does::Verifies) => include_str!("python.txt"),
        (Language::Python, Does::Makes) => include_str!("python-make.txt"),
        (Language::Go, Does::Verifies) => include_str!("go.txt"),
        (Language::Go, Does::Makes) => include_str!("go-make.txt"),
        (Language::Rust, Does::Verifies) => include_str!("rust.txt"),
        (Language::Rust, Does::Makes) => include_str!("rust-make.txt"),
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
    let private_pem = containers::pem::write(Container::Pkcs8, pkcs8).unwrap_or_default();
    let indented = |pem: &str| -> String {
        let lines: Vec<String> = pem.lines().map(|line| format!("    {line}")).collect();
        lines.join("\n")
    };
    let part = |index: usize| {
        let bytes = token.split('.').nth(index).and_then(base64url::decode);
        String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
    };
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
    let text = text
        .replace("@alg@", alg)
        .replace("@java-kind@", java_kind)
        .replace("@secret@", &quote(&secret))
        .replace("@spki@", &quote(&STANDARD.encode(&der)))
        .replace("@pkcs8@", &quote(&STANDARD.encode(pkcs8)))
        .replace("@private-pem-indented@", &indented(&private_pem))
        .replace("@private-pem@", private_pem.trim_end())
        .replace("@pem-indented@", &indented(&pem))
        .replace("@pem@", pem.trim_end())
        .replace("@token@", &quote(token));
    // What the person typed comes last, in one go: a mark in it stays what it is.
    let pieces = text.split("@header@");
    let pieces: Vec<String> = pieces
        .map(|piece| piece.replace("@claims@", &quote(&part(1))))
        .collect();
    pieces.join(&quote(&part(0)))
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

    fn verifying(language: Language, token: &str, key: &KeyInput) -> Result<String, Diagnostic> {
        snippet(language, Does::Verifies, token, key)
    }

    const LONG: &str = "a secret of more than 256 bits, which is 32 bytes";

    #[test]
    fn every_language_makes_with_the_private_key_and_no_mark_is_left() {
        for (language, ..) in LANGUAGES {
            for (alg, text) in [("HS256", LONG), ("PS384", RSA), ("ES256", P256)] {
                let program = snippet(language, Does::Makes, &token(alg), &key(text)).unwrap();
                let marks = [
                    "@if-", "pem@", "@secret", "@header", "@claims", "@alg", "@pkcs8",
                ];
                assert!(
                    marks.iter().all(|mark| !program.contains(mark)),
                    "{program}"
                );
                assert_eq!(
                    program.contains("PRIVATE KEY-----"),
                    alg != "HS256" && language != Language::Java,
                    "{program}"
                );
                assert!(
                    program.contains(&quote(&format!(r#"{{"alg":"{alg}"}}"#))),
                    "{program}"
                );
            }
        }
    }

    #[test]
    fn a_program_is_not_offered_where_its_library_would_refuse_the_key() {
        let rsa_1024 = include_str!("../../tests/cross/rsa-1024.pem");
        let short = "16 bytes of text";
        use Language::*;
        for (language, alg, text, is_refused) in [
            (Java, "HS256", short, true),
            (CSharp, "HS256", short, true),
            (Java, "HS512", LONG, true),
            (CSharp, "HS512", LONG, true),
            (Java, "HS256", LONG, false),
            (CSharp, "HS256", LONG, false),
            (JavaScript, "HS256", short, false),
            (Python, "HS256", short, false),
            (Rust, "HS256", short, false),
            (Go, "HS256", short, false),
            (Java, "RS256", rsa_1024, true),
            (JavaScript, "RS256", rsa_1024, true),
            (CSharp, "PS256", rsa_1024, true),
            (Python, "RS256", rsa_1024, false),
            (Rust, "RS256", rsa_1024, false),
        ] {
            for does in [Does::Verifies, Does::Makes] {
                let program = snippet(language, does, &token(alg), &key(text));
                let code = program.err().map(|why| why.code.to_string());
                let expected = is_refused.then_some("snippet-key-short");
                assert_eq!(code.as_deref(), expected, "{language:?} {does:?} {alg}");
            }
        }
    }

    #[test]
    fn a_public_key_makes_nothing() {
        let public = include_str!("../crypto/containers/fixtures/p256-spki.pem");
        let why = snippet(Language::Go, Does::Makes, &token("ES256"), &key(public)).unwrap_err();
        assert_eq!(why.code, "snippet-no-private-key");
        let header = crate::base64url::encode(br#"{"alg":"ES256","n":1}"#);
        let numbered = format!("{header}.e30.AAAA");
        let why = snippet(Language::Rust, Does::Makes, &numbered, &key(P256)).unwrap_err();
        assert_eq!(why.code, "snippet-header-rust");
        assert!(snippet(Language::Go, Does::Makes, &numbered, &key(P256)).is_ok());
    }

    #[test]
    fn every_language_has_its_key_and_no_mark_is_left() {
        for (language, ..) in LANGUAGES {
            for (alg, text) in [("HS256", LONG), ("PS384", RSA), ("ES256", P256)] {
                let token = token(alg);
                let program = verifying(language, &token, &key(text)).unwrap();
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
            let why = verifying(language, &token(alg), &key(text)).unwrap_err();
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
            let why = verifying(Language::Go, &token, &key("secret")).unwrap_err();
            assert_eq!(why.code, code, "{token}");
        }
    }
}
