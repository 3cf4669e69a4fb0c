//! Make, keep, convert and publish keys.

use crate::ui::components::keys::certificate::certificate;
use crate::ui::components::keys::convert::convert;
use crate::ui::components::keys::made::made;
use crate::ui::components::keys::make::make;
use crate::ui::components::keys::publish::publish;
use crate::ui::components::keys::shelf::shelf;
use crate::ui::components::keys::story::story;
use crate::ui::deep_link::Screen;
use crate::ui::dom::{El, el};
use crate::ui::session::session;
use crate::ui::state::Memo;
use crate::ui::text::speech;

/// See the module. It is drawn when it is shown for the first time and its texts are there.
pub fn keys() -> El {
    let (session, speech) = (session(), speech());
    let is_wanted = Memo::new(move |before: Option<&bool>| {
        before.is_some_and(|before| *before)
            || (session.screen.get() == Screen::Keys && speech.is_complete())
    });
    let content = move || {
        is_wanted.get().then(|| {
            let top = el("div", "keys-top")
                .child(el("div", "column-in").child(make()).child(shelf()))
                .child(el("div", "column-out").child(made()));
            [top, convert(), certificate(), publish(), story()]
        })
    };
    el("div", "keys").child(content)
}
