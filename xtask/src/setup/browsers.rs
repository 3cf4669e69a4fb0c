//! Browsers and their drivers, for the tests.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::setup::{apt, cargo_tools, step};
use crate::{process, workspace};

/// A browser engine that the tests can drive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver on a screen of its own.
    WebKit,
}

/// What one engine needs to be driven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Installed {
    /// The engine.
    pub engine: Engine,
    /// The browser's program.
    pub browser: PathBuf,
    /// The driver's program.
    pub driver: PathBuf,
}

impl Engine {
    /// All of them, the usual one first.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name used in `E2E_ENGINES` and in the names of tests.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engines that `E2E_ENGINES` lists, separated by commas; `all` is all.
    /// Without it: Chromium.
    ///
    /// # Errors
    /// For a name that is none of theirs.
    pub fn wanted() -> Result<Vec<Self>> {
        let list = std::env::var("E2E_ENGINES").unwrap_or_default();
        if list.trim().is_empty() {
            return Ok(vec![Self::Chromium]);
        }
        if list.trim() == "all" {
            return Ok(Self::ALL.to_vec());
        }
        list.split(',')
            .map(|name| Self::named(name.trim()))
            .collect()
    }

    fn named(name: &str) -> Result<Self> {
        match Self::ALL.into_iter().find(|engine| engine.name() == name) {
            Some(engine) => Ok(engine),
            None => bail!("`{name}` is no engine; there are chromium, firefox and webkit"),
        }
    }

    /// What Debian and its children call the packages.
    const fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    /// Where the engine is, when it is all there.
    ///
    /// # Errors
    /// Names what is not there.
    pub fn find(self) -> Result<Installed> {
        let (browser, driver) = match self {
            Self::Chromium => (
                first_of(&["chromium", "chromium-browser", "google-chrome", "chrome"])
                    .or_else(chrome_of_mac),
                first_of(&["chromedriver"]),
            ),
            Self::Firefox => (
                first_of(&["firefox-esr", "firefox"]),
                cargo_tools::geckodriver()
                    .find()?
                    .or_else(|| first_of(&["geckodriver"])),
            ),
            Self::WebKit => {
                if first_of(&["xvfb-run"]).is_none() {
                    bail!("webkit: `xvfb-run` is not on PATH");
                }
                (mini_browser(), first_of(&["WebKitWebDriver"]))
            }
        };
        let name = self.name();
        match (browser, driver) {
            (Some(browser), Some(driver)) => Ok(Installed {
                engine: self,
                browser,
                driver,
            }),
            (None, Some(_)) => bail!("{name}: the browser itself is not here"),
            (Some(_), None) => bail!("{name}: its WebDriver is not here"),
            (None, None) => bail!("{name}: neither the browser nor its WebDriver is here"),
        }
    }
}

/// Finds or installs the engines asked for. Returns those that are there, and
/// names the others loudly.
///
/// # Errors
/// In CI, when one of them is missing.
pub fn ensure(engines: &[Engine]) -> Result<Vec<Installed>> {
    let packages: Vec<&str> = engines
        .iter()
        .filter(|engine| !packages_are_there(**engine))
        .flat_map(|engine| engine.packages().iter().copied())
        .collect();
    if !packages.is_empty() {
        apt::install(&packages);
    }
    if engines.contains(&Engine::Firefox)
        && first_of(&["firefox-esr", "firefox"]).is_some()
        && Engine::Firefox.find().is_err()
        && let Err(error) = cargo_tools::geckodriver().ensure()
    {
        step(&format!("{error:#}"));
    }
    let mut there = Vec::new();
    let mut missing = Vec::new();
    for engine in engines {
        match engine.find() {
            Ok(installed) => there.push(installed),
            Err(error) => missing.push((*engine, error)),
        }
    }
    if missing.is_empty() {
        return Ok(there);
    }
    let mut list = String::from("BROWSERS MISSING, their tests cannot run:");
    for (engine, error) in &missing {
        list.push_str(&format!(
            "\n  {error:#}\n    Debian, Ubuntu: apt-get install {}; elsewhere put browser and driver on PATH",
            engine.packages().join(" ")
        ));
    }
    if workspace::in_ci() {
        bail!("{list}");
    }
    step(&list);
    Ok(there)
}

/// Names the engines that a run leaves out, so that nobody takes it for more.
pub fn say_what_is_left_out(engines: &[Engine]) {
    let left_out: Vec<&str> = Engine::ALL
        .into_iter()
        .filter(|engine| !engines.contains(engine))
        .map(Engine::name)
        .collect();
    if !left_out.is_empty() {
        step(&format!(
            "not in this run: {} (E2E_ENGINES=all takes every engine)",
            left_out.join(", ")
        ));
    }
}

/// geckodriver is not a package, so Firefox's packages are there without it.
fn packages_are_there(engine: Engine) -> bool {
    match engine {
        Engine::Firefox => first_of(&["firefox-esr", "firefox"]).is_some(),
        Engine::Chromium | Engine::WebKit => engine.find().is_ok(),
    }
}

fn first_of(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| process::find(name, &[]))
}

fn chrome_of_mac() -> Option<PathBuf> {
    let path = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    path.is_file().then_some(path)
}

/// WebKitGTK's test browser, in the folder of the machine's architecture.
fn mini_browser() -> Option<PathBuf> {
    let libraries = ["/usr/lib", "/usr/lib64", "/usr/libexec"];
    let mut folders: Vec<PathBuf> = libraries.iter().map(PathBuf::from).collect();
    folders.extend(
        std::fs::read_dir("/usr/lib")
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.to_string_lossy().contains("-linux-gnu")),
    );
    folders
        .iter()
        .flat_map(|folder| {
            ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"]
                .map(|version| folder.join(version).join("MiniBrowser"))
        })
        .find(|candidate| candidate.is_file())
}
