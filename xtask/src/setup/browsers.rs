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

/// Begins the lines in which the tests say what each engine ran.
pub const RAN: &str = "engine ";

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

/// The engines that a run is for, and how much of it is for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// All engines: every test in the first, and in the others those tests whose outcome is the
    /// engine's doing.
    Usual,
    /// These, with every test that each can run.
    Named(Vec<Engine>),
}

impl Wanted {
    /// By `E2E_ENGINES`: names with commas between them, or `all`. Without it: the usual.
    ///
    /// # Errors
    /// For a name that is none of theirs.
    pub fn by_environment() -> Result<Self> {
        Self::of(&std::env::var("E2E_ENGINES").unwrap_or_default())
    }

    fn of(list: &str) -> Result<Self> {
        match list.trim() {
            "" => Ok(Self::Usual),
            "all" => Ok(Self::Named(Engine::ALL.to_vec())),
            list => {
                let named = list.split(',').map(|name| Engine::named(name.trim()));
                Ok(Self::Named(named.collect::<Result<_>>()?))
            }
        }
    }

    /// The engines, the usual one first.
    pub fn engines(&self) -> &[Engine] {
        match self {
            Self::Usual => &Engine::ALL,
            Self::Named(engines) => engines,
        }
    }

    /// Whether this engine runs every test that it can.
    pub fn is_all_for(&self, engine: Engine) -> bool {
        match self {
            Self::Usual => Engine::ALL.first() == Some(&engine),
            Self::Named(engines) => engines.contains(&engine),
        }
    }
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
    found(engines)
}

/// Where the engines are. Names those loudly that are not there.
///
/// # Errors
/// In CI, when one of them is missing.
pub fn found(engines: &[Engine]) -> Result<Vec<Installed>> {
    let need = match workspace::in_ci() {
        true => Need::EveryOne,
        false => Need::WhatIsThere,
    };
    let answers = engines.iter().map(|engine| (*engine, engine.find()));
    let (there, words) = go_on_with(answers.collect(), need)?;
    if let Some(words) = words {
        step(&words);
    }
    Ok(there)
}

/// What becomes of a run when an engine is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    /// It fails.
    EveryOne,
    /// It goes on with the others.
    WhatIsThere,
}

/// The engines that are there, and what is to be said of the others.
///
/// # Errors
/// With the same words, when every engine is needed.
fn go_on_with(
    answers: Vec<(Engine, Result<Installed>)>,
    need: Need,
) -> Result<(Vec<Installed>, Option<String>)> {
    let mut there = Vec::new();
    let mut missing = String::new();
    for (engine, answer) in answers {
        match answer {
            Ok(installed) => there.push(installed),
            Err(error) => missing.push_str(&format!(
                "\n  {error:#}\n    Debian, Ubuntu: apt-get install {}; elsewhere put browser and driver on PATH",
                engine.packages().join(" ")
            )),
        }
    }
    if missing.is_empty() {
        return Ok((there, None));
    }
    let words = format!("BROWSERS MISSING, their tests cannot run:{missing}");
    match need {
        Need::EveryOne => bail!("{words}"),
        Need::WhatIsThere => Ok((there, Some(words))),
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

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use anyhow::{Result, anyhow};

    use super::{Engine, Installed, Need, Wanted, go_on_with};

    /// All engines, those named of them missing.
    fn without(missing: &[Engine]) -> Vec<(Engine, Result<Installed>)> {
        let find = |engine: Engine| match missing.contains(&engine) {
            true => Err(anyhow!("{}: its WebDriver is not here", engine.name())),
            false => Ok(Installed {
                engine,
                browser: PathBuf::from("browser"),
                driver: PathBuf::from("driver"),
            }),
        };
        Engine::ALL
            .map(|engine| (engine, find(engine)))
            .into_iter()
            .collect()
    }

    #[test]
    fn where_every_engine_is_there_nothing_is_said() {
        for need in [Need::EveryOne, Need::WhatIsThere] {
            let (there, words) = go_on_with(without(&[]), need).unwrap();
            assert_eq!(there.len(), Engine::ALL.len());
            assert_eq!(words, None);
        }
    }

    #[test]
    fn in_ci_a_missing_engine_is_an_error_that_names_it() {
        for missing in Engine::ALL {
            let error = go_on_with(without(&[missing]), Need::EveryOne).unwrap_err();
            names_only(&error.to_string(), &[missing]);
        }
    }

    #[test]
    fn elsewhere_the_missing_are_named_and_the_others_go_on() {
        let missing = [Engine::Chromium, Engine::WebKit];
        let (there, words) = go_on_with(without(&missing), Need::WhatIsThere).unwrap();
        let there: Vec<Engine> = there.iter().map(|one| one.engine).collect();
        assert_eq!(there, [Engine::Firefox]);
        names_only(&words.unwrap(), &missing);
        let (there, words) = go_on_with(without(&Engine::ALL), Need::WhatIsThere).unwrap();
        assert!(there.is_empty());
        names_only(&words.unwrap(), &Engine::ALL);
    }

    /// Loud, and with what is to be installed for each.
    fn names_only(words: &str, missing: &[Engine]) {
        assert!(words.starts_with("BROWSERS MISSING"), "{words}");
        for engine in Engine::ALL {
            let is_named = words.contains(&format!("{}: its WebDriver", engine.name()));
            let packages = format!("apt-get install {}", engine.packages().join(" "));
            let expected = missing.contains(&engine);
            assert_eq!(is_named, expected, "{words}");
            assert_eq!(words.contains(&packages), expected, "{words}");
        }
    }

    #[test]
    fn without_a_word_every_engine_is_wanted_and_one_runs_everything() {
        let usual = Wanted::of(" ").unwrap();
        assert_eq!(usual.engines(), Engine::ALL);
        let of_all = Engine::ALL.map(|engine| usual.is_all_for(engine));
        assert_eq!(of_all, [true, false, false]);
    }

    #[test]
    fn engines_that_are_named_run_everything() {
        for (list, engines) in [
            ("all", &Engine::ALL[..]),
            ("webkit", &[Engine::WebKit]),
            ("firefox, chromium", &[Engine::Firefox, Engine::Chromium]),
        ] {
            let named = Wanted::of(list).unwrap();
            assert_eq!(named.engines(), engines, "{list}");
            assert!(engines.iter().all(|engine| named.is_all_for(*engine)));
        }
        assert!(Wanted::of("chromium,opera").is_err());
    }
}
