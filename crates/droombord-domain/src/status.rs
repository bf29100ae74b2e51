//! Status of a post on the board: how far its trail is, as everybody sees it beside the words.

use crate::{answer::Verdict, codes::codes, organisation::OrganisationRef, trail::TrailKind};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

codes! {
    /// What is said of a post in one sentence: what still waits before what is done, else what happened last.
    StatusCode {
        /// Read and placed; nobody was asked yet.
        Placed = "placed",
        /// An organisation was asked and has not answered in public.
        Waiting = "waiting",
        /// It has an answer, and its writer said nothing of it.
        Answered = "answered",
        /// The writer says: for a part.
        Partly = "partly",
        /// The writer says: not yet.
        NotYet = "not_yet",
        /// The writer says: this feels heard.
        Heard = "heard",
        /// Something is promised.
        Promised = "promised",
        /// The day of the promise is over, and nobody said that it is kept.
        Overdue = "overdue",
        /// The organisation says that the promise is kept.
        Kept = "kept",
    }
}

codes! {
    /// What the board can be narrowed down to. Unlike [`StatusCode`], one post can be in several.
    StatusFilter {
        /// With a public answer.
        Answered = "answered",
        /// Something was promised because of it, and not withdrawn.
        Promised = "promised",
        /// Its writer said of an answer that it feels heard.
        Heard = "heard",
        /// An organisation was asked and has not answered.
        Waiting = "waiting",
    }
}

codes! {
    /// What the desk's list of what hangs on the board can be narrowed down to. Unlike [`StatusFilter`] it follows what is so now, also
    /// before everybody sees it. One post can be in several.
    DeskStatus {
        /// Nobody was asked about it.
        Unasked = "unasked",
        /// An organisation was asked and has not answered.
        Waiting = "waiting",
        /// With a published answer.
        Answered = "answered",
        /// Something was promised because of it, and not withdrawn.
        Promised = "promised",
        /// Its writer said of an answer that it feels heard.
        Heard = "heard",
    }
}

/// How far the trail of a post is. It changes in batches, as live events do: never at the second of a decision (THREATS.md).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostStatus {
    /// What is said of it.
    pub code: StatusCode,
    /// The third ember: it has a public answer.
    #[serde(default, skip_serializing_if = "is_false")]
    pub answered: bool,
    /// The fourth ember: something was promised because of it, and not withdrawn.
    #[serde(default, skip_serializing_if = "is_false")]
    pub promised: bool,
    /// With `waiting`: who was asked, of several the one that waits longest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationRef>,
    /// With `waiting`: since the asking, in whole days of the calendar in Europe/Amsterdam.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
}

// The attribute of serde hands over a reference.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

impl PostStatus {
    /// A post that was read and placed, and of which nothing else is known.
    pub const PLACED: Self =
        Self { code: StatusCode::Placed, answered: false, promised: false, organisation: None, days: None };

    /// How high the glow rises: 2 when it only hangs there, 3 with an answer, 4 with a promise.
    pub const fn heat(&self) -> u8 {
        if self.promised {
            4
        } else if self.answered {
            3
        } else {
            2
        }
    }
}

impl Default for PostStatus {
    fn default() -> Self {
        Self::PLACED
    }
}

/// A public event of a trail, as far as the status follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusEvent {
    /// What happened.
    pub kind: TrailKind,
    /// To which asking or promise.
    pub subject: Uuid,
    /// Of which organisation.
    pub organisation: OrganisationRef,
    /// The day in Europe/Amsterdam, counted from 1970-01-01.
    pub day: i64,
    /// With `verdict`: what the writer said.
    pub verdict: Option<Verdict>,
}

/// The status of a post, and what the board is narrowed down by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What everybody sees.
    pub status: PostStatus,
    /// The day of the asking that waits longest.
    pub asked_day: Option<i64>,
    /// The writer's newest word on one of the answers is that it feels heard.
    pub heard: bool,
}

impl Standing {
    /// Derives the status from the public events of a trail, oldest first. `today` is counted as [`StatusEvent::day`] is.
    pub fn of(events: &[StatusEvent], today: i64) -> Self {
        let mut told = Told::default();
        for event in events {
            told.follow(event);
        }
        told.standing(today)
    }
}

/// What is known after some events.
#[derive(Debug, Default)]
struct Told<'a> {
    /// Askings without a public answer, oldest first.
    open: Vec<&'a StatusEvent>,
    /// What is done, oldest first: one entry an asking or promise and code.
    done: Vec<(Uuid, StatusCode)>,
    /// Promises that are not withdrawn.
    promises: Vec<Uuid>,
    /// Of these, those whose day has passed without a word that they are kept.
    overdue: Vec<Uuid>,
    answered: bool,
}

