//! Names in tokens as they come, and what is said of them.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::json::{Document, parse};
use std::sync::LazyLock;

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| {
    let mut knowledge = Knowledge::core();
    assert!(knowledge.load(include_str!("records.tsv")).is_empty());
    knowledge
});

fn document(json: &str) -> Document {
    parse(json.as_bytes().to_vec())
}

/// The name in a token with this header and payload: `known`, key of the record, key of the
/// reading.
fn explained(place: In, name: &str, header: &str, payload: &str) -> (&'static str, String, String) {
    let (header, payload) = (document(header), document(payload));
    let context = KNOWLEDGE.context(header.object(), payload.object());
    let explanation = KNOWLEDGE.member(place, name, &context);
    let key = |record: Option<&Record>| record.map(|r| r.key.clone()).unwrap_or_default();
    (
        explanation.known.name(),
        key(explanation.record),
        key(explanation.reading),
    )
}

fn check(payload: &str, name: &str, expected: (&str, &str, &str)) {
    let (known, record, reading) = explained(In::Payload, name, "{}", payload);
    assert_eq!(
        (known, record.as_str(), reading.as_str()),
        expected,
        "{name}"
    );
}

#[test]
fn a_registered_name_stays_registered_and_gets_the_reading_of_its_origin() {
    check("{}", "sub", ("registered", "claim-sub", ""));
    let entra = r#"{"iss":"https://login.microsoftonline.com/t/v2.0","tid":"t","scp":"a"}"#;
    check(entra, "sub", ("registered", "claim-sub", "entra-sub"));
    check(entra, "tid", ("provider", "entra-tid", ""));
    check(entra, "scp", ("provider", "entra-scp", ""));
    let okta = r#"{"iss":"https://a.okta.com/oauth2/default","cid":"c","scp":["a"]}"#;
    check(okta, "scp", ("provider", "okta-scp", ""));
    let cognito = r#"{"iss":"https://cognito-idp.eu-west-1.amazonaws.com/p","token_use":"id"}"#;
    check(cognito, "custom:size", ("provider", "cognito-custom", ""));
}

#[test]
fn the_workshop_token_is_explained_whole() {
    const EMAIL: &str = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";
    const ROLE: &str = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";
    const ID: &str = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier";
    let printed = format!(r#"{{"{EMAIL}":"e@example.com","{ROLE}":"user","{ID}":"2"}}"#);
    check(&printed, EMAIL, ("provider", "wsfed-emailaddress", ""));
    check(&printed, ROLE, ("provider", "wsfed-role", ""));
    check(&printed, ID, ("provider", "wsfed-nameidentifier", ""));
    let service =
        r#"{"sub":"internal","role":"Internal","iss":"Online-Toestemming-Workshop-IdentityApi"}"#;
    check(service, "role", ("profile", "workshop-role", ""));
    check(service, "sub", ("registered", "claim-sub", "workshop-sub"));
    check(
        r#"{"role":"Internal"}"#,
        "role",
        ("provider", "dotnet-role", ""),
    );
}

#[test]
fn a_launch_and_a_client_assertion_are_told_apart_by_their_shape() {
    let launch = r#"{"iss":"portal","aud":"Device/1","jti":"j","sub":"Practitioner/1",
        "resource":"Task/1","definition":"ActivityDefinition/1","intent":"plan"}"#;
    check(launch, "resource", ("profile", "hti-resource", ""));
    check(launch, "intent", ("profile", "hti-intent", ""));
    check(launch, "sub", ("registered", "claim-sub", "hti-sub"));
    let assertion = r#"{"iss":"c","sub":"c","aud":"https://as.example/token","jti":"j"}"#;
    check(
        assertion,
        "sub",
        ("registered", "claim-sub", "smart-backend-sub"),
    );
    let self_issued = r#"{"iss":"c","sub":"c","aud":"c","jti":"j"}"#;
    check(self_issued, "sub", ("registered", "claim-sub", ""));
}

