//! Faults made from good material: `opens` for what a change opens, `finds_certain` for the rest.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

use super::*;
use crate::base64url::{decode, encode};
use crate::crypto::jwe::{self, ContentKey, Parameters};
use crate::inspect::Family;
use crate::job::Draft;
use crate::jose::encryption_algorithms::{
    ContentEncryptionAlgorithm, KeyManagementAlgorithm, content_encryption_algorithm,
    key_management_algorithm,
};
use crate::keys::{KeyInput, Material, public_jwk};
use crate::secret::Secret;
use rand_chacha::ChaCha20Rng;
use rand_core::{RngCore, SeedableRng};

pub const AES: &str = r#"{"kty":"oct","k":"GawgguFyGrWKav7AX4VKUg"}"#;
pub const AES_256: &str = r#"{"kty":"oct","k":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"}"#;
pub const PASSWORD: &str = "a password of some length";
pub const RSA: &str = include_str!("../../crypto/containers/fixtures/rsa-pkcs8.pem");
pub const EC: &str = r#"{"kty":"EC","crv":"P-256","x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ","y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck","d":"VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw"}"#;
pub const EC_OTHER: &str = r#"{"kty":"EC","crv":"P-256","x":"gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0","y":"SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps","d":"0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo"}"#;

const PAYLOAD: &[u8] = br#"{"sub":"a"}"#;

fn key_box(text: &str) -> KeyInput {
    KeyInput {
        text: Secret::new(text.to_owned()),
        ..KeyInput::default()
    }
}

fn material(key: &str) -> Material {
    read_key(&key_box(key)).keys.remove(0).material
}

fn question(key: &str) -> Question {
    Question {
        key: key_box(key),
        ..Question::default()
    }
}

fn ask(paste: &str, question: &Question) -> Vec<Diagnosis> {
    crate::diagnosis::diagnose(&inspect(paste), question, &[], Budget::default())
}

/// The code alone, verified by opening; what is offered opens it.
#[track_caller]
fn check(paste: &str, question: &Question, code: &str) -> Diagnosis {
    let found = ask(paste, question);
    let codes: Vec<&str> = found.iter().map(Diagnosis::code).collect();
    assert_eq!(codes, [code], "{paste} {found:#?}");
    assert!(found[0].is_verified && !found[0].is_certain, "{found:#?}");
    assert_eq!(found[0].steps.len(), 1, "{found:#?}");
    let locale = crate::words::Locale::english();
    let said = found[0].sentence(|step| locale.say(step));
    assert!(
        said.starts_with("It opens when ") && !said.contains("{$"),
        "{said}"
    );
    found.into_iter().next().unwrap()
}

/// Makes the changes that are offered.
fn fixed(paste: &str, question: &Question, diagnosis: &Diagnosis) -> SignatureState {
    let (mut paste, mut question) = (paste.to_owned(), question.clone());
    for fix in &diagnosis.fixes {
        match fix {
            Fix::SetKey { text, reading } => {
                question.key.text = text.clone();
                question.key.reading = *reading;
            }
            Fix::SetPaste(text) => paste.clone_from(text),
        }
    }
    decrypt(&inspect(&paste), &question, Effort::Agreed)
        .verdict
        .state
}

#[track_caller]
pub fn opens(paste: &str, key: &str, code: &str) {
    let question = question(key);
    let diagnosis = check(paste, &question, code);
    assert!(!diagnosis.fixes.is_empty(), "{diagnosis:#?}");
    let state = fixed(paste, &question, &diagnosis);
    assert_eq!(state, SignatureState::Decrypted, "{diagnosis:#?}");
}

/// Two steps, in this order, with a change that opens it.
#[track_caller]
pub fn opens_two(paste: &str, key: &str, steps: [&str; 2]) {
    opens_steps(paste, key, &steps);
}

#[track_caller]
pub fn opens_steps(paste: &str, key: &str, steps: &[&str]) {
    let question = question(key);
    let found = ask(paste, &question);
    assert_eq!(found.len(), 1, "{paste} {key} {found:#?}");
    assert_eq!(found[0].codes(), steps, "{paste} {key} {found:#?}");
    assert!(found[0].is_verified && !found[0].fixes.is_empty());
    let locale = crate::words::Locale::english();
    let said = found[0].sentence(|step| locale.say(step));
    assert!(said.starts_with("It opens when "), "{said}");
    let state = fixed(paste, &question, &found[0]);
    assert_eq!(state, SignatureState::Decrypted, "{found:#?}");
}

