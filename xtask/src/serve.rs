//! `cargo xtask serve`: the built product on a local address, as a good static
//! host would serve it. The tests in a browser use the same server.

use std::io::Read;
use std::net::{IpAddr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use anyhow::{Result, anyhow, bail};
use sha2::{Digest, Sha256};
use tiny_http::{Header, Method, Request, Response, StatusCode};

use crate::build::{self, BuildOptions, names::hex};
use crate::setup::step;

/// The port unless told otherwise.
pub const DEFAULT_PORT: u16 = 8080;

/// Requests answered at a time: a browser opens six connections to a host.
const THREADS: usize = 8;

/// Where to serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServeOptions {
    /// The address listened on.
    pub address: IpAddr,
    /// The port listened on; 0 takes a free one.
    pub port: u16,
}

/// Builds and serves until it is interrupted.
///
/// # Errors
/// When the build fails or the port is taken.
pub fn run(options: &ServeOptions) -> Result<()> {
    let ServeOptions { address, port } = *options;
    // Taken before the build, so that nobody waits for a build and then for a port.
    let listener = std::net::TcpListener::bind((address, port)).map_err(|error| {
        anyhow!(
            "port {port} cannot be used ({error}).\n\
             Choose another: cargo xtask serve --port {}",
            port.checked_add(1).unwrap_or(DEFAULT_PORT)
        )
    })?;
    let dist = build::run(&BuildOptions::default())?;
    let server = Server::over(listener, &dist, "/")?;
    step(&format!("serving dist/ at {}", server.url()));
    step("Ctrl+C ends it; run it again after a change");
    server.wait();
    Ok(())
}

/// A static server that ends when it is dropped.
pub struct Server {
    inner: Arc<tiny_http::Server>,
    ending: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
    address: SocketAddr,
    prefix: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves `directory` under the path `prefix` (`/`, or `/some/path/`) on a
    /// free port of this machine.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn start(directory: &Path, prefix: &str) -> Result<Self> {
        Self::over(
            std::net::TcpListener::bind(("127.0.0.1", 0))?,
            directory,
            prefix,
        )
    }

    /// As [`Server::start`], on a listener of the caller's.
    ///
    /// # Errors
    /// When the prefix does not begin and end with `/` or the listener is of no use.
    pub fn over(listener: std::net::TcpListener, directory: &Path, prefix: &str) -> Result<Self> {
        if !prefix.starts_with('/') || !prefix.ends_with('/') {
            bail!("a prefix begins and ends with `/`, `{prefix}` does not");
        }
        let address = listener.local_addr()?;
        let inner = tiny_http::Server::from_listener(listener, None)
            .map_err(|error| anyhow!("the server could not start: {error}"))?;
        let inner = Arc::new(inner);
        let ending = Arc::new(AtomicBool::new(false));
        let requests = Arc::new(Mutex::default());
        let threads = (0..THREADS)
            .map(|_| {
                let inner = Arc::clone(&inner);
                let ending = Arc::clone(&ending);
                let directory = directory.to_path_buf();
                let prefix = prefix.to_string();
                let requests = Arc::clone(&requests);
                std::thread::spawn(move || {
                    while !ending.load(Ordering::SeqCst) {
                        if let Ok(request) = inner.recv() {
                            note(&requests, &request);
                            answer(request, &directory, &prefix);
                        }
                    }
                })
            })
            .collect();
        Ok(Self {
            inner,
            ending,
            threads,
            address,
            prefix: prefix.to_string(),
            requests,
        })
    }

    /// The address of the page, `/` at its end.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.prefix)
    }

    /// The scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The last requests, as `GET /path`, oldest first.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.requests).clone()
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) {
        for thread in std::mem::take(&mut self.threads) {
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ending.store(true, Ordering::SeqCst);
        for _ in 0..THREADS {
            self.inner.unblock();
        }
        for thread in std::mem::take(&mut self.threads) {
            let _ = thread.join();
        }
    }
}

/// As many requests as are remembered; a server that runs for days forgets the rest.
const REMEMBERED: usize = 1000;

fn note(requests: &Mutex<Vec<String>>, request: &Request) {
    let mut requests = lock(requests);
    if requests.len() >= REMEMBERED {
        requests.remove(0);
    }
    requests.push(format!("{} {}", request.method(), request.url()));
}

