//! The bottom of the page: the requests it made, as far as it can see them, and its build.

use crate::browser::page;
use crate::ui::session::session;
use crate::ui::text::t;
use leptos::prelude::*;

/// See the module.
#[component]
pub fn Footer() -> impl IntoView {
    let session = session();
    let count = move || session.requests.with(Vec::len);
    let list = move || {
        session.requests.with(|requests| {
            let item = |url: &String| view! { <li><code class="url" translate="no">{url.clone()}</code></li> };
            requests.iter().map(item).collect_view()
        })
    };
    let build = page::build().filter(|build| !build.is_empty());
    view! {
        <footer class="footer">
            <details class="requests">
                <summary class="requests-head">
                    {t("requests-label")} " " <output class="requests-count" data-testid="request-count">{count}</output>
                </summary>
                <p class="hint">{t("requests-hint")}</p>
                <p class="hint" hidden=move || { count() > 0 }>{t("requests-none")}</p>
                <ol class="requests-list">{list}</ol>
            </details>
            <p class="footer-promise">{t("footer-promise")}</p>
            {build.map(|build| view! {
                <p class="footer-build">{t("build-label")} " " <code data-testid="build">{build}</code></p>
            })}
        </footer>
    }
}
