//! The desk: signing in, reading, deciding, and who may sign in.

use super::transport::{Call, Failure, Flight, Method};
use droombord_domain::{
    answer::{AnswerDecisionForm, AnswerForm, WordsDecisionForm},
    answering::{AnswersToRead, AskForm, Asked, AskedPost, DeskAsking},
    api::{
        AccountEntry, AccountIssued, Alert, DecisionRequest, DeclineTogether, DeclinedTogether, DeskPost, NewAccount,
        NewNote, Page, PromiseFor, PublicPost, Queue, RenameKeyword, SayingRuling, Session, SessionEntry, SignIn,
        SimilarPosts, StaffPromise,
    },
    filter::{DeskFilter, query},
    insight::Insight,
    keyword::Keyword,
    life::PostState,
    organisation::{Organisation, OrganisationForm, OrganisationMail},
    paths,
    promise::{PromiseDraft, SayingDraft},
    report::OpenReport,
    worklist::{WorkKind, Worklist},
};
use serde::{Serialize, de::DeserializeOwned};
use std::cell::Cell;
use uuid::Uuid;

thread_local! {
    /// Somebody did something at the desk since the last call.
    static USED: Cell<bool> = const { Cell::new(false) };
    /// The call that was answered last asked for a change.
    static CHANGE: Cell<bool> = const { Cell::new(false) };
}

/// A person did something at the desk: the next call says so. What nobody does is no use of the session.
pub fn used() {
    USED.set(true);
}

/// Whether the call that was answered last asked for a change. True until the next answer: whoever has an answer asks at once.
pub fn was_change() -> bool {
    CHANGE.get()
}

/// A call of somebody who is signed in.
struct StaffCall {
    call: Call,
    change: bool,
}

fn call(method: Method, path: &str) -> StaffCall {
    let call = Call::new(method, path);
    let call = if USED.take() { call.header(paths::USE, "1".into()) } else { call };
    StaffCall { call, change: !matches!(method, Method::Get) }
}

impl StaffCall {
    fn json(self, body: &impl Serialize) -> Self {
        Self { call: self.call.json(body), ..self }
    }

    async fn fetch<T: DeserializeOwned>(self, flight: &Flight) -> Result<T, Failure> {
        let answer = self.call.fetch(flight).await;
        CHANGE.set(self.change);
        answer
    }

    async fn done(self, flight: &Flight) -> Result<(), Failure> {
        let answer = self.call.done(flight).await;
        CHANGE.set(self.change);
        answer
    }
}

/// Who is signed in.
pub async fn session(flight: &Flight) -> Result<Session, Failure> {
    call(Method::Get, paths::SESSION).fetch(flight).await
}

/// Who asks that a facilitator looks at once.
pub async fn alerts(flight: &Flight) -> Result<Page<Alert>, Failure> {
    call(Method::Get, paths::ALERTS).fetch(flight).await
}

/// What is to be done: the first of each kind, or more of one.
pub async fn worklist(only: Option<WorkKind>, flight: &Flight) -> Result<Worklist, Failure> {
    let path = only.map(|kind| [paths::WORKLIST, "?kind=", kind.code()].concat());
    call(Method::Get, path.as_deref().unwrap_or(paths::WORKLIST)).fetch(flight).await
}

/// Reminds an organisation of what it is asked.
pub async fn remind(asking: Uuid, flight: &Flight) -> Result<(), Failure> {
    call(Method::Post, &paths::reminder(asking)).done(flight).await
}

/// Signs in.
pub async fn sign_in(request: &SignIn, flight: &Flight) -> Result<Session, Failure> {
    call(Method::Post, paths::SESSION).json(request).fetch(flight).await
}

/// Signs out here.
pub async fn sign_out(flight: &Flight) -> Result<(), Failure> {
    call(Method::Delete, paths::SESSION).done(flight).await
}

/// Where this account is signed in.
pub async fn sessions(flight: &Flight) -> Result<Page<SessionEntry>, Failure> {
    call(Method::Get, paths::SESSIONS).fetch(flight).await
}

/// Signs out elsewhere.
pub async fn end_session(id: Uuid, flight: &Flight) -> Result<(), Failure> {
    call(Method::Delete, &paths::session(id)).done(flight).await
}

/// A page of one list of the desk, of what is asked for alone.
pub async fn queue(
    state: PostState,
    filter: &DeskFilter,
    words: &str,
    cursor: Option<&str>,
    flight: &Flight,
) -> Result<Queue, Failure> {
    let words = (!words.is_empty()).then_some(("q", words));
    let more = filter.pairs().into_iter().chain(words).chain(cursor.map(|cursor| ("cursor", cursor)));
    let asked = query(std::iter::once(("state", state.code())).chain(more));
    call(Method::Get, &[paths::QUEUE, "?", &asked].concat()).fetch(flight).await
}

