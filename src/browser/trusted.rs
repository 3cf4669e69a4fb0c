//! Trusted Types: the page's one policy, which accepts the addresses of this build's own two
//! scripts and nothing else: the `blob:` that a worker starts from, made here, and the service
//! worker that `<meta>` names. The content security policy allows no other by name, and no markup
//! from text. Where the browser has no Trusted Types, an address is the text that it is.
//! Spec: Trusted Types §2.3, §3.

use super::own_file;
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Blob, ServiceWorkerContainer, Url, Worker};

/// As the content security policy names it.
const NAME: &str = "jwt-debugger";

thread_local! {
    static POLICY: JsValue = policy().unwrap_or(JsValue::UNDEFINED);
    /// The address of the `blob:` that was made last, for as long as it is of use.
    static START: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Starts a worker from a script.
pub(super) fn start_worker(script: &Blob) -> Result<Worker, JsValue> {
    let address = Url::create_object_url_with_blob(script)?;
    START.set(address.clone());
    let worker = new_worker(&address);
    START.take();
    let _ = Url::revoke_object_url(&address);
    worker
}

fn new_worker(address: &str) -> Result<Worker, JsValue> {
    let class: Function = Reflect::get(&js_sys::global(), &"Worker".into())?.dyn_into()?;
    let worker = Reflect::construct(&class, &Array::of1(&trusted(address)?))?;
    Ok(worker.unchecked_into())
}

/// Registers the service worker of this build; `None` when it has none.
pub(super) fn register(container: &ServiceWorkerContainer) -> Option<Promise> {
    let address = own_file::place("service-worker")?;
    let register: Function = Reflect::get(container, &"register".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let promise = register.call1(container, &trusted(&address).ok()?).ok()?;
    promise.dyn_into().ok()
}

fn trusted(address: &str) -> Result<JsValue, JsValue> {
    let policy = POLICY.with(JsValue::clone);
    if policy.is_undefined() {
        return Ok(address.into());
    }
    let create: Function = Reflect::get(&policy, &"createScriptURL".into())?.dyn_into()?;
    create.call1(&policy, &address.into())
}

fn policy() -> Option<JsValue> {
    let factory = Reflect::get(&js_sys::global(), &"trustedTypes".into()).ok()?;
    let create = Reflect::get(&factory, &"createPolicy".into()).ok()?;
    let create: Function = create.dyn_into().ok()?;
    let rules = Object::new();
    let rule = Closure::<dyn Fn(String) -> Result<String, JsValue>>::new(own_script);
    let rule = rule.into_js_value();
    Reflect::set(&rules, &"createScriptURL".into(), &rule).ok()?;
    create.call2(&factory, &NAME.into(), &rules).ok()
}

fn own_script(address: String) -> Result<String, JsValue> {
    let is_start = START.with_borrow(|start| !start.is_empty() && *start == address);
    match is_start || own_file::place("service-worker").as_ref() == Some(&address) {
        true => Ok(address),
        false => Err("no script of this build".into()),
    }
}
