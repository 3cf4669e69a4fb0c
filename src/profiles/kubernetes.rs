//! Kubernetes service account token, as a pod finds it in its file system.
//!
//! Spec: Kubernetes documentation, Managing Service Accounts, bound service account tokens.

use super::rule::{Want, claim, header};
use super::{Profile, Rule, Template, Unverified};
use crate::diagnostic::Diagnostic;

/// Bound to a pod and renewed by the kubelet.
pub(super) const PROFILE: Profile = Profile {
    id: "kubernetes",
    name: "profile-kubernetes",
    is_one,
    rules: &RULES,
    template: Template {
        header: r#"{
  "alg": "RS256",
  "kid": "test-key"
}"#,
        payload: r#"{
  "aud": ["https://kubernetes.default.svc"],
  "exp": @now+3607,
  "iat": @now,
  "nbf": @now,
  "iss": "https://kubernetes.default.svc",
  "kubernetes.io": {
    "namespace": "default",
    "serviceaccount": {
      "name": "default",
      "uid": "@id"
    }
  },
  "sub": "system:serviceaccount:default:default"
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    token.has("kubernetes.io") || token.text("sub").starts_with(SUBJECT)
}

const RULES: [Rule; 8] = [
    header("alg", Want::Asymmetric, CLAUSE),
    claim("iss", Want::Text, CLAUSE),
    claim("sub", Want::Begins(&[SUBJECT]), CLAUSE),
    claim("aud", Want::Audience, CLAUSE),
    claim("exp", Want::Number, CLAUSE),
    claim("kubernetes.io", Want::Object, CLAUSE),
    claim("kubernetes.io", Want::By(names_account), CLAUSE),
    claim("exp", Want::Lifetime(365 * 86_400), EXTENDED).when_present(),
];

const CLAUSE: &str = "Kubernetes (bound service account tokens)";
/// The kubelet asks for an hour; the API server may extend that for programs that do not read
/// their token anew.
const EXTENDED: &str = "Kubernetes (kube-apiserver, --service-account-extend-token-expiration)";
const SUBJECT: &str = "system:serviceaccount:";

/// `sub` and the object `kubernetes.io` name the same account.
fn names_account(token: &Unverified) -> Option<Diagnostic> {
    let bound = token.claim("kubernetes.io")?;
    let text = |value: Option<crate::json::Value>| {
        value
            .and_then(|v| v.text())
            .unwrap_or_default()
            .into_owned()
    };
    let namespace = text(bound.get("namespace"));
    let account = bound.get("serviceaccount");
    let name = text(account.and_then(|a| a.get("name")));
    let expected = format!("{SUBJECT}{namespace}:{name}");
    let sub = token.text("sub");
    (sub != expected).then(|| {
        Diagnostic::warning("profile-kubernetes-account")
            .with("found", sub.into_owned())
            .with("expected", expected)
    })
}

#[cfg(test)]
mod tests {
    use super::PROFILE;
    use crate::profiles::proof::proves;

    #[test]
    fn accepts_its_own_and_refuses_each_fault() {
        proves(
            &PROFILE,
            &[
                ("header", "alg", r#""none""#),
                ("payload", "iss", r#""#),
                ("payload", "sub", r#""default""#),
                ("payload", "aud", r#""#),
                ("payload", "exp", r#""#),
                ("payload", "kubernetes.io", r#""#),
                (
                    "payload",
                    "kubernetes.io",
                    r#"{"namespace":"other","serviceaccount":{"name":"default"}}"#,
                ),
                ("payload", "exp", r#"4102444800"#),
            ],
        );
    }
}
