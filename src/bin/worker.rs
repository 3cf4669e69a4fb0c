//! The worker's entry: carries messages between the page and `worker::run`.

#[cfg(target_arch = "wasm32")]
fn main() {
    use js_sys::{Array, Uint8Array};
    use jwt_debugger::browser::random::BrowserRng;
    use jwt_debugger::job::{Request, Response};
    use jwt_debugger::secret::wipe_stack;
    use wasm_bindgen::{JsCast, prelude::Closure};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
    use zeroize::Zeroize;

    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Ok(message) = event.data().dyn_into::<Uint8Array>() else {
            return;
        };
        let mut bytes = message.to_vec();
        // Both copies may hold a key; the page's own text control is out of reach.
        message.fill(0, 0, message.length());
        let request = postcard::from_bytes::<Request>(&bytes);
        bytes.zeroize();
        let Ok(Request { number, job }) = request else {
            return;
        };
        #[cfg(feature = "panic-on-demand")]
        jwt_debugger::browser::demand::of_job(&job);
        let outcome = jwt_debugger::worker::run(job, &mut BrowserRng);
        let Ok(mut bytes) = postcard::to_allocvec(&Response { number, outcome }) else {
            return;
        };
        let array = Uint8Array::from(bytes.as_slice());
        // It may hold what was decrypted.
        bytes.zeroize();
        let transfer = Array::of1(&array.buffer());
        let _ = answering.post_message_with_transfer(&array, &transfer);
        wipe_stack();
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    // The handshake: from now on no message is lost.
    let _ = scope.post_message(&true.into());
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    // The worker exists in a browser only; on the host this file compiles so that the whole
    // package can be checked with one command.
}
