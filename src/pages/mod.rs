//! One file a route, complete in itself: address → data → view, with its private parts.

mod board;
mod hanging;
mod help;
mod info;
mod mine;
mod missing;
mod news;
mod offline;
mod organisation;
mod post;
mod promises;
#[cfg(all(test, feature = "ssr"))]
mod rendered;
mod report;
mod share;
mod standing;

pub use board::BoardPage;
pub use help::HelpPage;
pub use info::{AboutPage, AccessibilityPage, PrivacyPage, RulesPage};
pub use mine::{MinePage, kept};
pub use missing::MissingPage;
pub use offline::OfflinePage;
pub use organisation::OrganisationPage;
pub use post::PostPage;
pub use promises::PromisesPage;
pub use report::ReportPage;
pub use share::SharePage;
pub use standing::is_at_hand;
