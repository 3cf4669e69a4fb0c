//! An issuer's metadata: whom they speak of and where the keys are.
//! Spec: OpenID Connect Discovery 1.0 §3 and §4.3, RFC 8414 §2 and §3.3.

use super::address::candidates;
use crate::diagnostic::Diagnostic;
use crate::json::{self, Kind};

/// What metadata say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discovery {
    /// `issuer`, exactly.
    pub issuer: String,
    /// `jwks_uri`, exactly.
    pub jwks_uri: String,
    /// What is odd about them.
    pub warnings: Vec<Diagnostic>,
}

/// Reads metadata. `expected` is the issuer whose URL was asked, `iss` that of the token; an
/// empty text is not compared. Metadata of another issuer than `iss` say nothing of its keys.
pub fn read_discovery(text: &str, expected: &str, iss: &str) -> Result<Discovery, Diagnostic> {
    let document = json::parse(text.trim_start_matches('\u{feff}').as_bytes().to_vec());
    let root = document
        .object()
        .filter(|_| document.faults().is_empty())
        .ok_or_else(|| Diagnostic::danger("jwks-metadata-unreadable"))?;
    let text_of = |name: &'static str| {
        let value = root.get(name).filter(|value| value.kind() == Kind::String);
        let text = value.and_then(|value| value.text());
        text.map(|text| text.into_owned())
            .ok_or_else(|| Diagnostic::danger("jwks-metadata-missing").with("member", name))
    };
    let issuer = text_of("issuer")?;
    let jwks_uri = text_of("jwks_uri")?;
    let mut warnings = Vec::new();
    if !iss.is_empty() && issuer != iss {
        if !iss.contains("://") {
            // An issuer that can be discovered is a URL; this token names itself in another way.
            let other = Diagnostic::warning("jwks-iss-no-url").with("issuer", issuer.as_str());
            warnings.push(other.with("iss", iss));
        } else if is_template_of(&issuer, iss) {
            let template = Diagnostic::warning("jwks-issuer-template");
            warnings.push(template.with("issuer", issuer.as_str()));
        } else {
            return Err(Diagnostic::danger("jwks-issuer-differs")
                .with("issuer", issuer)
                .with("iss", iss));
        }
    }
    let bare = |text: &str| text.trim_end_matches('/').to_owned();
    if !expected.is_empty() && issuer != expected {
        let code = if bare(&issuer) == bare(expected) {
            "jwks-issuer-slash"
        } else {
            "jwks-issuer-elsewhere"
        };
        let warning = Diagnostic::warning(code).with("issuer", issuer.as_str());
        warnings.push(warning.with("expected", expected));
    }
    candidates(&jwks_uri)?;
    if host(&jwks_uri) != host(&issuer) {
        let warning = Diagnostic::info("jwks-other-host");
        warnings.push(warning.with("url", jwks_uri.as_str()));
    }
    Ok(Discovery {
        issuer,
        jwks_uri,
        warnings,
    })
}

/// Microsoft's metadata for all tenants have a placeholder in their issuer.
fn is_template_of(issuer: &str, iss: &str) -> bool {
    let Some((before, after)) = issuer.split_once("{tenantid}") else {
        return false;
    };
    let tenant = iss
        .strip_prefix(before)
        .and_then(|rest| rest.strip_suffix(after));
    tenant.is_some_and(|tenant| {
        let is_uuid = |c: char| c.is_ascii_hexdigit() || c == '-';
        tenant.len() == 36 && tenant.chars().all(is_uuid)
    })
}

fn host(url: &str) -> &str {
    let after = url.split_once("://").map_or(url, |(_, after)| after);
    after.split(['/', '?', '#']).next().unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const ISSUER: &str = "https://a.example/t";
    const METADATA: &str =
        r#"{"issuer":"https://a.example/t","jwks_uri":"https://a.example/t/jwks"}"#;

    fn codes(text: &str, expected: &str, iss: &str) -> Vec<String> {
        let warnings = read_discovery(text, expected, iss).unwrap().warnings;
        warnings.iter().map(|line| line.code.to_string()).collect()
    }

    #[track_caller]
    fn refuses(text: &str, iss: &str, code: &str) {
        let refused = read_discovery(text, ISSUER, iss).unwrap_err();
        assert_eq!(refused.code, code, "{text}");
    }

    #[test]
    fn metadata_of_the_right_issuer() {
        let found = read_discovery(METADATA, ISSUER, ISSUER).unwrap();
        assert_eq!(found.jwks_uri, "https://a.example/t/jwks");
        assert_eq!(found.warnings, []);
        assert_eq!(codes(METADATA, "", ""), [""; 0]);
    }

    #[test]
    fn metadata_of_another_issuer_say_nothing_of_its_keys() {
        for iss in [
            "https://b.example/t",
            "https://a.example/t/",
            "https://A.example/t",
        ] {
            refuses(METADATA, iss, "jwks-issuer-differs");
        }
    }

    #[test]
    fn a_token_whose_iss_is_no_url() {
        assert_eq!(codes(METADATA, ISSUER, "my-client"), ["jwks-iss-no-url"]);
    }

    #[test]
    fn the_url_that_was_asked_and_the_one_that_answers() {
        assert_eq!(
            codes(METADATA, "https://a.example/t/", ISSUER),
            ["jwks-issuer-slash"]
        );
        assert_eq!(
            codes(METADATA, "https://b.example", ISSUER),
            ["jwks-issuer-elsewhere"]
        );
        let elsewhere = METADATA.replace("a.example/t/jwks", "cdn.example/jwks");
        assert_eq!(codes(&elsewhere, ISSUER, ISSUER), ["jwks-other-host"]);
    }

    #[test]
    fn the_placeholder_of_a_provider_with_tenants() {
        let metadata = r#"{"issuer":"https://login.example/{tenantid}/v2.0","jwks_uri":"https://login.example/keys"}"#;
        let iss = "https://login.example/11111111-2222-3333-4444-555555555555/v2.0";
        assert_eq!(codes(metadata, "", iss), ["jwks-issuer-template"]);
        for iss in [
            "https://login.example/x/v2.0",
            "https://login.example/v2.0",
            "https://b",
        ] {
            let refused = read_discovery(metadata, "", iss).unwrap_err();
            assert_eq!(refused.code, "jwks-issuer-differs");
        }
    }

    #[test]
    fn what_is_no_metadata() {
        for text in ["", "<html>", "[]", "{", "null"] {
            refuses(text, ISSUER, "jwks-metadata-unreadable");
        }
        refuses("{}", ISSUER, "jwks-metadata-missing");
        refuses(
            r#"{"issuer":"https://a.example/t"}"#,
            ISSUER,
            "jwks-metadata-missing",
        );
        refuses(
            r#"{"issuer":7,"jwks_uri":"https://a"}"#,
            ISSUER,
            "jwks-metadata-missing",
        );
        let plain = METADATA.replace("https://a.example/t/jwks", "http://a.example/jwks");
        refuses(&plain, ISSUER, "jwks-address-not-https");
    }
}
