//! Looks words up in the lexicon and tries the rules on them.
//!
//! No word of Dutch lives here. Each word gets the numbers of its classes; a rule starts at the places of its first term
//! and looks at a bounded number of words round it, so the time is linear in the length of the text.

use super::words::{Word, words};
use super::{SignalKind, lexicon, rules, sayings};
use std::collections::HashMap;
use std::sync::OnceLock;

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

/// Words to the left and right of the first term in which unordered rules look.
const WINDOW: usize = 9;
/// Words that may stand between two terms of an ordered rule unless it says otherwise.
const GAP: usize = 1;
/// The longest phrase, in words.
const PHRASE: usize = 7;
/// Words that are tried for one term of an unordered rule.
const TRIES: usize = 3;

/// The lexicon and the rules, ready to be tried.
#[derive(Debug)]
pub(super) struct Engine {
    names: HashMap<&'static str, Id>,
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
        hits
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

/// A text while it is being judged.
struct View {
    words: Vec<Word>,
    ids: Vec<Vec<Id>>,
    /// How many of the classes are the word's own; those of phrases stand behind them.
    own: Vec<usize>,
    /// Where the phrase that ends at a word begins.
    begins: Vec<usize>,
    /// Where each class occurs, by its number.
    places: Vec<Vec<usize>>,
    /// Places by sentence of the context classes are looked up through this: first and last word of each sentence.
    sentences: Vec<(usize, usize)>,
    has_humour: bool,
}

impl View {
    fn new(engine: &Engine, words: Vec<Word>) -> Self {
        let ids: Vec<Vec<Id>> = words.iter().map(|word| engine.classes(&word.folded)).collect();
        let begins = (0..words.len()).collect();
        let own = ids.iter().map(Vec::len).collect();
        let mut sentences: Vec<(usize, usize)> = Vec::new();
        let mut current = None;
        for (at, word) in words.iter().enumerate() {
            if current == Some(word.sentence) {
                if let Some(last) = sentences.last_mut() {
                    last.1 = at;
                }
            } else {
                current = Some(word.sentence);
                sentences.push((at, at));
            }
        }
        let mut view = View {
            words,
            ids,
            own,
            begins,
            places: vec![Vec::new(); engine.names.len()],
            sentences,
            has_humour: false,
        };
        view.has_humour = view.ids.iter().any(|ids| ids.contains(&engine.marks.humour));
        view.place();
        view
    }

    /// Notes where each class occurs.
    fn place(&mut self) {
        for list in &mut self.places {
            list.clear();
        }
        for (at, ids) in self.ids.iter().enumerate() {
            for &id in ids {
                if let Some(list) = self.places.get_mut(usize::from(id)) {
                    list.push(at);
                }
            }
        }
    }

    fn places(&self, id: Id) -> &[usize] {
        self.places.get(usize::from(id)).map_or(&[], Vec::as_slice)
    }

    fn has(&self, at: usize, term: &Term) -> bool {
        self.ids.get(at).is_some_and(|ids| term.any.iter().any(|id| ids.contains(id)))
    }

    /// Like [`View::has`], by the word itself and not by a phrase that ends there.
    fn plain(&self, at: usize, term: &Term) -> bool {
        let own = self.own.get(at).copied().unwrap_or(0);
        self.ids.get(at).is_some_and(|ids| ids.iter().take(own).any(|id| term.any.contains(id)))
    }

    fn is(&self, at: usize, id: Id) -> bool {
        self.ids.get(at).is_some_and(|ids| ids.contains(&id))
    }

    /// Tries a pattern everywhere and calls back with the words of each match.
    fn find(&self, pattern: &Pattern, mut found: impl FnMut(&Self, Span)) {
        self.matches(pattern, |view, places| {
            let first = places.iter().map(|&at| view.begins.get(at).copied().unwrap_or(at)).min();
            if let (Some(first), Some(&last)) = (first, places.iter().max()) {
                found(view, Span { first, last });
            }
        });
    }

    fn matches(&self, pattern: &Pattern, mut found: impl FnMut(&Self, &[usize])) {
        let Some(head) = pattern.terms.first() else { return };
        // Most rules end here: a term that is nowhere in the text.
        if pattern.terms.iter().any(|term| term.any.iter().all(|&id| self.places(id).is_empty())) {
            return;
        }
        let mut tried: Option<usize> = None;
        let mut starts: Vec<usize> = head.any.iter().flat_map(|&id| self.places(id)).copied().collect();
        starts.sort_unstable();
        for start in starts {
            if tried == Some(start) {
                continue;
            }
            tried = Some(start);
            let places = match pattern.order {
                Order::Ordered => self.ordered(pattern, start),
                Order::Sentence | Order::Part => self.unordered(pattern, start),
            };
            let Some(places) = places else { continue };
            let (Some(&low), Some(&high)) = (places.iter().min(), places.iter().max()) else { continue };
            if pattern.closes && !self.words.get(high).is_some_and(|word| word.closes) {
                continue;
            }
            let sentence = self.words.get(start).map(|word| word.sentence);
            let near = low.saturating_sub(WINDOW)..=(high + WINDOW).min(self.words.len().saturating_sub(1));
            let stopped = pattern.forbidden.iter().any(|term| {
                near.clone().any(|at| self.words.get(at).map(|word| word.sentence) == sentence && self.has(at, term))
            });
            if !stopped {
                found(self, &places);
            }
        }
    }

