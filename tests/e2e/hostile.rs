//! A hostile token cannot act, on any screen: what it brings stays text, its addresses are asked by
//! nobody, its names change no program, and what is copied of it gives no orders to a terminal.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use fantoccini::key::Key;
use harness::check::{becomes, soon};
use harness::samples;
use harness::variant::Variant;
use harness::{Case, Page, cases};
use serde_json::{Value, json};

/// The tests of this file.
pub const ALL: &[Case] = cases!["hostile":
    on_inspect_and_presented_it_stays_text,
    on_sign_it_stays_text,
    on_keys_a_hostile_key_stays_text,
    in_a_set_of_learn_it_stays_text,
    ten_thousand_hostile_names_stay_text,
    what_is_copied_gives_no_orders_to_a_terminal,
];

const ACTS: [&str; 5] = [
    "<img src=x onerror=window.harmed=1>",
    "<script>window.harmed=1</script>",
    "<svg onload=window.harmed=1><a xlink:href='javascript:window.harmed=1'>x</a></svg>",
    "</textarea></code></p><iframe srcdoc='<script>parent.harmed=1</script>'>",
    "'\"><style>*{display:none}</style><base href=//hostile.invalid/>",
];

/// Kept from the first moment: what the policy refused, what was asked in a box, and what an element
/// or a request was made of.
const WATCH: &str = "
    window.seen = [];
    document.addEventListener('securitypolicyviolation', event => window.seen.push(`${event.effectiveDirective} ${event.blockedURI}`));
    for (const name of ['alert', 'confirm', 'prompt', 'open']) window[name] = () => window.seen.push(name);
    window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.copied.push(text); } } });";

fn header() -> String {
    json!({
        "alg": "HS256",
        "kid": ACTS[0],
        "jku": "javascript:window.harmed=1",
        "x5u": "https://hostile.invalid/x5u",
        "typ": ACTS[1],
        "cty": "\u{202e}TWJ",
    })
    .to_string()
}

fn payload() -> String {
    let long = "n".repeat(20_000);
    let mut members = vec![
        format!("{}:1", json!(long)),
        "\"__proto__\":{\"polluted\":1}".to_string(),
        "\"constructor\":{\"prototype\":{\"polluted\":1}}".to_string(),
        "\"toString\":\"x\",\"hasOwnProperty\":1,\"__defineGetter__\":null".to_string(),
        "\"\u{202e}gnol\":\"\u{202e}\u{2066}\u{200b}\"".to_string(),
        "\"escape\":\"\\u001b]0;owned\\u0007\\u001b[31m\"".to_string(),
        "\"iss\":\"https://hostile.invalid/\u{202e}moc.elpmaxe\"".to_string(),
        "\"aud\":\"javascript:window.harmed=1\"".to_string(),
        "\"website\":\"javascript:window.harmed=1\"".to_string(),
        "\"picture\":\"data:text/html,<script>window.harmed=1</script>\"".to_string(),
        "\"profile\":\"https://hostile.invalid/profile\"".to_string(),
    ];
    for (number, act) in ACTS.iter().enumerate() {
        members.push(format!("{}:{}", json!(act), json!(act)));
        members.push(format!(
            "\"nested{number}\":[{{{}:{}}}]",
            json!(act),
            json!(act)
        ));
    }
    format!("{{{}}}", members.join(","))
}

fn token() -> String {
    samples::compact(&header(), payload().as_bytes(), b"signature")
}

async fn open(page: &Page, behind: &str) -> Result<Variant> {
    let variant = Variant::with_script(WATCH)?;
    page.open_url(&format!("{}{behind}", variant.url())).await?;
    Ok(variant)
}

