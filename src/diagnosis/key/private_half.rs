//! The private half of the given key belongs to another public key than stands beside it.

use crate::crypto;
use crate::diagnosis::{Case, Cause, KeyChange, Kind, Said};
use crate::diagnostic::Diagnostic;
use crate::keys::{Material, SecretReading, public_jwk};
use crate::secret::Secret;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "key-private-half",
    kind: Kind::Key(derived),
};

fn derived(case: &Case<'_>) -> Vec<Said<KeyChange>> {
    case.reading
        .keys
        .iter()
        .filter_map(|key| public_of(&key.material))
        .map(|material| {
            let set = Some((Secret::new(public_jwk(&material)), SecretReading::Utf8));
            (
                KeyChange { material, set },
                Diagnostic::info("key-private-half"),
            )
        })
        .collect()
}

fn public_of(material: &Material) -> Option<Material> {
    match material {
        Material::Ec {
            curve, d: Some(d), ..
        } => {
            let (x, y) = crypto::ec_public(*curve, d.expose()).ok()?;
            Some(Material::Ec {
                curve: *curve,
                x,
                y,
                d: None,
            })
        }
        Material::Okp {
            curve, d: Some(d), ..
        } => Some(Material::Okp {
            curve: *curve,
            x: crypto::okp_public(*curve, d.expose()).ok()?,
            d: None,
        }),
        Material::Rsa {
            e,
            private: Some(private),
            ..
        } => Some(Material::Rsa {
            n: crypto::rsa_modulus(private.p.expose(), private.q.expose()),
            e: e.clone(),
            private: None,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::tests::{P256_OTHER, P256_PRIVATE_D, es256, finds};

    #[test]
    fn halves_of_two_keys() {
        let mixed = P256_OTHER.replace('}', &format!(r#","d":"{P256_PRIVATE_D}"}}"#));
        finds(&es256(r#"{"alg":"ES256"}"#), &mixed, "key-private-half");
    }
}
