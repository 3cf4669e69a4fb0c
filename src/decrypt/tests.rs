//! What opens, what waits for a click, and what must stay closed. Tokens are made by `sign`, which
//! encrypts a draft with `enc`; printed ones run with the other vectors.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use crate::base64url;
use crate::inspect::inspect;
use crate::job::Draft;
use crate::jose::encryption_algorithms::{
    CONTENT_ENCRYPTION_ALGORITHMS, KEY_MANAGEMENT_ALGORITHMS,
};
use crate::jose::key_spec::{KeySpec, key_specs};
use crate::keys::{KeyInput, Material};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

const SECRET: &str = r#"{"kty":"oct","k":"GawgguFyGrWKav7AX4VKUg"}"#;
const EC: &str = r#"{"kty":"EC","crv":"P-256","kid":"one","x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ","y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck","d":"VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw"}"#;
const EC_OTHER: &str = r#"{"kty":"EC","crv":"P-256","kid":"two","x":"gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0","y":"SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps","d":"0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo"}"#;

fn key_box(text: &str) -> KeyInput {
    KeyInput {
        text: Secret::new(text.to_owned()),
        ..KeyInput::default()
    }
}

fn make(header: &str, payload: &str, key: &str) -> String {
    let draft = Draft {
        header: header.to_owned(),
        payload: payload.to_owned(),
        key: key_box(key),
        ..Draft::default()
    };
    let mut rng = ChaCha20Rng::from_seed([3; 32]);
    crate::sign::sign(&draft, &mut rng).unwrap().token
}

fn open_with(token: &str, key: &str, effort: Effort) -> Decryption {
    let question = Question {
        key: key_box(key),
        ..Question::default()
    };
    decrypt(&inspect(token), &question, effort)
}

fn open(token: &str, key: &str) -> Decryption {
    open_with(token, key, Effort::Quick)
}

fn answer(token: &str, key: &str) -> (&'static str, String) {
    let verdict = open(token, key).verdict;
    (verdict.state.name(), verdict.reason.code.into_owned())
}

fn failed(code: &str) -> (&'static str, String) {
    ("decrypt-failed", code.to_owned())
}

fn plaintext(decryption: &Decryption) -> &str {
    let secret = decryption.plaintext.as_ref().unwrap();
    std::str::from_utf8(secret.expose()).unwrap()
}

