//! The requests this page made since it was ready, as far as the page itself can see: those of
//! its own fetch, and whatever else the browser's resource timing names. The files of the build
//! are not counted.

use js_sys::{Array, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{PerformanceEntry, PerformanceObserver, PerformanceObserverEntryList};

type Listener = Box<dyn Fn(String)>;

thread_local! {
    /// URLs that `fetch` announced and resource timing has not named yet.
    static ANNOUNCED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Calls `seen` with the URL of every request from now on. There is one listener.
pub fn watch(seen: impl Fn(String) + 'static) {
    LISTENER.set(Some(Box::new(seen)));
    let callback = Closure::<dyn Fn(PerformanceObserverEntryList)>::new(
        |list: PerformanceObserverEntryList| {
            for entry in list.get_entries().iter() {
                observed(&entry.unchecked_into::<PerformanceEntry>().name());
            }
        },
    );
    if let Ok(observer) = PerformanceObserver::new(callback.as_ref().unchecked_ref()) {
        let options = Object::new();
        let _ = Reflect::set(
            &options,
            &"entryTypes".into(),
            &Array::of1(&"resource".into()),
        );
        let observe = Reflect::get(&observer, &"observe".into()).unwrap_or(JsValue::UNDEFINED);
        if let Some(observe) = observe.dyn_ref::<js_sys::Function>() {
            let _ = observe.call1(&observer, &options);
        }
        // The browser keeps an observer that observes; the callback has to outlive this call.
        callback.forget();
    }
}

/// Counts a request that is about to be made, whether or not resource timing will name it.
pub(super) fn announce(url: &str) {
    ANNOUNCED.with_borrow_mut(|announced| announced.push(url.to_owned()));
    tell(url);
}

fn observed(url: &str) {
    if !url.starts_with("http") || is_own_file(url) {
        return;
    }
    let was_announced = ANNOUNCED.with_borrow_mut(|announced| {
        let at = announced.iter().position(|known| known == url);
        at.map(|at| announced.remove(at)).is_some()
    });
    if !was_announced {
        tell(url);
    }
}

fn tell(url: &str) {
    LISTENER.with_borrow(|listener| {
        if let Some(seen) = listener {
            seen(url.to_owned());
        }
    });
}

/// Files of the build: they stand beside the page, under names after their content. A JWK Set on
/// the same host is a request like any other.
fn is_own_file(url: &str) -> bool {
    let base = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.base_uri().ok().flatten())
        .unwrap_or_default();
    let base = base.split(['#', '?']).next().unwrap_or_default();
    let folder = base.rfind('/').and_then(|end| base.get(..=end));
    let name = folder.and_then(|folder| url.strip_prefix(folder));
    name.is_some_and(|name| name == "service-worker.js" || is_hashed(name))
}

/// `name-0123456789abcdef.ending` and nothing behind it, such as a query.
fn is_hashed(name: &str) -> bool {
    let parts = name
        .rsplit_once('.')
        .and_then(|(stem, ending)| Some((stem.rsplit_once('-')?, ending)));
    parts.is_some_and(|((stem, digest), ending)| {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let is_ending = ending.bytes().all(|byte| byte.is_ascii_lowercase());
        !stem.contains('/') && digest.len() == 16 && digest.bytes().all(is_digit) && is_ending
    })
}
