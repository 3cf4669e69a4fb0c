//! The key in the box is the Content Encryption Key itself, and not the key that it was encrypted
//! with. Spec: RFC 7516 §2 (Content Encryption Key).

use super::case::{Case, Cause, Kind, Trial};
use crate::diagnostic::Diagnostic;
use crate::jose::encryption_algorithms::{KeyManagement, key_management_algorithm};

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "jwe-content-key-given",
    kind: Kind::Change(directly),
};

fn directly(case: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    let said = case.alg().map(|alg| alg.management);
    let is_said = trial.alg.map(|alg| alg.management) == said;
    let is_direct = said == Some(KeyManagement::Direct) || !is_said;
    let Some(direct) = key_management_algorithm("dir").filter(|_| !is_direct) else {
        return Vec::new();
    };
    let step = Diagnostic::info("jwe-content-key-given");
    let given = trial.with(step, |next| {
        next.alg = Some(*direct);
        next.encrypted_key = [].into();
        next.is_beyond_boxes = true;
    });
    vec![given]
}

#[cfg(test)]
mod tests {
    use crate::base64url::encode;
    use crate::diagnosis::encryption::tests::{
        AES, RSA, content_key_of, made, opens_without_fix, proposes_nothing,
    };

    #[test]
    fn the_key_of_the_content() {
        for (alg, key) in [("A128KW", AES), ("RSA-OAEP-256", RSA)] {
            let token = made(alg, "A256GCM", key);
            let content_key = content_key_of(&token, key);
            let jwk = format!(r#"{{"kty":"oct","k":"{}"}}"#, encode(&content_key));
            opens_without_fix(&token, &jwk, "jwe-content-key-given");
            let other = jwk.replacen("\"k\":\"", "\"k\":\"A", 1);
            proposes_nothing(&token, &other);
        }
    }
}
