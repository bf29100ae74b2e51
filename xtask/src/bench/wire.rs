//! What really goes over the wire: a small proxy between a browser and the server that counts requests and bytes.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use anyhow::Result;

/// One request that was answered.
#[derive(Clone, Debug)]
pub(crate) struct Fetched {
    /// Path and query.
    pub(crate) path: String,
    /// The status code.
    pub(crate) status: u16,
    /// Bytes of the body as sent, that is, compressed when it was.
    pub(crate) body: usize,
    /// Whether it was compressed.
    pub(crate) compressed: bool,
}

/// A proxy that lives as long as the program.
pub(crate) struct Wire {
    /// Where it listens.
    pub(crate) listen: String,
    seen: Arc<Mutex<Vec<Fetched>>>,
}

impl Wire {
    /// Starts it before a server.
    pub(crate) fn before(server: &str) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let listen = listener.local_addr()?.to_string();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (server, all) = (server.to_owned(), Arc::clone(&seen));
        thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                let (server, all) = (server.clone(), Arc::clone(&all));
                thread::spawn(move || {
                    // A connection that the browser gives up is no request that was answered.
                    if let Ok(fetched) = pass(browser, &server)
                        && let Ok(mut all) = all.lock()
                    {
                        all.push(fetched);
                    }
                });
            }
        });
        Ok(Self { listen, seen })
    }

    /// All requests so far.
    pub(crate) fn seen(&self) -> Vec<Fetched> {
        self.seen.lock().map(|all| all.clone()).unwrap_or_default()
    }
}

/// Passes one request on, and its answer back. One request a connection: then an answer ends where the connection ends.
fn pass(mut browser: TcpStream, server: &str) -> Result<Fetched> {
    let mut lines = BufReader::new(browser.try_clone()?);
    let mut first = String::new();
    lines.read_line(&mut first)?;
    let mut head = first.clone();
    let mut length = 0;
    loop {
        let mut line = String::new();
        lines.read_line(&mut line)?;
        let name = line.to_ascii_lowercase();
        if let Some(value) = name.strip_prefix("content-length:") {
            length = value.trim().parse()?;
        }
        if line.trim().is_empty() {
            break;
        }
        if !name.starts_with("connection:") {
            head += &line;
        }
    }
    head += "Connection: close\r\n\r\n";
    let mut body = vec![0; length];
    lines.read_exact(&mut body)?;

    let mut upstream = TcpStream::connect(server)?;
    upstream.write_all(head.as_bytes())?;
    upstream.write_all(&body)?;
    let mut answer = Vec::new();
    upstream.read_to_end(&mut answer)?;
    browser.write_all(&answer)?;

    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(answer.len());
    let head = String::from_utf8_lossy(answer.get(..end).unwrap_or_default()).to_ascii_lowercase();
    Ok(Fetched {
        path: first.split(' ').nth(1).unwrap_or_default().to_owned(),
        status: head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0),
        body: answer.len().saturating_sub(end + 4),
        compressed: head.contains("content-encoding:"),
    })
}
