//! The sentences about promises as one type for each use.

// A field is named after its sentence; a comment on each would say the same twice.
#![allow(missing_docs)]

use droombord_domain::{
    answer::Understood,
    promise::{PromiseState, Saying},
};

type Text = &'static str;

/// One promise, wherever it stands.
pub struct Promises {
    pub state: fn(PromiseState) -> Text,
    /// Before the state, for who hears it.
    pub stands: Text,
    /// Before the direction, for who hears it.
    pub is_about: Text,
    /// Before the day.
    pub by_day: fn(PromiseState) -> Text,
    pub month: fn(u8) -> Text,
    /// Because of so many posts.
    pub for_posts: fn(usize) -> String,
    pub for_none: Text,
    /// The link to a post, by its number.
    pub post: fn(usize) -> String,
    /// After a link, for who hears the page: which promise it is about.
    pub about: fn(&str) -> String,
    pub organisation_says: Text,
    pub writer_says: Text,
    pub says: fn(Saying) -> Text,
    pub not_said: Text,
    pub writer: fn(Understood) -> Text,
    /// In the place of words that are gone.
    pub mark: Text,
    /// On the page of a post, and at an own post.
    pub promised: Text,
    /// To the writer of a post that led to it.
    pub is_it_so: Text,
    pub say_it: fn(Understood) -> Text,
    pub said: Text,
    /// While the post is not on the board: nobody sees it.
    pub said_only: Text,
    pub not_arrived: Text,
}

/// The page of promises, and that of one organisation.
pub struct PromisePages {
    pub title: Text,
    pub heading: Text,
    pub lead: Text,
    /// Over the name of an organisation.
    pub of: Text,
    pub title_of: Text,
    pub never_gone: Text,
    pub which_state: Text,
    pub list: Text,
    pub by_date: Text,
    pub none: Text,
    pub none_more: Text,
    pub none_chosen: Text,
    pub none_chosen_more: Text,
    pub organisations: Text,
    pub more: Text,
    pub answers: Text,
    pub answers_newest: Text,
    /// Before how the post begins; which of the answers to it, when it is not the first.
    pub answer_to: fn(Option<usize>) -> String,
    /// The number of askings that wait, and the days of the longest.
    pub waiting: fn(u32, u32) -> String,
    pub no_answer: Text,
    pub no_answer_more: Text,
    pub more_answers: Text,
    pub to_answers: Text,
    pub to_promises: Text,
    /// From a later page of one list.
    pub to_begin: Text,
}
