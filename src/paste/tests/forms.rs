//! Forms of a paste × the token in it.

use super::*;

#[path = "../../../tests/forms/list.rs"]
mod list;

use list::{forms, wrapped};

#[test]
fn every_form_gives_the_same_token() {
    let t = usual();
    for (paste, note) in forms(&t) {
        let note = if paste.starts_with("<p>") {
            "paste-text"
        } else {
            note
        };
        check(&paste, &t, note);
    }
}

#[test]
fn every_form_of_an_rsa_token_gives_the_same_token() {
    let signature = base64url::encode(&[0xa5; 256]);
    let t = format!(
        "{}.{}.{signature}",
        encode(
            r#"{"kid":"oP486lIrl3DQPqutuUjRjqsMhXP4jRfuz1K_n_GiBdk","alg":"RS512","typ":"JWT"}"#
        ),
        encode(r#"{"iss":"https://a.example/","aud":["x","y"],"cnf":{"jkt":"é"},"exp":1}"#),
    );
    for (paste, _) in forms(&t) {
        assert_eq!(compacts(&inspect(&paste)), [t.as_str()], "{paste}");
    }
}

#[test]
fn parts_and_their_bytes_are_read() {
    let inspection = inspect(&usual());
    let token = &inspection.tokens[0];
    let header = token.header().unwrap();
    assert_eq!(header.bytes(), br#"{"alg":"HS256","typ":"JWT"}"#);
    let payload = token.payload().unwrap();
    assert_eq!(payload.get("iat").unwrap().digits(), Some("1516239022"));
    assert_eq!(token.parts.len(), 3);
    assert!(token.parts.iter().all(|part| part.exact));
}

#[test]
fn the_origin_of_a_claim_is_found_through_line_breaks() {
    let t = usual().replace('.', ".\n");
    let inspection = inspect(&t);
    let token = &inspection.tokens[0];
    let payload = token.part(crate::span::Part::Payload).unwrap();
    let span = token.origin(payload, 0..3);
    assert_eq!(&t[span.range()], "eyJz");
}

#[test]
fn several_tokens_are_listed_in_order_each_once() {
    let a = usual();
    let b = token(r#"{"alg":"HS256"}"#, r#"{"sub":"b"}"#);
    let paste = format!(r#"{{"access_token":"{b}","id_token":"{a}","again":"{b}"}}"#);
    let inspection = inspect(&paste);
    assert_eq!(compacts(&inspection), [b.as_str(), a.as_str()]);
    assert!(notes(&inspection).contains(&"paste-several-tokens".to_owned()));
    assert!(notes(&inspection).contains(&"paste-repeated-token".to_owned()));
    for separator in ["\n", " ", ", ", "\n\n", ",", "\r\n", "|", ";"] {
        let paste = format!("{a}{separator}{b}");
        assert_eq!(
            compacts(&inspect(&paste)),
            [a.as_str(), b.as_str()],
            "{separator:?}"
        );
    }
}

#[test]
fn an_unsecured_token_keeps_its_last_dot() {
    let t = format!(
        "{}.{}.",
        encode(r#"{"alg":"none"}"#),
        encode(r#"{"sub":"1"}"#)
    );
    for paste in [
        t.clone(),
        format!("Bearer {t}"),
        format!("\"{t}\""),
        format!("{t}\nThanks"),
        t.replace('.', ".\n"),
    ] {
        let inspection = inspect(&paste);
        assert_eq!(compacts(&inspection), [t.as_str()], "{paste:?}");
        assert_eq!(faults(&inspection), [""; 0], "{paste:?}");
    }
}

#[test]
fn detached_content_is_no_fault() {
    let t = format!("{}..{SIGNATURE}", encode(r#"{"alg":"HS256"}"#));
    check(&t, &t, "");
    let inspection = inspect(&t);
    let payload = inspection.tokens[0]
        .part(crate::span::Part::Payload)
        .unwrap();
    assert_eq!(payload.encoding, crate::inspect::Encoding::Detached);
}

#[test]
fn a_jwe_has_five_parts() {
    let header = encode(r#"{"alg":"dir","enc":"A128GCM"}"#);
    let t = format!(
        "{header}..48V1_ALb6US04U3b.5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS8iB7j6ji.XFBoMYUZodetZdvTiFvSkQ"
    );
    for paste in [
        t.clone(),
        t.replace('.', ".\n"),
        wrapped(&t, 64, "\n"),
        format!("Bearer {t}\n"),
        format!(r#"{{"id_token":"{t}"}}"#),
    ] {
        let inspection = inspect(&paste);
        assert_eq!(compacts(&inspection), [t.as_str()], "{paste}");
        assert_eq!(faults(&inspection), [""; 0], "{paste}");
        let token = &inspection.tokens[0];
        assert_eq!(token.family, crate::inspect::Family::Jwe);
        let roles: Vec<&str> = token.parts.iter().map(|part| part.part.name()).collect();
        assert_eq!(
            roles,
            ["header", "encrypted-key", "iv", "ciphertext", "tag"]
        );
    }
}

#[test]
fn an_sd_jwt_keeps_its_tildes() {
    let jwt = token(r#"{"alg":"HS256","typ":"dc+sd-jwt"}"#, r#"{"_sd":[]}"#);
    let d1 = encode(r#"["salt-1", "family_name", "Möbius"]"#);
    let d2 = encode(r#"["salt-2", "given_name", "Erika"]"#);
    let kb = token(r#"{"alg":"ES256","typ":"kb+jwt"}"#, r#"{"nonce":"1"}"#);
    let kb = kb.rsplit_once('.').unwrap().0.to_owned() + "." + &base64url::encode(&[7; 64]);
    for t in [
        format!("{jwt}~"),
        format!("{jwt}~{d1}~{d2}~"),
        format!("{jwt}~{d1}~{d2}~{kb}"),
    ] {
        for paste in [
            t.clone(),
            format!("{t}\n"),
            format!("{t}\n\nThanks\n"),
            t.replace('~', "~\n"),
            t.replace('~', "~\n").replace('.', ".\n"),
            format!("\"{t}\""),
            t.replace('~', "%7E"),
        ] {
            let inspection = inspect(&paste);
            assert_eq!(compacts(&inspection), [t.as_str()], "{paste}");
            assert_eq!(faults(&inspection), [""; 0], "{paste}");
            assert_eq!(inspection.tokens[0].family, crate::inspect::Family::SdJwt);
        }
    }
}

#[test]
fn decoded_parts_beside_a_token_change_nothing() {
    let t = usual();
    let paste =
        format!("{t}\n\nHeader:\n{{\n  \"alg\": \"HS256\"\n}}\nPayload:\n{{ \"sub\": \"1\" }}\n");
    assert_eq!(compacts(&inspect(&paste)), [t.as_str()]);
}

#[test]
fn a_paste_of_nothing_but_a_token_may_be_broken_anywhere() {
    let binary = format!(
        "{}.{}.{SIGNATURE}",
        encode(r#"{"alg":"HS256"}"#),
        base64url::encode(&[0x9f; 50])
    );
    let unknown = format!(
        "{}.{}.{}",
        encode(r#"{"alg":"XX99"}"#),
        encode(r#"{"sub":"1"}"#),
        base64url::encode(&[0xe7; 50])
    );
    for t in [usual(), binary, unknown] {
        for width in 4..t.len() {
            for gap in [" ", "\n"] {
                let paste = format!("Bearer {}\n", wrapped(&t, width, gap));
                let inspection = inspect(&paste);
                assert_eq!(compacts(&inspection), [t.as_str()], "{width} {paste}");
                assert_eq!(faults(&inspection), [""; 0]);
            }
        }
    }
}
