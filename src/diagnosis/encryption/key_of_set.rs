//! Another key of the set opens it than the one that `kid`, certificate or `use` point at.

use super::case::{Case, Cause, Kind, Trial};
use crate::diagnosis::KeyChange;
use crate::diagnostic::Diagnostic;
use crate::json;
use crate::keys::{Key, SecretReading};
use crate::secret::Secret;

/// See the file.
pub const CAUSE: Cause = Cause {
    code: "key-other-of-set",
    kind: Kind::Change(others),
};

fn others(case: &Case<'_>, trial: &Trial) -> Vec<Trial> {
    if trial.key_changed {
        return Vec::new();
    }
    let keys = case.reading.keys.iter();
    keys.filter(|key| case.is_left_out(key.facts.index))
        .map(|key| {
            let number = key.facts.index.saturating_add(1);
            let step = Diagnostic::info("key-other-of-set")
                .with("kid", key.facts.kid.as_deref().unwrap_or_default())
                .with("number", number)
                .with("key", key.facts.label());
            trial.with(step, |next| {
                next.keys = vec![KeyChange {
                    material: key.material.clone(),
                    set: text_of(case, key),
                }];
                next.text = None;
                next.key_changed = true;
            })
        })
        .collect()
}

/// The key alone, as it stands in the set that was given: its private half comes along.
fn text_of(case: &Case<'_>, key: &Key) -> Option<(Secret<String>, SecretReading)> {
    let text = case.question.key.text.expose();
    let document = json::parse(text.trim().as_bytes().to_vec());
    let root = document.root()?;
    let list = root.get("keys").unwrap_or(root);
    let jwk = list.items().nth(key.facts.index)?;
    let text = Secret::new(jwk.raw_text().into_owned());
    Some((text, SecretReading::Utf8))
}

#[cfg(test)]
mod tests {
    use crate::diagnosis::encryption::tests::{
        EC, EC_OTHER, finds_certain, finds_nothing, made_with, opens,
    };

    fn set(keys: &[(&str, &str)]) -> String {
        let keys: Vec<String> = keys
            .iter()
            .map(|(jwk, members)| jwk.replace('}', &format!(",{members}}}")))
            .collect();
        format!(r#"{{"keys":[{}]}}"#, keys.join(","))
    }

    #[test]
    fn the_kid_or_the_use_points_elsewhere() {
        let token = made_with("ECDH-ES", "A128GCM", r#","kid":"a""#, EC);
        let absent = set(&[(EC_OTHER, r#""kid":"b""#), (EC, r#""kid":"c""#)]);
        opens(&token, &absent, "key-other-of-set");
        let wrong = set(&[(EC_OTHER, r#""kid":"a""#), (EC, r#""kid":"c""#)]);
        opens(&token, &wrong, "key-other-of-set");
        let token = made_with("ECDH-ES", "A128GCM", "", EC);
        let used = set(&[(EC_OTHER, r#""use":"enc""#), (EC, r#""use":"sig""#)]);
        opens(&token, &used, "key-other-of-set");
    }

    #[test]
    fn no_key_of_the_set_opens_it() {
        let token = made_with("ECDH-ES", "A128GCM", r#","kid":"a""#, EC);
        let absent = set(&[(EC_OTHER, r#""kid":"b""#)]);
        finds_certain(&token, &absent, "jwe-kid-absent");
        finds_nothing(&token, &set(&[(EC_OTHER, r#""kid":"a""#)]));
    }
}
