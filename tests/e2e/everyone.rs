//! The page is for everyone: what WCAG 2.2 AA asks and a machine can tell, in every state of every
//! screen (`states.rs`), and in the ways of seeing that a system can ask for.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use harness::walk::Way;
use harness::{Case, Page, cases};
use serde_json::json;
use xtask::setup::browsers::Engine;

use crate::language::speaks;
use crate::looks::{DESK, PHONE};
use crate::states::{AROUND, INSIDE, INSPECT, LEARNING, MAKING, State, UNSTARTED};

/// Tests at exact sizes and under what a system asks for.
pub const ONLY_CHROMIUM: &[Case] = cases!["everyone", &[Engine::Chromium];
    axe_finds_nothing_on_inspect,
    axe_finds_nothing_inside_tokens,
    axe_finds_nothing_where_things_are_made,
    axe_finds_nothing_on_learn,
    axe_finds_nothing_around_the_screens,
    tab_comes_to_everything_on_inspect,
    tab_comes_to_everything_inside_tokens,
    tab_comes_to_everything_where_things_are_made,
    tab_comes_to_everything_on_learn,
    tab_comes_to_everything_around_the_screens,
    everything_fits_and_can_be_hit_on_inspect,
    everything_fits_and_can_be_hit_inside_tokens,
    everything_fits_and_can_be_hit_where_things_are_made,
    everything_fits_and_can_be_hit_on_learn,
    everything_fits_and_can_be_hit_around_the_screens,
    a_page_that_did_not_start_is_for_everyone_too,
    every_verdict_is_among_the_states,
];

const LANGUAGES: [&str; 2] = ["en", "nl"];

/// What a check found wrong.
type Complaints = Vec<String>;

/// Makes each state and checks it; all complaints come together.
async fn in_each(
    page: &Page,
    states: &[State],
    check: impl AsyncFn(&Page) -> Result<Complaints>,
) -> Result<()> {
    let mut complaints = Complaints::new();
    for state in states {
        let found = match begin(page, state).await {
            Ok(()) => check(page).await,
            Err(error) => Err(error),
        };
        match found {
            Ok(found) => {
                complaints.extend(found.iter().map(|one| format!("{}: {one}", state.name)))
            }
            Err(error) => complaints.push(format!("{}: {error:#}", state.name)),
        }
    }
    ensure!(complaints.is_empty(), "\n{}", complaints.join("\n"));
    Ok(())
}

/// On a desk, in English, with nothing of the state before.
async fn begin(page: &Page, state: &State) -> Result<()> {
    page.emulate_media(&[]).await?;
    page.resize(DESK.0, DESK.1).await?;
    page.client().goto("about:blank").await?;
    page.devtools(
        "Storage.clearDataForOrigin",
        json!({ "origin": page.origin(), "storageTypes": "local_storage" }),
    )
    .await?;
    (state.make)(page).await
}

async fn speak(page: &Page, language: &str) -> Result<()> {
    page.choose("language", language).await?;
    speaks(page, language).await
}

const SCHEMES: [&str; 2] = ["light", "dark"];

/// In both schemes, with so much contrast.
async fn axe(page: &Page, contrast: &str) -> Result<Complaints> {
    let mut complaints = Complaints::new();
    for scheme in SCHEMES {
        page.emulate_media(&[
            ("prefers-color-scheme", scheme),
            ("prefers-contrast", contrast),
        ])
        .await?;
        if let Err(error) = page.is_accessible().await {
            complaints.push(format!("{scheme}, contrast {contrast}: {error:#}"));
        }
    }
    Ok(complaints)
}

/// In both languages. Contrast is no matter of language: more of it is asked for in the last one.
async fn axe_in_every_language(page: &Page) -> Result<Complaints> {
    let mut complaints = Complaints::new();
    for language in LANGUAGES {
        speak(page, language).await?;
        let found = axe(page, "no-preference").await?;
        complaints.extend(found.iter().map(|one| format!("{language}, {one}")));
    }
    complaints.extend(axe(page, "more").await?);
    Ok(complaints)
}

