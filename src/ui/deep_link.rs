//! What the address may bring: a screen, a token, a public key, the URL of a JWK Set. It stands
//! in the fragment, which browsers do not send; the page reads it once and removes it.

use super::exercise_set::BEFORE;

/// A fragment, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fragment {
    /// `#/sign` and the like; the first screen for everything unknown.
    Screen(Screen),
    /// Something to inspect.
    Link(Link),
    /// An exercise set, as it was written.
    Set(String),
}

/// A screen of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Screen {
    /// `#/inspect`
    #[default]
    Inspect,
    /// `#/sign`
    Sign,
    /// `#/keys`
    Keys,
    /// `#/learn`
    Learn,
    /// `#/self-test`, which is no part of the navigation.
    SelfTest,
}

impl Screen {
    /// The screens of the navigation, in its order.
    pub const ALL: [Screen; 4] = [Screen::Inspect, Screen::Sign, Screen::Keys, Screen::Learn];

    /// The fragment that shows it.
    pub const fn fragment(self) -> &'static str {
        match self {
            Screen::Inspect => "#/inspect",
            Screen::Sign => "#/sign",
            Screen::Keys => "#/keys",
            Screen::Learn => "#/learn",
            Screen::SelfTest => "#/self-test",
        }
    }

    /// The key of its name.
    pub const fn word(self) -> &'static str {
        match self {
            Screen::Inspect => "nav-inspect",
            Screen::Sign => "nav-sign",
            Screen::Keys => "nav-keys",
            Screen::Learn => "nav-learn",
            Screen::SelfTest => "nav-self-test",
        }
    }
}

/// What a deep link brought.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Link {
    /// `token`, `id_token` and `access_token`, in the order in which they stand.
    pub tokens: Vec<String>,
    /// `key`, when it is public.
    pub key: Option<String>,
    /// Why `key` was left out.
    pub refused: Option<Refused>,
    /// `jwks`: fills the field, fetches nothing.
    pub jwks: Option<String>,
}

/// Why a key from an address is not taken: who opens a link did not choose its secret, and an
/// address with a secret in it has been in a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A JWK or PEM with its private half.
    Private,
    /// A symmetric key, or text that may be one.
    Secret,
}

/// Reads `location.hash`, with or without its `#`.
pub fn read(hash: &str) -> Fragment {
    let text = hash.strip_prefix('#').unwrap_or(hash);
    if let Some(path) = text.strip_prefix('/') {
        let name = path.split(['/', '?', '&']).next().unwrap_or_default();
        return Fragment::Screen(match name {
            "sign" => Screen::Sign,
            "keys" => Screen::Keys,
            "learn" => Screen::Learn,
            "self-test" => Screen::SelfTest,
            _ => Screen::Inspect,
        });
    }
    if let Some(set) = text.strip_prefix(BEFORE) {
        return Fragment::Set(set.to_owned());
    }
    let mut link = Link::default();
    for pair in text.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        if value.is_empty() {
            continue;
        }
        match name {
            "token" | "id_token" | "access_token" => link.tokens.push(percent_decode(value)),
            "key" => match public_only(percent_decode(&spaces(value))) {
                Ok(key) => link.key = Some(key),
                Err(refused) => link.refused = Some(refused),
            },
            "jwks" => link.jwks = Some(percent_decode(value)),
            _ => {}
        }
    }
    if link == Link::default() {
        return Fragment::Screen(Screen::Inspect);
    }
    Fragment::Link(link)
}

/// Form encoding writes a space as `+`, which PEM uses as a digit too; its label tells which.
fn spaces(value: &str) -> String {
    if value.contains("BEGIN+") {
        value.replace('+', " ")
    } else {
        value.to_owned()
    }
}

/// The key, unless it is private or secret.
pub fn public_only(key: String) -> Result<String, Refused> {
    let trimmed = key.trim_start();
    if trimmed.starts_with('{') || trimmed.starts_with('[') {
        return public_jwk(key);
    }
    if key.contains("PRIVATE KEY-----") {
        return Err(Refused::Private);
    }
    if is_public_pem(trimmed) {
        return Ok(key);
    }
    Err(Refused::Secret)
}

