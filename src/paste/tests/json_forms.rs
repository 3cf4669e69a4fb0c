//! JSON Serializations, alone and inside other texts.

use super::*;
use crate::inspect::{Family, Found, Serialization, StructureState};
use crate::jose::{jwe, jws};
use crate::span::Part;

fn general() -> String {
    format!(
        "{{\n \"payload\": \"{}\",\n \"signatures\": [\n  {{\"protected\": \"{}\", \"header\": {{\"kid\": \"a\"}}, \"signature\": \"{SIGNATURE}\"}},\n  {{\"header\": {{\"alg\": \"HS256\", \"kid\": \"b\"}}, \"signature\": \"{SIGNATURE}\"}}\n ]\n}}",
        encode(r#"{"sub":"1"}"#),
        encode(r#"{"alg":"HS256"}"#)
    )
}

fn flattened() -> String {
    format!(
        r#"{{"payload":"{}","protected":"{}","header":{{"kid":"a"}},"signature":"{SIGNATURE}"}}"#,
        encode(r#"{"sub":"1"}"#),
        encode(r#"{"alg":"HS256"}"#)
    )
}

#[test]
fn a_json_serialization_is_found_wherever_it_stands() {
    for json in [general(), flattened()] {
        for paste in [
            json.clone(),
            format!("\n{json}\n"),
            format!(r#"{{"request":{json},"x":[1,2]}}"#),
            format!("POST / HTTP/1.1\r\n\r\n{json}"),
            format!("curl -X POST -d '{json}' https://a.example.com/"),
            format!("The token: {json} and more {{text}}"),
        ] {
            let inspection = inspect(&paste);
            assert_eq!(compacts(&inspection), [json.as_str()], "{paste}");
            assert_eq!(faults(&inspection), [""; 0], "{paste}");
            origins_hold(&inspection);
        }
    }
}

#[test]
fn a_json_serialization_in_a_string_is_unescaped() {
    let json = flattened();
    let escaped = json.replace('"', "\\\"");
    for paste in [
        format!(r#"{{"body":"{escaped}"}}"#),
        json.replace('"', "&quot;"),
        json.replace('"', "%22"),
    ] {
        let inspection = inspect(&paste);
        assert_eq!(compacts(&inspection), [json.as_str()], "{paste}");
        assert_eq!(inspection.structure(0), StructureState::Repaired);
        origins_hold(&inspection);
    }
}

#[test]
fn alone_it_is_well_formed_as_it_stands() {
    let inspection = inspect(&general());
    assert_eq!(inspection.structure(0), StructureState::Ok);
    assert_eq!(inspection.found, Found::Tokens);
}

#[test]
fn every_signature_has_its_headers() {
    let inspection = inspect(&general());
    let token = &inspection.tokens[0];
    assert_eq!(token.serialization, Serialization::GeneralJson);
    assert_eq!(token.signatures.len(), 2);
    let h = encode(r#"{"alg":"HS256"}"#);
    let p = encode(r#"{"sub":"1"}"#);
    let input = |index: usize| {
        let signature = &token.signatures[index];
        String::from_utf8(jws::signing_input(token, signature, None))
    };
    assert_eq!(input(0).unwrap(), format!("{h}.{p}"));
    assert_eq!(input(1).unwrap(), format!(".{p}"));
    assert_eq!(
        jws::compact(token, 0).unwrap(),
        format!("{h}.{p}.{SIGNATURE}")
    );
    let header = crate::jose::header::JoseHeader::of(token, 1);
    assert_eq!(header.kid().unwrap(), "b");
    assert!(header.protected.is_none());
}

#[test]
fn the_parts_of_a_json_jwe_are_read() {
    let protected = encode(r#"{"enc":"A128GCM"}"#);
    let json = format!(
        r#"{{"protected":"{protected}","unprotected":{{"jku":"x"}},"recipients":[{{"header":{{"alg":"A128KW","kid":"1"}},"encrypted_key":"AAAA"}},{{"header":{{"alg":"dir"}}}}],"aad":"AAEC","iv":"AAAA","ciphertext":"AAAA","tag":"AAAA"}}"#
    );
    let inspection = inspect(&json);
    let token = &inspection.tokens[0];
    assert_eq!(token.family, Family::Jwe);
    assert_eq!(token.faults, []);
    let recipients = jwe::recipients(token);
    assert_eq!(recipients.len(), 2);
    assert!(recipients[0].encrypted_key.is_some());
    assert!(recipients[1].encrypted_key.is_none());
    let header = crate::jose::header::JoseHeader::of(token, 1);
    assert_eq!(header.alg().unwrap(), "dir");
    assert_eq!(header.text("jku").unwrap(), "x");
    assert_eq!(
        jwe::additional_data(token),
        format!("{protected}.AAEC").into_bytes()
    );
    assert!(token.part(Part::Aad).is_some());
}

#[test]
fn what_is_wrong_with_a_json_serialization_is_named() {
    let p = encode("{}");
    let h = encode(r#"{"alg":"HS256"}"#);
    for (json, code) in [
        (
            format!(r#"{{"payload":"{p}","protected":"{h}"}}"#),
            "structure-member-missing",
        ),
        (
            format!(r#"{{"payload":"{p}","signature":"{SIGNATURE}"}}"#),
            "structure-member-missing",
        ),
        (
            format!(
                r#"{{"payload":"{p}","protected":"{h}","signature":"{SIGNATURE}","signature":"AA"}}"#
            ),
            "structure-member-twice",
        ),
        (
            format!(r#"{{"payload":"{p}","signatures":[]}}"#),
            "structure-member-missing",
        ),
        (
            format!(r#"{{"payload":"{p}","signatures":[1]}}"#),
            "structure-member-type",
        ),
        (
            format!(
                r#"{{"payload":"{p}","protected":{{}},"header":{{}},"signature":"{SIGNATURE}"}}"#
            ),
            "structure-member-type",
        ),
        (
            format!(r#"{{"payload":"{p}","protected":"{h}" "signature":"{SIGNATURE}"}}"#),
            "structure-json-text",
        ),
        (
            format!(r#"{{"payload":"{p}","protected":"","signature":"{SIGNATURE}"}}"#),
            "structure-part-empty",
        ),
        (
            format!(r#"{{"payload":"{p}","protected":"{h}=","signature":"{SIGNATURE}"}}"#),
            "structure-padding",
        ),
        (
            format!(
                r#"{{"payload":"{p}","protected":"{h}","signature":"{SIGNATURE}","signatures":[{{"protected":"{h}","signature":"AA"}}]}}"#
            ),
            "structure-both-forms",
        ),
    ] {
        let inspection = inspect(&json);
        assert!(
            faults(&inspection).contains(&code.to_owned()),
            "{json}: {:?}",
            faults(&inspection)
        );
        assert_eq!(inspection.structure(0), StructureState::Damaged);
    }
}

#[test]
fn decoded_texts_are_recognised() {
    for (paste, found, note) in [
        (
            r#"{"sub":"1","exp":1}"#,
            Found::ClaimsJson,
            "paste-claims-json",
        ),
        (
            r#"{"role":"Patient"}"#,
            Found::ClaimsJson,
            "paste-claims-json",
        ),
        (
            "  {\"iss\":\"a\",}\n",
            Found::ClaimsJson,
            "paste-claims-json",
        ),
        (
            r#"{"alg":"HS256","typ":"JWT"}"#,
            Found::HeaderJson,
            "paste-header-json",
        ),
        (
            r#"{"kty":"oct","k":"AA","alg":"HS256"}"#,
            Found::Key,
            "paste-key-jwk",
        ),
        (r#"{"keys":[]}"#, Found::Key, "paste-key-jwks"),
        (r#"[{"kty":"oct","k":"AA"}]"#, Found::Key, "paste-key-jwks"),
        (
            r#"{"issuer":"https://a","jwks_uri":"https://a/j"}"#,
            Found::Key,
            "paste-key-discovery",
        ),
        (
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
            Found::Key,
            "paste-key-pem",
        ),
        (
            "JwtSettings__SecretSigningKey=abc",
            Found::Key,
            "paste-key-setting",
        ),
        (
            r#"{"JwtSettings":{"SecretSigningKey":"abc"}}"#,
            Found::Key,
            "paste-key-setting",
        ),
    ] {
        let inspection = inspect(paste);
        assert_eq!(inspection.found, found, "{paste}");
        assert_eq!(notes(&inspection), [note], "{paste}");
        assert_eq!(compacts(&inspection), [""; 0]);
    }
    assert_eq!(
        faults(&inspect("{\"iss\":\"a\",}")),
        ["structure-json-text"]
    );
}

#[test]
fn other_json_is_no_token() {
    for paste in ["[]", "[1,2]", "\"a\"", "{", "[{\"a\":1}]"] {
        let inspection = inspect(paste);
        assert_eq!(inspection.found, Found::Nothing, "{paste}");
        assert_eq!(inspection.faults.len(), 1);
    }
}

#[test]
fn keys_in_base64_without_their_lines_are_told() {
    let ed25519 = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";
    for key in [
        // RFC 8410 §10.1 and §10.3.
        ed25519,
        "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC",
        // P-256 and P-384 as SubjectPublicKeyInfo, the first in the other alphabet too.
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEb6VN/zMiBlbINSFWYraEChUy2waGyPGntdqwyc0g9nmjDOL5JTyup1hrIYp39KB/EmqL5HfOEOLFp3z/xcLynw==",
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEb6VN_zMiBlbINSFWYraEChUy2waGyPGntdqwyc0g9nmjDOL5JTyup1hrIYp39KB_EmqL5HfOEOLFp3z_xcLynw",
        "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEseZfuBQlpgPnHZ3FKOg/pJUKMYQt8GumiFEp1Vwc5WO//0aMoqL8Dcn6xwtxXLR6DaDcEO/pZRPbQyY1rHsyDsPpyMWzeulh4fXv9Y2ZUMAAYOjKTOgJidLh2g6DL6S0",
        "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7l\nshQhqowtrbLDFw4rXAxZuE=\n",
    ] {
        let inspection = inspect(key);
        assert_eq!(inspection.found, Found::Key, "{key}");
        assert_eq!(inspection.notes[0].code, "paste-key-der", "{key}");
    }
    let cut = ed25519.get(..40).unwrap();
    for other in [
        cut,
        &format!("{ed25519}AAAA"),
        &ed25519.replace('M', "N"),
        "Monday",
    ] {
        assert_ne!(inspect(other).found, Found::Key, "{other}");
    }
}
