//! Which names look like those of a secret or key, and how much.

/// Words that make a name secret-like.
const LIKE: [&str; 36] = [
    "secret",
    "secrets",
    "key",
    "signing",
    "jwt",
    "jws",
    "jwk",
    "jwks",
    "token",
    "password",
    "passwd",
    "passphrase",
    "pass",
    "pwd",
    "pw",
    "hmac",
    "pem",
    "cert",
    "certificate",
    "apikey",
    "secretkey",
    "signingkey",
    "privatekey",
    "publickey",
    "jwtkey",
    "jwtsecret",
    "tokenkey",
    "tokensecret",
    "authkey",
    "authsecret",
    "hmackey",
    "masterkey",
    "sharedkey",
    "sharedsecret",
    "securitykey",
    "appsecret",
];

/// Words that say that the value is about a secret or token, and is none.
const UNLIKE: [&str; 58] = [
    "issuer",
    "iss",
    "audience",
    "aud",
    "expires",
    "expire",
    "expiry",
    "expiration",
    "exp",
    "lifetime",
    "ttl",
    "minutes",
    "seconds",
    "hours",
    "days",
    "duration",
    "timeout",
    "id",
    "ids",
    "kid",
    "alg",
    "algorithm",
    "algorithms",
    "type",
    "url",
    "uri",
    "endpoint",
    "path",
    "file",
    "filename",
    "host",
    "port",
    "name",
    "user",
    "username",
    "header",
    "cookie",
    "enabled",
    "enable",
    "validate",
    "length",
    "size",
    "realm",
    "scheme",
    "prefix",
    "leeway",
    "skew",
    "bits",
    "version",
    "rotation",
    "format",
    "encoding",
    "location",
    "dir",
    "directory",
    "required",
    "require",
    "scope",
];

/// Words that tie a secret to tokens.
const TOKEN_WORDS: [&str; 13] = [
    "jwt",
    "jws",
    "jose",
    "jwk",
    "jwks",
    "signing",
    "sign",
    "hmac",
    "token",
    "bearer",
    "auth",
    "jwtsettings",
    "jwtsecret",
];

/// Words that name the secret itself, as against what it is for.
const SECRET_WORDS: [&str; 20] = [
    "secret",
    "secrets",
    "key",
    "signing",
    "secretkey",
    "signingkey",
    "privatekey",
    "publickey",
    "jwtkey",
    "jwtsecret",
    "tokenkey",
    "tokensecret",
    "authkey",
    "authsecret",
    "hmackey",
    "sharedkey",
    "sharedsecret",
    "securitykey",
    "appsecret",
    "hmac",
];

/// A name is at most this long; random base64 is longer.
const LONGEST: usize = 80;

pub(super) fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ':' | '-')
}

pub(super) fn is_name(name: &str) -> bool {
    name.len() <= LONGEST
        && name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(is_name_char)
}

/// `JwtSettings__SecretSigningKey`, `JwtSettings:SecretSigningKey` and `jwt.secret` are nested
/// names: .NET's and Spring's ways to write a path in one name.
pub(super) fn split_path(name: &str) -> Vec<String> {
    name.split("__")
        .flat_map(|part| part.split(':'))
        .flat_map(|part| part.split('.'))
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// How secret-like a path is: 3 for the secret of tokens, 2 for a secret or key, 1 for a
/// password or a bare `jwt`; `None` when the name is not secret-like.
pub(super) fn rank(path: &[String]) -> Option<u8> {
    let leaf = words(path.last()?);
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    if leaf.iter().any(|word| is(&UNLIKE, word)) || !leaf.iter().any(|word| is(&LIKE, word)) {
        return None;
    }
    let secret = leaf.iter().any(|word| is(&SECRET_WORDS, word));
    let of_tokens = path
        .iter()
        .flat_map(|name| words(name))
        .any(|word| is(&TOKEN_WORDS, &word));
    Some(match (secret, of_tokens) {
        (true, true) => 3,
        (true, false) => 2,
        (false, _) => 1,
    })
}

/// `SecretSigningKey`, `SECRET_SIGNING_KEY`, `secret-signing-key`: secret, signing, key.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![String::new()];
    let mut previous_lower = false;
    for c in name.chars() {
        let boundary = !c.is_ascii_alphanumeric() || (c.is_ascii_uppercase() && previous_lower);
        if boundary && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if c.is_ascii_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.push(c.to_ascii_lowercase());
        }
        previous_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: Option<u8>) {
        assert_eq!(rank(&split_path(name)), expected, "{name}");
    }

    #[test]
    fn ranks() {
        check("JwtSettings__SecretSigningKey", Some(3));
        check("JWT_SECRET", Some(3));
        check("jwt.secret", Some(3));
        check("Jwt:Key", Some(3));
        check("SECRET_KEY", Some(2));
        check("APP_SECRET", Some(2));
        check("API_KEY", Some(2));
        check("AppSettings:Token", Some(1));
        check("DB_PASSWORD", Some(1));
        check("DB_HOST", None);
        check("Jwt:Issuer", None);
        check("monkey", None);
        check("Authorization", None);
        check("SecretKeyPath", None);
    }

    #[test]
    fn random_base64_is_no_name() {
        assert!(!is_name("9c2VjcmV0"));
        assert!(!is_name("c2Vj+key/"));
        assert!(!is_name(""));
        assert!(!is_name(&"key".repeat(40)));
    }
}
