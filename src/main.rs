//! The page's entry.

#[cfg(target_arch = "wasm32")]
fn main() {
    use jwt_debugger::browser::fault;
    use jwt_debugger::ui::app::{app, take_fragment};
    use jwt_debugger::ui::dom;

    fault::watch();
    // Before anything is painted: a token in the address is taken out of it.
    let fragment = take_fragment();
    leptos::mount::mount_to_body(move || {
        dom::mount(app(fragment));
        dom::end_first_boxes();
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    // The page exists in a browser only; on the host this file compiles so that the whole
    // package can be checked with one command.
}
