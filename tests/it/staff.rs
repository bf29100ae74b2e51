//! People with accounts, and how they call a server: what the tests of the desk stand on.

use crate::app::{TestApp, Wish, new_key};
use droombord_domain::{organisation::OrganisationForm, paths, staff::StaffRole};
use droombord_server::{
    auth::{
        delay::Pace,
        issue,
        password::{NewPassword, hash_now},
        totp::{STEP_SECONDS, TotpSecret},
    },
    clock::{Clock as _, Seconds},
    name::{AccountName, folded},
    settings::Given,
    state::AppState,
    store::accounts::{Credentials, Doing, NewAccount},
};
use reqwest::{
    Method, RequestBuilder, StatusCode,
    header::{self, HeaderMap},
};
use serde_json::{Value, json};
use std::path::Path;
use uuid::Uuid;

/// What a test gives back: any error ends it.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// The password of everybody in these tests.
pub const PASSWORD: &str = "een lang wachtwoord";
/// A host that is not the machine itself.
pub const HOST: &str = "droombord.example";

/// A server with a desk.
pub struct Desk {
    /// Its state, for what cannot be seen from outside.
    pub app: AppState,
    test: TestApp,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its bytes as text.
    pub text: String,
}

impl Reply {
    /// Sends a call and reads all that comes back.
    pub async fn of(request: RequestBuilder) -> Outcome<Self> {
        let response = request.send().await?;
        Ok(Self { status: response.status(), headers: response.headers().clone(), text: response.text().await? })
    }

    /// The body as JSON; `null` when it is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    /// The status, and the problem's code or nothing: what most tests compare.
    pub fn brief(&self) -> (u16, String) {
        (self.status.as_u16(), self.json()["code"].as_str().unwrap_or_default().to_owned())
    }

    /// `name=value` of the session cookie that was set.
    pub fn cookie(&self) -> Option<String> {
        let line = self.headers.get_all(header::SET_COOKIE).iter().find_map(|line| line.to_str().ok())?;
        line.split(';').next().map(str::to_owned)
    }
}

/// Who calls.
#[derive(Clone, Debug, Default)]
pub enum Caller {
    /// Nobody in particular.
    #[default]
    Anonymous,
    /// Somebody with a follow key.
    Key(String),
    /// Somebody who is signed in.
    Session(String),
}

/// Somebody with an account.
#[derive(Clone, Debug)]
pub struct Person {
    /// The account's id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// What makes the codes.
    pub secret: TotpSecret,
}

impl Desk {
    /// Starts without limits and delays.
    pub async fn start() -> Outcome<Self> {
        Self::with(Pace::off(), Given::default()).await
    }

    /// Starts with these delays and settings.
    pub async fn with(pace: Pace, settings: Given) -> Outcome<Self> {
        let test = TestApp::start_as(Wish { settings, pace: Some(pace), ..Wish::default() }).await;
        Ok(Self { app: test.app.clone(), test })
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.test.folder.path()
    }

    /// Lets time pass.
    pub fn pass(&self, seconds: Seconds) {
        self.test.clock.pass(seconds);
    }

    /// Begins a call that a test finishes itself.
    pub fn begin(&self, method: Method, path: &str, host: &str) -> RequestBuilder {
        self.test.call(method, path).header(header::HOST, host)
    }

    /// One call.
    pub async fn call(&self, caller: &Caller, method: Method, path: &str, body: Option<Value>) -> Outcome<Reply> {
        let mut request = self.begin(method, path, HOST).header(paths::DEVICE, "ab".repeat(32));
        request = match caller {
            Caller::Anonymous => request,
            Caller::Key(key) => request.header(header::AUTHORIZATION, key),
            Caller::Session(cookie) => request.header(header::COOKIE, cookie),
        };
        if let Some(body) = body {
            request = request.header(paths::IDEMPOTENCY_KEY, Uuid::new_v4().to_string()).json(&body);
        }
        Reply::of(request).await
    }

    /// `GET`.
    pub async fn get(&self, caller: &Caller, path: &str) -> Outcome<Reply> {
        self.call(caller, Method::GET, path, None).await
    }

