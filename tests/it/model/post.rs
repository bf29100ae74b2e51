//! What must be true of one post.

use droombord_domain::life::PostState;
use serde_json::Value;
use uuid::Uuid;

/// What must be true of one post.
#[derive(Debug)]
pub(super) struct Model {
    pub(super) id: Uuid,
    pub(super) idempotency: Uuid,
    pub(super) writer: usize,
    pub(super) state: PostState,
    pub(super) revision: u32,
    /// The word of each revision; only the last one may be seen, and only when it was approved.
    pub(super) marks: Vec<String>,
    /// Who made the last decision; two, when two did.
    pub(super) decided_by: Vec<usize>,
    /// The first revision showed danger.
    pub(super) first_danger: bool,
    /// The newest revision shows danger.
    pub(super) danger: bool,
    /// Its writer asked that a facilitator looks at once.
    pub(super) alert: bool,
    /// Who read the newest revision first of two.
    pub(super) proposed_by: Option<usize>,
    /// The writer asked for another reader of the newest revision.
    pub(super) asked_another: bool,
    /// Erased with everything under its key: nobody's any more.
    pub(super) forgotten: bool,
    /// What the writer is asked.
    pub(super) asked: Option<Asked>,
    /// Which post it replies to.
    pub(super) reply_to: Option<Uuid>,
    /// What the organisation is asked, each time it was.
    pub(super) askings: Vec<Asking>,
    /// Somebody of the organisation has read it, asked about it or not.
    pub(super) read: bool,
    /// Who reads it now.
    pub(super) claim: Option<usize>,
    /// What was said is wrong with it, and nobody has seen to.
    pub(super) reports: usize,
}

/// What the organisation is asked, and what it says.
#[derive(Debug)]
pub(super) struct Asking {
    pub(super) id: Uuid,
    pub(super) at: i64,
    pub(super) reminded_at: Option<i64>,
    /// The word of the newest revision of the answer.
    pub(super) mark: Option<String>,
    pub(super) revision: u32,
    /// It waits for a reader.
    pub(super) waits: bool,
    pub(super) public: bool,
    pub(super) verdict: Option<&'static str>,
}

/// What a writer is asked.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) by: usize,
    /// The word that would stand in the place of the newest one.
    pub(super) mark: Option<String>,
    pub(super) again: bool,
}

impl Model {
    pub(super) fn new(
        post: &Value,
        idempotency: Uuid,
        writer: usize,
        mark: String,
        danger: bool,
        reply_to: Option<Uuid>,
    ) -> Self {
        Self {
            id: crate::app::id_of(post),
            idempotency,
            writer,
            state: PostState::Received,
            revision: 1,
            marks: vec![mark],
            decided_by: Vec::new(),
            first_danger: danger,
            danger,
            alert: false,
            proposed_by: None,
            asked_another: false,
            forgotten: false,
            asked: None,
            reply_to,
            askings: Vec::new(),
            read: false,
            claim: None,
            reports: 0,
        }
    }

    /// Whether this reader may be the first to decide on what waits.
    pub(super) fn may_begin(&self, reader: usize) -> bool {
        !(self.asked_another && self.proposed_by.is_none() && self.decided_by.contains(&reader))
    }

    pub(super) fn mark(&self) -> &str {
        self.marks.last().map_or("", String::as_str)
    }

    /// Whether it is on the board by itself.
    pub(super) fn hangs(&self) -> bool {
        self.state.is_public() && self.reply_to.is_none()
    }

    pub(super) fn kind(&self) -> &'static str {
        if self.reply_to.is_some() { "reply" } else { "dream" }
    }

    /// Nothing of it is left but that it was there.
    pub(super) fn is_erased(&mut self) {
        self.state = PostState::Erased;
        self.asked = None;
        self.askings.clear();
        self.reports = 0;
    }
}
