//! Values as they come, and the sentences that are said of them.

#![allow(clippy::unwrap_used, clippy::panic)]

mod packed;
mod smart;

use super::*;
use crate::json::{Document, parse};
use crate::words::Locale;
use std::sync::LazyLock;

fn document(json: &str) -> Document {
    parse(json.as_bytes().to_vec())
}

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| {
    let mut knowledge = Knowledge::core();
    assert!(knowledge.load(include_str!("../records.tsv")).is_empty());
    knowledge
});

static LOCALE: LazyLock<Locale> = LazyLock::new(|| {
    let mut locale = Locale::english();
    locale.add(include_str!("../../../locales/en/rest/knowledge.ftl"));
    locale
});

/// What is said of a member of a token with this header and payload.
fn explained(
    header: &str,
    payload: &str,
    place: In,
    name: &str,
    key: Option<&KeyFacts>,
) -> Vec<Diagnostic> {
    let (header, payload) = (document(header), document(payload));
    let context = KNOWLEDGE.context(header.object(), payload.object());
    let pointer = match name.starts_with('/') {
        true => name.to_owned(),
        false => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
    };
    let half = match place {
        In::Header => &header,
        In::Payload | In::Jwk => &payload,
    };
    let value = half.at_pointer(&pointer).unwrap();
    KNOWLEDGE.value(place, name, value, &context, key)
}

/// Asserts the sentences about a claim, given a payload that holds it.
fn check_in(payload: &str, name: &str, expected: &[&str]) {
    let said = explained("{}", payload, In::Payload, name, None);
    let said: Vec<String> = said
        .iter()
        .map(|diagnostic| LOCALE.say(diagnostic))
        .collect();
    assert_eq!(said, expected, "{name} in {payload}");
}

/// The same for a claim alone, its value as JSON.
fn check(name: &str, value: &str, expected: &[&str]) {
    let name_json = format!("{name:?}");
    check_in(&format!("{{{name_json}:{value}}}"), name, expected);
}

fn check_header(header: &str, name: &str, codes: &[&str]) {
    let said = explained(header, "{}", In::Header, name, None);
    let said: Vec<&str> = said.iter().map(|d| d.code.as_ref()).collect();
    assert_eq!(said, codes, "{name} in {header}");
}

