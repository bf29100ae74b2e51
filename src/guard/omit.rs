//! Leaving a datum out of a Dutch sentence so that the sentence still reads: no word that waits for more, no lonely comma, no two spaces.
//!
//! Pure; ranges are in bytes. It goes by the few words round the datum, not by grammar: where a hole would stay, it says so.

use super::edit::{Edit, capitalised};
use crate::i18n::omitted::{CALLED, HOLES, JOINTS, LEADS, VERBS};
use std::ops::Range;

/// What may stand round a datum alone.
const ROUND: [(char, char); 6] = [('(', ')'), ('[', ']'), ('‘', '’'), ('“', '”'), ('"', '"'), ('\'', '\'')];

/// The end of a line, as any program writes it.
const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A space inside a line, or a sign that shows nothing and is not stored.
fn is_space(c: char) -> bool {
    let hides = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    hides || c.is_whitespace() && !is_line_end(c)
}

/// The same with one end of a line for all.
fn even(c: char) -> char {
    if is_line_end(c) { '\n' } else { c }
}

fn has(list: &[&str], word: &str) -> bool {
    let word = word.to_lowercase();
    list.contains(&word.as_str())
}

/// The last word of a piece of a line, and where it begins.
fn last_word(piece: &str) -> (usize, &str) {
    let piece = piece.trim_end_matches(is_space);
    let at = piece.char_indices().rev().take_while(|(_, c)| is_inside(*c)).last().map_or(piece.len(), |(at, _)| at);
    (at, piece.get(at..).unwrap_or_default())
}

fn first_word(piece: &str) -> &str {
    let piece = piece.trim_start_matches(is_space);
    piece.split(|c| !is_inside(c)).next().unwrap_or_default()
}

fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '&' | '\u{2019}')
}

const fn ends_sentence(c: Option<char>) -> bool {
    matches!(c, None | Some('\n' | '.' | '!' | '?' | '…'))
}

/// The text round the stretch that goes.
struct Round<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Round<'a> {
    fn before(&self) -> &'a str {
        self.text.get(..self.start).unwrap_or_default().trim_end_matches(is_space)
    }

    fn after(&self) -> &'a str {
        self.text.get(self.end..).unwrap_or_default().trim_start_matches(is_space)
    }

    fn left(&self) -> Option<char> {
        self.before().chars().next_back().map(even)
    }

    fn right(&self) -> Option<char> {
        self.after().chars().next().map(even)
    }

    /// One more letter goes on the left, and the spaces before what went.
    fn take_left(&mut self, letter: char) {
        self.start = self.before().len() - letter.len_utf8();
    }

    fn take_right(&mut self, long: usize) {
        self.end = self.text.len() - self.after().len() + long;
    }

    /// Brackets and quotation marks that would be empty.
    fn open_up(&mut self) {
        while let Some(pair) = ROUND.iter().find(|pair| self.left() == Some(pair.0) && self.right() == Some(pair.1)) {
            self.take_left(pair.0);
            self.take_right(pair.1.len_utf8());
        }
    }

    /// Words that lead to the datum.
    fn without_leads(&mut self, floor: usize) {
        if let Some(sign @ (':' | '=')) = self.left() {
            self.take_left(sign);
        }
        loop {
            let (at, word) = last_word(self.before());
            let (further, lead) = last_word(self.text.get(..at).unwrap_or_default());
            if has(&CALLED, word) && has(&LEADS, lead) && further >= floor {
                self.start = further;
            } else if has(&LEADS, word) && at >= floor {
                self.start = at;
            } else {
                return;
            }
        }
    }

    /// "of" and "en" between two data of which one goes.
    fn without_joints(&mut self, floor: usize) {
        let next = first_word(self.after());
        let behind = self.after().get(next.len()..).unwrap_or_default().trim_start_matches(is_space);
        let is_datum = |word: &str| {
            let word = word.split(' ').next().unwrap_or_default();
            word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '@' | '[')) || word.contains('@')
        };
        let (at, word) = last_word(self.before());
        let (_, earlier) = last_word(self.text.get(..at).unwrap_or_default());
        let waits = ends_sentence(self.right()) || self.right() == Some(',') || is_datum(earlier);
        if JOINTS.contains(&next) && is_datum(behind) {
            self.end = self.text.len() - behind.len();
        } else if JOINTS.contains(&word) && at >= floor && waits {
            self.start = at;
        } else if self.left() == Some(',') && JOINTS.contains(&next) {
            self.take_left(',');
        }
    }

    /// Signs that had something between them.
    fn without_signs(&mut self) {
        loop {
            match (self.left(), self.right()) {
                (left, Some(sign @ (',' | ';' | ':')))
                    if ends_sentence(left) || matches!(left, Some(',' | ';' | ':' | '(' | '-' | '–')) =>
                {
                    self.take_right(sign.len_utf8());
                }
                (Some(sign @ (',' | ';' | ':' | '=' | '-' | '–')), right)
                    if (ends_sentence(right) || right == Some(')')) && self.stands_apart(sign) =>
                {
                    self.take_left(sign);
                }
                (Some(sign @ ('-' | '–')), Some(other @ ('-' | '–'))) if self.stands_apart(sign) => {
                    self.take_right(other.len_utf8());
                }
                (left, Some(sign @ ('.' | '!' | '?' | '…'))) if ends_sentence(left) => {
                    self.take_right(sign.len_utf8())
                }
                _ => return,
            }
        }
    }

    /// A dash inside a word is a part of it.
    fn stands_apart(&self, sign: char) -> bool {
        !matches!(sign, '-' | '–') || self.before().trim_end_matches(sign).ends_with(is_space)
    }
}