/// Two steps, in this order, with nothing that can be set.
#[track_caller]
pub fn proves_two(paste: &str, key: &str, steps: [&str; 2]) {
    let found = ask(paste, &question(key));
    assert_eq!(found.len(), 1, "{paste} {key} {found:#?}");
    assert_eq!(found[0].codes(), steps, "{paste} {key} {found:#?}");
    assert!(found[0].is_verified && found[0].fixes.is_empty());
}

/// Nothing that opens it is proposed.
#[track_caller]
pub fn proposes_nothing(paste: &str, key: &str) {
    let found = ask(paste, &question(key));
    assert!(found.iter().all(|found| !found.is_verified), "{found:#?}");
}

#[track_caller]
pub fn opens_without_fix(paste: &str, key: &str, code: &str) {
    let diagnosis = check(paste, &question(key), code);
    assert_eq!(diagnosis.fixes, [], "{diagnosis:#?}");
}

/// The code alone, certain.
#[track_caller]
pub fn finds_certain(paste: &str, key: &str, code: &str) {
    let found = ask(paste, &question(key));
    let codes: Vec<&str> = found.iter().map(Diagnosis::code).collect();
    assert_eq!(codes, [code], "{paste} {key} {found:#?}");
    assert!(found[0].is_certain && !found[0].is_verified, "{found:#?}");
    let said = crate::words::Locale::english().say(&found[0].steps[0]);
    assert!(!said.contains("{$"), "{said}");
}

/// What was tried is said, and nothing is proposed.
#[track_caller]
pub fn finds_nothing(paste: &str, key: &str) {
    let found = ask(paste, &question(key));
    let codes: Vec<&str> = found.iter().map(Diagnosis::code).collect();
    assert_eq!(codes, ["diagnosis-nothing-opens"], "{paste} {found:#?}");
}

/// A token of `alg` and `enc` for `key`.
pub fn made(alg: &str, enc: &str, key: &str) -> String {
    made_with(alg, enc, "", key)
}