/// Nothing of it has acted: no script ran, no element was made of it, no link leads where it says,
/// nobody was asked, and nothing is wider than the window.
async fn is_harmless(page: &Page, at: &str) -> Result<()> {
    let found = page
        .run(
            "const links = [...document.querySelectorAll('a[href], area[href]')];
             const attributes = [...document.querySelectorAll('*')].flatMap(element => [...element.attributes]);
             return {
                 harmed: window.harmed ?? null,
                 polluted: ({}).polluted ?? null,
                 seen: window.seen,
                 made: [...document.querySelectorAll('body img, body script:not([src]), iframe, body style, base, object, embed, form, svg a')].map(element => element.outerHTML.slice(0, 99)),
                 handlers: attributes.filter(({ name }) => name.startsWith('on')).map(({ name }) => name),
                 links: links.map(link => link.href).filter(href => !/^https?:/.test(href) || href.includes('hostile')),
                 opens: links.filter(link => link.target && !['noopener', 'noreferrer'].every(word => link.relList.contains(word))).map(link => link.href),
                 unnamed: links.filter(link => link.target && !link.textContent.trim()).map(link => link.href),
                 asked: performance.getEntriesByType('resource').map(entry => entry.name).filter(name => name.includes('hostile')),
                 beyond: [...document.querySelectorAll('main *')].filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && element.checkVisibility()).map(element => `${element.tagName}.${element.className}`).slice(0, 5),
                 wide: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
             };",
            vec![],
        )
        .await?;
    let nothing = json!({
        "harmed": null, "polluted": null, "seen": [], "made": [], "handlers": [], "links": [],
        "opens": [], "unnamed": [], "asked": [], "beyond": [], "wide": 0,
    });
    ensure!(found == nothing, "{at}: {found}");
    ensure!(
        page.text("request-count").await?.trim() == "0",
        "{at}: counted"
    );
    page.console_is_empty().await
}

async fn on_inspect_and_presented_it_stays_text(page: &Page) -> Result<()> {
    let _variant = open(page, "").await?;
    page.paste("token-input", &token()).await?;
    page.expect_state("verdict-structure", "ok").await?;
    for act in ACTS {
        page.expect_text("decoded-payload", &json!(act).to_string())
            .await?;
        ensure!(page.claim("payload", act).await?.is_some(), "no row: {act}");
    }
    for name in ["__proto__", "constructor", "toString", "hasOwnProperty"] {
        ensure!(
            page.claim("payload", name).await?.is_some(),
            "no row: {name}"
        );
    }
    // What turns text around is shown as what it is, not obeyed.
    let main = page.text_of("main").await?;
    ensure!(main.contains("U+202E"), "no code point");
    page.paste("key-input", ACTS[3]).await?;
    page.verdict_is_settled().await?;
    page.expect_state("verdict-signature", "invalid").await?;
    is_harmless(page, "inspect").await?;
    for tab in page
        .all("[role=tab]")
        .await?
        .iter()
        .enumerate()
        .map(|(at, _)| at)
    {
        page.run(
            "document.querySelectorAll('[role=tab]')[arguments[0]].click()",
            vec![json!(tab)],
        )
        .await?;
        is_harmless(page, "a view of inspect").await?;
    }
    // On a projector, explanations included, from the first view.
    page.run("document.querySelector('[role=tab]').click()", vec![])
        .await?;
    page.press(Key::F8.into()).await?;
    page.expect_text("presenter", "Press →").await?;
    for _ in 0..8 {
        page.press(Key::Right.into()).await?;
        page.press(Key::Down.into()).await?;
        is_harmless(page, "presented").await?;
    }
    page.press(Key::Escape.into()).await?;
    is_harmless(page, "after it was presented").await
}

async fn on_sign_it_stays_text(page: &Page) -> Result<()> {
    let _variant = open(page, "#/sign").await?;
    page.input("sign-header", &header()).await?;
    page.input("sign-payload", &payload()).await?;
    page.input("sign-key", ACTS[4]).await?;
    page.expect_text("sign-output", "eyJ").await?;
    is_harmless(page, "sign").await?;
    // What cannot be signed is quoted in the reason.
    page.input("sign-header", &json!({ "alg": ACTS[0] }).to_string())
        .await?;
    soon("a reason is given", async || {
        let said = page.text("sign-error").await?;
        Ok((!said.trim().is_empty()).then_some(()))
    })
    .await?;
    is_harmless(page, "an error of sign").await
}

