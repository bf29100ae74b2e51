//! The outbox: calls that wait for a network. `assets/outbox.js` keeps, seals and sends them; here are their types, and what the app asks.
//!
//! Under *dit is niet mijn telefoon* there is none, and in a browser that refuses a database neither: [`put`] says so, and whoever asked
//! sends by itself.

use super::Device;
use crate::{
    api::Later,
    browser::{self, NotStored},
};
use droombord_domain::{life::PostState, outcome::Cause, problem::ProblemCode};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, future::Future};
use uuid::Uuid;

/// The window hears this when something changed in it, in whichever tab.
pub const CHANGED: &str = "droombord-outbox";

/// What a call is about, for whoever looks at what waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum About {
    /// A new post.
    Post {
        /// Dream or story, as a code.
        kind: String,
        /// Its words; none when it was erased meanwhile.
        text: String,
        /// With a reply: to which post.
        #[serde(default)]
        reply_to: Option<Uuid>,
    },
    /// Something that happens to an own post.
    Change {
        /// The beginning of that post.
        text: String,
    },
    /// A reaction to a post on the board.
    Reaction {
        /// Nothing.
        text: String,
    },
}

/// How a change shows when it was made, though its answer was lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// The post says this.
    Text(String),
    /// The post stands there.
    State(PostState),
}

/// One call that waits.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Waiting {
    /// Its number.
    pub id: String,
    /// Whether it may have arrived already.
    pub tried: bool,
    /// Why the server does not want it, as a code; it is not sent again.
    pub refused: Option<String>,
    /// Somebody else answered the last time.
    pub foreign: bool,
    /// The server was busy the last time.
    pub busy: bool,
    /// The device cannot read now what it says.
    pub unread: bool,
    /// What it is about.
    pub about: About,
}

/// What became of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The server has it.
    Arrived,
    /// It waits.
    Waits,
    /// It waits, because the server is busy.
    Busy,
    /// It waits, and somebody else answered in the server's stead.
    Foreign,
    /// It is here, and the device cannot read it now.
    Unread,
    /// The server does not want it, and why.
    Refused(Cause),
    /// The writer took it back before it left.
    TakenBack,
    /// The device knows nothing of it.
    Unknown,
}

impl Fate {
    /// As the script tells it.
    fn of(told: &str) -> Self {
        match told {
            "arrived" => Self::Arrived,
            "waits" => Self::Waits,
            "busy" => Self::Busy,
            "foreign" => Self::Foreign,
            "unread" => Self::Unread,
            "dropped" => Self::TakenBack,
            "" => Self::Unknown,
            code => Self::Refused(cause_of(code)),
        }
    }
}

/// Why the server refuses with this code. One that this program does not know yet was a judgement all the same.
pub fn cause_of(code: &str) -> Cause {
    ProblemCode::from_code(code).map_or(Cause::Content, Cause::of)
}

/// A call as it is kept.
#[derive(Serialize)]
struct Kept<'a> {
    id: &'a str,
    method: &'a str,
    path: &'a str,
    headers: BTreeMap<&'a str, &'a str>,
    body: Option<&'a str>,
    about: &'a About,
    done: Option<Done>,
    /// The server was busy a moment ago: not before so many seconds.
    wait: Option<u32>,
}

/// The number of whatever is to happen to a post: the last wish takes the place of the one before.
pub fn change_of(post: Uuid) -> String {
    format!("change/{post}")
}

/// Keeps a call until it has arrived. `wait`: the server was busy a moment ago, and wants it after so many seconds.
///
/// # Errors
/// When this is not the writer's own phone, or the device refuses.
pub async fn put(
    device: Device,
    id: &str,
    call: &Later,
    about: &About,
    done: Option<Done>,
    wait: Option<u32>,
) -> Result<(), NotStored> {
    if device.is_borrowed_now() {
        return Err(NotStored);
    }
    let Later { method, path, headers, body } = call;
    let headers = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let kept = Kept { id, method, path, headers, body: body.as_deref(), about, done, wait };
    let kept = crate::json::write(&kept).ok_or(NotStored)?;
    browser::ask_outbox("put", &kept).await.map(|_| ()).ok_or(NotStored)
}

/// Gives a reaction to the service worker, which keeps it until it has arrived; `false` when there is none. What a reader's program need
/// not write as JSON, the script writes.
pub fn hand_over(device: Device, id: &str, call: &Later) -> bool {
    let Some((name, value)) = call.headers.first() else { return false };
    !device.is_borrowed_now() && browser::hand_to_worker(&[id, call.method, &call.path, name, value])
}

