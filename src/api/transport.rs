//! How a call travels, and what an answer is. The only place that knows `gloo-net`.

#[cfg(target_arch = "wasm32")]
use crate::browser::parse_time;
#[cfg(target_arch = "wasm32")]
use droombord_domain::{outcome, paths};
use droombord_domain::{
    outcome::{Cause, Expects, Outcome},
    problem::{Problem, ProblemCode},
};
use serde::{Serialize, de::DeserializeOwned};

/// A line that says nothing for so long has failed. The server answers every call sooner, or not at all.
#[cfg(target_arch = "wasm32")]
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(25);

/// Why a call brought nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The server could not be reached, or said nothing in time.
    Offline,
    /// Somebody in between answered in the server's stead.
    Foreign,
    /// The server refused, with a code.
    Refused(Box<Problem>),
    /// Too many calls at once; so many seconds to wait, when the server said so.
    Busy(Option<u32>),
    /// What came from the server, or from this device, made no sense.
    Garbled,
}

impl Failure {
    /// The server's code, if it gave one.
    pub fn code(&self) -> Option<ProblemCode> {
        match self {
            Self::Refused(problem) => Some(problem.code),
            Self::Busy(_) => Some(ProblemCode::TooManyRequests),
            Self::Offline | Self::Foreign | Self::Garbled => None,
        }
    }

    /// Why, as far as it makes a difference.
    pub fn cause(&self) -> Cause {
        match self {
            Self::Offline => Cause::Silence,
            Self::Foreign => Cause::SomebodyElse,
            Self::Garbled => Cause::NotNow,
            Self::Busy(_) => Cause::Busy,
            Self::Refused(problem) => Cause::of(problem.code),
        }
    }

    /// How many seconds a busy server wants to be left alone, when it said so.
    pub fn wait(&self) -> Option<u32> {
        match self {
            Self::Busy(seconds) => *seconds,
            Self::Offline | Self::Foreign | Self::Refused(_) | Self::Garbled => None,
        }
    }

