//! How a call travels. The only place that knows `gloo-net`.

#[cfg(target_arch = "wasm32")]
use droombord_domain::paths;
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
pub(super) struct Call {
    method: Method,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Option<String>,
}

impl Call {
    pub(super) fn new(method: Method, path: &str) -> Self {
        Self { method, path: path.to_owned(), headers: Vec::new(), body: None }
    }

    pub(super) fn header(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    pub(super) fn json(mut self, body: &impl Serialize) -> Self {
        self.body = crate::json::write(body);
        self.header("content-type", "application/json".into())
    }

    /// The call as the outbox keeps it.
    pub(super) fn later(self) -> Later {
        let Self { method, path, headers, body } = self;
        let method = match method {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
        };
        Later { method, path, headers, body }
    }

    /// Sends it and reads the answer.
    pub(super) async fn fetch<T: DeserializeOwned>(self, flight: &Flight) -> Result<T, Failure> {
        let text = self.send(flight).await?;
        crate::json::read(&text).ok_or(Failure::Garbled)
    }

    /// Sends it; the answer is a text.
    #[cfg(target_arch = "wasm32")]
    pub(super) async fn text(self, flight: &Flight) -> Result<String, Failure> {
        self.send(flight).await
    }

    /// Sends it; the answer has no body.
    pub(super) async fn done(self, flight: &Flight) -> Result<(), Failure> {
        self.send(flight).await.map(|_| ())
    }

    /// Sends it; once more with a proof of work, when the server is flooded and asks for one.
    #[cfg(target_arch = "wasm32")]
    async fn send(self, flight: &Flight) -> Result<String, Failure> {
        let answer = self.once(None, flight).await?;
        if answer.status() != 429 {
            return Self::read(answer).await;
        }
        let wait = answer.headers().get("retry-after").and_then(|wait| wait.parse().ok());
        let asked = answer.text().await.ok().and_then(|text| crate::json::read::<Problem>(&text));
        let number = self.headers.iter().find(|(name, _)| *name == paths::IDEMPOTENCY_KEY).map(|(_, number)| number);
        let Some((wanted, number)) = asked.and_then(|problem| problem.proof).zip(number) else {
            return Err(Failure::TooOften(wait));
        };
        let wanted = crate::json::write(&(wanted, number)).ok_or(Failure::Garbled)?;
        let proof = crate::browser::ask_outbox("prove", &wanted).await.ok_or(Failure::TooOften(None))?;
        let answer = self.once(Some(&proof), flight).await?;
        if answer.status() == 429 { Err(Failure::TooOften(None)) } else { Self::read(answer).await }
    }

    #[cfg(target_arch = "wasm32")]
    async fn once(&self, proof: Option<&str>, flight: &Flight) -> Result<gloo_net::http::Response, Failure> {
        use gloo_net::http::RequestBuilder;

        let method = match self.method {
            Method::Get => gloo_net::http::Method::GET,
            Method::Post => gloo_net::http::Method::POST,
            Method::Put => gloo_net::http::Method::PUT,
            Method::Patch => gloo_net::http::Method::PATCH,
            Method::Delete => gloo_net::http::Method::DELETE,
        };
        let mut request = RequestBuilder::new(&self.path).method(method).abort_signal(flight.signal().as_ref());
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        if let Some(proof) = proof {
            request = request.header(paths::PROOF, proof);
        }
        let request = match &self.body {
            Some(body) => request.body(body.as_str()),
            None => request.build(),
        }
        .map_err(|_| Failure::Garbled)?;
        request.send().await.map_err(|_| Failure::Offline)
    }

    #[cfg(target_arch = "wasm32")]
    async fn read(answer: gloo_net::http::Response) -> Result<String, Failure> {
        let headers = answer.headers();
        let text = answer.text().await.map_err(|_| Failure::Offline)?;
        if answer.ok() {
            // What something in between kept is as old as it says.
            if let Some(date) = headers.get("date").filter(|_| !headers.has("age")) {
                crate::clock::heard(&date);
            }
            return Ok(text);
        }
        Err(crate::json::read(&text).map_or(Failure::Garbled, |problem| Failure::Refused(Box::new(problem))))
    }

    /// On the server nothing is fetched: its first HTML gets its data at hand.
    #[cfg(not(target_arch = "wasm32"))]
    async fn send(self, _flight: &Flight) -> Result<String, Failure> {
        Err(Failure::Offline)
    }
}

/// A call that is kept, to be sent when there is a network.
pub struct Later {
    /// As the browser writes it.
    pub method: &'static str,
    /// The address.
    pub path: String,
    /// By name.
    pub headers: Vec<(&'static str, String)>,
    /// In JSON.
    pub body: Option<String>,
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