async fn axe_finds_nothing_on_inspect(page: &Page) -> Result<()> {
    in_each(page, INSPECT, axe_in_every_language).await
}

async fn axe_finds_nothing_inside_tokens(page: &Page) -> Result<()> {
    in_each(page, INSIDE, axe_in_every_language).await
}

async fn axe_finds_nothing_where_things_are_made(page: &Page) -> Result<()> {
    in_each(page, MAKING, axe_in_every_language).await
}

async fn axe_finds_nothing_on_learn(page: &Page) -> Result<()> {
    in_each(page, LEARNING, axe_in_every_language).await
}

async fn axe_finds_nothing_around_the_screens(page: &Page) -> Result<()> {
    in_each(page, AROUND, axe_in_every_language).await
}

/// On a desk; back on a phone, where most lies over the page; and at 400 % with the colours of the
/// system, where there is least room and where only outlines are left.
async fn walk(page: &Page) -> Result<Complaints> {
    let mut complaints = page.mouse_alone().await?;
    complaints.extend(walked(page, "on a desk", Way::Forward).await?);
    page.resize(PHONE.0, PHONE.1).await?;
    complaints.extend(walked(page, "back on a phone", Way::Back).await?);
    page.zoom_to_400().await?;
    page.emulate_media(&[("forced-colors", "active")]).await?;
    complaints.extend(walked(page, "at 400 %", Way::Forward).await?);
    Ok(complaints)
}

async fn walked(page: &Page, at: &str, way: Way) -> Result<Complaints> {
    let walk = page.walk(way).await?;
    ensure!(walk.stops > 0, "no stop");
    let all = walk.complaints.iter();
    Ok(all.map(|one| format!("{at}, {one}")).collect())
}

async fn tab_comes_to_everything_on_inspect(page: &Page) -> Result<()> {
    in_each(page, INSPECT, walk).await
}

async fn tab_comes_to_everything_inside_tokens(page: &Page) -> Result<()> {
    in_each(page, INSIDE, walk).await
}

async fn tab_comes_to_everything_where_things_are_made(page: &Page) -> Result<()> {
    in_each(page, MAKING, walk).await
}

async fn tab_comes_to_everything_on_learn(page: &Page) -> Result<()> {
    in_each(page, LEARNING, walk).await
}

async fn tab_comes_to_everything_around_the_screens(page: &Page) -> Result<()> {
    in_each(page, AROUND, walk).await
}

async fn hits(page: &Page, at: &str) -> Result<Complaints> {
    let targets = page.targets().await?;
    ensure!(targets.count > 0, "no target");
    let named = targets.complaints.iter();
    Ok(named.map(|one| format!("{at}: {one}")).collect())
}

async fn fits(page: &Page, at: &str) -> Result<Complaints> {
    let out = page.sticks_out().await?;
    Ok(out
        .iter()
        .map(|one| format!("{at}: {one} sticks out"))
        .collect())
}

/// Nothing sticks out at 400 % nor on a phone; whoever has a finger or a shaking hand hits what
/// was meant; nothing moves where no motion is wanted.
async fn room(page: &Page) -> Result<Complaints> {
    let mut complaints = Complaints::new();
    for language in LANGUAGES {
        page.resize(DESK.0, DESK.1).await?;
        speak(page, language).await?;
        complaints.extend(hits(page, &format!("{language}, desk")).await?);
        page.resize(PHONE.0, PHONE.1).await?;
        let at = format!("{language}, phone");
        complaints.extend(hits(page, &at).await?);
        complaints.extend(fits(page, &at).await?);
        page.zoom_to_400().await?;
        complaints.extend(fits(page, &format!("{language}, 400 %")).await?);
    }
    complaints.extend(motion(page).await?);
    Ok(complaints)
}

