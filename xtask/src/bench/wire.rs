//! What really goes over the wire: a small proxy between a browser and the server that counts requests and bytes.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use anyhow::Result;

/// One request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fetched {
    /// Path and query.
    pub(crate) path: String,
    /// The status code; 0 while there is no answer.
    pub(crate) status: u16,
    /// Bytes of the body as sent so far, that is, compressed when it was.
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
                    // A browser that gives up ends only its own connection.
                    let _ = pass(browser, &server, &all);
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

/// Passes one request on, and its answer back as it comes: live events never end. One request a connection: then an answer ends where
/// the connection ends.
fn pass(mut browser: TcpStream, server: &str, all: &Mutex<Vec<Fetched>>) -> Result<()> {
    let (head, body) = request(&browser)?;
    let Some(path) = head.split(' ').nth(1) else { return Ok(()) };
    let mut fetched = Fetched { path: path.to_owned(), ..Fetched::default() };
    let mut upstream = TcpStream::connect(server)?;
    let number = note(all, None, &fetched);
    upstream.write_all(head.as_bytes())?;
    upstream.write_all(&body)?;

    let mut answer = Vec::new();
    let mut head_ends = None;
    let mut chunk = [0; 16 * 1024];
    loop {
        let read = upstream.read(&mut chunk)?;
        let Some(chunk) = chunk.get(..read).filter(|chunk| !chunk.is_empty()) else { return Ok(()) };
        browser.write_all(chunk)?;
        answer.extend_from_slice(chunk);
        if head_ends.is_none() {
            head_ends = answer.windows(4).position(|four| four == b"\r\n\r\n");
        }
        if let Some(end) = head_ends {
            let head = String::from_utf8_lossy(answer.get(..end).unwrap_or_default()).to_ascii_lowercase();
            fetched.status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
            fetched.compressed = head.contains("content-encoding:");
            fetched.body = answer.len() - (end + 4);
            note(all, number, &fetched);
        }
    }
}

/// Head and body of a request; the head asks to close the connection after it.
fn request(browser: &TcpStream) -> Result<(String, Vec<u8>)> {
    let mut lines = BufReader::new(browser.try_clone()?);
    let mut head = String::new();
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
    if !head.is_empty() {
        head += "Connection: close\r\n\r\n";
    }
    let mut body = vec![0; length];
    lines.read_exact(&mut body)?;
    Ok((head, body))
}

/// Writes down a new request, or what is known by now of an earlier one; gives its number.
fn note(all: &Mutex<Vec<Fetched>>, number: Option<usize>, fetched: &Fetched) -> Option<usize> {
    let mut all = all.lock().ok()?;
    match number.and_then(|number| all.get_mut(number)) {
        Some(earlier) => *earlier = fetched.clone(),
        None => all.push(fetched.clone()),
    }
    number.or(Some(all.len() - 1))
}
