//! New words for an own post: checked like the first ones.

use crate::i18n::Fault;
use droombord_domain::{draft::Draft, post::PostBody, problem::FieldCode, text::without_hidden};

/// The post with other words.
pub(super) fn with_text(body: &PostBody, text: &str) -> Draft {
    Draft { text: Some(without_hidden(text)), ..Draft::from(body.clone()) }
}

/// What is wrong with the new words, if anything.
pub(super) fn wrong_with(body: &PostBody, text: &str, say: &crate::i18n::Messages) -> Option<Fault> {
    match with_text(body, text).parse() {
        Ok(post) if post.body().text == body.text => Some(say.mine().same_text.into()),
        Ok(_) => None,
        Err(errors) => errors.first().map(|error| match error.code {
            FieldCode::TooLong => say.errors().too_long(error),
            FieldCode::ControlCharacters | FieldCode::TooManyMarks => say.errors().odd_signs.into(),
            FieldCode::Missing
            | FieldCode::Empty
            | FieldCode::TooShort
            | FieldCode::TooMany
            | FieldCode::UnknownValue
            | FieldCode::WrongType
            | FieldCode::UnknownField
            | FieldCode::NeedsYoungPerson
            | FieldCode::ContactDetails
            | FieldCode::NotShortened
            | FieldCode::Invalid => say.errors().no_text.into(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::messages;
    use droombord_domain::post::{Kind, Lang};

    #[test]
    fn new_words_are_checked_like_the_first_ones() {
        let say = messages(Lang::Nl);
        let body = PostBody {
            kind: Kind::Dream,
            direction: None,
            text: "Hoi".into(),
            lang: Lang::Nl,
            role: None,
            on_behalf: false,
            age_band: None,
            region: None,
        };
        for (text, wrong) in
            [("Hoi daar", None), (" Hoi\u{200b}\n", Some(say.mine().same_text)), ("  ", Some(say.errors().no_text))]
        {
            assert_eq!(wrong_with(&body, text, say), wrong.map(Fault::from), "{text:?}");
        }
        let long = wrong_with(&body, &"a".repeat(1_001), say);
        assert!(long.as_ref().is_some_and(|it| it.say.starts_with("Je tekst is 1 letter te lang.")), "{long:?}");
    }
}
