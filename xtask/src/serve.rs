//! `cargo xtask serve`: the built product on a local address, as a good static
//! host would serve it. The tests in a browser use the same server.

use std::convert::Infallible;
use std::io::Read;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use anyhow::{Context, Result, anyhow, bail};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderName};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use sha2::{Digest, Sha256};
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

use crate::build::{self, BuildOptions, names::hex};
use crate::lan;
use crate::setup::step;

/// The port unless told otherwise.
pub const DEFAULT_PORT: u16 = 8080;

/// For whom to serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// Nobody but this machine.
    ThisMachine,
    /// Everyone on the networks that this machine is on.
    Room,
}

/// Where to serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServeOptions {
    /// For whom.
    pub whom: Whom,
    /// The port listened on; 0 takes a free one.
    pub port: u16,
}

/// Builds and serves until it is interrupted.
///
/// # Errors
/// When the build fails or the port is taken.
pub fn run(options: &ServeOptions) -> Result<()> {
    let ServeOptions { whom, port } = *options;
    // Taken before the build, so that nobody waits for a build and then for a port.
    let listener = listen(whom, port).map_err(|error| {
        anyhow!(
            "port {port} cannot be used ({error}).\n\
             Choose another: cargo xtask serve --port {}",
            port.checked_add(1).unwrap_or(DEFAULT_PORT)
        )
    })?;
    let dist = build::run(&BuildOptions::default())?;
    let server = Server::over(listener, &dist, "/")?;
    match whom {
        Whom::ThisMachine => step(&format!("serving dist/ at {}", server.url())),
        Whom::Room => {
            step("serving dist/ to everyone on this network");
            lan::announce(server.port())?;
        }
    }
    step("Ctrl+C ends it; run it again after a change");
    server.wait();
    Ok(())
}

/// Takes a port; 0 takes a free one.
///
/// # Errors
/// When it is taken.
pub fn listen(whom: Whom, port: u16) -> std::io::Result<TcpListener> {
    let address = match whom {
        Whom::ThisMachine => Ipv4Addr::LOCALHOST,
        Whom::Room => Ipv4Addr::UNSPECIFIED,
    };
    TcpListener::bind((address, port))
}

/// A static server that ends when it is dropped, with all its connections.
pub struct Server {
    site: Arc<Site>,
    address: SocketAddr,
    /// Dropped to end the thread.
    stop: Option<oneshot::Sender<Infallible>>,
    thread: Option<JoinHandle<()>>,
}

/// What is served.
struct Site {
    directory: PathBuf,
    prefix: String,
    requests: Mutex<Vec<String>>,
}

impl Server {
    /// Serves `directory` under the path `prefix` (`/`, or `/some/path/`) on a
    /// free port of this machine.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn start(directory: &Path, prefix: &str) -> Result<Self> {
        Self::over(listen(Whom::ThisMachine, 0)?, directory, prefix)
    }

    /// As [`Server::start`], on a listener of the caller's.
    ///
    /// # Errors
    /// When the prefix does not begin and end with `/` or the listener is of no use.
    pub fn over(listener: TcpListener, directory: &Path, prefix: &str) -> Result<Self> {
        if !prefix.starts_with('/') || !prefix.ends_with('/') {
            bail!("a prefix begins and ends with `/`, `{prefix}` does not");
        }
        let address = listener.local_addr()?;
        let site = Arc::new(Site {
            directory: directory.to_path_buf(),
            prefix: prefix.to_string(),
            requests: Mutex::default(),
        });
        // One thread for all connections, however many a room opens and leaves open.
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .build()
            .context("the server could not start")?;
        let (stop, stopped) = oneshot::channel();
        let thread = {
            let listener = in_runtime(&runtime, listener)?;
            let site = Arc::clone(&site);
            std::thread::spawn(move || {
                runtime.spawn(accept(listener, site));
                let _ = runtime.block_on(stopped);
            })
        };
        Ok(Self {
            site,
            address,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// The address of the page, `/` at its end.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.site.prefix)
    }

    /// The port listened on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The last requests, as `GET /path`, oldest first.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.site.requests).clone()
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn in_runtime(runtime: &Runtime, listener: TcpListener) -> Result<tokio::net::TcpListener> {
    listener.set_nonblocking(true)?;
    let _inside = runtime.enter();
    Ok(tokio::net::TcpListener::from_std(listener)?)
}

async fn accept(listener: tokio::net::TcpListener, site: Arc<Site>) {
    loop {
        // A client that is gone before it was let in is no matter of the server's.
        let Ok((stream, _)) = listener.accept().await else {
            tokio::task::yield_now().await;
            continue;
        };
        let site = Arc::clone(&site);
        tokio::spawn(async move {
            let answer = service_fn(|request: Request<Incoming>| {
                let answer = answer(&request, &site);
                async move { Ok::<_, Infallible>(answer) }
            });
            let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), answer);
            let _ = connection.await;
        });
    }
}

