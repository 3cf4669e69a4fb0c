//! What a finger has to hit: WCAG 2.2 §2.5.8, Target Size (Minimum).

use anyhow::Result;

use crate::Page;

/// A target is a control with its label. It is 24 by 24 CSS pixels, or a circle of that diameter
/// around its middle meets no other target and no circle of another small one, or it stands in a
/// sentence. What lies over the page is compared with what lies there.
const SMALL: &str = "
    const LEAST = 24 - 0.05;
    const modal = document.querySelector('dialog:modal');
    const shown = element => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
        && !element.closest('[inert]') && !element.matches(':disabled');
    const controls = [...(modal ?? document).querySelectorAll(
        'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=tab]')];
    const around = elements => {
        const boxes = elements.map(element => element.getBoundingClientRect()).filter(box => box.width > 1.5 && box.height > 1.5);
        if (boxes.length === 0) return null;
        const left = Math.min(...boxes.map(box => box.left)), right = Math.max(...boxes.map(box => box.right));
        const top = Math.min(...boxes.map(box => box.top)), bottom = Math.max(...boxes.map(box => box.bottom));
        return { left, right, top, bottom, width: right - left, height: bottom - top, x: (left + right) / 2, y: (top + bottom) / 2 };
    };
    const layer = element => {
        for (let at = element; at; at = at.parentElement) {
            if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return at;
        }
        return document.body;
    };
    // Text of the same paragraph beside it, that is no target itself.
    const inSentence = element => {
        if (getComputedStyle(element).display !== 'inline') return false;
        let block = element.parentElement;
        while (getComputedStyle(block).display === 'inline') block = block.parentElement;
        const own = [...block.querySelectorAll('a, button')].reduce((text, one) => text.replace(one.textContent, ''), block.textContent);
        return /\\p{L}{2}/u.test(own);
    };
    const targets = controls.filter(shown).map(element => {
        const labels = [...(element.labels ?? [])].filter(shown);
        return { element, box: around([element, ...labels]), layer: layer(element) };
    }).filter(({ box }) => box);
    const isSmall = ({ box }) => box.width < LEAST || box.height < LEAST;
    const meets = (one, other) => {
        const x = Math.max(other.box.left - one.box.x, 0, one.box.x - other.box.right);
        const y = Math.max(other.box.top - one.box.y, 0, one.box.y - other.box.bottom);
        const gap = isSmall(other) ? Math.hypot(one.box.x - other.box.x, one.box.y - other.box.y) - 12 : Infinity;
        return Math.min(Math.hypot(x, y), gap) < 12 - 0.05;
    };
    const name = ({ element, box }) => `${element.localName}.${element.className}[${element.dataset.testid ?? element.id}] `
        + `'${element.textContent.trim().slice(0, 30)}' ${box.width.toFixed(1)}x${box.height.toFixed(1)}`;
    const small = targets.filter(isSmall).filter(({ element }) => !inSentence(element));
    return {
        count: targets.length,
        complaints: small.flatMap(one => {
            const other = targets.find(other => other !== one && other.layer === one.layer && meets(one, other));
            return other ? [`${name(one)} is close to ${name(other)}`] : [];
        }),
    };";

/// What was looked at, and what is wrong with it.
#[derive(Debug, serde::Deserialize)]
pub struct Targets {
    /// How many there are.
    pub count: usize,
    /// Those that are too small and too close to another.
    pub complaints: Vec<String>,
}

impl Page {
    /// Every target that is in the page now.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn targets(&self) -> Result<Targets> {
        Ok(serde_json::from_value(self.run(SMALL, vec![]).await?)?)
    }
}
