//! The page's end of the seam: starts workers, gives each job its number, drops late answers,
//! and starts a new worker when one dies.
//!
//! A worker is started from a `blob:` script, so that it inherits the page's content security
//! policy; one fetched over http would take its policy from its own response, which a plain
//! static host does not set. The script holds all of the worker's loader and imports nothing; it
//! is a classic one, because Chromium refuses a module to a worker of a page from `file://`. The
//! module of WebAssembly is compiled once, in the page, and handed over by message; messages
//! posted before the worker says that it is ready would be lost, so they wait.

use super::{own_file, page, trusted};
use crate::job::{Job, JobOutcome, Request, Response};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Object, Promise, Reflect, Uint8Array, WebAssembly};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{Blob, BlobPropertyBag, MessageEvent, Worker};
use zeroize::Zeroize;

/// A quick job that is not answered within this time, in milliseconds, has lost its worker.
const PATIENCE: u32 = 4_000;
/// A worker that is not ready within this time, in milliseconds, will not be.
const START_PATIENCE: u32 = 20_000;

/// Which worker does a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Answers within milliseconds; a silent worker is replaced.
    Quick,
    /// May take minutes; started on demand, ended to cancel.
    Slow,
    /// The same for what nobody wants ended by a newer question: making keys and many tokens.
    Long,
}

/// What a job is for. A newer job of the same purpose makes the answer to an older one late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Reading the key box.
    ReadKey,
    /// Reading the key to sign with.
    ReadSignKey,
    /// Reading what was fetched.
    ReadFetched,
    /// Verifying the selected token.
    Verify,
    /// Checking the selected token.
    Check,
    /// Writing the report.
    Report,
    /// Showing the arithmetic.
    Arithmetic,
    /// Flipping a bit.
    Flip,
    /// Trying words as a secret.
    Guess,
    /// Filling a template.
    Fill,
    /// Preparing a lesson.
    Prepare,
    /// Asking whether a step of a lesson is done.
    Study,
    /// Signing the draft.
    Sign,
    /// Finding out why a verification failed.
    Diagnose,
    /// Making a key.
    Generate,
    /// Writing a key in every spelling.
    Convert,
    /// Making a certificate.
    Certify,
    /// Putting a JWK Set together.
    Publish,
    /// Sealing the key shelf, or opening a sealed one.
    Shelf,
    /// The story of a client assertion.
    Story,
    /// Many tokens from a table.
    Batch,
    /// Writing a program.
    Snippet,
    /// Testing itself.
    SelfTest,
    /// Everything else.
    Other,
}

/// Why a job has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No worker can be started; the text is the browser's.
    NoWorker(String),
    /// The worker stopped while it was at this job; the text is the browser's.
    Stopped(String),
}

/// The seam. Cheap to clone; all clones are the same bridge.
#[derive(Clone, Default)]
pub struct Bridge {
    quick: Rc<RefCell<LaneState>>,
    slow: Rc<RefCell<LaneState>>,
    long: Rc<RefCell<LaneState>>,
    number: Rc<RefCell<u32>>,
}

type Answer = Box<dyn FnOnce(Result<JobOutcome, Failure>)>;

struct Pending {
    request: Request,
    purpose: Purpose,
    answer: Answer,
    /// Whether the job has already outlived a worker.
    retried: bool,
}

#[derive(Default)]
struct LaneState {
    worker: Option<Running>,
    /// In order: jobs given to the worker, then jobs that wait for it to be ready.
    pending: VecDeque<Pending>,
    watch: Option<Timeout>,
    /// Counts workers, so that an event of an ended one is not taken for the new one's.
    generation: u32,
}

/// A worker from the moment that it is wanted.
#[derive(Default)]
struct Running {
    /// Nothing until its two files have come.
    worker: Option<Worker>,
    ready: bool,
    /// Kept as long as the worker.
    listeners: Vec<EventListener>,
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(worker) = &self.worker {
            worker.terminate();
        }
    }
}

impl Bridge {
    /// Starts the quick worker, so that it is ready before the first job.
    pub fn new() -> Self {
        let bridge = Bridge::default();
        start(&bridge.quick, Lane::Quick);
        bridge
    }

