//! The calls of a sequence, and how every sequence begins.

use super::{
    READERS, WRITERS,
    index::Index,
    promises::{PromiseCall, promise_call},
};
use proptest::prelude::*;

/// One call. A post is named by an index into those that were sent; a revision is the right one or a stale one.
#[derive(Clone, Debug)]
pub(super) enum Call {
    Send {
        writer: usize,
        danger: bool,
        alert: bool,
    },
    SendAgain {
        post: Index,
        alert: bool,
    },
    SendOther {
        post: Index,
    },
    Revise {
        post: Index,
        stale: bool,
        danger: bool,
        alert: bool,
    },
    Withdraw {
        post: Index,
        writer: usize,
    },
    /// The writer asks for another reader than who declined it.
    AskAnother {
        post: Index,
    },
    Erase {
        post: Index,
    },
    Forget {
        writer: usize,
    },
    Decide {
        post: Index,
        reader: usize,
        decision: &'static str,
        stale: bool,
    },
    HandBack {
        post: Index,
        reader: usize,
        proposal: bool,
    },
    Agree {
        post: Index,
        stale: bool,
    },
    Shorten {
        post: Index,
        reader: usize,
        reword: bool,
    },
    /// A week goes by, and whoever did not answer is asked once more.
    Remind,
    React {
        post: Index,
        device: u8,
    },
    Reply {
        post: Index,
        writer: usize,
        danger: bool,
        alert: bool,
    },
    Report {
        post: Index,
    },
    Claim {
        post: Index,
        reader: usize,
    },
    Ask {
        post: Index,
        reader: usize,
    },
    /// A facilitator reminds the organisation.
    Nudge {
        post: Index,
        reader: usize,
    },
    Answer {
        post: Index,
        stale: bool,
    },
    ReadAnswer {
        post: Index,
        reader: usize,
        publish: bool,
    },
    Judge {
        post: Index,
        writer: usize,
        verdict: &'static str,
    },
    /// Somebody of the organisation has read what it was not asked about.
    ReadUnasked {
        post: Index,
    },
    Promise(PromiseCall),
}

pub(super) fn call() -> impl Strategy<Value = Call> {
    let post = || any::<u16>().prop_map(|number| Index(number.into()));
    let decision = prop::sample::select(vec!["publish", "publish", "decline", "take_down", "reverse"]);
    prop_oneof![
        4 => (0..WRITERS, prop::bool::weighted(0.3), any::<bool>())
            .prop_map(|(writer, danger, alert)| Call::Send { writer, danger, alert }),
        1 => (post(), any::<bool>()).prop_map(|(post, alert)| Call::SendAgain { post, alert }),
        1 => post().prop_map(|post| Call::SendOther { post }),
        2 => (post(), prop::bool::weighted(0.2), prop::bool::weighted(0.3), any::<bool>())
            .prop_map(|(post, stale, danger, alert)| Call::Revise { post, stale, danger, alert }),
        1 => (post(), 0..WRITERS).prop_map(|(post, writer)| Call::Withdraw { post, writer }),
        2 => post().prop_map(|post| Call::AskAnother { post }),
        1 => post().prop_map(|post| Call::Erase { post }),
        1 => (0..WRITERS).prop_map(|writer| Call::Forget { writer }),
        6 => (post(), 0..READERS, decision, prop::bool::weighted(0.1))
            .prop_map(|(post, reader, decision, stale)| Call::Decide { post, reader, decision, stale }),
        2 => (post(), 0..READERS, prop::bool::weighted(0.8))
            .prop_map(|(post, reader, proposal)| Call::HandBack { post, reader, proposal }),
        2 => (post(), prop::bool::weighted(0.1)).prop_map(|(post, stale)| Call::Agree { post, stale }),
        2 => (post(), 0..READERS, prop::bool::weighted(0.2))
            .prop_map(|(post, reader, reword)| Call::Shorten { post, reader, reword }),
        1 => Just(Call::Remind),
        1 => (post(), any::<u8>()).prop_map(|(post, device)| Call::React { post, device }),
        2 => (post(), 0..WRITERS, prop::bool::weighted(0.2), any::<bool>())
            .prop_map(|(post, writer, danger, alert)| Call::Reply { post, writer, danger, alert }),
        1 => post().prop_map(|post| Call::Report { post }),
        1 => (post(), 0..READERS).prop_map(|(post, reader)| Call::Claim { post, reader }),
        3 => (post(), 0..READERS).prop_map(|(post, reader)| Call::Ask { post, reader }),
        1 => (post(), 0..READERS).prop_map(|(post, reader)| Call::Nudge { post, reader }),
        3 => (post(), prop::bool::weighted(0.1)).prop_map(|(post, stale)| Call::Answer { post, stale }),
        3 => (post(), 0..READERS, prop::bool::weighted(0.7))
            .prop_map(|(post, reader, publish)| Call::ReadAnswer { post, reader, publish }),
        2 => post().prop_map(|post| Call::ReadUnasked { post }),
        5 => promise_call().prop_map(Call::Promise),
        2 => (post(), 0..WRITERS, prop::sample::select(vec!["heard", "partly", "not_yet"]))
            .prop_map(|(post, writer, verdict)| Call::Judge { post, writer, verdict }),
    ]
}

/// How every sequence begins: two posts hang, one of them with an answer, the other with one that nobody has read. One
/// promise is public because of the first, another one waits.
pub(super) fn beginning() -> Vec<Call> {
    // What is not there yet is counted round: every number is one of two.
    let [one, other] = [Index(10), Index(11)];
    let publish = |post| Call::Decide { post, reader: 0, decision: "publish", stale: false };
    let asked = |post| [Call::Ask { post, reader: 1 }, Call::Answer { post, stale: false }];
    let send = |writer| Call::Send { writer, danger: false, alert: false };
    let mut calls = vec![send(0), send(1), publish(one), publish(other)];
    calls.extend(asked(one).into_iter().chain([Call::ReadAnswer { post: one, reader: 2, publish: true }]));
    calls.extend(asked(other));
    let make = |posts| Call::Promise(PromiseCall::Make { posts });
    let read = PromiseCall::Read { promise: one, reader: 2, publish: true, stale: false };
    calls.extend([make([one, one]), Call::Promise(read), make([one, other])]);
    calls
}
