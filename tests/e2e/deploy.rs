//! The files under `deploy/`, each read by the server it is for, which then serves `dist/`:
//! the headers, the compressed files, and what is kept for how long.
//!
//! `cargo xtask test` says where the servers are; one that is missing is named there.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use xtask::process::Background;
use xtask::workspace;

/// The name and the folder that the files have, for their readers to change.
const NAME: &str = "jwt.example.org";
const FOLDER: &str = "/srv/jwt-debugger";

const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn nginx_serves_as_its_file_says() -> Result<()> {
    let Some(program) = std::env::var_os("DEPLOY_NGINX") else {
        return Ok(());
    };
    let place = Place::new("nginx")?;
    let site = deployed("nginx.conf")?
        .replace("listen 80;", &format!("listen 127.0.0.1:{};", place.port))
        .replace(FOLDER, &workspace::dist().to_string_lossy());
    std::fs::write(place.folder.join("site.conf"), site)?;
    std::fs::copy("/etc/nginx/mime.types", place.folder.join("mime.types"))?;
    std::fs::write(
        place.folder.join("nginx.conf"),
        "user root;\npid nginx.pid;\nerror_log stderr;\nevents {}\n\
         http { access_log off; include site.conf; }\n",
    )?;
    let main = place.folder.join("nginx.conf");
    let arguments: [&OsStr; 6] = [
        "-p".as_ref(),
        place.folder.as_ref(),
        "-c".as_ref(),
        main.as_ref(),
        "-g".as_ref(),
        "daemon off;".as_ref(),
    ];
    let server = Running::start(Path::new(&program), &arguments, &place)?;
    serves_well(&server, "gzip")
}

#[test]
fn caddy_serves_as_its_file_says() -> Result<()> {
    let Some(program) = std::env::var_os("DEPLOY_CADDY") else {
        return Ok(());
    };
    let place = Place::new("caddy")?;
    let site = deployed("Caddyfile")?
        .replace(NAME, &format!("http://127.0.0.1:{}", place.port))
        .replace(FOLDER, &workspace::dist().to_string_lossy());
    let file = place.folder.join("Caddyfile");
    let own = place.folder.display();
    std::fs::write(
        &file,
        format!("{{\n\tadmin off\n\tstorage file_system {own}\n}}\n{site}"),
    )?;
    let arguments: [&OsStr; 5] = [
        "run".as_ref(),
        "--adapter".as_ref(),
        "caddyfile".as_ref(),
        "--config".as_ref(),
        file.as_ref(),
    ];
    let server = Running::start(Path::new(&program), &arguments, &place)?;
    serves_well(&server, "br")
}

/// Netlify and Cloudflare Pages apply every rule that fits, and a header of two rules comes twice.
/// Only Cloudflare takes one away again, so no two rules may give a path the same header.
#[test]
fn the_headers_file_keeps_what_is_hashed_and_nothing_else() -> Result<()> {
    let rules = deployed("_headers")?;
    ensure!(!rules.lines().any(|line| line.trim().starts_with('!')));
    let mut count = 0;
    for entry in std::fs::read_dir(workspace::dist())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        count += 1;
        let expected = match is_asked_for_each_time(&name) {
            true => "no-cache",
            false => KEPT_FOR_EVER,
        };
        let found = by_rules(&rules, &format!("/{name}"), "Cache-Control");
        ensure!(found == [expected], "{name}: {found:?}");
    }
    ensure!(count > 10, "{count} files in dist/");
    ensure!(by_rules(&rules, "/", "Cache-Control") == ["no-cache"]);
    // What is not there may be there tomorrow.
    for path in ["/no-such-file.js", "/no-such-folder/"] {
        let found = by_rules(&rules, path, "Cache-Control");
        ensure!(found.is_empty(), "{path}: {found:?}");
    }
    Ok(())
}

/// The values of a header that a `_headers` file gives a path.
fn by_rules(rules: &str, path: &str, name: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut fits = false;
    for line in rules.lines().filter(|line| !line.starts_with('#')) {
        if !line.starts_with(' ') {
            fits = match line.split_once('*') {
                Some((start, end)) => path.starts_with(start) && path.ends_with(end),
                None => path == line,
            };
        } else if let Some(value) = line.trim().strip_prefix(&format!("{name}: ")) {
            values.extend(fits.then(|| value.to_string()));
        }
    }
    values
}

const KEPT_FOR_EVER: &str = "public, max-age=31536000, immutable";

fn is_asked_for_each_time(file: &str) -> bool {
    ["", "index.html", "service-worker.js"].contains(&file)
}

#[test]
fn every_file_has_the_policy_of_the_page_and_frames_beside() -> Result<()> {
    let policy = policy()?;
    for name in ["nginx.conf", "Caddyfile", "_headers"] {
        let count = deployed(name)?.matches(&policy).count();
        ensure!(count == 1, "{name} has the policy {count} times");
    }
    Ok(())
}

/// The policy of the page, and what only a header can say.
fn policy() -> Result<String> {
    let page = std::fs::read_to_string(workspace::root().join("index.html"))?;
    let (_, behind) = page
        .split_once("content=\"default-src")
        .context("the page has no policy")?;
    let (policy, _) = behind.split_once('"').context("the policy has no end")?;
    Ok(format!("default-src{policy}; frame-ancestors 'none'"))
}

fn deployed(name: &str) -> Result<String> {
    let path = workspace::root().join("deploy").join(name);
    std::fs::read_to_string(&path).with_context(|| path.display().to_string())
}