/// Blocks of public keys and certificates and nothing else: what stands beside them may be a
/// secret, as in a whole file of settings.
fn is_public_pem(text: &str) -> bool {
    let mut rest = text.trim();
    loop {
        let block = rest
            .strip_prefix("-----BEGIN ")
            .and_then(|rest| rest.split_once("-----"))
            .and_then(|(label, rest)| {
                let (body, rest) = rest.split_once("-----END ")?;
                Some((
                    label,
                    body,
                    rest.strip_prefix(label)?.strip_prefix("-----")?,
                ))
            });
        let Some((label, body, after)) = block else {
            return false;
        };
        let is_public = label == "CERTIFICATE" || label.ends_with("PUBLIC KEY");
        // A line break is written as `\n` in settings.
        let is_base64 = |byte: u8| {
            byte.is_ascii_alphanumeric()
                || byte.is_ascii_whitespace()
                || matches!(byte, b'+' | b'/' | b'=' | b'\\')
        };
        if !is_public || !body.bytes().all(is_base64) {
            return false;
        }
        rest = after.trim_start();
        if rest.is_empty() {
            return true;
        }
    }
}

/// What a public key or a set of them may say of itself: RFC 7517 §4 and §5, RFC 7518 §6, RFC 8037
/// §2, the IANA registry's `pub`, the moments of OpenID Federation, and what large issuers add.
const PUBLIC_NAMES: [&str; 21] = [
    "keys",
    "kty",
    "use",
    "key_ops",
    "alg",
    "kid",
    "x5u",
    "x5c",
    "x5t",
    "x5t#S256",
    "crv",
    "x",
    "y",
    "n",
    "e",
    "pub",
    "iat",
    "nbf",
    "exp",
    "issuer",
    "cloud_instance_name",
];

/// Looks at every member of every object: a private member is refused wherever it stands, and so
/// is one that nobody knows, for it may be a secret.
fn public_jwk(key: String) -> Result<String, Refused> {
    let document = crate::json::parse(key.as_bytes().to_vec());
    if !document.faults().is_empty() {
        return Err(Refused::Secret);
    }
    let mut open: Vec<_> = document.root().into_iter().collect();
    let mut is_key = false;
    while let Some(value) = open.pop() {
        for (name, member) in value.members() {
            let text = member.text();
            match (name.text().as_deref(), text.as_deref()) {
                (Some("kty"), Some("oct")) | (Some("k"), _) => return Err(Refused::Secret),
                (Some("d" | "p" | "q" | "dp" | "dq" | "qi" | "oth" | "priv"), _) => {
                    return Err(Refused::Private);
                }
                (Some("kty"), Some(_)) => is_key = true,
                (Some(name), _) if PUBLIC_NAMES.contains(&name) => {}
                _ => return Err(Refused::Secret),
            }
            open.push(member);
        }
        open.extend(value.items());
    }
    if is_key {
        Ok(key)
    } else {
        Err(Refused::Secret)
    }
}

