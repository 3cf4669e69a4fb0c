//! Tables in every spelling, and every way in which a row can be none.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::base64url;
use crate::diagnostic::Fact;
use crate::job::Draft;
use crate::keys::KeyInput;
use crate::secret::Secret;
use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;

const TEMPLATE: &str = r#"{"sub":"x","n":1,"ok":true,"roles":[]}"#;

fn part(table: &str, count: usize) -> BatchPart {
    BatchPart {
        draft: Draft {
            header: r#"{"alg":"HS256"}"#.to_owned(),
            payload: TEMPLATE.to_owned(),
            key: KeyInput {
                text: Secret::new("0123456789abcdef0123456789abcdef".to_owned()),
                ..KeyInput::default()
            },
            ..Draft::default()
        },
        rest: table.to_owned(),
        head: None,
        line: 1,
        count,
    }
}

fn made(table: &str) -> Result<Batched, Diagnostic> {
    batch(&part(table, 100), &mut ChaCha8Rng::seed_from_u64(1))
}

fn payload(row: &BatchRow) -> String {
    let part = row.token.as_ref().unwrap().split('.').nth(1).unwrap();
    String::from_utf8(base64url::decode(part).unwrap()).unwrap()
}

fn payloads(table: &str) -> Vec<String> {
    made(table).unwrap().rows.iter().map(payload).collect()
}

#[test]
fn csv_keeps_the_kinds_of_the_template() {
    let table = "sub,n,ok,roles,note\n\"a, \"\"b\"\"\",2.0,false,\"[\"\"r\"\"]\",7\nc,,,,\n";
    assert_eq!(
        payloads(table),
        [
            r#"{"sub":"a, \"b\"","n":2.0,"ok":false,"roles":["r"],"note":"7"}"#,
            r#"{"sub":"c","n":1,"ok":true,"roles":[]}"#,
        ]
    );
}

