//! The real tokens and keys that the product is measured by, and how to make a token that
//! nobody signed.

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::Value;
use xtask::workspace;

/// One minute after the tokens were issued; what each file calls `judge_at`.
pub const DURING: &str = "1767225660";

/// The secret that the workshop's services share.
///
/// # Errors
/// When the sample is not there.
pub fn secret() -> Result<String> {
    member(&json("workshop-tokens.json")?, "/secret")
}

/// A token of the workshop's services, by its name in the file.
///
/// # Errors
/// When there is none of that name.
pub fn workshop(name: &str) -> Result<String> {
    member(&json("workshop-tokens.json")?, &format!("/tokens/{name}"))
}

/// A Koppeltaal token, by its name in the file.
///
/// # Errors
/// When there is none of that name.
pub fn koppeltaal(name: &str) -> Result<String> {
    member(&json("koppeltaal-tokens.json")?, &format!("/tokens/{name}"))
}

/// One key of the Koppeltaal set, by its `alg`, as JSON.
///
/// # Errors
/// When there is none.
pub fn koppeltaal_jwk(alg: &str) -> Result<Value> {
    let set = json("koppeltaal-jwks.json")?;
    let keys = set.get("keys").and_then(Value::as_array);
    keys.into_iter()
        .flatten()
        .find(|key| key.get("alg").and_then(Value::as_str) == Some(alg))
        .cloned()
        .with_context(|| format!("the set has no {alg} key"))
}

/// A sample as it stands.
///
/// # Errors
/// When it is not there.
pub fn text(file: &str) -> Result<String> {
    read(&format!("tests/vectors/data/{file}"))
}

/// A file that only these tests have.
///
/// # Errors
/// When it is not there.
pub fn fixture(file: &str) -> Result<String> {
    read(&format!("tests/e2e/fixtures/{file}"))
}

/// A key of the tests of key containers.
///
/// # Errors
/// When it is not there.
pub fn container(file: &str) -> Result<String> {
    read(&format!("src/crypto/containers/fixtures/{file}"))
}

/// A Compact Serialization of these bytes; nobody signed it.
pub fn compact(header: &str, payload: &[u8], signature: &[u8]) -> String {
    let part = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
    format!(
        "{}.{}.{}",
        part(header.as_bytes()),
        part(payload),
        part(signature)
    )
}

/// The JSON text in a part of a token.
///
/// # Errors
/// When there is no such part, or it is not base64url or not UTF-8.
pub fn decoded(token: &str, part: usize) -> Result<String> {
    let text = token.split('.').nth(part).context("no such part")?;
    Ok(String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(text)?)?)
}

fn read(path: &str) -> Result<String> {
    std::fs::read_to_string(workspace::root().join(path))
        .with_context(|| format!("{path} could not be read"))
}

/// A sample that is JSON.
///
/// # Errors
/// When it is not there, or is none.
pub fn json(file: &str) -> Result<Value> {
    Ok(serde_json::from_str(&text(file)?)?)
}

fn member(document: &Value, pointer: &str) -> Result<String> {
    let found = document.pointer(pointer).and_then(Value::as_str);
    Ok(found
        .with_context(|| format!("there is no {pointer}"))?
        .to_string())
}