async fn on_keys_a_hostile_key_stays_text(page: &Page) -> Result<()> {
    let _variant = open(page, "#/keys").await?;
    let key = json!({
        "kty": "oct", "k": "c2VjcmV0", "kid": ACTS[0], "alg": ACTS[1], "use": ACTS[2],
        "x5u": "javascript:window.harmed=1", "__proto__x": ACTS[3], "key_ops": [ACTS[4]],
    });
    let text = key.to_string().replace("__proto__x", "__proto__");
    page.input("convert-input", &text).await?;
    soon("the key is read", async || {
        Ok(page.text_of("main").await?.contains(ACTS[0]).then_some(()))
    })
    .await?;
    is_harmless(page, "keys").await?;
    page.input("convert-input", ACTS[3]).await?;
    is_harmless(page, "no key at all").await
}

async fn in_a_set_of_learn_it_stays_text(page: &Page) -> Result<()> {
    let set = json!({
        "name": ACTS[0],
        "items": ["__proto__", ACTS[1], { "task": ACTS[2], "token": token(), "key": ACTS[3] }],
    });
    let set = BASE64_URL_SAFE_NO_PAD.encode(set.to_string());
    let _variant = open(page, &format!("#set={set}")).await?;
    page.expect_text("given-set", ACTS[0]).await?;
    is_harmless(page, "a given set").await?;
    page.click("set-own").await?;
    page.expect_text("task", ACTS[2]).await?;
    page.expect_state("verdict-structure", "ok").await?;
    is_harmless(page, "a task").await
}

async fn ten_thousand_hostile_names_stay_text(page: &Page) -> Result<()> {
    let _variant = open(page, "").await?;
    let member = |n: usize| {
        format!(
            "{}:{}",
            json!(format!("{n}{}", ACTS[n % ACTS.len()])),
            json!(ACTS[n % ACTS.len()])
        )
    };
    let members: Vec<String> = (0..10_000).map(member).collect();
    let payload = format!("{{{}}}", members.join(","));
    let token = samples::compact(&header(), payload.as_bytes(), b"signature");
    page.input("token-input", &token).await?;
    page.expect_state("verdict-structure", "ok").await?;
    soon("the last one is there", async || {
        Ok(page
            .text("decoded-payload")
            .await?
            .contains("9999'\\\"><style>")
            .then_some(()))
    })
    .await?;
    is_harmless(page, "ten thousand claims").await
}

/// Presses every button that copies, wherever it is shown.
const COPY_ALL: &str = "
    const words = ['Copy', 'Copied', 'Copied, escaped'];
    const buttons = [...document.querySelectorAll('main button')].filter(button =>
        button.checkVisibility() && !button.disabled && (words.includes(button.textContent.trim()) || button.matches('.copy-of')));
    for (const button of buttons) button.click();
    return buttons.length;";

async fn what_is_copied_gives_no_orders_to_a_terminal(page: &Page) -> Result<()> {
    let _variant = open(page, "").await?;
    // A raw control character in a string is no JSON: the token is damaged, and copied as it is.
    let payload = "{\"iss\":\"a\u{1b}]0;owned\u{7}\u{1b}[31m\",\"sub\":\"\\u001b[31m\"}";
    let token = samples::compact(r#"{"alg":"HS256"}"#, payload.as_bytes(), b"signature");
    page.paste("token-input", &token).await?;
    page.expect_text("decoded-payload", "owned").await?;
    let pressed = page
        .run(COPY_ALL, vec![])
        .await?
        .as_u64()
        .context("no number")?;
    ensure!(pressed >= 2, "{pressed} buttons copy");
    becomes("everything was copied", true, async || {
        let copied = page.run("return window.copied.length", vec![]).await?;
        Ok(copied.as_u64().unwrap_or_default() >= pressed)
    })
    .await?;
    let copied = page.run("return window.copied", vec![]).await?;
    let copied: Vec<&str> = copied
        .as_array()
        .context("no list")?
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let acts = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    ensure!(!copied.iter().any(|text| text.contains(acts)), "{copied:?}");
    // Nothing was lost, and it is said that it is written otherwise.
    ensure!(
        copied
            .iter()
            .any(|text| text.contains("\\u001b]0;owned\\u0007")),
        "{copied:?}"
    );
    soon("it is said", async || {
        Ok(page
            .text_of("main")
            .await?
            .contains("Copied, escaped")
            .then_some(()))
    })
    .await
}
