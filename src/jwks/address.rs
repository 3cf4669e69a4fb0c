//! From one field to URLs: the URL of an issuer, of its metadata, or of its JWK Set.
//!
//! ```text
//! issuer    https://host/path
//! OpenID    https://host/path/.well-known/openid-configuration          (Discovery §4)
//! OAuth     https://host/.well-known/oauth-authorization-server/path    (RFC 8414 §3)
//! both      https://host/.well-known/openid-configuration/path          (RFC 8414 §5)
//! ```

use crate::diagnostic::Diagnostic;

/// A URL that can be fetched on a click.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The exact URL.
    pub url: String,
    /// What is expected there.
    pub document: Document,
    /// How it was found.
    pub form: Form,
    /// The issuer that the metadata must name; empty where it is not known.
    pub issuer: String,
}

/// What stands at a URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// A JWK Set.
    JwkSet,
    /// An issuer's metadata, which name its JWK Set.
    Metadata,
}

/// How a URL was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As it was typed.
    AsGiven,
    /// `/.well-known/openid-configuration` behind the issuer.
    OpenIdConnect,
    /// `/.well-known/oauth-authorization-server` between host and path.
    OAuth,
    /// `/.well-known/openid-configuration` between host and path.
    OpenIdConnectInserted,
}

const OPENID: &str = "/.well-known/openid-configuration";
const OAUTH: &str = "/.well-known/oauth-authorization-server";

/// The URLs to offer for what was typed, the likeliest first; or why it is no such URL.
pub fn candidates(text: &str) -> Result<Vec<Candidate>, Diagnostic> {
    let text = text.trim();
    let url = Url::read(text)?;
    let given = |document, issuer: String| Candidate {
        url: text.to_owned(),
        document,
        form: Form::AsGiven,
        issuer,
    };
    for well_known in [OPENID, OAUTH] {
        if let Some((before, after)) = url.path.split_once(well_known) {
            let issuer = format!("{}{before}{after}", url.origin);
            return Ok(vec![given(Document::Metadata, issuer)]);
        }
    }
    if url.is_jwk_set() {
        return Ok(vec![given(Document::JwkSet, String::new())]);
    }
    if !url.rest.is_empty() {
        // An issuer has neither query nor fragment; a JWK Set's URL may have a query.
        return Ok(vec![given(Document::JwkSet, String::new())]);
    }
    let path = url.path.trim_end_matches('/');
    let found = |form, url: String| Candidate {
        url,
        document: Document::Metadata,
        form,
        issuer: text.to_owned(),
    };
    let origin = url.origin;
    let mut all = vec![
        found(Form::OpenIdConnect, format!("{origin}{path}{OPENID}")),
        found(Form::OAuth, format!("{origin}{OAUTH}{path}")),
    ];
    if !path.is_empty() {
        all.push(found(
            Form::OpenIdConnectInserted,
            format!("{origin}{OPENID}{path}"),
        ));
    }
    all.push(given(Document::JwkSet, String::new()));
    Ok(all)
}

/// The one of [`candidates`] that a plain click fetches: what was typed, unless that is an issuer
/// and nothing else. `iss` is that of the token.
pub fn likeliest(text: &str, iss: &str) -> Result<Candidate, Diagnostic> {
    let mut all = candidates(text)?;
    let bare = |text: &str| text.trim().trim_end_matches('/').to_owned();
    let host = bare(text);
    let is_host = host
        .split_once("://")
        .is_some_and(|(_, after)| !after.contains('/'));
    let is_issuer = is_host || (!iss.is_empty() && host == bare(iss));
    let at = match is_issuer {
        true => 0,
        false => all.len().saturating_sub(1),
    };
    Ok(all.swap_remove(at))
}

/// A command that fetches `url` where the browser may not, for a person to run.
pub fn curl(url: &str) -> String {
    // Inside single quotes a shell changes nothing; a quote itself is put between two such texts.
    let quoted = url.replace('\'', r"'\''");
    format!("curl -sSL '{quoted}'")
}

/// The pieces of a URL that matter here.
struct Url<'a> {
    /// Scheme and authority.
    origin: &'a str,
    /// From the first slash.
    path: &'a str,
    /// Query and fragment.
    rest: &'a str,
}

impl<'a> Url<'a> {
    fn read(text: &'a str) -> Result<Self, Diagnostic> {
        let (scheme, after) = text
            .split_once("://")
            .ok_or_else(|| Diagnostic::warning("jwks-address-no-url"))?;
        let end = after.find(['/', '?', '#']).unwrap_or(after.len());
        let (authority, _) = after.split_at_checked(end).unwrap_or((after, ""));
        if authority.is_empty() || text.contains(|c: char| c.is_whitespace() || c.is_control()) {
            return Err(Diagnostic::warning("jwks-address-no-url"));
        }
        if authority.contains('@') {
            return Err(Diagnostic::warning("jwks-address-credentials"));
        }
        let is_https = scheme.eq_ignore_ascii_case("https");
        let is_own = scheme.eq_ignore_ascii_case("http") && is_local(authority);
        if !is_https && !is_own {
            return Err(Diagnostic::warning("jwks-address-not-https").with("scheme", scheme));
        }
        let start = scheme.len().saturating_add("://".len()).saturating_add(end);
        let (origin, behind) = text.split_at_checked(start).unwrap_or((text, ""));
        let at = behind.find(['?', '#']).unwrap_or(behind.len());
        let (path, rest) = behind.split_at_checked(at).unwrap_or((behind, ""));
        Ok(Url { origin, path, rest })
    }

