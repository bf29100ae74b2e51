//! The privacy guard beside a text that is being written: what it found, where that stands now, and what the writer did about it.
//!
//! The search runs in a worker ([`worker`]); nothing of it leaves the device. It hints and never blocks: without an answer there is nothing
//! to show, and nothing is said. Views are in `components/guard.rs`, sentences in `i18n`.

pub mod edit;
mod omit;
pub mod safer;
pub mod spoken;
mod worker;

use crate::i18n::Guard as Say;
use droombord_domain::{
    organisation::{ORGANISATIONS_META, OrganisationNames},
    text::cleaned,
};
use droombord_guard::{
    Kind, Places, Suggestion,
    signals::{HelpLine, SignalKind},
    together::TogetherRule,
};
use droombord_guard_worker::{Found, Joined, Look, ask, parse};
use edit::{Edit, carried, carry, edited, fitted};
use leptos::prelude::*;
use safer::{Hint, hints};
use std::{ops::Range, time::Duration};
use worker::Line;

/// Pause after the last key before the guard looks (debounce): a word is then mostly whole, and no key waits.
const PAUSE: Duration = Duration::from_millis(200);

/// The guard beside one text. Copy it freely.
#[derive(Clone, Copy)]
pub struct Guard {
    /// The text as it stands.
    pub text: Signal<String>,
    /// Personal data in the text as it stands, towns too.
    pub found: Memo<Vec<Found>>,
    /// What the list shows: each datum once.
    pub items: Memo<Vec<Item>>,
    /// Facts that are recognisable together.
    pub joined: Memo<Vec<Joined>>,
    /// What the list says of them: one for each sentence at most.
    pub hints: Memo<Vec<Hint>>,
    /// Who can help, the best first; none when no words tell of danger, or the writer hid them.
    pub help: Memo<Vec<HelpLine>>,
    hidden: RwSignal<Vec<HelpLine>>,
    /// What the writer did last, as long as it can be taken back.
    pub done: Memo<Option<Done>>,
    last: RwSignal<Option<Done>>,
    left: Left,
    left_rules: RwSignal<Vec<TogetherRule>>,
}

/// Words that the writer leaves standing: they are kept and wiped with the draft.
#[derive(Clone, Copy)]
pub struct Left {
    /// Which.
    pub words: Signal<Vec<String>>,
    /// Leaves one, or asks for it again.
    pub change: Callback<(String, bool)>,
}

/// One datum, however often it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// As it was written first.
    pub word: String,
    /// Everywhere that it stands.
    pub places: Vec<Found>,
    /// Where it stands first, leaving it out would leave a hole in the sentence: a mark comes there.
    pub hole: bool,
}

impl Item {
    /// Whether it is this datum, in any spelling of case.
    fn is(&self, kind: Kind, word: &str) -> bool {
        self.kind == kind && same(&self.word, word)
    }
}

/// What the writer did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// Other words.
    Changed {
        /// The text then.
        text: String,
        /// Where they stand in it.
        range: Range<usize>,
        /// What stood there before.
        before: String,
    },
    /// A word is left.
    Left(String),
    /// Combinations are left.
    LeftRules(Vec<TogetherRule>),
}

/// What the guard said, and of which text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Looked {
    text: String,
    look: Look,
}

impl Looked {
    /// What was said of this text as it would be stored. A participating organisation is no place where somebody lives.
    fn of(text: String, mut look: Look, organisations: &OrganisationNames) -> Self {
        let places = as_stored(&text).1;
        for found in &mut look.findings {
            found.span = places.back(&found.span);
            found.replace = places.back(&found.replace);
        }
        for (_, place) in look.together.iter_mut().flat_map(|joined| &mut joined.facts) {
            *place = places.back(place);
        }
        let named = organisations.in_text(&text);
        look.together.retain(|joined| !joined.facts.iter().any(|(_, range)| named.cover(range, false)));
        let is_place = |kind| matches!(kind, Kind::Address | Kind::Institution);
        look.findings.retain(|found| !named.cover(&found.span, is_place(found.kind)));
        Self { text, look }
    }
}

/// The text as it would be stored, and the way back to what stands in the field: the guard at the desk sees the very same.
fn as_stored(text: &str) -> (String, Places) {
    let kept = cleaned(text);
    let shows = |(_, c): &(usize, char)| !c.is_whitespace();
    let (first, last) = (kept.iter().position(shows), kept.iter().rposition(shows));
    let (start, end) = (first.unwrap_or_default(), last.map_or(0, |last| last + 1));
    let length = kept.get(end).map_or(text.len(), |(at, _)| *at);
    Places::of(kept.get(start..end).unwrap_or_default(), length)
}

