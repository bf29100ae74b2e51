//! A text as the eye reads it: a sign that looks like another becomes that one, what has no shape is left out, and every
//! place leads back to the text as it was written.
//!
//! All searches look at this and answer in places of the written text. Knows signs, no words; the tables are small on
//! purpose, since they weigh on a phone. What may not live here: spelling (accents, capitals), which `doc` folds.

use crate::doc::letter;
use core::ops::Range;
use std::borrow::Cow;

/// Leads from places in a text to those in the text that it was made of. All are in bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// From this byte on the made text runs along with the other from that byte on; both rise.
    steps: Vec<(usize, usize)>,
}

impl Places {
    /// The text of these characters, each with the place that it comes from in a text of `length` bytes. The places rise;
    /// several characters of ASCII may come from one place.
    #[must_use]
    pub fn of(characters: &[(usize, char)], length: usize) -> (String, Self) {
        let mut text = String::with_capacity(characters.len());
        let (mut steps, mut expected) = (Vec::new(), 0);
        for &(at, c) in characters {
            if at != expected {
                steps.push((text.len(), at));
            }
            text.push(c);
            expected = at + c.len_utf8();
        }
        if length != expected {
            steps.push((text.len(), length));
        }
        (text, Self { steps })
    }

    fn start(&self, at: usize) -> usize {
        let next = self.steps.partition_point(|step| step.0 <= at);
        next.checked_sub(1).and_then(|step| self.steps.get(step)).map_or(at, |(made, from)| at - made + from)
    }

    /// Where the stretch stands in the other text. What was left out behind a character belongs to it, and a character is
    /// never cut.
    #[must_use]
    pub fn back(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.start(range.start);
        let mut end = self.start(range.end);
        let last = self.start(range.end.saturating_sub(1));
        if range.end > range.start && end <= last {
            let next = self.steps.partition_point(|step| step.0 <= range.end);
            end = self.steps.iter().skip(next).map(|step| step.1).find(|from| *from > last).unwrap_or(end);
        }
        start..end.max(start)
    }
}

/// A text as the eye reads it.
#[derive(Debug)]
pub struct Seen<'a> {
    /// What is read.
    pub text: Cow<'a, str>,
    /// Back to what was written.
    pub places: Places,
}

impl<'a> Seen<'a> {
    /// Looks at a text, in linear time.
    #[must_use]
    pub fn new(written: &'a str) -> Self {
        if written.is_ascii() {
            return Self { text: Cow::Borrowed(written), places: Places::default() };
        }
        let (text, places) = Places::of(&look(written), written.len());
        Self { text: Cow::Owned(text), places }
    }
}

/// Runs of signs: the first, how many, and what that one looks like: a letter, or from 128 on a number. Letters and numbers
/// in circles, brackets and squares, with a full stop, in full width, raised and lowered, and the figures of mathematics.
const RUNS: [(u32, u8, u8); 36] = [
    (0xb2, 2, 130),
    (0xb9, 1, 129),
    (0x2070, 1, 128),
    (0x2074, 6, 132),
    (0x2080, 10, 128),
    (0x2460, 20, 129),
    (0x2474, 20, 129),
    (0x2488, 20, 129),
    (0x249c, 26, b'a'),
    (0x24b6, 26, b'A'),
    (0x24d0, 26, b'a'),
    (0x24ea, 1, 128),
    (0x24eb, 10, 139),
    (0x24f5, 10, 129),
    (0x24ff, 1, 128),
    (0x2776, 10, 129),
    (0x2780, 10, 129),
    (0x278a, 10, 129),
    (0x3251, 15, 149),
    (0x32b1, 15, 164),
    (0xff01, 94, b'!'),
    (0x1_ccd6, 26, b'A'),
    (0x1_d7ce, 10, 128),
    (0x1_d7d8, 10, 128),
    (0x1_d7e2, 10, 128),
    (0x1_d7ec, 10, 128),
    (0x1_d7f6, 10, 128),
    (0x1_f100, 1, 128),
    (0x1_f101, 10, 128),
    (0x1_f10b, 1, 128),
    (0x1_f10c, 1, 128),
    (0x1_f110, 26, b'A'),
    (0x1_f130, 26, b'A'),
    (0x1_f150, 26, b'A'),
    (0x1_f170, 26, b'A'),
    (0x1_f51f, 1, 138),
];

/// The noughts of all scripts (general category Nd), nine figures follow each: in plane 0, and in plane 1 without its 0x10000.
const NOUGHTS: [[u16; 35]; 2] = [
    [
        0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
        0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
        0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
    ],
    [
        0x4a0, 0xd30, 0xd40, 0x1066, 0x10f0, 0x1136, 0x11d0, 0x12f0, 0x1450, 0x14d0, 0x1650, 0x16c0, 0x16d0, 0x16da,
        0x1730, 0x18e0, 0x1950, 0x1bf0, 0x1c50, 0x1d50, 0x1da0, 0x1de0, 0x1f50, 0x6130, 0x6a60, 0x6ac0, 0x6b50, 0x6d70,
        0xccf0, 0xe140, 0xe2f0, 0xe4f0, 0xe5f1, 0xe950, 0xfbf0,
    ],
];