    /// Whether nobody of ours has judged the call: it can wait, and go again.
    pub fn goes_again(&self) -> bool {
        self.cause().outcome() == Outcome::Again
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

impl Method {
    const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
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
        Later { method: method.name(), path, headers, body }
    }

    /// Sends it and reads the answer.
    pub(super) async fn fetch<T: DeserializeOwned>(self, flight: &Flight) -> Result<T, Failure> {
        let text = self.send(Expects::Body, flight).await?;
        crate::json::read(&text).ok_or(Failure::Garbled)
    }

    /// Sends it; the answer is a text.
    #[cfg(target_arch = "wasm32")]
    pub(super) async fn text(self, flight: &Flight) -> Result<String, Failure> {
        self.send(Expects::Body, flight).await
    }

    /// Sends it; the answer has no body.
    pub(super) async fn done(self, flight: &Flight) -> Result<(), Failure> {
        self.send(Expects::Nothing, flight).await.map(|_| ())
    }

    /// Sends it; once more with a proof of work, when the server is flooded and asks for one.
    #[cfg(target_arch = "wasm32")]
    async fn send(self, expects: Expects, flight: &Flight) -> Result<String, Failure> {
        let number = self.headers.iter().find(|(name, _)| *name == paths::IDEMPOTENCY_KEY).map(|(_, number)| number);
        let answer = self.once(None, flight).await?;
        let asked = match answer.read(expects, number) {
            Err(Failure::Refused(problem)) if problem.code == ProblemCode::ProofNeeded => problem.proof,
            read => return read,
        };
        let Some((wanted, id)) = asked.zip(number) else { return Err(Failure::Busy(None)) };
        let wanted = crate::json::write(&(wanted, id)).ok_or(Failure::Garbled)?;
        let proof = crate::browser::ask_outbox("prove", &wanted).await.ok_or(Failure::Busy(None))?;
        match self.once(Some(&proof), flight).await?.read(expects, number) {
            Err(Failure::Refused(problem)) if problem.code == ProblemCode::ProofNeeded => Err(Failure::Busy(None)),
            read => read,
        }
    }

    #[cfg(target_arch = "wasm32")]
    async fn once(&self, proof: Option<&str>, flight: &Flight) -> Result<Answer, Failure> {
        use gloo_net::http::RequestBuilder;

        // Another one for every try: an answer that somebody kept is no answer to this.
        let number = crate::hex::hex(&crate::browser::random::<8>().ok_or(Failure::Garbled)?);
        let method = match self.method {
            Method::Get => gloo_net::http::Method::GET,
            Method::Post => gloo_net::http::Method::POST,
            Method::Put => gloo_net::http::Method::PUT,
            Method::Patch => gloo_net::http::Method::PATCH,
            Method::Delete => gloo_net::http::Method::DELETE,
        };
        let mut request = RequestBuilder::new(&self.path)
            .method(method)
            .abort_signal(flight.begin().as_ref())
            // None of our calls is answered by another address: who leads elsewhere is somebody else.
            .redirect(web_sys::RequestRedirect::Error)
            .header(paths::CALL, &number);
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
        let answer = request.send().await.map_err(|_| Failure::Offline)?;
        let headers = answer.headers();
        Ok(Answer {
            status: answer.status(),
            ours: headers.get(paths::CALL) == Some(number),
            taken_in: headers.get(paths::IDEMPOTENCY_KEY),
            wait: headers.get("retry-after"),
            date: headers.get("date"),
            text: answer.text().await.map_err(|_| Failure::Offline)?,
        })
    }

    /// On the server nothing is fetched: its first HTML gets its data at hand.
    #[cfg(not(target_arch = "wasm32"))]
    async fn send(self, _expects: Expects, _flight: &Flight) -> Result<String, Failure> {
        Err(Failure::Offline)
    }
}

/// What somebody answered.
#[cfg(target_arch = "wasm32")]
struct Answer {
    status: u16,
    /// It repeats the number of the call.
    ours: bool,
    /// Under which number something was taken in.
    taken_in: Option<String>,
    /// How long to wait, or until when.
    wait: Option<String>,
    /// When the server said it.
    date: Option<String>,
    text: String,
}

#[cfg(target_arch = "wasm32")]
impl Answer {
    /// What it means: see [`outcome::judge`]. What was sent under a number must have been taken in under that very number.
    fn read(self, expects: Expects, number: Option<&String>) -> Result<String, Failure> {
        let Self { status, ours, taken_in, wait, date, text } = self;
        let problem = if status < 400 { None } else { crate::json::read::<Problem>(&text) };
        match outcome::judge(expects, status, ours, problem.as_ref().map(|problem| problem.code)) {
            Ok(()) if number.is_some() && number != taken_in.as_ref() => Err(Failure::Foreign),
            Ok(()) => {
                if let Some(date) = date {
                    crate::clock::heard(&date);
                }
                Ok(text)
            }
            // Whatever it says. A page that is not there is ours, and no problem in JSON.
            Err(Cause::SomebodyElse) => Err(if ours { Failure::Garbled } else { Failure::Foreign }),
            Err(Cause::Busy) if problem.as_ref().is_none_or(|problem| problem.proof.is_none()) => {
                let ahead = |moment: &str| Some(parse_time(moment)? - parse_time(&date?)?);
                Err(Failure::Busy(wait.and_then(|wait| outcome::seconds_to_wait(&wait, ahead))))
            }
            Err(_) => Err(problem.map_or(Failure::Garbled, |problem| Failure::Refused(Box::new(problem)))),
        }
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

/// Calls under way, one after another, which their page can end.
#[derive(Clone)]
pub struct Flight {
    #[cfg(target_arch = "wasm32")]
    state: send_wrapper::SendWrapper<std::rc::Rc<State>>,
}

#[cfg(target_arch = "wasm32")]
#[derive(Default)]
struct State {
    /// The page ended it: no call of it is made any more.
    ended: std::cell::Cell<bool>,
    /// The call under way.
    call: std::cell::RefCell<Option<web_sys::AbortController>>,
}

#[cfg(target_arch = "wasm32")]
impl State {
    fn abort(&self) {
        if let Some(call) = &*self.call.borrow() {
            call.abort();
        }
    }
}

impl Flight {
    /// Calls that have not been ended.
    pub fn new() -> Self {
        Self {
            #[cfg(target_arch = "wasm32")]
            state: send_wrapper::SendWrapper::new(std::rc::Rc::default()),
        }
    }

    /// Ends them.
    pub fn abort(&self) {
        #[cfg(target_arch = "wasm32")]
        {
            self.state.ended.set(true);
            self.state.abort();
        }
    }

    /// Whether they were ended. What took too long was not.
    pub fn is_aborted(&self) -> bool {
        #[cfg(target_arch = "wasm32")]
        return self.state.ended.get();
        #[cfg(not(target_arch = "wasm32"))]
        false
    }

    /// What ends the next call: the page, or time.
    #[cfg(target_arch = "wasm32")]
    fn begin(&self) -> Option<web_sys::AbortSignal> {
        let call = web_sys::AbortController::new().ok()?;
        let signal = call.signal();
        self.state.call.replace(Some(call.clone()));
        if self.is_aborted() {
            call.abort();
        }
        crate::task::later(PATIENCE, move || call.abort());
        Some(signal)
    }
}

impl Default for Flight {
    fn default() -> Self {
        Self::new()
    }
}
