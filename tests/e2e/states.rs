//! Every screen in every state that has parts of its own, as a table: what is to hold for everyone
//! is looked at in each of them (`everyone.rs`). One more state is one more function and its name.

use anyhow::{Context, Result};
use fantoccini::key::Key;
use harness::case::Running;
use harness::check::soon;
use harness::samples::{self, DURING};
use harness::variant::{Variant, change};
use harness::{JwksServer, Mood, Page};
use serde_json::json;

use crate::inside::{example, token};
use crate::language::speaks;
use crate::{gallery, lab, learn, looks, offline, presenting, self_test, sets};

/// A state of a screen.
pub struct State {
    /// The function that makes it.
    pub name: &'static str,
    /// Opens the page and brings it there.
    pub make: for<'a> fn(&'a Page) -> Running<'a>,
}

macro_rules! states {
    ($($state:ident),* $(,)?) => {
        &[$(State { name: stringify!($state), make: |page| Box::pin($state(page)) }),*]
    };
}

/// Inspect, from an empty page to a whole token.
pub const INSPECT: &[State] = states![
    empty,
    verified,
    claims,
    bytes,
    pointed_at,
    unfolded,
    not_verified,
    expired,
    repaired,
    damaged,
    no_token,
    self_asserted,
    unsecured,
    unsupported,
    guessed,
];

/// Inspect, with more than one token and its key.
pub const INSIDE: &[State] = states![
    several_tokens,
    encrypted,
    decrypted,
    not_decrypted,
    costly,
    disclosed,
    signed_twice,
    detached,
    long,
    offered,
    not_fetched,
    compared,
];

/// Sign and Keys.
pub const MAKING: &[State] = states![
    sign_empty,
    sign_signed,
    sign_wrong,
    sign_unfolded,
    keys_empty,
    keys_made,
    keys_wrong,
];

/// Learn, and what lies over the other screens with it.
pub const LEARNING: &[State] = states![
    learn_list,
    lesson,
    exercise,
    attack_fooled,
    attack_refused,
    gallery_rows,
    broken_token,
    composed,
    given_set,
    damaged_set,
];

/// What belongs to no screen.
pub const AROUND: &[State] = states![
    self_test_waits,
    self_test_failed,
    self_test_missing,
    forgetting,
    shortcuts,
    presented,
    in_the_light,
    lacking,
    newer_build,
    requests,
];

/// A page that did not start, which has one language.
pub const UNSTARTED: &[State] = states![failed_start, never_started];

async fn paste(page: &Page, token: &str, key: &str) -> Result<()> {
    page.open().await?;
    page.input("clock", DURING).await?;
    page.paste("token-input", token).await?;
    if !key.is_empty() {
        page.paste("key-input", key).await?;
    }
    Ok(())
}

/// Both languages are there before the server of the page ends.
async fn has_both_languages(page: &Page) -> Result<()> {
    for language in ["nl", "en"] {
        page.choose("language", language).await?;
        speaks(page, language).await?;
    }
    Ok(())
}

/// Every fold of the screen.
async fn unfold(page: &Page) -> Result<()> {
    page.run(
        "document.querySelectorAll('main details').forEach(fold => fold.open = true)",
        vec![],
    )
    .await?;
    Ok(())
}

async fn is_there(page: &Page, selector: &str) -> Result<()> {
    soon(&format!("`{selector}` is there"), async || {
        let found = page.all(selector).await?;
        Ok(found.iter().any(|found| found.is_visible).then_some(()))
    })
    .await
}

async fn empty(page: &Page) -> Result<()> {
    page.open().await?;
    is_there(page, "[data-testid=forget]").await
}

async fn verified(page: &Page) -> Result<()> {
    page.open().await?;
    page.verify_workshop_token().await
}

async fn claims(page: &Page) -> Result<()> {
    let set = samples::text("koppeltaal-jwks.json")?;
    paste(page, &samples::koppeltaal("HTI launch RS512")?, &set).await?;
    page.expect_verdicts("ok", "valid", "ok").await?;
    page.click_on("#tab-claims").await?;
    is_there(page, "[data-testid=claim]").await
}

async fn bytes(page: &Page) -> Result<()> {
    verified(page).await?;
    page.click_on("#tab-bytes").await?;
    page.click_on("[data-testid=bytes-part] [data-part=payload]")
        .await?;
    is_there(page, ".bytes-hex").await
}

