//! What key the person wants, as the controls of the Keys screen have it; plain, so that it is
//! tested on the host.

use crate::calendar;
use crate::jose::algorithms::{Curve, SIGNATURE_ALGORITHMS, Scheme};
use crate::jose::encryption_algorithms::{KEY_MANAGEMENT_ALGORITHMS, KeyManagement};
use crate::jose::key_spec::{KeySpec, key_specs};
use crate::keys::making::{Naming, NewKey, Purpose, SecretForm};

/// The controls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyChoice {
    /// `alg`
    pub alg: String,
    /// Bits, where there are sizes to choose from.
    pub size: u32,
    /// Curve, where there are several.
    pub curve: Curve,
    /// How a secret comes about.
    pub secret: SecretForm,
    /// Whether the JWK has `alg`.
    pub names_alg: bool,
    /// `use`, `key_ops` or neither.
    pub purpose: Purpose,
    /// How `kid` comes about.
    pub naming: NamingChoice,
    /// The name, where it is the person's own.
    pub own_name: String,
}

/// How `kid` comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum NamingChoice {
    /// JWK Thumbprint; random for a secret.
    #[default]
    Thumbprint,
    /// The moment at which it is made.
    Time,
    /// The person's own.
    Own,
    /// None.
    Unnamed,
}

impl KeyChoice {
    /// The first choice for an algorithm.
    pub fn of(alg: &str) -> KeyChoice {
        let mut choice = KeyChoice {
            alg: String::new(),
            size: 0,
            curve: Curve::P256,
            secret: SecretForm::Bytes,
            names_alg: true,
            purpose: Purpose::Use,
            naming: NamingChoice::Thumbprint,
            own_name: String::new(),
        };
        choice.set_alg(alg);
        choice
    }

    /// A key like one that is there, for the same algorithm.
    pub fn like(alg: &str, bits: u32, curve: Option<&str>) -> KeyChoice {
        let mut choice = KeyChoice::of(alg);
        choice.size = bits;
        choice.curve = curve.and_then(Curve::from_name).unwrap_or(choice.curve);
        choice
    }

    /// Another algorithm, with the size and curve that are its first choice.
    pub fn set_alg(&mut self, alg: &str) {
        alg.clone_into(&mut self.alg);
        self.size = self.sizes().first().copied().unwrap_or(0);
        self.curve = self.curves().first().copied().unwrap_or(Curve::P256);
    }

    /// Sizes to choose from, first choice first; empty where the algorithm fixes it.
    pub fn sizes(&self) -> Vec<u32> {
        let specs = key_specs(&self.alg).into_iter();
        specs
            .filter_map(|spec| match spec {
                KeySpec::Oct(bits) | KeySpec::Rsa(bits) => Some(bits),
                KeySpec::Curve(_) | KeySpec::MlDsa(_) => None,
            })
            .collect()
    }

    /// Curves to choose from, first choice first; empty where the algorithm has none.
    pub fn curves(&self) -> Vec<Curve> {
        let specs = key_specs(&self.alg).into_iter();
        specs
            .filter_map(|spec| match spec {
                KeySpec::Curve(curve) => Some(curve),
                _ => None,
            })
            .collect()
    }

    /// Whether it is a symmetric key that may be text: of an exact size, as AES wants it, it is
    /// bytes.
    pub fn may_be_text(&self) -> bool {
        let is_hmac = self.alg.starts_with("HS");
        is_hmac || self.alg.starts_with("PBES2")
    }

    /// Whether it is a symmetric key.
    pub fn is_secret(&self) -> bool {
        matches!(self.spec(), Some(KeySpec::Oct(_)))
    }

    /// Whether it is to have a name of the person's own, and there is none yet.
    pub fn lacks_name(&self) -> bool {
        self.naming == NamingChoice::Own && self.own_name.trim().is_empty()
    }

    /// Whether making it takes long.
    pub fn is_rsa(&self) -> bool {
        matches!(self.spec(), Some(KeySpec::Rsa(_)))
    }

    /// The key that is meant.
    pub fn spec(&self) -> Option<KeySpec> {
        let specs = key_specs(&self.alg);
        let meant = specs.iter().find(|spec| match spec {
            KeySpec::Oct(bits) | KeySpec::Rsa(bits) => *bits == self.size,
            KeySpec::Curve(curve) => *curve == self.curve,
            KeySpec::MlDsa(_) => true,
        });
        meant.or(specs.first()).copied()
    }

    /// The wish, made at `now`.
    pub fn wish(&self, now: i64) -> Option<NewKey> {
        Some(NewKey {
            alg: self.alg.clone(),
            spec: self.spec()?,
            secret: match self.may_be_text() {
                true => self.secret,
                false => SecretForm::Bytes,
            },
            names_alg: self.names_alg,
            purpose: self.purpose,
            naming: match self.naming {
                NamingChoice::Thumbprint => Naming::Thumbprint,
                NamingChoice::Time => Naming::Given(calendar::utc(now)),
                NamingChoice::Own if self.own_name.is_empty() => Naming::Unnamed,
                NamingChoice::Own => Naming::Given(self.own_name.clone()),
                NamingChoice::Unnamed => Naming::Unnamed,
            },
        })
    }
}

