//! Looks words up in the lexicon and tries the rules on them.
//!
//! No word of Dutch lives here. Each word gets the numbers of its classes; a rule starts at the places of its first term
//! and looks at a bounded number of words round it, so the time is linear in the length of the text.

mod pattern;
mod view;

use super::table::Table;
use super::words::{Word, words};
use super::{SignalKind, lexicon, rules, sayings, weigh};
use pattern::{Id, Marks, Order, Pattern, Phrase, Rule, Term};
use std::sync::OnceLock;
use view::View;

/// Words that may stand between two terms of an ordered rule unless it says otherwise.
const GAP: usize = 1;
/// Log odds above which the weights alone make a signal.
const HEARD: f32 = 1.0;
/// Log odds below which the weights take away a hit that is not sure.
const INNOCENT: f32 = -1.4;
/// How sure a hit is that the weights cannot take away.
const SURE: u8 = 85;

/// The lexicon and the rules, ready to be tried.
#[derive(Debug)]
pub(super) struct Engine {
    names: Table,
    /// The same by number: the classes of the lexicon, and behind them what only phrases and rules name.
    named: Vec<&'static str>,
    /// How many of them are classes of the lexicon.
    classes: usize,
    words: Table,
    /// Word beginnings ("snij*") by their first two bytes.
    beginnings: Table,
    /// Longer words by first byte, for words with one typing error.
    long: Table,
    idioms: Vec<Pattern>,
    phrases: Vec<Phrase>,
    rules: Vec<Rule>,
    marks: Marks,
}

/// What a rule found.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    pub kind: SignalKind,
    pub start: usize,
    pub end: usize,
    pub cue: &'static str,
    pub confidence: u8,
}

/// The one engine of the process; built at the first call.
pub(super) fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(Engine::new)
}

impl Engine {
    fn new() -> Self {
        let mut engine = Engine {
            names: Table::new(),
            named: Vec::new(),
            classes: 0,
            words: Table::new(),
            beginnings: Table::new(),
            long: Table::new(),
            idioms: Vec::new(),
            phrases: Vec::new(),
            rules: Vec::new(),
            marks: Marks::default(),
        };
        for (class, list) in lexicon::CLASSES {
            let id = engine.id(class);
            for word in list.split_whitespace() {
                engine.learn(word, id);
            }
        }
        engine.classes = engine.named.len();
        engine.marks = Marks {
            denial: engine.id("NEG"),
            meer: engine.id("MEER"),
            fiction: engine.id("FICTIE"),
            policy: engine.id("BELEID"),
            personal: engine.id("PERSOON"),
            wish: engine.id("WENS"),
            humour: engine.id("HUMOR"),
            shield: engine.id("GEWOON"),
            idle: engine.id("ALLEEN_"),
            past: engine.id("VROEGER"),
        };
        for line in lines(sayings::IDIOMS) {
            let pattern = engine.pattern(line);
            engine.idioms.push(pattern);
        }
        for line in lines(rules::PHRASES) {
            if let Some((class, rest)) = line.split_once('=') {
                let class = engine.id(class.trim());
                let pattern = engine.pattern(rest);
                engine.phrases.push(Phrase { class, pattern });
            }
        }
        for (kind, table) in rules::RULES {
            for line in lines(table) {
                engine.rule(*kind, line);
            }
        }
        engine
    }

    /// "90 cue & TERM TERM !TERM": how sure, the cue's code, the pattern.
    fn rule(&mut self, kind: SignalKind, line: &'static str) {
        let mut parts = line.splitn(3, ' ');
        let (Some(sure), Some(cue), Some(rest)) = (parts.next(), parts.next(), parts.next()) else { return };
        let pattern = self.pattern(rest);
        let denials = [
            "NEG",
            "NIETMEER",
            "ERNIETZIJN",
            "geen",
            "niet",
            "nooit",
            "niemand",
            "NIETEN",
            "GEENZIN",
            "NIETTERUG",
            "nergens",
            "nauwelijks",
            "amper",
        ]
        .map(|name| self.id(name));
        let own_denial =
            pattern.certain || pattern.terms.iter().any(|term| term.any.iter().any(|id| denials.contains(id)));
        self.rules.push(Rule { kind, confidence: sure.parse().unwrap_or(50), cue, pattern, own_denial });
    }

