//! Two tokens side by side, tokens inside claims, and names that nobody registered.

use anyhow::{Context, Result, ensure};
use harness::check;
use harness::samples;
use harness::{Case, Page, cases};

use crate::views::show;

/// The tests of this file.
pub const ALL: &[Case] = cases!["comparing":
    two_tokens_are_compared_by_name_and_path,
    a_token_is_compared_with_the_one_seen_before,
    a_token_in_a_claim_is_offered_and_looked_into,
    names_that_nobody_registered_say_so,
];

/// The rows of the comparison, as `change in pointer`.
async fn compared(page: &Page) -> Result<Vec<String>> {
    let rows = page.every("compare-row").await?;
    let told = rows.iter().map(|row| {
        let attribute = |name| row.attribute(name).to_owned();
        [
            attribute("data-change"),
            attribute("data-in"),
            attribute("data-pointer"),
        ]
        .join(" ")
    });
    Ok(told.collect())
}

async fn compared_becomes(page: &Page, expected: &[&str]) -> Result<()> {
    let expected: Vec<String> = expected.iter().map(|row| (*row).to_owned()).collect();
    check::becomes("the differences", expected, async || compared(page).await).await
}

async fn two_tokens_are_compared_by_name_and_path(page: &Page) -> Result<()> {
    show(
        page,
        r#"{"iss":"a","exp":1767229200,"realm_access":{"roles":["user","admin"]},"x":1}"#,
    )
    .await?;
    page.click_on("[data-testid=compare] summary").await?;
    let other = samples::compact(
        r#"{"alg":"HS256","kid":"1"}"#,
        br#"{"exp":1767225600,"iss":"a","realm_access":{"roles":["user"]},"y":1}"#,
        b"sig",
    );
    page.paste("compare-input", &format!("Authorization: Bearer {other}"))
        .await?;
    let different = [
        "only-other header /kid",
        "changed payload /exp",
        "only-this payload /realm_access/roles/1",
        "only-other payload /y",
        "only-this payload /x",
    ];
    compared_becomes(page, &different).await?;
    let exp = page
        .first("[data-testid=compare-row][data-pointer=\"/exp\"]")
        .await?
        .context("a row")?;
    ensure!(exp.text.contains("1 hour later"), "{}", exp.text);
    page.expect_text("compare-says", "1 changed").await?;
    page.click("compare-same").await?;
    check::soon("what is the same", async || {
        let rows = compared(page).await?;
        let same = ["same header /alg", "same payload /iss"].map(str::to_owned);
        Ok(same.iter().all(|one| rows.contains(one)).then_some(()))
    })
    .await?;
    page.paste("compare-input", "no token").await?;
    page.expect_text("compare-says", "no token").await?;
    compared_becomes(page, &[]).await?;
    page.console_is_empty().await
}

async fn a_token_is_compared_with_the_one_seen_before(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_verdicts("ok", "unchecked", "expired").await?;
    page.paste("token-input", &samples::workshop("HealthcareCompany")?)
        .await?;
    page.expect_verdicts("ok", "unchecked", "expired").await?;
    page.click_on("[data-testid=compare] summary").await?;
    page.click("compare-before").await?;
    check::soon("another role", async || {
        let rows = compared(page).await?;
        Ok(rows
            .contains(&"changed payload /role".to_owned())
            .then_some(()))
    })
    .await?;
    page.paste("compare-input", &samples::workshop("HealthcareCompany")?)
        .await?;
    page.expect_text("compare-says", "character for character")
        .await?;
    page.console_is_empty().await
}

async fn a_token_in_a_claim_is_offered_and_looked_into(page: &Page) -> Result<()> {
    let inner = samples::compact(r#"{"alg":"ES256"}"#, br#"{"sub":"inside"}"#, b"sig");
    show(
        page,
        &format!(r#"{{"sub":"outside","id_token":"{inner}"}}"#),
    )
    .await?;
    page.click_on("#tab-claims").await?;
    page.click("value-inspect").await?;
    page.expect_text("decoded-payload", "inside").await?;
    page.expect_text("decoded-header", "ES256").await?;
    page.click_on("[data-testid=trail] button").await?;
    page.expect_text("decoded-payload", "outside").await?;
    page.console_is_empty().await
}

async fn names_that_nobody_registered_say_so(page: &Page) -> Result<()> {
    show(
        page,
        r#"{"expires":1,"issuer":"x","sub":"y","iat":1,"https://a.example/role":"z","realm_access":{},"f81d4fae-7dec-11d0-a765-00a0c91e6bf6":1,"cognito:groups":[]}"#,
    )
    .await?;
    for (name, known, naming, says) in [
        ("expires", "unknown", "naming-private", "Was exp meant?"),
        ("issuer", "unknown", "naming-private", "Was iss meant?"),
        (
            "https://a.example/role",
            "unknown",
            "naming-public",
            "cannot collide",
        ),
        (
            "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
            "unknown",
            "naming-unique",
            "nobody else has that",
        ),
        // Known, and registered nowhere all the same.
        (
            "realm_access",
            "provider",
            "naming-private",
            "Not registered; a private name",
        ),
        (
            "cognito:groups",
            "provider",
            "naming-private",
            "Not registered; a private name",
        ),
        (
            "sub",
            "registered",
            "naming-registered",
            "Value: text or a URI",
        ),
        (
            "iat",
            "registered",
            "naming-registered",
            "seconds since 1970",
        ),
        ("iat", "registered", "naming-registered", "IETF"),
    ] {
        check::soon(name, async || {
            let row = page.claim("payload", name).await?.context("a row")?;
            let is_so = row.attribute("data-known") == known
                && row.attribute("data-naming") == naming
                && row.text.contains(says);
            Ok(is_so.then_some(()))
        })
        .await?;
    }
    page.console_is_empty().await
}
