//! A port of its own with a thread per connection: what the servers of tests stand on.

use std::io;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use anyhow::Result;

/// What is open, for whoever answers and whoever ends it.
#[derive(Debug, Default)]
pub struct Open {
    ending: AtomicBool,
    connections: Mutex<Vec<TcpStream>>,
}

impl Open {
    /// Whether no answer is wanted any more.
    pub fn is_ending(&self) -> bool {
        self.ending.load(Ordering::SeqCst)
    }

    /// One more connection that is shut at the end, at once where that has come.
    ///
    /// # Errors
    /// When the system has no room for it.
    pub fn keep(&self, stream: &TcpStream) -> io::Result<()> {
        lock(&self.connections).push(stream.try_clone()?);
        if self.is_ending() {
            stream.shutdown(Shutdown::Both)?;
        }
        Ok(())
    }

    /// Shuts every connection.
    pub fn end(&self) {
        self.ending.store(true, Ordering::SeqCst);
        for connection in lock(&self.connections).iter() {
            let _ = connection.shutdown(Shutdown::Both);
        }
    }
}

/// A listening port, shut when it is dropped; until then every connection is answered.
#[derive(Debug)]
pub struct Listening {
    open: Arc<Open>,
    address: SocketAddr,
    accepting: Option<JoinHandle<()>>,
}

impl Listening {
    /// Answers every connection by `answer`, each in a thread of its own. A browser that goes
    /// away is no trouble here.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn start<A>(answer: A) -> Result<Self>
    where
        A: Fn(&TcpStream, &Open) -> io::Result<()> + Send + Sync + 'static,
    {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let open = Arc::new(Open::default());
        let accepting = {
            let open = Arc::clone(&open);
            std::thread::spawn(move || accept(&listener, &open, &Arc::new(answer)))
        };
        Ok(Self {
            open,
            address,
            accepting: Some(accepting),
        })
    }

    /// Where a browser finds it.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// What is open.
    pub fn open(&self) -> &Open {
        &self.open
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.open.end();
        // Wakes the thread that waits for a connection.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.accepting.take() {
            let _ = thread.join();
        }
    }
}

fn accept<A>(listener: &TcpListener, open: &Arc<Open>, answer: &Arc<A>)
where
    A: Fn(&TcpStream, &Open) -> io::Result<()> + Send + Sync + 'static,
{
    let mut threads = Vec::new();
    for stream in listener.incoming() {
        if open.is_ending() {
            break;
        }
        let Ok(stream) = stream else { continue };
        let (open, answer) = (Arc::clone(open), Arc::clone(answer));
        threads.push(std::thread::spawn(move || {
            let _ = open.keep(&stream).and_then(|()| answer(&stream, &open));
            let _ = stream.shutdown(Shutdown::Both);
        }));
    }
    for thread in threads {
        let _ = thread.join();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
