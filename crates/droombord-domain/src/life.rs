//! The life of a post: which step may follow which. The server asks here before it writes anything.

use crate::codes::codes;

codes! {
    /// Where a post stands.
    PostState {
        Received = "received",
        HandedBack = "handed_back",
        Published = "published",
        Declined = "declined",
        TakenDown = "taken_down",
        Withdrawn = "withdrawn",
        Expired = "expired",
        Erased = "erased",
    }
}

/// Something that somebody, or the clock, does with a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A facilitator says yes to the newest revision.
    Publish,
    /// A facilitator returns it with a reason.
    HandBack,
    /// Without an answer of the writer, a facilitator leaves something out and says yes to the rest.
    Shorten,
    /// A facilitator declines it with a reason.
    Decline,
    /// A facilitator takes it off the board with a reason.
    TakeDown,
    /// Another facilitator turns a decline or a take-down back.
    Reverse,
    /// The writer changes it, or agrees to a change.
    Revise,
    /// The writer asks another facilitator to read what was declined.
    AskAnother,
    /// The writer does not want it read or shown any more; the words stay the writer's.
    Withdraw,
    /// Nobody answered for thirty days after the last reminder.
    Expire,
    /// The writer takes every word away.
    Erase,
}

impl Step {
    /// Every step.
    pub const ALL: &'static [Self] = &[
        Self::Publish,
        Self::HandBack,
        Self::Shorten,
        Self::Decline,
        Self::TakeDown,
        Self::Reverse,
        Self::Revise,
        Self::AskAnother,
        Self::Withdraw,
        Self::Expire,
        Self::Erase,
    ];
}

impl PostState {
    /// The state after a step; `None` when the step is not allowed now.
    pub const fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Erased, _) => None,
            (_, Step::Erase) => Some(Self::Erased),
            (Self::Received, Step::Publish)
            | (Self::HandedBack, Step::Shorten)
            | (Self::Declined | Self::TakenDown, Step::Reverse) => Some(Self::Published),
            (Self::Received, Step::HandBack) => Some(Self::HandedBack),
            (Self::Received, Step::Decline) => Some(Self::Declined),
            (Self::Published, Step::TakeDown) => Some(Self::TakenDown),
            (Self::Received | Self::HandedBack | Self::Declined, Step::Revise) | (Self::Declined, Step::AskAnother) => {
                Some(Self::Received)
            }
            (Self::Received | Self::HandedBack | Self::Published, Step::Withdraw) => Some(Self::Withdrawn),
            (Self::HandedBack, Step::Expire) => Some(Self::Expired),
            (
                Self::Received
                | Self::HandedBack
                | Self::Published
                | Self::Declined
                | Self::TakenDown
                | Self::Withdrawn
                | Self::Expired,
                Step::Publish
                | Step::HandBack
                | Step::Shorten
                | Step::Decline
                | Step::TakeDown
                | Step::Reverse
                | Step::Revise
                | Step::AskAnother
                | Step::Withdraw
                | Step::Expire,
            ) => None,
        }
    }

    /// Whether facilitators see the post: not what its writer took away, or left without an answer.
    pub const fn is_for_the_desk(self) -> bool {
        match self {
            Self::Received | Self::HandedBack | Self::Published | Self::Declined | Self::TakenDown => true,
            Self::Withdrawn | Self::Expired | Self::Erased => false,
        }
    }

    /// Whether everybody may read the post's newest revision (promise 1).
    pub const fn is_public(self) -> bool {
        match self {
            Self::Published => true,
            Self::Received
            | Self::HandedBack
            | Self::Declined
            | Self::TakenDown
            | Self::Withdrawn
            | Self::Expired
            | Self::Erased => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_life_of_a_post_as_the_product_says() {
        use PostState as S;
        use Step as T;
        let allowed = [
            (S::Received, T::Publish, S::Published),
            (S::Received, T::HandBack, S::HandedBack),
            (S::Received, T::Decline, S::Declined),
            (S::Received, T::Withdraw, S::Withdrawn),
            (S::Received, T::Revise, S::Received),
            (S::HandedBack, T::Revise, S::Received),
            (S::HandedBack, T::Shorten, S::Published),
            (S::HandedBack, T::Withdraw, S::Withdrawn),
            (S::HandedBack, T::Expire, S::Expired),
            (S::Declined, T::Revise, S::Received),
            (S::Declined, T::AskAnother, S::Received),
            (S::Declined, T::Reverse, S::Published),
            (S::Published, T::TakeDown, S::TakenDown),
            (S::Published, T::Withdraw, S::Withdrawn),
            (S::TakenDown, T::Reverse, S::Published),
        ];
        for state in S::ALL {
            for step in T::ALL {
                let expected = if *step == T::Erase {
                    (*state != S::Erased).then_some(S::Erased)
                } else {
                    allowed.iter().find(|(from, by, _)| from == state && by == step).map(|(_, _, to)| *to)
                };
                assert_eq!(state.after(*step), expected, "{state:?} then {step:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_post_is_public_only_after_a_facilitator_and_never_after_erasing(
            steps in prop::collection::vec(prop::sample::select(Step::ALL), 0..40)
        ) {
            let mut state = PostState::Received;
            let mut erased = false;
            for step in steps {
                if let Some(next) = state.after(step) {
                    prop_assert!(!next.is_public() || matches!(step, Step::Publish | Step::Shorten | Step::Reverse));
                    erased |= step == Step::Erase;
                    state = next;
                }
                prop_assert!(!erased || state == PostState::Erased);
            }
        }
    }
}