/// A thread that panicked leaves a list that is whole.
fn lock(requests: &Mutex<Vec<String>>) -> MutexGuard<'_, Vec<String>> {
    requests.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A client that went away is no matter of the server's.
fn answer(request: Request, directory: &Path, prefix: &str) {
    let reply = reply(&request, directory, prefix);
    let _ = match reply {
        Reply::File(file) => {
            let mut response = Response::from_data(file.content).with_status_code(file.status);
            for (name, value) in file.headers {
                if let Ok(header) = Header::from_bytes(name, value) {
                    response.add_header(header);
                }
            }
            request.respond(response)
        }
        Reply::Status(code) => {
            let text = format!("{code} {}\n", StatusCode(code).default_reason_phrase());
            request.respond(Response::from_string(text).with_status_code(code))
        }
        Reply::MovedTo(place) => {
            let mut response = Response::empty(308);
            if let Ok(header) = Header::from_bytes("Location", place) {
                response.add_header(header);
            }
            request.respond(response)
        }
    };
}

enum Reply {
    File(FileReply),
    Status(u16),
    MovedTo(String),
}

struct FileReply {
    status: u16,
    headers: Vec<(&'static str, String)>,
    content: Vec<u8>,
}

fn reply(request: &Request, directory: &Path, prefix: &str) -> Reply {
    if ![Method::Get, Method::Head].contains(request.method()) {
        return Reply::Status(405);
    }
    let path = request.url().split(['?', '#']).next().unwrap_or_default();
    let Some(inside) = path.strip_prefix(prefix) else {
        // Without the last `/`, the page's relative names would point beside it.
        return match format!("{path}/") == prefix {
            true => Reply::MovedTo(prefix.to_string()),
            false => Reply::Status(404),
        };
    };
    let Some(file) = inside_of(directory, inside) else {
        return Reply::Status(404);
    };
    let accepted = header(request, "Accept-Encoding").unwrap_or_default();
    let Some((content, encoding)) = read_best(&file, &accepted) else {
        return Reply::Status(404);
    };
    let tag = format!("\"{}\"", hex(&Sha256::digest(&content), 32));
    let is_hashed = has_hash(&file);
    let mut headers = vec![
        ("Content-Type", content_type(&file).to_string()),
        ("X-Content-Type-Options", "nosniff".to_string()),
        ("Referrer-Policy", "no-referrer".to_string()),
        ("Vary", "Accept-Encoding".to_string()),
        ("ETag", tag.clone()),
        (
            "Cache-Control",
            String::from(match is_hashed {
                true => "public, max-age=31536000, immutable",
                false => "no-cache",
            }),
        ),
    ];
    if let Some(encoding) = encoding {
        headers.push(("Content-Encoding", encoding.to_string()));
    }
    let is_known = header(request, "If-None-Match")
        .is_some_and(|known| known.split(',').any(|other| other.trim() == tag));
    let (status, content) = match is_known {
        true => (304, Vec::new()),
        false => (200, content),
    };
    Reply::File(FileReply {
        status,
        headers,
        content,
    })
}

fn header(request: &Request, name: &'static str) -> Option<String> {
    let mut all = request.headers().iter();
    all.find(|header| header.field.equiv(name))
        .map(|header| header.value.to_string())
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
            plain.ends_with("<p>plain") && plain.contains("no-cache"),
            "{plain}"
        );
        for encoding in ["br", "gzip, br", "gzip;q=1.0, br;q=0.5"] {
            let packed = ask(
                &server,
                &format!("GET / HTTP/1.1\r\nAccept-Encoding: {encoding}"),
            );
            assert!(packed.ends_with("squeezed") && packed.contains("Content-Encoding: br"));
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
            answer.contains("X-Content-Type-Options: nosniff"),
            "{answer}"
        );
    }

    #[test]
    fn a_known_tag_is_answered_without_content() {
        let server = Server::start(&site("tag"), "/").unwrap();
        let first = ask(&server, "GET / HTTP/1.1");
        let tag = first
            .lines()
            .find_map(|line| line.strip_prefix("ETag: "))
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
        assert!(ask(&server, "GET /a/b HTTP/1.1").contains("Location: /a/b/"));
        assert!(ask(&server, "GET / HTTP/1.1").starts_with("HTTP/1.1 404"));
        assert!(Server::start(&site("prefix"), "a/b").is_err());
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
            assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        }
        assert!(ask(&server, "POST / HTTP/1.1").starts_with("HTTP/1.1 405"));
    }
}