    fn ordered(&self, pattern: &Pattern, start: usize) -> Option<Vec<usize>> {
        let sentence = self.words.get(start)?.sentence;
        let mut places = vec![start];
        let mut at = start;
        for term in pattern.terms.iter().skip(1) {
            let same = |place: usize| self.words.get(place).is_some_and(|word| word.sentence == sentence);
            let near = (at + 1..=at + 1 + term.gap).find(|&place| same(place) && self.plain(place, term));
            // A phrase counts from its first word, and may take more words than the gap allows.
            let next = near.or_else(|| {
                (at + 1..=at + PHRASE + term.gap).find(|&place| {
                    same(place)
                        && self.has(place, term)
                        && self.begins.get(place).is_some_and(|&from| from > at && from <= at + 1 + term.gap)
                })
            });
            at = next?;
            places.push(at);
        }
        Some(places)
    }

    fn unordered(&self, pattern: &Pattern, start: usize) -> Option<Vec<usize>> {
        let mut places = vec![start];
        self.assign(pattern, start, 1, &mut places).then_some(places)
    }

    /// Finds a word of its own for each further term: the nearest ones are tried, so that one word need not serve two terms.
    fn assign(&self, pattern: &Pattern, start: usize, index: usize, places: &mut Vec<usize>) -> bool {
        let Some(term) = pattern.terms.get(index) else { return true };
        let Some(home) = self.words.get(start) else { return false };
        let near = (1..=WINDOW).flat_map(|step| [start.checked_sub(step), Some(start + step)]).flatten();
        let mut tries = 0;
        for place in near {
            let fits = !places.contains(&place)
                && self.has(place, term)
                && self.words.get(place).is_some_and(|word| {
                    word.sentence == home.sentence && (pattern.order == Order::Sentence || word.part == home.part)
                });
            if !fits {
                continue;
            }
            places.push(place);
            if self.assign(pattern, start, index + 1, places) {
                return true;
            }
            places.pop();
            tries += 1;
            if tries == TRIES {
                break;
            }
        }
        false
    }

    /// Takes the classes away from the words of a saying.
    fn mask(&mut self, idiom: &Pattern) {
        let mut gone: Vec<usize> = Vec::new();
        self.matches(idiom, |_, places| gone.extend(places));
        for at in gone {
            if let Some(ids) = self.ids.get_mut(at) {
                ids.clear();
            }
            if let Some(own) = self.own.get_mut(at) {
                *own = 0;
            }
        }
    }

    /// Gives the class of a phrase to its last word.
    fn mark(&mut self, phrase: &Phrase) {
        let mut new: Vec<Span> = Vec::new();
        self.find(&phrase.pattern, |_, span| new.push(span));
        for span in new {
            if let Some(ids) = self.ids.get_mut(span.last)
                && !ids.contains(&phrase.class)
            {
                ids.push(phrase.class);
                if let Some(list) = self.places.get_mut(usize::from(phrase.class)) {
                    list.push(span.last);
                }
            }
            if let Some(begin) = self.begins.get_mut(span.last) {
                *begin = (*begin).min(span.first);
            }
        }
        if let Some(places) = self.places.get_mut(usize::from(phrase.class)) {
            places.sort_unstable();
            places.dedup();
        }
    }

    /// Whether the surroundings take a match back, and how sure it is else.
    fn judge(&self, engine: &Engine, rule: &Rule, span: Span) -> Option<u8> {
        let marks = &engine.marks;
        let sentence = self.words.get(span.first)?.sentence;
        let index = self.sentences.partition_point(|&(first, _)| first <= span.first).saturating_sub(1);
        let &(begin, end) = self.sentences.get(index)?;
        let near = begin.max(span.first.saturating_sub(4 * WINDOW))..=end.min(span.last + 4 * WINDOW);
        let within = |id: Id| near.clone().any(|at| self.is(at, id));
        if within(marks.fiction) {
            return None;
        }
        let personal = within(marks.personal);
        if !personal && within(marks.policy) {
            return None;
        }
        if !personal
            && sentence > 0
            && let Some(&(from, to)) = index.checked_sub(1).and_then(|before| self.sentences.get(before))
            && (from.max(to.saturating_sub(4 * WINDOW))..=to).any(|at| self.is(at, marks.fiction))
        {
            return None;
        }
        if !rule.own_denial && self.denied(marks, span, within(marks.wish)) {
            return None;
        }
        if self.has_humour && rule.confidence <= 85 {
            return None;
        }
        let past = within(marks.past);
        Some(if past { rule.confidence.min(60) } else { rule.confidence })
    }

    /// Whether "niet", "nooit", "geen" or "niemand" denies the match in its own part of the sentence.
    fn denied(&self, marks: &Marks, span: Span, wish: bool) -> bool {
        let parts: Vec<usize> =
            (span.first..=span.last).filter_map(|at| self.words.get(at)).map(|word| word.part).collect();
        let (Some(&low), Some(&high)) = (parts.iter().min(), parts.iter().max()) else { return false };
        (span.first.saturating_sub(2)..=span.last + 2).any(|at| {
            let Some(word) = self.words.get(at) else { return false };
            // Only the parts where the match begins and ends, and never a part before it.
            (word.part == low || word.part == high)
                && self.is(at, marks.denial)
                && !self.is(at + 1, marks.idle)
                && !(wish && self.is(at + 1, marks.meer))
        })
    }
}