/// As many requests as are remembered; a server that runs for days forgets the rest.
const REMEMBERED: usize = 1000;

fn note<T>(requests: &Mutex<Vec<String>>, request: &Request<T>) {
    let mut requests = lock(requests);
    if requests.len() >= REMEMBERED {
        requests.remove(0);
    }
    requests.push(format!("{} {}", request.method(), request.uri()));
}

/// A thread that panicked leaves a list that is whole.
fn lock(requests: &Mutex<Vec<String>>) -> MutexGuard<'_, Vec<String>> {
    requests.lock().unwrap_or_else(PoisonError::into_inner)
}

type Answer = Response<Full<Bytes>>;

fn answer<T>(request: &Request<T>, site: &Site) -> Answer {
    note(&site.requests, request);
    reply(request, site).unwrap_or_else(|status| {
        let mut answer = Response::new(Full::from(format!("{status}\n")));
        *answer.status_mut() = status;
        answer
    })
}

fn reply<T>(request: &Request<T>, site: &Site) -> Result<Answer, StatusCode> {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    let path = request.uri().path();
    let prefix = &site.prefix;
    let Some(inside) = path.strip_prefix(prefix.as_str()) else {
        // Without the last `/`, the page's relative names would point beside it.
        return match format!("{path}/") == *prefix {
            true => built(
                StatusCode::PERMANENT_REDIRECT,
                vec![(header::LOCATION, prefix.clone())],
                Vec::new(),
            ),
            false => Err(StatusCode::NOT_FOUND),
        };
    };
    let file = inside_of(&site.directory, inside).ok_or(StatusCode::NOT_FOUND)?;
    let accepted = sent(request, header::ACCEPT_ENCODING);
    let (content, encoding) = read_best(&file, accepted).ok_or(StatusCode::NOT_FOUND)?;
    let tag = format!("\"{}\"", hex(&Sha256::digest(&content), 32));
    let kept = match has_hash(&file) {
        true => "public, max-age=31536000, immutable",
        false => "no-cache",
    };
    let mut headers = vec![
        (header::CONTENT_TYPE, content_type(&file).to_string()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_string()),
        (header::REFERRER_POLICY, "no-referrer".to_string()),
        (header::VARY, "Accept-Encoding".to_string()),
        (header::ETAG, tag.clone()),
        (header::CACHE_CONTROL, kept.to_string()),
    ];
    if let Some(encoding) = encoding {
        headers.push((header::CONTENT_ENCODING, encoding.to_string()));
    }
    let known = sent(request, header::IF_NONE_MATCH);
    match known.split(',').any(|other| other.trim() == tag) {
        true => built(StatusCode::NOT_MODIFIED, headers, Vec::new()),
        false => built(StatusCode::OK, headers, content),
    }
}

fn built(
    status: StatusCode,
    headers: Vec<(HeaderName, String)>,
    content: Vec<u8>,
) -> Result<Answer, StatusCode> {
    let mut builder = Response::builder().status(status);
    for (name, value) in headers {
        builder = builder.header(name, value);
    }
    let answer = builder.body(Full::from(content));
    answer.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

/// What a request says under a name; nothing when it does not.
fn sent<T>(request: &Request<T>, name: HeaderName) -> &str {
    let value = request.headers().get(name);
    value
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}

/// The file that a path names; `None` for one that leads out of the directory.
/// The product's file names need no percent encoding, so none is decoded.
fn inside_of(directory: &Path, path: &str) -> Option<PathBuf> {
    let relative = Path::new(path);
    if path.contains('\\')
        || !relative
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
    {
        return None;
    }
    let file = directory.join(relative);
    if path.is_empty() || path.ends_with('/') {
        return Some(file.join("index.html"));
    }
    Some(file)
}

fn read_best(file: &Path, accepted: &str) -> Option<(Vec<u8>, Option<&'static str>)> {
    for (encoding, ending) in [("br", ".br"), ("gzip", ".gz")] {
        if accepts(accepted, encoding) {
            let mut name = file.as_os_str().to_os_string();
            name.push(ending);
            if let Some(content) = read(Path::new(&name)) {
                return Some((content, Some(encoding)));
            }
        }
    }
    Some((read(file)?, None))
}

/// RFC 9110 §12.5.3, as far as browsers and curl use it.
fn accepts(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|offer| {
        let mut words = offer.split(';').map(str::trim);
        let is_named = words.next() == Some(encoding);
        is_named && !words.any(|word| ["q=0", "q=0.0", "q=0.00", "q=0.000"].contains(&word))
    })
}

