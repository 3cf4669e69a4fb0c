//! The only request to another host that this page can make: a GET of a URL that the person saw
//! and clicked. [`ClickedUrl`] can be made from a click alone, so no code path leads from a
//! token to a request.

use super::{clock, requests};
use gloo::net::http::{Request, Response};
use gloo::timers::callback::Timeout;
use js_sys::{Reflect, Uint8Array};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortController, Event, MouseEvent, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache,
    RequestCredentials, RequestMode, RequestRedirect,
};

/// A JWK Set of a thousand keys stays below this many bytes.
pub const LARGEST: usize = 1_000_000;
/// Milliseconds until a server counts as silent.
pub const PATIENCE: u32 = 10_000;

/// An absolute http or https URL that was on the screen when it was clicked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClickedUrl(String);

impl ClickedUrl {
    /// `shown` as the click on its button found it. `None` when it is no http or https URL.
    pub fn new(click: &Event, shown: &str) -> Option<ClickedUrl> {
        let click = click.dyn_ref::<MouseEvent>()?;
        // A script can make an event of this name too, but not one that is a person's.
        (click.type_() == "click" && click.is_trusted()).then_some(())?;
        exact(shown).map(ClickedUrl)
    }

    /// The URL exactly as it is requested.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The exact URL that a text names, as the browser will request it.
pub fn exact(text: &str) -> Option<String> {
    let url = web_sys::Url::new(text.trim()).ok()?;
    matches!(url.protocol().as_str(), "http:" | "https:").then(|| url.href())
}

/// Whether the page's policy lets it request this URL: https, or http on this machine.
pub fn is_allowed(url: &str) -> bool {
    let Ok(url) = web_sys::Url::new(url) else {
        return false;
    };
    let own = web_sys::window().and_then(|window| window.location().origin().ok());
    url.protocol() == "https:"
        || matches!(url.hostname().as_str(), "localhost" | "127.0.0.1")
        || own.is_some_and(|own| own == url.origin())
}

/// What a server answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// The URL that was asked for.
    pub url: String,
    /// Where the answer came from in the end; another URL after a redirect.
    pub from: String,
    /// The body.
    pub text: String,
    /// NumericDate of the answer.
    pub at: i64,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchFailure {
    /// A status that is not 2xx, and the URL that answered so.
    Status(u16, String),
    /// More than [`LARGEST`] bytes.
    TooLarge,
    /// Silence for [`PATIENCE`].
    Timeout,
    /// The person cancelled.
    Cancelled,
    /// What browsers hide behind one error: CORS, DNS, TLS, refused, mixed content.
    Hidden,
    /// The connection broke while the body came.
    BrokenOff,
    /// The body is not UTF-8.
    NotText,
}

/// A request under way. Dropping it does nothing; [`Running::cancel`] ends it.
#[derive(Clone)]
pub struct Running {
    controller: AbortController,
    why: Rc<Cell<Why>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Why {
    NotEnded,
    Cancelled,
    Timeout,
}

impl Running {
    /// Ends the request; the answer is [`FetchFailure::Cancelled`].
    pub fn cancel(&self) {
        if self.why.get() == Why::NotEnded {
            self.why.set(Why::Cancelled);
        }
        self.controller.abort();
    }
}

/// Requests the URL without credentials, referrer or cache and calls `done` once.
pub fn get(
    url: ClickedUrl,
    done: impl FnOnce(Result<Fetched, FetchFailure>) + 'static,
) -> Option<Running> {
    let running = Running {
        controller: AbortController::new().ok()?,
        why: Rc::new(Cell::new(Why::NotEnded)),
    };
    requests::announce(url.as_str());
    let timeout = {
        let running = running.clone();
        Timeout::new(PATIENCE, move || {
            if running.why.get() == Why::NotEnded {
                running.why.set(Why::Timeout);
            }
            running.controller.abort();
        })
    };
    let ended = running.clone();
    spawn_local(async move {
        let answer = request(&url, &ended.controller).await;
        drop(timeout);
        done(match (ended.why.get(), answer) {
            (_, Ok(fetched)) => Ok(fetched),
            (Why::Cancelled, Err(_)) => Err(FetchFailure::Cancelled),
            (Why::Timeout, Err(_)) => Err(FetchFailure::Timeout),
            (Why::NotEnded, Err(failure)) => Err(failure),
        });
    });
    Some(running)
}

async fn request(url: &ClickedUrl, controller: &AbortController) -> Result<Fetched, FetchFailure> {
    let response = Request::get(url.as_str())
        .header("Accept", "application/json")
        .mode(RequestMode::Cors)
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .redirect(RequestRedirect::Follow)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(Some(&controller.signal()))
        .send()
        .await
        .map_err(|_| FetchFailure::Hidden)?;
    if !response.ok() {
        controller.abort();
        return Err(FetchFailure::Status(response.status(), response.url()));
    }
    let bytes = body(&response, controller).await.inspect_err(|failure| {
        if *failure == FetchFailure::TooLarge {
            controller.abort();
        }
    })?;
    Ok(Fetched {
        url: url.as_str().to_owned(),
        from: match response.redirected() {
            true => response.url(),
            false => url.as_str().to_owned(),
        },
        text: String::from_utf8(bytes).map_err(|_| FetchFailure::NotText)?,
        at: clock::now(),
    })
}

/// The body, read piece by piece, so that a large one is given up early.
async fn body(response: &Response, controller: &AbortController) -> Result<Vec<u8>, FetchFailure> {
    let broken = |_: JsValue| FetchFailure::BrokenOff;
    let Some(stream) = response.body() else {
        return Ok(Vec::new());
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let piece = JsFuture::from(reader.read()).await.map_err(broken)?;
        // Not every engine ends a body that keeps coming when its request is ended.
        if controller.signal().aborted() {
            return Err(FetchFailure::BrokenOff);
        }
        let done = Reflect::get(&piece, &"done".into()).map_err(broken)?;
        if done.is_truthy() {
            return Ok(bytes);
        }
        let value = Reflect::get(&piece, &"value".into()).map_err(broken)?;
        let piece: Uint8Array = value.dyn_into().map_err(broken)?;
        bytes.extend(piece.to_vec());
        if bytes.len() > LARGEST {
            return Err(FetchFailure::TooLarge);
        }
    }
}
