//! A second opinion on a signature: the browser's own cryptography, which shares no code with
//! the page's worker.

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::Page;

/// The verification key.
#[derive(Debug, Clone, Copy)]
pub enum Opinion<'a> {
    /// The bytes of a secret as text.
    Secret(&'a str),
    /// SubjectPublicKeyInfo as PEM.
    Spki(&'a str),
}

const VERIFY: &str = "
    const [token, alg, secret, pem, done] = arguments;
    const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
    const part = text => bytes(text.replaceAll('-', '+').replaceAll('_', '/'));
    const hash = `SHA-${alg.slice(2)}`;
    const [importAs, verifyAs] = {
        HS: [{ name: 'HMAC', hash }, 'HMAC'],
        RS: [{ name: 'RSASSA-PKCS1-v1_5', hash }, 'RSASSA-PKCS1-v1_5'],
        PS: [{ name: 'RSA-PSS', hash }, { name: 'RSA-PSS', saltLength: Number(alg.slice(2)) / 8 }],
        ES: [{ name: 'ECDSA', namedCurve: `P-${alg.slice(2)}` }, { name: 'ECDSA', hash }],
        Ed: [{ name: 'Ed25519' }, 'Ed25519'],
    }[alg.slice(0, 2)];
    (async () => {
        const key = secret !== null
            ? await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), importAs, false, ['verify'])
            : await crypto.subtle.importKey('spki', bytes(pem.replace(/-----[^-]*-----|\\s/g, '')), importAs, false, ['verify']);
        const [header, payload, signature] = token.split('.');
        return crypto.subtle.verify(verifyAs, key, part(signature), new TextEncoder().encode(`${header}.${payload}`));
    })().then(done, error => done(String(error)));";

impl Page {
    /// The browser's own cryptography says that a token's signature holds.
    ///
    /// # Errors
    /// When it says that it does not, or cannot say.
    pub async fn browser_agrees(&self, token: &str, alg: &str, key: Opinion<'_>) -> Result<()> {
        let (secret, pem) = match key {
            Opinion::Secret(secret) => (json!(secret), Value::Null),
            Opinion::Spki(pem) => (Value::Null, json!(pem)),
        };
        let said = self
            .client()
            .execute_async(VERIFY, vec![json!(token), json!(alg), secret, pem])
            .await?;
        if said != Value::Bool(true) {
            bail!("the browser says of {alg}: {said}\n{token}");
        }
        Ok(())
    }
}