/// Percent-decoding; what is not an escape stays as it is, invalid UTF-8 becomes U+FFFD.
fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let escape = match (first, tail) {
            (b'%', [high, low, after @ ..]) => hex(*high)
                .zip(hex(*low))
                .map(|(high, low)| (high << 4 | low, after)),
            _ => None,
        };
        let (byte, after) = escape.unwrap_or((*first, tail));
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(hash: &str) -> Link {
        match read(hash) {
            Fragment::Link(link) => link,
            Fragment::Screen(_) | Fragment::Set(_) => Link::default(),
        }
    }

    #[test]
    fn screens_have_their_fragment_and_unknown_ones_start_at_the_beginning() {
        for screen in Screen::ALL.into_iter().chain([Screen::SelfTest]) {
            assert_eq!(read(screen.fragment()), Fragment::Screen(screen));
        }
        for hash in ["", "#", "#/", "#/nowhere", "#what", "#token=", "#key="] {
            assert_eq!(read(hash), Fragment::Screen(Screen::Inspect), "{hash}");
        }
    }

    #[test]
    fn a_set_is_handed_on_as_it_was_written() {
        assert_eq!(read("#set=eyJ"), Fragment::Set("eyJ".into()));
        assert_eq!(read("#set="), Fragment::Set(String::new()));
    }

    #[test]
    fn tokens_are_taken_in_order_and_percent_decoded() {
        let link = link("#id_token=a.b.c&state=x&access_token=d%2Ee%2Ef");
        assert_eq!(link.tokens, ["a.b.c", "d.e.f"]);
    }

    #[test]
    fn a_broken_escape_stays_as_it_was() {
        assert_eq!(link("#token=a%2").tokens, ["a%2"]);
        assert_eq!(link("#token=a%zz%").tokens, ["a%zz%"]);
        assert_eq!(link("#token=%ff").tokens, ["\u{fffd}"]);
    }

    #[test]
    fn a_public_key_is_taken() {
        let jwk = r#"{"kty":"EC","crv":"P-256","x":"a","y":"b"}"#;
        assert_eq!(
            link(&format!("#token=a&key={jwk}")).key.as_deref(),
            Some(jwk)
        );
        let set = format!(r#"{{"keys":[{jwk}]}}"#);
        assert_eq!(link(&format!("#key={set}")).key.as_deref(), Some(&*set));
        let pem = "#key=-----BEGIN+PUBLIC+KEY-----%0AMII%2Ba%0A-----END+PUBLIC+KEY-----";
        assert_eq!(
            link(pem).key.as_deref(),
            Some("-----BEGIN PUBLIC KEY-----\nMII+a\n-----END PUBLIC KEY-----")
        );
    }

    #[test]
    fn a_private_key_is_refused_wherever_it_stands() {
        for key in [
            r#"{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"c"}"#,
            r#"{"keys":[{"kty":"RSA","n":"a","e":"b"},{"kty":"RSA","n":"a","e":"b","d":"c"}]}"#,
            r#"{"kty":"RSA","\u0064":"c"}"#,
            r#"{"kty":"AKP","priv":"c"}"#,
            "-----BEGIN PRIVATE KEY-----%0AMIIB%0A-----END PRIVATE KEY-----",
            "-----BEGIN+EC+PRIVATE+KEY-----",
            "-----BEGIN PUBLIC KEY-----x-----BEGIN RSA PRIVATE KEY-----",
        ] {
            let link = link(&format!("#key={key}"));
            assert_eq!(
                (link.key, link.refused),
                (None, Some(Refused::Private)),
                "{key}"
            );
        }
    }

    #[test]
    fn a_secret_or_what_may_be_one_is_refused() {
        for key in [
            r#"{"kty":"oct","k":"c2VjcmV0"}"#,
            r#"{"k":"c2VjcmV0"}"#,
            r#"{"kty":"oct"}"#,
            r#"{"secret":"x"}"#,
            r#"{"kty":"EC""#,
            "hunter2",
            "SECRET=hunter2",
            "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A",
            r#"{"kty":"EC","crv":"P-256","x":"a","y":"b","clientSecret":"hunter2"}"#,
            r#"{"keys":[{"kty":"EC","crv":"P-256","x":"a","y":"b"}],"pin":1234}"#,
            "-----BEGIN PUBLIC KEY-----%0AMII=%0A-----END PUBLIC KEY-----%0ACLIENT_SECRET=hunter2",
            "-----BEGIN PUBLIC KEY-----%0AMII=%0ASECRET: x%0A-----END PUBLIC KEY-----",
            "-----BEGIN PUBLIC KEY-----%0AMII=%0A-----END CERTIFICATE-----",
            "-----BEGIN PUBLIC KEY-----%0AMII=",
        ] {
            let link = link(&format!("#key={key}"));
            assert_eq!(
                (link.key, link.refused),
                (None, Some(Refused::Secret)),
                "{key}"
            );
        }
    }

    #[test]
    fn a_jwk_set_address_is_kept_and_nothing_else_happens() {
        assert_eq!(
            link("#jwks=https%3A%2F%2Fexample.com%2Fjwks.json")
                .jwks
                .as_deref(),
            Some("https://example.com/jwks.json")
        );
    }
}
