//! What was said aloud of a text: each finding once, at a pause of the keys, and once more when the field is left and it still stands. Whoever
//! types on cuts a screen reader off in the middle of it.

/// One finding that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What kind of thing it is.
    pub kind: &'static str,
    /// The words, in small letters; empty when the kind says it all.
    pub word: String,
}

/// What was said, and how often.
#[derive(Clone, Debug, Default)]
pub struct Spoken(Vec<(Standing, u8)>);

impl Spoken {
    /// Which of what stands there is to be said now, by its place.
    pub fn next(&mut self, standing: &[Standing], is_leaving: bool) -> Vec<usize> {
        let most = if is_leaving { 2 } else { 1 };
        let mut now = Vec::new();
        for (place, one) in standing.iter().enumerate() {
            let times = self.times(one, standing);
            if *times < most {
                *times += 1;
                now.push(place);
            }
        }
        now
    }

    /// How often it was said. A word that was completed since is what was said of its beginning.
    fn times(&mut self, one: &Standing, standing: &[Standing]) -> &mut u8 {
        let grew = |said: &Standing| {
            said.kind == one.kind
                && (said.word.starts_with(&one.word) || one.word.starts_with(&said.word))
                && !standing.contains(said)
        };
        let place =
            self.0.iter().position(|(said, _)| said == one).or_else(|| self.0.iter().position(|(said, _)| grew(said)));
        let place = place.unwrap_or_else(|| {
            self.0.push((one.clone(), 0));
            self.0.len() - 1
        });
        let (said, times) = &mut self.0[place];
        said.word.clone_from(&one.word);
        times
    }
}

/// Number of words that are said at once: more is not taken in.
const WORDS: usize = 12;

/// Sentences as they are said: together as far as they are short.
pub fn packed<'a>(sentences: impl Iterator<Item = &'a str>) -> Vec<String> {
    let count = |text: &str| text.split_whitespace().count();
    let mut all: Vec<String> = Vec::new();
    for sentence in sentences {
        match all.last_mut() {
            Some(last) if count(last) + count(sentence) <= WORDS => {
                last.push(' ');
                last.push_str(sentence);
            }
            Some(_) | None => all.push(sentence.to_owned()),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(words: &[&str]) -> Vec<Standing> {
        words.iter().map(|word| Standing { kind: "person_name", word: (*word).to_owned() }).collect()
    }

    #[test]
    fn a_finding_is_said_once_at_a_pause_and_once_more_on_leaving_while_it_stands() {
        let mut spoken = Spoken::default();
        for (standing, is_leaving, said) in [
            (&["sanne"][..], false, &[0][..]),
            (&["sanne"], false, &[]),
            // Others are new; the place is the one in the text.
            (&["fatima", "sanne"], false, &[0]),
            (&["fatima", "sanne"], true, &[0, 1]),
            (&["fatima", "sanne"], true, &[]),
            (&[], true, &[]),
            // Acted on before it was repeated: nothing is left to say.
            (&["noor"], false, &[0]),
            (&[], true, &[]),
            // The field was left before the pause.
            (&["daan"], true, &[0]),
            (&["daan"], false, &[]),
            (&["daan"], true, &[0]),
        ] {
            assert_eq!(spoken.next(&names(standing), is_leaving), said, "{standing:?} {is_leaving}");
        }
    }

    #[test]
    fn short_sentences_are_said_together() {
        let said = ["Sanne lijkt een naam.", "Noor lijkt een naam.", "Onder je tekst kun je kiezen."];
        let together = ["Sanne lijkt een naam. Noor lijkt een naam.", "Onder je tekst kun je kiezen."];
        assert_eq!(packed(said.into_iter()), together);
        assert_eq!(packed(said.into_iter().skip(1)), ["Noor lijkt een naam. Onder je tekst kun je kiezen."]);
        assert_eq!(packed(std::iter::empty()), [""; 0]);
    }

    #[test]
    fn a_word_that_grows_is_one_finding_and_two_words_are_two() {
        let mut spoken = Spoken::default();
        assert_eq!(spoken.next(&names(&["san"]), false), [0]);
        assert_eq!(spoken.next(&names(&["sanne"]), false), [0; 0]);
        assert_eq!(spoken.next(&names(&["sanne de wit"]), false), [0; 0]);
        assert_eq!(spoken.next(&names(&["sanne de wit", "sanne"]), false), [1]);
        assert_eq!(spoken.next(&names(&["sanne de wit", "sanne"]), true), [0, 1]);
        let phone = [Standing { kind: "phone", word: "sanne".into() }];
        assert_eq!(spoken.next(&phone, false), [0], "another kind is another finding");
    }
}