/// The same with more members in the header.
pub fn made_with(alg: &str, enc: &str, members: &str, key: &str) -> String {
    let count = if alg.starts_with("PBES2") {
        r#","p2c":1000"#
    } else {
        ""
    };
    let draft = Draft {
        header: format!(r#"{{"alg":"{alg}","enc":"{enc}"{count}{members}}}"#),
        payload: String::from_utf8(PAYLOAD.to_vec()).unwrap(),
        key: key_box(key),
        ..Draft::default()
    };
    crate::sign::sign(&draft, &mut ChaCha20Rng::from_seed([3; 32]))
        .unwrap()
        .token
}

fn rows(alg: &str, enc: &str) -> (KeyManagementAlgorithm, ContentEncryptionAlgorithm) {
    (
        *key_management_algorithm(alg).unwrap(),
        *content_encryption_algorithm(enc).unwrap(),
    )
}

/// Encrypts `payload` under `header`, which is authenticated as it is.
fn finish(
    header: &str,
    enc: &ContentEncryptionAlgorithm,
    key: &ContentKey,
    encrypted_key: &[u8],
    payload: &[u8],
) -> String {
    let iv = vec![7; enc.encryption.iv_len()];
    let aad = header.as_bytes();
    let (text, tag) = jwe::encrypt_content(enc.encryption, key, &iv, aad, payload).unwrap();
    let parts = [encrypted_key, &iv, &text, &tag].map(encode);
    format!("{header}.{}", parts.join("."))
}

/// The members that key management made.
fn members(parameters: &Parameters) -> String {
    let mut members = String::new();
    if let Some(epk) = &parameters.epk {
        members.push_str(&format!(r#","epk":{}"#, public_jwk(epk)));
    }
    for (name, value) in [("iv", &parameters.iv), ("tag", &parameters.tag)] {
        if let Some(value) = value {
            members.push_str(&format!(r#","{name}":"{}""#, encode(value)));
        }
    }
    members
}

/// The header says `says`, and the token is made with other rows.
fn seal(
    says: (&str, &str),
    more: &str,
    alg: &KeyManagementAlgorithm,
    enc: &ContentEncryptionAlgorithm,
    key: &str,
    given: Parameters,
    rng: &mut (impl RngCore + rand_core::CryptoRng),
) -> String {
    let sealed = jwe::seal_key(alg, enc, &material(key), given, rng).unwrap();
    let (says_alg, says_enc) = says;
    let made = members(&sealed.parameters);
    let header = format!(r#"{{"alg":"{says_alg}","enc":"{says_enc}"{more}{made}}}"#);
    let header = encode(header.as_bytes());
    finish(&header, enc, &sealed.key, &sealed.encrypted_key, PAYLOAD)
}

fn rng() -> ChaCha20Rng {
    ChaCha20Rng::from_seed([5; 32])
}

/// Says one pair of algorithms and uses another.
pub fn sealed_as(says: &str, says_enc: &str, alg: &str, enc: &str, key: &str) -> String {
    let (alg, enc) = rows(alg, enc);
    let given = Parameters::default();
    seal((says, says_enc), "", &alg, &enc, key, given, &mut rng())
}

/// ECDH-ES with another name in the Concat KDF.
pub fn sealed_for(alg: &str, enc: &str, name: &'static str, key: &str) -> String {
    let (mut alg_row, mut enc_row) = rows(alg, enc);
    match alg {
        "ECDH-ES" => enc_row.name = name,
        _ => alg_row.name = name,
    }
    let given = Parameters::default();
    seal((alg, enc), "", &alg_row, &enc_row, key, given, &mut rng())
}

/// ECDH-ES with other party information than its `members` stand for.
pub fn sealed_with(
    alg: &str,
    enc: &str,
    members: &str,
    key: &str,
    change: impl Fn(&mut Parameters),
) -> String {
    let (alg_row, enc_row) = rows(alg, enc);
    let mut given = Parameters::default();
    change(&mut given);
    let more = format!(",{members}");
    seal(
        (alg, enc),
        &more,
        &alg_row,
        &enc_row,
        key,
        given,
        &mut rng(),
    )
}

/// A password token whose salt is the letters that `text` in the header stands for itself.
pub fn sealed_with_salt_of_letters() -> String {
    let name = "PBES2-HS256+A128KW";
    let (alg, enc) = rows(name, "A128GCM");
    let given = Parameters {
        p2c: Some(1000),
        ..Parameters::default()
    };
    let more = format!(r#","p2c":1000,"p2s":"{}""#, "a".repeat(16));
    seal(
        (name, "A128GCM"),
        &more,
        &alg,
        &enc,
        PASSWORD,
        given,
        &mut Letters,
    )
}

/// Random bytes that are all the letter a.
struct Letters;

impl RngCore for Letters {
    fn next_u32(&mut self) -> u32 {
        0x6161_6161
    }
    fn next_u64(&mut self) -> u64 {
        0x6161_6161_6161_6161
    }
    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        bytes.fill(b'a');
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), rand_core::Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

impl rand_core::CryptoRng for Letters {}

/// A `dir` token with this header and these bytes as its content.
pub fn sealed_content(header: &str, payload: &[u8], key: &str) -> String {
    let Material::Oct(shared) = material(key) else {
        panic!("a shared key");
    };
    let enc = content_encryption_algorithm("A128GCM").unwrap();
    finish(&encode(header.as_bytes()), enc, &shared, b"", payload)
}

/// The Content Encryption Key of a token.
pub fn content_key_of(token: &str, key: &str) -> Vec<u8> {
    let inspection = inspect(token);
    let header = JoseHeader::of(&inspection.tokens[0], 0);
    let (alg, enc) = rows(&header.alg().unwrap(), &header.enc().unwrap());
    let parameters = crate::decrypt::read_parameters(&header).unwrap();
    let encrypted = decode(token.split('.').nth(1).unwrap()).unwrap();
    let opened = jwe::open_key(&alg, &enc, &material(key), &parameters, &encrypted, 10_000);
    opened.unwrap().expose().clone()
}

/// A `dir` token with A128GCM that authenticates `data` and not its header.
pub fn sealed_with_data(header: &str, data: &[u8], key: &str) -> String {
    let Material::Oct(shared) = material(key) else {
        panic!("a shared key");
    };
    let enc = content_encryption_algorithm("A128GCM").unwrap();
    let iv = vec![7; enc.encryption.iv_len()];
    let sealed = jwe::encrypt_content(enc.encryption, &shared, &iv, data, PAYLOAD);
    let (text, tag) = sealed.unwrap();
    let parts = [&[][..], &iv, &text, &tag].map(encode);
    format!("{}.{}", encode(header.as_bytes()), parts.join("."))
}

/// The same token for another text of its header, with the content encrypted anew.
pub fn reseal_text(token: &str, key: &str, change: impl Fn(&str) -> String) -> String {
    let inspection = inspect(token);
    let header = JoseHeader::of(&inspection.tokens[0], 0);
    let (alg, enc) = rows(&header.alg().unwrap(), &header.enc().unwrap());
    let parameters = crate::decrypt::read_parameters(&header).unwrap();
    let parts: Vec<&str> = token.split('.').collect();
    let encrypted = decode(parts[1]).unwrap();
    let opened = jwe::open_key(&alg, &enc, &material(key), &parameters, &encrypted, 10_000);
    finish(
        &change(parts[0]),
        &enc,
        &opened.unwrap(),
        &encrypted,
        PAYLOAD,
    )
}

/// The same token for another header.
pub fn reseal(token: &str, key: &str, change: impl Fn(&str) -> String) -> String {
    reseal_text(token, key, |header| {
        let text = String::from_utf8(decode(header).unwrap()).unwrap();
        encode(change(&text).as_bytes())
    })
}

/// The header edited after encrypting.
pub fn rename(token: &str, from: &str, to: &str) -> String {
    let (header, rest) = token.split_once('.').unwrap();
    let text = String::from_utf8(decode(header).unwrap()).unwrap();
    assert!(text.contains(from));
    format!("{}.{rest}", encode(text.replace(from, to).as_bytes()))
}

/// One byte of a part changed.
pub fn changed(token: &str, part: usize) -> String {
    let mut parts: Vec<String> = token.split('.').map(str::to_owned).collect();
    let mut bytes = decode(&parts[part]).unwrap();
    bytes[0] ^= 1;
    parts[part] = encode(&bytes);
    parts.join(".")
}

/// Initialization Vector, ciphertext, tag.
pub fn parts_of(token: &str) -> [Vec<u8>; 3] {
    let parts: Vec<&str> = token.split('.').collect();
    [parts[2], parts[3], parts[4]].map(|part| decode(part).unwrap())
}

/// The Flattened JSON Serialization.
pub fn as_json(token: &str) -> String {
    let parts: Vec<&str> = token.split('.').collect();
    format!(
        r#"{{"protected":"{}","encrypted_key":"{}","iv":"{}","ciphertext":"{}","tag":"{}"}}"#,
        parts[0], parts[1], parts[2], parts[3], parts[4]
    )
}

/// A `dir` token in JSON with additional data that is authenticated as it stands.
pub fn with_aad(token: &str, key: &str, aad: &str) -> String {
    let (header, _) = token.split_once('.').unwrap();
    let sealed = reseal_text(token, key, |header| format!("{header}.{aad}"));
    let parts: Vec<&str> = sealed.rsplitn(4, '.').collect();
    let (tag, text, iv) = (parts[0], parts[1], parts[2]);
    format!(
        r#"{{"protected":"{header}","aad":"{aad}","iv":"{iv}","ciphertext":"{text}","tag":"{tag}"}}"#
    )
}

/// The public half as a JWK.
pub fn public(key: &str) -> String {
    public_jwk(&material(key))
}

#[test]
fn the_password_was_pasted_otherwise() {
    let base64 = "YSBwYXNzd29yZCBvZiBzb21lIGxlbmd0aA==";
    let token = made("PBES2-HS256+A128KW", "A128GCM", PASSWORD);
    for (given, code) in [
        ("a password of some length\n", "secret-trailing-newline"),
        (" a password of some length", "secret-white-space"),
        ("'a password of some length'", "secret-quotes"),
        (base64, "secret-read-base64"),
        (
            "a%20password%20of%20some%20length",
            "secret-percent-encoded",
        ),
    ] {
        opens(&token, given, code);
    }
    let encoded = made("PBES2-HS512+A256KW", "A256CBC-HS512", base64);
    opens(&encoded, PASSWORD, "secret-encoded-again");
}

#[test]
fn a_shared_key_was_pasted_otherwise() {
    let hex = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    for (alg, enc) in [
        ("dir", "A256GCM"),
        ("A256KW", "A128GCM"),
        ("A256GCMKW", "A128GCM"),
    ] {
        let token = made(alg, enc, AES_256);
        opens(&token, hex, "secret-read-hex");
        let base64url = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
        let found = ask(&token, &question(base64url));
        assert_eq!(found[0].code(), "secret-read-base64", "{found:#?}");
    }
}

#[test]
fn two_faults_together() {
    let token = made("PBES2-HS256+A128KW", "A128GCM", PASSWORD);
    let given = question("\"YSBwYXNzd29yZCBvZiBzb21lIGxlbmd0aA==\"");
    let found = ask(&token, &given);
    let steps: Vec<&str> = found[0]
        .steps
        .iter()
        .map(|step| step.code.as_ref())
        .collect();
    assert_eq!(steps, ["secret-quotes", "secret-read-base64"]);
    assert_eq!(fixed(&token, &given, &found[0]), SignatureState::Decrypted);
    let both = sealed_as("RSA-OAEP", "A256GCM", "RSA-OAEP-256", "A128GCM", RSA);
    let found = ask(&both, &question(RSA));
    assert_eq!(found[0].steps.len(), 2, "{found:#?}");
}

#[test]
fn parts_in_another_alphabet() {
    use ::base64::Engine;
    use ::base64::engine::general_purpose::{STANDARD, URL_SAFE};
    let token = made("A128KW", "A128GCM", AES);
    let parts: Vec<Vec<u8>> = token.split('.').map(|part| decode(part).unwrap()).collect();
    for engine in [&STANDARD, &URL_SAFE] {
        let all: Vec<String> = parts.iter().map(|part| engine.encode(part)).collect();
        opens(&all.join("."), AES, "token-alphabet");
    }
    opens(&format!("{token}=="), AES, "token-alphabet");
    let json = as_json(&token).replace(r#""}"#, r#"=="}"#);
    opens(&json, AES, "token-alphabet");
}

#[test]
fn what_opens_or_was_not_asked_has_no_diagnosis() {
    let token = made("A128KW", "A128GCM", AES);
    assert_eq!(ask(&token, &question(AES)), []);
    assert_eq!(ask(&token, &question("")), []);
}

#[test]
fn what_cannot_be_tried_has_its_reason() {
    let token = made("A128KW", "A128GCM", AES);
    let locked = include_str!("../../crypto/containers/fixtures/encrypted-aes256-sha256.pem");
    finds_certain(&token, locked, "container-password-needed");
    let refused = made_with("A128KW", "A128GCM", r#","crit":["x"],"x":1"#, AES);
    finds_certain(&refused, AES, "decrypt-crit-unknown");
}

#[test]
fn nothing_is_proposed_for_a_changed_token_or_another_key() {
    for (alg, enc, key) in [
        ("dir", "A128GCM", AES),
        ("A128KW", "A128CBC-HS256", AES),
        ("ECDH-ES+A128KW", "A256GCM", EC),
    ] {
        let token = made(alg, enc, key);
        assert_eq!(inspect(&token).tokens[0].family, Family::Jwe);
        for part in [2, 3, 4] {
            finds_nothing(&changed(&token, part), key);
        }
    }
    finds_nothing(&made("ECDH-ES", "A128GCM", EC), EC_OTHER);
    finds_nothing(
        &made("PBES2-HS256+A128KW", "A128GCM", PASSWORD),
        "another password",
    );
}

/// A key that was never given to anybody opens nothing, however it is read.
#[test]
fn random_keys_open_nothing() {
    let mut rng = ChaCha20Rng::from_seed([9; 32]);
    let token = made("A128KW", "A128GCM", AES);
    for _ in 0..1_000 {
        let mut key = [0; 16];
        rng.fill_bytes(&mut key);
        let jwk = format!(r#"{{"kty":"oct","k":"{}"}}"#, encode(&key));
        let found = ask(&token, &question(&jwk));
        assert!(found.iter().all(|one| !one.is_verified), "{jwk} {found:#?}");
    }
}

#[test]
fn a_recipient_among_others_is_looked_into() {
    let token = sealed_as("A256KW", "A128GCM", "A128KW", "A128GCM", AES);
    let parts: Vec<&str> = token.split('.').collect();
    let general = format!(
        r#"{{"protected":"{}","recipients":[{{"encrypted_key":"AAAA"}},{{"encrypted_key":"{}"}}],"iv":"{}","ciphertext":"{}","tag":"{}"}}"#,
        parts[0], parts[1], parts[2], parts[3], parts[4]
    );
    opens_without_fix(&general, AES, "jwe-alg-other");
}

/// A long token is not copied for every trial.
#[test]
fn a_long_token_is_given_up_soon() {
    let header = r#"{"alg":"dir","enc":"A128GCM"}"#;
    let token = sealed_content(header, &vec![b'a'; 3_000_000], AES);
    let other = r#"{"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAA"}"#;
    finds_nothing(&token, other);
}
