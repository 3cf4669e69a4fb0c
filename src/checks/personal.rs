//! Personal data in a payload that anyone who holds the token can read. The findings name the
//! claim and never repeat its value. Spec: RFC 7519 §12, RFC 9068 §6.

mod numbers;
mod text;

use super::subject::Leaf;
use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
pub(super) use text::is_mail;

/// The object identifier of the citizen service number.
const BSN_OID: &str = "2.16.840.1.113883.2.4.6.3";

/// Dutch citizen service number: nine digits that pass the eleven-test.
pub(super) const BSN: Check = rule("personal-bsn", Severity::Danger, |subject| {
    find(subject, |leaf, text| {
        let named = says(leaf, &["bsn", "burgerservice", "sofinummer"]);
        // As FHIR writes it: the system and the number.
        let (system, number) = text.rsplit_once('|').unwrap_or(("", text));
        let is_of_system = system.ends_with("/bsn") || system.ends_with(BSN_OID);
        let certainty = if is_of_system {
            Certainty::Known
        } else {
            named
        };
        let number = match certainty {
            // A number has lost the zero that it began with, and people write dots.
            Certainty::Known => numbers::as_bsn(number),
            Certainty::Likely => number.to_owned(),
        };
        numbers::is_bsn(&number).then_some(certainty)
    })
});

/// Payment card number: a known issuer range and Luhn's check digit.
pub(super) const CARD: Check = rule("personal-card", Severity::Danger, |subject| {
    find(subject, |leaf, text| {
        numbers::is_card(text).then(|| says(leaf, &["card", "primaryaccountnumber"]))
    })
});

/// International bank account number: ISO 13616, check digits modulo 97.
pub(super) const IBAN: Check = rule("personal-iban", Severity::Warning, |subject| {
    find(subject, |leaf, text| {
        let named = says(leaf, &["iban"]);
        let text = match named {
            Certainty::Known => text.to_ascii_uppercase(),
            Certainty::Likely => text.to_owned(),
        };
        // Of a country and length that the registry has, chance is out of the question.
        numbers::is_iban(&text).then(|| match numbers::is_registered_iban(&text) {
            true => Certainty::Known,
            false => named,
        })
    })
});

/// Date of birth: by the claim's name.
pub(super) const BIRTH_DATE: Check = rule("personal-birth-date", Severity::Warning, |subject| {
    find(subject, |leaf, text| {
        let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
        let words = ["birthdate", "birthday", "dateofbirth", "geboorted"];
        // Part of another word, these three letters say nothing.
        let is_named = says(leaf, &words) == Certainty::Known || leaf.plain_name() == "dob";
        (has_digit && text.len() < 40 && is_named).then_some(Certainty::Known)
    })
});

/// Mail address. The one in `sub` has a check of its own.
pub(super) const MAIL: Check = rule("personal-mail", Severity::Info, |subject| {
    find(subject, |leaf, text| {
        let text = text.strip_prefix("mailto:").unwrap_or(text);
        let is_personal =
            is_mail(text) && !matches!(leaf.plain_name().as_str(), "sub" | "iss" | "aud");
        is_personal.then_some(Certainty::Known)
    })
});

/// Telephone number.
pub(super) const PHONE: Check = rule("personal-phone", Severity::Info, |subject| {
    find(subject, |leaf, text| {
        if !text::is_phone_like(text.strip_prefix("tel:").unwrap_or(text)) {
            return None;
        }
        let named = says(leaf, &["phone", "mobile", "telefo", "mobiel", "msisdn"]);
        let is_phone = named == Certainty::Known
            || text::is_international_phone(text)
            || text::is_dutch_mobile(text);
        is_phone.then_some(named)
    })
});

const fn rule(
    code: &'static str,
    severity: Severity,
    find: fn(&Subject<'_>) -> Vec<Finding>,
) -> Check {
    Check {
        code,
        severity,
        clause: "RFC 7519 §12",
        certainty: Certainty::Likely,
        find,
    }
}

fn find(subject: &Subject<'_>, judge: fn(&Leaf<'_>, &str) -> Option<Certainty>) -> Vec<Finding> {
    subject
        .readable()
        .filter_map(|leaf| {
            let text = leaf.scalar()?;
            let certainty = judge(leaf, text.trim())?;
            let finding = subject.at_leaf(leaf);
            Some(match certainty {
                Certainty::Known => finding.known(),
                Certainty::Likely => finding,
            })
        })
        .collect()
}

