//! The follow key: seven words that open your own posts. The phone makes it; no response ever contains it.
//!
//! 2,048 words, so 11 bits each and 77 bits in all.

use std::{fmt, sync::OnceLock};

/// How many words a key has.
pub const WORDS: usize = 7;
/// How many random bytes a key is made of (77 of the 80 bits are used).
pub const ENTROPY_BYTES: usize = 10;
/// The scheme of the `Authorization` header.
pub const SCHEME: &str = "Droomsleutel";

const LIST: &str = include_str!("follow_key/words.txt");

/// The words of a key. Its `Debug` does not show them.
#[derive(Clone, PartialEq, Eq)]
pub struct FollowKey(String);

/// What is wrong with typed words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FollowKeyFault {
    /// Not seven words, but so many.
    Count(usize),
    /// The words at these places (from 1) are not in the list.
    Unknown(Vec<usize>),
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

    /// Takes typed words: case, accents on vowels, spaces, hyphens and commas do not matter.
    ///
    /// # Errors
    /// How many words there are, or which are not in the list.
    pub fn parse(typed: &str) -> Result<Self, FollowKeyFault> {
        let even: String = typed.trim().chars().flat_map(char::to_lowercase).map(without_accent).collect();
        let words: Vec<&str> = even.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        if words.len() != WORDS {
            return Err(FollowKeyFault::Count(words.len()));
        }
        let unknown: Vec<usize> =
            (1..).zip(&words).filter(|(_, word)| !is_word(word)).map(|(place, _)| place).collect();
        if unknown.is_empty() { Ok(Self(words.join("-"))) } else { Err(FollowKeyFault::Unknown(unknown)) }
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

fn without_accent(c: char) -> char {
    match c {
        'á' | 'à' | 'ä' | 'â' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ì' | 'ï' | 'î' => 'i',
        'ó' | 'ò' | 'ö' | 'ô' => 'o',
        'ú' | 'ù' | 'ü' | 'û' => 'u',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Optimal string alignment distance below 2, counted simply: equal, or one step apart.
    fn one_step_apart(a: &[u8], b: &[u8]) -> bool {
        let same_start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
        let (a, b) = (&a[same_start..], &b[same_start..]);
        match (a.len(), b.len()) {
            (n, m) if n == m => {
                n == 0 || a[1..] == b[1..] || (n >= 2 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..])
            }
            (n, m) if n == m + 1 => a[1..] == *b,
            (n, m) if m == n + 1 => b[1..] == *a,
            _ => false,
        }
    }

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
        assert_eq!(FollowKey::parse("een twee"), Err(FollowKeyFault::Count(2)));
        let key = FollowKey::from_entropy([1; ENTROPY_BYTES]);
        let mut words: Vec<&str> = key.words().collect();
        words[4] = "xqzx";
        assert_eq!(FollowKey::parse(&words.join(" ")), Err(FollowKeyFault::Unknown(vec![5])));
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