/// What must hold of every server: `packed` is the compressed form that it sends.
fn serves_well(server: &Running, packed: &str) -> Result<()> {
    let policy = policy()?;
    let names = std::fs::read_dir(workspace::dist())?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<Vec<String>>>()?;
    let one = |ending: &str| -> Result<&String> {
        let found = names.iter().find(|name| name.ends_with(ending));
        found.with_context(|| format!("dist/ has no {ending}"))
    };
    let hashed = |ending: &str| -> Result<&String> {
        let found = names
            .iter()
            .find(|name| name.starts_with("page-") && name.ends_with(ending));
        found.with_context(|| format!("dist/ has no page-…{ending}"))
    };
    let files = [
        ("", "text/html"),
        ("service-worker.js", "javascript"),
        (hashed(".js")?, "javascript"),
        (one(".css")?, "text/css"),
        (one(".wasm")?, "application/wasm"),
        (one(".ftl")?, "text/plain"),
        (one(".tsv")?, "text/plain"),
        (one(".txt")?, "text/plain"),
        (one(".svg")?, "image/svg+xml"),
        (one(".webmanifest")?, "application/manifest+json"),
    ];
    for (file, kind) in files {
        let answer = server.get(file)?;
        ensure!(answer.status == 200, "/{file}: {}", answer.status);
        let expected = [
            ("content-security-policy", policy.as_str()),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            (
                "cache-control",
                match is_asked_for_each_time(file) {
                    true => "no-cache",
                    false => KEPT_FOR_EVER,
                },
            ),
        ];
        for (name, value) in expected {
            let found = answer.header(name)?;
            ensure!(found == value, "/{file}: {name} is {found}");
        }
        let found = answer.header("content-type")?;
        ensure!(found.contains(kind), "/{file}: content-type is {found}");
        let found = answer.header("content-encoding")?;
        ensure!(found == packed, "/{file}: content-encoding is {found}");
        // The file that was packed when the page was built, not what the server packs by itself.
        let ending = if packed == "gzip" { "gz" } else { packed };
        let file = if file.is_empty() { "index.html" } else { file };
        let built = std::fs::read(workspace::dist().join(format!("{file}.{ending}")))?;
        let (sent, built) = (answer.body.as_slice(), built.as_slice());
        ensure!(
            sent == built,
            "/{file}: {} bytes, not the {} of its .{ending}",
            sent.len(),
            built.len()
        );
    }
    let missing = server.get("no-such-file.js")?;
    ensure!(missing.status == 404, "a missing file: {}", missing.status);
    Ok(())
}

/// Where a server keeps its files, and a port that was free a moment ago.
struct Place {
    folder: PathBuf,
    port: u16,
}

impl Place {
    fn new(name: &str) -> Result<Self> {
        let folder = workspace::scratch().join("deploy").join(name);
        std::fs::create_dir_all(&folder)?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        Ok(Self { folder, port })
    }
}

/// A server that ends when it is dropped.
struct Running {
    _process: Background,
    port: u16,
}

impl Running {
    fn start(program: &Path, arguments: &[&OsStr], place: &Place) -> Result<Self> {
        let log = place.folder.join("log");
        let mut process = Background::start(program, arguments, &log)?;
        let said = || std::fs::read_to_string(&log).unwrap_or_default();
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", place.port)).is_err() {
            process.check_alive().with_context(said)?;
            if begun.elapsed() > PATIENCE {
                bail!("the server did not start: {}", said());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(Self {
            _process: process,
            port: place.port,
        })
    }

    fn get(&self, file: &str) -> Result<Answer> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(
            stream,
            "GET /{file} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAccept-Encoding: br, gzip\r\n\
             Connection: close\r\n\r\n",
            self.port
        )?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        Answer::read(&bytes)
    }
}

/// An answer.
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn read(bytes: &[u8]) -> Result<Self> {
        let (head, body) = split_at(bytes, b"\r\n\r\n").context("no answer")?;
        let head = String::from_utf8_lossy(head);
        let mut lines = head.lines();
        let first = lines.next().context("an empty answer")?;
        let status = first.split(' ').nth(1).context("no status")?.parse()?;
        let headers = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect::<BTreeMap<_, _>>();
        let body = match headers.get("transfer-encoding") {
            Some(_) => joined(body)?,
            None => body.to_vec(),
        };
        Ok(Self {
            status,
            headers,
            body,
        })
    }

    fn header(&self, name: &str) -> Result<&str> {
        let value = self.headers.get(name);
        value
            .map(String::as_str)
            .with_context(|| format!("there is no {name}: {:?}", self.headers))
    }
}

/// What stands before and behind the first `mark`.
fn split_at<'a>(bytes: &'a [u8], mark: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = bytes.windows(mark.len()).position(|part| part == mark)?;
    let (before, rest) = bytes.split_at(at);
    Some((before, rest.get(mark.len()..)?))
}

/// A body that comes in chunks (RFC 9112 §7.1).
fn joined(mut body: &[u8]) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    loop {
        let (size, rest) = split_at(body, b"\r\n").context("a chunk without a size")?;
        let size = usize::from_str_radix(std::str::from_utf8(size)?, 16)?;
        if size == 0 {
            return Ok(all);
        }
        all.extend_from_slice(rest.get(..size).context("half a chunk")?);
        body = rest.get(size + 2..).context("a chunk without an end")?;
    }
}