impl Guard {
    /// Begins to look at a text: the worker is loaded, and ends with the component.
    pub fn new(text: Signal<String>, left: Left) -> Self {
        let looked = RwSignal::new(Looked::default());
        look_at_pauses(text, looked);
        let found = Memo::new(move |_| {
            text.with(|text| looked.with(|looked| left.words.with(|left| still_found(looked, text, left))))
        });
        let items = Memo::new(move |_| text.with(|text| found.with(|found| items(text, found))));
        let left_rules = RwSignal::new(Vec::new());
        let joined = Memo::new(move |_| {
            text.with(|text| looked.with(|looked| left_rules.with(|left| still_joined(looked, text, left))))
        });
        let last = RwSignal::new(None);
        let hidden = RwSignal::new(Vec::new());
        Self {
            text,
            found,
            items,
            joined,
            hints: Memo::new(move |_| text.with(|text| joined.with(|joined| hints(text, joined)))),
            help: Memo::new(move |_| {
                let lines = looked.with(|looked| help_for(&looked.look.dangers));
                let is_hidden = hidden.with(|hidden| lines.iter().all(|line| hidden.contains(line)));
                if is_hidden { Vec::new() } else { lines }
            }),
            hidden,
            done: Memo::new(move |_| last.with(|done| text.with(|text| still_done(done.as_ref()?, text)))),
            last,
            left,
            left_rules,
        }
    }

    /// Hides who can help: somebody may look over the shoulder.
    pub fn hide_help(self) {
        self.hidden.update(|hidden| hidden.extend(self.help.get_untracked()));
    }

    /// A datum as it stands in the text now.
    pub fn item(self, kind: Kind, word: &str) -> Option<Item> {
        self.items.with_untracked(|items| items.iter().find(|item| item.is(kind, word)).cloned())
    }

    /// The text with other words for one datum, everywhere.
    pub fn without(self, item: &Item, say: &Say) -> String {
        self.text.with_untracked(|text| replaced(text, item.places.clone(), say))
    }

    /// The text with other words for everything that was found; towns may stay.
    pub fn without_all(self, say: &Say) -> String {
        let places = self.items.with_untracked(|items| items.iter().flat_map(|item| item.places.clone()).collect());
        self.text.with_untracked(|text| replaced(text, places, say))
    }

    /// Notes that the text was changed by a press, so that it can be taken back.
    pub fn note_change(self, before: &str) {
        self.text.with_untracked(|text| {
            let old = edit::changed(before, text);
            let range = old.start..old.end + text.len() - before.len();
            let before = before.get(old).unwrap_or_default().to_owned();
            self.last.set(Some(Done::Changed { text: text.clone(), range, before }));
        });
    }

    /// Leaves a word standing.
    pub fn leave(self, word: &str) {
        let word = word.to_lowercase();
        self.left.change.run((word.clone(), true));
        self.last.set(Some(Done::Left(word)));
    }

    /// Leaves a combination standing, and what stands behind it.
    pub fn leave_hint(self, hint: &Hint) {
        self.left_rules.update(|left| left.extend(hint.rules()));
        self.last.set(Some(Done::LeftRules(hint.rules())));
    }

    /// Takes back what was done last; gives the text as it was when that changed.
    pub fn undo(self) -> Option<String> {
        let done = self.done.get_untracked()?;
        self.last.set(None);
        match done {
            Done::Changed { range, before, .. } => {
                Some(self.text.with_untracked(|text| edited(text, &Edit { range, put: before })))
            }
            Done::Left(word) => {
                self.left.change.run((word, false));
                None
            }
            Done::LeftRules(rules) => {
                self.left_rules.update(|left| left.retain(|other| !rules.contains(other)));
                None
            }
        }
    }
}

