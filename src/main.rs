//! The page.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;

    leptos::mount::mount_to_body(|| view! { <main data-testid="page">"JWT debugger"</main> });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
