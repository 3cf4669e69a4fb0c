//! The secret has another length than the algorithm needs, and whoever encrypted made it fit: cut
//! it off, or filled it up with zero bytes.

use super::case::{Case, Cause, Kind, Trial};
use crate::diagnosis::KeyChange;
use crate::diagnostic::Diagnostic;
use crate::keys::Material;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-key-fitted",
    kind: Kind::Change(fit),
};

fn fit(_: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    let Some((length, _)) = trial.shared_key_len() else {
        return Vec::new();
    };
    let secrets = trial.keys.iter().filter_map(|key| match &key.material {
        Material::Oct(secret) if secret.expose().len() != length => Some(secret.expose()),
        _ => None,
    });
    secrets
        .map(|secret| {
            let code = match secret.len() > length {
                true => Diagnostic::info("jwe-key-cut"),
                false => Diagnostic::info("jwe-key-filled"),
            };
            let mut key = secret.clone();
            key.resize(length, 0);
            trial.with(code.with("count", length), |next| {
                next.keys = vec![KeyChange::bytes(key)];
                next.text = None;
                next.key_changed = true;
            })
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use crate::base64url::encode;
    use crate::diagnosis::encryption::tests::{made, opens};

    #[test]
    fn cut_off_or_filled_up() {
        let jwk = |bytes: &[u8]| format!(r#"{{"kty":"oct","k":"{}"}}"#, encode(bytes));
        let secret = "a secret that has more bytes than 32";
        let token = made("dir", "A256GCM", &jwk(&secret.as_bytes()[..32]));
        opens(&token, secret, "jwe-key-cut");
        let mut filled = b"short".to_vec();
        filled.resize(16, 0);
        let token = made("A128KW", "A128GCM", &jwk(&filled));
        opens(&token, "short", "jwe-key-filled");
    }
}
