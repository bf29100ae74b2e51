//! Why a facilitator does not publish a post as it is. The letters live in the app's `i18n`.

use crate::codes::codes;

codes! {
    /// The ten reasons, in the order of the desk. Each has two letters to the writer: one for handing back, one for
    /// declining.
    Reason {
        Recognisable = "recognisable",
        ContactDetails = "contact_details",
        CaseFile = "case_file",
        AnotherChild = "another_child",
        Accusation = "accusation",
        HurtfulWords = "hurtful_words",
        Worried = "worried",
        OffTopic = "off_topic",
        Duplicate = "duplicate",
        Unclear = "unclear",
    }
}