/// What the board is about, how long people wait, how much is answered.
pub async fn insight(flight: &Flight) -> Result<Insight, Failure> {
    call(Method::Get, paths::INSIGHT).fetch(flight).await
}

/// One post, with its trail.
pub async fn post(id: Uuid, flight: &Flight) -> Result<DeskPost, Failure> {
    call(Method::Get, &paths::desk_post(id)).fetch(flight).await
}

/// Keywords in use.
pub async fn keywords(flight: &Flight) -> Result<Page<Keyword>, Failure> {
    call(Method::Get, paths::KEYWORDS).fetch(flight).await
}

/// Decides on the revision that was read.
pub async fn decide(id: Uuid, request: &DecisionRequest, flight: &Flight) -> Result<DeskPost, Failure> {
    call(Method::Post, &paths::decision(id)).json(request).fetch(flight).await
}

/// Who can sign in.
pub async fn accounts(flight: &Flight) -> Result<Page<AccountEntry>, Failure> {
    call(Method::Get, paths::ACCOUNTS).fetch(flight).await
}

/// Lets somebody new sign in.
pub async fn make_account(new: &NewAccount, flight: &Flight) -> Result<AccountIssued, Failure> {
    call(Method::Post, paths::ACCOUNTS).json(new).fetch(flight).await
}

/// A new first password and second factor.
pub async fn reset_account(id: Uuid, flight: &Flight) -> Result<AccountIssued, Failure> {
    call(Method::Post, &paths::account_reset(id)).fetch(flight).await
}

/// Stops somebody from signing in.
pub async fn disable_account(id: Uuid, flight: &Flight) -> Result<(), Failure> {
    call(Method::Post, &paths::account_disable(id)).done(flight).await
}

/// The participating organisations.
pub async fn organisations(flight: &Flight) -> Result<Page<Organisation>, Failure> {
    call(Method::Get, paths::ORGANISATIONS).fetch(flight).await
}

/// Adds an organisation.
pub async fn make_organisation(form: &OrganisationForm, flight: &Flight) -> Result<Organisation, Failure> {
    call(Method::Post, paths::ORGANISATIONS).json(form).fetch(flight).await
}

/// Another name or group, or taking part or not.
pub async fn change_organisation(id: Uuid, form: &OrganisationForm, flight: &Flight) -> Result<(), Failure> {
    call(Method::Put, &paths::organisation(id)).json(form).done(flight).await
}

/// To which address an organisation is reminded.
pub async fn organisation_mail(id: Uuid, flight: &Flight) -> Result<OrganisationMail, Failure> {
    call(Method::Get, &paths::organisation_mail(id)).fetch(flight).await
}

/// Sets that address.
pub async fn set_organisation_mail(id: Uuid, mail: &OrganisationMail, flight: &Flight) -> Result<(), Failure> {
    call(Method::Put, &paths::organisation_mail(id)).json(mail).done(flight).await
}

/// Who was asked about a post.
pub async fn asks(post: Uuid, flight: &Flight) -> Result<Page<DeskAsking>, Failure> {
    call(Method::Get, &paths::asks(post)).fetch(flight).await
}

/// Asks an organisation about a post.
pub async fn ask(post: Uuid, organisation: Uuid, flight: &Flight) -> Result<Page<DeskAsking>, Failure> {
    let form = AskForm { organisation: organisation.to_string() };
    call(Method::Post, &paths::asks(post)).json(&form).fetch(flight).await
}

/// What is asked of the organisation for which somebody answers.
pub async fn asked(flight: &Flight) -> Result<Asked, Failure> {
    call(Method::Get, paths::ANSWERS).fetch(flight).await
}

/// Somebody of the organisation has read a post: what it has not read now.
pub async fn read_unasked(post: Uuid, flight: &Flight) -> Result<Page<PublicPost>, Failure> {
    call(Method::Put, &paths::read_unasked(post)).fetch(flight).await
}

/// One post of it.
pub async fn asked_post(id: Uuid, flight: &Flight) -> Result<AskedPost, Failure> {
    call(Method::Get, &paths::answer(id)).fetch(flight).await
}

/// Answers, or sends other words before they are read.
pub async fn answer(id: Uuid, form: &AnswerForm, flight: &Flight) -> Result<AskedPost, Failure> {
    call(Method::Put, &paths::answer(id)).json(form).fetch(flight).await
}

/// Answers, and writers' words beside a verdict, that wait for a reader.
pub async fn answers_to_read(flight: &Flight) -> Result<AnswersToRead, Failure> {
    call(Method::Get, paths::ANSWERS_TO_READ).fetch(flight).await
}