#[test]
fn methods_of_logging_in_are_one_sentence() {
    let sentence = "The user logged in with a password and with more than one factor.";
    check("amr", r#"["pwd","mfa"]"#, &[sentence]);
    check(
        "amr",
        r#"["pwd","x-own"]"#,
        &[
            "The user logged in with a password.",
            "Not registered as a way of logging in: x-own.",
        ],
    );
    check(
        "amr",
        r#"["rsa"]"#,
        &["Not registered as a way of logging in: rsa."],
    );
    let entra = r#"{"iss":"https://sts.windows.net/t/","amr":["rsa"]}"#;
    let rsa =
        "The user logged in with an RSA key, such as that of the Microsoft Authenticator app.";
    check_in(entra, "amr", &[rsa]);
    check("amr", "[]", &[]);
    check("amr", "7", &["By its definition this is: list of texts."]);
    check("somebody", r#"["pwd"]"#, &[]);
}

#[test]
fn header_values_are_spelled_out() {
    check_header(r#"{"alg":"HS256"}"#, "alg", &["alg-hs256"]);
    check_header(r#"{"alg":"hs256"}"#, "alg", &["value-alg-case"]);
    check_header(r#"{"alg":"HS257"}"#, "alg", &["value-alg-unknown"]);
    check_header(r#"{"alg":"dir","enc":"A128GCM"}"#, "enc", &["alg-a128gcm"]);
    check_header(r#"{"typ":"application/AT+JWT"}"#, "typ", &["typ-at-jwt"]);
    check_header(r#"{"typ":"jwt"}"#, "typ", &["typ-jwt"]);
    check_header(r#"{"typ":"Bearer"}"#, "typ", &["value-typ-unknown"]);
    check_header(
        r#"{"jwk":{"kty":"EC","crv":"P-256"}}"#,
        "/jwk/crv",
        &["crv-p-256"],
    );
    check_header(r#"{"jwk":{"kty":"EC"}}"#, "/jwk/kty", &["kty-ec"]);
}

#[test]
fn a_word_means_nothing_outside_its_origin() {
    let workshop =
        r#"{"role":"Internal","sub":"internal","iss":"Online-Toestemming-Workshop-IdentityApi"}"#;
    let internal = "One of the workshop's own services; `sub` holds `internal`.";
    check_in(workshop, "role", &[internal]);
    check_in(r#"{"role":"Internal"}"#, "role", &[]);
    check("typ", r#""at+jwt""#, &[]);
    check("alg", r#""HS256""#, &[]);
    let keycloak = r#"{"iss":"https://k.example/realms/x","typ":"Bearer"}"#;
    check_in(keycloak, "typ", &["An access token: it opens a service."]);
}

#[test]
fn the_workshops_role_says_what_sub_holds() {
    let token = |role: &str, sub: &str| {
        format!(
            r#"{{"sub":"{sub}","role":"{role}","iss":"Online-Toestemming-Workshop-IdentityApi"}}"#
        )
    };
    let company =
        "Because the role is HealthcareCompany, this is the name of the healthcare company.";
    check_in(&token("HealthcareCompany", "De Linde"), "sub", &[company]);
    check_in(&token("Somebody", "De Linde"), "sub", &[]);
    let patient = token("Patient", "0b6f1c52-6f8e-4d0b-9a5e-0d3c8a9d7e11");
    check_in(
        &patient,
        "sub",
        &[
            "Because the role is Patient, this is the patient's ID.",
            "A random UUID (version 4).",
        ],
    );
}

#[test]
fn uuids_tell_their_version_and_time() {
    // The examples of RFC 9562, Appendix A: 2022-02-22 19:22:22 UTC.
    let at = Locale::english().moment(1_645_557_742);
    let time = |version: u8| format!("A UUID with a moment in it (version {version}): {at}.");
    let address =
        "It also holds the network address of the computer that made it: 9e:6b:de:ce:d8:46.";
    check(
        "x",
        r#""C232AB00-9414-11EC-B3C8-9F6BDECED846""#,
        &[&time(1)],
    );
    check(
        "x",
        r#""C232AB00-9414-11EC-B3C8-9E6BDECED846""#,
        &[&time(1), address],
    );
    check(
        "x",
        r#""1EC9414C-232A-6B00-B3C8-9F6BDECED846""#,
        &[&time(6)],
    );
    check(
        "x",
        r#""017F22E2-79B0-7CC3-98C4-DC0C0C07398F""#,
        &[&time(7)],
    );
    check(
        "x",
        r#""919108f7-52d1-4320-9bac-f847db4148a8""#,
        &["A random UUID (version 4)."],
    );
    let name = "A UUID worked out from a name (version 5): the same name gives the same UUID.";
    check("x", r#""{2ed6657d-e927-568b-95e1-2665a8aea6a2}""#, &[name]);
    let nil = "The nil UUID, all zeros: usually a value that was never set.";
    check("x", r#""00000000-0000-0000-0000-000000000000""#, &[nil]);
    for no_uuid in [
        "919108f7-52d1-4320-9bac-f847db4148a",
        "919108f752d143209bacf847db4148a8",
        "g19108f7-52d1-4320-9bac-f847db4148a8",
        "------------------------------------",
    ] {
        check("x", &format!("{no_uuid:?}"), &[]);
    }
}

#[test]
fn addresses_are_taken_apart() {
    check(
        "x",
        r#""https://a.example/token""#,
        &["An address on a.example: /token."],
    );
    check(
        "x",
        r#""https://a.example:8443/""#,
        &["An address on a.example, port 8443."],
    );
    check(
        "x",
        r#""https://a.example/cb?state=1&code""#,
        &[
            "An address on a.example: /cb.",
            "Parameters: state and code.",
        ],
    );
    check(
        "x",
        r#""http://user:pw@a.example/#top""#,
        &[
            "An address on a.example.",
            "After the #: top.",
            "There is a user name or password in this address.",
            "http, not https: what is sent there can be read and changed on the way.",
        ],
    );
    check(
        "x",
        r#""http://localhost:5000""#,
        &["An address on localhost, port 5000."],
    );
    check(
        "x",
        r#""https://[::1]:8/a""#,
        &["An address on [::1], port 8: /a."],
    );
    for no_address in [
        "https://",
        "https:/a",
        "urn:a:b",
        "api://x",
        "see https://a.example",
        "://a",
        "https:// a",
    ] {
        check("x", &format!("{no_address:?}"), &[]);
    }
}

#[test]
fn issuers_name_their_tenant() {
    check(
        "iss",
        r#""https://sts.windows.net/T/""#,
        &[
            "An issuer of Microsoft Entra ID.",
            "The tenant (organisation) is T.",
            "An address on sts.windows.net: /T/.",
        ],
    );
    check(
        "iss",
        r#""https://k.example/realms/zorg""#,
        &[
            "An issuer of Keycloak.",
            "The realm is zorg.",
            "An address on k.example: /realms/zorg.",
        ],
    );
    check("iss", r#""localhost""#, &[]);
}

#[test]
fn scopes_are_split_and_read() {
    check(
        "scope",
        r#""openid own""#,
        &[
            "2 permissions: openid and own.",
            "openid: asks who the user is (OpenID Connect).",
        ],
    );
    check(
        "scope",
        r#""a,b""#,
        &[
            "There are commas in it, but scopes are separated by spaces: this is one scope with a strange name.",
        ],
    );
    check("scope", r#""""#, &[]);
    check(
        "scope",
        "true",
        &["By its definition this is: words separated by spaces."],
    );
    check("scp", r#"["own"]"#, &[]);
}

#[test]
fn smart_scopes_become_sentences() {
    check(
        "scope",
        r#""patient/*.rs""#,
        &["patient/*.rs: read and search all kinds of resources, of the one patient in context."],
    );
    check(
        "scope",
        r#""system/Task.cruds""#,
        &[
            "system/Task.cruds: create, read, change, delete and search Task, for the program on its own, without a user.",
        ],
    );
    check(
        "scope",
        r#""user/Observation.read""#,
        &["user/Observation.read: read and search Observation, as far as the user may."],
    );
    check(
        "scope",
        r#""patient/Observation.rs?category=vital-signs""#,
        &[
            "patient/Observation.rs?category=vital-signs: read and search Observation, of the one patient in context, where category=vital-signs.",
        ],
    );
    check(
        "scope",
        r#""patient/Task.sr""#,
        &[
            "patient/Task.sr has its letters in another order than c, r, u, d, s, or twice: a server may refuse it. Meant is: search and read Task, of the one patient in context.",
        ],
    );
    for other in [
        "patient/Task",
        "patient/task.rs",
        "patient/Task.x",
        "patient/.rs",
        "clinic/Task.rs",
        "patient/Task.",
    ] {
        check("scope", &format!("{other:?}"), &[]);
    }
}

#[test]
fn fhir_references_say_what_they_refer_to() {
    let said = "Refers to a care provider: the FHIR resource Practitioner with id 1.";
    check("sub", r#""Practitioner/1""#, &[said]);
    let launch = r#"{"resource":"Task/1","definition":"x","sub":"y"}"#;
    check_in(
        launch,
        "resource",
        &["Refers to a task: the FHIR resource Task with id 1."],
    );
    check_in(
        launch,
        "sub",
        &["A FHIR reference was expected here, such as Patient/ and an id."],
    );
    check(
        "fhirUser",
        r#""https://f.example/r4/Patient/1""#,
        &[
            "Refers to a patient: the FHIR resource Patient with id 1, on the server in the address.",
            "An address on f.example: /r4/Patient/1.",
        ],
    );
    // Every type will do where a reference has to stand, or on a FHIR server.
    let launch = launch.replace("Task/1", "ServiceRequest/a-1/_history/2");
    check_in(
        &launch,
        "resource",
        &["Refers to something in a health record: the FHIR resource ServiceRequest with id a-1."],
    );
    let unlikely = launch.replace("ServiceRequest/a-1/_history/2", "service request/1");
    check_in(
        &unlikely,
        "resource",
        &["A FHIR reference was expected here, such as Patient/ and an id."],
    );
    check(
        "note",
        r#""https://f.example/fhir/Condition/1""#,
        &[
            "Refers to something in a health record: the FHIR resource Condition with id 1, on the server in the address.",
            "An address on f.example: /fhir/Condition/1.",
        ],
    );
    for other in [
        "Patient",
        "Patient/",
        "Patient/a b",
        "patient/1",
        "Cat/1",
        "a/Patient/1",
    ] {
        check("note", &format!("{other:?}"), &[]);
    }
}

#[test]
fn subjects_of_machines_are_read() {
    check(
        "sub",
        r#""system:serviceaccount:shop:web""#,
        &["The service account web in the namespace shop."],
    );
    check(
        "sub",
        r#""repo:o/r:ref:refs/heads/main""#,
        &["The repository o/r, on refs/heads/main."],
    );
    check(
        "sub",
        r#""repo:o/r:pull_request""#,
        &["The repository o/r, in a pull request."],
    );
    check(
        "sub",
        r#""auth0|123""#,
        &["A user who logged in through auth0, known there as 123."],
    );
    check(
        "sub",
        r#""spiffe://t.example/ns/web""#,
        &["The program /ns/web in the trust domain t.example."],
    );
    for other in [
        "system:serviceaccount:shop",
        "repo:o/r",
        "repo:o/r:own",
        "|1",
        "a b|1",
        "did:",
        "2",
    ] {
        check("sub", &format!("{other:?}"), &[]);
    }
}

#[test]
fn numbers_are_moments_only_where_that_is_likely() {
    let at = Locale::english().moment(1_700_000_000);
    check("auth_time", "1700000000", &[&format!("{at}.")]);
    check("auth_time", "1700000000.75", &[&format!("{at}.")]);
    check(
        "own",
        "1700000000",
        &[&format!("It could be a moment: {at}.")],
    );
    check(
        "own",
        r#""1700000000""#,
        &[&format!("It could be a moment: {at}.")],
    );
    check(
        "own",
        "1700000000000",
        &[&format!("It could be a moment in milliseconds: {at}.")],
    );
    check("exi", "1700000000", &[]);
    for other in [
        "7",
        "-1700000000",
        "170000000",
        "1e9",
        "99999999999999999999999999",
        "\"\"",
        "\"-\"",
    ] {
        check("own", other, &[]);
    }
}

#[test]
fn what_is_packed_inside_is_offered() {
    let token = "eyJhbGciOiJub25lIn0.e30.";
    check(
        "own",
        &format!("{token:?}"),
        &["There is a whole token in this value."],
    );
    check(
        "events",
        r#""{\"type\":\"x\"}""#,
        &[
            "By its definition this is: object.",
            "There is JSON in this text, which has to be read once more.",
        ],
    );
    check(
        "own",
        r#""VGhpcyBpcyBub3Qgc2VjcmV0Lg==""#,
        &["In base64 this says: This is not secret."],
    );
    check(
        "own",
        r#""eyJjb2xvdXIiOiJibHVlIn0=""#,
        &[r#"In base64 this is JSON: {"colour":"blue"}"#],
    );
    for other in [
        "HealthcareCompanyNames",
        "a.b.c",
        "1.2.3.4.5",
        "{not json}",
        "0123456789abcdef0123456789abcdef",
    ] {
        check("own", &format!("{other:?}"), &[]);
    }
}

#[test]
fn a_kid_may_be_the_thumbprint_of_the_key() {
    let key = KeyFacts {
        thumbprint: "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs".to_owned(),
        kid: Some("main".to_owned()),
        ..KeyFacts::default()
    };
    let codes = |kid: &str, key: Option<&KeyFacts>| -> Vec<String> {
        let header = format!(r#"{{"kid":"{kid}"}}"#);
        explained(&header, "{}", In::Header, "kid", key)
            .into_iter()
            .map(|diagnostic| diagnostic.code.into_owned())
            .collect()
    };
    assert_eq!(codes(&key.thumbprint, Some(&key)), ["value-kid-thumbprint"]);
    assert_eq!(codes(&key.thumbprint, None), ["value-kid-like-thumbprint"]);
    assert_eq!(codes("main", Some(&key)), ["value-kid-names-key"]);
    assert_eq!(codes("Main", Some(&key)), [""; 0]);
    assert_eq!(codes("", Some(&KeyFacts::default())), [""; 0]);
}

#[test]
fn fingerprints_tell_their_size() {
    check("at_hash", r#""77QmUPtjPfzWtF2AnpK9RQ""#, &["16 bytes."]);
    check("at_hash", r#""not base64!""#, &["This is no base64url."]);
}

#[test]
fn every_sentence_has_a_text() {
    let locale = Locale::english();
    let explained = include_str!("../../../locales/en/rest/explain.ftl");
    for source in [
        include_str!("json_type.rs"),
        include_str!("words.rs"),
        include_str!("scope.rs"),
        include_str!("subject.rs"),
        include_str!("issuer.rs"),
        include_str!("fhir.rs"),
        include_str!("key_id.rs"),
        include_str!("uuid.rs"),
        include_str!("url.rs"),
        include_str!("moment.rs"),
        include_str!("embedded.rs"),
    ] {
        for quoted in source.split('"').skip(1).step_by(2) {
            let is_code = ["value-", "smart-", "fhir-"]
                .iter()
                .any(|p| quoted.starts_with(p));
            assert!(!is_code || locale.has(quoted), "{quoted}");
        }
    }
    for line in explained.lines().filter(|line| line.starts_with("type-")) {
        let name = line
            .split_once(" = ")
            .unwrap()
            .0
            .trim_start_matches("type-");
        assert_eq!(ValueType::from_name(name).unwrap().name(), name);
    }
}

#[test]
fn hostile_values_are_only_not_explained() {
    let long = format!("{:?}", "A".repeat(300_000));
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    for value in [
        long.as_str(),
        deep.as_str(),
        "{}",
        "null",
        "\"\\ud800\"",
        "1e999999999",
        "\"https://%\"",
    ] {
        for name in [
            "scope",
            "sub",
            "iss",
            "kid",
            "own",
            "amr",
            "exp",
            "https://x.example/a",
        ] {
            let payload = format!("{{{name:?}:{value}}}");
            let _ = explained("{}", &payload, In::Payload, name, None);
        }
    }
}
