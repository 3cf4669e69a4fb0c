//! The few drawings of the page. Each has its own outline, so that none depends on colour.

use crate::diagnostic::Severity;
use crate::ui::dom::{El, svg};

/// What an icon says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {
    /// A circle with a check mark: it holds.
    Check,
    /// A triangle with an exclamation mark: look again.
    Warning,
    /// An octagon with a cross: it does not hold.
    Cross,
    /// A ring with a dash: nothing to say.
    Nothing,
    /// A ring with dots: at it.
    Busy,
    /// A ring with an i.
    Info,
    /// The mark of the page.
    Mark,
}

impl Icon {
    /// What stands for a severity.
    pub const fn of(severity: Severity) -> Icon {
        match severity {
            Severity::Info => Icon::Info,
            Severity::Warning => Icon::Warning,
            Severity::Danger => Icon::Cross,
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Icon::Check => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM7.8 12.4l2.9 2.9 5.6-6",
            Icon::Warning => "M12 3.6 2.9 19.4h18.2L12 3.6ZM12 9.8v4.6M12 16.9v.2",
            Icon::Cross => "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3L8.3 3ZM9 9l6 6M15 9l-6 6",
            Icon::Nothing => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8.5 12h7",
            Icon::Busy => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM8 12v.1M12 12v.1M16 12v.1",
            Icon::Info => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.5M12 7.6v.1",
            Icon::Mark => "M5.5 7v10M12 7v10M18.5 7v10",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Icon::Mark => "icon icon-mark",
            _ => "icon",
        }
    }
}

/// Draws an icon. It is decoration: the word beside it says the same.
pub fn drawing(icon: impl Fn() -> Icon + Copy + 'static) -> El {
    let path = svg("path").attr("d", move || icon().path());
    svg("svg")
        .attr("class", move || icon().class())
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(path)
}

/// Draws an icon that stays.
pub fn fixed(icon: Icon) -> El {
    drawing(move || icon)
}
