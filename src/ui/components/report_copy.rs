//! Copies the whole answer: as it is, or without values for a ticket.

use crate::browser::bridge::Purpose;
use crate::browser::clipboard::{self, Copied};
use crate::browser::page;
use crate::job::{Job, JobOutcome, ReportForm};
use crate::ui::dom::{El, button, el};
use crate::ui::lore::lore;
use crate::ui::session::session;
use crate::ui::state::RwSignal;
use crate::ui::text::{speech, t};

const FORMS: [(ReportForm, &str, &str); 4] = [
    (
        ReportForm::Markdown,
        "report-markdown",
        "report-copy-markdown",
    ),
    (ReportForm::Json, "report-json", "report-copy-json"),
    (
        ReportForm::RedactedMarkdown,
        "report-redacted-markdown",
        "report-copy-redacted",
    ),
    (
        ReportForm::RedactedJson,
        "report-redacted-json",
        "report-copy-redacted-json",
    ),
];

/// What became of the last press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Became {
    Nothing,
    Working,
    Copied,
    Failed,
}

/// See the module.
pub fn report_copy() -> El {
    let (session, speech, lore) = (session(), speech(), lore());
    let became = RwSignal::new(Became::Nothing);
    let copy = move |form: ReportForm| {
        became.set(Became::Working);
        let job = Job::Report {
            paste: session.inspection.with_untracked(|i| i.paste.clone()),
            options: Box::new(session.report_options()),
            form,
            texts: speech.files(),
            records: lore.records(),
        };
        session.ask(Purpose::Report, job, move |outcome| match outcome {
            Ok(JobOutcome::Reported(text)) => clipboard::copy(&text, move |how| {
                became.set(match how {
                    Copied::Whole | Copied::WrittenOut => Became::Copied,
                    Copied::Refused => Became::Failed,
                });
            }),
            Ok(_) | Err(_) => became.set(Became::Failed),
        });
    };
    let buttons = FORMS.map(|(form, id, label)| {
        button("button-small", move || copy(form))
            .test(id)
            .child(t(label))
    });
    let print = button("button-small", page::print)
        .test("report-print")
        .child(t("report-print"));
    let says = move || match became.get() {
        Became::Nothing => String::new(),
        Became::Working => speech.text("report-working"),
        Became::Copied => speech.text("report-copied"),
        Became::Failed => speech.text("copy-failed"),
    };
    el("section", "panel report-copy")
        .child(el("h2", "panel-title").child(t("report-label")))
        .child(el("div", "button-row").child(buttons).child(print))
        .child(el("p", "hint").child(t("report-redacted-hint")))
        .child(el("p", "hint").attr("role", "status").child(says))
}
