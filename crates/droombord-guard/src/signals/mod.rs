//! Danger signals in Dutch text: words with which somebody says, straight or by a way round, that they are in danger.
//!
//! A signal brings help near and brings a text to a reader sooner; it never blocks. What lives here: the kinds, and
//! [`signals`]. What may not live here: sentences for people, telephone numbers, and the method that somebody names (a
//! signal has a range and a cue by code, and no words). No input or output, no clock, linear time, no panic.
//!
//! What counts, in short:
//! - a present danger to the writer or to one person ("mijn dochter snijdt zich", "een jongen bij ons op de groep"): yes;
//! - something past ("vroeger werd ik geslagen"): yes, with at most 60 percent, because the pain is often not past;
//! - a wish that something personal stops ("ik droom dat papa niet meer slaat"): yes, it tells that it happens;
//! - a wish for everybody, policy, training, figures ("kinderen mogen niet geslagen worden"): no;
//! - what is made up (a film, a game, a book), sayings ("ik lach me dood") and what is denied ("hij slaat nooit"): no.
//!
//! How well it does is measured on made-up text (`examples/measure_signals.rs`); that is no claim of safety.

mod engine;
mod lexicon;
mod rules;
mod rules_others;
mod rules_self;
mod sayings;
mod table;
#[cfg(test)]
mod tests;
mod weigh;
mod words;

use crate::lists::sorted;
use crate::seen::Seen;
use crate::{Offsets, TextRange};

/// What kind of danger a signal tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SignalKind {
    /// Somebody hurts their own body.
    SelfHarm,
    /// Somebody does not want to live on.
    Suicide,
    /// Abuse, threats, being locked up or neglected, at home or in care.
    Violence,
    /// Sexual abuse, or being made to do sexual things.
    SexualAbuse,
    /// Running away, or being outside without a place to sleep.
    RunningAway,
}

impl SignalKind {
    /// Every kind.
    pub const ALL: &'static [SignalKind] = &[
        SignalKind::SelfHarm,
        SignalKind::Suicide,
        SignalKind::Violence,
        SignalKind::SexualAbuse,
        SignalKind::RunningAway,
    ];

    /// The name in data and over the wire, in snake case.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            SignalKind::SelfHarm => "self_harm",
            SignalKind::Suicide => "suicide",
            SignalKind::Violence => "violence",
            SignalKind::SexualAbuse => "sexual_abuse",
            SignalKind::RunningAway => "running_away",
        }
    }

    /// The kind with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// The help line that fits best; the page shows the others too.
    #[must_use]
    pub const fn help_line(self) -> HelpLine {
        match self {
            SignalKind::SelfHarm | SignalKind::Suicide => HelpLine::Line113,
            SignalKind::Violence | SignalKind::SexualAbuse => HelpLine::VeiligThuis,
            SignalKind::RunningAway => HelpLine::Kindertelefoon,
        }
    }

    /// All help lines that fit, the best first. The emergency number closes each list: for when it is now.
    #[must_use]
    pub const fn help_lines(self) -> &'static [HelpLine] {
        match self {
            SignalKind::SelfHarm | SignalKind::Suicide => {
                &[HelpLine::Line113, HelpLine::Kindertelefoon, HelpLine::Emergency112]
            }
            SignalKind::Violence | SignalKind::SexualAbuse => {
                &[HelpLine::VeiligThuis, HelpLine::Kindertelefoon, HelpLine::Emergency112]
            }
            SignalKind::RunningAway => &[HelpLine::Kindertelefoon, HelpLine::Emergency112],
        }
    }
}

/// A help line, as a code; its name and number are the app's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HelpLine {
    /// 113 Zelfmoordpreventie.
    Line113,
    /// De Kindertelefoon.
    Kindertelefoon,
    /// Veilig Thuis.
    VeiligThuis,
    /// The emergency number.
    Emergency112,
}

impl HelpLine {
    /// The name in data and over the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            HelpLine::Line113 => "line113",
            HelpLine::Kindertelefoon => "kindertelefoon",
            HelpLine::VeiligThuis => "veilig_thuis",
            HelpLine::Emergency112 => "emergency112",
        }
    }
}

/// One danger signal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    /// What kind of danger.
    pub kind: SignalKind,
    /// From the first to the last word that gave it away.
    pub range: TextRange,
    /// Why, as a code in snake case such as `wish_to_die`; never a method.
    pub cue: &'static str,
    /// How sure, in percent; what is past or could be said lightly is under 70.
    pub confidence: u8,
}

/// The marks of each window of a text, for the program that learns the weights.
#[doc(hidden)]
#[must_use]
pub fn marks(text: &str) -> Vec<Vec<usize>> {
    engine::engine().marks(&Seen::new(text).text)
}

#[doc(hidden)]
pub use weigh::MARKS;

/// Finds danger signals in a Dutch text, at most one of a kind for each stretch of words, in the order of the text.
///
/// Time is linear in the length of the text. Ranges lie on the borders of letters.
#[must_use]
pub fn signals(text: &str) -> Vec<Signal> {
    let seen = Seen::new(text);
    let mut merged: Vec<engine::Hit> = Vec::new();
    for hit in in_order(engine::engine().hits(&seen.text), |hit| (hit.kind as u32, hit.start)) {
        match merged.last_mut() {
            Some(last) if last.kind == hit.kind && hit.start < last.end => {
                last.end = last.end.max(hit.end);
                if hit.confidence > last.confidence {
                    last.confidence = hit.confidence;
                    last.cue = hit.cue;
                }
            }
            _ => merged.push(hit),
        }
    }
    let offsets = Offsets::new(text);
    in_order(merged, |hit| (u32::try_from(hit.start).unwrap_or(u32::MAX), hit.end))
        .into_iter()
        .map(|hit| Signal {
            kind: hit.kind,
            range: offsets.range(seen.places.back(&(hit.start..hit.end))),
            cue: hit.cue,
            confidence: hit.confidence,
        })
        .collect()
}

/// Hits by a key of two numbers, those with the same key as they came.
fn in_order(hits: Vec<engine::Hit>, key: impl Fn(&engine::Hit) -> (u32, usize)) -> Vec<engine::Hit> {
    let keys = hits.iter().zip(0_u64..).map(|(hit, at)| {
        let (first, second) = key(hit);
        (first, (second as u64) << 32 | at)
    });
    let order = sorted(keys.collect());
    order.into_iter().filter_map(|(_, at)| hits.get((at & u64::from(u32::MAX)) as usize).cloned()).collect()
}
