//! What stands there before the page's code has come: the page's own boxes and words, which take
//! what is typed and hand it over.

use anyhow::{Result, ensure};
use harness::check::soon;
use harness::variant::{Variant, change};
use harness::{Case, Page, cases, samples};
use serde_json::{Value, json};
use xtask::setup::browsers::Engine;

/// The tests of this file.
pub const ALL: &[Case] = cases!["shell":
    what_is_typed_before_the_start_is_taken_over,
    what_is_typed_before_a_box_is_the_pages_own_is_taken_over,
    another_screen_does_not_begin_as_this_one,
];

/// Sizes to the pixel.
pub const ONLY_CHROMIUM: &[Case] = cases!["shell", &[Engine::Chromium];
    stands_where_the_page_stands_and_says_the_same,
    nothing_moves_at_the_start,
    a_page_that_has_come_by_half_shows_no_box_that_will_move,
];

/// The page, which starts at the event `begin` and fetches the rest of its code at the event
/// `more`. A script of a driver could not start it: Firefox would run it in a place of its own.
fn unstarted() -> Result<Variant> {
    Variant::new(|site| {
        let is_start = |name: &&String| name.starts_with("start-");
        let start = site.keys().find(is_start).cloned().unwrap_or_default();
        let wait = format!(
            "document.addEventListener('begin', () => import('./{start}'), {{ once: true }});"
        );
        site.insert("wait.js".to_owned(), wait.into_bytes());
        change(site, "start-", |code| {
            let more = "await new Promise(go => document.addEventListener('more', go));";
            code.replacen(FETCHES_THE_REST, &format!("{more}{FETCHES_THE_REST}"), 1)
        })?;
        change(site, "index.html", |page| {
            let (from, to) = (format!("src=\"./{start}\""), "src=\"./wait.js\"");
            page.replacen(&from, to, 1)
        })
    })
}

/// As the build writes it.
const FETCHES_THE_REST: &str = "bytes=await read(";

async fn tell(page: &Page, event: &str) -> Result<()> {
    let script = "document.dispatchEvent(new Event(arguments[0]))";
    page.run(script, vec![json!(event)]).await?;
    Ok(())
}

async fn start(page: &Page) -> Result<()> {
    tell(page, "begin").await?;
    page.has_first_code().await?;
    tell(page, "more").await?;
    page.has_begun().await
}

async fn what_is_typed_before_a_box_is_the_pages_own_is_taken_over(page: &Page) -> Result<()> {
    let variant = unstarted()?;
    page.client().goto(&variant.url()).await?;
    tell(page, "begin").await?;
    page.has_first_code().await?;
    let secret = samples::secret()?;
    page.run(
        "const field = document.querySelector('#key-input');
         field.value = arguments[0];
         field.focus();
         field.setSelectionRange(3, 5);",
        vec![json!(secret)],
    )
    .await?;
    tell(page, "more").await?;
    page.has_begun().await?;
    let at = "const field = document.activeElement;
        return [field.id, field.value, field.selectionStart, field.selectionEnd]";
    soon("the field is the page's own", async || {
        let at = page.run(at, vec![]).await?;
        Ok((at == json!(["key-input", secret, 3, 5])).then_some(()))
    })
    .await?;
    page.input("clock", samples::DURING).await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_verdicts("ok", "valid", "ok").await
}

async fn a_page_that_has_come_by_half_shows_no_box_that_will_move(page: &Page) -> Result<()> {
    let has_come = Variant::new(|site| {
        change(site, "index.html", |page| {
            let half = page.split_once("<div class=\"column-out\">");
            half.map_or(page, |(before, _)| before).to_owned()
        })
    })?;
    let shown = "return ['.brand', '.token-box', '.key-box'].map(box =>
        getComputedStyle(document.querySelector(box)).visibility)";
    for (url, expected) in [
        (has_come.url(), ["visible", "hidden", "hidden"]),
        (unstarted()?.url(), ["visible"; 3]),
    ] {
        page.client().goto(&url).await?;
        let found = page.run(shown, vec![]).await?;
        ensure!(found == json!(expected), "{url}: {found}");
    }
    Ok(())
}

