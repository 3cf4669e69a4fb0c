//! A JWK Set server in every mood that a page may meet.
//!
//! Written on sockets, because most moods are what a proper server library
//! prevents.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::listening::{Listening, Open};

/// How one address of the server answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// The JWK Set, readable from any origin.
    Good,
    /// 404, readable.
    NotFound,
    /// 500, readable.
    Failing,
    /// 200 with HTML, readable.
    NotJson,
    /// The JWK Set, without the header that lets another origin read it.
    NoCors,
    /// Ten megabytes of white space around an empty set.
    Huge,
    /// Takes the request and says nothing until the server ends.
    Silent,
    /// Sends the head and half of the set; the rest follows
    /// [`JwksServer::finish_slow`].
    Slow,
    /// Sends the reader to the good address.
    Redirect,
    /// Sends the reader to the address that is not found.
    RedirectToNothing,
    /// Sends the reader back to the same address.
    RedirectLoop,
    /// The JWK Set, called `text/plain`.
    WrongType,
    /// Announces more than it sends and closes.
    CutShort,
    /// A few kilobytes that unpack to a hundred megabytes.
    GzipBomb,
    /// One byte at a time, without an end.
    Drip,
    /// Sends the reader to another host, over plain http.
    RedirectToHttp,
}

impl Mood {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::Good,
        Self::NotFound,
        Self::Failing,
        Self::NotJson,
        Self::NoCors,
        Self::Huge,
        Self::Silent,
        Self::Slow,
        Self::Redirect,
        Self::RedirectToNothing,
        Self::RedirectLoop,
        Self::WrongType,
        Self::CutShort,
        Self::GzipBomb,
        Self::Drip,
        Self::RedirectToHttp,
    ];

    const fn path(self) -> &'static str {
        match self {
            Self::Good => "/good/jwks.json",
            Self::NotFound => "/not-found/jwks.json",
            Self::Failing => "/failing/jwks.json",
            Self::NotJson => "/not-json/jwks.json",
            Self::NoCors => "/no-cors/jwks.json",
            Self::Huge => "/huge/jwks.json",
            Self::Silent => "/silent/jwks.json",
            Self::Slow => "/slow/jwks.json",
            Self::Redirect => "/redirect/jwks.json",
            Self::RedirectToNothing => "/redirect-to-nothing/jwks.json",
            Self::RedirectLoop => "/redirect-loop/jwks.json",
            Self::WrongType => "/wrong-type/jwks.json",
            Self::CutShort => "/cut-short/jwks.json",
            Self::GzipBomb => "/gzip-bomb/jwks.json",
            Self::Drip => "/drip/jwks.json",
            Self::RedirectToHttp => "/redirect-to-http/jwks.json",
        }
    }
}

const HUGE: usize = 10_000_000;
/// A hundred megabytes, in blocks.
const BLOCK: usize = 1_000_000;
const BLOCKS: usize = 100;
/// Between two drops.
const PAUSE: Duration = Duration::from_millis(100);

/// A server on a port of its own, ended when it is dropped.
#[derive(Debug)]
pub struct JwksServer {
    shared: Arc<Shared>,
    listening: Listening,
}

#[derive(Debug)]
struct Shared {
    jwks: String,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    documents: BTreeMap<String, String>,
    requests: Vec<String>,
    heads: Vec<String>,
    slow_may_finish: bool,
}

impl JwksServer {
    /// Serves this JWK Set in all moods.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn start(jwks: impl Into<String>) -> Result<Self> {
        let shared = Arc::new(Shared {
            jwks: jwks.into(),
            state: Mutex::default(),
            changed: Condvar::new(),
        });
        let listening = Listening::start({
            let shared = Arc::clone(&shared);
            move |stream, open| answer(stream, open, &shared)
        })?;
        Ok(Self { shared, listening })
    }

    /// The address at which the server is in this mood.
    pub fn url(&self, mood: Mood) -> String {
        format!("{}{}", self.origin(), mood.path())
    }

    /// From now on this body stands at this path, in place of what stood there, and gives its
    /// address.
    pub fn put(&self, path: &str, body: impl Into<String>) -> String {
        let documents = &mut self.shared.lock().documents;
        documents.insert(path.to_string(), body.into());
        format!("{}{path}", self.origin())
    }

    /// From now on the good address has this set.
    pub fn rotate(&self, jwks: impl Into<String>) {
        self.put(Mood::Good.path(), jwks);
    }

    /// The server's scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://{}", self.listening.address())
    }

    /// The requests so far, as `GET /path`.
    pub fn requests(&self) -> Vec<String> {
        self.shared.lock().requests.clone()
    }

    /// What came along with each request, in small letters.
    pub fn heads(&self) -> Vec<String> {
        self.shared.lock().heads.clone()
    }

    /// Lets the answers of [`Mood::Slow`] come to their end.
    pub fn finish_slow(&self) {
        self.shared.lock().slow_may_finish = true;
        self.shared.changed.notify_all();
    }
}

