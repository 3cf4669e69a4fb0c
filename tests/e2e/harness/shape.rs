//! Where things stand and what they look like.

use anyhow::{Context, Result};
use serde_json::json;

use crate::Page;

/// An element's box in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, serde::Deserialize)]
pub struct Rectangle {
    /// From the left of the document.
    pub x: f64,
    /// From the top of the document.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

const BOX: &str = "
    const element = document.querySelector(arguments[0]);
    if (!element) return null;
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + scrollX, y: y + scrollY, width, height };";

const IN_WINDOW: &str = "
    const element = document.querySelector(arguments[0]);
    if (!element) return null;
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };";

impl Page {
    /// Where the first element of a CSS selector stands in the document.
    ///
    /// # Errors
    /// When there is none.
    pub async fn place(&self, selector: &str) -> Result<Rectangle> {
        self.measured(BOX, selector).await
    }

    /// Where it stands in the window, which may have been scrolled.
    ///
    /// # Errors
    /// When there is none.
    pub async fn place_in_window(&self, selector: &str) -> Result<Rectangle> {
        self.measured(IN_WINDOW, selector).await
    }

    async fn measured(&self, script: &str, selector: &str) -> Result<Rectangle> {
        let found = self.run(script, vec![json!(selector)]).await?;
        serde_json::from_value(found).with_context(|| format!("nothing is `{selector}`"))
    }

    /// One property of every element of a CSS selector, as the browser computed it.
    ///
    /// # Errors
    /// When the selector is none.
    pub async fn styles(&self, selector: &str, property: &str) -> Result<Vec<String>> {
        let found = self
            .run(
                "return [...document.querySelectorAll(arguments[0])]
                    .map(element => getComputedStyle(element).getPropertyValue(arguments[1]));",
                vec![json!(selector), json!(property)],
            )
            .await?;
        Ok(serde_json::from_value(found)?)
    }

    /// How much wider the document is than the window, and what sticks out.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn sticks_out(&self) -> Result<Vec<String>> {
        let found = self
            .run(
                "const root = document.documentElement;
                 if (root.scrollWidth <= root.clientWidth) return [];
                 return [`${root.scrollWidth} > ${root.clientWidth}`].concat(
                     [...document.querySelectorAll('body *')]
                         .filter(element => element.getBoundingClientRect().right > root.clientWidth + 1)
                         .map(element => `${element.tagName} ${element.className} ${element.dataset.testid ?? ''}`));",
                vec![],
            )
            .await?;
        Ok(serde_json::from_value(found)?)
    }

    /// Scrolls the window to this height and says how far it came.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn scroll_to(&self, y: f64) -> Result<f64> {
        let script = "window.scrollTo({ top: arguments[0], behavior: 'instant' }); return scrollY;";
        let came = self.run(script, vec![json!(y)]).await?;
        came.as_f64().context("no number")
    }
}