async fn what_is_typed_before_the_start_is_taken_over(page: &Page) -> Result<()> {
    let variant = unstarted()?;
    page.client().goto(&variant.url()).await?;
    let token = samples::workshop("Patient")?;
    let secret = samples::secret()?;
    page.run(
        "document.querySelector('#key-input').value = arguments[0];
         const field = document.querySelector('#token-input');
         field.value = arguments[1];
         field.focus();
         field.setSelectionRange(3, 5);",
        vec![json!(secret), json!(token)],
    )
    .await?;
    start(page).await?;
    page.input("clock", samples::DURING).await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    let fields = page
        .run(
            "return [...document.querySelectorAll('#token-input, #key-input')].map(field => field.value)",
            vec![],
        )
        .await?;
    ensure!(fields == json!([token, secret]), "{fields}");
    let left = page
        .run("return document.querySelector('#shell')", vec![])
        .await?;
    ensure!(left.is_null(), "the shell is still there");
    Ok(())
}

async fn another_screen_does_not_begin_as_this_one(page: &Page) -> Result<()> {
    let variant = unstarted()?;
    for (behind, is_shown) in [
        ("", true),
        ("#/inspect", true),
        ("#/sign", false),
        ("#/learn", false),
    ] {
        page.client().goto("about:blank").await?;
        page.client()
            .goto(&format!("{}{behind}", variant.url()))
            .await?;
        let shown = "return document.querySelector('#shell .inspect').checkVisibility()";
        let shown = page.run(shown, vec![]).await?;
        ensure!(shown == json!(is_shown), "{behind}: {shown}");
        let name = page
            .run(
                "return document.querySelector('#shell .brand').checkVisibility()",
                vec![],
            )
            .await?;
        ensure!(name == json!(true), "{behind}");
    }
    Ok(())
}

/// Places in whole pixels, and words.
const LOOKS: &str = "
    const names = ['.brand', '.nav', '.nav-link:last-child', '.preferences .select', '.token-box',
        '.token-box .panel-title', '#token-input', '.key-box .panel-title', '.key-box .segments', '#key-input',
        '.verdicts', '.verdict:nth-child(1) .verdict-word', '.verdict:nth-child(2) .verdict-word',
        '.verdict:nth-child(3) .verdict-reason', '.welcome-title', '.welcome-lead', '.example:last-child', '.welcome-promise'];
    return names.map(name => {
        const element = [...document.querySelectorAll(name)].find(it => it.checkVisibility());
        if (!element) return [name, null];
        const box = element.getBoundingClientRect();
        const words = element.matches('textarea') ? element.placeholder : element.innerText;
        return [name, Math.round(box.x), Math.round(box.y), Math.round(box.width),
            name === '.token-box' ? 0 : Math.round(box.height), name.endsWith('box') || name.includes('select') ? '' : words];
    });";

async fn stands_where_the_page_stands_and_says_the_same(page: &Page) -> Result<()> {
    let variant = unstarted()?;
    for (width, height) in [(1440, 900), (390, 844)] {
        page.resize(width, height).await?;
        page.client().goto(&variant.url()).await?;
        let before = page.run(LOOKS, vec![]).await?;
        page.open().await?;
        soon("the started page looks as what stood there", async || {
            let after = page.run(LOOKS, vec![]).await?;
            match after == before {
                true => Ok(Some(())),
                false => {
                    let rows = |all: &Value| all.as_array().cloned().unwrap_or_default();
                    for (one, other) in rows(&before).iter().zip(rows(&after)) {
                        if *one != other {
                            eprintln!("{width}: {one} became {other}");
                        }
                    }
                    Ok(None)
                }
            }
        })
        .await?;
    }
    Ok(())
}

/// Layout Instability: the browser counts what it sees move.
const SHIFTS: &str = "
    window.shifts = [];
    const place = ({ x, y, width, height }) => `${[x, y, width, height].map(Math.round)}`;
    new PerformanceObserver(list => {
        for (const { value, sources } of list.getEntries()) window.shifts.push([value, ...sources.map(source =>
            `${source.node?.className ?? source.node?.nodeName}: ${place(source.previousRect)} became ${place(source.currentRect)}`)]);
    }).observe({ type: 'layout-shift', buffered: true });";

async fn nothing_moves_at_the_start(page: &Page) -> Result<()> {
    let variant = Variant::with_script(SHIFTS)?;
    for (width, height) in [(1440, 900), (390, 844)] {
        for behind in ["", "#/sign", "#/keys", "#/learn", "#/self-test"] {
            page.resize(width, height).await?;
            page.client().goto("about:blank").await?;
            page.open_url(&format!("{}{behind}", variant.url())).await?;
            soon("all of the page's code is there", async || {
                Ok(page.first("[data-testid=present]").await?.map(|_| ()))
            })
            .await?;
            let shifts = page.run("return window.shifts", vec![]).await?;
            ensure!(shifts == json!([]), "{width} {behind}: {shifts:#}");
        }
    }
    Ok(())
}