#[test]
fn two_quotes_are_an_empty_text_and_nothing_leaves_the_template() {
    for (table, expected) in [
        (
            "sub,n\n\"\",2\n",
            r#"{"sub":"","n":2,"ok":true,"roles":[]}"#,
        ),
        ("sub,n\n,2\n", r#"{"sub":"x","n":2,"ok":true,"roles":[]}"#),
        (
            "n;sub\r\n2;\"\"\r\n",
            r#"{"sub":"","n":2,"ok":true,"roles":[]}"#,
        ),
        (
            "sub,n\n\"a,\"\"\",2\n",
            r#"{"sub":"a,\"","n":2,"ok":true,"roles":[]}"#,
        ),
    ] {
        assert_eq!(payloads(table), [expected], "{table:?}");
    }
    let row = made("n,sub\n\"\",a\n").unwrap().rows.remove(0);
    assert_eq!(row.token.unwrap_err().code, "batch-cell-kind");
}

#[test]
fn moments_may_be_dates_and_are_numbers() {
    let claims = |table: &str| payloads(table).remove(0);
    for (cell, number) in [
        ("2027-01-01T00:00Z", "1798761600"),
        ("1798761600", "1798761600"),
        ("1798761600.5", "1798761600.5"),
    ] {
        let expected = format!(r#"{{"sub":"x","n":1,"ok":true,"roles":[],"exp":{number}}}"#);
        assert_eq!(claims(&format!("exp\n{cell}\n")), expected);
    }
    // Only what is a moment takes a date, and a date has to be one.
    for table in ["n\n2027-01-01T00:00Z\n", "exp\n2027-02-30\n", "exp\nsoon\n"] {
        let row = made(table).unwrap().rows.remove(0);
        assert_eq!(row.token.unwrap_err().code, "batch-cell-kind", "{table}");
    }
}

#[test]
fn a_path_reaches_into_the_template() {
    let nested = |table: &str| {
        let mut part = part(table, 9);
        part.draft.payload = r#"{"address":{"city":"U", "n":[1,2]},"/own":1}"#.to_owned();
        let row = batch(&part, &mut ChaCha8Rng::seed_from_u64(1))
            .unwrap()
            .rows;
        let row = row.into_iter().next().unwrap();
        row.token.map(|token| {
            payload(&BatchRow {
                line: 1,
                token: Ok(token),
            })
        })
    };
    for (table, expected) in [
        (
            "/address/city\nA\n",
            r#"{"address":{"city":"A", "n":[1,2]},"/own":1}"#,
        ),
        (
            "/address/n/1\n3\n",
            r#"{"address":{"city":"U", "n":[1,3]},"/own":1}"#,
        ),
        (
            "/address/zip\n3\n",
            r#"{"address":{"city":"U", "n":[1,2], "zip":"3"},"/own":1}"#,
        ),
        (
            "/own\n3\n",
            r#"{"address":{"city":"U", "n":[1,2]},"/own":3}"#,
        ),
    ] {
        assert_eq!(nested(table).unwrap(), expected, "{table}");
    }
    for name in ["/nobody/x", "/address/city/x", "/address/n/7"] {
        let refused = nested(&format!("{name}\n1\n")).unwrap_err();
        assert_eq!(refused.code, "batch-pointer-nowhere", "{name}");
    }
}

#[test]
fn a_name_that_stands_twice_in_a_line_is_refused() {
    let row = made("{\"sub\":\"a\",\"sub\":\"b\"}\n")
        .unwrap()
        .rows
        .remove(0);
    assert_eq!(row.token.unwrap_err().code, "batch-row-duplicate");
}

#[test]
fn spreadsheets_write_tables_in_several_ways() {
    for table in [
        "sub,n\na,2\n",
        "sub;n\r\na;2\r\n",
        "sub\tn\na\t2",
        "\u{feff}sub,n\n\n\na,2\n\n",
        "{\"sub\":\"a\",\"n\":2}\n",
        "\u{feff}{\"sub\":\"a\",\"n\":2}",
    ] {
        let expected = r#"{"sub":"a","n":2,"ok":true,"roles":[]}"#;
        assert_eq!(payloads(table), [expected], "{table:?}");
    }
}

#[test]
fn json_lines_are_written_as_they_stand() {
    let all = payloads("{\"n\":1.0}\n\n{\"roles\":[ \"a\"],\"n\":\"two\"}\n");
    assert_eq!(all[0], r#"{"sub":"x","n":1.0,"ok":true,"roles":[]}"#);
    assert_eq!(all[1], r#"{"sub":"x","n":"two","ok":true,"roles":[ "a"]}"#);
}

/// A slice at a time gives the same rows and lines as all at once, wherever it is cut.
#[test]
fn slices_make_the_whole() {
    for table in [
        "sub,note\na,\"two\nlines\"\n\nb,1\nc,2\nd\ne,3\n",
        "{\"sub\":\"a\"}\n\n{\"sub\":\"b\"}\nx\n{\"sub\":\"c\"}",
    ] {
        let whole = made(table).unwrap().rows;
        assert!(whole.len() >= 4, "{table}");
        for count in 1..4 {
            let mut rng = ChaCha8Rng::seed_from_u64(1);
            let mut next = part(table, count);
            let mut rows = Vec::new();
            while !next.rest.is_empty() {
                let slice = batch(&next, &mut rng).unwrap();
                assert!(slice.read > 0 && slice.rows.len() <= count);
                next.rest = next.rest.split_off(slice.read);
                (next.head, next.line) = (slice.head, slice.line);
                rows.extend(slice.rows);
            }
            assert_eq!(rows, whole, "{count} at a time");
        }
    }
}

#[test]
fn tables_that_are_none_are_named() {
    for (table, code) in [
        ("", "batch-empty"),
        (" \n", "batch-empty"),
        ("\u{feff}", "batch-empty"),
        ("sub,\na,b\n", "batch-column-unnamed"),
        ("sub,n, sub\na,1,b\n", "batch-column-repeated"),
    ] {
        assert_eq!(made(table).unwrap_err().code, code, "{table:?}");
    }
    for payload in ["text", "[]", "{\"a\":"] {
        let mut part = part("a\n1\n", 1);
        part.draft.payload = payload.to_owned();
        let refused = batch(&part, &mut ChaCha8Rng::seed_from_u64(1));
        assert_eq!(refused.unwrap_err().code, "batch-template-not-object");
    }
    assert_eq!(made("sub,n\n").unwrap().rows, []);
}

#[test]
fn a_row_that_cannot_be_used_names_its_line_and_column_and_stops_no_other() {
    for (table, line, code, fact) in [
        ("sub,n\na\nb,2\n", 2, "batch-row-length", ("found", "1")),
        ("sub\na\nb,2\n", 3, "batch-row-length", ("expected", "1")),
        ("sub,n\na,1\nb,two\n", 3, "batch-cell-kind", ("name", "n")),
        (
            "sub,ok\na,1\nb,true\n",
            2,
            "batch-cell-kind",
            ("name", "ok"),
        ),
        (
            "sub,roles\na,{}\nb,[]\n",
            2,
            "batch-cell-kind",
            ("text", "{}"),
        ),
        ("{\"n\":1}\nx\n", 2, "batch-row-not-json", ("column", "1")),
        (
            "{\"n\":1}\n{\"n\":1,}\n",
            2,
            "batch-row-not-json",
            ("column", "8"),
        ),
        ("{\"n\":1}\n[1]\n", 2, "batch-row-not-object", ("", "")),
        ("sub,n\na,1\n\"b\nc,1\n", 3, "batch-quote-open", ("", "")),
    ] {
        let rows = made(table).unwrap().rows;
        assert_eq!(rows.len(), 2, "{table}");
        let bad: Vec<&BatchRow> = rows.iter().filter(|row| row.token.is_err()).collect();
        assert_eq!(bad.len(), 1, "{table}");
        let why = bad[0].token.as_ref().unwrap_err();
        assert_eq!((&*why.code, bad[0].line), (code, line), "{table}");
        let said = match why.fact(fact.0) {
            Some(Fact::Text(text)) => text.clone(),
            Some(Fact::Count(count)) => count.to_string(),
            _ => String::new(),
        };
        assert_eq!(said, fact.1, "{table}");
    }
}

#[test]
fn what_keeps_every_row_from_being_signed_is_said_once() {
    for (header, code) in [
        (r#"{"alg":"RS256"}"#, "sign-key-type"),
        (r#"{"alg":}"#, "sign-header-not-json"),
        ("{}", "sign-alg-missing"),
    ] {
        let mut part = part("sub\na\nb\n", 9);
        part.draft.header = header.to_owned();
        let refused = batch(&part, &mut ChaCha8Rng::seed_from_u64(1));
        assert_eq!(refused.unwrap_err().code, code);
    }
}

/// As spreadsheets write them: booleans in capitals, a line that names the delimiter, names in
/// quotes with another delimiter in them.
#[test]
fn what_a_spreadsheet_writes_around_the_values_is_understood() {
    for (table, expected) in [
        ("ok\nFALSE\n", r#"{"sub":"x","n":1,"ok":false,"roles":[]}"#),
        (
            "sep=;\nsub;n\na;2\n",
            r#"{"sub":"a","n":2,"ok":true,"roles":[]}"#,
        ),
        (
            "\"a,b,c\";sub\n1;a\n",
            r#"{"sub":"a","n":1,"ok":true,"roles":[],"a,b,c":"1"}"#,
        ),
    ] {
        assert_eq!(payloads(table), [expected], "{table}");
    }
    assert_eq!(
        made("[{\"sub\":\"a\"}]").unwrap_err().code,
        "batch-json-array"
    );
    // An open quote in the last row of a table with one column.
    let rows = made("sub\na\n\"b\n").unwrap().rows;
    assert_eq!(rows[1].token.as_ref().unwrap_err().code, "batch-quote-open");
}

#[test]
fn every_token_of_a_table_has_a_jti_of_its_own() {
    let mut part = part("sub\na\nb\n", 9);
    part.draft.payload = r#"{"sub":"x","jti":"one"}"#.to_owned();
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let rows = batch(&part, &mut rng).unwrap().rows;
    let [a, b] = [payload(&rows[0]), payload(&rows[1])];
    let jti = |text: &str| {
        parse(text.into())
            .get("jti")
            .unwrap()
            .text()
            .unwrap()
            .into_owned()
    };
    assert_eq!((jti(&a).len(), jti(&b).len()), (36, 36));
    assert_ne!(jti(&a), jti(&b));
    // What the table says counts.
    part.rest = "jti\nown\n".to_owned();
    let rows = batch(&part, &mut rng).unwrap().rows;
    assert_eq!(jti(&payload(&rows[0])), "own");
}

#[test]
fn a_token_stays_on_its_line() {
    let mut part = part("sub\na\n", 9);
    part.draft.serialization = crate::job::Serialization::Flattened;
    part.draft.unprotected = "{\n  \"a\": 1\n}".to_owned();
    let rows = batch(&part, &mut ChaCha8Rng::seed_from_u64(1))
        .unwrap()
        .rows;
    let token = rows[0].token.as_ref().unwrap();
    assert!(
        token.contains("\"a\": 1") && !token.contains('\n'),
        "{token}"
    );
}
