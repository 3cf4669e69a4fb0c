//! Every kind of infidelity, in the header and in the payload: its finding, and its place
//! underlined in the token, in the JSON and in the bytes. And what of the bytes is pointed at.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use harness::check;
use harness::samples;
use harness::{Case, Page, cases};

use crate::inside::KEEP_COPIES;
use crate::views::{HEADER, long_tasks, plainest, show};
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["underlined":
    each_kind_inside_the_json_is_underlined_in_every_view,
    each_kind_of_the_encoding_is_underlined_in_every_view,
    what_is_no_object_or_surrounds_the_token_is_underlined_where_it_stands,
    a_byte_leads_to_the_token_and_its_claim_and_back,
    header_and_payload_are_copied_as_they_are_shown,
];

/// Tests that measure the page's own thread, which only Chromium tells of.
pub const ONLY_CHROMIUM: &[Case] = cases!["underlined", &[Engine::Chromium];
    a_megabyte_of_claims_and_of_bytes_is_walked_without_a_freeze,
];

fn encode(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// The characters that carry the bytes `from..to`.
fn carriers(bytes: &[u8], from: usize, to: usize) -> String {
    encode(bytes)[from * 8 / 6..(to * 8).div_ceil(6)].to_owned()
}

/// The texts under a mark of one of these codes, of one view, joined.
async fn under(page: &Page, view: &str, codes: &[&str]) -> Result<String> {
    let selectors: Vec<String> = codes
        .iter()
        .map(|code| format!("{view} mark[data-code={code}]"))
        .collect();
    let marks = page.all(&selectors.join(", ")).await?;
    Ok(marks.iter().map(|mark| mark.text.as_str()).collect())
}

/// Whether the finding, or the fault or note of that name, is said.
async fn is_said(page: &Page, codes: &[&str]) -> Result<bool> {
    let mut said = page.codes("finding").await?;
    let items = page
        .all("[data-testid=paste-notes] [data-code], [data-testid=fault]")
        .await?;
    said.extend(
        items
            .iter()
            .map(|one| one.attribute("data-code").to_owned()),
    );
    Ok(codes.iter().any(|code| said.iter().any(|one| one == code)))
}

/// Opens the bytes of a part, which stay open for the tokens that follow.
async fn open_bytes(page: &Page, part: &str) -> Result<()> {
    page.click_on("#tab-bytes").await?;
    page.click_on(&format!("[data-testid=bytes-part] [data-part={part}]"))
        .await
}

/// What is compared: no white space, which views arrange, and no sign for what cannot be seen.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The kind, what stands in the object, the place in it, the codes that may mark it.
type Row<'a> = (&'a str, &'a [u8], &'a [u8], &'a [&'a str]);