impl Drop for JwksServer {
    fn drop(&mut self) {
        self.listening.open().end();
        // Whoever looked before that waits by now, or does not hold the lock yet.
        drop(self.shared.lock());
        self.shared.changed.notify_all();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Until something changes, or the time of a drop has come.
    fn rest(&self) {
        let _ = self.changed.wait_timeout(self.lock(), PAUSE);
    }

    fn wait_while(&self, open: &Open, unchanged: impl Fn(&State) -> bool) {
        let state = self.lock();
        drop(
            self.changed
                .wait_while(state, |state| !open.is_ending() && unchanged(state)),
        );
    }
}

fn answer(stream: &TcpStream, open: &Open, shared: &Shared) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut head = String::new();
    while reader.read_line(&mut head)? > 2 {}
    let mut words = first.split_whitespace();
    let (Some(method), Some(path)) = (words.next(), words.next()) else {
        return Ok(());
    };
    {
        let mut state = shared.lock();
        state.requests.push(format!("{method} {path}"));
        state.heads.push(head.to_lowercase());
    }
    if method == "OPTIONS" {
        return send(stream, "204 No Content", &[PREFLIGHT, CORS], "");
    }
    let document = shared.lock().documents.get(path).cloned();
    if let Some(body) = document {
        return send(stream, "200 OK", &[CORS, JSON], &body);
    }
    match Mood::ALL.into_iter().find(|mood| mood.path() == path) {
        Some(mood) => be(mood, stream, open, shared),
        None => send(stream, "404 Not Found", &[CORS], "there is no such mood\n"),
    }
}

const CORS: &str = "Access-Control-Allow-Origin: *";
const PREFLIGHT: &str =
    "Access-Control-Allow-Headers: *\r\nAccess-Control-Allow-Private-Network: true";
const JSON: &str = "Content-Type: application/json";

fn be(mood: Mood, stream: &TcpStream, open: &Open, shared: &Shared) -> std::io::Result<()> {
    let jwks = shared.jwks.as_str();
    match mood {
        Mood::Good => send(stream, "200 OK", &[CORS, JSON], jwks),
        Mood::NotFound => send(stream, "404 Not Found", &[CORS], "not here\n"),
        Mood::Failing => send(stream, "500 Internal Server Error", &[CORS], "not now\n"),
        Mood::NotJson => send(
            stream,
            "200 OK",
            &[CORS, "Content-Type: text/html"],
            "<!doctype html><title>Sign in</title>",
        ),
        Mood::NoCors => send(stream, "200 OK", &[JSON], jwks),
        Mood::Huge => {
            let padding = " ".repeat(HUGE);
            let body = format!("{{\"keys\":[{padding}]}}");
            send(stream, "200 OK", &[CORS, JSON], &body)
        }
        Mood::Silent => {
            shared.wait_while(open, |_| true);
            Ok(())
        }
        Mood::Slow => {
            let (start, end) = jwks.split_at(jwks.len() / 2);
            let mut stream = stream;
            let length = jwks.len();
            write!(
                stream,
                "HTTP/1.1 200 OK\r\n{CORS}\r\n{JSON}\r\nContent-Length: {length}\r\n\r\n{start}"
            )?;
            stream.flush()?;
            shared.wait_while(open, |state| !state.slow_may_finish);
            stream.write_all(end.as_bytes())
        }
        Mood::Redirect => {
            let place = format!("Location: {}", Mood::Good.path());
            send(stream, "302 Found", &[CORS, &place], "")
        }
        Mood::RedirectToNothing => {
            let place = format!("Location: {}", Mood::NotFound.path());
            send(stream, "302 Found", &[CORS, &place], "")
        }
        Mood::RedirectLoop => {
            let place = format!("Location: {}", Mood::RedirectLoop.path());
            send(stream, "302 Found", &[CORS, &place], "")
        }
        Mood::WrongType => send(stream, "200 OK", &[CORS, "Content-Type: text/plain"], jwks),
        Mood::CutShort => {
            let mut stream = stream;
            let length = jwks.len() + 1000;
            write!(
                stream,
                "HTTP/1.1 200 OK\r\n{CORS}\r\n{JSON}\r\nContent-Length: {length}\r\n\r\n{jwks}"
            )
        }
        Mood::GzipBomb => {
            let body = bomb()?;
            let mut stream = stream;
            write!(
                stream,
                "HTTP/1.1 200 OK\r\n{CORS}\r\n{JSON}\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                body.len()
            )?;
            stream.write_all(&body)?;
            stream.flush()
        }
        Mood::Drip => {
            let mut stream = stream;
            write!(stream, "HTTP/1.1 200 OK\r\n{CORS}\r\n{JSON}\r\n\r\n")?;
            while !open.is_ending() {
                stream.write_all(b" ")?;
                stream.flush()?;
                shared.rest();
            }
            Ok(())
        }
        Mood::RedirectToHttp => {
            let place = "Location: http://issuer.invalid/jwks.json";
            send(stream, "302 Found", &[CORS, place], "")
        }
    }
}

/// `{"keys":[` and white space, packed.
fn bomb() -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(b"{\"keys\":[")?;
    let block = vec![b' '; BLOCK];
    for _ in 0..BLOCKS {
        encoder.write_all(&block)?;
    }
    encoder.finish()
}

fn send(mut stream: &TcpStream, status: &str, headers: &[&str], body: &str) -> std::io::Result<()> {
    write!(stream, "HTTP/1.1 {status}\r\n")?;
    for header in headers {
        write!(stream, "{header}\r\n")?;
    }
    write!(
        stream,
        "Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    stream.flush()
}
