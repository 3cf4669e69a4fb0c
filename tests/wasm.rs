//! What holds in the browser only, run by `cargo xtask test --only wasm`.
#![cfg(target_arch = "wasm32")]

use jwt_debugger::browser::random::BrowserRng;
use rand_core::RngCore;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_browser_s_randomness_does_not_repeat_itself() {
    let mut one = [0; 32];
    let mut two = [0; 32];
    BrowserRng.fill_bytes(&mut one);
    BrowserRng.fill_bytes(&mut two);
    assert_ne!(one, two);
    assert_ne!(one, [0; 32]);
}
