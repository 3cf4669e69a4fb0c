//! The one request to another host: the URL is shown exactly, and nothing happens before a click.

use super::copy_button::copy_button;
use super::footer::address;
use super::jwks_history::jwks_history;
use super::jwks_offers::{Group, groups, jwks_offers};
use super::notes::note;
use super::text_area::{control, text_field};
use super::verdicts::no_answer;
use crate::browser::fetch::{self, ClickedUrl, FetchFailure};
use crate::jwks::{self, likeliest};
use crate::ui::dom::{Content, El, button, el};
use crate::ui::session::{FetchProblem, Fetching, Offer, session};
use crate::ui::state::Memo;
use crate::ui::text::{Speech, speech, t};
use leptos::prelude::{expect_context, provide_context};
use web_sys::Event;

/// See the module.
pub fn jwks_fetch() -> El {
    let (session, speech) = (session(), speech());
    let offer = Memo::new(move |_| {
        let text = session.jwks_url.get();
        session.iss.with(|iss| plain(&text, iss))
    });
    let groups = Memo::new(move |_| groups(session, offer.get().as_ref().ok()));
    provide_context(Groups(groups));
    let is_running = move || matches!(session.fetching.get(), Fetching::Running(_));
    let url = control("jwks-url", "jwks-url")
        .placeholder("jwks-url-placeholder")
        .described_by("jwks-exact");
    let fetch = fetch_button(move || offer.get_untracked().ok())
        .test("jwks-fetch")
        .attr("disabled", move || {
            offer.with(Result::is_err) || is_running()
        })
        .child(t("jwks-fetch"));
    let row = el("div", "jwks-row")
        .child(text_field(url, session.jwks_url).keyboard("url").done())
        .child(fetch)
        .child(
            button("", move || session.cancel_fetch())
                .test("jwks-cancel")
                .hidden(move || !is_running())
                .child(t("cancel")),
        );
    // What was said of another URL says nothing of those that are offered now.
    let fetching = Memo::new(move |_| match session.fetching.get() {
        Fetching::Failed(url, _) if !is_offered(&url, offer, groups) => Fetching::Idle,
        fetching => fetching,
    });
    let will_get = move || match offer.get() {
        Ok(offer) => (
            speech.text("jwks-will-get") + " ",
            Some(el("code", "url").child(offer.url)),
        ),
        Err(key) => (speech.text(key), None),
    };
    let status = el("p", "jwks-status")
        .test("jwks-status")
        .attr("data-state", move || fetching.with(state_name))
        .attr("data-problem", move || fetching.with(problem_name))
        .attr("role", "status")
        .child(move || fetching.with(|fetching| sentence(fetching, speech)));
    let says = move || {
        let is_idle = fetching.with(|fetching| *fetching == Fetching::Idle);
        let says = session.fetch_says.get();
        let says = says.iter().filter(|_| !is_idle);
        says.map(note).collect::<Vec<_>>()
    };
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
        .child(el("ul", "notes").test("jwks-says").child(says))
        .child(by_hand)
        .child(others());
    el("details", "fold jwks-fetch")
        .attr("open", true)
        .child(el("summary", "fold-head").child(t("jwks-title")))
        .child(body)
}

/// The other addresses at which the set may be.
#[derive(Clone, Copy)]
struct Groups(Memo<Vec<Group>>);

fn others() -> impl Content {
    let Groups(groups) = expect_context();
    (jwks_offers(groups), jwks_history())
}

/// A button whose click fetches the URL that is offered at that moment.
pub fn fetch_button(offer: impl Fn() -> Option<Offer> + 'static) -> El {
    let session = session();
    let click = move |event: &Event| {
        let Some(offer) = offer() else { return };
        if let Some(url) = ClickedUrl::new(event, &offer.url) {
            session.fetch(url, offer);
        }
    };
    el("button", "button")
        .attr("type", "button")
        .on("click", click)
}

/// What a plain click on what was typed fetches, or the key of why there is nothing to fetch.
fn plain(text: &str, iss: &str) -> Result<Offer, &'static str> {
    if text.trim().is_empty() {
        return Err("jwks-no-url");
    }
    let (url, issuer) = match likeliest(text, iss) {
        Ok(candidate) => (candidate.url, candidate.issuer),
        Err(why) if why.code == "jwks-address-credentials" => return Err("jwks-bad-credentials"),
        // What may not be requested is refused, and named, at the click.
        Err(_) => (text.to_owned(), String::new()),
    };
    let url = fetch::exact(&url).ok_or("jwks-bad-url")?;
    Ok(Offer {
        url,
        issuer,
        named_by: None,
    })
}

fn is_offered(
    url: &str,
    offer: Memo<Result<Offer, &'static str>>,
    groups: Memo<Vec<Group>>,
) -> bool {
    let is_plain = offer.with(|offer| offer.as_ref().is_ok_and(|offer| offer.url == url));
    let is_one = |group: &Group| group.offers.iter().any(|offer| offer.url == url);
    let is_in_groups = groups.with(|groups| groups.iter().any(is_one));
    let session = session();
    let was_fetched = session.fetched_sets.with(|sets| sets.latest(url).is_some());
    is_plain || is_in_groups || was_fetched
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
        Fetching::Keys(_) | Fetching::Metadata(_) => "ok",
        Fetching::Failed(..) => "error",
    }
}

fn problem_name(fetching: &Fetching) -> Option<String> {
    let Fetching::Failed(_, problem) = fetching else {
        return None;
    };
    let name = match problem {
        FetchProblem::Fetch(FetchFailure::Status(..)) => "status",
        FetchProblem::Fetch(FetchFailure::TooLarge) => "too-large",
        FetchProblem::Fetch(FetchFailure::Timeout) => "timeout",
        FetchProblem::Fetch(FetchFailure::Cancelled) => "cancelled",
        FetchProblem::Fetch(FetchFailure::Hidden) => "hidden",
        FetchProblem::Fetch(FetchFailure::BrokenOff) => "broken-off",
        FetchProblem::Fetch(FetchFailure::NotText) => "not-text",
        FetchProblem::Policy => "policy",
        FetchProblem::NoWorker(_) => "no-worker",
        FetchProblem::Answer(why) => {
            let code = why.code.strip_prefix("jwks-").unwrap_or(&why.code);
            code.strip_prefix("failed-").unwrap_or(code)
        }
    };
    Some(name.to_owned())
}

fn sentence(fetching: &Fetching, speech: Speech) -> String {
    match fetching {
        Fetching::Idle => String::new(),
        Fetching::Running(url) => speech.format("jwks-running", &[("url", url.as_str().into())]),
        Fetching::Keys(count) => speech.format("jwks-keys", &[("count", (*count).into())]),
        Fetching::Metadata(url) => speech.format("jwks-discovery", &[("url", url.as_str().into())]),
        Fetching::Failed(_, FetchProblem::Answer(why)) => speech.say(why),
        Fetching::Failed(_, FetchProblem::NoWorker(failure)) => no_answer(failure, speech),
        Fetching::Failed(url, problem) => {
            let key = format!("jwks-failed-{}", problem_name(fetching).unwrap_or_default());
            let (status, url) = match problem {
                FetchProblem::Fetch(FetchFailure::Status(status, from)) => {
                    (status.to_string(), from)
                }
                _ => (String::new(), url),
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
