//! The one request to another host: the URL is shown exactly, and nothing happens before a click.

use super::copy_button::CopyButton;
use super::text_field::TextField;
use crate::browser::fetch::{self, ClickedUrl, FetchFailure};
use crate::ui::session::{FetchProblem, Fetching, session};
use crate::ui::text::{Speech, speech, t};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

/// See the module.
#[component]
pub fn JwksFetch() -> impl IntoView {
    let (session, speech) = (session(), speech());
    let exact = Memo::new(move |_| session.jwks_url.with(|text| fetch::exact(text)));
    let is_running = move || matches!(session.fetching.get(), Fetching::Running(_));
    let click = move |event: ev::MouseEvent| {
        let shown = exact.get_untracked().unwrap_or_default();
        if let Some(url) = ClickedUrl::new(event.unchecked_ref(), &shown) {
            session.fetch(url);
        }
    };
    let problem_url = move || match session.fetching.get() {
        Fetching::Failed(url, problem) if needs_curl(&problem) => Some(url),
        _ => None,
    };
    view! {
        <details class="fold jwks-fetch" open=true>
            <summary class="fold-head">{t("jwks-title")}</summary>
            <div class="fold-body">
                <div class="jwks-row">
                    <TextField
                        id="jwks-url"
                        label="jwks-url"
                        placeholder="jwks-url-placeholder"
                        inputmode="url"
                        described_by="jwks-exact"
                        value=session.jwks_url
                        set=move |text| session.jwks_url.set(text)
                    />
                    <button
                        class="button button-primary"
                        type="button"
                        data-testid="jwks-fetch"
                        prop:disabled=move || exact.with(Option::is_none) || is_running()
                        on:click=click
                    >
                        {t("jwks-fetch")}
                    </button>
                    <button
                        class="button"
                        type="button"
                        data-testid="jwks-cancel"
                        hidden=move || !is_running()
                        on:click=move |_| session.cancel_fetch()
                    >
                        {t("cancel")}
                    </button>
                </div>
                <p class="exact-url" id="jwks-exact">
                    {move || match exact.get() {
                        Some(url) => view! { {t("jwks-will-get")} " " <code class="url">{url}</code> }.into_any(),
                        None => t("jwks-no-url").into_any(),
                    }}
                </p>
                <p
                    class="jwks-status"
                    data-testid="jwks-status"
                    data-state=move || session.fetching.with(state_name)
                    data-problem=move || session.fetching.with(problem_name)
                    role="status"
                >
                    {move || session.fetching.with(|fetching| sentence(fetching, speech))}
                </p>
                {move || problem_url().map(|url| {
                    let line = curl(&url);
                    let copied = line.clone();
                    view! {
                        <div class="curl">
                            <p>{t("jwks-curl")}</p>
                            <div class="curl-line">
                                <code class="url" translate="no">{line}</code>
                                <CopyButton label="jwks-curl-copy" text=move |()| copied.clone() />
                            </div>
                        </div>
                    }
                })}
            </div>
        </details>
    }
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

/// A line for a POSIX shell. A serialised URL has no single quote but in its fragment or query.
fn curl(url: &str) -> String {
    format!("curl -sSL '{}'", url.replace('\'', "%27"))
}
