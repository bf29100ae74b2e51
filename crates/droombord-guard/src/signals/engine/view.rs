//! One text while the rules are tried on it: where each class occurs, what a saying takes away, what stands round a match.
//!
//! Only looking lives here; what is looked for is in `pattern.rs`.

use super::pattern::{Id, Marks, Order, Pattern, Phrase, Rule, Span, Term};
use crate::lists::sorted;
use crate::signals::words::Word;

/// Words to the left and right of the first term in which unordered rules look.
const WINDOW: usize = 9;
/// The longest phrase, in words.
const PHRASE: usize = 7;
/// Words that are tried for one term of an unordered rule.
const TRIES: usize = 3;

/// A text while it is being judged.
pub(super) struct View {
    pub(super) words: Vec<Word>,
    ids: Vec<Vec<Id>>,
    /// The classes of the words before any saying took them away.
    pub(super) read: Vec<Vec<Id>>,
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
    /// Begins with the `classes` of each word; there are so many `numbers`, and one of them is the class of `humour`.
    pub(super) fn new(words: Vec<Word>, classes: impl Fn(&str) -> Vec<Id>, numbers: usize, humour: Id) -> Self {
        let ids: Vec<Vec<Id>> = words.iter().map(|word| classes(&word.folded)).collect();
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
            read: ids.clone(),
            ids,
            own,
            begins,
            places: vec![Vec::new(); numbers],
            sentences,
            has_humour: false,
        };
        view.has_humour = view.ids.iter().any(|ids| ids.contains(&humour));
        view.place();
        view
    }

    /// Notes where each class occurs.
    pub(super) fn place(&mut self) {
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
    pub(super) fn find(&self, pattern: &Pattern, mut found: impl FnMut(&Self, Span)) {
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
        let starts = head.any.iter().flat_map(|&id| self.places(id)).copied().collect();
        for start in sorted(starts) {
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
    pub(super) fn mask(&mut self, idiom: &Pattern) {
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
    pub(super) fn mark(&mut self, phrase: &Phrase) {
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
            *places = sorted(core::mem::take(places));
            places.dedup();
        }
    }

    /// Whether the surroundings take a match back, and how sure it is else.
    pub(super) fn judge(&self, marks: &Marks, rule: &Rule, span: Span) -> Option<u8> {
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
