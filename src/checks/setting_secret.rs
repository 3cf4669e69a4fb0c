//! The secret, or the private key, came from a settings file: fine on the machine of someone who
//! develops, too open for production, where files are copied, logged and put under version control.
//! Spec: RFC 7517 §9.2: private and symmetric keys must be protected from disclosure. Which store
//! does that is practice.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;

pub(super) const CHECK: Check = Check {
    code: "secret-in-settings",
    severity: Severity::Info,
    clause: "RFC 7517 §9.2",
    certainty: Certainty::Known,
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let key = subject.key.filter(|key| key.is_private || key.kty == "oct");
    let setting = key.and_then(|key| key.setting.as_deref());
    setting
        .map(|name| Finding::anywhere().with("name", name))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, key, token};
    use super::CHECK;
    use crate::keys::facts::KeyFacts;

    fn found(kty: &str, is_private: bool, setting: Option<&str>) -> usize {
        let key = KeyFacts {
            is_private,
            setting: setting.map(str::to_owned),
            ..key(kty, 2048)
        };
        findings(&CHECK, &token("{}", "{}", b""), Some(&key)).len()
    }

    #[test]
    fn a_secret_or_private_key_of_a_settings_file_is_told() {
        assert_eq!(found("oct", true, Some("JWT_SECRET")), 1);
        assert_eq!(found("RSA", true, Some("Jwt:PrivateKey")), 1);
    }

    #[test]
    fn a_public_key_a_bare_secret_and_no_key_are_not() {
        assert_eq!(found("RSA", false, Some("JWT_PUBLIC_KEY")), 0);
        assert_eq!(found("oct", true, None), 0);
        assert!(findings(&CHECK, &token("{}", "{}", b""), None).is_empty());
    }
}