#[test]
fn nested_names_are_known_by_path() {
    for (name, known, key) in [
        (
            "/realm_access/roles",
            "provider",
            "keycloak-realm-access-roles",
        ),
        (
            "/resource_access/account/roles",
            "provider",
            "keycloak-resource-access-roles",
        ),
        ("/cnf/jkt", "registered", "claim-cnf-jkt"),
        ("/act/sub", "registered", "claim-act-sub"),
        ("/act/act/sub", "registered", "claim-act-sub"),
        ("/act/client_id", "registered", "claim-client-id"),
        ("/address/country", "registered", "claim-address-country"),
        ("/cnf/jwk/kty", "registered", "jwk-kty"),
        ("/aud/0", "registered", "claim-aud"),
        (
            "/kubernetes.io/pod/name",
            "provider",
            "kubernetes-kubernetes-io-pod-name",
        ),
        (
            "/authorization_details/0/type",
            "registered",
            "claim-authorization-details-type",
        ),
        (
            "/verified_claims/claims/given_name",
            "registered",
            "claim-given-name",
        ),
    ] {
        check("{}", name, (known, key, ""));
    }
}

#[test]
fn a_nested_unknown_name_says_what_it_is_part_of_and_suggests_nothing() {
    let explanation = KNOWLEDGE.member(In::Payload, "/address/expires", &Context::default());
    assert_eq!(explanation.known, Known::Unknown);
    assert_eq!(explanation.within.unwrap().key, "claim-address");
    assert_eq!((explanation.nearest, explanation.elsewhere), (None, None));
    assert_eq!(explanation.naming, Naming::Member);
    let explanation = KNOWLEDGE.member(In::Payload, "/nothing/expires", &Context::default());
    assert_eq!(explanation.within, None);
}

