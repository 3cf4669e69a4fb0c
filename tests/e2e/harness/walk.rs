//! The whole way of Tab: whatever can be used is come to, shows it, and lies under nothing. And
//! what only a mouse could do.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::Page;

/// Boxes that scroll are stops of their own in Chromium, and are not counted beforehand.
const SPARE_STOPS: usize = 40;

/// Finds what Tab has to come to, and keeps how it looks without the focus.
const PREPARE: &str = "
    const modal = document.querySelector('dialog:modal');
    const shown = element => element.checkVisibility({ visibilityProperty: true })
        && !element.closest('[inert]') && !element.matches(':disabled');
    // Of a group of radio buttons Tab comes to one.
    const stands = element => element.type !== 'radio' || element.checked
        || ![...document.querySelectorAll(`input[type=radio][name='${element.name}']`)].some(one => one.checked);
    const all = (modal ?? document).querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]');
    window.stops = [...all].filter(element => element.tabIndex >= 0 && shown(element) && stands(element));
    // The face of a control that is hidden from sight stands beside it or around it.
    window.faces = element => [element, element.parentElement, ...(element.parentElement?.children ?? [])];
    window.ring = element => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
        const width = outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
        return { key: `${width} ${outlineStyle} ${outlineColor} ${boxShadow}`, width, outlineColor, boxShadow };
    };
    window.unfocused = new Map();
    document.activeElement?.blur();
    for (const stop of window.stops) {
        for (const face of window.faces(stop)) window.unfocused.set(face, window.ring(face).key);
    }
    window.reached = new Set();
    window.scrollTo(0, 0);
    return window.stops.length;";

/// What is wrong where the focus is now.
const STOP: &str = "
    const at = document.activeElement;
    if (!at || at === document.body || at === document.documentElement) return { index: -1, name: '', complaints: [] };
    const index = window.stops.indexOf(at);
    window.reached.add(index);
    const name = `${at.localName}.${at.className}[${at.dataset.testid ?? at.id}] '${(at.textContent || at.value || '').trim().slice(0, 30)}'`;
    const complaints = [];
    const numbers = text => (text.match(/[\\d.]+(?:e-?\\d+)?/g) ?? []).map(Number);
    const colour = text => {
        if (text.startsWith('color(srgb')) {
            const [r, g, b, a = 1] = numbers(text.slice(10));
            return [r * 255, g * 255, b * 255, a];
        }
        const [r, g, b, a = 1] = numbers(text);
        return [r, g, b, a];
    };
    const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
    const ground = element => {
        const layers = [];
        for (let on = element; on; on = on.parentElement) {
            const layer = colour(getComputedStyle(on).backgroundColor);
            layers.push(layer);
            if (layer[3] === 1) break;
        }
        return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255, 1]);
    };
    const luminance = ([r, g, b]) => [r, g, b].map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const contrast = (one, other) => {
        const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    const opacity = element => {
        let all = 1;
        for (let on = element; on; on = on.parentElement) all *= Number(getComputedStyle(on).opacity);
        return all;
    };
    const isSeen = element => {
        const { width, height } = element.getBoundingClientRect();
        return width > 2 && height > 2 && opacity(element) > 0.5;
    };
    const shows = window.faces(at).filter(isSeen).find(face => {
        const { key, width, boxShadow } = window.ring(face);
        return key !== (window.unfocused.get(face) ?? '') && (width >= 2 || boxShadow !== 'none');
    });
    if (!shows) complaints.push('the focus cannot be seen');
    else if (window.ring(shows).width > 0) {
        const outside = parseFloat(getComputedStyle(shows).outlineOffset) >= 0;
        const under = ground(outside ? shows.parentElement : shows);
        const found = contrast(over(colour(window.ring(shows).outlineColor), under), under);
        if (found < 3) complaints.push(`the focus is too faint: ${found.toFixed(2)}`);
    }
    // WCAG 2.2 2.4.11: not all of it lies under something else.
    const whole = (isSeen(at) ? at : shows ?? at).getBoundingClientRect();
    const [left, top] = [Math.max(whole.left, 0), Math.max(whole.top, 0)];
    const [right, bottom] = [Math.min(whole.right, innerWidth), Math.min(whole.bottom, innerHeight)];
    const share = [0.02, 0.25, 0.5, 0.75, 0.98];
    const places = left < right && top < bottom
        ? share.flatMap(x => share.map(y => [left + x * (right - left), top + y * (bottom - top)])) : [];
    const label = at.closest('label');
    const own = hit => hit && (at.contains(hit) || hit.contains(at) || label?.contains(hit) || window.faces(at).slice(2).some(face => face === hit));
    if (places.length === 0) complaints.push(`it is not in view: ${whole.top.toFixed(0)} to ${whole.bottom.toFixed(0)} of ${innerHeight}`);
    else if (!places.some(([x, y]) => own(document.elementFromPoint(x, y)))) {
        const [x, y] = places[places.length >> 1];
        const by = document.elementFromPoint(x, y);
        complaints.push(`it lies under ${by?.localName}.${by?.className}`);
    }
    return { index, name, complaints };";

const MISSED: &str = "
    return window.stops.filter((stop, index) => !window.reached.has(index) && stop.isConnected)
        .map(at => `${at.localName}.${at.className}[${at.dataset.testid ?? at.id}] '${at.textContent.trim().slice(0, 30)}'`);";

#[derive(serde::Deserialize)]
struct Stop {
    index: i64,
    name: String,
    complaints: Vec<String>,
}

/// The way around.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By Tab.
    Forward,
    /// By Shift and Tab, which brings things into view at the upper edge.
    Back,
}