async fn each_kind_inside_the_json_is_underlined_in_every_view(page: &Page) -> Result<()> {
    let deep = format!("\"a\":{}1{}", "[".repeat(70), "]".repeat(70));
    // What keeps the text from being read is marked as that.
    let table: &[Row<'_>] = &[
        (
            "duplicate-name",
            br#""a":1,"a":2"#,
            b"\"a\"",
            &["duplicate-parameter"],
        ),
        (
            "number-beyond-2-53",
            br#""n":9007199254740993"#,
            b"9007199254740993",
            &[],
        ),
        (
            "number-rounded",
            br#""n":0.1000000000000000055511151231257827"#,
            b"0.1000000000000000055511151231257827",
            &[],
        ),
        ("number-out-of-range", br#""n":1e400"#, b"1e400", &[]),
        ("number-negative-zero", br#""n":-0"#, b"-0", &[]),
        ("number-exponent", br#""n":1e2"#, b"1e2", &[]),
        (
            "surrogate-unpaired",
            br#""s":"a\ud800""#,
            br"\ud800",
            &["structure-json"],
        ),
        ("text-control", br#""s":"a\u0001""#, br#""a\u0001""#, &[]),
        (
            "text-direction",
            "\"s\":\"a\u{202e}b\"".as_bytes(),
            "\"a\u{202e}b\"".as_bytes(),
            &[],
        ),
        (
            "text-invisible",
            "\"s\":\"a\u{200b}b\"".as_bytes(),
            "\"a\u{200b}b\"".as_bytes(),
            &[],
        ),
        (
            "look-alike-name",
            "\"r\u{43e}le\":1".as_bytes(),
            "\"r\u{43e}le\"".as_bytes(),
            &[],
        ),
        (
            "look-alike-value",
            "\"s\":\"p\u{430}ypal\"".as_bytes(),
            "\"p\u{430}ypal\"".as_bytes(),
            &[],
        ),
        (
            "utf8-invalid",
            b"\"s\":\"a\xffb\"",
            b"\xff",
            &["structure-invalid-utf8"],
        ),
        ("nesting-deep", deep.as_bytes(), b"[", &[]),
    ];
    page.open().await?;
    let mut seen = 0;
    for part in ["header", "payload"] {
        for (index, (kind, members, place, others)) in table.iter().enumerate() {
            let object = match part {
                "header" => [br#"{"alg":"HS256","#, *members, b"}"].concat(),
                _ => [b"{".as_slice(), members, b"}"].concat(),
            };
            let from = match *kind {
                // The innermost bracket, and the second of the two names.
                "nesting-deep" | "duplicate-name" => object
                    .windows(place.len())
                    .rposition(|window| window == *place),
                _ => object
                    .windows(place.len())
                    .position(|window| window == *place),
            };
            let from = from.with_context(|| format!("{kind}: no place"))?;
            let to = from + place.len();
            let paste = match part {
                "header" => format!("{}.e30.c2lnbmF0dXJl", encode(&object)),
                _ => format!(
                    "{}.{}.c2lnbmF0dXJl",
                    encode(HEADER.as_bytes()),
                    encode(&object)
                ),
            };
            page.input("token-input", &paste).await?;
            if index == 0 {
                open_bytes(page, part).await?;
            }
            let codes: Vec<&str> = [*kind].into_iter().chain(others.iter().copied()).collect();
            let what = format!("{kind} in the {part}");
            check::soon(&format!("{what} is said"), async || {
                Ok(is_said(page, &codes).await?.then_some(()))
            })
            .await?;
            // A fault stands at one character of the place.
            let is_part_of = |shown: &str, whole: &str| match others.is_empty() {
                true => shown == whole,
                false => !shown.is_empty() && whole.contains(shown),
            };
            let written = bare(&String::from_utf8_lossy(place));
            check::soon(&format!("{what} in the JSON"), async || {
                let view = format!("[data-testid=decoded-{part}]");
                let shown = bare(&under(page, &view, &codes).await?);
                Ok(is_part_of(&shown, &written).then_some(()))
            })
            .await?;
            let carrying = carriers(&object, from, to);
            let view = format!("[data-testid=token-parts] [data-part={part}]");
            let shown = under(page, &view, &codes).await?;
            ensure!(
                is_part_of(&shown, &carrying),
                "{what}: {shown} is underlined in the token, not {carrying}"
            );
            let hex: Vec<String> = place.iter().map(|byte| format!("{byte:02x}")).collect();
            check::soon(&format!("{what} in the bytes"), async || {
                let shown = bare(&under(page, ".bytes-hex", &codes).await?);
                Ok(is_part_of(&shown, &hex.concat()).then_some(()))
            })
            .await?;
            seen += 1;
        }
    }
    ensure!(seen == 28, "{seen} kinds");
    page.console_is_empty().await
}

/// An object whose base64url text has so many characters above a multiple of four.
fn of_length(part: &str, rest: usize) -> Vec<u8> {
    let start = if part == "header" {
        r#"{"alg":"HS256","b":"#
    } else {
        r#"{"b":"#
    };
    let padded = (0..4).map(|count| format!("{start}\"{}\"}}", "x".repeat(count)));
    let mut padded = padded.filter(|object| encode(object.as_bytes()).len() % 4 == rest);
    padded.next().unwrap_or_default().into_bytes()
}

async fn each_kind_of_the_encoding_is_underlined_in_every_view(page: &Page) -> Result<()> {
    page.open().await?;
    let mut seen = 0;
    for part in ["header", "payload"] {
        let standard = {
            let start = if part == "header" {
                r#"{"alg":"HS256","b":"#
            } else {
                r#"{"b":"#
            };
            encode(format!("{start}\"~~~~???\"}}").as_bytes())
        };
        let other = standard
            .find(['-', '_'])
            .context("a character that differs")?;
        let mut bits = encode(&of_length(part, 3));
        let last = bits.pop().context("a last character")?;
        let next = char::from(u8::try_from(last)? + 1);
        bits.push(next);
        let whole = encode(&of_length(part, 0));
        let padded = encode(&of_length(part, 3));
        // The finding, the fault that is marked, the text of the part, what of it is underlined.
        let table = [
            (
                "base64-padding",
                "structure-padding",
                format!("{padded}="),
                "=".to_owned(),
            ),
            (
                "base64-standard",
                "structure-standard-alphabet",
                standard.replace('-', "+").replace('_', "/"),
                standard[other..]
                    .chars()
                    .take_while(|c| "-_".contains(*c))
                    .collect::<String>()
                    .replace('-', "+")
                    .replace('_', "/"),
            ),
            (
                "base64-trailing-bits",
                "structure-trailing-bits",
                bits,
                next.to_string(),
            ),
            (
                "base64-length",
                "structure-length",
                format!("{whole}A"),
                "A".to_owned(),
            ),
            (
                "base64-percent",
                "structure-percent-encoded",
                format!("{padded}%3D"),
                "%3D".to_owned(),
            ),
            (
                "base64-foreign",
                "structure-foreign-character",
                format!("{}*{}", &whole[..8], &whole[8..]),
                "*".to_owned(),
            ),
            (
                "part-white-space",
                "structure-white-space",
                format!("{}\n{}\t {}", &whole[..4], &whole[4..8], &whole[8..]),
                String::new(),
            ),
        ];
        for (finding, fault, text, underlined) in table {
            let parts = match part {
                "header" => [text, "e30".to_owned()],
                _ => [encode(HEADER.as_bytes()), text],
            };
            let paste = match finding {
                // Around a compact token it is decoded before anything is read, and noted.
                "base64-percent" => serde_json::json!({
                    "protected": parts[0], "payload": parts[1], "signature": "c2lnbmF0dXJl"
                })
                .to_string(),
                _ => format!("{}.c2lnbmF0dXJl", parts.join(".")),
            };
            page.input("token-input", &paste).await?;
            // A part may have another place in a JSON Serialization.
            open_bytes(page, part).await?;
            let what = format!("{finding} in the {part}");
            check::soon(&format!("{what} is found"), async || {
                let found = page.codes("finding").await?;
                Ok(found.iter().any(|code| code == finding).then_some(()))
            })
            .await?;
            let codes = [finding, fault];
            let here = format!("[data-testid=token-parts] [data-part={part}]");
            if underlined.is_empty() {
                // What was taken out is marked between the characters: at both places.
                check::becomes(&what, 2, async || {
                    let all = format!("{here} mark[data-code]");
                    let gaps = page.all(&all).await?;
                    Ok(gaps.iter().filter(|gap| gap.text.is_empty()).count())
                })
                .await?;
            } else {
                check::becomes(&what, true, async || {
                    Ok(under(page, &here, &codes).await?.starts_with(&underlined))
                })
                .await?;
            }
            for view in [
                format!("[data-testid=decoded-{part}]"),
                ".bytes-hex".to_owned(),
            ] {
                check::soon(&format!("{what} in {view}"), async || {
                    let marks = page.all(&format!("{view} mark[data-code]")).await?;
                    let is_marked = marks.iter().any(|mark| !mark.text.is_empty());
                    Ok(is_marked.then_some(()))
                })
                .await?;
            }
            seen += 1;
        }
    }
    ensure!(seen == 14, "{seen} kinds");
    page.console_is_empty().await
}

async fn what_is_no_object_or_surrounds_the_token_is_underlined_where_it_stands(
    page: &Page,
) -> Result<()> {
    page.open().await?;
    let header = encode(HEADER.as_bytes());
    let bom: &[u8] = b"\xef\xbb\xbf{\"alg\":\"HS256\"}";
    for (part, paste, codes) in [
        (
            "payload",
            format!("{header}.{}.c2ln", encode(b"[1]")),
            ["payload-not-object"; 2],
        ),
        (
            "payload",
            format!("{header}.{}.c2ln", encode(bom)),
            ["byte-order-mark", "structure-bom"],
        ),
        (
            "header",
            format!("{}.e30.c2ln", encode(bom)),
            ["byte-order-mark", "structure-bom"],
        ),
    ] {
        page.input("token-input", &paste).await?;
        open_bytes(page, part).await?;
        for view in [
            format!("[data-testid=token-parts] [data-part={part}]"),
            format!("[data-testid=decoded-{part}]"),
            ".bytes-hex".to_owned(),
        ] {
            check::soon(&format!("{codes:?} in {view}"), async || {
                let shown = under(page, &view, &codes).await?;
                Ok((!shown.is_empty()).then_some(()))
            })
            .await?;
        }
    }
    // Before the first character and behind the last.
    let token = samples::compact(HEADER, b"{}", &[7; 32]);
    page.input("token-input", &format!("Bearer {token} and more"))
        .await?;
    check::soon("both ends of the token", async || {
        let runs = page.all("[data-testid=token-parts] [data-at]").await?;
        let ends = [runs.first(), runs.last()];
        let is_gap = |run: &harness::find::Found| {
            run.text.is_empty() && !run.attribute("data-code").is_empty()
        };
        Ok(ends.into_iter().flatten().all(is_gap).then_some(()))
    })
    .await?;
    page.console_is_empty().await
}

async fn lit(page: &Page, selector: &str) -> Result<String> {
    let found = page.all(&format!("{selector} [data-lit=here]")).await?;
    Ok(found.iter().map(|one| one.text.as_str()).collect())
}

async fn current_claim(page: &Page) -> Result<String> {
    let row = page.first("#panel-claims [data-current]").await?;
    Ok(row.map_or(String::new(), |row| row.attribute("data-claim").to_owned()))
}

async fn a_byte_leads_to_the_token_and_its_claim_and_back(page: &Page) -> Result<()> {
    let payload = r#"{"sub":"jo","role":"Patient"}"#;
    show(page, payload).await?;
    let token = samples::compact(HEADER, payload.as_bytes(), b"sig");
    open_bytes(page, "payload").await?;
    // By mouse, at a byte in hexadecimal, at a character of the text, at one of the token.
    for selector in [".bytes-hex span", ".bytes-text span", ".bytes-chars span"] {
        page.press(fantoccini::key::Key::Escape.into()).await?;
        page.click_on(&format!("[data-testid=bytes] .bytes-row {selector}"))
            .await?;
        check::soon(&format!("a byte by {selector}"), async || {
            let byte = lit(page, ".bytes-text").await?;
            let characters = lit(page, "[data-testid=token-parts]").await?;
            let is_lit = !byte.is_empty() && payload.contains(&byte);
            let is_carried = !characters.is_empty() && token.contains(&characters);
            Ok((is_lit && is_carried).then_some(()))
        })
        .await?;
    }
    // By keyboard, into a claim; and on into the next.
    page.run(
        "document.querySelector('[data-testid=bytes]').focus()",
        vec![],
    )
    .await?;
    page.press(fantoccini::key::Key::Home.into()).await?;
    for _ in 0..3 {
        page.press(fantoccini::key::Key::Right.into()).await?;
    }
    check::becomes("the claim of the byte", "sub".to_owned(), async || {
        current_claim(page).await
    })
    .await?;
    for _ in 0..12 {
        page.press(fantoccini::key::Key::Right.into()).await?;
    }
    check::becomes("the next claim", "role".to_owned(), async || {
        current_claim(page).await
    })
    .await?;
    let lit_in_token = lit(page, "[data-testid=token-parts]").await?;
    ensure!((2..=3).contains(&lit_in_token.len()), "{lit_in_token}");
    // The reverse: the claim lights up its bytes, by mouse.
    page.click_on("#tab-claims").await?;
    page.click_on("[data-testid=claim][data-claim=sub] .claim-name")
        .await?;
    page.click_on("#tab-bytes").await?;
    check::becomes(
        "the bytes of the claim",
        r#""sub":"jo""#.to_owned(),
        async || lit(page, ".bytes-text").await,
    )
    .await?;
    ensure!(token.contains(&lit(page, "[data-testid=token-parts]").await?));
    page.console_is_empty().await
}

async fn header_and_payload_are_copied_as_they_are_shown(page: &Page) -> Result<()> {
    show(page, r#"{"b":1.0, "a":[1e400]}"#).await?;
    page.run(KEEP_COPIES, vec![]).await?;
    let copy = async |part: &str| {
        page.run("window.copies = []", vec![]).await?;
        let label = format!("[aria-label=\"Copy the {part}\"]");
        page.click_on(&label).await?;
        check::soon("a copy", async || {
            let copies = page.run("return window.copies", vec![]).await?;
            let first = copies.get(0).and_then(serde_json::Value::as_str);
            Ok(first.map(str::to_owned))
        })
        .await
    };
    ensure!(copy("header").await? == "{\n  \"alg\": \"HS256\"\n}");
    ensure!(copy("payload").await? == "{\n  \"b\": 1.0,\n  \"a\": [\n    1e400\n  ]\n}");
    page.click("json-exact").await?;
    ensure!(copy("payload").await? == r#"{"b":1.0, "a":[1e400]}"#);
    ensure!(copy("header").await? == HEADER);
    page.console_is_empty().await
}

async fn a_megabyte_of_claims_and_of_bytes_is_walked_without_a_freeze(page: &Page) -> Result<()> {
    let one = format!(r#"{{"text":"{}","last":"needle"}}"#, "x".repeat(1_000_000));
    let items: Vec<String> = (0..14_000)
        .map(|n| format!(r#"{{"id":{n},"name":"item number {n}","tags":["a","b"],"ok":true}}"#))
        .collect();
    let many = format!(r#"{{"items":[{}],"last":"needle"}}"#, items.join(","));
    for (what, payload) in [("one string", one), ("many objects", many)] {
        let token = samples::compact(HEADER, payload.as_bytes(), b"sig");
        let plainest = plainest(page, &token).await?;
        page.open().await?;
        page.paste("token-input", &token).await?;
        page.expect_state("verdict-structure", "ok").await?;
        check::soon("the tools", async || {
            page.first(".json-tools[data-ready]").await
        })
        .await?;
        long_tasks(page).await?;
        page.click_on("#tab-claims").await?;
        check::soon("the last claim", async || {
            let row = "[data-testid=claim][data-claim=last]";
            Ok(page.first(row).await?.filter(|row| row.is_visible))
        })
        .await?;
        let claims = long_tasks(page).await?;
        page.run(
            "document.querySelector('[data-testid=claim][data-claim=last]').focus()",
            vec![],
        )
        .await?;
        page.press(fantoccini::key::Key::Enter.into()).await?;
        check::becomes("its bytes", r#""last":"needle""#.to_owned(), async || {
            lit(page, ".bytes-text").await
        })
        .await?;
        let rows = page.all(".bytes-row").await?;
        ensure!((1..=100).contains(&rows.len()), "{} rows drawn", rows.len());
        page.press_with(
            fantoccini::key::Key::Control,
            char::from(fantoccini::key::Key::Home),
        )
        .await?;
        check::becomes("the first byte", "{".to_owned(), async || {
            lit(page, ".bytes-text").await
        })
        .await?;
        let bytes = long_tasks(page).await?;
        let longest = |tasks: &[f64]| tasks.iter().copied().fold(0.0, f64::max);
        for (view, tasks) in [("claims", &claims), ("bytes", &bytes)] {
            ensure!(
                longest(tasks) < 2.0 * plainest,
                "{what}, {view}: {tasks:?}; the plainest page: {plainest}"
            );
        }
        eprintln!("{what}: claims {claims:?}, bytes {bytes:?}; the plainest page: {plainest}");
        page.console_is_empty().await?;
    }
    Ok(())
}