#[test]
fn the_kind_of_key_decides_what_its_members_are() {
    let header = r#"{"jwk":{"kty":"OKP","x":"","d":""}}"#;
    let of = |name: &str| explained(In::Header, name, header, "{}").1;
    assert_eq!(of("/jwk/x"), "jwk-okp-x");
    assert_eq!(of("/jwk/d"), "jwk-okp-d");
    assert_eq!(of("/jwk/kid"), "jwk-kid");
    let key = |json: &str, name: &str| explained(In::Jwk, name, "{}", json).1;
    assert_eq!(key(r#"{"kty":"RSA"}"#, "d"), "jwk-rsa-d");
    assert_eq!(key(r#"{"keys":[{"kty":"oct"}]}"#, "/keys/0/k"), "jwk-oct-k");
    assert_eq!(
        key(r#"{"keys":[{"kty":"EC"},{"kty":"OKP"}]}"#, "/keys/1/d"),
        "jwk-okp-d"
    );
    assert_eq!(key(r#"{"keys":[]}"#, "keys"), "jwk-set-keys");
}

#[test]
fn in_an_encrypted_token_alg_is_about_the_key() {
    let of = |header: &str, name: &str| explained(In::Header, name, header, "{}").1;
    assert_eq!(of(r#"{"alg":"RS256"}"#, "alg"), "header-alg");
    assert_eq!(of(r#"{"alg":"dir","enc":"A128GCM"}"#, "alg"), "jwe-alg");
    assert_eq!(of(r#"{"alg":"dir","enc":"A128GCM"}"#, "iss"), "jwe-iss");
    assert_eq!(of(r#"{"alg":"RS256"}"#, "iss"), "");
    assert_eq!(of(r#"{"alg":"RS256","iv":"x"}"#, "iv"), "");
}

#[test]
fn a_name_in_the_wrong_half_says_where_it_belongs() {
    let of = |place, name| KNOWLEDGE.member(place, name, &Context::default());
    assert_eq!(of(In::Header, "exp").known, Known::Unknown);
    assert_eq!(of(In::Header, "exp").elsewhere.unwrap().key, "claim-exp");
    assert_eq!(of(In::Payload, "alg").elsewhere.unwrap().key, "header-alg");
    assert_eq!(of(In::Payload, "colour").elsewhere, None);
}

#[test]
fn a_slip_names_what_was_meant() {
    let nearest = |place, name| KNOWLEDGE.member(place, name, &Context::default()).nearest;
    assert_eq!(nearest(In::Payload, "expires"), Some("exp"));
    assert_eq!(nearest(In::Payload, "issuer"), Some("iss"));
    assert_eq!(nearest(In::Payload, "Sub"), Some("sub"));
    assert_eq!(nearest(In::Header, "algorithm"), Some("alg"));
    assert_eq!(nearest(In::Header, "Typ"), Some("typ"));
    for name in [
        "sub",
        "colour",
        "department",
        "https://a.example/expires",
        "tid",
        "x",
        "",
    ] {
        assert_eq!(nearest(In::Payload, name), None, "{name}");
    }
}

#[test]
fn public_and_private_names_are_told_apart() {
    let naming = |name| {
        KNOWLEDGE
            .member(In::Payload, name, &Context::default())
            .naming
    };
    assert_eq!(naming("iss"), Naming::Registered);
    for name in [
        "https://a.example/role",
        "urn:example:role",
        "com.example.role",
        "example.com/role",
        "oidc.circleci.com/project-id",
    ] {
        assert_eq!(naming(name), Naming::Public, "{name}");
    }
    for name in [
        "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "f81d4fae-7dec-11d0-a765-00a0c91e6bf6/role",
        "2.16.840.1.113883.2.4.6.3",
        "urn:oid:1.2.840.113549.1.9.1",
    ] {
        assert_eq!(naming(name), Naming::Unique, "{name}");
    }
    for name in [
        "f81d4fae-7dec-11d0-a765",
        "f81d4faez7dec-11d0-a765-00a0c91e6bf6",
        "1.2.3",
        "3.2.3.4",
        "1..2.3",
        "1.2.3.4.x",
    ] {
        assert_eq!(naming(name), Naming::Private, "{name}");
    }
    for name in [
        "role",
        "user.id",
        "a/b",
        "custom:size",
        "urn:",
        "://x",
        "cognito:groups",
        "a..b/c",
    ] {
        assert_eq!(naming(name), Naming::Private, "{name}");
    }
}

#[test]
fn other_readings_of_a_name_are_offered_too() {
    let explanation = KNOWLEDGE.member(In::Payload, "roles", &Context::default());
    let also: Vec<&str> = explanation.also.iter().map(|r| r.key.as_str()).collect();
    assert!(also.contains(&"entra-roles"), "{also:?}");
    assert_eq!(explanation.reading, None);
}

#[test]
fn hostile_names_are_only_unknown() {
    let long = "/act".repeat(5_000);
    for name in [
        long.as_str(),
        "/",
        "//",
        "/0/0/0",
        "~",
        "/~",
        "/cnf/jwk",
        "*",
    ] {
        for place in [In::Header, In::Payload, In::Jwk] {
            let _ = KNOWLEDGE.member(place, name, &Context::default());
        }
    }
}

#[test]
fn values_are_records_too() {
    let of = |member, value| {
        KNOWLEDGE
            .value_of(member, value, &Context::default())
            .map(|record| record.key.as_str())
    };
    assert_eq!(of("alg", "HS256"), Some("alg-hs256"));
    assert_eq!(of("alg", "hs256"), None);
    assert_eq!(of("amr", "pwd"), Some("amr-pwd"));
    assert_eq!(of("role", "Patient"), Some("workshop-role-patient"));
    assert_eq!(of("name", "HS256"), None);
}

#[test]
fn the_type_of_a_credential_is_explained_whoever_issued_it() {
    let payload = r#"{"vct":"https://credentials.example/identity"}"#;
    check(payload, "vct", ("profile", "sd-jwt-vc-vct", ""));
    check(
        payload,
        "vct#integrity",
        ("profile", "sd-jwt-vc-vct-integrity", ""),
    );
}