/// A JWK with its private half, as far as these tests need one.
fn jwk(material: &Material) -> String {
    let b64 = |bytes: &[u8]| base64url::encode(bytes);
    match material {
        Material::Oct(secret) => {
            format!(r#"{{"kty":"oct","k":"{}"}}"#, b64(secret.expose()))
        }
        Material::Ec { curve, x, y, d } => format!(
            r#"{{"kty":"EC","crv":"{}","x":"{}","y":"{}","d":"{}"}}"#,
            curve.name(),
            b64(x),
            b64(y),
            b64(d.as_ref().unwrap().expose())
        ),
        Material::Okp { curve, x, d } => format!(
            r#"{{"kty":"OKP","crv":"{}","x":"{}","d":"{}"}}"#,
            curve.name(),
            b64(x),
            b64(d.as_ref().unwrap().expose())
        ),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_alg_with_every_enc_opens_what_was_made() {
    let mut rng = ChaCha20Rng::from_seed([4; 32]);
    let mut opened = 0;
    for alg in &KEY_MANAGEMENT_ALGORITHMS {
        for enc in &CONTENT_ENCRYPTION_ALGORITHMS {
            for spec in key_specs(alg.name) {
                let bits = u32::try_from(enc.encryption.key_len() * 8).unwrap();
                let spec = match alg.management {
                    KeyManagement::Direct if spec != KeySpec::Oct(bits) => continue,
                    KeyManagement::Rsa15 | KeyManagement::RsaOaep(_) => continue,
                    _ => spec,
                };
                let key = jwk(&crate::crypto::generate(spec, &mut rng).unwrap());
                let header = format!(
                    r#"{{"alg":"{}", "enc":"{}", "p2c":1000, "zip":"DEF"}}"#,
                    alg.name, enc.name
                );
                let token = make(&header, r#"{"sub":"é"}"#, &key);
                let answer = open(&token, &key);
                assert_eq!(answer.verdict.state, SignatureState::Decrypted, "{header}");
                assert_eq!(plaintext(&answer), r#"{"sub":"é"}"#);
                opened += 1;
            }
        }
    }
    assert_eq!(opened, (1 + 3 + 3 + 4 * 5 + 3) * 6);
}

#[test]
fn the_header_stays_as_typed_with_what_was_made_behind_it() {
    let token = make(
        "{ \"alg\": \"A128GCMKW\",\r\n \"enc\":\"A128GCM\" }",
        "{}",
        SECRET,
    );
    let header = base64url::decode(token.split('.').next().unwrap()).unwrap();
    let header = String::from_utf8(header).unwrap();
    let typed = "{ \"alg\": \"A128GCMKW\",\r\n \"enc\":\"A128GCM\",\"iv\":\"";
    assert!(header.starts_with(typed), "{header}");
    assert!(header.ends_with("\"}"), "{header}");
}

#[test]
fn without_a_key_it_stays_encrypted() {
    let token = make(r#"{"alg":"A128KW","enc":"A128GCM"}"#, "{}", SECRET);
    assert_eq!(
        answer(&token, ""),
        ("encrypted", "decrypt-no-key".to_owned())
    );
    let named = make(
        r#"{"alg":"A128KW","enc":"A128GCM","kid":"k"}"#,
        "{}",
        SECRET,
    );
    assert_eq!(
        answer(&named, ""),
        ("encrypted", "decrypt-no-key-kid".to_owned())
    );
}

#[test]
fn another_key_does_not_open_it() {
    let other = r#"{"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAA"}"#;
    let wrapped = make(r#"{"alg":"A128KW","enc":"A128GCM"}"#, "{}", SECRET);
    assert_eq!(answer(&wrapped, other), failed("jwe-fault-key-not-opened"));
    let direct = make(r#"{"alg":"dir","enc":"A128GCM"}"#, "{}", SECRET);
    assert_eq!(answer(&direct, other), failed("jwe-fault-tag"));
    let agreed = make(r#"{"alg":"ECDH-ES","enc":"A128GCM"}"#, "{}", EC);
    assert_eq!(answer(&agreed, EC_OTHER), failed("jwe-fault-tag"));
    let password = make(
        r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM"}"#,
        "{}",
        "pass",
    );
    assert_eq!(answer(&password, "Pass"), failed("decrypt-password"));
    let short = r#"{"kty":"oct","k":"AAAA"}"#;
    assert_eq!(answer(&direct, short), failed("jwe-fault-length"));
}

#[test]
fn a_key_of_another_kind_is_a_key_error() {
    let error = |code: &str| ("key-error", code.to_owned());
    let cases = [
        (
            r#"{"alg":"dir","enc":"A128GCM"}"#,
            SECRET,
            EC,
            "decrypt-needs-secret",
        ),
        (
            r#"{"alg":"A128KW","enc":"A128GCM"}"#,
            SECRET,
            EC,
            "decrypt-needs-secret",
        ),
        (
            r#"{"alg":"ECDH-ES","enc":"A128GCM"}"#,
            EC,
            SECRET,
            "decrypt-needs-agreement",
        ),
        (
            r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM"}"#,
            SECRET,
            EC,
            "decrypt-needs-password",
        ),
    ];
    for (header, right, wrong, code) in cases {
        assert_eq!(
            answer(&make(header, "{}", right), wrong),
            error(code),
            "{header}"
        );
    }
    let token = make(r#"{"alg":"ECDH-ES","enc":"A128GCM"}"#, "{}", EC);
    let (public, _) = EC.split_once(",\"d\"").unwrap();
    let public = format!("{public}}}");
    assert_eq!(answer(&token, &public), error("key-no-private-half"));
}

#[test]
fn in_a_set_the_kid_decides() {
    let set = format!(r#"{{"keys":[{EC_OTHER},{EC}]}}"#);
    let named = make(r#"{"alg":"ECDH-ES","enc":"A128GCM","kid":"one"}"#, "{}", EC);
    assert_eq!(answer(&named, &set).0, "decrypted");
    let unnamed = make(r#"{"alg":"ECDH-ES","enc":"A128GCM"}"#, "{}", EC);
    assert_eq!(answer(&unnamed, &set).0, "decrypted");
    let misnamed = make(r#"{"alg":"ECDH-ES","enc":"A128GCM","kid":"two"}"#, "{}", EC);
    assert_eq!(answer(&misnamed, &set).0, "decrypt-failed");
    let absent = make(r#"{"alg":"ECDH-ES","enc":"A128GCM","kid":"six"}"#, "{}", EC);
    let error = ("key-error", "decrypt-kid-absent".to_owned());
    assert_eq!(answer(&absent, &set), error);
}

#[test]
fn any_changed_part_keeps_it_closed() {
    for header in [
        r#"{"alg":"A128KW","enc":"A128GCM"}"#,
        r#"{"alg":"A128KW","enc":"A128CBC-HS256"}"#,
    ] {
        let token = make(header, "{}", SECRET);
        let parts: Vec<&str> = token.split('.').collect();
        for index in 0..5 {
            let mut bytes = base64url::decode(parts[index]).unwrap();
            // In the header a letter of a value, elsewhere the first byte.
            let at = if index == 0 { header.len() - 3 } else { 0 };
            bytes[at] ^= 1;
            let mut changed: Vec<String> = parts.iter().map(|p| (*p).to_owned()).collect();
            changed[index] = base64url::encode(&bytes);
            let verdict = open(&changed.join("."), SECRET).verdict;
            assert_ne!(verdict.state, SignatureState::Decrypted, "{header} {index}");
            changed[index] = format!("{}=", parts[index]);
            let verdict = open(&changed.join("."), SECRET).verdict;
            assert_ne!(verdict.state, SignatureState::Decrypted, "{header} {index}");
            changed[index] = String::new();
            let verdict = open(&changed.join("."), SECRET).verdict;
            assert_ne!(verdict.state, SignatureState::Decrypted, "{header} {index}");
        }
    }
}

#[test]
fn costly_passwords_wait_for_a_click_and_absurd_ones_are_refused() {
    let header =
        |rounds: u64| format!(r#"{{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":{rounds}}}"#);
    let token = make(&header(10_001), "{}", "password of some length");
    let waiting = ("encrypted", "decrypt-costly".to_owned());
    assert_eq!(answer(&token, "password of some length"), waiting);
    let agreed = open_with(&token, "password of some length", Effort::Agreed);
    assert_eq!(agreed.verdict.state, SignatureState::Decrypted);

    let (_, rest) = token.split_once('.').unwrap();
    let salted = r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2s":"AAAAAAAAAAA","p2c":"#;
    for rounds in ["1000001", "4294967296", "18446744073709551615"] {
        let absurd = base64url::encode(format!("{salted}{rounds}}}").as_bytes());
        let absurd = format!("{absurd}.{rest}");
        for effort in [Effort::Quick, Effort::Agreed] {
            let verdict = open_with(&absurd, "password", effort).verdict;
            assert_eq!(verdict.state, SignatureState::DecryptFailed);
            assert_eq!(verdict.reason.code, "jwe-fault-too-costly");
        }
    }
    for rounds in ["-1", "1.5", "\"1\"", "1e3", "18446744073709551616"] {
        let odd = base64url::encode(format!("{salted}{rounds}}}").as_bytes());
        let odd = answer(&format!("{odd}.{rest}"), "password");
        assert_eq!(odd, failed("decrypt-parameter-unreadable"), "{rounds}");
    }
}

#[test]
fn large_content_waits_for_a_click() {
    let header = r#"{"alg":"dir","enc":"A128GCM","zip":"DEF"}"#;
    let token = make(header, &"a".repeat(250_001), SECRET);
    let waiting = ("encrypted", "decrypt-large".to_owned());
    assert_eq!(answer(&token, SECRET), waiting);
    let agreed = open_with(&token, SECRET, Effort::Agreed);
    assert_eq!(plaintext(&agreed).len(), 250_001);
}

#[test]
fn headers_that_the_specification_forbids_keep_it_closed() {
    let token = make(r#"{"alg":"dir","enc":"A128GCM"}"#, "{}", SECRET);
    let (_, rest) = token.split_once('.').unwrap();
    let with = |header: &str| {
        let header = base64url::encode(header.as_bytes());
        answer(&format!("{header}.{rest}"), SECRET)
    };
    let unsupported = |code: &str| ("unsupported", code.to_owned());
    let repeated = with(r#"{"alg":"dir","alg":"dir","enc":"A128GCM"}"#);
    assert_eq!(repeated, failed("decrypt-repeated-names"));
    let unknown = with(r#"{"alg":"dir","enc":"A128GCM","crit":["x"],"x":1}"#);
    assert_eq!(unknown, failed("decrypt-crit-unknown"));
    let malformed = with(r#"{"alg":"dir","enc":"A128GCM","crit":[]}"#);
    assert_eq!(malformed, failed("decrypt-crit-malformed"));
    let zip = with(r#"{"alg":"dir","enc":"A128GCM","zip":"GZIP"}"#);
    assert_eq!(zip, unsupported("decrypt-zip-unknown"));
    let enc = with(r#"{"alg":"dir","enc":"A128CTR"}"#);
    assert_eq!(enc, unsupported("decrypt-enc-unknown"));
    let alg = with(r#"{"alg":"DIR","enc":"A128GCM"}"#);
    assert_eq!(alg, unsupported("decrypt-alg-unknown"));
    assert_eq!(
        with(r#"{"enc":"A128GCM"}"#),
        unsupported("decrypt-alg-missing")
    );
    let epk = with(r#"{"alg":"dir","enc":"A128GCM","epk":{"kty":"EC"}}"#);
    assert_eq!(epk.0, "decrypt-failed");
}

#[test]
fn unprotected_zip_and_names_in_two_headers_keep_it_closed() {
    let token = make(r#"{"alg":"dir","enc":"A128GCM"}"#, "{}", SECRET);
    let parts: Vec<&str> = token.split('.').collect();
    let json = |unprotected: &str| {
        format!(
            r#"{{"protected":"{}","unprotected":{unprotected},"iv":"{}","ciphertext":"{}","tag":"{}"}}"#,
            parts[0], parts[2], parts[3], parts[4]
        )
    };
    assert_eq!(answer(&json("{}"), SECRET).0, "decrypted");
    let zip = answer(&json(r#"{"zip":"DEF"}"#), SECRET);
    assert_eq!(zip, failed("decrypt-zip-unprotected"));
    let both = answer(&json(r#"{"enc":"A128GCM"}"#), SECRET);
    assert_eq!(both, failed("decrypt-name-in-several"));
    let crit = answer(&json(r#"{"crit":["x"],"x":1}"#), SECRET);
    assert_eq!(crit, failed("decrypt-crit-unprotected"));
}

#[test]
fn rsa15_is_not_made() {
    let draft = Draft {
        header: r#"{"alg":"RSA1_5","enc":"A128GCM"}"#.to_owned(),
        payload: "{}".to_owned(),
        key: key_box(include_str!("../crypto/containers/fixtures/rsa-pkcs8.pem")),
        ..Draft::default()
    };
    let mut rng = ChaCha20Rng::from_seed([3; 32]);
    let refused = crate::sign::sign(&draft, &mut rng).unwrap_err();
    assert_eq!(refused.code, "jwe-fault-decrypt-only");
}

#[test]
fn what_is_not_encrypted_is_not_opened() {
    for paste in ["", "x", "eyJhbGciOiJub25lIn0.e30."] {
        assert_eq!(open(paste, SECRET).verdict.state, SignatureState::Unchecked);
    }
}

#[test]
fn every_key_of_a_set_has_its_reason() {
    let with = |jwk: &str, members: &str| jwk.replace('}', &format!(",{members}}}"));
    let nameless = EC.replace(r#""kid":"one","#, "");
    let set = format!(
        r#"{{"keys":[{},{},{SECRET},{}]}}"#,
        with(&nameless, r#""use":"sig""#),
        with(&nameless, r#""key_ops":["sign"]"#),
        nameless
    );
    let token = make(r#"{"alg":"ECDH-ES","enc":"A128GCM"}"#, "{}", EC);
    let verdict = open(&token, &set).verdict;
    assert_eq!(verdict.state, SignatureState::Decrypted);
    let codes: Vec<&str> = verdict
        .candidates
        .iter()
        .map(|candidate| candidate.reason.code.as_ref())
        .collect();
    let expected = [
        "decrypt-key-use",
        "decrypt-key-ops",
        "decrypt-needs-agreement",
        "decrypt-candidate-opens",
    ];
    assert_eq!(codes, expected);
    let why = Fact::Word("chosen-fits".into());
    assert_eq!(verdict.reason.fact("why"), Some(&why));
}

#[test]
fn a_key_given_alone_opens_and_its_conflicts_are_named() {
    let token = make(r#"{"alg":"ECDH-ES","enc":"A128GCM","kid":"x"}"#, "{}", EC);
    let with = |members: &str| EC.replace(r#""kid":"one""#, members);
    for (members, code) in [
        (r#""kid":"one""#, Some("decrypt-kid-differs")),
        (r#""use":"sig""#, Some("decrypt-key-use")),
        (r#""key_ops":["sign"]"#, Some("decrypt-key-ops")),
        (r#""alg":"ECDH-ES+A128KW""#, Some("decrypt-key-alg")),
        (
            r#""alg":"ECDH-ES","use":"enc","key_ops":["deriveKey"]"#,
            None,
        ),
    ] {
        let verdict = open(&token, &with(members)).verdict;
        assert_eq!(verdict.state, SignatureState::Decrypted, "{members}");
        let mut codes = verdict.warnings.iter().map(|w| w.code.as_ref());
        assert_eq!(codes.next(), code, "{members}");
        assert_eq!(codes.next(), None, "{members}");
    }
    let direct = make(r#"{"alg":"dir","enc":"A128GCM"}"#, "{}", SECRET);
    let bound = SECRET.replace('}', r#","alg":"A128GCM"}"#);
    assert_eq!(open(&direct, &bound).verdict.warnings, []);
}

#[test]
fn a_kid_may_name_a_key_of_the_wrong_kind() {
    let token = make(r#"{"alg":"ECDH-ES","enc":"A128GCM","kid":"s"}"#, "{}", EC);
    let secret = SECRET.replace('}', r#","kid":"s"}"#);
    let set = format!(r#"{{"keys":[{secret},{EC}]}}"#);
    let error = ("key-error", "decrypt-needs-agreement".to_owned());
    assert_eq!(answer(&token, &set), error);
}

#[test]
fn what_waits_for_a_click_says_how_long_it_takes() {
    let header = r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":10001}"#;
    let token = make(header, "{}", "password of some length");
    let question = Question {
        key: key_box("password of some length"),
        ..Question::default()
    };
    let at = |rounds_per_second| {
        let pace = Pace { rounds_per_second };
        let waiting = decrypt_at(&inspect(&token), &question, Effort::Quick, pace);
        assert!(waiting.needs_consent);
        waiting.verdict.reason.fact("time").cloned()
    };
    assert_eq!(at(1_000), Some(Fact::Seconds(11)));
    assert_eq!(at(1_000_000_000), Some(Fact::Seconds(1)));
    assert_eq!(at(0), Some(Fact::Seconds(10_001)));
    let waiting = open(&token, "password of some length");
    let said = crate::words::Locale::english().say(&waiting.verdict.reason);
    assert!(said.contains("about 1 second"), "{said}");
    assert!(!open(&token, "").needs_consent);
}

/// Each of many recipients asks for as many rounds as are done unasked: together they are not.
#[test]
fn recipients_share_what_may_be_spent() {
    let header = r#"{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":9000}"#;
    let token = make(header, "{}", "password of some length");
    let parts: Vec<&str> = token.split('.').collect();
    let general = |count: usize| {
        let recipient = format!(r#"{{"encrypted_key":"{}"}}"#, parts[1]);
        let recipients = vec![recipient; count].join(",");
        format!(
            r#"{{"protected":"{}","recipients":[{recipients}],"iv":"{}","ciphertext":"{}","tag":"{}"}}"#,
            parts[0], parts[2], parts[3], parts[4]
        )
    };
    let right = open(&general(2), "password of some length");
    assert_eq!(right.verdict.state, SignatureState::Decrypted);
    let wrong = open(&general(1), "another password");
    assert_eq!(wrong.verdict.state, SignatureState::DecryptFailed);
    let wrong = open(&general(2), "another password");
    assert_eq!(wrong.verdict.reason.code, "decrypt-costly");
    let wrong = open(&general(70), "another password");
    let last = wrong.verdict.warnings.last().unwrap();
    assert_eq!(last.code, "decrypt-recipients-skipped");
    assert_eq!(last.fact("count"), Some(&Fact::Count(6)));
}

#[test]
fn a_dot_too_many_or_too_few_keeps_it_closed() {
    for alg in ["A128KW", "dir"] {
        let header = format!(r#"{{"alg":"{alg}","enc":"A128GCM"}}"#);
        let token = make(&header, "{}", SECRET);
        for (at, _) in token.match_indices('.') {
            let (before, after) = token.split_at(at);
            let doubled = format!("{before}.{after}");
            let missing = format!("{before}{}", after.strip_prefix('.').unwrap());
            for changed in [
                doubled,
                missing,
                format!("{token}."),
                format!("{token}.AAAA"),
            ] {
                let verdict = open(&changed, SECRET).verdict;
                assert_ne!(verdict.state, SignatureState::Decrypted, "{changed}");
            }
        }
    }
}
