//! The time limits of one connection: how long it may stay open between two calls, and how long the head of a call may take.
//!
//! hyper knows one limit for both. A proxy keeps its connections open and sends the next call over one of them: when the server
//! closes first, a call that is on its way is lost, and a visitor reads 502. So an idle connection lives longer than proxies
//! keep theirs (Caddy: two minutes, nginx: one), and only a head that has begun, and the first one, must come soon.

use axum::body::Body;
use hyper::body::{Body as HttpBody, Bytes, Frame, SizeHint};
use std::{
    future::poll_fn,
    io,
    pin::{Pin, pin},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::{Instant, sleep},
};

/// The limits of every connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines {
    /// Between two calls.
    pub idle: Duration,
    /// From the first byte of a head to its last; for the first head from the opening of the connection.
    pub head: Duration,
}

impl Default for Lines {
    fn default() -> Self {
        Self { idle: Duration::from_secs(150), head: Duration::from_secs(20) }
    }
}

/// What one connection is doing, shared by those who see a part of it: who reads and writes, and who calls.
#[derive(Clone, Debug)]
pub struct Line(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    lines: Lines,
    phase: Phase,
    since: Instant,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Nothing of the next head has come.
    Idle,
    /// A head is coming.
    Head,
    /// A call is being answered.
    Call,
}

impl Line {
    /// A connection that was just opened.
    pub fn new(lines: Lines) -> Self {
        Self(Arc::new(Mutex::new(State { lines, phase: Phase::Head, since: Instant::now() })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A head has come whole.
    pub fn called(&self) {
        self.state().enter(Phase::Call);
    }

    /// The answer of a call; when its last byte was taken, the connection is idle.
    pub fn answered(&self, body: Body) -> Answer {
        Answer { body, line: self.clone() }
    }

    fn read(&self) {
        let mut state = self.state();
        if state.phase == Phase::Idle {
            state.enter(Phase::Head);
        }
    }

    fn wrote(&self) {
        let mut state = self.state();
        // A peer that still takes bytes of the last answer is not idle yet.
        if state.phase == Phase::Idle {
            state.enter(Phase::Idle);
        }
    }

    fn deadline(&self) -> Option<Instant> {
        let State { lines, phase, since } = *self.state();
        match phase {
            Phase::Idle => since.checked_add(lines.idle),
            Phase::Head => since.checked_add(lines.head),
            Phase::Call => None,
        }
    }

    /// Runs the connection until it ends or a limit has passed.
    pub async fn watch(self, connection: impl Future) {
        let mut connection = pin!(connection);
        let mut alarm = pin!(sleep(Duration::ZERO));
        poll_fn(|cx| {
            // First: what has come by now still counts.
            if connection.as_mut().poll(cx).is_ready() {
                return Poll::Ready(());
            }
            let Some(deadline) = self.deadline() else { return Poll::Pending };
            if alarm.deadline() != deadline {
                alarm.as_mut().reset(deadline);
            }
            alarm.as_mut().poll(cx)
        })
        .await;
    }
}

impl State {
    fn enter(&mut self, phase: Phase) {
        self.phase = phase;
        self.since = Instant::now();
    }
}

/// A stream that tells its line what it does.
#[derive(Debug)]
pub struct Watched<S> {
    stream: S,
    line: Line,
}

impl<S> Watched<S> {
    /// Watches a stream.
    pub fn new(stream: S, line: Line) -> Self {
        Self { stream, line }
    }

    fn wrote(&self, outcome: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if matches!(outcome, Poll::Ready(Ok(1..))) {
            self.line.wrote();
        }
        outcome
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Watched<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        let outcome = Pin::new(&mut self.stream).poll_read(cx, buf);
        if buf.filled().len() > before {
            self.line.read();
        }
        outcome
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Watched<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.wrote(outcome)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.wrote(outcome)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// The body of an answer: its end is the end of the call.
#[derive(Debug)]
pub struct Answer {
    body: Body,
    line: Line,
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        self.line.state().enter(Phase::Idle);
    }
}
