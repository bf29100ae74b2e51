//! Every sentence that a visitor reads. Code elsewhere has none.
//!
//! [`Messages`] is one type; a language is one value of it, in one file. What a language lacks does not compile.

pub mod desk;
mod en;
mod messages;
mod nl;
#[cfg(test)]
mod plain;

pub use messages::*;

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

/// The sentences of a language.
pub const fn messages(lang: Lang) -> &'static Messages {
    match lang {
        Lang::Nl => &nl::MESSAGES,
        Lang::En => &en::MESSAGES,
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
