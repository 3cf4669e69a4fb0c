//! The browser's own cryptography, where it is faster than ours: RSA key generation. It exists in
//! secure contexts only (https, localhost, `file://`).
//! Spec: Web Cryptography API §20.

use crate::secret::Secret;
use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CryptoKey, CryptoKeyPair, SubtleCrypto};

/// Whether this page has it.
pub fn exists() -> bool {
    subtle().is_some()
}

/// Makes an RSA key of this many bits, with the exponent 65537, beside the page, then calls `done`
/// with it as a private JWK; `None` when the browser would not.
pub fn make_rsa(bits: u32, done: impl FnOnce(Option<Secret<String>>) + 'static) {
    spawn_local(async move { done(rsa(bits).await.ok()) });
}

async fn rsa(bits: u32) -> Result<Secret<String>, JsValue> {
    let subtle = subtle().ok_or("no WebCrypto")?;
    let algorithm = Object::new();
    let exponent = Uint8Array::from([1, 0, 1].as_slice());
    for (name, value) in [
        ("name", JsValue::from_str("RSASSA-PKCS1-v1_5")),
        ("hash", JsValue::from_str("SHA-256")),
        ("modulusLength", JsValue::from(bits)),
        ("publicExponent", exponent.into()),
    ] {
        Reflect::set(&algorithm, &name.into(), &value)?;
    }
    let usages = Array::of2(&"sign".into(), &"verify".into());
    let promise = subtle.generate_key_with_object(&algorithm, true, &usages)?;
    let pair: CryptoKeyPair = JsFuture::from(promise).await?.unchecked_into();
    let private: CryptoKey = pair.get_private_key();
    let jwk = JsFuture::from(subtle.export_key("jwk", &private)?).await?;
    let text = JSON::stringify(&jwk)?.as_string().ok_or("no text")?;
    Ok(Secret::new(text))
}

fn subtle() -> Option<SubtleCrypto> {
    let crypto = web_sys::window()?.crypto().ok()?;
    // Absent outside secure contexts, where the binding would hand out `undefined`.
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok()?;
    subtle.is_object().then(|| subtle.unchecked_into())
}
