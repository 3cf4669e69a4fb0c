//! A key in every spelling there is for its kind, each of which the key box reads back.
//! Spec: RFC 7468, RFC 5958, RFC 5915, RFC 8017 Appendix A.1, RFC 7517, RFC 7638, RFC 9278;
//! XML as .NET's `RSA.ToXmlString` writes it.

use super::making::{Spelled, Spelling};
use super::write_jwk::{Half, write_key};
use super::{Key, KeyInput, KeyReading, Material, read_key};
use crate::base64url;
use crate::crypto::CryptoError;
use crate::crypto::containers::{self, Container};
use crate::jose::jwk_set::write_jwk_set;
use crate::secret::Secret;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Reads a key box and writes every key of it in every spelling.
pub fn convert(input: &KeyInput) -> (KeyReading, Vec<Spelled>) {
    let reading = read_key(input);
    let spelled = reading.keys.iter().map(spell).collect();
    (reading, spelled)
}

/// The spellings of one key: the private ones first, then those that anybody may have.
fn spell(key: &Key) -> Spelled {
    let mut list = List {
        spellings: Vec::new(),
        is_private: true,
    };
    if let Material::Oct(secret) = &key.material {
        list.jwk(key, Half::Private);
        list.secret(secret.expose());
    } else if key.facts.is_private {
        list.jwk(key, Half::Private);
        list.private_containers(&key.material);
    }
    list.is_private = false;
    if !matches!(key.material, Material::Oct(_)) {
        list.jwk(key, Half::Public);
        list.public_containers(&key.material);
        list.add("thumbprint", key.facts.thumbprint.clone(), "");
        let uri = key.facts.thumbprint_uri();
        list.add("thumbprint-uri", uri.unwrap_or_default(), "");
    }
    Spelled {
        facts: key.facts.clone(),
        spellings: list.spellings,
    }
}

struct List {
    spellings: Vec<Spelling>,
    is_private: bool,
}

impl List {
    fn add(&mut self, id: &str, text: String, file: &str) {
        self.spellings.push(Spelling {
            id: id.to_owned(),
            is_private: self.is_private,
            text: Secret::new(text),
            file: file.to_owned(),
        });
    }

    fn jwk(&mut self, key: &Key, half: Half) {
        let Some(jwk) = write_key(key, half) else {
            return;
        };
        let (one, set, files) = match half {
            Half::Private => (
                "jwk-private",
                "jwks-private",
                ["key.jwk.json", "keys.private.json"],
            ),
            Half::Public => (
                "jwk-public",
                "jwks-public",
                ["key.public.jwk.json", "jwks.json"],
            ),
        };
        let [file, set_file] = files;
        self.add(one, jwk.expose().clone(), file);
        let text = write_jwk_set(std::iter::once(jwk.expose().as_str()));
        self.add(set, text, set_file);
    }

    fn pem(
        &mut self,
        id: &str,
        container: Container,
        der: Result<Vec<u8>, CryptoError>,
        file: &str,
    ) {
        let text = der.and_then(|der| containers::pem::write(container, &der));
        // Numbers that are no usable key have no container; the JWK shows them all the same.
        if let Ok(text) = text {
            self.add(id, text, file);
        }
    }

    fn private_containers(&mut self, material: &Material) {
        let der = containers::pkcs8::write(material);
        self.pem("pkcs8", Container::Pkcs8, der.clone(), "key.pem");
        match material {
            Material::Rsa {
                n,
                e,
                private: Some(private),
            } => {
                let pkcs1 = containers::pkcs1::write_private(n, e, private);
                self.pem("pkcs1", Container::Pkcs1Private, pkcs1, "key.rsa.pem");
            }
            Material::Ec {
                curve,
                x,
                y,
                d: Some(d),
            } => {
                let point = [&[4], x.as_slice(), y.as_slice()].concat();
                let sec1 = containers::sec1::write(*curve, d.expose(), Some(&point));
                self.pem("sec1", Container::Sec1, sec1, "key.ec.pem");
            }
            _ => {}
        }
        let Ok(der) = der else { return };
        self.add("pkcs8-base64", STANDARD.encode(&der), "");
        if let Some(xml) = private_xml(material) {
            self.add("xml-private", xml, "key.xml");
        }
        if let Ok(pem) = containers::pem::write(Container::Pkcs8, &der) {
            self.add("env-private", env_line("JWT_PRIVATE_KEY", &pem), ".env");
        }
    }

