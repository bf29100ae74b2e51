//! How hard a Dutch text is to read: long sentences, the score of Flesch-Douma, and official words that have a plain
//! alternative. It judges no content and refuses nothing; it says where a reader may stop.
//!
//! The score is W. H. Douma's fitting of Rudolf Flesch's *reading ease* to Dutch (*De leesbaarheid van landbouwbladen*,
//! Wageningen 1960): `206.84 − 77 · (syllables / words) − 0.93 · (words / sentences)`. In print the first factor is often 0.77,
//! with the syllables of a hundred words. From 80 on easy, from 60 on plain, under 45 hard.

/// A sentence with more words than this is long.
pub const LONG_SENTENCE: usize = 15;
/// With a lower score a text is hard for many of our readers.
pub const LOWEST_SCORE: f64 = 60.0;
/// Fewer words have no score that tells anything.
pub const FEWEST_WORDS: usize = 10;

/// What stands in the way of a reader.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readability {
    /// How many sentences there are.
    pub sentences: usize,
    /// How many words.
    pub words: usize,
    /// How many syllables the words have.
    pub syllables: usize,
    /// The sentences that are longer than [`LONG_SENTENCE`], in the order of the text.
    pub long: Vec<String>,
    /// The official words, each once, in the order of the text.
    pub official: Vec<Official>,
}

/// An official word that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Official {
    /// As it stands there, in small letters.
    pub word: String,
    /// What somebody would say at the kitchen table.
    pub instead: &'static str,
}

impl Readability {
    /// Words a sentence, on average; nothing without words.
    pub fn average(&self) -> Option<f64> {
        ratio(self.words, self.sentences)
    }

    /// The score of Flesch-Douma; nothing when there are too few words for one.
    pub fn score(&self) -> Option<f64> {
        let (length, weight) = (self.average()?, ratio(self.syllables, self.words)?);
        (self.words >= FEWEST_WORDS).then_some(206.84 - 77.0 * weight - 0.93 * length)
    }

    /// Whether it is over a limit: whoever wants it so must say so.
    pub fn is_hard(&self) -> bool {
        !self.long.is_empty() || !self.official.is_empty() || self.score().is_some_and(|score| score < LOWEST_SCORE)
    }
}

/// Looks at a text.
pub fn readability(text: &str) -> Readability {
    let mut read = Readability::default();
    for sentence in sentences(text) {
        let words: Vec<&str> = words(sentence).collect();
        if words.is_empty() {
            continue;
        }
        read.sentences += 1;
        read.words += words.len();
        read.syllables += words.iter().map(|word| syllables(word)).sum::<usize>();
        if words.len() > LONG_SENTENCE {
            read.long.push(sentence.trim().to_owned());
        }
        official(&words, &mut read.official);
    }
    read
}

fn ratio(of: usize, by: usize) -> Option<f64> {
    let number = |count: usize| u32::try_from(count).ok().map(f64::from);
    (by > 0).then_some(number(of)? / number(by)?)
}

/// Splits where a reader stops: after `.`, `!`, `?`, `…` at the end of a word, and at the end of a line.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| {
        let mut rest = line;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let (sentence, after) = rest.split_at(end_of_sentence(rest));
            rest = after;
            Some(sentence)
        })
    })
}

fn end_of_sentence(line: &str) -> usize {
    let mut begin = 0;
    for (at, _) in line.match_indices(char::is_whitespace).chain([(line.len(), "")]) {
        let word = line.get(begin..at).unwrap_or_default().trim();
        let bare = word.trim_end_matches(['’', '”', '"', '\'', ')']);
        if bare.ends_with(['!', '?', '…']) || (bare.ends_with('.') && !is_abbreviation(bare)) {
            return at;
        }
        begin = at;
    }
    line.len()
}

