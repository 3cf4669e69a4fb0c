//! The engines. One more engine is one more arm in each function here.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use xtask::setup::browsers::{Engine, Installed};

/// The program and arguments that start a driver on a port.
pub fn driver_command(installed: &Installed, port: u16) -> (PathBuf, Vec<String>) {
    let driver = installed.driver.clone();
    match installed.engine {
        Engine::Chromium => (driver, vec![format!("--port={port}")]),
        Engine::Firefox => (
            driver,
            vec![
                format!("--port={port}"),
                // A fixed port for the other protocol would be taken by the second driver.
                "--websocket-port=0".into(),
            ],
        ),
        Engine::WebKit => (
            PathBuf::from("xvfb-run"),
            vec![
                "-a".into(),
                "--server-args=-screen 0 1600x1200x24".into(),
                driver.to_string_lossy().into_owned(),
                format!("--port={port}"),
            ],
        ),
    }
}

/// What a new session asks its driver for.
pub fn capabilities(installed: &Installed) -> Map<String, Value> {
    let asked = match installed.engine {
        Engine::Chromium => chromium(&installed.browser),
        Engine::Firefox => firefox(&installed.browser),
        Engine::WebKit => webkit(&installed.browser),
    };
    match asked {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// Everything off that would speak to the network by itself.
fn chromium(browser: &Path) -> Value {
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "binary": browser,
            "args": [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-extensions",
                "--disable-sync",
                "--force-color-profile=srgb",
                "--hide-scrollbars",
                "--lang=en-US",
                "--window-size=1440,900",
            ],
            "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
        },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

fn firefox(browser: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": browser,
            "args": ["-headless", "--width=1440", "--height=900"],
            "prefs": {
                "intl.accept_languages": "en-US",
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "app.normandy.enabled": false,
            },
        },
    })
}

fn webkit(browser: &Path) -> Value {
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            "binary": browser,
            "args": ["--automation"],
        },
    })
}
