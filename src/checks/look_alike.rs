//! Letters of another script that look like Latin ones: `аdmin` with a Cyrillic а is another
//! name than `admin`. Spec: Unicode Technical Standard #39 §4 and §5.

use super::{Certainty, Check, Finding, Subject};
use crate::diagnostic::Severity;

pub(super) const NAME: Check = Check {
    code: "look-alike-name",
    severity: Severity::Danger,
    clause: "UTS #39 §4",
    certainty: Certainty::Likely,
    find: |subject| find(subject, true),
};

pub(super) const VALUE: Check = Check {
    code: "look-alike-value",
    severity: Severity::Warning,
    clause: "UTS #39 §4",
    certainty: Certainty::Likely,
    find: |subject| find(subject, false),
};

/// Letters that most fonts draw like the Latin letter beside them.
const LOOK_ALIKES: [(&str, &str); 3] = [
    // Cyrillic
    (
        "аеорсухіјѕһԁԛԝѵӏАВЕКМНОРСТУХІЈЅԌԚԜҮ",
        "aeopcyxijshdqwvlABEKMHOPCTYXIJSGQWY",
    ),
    // Greek
    ("οανρικυΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲ", "oavpikuABEZHIKMNOPTYXc"),
    // Armenian
    ("օսցհոՕՍ", "ougnnOU"),
];

fn find(subject: &Subject<'_>, names: bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    for leaf in &subject.leaves {
        if leaf.is_name() != names {
            continue;
        }
        let Some(text) = leaf.text.as_deref().filter(|text| !text.is_ascii()) else {
            continue;
        };
        if is_disguised(text, names) {
            let looks_like: String = text.chars().map(|c| latin(c).unwrap_or(c)).collect();
            let points: Vec<String> = text
                .chars()
                .filter(|c| latin(*c).is_some())
                .take(8)
                .map(|c| format!("U+{:04X}", u32::from(c)))
                .collect();
            findings.push(
                subject
                    .at_leaf(leaf)
                    .with("looks-like", looks_like)
                    .with("characters", points),
            );
        }
    }
    findings
}

/// A word that mixes Latin letters with look-alikes; in a name or an address also a word of
/// nothing but look-alikes, because names and addresses are Latin by custom.
fn is_disguised(text: &str, is_name: bool) -> bool {
    let is_address = is_name || text.contains("://") || text.contains('@');
    text.split(|c: char| !c.is_alphabetic()).any(|word| {
        let disguised = word.chars().filter(|c| latin(*c).is_some()).count();
        let plain = word.chars().filter(char::is_ascii_alphabetic).count();
        let all = word.chars().count();
        disguised > 0 && (plain > 0 || (is_address && disguised == all && all > 1))
    })
}

/// The Latin letter that `c`, which is none, looks like.
fn latin(c: char) -> Option<char> {
    if c.is_ascii() {
        return None;
    }
    // Fullwidth letters stand at a fixed distance from ASCII.
    if matches!(c, '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}') {
        return char::from_u32(u32::from(c).saturating_sub(0xFEE0));
    }
    LOOK_ALIKES.iter().find_map(|(others, latins)| {
        others
            .chars()
            .zip(latins.chars())
            .find(|(other, _)| *other == c)
            .map(|(_, latin)| latin)
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_payload;
    use super::{LOOK_ALIKES, NAME, VALUE};

    #[test]
    fn disguised_names_are_found() {
        check_payload(&NAME, "{\"\u{430}ud\":1}", &["\"\u{430}ud\""]);
        check_payload(
            &NAME,
            "{\"\u{435}\u{445}\u{440}\":1}",
            &["\"\u{435}\u{445}\u{440}\""],
        );
        check_payload(&NAME, r#"{"r\u043ele":1}"#, &[r#""r\u043ele""#]);
        check_payload(&NAME, "{\"имя\":1,\"größe\":2,\"aud\":3}", &[]);
        check_payload(&NAME, "{\"a\":\"\u{430}dmin\"}", &[]);
    }

    #[test]
    fn disguised_values_are_found() {
        check_payload(&VALUE, "{\"a\":\"\u{430}dmin\"}", &["\"\u{430}dmin\""]);
        check_payload(
            &VALUE,
            "{\"a\":\"https://\u{440}\u{430}\u{443}.com\"}",
            &["\"https://\u{440}\u{430}\u{443}.com\""],
        );
        check_payload(&VALUE, "{\"a\":\"\u{ff41}dmin\"}", &["\"\u{ff41}dmin\""]);
        for text in [
            "оса",
            "Привет, World",
            "Ελλάδα",
            "日本 Tokyo",
            "é",
            "Jürgen",
            "α-value",
            "Hello",
        ] {
            check_payload(&VALUE, &format!("{{\"a\":\"{text}\"}}"), &[]);
        }
    }

    #[test]
    fn the_table_pairs_each_letter_with_one_latin_letter() {
        for (others, latins) in LOOK_ALIKES {
            assert_eq!(others.chars().count(), latins.chars().count(), "{others}");
            assert!(latins.is_ascii());
            assert!(others.chars().all(|c| !c.is_ascii() && c.is_alphabetic()));
        }
    }
}
