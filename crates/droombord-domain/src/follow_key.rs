//! The follow key: seven words that open your own posts. The phone makes it; no response ever contains it.
//!
//! 2,048 words, so 11 bits each and 77 bits in all.

mod typed;

use std::{fmt, sync::OnceLock};

/// How many words a key has.
pub const WORDS: usize = 7;
/// How many random bytes a key is made of (77 of the 80 bits are used).
pub const ENTROPY_BYTES: usize = 10;
/// The scheme of the `Authorization` header.
pub const SCHEME: &str = "Droomsleutel";

/// Number of letters that are shown of a word which is not in the list.
const MAX_SHOWN: usize = 20;

const LIST: &str = include_str!("follow_key/words.txt");

/// The words of a key. Its `Debug` does not show them.
#[derive(Clone, PartialEq, Eq)]
pub struct FollowKey(String);

/// What is wrong with typed words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowKeyFault {
    /// How many words there are; any other number than [`WORDS`] is wrong.
    pub count: usize,
    /// Those that are not in the list.
    pub unknown: Vec<UnknownWord>,
}

/// A typed word that is not in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    /// Its place, from 1.
    pub place: usize,
    /// As it was typed, cut to what can be shown.
    pub typed: String,
    /// The only word of the list that is one step away (a letter more, less, other, or two in each other's place). That says nothing of
    /// a key: everybody has the list. It is shown and never taken by itself, so that a guess is not worth more.
    pub near: Option<&'static str>,
}

impl FollowKey {
    /// Makes a key out of random bytes; the caller brings the dice (in the browser: its cryptographic source).
    pub fn from_entropy(bytes: [u8; ENTROPY_BYTES]) -> Self {
        let mut number = bytes.iter().fold(0_u128, |number, byte| (number << 8) | u128::from(*byte));
        let words = list();
        let mut key = Vec::with_capacity(WORDS);
        for _ in 0..WORDS {
            // The remainder is below the length of the list, so a word is always there.
            let at = usize::try_from(number % words.len() as u128).unwrap_or_default();
            key.push(words.get(at).copied().unwrap_or_default());
            number /= words.len() as u128;
        }
        Self(key.join("-"))
    }

    /// Takes typed words: case, marks on letters, what stands between words, numbers and labels beside them do not matter.
    ///
    /// # Errors
    /// How many words there are, and which are not in the list.
    pub fn parse(typed: &str) -> Result<Self, FollowKeyFault> {
        let words = typed::words(typed);
        let unknown: Vec<UnknownWord> = (1..)
            .zip(&words)
            .filter(|(_, word)| !is_word(&word.even))
            .map(|(place, word)| UnknownWord {
                place,
                typed: word.typed.chars().take(MAX_SHOWN).collect(),
                near: near(&word.even),
            })
            .collect();
        if words.len() != WORDS || !unknown.is_empty() {
            return Err(FollowKeyFault { count: words.len(), unknown });
        }
        Ok(Self(words.iter().map(|word| &*word.even).collect::<Vec<_>>().join("-")))
    }

    /// Reads the value of an `Authorization` header.
    pub fn from_authorization(header: &str) -> Option<Self> {
        let (scheme, words) = header.split_once(' ')?;
        (scheme.eq_ignore_ascii_case(SCHEME)).then(|| Self::parse(words).ok())?
    }

    /// The value of an `Authorization` header.
    pub fn to_authorization(&self) -> String {
        format!("{SCHEME} {}", self.0)
    }

    /// The words joined by hyphens: what is hashed, and what a device remembers.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The words one by one, for showing.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.split('-')
    }
}

impl fmt::Debug for FollowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FollowKey(…)")
    }
}

/// Whether a word is in the list.
pub fn is_word(word: &str) -> bool {
    list().binary_search(&word).is_ok()
}

/// The words, sorted by bytes.
fn list() -> &'static [&'static str] {
    static WORDS: OnceLock<Vec<&str>> = OnceLock::new();
    WORDS.get_or_init(|| LIST.lines().collect())
}

