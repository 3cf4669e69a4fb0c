//! What stands on the page, by the names of the test contract.
//!
//! Everything here looks once. To look until it is so, see [`crate::check`].

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::Page;

/// What a script can find out about one element.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
pub struct Found {
    /// The text content.
    pub text: String,
    /// The value, for a control that has one.
    pub value: Option<String>,
    /// All attributes.
    pub attributes: std::collections::BTreeMap<String, String>,
    /// Has a box on the page.
    pub is_visible: bool,
}

impl Found {
    /// An attribute's value, empty when it is not there.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

const LOOK: &str = "
    return [...document.querySelectorAll(arguments[0])].map(element => ({
        text: element.textContent,
        value: 'value' in element && typeof element.value === 'string' ? element.value : null,
        attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
        is_visible: element.getClientRects().length > 0,
    }));";

/// The selector of a `data-testid`.
pub fn by_id(id: &str) -> String {
    format!("[data-testid=\"{id}\"]")
}

impl Page {
    /// All elements of a CSS selector, in the order of the page.
    ///
    /// # Errors
    /// When the selector is none.
    pub async fn all(&self, selector: &str) -> Result<Vec<Found>> {
        let found = self.run(LOOK, vec![json!(selector)]).await?;
        serde_json::from_value(found).context("the page's answer is not understood")
    }

    /// The first element of a CSS selector, where there is one.
    ///
    /// # Errors
    /// When the selector is none.
    pub async fn first(&self, selector: &str) -> Result<Option<Found>> {
        Ok(self.all(selector).await?.into_iter().next())
    }

    /// The one element with a `data-testid`.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn one(&self, id: &str) -> Result<Found> {
        self.first(&by_id(id))
            .await?
            .with_context(|| format!("nothing on the page is `{id}`"))
    }

    /// All elements with a `data-testid`.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn every(&self, id: &str) -> Result<Vec<Found>> {
        self.all(&by_id(id)).await
    }

    /// The `data-state` of an element.
    ///
    /// # Errors
    /// When the element is not there.
    pub async fn state(&self, id: &str) -> Result<String> {
        Ok(self.one(id).await?.attribute("data-state").to_string())
    }

    /// The text of an element.
    ///
    /// # Errors
    /// When the element is not there.
    pub async fn text(&self, id: &str) -> Result<String> {
        Ok(self.one(id).await?.text)
    }

    /// What a person can read in the first element of a CSS selector: hidden text left out.
    ///
    /// # Errors
    /// When there is none.
    pub async fn text_of(&self, selector: &str) -> Result<String> {
        let script = "return document.querySelector(arguments[0])?.innerText ?? null";
        let text = self.run(script, vec![json!(selector)]).await?;
        let text = text.as_str().map(String::from);
        text.with_context(|| format!("nothing on the page is `{selector}`"))
    }

    /// The value of a control.
    ///
    /// # Errors
    /// When it is not there or is no control.
    pub async fn value(&self, id: &str) -> Result<String> {
        self.one(id)
            .await?
            .value
            .with_context(|| format!("`{id}` has no value"))
    }

    /// The `data-code` of every element with this `data-testid`.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn codes(&self, id: &str) -> Result<Vec<String>> {
        let all = self.every(id).await?;
        Ok(all
            .iter()
            .map(|found| found.attribute("data-code").to_string())
            .collect())
    }

    /// The element of a claim, by its exact name, in `header` or `payload`.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn claim(&self, part: &str, name: &str) -> Result<Option<Found>> {
        let all = self.every("claim").await?;
        Ok(all.into_iter().find(|found| {
            found.attribute("data-claim") == name && found.attribute("data-in") == part
        }))
    }

    /// The content of a `<meta name>`.
    ///
    /// # Errors
    /// When there is none of that name.
    pub async fn meta(&self, name: &str) -> Result<String> {
        let found = self.first(&format!("meta[name=\"{name}\"]")).await?;
        let found = found.with_context(|| format!("there is no <meta name={name}>"))?;
        Ok(found.attribute("content").to_string())
    }

    /// Addresses of what the page itself loaded, as the page can see them.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn loaded(&self) -> Result<Vec<String>> {
        let names = self
            .run(
                "return performance.getEntriesByType('resource').map(entry => entry.name)",
                vec![],
            )
            .await?;
        match names {
            Value::Array(names) => Ok(names
                .iter()
                .filter_map(Value::as_str)
                .map(String::from)
                .collect()),
            other => anyhow::bail!("not a list: {other}"),
        }
    }
}
