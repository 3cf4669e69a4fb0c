//! DPoP proof: the sender of a request shows that it holds a key.
//!
//! Spec: RFC 9449 §4.2 and §4.3.

use super::rule::{Want, claim, header};
use super::{Profile, Rule, Template, Unverified};
use crate::diagnostic::{Diagnostic, Fact};

/// One proof for one request.
pub(super) const PROFILE: Profile = Profile {
    id: "dpop",
    name: "profile-dpop",
    is_one,
    rules: &RULES,
    template: Template {
        header: r#"{
  "typ": "dpop+jwt",
  "alg": "ES256",
  "jwk": @jwk
}"#,
        payload: r#"{
  "jti": "@id",
  "htm": "POST",
  "htu": "https://server.example/token",
  "iat": @now
}"#,
    },
};

fn is_one(token: &Unverified) -> bool {
    token.typ() == "dpop+jwt" || token.has("htm") && token.has("htu")
}

const RULES: [Rule; 10] = [
    header("typ", Want::MediaType(&["dpop+jwt"]), SYNTAX),
    header("alg", Want::Asymmetric, SYNTAX),
    header("jwk", Want::Object, SYNTAX),
    header("jwk", Want::By(jwk_is_public), SYNTAX),
    claim("jti", Want::Text, SYNTAX),
    claim("htm", Want::Text, SYNTAX),
    claim("htu", Want::Text, SYNTAX),
    claim("htu", Want::By(htu_is_bare), SYNTAX),
    claim("iat", Want::Number, SYNTAX),
    claim("iat", Want::By(is_fresh), "RFC 9449 §4.3").should(),
];

const SYNTAX: &str = "RFC 9449 §4.2";
/// RFC 9449 §11.1 leaves the window to the server: "seconds or minutes".
const WINDOW: i64 = 300;

/// Private members of every `kty` (RFC 7518 §6.2.2, §6.3.2 and §6.4, RFC 9964 §3).
const PRIVATE: [&str; 4] = ["d", "p", "k", "priv"];

fn jwk_is_public(token: &Unverified) -> Option<Diagnostic> {
    let jwk = token.header("jwk")?;
    let is_private = PRIVATE.iter().any(|name| jwk.get(name).is_some());
    is_private.then(|| Diagnostic::danger("profile-private-jwk"))
}

fn htu_is_bare(token: &Unverified) -> Option<Diagnostic> {
    let htu = token.text("htu");
    let extra = htu.contains(['?', '#']);
    extra.then(|| Diagnostic::warning("profile-dpop-htu").with("found", htu.into_owned()))
}

fn is_fresh(token: &Unverified) -> Option<Diagnostic> {
    let off = token.clock().saturating_sub(token.date("iat")?.floor);
    (off.saturating_abs() > WINDOW).then(|| {
        Diagnostic::info("profile-dpop-old").with("by", Fact::Seconds(off.saturating_abs()))
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
                ("header", "typ", r#""JWT""#),
                ("header", "alg", r#""HS256""#),
                ("header", "jwk", r#""#),
                ("header", "jwk", r#"{"kty":"EC","d":"AA"}"#),
                ("payload", "jti", r#""#),
                ("payload", "htm", r#""""#),
                ("payload", "htu", r#""#),
                ("payload", "htu", r#""https://server.example/token?a=b""#),
                ("payload", "iat", r#""#),
                ("payload", "iat", r#"1767220000"#),
            ],
        );
    }
}
