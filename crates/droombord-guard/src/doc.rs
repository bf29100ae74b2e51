//! A text cut into words, numbers and signs, each folded (lower case, no accents) and looked up once.
//!
//! Knows spelling, sentences and capitals; knows nothing of what is personal.

use crate::lists::{self, List};
use crate::words::{self, Class};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Letters, with inner apostrophes; also `'t`.
    Word,
    /// Figures.
    Number,
    /// One sign or emoji.
    Sign,
}

/// How the letters of a word stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// No capital, or a capital that means nothing: a shouted word among shouted words.
    Lower,
    /// A capital, then small letters.
    Title,
    /// Only capitals.
    Upper,
    /// Capitals inside.
    Mixed,
}

/// A word, number or sign of the text.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    fold: (usize, usize),
    /// What it is.
    pub sort: Sort,
    /// Its capitals; `Lower` for signs and numbers.
    pub case: Case,
    /// White space stands before it.
    pub spaced: bool,
    /// It begins a line.
    pub line: bool,
    /// It begins a sentence.
    pub opens: bool,
    /// Bits of the lists it is in, see [`Token::is`].
    bits: u8,
    classes: words::Bits,
}

impl Token {
    /// Whether the word is in a list.
    #[must_use]
    pub fn is(&self, list: List) -> bool {
        self.bits >> (list as u8) & 1 == 1
    }

    /// Whether the word is in a class.
    #[must_use]
    pub fn of(&self, class: Class) -> bool {
        self.classes >> (class as u32) & 1 == 1
    }

    /// Whether the word is in any class.
    #[must_use]
    pub fn classed(&self) -> bool {
        self.classes != 0
    }

    /// A word with a capital that means something: `Sanne`, not at the start of a sentence only.
    #[must_use]
    pub fn capital(&self) -> bool {
        self.case == Case::Title
    }
}

/// The text and its tokens.
#[derive(Debug)]
pub struct Doc<'a> {
    /// The text as it was given.
    pub text: &'a str,
    /// Its tokens in order.
    pub tokens: Vec<Token>,
    folded: String,
}

/// Lower case without accents, one kind of apostrophe; the same as `fold` in `lists/build.py`, for Latin letters.
pub fn fold_into(c: char, out: &mut String) {
    let plain = match c {
        'a'..='z' | '0'..='9' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' | 'ą' | 'Ą' => 'a',
        'æ' | 'Æ' | 'ə' | 'Ə' | 'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ę' | 'Ę' | 'ě' | 'ė' | 'œ' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'ı' | 'İ' | 'į' => 'i',
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'Ō' | 'ő' | 'Ő' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' | 'ů' | 'Ů' | 'ű' | 'Ű' => 'u',
        'ý' | 'ÿ' | 'Ý' | 'Ÿ' => 'y',
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => 'c',
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' => 'n',
        'ſ' | 'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' => 's',
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => 'z',
        'ğ' | 'Ğ' => 'g',
        'ł' | 'Ł' => 'l',
        'ť' | 'ţ' | 'ț' | 'Ț' => 't',
        'ř' | 'Ř' => 'r',
        'đ' | 'Đ' | 'ď' => 'd',
        '’' | '‘' | '`' | '´' | '\'' => '\'',
        'ĳ' | 'Ĳ' => {
            out.push_str("ij");
            return;
        }
        // Greek and Cyrillic capitals.
        'Α'..='Ω' | 'А'..='Я' => char::from_u32(c as u32 + 32).unwrap_or(c),
        'Ѐ'..='Џ' => char::from_u32(c as u32 + 80).unwrap_or(c),
        _ => c,
    };
    out.push(plain);
}

/// A letter of any script: what is no sign, space or emoji. Narrower tables than Unicode's own, which weigh on a phone.
#[must_use]
pub fn letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' => true,
        '\0'..='\u{a9}' | '\u{ab}'..='\u{b4}' | '\u{b6}'..='\u{b9}' | '\u{bb}'..='\u{bf}' | '×' | '÷' => false,
        '\u{300}'..='\u{36f}' | '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{303f}' => false,
        '\u{d7ff}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff20}' | '\u{fff0}'..='\u{ffff}' => false,
        '\u{1ab0}'..='\u{1aff}' | '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{660}'..='\u{66d}' => false,
        _ => c < '\u{1f000}' || ('\u{20000}'..'\u{e0000}').contains(&c),
    }
}