fn read(file: &Path) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    if !file.is_file() {
        return None;
    }
    std::fs::File::open(file)
        .ok()?
        .read_to_end(&mut content)
        .ok()?;
    Some(content)
}

/// `name-0123456789abcdef.ending`, as the build makes them.
fn has_hash(file: &Path) -> bool {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        hash.len() == 16 && hash.chars().all(|digit| digit.is_ascii_hexdigit())
    })
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("txt" | "ftl" | "tsv") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::net::TcpStream;

    use super::*;

    /// Sends one request as it is and gives the whole answer.
    fn ask(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        let request = format!("{request}\r\nHost: x\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn site(name: &str) -> PathBuf {
        let directory = std::env::temp_dir().join(format!("xtask-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        for (file, content) in [
            ("index.html", "<p>plain"),
            ("index.html.br", "squeezed"),
            ("a-0123456789abcdef.wasm", "wasm"),
        ] {
            std::fs::write(directory.join(file), content).unwrap();
        }
        directory
    }

    #[test]
    fn the_page_is_served_plain_and_compressed() {
        let server = Server::start(&site("plain"), "/").unwrap();
        let plain = ask(&server, "GET / HTTP/1.1");
        assert!(
            plain.ends_with("<p>plain") && plain.contains("cache-control: no-cache"),
            "{plain}"
        );
        for encoding in ["br", "gzip, br", "gzip;q=1.0, br;q=0.5"] {
            let packed = ask(
                &server,
                &format!("GET / HTTP/1.1\r\nAccept-Encoding: {encoding}"),
            );
            assert!(packed.ends_with("squeezed") && packed.contains("content-encoding: br"));
        }
        let refused = ask(&server, "GET / HTTP/1.1\r\nAccept-Encoding: br;q=0");
        assert!(refused.ends_with("<p>plain"), "{refused}");
    }

    #[test]
    fn a_name_after_content_is_kept_for_ever() {
        let server = Server::start(&site("hashed"), "/").unwrap();
        let answer = ask(&server, "GET /a-0123456789abcdef.wasm HTTP/1.1");
        assert!(
            answer.contains("immutable") && answer.contains("application/wasm"),
            "{answer}"
        );
        assert!(
            answer.contains("x-content-type-options: nosniff"),
            "{answer}"
        );
    }

    #[test]
    fn a_known_tag_is_answered_without_content() {
        let server = Server::start(&site("tag"), "/").unwrap();
        let first = ask(&server, "GET / HTTP/1.1");
        let tag = first
            .lines()
            .find_map(|line| line.strip_prefix("etag: "))
            .unwrap();
        let second = ask(&server, &format!("GET / HTTP/1.1\r\nIf-None-Match: {tag}"));
        assert!(
            second.starts_with("HTTP/1.1 304") && !second.contains("plain"),
            "{second}"
        );
    }

    #[test]
    fn a_prefix_is_the_whole_world() {
        let server = Server::start(&site("prefix"), "/a/b/").unwrap();
        assert!(ask(&server, "GET /a/b/ HTTP/1.1").starts_with("HTTP/1.1 200"));
        assert!(ask(&server, "GET /a/b HTTP/1.1").contains("location: /a/b/"));
        assert!(ask(&server, "GET / HTTP/1.1").starts_with("HTTP/1.1 404"));
        assert!(Server::start(&site("prefix"), "a/b").is_err());
    }

    #[test]
    fn a_room_that_leaves_its_connections_open_is_served_all_the_same() {
        let server = Server::start(&site("room"), "/").unwrap();
        let idle: Vec<TcpStream> = (0..200)
            .map(|_| TcpStream::connect(server.address).unwrap())
            .collect();
        assert!(ask(&server, "GET / HTTP/1.1").ends_with("<p>plain"));
        drop(idle);
    }

    #[test]
    fn a_server_that_is_gone_answers_no_connection_that_was_open() {
        let server = Server::start(&site("gone"), "/").unwrap();
        let mut stream = TcpStream::connect(server.address).unwrap();
        let address = server.address;
        drop(server);
        let _ = stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        assert!(answer.is_empty());
        assert!(TcpStream::connect(address).is_err());
    }

    #[test]
    fn nothing_outside_is_served() {
        let server = Server::start(&site("outside"), "/").unwrap();
        for path in [
            "/../Cargo.toml",
            "//etc/passwd",
            "/./../x",
            "/..\\x",
            "/none",
        ] {
            let answer = ask(&server, &format!("GET {path} HTTP/1.1"));
            let is_refused = ["HTTP/1.1 404", "HTTP/1.1 400"].map(|line| answer.starts_with(line));
            assert!(is_refused.contains(&true), "{path}: {answer}");
        }
        assert!(ask(&server, "POST / HTTP/1.1").starts_with("HTTP/1.1 405"));
    }
}
