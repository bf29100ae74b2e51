//! The rules as they are tried: terms, patterns, phrases, and the classes by which a context is judged.

use crate::signals::SignalKind;

/// The number of a class or of a single word that a rule names.
pub(super) type Id = u16;

/// One term of a rule: any of these numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Term {
    pub(super) any: Vec<Id>,
    /// At most this many words between the term before and this one, in ordered rules.
    pub(super) gap: usize,
    /// Must not occur near the match.
    pub(super) forbidden: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// In this order, with gaps.
    Ordered,
    /// In any order in one sentence.
    Sentence,
    /// In any order in one part of a sentence.
    Part,
}

#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) order: Order,
    pub(super) terms: Vec<Term>,
    pub(super) forbidden: Vec<Term>,
    /// The last word must close its clause.
    pub(super) closes: bool,
    /// A denial near it says nothing.
    pub(super) certain: bool,
}

#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) class: Id,
    pub(super) pattern: Pattern,
}

#[derive(Debug)]
pub(super) struct Rule {
    pub(super) kind: SignalKind,
    pub(super) confidence: u8,
    pub(super) cue: &'static str,
    pub(super) pattern: Pattern,
    /// The rule has a denial among its terms, so a denial round it says nothing.
    pub(super) own_denial: bool,
}

/// The classes that the checks of context use.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) denial: Id,
    pub(super) meer: Id,
    pub(super) fiction: Id,
    pub(super) policy: Id,
    pub(super) personal: Id,
    pub(super) wish: Id,
    pub(super) humour: Id,
    pub(super) shield: Id,
    pub(super) idle: Id,
    pub(super) past: Id,
}

/// A match: which words, by their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) first: usize,
    pub(super) last: usize,
}
