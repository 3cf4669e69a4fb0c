//! Personal data in a payload that anyone who holds the token can read. The findings name the
//! claim and never repeat its value. Spec: RFC 7519 §12, RFC 9068 §6.

mod numbers;
mod text;

use super::subject::Leaf;
use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;
pub(super) use text::is_mail;

/// Dutch citizen service number: nine digits that pass the eleven-test.
pub(super) const BSN: Check = rule("personal-bsn", Severity::Danger, |subject| {
    find(subject, |leaf, text| {
        numbers::is_bsn(text).then(|| says(leaf, &["bsn", "burgerservice", "sofinummer"]))
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
    find(subject, |_, text| {
        numbers::is_iban(text).then_some(Certainty::Known)
    })
});

/// Date of birth: by the claim's name.
pub(super) const BIRTH_DATE: Check = rule("personal-birth-date", Severity::Warning, |subject| {
    find(subject, |leaf, text| {
        let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
        let words = ["birthdate", "birthday", "dateofbirth", "geboorted"];
        (has_digit && text.len() < 40 && says(leaf, &words) == Certainty::Known)
            .then_some(Certainty::Known)
    })
});

/// Mail address. The one in `sub` has a check of its own.
pub(super) const MAIL: Check = rule("personal-mail", Severity::Info, |subject| {
    find(subject, |leaf, text| {
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