impl<'a> Told<'a> {
    fn follow(&mut self, event: &'a StatusEvent) {
        let subject = event.subject;
        match event.kind {
            TrailKind::Asked => self.open.push(event),
            TrailKind::Answered => {
                self.open.retain(|asked| asked.subject != subject);
                self.answered = true;
                self.done.push((subject, StatusCode::Answered));
            }
            TrailKind::Verdict => {
                let code = match event.verdict {
                    Some(Verdict::Heard) => StatusCode::Heard,
                    Some(Verdict::Partly) => StatusCode::Partly,
                    Some(Verdict::NotYet) => StatusCode::NotYet,
                    None => return,
                };
                // A change of mind takes the place of what was said before.
                self.done.retain(|(of, done)| *of != subject || *done == StatusCode::Answered);
                self.done.push((subject, code));
            }
            TrailKind::Promised => {
                self.promises.push(subject);
                self.done.push((subject, StatusCode::Promised));
            }
            TrailKind::Overdue => self.overdue.push(subject),
            TrailKind::Kept => {
                self.overdue.retain(|late| *late != subject);
                self.done.push((subject, StatusCode::Kept));
            }
            TrailKind::PromiseWithdrawn => {
                self.promises.retain(|promise| *promise != subject);
                self.overdue.retain(|late| *late != subject);
                self.done.retain(|(of, _)| *of != subject);
            }
            TrailKind::Received
            | TrailKind::Read
            | TrailKind::SecondReader
            | TrailKind::HandedBack
            | TrailKind::Reminded
            | TrailKind::Revised
            | TrailKind::Published
            | TrailKind::Shortened
            | TrailKind::Declined
            | TrailKind::Understood
            | TrailKind::TakenDown
            | TrailKind::Reversed
            | TrailKind::Withdrawn
            | TrailKind::Expired
            | TrailKind::Erased => {}
        }
    }

    fn standing(self, today: i64) -> Standing {
        let Self { open, done, promises, overdue, answered } = self;
        let waits = open.first();
        let code = match (waits, overdue.is_empty()) {
            (Some(_), _) => StatusCode::Waiting,
            (None, false) => StatusCode::Overdue,
            (None, true) => done.last().map_or(StatusCode::Placed, |(_, code)| *code),
        };
        let status = PostStatus {
            code,
            answered,
            promised: !promises.is_empty(),
            organisation: waits.map(|asked| asked.organisation.clone()),
            days: waits.map(|asked| u32::try_from(today - asked.day).unwrap_or_default()),
        };
        let heard = done.iter().any(|(_, code)| *code == StatusCode::Heard);
        Standing { status, asked_day: waits.map(|asked| asked.day), heard }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(kind: TrailKind, subject: u128, day: i64, verdict: Option<Verdict>) -> StatusEvent {
        let organisation = OrganisationRef { id: Uuid::from_u128(100 + subject), name: format!("Huis {subject}") };
        StatusEvent { kind, subject: Uuid::from_u128(subject), organisation, day, verdict }
    }

    #[test]
    fn what_waits_goes_before_what_is_done_and_else_the_last_thing_counts() {
        use StatusCode::{Answered, Heard, Kept, NotYet, Overdue, Partly, Placed, Promised, Waiting};
        use TrailKind as K;
        let heard = Some(Verdict::Heard);
        for (events, code, heat, is_heard) in [
            (&[][..], Placed, 2, false),
            (&[(K::Published, 0, None)], Placed, 2, false),
            (&[(K::Asked, 1, None)], Waiting, 2, false),
            (&[(K::Asked, 1, None), (K::Answered, 1, None)], Answered, 3, false),
            (&[(K::Asked, 1, None), (K::Answered, 1, None), (K::Understood, 1, None)], Answered, 3, false),
            (&[(K::Asked, 1, None), (K::Answered, 1, None), (K::Verdict, 1, heard)], Heard, 3, true),
            (&[(K::Asked, 1, None), (K::Asked, 2, None), (K::Answered, 1, None)], Waiting, 3, false),
            (&[(K::Answered, 1, None), (K::Verdict, 1, heard), (K::Promised, 9, None)], Promised, 4, true),
            (&[(K::Promised, 9, None), (K::Answered, 1, None), (K::Verdict, 1, heard)], Heard, 4, true),
            (&[(K::Promised, 9, None), (K::Overdue, 9, None), (K::Answered, 1, None)], Overdue, 4, false),
            (&[(K::Promised, 9, None), (K::Overdue, 9, None), (K::Kept, 9, None)], Kept, 4, false),
            (&[(K::Promised, 9, None), (K::Kept, 9, None), (K::Asked, 3, None)], Waiting, 4, false),
            (&[(K::Promised, 9, None), (K::PromiseWithdrawn, 9, None)], Placed, 2, false),
            (&[(K::Answered, 1, None), (K::Promised, 9, None), (K::PromiseWithdrawn, 9, None)], Answered, 3, false),
            (&[(K::Promised, 8, None), (K::Promised, 9, None), (K::PromiseWithdrawn, 9, None)], Promised, 4, false),
            (&[(K::Answered, 1, None), (K::Verdict, 1, Some(Verdict::Partly))], Partly, 3, false),
            (&[(K::Verdict, 1, heard), (K::Verdict, 1, Some(Verdict::NotYet))], NotYet, 2, false),
            (&[(K::Answered, 1, None), (K::Verdict, 1, heard), (K::Asked, 2, None)], Waiting, 3, true),
        ] {
            let events: Vec<_> = events.iter().map(|(kind, of, said)| event(*kind, *of, 10, *said)).collect();
            let Standing { status, heard, .. } = Standing::of(&events, 22);
            assert_eq!((status.code, status.heat(), heard), (code, heat, is_heard), "{events:?}");
        }
    }

    #[test]
    fn of_several_the_one_that_waits_longest_is_named_in_whole_days() {
        let events = [
            event(TrailKind::Asked, 1, 10, None),
            event(TrailKind::Asked, 2, 12, None),
            event(TrailKind::Answered, 1, 13, None),
            event(TrailKind::Asked, 3, 14, None),
        ];
        for (today, days) in [(12, 0), (13, 1), (24, 12), (11, 0)] {
            let standing = Standing::of(&events, today);
            assert_eq!(standing.asked_day, Some(12));
            assert_eq!(standing.status.days, Some(days));
            assert_eq!(standing.status.organisation.map(|it| it.name).as_deref(), Some("Huis 2"));
        }
    }
}