/// Whether it is the same word, in any spelling of case.
fn same(one: &str, other: &str) -> bool {
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

/// Asks the worker soon after every change; an answer to an older text is dropped.
fn look_at_pauses(text: Signal<String>, looked: RwSignal<Looked>) {
    let line = StoredValue::new_local(None::<Line>);
    let ready = StoredValue::new(false);
    let number = StoredValue::new(0_u32);
    let names = crate::browser::meta(ORGANISATIONS_META).unwrap_or_default();
    let organisations = StoredValue::new(OrganisationNames::of(names.lines()));
    let send = move || {
        if ready.try_get_value() == Some(true) {
            line.try_with_value(|line| {
                if let Some(line) = line {
                    line.send(&text.with_untracked(|text| ask(number.get_value(), &as_stored(text).0)));
                }
            });
        }
    };
    let hear = Callback::new(move |answer: String| {
        let first = ready.try_get_value() == Some(false);
        if first {
            ready.set_value(true);
            send();
        } else if let Some((answered, look)) = parse(&answer)
            && number.try_get_value() == Some(answered)
        {
            looked.set(organisations.with_value(|names| Looked::of(text.get_untracked(), look, names)));
        }
    });
    Effect::new(move |before: Option<()>| {
        text.track();
        number.update_value(|number| *number = number.wrapping_add(1));
        let mine = number.get_value();
        if before.is_none() {
            crate::task::run(async move {
                let opened = Line::open(hear).await;
                // The page may be gone by now; then the line ends here.
                line.try_set_value(opened);
            });
        } else {
            set_timeout(
                move || {
                    if number.try_get_value() == Some(mine) {
                        send();
                    }
                },
                PAUSE,
            );
        }
    });
}

fn still_found(looked: &Looked, text: &str, left: &[String]) -> Vec<Found> {
    let carry = carry(&looked.text, text);
    let is_left = |word: &str| left.iter().any(|other| same(other, word));
    looked
        .look
        .findings
        .iter()
        .filter_map(|found| {
            let span = carry(&found.span)?;
            // When something changed between a name and its title, the name alone is replaced.
            let replace = carry(&found.replace).unwrap_or_else(|| span.clone());
            (!is_left(text.get(span.clone())?)).then(|| Found { span, replace, ..found.clone() })
        })
        .collect()
}

fn still_joined(looked: &Looked, text: &str, left: &[TogetherRule]) -> Vec<Joined> {
    let carry = carry(&looked.text, text);
    let still = |joined: &Joined| {
        let facts = joined.facts.iter().map(|(kind, range)| Some((*kind, carry(range)?))).collect::<Option<_>>()?;
        Some(Joined { facts, ..joined.clone() })
    };
    looked.look.together.iter().filter(|joined| !left.contains(&joined.rule)).filter_map(still).collect()
}

fn still_done(done: &Done, now: &str) -> Option<Done> {
    match done {
        Done::Changed { text, range, before } => {
            let range = carried(text, now, range)?;
            Some(Done::Changed { text: now.to_owned(), range, before: before.clone() })
        }
        Done::Left(_) | Done::LeftRules(_) => Some(done.clone()),
    }
}

fn items(text: &str, found: &[Found]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for one in found.iter().filter(|one| !one.kind.may_stay()) {
        let word = text.get(one.span.clone()).unwrap_or_default();
        match items.iter_mut().find(|item| item.is(one.kind, word)) {
            Some(item) => item.places.push(one.clone()),
            None => items.push(Item {
                kind: one.kind,
                word: word.to_owned(),
                places: vec![one.clone()],
                hole: omit::without(text, &one.replace, 0).is_none(),
            }),
        }
    }
    for item in &mut items {
        // Who is called "mijn mentor" once, is that everywhere.
        let role = item.places.iter().find(|one| one.suggestion.role().is_some()).map(|one| one.suggestion.clone());
        for one in item.places.iter_mut().filter(|one| one.suggestion == Suggestion::Mark) {
            one.suggestion = role.clone().unwrap_or(Suggestion::Mark);
        }
    }
    items
}

/// The text with other words for all of these, from the last to the first: each fits what then stands round it.
fn replaced(text: &str, mut places: Vec<Found>, say: &Say) -> String {
    places.sort_by_key(|one| one.replace.start);
    let ends: Vec<usize> = [0].into_iter().chain(places.iter().map(|one| one.replace.end)).collect();
    let with = places.iter().zip(ends).rev().filter(|(one, end)| *end <= one.replace.start);
    with.fold(text.to_owned(), |text, (one, end)| edited(&text, &edit_of(&text, one, end, say)))
}

/// Other words for one datum; nothing of what stands before `floor` changes.
fn edit_of(text: &str, found: &Found, floor: usize, say: &Say) -> Edit {
    let put = instead(found, say);
    let left_out = if put.is_empty() { omit::without(text, &found.replace, floor) } else { None };
    left_out.unwrap_or_else(|| {
        let put = if put.is_empty() { (say.mark)(found.kind) } else { &put };
        fitted(text, found.replace.clone(), put)
    })
}

/// What comes in its stead; nothing leaves it out.
pub fn instead(found: &Found, say: &Say) -> String {
    match &found.suggestion {
        // Behind the street the house was named already.
        Suggestion::WhereILive if found.kind == Kind::Postcode => String::new(),
        Suggestion::Remove => String::new(),
        Suggestion::Mark => (say.mark)(found.kind).to_owned(),
        Suggestion::MyRole(role) => (say.my_role)(role),
        Suggestion::Role(role) => role.clone(),
        Suggestion::WhereILive => say.where_i_live.to_owned(),
        Suggestion::MyHouse => say.my_house.to_owned(),
        Suggestion::MySchool => say.my_school.to_owned(),
        Suggestion::MyAge => say.some_day.to_owned(),
        Suggestion::MyDetails => say.some_number.to_owned(),
    }
}

/// Every line that fits, each once; the emergency number closes the list.
fn help_for(dangers: &[SignalKind]) -> Vec<HelpLine> {
    let mut lines: Vec<HelpLine> = Vec::new();
    for line in dangers.iter().flat_map(|kind| kind.help_lines()) {
        if !lines.contains(line) {
            lines.push(*line);
        }
    }
    lines.sort_by_key(|line| *line == HelpLine::Emergency112);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::messages;
    use droombord_domain::post::Lang;
    use droombord_guard_worker::answer;

    fn looked(text: &str) -> Looked {
        let look = parse(&answer(&ask(1, &as_stored(text).0))).map(|(_, look)| look).unwrap_or_default();
        let organisations = OrganisationNames::of(["Jeugdhulp Vlierpad (voorbeeld)", "Jeugdzorg Wilgenhoek"]);
        Looked::of(text.to_owned(), look, &organisations)
    }

    fn all_changed(text: &str) -> String {
        let say = messages(Lang::Nl).guard();
        let items = items(text, &still_found(&looked(text), text, &[]));
        replaced(text, items.into_iter().flat_map(|item| item.places).collect(), say)
    }

    #[test]
    fn one_press_leaves_sentences_that_read_well() {
        for (text, new) in [
            ("Meneer De Graaf snapt mij. Bel 06 12 34 56 78.", "[naam] snapt mij. Bel."),
            ("Ik wil op het Vlierpad College blijven.", "Ik wil op mijn school blijven."),
            ("mijn broertje Sem mist mij. Sem huilt.", "mijn broertje mist mij. Mijn broertje huilt."),
            ("Ik woon in Zwolle.", "Ik woon in Zwolle."),
            ("Ik ben geboren op 3 mei 2010.", "Ik ben geboren op [datum]."),
            ("Mijn nummer is 06 12 34 56 78.", "Mijn nummer is [nummer]."),
            ("Mail sanne@voorbeeld.nl of bel 06 12 34 56 78.", "Mail of bel."),
            ("Bel op 06 12 34 56 78 of 06 87 65 43 21, of mail naar sanne@voorbeeld.nl.", "Bel, of mail."),
            ("Tel: 06-12345678, mail: sanne@voorbeeld.nl.", "Tel, mail."),
            (
                "Mijn insta is @sanne_x. Mijn rekening is NL91ABNA0417164300.",
                "Mijn insta is [naam]. Mijn rekening is [nummer].",
            ),
            ("Kijk op www.voorbeeld.nl voor meer.", "Kijk voor meer."),
            ("06 12 34 56 78\nBel me maar.", "Bel me maar."),
            ("Een rode auto met kenteken AB-123-C reed weg.", "Een rode auto reed weg."),
        ] {
            assert_eq!(all_changed(text), new);
        }
    }

    #[test]
    fn a_participating_organisation_is_no_address_and_a_house_is() {
        for (text, found) in [
            ("Ik woon bij Jeugdhulp Vlierpad.", &[][..]),
            ("Ik woon bij Vlierpad.", &[]),
            ("Stichting Jeugdhulp Vlierpad luistert niet, jeugdzorg wilgenhoek ook niet.", &[]),
            ("Ik woon op Vlierpad 14.", &["Vlierpad 14"]),
            ("Ik woon bij Pluryn, groep De Eik.", &["Pluryn", "groep De Eik"]),
        ] {
            let still = still_found(&looked(text), text, &[]);
            assert_eq!(still.iter().map(|one| &text[one.span.clone()]).collect::<Vec<_>>(), found, "{text}");
        }
        let text = "Ik ben de enige bij Jeugdhulp Vlierpad.";
        assert_eq!(still_joined(&looked(text), text, &[]), []);
    }

    #[test]
    fn phone_and_desk_see_the_same_words() {
        for raw in [
            "Ik heet Sanne en mijn nummer is 06 12 34 56 78.",
            "\u{feff}  Ik heet San\u{ad}ne.\r\nBel 06\u{2212}1234\u{200b}5678\u{2028}Mail: sanne＠voorbeeld.nl \u{85}",
            "Mijn mentor\u{b}Sanne\u{c}woont op de Lindelaan\u{a0}14,\r7411\u{2009}XX",
            "Bel \u{202d}0612345678\u{202c} of \u{2068}٠٦٢٣٤٥٦٧٨٩\u{2069}",
            "ik heet\u{fffc}Sanne\0mijn bsn is 111\u{2060}222\u{2060}333",
            "0️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣ 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} Zwolle",
            "Ik ben 14 jaar en op 3 mei 2024 kwam ik in Kam\u{ad}pen wonen.\u{2029}",
            "\u{2800}\u{3164}",
        ] {
            let stored = droombord_domain::text::without_hidden(raw).trim().to_owned();
            let desk = droombord_guard::find(&stored);
            let desk: Vec<_> = desk.into_iter().map(|one| (one.kind, stored.get(one.span.bytes))).collect();
            let looked = looked(raw);
            let phone: Vec<_> = looked.look.findings.iter().map(|one| (one.kind, raw.get(one.span.clone()))).collect();
            assert_eq!(phone.len(), desk.len(), "{raw:?}: {phone:?} {desk:?}");
            for ((kind, on_phone), (same, at_desk)) in phone.iter().zip(&desk) {
                let on_phone = on_phone.map(droombord_domain::text::without_hidden);
                assert_eq!((kind, on_phone.as_deref()), (same, *at_desk), "{raw:?}");
            }
            // What is replaced in the field leaves the same words as what is replaced in the stored text.
            let changed = droombord_domain::text::without_hidden(&all_changed(raw));
            assert!(changed.split_whitespace().eq(all_changed(&stored).split_whitespace()), "{raw:?}: {changed}");
        }
    }

    #[test]
    fn a_datum_stands_in_the_list_once() {
        let text = "Sanne lacht. Ik ken Sanne en SANNE goed. Mijn nummer is 0612345678.";
        let list = items(text, &still_found(&looked(text), text, &[]));
        let said: Vec<_> = list.iter().map(|item| (item.word.as_str(), item.places.len())).collect();
        assert_eq!(said, [("Sanne", 3), ("0612345678", 1)]);
        assert_eq!(items(text, &still_found(&looked(text), text, &["sanne".into()])).len(), 1);
    }

    #[test]
    fn marks_move_with_the_text_until_the_next_answer() {
        let before = looked("Ik ken Sanne goed.");
        let now = "Ja, ik ken Sanne goed.";
        let found = still_found(&before, now, &[]);
        assert_eq!(found.first().and_then(|one| now.get(one.span.clone())), Some("Sanne"));
        assert_eq!(still_found(&before, "Ik ken Snne goed.", &[]), []);
    }

    #[test]
    fn a_change_can_be_taken_back_after_more_was_written() {
        let done = Done::Changed { text: "Ik ken [naam].".into(), range: 7..13, before: "Sanne".into() };
        // Each change to the text is one stretch.
        let later =
            still_done(&done, "Hoi. Ik ken [naam].").and_then(|done| still_done(&done, "Hoi. Ik ken [naam]. Leuk."));
        let range = later.and_then(|done| match done {
            Done::Changed { range, .. } => Some(range),
            Done::Left(_) | Done::LeftRules(_) => None,
        });
        assert_eq!(range, Some(12..18));
        assert_eq!(still_done(&done, "Ik ken [nam]."), None);
    }

    #[test]
    fn help_is_named_once_and_the_emergency_number_last() {
        use HelpLine::{Emergency112, Kindertelefoon, Line113, VeiligThuis};
        assert_eq!(help_for(&[]), []);
        assert_eq!(
            help_for(&[SignalKind::Suicide, SignalKind::Violence]),
            [Line113, Kindertelefoon, VeiligThuis, Emergency112]
        );
    }
}
