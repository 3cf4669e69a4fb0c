//! A person without a mouse.

use anyhow::{Result, bail};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::json;

use crate::Page;
use crate::find::Found;

/// More stops than any screen has.
const MOST_STOPS: usize = 80;

const FOCUSED: &str = "
    const element = document.activeElement ?? document.body;
    return {
        text: element.textContent.slice(0, 200),
        value: typeof element.value === 'string' ? element.value : null,
        attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
        is_visible: element.getClientRects().length > 0,
    };";

/// A ring is seen: an outline or a shadow on the element with the focus, or on the face that
/// stands for a control that is itself hidden from sight.
const RING: &str = "
    const shows = element => {
        if (!element) return false;
        const style = getComputedStyle(element);
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    };
    const element = document.activeElement;
    return shows(element) || shows(element.nextElementSibling) || shows(element.parentElement);";

impl Page {
    /// What has the focus.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn focused(&self) -> Result<Found> {
        Ok(serde_json::from_value(self.run(FOCUSED, vec![]).await?)?)
    }

    /// Whether the focus can be seen.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn focus_is_seen(&self) -> Result<bool> {
        Ok(self.run(RING, vec![]).await? == json!(true))
    }

    /// Presses Tab until the focus is on an element that is looked for. Every stop on the way
    /// must show that it has the focus.
    ///
    /// # Errors
    /// When it never comes there, or a stop does not show it.
    pub async fn tab_to(&self, what: &str, is_it: impl Fn(&Found) -> bool) -> Result<()> {
        let mut stops = Vec::new();
        for _ in 0..MOST_STOPS {
            self.press(Key::Tab.into()).await?;
            let stop = self.focused().await?;
            if !self.focus_is_seen().await? {
                bail!("the focus cannot be seen on {stop:?}");
            }
            if is_it(&stop) {
                return Ok(());
            }
            stops.push(format!(
                "{}#{}",
                stop.attribute("class"),
                stop.attribute("id")
            ));
        }
        bail!("Tab never comes to {what}; it came to {stops:?}")
    }

    /// Presses Tab until the focus is on this `data-testid`.
    ///
    /// # Errors
    /// As [`Page::tab_to`].
    pub async fn tab_to_id(&self, id: &str) -> Result<()> {
        self.tab_to(id, |stop| stop.attribute("data-testid") == id)
            .await
    }

    /// Holds one key while another is pressed.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press_with(&self, held: Key, key: char) -> Result<()> {
        self.press_with_all(&[held], key).await
    }

    /// Holds several keys while another is pressed.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press_with_all(&self, held: &[Key], key: char) -> Result<()> {
        let mut actions = KeyActions::new("keyboard".into());
        for held in held {
            let value = char::from(*held);
            actions = actions.then(KeyAction::Down { value });
        }
        actions = actions
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        for held in held.iter().rev() {
            let value = char::from(*held);
            actions = actions.then(KeyAction::Up { value });
        }
        self.client().perform_actions(actions).await?;
        Ok(())
    }
}