    fn public_containers(&mut self, material: &Material) {
        let der = containers::spki::write(material);
        self.pem("spki", Container::Spki, der.clone(), "key.public.pem");
        if let Material::Rsa { n, e, .. } = material {
            let pkcs1 = containers::pkcs1::write_public(n, e);
            self.pem(
                "pkcs1-public",
                Container::Pkcs1Public,
                pkcs1,
                "key.public.rsa.pem",
            );
        }
        let Ok(der) = der else { return };
        self.add("spki-base64", STANDARD.encode(&der), "");
        if let Material::Rsa { n, e, .. } = material {
            let members = format!("{}{}", xml("Modulus", n), xml("Exponent", e));
            self.add(
                "xml-public",
                format!("<RSAKeyValue>{members}</RSAKeyValue>"),
                "key.public.xml",
            );
        }
        if let Ok(pem) = containers::pem::write(Container::Spki, &der) {
            self.add("env-public", env_line("JWT_PUBLIC_KEY", &pem), ".env");
        }
    }

    /// What a bare secret can be typed as. Text only where the bytes are text that survives being
    /// copied.
    fn secret(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).ok();
        let text =
            text.filter(|text| !text.is_empty() && text.bytes().all(|b| (0x21..0x7f).contains(&b)));
        if let Some(text) = text {
            self.add("secret-text", text.to_owned(), "");
        }
        self.add("secret-base64", STANDARD.encode(bytes), "");
        self.add("secret-base64url", base64url::encode(bytes), "");
        let hex = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        self.add("secret-hex", hex, "");
        let plain = text.filter(|text| !text.contains(['"', '\'', '`', '\\', '$', '#']));
        if let Some(text) = plain {
            self.add("env-secret", format!("JWT_SECRET={text}"), ".env");
        } else {
            let line = format!("JWT_SECRET_BASE64={}", STANDARD.encode(bytes));
            self.add("env-secret-base64", line, ".env");
        }
    }
}

/// One line with the line breaks written as `\n`, which settings files and program texts keep.
fn env_line(name: &str, pem: &str) -> String {
    format!("{name}=\"{}\"", pem.replace('\n', "\\n"))
}

fn xml(name: &str, number: &[u8]) -> String {
    format!("<{name}>{}</{name}>", STANDARD.encode(number))
}

/// .NET wants every number at a fixed length: the primes and their kin at half of the modulus.
fn private_xml(material: &Material) -> Option<String> {
    let Material::Rsa {
        n,
        e,
        private: Some(private),
    } = material
    else {
        return None;
    };
    let crt = crate::crypto::rsa_crt(n, e, private).ok()?;
    let half = n.len().div_ceil(2);
    let members = [
        xml("Modulus", n),
        xml("Exponent", e),
        xml("P", &padded(private.p.expose(), half)),
        xml("Q", &padded(private.q.expose(), half)),
        xml("DP", &padded(crt.dp.expose(), half)),
        xml("DQ", &padded(crt.dq.expose(), half)),
        xml("InverseQ", &padded(crt.qi.expose(), half)),
        xml("D", &padded(private.d.expose(), n.len())),
    ];
    Some(format!("<RSAKeyValue>{}</RSAKeyValue>", members.concat()))
}