/// A dot behind it ends no sentence.
fn is_abbreviation(word: &str) -> bool {
    let bare = word.trim_start_matches(['‘', '“', '"', '\'', '(']).trim_end_matches('.').to_lowercase();
    bare.contains('.')
        || ["bijv", "blz", "bv", "ca", "dhr", "dr", "enz", "evt", "incl", "mevr", "mr", "nr", "resp", "tel"]
            .contains(&&*bare)
}

/// The words of a sentence, without the signs around them.
fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split(|sign: char| sign.is_whitespace() || sign == '/')
        .map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// Vowels that sound as one, the longest first.
const ONE_SOUND: [&str; 17] =
    ["aai", "eeu", "ieu", "oei", "ooi", "aa", "au", "ee", "ei", "eu", "ie", "ij", "oe", "oo", "ou", "ui", "uu"];

/// How many syllables a Dutch word has: groups of vowels, in which a double vowel and a diphthong count once and a trema
/// begins again. What has no vowel, such as a number, counts as one.
pub fn syllables(word: &str) -> usize {
    // An acute or grave accent is stress, not another sound; the trema stays, as the break that it is.
    let letters: Vec<char> = word
        .to_lowercase()
        .chars()
        .map(|letter| match letter {
            'á' | 'à' | 'â' => 'a',
            'é' | 'è' | 'ê' => 'e',
            'í' | 'ì' | 'î' => 'i',
            'ó' | 'ò' | 'ô' => 'o',
            'ú' | 'ù' | 'û' => 'u',
            other => other,
        })
        .collect();
    let mut count = 0;
    let mut at = 0;
    while let Some(rest) = letters.get(at..).filter(|rest| !rest.is_empty()) {
        at += match rest {
            // Neither the u of "aquarium" nor the y of "yoga" is a vowel.
            ['q', 'u', ..] => 2,
            ['y', next, ..] if is_vowel(*next) => 1,
            // mu-se-um, pe-tro-le-um
            ['e', 'u', 'm'] => {
                count += 2;
                3
            }
            _ => match ONE_SOUND.iter().find(|sound| sound.chars().eq(rest.iter().copied().take(sound.len()))) {
                Some(sound) => {
                    count += 1;
                    sound.len()
                }
                None => {
                    count += usize::from(rest.first().is_some_and(|letter| is_vowel(*letter)));
                    1
                }
            },
        };
    }
    count.max(1)
}

const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ë' | 'ï' | 'ö' | 'ü')
}