    /// Gives `job` to a worker. An earlier job of the same purpose is forgotten: its answer, if
    /// one comes, is dropped here and nowhere else.
    pub fn ask(
        &self,
        lane: Lane,
        purpose: Purpose,
        job: Job,
        answer: impl FnOnce(Result<JobOutcome, Failure>) + 'static,
    ) {
        let number = {
            let mut number = self.number.borrow_mut();
            *number = number.wrapping_add(1);
            *number
        };
        let request = Request { number, job };
        let pending = Pending {
            request,
            purpose,
            answer: Box::new(answer),
            retried: false,
        };
        let state = self.lane(lane);
        self.forget(purpose);
        let ready = {
            let mut state = state.borrow_mut();
            let ready = state.worker.as_ref().is_some_and(|running| running.ready);
            if ready {
                post(&state, &pending.request);
            }
            state.pending.push_back(pending);
            ready
        };
        if ready {
            watch(state, lane);
        } else {
            start(state, lane);
        }
    }

    /// Forgets the job of this purpose: its answer will be dropped.
    pub fn forget(&self, purpose: Purpose) {
        for state in [&self.quick, &self.slow, &self.long] {
            state
                .borrow_mut()
                .pending
                .retain(|pending| pending.purpose != purpose);
        }
    }

    /// Ends the slow worker where it is at a job of this purpose, so that nobody waits for what is
    /// of no use any more. Other jobs that wait for it get a new one.
    pub fn end_slow(&self, purpose: Purpose) {
        let others = {
            let mut state = self.slow.borrow_mut();
            let first = state.pending.front();
            let is_at_it = first.is_some_and(|pending| pending.purpose == purpose);
            state.pending.retain(|pending| pending.purpose != purpose);
            if !is_at_it {
                return;
            }
            state.worker = None;
            state.watch = None;
            !state.pending.is_empty()
        };
        if others {
            start(&self.slow, Lane::Slow);
        }
    }

    /// Ends the slow worker and with it whatever it was at.
    pub fn cancel_slow(&self) {
        self.cancel(Lane::Slow);
    }

    /// Ends the worker of a lane and with it whatever it was at.
    pub fn cancel(&self, lane: Lane) {
        let mut state = self.lane(lane).borrow_mut();
        state.worker = None;
        state.watch = None;
        state.pending.clear();
    }

    fn lane(&self, lane: Lane) -> &Rc<RefCell<LaneState>> {
        match lane {
            Lane::Quick => &self.quick,
            Lane::Slow => &self.slow,
            Lane::Long => &self.long,
        }
    }
}

fn post(state: &LaneState, request: &Request) {
    let Some(worker) = state.worker.as_ref().and_then(|r| r.worker.as_ref()) else {
        return;
    };
    let Ok(mut bytes) = postcard::to_allocvec(request) else {
        return;
    };
    let array = Uint8Array::from(bytes.as_slice());
    // The copy in `bytes` may hold a key.
    bytes.zeroize();
    let transfer = Array::of1(&array.buffer());
    let _ = worker.post_message_with_transfer(&array, &transfer);
}

fn start(lane_state: &Rc<RefCell<LaneState>>, lane: Lane) {
    let generation = {
        let mut state = lane_state.borrow_mut();
        if state.worker.is_some() {
            return;
        }
        state.worker = Some(Running::default());
        state.generation = state.generation.wrapping_add(1);
        state.generation
    };
    let state = Rc::downgrade(lane_state);
    // A first decode waits for no worker, so what talks to one need not be there for it.
    page::when_complete(move || spawn_local(begin(state, lane, generation)));
}

async fn begin(state: Weak<RefCell<LaneState>>, lane: Lane, generation: u32) {
    let parts = parts().await;
    let Some(state) = state.upgrade() else { return };
    let is_wanted = {
        let state = state.borrow();
        state.generation == generation && state.worker.is_some()
    };
    if !is_wanted {
        return;
    }
    match parts.and_then(|parts| run(&state, lane, generation, &parts)) {
        Ok(()) => watch(&state, lane),
        Err(error) => give_up(&state, &Failure::NoWorker(text_of(&error))),
    }
}

