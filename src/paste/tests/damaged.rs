//! What cannot be read is named, with its place; what is no token is not taken for one.

use super::*;
use crate::inspect::{Family, Found, StructureState};
use crate::span::Part;
use ::base64::Engine;
use ::base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};

/// The first token of the paste is damaged in just these ways, and stands as it was.
#[track_caller]
fn check_damage(paste: &str, expected: &[&str]) -> Inspection {
    let inspection = inspect(paste);
    assert_eq!(faults(&inspection), expected, "{paste}");
    assert_eq!(inspection.structure(0), StructureState::Damaged);
    origins_hold(&inspection);
    inspection
}

#[track_caller]
fn check_nothing(paste: &str) {
    let inspection = inspect(paste);
    assert_eq!(compacts(&inspection), [""; 0], "{paste}");
    assert_eq!(inspection.found, Found::Nothing, "{paste}");
    assert_eq!(inspection.faults.len(), 1, "{paste}");
    assert!(inspection.faults[0].span.is_some());
    assert_eq!(inspection.structure(0), StructureState::Damaged);
}

#[test]
fn blank_pastes_are_empty() {
    for paste in ["", " ", "\n\r\n\t", "\u{feff}", "\u{200b}\n", "\u{a0}"] {
        let inspection = inspect(paste);
        assert_eq!(inspection.found, Found::Empty);
        assert_eq!(inspection.structure(0), StructureState::Empty);
    }
}

#[test]
fn dotted_text_is_no_token() {
    for paste in [
        ".",
        "..",
        "...",
        ". . .",
        "a.b",
        "a.b.c",
        "1.2.3",
        "www.example.com",
        "https://www.example.com/a.b.c?x=1.2.3",
        "jan.de.boer@mail.example.com",
        "my-very-long-file-name-2026.backup-of-yesterday.tar-and-gzip",
        "org.springframework.security.oauth2.jwt.JwtDecoder",
        "Is.It.If",
        "example.com and e30",
        "Hello, world",
        "{",
        "}{",
        "Bearer",
        "Bearer ",
        "AAAA.BBBB.CCCC",
        "MTIz.example.com",
    ] {
        check_nothing(paste);
    }
}