/// Words of offices and files, each with its forms, and what to say instead. A form may be several words.
const OFFICIAL: [(&[&str], &str); 62] = [
    (&["aanvangen", "aanvang"], "beginnen"),
    (&["adequaat", "adequate"], "goed genoeg"),
    (&["beschikking", "beschikkingen"], "besluit"),
    (&["betreffende", "betreft"], "over"),
    (&["bewerkstelligen"], "ervoor zorgen"),
    (&["casus", "casussen", "casuïstiek"], "wat er speelt"),
    (&["cliënt", "cliënten", "client", "clienten", "cliëntsysteem"], "jij, of: kind, jongere, ouder"),
    (&["communiceren"], "zeggen, praten"),
    (&["conform"], "zoals in"),
    (&["consulteren"], "vragen aan"),
    (&["continueren"], "doorgaan met"),
    (&["crisisplaatsing"], "plek voor meteen"),
    (&["derhalve"], "daarom"),
    (&["dienen te", "dient te"], "moeten"),
    (&["discipline", "disciplines"], "vak"),
    (&["doelgroep", "doelgroepen"], "de mensen om wie het gaat"),
    (&["dossiervorming"], "opschrijven in het dossier"),
    (&["echter"], "maar"),
    (&["evalueren", "evaluatie"], "terugkijken"),
    (&["faciliteren"], "mogelijk maken"),
    (&["gedragsproblematiek"], "gedrag waar anderen last van hebben"),
    (&["gezagsdrager", "gezagsdragers"], "wie over je mag beslissen"),
    (&["hulpverleningstraject", "hulpverleningstrajecten"], "hulp"),
    (&["hulpvraag", "hulpvragen"], "waar je hulp bij wilt"),
    (&["implementeren", "implementatie"], "invoeren"),
    (&["in het kader van"], "voor, bij"),
    (&["inachtneming"], "rekening houden met"),
    (&["indicatie", "indicaties", "indicatiestelling"], "besluit over welke hulp je krijgt"),
    (&["indien"], "als"),
    (&["initiëren"], "beginnen met"),
    (&["interventie", "interventies"], "wat we doen om te helpen"),
    (&["inzake"], "over"),
    (&["jeugdige", "jeugdigen"], "kind, jongere"),
    (&["machtiging", "machtigingen"], "toestemming van de rechter"),
    (&["met betrekking tot"], "over"),
    (&["middels", "door middel van"], "met, door"),
    (&["monitoren", "monitoring"], "volgen"),
    (&["multidisciplinair", "multidisciplinaire"], "met mensen uit verschillende vakken"),
    (&["naar aanleiding van"], "door, na"),
    (&["netwerkberaad"], "gesprek met jouw mensen"),
    (&["observatie", "observaties"], "wat we zien"),
    (&["ondertoezichtstelling"], "een gezinsvoogd kijkt mee"),
    (&["ongeacht"], "ook als"),
    (&["optimaliseren"], "beter maken"),
    (&["participeren", "participatie"], "meedoen, meebeslissen"),
    (&["perspectief", "perspectieven"], "hoe het verder kan"),
    (&["pedagogisch klimaat"], "hoe we met elkaar omgaan"),
    (&["plaatsing", "plaatsingen"], "ergens gaan wonen"),
    (&["prioriteren"], "kiezen wat eerst komt"),
    (&["problematiek"], "problemen"),
    (&["professional", "professionals"], "de mensen die hier werken"),
    (&["realiseren"], "zorgen dat het er komt"),
    (&["rapportage", "rapportages"], "verslag"),
    (&["regievoerder", "casemanager", "casusregisseur"], "wie het regelt"),
    (&["signaleren"], "zien, merken"),
    (&["systeemgericht", "systeemgerichte"], "samen met je familie"),
    (&["ten aanzien van"], "over"),
    (&["ten behoeve van"], "voor"),
    (&["tevens"], "ook"),
    (&["traject", "trajecten"], "hulp, plan"),
    (&["uithuisplaatsing", "uithuisplaatsingen"], "niet meer thuis wonen"),
    (&["zorgaanbieder", "zorgaanbieders", "zorgverlener", "zorgverleners"], "wie de hulp geeft"),
];

