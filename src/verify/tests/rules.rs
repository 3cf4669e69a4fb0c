//! The rules of the verdicts, one by one.

use super::SignatureState as S;
use super::*;

fn jwk(text: &str) -> String {
    read(text).keys[0].facts.public_jwk.clone()
}

/// The public JWK of a PEM with more members.
fn jwk_with(text: &str, members: &str) -> String {
    jwk(text).replace('}', &format!(",{members}}}"))
}

fn set(jwks: &[String]) -> String {
    format!("{{\"keys\":[{}]}}", jwks.join(","))
}

#[test]
fn no_key_no_verdict() {
    check(
        &hs256(r#"{"alg":"HS256"}"#),
        "",
        S::Unchecked,
        "verify-no-key",
    );
    check(
        &hs256(r#"{"alg":"HS256","kid":"a"}"#),
        "",
        S::Unchecked,
        "verify-no-key-kid",
    );
    check(
        &hs256(r#"{"alg":"HS256","jku":"https://a.example"}"#),
        "",
        S::Unchecked,
        "verify-no-key-url",
    );
    check("", SECRET, S::Unchecked, "verify-no-token");
    check("hello", SECRET, S::Unchecked, "verify-no-token");
}

#[test]
fn a_good_signature_with_each_kind_of_key() {
    let secret = hs256(r#"{"alg":"HS256"}"#);
    check(&secret, SECRET, S::Valid, "verify-valid-secret");
    let ec = token(r#"{"alg":"ES256"}"#, "{}", "ES256", PKCS8);
    for text in [SPKI, CERTIFICATE, &jwk(SPKI)] {
        if read(text).keys[0].facts.thumbprint == read(SPKI).keys[0].facts.thumbprint {
            let verdict = check(&ec, text, S::Valid, "verify-valid");
            assert_eq!(verdict.warnings, []);
        }
    }
    for alg in ["RS256", "PS256", "RS512", "PS384"] {
        let header = format!(r#"{{"alg":"{alg}"}}"#);
        let rsa = token(&header, "{}", alg, RSA_PKCS8);
        check(&rsa, RSA_SPKI, S::Valid, "verify-valid");
    }
}

#[test]
fn another_key_or_other_bytes() {
    let good = hs256(r#"{"alg":"HS256"}"#);
    check(&good, "other", S::Invalid, "verify-mismatch-secret");
    let (rest, signature) = good.rsplit_once('.').unwrap();
    let other_payload = format!("{rest}A.{signature}");
    let verdict = ask(&other_payload, key(SECRET));
    assert_eq!(verdict.state, S::Invalid);
    check(
        &format!("{rest}."),
        SECRET,
        S::Invalid,
        "verify-signature-empty",
    );
    check(
        &format!("{rest}.AAAA"),
        SECRET,
        S::Invalid,
        "verify-signature-length",
    );
}

#[test]
fn white_space_keeps_the_verdict() {
    let good = hs256(r#"{"alg":"HS256"}"#);
    let wrapped: String = good
        .as_bytes()
        .chunks(20)
        .map(|chunk| format!("{}\n", std::str::from_utf8(chunk).unwrap()))
        .collect();
    for paste in [
        format!("  {good}\n"),
        format!("Bearer {good}"),
        wrapped,
        good.replace('.', ".\n"),
    ] {
        check(&paste, SECRET, S::Valid, "verify-valid-secret");
    }
}

#[test]
fn changed_characters_are_never_valid() {
    let good = hs256(r#"{"alg":"HS256"}"#);
    let (rest, _) = good.rsplit_once('.').unwrap();
    for changed in [
        format!("{good}="),
        // `2` and `3` at the end of 43 characters differ in unused bits only.
        with_other_trailing_bits(&good),
        good.replacen(rest, &rest.replace('.', "=."), 1),
    ] {
        let verdict = ask(&changed, key(SECRET));
        assert_eq!(verdict.state, S::Invalid, "{changed} {verdict:#?}");
    }
    check(
        &format!("{good}="),
        SECRET,
        S::Invalid,
        "verify-match-part-changed",
    );
    let input = "eyJhbGciOiJIUzI1NiJ9.e30=";
    check(
        &seal(input, "HS256", SECRET),
        SECRET,
        S::Invalid,
        "verify-match-part-changed",
    );
}

fn with_other_trailing_bits(token: &str) -> String {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let last = token.chars().last().unwrap();
    let at = ALPHABET.find(last).unwrap();
    format!("{}{}", &token[..token.len() - 1], &ALPHABET[at + 1..at + 2])
}

#[test]
fn a_segment_too_many_is_never_valid() {
    let good = hs256(r#"{"alg":"HS256"}"#);
    for paste in [
        good.replacen('.', "..", 1),
        format!("{good}.AAAA"),
        format!("{good}."),
    ] {
        let verdict = ask(&paste, key(SECRET));
        assert_ne!(verdict.state, S::Valid, "{paste} {verdict:#?}");
    }
}

#[test]
fn what_the_rfcs_forbid_is_invalid_though_the_bytes_match() {
    for (header, code) in [
        (r#"{"alg":"HS256","crit":["x"],"x":1}"#, "crit-unknown"),
        (r#"{"alg":"HS256","crit":["exp"],"exp":1}"#, "crit-unknown"),
        (r#"{"alg":"HS256","crit":[]}"#, "crit-malformed"),
        (r#"{"alg":"HS256","crit":"b64"}"#, "crit-malformed"),
        (r#"{"alg":"HS256","crit":[1]}"#, "crit-malformed"),
        (
            r#"{"alg":"HS256","b64":true,"crit":["b64","b64"]}"#,
            "crit-malformed",
        ),
        (r#"{"alg":"HS256","crit":["alg"]}"#, "crit-base-name"),
        (r#"{"alg":"HS256","crit":["b64"]}"#, "crit-absent"),
        (r#"{"alg":"HS256","kid":"a","kid":"a"}"#, "repeated-names"),
        (r#"{"alg":"HS256","alg":"HS256"}"#, "repeated-names"),
        (
            r#"{"alg":"HS256","b64":"x","crit":["b64"]}"#,
            "b64-not-boolean",
        ),
        (r#"{"alg":"HS256",}"#, "header-not-json"),
        (r#"{"alg":"HS256"}x"#, "header-not-json"),
        (
            r#"{"alg":"HS256","jwk":{"kty":"oct","k":"AAEC"}}"#,
            "private-jwk",
        ),
    ] {
        let good = hs256(header);
        check(&good, SECRET, S::Invalid, &format!("verify-match-{code}"));
        let verdict = check(&good, "other", S::Invalid, "verify-mismatch-secret");
        let note = format!("verify-note-{code}");
        assert!(
            codes(&verdict.warnings).contains(&note.as_str()),
            "{header}"
        );
    }
}

#[test]
fn an_understood_crit_is_fine() {
    let header = r#"{"alg":"HS256","b64":true,"crit":["b64"]}"#;
    check(&hs256(header), SECRET, S::Valid, "verify-valid-secret");
}

#[test]
fn an_unencoded_payload() {
    let sealed = |header: &str| {
        let input = format!("{}.$02", base64url::encode(header.as_bytes()));
        seal(&input, "HS256", SECRET)
    };
    let good = sealed(r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#);
    check(&good, SECRET, S::Valid, "verify-valid-secret");
    let bad = sealed(r#"{"alg":"HS256","b64":false}"#);
    check(&bad, SECRET, S::Invalid, "verify-match-b64-without-crit");
}

#[test]
fn detached_content() {
    for header in [
        r#"{"alg":"HS256"}"#,
        r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#,
    ] {
        let content = "a.b c\n";
        let payload = if header.contains("b64") {
            content.to_owned()
        } else {
            base64url::encode(content.as_bytes())
        };
        let head = base64url::encode(header.as_bytes());
        let sealed = seal(&format!("{head}.{payload}"), "HS256", SECRET);
        let (_, signature) = sealed.rsplit_once('.').unwrap();
        let detached = format!("{head}..{signature}");
        let with = |content: Option<&str>| {
            let question = Question {
                key: key(SECRET),
                content: content.map(|text| text.as_bytes().to_vec()),
                ..Question::default()
            };
            verify(&inspect(&detached), &question)
        };
        assert_eq!(with(Some(content)).state, S::Valid, "{header}");
        assert_eq!(with(Some("other")).state, S::Invalid, "{header}");
        let none = with(None);
        assert_eq!(none.state, S::Unchecked, "{header}");
        assert_eq!(none.reason.code, "verify-content-missing");
    }
    let empty = seal("eyJhbGciOiJIUzI1NiJ9.", "HS256", SECRET);
    check(&empty, SECRET, S::Valid, "verify-valid-secret");
}

#[test]
fn content_beside_a_payload_is_not_used() {
    let question = Question {
        key: key(SECRET),
        content: Some(b"x".to_vec()),
        ..Question::default()
    };
    let verdict = verify(&inspect(&hs256(r#"{"alg":"HS256"}"#)), &question);
    assert_eq!(verdict.state, S::Valid);
    assert!(codes(&verdict.warnings).contains(&"verify-content-unused"));
}

#[test]
fn algorithms_that_are_none_missing_or_unknown() {
    let plain = |header: &str| format!("{}.e30.", base64url::encode(header.as_bytes()));
    check(
        &plain(r#"{"alg":"none"}"#),
        "",
        S::Unsecured,
        "verify-unsecured",
    );
    check(
        &plain(r#"{"alg":"none"}"#),
        SECRET,
        S::Unsecured,
        "verify-unsecured",
    );
    let verdict = check(
        &format!("{}AAAA", plain(r#"{"alg":"none"}"#)),
        SECRET,
        S::Unsecured,
        "verify-unsecured",
    );
    assert_eq!(
        codes(&verdict.warnings),
        ["verify-unsecured-with-signature"]
    );
    let crit = plain(r#"{"alg":"none","crit":["x"],"x":1}"#);
    check(&crit, "", S::Invalid, "verify-note-crit-unknown");
    for (header, code) in [
        (r#"{"alg":"None"}"#, "verify-alg-case"),
        (r#"{"alg":"hs256"}"#, "verify-alg-case"),
        (r#"{"alg":"HS1"}"#, "verify-alg-unknown"),
        (r#"{"alg":""}"#, "verify-alg-unknown"),
        (r#"{"alg":7}"#, "verify-alg-not-string"),
        (r#"{"alg":null}"#, "verify-alg-not-string"),
        (r#"{"typ":"JWT"}"#, "verify-alg-missing"),
    ] {
        for given in ["", SECRET] {
            check(&plain(header), given, S::Unsupported, code);
        }
    }
}

#[test]
fn a_key_of_the_wrong_type_says_what_is_needed() {
    let es256 = token(r#"{"alg":"ES256"}"#, "{}", "ES256", PKCS8);
    let verdict = check(&es256, RSA_SPKI, S::KeyError, "verify-wrong-key-type");
    assert_eq!(
        crate::words::Locale::english().say(&verdict.reason),
        "ES256 needs an EC P-256 key; this is RSA 2048."
    );
    check(&es256, SECRET, S::KeyError, "verify-wrong-key-type");
    check(
        &es256,
        &format!(
            "{RSA_SPKI}{}",
            include_str!("../../crypto/containers/fixtures/p384-spki.pem")
        ),
        S::KeyError,
        "verify-no-fitting-key",
    );
    let hs256 = hs256(r#"{"alg":"HS256"}"#);
    check(&hs256, SPKI, S::KeyError, "verify-wrong-key-type");
}

#[test]
fn a_key_that_cannot_be_read() {
    let good = hs256(r#"{"alg":"HS256"}"#);
    check(
        &good,
        "-----BEGIN PUBLIC KEY-----",
        S::KeyError,
        "key-pem-not-base64",
    );
    check(
        &good,
        r#"{"kty":"oct"}"#,
        S::KeyError,
        "key-jwk-missing-member",
    );
    check(&good, r#"{"keys":[]}"#, S::KeyError, "key-jwks-empty");
    check(
        &good,
        r#"{"issuer":"https://a.example","jwks_uri":"https://a.example/j"}"#,
        S::KeyError,
        "key-discovery",
    );
    let hex = KeyInput {
        reading: SecretReading::Hex,
        ..key(SECRET)
    };
    assert_eq!(ask(&good, hex).state, S::Invalid);
    let not_hex = KeyInput {
        reading: SecretReading::Hex,
        ..key("no hex")
    };
    assert_eq!(ask(&good, not_hex).state, S::KeyError);
}

#[test]
fn a_kid_names_the_key_of_a_set() {
    let signed = token(r#"{"alg":"ES256","kid":"a"}"#, "{}", "ES256", PKCS8);
    let good = jwk_with(SPKI, r#""kid":"a""#);
    let other = jwk_with(RSA_SPKI, r#""kid":"b""#);
    let verdict = check(
        &signed,
        &set(&[other.clone(), good.clone()]),
        S::Valid,
        "verify-valid",
    );
    let reasons: Vec<_> = verdict
        .candidates
        .iter()
        .map(|c| c.reason.code.as_ref())
        .collect();
    assert_eq!(reasons, ["skipped-kid", "candidate-holds"]);
    assert_eq!(verdict.key.unwrap().index, 1);

    let absent = set(&[jwk_with(SPKI, r#""kid":"c""#), other.clone()]);
    let verdict = check(&signed, &absent, S::KeyError, "verify-kid-absent");
    let kids = vec!["c".to_owned(), "b".to_owned()];
    assert_eq!(verdict.reason.fact("kids"), Some(&kids.into()));

    let partly = set(&[jwk(SPKI), other.clone()]);
    check(&signed, &partly, S::KeyError, "verify-kid-absent");

    let p256 = r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","kid":"a"}"#;
    let wrong = set(&[p256.to_owned(), jwk_with(SPKI, r#""kid":"c""#)]);
    check(&signed, &wrong, S::Invalid, "verify-mismatch-kid");

    let wrong_type = set(&[
        jwk_with(RSA_SPKI, r#""kid":"a""#),
        jwk_with(SPKI, r#""kid":"c""#),
    ]);
    check(&signed, &wrong_type, S::KeyError, "verify-wrong-key-type");

    let repeated = set(&[p256.to_owned(), good]);
    check(&signed, &repeated, S::Valid, "verify-valid");
}

#[test]
fn without_a_kid_all_fitting_keys_are_tried() {
    let signed = token(r#"{"alg":"ES256"}"#, "{}", "ES256", PKCS8);
    let p256 = r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","kid":"a"}"#;
    let good = jwk_with(SPKI, r#""kid":"b""#);
    let keys = set(&[p256.to_owned(), jwk(RSA_SPKI), good.clone()]);
    check(&signed, &keys, S::Valid, "verify-valid");
    let none = set(&[p256.to_owned(), jwk(RSA_SPKI)]);
    check(&signed, &none, S::Invalid, "verify-mismatch");
    let enc = set(&[jwk_with(SPKI, r#""use":"enc""#), p256.to_owned()]);
    check(&signed, &enc, S::Invalid, "verify-mismatch");
    let only_enc = set(&[jwk_with(SPKI, r#""use":"enc""#)]);
    let verdict = ask(&signed, key(&only_enc));
    assert_eq!(verdict.state, S::KeyError);
    assert_eq!(verdict.reason.code, "verify-key-use");
}

#[test]
fn a_set_without_any_kid_is_tried_by_type() {
    let signed = token(r#"{"alg":"ES256","kid":"a"}"#, "{}", "ES256", PKCS8);
    check(
        &signed,
        &set(&[jwk(RSA_SPKI), jwk(SPKI)]),
        S::Valid,
        "verify-valid",
    );
}

#[test]
fn one_key_alone_is_tried_and_conflicts_are_named() {
    let signed = token(r#"{"alg":"ES256","kid":"a"}"#, "{}", "ES256", PKCS8);
    for (members, code) in [
        (r#""kid":"b""#, "verify-kid-differs"),
        (r#""use":"enc""#, "verify-key-use"),
        (r#""alg":"ES384""#, "verify-key-alg"),
        (r#""key_ops":["encrypt"]"#, "verify-key-ops"),
    ] {
        let given = jwk_with(SPKI, members);
        let verdict = check(&signed, &given, S::Valid, "verify-valid");
        assert_eq!(codes(&verdict.warnings), [code]);
    }
}

#[test]
fn a_private_key_is_used_with_a_warning() {
    let signed = token(r#"{"alg":"ES256"}"#, "{}", "ES256", PKCS8);
    let verdict = check(&signed, PKCS8, S::Valid, "verify-valid");
    assert_eq!(codes(&verdict.warnings), ["verify-private-key-given"]);
}

#[test]
fn a_short_secret_verifies_with_a_warning() {
    for (secret, alg, code) in [
        ("short", "HS256", "verify-short-secret"),
        (
            "0123456789abcdef0123456789abcdef",
            "HS512",
            "verify-short-secret",
        ),
        (r#"{"kty":"oct","k":""}"#, "HS256", "verify-empty-secret"),
    ] {
        let signed = token(&format!(r#"{{"alg":"{alg}"}}"#), "{}", alg, secret);
        let verdict = check(&signed, secret, S::Valid, "verify-valid-secret");
        assert_eq!(codes(&verdict.warnings), [code], "{secret}");
    }
}

#[test]
fn the_token_s_own_key_proves_nothing() {
    let header = |jwk: &str| format!(r#"{{"alg":"ES256","jwk":{jwk}}}"#);
    let signed = token(&header(&jwk(SPKI)), "{}", "ES256", PKCS8);
    let verdict = check(&signed, "", S::SelfAsserted, "verify-self-asserted");
    assert_eq!(verdict.reason.fact("parameter"), Some(&"jwk".into()));
    check(&signed, SPKI, S::Valid, "verify-valid");
    check(&signed, RSA_SPKI, S::KeyError, "verify-wrong-key-type");
    let p256 = r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#;
    let other = token(&header(p256), "{}", "ES256", PKCS8);
    check(&other, "", S::Invalid, "verify-mismatch-embedded");
    let wrong_type = token(&header(&jwk(RSA_SPKI)), "{}", "ES256", PKCS8);
    check(&wrong_type, "", S::Invalid, "verify-wrong-key-type");
    let private = token(
        &header(&jwk_with(SPKI, r#""d":"AQ""#)),
        "{}",
        "ES256",
        PKCS8,
    );
    let verdict = ask(&private, key(""));
    assert_ne!(verdict.state, S::SelfAsserted, "{verdict:#?}");
    let broken = token(&header("{}"), "{}", "ES256", PKCS8);
    check(&broken, "", S::KeyError, "key-jwk-missing-member");
}

#[test]
fn a_certificate_in_the_header() {
    let der: String = CERTIFICATE
        .lines()
        .filter(|line| !line.starts_with('-'))
        .collect();
    let signed = token(
        &format!(r#"{{"alg":"ES256","x5c":["{der}"]}}"#),
        "{}",
        "ES256",
        PKCS8,
    );
    let expected =
        read(CERTIFICATE).keys[0].facts.thumbprint == read(SPKI).keys[0].facts.thumbprint;
    let state = if expected {
        S::SelfAsserted
    } else {
        S::Invalid
    };
    assert_eq!(ask(&signed, key("")).state, state);
    let broken = token(r#"{"alg":"ES256","x5c":["AA"]}"#, "{}", "ES256", PKCS8);
    check(&broken, "", S::KeyError, "verify-x5c-unreadable");
}

#[test]
fn several_signatures_have_a_verdict_each_and_the_worst_is_on_top() {
    let payload = base64url::encode(b"{}");
    let part = |alg: &str, private: &str, header: &str| {
        let head = base64url::encode(format!(r#"{{"alg":"{alg}"}}"#).as_bytes());
        let sealed = seal(&format!("{head}.{payload}"), alg, private);
        let (_, signature) = sealed.rsplit_once('.').unwrap();
        format!(r#"{{"protected":"{head}","signature":"{signature}"{header}}}"#)
    };
    let general = |parts: &[String]| {
        format!(
            r#"{{"payload":"{payload}","signatures":[{}]}}"#,
            parts.join(",")
        )
    };
    let rsa = part("RS256", RSA_PKCS8, "");
    let ec = part("ES256", PKCS8, r#","header":{"kid":"e"}"#);
    let both = set(&[jwk(RSA_SPKI), jwk(SPKI)]);
    let paste = general(&[rsa.clone(), ec.clone()]);
    let verdict = check(&paste, &both, S::Valid, "verify-valid");
    assert_eq!(verdict.signatures.len(), 2);
    let verdict = ask(&paste, key(SPKI));
    assert_eq!(verdict.state, S::KeyError);
    assert_eq!(verdict.signatures[1].state, S::Valid);
    let twice = part("ES256", PKCS8, r#","header":{"alg":"ES256"}"#);
    let paste = general(std::slice::from_ref(&twice));
    check(&paste, SPKI, S::Invalid, "verify-match-name-in-both");
    let outside = part("ES256", PKCS8, r#","header":{"crit":["b64"],"b64":true}"#);
    let paste = general(std::slice::from_ref(&outside));
    check(&paste, SPKI, S::Invalid, "verify-match-crit-unprotected");
}

#[test]
fn where_the_key_came_from_is_part_of_the_reason() {
    let signed = token(r#"{"alg":"ES256"}"#, "{}", "ES256", PKCS8);
    let fetched = KeyInput {
        source: KeySource::Fetched {
            url: "https://a.example/jwks".to_owned(),
            at: 7,
        },
        ..key(&set(&[jwk(SPKI)]))
    };
    let verdict = ask(&signed, fetched);
    assert_eq!(verdict.reason.code, "verify-valid-fetched");
    let said = crate::words::Locale::english().say(&verdict.reason);
    assert!(said.contains("https://a.example/jwks"), "{said}");
}

#[test]
fn a_jwe_is_not_verified() {
    let header = base64url::encode(br#"{"alg":"dir","enc":"A128GCM"}"#);
    check(
        &format!("{header}..AAAA.AAAA.AAAA"),
        SECRET,
        S::Encrypted,
        "verify-encrypted",
    );
}

#[test]
fn hostile_keys_and_signatures() {
    let es256 = "eyJhbGciOiJFUzI1NiJ9.e30";
    for signature in [
        vec![0; 64],
        vec![0xff; 64],
        Vec::new(),
        vec![0; 63],
        vec![0; 4096],
    ] {
        let paste = format!("{es256}.{}", base64url::encode(&signature));
        let verdict = ask(&paste, key(SPKI));
        assert_eq!(verdict.state, S::Invalid, "{verdict:#?}");
    }
    let rs256 = "eyJhbGciOiJSUzI1NiJ9.e30";
    for (n, e) in [
        ("AQ", "AQ"),
        ("Ag", "AQAB"),
        ("_____w", "AQ"),
        ("AQAB", "AAAA"),
    ] {
        let jwk = format!(r#"{{"kty":"RSA","n":"{n}","e":"{e}"}}"#);
        for signature in ["AQ", "", "AAAA"] {
            let verdict = ask(&format!("{rs256}.{signature}"), key(&jwk));
            assert!(
                matches!(verdict.state, S::Invalid | S::KeyError),
                "{jwk} {verdict:#?}"
            );
        }
    }
}