const MOVES: &str = "
    const seconds = text => text.split(',').map(one => parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1));
    const moving = document.getAnimations().filter(one => one.effect.getComputedTiming().duration > 10)
        .map(one => `an animation of ${one.effect.target?.className}`);
    for (const element of document.querySelectorAll('*')) {
        for (const pseudo of [null, '::before', '::after', '::backdrop']) {
            const style = getComputedStyle(element, pseudo);
            const long = [style.transitionDuration, style.animationDuration].flatMap(seconds).some(time => time > 0.01);
            if (long) moving.push(`${element.localName}.${element.className}${pseudo ?? ''} moves`);
            if (style.scrollBehavior === 'smooth') moving.push(`${element.localName} scrolls smoothly`);
        }
    }
    return moving;";

/// `prefers-reduced-motion`: nothing moves but by being put elsewhere.
async fn motion(page: &Page) -> Result<Complaints> {
    page.emulate_media(&[("prefers-reduced-motion", "reduce")])
        .await?;
    Ok(serde_json::from_value(page.run(MOVES, vec![]).await?)?)
}

async fn everything_fits_and_can_be_hit_on_inspect(page: &Page) -> Result<()> {
    in_each(page, INSPECT, room).await
}

async fn everything_fits_and_can_be_hit_inside_tokens(page: &Page) -> Result<()> {
    in_each(page, INSIDE, room).await
}

async fn everything_fits_and_can_be_hit_where_things_are_made(page: &Page) -> Result<()> {
    in_each(page, MAKING, room).await
}

async fn everything_fits_and_can_be_hit_on_learn(page: &Page) -> Result<()> {
    in_each(page, LEARNING, room).await
}

async fn everything_fits_and_can_be_hit_around_the_screens(page: &Page) -> Result<()> {
    in_each(page, AROUND, room).await
}

async fn a_page_that_did_not_start_is_for_everyone_too(page: &Page) -> Result<()> {
    in_each(page, UNSTARTED, async |page: &Page| {
        let mut complaints = axe(page, "no-preference").await?;
        complaints.extend(axe(page, "more").await?);
        page.zoom_to_400().await?;
        complaints.extend(fits(page, "400 %").await?);
        complaints.extend(motion(page).await?);
        Ok(complaints)
    })
    .await
}

/// The words of the test contract. `checking` passes too soon to be a state of a screen.
const VERDICTS: [(&str, &[&str]); 3] = [
    ("structure", &["empty", "ok", "repaired", "damaged"]),
    (
        "signature",
        &[
            "unchecked",
            "valid",
            "self-asserted",
            "invalid",
            "unsecured",
            "unsupported",
            "key-error",
            "encrypted",
            "decrypted",
            "decrypt-failed",
        ],
    ),
    (
        "claims",
        &[
            "none",
            "ok",
            "expired",
            "not-yet-valid",
            "mismatch",
            "malformed",
        ],
    ),
];

/// What is looked at above is all that a verdict can be.
async fn every_verdict_is_among_the_states(page: &Page) -> Result<()> {
    let mut seen = BTreeSet::new();
    for state in INSPECT.iter().chain(INSIDE) {
        begin(page, state).await.context(state.name)?;
        for (verdict, _) in VERDICTS {
            let state = page.state(&format!("verdict-{verdict}")).await?;
            seen.insert(format!("{verdict} {state}"));
        }
    }
    seen.remove("signature checking");
    let all = VERDICTS.iter().flat_map(|(verdict, states)| {
        let named = states.iter();
        named.map(move |state| format!("{verdict} {state}"))
    });
    let all: BTreeSet<String> = all.collect();
    let missing: Vec<&String> = all.difference(&seen).collect();
    let unknown: Vec<&String> = seen.difference(&all).collect();
    ensure!(
        missing.is_empty() && unknown.is_empty(),
        "never seen: {missing:?}, not of the contract: {unknown:?}"
    );
    Ok(())
}
