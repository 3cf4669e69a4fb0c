//! A text to look at and take along: its name, buttons to copy and to save it, the text.

use super::copy_button::copy_button;
use crate::browser::file;
use crate::ui::dom::{El, button, el};
use crate::ui::text::t;

/// What the block is.
#[derive(Clone, Copy, Debug)]
pub struct TextBlock {
    /// `data-testid` of the text.
    pub id: &'static str,
    /// The key of its name.
    pub title: &'static str,
    /// The key of the copy button's name.
    pub copy: &'static str,
    /// Under which name it is saved, and as what; `None` where nobody would.
    pub file: Option<(&'static str, &'static str)>,
}

/// The block; its buttons are there while there is a text.
pub fn text_block(block: TextBlock, text: impl Fn() -> String + Copy + 'static) -> El {
    let is_empty = move || text().is_empty();
    let save = block.file.map(|(name, media_type)| {
        button("button-quiet", move || {
            file::save(name, media_type, &text())
        })
        .attr("aria-label", format!("{} {name}", t("save")()))
        .child(t("save"))
    });
    let buttons = el("div", "button-row")
        .hidden(is_empty)
        .child(copy_button(block.copy, text))
        .child(save);
    let pre = el("pre", "text-block-text")
        .id(block.id)
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", t(block.title))
        .attr("translate", "no")
        .attr("spellcheck", "false")
        .child(text);
    el("div", "text-block")
        .child(
            el("div", "panel-head")
                .child(el("h3", "text-block-title").child(t(block.title)))
                .child(buttons),
        )
        .child(pre)
}

/// A list to choose from with its label.
pub fn select_field(id: &'static str, label: &'static str, select: El) -> El {
    el("div", "field")
        .child(el("label", "field-label").attr("for", id).child(t(label)))
        .child(select)
}
