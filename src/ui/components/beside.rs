//! What stands beside the token and is named in it by a hash: an access token, a code, a key. The
//! fold opens where the token at hand names one of them.
//! Spec: OpenID Connect Core §3.1.3.6 and §3.3.2.11; RFC 9449 §4.2 and §6.1; RFC 7800 §3.

use super::text_area::{control, text_area};
use crate::secret::Secret;
use crate::ui::dom::{El, el};
use crate::ui::session::session;
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{speech, t};

/// See the module.
pub fn beside() -> El {
    let (session, speech) = (session(), speech());
    let named = Memo::new(move |_| {
        let token = session.token.get();
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(token);
            let payload = token.and_then(|token| token.payload());
            let has = |name: &&str| payload.is_some_and(|payload| payload.get(name).is_some());
            let names = ["at_hash", "c_hash", "ath", "cnf"].into_iter().filter(has);
            names.collect::<Vec<_>>().join(", ")
        })
    });
    let is_named = move || named.with(|named| !named.is_empty());
    let says = move || match is_named() {
        true => speech.format("beside-named", &[("claims", named.get().into())]),
        false => speech.text("beside-none"),
    };
    let secret = |id: &'static str, text: RwSignal<Secret<String>>| {
        field(
            id,
            move || text.with(|text| text.expose().clone()),
            move |typed| text.set(Secret::new(typed)),
        )
    };
    let key = session.expect.key;
    let body = el("div", "fold-body")
        .child(el("p", "hint").child(says))
        .child(secret("expect-access-token", session.expect.access_token))
        .child(secret("expect-code", session.expect.code))
        .child(field(
            "expect-key",
            move || key.get(),
            move |typed| key.set(typed),
        ));
    el("details", "fold")
        .test("expect-beside")
        .attr("open", is_named)
        .child(el("summary", "fold-head").child(t("expect-beside")))
        .child(body)
}

fn field(
    id: &'static str,
    value: impl Fn() -> String + 'static,
    set: impl Fn(String) + Clone + 'static,
) -> El {
    let label = el("label", "field-label").attr("for", id).child(t(id));
    el("div", "field")
        .child(label)
        .child(text_area(control(id, id), "2", value, set))
}
