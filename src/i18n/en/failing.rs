//! English: why something did not happen.

use crate::i18n::Failing;
use droombord_domain::outcome::Cause;

pub(in crate::i18n) static FAILING: Failing = Failing {
    change: |cause| match cause {
        Cause::SomebodyElse => {
            "This answer did not come from the board. Perhaps from the wifi or a filter. Try again later."
        }
        Cause::Busy => "It is busy. Try again in a few minutes.",
        Cause::Content => "This cannot go on the board like this. Look at your text again.",
        Cause::TooLarge => "Your text is too large to send. Make it shorter.",
        Cause::Erased => "This had been taken away already.",
        Cause::NotThere | Cause::KeyUnknown => {
            "These words do not open it any more. Do you have new words? Type them below."
        }
        Cause::Changed => "That is not possible any more. See what happened meanwhile.",
        Cause::Silence | Cause::NotNow | Cause::SignIn | Cause::NotYours => {
            "That did not work. Wait a moment and try once more."
        }
    },
    sending: |cause| match cause {
        Cause::SomebodyElse => "This answer did not come from the board. Perhaps from the wifi or a filter.",
        Cause::Busy => "It is busy. Try again in a few minutes.",
        Cause::Content | Cause::Changed => "This could not go on the board like this. Copy your text and try again.",
        Cause::TooLarge => "Your text is too large to send. Make it shorter.",
        Cause::Erased => "You had taken this away already. So it was not sent.",
        Cause::NotThere => {
            "What you reply to is not on the board any more. Do you still want to say it? Then write a dream of your own."
        }
        Cause::Silence | Cause::NotNow | Cause::KeyUnknown | Cause::SignIn | Cause::NotYours => {
            "The board cannot take this now. That is not your fault."
        }
    },
    waits: |cause| match cause {
        Cause::SomebodyElse => {
            "Something else than the board answered. Perhaps the wifi or a filter. What you chose stays here. Open the board later."
        }
        Cause::Silence => "What you chose is waiting for a signal. Open the board later.",
        Cause::Busy => "It is busy, this goes by itself. Keep the board open a little longer.",
        Cause::NotNow
        | Cause::Content
        | Cause::TooLarge
        | Cause::Erased
        | Cause::NotThere
        | Cause::Changed
        | Cause::KeyUnknown
        | Cause::SignIn
        | Cause::NotYours => "The board cannot do this now. What you chose stays here. Open the board later.",
    },
    waits_foreign: "Something else than the board answered. Perhaps the wifi or a filter. It stays here. Open the board later.",
    busy: "It is busy, this goes by itself",
    busy_more: "It is on this phone. Keep the board open a little longer. Or open it again later.",
    unread: "Your phone cannot read this now",
    unread_more: "It is still on this phone. We will try again later.",
    unread_throw: "Throw this away",
    has_left: "This may be on its way already. You can take it away when it has arrived.",
    lost: "This is not on your phone any more. And not on the board. Sorry.",
    opens_nothing: "These words open nothing any more. Do you have new words? Type them below.",
    type_new: "Type my new words",
};
