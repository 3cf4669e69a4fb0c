//! Drafts that are signed, and drafts that are not and why.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice
)]

mod asked;
mod forms;
mod several;

use super::*;
use crate::jose::algorithms::signature_algorithm;
use crate::keys::{KeyInput, Material, read_key};
use crate::secret::Secret;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

const EC_PRIVATE: &str = r#"{"kty":"EC","crv":"P-256","kid":"one","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","d":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE"}"#;
const EC_PUBLIC: &str = r#"{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}"#;
const OCT: &str = r#"{"kty":"oct","kid":"secret","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}"#;

fn draft(header: &str, payload: &str, key: &str) -> Draft {
    Draft {
        header: header.to_owned(),
        payload: payload.to_owned(),
        key: KeyInput {
            text: Secret::new(key.to_owned()),
            ..KeyInput::default()
        },
        ..Draft::default()
    }
}

fn signed(draft: &Draft) -> Result<Signed, Diagnostic> {
    sign(draft, &mut ChaCha20Rng::from_seed([1; 32]))
}

fn refusal(header: &str, key: &str) -> Diagnostic {
    signed(&draft(header, "{}", key)).unwrap_err()
}

fn warnings(header: &str, payload: &str, key: &str) -> Vec<String> {
    let signed = signed(&draft(header, payload, key)).unwrap();
    let codes = signed.warnings.into_iter().map(|d| d.code.into_owned());
    codes.collect()
}

fn text(diagnostic: &Diagnostic, fact: &str) -> String {
    match diagnostic.fact(fact).unwrap() {
        Fact::Text(text) => text.clone(),
        Fact::Count(count) => count.to_string(),
        Fact::Word(key) => format!("<{key}>"),
        Fact::List(list) => format!("{list:?}"),
        other => format!("{other:?}"),
    }
}

/// RFC 7515 Appendix A.1: CR LF in the header and payload are kept.
#[test]
fn rfc_7515_a_1_is_made_byte_for_byte() {
    let made = signed(&draft(
        "{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}",
        "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}",
        OCT,
    ));
    let made = made.unwrap();
    let printed = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    assert_eq!(made.token, printed);
    assert_eq!(made.key.unwrap().label(), Fact::Secret(64));
    assert_eq!(made.warnings, []);
}