/// A capital of the Latin, Greek or Cyrillic script.
pub fn upper_case(c: char) -> bool {
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'Ѐ'..='Я' | 'Ŋ' | 'Ÿ' | 'Ź' | 'Ż' | 'Ž' => true,
        'Ĺ'..='ň' => c as u32 % 2 == 1,
        '\u{100}'..='\u{137}' | '\u{14a}'..='\u{177}' | '\u{218}'..='\u{21b}' | '\u{1e00}'..='\u{1eff}' => {
            (c as u32).is_multiple_of(2)
        }
        _ => false,
    }
}

fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '´' | '`')
}

impl<'a> Doc<'a> {
    /// Cuts a text. One pass, then one look at the neighbours of each word.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut doc =
            Self { text, tokens: Vec::with_capacity(text.len() / 5 + 4), folded: String::with_capacity(text.len()) };
        doc.cut();
        doc.place();
        doc
    }

    fn cut(&mut self) {
        let text = self.text;
        let mut rest = text.char_indices().peekable();
        let (mut spaced, mut line) = (true, true);
        while let Some((start, c)) = rest.next() {
            if c.is_whitespace() {
                spaced = true;
                line |= c == '\n' || c == '\r';
                continue;
            }
            let from = self.folded.len();
            let mut end = start + c.len_utf8();
            let mut case = Case::Lower;
            let tail = text.get(end..).unwrap_or_default();
            let sort = if letter(c) || (apostrophe(c) && short_article(tail)) {
                let (mut upper, mut lower, mut first) = (0usize, 0usize, false);
                let mut count = |c: char, first: &mut bool| {
                    if upper_case(c) {
                        *first |= upper + lower == 0;
                        upper += 1;
                    } else if letter(c) {
                        lower += 1;
                    }
                };
                count(c, &mut first);
                fold_into(c, &mut self.folded);
                while let Some(&(at, d)) = rest.peek() {
                    let after = text.get(at + d.len_utf8()..).and_then(|t| t.chars().next());
                    let inner = apostrophe(d) && after.is_some_and(letter) && d != '`';
                    if !(letter(d) || inner) {
                        break;
                    }
                    count(d, &mut first);
                    fold_into(d, &mut self.folded);
                    end = at + d.len_utf8();
                    rest.next();
                }
                case = match (upper, lower) {
                    (0, _) => Case::Lower,
                    (1, _) if first => Case::Title,
                    (_, 0) => Case::Upper,
                    // "IJsbrand", and "McX": a Dutch IJ is one letter.
                    (2, _) if self.folded.get(from..).is_some_and(|f| f.starts_with("ij")) => Case::Title,
                    _ => Case::Mixed,
                };
                Sort::Word
            } else if c.is_ascii_digit() {
                self.folded.push(c);
                while let Some(&(at, d)) = rest.peek() {
                    if !d.is_ascii_digit() {
                        break;
                    }
                    self.folded.push(d);
                    end = at + 1;
                    rest.next();
                }
                Sort::Number
            } else {
                fold_into(c, &mut self.folded);
                Sort::Sign
            };
            let (mut bits, mut classes): (u8, words::Bits) = (0, 0);
            let hash = lists::hash(self.folded.get(from..).unwrap_or_default());
            if sort != Sort::Number {
                classes = words::classes(hash);
            }
            if sort == Sort::Word {
                for list in [List::First, List::Thing, List::Wordy, List::Surname, List::Dutch] {
                    bits |= u8::from(lists::has(list, hash)) << (list as u8);
                }
            }
            let fold = (from, self.folded.len());
            self.tokens.push(Token { start, end, fold, sort, case, spaced, line, opens: false, bits, classes });
            (spaced, line) = (false, false);
        }
    }

    /// Fills in what the neighbours tell: sentence starts, and words that are shouted.
    fn place(&mut self) {
        let mut opens = true;
        let mut shouted = Vec::with_capacity(8);
        for i in 0..self.tokens.len() {
            let Some(token) = self.tokens.get(i).copied() else { break };
            if let Some(t) = self.tokens.get_mut(i) {
                t.opens = opens || token.line;
            }
            let word = self.fold(&token);
            if token.sort == Sort::Sign {
                let quiet =
                    matches!(word, "," | ";" | "-" | "'" | "/" | "&" | "+" | "@" | ")" | "%" | "€" | "#" | "*" | "_");
                let stop = word == "." && self.abbreviated(i);
                opens = if matches!(word, "(" | "\"" | "“" | "„" | "«" | "•") { opens } else { !quiet && !stop };
            } else {
                opens = false;
            }
            let loud = |t: Option<&Token>| t.is_some_and(|t| t.case == Case::Upper && t.end - t.start > 1);
            let (before, after) = (i.checked_sub(1).and_then(|j| self.tokens.get(j)), self.tokens.get(i + 1));
            let upper = token.case == Case::Upper;
            if upper && (loud(before) || loud(after)) && (token.end - token.start > 1 || loud(before) && loud(after)) {
                shouted.push(i);
            }
        }
        for i in shouted {
            if let Some(t) = self.tokens.get_mut(i) {
                t.case = Case::Lower;
            }
        }
    }

    /// A full stop that ends no sentence: behind a title, an initial or a known short form.
    fn abbreviated(&self, dot: usize) -> bool {
        let Some(before) = dot.checked_sub(1).and_then(|i| self.tokens.get(i)) else { return false };
        let dotted = self.tokens.get(dot).is_some_and(|t| !t.spaced);
        let word = self.fold(before);
        dotted
            && before.sort == Sort::Word
            && (before.end - before.start == 1 && before.case != Case::Lower
                || matches!(
                    word,
                    "mw" | "mevr"
                        | "dhr"
                        | "dr"
                        | "drs"
                        | "mr"
                        | "ir"
                        | "ing"
                        | "prof"
                        | "fam"
                        | "st"
                        | "geb"
                        | "tel"
                        | "nr"
                        | "bv"
                        | "gr"
                        | "ref"
                ))
    }

    /// A token's folded letters.
    #[must_use]
    pub fn fold(&self, token: &Token) -> &str {
        self.folded.get(token.fold.0..token.fold.1).unwrap_or_default()
    }

    /// The folded letters of token `i`; empty outside the text.
    #[must_use]
    pub fn at(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| self.fold(t))
    }

    /// The folded letters of the token `back` places before `i`; empty outside the text.
    #[must_use]
    pub fn before(&self, i: usize, back: usize) -> &str {
        i.checked_sub(back).map_or("", |j| self.at(j))
    }

    /// Token `i`, when there is one and it is a word.
    #[must_use]
    pub fn word(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i).filter(|t| t.sort == Sort::Word)
    }

    /// Token `i`, when there is one and it is a number.
    #[must_use]
    pub fn number(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i).filter(|t| t.sort == Sort::Number)
    }

    /// Whether token `i` is a word of a class.
    #[must_use]
    pub fn of(&self, i: usize, class: Class) -> bool {
        self.tokens.get(i).is_some_and(|t| t.of(class))
    }

    /// Whether the token `back` places before `i` is a word of a class.
    #[must_use]
    pub fn was(&self, i: usize, back: usize, class: Class) -> bool {
        i.checked_sub(back).is_some_and(|j| self.of(j, class))
    }

    /// Whether token `i` touches the one before it.
    #[must_use]
    pub fn glued(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| !t.spaced)
    }

    /// Whether the folded tokens from `i` on are these words.
    #[must_use]
    pub fn run(&self, i: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(n, w)| self.at(i + n) == *w)
    }
}

/// `'t`, `'n`, `'s`, `'k`, `'m`, `'r`, `'ns` at the place of an apostrophe.
fn short_article(tail: &str) -> bool {
    let mut chars = tail.chars();
    let first = chars.next();
    matches!(first, Some('t' | 'n' | 's' | 'k' | 'm' | 'r' | 'T' | 'S')) && !chars.next().is_some_and(letter)
}
