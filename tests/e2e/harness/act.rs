//! What a person does.

use anyhow::{Context, Result, bail};
use fantoccini::Locator;
use serde_json::{Value, json};

use crate::find::by_id;
use crate::{Page, check, samples};

/// A paste as browsers dispatch it: an event with the text on its clipboard,
/// which the page may take; where it does not, the text goes into the control
/// and an `input` event follows. What is selected is replaced.
const PASTE: &str = "
    const [selector, text] = arguments;
    const control = document.querySelector(selector);
    if (!control) return false;
    control.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true });
    if (event.clipboardData?.getData('text/plain') !== text) {
        // Firefox leaves the clipboard of an event made by a script empty.
        Object.defineProperty(event, 'clipboardData', { value: clipboardData });
    }
    if (control.dispatchEvent(event)) {
        control.setRangeText(text, control.selectionStart ?? 0, control.selectionEnd ?? control.value.length, 'end');
        control.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', data: null, bubbles: true, composed: true }));
    }
    return true;";

/// The whole value at once, then a plain `input` event, as form fillers do it.
const INPUT: &str = "
    const [selector, text] = arguments;
    const control = document.querySelector(selector);
    if (!control) return false;
    control.focus();
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    return true;";

const SELECT_ALL: &str = "
    const control = document.querySelector(arguments[0]);
    if (!control) return false;
    control.focus();
    control.select();
    return true;";

const CHOOSE: &str = "
    const [selector, value] = arguments;
    const control = document.querySelector(selector);
    if (!control) return false;
    control.value = value;
    if (control.value !== value) return false;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
    return true;";

impl Page {
    /// Gives the page a workshop token that is still valid and its secret, and waits until they
    /// are judged.
    ///
    /// # Errors
    /// When the page is not open, or judges otherwise.
    pub async fn verify_workshop_token(&self) -> Result<()> {
        self.input("clock", samples::DURING).await?;
        self.paste("token-input", &samples::workshop("Patient")?)
            .await?;
        self.paste("key-input", &samples::secret()?).await?;
        self.expect_verdicts("ok", "valid", "ok").await
    }

    /// Replaces a control's text by a paste.
    ///
    /// # Errors
    /// When the control does not come.
    pub async fn paste(&self, id: &str, text: &str) -> Result<()> {
        self.on_control(SELECT_ALL, id, "").await?;
        self.on_control(PASTE, id, text).await
    }

    /// Replaces a control's text by a plain `input` event.
    ///
    /// # Errors
    /// When the control does not come.
    pub async fn input(&self, id: &str, text: &str) -> Result<()> {
        self.on_control(INPUT, id, text).await
    }

    /// The same for the first control of a CSS selector.
    ///
    /// # Errors
    /// When the control does not come.
    pub async fn input_in(&self, selector: &str, text: &str) -> Result<()> {
        self.wait_for(selector).await?;
        let done = self.run(INPUT, vec![json!(selector), json!(text)]).await?;
        if done != Value::Bool(true) {
            bail!("`{selector}` did not take {text:?}");
        }
        Ok(())
    }

    /// Types, key by key, behind what is there.
    ///
    /// # Errors
    /// When the control does not come or takes no keys.
    pub async fn type_keys(&self, id: &str, keys: &str) -> Result<()> {
        self.element(id).await?.send_keys(keys).await?;
        Ok(())
    }

    /// Selects all and presses Delete.
    ///
    /// # Errors
    /// When the control does not come.
    pub async fn empty(&self, id: &str) -> Result<()> {
        self.on_control(SELECT_ALL, id, "").await?;
        self.type_keys(id, &char::from(fantoccini::key::Key::Delete).to_string())
            .await
    }

    /// Clicks, as the mouse does: the element must be there and not covered.
    ///
    /// # Errors
    /// When it does not come or something lies over it.
    pub async fn click(&self, id: &str) -> Result<()> {
        self.element(id).await?.click().await?;
        Ok(())
    }

    /// Clicks the first element of a CSS selector.
    ///
    /// # Errors
    /// When it does not come or something lies over it.
    pub async fn click_on(&self, selector: &str) -> Result<()> {
        self.wait_for(selector).await?.click().await?;
        Ok(())
    }

    /// Chooses a value of a native `<select>`.
    ///
    /// # Errors
    /// When the control does not come or has no such value.
    pub async fn choose(&self, id: &str, value: &str) -> Result<()> {
        self.on_control(CHOOSE, id, value).await
    }

    /// Presses one key where the focus is; see `fantoccini::key::Key`.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press(&self, key: char) -> Result<()> {
        use fantoccini::actions::{InputSource, KeyAction, KeyActions};

        let actions = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        self.client().perform_actions(actions).await?;
        Ok(())
    }

    async fn element(&self, id: &str) -> Result<fantoccini::elements::Element> {
        self.wait_for(&by_id(id)).await
    }

    async fn wait_for(&self, selector: &str) -> Result<fantoccini::elements::Element> {
        check::soon(&format!("`{selector}` is there"), async || {
            let found = self.client().find_all(Locator::Css(selector)).await?;
            Ok(found.into_iter().next())
        })
        .await
    }

    async fn on_control(&self, script: &str, id: &str, text: &str) -> Result<()> {
        self.element(id).await?;
        let done = self
            .run(script, vec![json!(by_id(id)), json!(text)])
            .await
            .with_context(|| format!("`{id}` is no control of the kind expected"))?;
        if done != Value::Bool(true) {
            bail!("`{id}` did not take {text:?}");
        }
        Ok(())
    }
}