/// The only word of the list that is one step away.
fn near(word: &str) -> Option<&'static str> {
    let mut near = list().iter().filter(|other| one_step_apart(word.as_bytes(), other.as_bytes()));
    near.next().copied().filter(|_| near.next().is_none())
}

/// Whether the optimal string alignment distance is below 2, counted simply: equal, or one step apart.
fn one_step_apart(a: &[u8], b: &[u8]) -> bool {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    match (a.split_at(same).1, b.split_at(same).1) {
        ([], []) => true,
        ([_, rest @ ..], b) if rest.len() == b.len() => rest == b,
        (a, [_, rest @ ..]) if rest.len() == a.len() => rest == a,
        ([x, a @ ..], [y, b @ ..]) if a.len() == b.len() => {
            a == b || matches!((a, b), ([z, a @ ..], [w, b @ ..]) if x == w && y == z && a == b)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_list_has_2048_plain_words_that_cannot_be_mistaken_for_each_other() {
        let words: Vec<&str> = LIST.lines().collect();
        assert_eq!(words.len(), 2_048);
        assert!(words.is_sorted());
        for word in &words {
            assert!((3..=8).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase()), "{word}");
        }
        for (at, a) in words.iter().enumerate() {
            for b in &words[at + 1..] {
                assert!(!one_step_apart(a.as_bytes(), b.as_bytes()), "{a} and {b}");
            }
        }
    }

    #[test]
    fn typed_words_may_be_sloppy() {
        let key = FollowKey::from_entropy([7; ENTROPY_BYTES]);
        let sloppy = key.as_str().to_uppercase().replace('-', " , ");
        assert_eq!(FollowKey::parse(&sloppy), Ok(key.clone()));
        assert_eq!(FollowKey::from_authorization(&key.to_authorization()), Some(key));
    }

    #[test]
    fn a_fault_says_which_word() {
        let key = FollowKey::from_entropy([1; ENTROPY_BYTES]);
        let words: Vec<&str> = key.words().collect();
        let with = |place: usize, word: &'static str| {
            let mut words = words.clone();
            words[place - 1] = word;
            words.join(" ")
        };
        let unknown = |place, typed: &str| UnknownWord { place, typed: typed.into(), near: None };
        for (typed, count, wrong) in [
            (String::new(), 0, vec![]),
            (words[..6].join(" "), 6, vec![]),
            (format!("{} {}", words.join(" "), words[0]), 8, vec![]),
            (with(5, "Xqzx"), 7, vec![unknown(5, "Xqzx")]),
            (with(2, "كلمة"), 7, vec![unknown(2, "كلمة")]),
            (format!("1. xqzx 2. {}", words[1]), 2, vec![unknown(1, "xqzx")]),
            (with(7, "abcdefghijklmnopqrstuvwxyz"), 7, vec![unknown(7, "abcdefghijklmnopqrst")]),
        ] {
            assert_eq!(FollowKey::parse(&typed), Err(FollowKeyFault { count, unknown: wrong }), "{typed}");
        }
    }

    #[test]
    fn a_slip_of_one_letter_is_recognised_and_not_taken() {
        for (typed, right) in [
            ("sleutl", Some("sleutel")),
            ("sleuttel", Some("sleutel")),
            ("slautel", Some("sleutel")),
            ("lseutel", Some("sleutel")),
            ("sleute", Some("sleutel")),
            ("xqzx", None),
            ("", None),
        ] {
            assert_eq!(near(typed), right, "{typed}");
            assert!(!is_word(typed));
        }
    }

    #[test]
    fn words_are_taken_as_keyboards_and_paper_bring_them() {
        const KEY: &str = "sleutel-nummer-code-fiets-kiwi-tijger-pizza";
        for typed in [
            "SLEUTEL NUMMER CODE FIETS KIWI TIJGER PIZZA",
            "Sleutel Nummer Code Fiets Kiwi Tijger Pizza",
            "SLEUTEL NUMMER CODE FİETS KİWİ TİJGER PİZZA",
            "sleutel nummer code fıets kıwı tıjger pızza",
            "sleutel nummer code fiets kiwi tĳger pizza",
            "SLEUTEL NUMMER CODE FIETS KIWI TĲGER PIZZA",
            "sle\u{301}utel nu\u{308}mmer code\u{301} fiets\u{30c} ki\u{308}wi tijger pizza\u{300}",
            "slëútel ñummer çode fïets kíwì tïjger pìzza",
            "šleutel nümmer čodė fĩets kīwi tiĵger pİžża",
            "ｓｌｅｕｔｅｌ ｎｕｍｍｅｒ ＣＯＤＥ ｆｉｅｔｓ ｋｉｗｉ ｔｉｊｇｅｒ ｐｉｚｚａ",
            "sleutel nummer code ﬁets kiwi tijger pizza",
            "“sleutel” ‘nummer’ «code» \"fiets\" 'kiwi' „tijger” ‚pizza‘",
            "sleutel-nummer–code—fiets‑kiwi−tijger‐pizza",
            "sleutel, nummer,code; fiets / kiwi. tijger & pizza!",
            "sleutel\nnummer\r\ncode\rfiets\u{2028}kiwi\u{85}tijger\u{2029}pizza\n\n",
            "  sleutel\u{a0}nummer\u{202f}code\u{3000}fiets\tkiwi  tijger   pizza ",
            "sleu\u{ad}tel num\u{200b}mer co\u{200d}de \u{feff}fiets ki\u{2060}wi\u{200e} \u{202a}tijger\u{202c} pizza\u{fe0f}",
            "woord 1: sleutel\nwoord 2: nummer\nwoord 3: code\nwoord 4: fiets\nwoord 5: kiwi\nwoord 6: tijger\nwoord 7: pizza",
            "Word 1 sleutel, Word 2 nummer, Word 3 code, Word 4 fiets, Word 5 kiwi, Word 6 tijger, Word 7 pizza",
            "1. sleutel 2. nummer 3. code 4. fiets 5. kiwi 6. tijger 7. pizza",
            "1) sleutel 2) nummer 3) code 4) fiets 5) kiwi 6) tijger 7) pizza",
            "1.sleutel 2.nummer 3.code 4.fiets 5.kiwi 6.tijger 7.pizza",
            "1sleutel2nummer3code4fiets5kiwi6tijger7pizza",
            "1e sleutel 2e nummer 3de code 4th fiets 5e kiwi 6e tijger 7e: pizza",
            "a) sleutel b) nummer c) code d) fiets e) kiwi f) tijger g) pizza",
            "1\u{fe0f}\u{20e3} sleutel ② nummer ³ code ٤ fiets ５ kiwi (6) tijger [7] pizza",
            "Mijn droomsleutel: sleutel nummer code fiets kiwi tijger pizza",
            "Mijn sleutel is: sleutel nummer code fiets kiwi tijger pizza",
            "mijn woorden zijn sleutel nummer code fiets kiwi tijger en pizza.",
            "• sleutel\n• nummer\n• code\n– fiets\n* kiwi\n☐ tijger\n✅ pizza",
        ] {
            assert_eq!(FollowKey::parse(typed).as_ref().map(FollowKey::as_str), Ok(KEY), "{typed:?}");
        }
    }

    #[test]
    fn no_label_is_in_the_list_and_every_word_of_it_folds_to_itself() {
        for label in typed::LABELS {
            assert!(!is_word(label), "{label}");
        }
        for word in LIST.lines() {
            assert_eq!(typed::words(word).first().map(|word| &*word.even), Some(word));
        }
    }

    #[test]
    fn a_key_does_not_show_itself() {
        assert_eq!(format!("{:?}", FollowKey::from_entropy([3; ENTROPY_BYTES])), "FollowKey(…)");
    }

    proptest! {
        #[test]
        fn every_key_can_be_typed_again(bytes in any::<[u8; ENTROPY_BYTES]>()) {
            let key = FollowKey::from_entropy(bytes);
            prop_assert_eq!(key.words().count(), WORDS);
            prop_assert_eq!(FollowKey::parse(key.as_str()), Ok(key));
        }
    }
}