/// A claim that is pointed at, found, and said something about.
async fn pointed_at(page: &Page) -> Result<()> {
    let payload = br#"{"iss":"a","n":-0,"x":{"y":[1,100002348117421473]}}"#;
    let token = samples::compact(r#"{"alg":"HS256","kid":"../x"}"#, payload, b"sig");
    paste(page, &token, "").await?;
    page.click_on("[data-testid=decoded-payload] [data-line=\"4\"]")
        .await?;
    page.input("json-search", "1").await?;
    is_there(page, "[data-testid=decoded-payload] [data-hit]").await
}

async fn unfolded(page: &Page) -> Result<()> {
    verified(page).await?;
    unfold(page).await?;
    page.expect_text("arithmetic", "Signing input").await
}

/// With the diagnosis, and the button that makes the change.
async fn not_verified(page: &Page) -> Result<()> {
    let key = format!("{}\n", samples::secret()?);
    paste(page, &samples::workshop("Patient")?, &key).await?;
    page.expect_state("verdict-signature", "invalid").await?;
    is_there(page, "[data-testid=diagnosis] button").await?;
    unfold(page).await
}

async fn expired(page: &Page) -> Result<()> {
    verified(page).await?;
    page.input("clock", "1767229999").await?;
    page.input("expect-aud", "somebody else").await?;
    page.expect_state("verdict-claims", "expired").await
}

async fn repaired(page: &Page) -> Result<()> {
    paste(page, &samples::text("workshop-printed-token.txt")?, "").await?;
    page.expect_state("verdict-structure", "repaired").await
}

async fn damaged(page: &Page) -> Result<()> {
    paste(page, "eyJhbGciOiJIUzI1NiJ9.e*J9.sig", "not the secret").await?;
    page.expect_verdicts("damaged", "invalid", "none").await
}

async fn no_token(page: &Page) -> Result<()> {
    paste(page, "no token", "{").await?;
    page.expect_state("verdict-structure", "damaged").await
}

/// By a key that the token brought along.
async fn self_asserted(page: &Page) -> Result<()> {
    let proof = example("rfc9449-dpop", "rfc9449-4")?;
    paste(page, token(&proof)?, "").await?;
    page.expect_state("verdict-signature", "self-asserted")
        .await
}

/// With an end that is no time.
async fn unsecured(page: &Page) -> Result<()> {
    let token = samples::compact(r#"{"alg":"none"}"#, br#"{"exp":"soon"}"#, b"");
    paste(page, &token, "").await?;
    page.expect_verdicts("ok", "unsecured", "malformed").await
}

/// A token of tomorrow, under an algorithm that there is not.
async fn unsupported(page: &Page) -> Result<()> {
    let token = samples::compact(r#"{"alg":"HS257"}"#, br#"{"nbf":1767312000}"#, b"sig");
    paste(page, &token, &samples::secret()?).await?;
    page.expect_verdicts("ok", "unsupported", "not-yet-valid")
        .await
}

/// The secret is `your-256-bit-secret`.
async fn guessed(page: &Page) -> Result<()> {
    let token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqbyJ9.Bcry9C8vbLVOEpDytvEoPsK7pfSjkMiugDz66QoosbI";
    paste(page, token, "").await?;
    page.expect_verdicts("ok", "unchecked", "ok").await?;
    page.expect_state("guess", "idle").await?;
    page.click("guess-start").await?;
    page.expect_state("guess", "found").await
}

async fn several_tokens(page: &Page) -> Result<()> {
    let both = [
        samples::workshop("Patient")?,
        samples::workshop("Internal")?,
    ];
    paste(page, &both.join("\n\n"), &samples::secret()?).await?;
    page.expect_state("verdict-signature", "valid").await?;
    is_there(page, "[data-testid=token-picker]").await
}

async fn encrypted(page: &Page) -> Result<()> {
    let nested = example("rfc7519-jwt", "rfc7519-a.2")?;
    paste(page, token(&nested)?, "").await?;
    page.expect_state("verdict-signature", "encrypted").await
}

async fn decrypted(page: &Page) -> Result<()> {
    let nested = example("rfc7519-jwt", "rfc7519-a.2")?;
    paste(page, token(&nested)?, &nested["key"].to_string()).await?;
    page.expect_state("verdict-signature", "decrypted").await?;
    is_there(page, "[data-testid=trail-inside]").await
}

async fn not_decrypted(page: &Page) -> Result<()> {
    let nested = example("rfc7519-jwt", "rfc7519-a.2")?;
    let other = samples::text("koppeltaal-rs512-private.pem")?;
    paste(page, token(&nested)?, &other).await?;
    page.expect_state("verdict-signature", "decrypt-failed")
        .await?;
    is_there(page, "[data-testid=diagnosis]").await
}

/// Work that waits for a click.
async fn costly(page: &Page) -> Result<()> {
    let all: serde_json::Value = serde_json::from_str(&samples::fixture("costly/costly.json")?)?;
    let text = |name: &str| all[name].as_str().context("a text");
    paste(page, text("stretched_600000")?, text("password")?).await?;
    is_there(page, "[data-testid=work-agree]").await
}

async fn disclosed(page: &Page) -> Result<()> {
    let all = samples::json("rfc9901-sd-jwt.json")?;
    let presented = example("rfc9901-sd-jwt", "rfc9901-5.2-presentation")?;
    let text = presented["token"].as_str().or(presented["sd_jwt"].as_str());
    let key = all["issuer_key"].to_string();
    paste(page, text.context("the presentation")?, &key).await?;
    page.expect_state("verdict-signature", "valid").await?;
    is_there(page, "[data-testid=disclosure]").await?;
    is_there(page, "[data-testid=key-binding] [data-state]").await
}

async fn signed_twice(page: &Page) -> Result<()> {
    let general = example("rfc7515-jws", "rfc7515-a.6")?;
    let keys = json!({ "keys": general["keys"] }).to_string();
    paste(page, &general["json"].to_string(), &keys).await?;
    page.expect_state("verdict-signature", "valid").await?;
    is_there(page, "[data-testid=signature-verdict]").await?;
    unfold(page).await
}

async fn detached(page: &Page) -> Result<()> {
    let detached = example("rfc7515-jws", "rfc7515-f-detached")?;
    paste(page, token(&detached)?, &detached["key"].to_string()).await?;
    is_there(page, "[data-testid=detached-content]").await
}

/// Shown by a window on it.
async fn long(page: &Page) -> Result<()> {
    let claims = format!(r#"{{"exp":1767226500,"text":"{}"}}"#, "x".repeat(100_000));
    let token = samples::compact(r#"{"alg":"HS256"}"#, claims.as_bytes(), b"signature");
    paste(page, &token, "").await?;
    is_there(page, "[data-testid=window-search]").await
}

async fn offered(page: &Page) -> Result<()> {
    let server = JwksServer::start(samples::text("koppeltaal-jwks.json")?)?;
    page.open().await?;
    looks::full(page, &server).await
}

async fn not_fetched(page: &Page) -> Result<()> {
    let server = JwksServer::start(samples::text("koppeltaal-jwks.json")?)?;
    paste(page, &samples::koppeltaal("client assertion RS512")?, "").await?;
    page.input("jwks-url", &server.url(Mood::NoCors)).await?;
    page.click("jwks-fetch").await?;
    page.expect_state("jwks-status", "error").await
}

async fn compared(page: &Page) -> Result<()> {
    verified(page).await?;
    page.click_on("[data-testid=compare] summary").await?;
    page.input("compare-input", &samples::workshop("Internal")?)
        .await?;
    page.expect_text("compare-says", "changed").await
}

async fn sign_empty(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    is_there(page, "[data-testid=sign-header]").await?;
    is_there(page, "[data-testid=forget]").await
}

async fn sign_signed(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.choose("sign-template", "hti-launch").await?;
    page.paste("sign-key", &samples::text("koppeltaal-rs512-private.pem")?)
        .await?;
    page.expect_text("sign-output", ".").await
}

async fn sign_wrong(page: &Page) -> Result<()> {
    page.open_at("#/sign").await?;
    page.choose("sign-template", "plain").await?;
    page.paste("sign-key", &samples::secret()?).await?;
    page.expect_text("sign-output", ".").await?;
    page.input("sign-header", "{").await?;
    page.expect_text("sign-error", "ine 1").await
}

async fn sign_unfolded(page: &Page) -> Result<()> {
    sign_signed(page).await?;
    unfold(page).await?;
    is_there(page, "[data-testid=batch] textarea").await
}

async fn keys_empty(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    is_there(page, "[data-testid=key-generate]").await?;
    is_there(page, "[data-testid=forget]").await
}

async fn keys_made(page: &Page) -> Result<()> {
    looks::fill_keys(page, looks::DESK).await
}

async fn keys_wrong(page: &Page) -> Result<()> {
    page.open_at("#/keys").await?;
    page.input(
        "convert-input",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
    )
    .await?;
    unfold(page).await?;
    is_there(page, "[data-testid=convert-says] .note").await
}

async fn learn_list(page: &Page) -> Result<()> {
    page.open_at("#/learn").await?;
    learn::is_listed(page).await
}

async fn lesson(page: &Page) -> Result<()> {
    learn_list(page).await?;
    learn::begin(page, "signature").await?;
    page.expect_state("verdict-structure", "ok").await
}

async fn exercise(page: &Page) -> Result<()> {
    learn_list(page).await?;
    learn::begin(page, "resign").await?;
    page.click("lesson-hint").await
}

async fn attack_fooled(page: &Page) -> Result<()> {
    page.open_at("#/learn").await?;
    lab::begin(page, "expired").await?;
    page.click("lab-hint").await?;
    page.click_on("[data-testid=lab-code] summary").await?;
    lab::send(page).await?;
    lab::answers(page, "fooled").await
}

async fn attack_refused(page: &Page) -> Result<()> {
    attack_fooled(page).await?;
    page.click("lab-repair").await?;
    lab::answers(page, "refused").await
}

async fn gallery_rows(page: &Page) -> Result<()> {
    gallery::open(page).await?;
    page.input("gallery-find", "key").await?;
    is_there(page, "[data-testid=gallery-row]").await
}

async fn broken_token(page: &Page) -> Result<()> {
    gallery::open(page).await?;
    gallery::show(page, "key-wrong-type", "diagnosis").await?;
    page.expect_code("diagnosis", "key-wrong-type").await
}

async fn composed(page: &Page) -> Result<()> {
    verified(page).await?;
    sets::compose(page).await?;
    page.input("compose-name", "Thursday").await?;
    sets::pick(page, "find-audience").await?;
    page.input("compose-task", "Who is it?").await?;
    page.click("compose-add").await?;
    page.expect_text("set-link", "#set=").await
}

async fn given_set(page: &Page) -> Result<()> {
    composed(page).await?;
    let (link, _) = sets::link(page).await?;
    sets::follow(page, &link).await?;
    page.click("set-own").await?;
    page.expect_text("task", "Who is it?").await
}

async fn damaged_set(page: &Page) -> Result<()> {
    page.open_at("#set=eyJuYW1lIjoi").await?;
    page.expect_text("given-set", "damaged").await
}

async fn self_test_waits(page: &Page) -> Result<()> {
    page.open_at("#/self-test").await?;
    page.expect_state("self-test", "idle").await
}

/// With every kind of row: passed, failed, left out.
async fn self_test_failed(page: &Page) -> Result<()> {
    page.open_at("#/self-test").await?;
    page.click("self-test-change").await?;
    self_test::ends_as(page, "noticed").await
}

async fn self_test_missing(page: &Page) -> Result<()> {
    let variant = Variant::new(|site| {
        site.retain(|name, _| !name.starts_with("vectors-"));
        Ok(())
    })?;
    page.open_url(&format!("{}#/self-test", variant.url()))
        .await?;
    has_both_languages(page).await?;
    page.click("self-test-start").await?;
    page.expect_state("self-test", "missing").await
}

async fn forgetting(page: &Page) -> Result<()> {
    verified(page).await?;
    page.click("forget").await?;
    is_there(page, "[data-testid=forget-question]").await
}

async fn shortcuts(page: &Page) -> Result<()> {
    empty(page).await?;
    page.run("document.querySelector('main').focus()", vec![])
        .await?;
    page.press('?').await?;
    is_there(page, "[data-testid=shortcuts]").await
}

async fn presented(page: &Page) -> Result<()> {
    presenting::present(page).await
}

async fn in_the_light(page: &Page) -> Result<()> {
    presented(page).await?;
    for key in [Key::Right, Key::Right, Key::Down] {
        page.press(key.into()).await?;
    }
    is_there(page, "[data-spot]").await
}

/// A browser that keeps nothing and has no random numbers.
async fn lacking(page: &Page) -> Result<()> {
    let variant = Variant::with_script(
        "for (const name of ['localStorage', 'sessionStorage'])
             Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
         Object.defineProperty(self, 'crypto', { value: undefined });",
    )?;
    page.open_url(&variant.url()).await?;
    has_both_languages(page).await?;
    is_there(page, "[data-testid=lacks-storage]").await?;
    is_there(page, "[data-testid=lacks-randomness]").await
}

async fn newer_build(page: &Page) -> Result<()> {
    offline::with_news(page).await
}

/// The list of what the page asked for.
async fn requests(page: &Page) -> Result<()> {
    offered(page).await?;
    page.run(
        "document.querySelector('.requests').open = true; document.activeElement.blur()",
        vec![],
    )
    .await?;
    is_there(page, ".requests-list li").await
}

async fn failed_start(page: &Page) -> Result<()> {
    let variant = Variant::with_script("delete window.WebAssembly;")?;
    page.client().goto(&variant.url()).await?;
    is_there(page, "[data-testid=start-failed]").await
}

async fn never_started(page: &Page) -> Result<()> {
    let variant = Variant::new(|site| change(site, "start-", |start| format!("@later;\n{start}")))?;
    page.client().goto(&variant.url()).await?;
    soon("the note is in view", async || {
        let shown = page.styles("#unstarted", "visibility").await?;
        Ok((shown == ["visible"]).then_some(()))
    })
    .await
}
