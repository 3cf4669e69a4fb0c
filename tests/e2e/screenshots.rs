//! Pictures of the built page: `cargo xtask screenshots`.
//!
//! Without arguments, the scenes below. With arguments, one scene of one's own:
//! `--name NAME --at '#/sign' --paste FILE --key FILE --clock SECONDS --language nl`.
//! Each scene is taken at desktop and phone size, light and dark.
// A command-line tool speaks on standard output.
#![allow(clippy::print_stdout)]

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use harness::Page;
use harness::driver::Driver;
use harness::program::program;
use xtask::setup::browsers::Engine;
use xtask::workspace;

/// What to show.
#[derive(Debug, Default)]
struct Scene {
    name: String,
    at: String,
    paste: Option<String>,
    key: Option<String>,
    clock: Option<String>,
    language: Option<String>,
}

const SIZES: [(&str, u32, u32); 2] = [("desktop", 1440, 900), ("phone", 390, 844)];
const SCHEMES: [&str; 2] = ["light", "dark"];

fn main() -> ExitCode {
    program(run())
}

async fn run() -> Result<()> {
    let scenes = scenes(std::env::args().skip(1))?;
    let installed = Engine::Chromium.find()?;
    let driver = Driver::start(&installed)?;
    for scene in &scenes {
        let page = Page::new(&driver, &installed).await?;
        let outcome = show(&page, scene).await;
        page.close().await?;
        outcome.with_context(|| format!("scene {}", scene.name))?;
    }
    Ok(())
}

async fn show(page: &Page, scene: &Scene) -> Result<()> {
    let folder = workspace::root().join("target").join("screenshots");
    for (size, width, height) in SIZES {
        for scheme in SCHEMES {
            page.resize(width, height).await?;
            page.emulate_scheme(scheme).await?;
            page.client().goto("about:blank").await?;
            page.open_at(&scene.at).await?;
            if let Some(language) = &scene.language {
                page.choose("language", language).await?;
            }
            if let Some(clock) = &scene.clock {
                page.input("clock", clock).await?;
            }
            if let Some(paste) = &scene.paste {
                page.paste("token-input", paste).await?;
            }
            if let Some(key) = &scene.key {
                page.paste("key-input", key).await?;
            }
            if scene.paste.is_some() && scene.key.is_some() {
                page.verdict_is_settled().await?;
            }
            let name = format!("{}-{size}-{scheme}", scene.name);
            page.take_picture(&folder.join(format!("{name}.png")))
                .await?;
            page.take_whole_picture(&folder.join(format!("{name}-whole.png")))
                .await?;
            println!("{}", folder.join(format!("{name}.png")).display());
        }
    }
    Ok(())
}

fn scenes(mut arguments: impl Iterator<Item = String>) -> Result<Vec<Scene>> {
    let mut scene = Scene {
        name: "scene".into(),
        ..Scene::default()
    };
    let Some(mut word) = arguments.next() else {
        return Ok(vec![
            Scene {
                name: "inspect-empty".into(),
                ..Scene::default()
            },
            Scene {
                name: "sign".into(),
                at: "#/sign".into(),
                ..Scene::default()
            },
        ]);
    };
    loop {
        let value = arguments
            .next()
            .with_context(|| format!("{word} needs a value behind it"))?;
        match word.as_str() {
            "--name" => scene.name = value,
            "--at" => scene.at = value,
            "--paste" => scene.paste = Some(read(&value)?),
            "--key" => scene.key = Some(read(&value)?),
            "--clock" => scene.clock = Some(value),
            "--language" => scene.language = Some(value),
            other => bail!("`{other}` is not known; see tests/e2e/screenshots.rs"),
        }
        match arguments.next() {
            Some(next) => word = next,
            None => return Ok(vec![scene]),
        }
    }
}

/// Relative to the root of the repository, where `cargo xtask` starts this.
fn read(file: &str) -> Result<String> {
    let path = PathBuf::from(file);
    std::fs::read_to_string(&path).with_context(|| format!("{file} could not be read"))
}
