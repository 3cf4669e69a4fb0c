//! The service worker, which keeps this build in the browser for when there is no network, and
//! tells when a host has a newer one. It exists in secure contexts only (https, localhost), and
//! not for a page that names none, as the page that is one file does.
//! Spec: Service Workers §3.

use super::trusted;
use gloo::events::EventListener;
use js_sys::Reflect;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
};

/// What became known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// All of the build is kept: it opens without a network from now on.
    Kept,
    /// A newer build is kept too, and waits.
    Newer,
}

thread_local! {
    static REGISTRATION: RefCell<Option<ServiceWorkerRegistration>> = const { RefCell::new(None) };
    static IS_TAKING: Cell<bool> = const { Cell::new(false) };
}

/// Has the build kept, and calls `tell` whenever something became known, for as long as the page
/// lives.
pub fn keep(tell: impl Fn(News) + 'static) {
    let Some(container) = container() else {
        return;
    };
    let tell: Rc<dyn Fn(News)> = Rc::new(tell);
    follow_changes(&container, &tell);
    let Some(registered) = trusted::register(&container) else {
        return;
    };
    spawn_local(async move {
        let registered = JsFuture::from(registered).await;
        let Ok(registration) = registered else { return };
        let registration: ServiceWorkerRegistration = registration.unchecked_into();
        follow_newer(&registration, &tell);
        REGISTRATION.set(Some(registration));
        if let Ok(ready) = container.ready()
            && JsFuture::from(ready).await.is_ok()
        {
            tell(News::Kept);
        }
    });
}

/// Starts the page anew, from the build that waits.
pub fn take_newer() {
    let registration = REGISTRATION.with_borrow(Clone::clone);
    match registration.and_then(|registration| registration.waiting()) {
        Some(waiting) => {
            IS_TAKING.set(true);
            let _ = waiting.post_message(&"take over".into());
        }
        // Another page of this browser has done it already.
        None => reload(),
    }
}

/// A service worker takes over: at first none was there, later it is a newer one.
fn follow_changes(container: &ServiceWorkerContainer, tell: &Rc<dyn Fn(News)>) {
    let tell = Rc::clone(tell);
    let had_one = Cell::new(container.controller().is_some());
    EventListener::new(container, "controllerchange", move |_| {
        if IS_TAKING.get() {
            reload();
        } else if had_one.replace(true) {
            tell(News::Newer);
        }
    })
    .forget();
}

fn follow_newer(registration: &ServiceWorkerRegistration, tell: &Rc<dyn Fn(News)>) {
    if registration.waiting().is_some() {
        tell(News::Newer);
    }
    if let Some(coming) = registration.installing() {
        follow_coming(registration, &coming, tell);
    }
    let tell = Rc::clone(tell);
    let found_by = registration.clone();
    EventListener::new(registration, "updatefound", move |_| {
        if let Some(coming) = found_by.installing() {
            follow_coming(&found_by, &coming, &tell);
        }
    })
    .forget();
}

/// The first one that comes is not newer than anything.
fn follow_coming(
    registration: &ServiceWorkerRegistration,
    coming: &ServiceWorker,
    tell: &Rc<dyn Fn(News)>,
) {
    if registration.active().is_none() {
        return;
    }
    let tell = Rc::clone(tell);
    let it = coming.clone();
    EventListener::new(coming, "statechange", move |_| {
        if it.state() == ServiceWorkerState::Installed {
            tell(News::Newer);
        }
    })
    .forget();
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    // Absent outside secure contexts, where the binding would hand out `undefined`.
    let container = Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    container.is_object().then(|| container.unchecked_into())
}

fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
