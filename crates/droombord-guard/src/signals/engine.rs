//! Looks words up in the lexicon and tries the rules on them.
//!
//! No word of Dutch lives here. Each word gets the numbers of its classes; a rule starts at the places of its first term
//! and looks at a bounded number of words round it, so the time is linear in the length of the text.

mod view;

use super::words::words;
use super::{SignalKind, lexicon, rules, sayings, weigh};
use std::collections::HashMap;
use std::sync::OnceLock;
use view::View;

/// The number of a class or of a single word that a rule names.
type Id = u16;

/// One term of a rule: any of these numbers.
#[derive(Debug, Clone, Default)]
struct Term {
    any: Vec<Id>,
    /// At most this many words between the term before and this one, in ordered rules.
    gap: usize,
    /// Must not occur near the match.
    forbidden: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// In this order, with gaps.
    Ordered,
    /// In any order in one sentence.
    Sentence,
    /// In any order in one part of a sentence.
    Part,
}

#[derive(Debug)]
struct Pattern {
    order: Order,
    terms: Vec<Term>,
    forbidden: Vec<Term>,
    /// The last word must close its clause.
    closes: bool,
    /// A denial near it says nothing.
    certain: bool,
}

#[derive(Debug)]
struct Phrase {
    class: Id,
    pattern: Pattern,
}

#[derive(Debug)]
struct Rule {
    kind: SignalKind,
    confidence: u8,
    cue: &'static str,
    pattern: Pattern,
    /// The rule has a denial among its terms, so a denial round it says nothing.
    own_denial: bool,
}

/// Words that may stand between two terms of an ordered rule unless it says otherwise.
const GAP: usize = 1;
/// Log odds above which the weights alone make a signal.
const HEARD: f32 = 1.0;
/// Log odds below which the weights take away a hit that is not sure.
const INNOCENT: f32 = -1.4;
/// How sure a hit is that the weights cannot take away.
const SURE: u8 = 95;

/// The lexicon and the rules, ready to be tried.
#[derive(Debug)]
pub(super) struct Engine {
    names: HashMap<&'static str, Id>,
    /// The classes of the lexicon, by number; words that only a rule names come behind them.
    classes: Vec<&'static str>,
    words: HashMap<&'static str, Vec<Id>>,
    /// Word beginnings ("snij*") by their first two bytes.
    beginnings: HashMap<[u8; 2], Vec<(&'static str, Id)>>,
    /// Longer words by first byte, for words with one typing error.
    long: HashMap<u8, Vec<&'static str>>,
    idioms: Vec<Pattern>,
    phrases: Vec<Phrase>,
    rules: Vec<Rule>,
    marks: Marks,
}

/// The classes that the checks of context use.
#[derive(Debug, Default)]
struct Marks {
    denial: Id,
    meer: Id,
    fiction: Id,
    policy: Id,
    personal: Id,
    wish: Id,
    humour: Id,
    shield: Id,
    idle: Id,
    past: Id,
}

/// A match: which words, by their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    first: usize,
    last: usize,
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
            names: HashMap::new(),
            classes: Vec::new(),
            words: HashMap::new(),
            beginnings: HashMap::new(),
            long: HashMap::new(),
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
        engine.classes = vec![""; engine.names.len()];
        for (name, &id) in &engine.names {
            if let Some(place) = engine.classes.get_mut(usize::from(id)) {
                *place = name;
            }
        }
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
        for list in engine.long.values_mut() {
            list.sort_unstable();
            list.dedup();
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
        if let Some(&id) = self.names.get(name) {
            return id;
        }
        let id = Id::try_from(self.names.len()).unwrap_or(Id::MAX);
        self.names.insert(name, id);
        if name.chars().next().is_some_and(char::is_lowercase) {
            self.learn(name, id);
        }
        id
    }

    fn learn(&mut self, word: &'static str, id: Id) {
        if let Some(beginning) = word.strip_suffix('*') {
            if let &[first, second, ..] = beginning.as_bytes() {
                self.beginnings.entry([first, second]).or_default().push((beginning, id));
            }
            return;
        }
        self.words.entry(word).or_default().push(id);
        if word.len() >= 6
            && let Some(&first) = word.as_bytes().first()
        {
            self.long.entry(first).or_default().push(word);
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
        self.words.contains_key(word) || !self.begun(word).is_empty()
    }

    fn begun(&self, word: &str) -> Vec<Id> {
        let Some(&[first, second]) = word.as_bytes().get(..2).and_then(|two| <&[u8; 2]>::try_from(two).ok()) else {
            return Vec::new();
        };
        self.beginnings
            .get(&[first, second])
            .map(|list| list.iter().filter(|(beginning, _)| word.starts_with(beginning)).map(|&(_, id)| id).collect())
            .unwrap_or_default()
    }

    /// The classes of a word; a longer unknown word may be a known one with a typing error.
    fn classes(&self, word: &str) -> Vec<Id> {
        let mut ids = self.begun(word);
        if let Some(exact) = self.words.get(word) {
            ids.extend(exact);
        }
        if ids.is_empty()
            && word.len() >= 6
            && word.is_ascii()
            && let Some(first) = word.as_bytes().first()
            && let Some(list) = self.long.get(first)
            && let Some(near) = list.iter().find(|known| one_apart(known.as_bytes(), word.as_bytes()))
            && let Some(exact) = self.words.get(near)
            && !exact.contains(&self.marks.shield)
        {
            ids.extend(exact);
        }
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Everything that the rules find, before overlapping hits are put together.
    pub(super) fn hits(&self, text: &str) -> Vec<Hit> {
        let words = words(text, |word| self.known(word));
        let mut view = View::new(self, words);
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
                if let Some(confidence) = view.judge(self, rule, span)
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
        for (first, last) in weigh::windows(&view.words) {
            let (Some(start), Some(end)) =
                (view.words.get(first).map(|it| it.start), view.words.get(last).map(|it| it.end))
            else {
                continue;
            };
            let (odds, kind) = weigh::weigh(&self.marks_of(view, first, last));
            if odds < INNOCENT {
                hits.retain(|hit| !(start <= hit.start && hit.end <= end && hit.confidence < SURE));
            }
            let heard = hits.iter().any(|hit| hit.start < end && start < hit.end);
            if let Some(kind) = kind
                && odds > HEARD
                && !heard
            {
                let confidence = (60.0 + (odds - HEARD) * 10.0).min(80.0) as u8;
                hits.push(Hit { kind, start, end, cue: "words_together", confidence });
            }
        }
    }

    fn marks_of(&self, view: &View, first: usize, last: usize) -> Vec<usize> {
        weigh::marks(&view.words, first, last, |at| {
            let own = view.read.get(at).map_or(&[][..], Vec::as_slice);
            own.iter().filter_map(|&id| self.classes.get(usize::from(id)).copied()).collect()
        })
    }

    /// The marks of each window of a text: what the weights are learned from.
    pub(super) fn marks(&self, text: &str) -> Vec<Vec<usize>> {
        let view = View::new(self, words(text, |word| self.known(word)));
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