/// Starts a worker from its [`parts`].
fn run(
    lane_state: &Rc<RefCell<LaneState>>,
    lane: Lane,
    generation: u32,
    parts: &Array,
) -> Result<(), JsValue> {
    let worker = trusted::start_worker(&script(&parts.get(0))?)?;
    let on_message = {
        let state = Rc::downgrade(lane_state);
        EventListener::new(&worker, "message", move |event| {
            let (Some(state), Some(event)) = (state.upgrade(), event.dyn_ref::<MessageEvent>())
            else {
                return;
            };
            if state.borrow().generation == generation {
                received(&state, lane, &event.data());
            }
        })
    };
    let on_error = {
        let state = Rc::downgrade(lane_state);
        EventListener::new(&worker, "error", move |event| {
            let Some(state) = state.upgrade() else { return };
            if state.borrow().generation == generation {
                event.prevent_default();
                stopped(&state, lane, &message_of(event));
            }
        })
    };
    worker.post_message(&parts.get(1))?;
    if let Some(running) = &mut lane_state.borrow_mut().worker {
        running.worker = Some(worker);
        running.listeners.extend([on_message, on_error]);
    }
    Ok(())
}

/// `true` from the worker: ready. Bytes: an answer.
fn received(lane_state: &Rc<RefCell<LaneState>>, lane: Lane, data: &JsValue) {
    if data.as_bool() == Some(true) {
        let mut state = lane_state.borrow_mut();
        if let Some(running) = &mut state.worker {
            running.ready = true;
        }
        for pending in &state.pending {
            post(&state, &pending.request);
        }
    } else if let Some(bytes) = data.dyn_ref::<Uint8Array>() {
        let mut copy = bytes.to_vec();
        // Both copies may hold what was decrypted, or a key that was made.
        bytes.fill(0, 0, bytes.length());
        let response = postcard::from_bytes::<Response>(&copy);
        copy.zeroize();
        let Ok(response) = response else { return };
        let answered = {
            let mut state = lane_state.borrow_mut();
            let at = state
                .pending
                .iter()
                .position(|p| p.request.number == response.number);
            at.and_then(|at| state.pending.remove(at))
        };
        if let Some(pending) = answered {
            (pending.answer)(Ok(response.outcome));
        }
    }
    watch(lane_state, lane);
}

/// The worker died aloud. A new one gets what it was at and all that waits; a job that ends a second
/// worker has failed. The second try is for engines: WebKitGTK 2.50 now and then traps in code that
/// it is still compiling, and gives the right answer when it is asked again.
fn stopped(lane_state: &Rc<RefCell<LaneState>>, lane: Lane, message: &str) {
    let (failed, others) = {
        let mut state = lane_state.borrow_mut();
        let was_ready = state.worker.take().is_some_and(|running| running.ready);
        if !was_ready {
            drop(state);
            return give_up(lane_state, &Failure::NoWorker(message.to_owned()));
        }
        let mut failed = state.pending.pop_front();
        if let Some(again) = failed.take_if(|pending| !pending.retried) {
            state.pending.push_front(Pending {
                retried: true,
                ..again
            });
        }
        (failed, !state.pending.is_empty())
    };
    if let Some(pending) = failed {
        (pending.answer)(Err(Failure::Stopped(message.to_owned())));
    }
    if others || lane == Lane::Quick {
        start(lane_state, lane);
    }
}

/// Without a worker nothing that waits can be answered.
fn give_up(lane_state: &Rc<RefCell<LaneState>>, failure: &Failure) {
    let pending = {
        let mut state = lane_state.borrow_mut();
        state.worker = None;
        state.watch = None;
        std::mem::take(&mut state.pending)
    };
    for pending in pending {
        (pending.answer)(Err(failure.clone()));
    }
}

/// (Re)starts the watch over a lane: a worker that was ended from outside says nothing, so
/// silence is the only sign. Jobs of the slow lane may take as long as they take.
fn watch(lane_state: &Rc<RefCell<LaneState>>, lane: Lane) {
    let mut state = lane_state.borrow_mut();
    let Some(running) = &state.worker else { return };
    let patience = match (running.ready, lane) {
        (false, _) => START_PATIENCE,
        (true, Lane::Quick) if !state.pending.is_empty() => PATIENCE,
        (true, _) => {
            state.watch = None;
            return;
        }
    };
    let weak = Rc::downgrade(lane_state);
    state.watch = Some(Timeout::new(patience, move || {
        if let Some(state) = weak.upgrade() {
            fell_silent(&state, lane);
        }
    }));
}