/// Decides on an answer.
pub async fn decide_answer(id: Uuid, form: &AnswerDecisionForm, flight: &Flight) -> Result<AnswersToRead, Failure> {
    call(Method::Post, &paths::answer_decision(id)).json(form).fetch(flight).await
}

/// Decides on the words beside a verdict.
pub async fn decide_words(id: Uuid, form: &WordsDecisionForm, flight: &Flight) -> Result<AnswersToRead, Failure> {
    call(Method::Post, &paths::words_decision(id)).json(form).fetch(flight).await
}

/// I am reading a post.
pub async fn claim(id: Uuid, flight: &Flight) -> Result<DeskPost, Failure> {
    call(Method::Put, &paths::claim(id)).fetch(flight).await
}

/// I am not reading it any more.
pub async fn let_go(id: Uuid, flight: &Flight) -> Result<(), Failure> {
    call(Method::Delete, &paths::claim(id)).done(flight).await
}

/// Writes a note down for the other facilitators.
pub async fn note(id: Uuid, note: &NewNote, flight: &Flight) -> Result<DeskPost, Failure> {
    call(Method::Post, &paths::notes(id)).json(note).fetch(flight).await
}

/// What people say is wrong, and nobody has seen to.
pub async fn reports(flight: &Flight) -> Result<Page<OpenReport>, Failure> {
    call(Method::Get, paths::REPORTS).fetch(flight).await
}

/// I saw to a report.
pub async fn report_handled(id: Uuid, flight: &Flight) -> Result<(), Failure> {
    call(Method::Post, &paths::report_handled(id)).done(flight).await
}

/// What waits and looks alike.
pub async fn similar(flight: &Flight) -> Result<Page<SimilarPosts>, Failure> {
    call(Method::Get, paths::SIMILAR).fetch(flight).await
}

/// Declines many for one reason.
pub async fn decline_together(request: &DeclineTogether, flight: &Flight) -> Result<Page<DeclinedTogether>, Failure> {
    call(Method::Post, paths::DECLINE_TOGETHER).json(request).fetch(flight).await
}

/// Another word for a keyword.
pub async fn rename_keyword(request: &RenameKeyword, flight: &Flight) -> Result<(), Failure> {
    call(Method::Patch, paths::KEYWORDS).json(request).done(flight).await
}

/// What an organisation promised, for a facilitator; without one, what the own organisation did.
pub async fn promises_of(organisation: Option<Uuid>, flight: &Flight) -> Result<Page<StaffPromise>, Failure> {
    let path = organisation
        .map_or_else(|| paths::OWN_PROMISES.to_owned(), |id| format!("{}?organisation={id}", paths::DESK_PROMISES));
    call(Method::Get, &path).fetch(flight).await
}

/// The own organisation promises something.
pub async fn make_promise(draft: &PromiseDraft, flight: &Flight) -> Result<StaffPromise, Failure> {
    call(Method::Post, paths::OWN_PROMISES).json(draft).fetch(flight).await
}

/// An organisation says how it goes with its promise: the own one, or one for which a facilitator writes it down.
pub async fn follow_up(
    promise: Uuid,
    of_desk: bool,
    draft: &SayingDraft,
    flight: &Flight,
) -> Result<StaffPromise, Failure> {
    let path = if of_desk { paths::desk_sayings(promise) } else { paths::own_sayings(promise) };
    call(Method::Post, &path).json(draft).fetch(flight).await
}

/// Promises of which something waits for a reader.
pub async fn promises_to_read(flight: &Flight) -> Result<Page<StaffPromise>, Failure> {
    call(Method::Get, paths::DESK_PROMISES).fetch(flight).await
}

/// Enters a promise for an organisation.
pub async fn make_promise_for(form: &PromiseFor, flight: &Flight) -> Result<StaffPromise, Failure> {
    call(Method::Post, paths::DESK_PROMISES).json(form).fetch(flight).await
}

/// Some posts of the public board with these words; of all posts without words.
pub async fn search_board(words: &str, cursor: Option<&str>, flight: &Flight) -> Result<Page<PublicPost>, Failure> {
    let words = Some(words).filter(|words| !words.is_empty()).map(|words| ("q", words));
    let pairs = [("limit", "10")].into_iter().chain(words).chain(cursor.map(|cursor| ("cursor", cursor)));
    call(Method::Get, &format!("{}?{}", paths::POSTS, query(pairs))).fetch(flight).await
}

/// Decides on what an organisation says of a promise.
pub async fn decide_promise(promise: Uuid, ruling: &SayingRuling, flight: &Flight) -> Result<StaffPromise, Failure> {
    call(Method::Post, &paths::promise_decision(promise)).json(ruling).fetch(flight).await
}