    /// What the last step of a JWK Set's path is called everywhere.
    fn is_jwk_set(&self) -> bool {
        let last = self.path.trim_end_matches('/').rsplit('/').next();
        let last = last.unwrap_or_default().to_ascii_lowercase();
        let names = ["jwks", "jwk", "keys", "certs", "jwks_uri"];
        last.ends_with(".json") || names.contains(&last.as_str()) || last.starts_with("jwks")
    }
}

/// A machine's own names, for which plain http is no risk.
fn is_local(authority: &str) -> bool {
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    host == "localhost" || host.ends_with(".localhost") || host == "::1" || host.starts_with("127.")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[track_caller]
    fn gives(text: &str, expected: &[(&str, Document, Form)]) {
        let found = candidates(text).unwrap();
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.url.as_str(), one.document, one.form))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn an_issuer_without_a_path() {
        for text in [
            "https://a.example",
            "https://a.example/",
            " https://a.example\n",
        ] {
            gives(
                text,
                &[
                    (
                        "https://a.example/.well-known/openid-configuration",
                        Document::Metadata,
                        Form::OpenIdConnect,
                    ),
                    (
                        "https://a.example/.well-known/oauth-authorization-server",
                        Document::Metadata,
                        Form::OAuth,
                    ),
                    (text.trim(), Document::JwkSet, Form::AsGiven),
                ],
            );
        }
    }

    /// RFC 8414 §3.1 and §5.
    #[test]
    fn an_issuer_with_a_path_has_it_behind_or_before() {
        gives(
            "https://example.com/issuer1",
            &[
                (
                    "https://example.com/issuer1/.well-known/openid-configuration",
                    Document::Metadata,
                    Form::OpenIdConnect,
                ),
                (
                    "https://example.com/.well-known/oauth-authorization-server/issuer1",
                    Document::Metadata,
                    Form::OAuth,
                ),
                (
                    "https://example.com/.well-known/openid-configuration/issuer1",
                    Document::Metadata,
                    Form::OpenIdConnectInserted,
                ),
                (
                    "https://example.com/issuer1",
                    Document::JwkSet,
                    Form::AsGiven,
                ),
            ],
        );
    }

    #[test]
    fn metadata_and_sets_are_taken_as_they_are() {
        for url in [
            "https://a.example/t/.well-known/openid-configuration",
            "https://a.example/.well-known/oauth-authorization-server/t",
            "http://localhost:8080/.well-known/openid-configuration",
        ] {
            gives(url, &[(url, Document::Metadata, Form::AsGiven)]);
        }
        for url in [
            "https://a.example/.well-known/jwks.json",
            "https://a.example/oauth2/v3/certs",
            "https://a.example/discovery/v2.0/keys",
            "https://a.example/JWKS",
            "https://a.example/x?appid=1",
            "http://127.0.0.1:3000/jwks",
            "http://[::1]/jwks",
        ] {
            gives(url, &[(url, Document::JwkSet, Form::AsGiven)]);
        }
    }

    #[test]
    fn a_plain_click_fetches_what_was_typed_unless_that_is_an_issuer() {
        let url = |text: &str, iss: &str| likeliest(text, iss).unwrap().url;
        for text in [
            "https://a.example/t",
            "https://a.example/jwks",
            "https://a.example/t?x=1",
            "https://a.example/.well-known/openid-configuration",
        ] {
            assert_eq!(url(text, ""), text);
        }
        assert_eq!(
            url("https://a.example/t/", "https://a.example/t"),
            "https://a.example/t/.well-known/openid-configuration"
        );
        for host in ["https://a.example", "https://a.example/"] {
            assert_eq!(
                url(host, "https://b.example"),
                "https://a.example/.well-known/openid-configuration"
            );
        }
        assert!(likeliest("a.example", "").is_err());
    }

    #[test]
    fn the_issuer_that_metadata_must_name() {
        for (text, issuer) in [
            ("https://a.example/t/", "https://a.example/t/"),
            (
                "https://a.example/t/.well-known/openid-configuration",
                "https://a.example/t",
            ),
            (
                "https://a.example/.well-known/oauth-authorization-server/t",
                "https://a.example/t",
            ),
        ] {
            assert_eq!(candidates(text).unwrap()[0].issuer, issuer);
        }
    }

    #[test]
    fn what_is_no_url_to_fetch() {
        for (text, code) in [
            ("", "jwks-address-no-url"),
            ("a.example", "jwks-address-no-url"),
            ("https://", "jwks-address-no-url"),
            ("https:///jwks", "jwks-address-no-url"),
            ("https://a.example/a b", "jwks-address-no-url"),
            ("http://a.example/jwks", "jwks-address-not-https"),
            ("http://localhost.a.example/jwks", "jwks-address-not-https"),
            ("file:///etc/passwd", "jwks-address-no-url"),
            ("javascript://a", "jwks-address-not-https"),
            (
                "https://me:secret@a.example/jwks",
                "jwks-address-credentials",
            ),
        ] {
            assert_eq!(candidates(text).unwrap_err().code, code, "{text}");
        }
    }

    #[test]
    fn a_command_that_no_shell_takes_apart() {
        assert_eq!(
            curl("https://a.example/k?a=$(id)&b='x'"),
            r"curl -sSL 'https://a.example/k?a=$(id)&b='\''x'\'''"
        );
    }
}
