//! Every sentence that a visitor reads. Code elsewhere has none.
//!
//! [`Messages`] is one type; a language is one value of it, in one file. What a language lacks does not compile.

mod answered;
pub mod desk;
mod en;
mod failing;
mod kept;
mod messages;
mod nl;
pub(crate) mod omitted;
#[cfg(test)]
mod plain;
mod promised;
mod reported;
mod standing;
mod told;
mod without;

pub use answered::*;
pub use failing::*;
pub use kept::*;
pub use messages::*;
pub use promised::*;
pub use reported::*;
pub use standing::*;
pub use told::*;
pub use without::*;

use droombord_domain::post::Lang;
use leptos::prelude::*;

/// The language of the page and its sentences.
#[derive(Clone, Copy)]
pub struct Words {
    /// Which language.
    pub lang: Lang,
    /// Its sentences.
    pub say: &'static Messages,
}

/// What is so, and what you can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// As the summary says it.
    pub say: String,
    /// As the field says it, when the summary tells what was typed, or how much: some screen readers read a description again each time that it changes.
    pub steady: Option<String>,
}

impl From<&str> for Fault {
    fn from(say: &str) -> Self {
        say.to_owned().into()
    }
}

impl From<String> for Fault {
    fn from(say: String) -> Self {
        Self { say, steady: None }
    }
}

/// The sentences of a language.
pub const fn messages(lang: Lang) -> &'static Messages {
    match lang {
        Lang::Nl => &nl::MESSAGES,
        Lang::En => &en::MESSAGES,
    }
}

/// One function a part: the part in the language of the messages.
macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident: $part:ty = $($file:ident)::+ , $value:ident;)+) => {
        impl Messages {
            $($(#[$doc])* pub fn $name(&self) -> &'static $part {
                match self.lang {
                    Lang::Nl => &nl::$($file)::+::$value,
                    Lang::En => &en::$($file)::+::$value,
                }
            })+
        }
    };
}

parts! {
    /// Above the board, and the choices that few need.
    standing: Standing = standing, STANDING;
    /// Writing.
    share: Share = share, SHARE;
    /// The privacy guard.
    guard: Guard = guard, GUARD;
    /// The follow key.
    key: Key = share, KEY;
    /// Own posts.
    mine: Mine = mine, MINE;
    /// What is new at own posts.
    told: Told = told, TOLD;
    /// Steps of a trail.
    trail: Trail = answers, TRAIL;
    /// Answers of organisations.
    answers: Answers = answers, ANSWERS;
    /// What only the writer says of them.
    verdicts: Verdicts = answers, VERDICTS;
    /// Promises.
    promises: Promises = promises, PROMISES;
    /// Their pages.
    promise_pages: PromisePages = promises, PROMISE_PAGES;
    /// What can be wrong with a post.
    reports: Reports = reported, REPORTS;
    /// Saying so.
    report_page: ReportPage = reported, REPORT_PAGE;
    /// Why something of a writer's did not happen.
    failing: Failing = failing, FAILING;
    /// What is kept about a writer.
    known: Known = known, KNOWN;
    /// What that is, in words.
    kept: KeptWords = kept, KEPT;
    /// What is not right in a form.
    errors: Faults = share, ERRORS;
    /// Who listens.
    help: Help = info, HELP;
    /// The pages that explain.
    info: Info = info, INFO;
    /// The program of a page is missing.
    no_program: NoProgram = without, NO_PROGRAM;
    /// The network is missing.
    no_network: NoNetwork = without, NO_NETWORK;
}

impl Messages {
    /// The ten reasons and their letters.
    pub fn reasons(&self) -> &'static Reasons {
        match self.lang {
            Lang::Nl => &nl::REASONS,
            Lang::En => &en::REASONS,
        }
    }
}

/// Puts a language where every component finds it.
pub fn provide(lang: Lang) {
    provide_context(Words { lang, say: messages(lang) });
    crate::browser::set_lang(lang.code());
}

/// The language and sentences of this page.
pub fn use_words() -> Words {
    use_context().unwrap_or(Words { lang: Lang::Nl, say: messages(Lang::Nl) })
}

/// The sentence with a capital. It begins with a word of ours: no tables of all the world's letters are needed.
pub fn upper_first(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