/// Everything that waits, the oldest first, but for reactions. Nothing when the device does not tell.
pub async fn waiting(device: Device) -> Option<Vec<Waiting>> {
    if device.is_borrowed_now() {
        return Some(Vec::new());
    }
    let all: Vec<Waiting> = crate::json::read(&browser::ask_outbox("list", "").await?)?;
    Some(all.into_iter().filter(|one| !matches!(one.about, About::Reaction { .. })).collect())
}

/// What became of a call that was put there; nothing when the device does not tell. That it arrived is said by a mark of its own: what is
/// not there may have been lost.
pub async fn fate(id: &str) -> Option<Fate> {
    browser::ask_outbox("fate", id).await.map(|told| Fate::of(&told))
}

/// Sends what waits, now.
pub async fn send() {
    let _ = browser::ask_outbox("flush", "").await;
}

/// Makes a call that takes words of the writer away: pages of posts that this phone keeps for reading go at once, before and, since one
/// may have been fetched meanwhile, after it.
pub async fn taking_away<T>(call: impl Future<Output = T>) -> T {
    let _ = browser::ask_outbox("unread", "").await;
    let answer = call.await;
    let _ = browser::ask_outbox("unread", "").await;
    answer
}

/// Takes one out: it is not sent any more.
pub async fn forget(id: &str) {
    let _ = browser::ask_outbox("drop", id).await;
}

/// Takes one out that has not left this device; `false` when it may have left, or the device does not do it.
pub async fn take_back(id: &str) -> bool {
    browser::ask_outbox("takeBack", id).await.is_some_and(|yes| !yes.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use droombord_domain::outcome::Outcome;
    use std::collections::BTreeSet;

    #[test]
    fn what_waits_is_read_as_the_script_writes_it() {
        let list = r#"[{"id":"1","tried":true,"refused":null,"foreign":true,"busy":false,"unread":false,"about":{"what":"post","kind":"dream","text":"Hoi"}},
                       {"id":"2","tried":false,"refused":"erased","foreign":false,"busy":true,"unread":false,"about":{"what":"change","text":""}},
                       {"id":"3","tried":false,"refused":null,"foreign":false,"busy":false,"unread":true,"about":{"what":"change","kind":"","text":""}}]"#;
        let read: Vec<Waiting> = serde_json::from_str(list).unwrap_or_default();
        assert_eq!(read.len(), 3);
        assert_eq!(read[0].about, About::Post { kind: "dream".into(), text: "Hoi".into(), reply_to: None });
        assert_eq!((read[1].refused.as_deref(), read[2].unread), (Some("erased"), true));
    }

    /// A list of codes in the script, after the mark that names it.
    fn listed(mark: &str) -> BTreeSet<&'static str> {
        let script = include_str!("../../assets/outbox.js");
        let list = script.split_once(mark).and_then(|(_, rest)| rest.split_once(']')).map(|(list, _)| list);
        list.unwrap_or_default().split(',').map(|code| code.trim().trim_matches('"')).collect()
    }

    #[test]
    fn the_script_keeps_what_the_table_says_goes_again_and_nothing_else() {
        let judged = |code: &ProblemCode| Cause::of(*code).outcome() != Outcome::Again;
        let expected: BTreeSet<&str> =
            ProblemCode::ALL.iter().filter(|code| judged(code)).map(|code| code.code()).collect();
        assert_eq!(listed("/*outcome*/ ["), expected);
        let busy = ProblemCode::ALL.iter().filter(|code| Cause::of(**code) == Cause::Busy).map(|code| code.code());
        assert_eq!(listed("/*busy*/ ["), busy.collect());
    }

    #[test]
    fn nothing_but_its_own_mark_says_that_a_call_arrived() {
        assert_eq!(Fate::of("arrived"), Fate::Arrived);
        for told in ["", "waits", "busy", "foreign", "unread", "dropped", "erased", "something_new"] {
            assert_ne!(Fate::of(told), Fate::Arrived, "{told}");
        }
        assert_eq!(Fate::of(""), Fate::Unknown);
        assert_eq!(Fate::of("erased"), Fate::Refused(Cause::Erased));
        assert_eq!(Fate::of("something_new"), Fate::Refused(Cause::Content));
    }
}
