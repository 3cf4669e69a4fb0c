//! A proxy that writes down whatever a browser asks of it, and passes on what stays on this
//! machine: what a page says of itself is not taken for what it does.
//!
//! Spec: RFC 9112 §3.2.2 (absolute-form); RFC 9110 §9.3.6 (CONNECT, which is never granted).

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use url::{Host, Url};

use crate::listening::{Listening, Open};

/// A request as it came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// The first word of the first line.
    pub method: String,
    /// The second: a URL, or host and port of a `CONNECT`.
    pub target: String,
    /// The lines below it.
    pub headers: Vec<String>,
    /// What came behind them.
    pub body: Vec<u8>,
}

impl Seen {
    /// As `GET http://127.0.0.1:8080/`.
    pub fn line(&self) -> String {
        format!("{} {}", self.method, self.target)
    }

    fn header(&self, wanted: &str) -> Option<&str> {
        self.headers.iter().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case(wanted).then_some(value.trim())
        })
    }
}

/// A proxy on a port of its own, ended when it is dropped.
#[derive(Debug)]
pub struct Proxy {
    seen: Arc<Mutex<Vec<Seen>>>,
    listening: Listening,
}

impl Proxy {
    /// Starts to listen.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn start() -> Result<Self> {
        let seen = Arc::default();
        let listening = Listening::start({
            let seen = Arc::clone(&seen);
            move |stream, open| serve(stream, open, &seen)
        })?;
        Ok(Self { seen, listening })
    }

    /// Where a browser finds it.
    pub fn address(&self) -> SocketAddr {
        self.listening.address()
    }

    /// Every request so far, oldest first.
    pub fn seen(&self) -> Vec<Seen> {
        let seen = self.seen.lock();
        seen.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// One request a connection: whatever is asked stands in a head of its own.
fn serve(stream: &TcpStream, open: &Open, all: &Mutex<Vec<Seen>>) -> std::io::Result<()> {
    let Some(seen) = read(stream)? else {
        return Ok(());
    };
    all.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(seen.clone());
    let url = Url::parse(&seen.target).ok();
    let place = url.and_then(|url| Some((on_this_machine(&url)?, url)));
    let Some((address, url)) = place else {
        return refuse(stream, "403 Forbidden");
    };
    // Of a length that is not known beforehand, nothing was read.
    if seen.header("Transfer-Encoding").is_some() {
        return refuse(stream, "411 Length Required");
    }
    match TcpStream::connect(address) {
        Ok(server) => {
            open.keep(&server)?;
            pass_on(&seen, &url, &server, stream)
        }
        Err(_) => refuse(stream, "502 Bad Gateway"),
    }
}

/// RFC 8446 §5.1: how a record begins.
const TLS_HANDSHAKE: u8 = 22;

fn read(stream: &TcpStream) -> std::io::Result<Option<Seen>> {
    let mut reader = BufReader::new(stream);
    if reader.fill_buf()?.first() == Some(&TLS_HANDSHAKE) {
        return Ok(Some(Seen {
            method: "TLS".to_owned(),
            target: "with the proxy itself".to_owned(),
            ..Seen::default()
        }));
    }
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut words = first.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Ok(None);
    };
    let mut seen = Seen {
        method: method.to_owned(),
        target: target.to_owned(),
        ..Seen::default()
    };
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        match line.trim_end() {
            "" => break,
            header => seen.headers.push(header.to_owned()),
        }
    }
    let length = seen.header("Content-Length").map(str::parse);
    seen.body = vec![0; length.and_then(Result::ok).unwrap_or_default()];
    reader.read_exact(&mut seen.body)?;
    Ok(Some(seen))
}

fn on_this_machine(url: &Url) -> Option<SocketAddr> {
    let is_ours = match url.host()? {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    };
    let port = url.port_or_known_default()?;
    (is_ours && url.scheme() == "http").then_some((Ipv4Addr::LOCALHOST, port).into())
}

/// Headers between the browser and a proxy only (RFC 9110 §7.6.1).
const HOP_BY_HOP: [&str; 4] = [
    "connection",
    "keep-alive",
    "proxy-connection",
    "proxy-authorization",
];

fn pass_on(
    seen: &Seen,
    url: &Url,
    mut server: &TcpStream,
    mut browser: &TcpStream,
) -> std::io::Result<()> {
    let query = url.query().map(|query| format!("?{query}"));
    let path = format!("{}{}", url.path(), query.unwrap_or_default());
    let mut head = format!("{} {path} HTTP/1.1\r\nConnection: close\r\n", seen.method);
    for line in &seen.headers {
        let name = line.split(':').next().unwrap_or_default();
        if !HOP_BY_HOP.contains(&name.to_lowercase().as_str()) {
            head.push_str(line);
            head.push_str("\r\n");
        }
    }
    server.write_all(format!("{head}\r\n").as_bytes())?;
    server.write_all(&seen.body)?;
    std::io::copy(&mut server, &mut browser)?;
    Ok(())
}

fn refuse(mut stream: &TcpStream, status: &str) -> std::io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    )?;
    stream.flush()
}
