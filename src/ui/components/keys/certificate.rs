//! A certificate that a key makes for itself, to try `x5c` with.

use super::from_shelf::from_shelf;
use crate::browser::bridge::Purpose;
use crate::browser::clock;
use crate::job::{Job, JobOutcome};
use crate::json::quote;
use crate::keys::making::{CertificateWish, MadeCertificate};
use crate::ui::components::text_area::{control, text_field};
use crate::ui::components::text_block::{TextBlock, text_block};
use crate::ui::components::verdicts::no_answer;
use crate::ui::dom::{El, button, el};
use crate::ui::keyring::{ShelfKey, keyring};
use crate::ui::session::session;
use crate::ui::state::RwSignal;
use crate::ui::text::{speech, t};
use std::sync::Arc;

/// See the module.
pub fn certificate() -> El {
    let (session, keyring, speech) = (session(), keyring(), speech());
    let subject = RwSignal::new("test.example".to_owned());
    let days = RwSignal::new("30".to_owned());
    let made = RwSignal::new(None::<Arc<MadeCertificate>>);
    let trouble = RwSignal::new(String::new());
    let of_key = RwSignal::new(None::<u32>);
    let is_kept = RwSignal::new(false);
    let number = move || {
        days.with(|days| days.trim().parse::<u16>().ok())
            .filter(|days| *days > 0)
    };
    let make = move |key: Arc<ShelfKey>| {
        made.set(None);
        is_kept.set(false);
        of_key.set(Some(key.number));
        trouble.set(String::new());
        let Some(days) = number() else {
            trouble.set(speech.text("certificate-days-wrong"));
            return;
        };
        let wish = CertificateWish {
            key: key.input(),
            subject: subject.get_untracked(),
            from: clock::now(),
            days,
        };
        session.ask(
            Purpose::Certify,
            Job::Certify(wish),
            move |outcome| match outcome {
                Ok(JobOutcome::Certified(Ok(certificate))) => {
                    made.set(Some(Arc::new(*certificate)))
                }
                Ok(JobOutcome::Certified(Err(why))) => trouble.set(speech.say(&why)),
                Ok(_) => {}
                Err(failure) => trouble.set(no_answer(&failure, speech)),
            },
        );
    };
    let of = move |part: fn(&MadeCertificate) -> &String| {
        move || {
            made.with(|made| {
                made.as_deref()
                    .map(|made| part(made).clone())
                    .unwrap_or_default()
            })
        }
    };
    let block = |id, title, copy, file| TextBlock {
        id,
        title,
        copy,
        file,
    };
    let pem = text_block(
        block(
            "certificate-pem",
            "certificate-pem",
            "certificate-copy-pem",
            Some(("certificate.pem", "application/x-pem-file")),
        ),
        of(|made| &made.pem),
    );
    let x5c = text_block(
        block(
            "certificate-x5c",
            "certificate-x5c",
            "certificate-copy-x5c",
            None,
        ),
        of(|made| &made.x5c),
    );
    let jwk = text_block(
        block(
            "certificate-jwk",
            "certificate-jwk",
            "certificate-copy-jwk",
            None,
        ),
        of(|made| &made.jwk),
    );
    let results = el("div", "panel-split")
        .hidden(move || made.with(Option::is_none))
        .child(el("div", "panel-half").child(pem))
        .child(el("div", "panel-half").child(x5c).child(jwk));
    let keep = button("", move || {
        let made = made.get_untracked();
        if let (Some(made), Some(number)) = (made, of_key.get_untracked()) {
            let members = [
                ("x5c", made.x5c.clone()),
                ("x5t#S256", quote(&made.x5t_s256)),
            ];
            keyring.certify(number, members);
            is_kept.set(true);
        }
    })
    .test("certificate-keep")
    .attr("disabled", move || is_kept.get())
    .child(move || {
        speech.text(match is_kept.get() {
            true => "certificate-kept",
            false => "certificate-keep",
        })
    });
    let keep = el("div", "button-row")
        .hidden(move || made.with(Option::is_none))
        .child(keep);
    let days = text_field(control("certificate-days", "certificate-days"), days)
        .keyboard("numeric")
        .invalid(move || number().is_none())
        .done();
    let row = el("div", "field-row")
        .child(
            text_field(
                control("certificate-subject", "certificate-subject"),
                subject,
            )
            .done(),
        )
        .child(days)
        .child(from_shelf("certificate-shelf", ShelfKey::is_pair, make));
    let body = el("div", "fold-body")
        .child(el("p", "hint").child(t("certificate-hint")))
        .child(row)
        .child(
            el("p", "sign-error keys-trouble")
                .test("certificate-trouble")
                .attr("role", "alert")
                .child(move || trouble.get()),
        )
        .child(keep)
        .child(results);
    let fold = el("details", "fold")
        .test("certificate")
        .child(el("summary", "fold-head").child(t("certificate-title")))
        .child(body);
    el("section", "panel keys-certificate").child(fold)
}
