//! The views of header and payload: the JSON that folds, is searched and copied; the claims in
//! two orders; and what is shown of a megabyte without a pause.

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use harness::check;
use harness::samples;
use harness::{Case, Page, cases};
use serde_json::Value;
use xtask::setup::browsers::Engine;

use crate::inside::KEEP_COPIES;

/// Tests for every engine.
pub const ALL: &[Case] = cases!["views":
    the_json_is_as_signed_and_its_lines_are_numbered,
    a_container_folds_by_mouse_and_by_keyboard,
    the_search_counts_goes_on_and_unfolds,
    value_path_and_signed_text_are_copied,
    the_text_is_shown_as_transmitted,
    claims_stand_as_signed_or_by_group,
    a_claim_and_its_line_light_up_together,
];

/// Tests that measure the page's own thread, which only Chromium tells of.
pub const ONLY_CHROMIUM: &[Case] = cases!["views", &[Engine::Chromium];
    a_megabyte_is_shown_searched_and_folded_without_a_freeze,
];

/// The header of tokens whose payload is looked at.
pub const HEADER: &str = r#"{"alg":"HS256"}"#;

/// Shows a token with this payload, and waits for the words of the tools.
pub async fn show(page: &Page, payload: &str) -> Result<()> {
    page.open().await?;
    page.paste(
        "token-input",
        &samples::compact(HEADER, payload.as_bytes(), b"sig"),
    )
    .await?;
    page.expect_state("verdict-structure", "ok").await?;
    // The words of the tools come after the first paint.
    check::soon("the tools", async || {
        page.first(".json-tools[data-ready]").await
    })
    .await?;
    Ok(())
}

async fn the_json_is_as_signed_and_its_lines_are_numbered(page: &Page) -> Result<()> {
    let payload = r#"{"b":1.0,"a":100002348117421473,"b":[1e400, "\u00e9\/"],"e":{},"f":[]}"#;
    show(page, payload).await?;
    let expected = "{\n  \"b\": 1.0,\n  \"a\": 100002348117421473,\n  \"b\": [\n    1e400,\n    \
                    \"\\u00e9\\/\"\n  ],\n  \"e\": {},\n  \"f\": []\n}";
    let shown = page.text("decoded-payload").await?;
    ensure!(shown == expected, "{shown}");
    let lines = page.all("[data-testid=decoded-payload] .json-line").await?;
    let numbers: Vec<&str> = lines
        .iter()
        .map(|line| line.attribute("data-line"))
        .collect();
    ensure!(
        numbers == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
        "{numbers:?}"
    );
    page.console_is_empty().await
}

/// The numbers of the lines that can be seen.
async fn visible_lines(page: &Page) -> Result<Vec<String>> {
    let lines = page.all("[data-testid=decoded-payload] .json-line").await?;
    let visible = lines.into_iter().filter(|line| line.is_visible);
    Ok(visible
        .map(|line| line.attribute("data-line").to_owned())
        .collect())
}

async fn lines_become(page: &Page, what: &str, expected: &[&str]) -> Result<()> {
    let expected: Vec<String> = expected.iter().map(|line| (*line).to_owned()).collect();
    check::becomes(what, expected, async || visible_lines(page).await).await
}