fn fell_silent(lane_state: &Rc<RefCell<LaneState>>, lane: Lane) {
    let silent = || Failure::Stopped(String::new());
    let failed = {
        let mut state = lane_state.borrow_mut();
        let ready = state.worker.take().is_some_and(|running| running.ready);
        if !ready {
            drop(state);
            return give_up(lane_state, &Failure::NoWorker(String::new()));
        }
        let failed: Vec<Pending> = {
            let (failed, kept) = std::mem::take(&mut state.pending)
                .into_iter()
                .partition(|p| p.retried);
            state.pending = VecDeque::from(kept_with_retry(kept));
            failed
        };
        failed
    };
    for pending in failed {
        (pending.answer)(Err(silent()));
    }
    start(lane_state, lane);
}

fn kept_with_retry(kept: Vec<Pending>) -> Vec<Pending> {
    kept.into_iter()
        .map(|pending| Pending {
            retried: true,
            ..pending
        })
        .collect()
}

/// The names under which a worker reaches a network or starts another worker. The policy that it
/// inherits lets the page fetch a JWK Set; the worker needs none of that, so they are taken away
/// before its own code runs.
const WAYS_OUT: &str = r#"["fetch","XMLHttpRequest","WebSocket","WebSocketStream","WebTransport","EventSource","importScripts","Worker","BroadcastChannel","caches","indexedDB"]"#;

/// What a worker starts from: its loader, and behind that what calls it.
fn script(loader: &JsValue) -> Result<Blob, JsValue> {
    // The name of the loader's function is wasm-bindgen's; the build looks that it is there.
    let start = format!(
        "
for (const name of {WAYS_OUT}) {{
  for (let scope = self; scope; scope = Object.getPrototypeOf(scope)) Reflect.deleteProperty(scope, name);
}}
self.onmessage = event => {{ self.onmessage = null; wasm_bindgen({{ module_or_path: event.data }}); }};
"
    );
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let script = Array::of2(loader, &start.into());
    Blob::new_with_str_sequence_and_options(&script, &options)
}

thread_local! {
    static PARTS: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// The text of the worker's loader and its compiled module, had once for all lanes.
async fn parts() -> Result<Array, JsValue> {
    let kept = PARTS.with_borrow(Clone::clone);
    let promise = kept.or_else(brought).unwrap_or_else(|| {
        Promise::all(&Array::of2(
            &future_to_promise(async { Ok(own_file::text("worker-js").await?.into()) }),
            &future_to_promise(module()),
        ))
    });
    PARTS.set(Some(promise.clone()));
    let parts = JsFuture::from(promise).await;
    if parts.is_err() {
        // The next attempt fetches again: the failure may have been the network's.
        PARTS.set(None);
    }
    parts?.dyn_into()
}

/// What the start of the page (`web/start.js`) has asked for already; once.
fn brought() -> Option<Promise> {
    let rest = Reflect::get(&js_sys::global(), &"rest".into()).ok()?;
    let promise = Reflect::get(&rest, &"worker".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let _ = Reflect::set(&rest, &"worker".into(), &JsValue::UNDEFINED);
    Some(promise)
}

async fn module() -> Result<JsValue, JsValue> {
    // Not `compileStreaming`: it wants `application/wasm`, which not every static host sends.
    let bytes = own_file::bytes("worker-wasm").await?;
    JsFuture::from(WebAssembly::compile(&bytes)).await
}

fn text_of(error: &JsValue) -> String {
    error
        .as_string()
        .or_else(|| error.dyn_ref::<Object>().map(|o| o.to_string().into()))
        .unwrap_or_default()
}

fn message_of(event: &web_sys::Event) -> String {
    Reflect::get(event, &"message".into())
        .ok()
        .and_then(|m| m.as_string())
        .unwrap_or_default()
}
