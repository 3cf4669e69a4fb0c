//! Distinguished names as text. The library can print them too, by way of a table of every object
//! identifier there is a name for; few of these ever stand in a name.
//! Spec: RFC 4514 §2; names of attributes RFC 4514 §3, RFC 4519 §2, RFC 2985 §5.2.1.

use der::asn1::ObjectIdentifier;
use der::{Encode, Tag, Tagged};
use std::fmt::Write;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::name::RdnSequence;

/// What attributes are called in names. One that is not here is written in dotted decimal.
const ATTRIBUTES: [(ObjectIdentifier, &str); 18] = [
    (ObjectIdentifier::new_unwrap("2.5.4.3"), "CN"),
    (ObjectIdentifier::new_unwrap("2.5.4.4"), "SN"),
    (ObjectIdentifier::new_unwrap("2.5.4.5"), "SERIALNUMBER"),
    (ObjectIdentifier::new_unwrap("2.5.4.6"), "C"),
    (ObjectIdentifier::new_unwrap("2.5.4.7"), "L"),
    (ObjectIdentifier::new_unwrap("2.5.4.8"), "ST"),
    (ObjectIdentifier::new_unwrap("2.5.4.9"), "STREET"),
    (ObjectIdentifier::new_unwrap("2.5.4.10"), "O"),
    (ObjectIdentifier::new_unwrap("2.5.4.11"), "OU"),
    (ObjectIdentifier::new_unwrap("2.5.4.12"), "TITLE"),
    (ObjectIdentifier::new_unwrap("2.5.4.15"), "BUSINESSCATEGORY"),
    (ObjectIdentifier::new_unwrap("2.5.4.17"), "POSTALCODE"),
    (ObjectIdentifier::new_unwrap("2.5.4.42"), "GIVENNAME"),
    (ObjectIdentifier::new_unwrap("2.5.4.43"), "INITIALS"),
    (
        ObjectIdentifier::new_unwrap("2.5.4.97"),
        "ORGANIZATIONIDENTIFIER",
    ),
    (
        ObjectIdentifier::new_unwrap("0.9.2342.19200300.100.1.1"),
        "UID",
    ),
    (
        ObjectIdentifier::new_unwrap("0.9.2342.19200300.100.1.25"),
        "DC",
    ),
    (
        ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.1"),
        "EMAILADDRESS",
    ),
];

/// The last part of the name first, as RFC 4514 §2.1 has it.
pub(super) fn written(name: &RdnSequence) -> String {
    let parts = name.0.iter().rev();
    let parts = parts.map(|part| {
        let attributes: Vec<String> = part.0.iter().map(attribute).collect();
        attributes.join("+")
    });
    parts.collect::<Vec<_>>().join(",")
}

fn attribute(attribute: &AttributeTypeAndValue) -> String {
    let name = ATTRIBUTES.iter().find(|(oid, _)| *oid == attribute.oid);
    match (name, text(attribute)) {
        (Some((_, name)), Some(text)) => format!("{name}={}", escaped(&text)),
        _ => {
            let value = attribute.value.to_der().unwrap_or_default();
            let value: String = value.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{}=#{value}", attribute.oid)
        }
    }
}

/// The value, where it is a string.
fn text(attribute: &AttributeTypeAndValue) -> Option<String> {
    let bytes = attribute.value.value();
    match attribute.value.tag() {
        Tag::Utf8String => String::from_utf8(bytes.to_vec()).ok(),
        Tag::PrintableString | Tag::Ia5String | Tag::TeletexString if bytes.is_ascii() => {
            String::from_utf8(bytes.to_vec()).ok()
        }
        Tag::BmpString => {
            let (units, over) = bytes.as_chunks();
            let units: Vec<u16> = units.iter().map(|unit| u16::from_be_bytes(*unit)).collect();
            String::from_utf16(&units).ok().filter(|_| over.is_empty())
        }
        _ => None,
    }
}