async fn a_container_folds_by_mouse_and_by_keyboard(page: &Page) -> Result<()> {
    show(page, r#"{"a":{"b":[1]},"c":2}"#).await?;
    let whole = page.text("decoded-payload").await?;
    let all = ["1", "2", "3", "4", "5", "6", "7", "8"];
    lines_become(page, "all lines", &all).await?;
    let fold = "[data-testid=decoded-payload] [data-line=\"2\"] .json-fold";
    page.click_on(fold).await?;
    lines_become(page, "folded by mouse", &["1", "2", "7", "8"]).await?;
    ensure!(
        page.text("decoded-payload").await? == whole,
        "the text went with the lines"
    );
    let button = page.first(fold).await?.context("the button")?;
    ensure!(button.attribute("aria-expanded") == "false");
    page.click_on(fold).await?;
    lines_become(page, "unfolded by mouse", &all).await?;

    page.run(
        "document.querySelector('[data-testid=decoded-payload]').focus()",
        vec![],
    )
    .await?;
    let current = async || {
        let line = page
            .first("[data-testid=decoded-payload] [data-current]")
            .await?;
        Ok(line.map_or(String::new(), |line| line.attribute("data-line").to_owned()))
    };
    page.press(Key::Home.into()).await?;
    check::becomes("the first line", "1".to_owned(), current).await?;
    for (key, line) in [
        (Key::Down, "2"),
        (Key::Down, "3"),
        (Key::Down, "4"),
        (Key::Down, "7"),
    ] {
        page.press(key.into()).await?;
        check::becomes("a line further", line.to_owned(), current).await?;
    }
    // Up to the number, out to its array, and fold: the array, then what holds it.
    for (key, line) in [
        (Key::Up, "4"),
        (Key::Left, "3"),
        (Key::Left, "3"),
        (Key::Left, "2"),
    ] {
        page.press(key.into()).await?;
        check::becomes("a step by keyboard", line.to_owned(), current).await?;
    }
    lines_become(page, "folded by keyboard", &["1", "2", "3", "6", "7", "8"]).await?;
    page.press(Key::Left.into()).await?;
    lines_become(page, "folded further", &["1", "2", "7", "8"]).await?;
    page.press(Key::Right.into()).await?;
    lines_become(
        page,
        "unfolded by keyboard",
        &["1", "2", "3", "6", "7", "8"],
    )
    .await?;
    page.click("json-fold-all").await?;
    lines_become(page, "all unfolded", &all).await?;
    page.click("json-fold-all").await?;
    lines_become(page, "all folded", &["1", "2", "7", "8"]).await?;
    page.console_is_empty().await
}

async fn says(page: &Page, expected: &str) -> Result<()> {
    check::becomes("what the search says", expected.to_owned(), async || {
        page.text("json-search-says").await
    })
    .await
}

async fn the_search_counts_goes_on_and_unfolds(page: &Page) -> Result<()> {
    show(
        page,
        r#"{"role":"Admin","x":{"role":"user","n":[{"roles":"ROLE"}]}}"#,
    )
    .await?;
    page.click("json-fold-all").await?;
    page.input("json-search", "role").await?;
    says(page, "1 of 4").await?;
    let current = async || {
        let marks = page.all("[data-hit=current]").await?;
        let texts: Vec<String> = marks.into_iter().map(|mark| mark.text).collect();
        Ok(texts.join("|"))
    };
    check::becomes("the first hit", "role".to_owned(), current).await?;
    ensure!(page.all("[data-hit]").await?.len() >= 1);
    page.click("search-next").await?;
    says(page, "2 of 4").await?;
    check::soon("what hid the hit is unfolded", async || {
        let marks = page.all("[data-hit=current]").await?;
        Ok(marks.iter().any(|mark| mark.is_visible).then_some(()))
    })
    .await?;
    page.click("search-previous").await?;
    page.click("search-previous").await?;
    says(page, "4 of 4").await?;
    check::becomes("the last hit", "ROLE".to_owned(), current).await?;
    page.input("json-search", "HS256").await?;
    says(page, "1 of 1").await?;
    let in_header = page
        .all("[data-testid=decoded-header] [data-hit=current]")
        .await?;
    ensure!(in_header.len() == 1, "{in_header:?}");
    // A hit may go over a colon and the space that stands behind it.
    page.input("json-search", "\"role\": \"user").await?;
    says(page, "1 of 1").await?;
    page.input("json-search", "nowhere").await?;
    says(page, "No hits").await?;
    page.input("json-search", "").await?;
    says(page, "").await?;
    ensure!(page.all("[data-hit]").await?.is_empty());
    page.console_is_empty().await
}

/// What a button copies.
pub async fn copied(page: &Page, button: &str) -> Result<String> {
    page.run("window.copies = []", vec![]).await?;
    page.click(button).await?;
    check::soon("a copy", async || {
        let copies = page.run("return window.copies", vec![]).await?;
        Ok(copies.get(0).and_then(Value::as_str).map(str::to_owned))
    })
    .await
}

async fn value_path_and_signed_text_are_copied(page: &Page) -> Result<()> {
    show(page, r#"{"a/b":{"t":"\u00e9 \"q\"", "n" : 1.0}}"#).await?;
    page.run(KEEP_COPIES, vec![]).await?;
    let line = |number: &str| format!("[data-testid=decoded-payload] [data-line=\"{number}\"]");
    page.click_on(&line("3")).await?;
    page.expect_text("json-path", "/a~1b/t").await?;
    ensure!(copied(page, "copy-value").await? == "é \"q\"");
    ensure!(copied(page, "copy-path").await? == "/a~1b/t");
    ensure!(copied(page, "copy-signed").await? == r#""t":"\u00e9 \"q\"""#);
    page.click_on(&line("4")).await?;
    page.expect_text("json-path", "/a~1b/n").await?;
    ensure!(copied(page, "copy-value").await? == "1.0");
    ensure!(copied(page, "copy-signed").await? == r#""n" : 1.0"#);
    page.click_on(&line("2")).await?;
    page.expect_text("json-path", "/a~1b").await?;
    ensure!(copied(page, "copy-value").await? == r#"{"t":"\u00e9 \"q\"", "n" : 1.0}"#);
    page.console_is_empty().await
}

async fn the_text_is_shown_as_transmitted(page: &Page) -> Result<()> {
    let payload = "{ \"b\":1,\r\n\t\"a\" : [ ] }\n";
    show(page, payload).await?;
    let pretty = page.text("decoded-payload").await?;
    page.click("json-exact").await?;
    check::becomes("the exact text", payload.to_owned(), async || {
        page.text("exact-payload").await
    })
    .await?;
    let exact = page.one("exact-payload").await?;
    let arranged = page.one("decoded-payload").await?;
    ensure!(exact.is_visible && !arranged.is_visible);
    ensure!(arranged.text == pretty, "the arranged text went");
    page.input("json-search", "\"a\" : [").await?;
    says(page, "1 of 1").await?;
    page.click("json-exact").await?;
    says(page, "No hits").await?;
    ensure!(page.one("decoded-payload").await?.is_visible);
    page.console_is_empty().await
}

async fn rows(page: &Page) -> Result<Vec<String>> {
    let rows = page.all("[data-testid=claim][data-in=payload]").await?;
    Ok(rows
        .iter()
        .map(|row| row.attribute("data-claim").to_owned())
        .collect())
}

async fn claims_stand_as_signed_or_by_group(page: &Page) -> Result<()> {
    let payload = r#"{"exp":1,"zzz":0,"realm_access":{"roles":["a"]},"aud":"x","iss":"y","iat":1}"#;
    show(page, payload).await?;
    page.click_on("#tab-claims").await?;
    let signed = [
        "exp",
        "zzz",
        "realm_access",
        "/realm_access/roles",
        "aud",
        "iss",
        "iat",
    ];
    ensure!(rows(page).await? == signed, "{:?}", rows(page).await?);
    page.click_on("[data-testid=claims-order] label:last-child")
        .await?;
    let grouped = [
        "iss",
        "exp",
        "iat",
        "aud",
        "realm_access",
        "/realm_access/roles",
        "zzz",
    ];
    check::becomes(
        "the groups",
        grouped.map(str::to_owned).to_vec(),
        async || rows(page).await,
    )
    .await?;
    let groups = page.every("claims-group").await?;
    let names: Vec<&str> = groups
        .iter()
        .map(|one| one.attribute("data-aspect"))
        .collect();
    let expected = [
        "aspect-who",
        "aspect-when",
        "aspect-for-whom",
        "aspect-may",
        "aspect-other",
    ];
    ensure!(names == expected, "{names:?}");
    // One stop for the Tab key, and arrows from row to row, over the edge of a group.
    page.run(
        "document.querySelector('[data-testid=claim][data-claim=iss]').focus()",
        vec![],
    )
    .await?;
    for claim in ["exp", "iat", "aud"] {
        page.press(Key::Down.into()).await?;
        check::becomes("the next row", claim.to_owned(), async || {
            Ok(page.focused().await?.attribute("data-claim").to_owned())
        })
        .await?;
    }
    let stops = page.all("tr[data-in=payload][tabindex=\"0\"]").await?;
    ensure!(stops.len() == 1, "{stops:?}");
    page.press(Key::Up.into()).await?;
    check::becomes("the row before", "iat".to_owned(), async || {
        Ok(page.focused().await?.attribute("data-claim").to_owned())
    })
    .await?;
    page.click_on("[data-testid=claims-order] label").await?;
    check::becomes(
        "as signed again",
        signed.map(str::to_owned).to_vec(),
        async || rows(page).await,
    )
    .await?;
    page.console_is_empty().await
}

async fn a_claim_and_its_line_light_up_together(page: &Page) -> Result<()> {
    show(page, r#"{"a":1,"b":{"c":2},"a":3}"#).await?;
    page.click_on("#tab-claims").await?;
    // The second of two claims of one name is its own place.
    page.run(
        "document.querySelectorAll('[data-testid=claim][data-claim=a]')[1].focus()",
        vec![],
    )
    .await?;
    let current = async |selector: &str, attribute: &str| {
        let found = page.first(&format!("{selector} [data-current]")).await?;
        Ok(found.map_or(String::new(), |one| one.attribute(attribute).to_owned()))
    };
    check::becomes("the line of the claim", "6".to_owned(), async || {
        current("[data-testid=decoded-payload]", "data-line").await
    })
    .await?;
    page.click_on("#tab-json").await?;
    page.click_on("[data-testid=decoded-payload] [data-line=\"4\"]")
        .await?;
    check::becomes("the claim of the line", "/b/c".to_owned(), async || {
        current("#panel-claims", "data-claim").await
    })
    .await?;
    // Another token has no place that is pointed at.
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    check::soon("nothing is pointed at", async || {
        let current = page.all("#panel-claims [data-current]").await?;
        Ok(current.is_empty().then_some(()))
    })
    .await?;
    page.console_is_empty().await
}

/// Milliseconds for which the page's thread was held in one piece, since the last look.
pub async fn long_tasks(page: &Page) -> Result<Vec<f64>> {
    let tasks = page
        .run(
            "window.longTasks ??= (() => {
                 const seen = [];
                 new PerformanceObserver(list => seen.push(...list.getEntries().map(e => e.duration)))
                     .observe({ type: 'longtask' });
                 return seen;
             })();
             return window.longTasks.splice(0)",
            vec![],
        )
        .await?;
    Ok(serde_json::from_value(tasks)?)
}

/// What the plainest page takes for a token: a text area, `JSON.parse`, a `<pre>`; milliseconds
/// until both are laid out.
const PLAINEST: &str = "const [area, pre] = ['textarea', 'pre'].map(name =>
        document.body.appendChild(document.createElement(name)));
    const start = performance.now();
    area.value = arguments[0];
    area.offsetHeight;
    const payload = arguments[0].split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    pre.textContent = JSON.stringify(JSON.parse(atob(payload)), null, 2);
    pre.offsetHeight;
    return performance.now() - start";

/// See [`PLAINEST`].
pub async fn plainest(page: &Page, token: &str) -> Result<f64> {
    page.client().goto("about:blank").await?;
    let took = page.run(PLAINEST, vec![token.into()]).await?;
    took.as_f64().context("a duration")
}

async fn a_megabyte_is_shown_searched_and_folded_without_a_freeze(page: &Page) -> Result<()> {
    let items: Vec<String> = (0..14_000)
        .map(|n| format!(r#"{{"id":{n},"name":"item number {n}","tags":["a","b"],"ok":true}}"#))
        .collect();
    let many = format!(r#"{{"items":[{}],"last":"needle"}}"#, items.join(","));
    let one = format!(
        r#"{{"text":"{}needle{}"}}"#,
        "x".repeat(500_000),
        "y".repeat(500_000)
    );
    let flat: Vec<String> = (0..30_000)
        .map(|n| format!("\"claim number {n}\":{n}"))
        .collect();
    let flat = format!("{{{},\"last\":\"needle\"}}", flat.join(","));
    for (what, payload) in [
        ("many objects", many),
        ("one string", one),
        ("many claims", flat),
    ] {
        let token = samples::compact(HEADER, payload.as_bytes(), b"sig");
        // In the same browser and at the same time: machines differ, and so does their load.
        let plainest = plainest(page, &token).await?;
        page.open().await?;
        long_tasks(page).await?;
        page.paste("token-input", &token).await?;
        page.expect_state("verdict-structure", "ok").await?;
        check::soon("the tools", async || {
            page.first(".json-tools[data-ready]").await
        })
        .await?;
        let length =
            "return document.querySelector('[data-testid=decoded-payload]').textContent.length";
        let length = page
            .run(length, vec![])
            .await?
            .as_u64()
            .context("a length")?;
        ensure!(
            length >= 600_000,
            "{what}: {length} characters in the document"
        );
        let elements = page
            .run("return document.querySelectorAll('*').length", vec![])
            .await?;
        ensure!(
            elements.as_u64() < Some(60_000),
            "{what}: {elements} elements"
        );
        let reading = long_tasks(page).await?;
        page.input("json-search", "needle").await?;
        says(page, "1 of 1").await?;
        let hit = check::soon("the hit in view", async || {
            let hit = page.first("[data-hit=current]").await?;
            Ok(hit.filter(|hit| hit.is_visible))
        })
        .await?;
        ensure!(hit.text == "needle");
        let searching = long_tasks(page).await?;
        page.click("json-fold-all").await?;
        page.click("json-fold-all").await?;
        page.expect_text("json-fold-all", "Fold all").await?;
        let folding = long_tasks(page).await?;
        let longest = |tasks: &[f64]| tasks.iter().copied().fold(0.0, f64::max);
        for (doing, tasks) in [
            ("reading", &reading),
            ("searching", &searching),
            ("folding", &folding),
        ] {
            // Tens of thousands of names, each held against all that is known, are the slowest.
            ensure!(
                longest(tasks) < 2.0 * plainest,
                "{what}, {doing}: {tasks:?}; the plainest page: {plainest}"
            );
        }
        eprintln!(
            "{what}: reading {reading:?}, searching {searching:?}, folding {folding:?}; the \
             plainest page: {plainest}"
        );
        page.console_is_empty().await?;
    }
    Ok(())
}