/// What was come to, and what is wrong with it.
#[derive(Debug)]
pub struct Walk {
    /// How many stops there were.
    pub stops: usize,
    /// What is wrong.
    pub complaints: Vec<String>,
}

impl Page {
    /// Presses Tab, or Shift and Tab, until it has been all around.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn walk(&self, way: Way) -> Result<Walk> {
        let expected = self.run(PREPARE, vec![]).await?;
        let expected = usize::try_from(expected.as_u64().context("no number of stops")?)?;
        let mut walk = Walk {
            stops: 0,
            complaints: Vec::new(),
        };
        let mut first = None;
        for _ in 0..=expected + SPARE_STOPS {
            match way {
                Way::Forward => self.press(Key::Tab.into()).await?,
                Way::Back => self.press_with(Key::Shift, Key::Tab.into()).await?,
            }
            let stop: Stop = serde_json::from_value(self.run(STOP, vec![]).await?)?;
            if stop.index >= 0 && first == Some(stop.index) {
                break;
            }
            if stop.index >= 0 {
                first = first.or(Some(stop.index));
            }
            walk.stops += usize::from(!stop.name.is_empty());
            let said = stop.complaints.iter();
            walk.complaints
                .extend(said.map(|complaint| format!("{}: {complaint}", stop.name)));
        }
        let missed: Vec<String> = serde_json::from_value(self.run(MISSED, vec![]).await?)?;
        let missed = missed
            .iter()
            .map(|name| format!("Tab never comes to {name}"));
        walk.complaints.extend(missed);
        Ok(walk)
    }

    /// Elements that act on a click, are no control by themselves, and take no key.
    ///
    /// # Errors
    /// When the browser does not answer, or is not Chromium, or nothing acts on a click at all.
    pub async fn mouse_alone(&self) -> Result<Vec<String>> {
        let root = self
            .devtools(
                "Runtime.evaluate",
                json!({ "expression": "document.documentElement" }),
            )
            .await?;
        let found = self
            .devtools(
                "DOMDebugger.getEventListeners",
                json!({ "objectId": root.pointer("/result/objectId"), "depth": -1 }),
            )
            .await?;
        let mut events: BTreeMap<u64, Vec<String>> = BTreeMap::new();
        for listener in found
            .get("listeners")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let node = listener
                .get("backendNodeId")
                .and_then(Value::as_u64)
                .context("no node")?;
            let kind = listener
                .get("type")
                .and_then(Value::as_str)
                .unwrap_or_default();
            events.entry(node).or_default().push(kind.to_owned());
        }
        let pointer = [
            "click",
            "dblclick",
            "mousedown",
            "mouseup",
            "pointerdown",
            "pointerup",
            "touchstart",
            "touchend",
        ];
        events.retain(|_, kinds| kinds.iter().any(|kind| pointer.contains(&kind.as_str())));
        anyhow::ensure!(!events.is_empty(), "nothing acts on a click");
        let mut alone = Vec::new();
        for (node, kinds) in events {
            let described = self
                .devtools("DOM.describeNode", json!({ "backendNodeId": node }))
                .await?;
            let name = described
                .pointer("/node/localName")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let attributes: Vec<&str> = described
                .pointer("/node/attributes")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .collect();
            let has = |name: &str| attributes.iter().step_by(2).any(|one| *one == name);
            let is_control = ["button", "input", "select", "textarea", "summary", "label"]
                .contains(&name)
                || name == "a" && has("href");
            let takes_keys = has("tabindex") && kinds.iter().any(|kind| kind == "keydown");
            if !is_control && !takes_keys {
                alone.push(format!("{name} {attributes:?} acts on {kinds:?} alone"));
            }
        }
        Ok(alone)
    }
}