/// RFC 4514 §2.4.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let last = text.chars().count().saturating_sub(1);
    for (place, letter) in text.chars().enumerate() {
        let is_escaped = match letter {
            '#' => place == 0,
            ' ' => place == 0 || place == last,
            '"' | '+' | ',' | ';' | '<' | '>' | '\\' => true,
            _ => false,
        };
        if is_escaped {
            escaped.push('\\');
        }
        if letter.is_ascii_control() {
            let _ = write!(escaped, "\\{:02x}", u32::from(letter));
        } else {
            escaped.push(letter);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use der::asn1::{Any, SetOfVec};
    use x509_cert::name::RelativeDistinguishedName;

    fn named(oid: &str, tag: Tag, value: &[u8]) -> AttributeTypeAndValue {
        let value = Any::new(tag, value).unwrap();
        let oid = ObjectIdentifier::new_unwrap(oid);
        AttributeTypeAndValue { oid, value }
    }

    fn name(parts: Vec<Vec<AttributeTypeAndValue>>) -> RdnSequence {
        let parts = parts.into_iter().map(|part| {
            let attributes = SetOfVec::try_from(part).unwrap();
            RelativeDistinguishedName(attributes)
        });
        RdnSequence(parts.collect())
    }

    fn alone(attribute: AttributeTypeAndValue) -> String {
        written(&name(vec![vec![attribute]]))
    }

    #[test]
    fn the_last_part_comes_first_and_a_part_may_hold_several() {
        // The second example of RFC 4514 §4.
        let whole = name(vec![
            vec![named("0.9.2342.19200300.100.1.25", Tag::Ia5String, b"net")],
            vec![named(
                "0.9.2342.19200300.100.1.25",
                Tag::Ia5String,
                b"example",
            )],
            vec![
                named("2.5.4.11", Tag::Utf8String, b"Sales"),
                named("2.5.4.3", Tag::Utf8String, b"J.  Smith"),
            ],
        ]);
        let written = written(&whole);
        // A SET has an order of its own in DER.
        let spellings = [
            "OU=Sales+CN=J.  Smith,DC=example,DC=net",
            "CN=J.  Smith+OU=Sales,DC=example,DC=net",
        ];
        assert!(spellings.contains(&written.as_str()), "{written}");
    }

    #[test]
    fn what_would_be_misread_is_escaped() {
        // The examples of RFC 4514 §4, and §2.4 for the ends.
        for (value, written) in [
            (
                "James \"Jim\" Smith, III",
                "CN=James \\\"Jim\\\" Smith\\, III",
            ),
            ("Before\rAfter", "CN=Before\\0dAfter"),
            ("Lučić", "CN=Lučić"),
            ("#1", "CN=\\#1"),
            (" a b ", "CN=\\ a b\\ "),
            ("a\\b;c<d>e+f", "CN=a\\\\b\\;c\\<d\\>e\\+f"),
            (" ", "CN=\\ "),
            ("", "CN="),
        ] {
            let common = named("2.5.4.3", Tag::Utf8String, value.as_bytes());
            assert_eq!(alone(common), written);
        }
    }

    #[test]
    fn what_has_no_name_or_is_no_text_is_written_in_numbers() {
        // The fourth example of RFC 4514 §4.
        let unknown = named("1.3.6.1.4.1.1466.0", Tag::OctetString, b"Hi");
        assert_eq!(alone(unknown), "1.3.6.1.4.1.1466.0=#04024869");
        let number = named("2.5.4.3", Tag::Integer, &[7]);
        assert_eq!(alone(number), "2.5.4.3=#020107");
        let broken = named("2.5.4.3", Tag::Utf8String, &[0xff]);
        assert_eq!(alone(broken), "2.5.4.3=#0c01ff");
    }

    #[test]
    fn every_kind_of_string_is_read() {
        for (tag, value) in [
            (Tag::PrintableString, &b"Zorg"[..]),
            (Tag::TeletexString, b"Zorg"),
            (Tag::Utf8String, b"Zorg"),
            (Tag::BmpString, b"\0Z\0o\0r\0g"),
        ] {
            assert_eq!(alone(named("2.5.4.10", tag, value)), "O=Zorg");
        }
        let odd = named("2.5.4.10", Tag::BmpString, b"\0Z\0");
        assert_eq!(alone(odd), "2.5.4.10=#1e03005a00");
    }

    /// Who signs with a card of Dutch health care is told apart by its number.
    #[test]
    fn names_of_persons_in_health_care_have_names() {
        let whole = name(vec![
            vec![named("2.5.4.6", Tag::PrintableString, b"NL")],
            vec![named("2.5.4.4", Tag::Utf8String, b"Jansen")],
            vec![named("2.5.4.42", Tag::Utf8String, b"Jan")],
            vec![named("2.5.4.5", Tag::PrintableString, b"900012345")],
        ]);
        let expected = "SERIALNUMBER=900012345,GIVENNAME=Jan,SN=Jansen,C=NL";
        assert_eq!(written(&whole), expected);
    }
}