/// Signs that look like another one, each before what it looks like.
const LOOKS: &str = "‐-‑-‒-–-⁃-−-➖-˗-⁻-₋-─-━-⁺+₊+➕+⁽(⁾)₍(₎)❨(❩)․.。.｡.・.･.۔.ꓸ.،,、,∶:꞉:ː:˸:׃:։:⁄/∕/⧸/╱/∖\\⧵\\ˍ_﹍_﹎_﹏_\
    ʼ'ʹ'ʻ'ʽ'′'‛'ꞌ'ℂCℊgℋHℌHℍHℎhℐIℑIℒLℓlℕNℙPℚQℛRℜRℝRℤZℨZ\u{212a}KℬBℭCℯeℰEℱFℳMℴoⅅDⅆdⅇeⅈiⅉj\
    ⅠIⅤVⅩXⅬLⅭCⅮDⅯMⅰiⅴvⅹxⅼlⅽcⅾdⅿmⁱiⁿnªaºo\
    ᴬAᴮBᴰDᴱEᴳGᴴHᴵIᴶJᴷKᴸLᴹMᴺNᴼOᴾPᴿRᵀTᵁUⱽVᵂWᵃaᵇbᶜcᵈdᵉeᶠfᵍgʰhʲjᵏkˡlᵐmᵒoᵖpʳrˢsᵗtᵘuᵛvʷwˣxʸyᶻz\
    ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzɑaɡg";

/// Letters of other scripts that look like a Latin one. They count as that in a word with Latin letters only.
const FOREIGN: &str = "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwӏlкkАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԌGԚQԜWӀI\
    αaοoρpυuνvιiκkτtγyχxηnωwΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

/// Small forms from U+FE50 on, in their order.
const SMALL: &[u8; 28] = b",,.\0;:?!-(){}[]#&*+-<>=\0\\$%@";

fn among(table: &str, c: char) -> Option<char> {
    let mut signs = table.chars();
    while let (Some(sign), like) = (signs.next(), signs.next()) {
        if sign == c {
            return like;
        }
    }
    None
}

/// What shows nothing by itself: marks on a letter, soft hyphens, joiners, variation selectors, tags, controls of direction.
fn shapeless(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}')
        || matches!(c, '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// The characters of the text as it is read, each with its byte in the written one.
fn look(written: &str) -> Vec<(usize, char)> {
    let signs: Vec<(usize, char)> = written.char_indices().filter(|(_, c)| !shapeless(*c)).collect();
    let mut out = Vec::with_capacity(signs.len());
    let (mut word_ends, mut latin) = (0, false);
    for (i, &(at, c)) in signs.iter().enumerate() {
        let beside = |j: Option<usize>| j.and_then(|j| signs.get(j)).map_or(' ', |sign| sign.1);
        let (before, after) = (beside(i.checked_sub(1)), beside(i.checked_add(1)));
        if c.is_ascii() || ('\u{c0}'..='\u{24f}').contains(&c) {
            out.push((at, c));
        } else if let Some(same) = among(FOREIGN, c) {
            if i >= word_ends {
                let (left, right) = signs.split_at(i);
                let in_word = |sign: &&(usize, char)| letter(sign.1);
                let is_latin = |sign: &(usize, char)| sign.1.is_ascii();
                latin = left.iter().rev().take_while(in_word).any(is_latin)
                    || right.iter().take_while(in_word).any(is_latin);
                word_ends = i + right.iter().take_while(in_word).count();
            }
            out.push((at, if latin { same } else { c }));
        } else if let Some(value) = number(c) {
            if value > 9 {
                out.push((at, figure(value / 10)));
            }
            out.push((at, figure(value % 10)));
        } else {
            let put = match c {
                // A dash between words parts them: it makes no double name.
                '—' | '―' if !(letter(before) && letter(after)) => "-",
                '·' | '‧' | '∙' | '⋅' | '•' if !before.is_whitespace() && !after.is_whitespace() => ".",
                '\u{85}' | '\u{2028}' | '\u{2029}' => "\n",
                // No letters, but their empty places.
                '\u{2800}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffc}' => " ",
                _ if c.is_whitespace() => " ",
                'ﬀ' => "ff",
                'ﬁ' => "fi",
                'ﬂ' => "fl",
                'ﬃ' => "ffi",
                'ﬄ' => "ffl",
                'ﬅ' | 'ﬆ' => "st",
                '№' => "No",
                _ => {
                    out.push((at, alike(c)));
                    continue;
                }
            };
            out.extend(put.chars().map(|c| (at, c)));
        }
    }
    out
}

fn figure(value: u32) -> char {
    char::from_digit(value % 10, 10).unwrap_or('0')
}

/// What a sign of a run looks like: a letter, or from 128 on a number.
fn in_run(c: char) -> Option<u32> {
    let code = c as u32;
    let run = RUNS.iter().find(|(first, count, _)| code.wrapping_sub(*first) < u32::from(*count));
    run.map(|(first, _, like)| code - first + u32::from(*like))
}

/// The value of a figure of any script, and of a number in a circle.
fn number(c: char) -> Option<u32> {
    let (plane, code) = (c as usize >> 16, c as u32 & 0xffff);
    let steps = NOUGHTS.get(plane).into_iter().flatten().map(|nought| code.wrapping_sub(u32::from(*nought)));
    let chinese = (0..).zip("〇一二三四五六七八九".chars()).find(|(_, figure)| *figure == c).map(|(value, _)| value);
    let mut steps = steps;
    steps.find(|step| *step < 10).or(chinese).or_else(|| in_run(c)?.checked_sub(128))
}

/// The letter or sign that it looks like; else itself.
fn alike(c: char) -> char {
    let code = c as u32;
    let like = match c {
        // Mathematical letters: bold, italic, script and so on, both cases each time.
        '\u{1d400}'..='\u{1d6a3}' => {
            let n = (code - 0x1_d400) % 52;
            Some(if n < 26 { 0x41 + n } else { 0x61 - 26 + n })
        }
        '\u{fe50}'..='\u{fe6b}' => {
            SMALL.get((code - 0xfe50) as usize).map(|small| u32::from(*small)).filter(|small| *small > 0)
        }
        _ => in_run(c),
    };
    like.and_then(char::from_u32).or_else(|| among(LOOKS, c)).unwrap_or(c)
}
