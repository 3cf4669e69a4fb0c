//! The engines. One more engine is one more arm in each function here.

use std::net::SocketAddr;
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

/// What a new session asks its driver for. Behind a proxy the browser asks it for everything,
/// also for what is on this machine, which browsers leave out unless they are told.
pub fn capabilities(installed: &Installed, proxy: Option<SocketAddr>) -> Map<String, Value> {
    let mut asked = match installed.engine {
        Engine::Chromium => chromium(&installed.browser),
        Engine::Firefox => firefox(&installed.browser),
        Engine::WebKit => webkit(&installed.browser),
    };
    if let Some(proxy) = proxy {
        ask_by_proxy(&mut asked, installed.engine, proxy);
    }
    match asked {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// What an engine asks for by itself although everything is switched off that has a switch, as a
/// proxy is asked for it, which refuses it.
pub const fn asks_by_itself(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Chromium => &[
            // Newer components, such as lists of revoked certificates.
            "CONNECT update.googleapis.com:443",
            "POST http://update.googleapis.com/service/update2/json",
            // Whether anybody is signed in.
            "CONNECT accounts.google.com:443",
        ],
        // Its settings; in a release no setting says from where.
        Engine::Firefox => &["CONNECT firefox.settings.services.mozilla.com:443"],
        Engine::WebKit => &[],
    }
}

fn ask_by_proxy(asked: &mut Value, engine: Engine, proxy: SocketAddr) {
    match engine {
        Engine::Chromium => {
            let given = asked.pointer_mut("/goog:chromeOptions/args");
            if let Some(Value::Array(given)) = given {
                given.push(json!(format!("--proxy-server=http://{proxy}")));
                given.push(json!("--proxy-bypass-list=<-loopback>"));
            }
        }
        Engine::Firefox => {
            let given = asked.pointer_mut("/moz:firefoxOptions/prefs");
            if let Some(Value::Object(given)) = given {
                given.extend([
                    ("network.proxy.type".into(), json!(1)),
                    ("network.proxy.http".into(), json!(proxy.ip())),
                    ("network.proxy.http_port".into(), json!(proxy.port())),
                    ("network.proxy.ssl".into(), json!(proxy.ip())),
                    ("network.proxy.ssl_port".into(), json!(proxy.port())),
                    ("network.proxy.no_proxies_on".into(), json!("")),
                    (
                        "network.proxy.allow_hijacking_localhost".into(),
                        json!(true),
                    ),
                ]);
            }
        }
        Engine::WebKit => {
            // WebDriver's own word for it, `proxy`, would have requests for https speak TLS with the
            // proxy itself, which then could not tell where they want to go.
            let given = asked.pointer_mut("/webkitgtk:browserOptions/args");
            if let Some(Value::Array(given)) = given {
                given.push(json!(format!("--proxy=http://{proxy}")));
            }
        }
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
                // What it would ask for by itself: the time, what forms are for, hints on pages.
                "--disable-features=NetworkTimeServiceQuerying,AutofillServerCommunication,OptimizationHints,OptimizationHintsFetching,OptimizationGuideModelDownloading",
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
