//! SD-JWT: what a Verifier has to reject although the issuer's signature holds, and what a Key
//! Binding JWT proves. Spec: RFC 9901 §4.3, §7.1, §7.3.

use super::SignatureState as S;
use super::*;
use crate::jose::sd_jwt::HashName;

const VECTORS: &str = include_str!("../../../tests/vectors/data/rfc9901-sd-jwt.json");
const HOLDER: &str = include_str!("../../crypto/containers/fixtures/p384-pkcs8.pem");
const DISCLOSURE: &str = r#"["salt","name","value"]"#;
const KB_HEADER: &str = r#"{"alg":"ES384","typ":"kb+jwt"}"#;

fn disclosure() -> String {
    base64url::encode(DISCLOSURE.as_bytes())
}

fn cnf() -> String {
    let public = read(HOLDER).keys[0].facts.public_jwk.clone();
    format!(r#""cnf":{{"jwk":{public}}}"#)
}

/// The issuer's JWT with `members` beside the digest of the Disclosure, and the Disclosure.
fn issued(members: &str) -> String {
    let digest = HashName::Sha256.digest(disclosure().as_bytes());
    let payload = format!(r#"{{"_sd":["{digest}"],{members}}}"#);
    let jwt = token(r#"{"alg":"ES256"}"#, &payload, "ES256", PKCS8);
    format!("{jwt}~{}~", disclosure())
}

fn kb_payload(bound: &str) -> String {
    let hash = HashName::Sha256.digest(bound.as_bytes());
    format!(r#"{{"iat":1,"aud":"a","nonce":"n","sd_hash":"{hash}"}}"#)
}

/// `bound` with a Key Binding JWT that the holder signed.
fn presented(bound: &str, header: &str, payload: &str) -> String {
    format!("{bound}{}", token(header, payload, "ES384", HOLDER))
}

#[track_caller]
fn check_binding(paste: &str, state: S, code: &str) -> SignatureVerdict {
    let verdict = ask(paste, key(SPKI));
    let binding = verdict.key_binding.as_ref().unwrap();
    assert_eq!(
        (binding.state, binding.reason.code.as_ref()),
        (state, code),
        "{verdict:#?}"
    );
    verdict
}

#[track_caller]
fn check_rejected(paste: &str, code: &str) {
    let verdict = check_binding(paste, S::Invalid, code);
    assert_eq!(verdict.state, S::Invalid, "{verdict:#?}");
    assert_eq!(verdict.reason.code, "verify-match-key-binding");
    assert!(codes(&verdict.warnings).contains(&code));
    let said = crate::words::Locale::english().say(&verdict.reason);
    assert!(!said.contains("short-") && !said.contains("{$"), "{said}");
    // Without the issuer's key it is said all the same.
    let unchecked = ask(paste, key(""));
    assert_eq!(unchecked.state, S::Unchecked);
    assert!(codes(&unchecked.warnings).contains(&code));
}

#[test]
fn the_examples_of_rfc_9901_are_bound() {
    let vectors = json::parse(VECTORS.as_bytes().to_vec());
    let (mut bound, mut unbound) = (0, 0);
    for example in vectors.get("examples").unwrap().items() {
        let paste = match (example.get("token"), example.get("json")) {
            (Some(token), _) => token.text().unwrap().into_owned(),
            (None, Some(json)) => json.raw_text().into_owned(),
            (None, None) => continue,
        };
        let issuer = match (example.get("issuer_key"), example.get("issuer_keys")) {
            (Some(jwk), _) => jwk.raw_text().into_owned(),
            // The RFC's header names both keys; the list names one of them.
            (None, jwks) => format!(r#"{{"keys":{}}}"#, jwks.unwrap().raw_text()).replacen(
                r#""kty""#,
                r#""kid": "issuer-key-1", "kty""#,
                1,
            ),
        };
        let verdict = ask(&paste, key(&issuer));
        let id = example.get("id").unwrap().raw_text();
        assert_eq!(verdict.state, S::Valid, "{id} {verdict:#?}");
        match verdict.key_binding {
            Some(binding) => {
                assert_eq!(binding.state, S::Valid, "{id} {binding:#?}");
                bound += 1;
            }
            None => unbound += 1,
        }
    }
    assert_eq!((bound, unbound), (5, 7));
}

#[test]
fn a_key_binding_jwt_holds_with_cnf() {
    let issued = issued(&cnf());
    let paste = presented(&issued, KB_HEADER, &kb_payload(&issued));
    let verdict = check_binding(&paste, S::Valid, "kb-valid");
    assert_eq!(verdict.state, S::Valid, "{verdict:#?}");
    assert_eq!(verdict.warnings, []);
    let holder = verdict.key_binding.unwrap().key.unwrap();
    assert_eq!(holder.label(), "EC P-384".into());
    // It says nothing about the issuer.
    let other = ask(&paste, key(RSA_SPKI));
    assert_eq!(other.state, S::KeyError);
    assert_eq!(other.key_binding.unwrap().state, S::Valid);
}

#[test]
fn the_json_serialization_is_bound_too() {
    let issued = issued(&cnf());
    let jwt = issued.split('~').next().unwrap();
    let parts: Vec<&str> = jwt.split('.').collect();
    let kb = |payload: &str| token(KB_HEADER, payload, "ES384", HOLDER);
    let json = |kb: &str, disclosures: &str| {
        format!(
            r#"{{"payload":"{}","protected":"{}","signature":"{}","header":{{"disclosures":[{disclosures}],"kb_jwt":"{kb}"}}}}"#,
            parts[1], parts[0], parts[2]
        )
    };
    let own = format!("\"{}\"", disclosure());
    let good = json(&kb(&kb_payload(&issued)), &own);
    assert_eq!(check_binding(&good, S::Valid, "kb-valid").state, S::Valid);
    let fewer = json(&kb(&kb_payload(&issued)), "");
    check_rejected(&fewer, "kb-sd-hash");
}

#[test]
fn what_a_key_binding_jwt_must_have() {
    let issued = issued(&cnf());
    let good = kb_payload(&issued);
    for (header, payload, code) in [
        (r#"{"alg":"ES384","typ":"JWT"}"#, good.clone(), "kb-typ"),
        (r#"{"alg":"ES384"}"#, good.clone(), "kb-typ"),
        (
            KB_HEADER,
            good.replace("nonce", "nonse"),
            "kb-claim-missing",
        ),
        (
            KB_HEADER,
            good.replace(r#""aud":"a""#, r#""aud":["a"]"#),
            "kb-claim-missing",
        ),
        (
            KB_HEADER,
            good.replace(r#""iat":1"#, r#""iat":"1""#),
            "kb-claim-missing",
        ),
        (
            KB_HEADER,
            good.replace("sd_hash", "hash"),
            "kb-claim-missing",
        ),
        (KB_HEADER, kb_payload("other~"), "kb-sd-hash"),
    ] {
        check_rejected(&presented(&issued, header, &payload), code);
    }
    let forbidden = r#"{"alg":"ES384","typ":"kb+jwt","crit":["x"],"x":1}"#;
    let verdict = check_binding(
        &presented(&issued, forbidden, &good),
        S::Invalid,
        "verify-note-crit-unknown",
    );
    assert_eq!(verdict.state, S::Invalid);
}

#[test]
fn a_disclosure_less_than_was_bound() {
    let issued = issued(&cnf());
    let jwt = issued.split('~').next().unwrap();
    let kb = token(KB_HEADER, &kb_payload(&issued), "ES384", HOLDER);
    check_rejected(&format!("{jwt}~{kb}"), "kb-sd-hash");
}

#[test]
fn a_key_binding_jwt_by_somebody_else() {
    let issued = issued(&cnf());
    let by = |header: &str, alg: &str, private: &str| {
        format!(
            "{issued}{}",
            token(header, &kb_payload(&issued), alg, private)
        )
    };
    check_rejected(
        &by(r#"{"alg":"ES256","typ":"kb+jwt"}"#, "ES256", PKCS8),
        "kb-wrong-key-type",
    );
    check_rejected(
        &by(r#"{"alg":"HS256","typ":"kb+jwt"}"#, "HS256", SECRET),
        "kb-wrong-key-type",
    );
    let good = presented(&issued, KB_HEADER, &kb_payload(&issued));
    let (rest, _) = good.rsplit_once('.').unwrap();
    let zeros = base64url::encode(&[7; 96]);
    check_rejected(&format!("{rest}.{zeros}"), "kb-mismatch");
    check_rejected(&format!("{rest}."), "kb-mismatch");
    let none = base64url::encode(br#"{"alg":"none","typ":"kb+jwt"}"#);
    let payload = base64url::encode(kb_payload(&issued).as_bytes());
    check_rejected(&format!("{issued}{none}.{payload}."), "kb-unsecured");
    check_rejected(&format!("{issued}x"), "kb-malformed");
    check_rejected(&format!("{issued}a.b.c"), "kb-malformed");
}

#[test]
fn a_cnf_that_binds_to_nothing() {
    let bound = |members: &str| {
        let issued = issued(members);
        presented(&issued, KB_HEADER, &kb_payload(&issued))
    };
    check_rejected(&bound(r#""a":1"#), "kb-cnf-missing");
    check_rejected(&bound(r#""cnf":"x""#), "kb-cnf-missing");
    check_rejected(
        &bound(r#""cnf":{"jwk":{"kty":"oct","k":"AAAA"}}"#),
        "kb-cnf-secret",
    );
    let private = cnf().replace(r#""kty""#, r#""d":"AQ","kty""#);
    let verdict = ask(&bound(&private), key(SPKI));
    assert_ne!(verdict.key_binding.unwrap().state, S::Valid);
    // A reference to a key that is not here: the issuer's signature holds, the rest is not known.
    for (cnf, code) in [
        (r#""cnf":{"kid":"k"}"#, "kb-cnf-named"),
        (r#""cnf":{"jkt":"k"}"#, "kb-cnf-named"),
        (r#""cnf":{"x5t#S256":"k"}"#, "kb-cnf-named"),
        (r#""cnf":{"kid":7}"#, "kb-cnf-without-jwk"),
        (r#""cnf":{"jku":"https://a.example"}"#, "kb-cnf-without-jwk"),
        (r#""cnf":{}"#, "kb-cnf-without-jwk"),
    ] {
        let verdict = check_binding(&bound(cnf), S::Unchecked, code);
        assert_eq!(verdict.state, S::Valid, "{cnf}");
        let warned = codes(&verdict.warnings);
        assert!(warned.contains(&"kb-unchecked") && warned.contains(&code));
        let said = crate::words::Locale::english().say(&verdict.key_binding.unwrap().reason);
        assert!(!said.contains("{$"), "{said}");
    }
}

#[test]
fn a_cnf_that_names_a_given_key_is_checked_with_it() {
    let holder = read(HOLDER).keys[0].facts.clone();
    let issuer = read(SPKI).keys[0].facts.public_jwk.clone();
    let with_kid = |jwk: &str, kid: &str| jwk.replacen('{', &format!(r#"{{"kid":"{kid}","#), 1);
    let set = |keys: &[String]| format!(r#"{{"keys":[{}]}}"#, keys.join(","));
    let named = with_kid(&holder.public_jwk, "h");
    let by_kid = issued(r#""cnf":{"kid":"h"}"#);
    let by_kid = presented(&by_kid, KB_HEADER, &kb_payload(&by_kid));
    let by_thumbprint = issued(&format!(r#""cnf":{{"jkt":"{}"}}"#, holder.thumbprint));
    let by_thumbprint = presented(&by_thumbprint, KB_HEADER, &kb_payload(&by_thumbprint));
    for paste in [&by_kid, &by_thumbprint] {
        let verdict = ask(paste, key(&set(&[issuer.clone(), named.clone()])));
        let binding = verdict.key_binding.unwrap();
        assert_eq!((verdict.state, binding.state), (S::Valid, S::Valid));
        assert_eq!(binding.key.unwrap().thumbprint, holder.thumbprint);
    }
    // Another key of that name, a secret of that name, and the right key under another name.
    let other = with_kid(&issuer, "h");
    let secret = r#"{"kid":"h","kty":"oct","k":"AAAA"}"#.to_owned();
    let elsewhere = with_kid(&holder.public_jwk, "k");
    for (keys, state, code) in [
        (vec![other.clone()], S::Invalid, "kb-wrong-key-type"),
        (vec![other, named], S::Valid, "kb-valid"),
        (vec![issuer.clone(), secret], S::Unchecked, "kb-cnf-named"),
        (vec![issuer, elsewhere], S::Unchecked, "kb-cnf-named"),
    ] {
        let binding = ask(&by_kid, key(&set(&keys))).key_binding.unwrap();
        assert_eq!((binding.state, binding.reason.code.as_ref()), (state, code));
    }
}

#[test]
fn a_cnf_that_is_disclosed_counts() {
    let disclosed = format!(
        r#"["salt","cnf",{{"jwk":{}}}]"#,
        read(HOLDER).keys[0].facts.public_jwk
    );
    let text = base64url::encode(disclosed.as_bytes());
    let digest = HashName::Sha256.digest(text.as_bytes());
    let jwt = token(
        r#"{"alg":"ES256"}"#,
        &format!(r#"{{"_sd":["{digest}"]}}"#),
        "ES256",
        PKCS8,
    );
    let bound = format!("{jwt}~{text}~");
    let paste = presented(&bound, KB_HEADER, &kb_payload(&bound));
    assert_eq!(check_binding(&paste, S::Valid, "kb-valid").state, S::Valid);
}

#[test]
fn without_a_key_binding_jwt_a_cnf_is_pointed_out() {
    let verdict = check(&issued(&cnf()), SPKI, S::Valid, "verify-valid");
    assert_eq!(codes(&verdict.warnings), ["kb-absent"]);
    let verdict = check(&issued(r#""a":1"#), SPKI, S::Valid, "verify-valid");
    assert_eq!(verdict.warnings, []);
}

#[test]
fn disclosures_that_have_to_be_rejected_make_it_invalid() {
    let good = issued(r#""a":1"#);
    let stray = base64url::encode(br#"["salt","b",2]"#);
    for (paste, code) in [
        (format!("{good}{stray}~"), "sd-jwt-not-referenced"),
        (
            format!("{good}{}~", disclosure()),
            "sd-jwt-disclosure-twice",
        ),
        (format!("{good}AAAA~"), "sd-jwt-disclosure-malformed"),
        (issued(r#""name":1"#), "sd-jwt-name-taken"),
        (issued(r#""_sd_alg":"md5""#), "sd-jwt-hash-unknown"),
    ] {
        let verdict = check(&paste, SPKI, S::Invalid, "verify-match-disclosures");
        assert!(codes(&verdict.warnings).contains(&code), "{code}");
        let said = crate::words::Locale::english().say(&verdict.reason);
        assert!(!said.contains("short-"), "{said}");
        let unchecked = ask(&paste, key(""));
        let warned = codes(&unchecked.warnings);
        assert!(warned.contains(&code) && warned.contains(&"verify-note-disclosures"));
    }
}
