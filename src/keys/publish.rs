//! A JWK Set for everybody: public keys only, and what a reader of it would stumble over.
//! Spec: RFC 7517 §4 and §5, OpenID Connect Core 1.0 §10.1.1 (rotation).

use super::making::Published;
use super::write_jwk::write_published;
use super::{Key, KeyInput, read_key};
use crate::diagnostic::{Diagnostic, Fact, Severity};
use crate::jose::jwk_set::write_jwk_set;
use crate::jose::key_spec::algs_for;

/// Puts the public halves of the keys together, in order, and checks the set.
pub fn publish(keys: &[KeyInput]) -> Published {
    let mut set = Set::default();
    for input in keys {
        let reading = read_key(input);
        if reading.keys.is_empty() {
            set.says.extend(reading.faults);
        }
        // What is said below of `alg` says more.
        let warnings = reading.warnings.into_iter();
        let warnings = warnings.filter(|said| said.code != "key-jwk-alg-of-other-kty");
        set.says.extend(warnings);
        for key in &reading.keys {
            set.add(key);
        }
    }
    set.finish()
}

#[derive(Default)]
struct Set {
    jwks: Vec<String>,
    kids: Vec<String>,
    thumbprints: Vec<String>,
    signing: usize,
    says: Vec<Diagnostic>,
}

impl Set {
    fn add(&mut self, key: &Key) {
        let facts = &key.facts;
        let name = facts.kid.clone().map_or_else(|| facts.label(), Fact::Text);
        let Some((jwk, left_out)) = write_published(key) else {
            let secret = Diagnostic::danger("publish-secret");
            self.says.push(secret.with("name", name));
            return;
        };
        if self.thumbprints.contains(&facts.thumbprint) {
            let twice = Diagnostic::warning("publish-twice");
            self.says.push(twice.with("name", name));
            return;
        }
        self.jwks.push(jwk.expose().clone());
        self.thumbprints.push(facts.thumbprint.clone());
        if facts.is_private {
            let stays = Diagnostic::info("publish-private-left-out");
            self.says.push(stays.with("name", name.clone()));
        }
        if !left_out.is_empty() {
            let said = Diagnostic::info("publish-members-left-out");
            let said = said.with("name", name.clone());
            self.says.push(said.with("members", left_out));
        }
        let warn = |code| Diagnostic::warning(code).with("name", name.clone());
        match &facts.kid {
            None => self.says.push(warn("publish-no-kid")),
            Some(kid) if self.kids.contains(kid) => {
                let twice = Diagnostic::danger("publish-kid-twice");
                self.says.push(twice.with("kid", kid.as_str()));
            }
            Some(kid) => self.kids.push(kid.clone()),
        }
        match facts.alg.as_deref() {
            None => self.says.push(warn("publish-no-alg")),
            Some(alg) if !algs_for(&facts.kty, facts.curve.as_deref()).contains(&alg) => {
                let error = Diagnostic::danger("publish-alg-differs").with("name", name.clone());
                let error = error.with("alg", alg).with("key", facts.label());
                self.says.push(error);
            }
            Some(_) => {}
        }
        if facts.key_use.is_none() && facts.key_ops.is_empty() {
            self.says.push(warn("publish-no-use"));
        }
        if facts.kty == "RSA" && facts.bits < 2048 {
            self.says.push(warn("publish-weak-rsa"));
        }
        if facts.key_use.as_deref() != Some("enc") {
            self.signing = self.signing.saturating_add(1);
        }
    }