    /// `POST`.
    pub async fn post(&self, caller: &Caller, path: &str, body: Value) -> Outcome<Reply> {
        self.call(caller, Method::POST, path, Some(body)).await
    }

    /// Makes an account as the command line does.
    pub async fn account(&self, name: &str, role: StaffRole) -> Outcome<Person> {
        self.account_of(name, role, None).await
    }

    /// Makes an account of an answerer, or of somebody without an organisation.
    pub async fn account_of(&self, name: &str, role: StaffRole, organisation: Option<Uuid>) -> Outcome<Person> {
        let id = self.app.dice.uuid()?;
        let secret = issue::totp_secret(self.app.dice.as_ref())?;
        let parsed = AccountName::parse(name).map_err(|fault| format!("{fault:?}"))?;
        let password = NewPassword::parse("password", PASSWORD).map_err(|fault| format!("{fault:?}"))?;
        let credentials = Credentials {
            password_hash: hash_now(&password).map_err(|fault| format!("{fault:?}"))?,
            password_given: false,
            enrolled: true,
            sealed_secret: issue::seal_totp(&self.app.secret, id, &secret, self.app.dice.as_ref())?,
        };
        let new = NewAccount {
            id,
            name: parsed.as_str().to_owned(),
            folded_name: parsed.folded(),
            role,
            organisation,
            credentials,
        };
        self.app.store.add_account(&new, Doing { by: None, at: self.test.clock.now() }).await?;
        Ok(Person { id, name: name.to_owned(), secret })
    }

    /// The code on the phone just now.
    pub fn code(&self, secret: &TotpSecret) -> String {
        secret.code(u64::try_from(self.test.clock.now()).unwrap_or_default() / STEP_SECONDS)
    }

    /// Tries to sign in with the right password and the code of this moment.
    pub async fn sign_in(&self, person: &Person) -> Outcome<Reply> {
        let body = json!({"name": person.name, "password": PASSWORD, "code": self.code(&person.secret)});
        self.post(&Caller::Anonymous, paths::SESSION, body).await
    }

    /// Signs in, in a half minute of its own.
    pub async fn signed_in(&self, person: &Person) -> Outcome<Caller> {
        self.pass(30);
        let reply = self.sign_in(person).await?;
        Ok(Caller::Session(reply.cookie().ok_or(reply.text)?))
    }

    /// Makes an account and signs in.
    pub async fn staff(&self, name: &str, role: StaffRole) -> Outcome<Caller> {
        let person = self.account(name, role).await?;
        self.signed_in(&person).await
    }

    /// An organisation, and somebody who answers for it.
    pub async fn organisation(&self, name: &str) -> Outcome<(Uuid, Caller)> {
        let id = self.app.dice.uuid()?;
        let new = OrganisationForm { name: name.to_owned(), group: 1, active: true }.parse();
        let new = new.map_err(|faults| format!("{faults:?}"))?;
        self.app.store.add_organisation(id, &new, &folded(name), false).await?;
        let person = self.account_of(&format!("Van {name}"), StaffRole::Answerer, Some(id)).await?;
        Ok((id, self.signed_in(&person).await?))
    }

    /// Somebody with a new follow key.
    pub fn key(&self) -> Caller {
        Caller::Key(new_key().to_authorization())
    }

    /// Sends a dream.
    pub async fn dream(&self, writer: &Caller, text: &str) -> Outcome<Uuid> {
        let reply = self.post(writer, paths::POSTS, json!({"kind": "dream", "text": text})).await?;
        Ok(reply.json()["id"].as_str().ok_or(reply.text.clone())?.parse()?)
    }

    /// A decision, with a reason where one is needed.
    pub async fn decide(&self, who: &Caller, post: Uuid, revision: u32, decision: &str) -> Outcome<Reply> {
        let mut body = json!({"revision": revision, "decision": decision});
        if matches!(decision, "decline" | "take_down") {
            body["reason"] = json!("unclear");
        }
        self.post(who, &paths::decision(post), body).await
    }
}
