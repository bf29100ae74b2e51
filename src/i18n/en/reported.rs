//! English: something is wrong with a post.

use crate::i18n::reported::{ReportPage, Reports};
use droombord_domain::report::ReportReason;

/// What can be wrong.
pub(in crate::i18n) static REPORTS: Reports = Reports {
    name: |reason| match reason {
        ReportReason::AboutMe => "This is about me, or about somebody I know",
        ReportReason::Recognisable => "You can see who it is",
        ReportReason::Hurtful => "This hurts somebody",
        ReportReason::Untrue => "This is not true",
        ReportReason::Danger => "Somebody is not safe",
        ReportReason::Other => "Something else",
    },
};

/// The page.
pub(in crate::i18n) static REPORT_PAGE: ReportPage = ReportPage {
    title_sent: "Thank you – Droombord",
    title: "Something is wrong here – Droombord",
    heading: "What is wrong?",
    lead: "A facilitator reads what you say. Nobody else sees it. The writer does not see it either.",
    what: "Choose what fits best",
    words: "Do you want to say more?",
    words_hint: "You do not have to. You do not have to say who you are.",
    send: "Send",
    no_answer: "We cannot write back to you. We do not know who you are.",
    in_danger: "Is somebody in danger now? Call 112.",
    who_listens: "See who else listens.",
    reason_missing: "Choose what is wrong.",
    words_fault: |max| format!("Make it shorter, without strange characters. {max} characters fit."),
    sent: "Thank you. A facilitator looks at it.",
    sent_more: "Must the text go? Then we take it off the board. And we tell the writer why.",
    gone: "This is not on the board",
    gone_more: "Perhaps it has been taken away already.",
    back: "Back to the board",
};