/// Known when the claim's own name says what the value is, otherwise likely.
fn says(leaf: &Leaf<'_>, words: &[&str]) -> Certainty {
    let name = leaf.plain_name();
    if words.iter().any(|word| name.contains(word)) {
        Certainty::Known
    } else {
        Certainty::Likely
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_payload, findings, texts, token};
    use super::{BIRTH_DATE, BSN, CARD, IBAN, MAIL, PHONE};
    use crate::diagnostic::Fact;
    use crate::span::Part;

    #[test]
    fn personal_data_is_found_at_its_place() {
        check_payload(&BSN, r#"{"a":"111222333"}"#, &[r#""111222333""#]);
        check_payload(&BSN, r#"{"a":{"b":[111222333]}}"#, &["111222333"]);
        check_payload(
            &CARD,
            r#"{"a":"4111 1111 1111 1111"}"#,
            &[r#""4111 1111 1111 1111""#],
        );
        check_payload(
            &IBAN,
            r#"{"a":"NL91 ABNA 0417 1643 00"}"#,
            &[r#""NL91 ABNA 0417 1643 00""#],
        );
        check_payload(
            &MAIL,
            r#"{"email":"jan@example.nl"}"#,
            &[r#""jan@example.nl""#],
        );
        check_payload(
            &PHONE,
            r#"{"a":"+31 6 12345678"}"#,
            &[r#""+31 6 12345678""#],
        );
        check_payload(
            &PHONE,
            r#"{"phone_number":"020-1234567"}"#,
            &[r#""020-1234567""#],
        );
        check_payload(
            &BIRTH_DATE,
            r#"{"birthdate":"1980-01-01"}"#,
            &[r#""1980-01-01""#],
        );
        check_payload(
            &BIRTH_DATE,
            r#"{"http://schemas/dateofbirth":"1-1-80"}"#,
            &[r#""1-1-80""#],
        );
    }

    #[test]
    fn a_citizen_service_number_is_known_by_its_system_or_name() {
        for (payload, piece) in [
            (
                r#"{"a":"http://fhir.nl/fhir/NamingSystem/bsn|111222333"}"#,
                r#""http://fhir.nl/fhir/NamingSystem/bsn|111222333""#,
            ),
            (
                r#"{"a":"urn:oid:2.16.840.1.113883.2.4.6.3|111222333"}"#,
                r#""urn:oid:2.16.840.1.113883.2.4.6.3|111222333""#,
            ),
            (r#"{"bsn":10000008}"#, "10000008"),
            (r#"{"bsn":"1112.22.333"}"#, r#""1112.22.333""#),
        ] {
            check_payload(&BSN, payload, &[piece]);
        }
        for payload in [
            r#"{"a":10000008}"#,
            r#"{"a":"1112.22.333"}"#,
            r#"{"a":"http://fhir.nl/fhir/NamingSystem/bsn|111222334"}"#,
            r#"{"bsn":"10000007","x":"|"}"#,
            r#"{"bsn":"","a":"bsn|"}"#,
        ] {
            check_payload(&BSN, payload, &[]);
        }
    }

    #[test]
    fn an_account_number_is_known_by_its_country_or_only_likely() {
        let sure = |payload: &str| {
            let found = findings(&IBAN, &token("{}", payload, b""), None);
            let found = found.first().and_then(|one| one.fact("certainty").cloned());
            found == Some(Fact::Word("certainty-known".into()))
        };
        assert!(sure(r#"{"a":"NL91ABNA0417164300"}"#));
        assert!(sure(r#"{"iban":"nl91 abna 0417 1643 00"}"#));
        // It passes the check digits, but no country has that length.
        check_payload(
            &IBAN,
            r#"{"a":"ZZ38ABNA0417164300"}"#,
            &[r#""ZZ38ABNA0417164300""#],
        );
        assert!(!sure(r#"{"a":"ZZ38ABNA0417164300"}"#));
        check_payload(&IBAN, r#"{"a":"nl91abna0417164300"}"#, &[]);
    }

    #[test]
    fn short_names_and_addresses_with_a_scheme_are_read() {
        check_payload(&BIRTH_DATE, r#"{"dob":"1980-01-01"}"#, &[r#""1980-01-01""#]);
        check_payload(&BIRTH_DATE, r#"{"adobe":"1980-01-01"}"#, &[]);
        check_payload(
            &MAIL,
            r#"{"a":"mailto:jan@example.nl"}"#,
            &[r#""mailto:jan@example.nl""#],
        );
        check_payload(&MAIL, r#"{"a":"mailto:jan"}"#, &[]);
    }

    #[test]
    fn what_only_looks_alike_is_passed_over() {
        let ordinary = r#"{"iss":"https://a@b.example/","sub":"123456789","iat":1767225600,"exp":1767226500123,
            "jti":"0b6f1c52-6f8e-4d0b-9a5e-0d3c8a9d7e11","a":"AB12","birth":"","n":41111111111111112,"place_of_birth":{"country":"NL"},
            "phone_number_verified":true,"email_verified":false,"version":"1.2.3","ip":"192.168.100.100","x":"user@host"}"#;
        for check in [BSN, CARD, IBAN, MAIL, PHONE] {
            check_payload(&check, ordinary, &[]);
        }
        check_payload(
            &BIRTH_DATE,
            r#"{"birthplace":"Urk 2","birthdate":"","a":"1980-01-01","birth_middle_name":"B2"}"#,
            &[],
        );
        check_payload(&MAIL, r#"{"sub":"jan@example.nl"}"#, &[]);
    }

    #[test]
    fn a_disclosure_is_named_after_what_it_discloses() {
        let found = |disclosure: &str| {
            let disclosure = crate::base64url::encode(disclosure.as_bytes());
            let token = texts(&[(Part::Header, "e30"), (Part::Disclosure, &disclosure)]);
            findings(&MAIL, &token, None)
                .iter()
                .filter_map(|finding| finding.fact("claim").cloned())
                .collect::<Vec<_>>()
        };
        let text = |text: &str| Fact::Text(text.to_owned());
        assert_eq!(
            found(r#"["s@lt.nl","contact","jan@example.nl"]"#),
            [text("contact")]
        );
        assert_eq!(
            found(r#"["salt","a",{"b":["jan@example.nl"]}]"#),
            [text("a/b/0")]
        );
        assert_eq!(found(r#"["salt","jan@example.nl"]"#), [text("/1")]);
        assert_eq!(found(r#"["salt","sub","jan@example.nl"]"#), []);
    }

    #[test]
    fn a_finding_names_the_claim_and_not_the_value() {
        let token = token("{}", r#"{"person":{"bsn":"111222333"}}"#, b"");
        let found = findings(&BSN, &token, None);
        let facts = found
            .first()
            .map(|finding| finding.facts.clone())
            .unwrap_or_default();
        assert!(facts.contains(&("claim".into(), Fact::Text("/person/bsn".into()))));
        assert!(facts.contains(&("certainty".into(), Fact::Word("certainty-known".into()))));
        assert!(!format!("{facts:?}").contains("111222333"));
    }
}
