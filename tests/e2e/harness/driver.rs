//! Drivers: programs that take WebDriver commands and move a browser.
//!
//! geckodriver and WebKitWebDriver hold one session each, so a test borrows a
//! driver for its one session, and there are as many drivers as tests at a time.
//! Where an engine allows it, the next test takes over the session: a new tab costs
//! a fraction of a new browser.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use fantoccini::Client;
use tokio::runtime::Runtime;
use xtask::process::Background;
use xtask::setup::browsers::Installed;
use xtask::workspace;

use crate::browser;

/// How long a driver may take until it answers.
const START_LIMIT: Duration = Duration::from_secs(20);

/// Ports are picked free and may be gone a moment later.
const ATTEMPTS: usize = 3;

/// One running driver.
#[derive(Debug)]
pub struct Driver {
    background: Background,
    port: u16,
}

impl Driver {
    /// Starts a driver and waits until it takes sessions.
    ///
    /// # Errors
    /// When it does not start, or not in time.
    pub fn start(installed: &Installed) -> Result<Self> {
        let mut trouble = None;
        for _ in 0..ATTEMPTS {
            match Self::attempt(installed) {
                Ok(driver) => return Ok(driver),
                Err(error) => trouble = Some(error),
            }
        }
        Err(trouble.context("no attempt was made")?)
    }

    fn attempt(installed: &Installed) -> Result<Self> {
        let port = free_port()?;
        let (program, arguments) = browser::driver_command(installed, port);
        let log = workspace::scratch()
            .join("drivers")
            .join(format!("{}-{port}.log", installed.engine.name()));
        let mut background = Background::start(&program, &arguments, &log)?;
        let started = Instant::now();
        while !is_ready(port) {
            background
                .check_alive()
                .with_context(|| format!("see {}", log.display()))?;
            if started.elapsed() > START_LIMIT {
                bail!("the driver does not answer, see {}", log.display());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(Self { background, port })
    }

    /// Where it takes commands.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn is_alive(&mut self) -> bool {
        self.background.check_alive().is_ok()
    }
}

/// A driver with what a test leaves behind for the next one.
#[derive(Debug)]
pub struct Seat {
    /// The driver.
    pub driver: Driver,
    /// What the session lives in, as long as there is one.
    pub runtime: Runtime,
    /// A session with one new tab in it.
    pub session: Option<Client>,
}

impl Seat {
    fn new(installed: &Installed) -> Result<Self> {
        Ok(Self {
            driver: Driver::start(installed)?,
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()?,
            session: None,
        })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            let _ = self.runtime.block_on(session.close());
        }
    }
}

/// The drivers of one engine, started when they are first wanted.
#[derive(Debug)]
pub struct Drivers {
    installed: Installed,
    idle: Mutex<Vec<Seat>>,
    seats: Mutex<usize>,
    seat_is_free: Condvar,
}

impl Drivers {
    /// At most `at_a_time` drivers of an engine.
    pub fn new(installed: Installed, at_a_time: usize) -> Self {
        Self {
            installed,
            idle: Mutex::default(),
            seats: Mutex::new(at_a_time),
            seat_is_free: Condvar::new(),
        }
    }

    /// The engine and where it is.
    pub fn installed(&self) -> &Installed {
        &self.installed
    }

    /// Lends a driver to `work`, waiting until one is free.
    ///
    /// # Errors
    /// When no driver can be started, and those of `work`.
    pub fn with_seat<T>(&self, work: impl FnOnce(&mut Seat) -> Result<T>) -> Result<T> {
        self.take_seat();
        let outcome = self.seat().and_then(|mut seat| {
            let outcome = work(&mut seat);
            // After trouble the driver may hold a dead session: the next test gets a new one.
            if outcome.is_ok() {
                lock(&self.idle).push(seat);
            }
            outcome
        });
        *lock(&self.seats) += 1;
        self.seat_is_free.notify_one();
        outcome
    }

    fn take_seat(&self) {
        let seats = lock(&self.seats);
        let mut seats = self
            .seat_is_free
            .wait_while(seats, |seats| *seats == 0)
            .unwrap_or_else(PoisonError::into_inner);
        *seats -= 1;
    }

    fn seat(&self) -> Result<Seat> {
        let idle = lock(&self.idle).pop();
        if let Some(mut seat) = idle
            && seat.driver.is_alive()
        {
            return Ok(seat);
        }
        Seat::new(&self.installed)
    }
}

/// A panicking test leaves nothing half done in here.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}

/// WebDriver §8.3: `GET /status` answers `"ready": true`.
fn is_ready(port: u16) -> bool {
    let ask = || -> std::io::Result<String> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
        stream.set_read_timeout(Some(Duration::from_secs(1)))?;
        stream.write_all(
            format!("GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")
                .as_bytes(),
        )?;
        let mut answer = [0; 4096];
        let mut text = String::new();
        loop {
            let length = stream.read(&mut answer)?;
            let read = answer.get(..length).unwrap_or_default();
            text.push_str(&String::from_utf8_lossy(read));
            if length == 0 || text.contains("\"ready\"") && text.ends_with('}') {
                return Ok(text);
            }
        }
    };
    ask().is_ok_and(|text| {
        let compact: String = text.split_whitespace().collect();
        compact.contains("\"ready\":true")
    })
}