/// Leaves a datum out. `floor` is where the datum before it has ended: nothing of that goes. Nothing when a hole would stay in the sentence.
pub fn without(text: &str, range: &Range<usize>, floor: usize) -> Option<Edit> {
    let mut round = Round { text, start: range.start, end: range.end };
    round.open_up();
    round.without_leads(floor);
    round.without_joints(floor);
    let (_, word) = last_word(round.before());
    let begins = ends_sentence(round.left());
    if has(&HOLES, word) || begins && has(&VERBS, first_word(round.after())) {
        return None;
    }
    round.without_signs();
    let (left, right) = (round.left(), round.right());
    let start = round.before().len().max(floor.min(round.start));
    let mut end = text.len() - round.after().len();
    let begins = ends_sentence(left);
    let joined = matches!(left, None | Some('\n' | '(' | '[' | '‘' | '“'))
        || right.is_none_or(|c| matches!(c, '\n' | '.' | ',' | '!' | '?' | ';' | ':' | ')' | ']' | '’' | '”' | '…'));
    // A line of its own goes as a whole.
    let (start, mut put) = match (left, right) {
        (None | Some('\n'), Some('\n')) => {
            let rest = round.after();
            end += if rest.starts_with("\r\n") { 2 } else { rest.chars().next().map_or(0, char::len_utf8) };
            (start, String::new())
        }
        (Some('\n'), None) => (round.before().trim_end().len().max(floor), String::new()),
        _ => (start, if joined { String::new() } else { " ".to_owned() }),
    };
    let first = text.get(end..).and_then(|rest| rest.chars().next()).filter(|c| begins && c.is_lowercase());
    if let Some(first) = first.filter(|_| right != Some('\n')) {
        end += first.len_utf8();
        put.push_str(&capitalised(&first.to_string()));
    }
    Some(Edit { range: start..end, put })
}

#[cfg(test)]
mod tests {
    use super::{super::edit::edited, *};

    fn left_out(text: &str, datum: &str) -> Option<String> {
        let start = text.find(datum)?;
        without(text, &(start..start + datum.len()), 0).map(|edit| edited(text, &edit))
    }