#[test]
fn an_es256_token_verifies_with_its_public_half() {
    let made = signed(&draft(r#"{"alg":"ES256"}"#, "{}", EC_PRIVATE)).unwrap();
    let (input, signature) = made.token.rsplit_once('.').unwrap();
    let reading = read_key(&draft("", "", EC_PUBLIC).key);
    let scheme = signature_algorithm("ES256").unwrap().scheme;
    let signature = base64url::decode(signature).unwrap();
    let key = &reading.keys[0].material;
    assert_eq!(
        crypto::verify(scheme, key, input.as_bytes(), &signature),
        Ok(())
    );
}

#[test]
fn a_header_that_is_no_json_object_is_refused_with_its_place() {
    let cases = [
        ("", "sign-header-empty"),
        (" \n", "sign-header-empty"),
        ("alg", "sign-header-not-json"),
        ("{\"alg\":\n \"HS256\",}", "sign-header-not-json"),
        ("\u{feff}{}", "sign-header-not-json"),
        ("[]", "sign-header-not-object"),
        ("\"HS256\"", "sign-header-not-object"),
        ("null", "sign-header-not-object"),
        (r#"{"alg":"HS256","a":1,"a":1}"#, "sign-header-duplicate"),
    ];
    for (header, code) in cases {
        assert_eq!(refusal(header, OCT).code, code, "{header}");
    }
    let comma = refusal("{\"alg\":\n \"HS256\",}", OCT);
    let place = ["line", "column", "expected", "found"].map(|fact| text(&comma, fact));
    assert_eq!(place, ["2", "10", "<json-name>", "}"]);
    assert_eq!(comma.span, Some(Span::of(Part::Header, 17..18)));
    let repeated = refusal(r#"{"alg":"HS256","alg":"none"}"#, OCT);
    assert_eq!(text(&repeated, "name"), "alg");
    assert_eq!(repeated.span, Some(Span::of(Part::Header, 15..20)));
}

#[test]
fn an_alg_that_cannot_sign_is_refused_by_name() {
    let cases = [
        ("{}", "sign-alg-missing"),
        (r#"{"alg":256}"#, "sign-alg-not-string"),
        (r#"{"alg":null}"#, "sign-alg-not-string"),
        (r#"{"alg":"hs256"}"#, "sign-alg-case"),
        (r#"{"alg":"HS257"}"#, "sign-alg-unknown"),
        (r#"{"alg":""}"#, "sign-alg-unknown"),
        (r#"{"alg":"None"}"#, "sign-alg-unknown"),
        (r#"{"alg":"dir"}"#, "sign-alg-encrypts"),
        (r#"{"alg":"dir","enc":"A129GCM"}"#, "decrypt-enc-unknown"),
        (r#"{"alg":"dir","enc":1}"#, "decrypt-enc-missing"),
        (r#"{"alg":"HS256","enc":"A128GCM"}"#, "decrypt-alg-unknown"),
        (r#"{"alg":"none","enc":"A128GCM"}"#, "decrypt-alg-unknown"),
        (r#"{"alg":"none"}"#, "sign-alg-none"),
    ];
    for (header, code) in cases {
        assert_eq!(refusal(header, OCT).code, code, "{header}");
    }
    assert_eq!(
        text(&refusal(r#"{"alg":"es256k"}"#, OCT), "meant"),
        "ES256K"
    );
}

#[test]
fn alg_none_is_made_only_when_agreed_to_and_never_without_a_warning() {
    let agreed = Draft {
        unsecured: true,
        ..draft(r#"{"alg":"none"}"#, "{}", "")
    };
    let made = signed(&agreed).unwrap();
    assert_eq!(made.token, "eyJhbGciOiJub25lIn0.e30.");
    assert_eq!(made.key, None);
    assert_eq!(made.warnings[0].code, "sign-unsecured");
    let other = Draft {
        unsecured: true,
        ..draft(r#"{"alg":"HS256"}"#, "{}", "")
    };
    assert_eq!(signed(&other).unwrap_err().code, "sign-key-missing");
}

#[test]
fn a_key_that_does_not_fit_is_refused_with_what_is_needed_and_found() {
    let missing = refusal(r#"{"alg":"ES384"}"#, "");
    assert_eq!(missing.code, "sign-key-missing");
    assert_eq!(text(&missing, "needs"), "EC P-384");

    let wrong = refusal(r#"{"alg":"RS256"}"#, EC_PRIVATE);
    assert_eq!(wrong.code, "sign-key-type");
    assert_eq!(text(&wrong, "needs"), "RSA");
    assert!(text(&wrong, "found").contains("EC P-256"));

    let public = refusal(r#"{"alg":"ES256"}"#, EC_PUBLIC);
    assert_eq!(public.code, "sign-key-public");

    for alg in ["ES384", "ES512", "ES256K", "EdDSA", "ML-DSA-44", "HS256"] {
        let header = format!(r#"{{"alg":"{alg}"}}"#);
        assert_eq!(refusal(&header, EC_PRIVATE).code, "sign-key-type", "{alg}");
    }
}

#[test]
fn a_key_that_cannot_be_read_says_why() {
    let unread = refusal(r#"{"alg":"ES256"}"#, r#"{"kty":"EC","crv":"P-256"}"#);
    assert!(unread.code.starts_with("key-"), "{}", unread.code);
}

fn set(keys: &[&str]) -> String {
    format!(r#"{{"keys":[{}]}}"#, keys.join(","))
}

#[test]
fn among_several_keys_the_kid_decides() {
    let other = EC_PRIVATE.replace("\"one\"", "\"two\"");
    let keys = set(&[OCT, EC_PRIVATE, &other]);
    let made = signed(&draft(r#"{"alg":"ES256","kid":"two"}"#, "{}", &keys)).unwrap();
    assert_eq!(made.key.unwrap().kid.as_deref(), Some("two"));

    let absent = refusal(r#"{"alg":"ES256","kid":"three"}"#, &keys);
    assert_eq!(absent.code, "sign-kid-absent");
    assert!(text(&absent, "kids").contains("two"));

    let unnamed = warnings(r#"{"alg":"ES256"}"#, "{}", &keys);
    assert_eq!(unnamed, ["sign-key-first"]);
}

#[test]
fn a_single_key_with_another_kid_signs_with_a_warning() {
    let found = warnings(r#"{"alg":"ES256","kid":"two"}"#, "{}", EC_PRIVATE);
    assert_eq!(found, ["sign-kid-differs"]);
}

#[test]
fn a_key_that_is_for_something_else_signs_with_a_warning() {
    for (member, code) in [
        (r#""alg":"ES384","#, "sign-key-alg"),
        (r#""use":"enc","#, "sign-key-use"),
        (r#""key_ops":["verify"],"#, "sign-key-ops"),
    ] {
        let key = EC_PRIVATE.replacen('{', &format!("{{{member}"), 1);
        assert_eq!(warnings(r#"{"alg":"ES256"}"#, "{}", &key), [code]);
    }
}

#[test]
fn short_secrets_sign_with_a_warning() {
    assert_eq!(
        warnings(r#"{"alg":"HS256"}"#, "{}", "secret"),
        ["sign-weak-hmac"]
    );
    let exact = "a".repeat(32);
    assert!(warnings(r#"{"alg":"HS256"}"#, "{}", &exact).is_empty());
}

#[test]
fn a_payload_that_is_no_claims_set_is_signed_with_a_warning() {
    let secret = "a".repeat(64);
    let cases = [
        ("", "sign-payload-not-json"),
        ("hello", "sign-payload-not-json"),
        ("[1]", "sign-payload-not-object"),
        (r#"{"sub":1,"sub":2}"#, "sign-payload-duplicate"),
    ];
    for (payload, code) in cases {
        let found = warnings(r#"{"alg":"HS256"}"#, payload, &secret);
        assert_eq!(found, [code], "{payload}");
    }
}

#[test]
fn a_payload_that_breaks_off_is_refused_at_its_place() {
    let slip = draft(r#"{"alg":"HS256"}"#, "{\"sub\":\"jo\",\n}", OCT);
    let refused = signed(&slip).unwrap_err();
    assert_eq!(refused.code, "sign-payload-broken");
    assert_eq!(text(&refused, "line"), "2");
    assert_eq!(text(&refused, "column"), "1");
}

#[test]
fn crit_is_checked_before_it_is_signed() {
    let cases = [
        (r#"{"alg":"HS256","crit":[]}"#, "sign-crit-malformed"),
        (r#"{"alg":"HS256","crit":"exp"}"#, "sign-crit-malformed"),
        (r#"{"alg":"HS256","crit":[1]}"#, "sign-crit-malformed"),
        (r#"{"alg":"HS256","crit":["x"]}"#, "sign-crit-absent"),
        (r#"{"alg":"HS256","b64":0}"#, "sign-b64-not-boolean"),
        (r#"{"alg":"HS256","b64":false}"#, "sign-b64-not-critical"),
    ];
    for (header, code) in cases {
        assert_eq!(refusal(header, OCT).code, code, "{header}");
    }
    let unknown = warnings(r#"{"alg":"HS256","crit":["x"],"x":1}"#, "{}", OCT);
    assert_eq!(unknown, ["sign-crit-unknown"]);
}

/// RFC 7797 §4.2: the payload `$.02` has a dot, so it is detached.
#[test]
fn rfc_7797_unencoded_payload_is_made_as_printed() {
    let header = r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#;
    let made = signed(&draft(header, "$.02", OCT)).unwrap();
    let printed = "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19..A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY";
    assert_eq!(made.token, printed);
    let mut warnings = made.warnings.iter();
    let said = warnings.find(|said| said.code == "sign-payload-detached");
    let said = said.unwrap();
    // At the dot, which is named where it stands.
    assert_eq!(said.span.unwrap().start, 1);
    assert_eq!(said.fact("column"), Some(&Fact::Count(2)));
    let made = signed(&draft(header, "a b\n{}", OCT)).unwrap();
    let mut warnings = made.warnings.iter();
    let said = warnings.find(|said| said.code == "sign-payload-detached");
    assert_eq!(said.unwrap().fact("column"), Some(&Fact::Count(4)));
}

#[test]
fn an_unencoded_payload_without_a_dot_stands_in_the_token() {
    let header = r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#;
    let made = signed(&draft(header, "{}", OCT)).unwrap();
    assert!(made.token.contains(".{}."));
    let line_break = signed(&draft(header, "{\n}", OCT)).unwrap();
    assert!(line_break.token.contains(".."));
}

#[test]
fn a_private_half_of_another_key_gives_no_token() {
    let mut reading = read_key(&draft("", "", EC_PRIVATE).key);
    let Material::Ec { d, .. } = &mut reading.keys[0].material else {
        panic!("EC")
    };
    *d = Some(Secret::new(vec![1; 32]));
    let mut rng = ChaCha20Rng::from_seed([1; 32]);
    let header = draft(r#"{"alg":"ES256"}"#, "{}", EC_PRIVATE);
    let refused = sign_with(&header, &reading, &mut rng).unwrap_err();
    assert_eq!(refused.code, "key-pair-differs");
}

#[test]
fn a_private_key_in_the_header_is_signed_with_a_warning_that_shows_the_public_half() {
    let said = |jwk: &str| {
        let header = format!(r#"{{"alg":"ES256","jwk":{jwk}}}"#);
        let signed = signed(&draft(&header, "{}", EC_PRIVATE)).unwrap();
        let mut found = signed.warnings.into_iter();
        found.find(|said| said.code == "sign-header-private-key")
    };
    let found = said(EC_PRIVATE).unwrap();
    let public = json::parse(text(&found, "public").into_bytes());
    assert!(public.faults().is_empty() && public.get("d").is_none() && public.get("x").is_some());
    assert_eq!(text(&found, "members"), "[Text(\"d\")]");
    assert!(said(OCT).unwrap().fact("public").is_none());
    assert_eq!(said(EC_PUBLIC), None);
    let unprotected = signed(&Draft {
        serialization: crate::job::Serialization::Flattened,
        unprotected: format!(r#"{{"jwk":{EC_PRIVATE}}}"#),
        ..draft(r#"{"alg":"ES256"}"#, "{}", EC_PRIVATE)
    });
    let warnings = unprotected.unwrap().warnings;
    assert!(
        warnings
            .iter()
            .any(|said| said.code == "sign-header-private-key")
    );
}

#[test]
fn alg_follows_what_the_key_says_of_itself() {
    let rsa = include_str!("../crypto/containers/fixtures/rsa-pkcs8.pem");
    let algs = |header: &str, key: &str| {
        let refused = refusal(header, key);
        (refused.code.clone().into_owned(), text(&refused, "algs"))
    };
    let (code, found) = algs(r#"{"alg":"HS256"}"#, rsa);
    assert_eq!(code, "sign-key-type");
    assert!(found.starts_with("[Text(\"RS256\")"), "{found}");
    let own = EC_PRIVATE.replace("\"kid\"", "\"alg\":\"ES256\",\"kid\"");
    for header in ["{}", r#"{"alg":"foo"}"#] {
        let (_, found) = algs(header, &own);
        assert_eq!(found, "[Text(\"ES256\")]", "{header}");
    }
    assert!(refusal("{}", "").fact("algs").is_none());
}

#[test]
fn the_kid_of_the_key_that_signed_is_known() {
    let header = r#"{"alg":"ES256","kid":"other"}"#;
    let signed = signed(&draft(header, "{}", EC_PRIVATE)).unwrap();
    let said = signed
        .warnings
        .iter()
        .find(|said| said.code == "sign-kid-differs");
    assert_eq!(text(said.unwrap(), "own"), "one");
}

#[test]
fn numbers_of_the_header_that_change_are_named_too() {
    for number in ["1e400", "12345678901234567890"] {
        let header = format!(r#"{{"alg":"ES256","n":{number}}}"#);
        assert_eq!(warnings(&header, "{}", EC_PRIVATE), ["sign-header-number"]);
    }
    assert_eq!(
        warnings(r#"{"alg":"ES256","n":1.5}"#, "{}", EC_PRIVATE),
        [""; 0]
    );
}
