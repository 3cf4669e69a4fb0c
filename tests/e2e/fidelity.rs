//! Every finding of fidelity is underlined at its place: in the token and in the JSON. And what
//! is found across tokens, and by trying secrets.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use harness::check;
use harness::samples;
use harness::{Case, Page, cases};
use serde_json::json;

/// The tests of this file.
pub const ALL: &[Case] = cases!["fidelity":
    what_other_readers_would_see_otherwise_is_underlined_in_the_json_and_in_the_token,
    what_is_no_base64url_is_underlined_in_the_token_and_at_the_bytes_it_carries,
    what_stood_around_the_token_has_its_place_in_the_token,
    a_finding_leads_to_its_place,
    one_random_number_used_twice_is_found_across_tokens,
    a_known_secret_is_guessed_and_can_be_used,
    an_unknown_secret_is_not_guessed_and_a_list_can_be_opened,
    a_secret_of_a_settings_file_is_told,
];

const HEADER: &str = r#"{"alg":"HS256"}"#;

fn encode(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// The texts that are underlined in an element with this code.
async fn underlined(page: &Page, view: &str, code: &str) -> Result<Vec<String>> {
    let marks = page
        .all(&format!("[data-testid={view}] mark[data-code={code}]"))
        .await?;
    Ok(marks.into_iter().map(|mark| mark.text).collect())
}

/// The characters that carry the bytes `from..to`.
fn carriers(payload: &[u8], from: usize, to: usize) -> String {
    let text = encode(payload);
    text[from * 8 / 6..(to * 8).div_ceil(6)].to_owned()
}

async fn what_other_readers_would_see_otherwise_is_underlined_in_the_json_and_in_the_token(
    page: &Page,
) -> Result<()> {
    let deep = format!("{{\"a\":{}1{}}}", "[".repeat(70), "]".repeat(70));
    let table: &[(&str, &[u8], &[u8])] = &[
        ("duplicate-name", br#"{"a":1,"a":2}"#, br#""a":2"#),
        (
            "number-beyond-2-53",
            br#"{"n":9007199254740993}"#,
            b"9007199254740993",
        ),
        (
            "number-rounded",
            br#"{"n":0.1000000000000000055511151231257827}"#,
            b"0.1000000000000000055511151231257827",
        ),
        ("number-out-of-range", br#"{"n":1e400}"#, b"1e400"),
        ("number-negative-zero", br#"{"n":-0}"#, b"-0"),
        ("number-exponent", br#"{"n":1e2}"#, b"1e2"),
        ("surrogate-unpaired", br#"{"s":"a\ud800"}"#, br"\ud800"),
        ("text-control", br#"{"s":"a\u0001"}"#, br#""a\u0001""#),
        (
            "text-direction",
            "{\"s\":\"a\u{202e}b\"}".as_bytes(),
            "\"a\u{202e}b\"".as_bytes(),
        ),
        (
            "text-invisible",
            "{\"s\":\"a\u{200b}b\"}".as_bytes(),
            "\"a\u{200b}b\"".as_bytes(),
        ),
        (
            "look-alike-name",
            "{\"r\u{43e}le\":1}".as_bytes(),
            "\"r\u{43e}le\"".as_bytes(),
        ),
        (
            "look-alike-value",
            "{\"s\":\"p\u{430}ypal\"}".as_bytes(),
            "\"p\u{430}ypal\"".as_bytes(),
        ),
        ("structure-invalid-utf8", b"{\"s\":\"a\xffb\"}", b"\xff"),
        ("structure-bom", b"\xef\xbb\xbf{\"a\":1}", b"\xef\xbb\xbf"),
        ("nesting-deep", deep.as_bytes(), b"[1"),
        ("payload-not-object", b"[1]", b"[1]"),
    ];
    page.open().await?;
    for (code, payload, place) in table {
        let paste = samples::compact(HEADER, payload, b"signature");
        page.input("token-input", &paste).await?;
        let from = payload
            .windows(place.len())
            .position(|window| window == *place)
            .with_context(|| format!("{code}: no place"))?;
        // Of a repeated member and of an opened bracket the first token is the place.
        let length = match *code {
            "duplicate-name" => 3,
            "nesting-deep" => 1,
            _ => place.len(),
        };
        let to = from + length;
        let expected = String::from_utf8_lossy(&payload[from..to]).into_owned();
        let carrying = carriers(payload, from, to);
        // Where reading stops, that fault is marked first, and the finding behind it.
        let is_also_unread = ["surrogate-unpaired", "structure-bom"].contains(code);
        check::soon(&format!("{code} underlined in the JSON"), async || {
            let shown = underlined(page, "decoded-payload", code).await?.concat();
            let expected: String = expected.split_whitespace().collect();
            let shown: String = shown.split_whitespace().collect();
            Ok(match is_also_unread {
                true => !shown.is_empty() && expected.ends_with(&shown),
                false => shown == expected,
            }
            .then_some(()))
        })
        .await?;
        let shown = underlined(page, "token-parts", code).await?.concat();
        ensure!(
            shown == carrying || is_also_unread && carrying.contains(&shown) && !shown.is_empty(),
            "{code}: {shown} underlined, not {carrying}"
        );
    }
    page.console_is_empty().await
}

async fn what_is_no_base64url_is_underlined_in_the_token_and_at_the_bytes_it_carries(
    page: &Page,
) -> Result<()> {
    let header = encode(HEADER.as_bytes());
    let table = [
        // The last byte is the one beside what is too much.
        ("base64-padding", "eyJhIjoxMX0=".to_owned(), "=", "}"),
        (
            "base64-standard",
            encode(br#"{"a":"\~?"}"#)
                .replace('_', "/")
                .replace('-', "+"),
            "/",
            "?",
        ),
        ("base64-trailing-bits", "eyJhIjoxfR".to_owned(), "R", "}"),
        ("base64-foreign", "eyJh*IjoxMX0".to_owned(), "*", "\""),
        ("part-white-space", "eyJh\n  IjoxMX0".to_owned(), "", "\""),
    ];
    page.open().await?;
    for (code, payload, character, carried) in table {
        page.input("token-input", &format!("{header}.{payload}.c2lnbmF0dXJl"))
            .await?;
        check::soon(&format!("{code} underlined in the JSON"), async || {
            // The faults of reading stand at the same place, and come first.
            let marks = page
                .all("[data-testid=decoded-payload] mark[data-code]")
                .await?;
            let texts: String = marks.iter().map(|mark| mark.text.as_str()).collect();
            Ok(
                (texts.contains(carried) || carried.contains(&texts) && !texts.is_empty())
                    .then_some(()),
            )
        })
        .await?;
        let marks = page
            .all("[data-testid=token-parts] mark[data-code]")
            .await?;
        ensure!(
            marks.iter().any(|mark| mark.text == character),
            "{code}: {character:?} not among {marks:?}"
        );
        check::soon(&format!("the finding {code}"), async || {
            let codes = page.codes("finding").await?;
            Ok(codes.iter().any(|found| found == code).then_some(()))
        })
        .await?;
    }
    page.console_is_empty().await
}

async fn what_stood_around_the_token_has_its_place_in_the_token(page: &Page) -> Result<()> {
    page.open().await?;
    let token = samples::compact(HEADER, b"{}", &[7; 32]);
    page.paste(
        "token-input",
        &format!("Authorization: Bearer {token} and more"),
    )
    .await?;
    page.expect_state("verdict-structure", "repaired").await?;
    let marks = check::soon("marks around the token", async || {
        let marks = page
            .all("[data-testid=token-parts] mark[data-code]")
            .await?;
        Ok((!marks.is_empty()).then_some(marks))
    })
    .await?;
    ensure!(marks.iter().all(|mark| mark.text.is_empty()), "{marks:?}");
    let ends = "const runs = [...document.querySelectorAll('[data-testid=token-parts] [data-at]')];
        return [runs[0], runs.at(-1)].map(run => run.dataset.code ?? '')";
    let ends: Vec<String> = serde_json::from_value(page.run(ends, vec![]).await?)?;
    ensure!(
        !ends[0].is_empty() && ends[1] == "paste-text-after",
        "{ends:?}"
    );
    ensure!(
        page.text("token-parts").await? == token,
        "the token itself is unchanged"
    );
    page.console_is_empty().await
}

async fn a_finding_leads_to_its_place(page: &Page) -> Result<()> {
    page.open().await?;
    let paste = samples::compact(
        r#"{"alg":"HS256","kid":"../../key"}"#,
        br#"{"a":{"n":-0}}"#,
        b"signature",
    );
    page.paste("token-input", &paste).await?;
    page.click_on("#tab-claims").await?;
    page.click_on("[data-code=number-negative-zero] [data-testid=finding-place]")
        .await?;
    let lit = async |view: &str| {
        let found = page
            .all(&format!("[data-testid={view}] [data-lit=here]"))
            .await?;
        Ok(found
            .iter()
            .map(|one| one.text.as_str())
            .collect::<String>())
    };
    check::becomes("the number", "-0".to_owned(), async || {
        lit("decoded-payload").await
    })
    .await?;
    ensure!(
        page.one("decoded-payload").await?.is_visible,
        "its view is open"
    );
    page.click_on("[data-code=kid-path] [data-testid=finding-place]")
        .await?;
    check::becomes("the kid", "\"../../key\"".to_owned(), async || {
        lit("decoded-header").await
    })
    .await?;
    page.console_is_empty().await
}

async fn one_random_number_used_twice_is_found_across_tokens(page: &Page) -> Result<()> {
    let token = |payload: &[u8], s: u8| {
        let signature = [[7; 32], [s; 32]].concat();
        samples::compact(r#"{"alg":"ES256"}"#, payload, &signature)
    };
    let settled = async || {
        check::soon("findings", async || {
            let codes = page.codes("finding").await?;
            Ok(codes.contains(&"exp-missing".to_owned()).then_some(codes))
        })
        .await
    };
    page.open().await?;
    page.paste("token-input", &token(br#"{"a":1}"#, 1)).await?;
    ensure!(!settled().await?.contains(&"ecdsa-repeated-r".to_owned()));
    page.paste("token-input", &token(br#"{"a":2}"#, 2)).await?;
    check::soon("the repeated R", async || {
        let codes = page.codes("finding").await?;
        Ok(codes.contains(&"ecdsa-repeated-r".to_owned()).then_some(()))
    })
    .await?;
    page.console_is_empty().await
}

/// A token signed by the page itself with this secret.
async fn sign_with(page: &Page, secret: &str) -> Result<String> {
    page.open_at("#/sign").await?;
    page.input("sign-header", HEADER).await?;
    page.input("sign-payload", r#"{"sub":"jo"}"#).await?;
    page.input("sign-key", secret).await?;
    check::soon("a token", async || {
        let token = page.text("sign-output").await?;
        Ok((token.split('.').count() == 3 && token.starts_with("ey")).then_some(token))
    })
    .await
}

async fn a_known_secret_is_guessed_and_can_be_used(page: &Page) -> Result<()> {
    let token = sign_with(page, "your-256-bit-secret").await?;
    page.open().await?;
    page.paste("token-input", &token).await?;
    page.expect_state("verdict-signature", "unchecked").await?;
    page.expect_state("guess", "idle").await?;
    page.click("guess-start").await?;
    page.expect_state("guess", "found").await?;
    ensure!(
        page.codes("finding")
            .await?
            .contains(&"secret-guessed".to_owned())
    );
    page.click("guess-use").await?;
    page.expect_value("key-input", "your-256-bit-secret")
        .await?;
    page.expect_state("verdict-signature", "valid").await?;
    // Another token starts anew.
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.expect_state("guess", "idle").await?;
    page.console_is_empty().await
}

async fn an_unknown_secret_is_not_guessed_and_a_list_can_be_opened(page: &Page) -> Result<()> {
    let secret = samples::secret()?;
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.click("guess-start").await?;
    page.expect_state("guess", "none").await?;
    page.expect_text("guess", "None of 1").await?;
    // A list as a file, the secret last and without a line break.
    page.run(
        "const [secret] = arguments;
         const words = Array.from({ length: 50000 }, (_, n) => 'word' + n).join('\\n') + '\\n' + secret;
         const data = new DataTransfer();
         data.items.add(new File([words], 'words.txt', { type: 'text/plain' }));
         const control = document.querySelector('[data-testid=guess-file]');
         control.files = data.files;
         control.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![json!(secret)],
    )
    .await?;
    page.expect_state("guess", "found").await?;
    page.expect_text("guess", &secret).await?;
    // It can be ended, and then has said nothing.
    page.click("guess-start").await?;
    check::soon("an end", async || {
        let cancel = page.one("guess-cancel").await?;
        if !cancel.is_visible {
            // It may have been faster than this test.
            return Ok(Some(()));
        }
        page.run(
            "document.querySelector('[data-testid=guess-cancel]').click()",
            vec![],
        )
        .await?;
        Ok(None)
    })
    .await?;
    page.console_is_empty().await
}

async fn a_secret_of_a_settings_file_is_told(page: &Page) -> Result<()> {
    page.open().await?;
    page.paste("token-input", &samples::workshop("Patient")?)
        .await?;
    page.paste("key-input", &samples::text("workshop.env")?)
        .await?;
    page.expect_state("verdict-signature", "valid").await?;
    check::soon("the finding", async || {
        let codes = page.codes("finding").await?;
        Ok(codes
            .contains(&"secret-in-settings".to_owned())
            .then_some(()))
    })
    .await?;
    page.paste("key-input", &samples::secret()?).await?;
    page.expect_state("verdict-signature", "valid").await?;
    check::soon("no such finding for a bare secret", async || {
        let codes = page.codes("finding").await?;
        Ok((!codes.contains(&"secret-in-settings".to_owned())).then_some(()))
    })
    .await?;
    page.console_is_empty().await
}