/// The algorithms in groups: the key of the group's name, and `alg` names in the order of their
/// tables.
pub fn groups() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut groups: Vec<(&'static str, Vec<&'static str>)> = Vec::new();
    let signing = SIGNATURE_ALGORITHMS.iter().map(|row| {
        let group = match row.scheme {
            Scheme::Hmac(_) => "key-group-hmac",
            Scheme::RsaPkcs1(_) | Scheme::RsaPss(_) => "key-group-rsa",
            Scheme::Ecdsa(..) => "key-group-ecdsa",
            Scheme::EdDsa | Scheme::EdDsaOn(_) => "key-group-eddsa",
            Scheme::MlDsa(_) => "key-group-ml-dsa",
        };
        (group, row.name)
    });
    let encrypting = KEY_MANAGEMENT_ALGORITHMS.iter().map(|row| {
        let group = match row.management {
            KeyManagement::Rsa15 | KeyManagement::RsaOaep(_) => "key-group-encrypt-rsa",
            KeyManagement::EcdhEs(_) => "key-group-encrypt-ecdh",
            KeyManagement::Pbes2(..) => "key-group-encrypt-password",
            KeyManagement::Direct | KeyManagement::AesKw(_) | KeyManagement::AesGcmKw(_) => {
                "key-group-encrypt-secret"
            }
        };
        (group, row.name)
    });
    for (group, name) in signing.chain(encrypting) {
        match groups.iter_mut().find(|(other, _)| *other == group) {
            Some((_, names)) => names.push(name),
            None => groups.push((group, vec![name])),
        }
    }
    groups
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_algorithm_stands_in_one_group_and_has_a_key() {
        let mut count = 0;
        for name in groups().into_iter().flat_map(|(_, names)| names) {
            let choice = KeyChoice::of(name);
            assert_eq!(choice.spec(), key_specs(name).first().copied(), "{name}");
            count += 1;
        }
        assert_eq!(
            count,
            SIGNATURE_ALGORITHMS.len() + KEY_MANAGEMENT_ALGORITHMS.len()
        );
        assert_eq!(KeyChoice::of("none").wish(0), None);
    }

    #[test]
    fn another_algorithm_forgets_the_size_and_the_curve_of_the_one_before() {
        let mut choice = KeyChoice::of("RS256");
        choice.size = 4096;
        assert_eq!(choice.spec(), Some(KeySpec::Rsa(4096)));
        choice.set_alg("HS512");
        assert_eq!(choice.spec(), Some(KeySpec::Oct(512)));
        choice.set_alg("ECDH-ES");
        choice.curve = Curve::X25519;
        assert_eq!(choice.spec(), Some(KeySpec::Curve(Curve::X25519)));
        choice.set_alg("EdDSA");
        assert_eq!(choice.spec(), Some(KeySpec::Curve(Curve::Ed25519)));
        choice.set_alg("ES512");
        assert_eq!(choice.spec(), Some(KeySpec::Curve(Curve::P521)));
    }

    #[test]
    fn a_size_that_the_algorithm_does_not_have_is_not_asked_for() {
        let mut choice = KeyChoice::of("RS256");
        choice.size = 512;
        assert_eq!(choice.spec(), Some(KeySpec::Rsa(2048)));
    }

    #[test]
    fn only_what_may_be_text_is_text() {
        for (alg, is_text) in [
            ("HS256", true),
            ("PBES2-HS256+A128KW", true),
            ("A128KW", false),
            ("dir", false),
        ] {
            let mut choice = KeyChoice::of(alg);
            choice.secret = SecretForm::Words;
            let secret = choice.wish(0).unwrap().secret;
            assert_eq!(secret == SecretForm::Words, is_text, "{alg}");
        }
    }

    #[test]
    fn names() {
        let mut choice = KeyChoice::of("ES256");
        let mut named = |naming, own: &str| {
            choice.naming = naming;
            own.clone_into(&mut choice.own_name);
            choice.wish(1_767_225_660).unwrap().naming
        };
        assert_eq!(named(NamingChoice::Own, "a"), Naming::Given("a".to_owned()));
        assert_eq!(named(NamingChoice::Own, ""), Naming::Unnamed);
        assert_eq!(named(NamingChoice::Thumbprint, "a"), Naming::Thumbprint);
        let Naming::Given(time) = named(NamingChoice::Time, "a") else {
            unreachable!("a time is a name");
        };
        assert!(time.starts_with("2026-01-01"), "{time}");
    }
}
