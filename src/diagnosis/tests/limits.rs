//! What a diagnosis must not do: propose without proof, run without end, say secrets.

use super::*;

#[test]
fn wrong_keys_of_the_right_type_give_no_proposal() {
    let token = es256(r#"{"alg":"ES256"}"#);
    finds_code(&token, P256_OTHER, &["diagnosis-nothing-fits"]);
    let rsa = token_signed_as("PS256", "PS256", RSA_PKCS8);
    let other = crate::keys::read_key(&key(
        include_str!("../../../tests/vectors/data/koppeltaal-rs512-private.pem"),
        SecretReading::Utf8,
    ));
    finds_nothing_with(&rsa, &other.keys[0].facts.public_jwk);
}

#[test]
fn there_is_nothing_to_say_of_what_holds_or_was_not_asked() {
    assert_eq!(ask(&hs256(b"s3cret"), "s3cret"), []);
    assert_eq!(ask(&hs256(b"s3cret"), ""), []);
    assert_eq!(ask("", "s3cret"), []);
    assert_eq!(ask("eyJhbGciOiJub25lIn0.e30.", "s3cret"), []);
}

/// What the specification forbids accepting cannot be mended, whatever the key is.
#[test]
fn the_reason_of_the_verdict_where_it_says_all_there_is() {
    let header = r#"{"alg":"HS256","crit":["x"],"x":1}"#;
    let crit = seal(header, "{}", "HS256", &oct(b"s3cret"));
    finds_certain(&crit, "s3cret", "verify-match-crit-unknown");
}

#[test]
fn the_budget_ends_the_search() {
    let question = Question {
        key: key("wrong", SecretReading::Utf8),
        ..Question::default()
    };
    let inspection = inspect(&hs256(b"s3cret"));
    let count = |budget| {
        let found = diagnose(&inspection, &question, &[], budget);
        match found[0].steps[0].fact("count") {
            Some(Fact::Count(count)) => *count,
            other => panic!("{other:?}"),
        }
    };
    // The repairs of the token's text come before what the budget is for, and count as well.
    assert_eq!(count(Budget(3)), count(Budget(0)) + 3);
}

#[test]
fn no_step_says_a_secret() {
    let found = ask(&hs256(b"hush"), "\"hush\"\n");
    let printed = format!("{found:?}");
    assert!(found[0].is_verified);
    assert!(!printed.contains("hush"), "{printed}");
}

#[test]
fn every_cause_has_a_code_of_its_own() {
    let mut codes: Vec<&str> = ALL.iter().map(|cause| cause.code).collect();
    codes.sort_unstable();
    let count = codes.len();
    codes.dedup();
    assert_eq!(codes.len(), count);
}

#[test]
fn a_padded_payload_that_was_signed_so() {
    let input = "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ==";
    let signature = sign(input.as_bytes(), "HS256", &oct(b"s3cret"));
    let token = format!("{input}.{}", base64url::encode(&signature));
    let found = ask(&token, "s3cret");
    assert_eq!(codes(&found), ["input-base64"], "{found:#?}");
    assert!(found[0].is_verified);
}

#[test]
fn sentences_are_whole() {
    let locale = crate::words::Locale::english();
    let say = |diagnostic: &Diagnostic| locale.say(diagnostic);
    let one = ask(&hs256(b"s3cret"), "s3cret\n");
    assert_eq!(
        one[0].sentence(say),
        "It verifies when the newline at the end of the secret is left out."
    );
    let two = ask(&hs256(b"s3cret"), "\"s3cret\"\n");
    assert_eq!(
        two[0].sentence(say),
        "It verifies when the newline at the end of the secret is left out, and the quotes around the secret are treated the other way."
    );
}

/// Five megabytes are looked at in a few ways, not in a hundred.
#[test]
fn a_long_token_is_repaired_in_few_ways() {
    let long = format!(r#"{{"a":"{}"}}"#, "x".repeat(1_000_000));
    let token = seal(r#"{"alg":"HS256"}"#, &long, "HS256", &oct(b"s3cret"));
    let mut damaged = token.clone();
    damaged.insert(500_000, '\u{200b}');
    assert_eq!(codes(&ask(&damaged, "s3cret")), ["token-invisible"]);
    assert_eq!(codes(&ask(&token, "\"s3cret\"")), ["secret-quotes"]);
    let found = ask(&token, "wrong");
    assert_eq!(codes(&found), ["diagnosis-nothing-fits"]);
}
