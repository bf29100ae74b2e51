//! How long it takes until a human reads it: said honestly (promise 14).

use super::frame::use_settings;
use crate::i18n::use_words;
use droombord_domain::settings::Reading;
use leptos::prelude::*;

/// The sentence about the reading time, as things stand now.
pub fn reading_time() -> String {
    let say = &use_words().say.states;
    use_settings().with_value(|settings| match settings.reading {
        Reading::OnTime => (say.reading_on_time)(settings.reading_days),
        Reading::Late => (say.reading_late)(settings.reading_days),
        Reading::Nobody => say.reading_nobody.to_owned(),
    })
}
