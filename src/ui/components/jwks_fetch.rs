//! The one request to another host: the URL is shown exactly, and nothing happens before a click.

use super::copy_button::copy_button;
use super::footer::address;
use super::text_area::{control, text_field};
use crate::browser::fetch::{self, ClickedUrl, FetchFailure};
use crate::jwks;
use crate::ui::dom::{El, button, el};
use crate::ui::session::{FetchProblem, Fetching, session};
use crate::ui::state::Memo;
use crate::ui::text::{Speech, speech, t};
use web_sys::Event;

/// See the module.
pub fn jwks_fetch() -> El {
    let (session, speech) = (session(), speech());
    let exact = Memo::new(move |_| session.jwks_url.with(|text| fetch::exact(text)));
    let is_running = move || matches!(session.fetching.get(), Fetching::Running(_));
    let click = move |event: &Event| {
        let shown = exact.get_untracked().unwrap_or_default();
        if let Some(url) = ClickedUrl::new(event, &shown) {
            session.fetch(url);
        }
    };
    let url = control("jwks-url", "jwks-url")
        .placeholder("jwks-url-placeholder")
        .described_by("jwks-exact");
    let row = el("div", "jwks-row")
        .child(text_field(url, session.jwks_url).keyboard("url").done())
        .child(
            el("button", "button button-primary")
                .attr("type", "button")
                .test("jwks-fetch")
                .attr("disabled", move || {
                    exact.with(Option::is_none) || is_running()
                })
                .on("click", click)
                .child(t("jwks-fetch")),
        )
        .child(
            button("", move || session.cancel_fetch())
                .test("jwks-cancel")
                .hidden(move || !is_running())
                .child(t("cancel")),
        );
    // What was said of another URL says nothing of this one.
    let fetching = Memo::new(move |_| match session.fetching.get() {
        Fetching::Failed(url, _) if exact.get().as_ref() != Some(&url) => Fetching::Idle,
        fetching => fetching,
    });
    let is_blank = move || session.jwks_url.with(|text| text.trim().is_empty());
    let will_get = move || match exact.get() {
        None if !is_blank() => (speech.text("jwks-bad-url"), None),
        Some(url) => (
            speech.text("jwks-will-get") + " ",
            Some(el("code", "url").child(url)),
        ),
        None => (speech.text("jwks-no-url"), None),
    };
    let status = el("p", "jwks-status")
        .test("jwks-status")
        .attr("data-state", move || fetching.with(state_name))
        .attr("data-problem", move || fetching.with(problem_name))
        .attr("role", "status")
        .child(move || fetching.with(|fetching| sentence(fetching, speech)));
    let by_hand = move || match fetching.get() {
        Fetching::Failed(url, problem) if needs_curl(&problem) => Some(curl_line(&url)),
        _ => None,
    };
    let body = el("div", "fold-body")
        .child(row)
        .child(
            el("p", "exact-url")
                .attr("id", "jwks-exact")
                .child(will_get),
        )
        .child(status)
        .child(by_hand);
    el("details", "fold jwks-fetch")
        .attr("open", true)
        .child(el("summary", "fold-head").child(t("jwks-title")))
        .child(body)
}

fn curl_line(url: &str) -> El {
    let line = jwks::curl(url);
    let code = address(&line);
    let row = el("div", "curl-line")
        .child(code)
        .child(copy_button("jwks-curl-copy", move || line.clone()));
    el("div", "curl")
        .child(el("p", "").child(t("jwks-curl")))
        .child(row)
}

fn state_name(fetching: &Fetching) -> &'static str {
    match fetching {
        Fetching::Idle => "idle",
        Fetching::Running(_) => "fetching",
        Fetching::Keys(_) | Fetching::Discovery(_) => "ok",
        Fetching::Failed(..) => "error",
    }
}

fn problem_name(fetching: &Fetching) -> Option<&'static str> {
    let Fetching::Failed(_, problem) = fetching else {
        return None;
    };
    Some(match problem {
        FetchProblem::Fetch(FetchFailure::Status(_)) => "status",
        FetchProblem::Fetch(FetchFailure::TooLarge) => "too-large",
        FetchProblem::Fetch(FetchFailure::Timeout) => "timeout",
        FetchProblem::Fetch(FetchFailure::Cancelled) => "cancelled",
        FetchProblem::Fetch(FetchFailure::Hidden) => "hidden",
        FetchProblem::Fetch(FetchFailure::BrokenOff) => "broken-off",
        FetchProblem::Fetch(FetchFailure::NotText) => "not-text",
        FetchProblem::NotJson => "not-json",
        FetchProblem::NoKeys => "no-keys",
        FetchProblem::Policy => "policy",
    })
}

fn sentence(fetching: &Fetching, speech: Speech) -> String {
    match fetching {
        Fetching::Idle => String::new(),
        Fetching::Running(url) => speech.format("jwks-running", &[("url", url.as_str().into())]),
        Fetching::Keys(count) => speech.format("jwks-keys", &[("count", (*count).into())]),
        Fetching::Discovery(url) => {
            speech.format("jwks-discovery", &[("url", url.as_str().into())])
        }
        Fetching::Failed(url, problem) => {
            let key = format!("jwks-failed-{}", problem_name(fetching).unwrap_or_default());
            let status = match problem {
                FetchProblem::Fetch(FetchFailure::Status(status)) => status.to_string(),
                _ => String::new(),
            };
            let seconds = i64::from(fetch::PATIENCE) / 1_000;
            speech.format(
                &key,
                &[
                    ("url", url.as_str().into()),
                    ("status", status.into()),
                    ("bytes", fetch::LARGEST.into()),
                    ("time", crate::diagnostic::Fact::Seconds(seconds)),
                ],
            )
        }
    }
}

/// Where the person's own machine may succeed.
fn needs_curl(problem: &FetchProblem) -> bool {
    matches!(
        problem,
        FetchProblem::Policy
            | FetchProblem::Fetch(
                FetchFailure::Hidden | FetchFailure::Timeout | FetchFailure::BrokenOff
            )
    )
}
