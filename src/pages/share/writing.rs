//! What somebody fills in, step by step: every change passes [`apply`]. Pure; the page keeps and sends it.

use crate::i18n::{Fault, Messages};
use droombord_domain::{
    draft::Draft,
    post::{Kind, Lang, Role},
    problem::{FieldCode, FieldError},
    text::without_hidden,
};

/// The screens, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Dream or story, and which direction.
    What,
    /// The words.
    Words,
    /// Who writes.
    Who,
    /// Look and send.
    Look,
    /// It was sent: the words that open it.
    Thanks,
    /// Keep it or throw it away?
    Stop,
}

impl Step {
    /// What stands in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::What => "1",
            Self::Words => "2",
            Self::Who => "3",
            Self::Look => "4",
            Self::Thanks => "5",
            Self::Stop => "stop",
        }
    }

    /// What the address asks for.
    pub fn of(code: Option<&str>) -> Self {
        match code {
            Some("2") => Self::Words,
            Some("3") => Self::Who,
            Some("4") => Self::Look,
            Some("5") => Self::Thanks,
            Some("stop") => Self::Stop,
            Some(_) | None => Self::What,
        }
    }

    /// Its number, for the four steps that have one.
    pub const fn number(self) -> u8 {
        match self {
            Self::What => 1,
            Self::Words => 2,
            Self::Who => 3,
            Self::Look | Self::Thanks | Self::Stop => 4,
        }
    }
}

