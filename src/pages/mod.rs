//! One file a route, complete in itself: address → data → view, with its private parts.

mod board;
mod help;
mod info;
mod mine;
mod missing;
mod post;
#[cfg(all(test, feature = "ssr"))]
mod rendered;
mod share;

pub use board::BoardPage;
pub use help::HelpPage;
pub use info::{AboutPage, AccessibilityPage, PrivacyPage, RulesPage};
pub use mine::MinePage;
pub use missing::MissingPage;
pub use post::PostPage;
pub use share::SharePage;