#[test]
fn the_wrong_number_of_parts_is_named() {
    let t = usual();
    let parts: Vec<&str> = t.split('.').collect();
    let (h, p, s) = (parts[0], parts[1], parts[2]);
    check_damage(&format!("{h}.{p}"), &["structure-parts-jws"]);
    check_damage(
        &format!("{h}."),
        &["structure-parts-jws", "structure-part-empty"],
    );
    check_damage(h, &["structure-parts-jws"]);
    check_damage(&format!("{t}.eHh4"), &["structure-parts-jws"]);
    check_damage(&format!("{t}.AAAA.AAAA"), &["structure-parts-jws"]);
    check_damage(&format!("{t}.AAAA.AAAA.AAAA"), &["structure-parts-jws"]);
    check_damage(&format!("{h}..{p}.{s}"), &["structure-dot-doubled"]);
    check_damage(&format!("{h}.{p}..{s}"), &["structure-dot-doubled"]);
    check_damage(&format!("{h}{p}.{s}"), &["structure-dot-missing"]);
    check_damage(&format!("{h}.{p}{s}"), &["structure-dot-missing"]);
    check_damage(&format!("{h}.{p}."), &["structure-part-empty"]);
    check_damage(&format!("{h}.."), &["structure-part-empty"]);
    check_damage(&format!(".{p}.{s}"), &["structure-part-empty"]);
    let jwe = encode(r#"{"alg":"dir","enc":"A128GCM"}"#);
    check_damage(&format!("{jwe}.{p}.{s}"), &["structure-parts-jwe"]);
}

#[test]
fn a_doubled_dot_leaves_the_parts_their_roles() {
    let t = usual();
    let parts: Vec<&str> = t.split('.').collect();
    let paste = format!("{}..{}.{}", parts[0], parts[1], parts[2]);
    let inspection = inspect(&paste);
    let token = &inspection.tokens[0];
    assert_eq!(token.text_of(token.part(Part::Payload).unwrap()), parts[1]);
    let span = token.faults[0].span.unwrap();
    assert_eq!(&paste[span.range()], ".");
    assert_eq!(span.start, parts[0].len());
}

#[test]
fn a_dot_in_front_leaves_the_header_its_role() {
    // A first part that says of no algorithm is taken for a header behind a dot only.
    let (h, p) = (encode(r#"{"typ":"JWT"}"#), encode(r#"{"sub":"1"}"#));
    check_parts(
        &format!(".{h}.{p}.{SIGNATURE}"),
        Family::Jws,
        &["", &h, &p, SIGNATURE],
        &["structure-dot-doubled"],
    );
}

#[test]
fn a_missing_dot_is_named_at_its_place() {
    let t = usual();
    let parts: Vec<&str> = t.split('.').collect();
    let paste = format!("{}{}.{}", parts[0], parts[1], parts[2]);
    let inspection = inspect(&paste);
    let span = inspection.tokens[0].faults[0].span.unwrap();
    assert_eq!((span.start, span.end), (parts[0].len(), parts[0].len()));
    let token = &inspection.tokens[0];
    let texts: Vec<&str> = token.parts.iter().map(|part| token.text_of(part)).collect();
    assert_eq!(texts, parts);
}

/// The character at `at` replaced.
fn with_char(text: &str, at: usize, c: &str) -> String {
    format!("{}{c}{}", &text[..at], &text[at + 1..])
}

#[test]
fn a_character_that_does_not_belong_is_named_at_its_place() {
    let t = usual();
    let first = t.find('.').unwrap();
    let second = t.rfind('.').unwrap();
    for (at, part) in [
        (5, Part::Header),
        (first - 1, Part::Header),
        (first + 9, Part::Payload),
        (second - 1, Part::Payload),
        (second + 9, Part::Signature),
        (t.len() - 5, Part::Signature),
    ] {
        for c in ["!", "*", "@", "$", "^", "é", "а", "\u{200b}", "#", "%"] {
            if c == "#" && part == Part::Signature {
                continue;
            }
            let paste = with_char(&t, at, c);
            let inspection = inspect(&paste);
            assert_eq!(compacts(&inspection), [paste.as_str()], "{c} at {at}");
            let token = &inspection.tokens[0];
            let found = token.faults.iter().find(|fault| {
                fault.span.is_some_and(|span| {
                    span.part == Some(part) && span.range() == (at..at + c.len())
                })
            });
            assert!(found.is_some(), "{c} at {at}: {:?}", token.faults);
            assert_eq!(inspection.structure(0), StructureState::Damaged);
        }
    }
}

#[test]
fn padding_and_the_standard_alphabet_stay_and_are_named() {
    let h = encode(r#"{"alg":"HS256"}"#);
    let p = encode(r#"{"a":"??>"}"#);
    let t = format!("{h}=.{p}=.{SIGNATURE}=");
    let inspection = check_damage(
        &t,
        &[
            "structure-padding",
            "structure-padding",
            "structure-padding",
        ],
    );
    assert_eq!(compacts(&inspection), [t.as_str()]);
    let standard = format!("{h}.{p}.{}", SIGNATURE.replace('-', "+").replace('_', "/"));
    let inspection = check_damage(&standard, &["structure-standard-alphabet"; 2]);
    assert_eq!(compacts(&inspection), [standard.as_str()]);
    let padded = format!("token={t}; Path=/");
    assert_eq!(compacts(&inspect(&padded)), [t.as_str()]);
}

#[test]
fn trailing_bits_and_impossible_lengths_are_named() {
    let t = usual();
    let changed = format!("{}l", &t[..t.len() - 1]);
    check_damage(&changed, &["structure-trailing-bits"]);
    let longer = format!(
        "{}.{}.{}",
        encode(r#"{"alg":"HS256"}"#),
        encode("{}"),
        &SIGNATURE[..41]
    );
    check_damage(&longer, &["structure-length"]);
}

#[test]
fn a_header_must_be_a_json_object() {
    let p = encode(r#"{"sub":"1"}"#);
    for (header, code) in [
        ("[1]", "structure-header-not-object"),
        (r#"["a","b"]"#, "structure-header-not-object"),
        (r#""abc""#, "structure-header-not-object"),
        ("1234", "structure-header-not-object"),
        ("null", "structure-header-not-object"),
        ("\u{feff}{\"alg\":\"HS256\"}", "structure-bom"),
        (r#"{"alg":"HS256""#, "structure-json"),
        (r#"{"alg":"HS256",}"#, "structure-json"),
        ("not json at all", "structure-not-json"),
    ] {
        let paste = format!("{}.{p}.{SIGNATURE}", encode(header));
        let inspection = inspect(&paste);
        assert_eq!(compacts(&inspection), [paste.as_str()], "{header}");
        assert!(
            faults(&inspection).contains(&code.to_owned()),
            "{header}: {:?}",
            faults(&inspection)
        );
    }
}

#[test]
fn a_payload_that_is_not_json_is_named_where_it_should_be() {
    let h = encode(r#"{"alg":"HS256","typ":"JWT"}"#);
    let paste = format!("{h}.{}.{SIGNATURE}", encode("hello"));
    check_damage(&paste, &["structure-not-json"]);
    let paste = format!("{h}.{}.{SIGNATURE}", encode(r#"{"sub":1"#));
    check_damage(&paste, &["structure-json"]);
    let mut bytes = br#"{"sub":""#.to_vec();
    bytes.extend([0xff, b'"', b'}']);
    let paste = format!("{h}.{}.{SIGNATURE}", base64url::encode(&bytes));
    check_damage(&paste, &["structure-invalid-utf8"]);
    // A JWS may carry anything.
    let plain = format!(
        "{}.{}.{SIGNATURE}",
        encode(r#"{"alg":"HS256"}"#),
        encode("hello")
    );
    check(&plain, &plain, "");
}

#[test]
fn a_token_that_was_cut_off_says_so() {
    let t = usual();
    for end in ["...", "…", "....."] {
        let paste = format!("{}{end}", &t[..t.len() - 10]);
        assert!(faults(&inspect(&paste)).contains(&"structure-cut-off".to_owned()));
    }
}

#[test]
fn a_damaged_first_character_leaves_the_token_whole() {
    let t = usual();
    for front in ["fyJ", "yJ", "xeyJ", "*yJ", "eiJ"] {
        let paste = format!("{front}{}", &t[3..]);
        assert_eq!(compacts(&inspect(&paste)), [paste.as_str()], "{front}");
        assert_eq!(inspect(&paste).structure(0), StructureState::Damaged);
    }
}

#[test]
fn text_before_a_header_with_a_dot_is_left_out() {
    let t = usual();
    check(&format!("v1.{t}"), &t, "paste-text");
}

#[test]
fn parts_without_dots_are_shown_as_parts() {
    let t = usual();
    let parts: Vec<&str> = t.split('.').collect();
    let (h, p, s) = (parts[0], parts[1], parts[2]);
    for paste in [
        format!("{h}\n{p}\n{s}"),
        format!("{h} {p} {s}"),
        format!("Header: {h}\nPayload: {p}\nSignature: {s}\n"),
        format!("Kop\n{h}\n\nInhoud\n{p}\n\nHandtekening\n{s}\n"),
    ] {
        let inspection = inspect(&paste);
        assert_eq!(faults(&inspection), ["structure-dot-missing"; 2], "{paste}");
        let token = &inspection.tokens[0];
        let texts: Vec<&str> = token.parts.iter().map(|part| token.text_of(part)).collect();
        assert_eq!(texts, parts, "{paste}");
        assert_eq!(crate::jose::jws::compact(token, 0), None);
        origins_hold(&inspection);
    }
}

/// Of this family, with these parts and no others, each where it stands.
#[track_caller]
fn check_parts(paste: &str, family: Family, parts: &[&str], expected: &[&str]) {
    let inspection = inspect(paste);
    let token = &inspection.tokens[0];
    assert_eq!(token.family, family, "{paste}");
    let texts: Vec<&str> = token.parts.iter().map(|part| token.text_of(part)).collect();
    assert_eq!(texts, parts, "{paste}");
    assert_eq!(faults(&inspection), expected, "{paste}");
}

#[test]
fn a_tilde_inside_a_part_without_dots_begins_no_disclosure() {
    let t = usual();
    let parts: Vec<&str> = t.split('.').collect();
    let (h, p, s) = (parts[0], parts[1], parts[2]);
    let broken = [h.replacen('G', "~G", 1), p.replacen('d', "d~", 1)];
    let (missing, foreign) = ("structure-dot-missing", "structure-foreign-character");
    check_parts(
        &format!("Header: {}\nPayload: {p}\nSignature: {s}", broken[0]),
        Family::Jws,
        &[&broken[0], p, s],
        &[missing, missing, foreign],
    );
    check_parts(
        &format!("Header: {h}\nPayload: {}\nSignature: {s}", broken[1]),
        Family::Jws,
        &[h, &broken[1], s],
        &[missing, missing, foreign],
    );
}

#[test]
fn a_tilde_before_the_second_dot_is_a_character_of_its_part() {
    let t = usual();
    let parts: Vec<&str> = t.split('.').collect();
    let (h, p, s) = (parts[0], parts[1], parts[2]);
    let disclosure = encode(r#"["salt","name","value"]"#);
    let foreign = ["structure-foreign-character"];
    for (header, payload) in [
        (&*h.replacen('G', "~G", 1), p),
        (h, &*p.replacen('d', "~d", 1)),
    ] {
        let jwt = format!("{header}.{payload}.{s}");
        let jws = [header, payload, s];
        check_parts(&jwt, Family::Jws, &jws, &foreign);
        let disclosed = format!("{jwt}~{disclosure}~");
        let parts = [header, payload, s, &disclosure];
        check_parts(&disclosed, Family::SdJwt, &parts, &foreign);
        let bound = format!("{disclosed}{t}");
        let parts = [header, payload, s, &disclosure, &t];
        check_parts(&bound, Family::SdJwt, &parts, &foreign);
    }
    // Where a dot is missing, the tilde is what ends the JWT.
    check_parts(
        &format!("{h}.{p}{s}~{disclosure}~{t}"),
        Family::SdJwt,
        &[h, p, s, &disclosure, &t],
        &["structure-dot-missing"],
    );
}

#[test]
fn a_tilde_in_a_jwe_makes_no_sd_jwt_of_it() {
    let h = encode(r#"{"alg":"dir","enc":"A128GCM"}"#);
    let (iv, tag) = ("A".repeat(16), "A".repeat(22));
    check_parts(
        &format!("{h}..AAAA~{iv}.AAAA.{tag}"),
        Family::Jwe,
        &[&h, "", &format!("AAAA~{iv}"), "AAAA", &tag],
        &["structure-foreign-character"],
    );
}

#[test]
fn an_unencoded_payload_may_have_a_tilde_in_it() {
    let h = encode(r#"{"alg":"HS256","b64":false,"crit":["b64"]}"#);
    let disclosure = encode(r#"["salt","name","value"]"#);
    for payload in ["a~b", "~", "~~a~", "$1~", "~eyJ"] {
        let jwt = format!("{h}.{payload}.{SIGNATURE}");
        let parts = [&h, payload, SIGNATURE];
        check_parts(&jwt, Family::Jws, &parts, &[]);
        assert_eq!(inspect(&jwt).structure(0), StructureState::Ok);
        let parts = [&h, payload, SIGNATURE, &disclosure];
        check_parts(&format!("{jwt}~{disclosure}~"), Family::SdJwt, &parts, &[]);
        let token = &inspect(&format!("{jwt}~{disclosure}~")).tokens[0];
        assert_eq!(token.jwt(), jwt);
    }
}

#[test]
fn an_empty_jwe_has_five_parts() {
    let t = format!("{}....", encode(r#"{"alg":"dir","enc":"A128GCM"}"#));
    assert_eq!(compacts(&inspect(&t)), [t.as_str()]);
}

#[test]
fn a_signature_in_standard_base64_is_taken_whole() {
    let header = |alg: &str| encode(&format!(r#"{{"alg":"{alg}"}}"#));
    let mut count = 0;
    for (alg, length) in [("HS256", 32), ("ES256", 64), ("HS512", 64), ("RS256", 256)] {
        // Each puts a character of standard base64 elsewhere: first, last, everywhere, and where
        // a shorter RSA signature would end.
        for (place, byte) in [
            (0, 0xfb),
            (0, 0xff),
            (length - 1, 0xff),
            (128, 0xfb),
            (126, 0xff),
        ] {
            let mut signature = vec![0_u8; length];
            let Some(one) = signature.get_mut(place) else {
                continue;
            };
            *one = byte;
            for text in [
                STANDARD.encode(&signature),
                STANDARD_NO_PAD.encode(&signature),
            ] {
                for paste in [
                    format!("{}.e30.{text}", header(alg)),
                    format!("Authorization: Bearer {}.e30.{text}\nHost: a", header(alg)),
                ] {
                    let inspection = inspect(&paste);
                    let token = &inspection.tokens[0];
                    let part = token.part(Part::Signature).unwrap();
                    assert_eq!(part.bytes, signature, "{paste}");
                    count += 1;
                }
            }
        }
    }
    assert_eq!(count, 56);
}
