//! Typed words of a key, as real keyboards, correction programs and notes on paper bring them.
//!
//! Folding is lenient, since nothing is lost by it: every word of the list is plain a to z, and no two are one step apart.

/// What people write before a word or between words. None of it is in the list.
pub(super) const LABELS: [&str; 20] = [
    "woord",
    "woorden",
    "word",
    "words",
    "droomsleutel",
    "dreamkey",
    "key",
    "mijn",
    "my",
    "jouw",
    "je",
    "your",
    "de",
    "het",
    "the",
    "dit",
    "zijn",
    "en",
    "and",
    "is",
];
/// What stands right behind a number: *1e*, *2nd*.
const ORDINALS: [&str; 7] = ["e", "de", "ste", "st", "nd", "rd", "th"];

/// Letters with marks, by the plain letters that they are on paper. What `to_lowercase` makes of capitals is here too.
const MARKED: [(&str, &str); 29] = [
    ("a", "ªàáâãäåāăąǎǟǻȁȃȧạảấầẩẫậắằẳẵặḁẚ"),
    ("ae", "æǽǣ"),
    ("b", "ḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ďđðḋḍḏḑḓ"),
    ("e", "èéêëēĕėęěȅȇȩẹẻẽếềểễệḕḗḙḛḝ"),
    ("f", "ḟ"),
    ("ff", "ﬀ"),
    ("fi", "ﬁ"),
    ("fl", "ﬂ"),
    ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋỉịḭḯ"),
    ("ij", "ĳ"),
    ("j", "ĵǰȷ"),
    ("k", "ķĸǩḱḳḵ"),
    ("l", "ĺļľŀłḷḹḻḽ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňŉŋǹṅṇṉṋ"),
    ("o", "ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱọỏốồổỗộớờởỡợṍṏṑṓ"),
    ("oe", "œ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšșſṡṣṥṧṩẛ"),
    ("ss", "ß"),
    ("t", "ţťŧțṫṭṯṱẗ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữựṳṵṷṹṻ"),
    ("y", "ýÿŷȳẏỳỵỷỹẙ"),
    ("z", "źżžẑẓẕ"),
];

/// One word: as it is compared, and as it was typed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) even: String,
    pub(super) typed: String,
}

/// The words, without numbers and labels beside them.
pub(super) fn words(typed: &str) -> Vec<Word> {
    let mut all = Vec::new();
    let mut word = Word::default();
    let mut behind_number = false;
    // The number of words before the first colon.
    let mut at_colon = None;
    for c in typed.chars().chain([' ']) {
        if is_unseen(c) {
            continue;
        }
        let before = word.even.len();
        for small in c.to_lowercase() {
            push_plain(small, &mut word.even);
        }
        if word.even.len() > before {
            word.typed.push(c);
            continue;
        }
        let Word { even, typed } = std::mem::take(&mut word);
        // *a)* and *b.* number words too.
        let numbers = even.chars().count() == 1 && matches!(c, ')' | '.' | ':');
        let beside = LABELS.contains(&&*even) || (behind_number && ORDINALS.contains(&&*even)) || numbers;
        if !even.is_empty() && !beside {
            all.push(Word { even, typed });
        }
        behind_number = c.is_numeric();
        if matches!(c, ':' | '：') {
            at_colon.get_or_insert(all.len());
        }
    }
    // *Mijn sleutel: …*, where what stands before could be a word of a key.
    if let Some(label) = at_colon
        && all.len() > super::WORDS
        && all.len() - label >= super::WORDS
    {
        all.drain(..label);
    }
    all
}

/// A small letter without its marks, in a to z where there is one; what is no letter pushes nothing.
fn push_plain(c: char, even: &mut String) {
    match c {
        'a'..='z' => even.push(c),
        // Full width.
        'ａ'..='ｚ' => even.extend(char::from_u32(u32::from(c) - 0xfee0)),
        _ => match MARKED.iter().find(|(_, marked)| marked.contains(c)) {
            Some((plain, _)) => even.push_str(plain),
            None if c.is_alphabetic() => even.push(c),
            None => {}
        },
    }
}

/// What nobody sees as a sign of its own: marks on a letter, dead keys, signs without width.
const fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
            // Marks that stand alone, as a dead key leaves them before the letter.
            | '´' | '`' | '¨' | '\u{2b0}'..='\u{2ff}'
            | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}