fn padded(number: &[u8], length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length.saturating_sub(number.len())];
    bytes.extend_from_slice(number);
    bytes
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::crypto::generate;
    use crate::jose::algorithms::{ALL_CURVES, Curve};
    use crate::jose::key_spec::KeySpec;
    use crate::keys::{KeyFacts, SecretReading, facts_of, public_half};
    use rand_chacha::ChaCha8Rng;
    use rand_core::SeedableRng;

    fn input(text: &str, reading: SecretReading) -> KeyInput {
        KeyInput {
            text: Secret::new(text.to_owned()),
            reading,
            ..KeyInput::default()
        }
    }

    fn made(spec: KeySpec) -> Key {
        let material = generate(spec, &mut ChaCha8Rng::seed_from_u64(7)).unwrap();
        Key {
            facts: KeyFacts {
                kid: Some("a".to_owned()),
                ..facts_of(&material)
            },
            material,
            more: Vec::new(),
        }
    }

    /// Reads each spelling back, but for those that only other programs read.
    #[track_caller]
    fn reads_back(key: &Key) -> Vec<String> {
        let spelled = spell(key);
        for spelling in &spelled.spellings {
            let id = spelling.id.as_str();
            if id.starts_with("thumbprint") || id.starts_with("xml") {
                continue;
            }
            let how = match id {
                "secret-base64" | "env-secret-base64" => SecretReading::Base64,
                "secret-base64url" => SecretReading::Base64url,
                "secret-hex" => SecretReading::Hex,
                _ => SecretReading::Utf8,
            };
            let reading = read_key(&input(spelling.text.expose(), how));
            let back = reading
                .keys
                .first()
                .unwrap_or_else(|| unreachable!("{id}: {reading:?}"));
            assert_eq!(
                (&reading.faults, &reading.warnings),
                (&vec![], &vec![]),
                "{id}"
            );
            let expected = if spelling.is_private {
                key.material.clone()
            } else {
                public_half(&key.material)
            };
            assert_eq!(back.material, expected, "{id}");
        }
        spelled
            .spellings
            .into_iter()
            .map(|spelling| spelling.id)
            .collect()
    }

    #[test]
    fn every_curve_and_lattice_reads_back() {
        for curve in ALL_CURVES {
            let ids = reads_back(&made(KeySpec::Curve(curve)));
            let is_ec = matches!(
                curve,
                Curve::P256 | Curve::P384 | Curve::P521 | Curve::Secp256k1
            );
            assert_eq!(ids.iter().any(|id| id == "sec1"), is_ec, "{curve:?}");
            assert!(ids.iter().any(|id| id == "pkcs8"));
        }
        for level in [44, 65, 87] {
            reads_back(&made(KeySpec::MlDsa(level)));
        }
    }

    #[test]
    fn rsa_reads_back_and_has_its_old_spellings() {
        let pem = include_str!("../crypto/containers/fixtures/rsa-pkcs8.pem");
        let reading = read_key(&input(pem, SecretReading::Utf8));
        let ids = reads_back(reading.keys.first().unwrap());
        for id in [
            "pkcs1",
            "pkcs1-public",
            "xml-private",
            "xml-public",
            "env-private",
        ] {
            assert!(ids.iter().any(|one| one == id), "{id}");
        }
    }

    #[test]
    fn secrets_read_back_as_text_only_where_they_are_text() {
        for (bytes, is_text, is_plain) in [
            (&b"correct-horse"[..], true, true),
            (b"a#b", true, false),
            (b"a b", false, false),
            (b"\xff\x00", false, false),
            (b"line\n", false, false),
        ] {
            let material = Material::Oct(Secret::new(bytes.to_vec()));
            let key = Key::of(material);
            let ids = reads_back(&key);
            assert_eq!(ids.iter().any(|id| id == "secret-text"), is_text);
            assert_eq!(ids.iter().any(|id| id == "env-secret"), is_plain);
            assert!(
                !ids.iter()
                    .any(|id| id.contains("public") || id == "thumbprint")
            );
        }
    }

    #[test]
    fn a_public_key_has_no_private_spelling() {
        let mut key = made(KeySpec::Curve(Curve::P256));
        key.material = public_half(&key.material);
        key.facts.is_private = false;
        let spelled = spell(&key);
        assert!(!spelled.spellings.is_empty());
        assert!(
            spelled
                .spellings
                .iter()
                .all(|spelling| !spelling.is_private)
        );
    }

    /// Which members the JWK of each half keeps.
    #[track_caller]
    fn keeps(jwk: &str, id: &str, kept: &[&str], left_out: &[&str]) {
        let (_, spelled) = convert(&input(jwk, SecretReading::Utf8));
        let spellings = &spelled.first().unwrap().spellings;
        let text = spellings.iter().find(|one| one.id == id).unwrap();
        let text = text.text.expose();
        for name in kept {
            assert!(text.contains(&format!("\"{name}\": ")), "{name}: {text}");
        }
        for name in left_out {
            assert!(!text.contains(&format!("\"{name}\"")), "{name}: {text}");
        }
    }

    #[test]
    fn what_else_a_jwk_says_stays_with_it_but_private_names_never_with_the_public_half() {
        let d = r#""d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","#;
        let jwk = |d: &str| {
            format!(
                r#"{{"kty":"OKP","crv":"Ed25519",{d}"x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
                "x5u":"https://a.example","x5t#S256":"AAAA","ext":true,"note":{{"a":1.0}},"k":"c2VjcmV0"}}"#
            )
        };
        let open = ["x5u", "x5t#S256", "ext"];
        let all = [&open[..], &["note", "k"]].concat();
        keeps(&jwk(d), "jwk-private", &all, &[]);
        keeps(&jwk(d), "jwk-public", &open, &["note", "k", "d"]);
        keeps(&jwk(""), "jwk-public", &["note", "ext"], &["k"]);
    }

    #[test]
    fn what_is_no_key_has_no_spelling() {
        for text in [
            "",
            "{}",
            "-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----",
        ] {
            let (_, spelled) = convert(&input(text, SecretReading::Utf8));
            assert!(spelled.is_empty(), "{text}");
        }
    }
}
