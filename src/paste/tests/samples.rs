//! The pastes that people really make.

use super::*;
use crate::inspect::StructureState;
use crate::json;

const PRINTED: &str = include_str!("../../../tests/vectors/data/workshop-printed-token.txt");
const SHOF: &str = include_str!("../../../tests/vectors/data/koppeltaal-shof-token-response.json");
const RESPONSE: &str = include_str!("../../../tests/vectors/data/koppeltaal-token-response.json");
const WORKSHOP: &str = include_str!("../../../tests/vectors/data/workshop-tokens.json");
const KOPPELTAAL: &str = include_str!("../../../tests/vectors/data/koppeltaal-tokens.json");

fn printed() -> String {
    PRINTED.lines().collect()
}

#[test]
fn the_printed_token_is_one_token() {
    let inspection = inspect(PRINTED);
    assert_eq!(compacts(&inspection), [printed().as_str()]);
    assert!(notes(&inspection).contains(&"paste-line-breaks".to_owned()));
    assert_eq!(inspection.structure(0), StructureState::Repaired);
    let payload = inspection.tokens[0].payload().unwrap();
    assert_eq!(payload.get("aud").unwrap().text().unwrap(), "Api");
}

#[test]
fn a_page_that_repeats_the_parts_and_cuts_the_last_short_holds_one_token() {
    let whole = printed();
    let parts: Vec<&str> = whole.split('.').collect();
    let (h, p, s) = (parts[0], parts[1], parts[2]);
    let short = &s[..20];
    for end in ["", "…", "...", " …", "\n"] {
        for page in [
            format!("{PRINTED}\n\nHeader: {h}\nPayload: {p}\nSignature: {short}{end}"),
            format!("{PRINTED}\nHeader:\n{h}\nPayload:\n{p}\nSignature:\n{short}{end}"),
            format!("{PRINTED}\nHeader\n{h}\nPayload\n{p}\nSignature\n{short}{end}"),
            format!("Kop: {h}\nInhoud: {p}\nHandtekening: {short}{end}\n\nToken:\n{PRINTED}"),
            format!("Header\n{h}\nPayload\n{p}\nSignature\n{short}{end}\n\nToken\n{PRINTED}"),
            format!("{PRINTED}\nHandtekening = {short}{end}\nKop = {h}\nInhoud = {p}"),
            format!("{PRINTED}\nHeader: {h}.\nPayload: {p}.\nSignature: {short}{end}"),
            format!("1. {h}\n2. {p}\n3. {short}{end}\n\n{PRINTED}"),
            format!("Token: {PRINTED}\nHeader {h}\nPayload {p}\nSignature {short}{end}"),
            format!("{PRINTED}\n- Header: `{h}`\n- Payload: `{p}`\n- Signature: `{short}{end}`"),
        ] {
            let inspection = inspect(&page);
            assert_eq!(compacts(&inspection), [whole.as_str()], "{page}");
            let copy = inspection
                .notes
                .iter()
                .find(|note| note.code == "paste-shortened-copy")
                .unwrap_or_else(|| panic!("no copy in {page}"));
            let span = copy.span.unwrap();
            assert!(page[span.range()].starts_with(short), "{page}");
            assert_eq!(faults(&inspection), [""; 0]);
        }
    }
}

#[test]
fn a_shortened_second_printing_of_the_token_is_a_copy() {
    let whole = printed();
    for page in [
        format!("{PRINTED}\n{}...\n", &whole[..whole.len() - 12]),
        format!("{}…\n\n{PRINTED}", &whole[..60]),
        format!("{}\n\n{PRINTED}", &whole[..whole.len() - 20]),
    ] {
        let inspection = inspect(&page);
        assert_eq!(compacts(&inspection), [whole.as_str()], "{page}");
        assert!(notes(&inspection).contains(&"paste-shortened-copy".to_owned()));
    }
}

#[test]
fn token_responses_give_their_tokens_by_name() {
    for (text, name) in [(SHOF, "id_token"), (RESPONSE, "access_token")] {
        let inspection = inspect(text);
        assert_eq!(inspection.tokens.len(), 1);
        let token = &inspection.tokens[0];
        assert_eq!(token.faults, []);
        let note = token
            .notes
            .iter()
            .find(|note| note.code == "paste-json-member")
            .unwrap();
        assert_eq!(note.fact("name"), Some(&name.into()));
    }
}

#[test]
fn files_of_tokens_are_listed_in_order() {
    for (text, count) in [(WORKSHOP, 4), (KOPPELTAAL, 5)] {
        let document = json::parse(text.as_bytes().to_vec());
        let expected: Vec<String> = document
            .get("tokens")
            .unwrap()
            .members()
            .map(|(_, value)| value.text().unwrap().into_owned())
            .collect();
        assert_eq!(expected.len(), count);
        assert_eq!(compacts(&inspect(text)), expected);
    }
}

#[test]
fn settings_files_hold_no_token() {
    for text in [
        include_str!("../../../tests/vectors/data/workshop.env"),
        include_str!("../../../tests/vectors/data/workshop-appsettings.json"),
    ] {
        assert_eq!(compacts(&inspect(text)), [""; 0]);
    }
}