fn official(words: &[&str], found: &mut Vec<Official>) {
    let low: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    for at in 0..low.len() {
        for (forms, instead) in &OFFICIAL {
            let stands = |form: &&&str| {
                let mut here = low.iter().skip(at);
                form.split(' ').all(|part| here.next().is_some_and(|word| word == part))
            };
            if let Some(form) = forms.iter().find(stands)
                && found.iter().all(|one| one.word != **form)
            {
                found.push(Official { word: (*form).to_owned(), instead });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn syllables_are_what_somebody_claps() {
        for (word, count) in [
            ("huis", 1),
            ("ik", 1),
            ("moeder", 2),
            ("kamer", 2),
            ("nieuwe", 2),
            ("mooie", 2),
            ("leeuw", 1),
            ("eieren", 3),
            ("draaien", 2),
            ("koeien", 2),
            ("bijeenkomst", 3),
            ("zijn", 1),
            ("cliënt", 2),
            ("ideeën", 3),
            ("geëvalueerd", 5),
            ("beïnvloeden", 4),
            ("reünie", 3),
            ("coördinatie", 5),
            ("financieel", 4),
            ("sociaal", 3),
            ("theater", 3),
            ("beoordelen", 4),
            ("museum", 3),
            ("radio", 3),
            ("situatie", 4),
            ("beschikking", 3),
            ("één", 1),
            ("café", 2),
            ("yoga", 2),
            ("baby", 2),
            ("aquarium", 4),
            ("jeugdbescherming", 4),
            ("Midden-Nederland", 5),
            ("B", 1),
            ("24", 1),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn a_sentence_ends_where_a_reader_stops() {
        for (text, count) in [
            ("Jij wilt naar huis. Wij ook!", 2),
            ("Ga naar 113.nl of bel.", 1),
            ("Dat is bijv. jouw kamer.", 1),
            ("Wij doen dat o.a. op zaterdag.", 1),
            ("Zij zei: ‘Nee.’ Toen ging ze.", 2),
            ("Eén\nTwee", 2),
            ("…", 0),
            ("", 0),
        ] {
            assert_eq!(readability(text).sentences, count, "{text:?}");
        }
    }

    #[test]
    fn the_score_is_that_of_the_formula() {
        // Eleven words, twelve syllables, two sentences.
        let read = readability("Jij wilt naar huis. Wij gaan dat samen met je doen.");
        assert_eq!((read.words, read.syllables, read.sentences), (11, 12, 2));
        let by_hand = 206.84 - 77.0 * 12.0 / 11.0 - 0.93 * 11.0 / 2.0;
        assert!(read.score().is_some_and(|score| (score - by_hand).abs() < 1e-9), "{read:?}");
        assert!(!read.is_hard());
        assert_eq!(readability("Ja.").score(), None, "one word tells nothing");
        assert_eq!(readability("").average(), None);
    }

    #[test]
    fn official_words_are_found_with_a_plain_one() {
        let text = "De casus van deze Cliënt is, met betrekking tot de casus, besproken in het traject.";
        let read = readability(text);
        let found: Vec<(&str, &str)> = read.official.iter().map(|one| (&*one.word, one.instead)).collect();
        assert_eq!(
            found,
            [
                ("casus", "wat er speelt"),
                ("cliënt", "jij, of: kind, jongere, ouder"),
                ("met betrekking tot", "over"),
                ("traject", "hulp, plan"),
            ]
        );
        assert!(read.is_hard());
        assert!(readability("Een trajectcontrole op de weg.").official.is_empty(), "only whole words");
    }

    #[test]
    fn a_long_sentence_and_long_words_are_hard() {
        let long = format!("{}.", ["wij"; LONG_SENTENCE + 1].join(" "));
        assert_eq!(readability(&format!("Kort. {long}")).long, [&*long]);
        assert!(readability(&long).is_hard());
        let short = format!("{}.", ["wij"; LONG_SENTENCE].join(" "));
        assert!(!readability(&short).is_hard());
        let heavy = "Verantwoordelijkheidsverdelingen veroorzaken onduidelijkheden. ".repeat(4);
        assert!(readability(&heavy).is_hard() && readability(&heavy).long.is_empty());
    }

    #[test]
    fn every_form_is_written_once_and_in_small_letters() {
        let mut all: Vec<&str> = OFFICIAL.iter().flat_map(|(forms, _)| forms.iter().copied()).collect();
        let many = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), many);
        assert!(all.iter().all(|form| form.to_lowercase() == *form));
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic_and_the_counts_fit(text in any::<String>()) {
            let read = readability(&text);
            prop_assert!(read.words >= read.sentences);
            prop_assert!(read.syllables >= read.words);
            prop_assert!(read.long.len() <= read.sentences);
            prop_assert_eq!(read.average().is_some(), read.words > 0);
        }

        #[test]
        fn saying_it_twice_is_as_hard_as_saying_it_once(words in prop::collection::vec("[a-z]{5,9}", 10..15)) {
            let once = format!("{}.", words.join(" "));
            let (one, two) = (readability(&once), readability(&format!("{once} {once}")));
            prop_assert_eq!(two.words, 2 * one.words);
            prop_assert_eq!(&two.official, &one.official);
            let far = one.score().zip(two.score()).map(|(one, two)| (one - two).abs());
            prop_assert!(far.is_some_and(|far| far < 1e-9), "{:?}", far);
        }
    }
}
