//! How a call travels. The only place that knows `gloo-net`.

use droombord_domain::problem::{Problem, ProblemCode};
use serde::{Serialize, de::DeserializeOwned};

/// Why a call brought nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The server could not be reached.
    Offline,
    /// The server refused, with a code.
    Refused(Box<Problem>),
    /// Too many tries; so many seconds to wait, when the server said so.
    TooOften(Option<u32>),
    /// The answer made no sense.
    Garbled,
}

impl Failure {
    /// The server's code, if it gave one.
    pub fn code(&self) -> Option<ProblemCode> {
        match self {
            Self::Refused(problem) => Some(problem.code),
            Self::TooOften(_) => Some(ProblemCode::TooManyRequests),
            Self::Offline | Self::Garbled => None,
        }
    }
}

/// The methods in use.
#[derive(Clone, Copy)]
pub(super) enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

/// One call: built up, then sent.
#[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "nothing is sent on the server"))]
pub(super) struct Call<'a> {
    method: Method,
    path: &'a str,
    headers: Vec<(&'static str, String)>,
    body: Option<String>,
}

impl<'a> Call<'a> {
    pub(super) fn new(method: Method, path: &'a str) -> Self {
        Self { method, path, headers: Vec::new(), body: None }
    }

    pub(super) fn header(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    pub(super) fn json(mut self, body: &impl Serialize) -> Self {
        self.body = serde_json::to_string(body).ok();
        self.header("content-type", "application/json".into())
    }

    /// Sends it and reads the answer.
    pub(super) async fn fetch<T: DeserializeOwned>(self, flight: &Flight) -> Result<T, Failure> {
        let text = self.send(flight).await?;
        serde_json::from_str(&text).map_err(|_| Failure::Garbled)
    }

    /// Sends it; the answer has no body.
    pub(super) async fn done(self, flight: &Flight) -> Result<(), Failure> {
        self.send(flight).await.map(|_| ())
    }

    #[cfg(target_arch = "wasm32")]
    async fn send(self, flight: &Flight) -> Result<String, Failure> {
        use gloo_net::http::RequestBuilder;

        let method = match self.method {
            Method::Get => gloo_net::http::Method::GET,
            Method::Post => gloo_net::http::Method::POST,
            Method::Put => gloo_net::http::Method::PUT,
            Method::Patch => gloo_net::http::Method::PATCH,
            Method::Delete => gloo_net::http::Method::DELETE,
        };
        let mut request = RequestBuilder::new(self.path).method(method).abort_signal(flight.signal().as_ref());
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let request = match self.body {
            Some(body) => request.body(body),
            None => request.build(),
        }
        .map_err(|_| Failure::Garbled)?;
        let answer = request.send().await.map_err(|_| Failure::Offline)?;
        if answer.status() == 429 {
            return Err(Failure::TooOften(answer.headers().get("retry-after").and_then(|wait| wait.parse().ok())));
        }
        let text = answer.text().await.map_err(|_| Failure::Offline)?;
        if answer.ok() {
            return Ok(text);
        }
        Err(serde_json::from_str(&text).map_or(Failure::Garbled, |problem| Failure::Refused(Box::new(problem))))
    }

    /// On the server nothing is fetched: its first HTML gets its data at hand.
    #[cfg(not(target_arch = "wasm32"))]
    async fn send(self, _flight: &Flight) -> Result<String, Failure> {
        Err(Failure::Offline)
    }
}

/// A call under way, which its page can end.
#[derive(Clone)]
pub struct Flight {
    #[cfg(target_arch = "wasm32")]
    controller: Option<send_wrapper::SendWrapper<web_sys::AbortController>>,
}

impl Flight {
    /// A call that has not been ended.
    pub fn new() -> Self {
        Self {
            #[cfg(target_arch = "wasm32")]
            controller: web_sys::AbortController::new().ok().map(send_wrapper::SendWrapper::new),
        }
    }

    /// Ends it.
    pub fn abort(&self) {
        #[cfg(target_arch = "wasm32")]
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }

    /// Whether it was ended.
    pub fn is_aborted(&self) -> bool {
        #[cfg(target_arch = "wasm32")]
        return self.signal().is_some_and(|signal| signal.aborted());
        #[cfg(not(target_arch = "wasm32"))]
        false
    }

    #[cfg(target_arch = "wasm32")]
    fn signal(&self) -> Option<web_sys::AbortSignal> {
        self.controller.as_ref().map(|controller| controller.signal())
    }
}

impl Default for Flight {
    fn default() -> Self {
        Self::new()
    }
}
