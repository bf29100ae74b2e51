//! Collects what the scanners found and keeps one finding for each place: an earlier scanner wins, in the order of `find_with`.

use crate::doc::{Doc, fold_into};
use crate::finding::{Cue, Finding, Kind, Suggestion};
use crate::lists;
use crate::offsets::Offsets;
use crate::seen::{Places, Seen};
use core::ops::Range;

/// A finding in bytes, before the ranges are turned into all measures.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// What it is.
    pub kind: Kind,
    /// The datum.
    pub span: Range<usize>,
    /// What reads well when replaced.
    pub replace: Range<usize>,
    /// In percent.
    pub confidence: u8,
    /// Why.
    pub cue: Cue,
    /// What may stand in its place.
    pub suggestion: Suggestion,
}

/// The findings so far, and which tokens they take.
#[derive(Debug)]
pub struct Candidates {
    taken: Vec<bool>,
    found: Vec<Candidate>,
}

impl Candidates {
    /// Nothing found, nothing taken.
    #[must_use]
    pub fn new(doc: &Doc<'_>) -> Self {
        Self { taken: vec![false; doc.tokens.len()], found: Vec::new() }
    }

    /// Whether token `i` belongs to a finding, or to something that is allowed.
    #[must_use]
    pub fn taken(&self, i: usize) -> bool {
        self.taken.get(i).copied().unwrap_or(false)
    }

    /// Whether a token between these two (the last not included) is taken.
    #[must_use]
    pub fn any(&self, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|i| self.taken(i))
    }

    /// Takes tokens without a finding: they are allowed.
    pub fn allow(&mut self, tokens: Range<usize>) {
        for i in tokens {
            if let Some(t) = self.taken.get_mut(i) {
                *t = true;
            }
        }
    }

    /// Adds a finding over whole tokens, unless one of them is taken.
    pub fn add(
        &mut self,
        doc: &Doc<'_>,
        kind: Kind,
        tokens: Range<usize>,
        confidence: u8,
        cue: Cue,
    ) -> Option<&mut Candidate> {
        let (first, last) = (doc.tokens.get(tokens.start)?, doc.tokens.get(tokens.end.checked_sub(1)?)?);
        let span = first.start..last.end;
        if tokens.is_empty() || self.any(tokens.clone()) {
            return None;
        }
        self.allow(tokens);
        self.found.push(Candidate { kind, replace: span.clone(), span, confidence, cue, suggestion: usual(kind) });
        self.found.last_mut()
    }

    /// Sorts, leaves out what is allowed, and measures the ranges in the text as it was written.
    #[must_use]
    pub fn finish(mut self, doc: &Doc<'_>, written: &str, places: &Places, allow: &[&str]) -> Vec<Finding> {
        let allow: Vec<String> = allow.iter().map(|word| folded(word)).collect();
        let offsets = Offsets::new(written);
        let order =
            self.found.iter().zip(0u64..).map(|(c, i)| (u32::try_from(c.span.start).unwrap_or(u32::MAX), i)).collect();
        let order = lists::sorted(order);
        let mut out: Vec<Finding> = Vec::with_capacity(self.found.len());
        let mut end = 0;
        for (_, i) in order {
            let Some(c) = self.found.get_mut(i as usize) else { continue };
            let text = doc.text.get(c.span.clone()).unwrap_or_default();
            let (span, replace) = (places.back(&c.span), places.back(&c.replace));
            if span.start < end || !allow.is_empty() && allow.contains(&folded(text)) {
                continue;
            }
            // The words that are replaced with a datum never reach into the datum before it.
            let replace = replace.start.clamp(end, span.start)..replace.end.max(span.end);
            end = span.end;
            out.push(Finding {
                kind: c.kind,
                span: offsets.range(span),
                replace: offsets.range(replace),
                confidence: c.confidence,
                cue: c.cue,
                suggestion: core::mem::replace(&mut c.suggestion, Suggestion::Mark),
            });
        }
        out
    }
}

/// A text as the lists have their words: as the eye reads it, without capitals and accents.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in Seen::new(text).text.trim().chars() {
        fold_into(c, &mut out);
    }
    out
}

/// What is put in the place of a kind when nothing better is known.
fn usual(kind: Kind) -> Suggestion {
    match kind {
        Kind::PersonName | Kind::Institution => Suggestion::Mark,
        Kind::Phone | Kind::Email | Kind::Handle | Kind::Url | Kind::Iban | Kind::LicencePlate => Suggestion::Remove,
        Kind::Address => Suggestion::MyHouse,
        Kind::Postcode | Kind::CityPlace => Suggestion::WhereILive,
        Kind::Bsn | Kind::CaseNumber => Suggestion::MyDetails,
        Kind::Birthdate => Suggestion::MyAge,
        Kind::School => Suggestion::MySchool,
    }
}
