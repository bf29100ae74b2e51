//! A post at the desk, for the tests: it waits, and nothing was found or done.

use droombord_domain::{
    api::DeskPost,
    life::PostState,
    post::{Kind, Lang, PostBody},
};
use uuid::Uuid;

/// The post.
pub fn post() -> DeskPost {
    DeskPost {
        id: Uuid::nil(),
        state: PostState::Received,
        revision: 1,
        body: PostBody {
            kind: Kind::Dream,
            direction: None,
            text: "Hoi".into(),
            lang: Lang::Nl,
            role: None,
            on_behalf: false,
            age_band: None,
            region: None,
        },
        reply_to: None,
        keywords: vec![],
        sample: false,
        waiting_since: None,
        findings: vec![],
        together: vec![],
        signals: vec![],
        alert: false,
        proposal: None,
        hand_back: None,
        sentence: None,
        asked_another: false,
        alone: false,
        claim: None,
        notes: vec![],
        reports: vec![],
        trail: vec![],
    }
}