    /// The number of a name; a name in lower case is a word of its own.
    fn id(&mut self, name: &'static str) -> Id {
        if let Some(id) = self.names.of(name).next() {
            return id;
        }
        let id = Id::try_from(self.named.len()).unwrap_or(Id::MAX);
        self.names.put(name, name, id);
        self.named.push(name);
        if name.chars().next().is_some_and(char::is_lowercase) {
            self.learn(name, id);
        }
        id
    }

    fn learn(&mut self, word: &'static str, id: Id) {
        if let Some(beginning) = word.strip_suffix('*') {
            if let Some(key) = beginning.get(..2) {
                self.beginnings.put(key, beginning, id);
            }
            return;
        }
        self.words.put(word, word, id);
        if word.len() >= 6
            && let Some(key) = word.get(..1)
        {
            self.long.put(key, word, id);
        }
    }

    fn pattern(&mut self, line: &'static str) -> Pattern {
        let mut pattern =
            Pattern { order: Order::Ordered, terms: Vec::new(), forbidden: Vec::new(), closes: false, certain: false };
        let mut gap = GAP;
        for piece in line.split_whitespace() {
            match piece {
                ">" => pattern.order = Order::Ordered,
                "&" => pattern.order = Order::Sentence,
                "&&" => pattern.order = Order::Part,
                "$" => pattern.closes = true,
                "%" => pattern.certain = true,
                _ => {
                    if let Some(wide) = piece.strip_prefix('~') {
                        gap = wide.parse().unwrap_or(GAP);
                        continue;
                    }
                    let (names, forbidden) = piece.strip_prefix('!').map_or((piece, false), |rest| (rest, true));
                    let any = names.split('|').map(|name| self.id(name)).collect();
                    let term = Term { any, gap, forbidden };
                    if term.forbidden {
                        pattern.forbidden.push(term);
                    } else {
                        pattern.terms.push(term);
                    }
                    gap = GAP;
                }
            }
        }
        pattern
    }

    fn known(&self, word: &str) -> bool {
        self.words.of(word).next().is_some() || !self.begun(word).is_empty()
    }

    fn begun(&self, word: &str) -> Vec<Id> {
        let under = word.get(..2).map_or(&[][..], |key| self.beginnings.under(key));
        under.iter().filter(|(beginning, _)| word.starts_with(beginning)).map(|&(_, id)| id).collect()
    }

    /// The classes of a word; a longer unknown word may be a known one with a typing error.
    fn classes(&self, word: &str) -> Vec<Id> {
        let mut ids = self.begun(word);
        ids.extend(self.words.of(word));
        if ids.is_empty()
            && word.len() >= 6
            && word.is_ascii()
            && let Some(key) = word.get(..1)
            && let Some(near) = self
                .long
                .under(key)
                .iter()
                .map(|&(known, _)| known)
                .filter(|known| one_apart(known.as_bytes(), word.as_bytes()))
                .min()
            && !self.words.of(near).any(|id| id == self.marks.shield)
        {
            ids.extend(self.words.of(near));
        }
        // A word has few.
        let mut once: Vec<Id> = Vec::with_capacity(ids.len());
        for id in ids {
            let at = once.partition_point(|&other| other < id);
            if once.get(at) != Some(&id) {
                once.insert(at, id);
            }
        }
        once
    }

    fn view(&self, words: Vec<Word>) -> View {
        View::new(words, |word| self.classes(word), self.named.len(), self.marks.humour)
    }