    #[test]
    fn a_sentence_reads_without_its_datum() {
        for (text, new) in [
            ("Bel op #.", "Bel."),
            ("Bel # maar.", "Bel maar."),
            ("Bel mij op #, dan kom ik.", "Bel mij, dan kom ik."),
            ("Bel mij, #, vanavond.", "Bel mij, vanavond."),
            ("Bel mij, #.", "Bel mij."),
            ("Bel mij: #", "Bel mij"),
            ("Bel mij: #. Doei.", "Bel mij. Doei."),
            ("Mail naar: #!", "Mail!"),
            ("#", ""),
            ("#.", ""),
            ("(#)", ""),
            ("Bel (#).", "Bel."),
            ("Je kunt mij bellen (#) of niet.", "Je kunt mij bellen of niet."),
            ("Ik heet op insta ‘#’ en verder niks.", "Ik heet op insta en verder niks."),
            ("# bel mij maar.", "Bel mij maar."),
            ("#, bel mij maar.", "Bel mij maar."),
            ("Hoi. # graag bellen.", "Hoi. Graag bellen."),
            ("Ik ben stil. #. Doei.", "Ik ben stil. Doei."),
            ("Hoi\n#\nDoei", "Hoi\nDoei"),
            ("Groetjes\n#", "Groetjes"),
            ("Hoi\nbel #\nDoei", "Hoi\nbel\nDoei"),
            ("Bel mij op nummer #.", "Bel mij."),
            ("Bel op het nummer # als het kan.", "Bel als het kan."),
            ("Een rode auto met kenteken # reed weg.", "Een rode auto reed weg."),
            ("Stuur een appje naar # alsjeblieft.", "Stuur een appje alsjeblieft."),
            ("Volg mij op insta #.", "Volg mij op insta."),
            ("Bel # of 0612345678.", "Bel 0612345678."),
            ("Bel 0612345678 of #.", "Bel 0612345678."),
            ("Bel 0612345678 of # vanavond.", "Bel 0612345678 vanavond."),
            ("Bel mij - # - vanavond.", "Bel mij - vanavond."),
            ("Bel mij – #", "Bel mij"),
            ("Ik zeg niks, # of zo.", "Ik zeg niks of zo."),
            ("Bel  #  maar.", "Bel maar."),
            ("Kijk op # voor meer.", "Kijk voor meer."),
            ("Mail #?", "Mail?"),
            ("Je mag mij op # altijd bellen.", "Je mag mij altijd bellen."),
            ("Bel mij\u{a0}#.", "Bel mij."),
            ("é😀 # é", "é😀 é"),
            ("Hoi\r\n#\r\nDoei", "Hoi\r\nDoei"),
        ] {
            for datum in ["06 12 34 56 78", "sanne@voorbeeld.nl", "@sanne_x", "www.voorbeeld.nl", "AB-123-C"] {
                let text = text.replace('#', datum);
                assert_eq!(left_out(&text, datum).as_deref(), Some(new), "{text}");
            }
        }
    }

    #[test]
    fn where_a_hole_would_stay_nothing_is_left_out() {
        for text in [
            "Mijn nummer is #.",
            "Mijn nummer is: #.",
            "Ik heet # op insta.",
            "Volg # op insta.",
            "Dit is mijn #.",
            "# is mijn nummer.",
            "Hoi! # hoort bij mij.",
            "Op # ben ik er altijd.",
            "Mijn insta is # en ik speel.",
        ] {
            assert_eq!(left_out(text, "#"), None, "{text}");
        }
    }

    #[test]
    fn nothing_goes_of_the_datum_before_it() {
        let text = "Jan van 0612345678.";
        let edit = without(text, &(8..18), 7);
        assert_eq!(edit.map(|edit| edited(text, &edit)).as_deref(), Some("Jan van."));
    }
}