/// Everything that can change what somebody fills in. An empty code is a choice too: *weet ik niet*, *zeg ik niet*.
#[derive(Clone, Debug)]
pub enum Filled {
    Kind(&'static str),
    Direction(&'static str),
    Text(String),
    Starter(&'static str),
    Role(&'static str),
    AgeBand(&'static str),
    Region(String),
    OnBehalf(bool),
    /// Whether a facilitator should look at once.
    Alert(bool),
    /// Nothing about who writes.
    Nobody,
}

/// Changes the draft.
pub fn apply(draft: &mut Draft, filled: Filled) {
    match filled {
        Filled::Kind(code) => draft.kind = Some(code.into()),
        Filled::Direction(code) => draft.direction = Some(code.into()),
        Filled::Text(text) => draft.text = Some(text),
        Filled::Starter(starter) => {
            let text = draft.text.get_or_insert_default();
            if !text.is_empty() && !text.ends_with(char::is_whitespace) {
                text.push(' ');
            }
            text.push_str(starter.trim_end_matches('…'));
        }
        Filled::Role(code) => draft.role = Some(code.into()),
        Filled::AgeBand(code) => draft.age_band = Some(code.into()),
        Filled::Region(code) => draft.region = Some(code),
        Filled::OnBehalf(on_behalf) => draft.on_behalf = on_behalf,
        Filled::Alert(alert) => draft.alert = alert,
        Filled::Nobody => {
            draft.role = None;
            draft.age_band = None;
            draft.region = None;
            draft.on_behalf = false;
        }
    }
}

/// Whether nothing was filled in. That it is a reply was not.
pub fn is_blank(draft: &Draft) -> bool {
    let filled = Draft {
        kind: draft.kind.clone().filter(|kind| kind != Kind::Reply.code()),
        text: draft.text.clone().filter(|text| !text.is_empty()),
        // It is about words.
        alert: false,
        ..draft.clone()
    };
    filled == Draft::default()
}

/// Dream or story; a dream as long as it was not said.
pub fn kind_of(draft: &Draft) -> Kind {
    draft.kind.as_deref().and_then(Kind::from_code).unwrap_or(Kind::Dream)
}

/// What is sent: without what cannot be seen, without choices that are none, and an age only with *kind of jongere*.
pub fn to_send(draft: &Draft, lang: Lang) -> Draft {
    let said = |code: &Option<String>| code.clone().filter(|code| !code.is_empty());
    let role = said(&draft.role);
    let is_young = role.as_deref() == Some(Role::YoungPerson.code());
    Draft {
        kind: said(&draft.kind),
        direction: said(&draft.direction),
        text: draft.text.as_deref().map(without_hidden),
        lang: Some(lang.code().into()),
        age_band: said(&draft.age_band).filter(|_| is_young),
        role,
        on_behalf: draft.on_behalf,
        region: said(&draft.region),
        alert: draft.alert,
    }
}

/// The furthest step whose questions before it are answered.
pub fn reachable(draft: &Draft) -> Step {
    let errors = to_send(draft, Lang::Nl).parse().err().unwrap_or_default();
    if draft.kind.is_none() {
        Step::What
    } else if errors.iter().any(|error| error.field == "text") {
        Step::Words
    } else {
        Step::Look
    }
}

/// In which step, and in which control, a field can be put right.
pub fn control_of(field: &str) -> (Step, &'static str) {
    match field {
        "kind" => (Step::What, "soort-dream"),
        "direction" => (Step::What, "richting-start"),
        "role" => (Step::Who, "rol-young_person"),
        "age_band" => (Step::Who, "leeftijd-up_to_12"),
        "region" => (Step::Who, "streek"),
        _ => (Step::Words, "tekst"),
    }
}

/// The sentence for a field that is not right.
pub fn sentence(error: &FieldError, say: &Messages) -> Fault {
    let say = say.errors();
    match error.code {
        FieldCode::Missing | FieldCode::Empty if error.field == "kind" => say.no_kind.into(),
        FieldCode::Missing | FieldCode::Empty | FieldCode::TooShort => say.no_text.into(),
        FieldCode::TooLong => say.too_long(error),
        FieldCode::ControlCharacters | FieldCode::TooManyMarks => say.odd_signs.into(),
        FieldCode::NeedsYoungPerson => say.age_alone.into(),
        FieldCode::TooMany
        | FieldCode::UnknownValue
        | FieldCode::WrongType
        | FieldCode::UnknownField
        | FieldCode::ContactDetails
        | FieldCode::NotShortened
        | FieldCode::Invalid => say.choose_again.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::messages;

    fn filled(all: impl IntoIterator<Item = Filled>) -> Draft {
        let mut draft = Draft::default();
        for one in all {
            apply(&mut draft, one);
        }
        draft
    }

    #[test]
    fn the_quickest_way_is_a_kind_and_some_words() {
        let mut draft = filled([]);
        assert_eq!(reachable(&draft), Step::What);
        assert!(is_blank(&draft));
        apply(&mut draft, Filled::Kind("dream"));
        assert_eq!(reachable(&draft), Step::Words);
        apply(&mut draft, Filled::Text(" \u{200b}".into()));
        assert_eq!(reachable(&draft), Step::Words);
        apply(&mut draft, Filled::Text("Hoi".into()));
        assert_eq!(reachable(&draft), Step::Look);
        assert!(to_send(&draft, Lang::Nl).parse().is_ok());
    }

    #[test]
    fn a_choice_that_says_nothing_is_not_sent_and_an_age_goes_only_with_a_young_person() {
        let mut draft = filled([
            Filled::Kind("story"),
            Filled::Direction(""),
            Filled::Text("Hoi\u{2060}".into()),
            Filled::Role("young_person"),
            Filled::AgeBand("up_to_12"),
            Filled::Region(String::new()),
        ]);
        let sent = to_send(&draft, Lang::En);
        assert_eq!((sent.direction.as_deref(), sent.region.as_deref()), (None, None));
        assert_eq!((sent.text.as_deref(), sent.lang.as_deref()), (Some("Hoi"), Some("en")));
        assert_eq!(sent.age_band.as_deref(), Some("up_to_12"));
        apply(&mut draft, Filled::Role(""));
        let sent = to_send(&draft, Lang::En);
        assert_eq!((sent.role, sent.age_band), (None, None));
        apply(&mut draft, Filled::Nobody);
        assert_eq!(draft.age_band, None);
    }

    #[test]
    fn a_starter_goes_behind_what_stands_there() {
        let starter = || Filled::Starter("Ik droom dat …");
        assert_eq!(filled([starter()]).text.as_deref(), Some("Ik droom dat "));
        assert_eq!(filled([Filled::Text("Hoi.".into()), starter()]).text.as_deref(), Some("Hoi. Ik droom dat "));
    }

    #[test]
    fn a_reply_begins_with_its_words_and_is_blank_without_them() {
        let mut draft = Draft { kind: Some("reply".into()), ..Draft::default() };
        assert!(is_blank(&draft));
        assert_eq!(reachable(&draft), Step::Words);
        apply(&mut draft, Filled::Text("Hoi".into()));
        assert!(!is_blank(&draft) && to_send(&draft, Lang::Nl).parse().is_ok());
    }

    #[test]
    fn an_alert_is_asked_by_the_writer_alone_and_goes_with_the_words() {
        let mut draft = filled([Filled::Kind("dream"), Filled::Text("Hoi".into())]);
        assert!(!to_send(&draft, Lang::Nl).alert);
        apply(&mut draft, Filled::Alert(true));
        assert!(to_send(&draft, Lang::Nl).alert);
        assert!(is_blank(&filled([Filled::Alert(true)])), "without words there is nothing to look at");
    }

    #[test]
    fn steps_are_known_by_their_address() {
        for step in [Step::What, Step::Words, Step::Who, Step::Look, Step::Thanks, Step::Stop] {
            assert_eq!(Step::of(Some(step.code())), step);
        }
        assert_eq!(Step::of(Some("9")), Step::What);
    }

    #[test]
    fn every_error_has_a_sentence_and_a_place() {
        for code in FieldCode::ALL {
            for field in ["kind", "direction", "text", "role", "age_band", "region"] {
                let error = FieldError { limit: Some(3), actual: Some(5), ..FieldError::new(field, *code) };
                for lang in Lang::ALL {
                    assert!(!sentence(&error, messages(*lang)).say.is_empty());
                }
                assert!(control_of(field).0 <= Step::Who);
            }
        }
        let long = FieldError::past_limit("text", FieldCode::TooLong, 1_000, 1_012);
        assert!(sentence(&long, messages(Lang::Nl)).say.starts_with("Je tekst is 12 letters te lang."));
    }
}
