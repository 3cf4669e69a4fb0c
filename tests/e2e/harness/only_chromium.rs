//! What only Chromium's driver can do: DevTools commands, and its logs.

use anyhow::{Context, Result};
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::Page;

/// A `POST` below the session.
#[derive(Debug)]
struct Post {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Post {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

impl Page {
    /// A command of the DevTools protocol.
    ///
    /// # Errors
    /// When the browser refuses it, or is not Chromium.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        let post = Post {
            path: "goog/cdp/execute",
            body: json!({ "cmd": command, "params": parameters }),
        };
        Ok(self.client().issue_cmd(post).await?)
    }

    /// Dark or light, as the system would say it.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn emulate_scheme(&self, scheme: &str) -> Result<()> {
        self.emulate_media(&[("prefers-color-scheme", scheme)])
            .await
    }

    /// Media features as the system would set them; all others as they are.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn emulate_media(&self, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> = features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        )
        .await?;
        Ok(())
    }

    /// The inside of the window in CSS pixels, a phone below 600 of them.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn emulate_size(&self, width: u32, height: u32) -> Result<()> {
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({
                "width": width,
                "height": height,
                "deviceScaleFactor": 1,
                "mobile": width < 600,
            }),
        )
        .await?;
        Ok(())
    }

    /// A window of 1280 by 1024 at 400 %: WCAG 2.2 §1.4.10.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn zoom_to_400(&self) -> Result<()> {
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false }),
        )
        .await?;
        Ok(())
    }

    /// Slows the processor down by a factor.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn slow_down(&self, factor: u32) -> Result<()> {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": factor }))
            .await?;
        Ok(())
    }

    /// The console's lines since this was last asked, errors and others.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn console(&self) -> Result<Vec<String>> {
        let entries = self.log("browser").await?;
        Ok(entries
            .iter()
            .map(|entry| {
                let word = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default();
                format!("{} {}: {}", word("level"), word("source"), word("message"))
            })
            .collect())
    }

    /// The addresses of the page's requests since this was last asked, its workers'
    /// left out.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub async fn requests(&self) -> Result<Vec<String>> {
        let mut urls = Vec::new();
        for entry in self.log("performance").await? {
            let message = entry
                .get("message")
                .and_then(Value::as_str)
                .context("a log entry without a message")?;
            let message: Value = serde_json::from_str(message)?;
            if message.pointer("/message/method") == Some(&json!("Network.requestWillBeSent"))
                && let Some(url) = message.pointer("/message/params/request/url")
            {
                urls.extend(url.as_str().map(String::from));
            }
        }
        Ok(urls)
    }

    async fn log(&self, kind: &str) -> Result<Vec<Value>> {
        let post = Post {
            path: "se/log",
            body: json!({ "type": kind }),
        };
        match self.client().issue_cmd(post).await? {
            Value::Array(entries) => Ok(entries),
            other => anyhow::bail!("not a log: {other}"),
        }
    }
}