    fn finish(mut self) -> Published {
        self.says.push(match self.signing {
            0 => Diagnostic::warning("publish-no-signing-key"),
            1 => Diagnostic::info("publish-one-key"),
            count => Diagnostic::info("publish-overlap").with("count", count),
        });
        self.says
            .sort_by_key(|said| std::cmp::Reverse(said.severity));
        if self.says.iter().all(|said| said.severity == Severity::Info) {
            self.says.insert(0, Diagnostic::info("publish-ok"));
        }
        Published {
            jwks: write_jwk_set(self.jwks.iter().map(String::as_str)),
            count: self.jwks.len(),
            says: self.says,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::secret::Secret;

    const X: &str =
        r#""kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo""#;
    const D: &str = r#""d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A""#;
    const P256: &str = r#""kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0""#;

    fn check(keys: &[&str], expected: &[&str]) -> Published {
        let inputs: Vec<KeyInput> = keys
            .iter()
            .map(|text| KeyInput {
                text: Secret::new(format!("{{{text}}}")),
                ..KeyInput::default()
            })
            .collect();
        let published = publish(&inputs);
        let codes: Vec<&str> = published.says.iter().map(|said| &*said.code).collect();
        assert_eq!(codes, expected, "{keys:?}");
        published
    }

    fn named(key: &str, kid: &str) -> String {
        format!(r#"{key},"kid":"{kid}","alg":"EdDSA","use":"sig""#)
    }

    #[test]
    fn what_a_reader_would_stumble_over() {
        check(&[], &["publish-no-signing-key"]);
        check(&[&named(X, "a")], &["publish-ok", "publish-one-key"]);
        let names = [
            "publish-no-kid",
            "publish-no-alg",
            "publish-no-use",
            "publish-one-key",
        ];
        check(&[X], &names);
        let two = [named(X, "a"), named(P256, "a").replace("EdDSA", "ES256")];
        let [one, other] = &two;
        check(&[one, other], &["publish-kid-twice", "publish-overlap"]);
        check(&[one, one], &["publish-twice", "publish-one-key"]);
        let fine = other.replace(r#""kid":"a""#, r#""kid":"b""#);
        check(&[one, &fine], &["publish-ok", "publish-overlap"]);
        check(&[&one.replace("sig", "enc")], &["publish-no-signing-key"]);
        let wrong = ["publish-alg-differs", "publish-one-key"];
        for alg in ["ES384", "RS256", "none", "es256"] {
            check(&[&fine.replace("ES256", alg)], &wrong);
        }
        let both = format!(r#"{fine},"key_ops":["encrypt"]"#);
        check(&[&both], &["key-jwk-use-and-operations", "publish-one-key"]);
        check(
            &["\"kty\":\"EC\""],
            &["key-jwk-missing-member", "publish-no-signing-key"],
        );
    }

    #[test]
    fn private_halves_and_secrets_stay_out() {
        let private = format!("{},{D}", named(X, "a"));
        let names = ["publish-ok", "publish-private-left-out", "publish-one-key"];
        let published = check(&[&private], &names);
        assert!(!published.jwks.contains("\"d\""), "{}", published.jwks);
        assert_eq!(published.count, 1);
        let secret = check(
            &[r#""kty":"oct","k":"c2VjcmV0","kid":"s""#],
            &["publish-secret", "publish-no-signing-key"],
        );
        assert_eq!((secret.jwks.as_str(), secret.count), (r#"{"keys":[]}"#, 0));
    }

    #[test]
    fn members_that_a_jwk_does_not_have_do_not_get_out() {
        let odd = format!(r#"{},"note":"c2VjcmV0","D":"x","oth":[]"#, named(X, "a"));
        let names = ["publish-ok", "publish-members-left-out", "publish-one-key"];
        let published = check(&[&odd], &names);
        for name in ["note", "\"D\"", "oth"] {
            assert!(!published.jwks.contains(name), "{}", published.jwks);
        }
    }

    #[test]
    fn a_certificate_and_its_address_stay_with_the_key() {
        let own = r#""x5u":"https://a.example/c.pem","x5t#S256":"AAAA","iat":1"#;
        let names = ["publish-ok", "publish-private-left-out", "publish-one-key"];
        let published = check(&[&format!("{},{D},{own}", named(X, "a"))], &names);
        for name in ["x5u", "x5t#S256", "iat"] {
            assert!(published.jwks.contains(name), "{}", published.jwks);
        }
    }
}
