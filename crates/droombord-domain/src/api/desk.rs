//! The desk together: who reads what, notes, texts that look alike, keywords that become one.

use crate::{
    draft::text_error,
    problem::{FieldCode, FieldError, ProblemCode},
    reason::Reason,
    text::Text,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Who is reading a post now, so that two do not read the same. It forbids nobody anything, and ends by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Claim {
    /// The account's name.
    pub by: String,
    /// Whether that is who asks. Never told in lists.
    pub mine: bool,
    /// When it ends by itself.
    pub until: String,
}

/// A post whose words show danger, and whose writer asked that a facilitator looks at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Alert {
    /// Which post.
    pub id: Uuid,
    /// Since when it waits for a reader.
    pub since: String,
}

/// A note among facilitators. The writer finds it in *Wat weten jullie van mij?*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskNote {
    /// The account's name.
    pub by: String,
    /// When.
    pub at: String,
    /// The words.
    pub words: String,
}

/// A note has at most so many graphemes.
pub const MAX_NOTE: usize = 500;

/// What a facilitator writes down for the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewNote {
    /// At most 500 graphemes.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String, required = true, min_length = 1))]
    pub words: Option<String>,
}

impl NewNote {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong with the words.
    pub fn parse(&self) -> Result<String, Vec<FieldError>> {
        let words = self.words.as_deref().ok_or_else(|| vec![FieldError::new("words", FieldCode::Missing)])?;
        Text::parse(words, MAX_NOTE).map(String::from).map_err(|fault| vec![text_error("words", fault, MAX_NOTE)])
    }
}

/// Posts that wait and look alike, in the order of the queue. Two at least.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SimilarPosts {
    /// They.
    pub posts: Vec<SimilarPost>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SimilarPost {
    /// Which post.
    pub id: Uuid,
    /// The newest revision: declining names it.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub revision: u32,
    /// Its words.
    pub text: String,
    /// Since when it waits.
    pub waiting_since: Option<String>,
    /// Its words show danger: declining it takes two.
    pub danger: bool,
}

/// Which revision of a post was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadRevision {
    /// Which post.
    pub id: Uuid,
    /// Which revision.
    #[cfg_attr(feature = "openapi", schema(minimum = 1))]
    pub revision: u32,
}

/// At most so many posts are declined at once.
pub const MAX_TOGETHER: usize = 100;

/// Declines posts that look alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DeclineTogether {
    /// Why: the same for all.
    pub reason: Reason,
    /// Which: from 1 to 100.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 100))]
    pub posts: Vec<ReadRevision>,
}

/// What came of one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeclinedTogether {
    /// Which post.
    pub id: Uuid,
    /// Why not; `None` when it is declined, or waits for a second facilitator who thinks so too.
    pub refused: Option<ProblemCode>,
}

/// Another word for a keyword, wherever it stands. When that word is in use already, the two become one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RenameKeyword {
    /// The keyword as it stands with posts.
    pub from: String,
    /// What it becomes.
    pub to: String,
}
