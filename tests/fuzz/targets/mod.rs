//! One function a target: any bytes in, nothing out, a panic where something that must hold does
//! not. `ALL` lists them.

mod base64url;
mod batch;
mod claims;
mod compare;
mod diagnosis;
mod forged;
mod holds;
mod inflate;
mod json;
mod jwe;
mod jwks;
mod jws;
mod key_der;
mod keys;
mod link;
mod paste;
mod report;
mod sd_jwt;
mod sign;

use jwt_debugger::inspect::Family;

/// What stands between the pieces of an input that has several: no byte of UTF-8.
pub const SEAM: u8 = 0xff;

/// What a target starts from.
#[derive(Clone, Copy)]
#[allow(dead_code)]
pub enum Wants {
    /// Texts with tokens in them.
    Pastes,
    /// The bytes of the parts of each token of this family.
    Parts(Family),
    /// JSON texts.
    Json,
    /// Keys in every spelling.
    Keys,
    /// Keys in every spelling but JSON.
    Pem,
    /// JWKs and JWK Sets.
    Jwks,
    /// Keys as DER.
    Der,
    /// A paste, and a key.
    PasteAndKey,
    /// Two pastes.
    TwoPastes,
    /// What stands behind `#`.
    Links,
    /// What the target names itself.
    Nothing,
}

/// One target.
#[derive(Clone, Copy)]
#[allow(dead_code)]
pub struct Target {
    /// Its name, also that of its test.
    pub name: &'static str,
    /// What is tried.
    pub run: fn(&[u8]),
    /// What it starts from.
    pub wants: Wants,
    /// And from these.
    pub more: &'static [&'static str],
    /// There are at least so many seeds.
    pub least: usize,
}

const fn target(name: &'static str, run: fn(&[u8]), wants: Wants, least: usize) -> Target {
    Target {
        name,
        run,
        wants,
        more: &[],
        least,
    }
}

/// Every target.
pub const ALL: [Target; 20] = [
    target("base64url", base64url::run, Wants::Keys, 50),
    target("json", json::run, Wants::Json, 100),
    target("paste", paste::run, Wants::Pastes, 100),
    target("jws", jws::run, Wants::Parts(Family::Jws), 50),
    target("jwe", jwe::run, Wants::Parts(Family::Jwe), 20),
    Target {
        more: inflate::SEEDS,
        ..target("inflate", inflate::run, Wants::Nothing, 3)
    },
    target("sd_jwt", sd_jwt::run, Wants::Parts(Family::SdJwt), 5),
    Target {
        more: forged::SEEDS,
        ..target("forged", forged::run, Wants::Nothing, 4)
    },
    target("claims", claims::run, Wants::Parts(Family::Jws), 50),
    Target {
        more: keys::TEXTS,
        ..target("key_text", keys::text, Wants::Keys, 50)
    },
    target("key_pem", keys::pem, Wants::Pem, 20),
    target("key_jwk", keys::jwk, Wants::Jwks, 50),
    target("key_der", key_der::run, Wants::Der, 20),
    Target {
        more: jwks::SEEDS,
        ..target("jwks", jwks::run, Wants::Jwks, 50)
    },
    Target {
        more: link::SEEDS,
        ..target("link", link::run, Wants::Links, 50)
    },
    target("compare", compare::run, Wants::TwoPastes, 50),
    target("sign", sign::run, Wants::Parts(Family::Jws), 50),
    Target {
        more: batch::SEEDS,
        ..target("batch", batch::run, Wants::Nothing, 3)
    },
    target("diagnosis", diagnosis::run, Wants::PasteAndKey, 50),
    target("report", report::run, Wants::PasteAndKey, 50),
];

/// The text in `bytes`; what is not UTF-8 is replaced, as the browser does.
fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// The pieces between the seams; `N` of them, the last with all that is left.
fn pieces<const N: usize>(bytes: &[u8]) -> [&[u8]; N] {
    let mut pieces = [&[][..]; N];
    let cut = bytes.splitn(N, |byte| *byte == SEAM);
    for (place, piece) in pieces.iter_mut().zip(cut) {
        *place = piece;
    }
    pieces
}