    /// Everything that the rules find, before overlapping hits are put together.
    pub(super) fn hits(&self, text: &str) -> Vec<Hit> {
        let words = words(text, |word| self.known(word));
        let mut view = self.view(words);
        for idiom in &self.idioms {
            view.mask(idiom);
        }
        view.place();
        for phrase in &self.phrases {
            view.mark(phrase);
        }
        let mut hits = Vec::new();
        for rule in &self.rules {
            view.find(&rule.pattern, |view, span| {
                if let Some(confidence) = view.judge(&self.marks, rule, span)
                    && let (Some(first), Some(last)) = (view.words.get(span.first), view.words.get(span.last))
                {
                    hits.push(Hit { kind: rule.kind, start: first.start, end: last.end, cue: rule.cue, confidence });
                }
            });
        }
        self.weigh(&view, &mut hits);
        hits
    }

    /// Adds what only the weights hear, and takes away weak hits in words that they find innocent.
    fn weigh(&self, view: &View, hits: &mut Vec<Hit>) {
        let windows = weigh::windows(&view.words);
        let weighed: Vec<_> =
            windows.iter().map(|&(first, last)| weigh::weigh(&self.marks_of(view, first, last))).collect();
        let mut covered = vec![false; view.words.len()];
        let mut cover = |first: usize, last: usize| {
            covered.iter_mut().take(last + 1).skip(first).for_each(|word| *word = true);
        };
        hits.retain(|hit| {
            let first = view.words.partition_point(|word| word.end <= hit.start);
            let last = view.words.partition_point(|word| word.start < hit.end).saturating_sub(1);
            // The smallest window that holds the hit judges it. Only the last few that begin before it can.
            let behind = windows.partition_point(|window| window.0 <= first);
            let near = windows
                .iter()
                .zip(&weighed)
                .take(behind)
                .skip(behind.saturating_sub(weigh::SENTENCES * weigh::SENTENCES));
            let smallest = near.filter(|(window, _)| last <= window.1).min_by_key(|(window, _)| window.1 - window.0);
            let innocent = smallest.is_some_and(|(_, (odds, _))| *odds < INNOCENT);
            let stays = !innocent || hit.confidence >= SURE;
            if stays {
                cover(first, last);
            }
            stays
        });
        for (&(first, last), &(odds, kind)) in windows.iter().zip(&weighed) {
            let heard = covered.iter().take(last + 1).skip(first).any(|word| *word);
            if let (Some(kind), Some(from), Some(to)) = (kind, view.words.get(first), view.words.get(last))
                && odds > HEARD
                && !heard
            {
                let confidence = (60.0 + (odds - HEARD) * 10.0).min(80.0) as u8;
                hits.push(Hit { kind, start: from.start, end: to.end, cue: "words_together", confidence });
                covered.iter_mut().take(last + 1).skip(first).for_each(|word| *word = true);
            }
        }
    }

    fn marks_of(&self, view: &View, first: usize, last: usize) -> Vec<usize> {
        weigh::marks(&view.words, first, last, |at| {
            let own = view.read.get(at).map_or(&[][..], Vec::as_slice);
            let classes = own.iter().map(|&id| usize::from(id)).filter(|&id| id < self.classes);
            classes.filter_map(|id| self.named.get(id).copied()).collect()
        })
    }

    /// The marks of each window of a text: what the weights are learned from.
    pub(super) fn marks(&self, text: &str) -> Vec<Vec<usize>> {
        let view = self.view(words(text, |word| self.known(word)));
        weigh::windows(&view.words).into_iter().map(|(first, last)| self.marks_of(&view, first, last)).collect()
    }
}

/// Lines of a table that hold something.
fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Whether two words differ by one letter more, less, other or swapped.
fn one_apart(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (rest_short, rest_long) = (short.get(same..).unwrap_or_default(), long.get(same..).unwrap_or_default());
    if short.len() < long.len() {
        return rest_long.get(1..) == Some(rest_short);
    }
    match (rest_short, rest_long) {
        ([_, x @ ..], [_, y @ ..]) if x == y => true,
        ([p, q, x @ ..], [r, s, y @ ..]) => p == s && q == r && x == y,
        _ => false,
    }
}
