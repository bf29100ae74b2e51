//! What the guard saw in a text, as a facilitator sees it: marked in the words, listed beside them, and danger before all.
//!
//! Never colour alone: every mark has a line, a drawing and a word.

use crate::{
    components::{help_line::call_aloud, icon::Icon, spelled::Spelled},
    i18n::{desk::use_desk_words, use_words},
};
use droombord_domain::{
    mark::{FactKind, Finding, Signal, Together},
    settings::HelpLine,
};
use leptos::{either::Either, prelude::*};
use std::collections::BTreeSet;

/// A stretch of text in which the same marks hold.
#[derive(Debug, PartialEq, Eq)]
struct Piece<'a> {
    text: &'a str,
    /// The finding that it is a part of.
    finding: Option<usize>,
    /// The signal that it is a part of.
    signal: Option<usize>,
    /// With this piece the finding has ended.
    finding_ends: bool,
    /// With this piece the signal has ended.
    signal_ends: bool,
}

/// Cuts a text where a mark begins or ends. A place outside of the text counts as its end.
fn pieces<'a>(text: &'a str, findings: &[Finding], signals: &[Signal]) -> Vec<Piece<'a>> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let last = bytes.len() - 1;
    let of_findings = findings.iter().flat_map(|it| [it.start, it.end]);
    let of_signals = signals.iter().flat_map(|it| [it.start, it.end]);
    let cuts: BTreeSet<usize> = of_findings.chain(of_signals).chain([0, last]).map(|at| at.min(last)).collect();
    let cuts: Vec<usize> = cuts.into_iter().collect();
    cuts.iter()
        .zip(cuts.iter().skip(1))
        .filter_map(|(start, end)| {
            let inside = |from: usize, to: usize| from <= *start && *end <= to;
            let finding = findings.iter().position(|it| inside(it.start, it.end));
            let signal = signals.iter().position(|it| inside(it.start, it.end));
            let ends = |to: Option<usize>| to.is_some_and(|to| to.min(last) == *end);
            Some(Piece {
                text: text.get(*bytes.get(*start)?..*bytes.get(*end)?)?,
                finding,
                signal,
                finding_ends: ends(finding.and_then(|at| findings.get(at)).map(|it| it.end)),
                signal_ends: ends(signal.and_then(|at| signals.get(at)).map(|it| it.end)),
            })
        })
        .collect()
}

/// The words of a post with everything marked that the guard saw.
#[component]
pub fn MarkedWords(
    /// The text.
    text: String,
    /// Its language.
    lang: &'static str,
    /// The personal data in it.
    findings: Vec<Finding>,
    /// The signals of danger in it.
    signals: Vec<Signal>,
) -> impl IntoView {
    let page = use_words().lang.code();
    let say = &use_desk_words().marks;
    let tag = move |icon: &'static str, word: &'static str| {
        view! { <span class="mark__tag" lang=page dir="ltr">" "<Icon name=icon />{word}</span> }
    };
    let shown = pieces(&text, &findings, &signals)
        .into_iter()
        .map(|piece| {
            let words = piece.text.to_owned();
            let found = piece.finding_ends.then(|| piece.finding.and_then(|at| findings.get(at))).flatten();
            let found = found.map(|it| tag("search", (say.tag)(it.kind)));
            let danger = piece.signal_ends.then(|| tag("warning", say.danger_tag));
            match (piece.finding, piece.signal) {
                (None, None) => words.into_any(),
                (Some(_), None) => view! { <mark class="mark">{words}{found}</mark> }.into_any(),
                (_, Some(_)) => view! { <mark class="mark mark--danger">{words}{found}{danger}</mark> }.into_any(),
            }
        })
        .collect_view();
    view! { <p class="review__words" lang=lang dir="auto">{shown}</p> }
}

/// The list of findings, in the order of the text; then what is recognisable together only.
#[component]
pub fn Findings(
    /// The text.
    text: String,
    /// Its language.
    lang: &'static str,
    /// The personal data in it.
    findings: Vec<Finding>,
    /// Small facts in it by which somebody is recognised when they stand together.
    #[prop(default = Vec::new())]
    together: Vec<Together>,
    /// Of the heading: two texts on one page have two.
    #[prop(default = "vondsten")]
    id: &'static str,
    /// The id of what says of which text, where there are several.
    #[prop(default = "")]
    of: &'static str,
) -> impl IntoView {
    let say = &use_desk_words().marks;
    let part = |start: usize, end: usize| text.chars().skip(start).take(end.saturating_sub(start)).collect::<String>();
    let joined = together
        .iter()
        .map(|it| {
            let parts: Vec<String> = it.facts.iter().map(|fact| part(fact.start, fact.end)).collect();
            let kinds: Vec<FactKind> = it.facts.iter().map(|fact| fact.kind).collect();
            view! {
                <li class="review__find">
                    <strong lang=lang dir="auto">{parts.join(" + ")}</strong>
                    <span class="small">{(say.together)(&kinds)}</span>
                </li>
            }
        })
        .collect_view();
    let lines = findings
        .iter()
        .map(|it| {
            view! {
                <li class="review__find">
                    <strong lang=lang dir="auto">{part(it.start, it.end)}</strong>
                    <span class="small">{(say.looks_like)(it.kind)}" "{(say.how_sure)(it.confidence)}" "{(say.because)(it.cue)}</span>
                </li>
            }
        })
        .collect_view();
    let count = findings.len() + together.len();
    let found = if count == 0 {
        Either::Left(view! { <p class="small soft">{say.none}</p> })
    } else {
        Either::Right(view! { <ol class="stack stack--tight">{lines}{joined}</ol> })
    };
    view! {
        <section class="review__finds" aria-labelledby=format!("{of} {id}").trim_start().to_owned()>
            <h3 id=id>{(say.heading)(count)}</h3>
            {found}
        </section>
    }
}

/// What danger the words show, and which help line fits: before the words themselves.
#[component]
pub fn Danger(
    /// The signals of danger; without any nothing is shown.
    signals: Vec<Signal>,
) -> impl IntoView {
    let say = &use_desk_words().marks;
    let help = use_words().say.help();
    let kinds: BTreeSet<_> = signals.iter().map(|signal| signal.kind).collect();
    let call = move |line: HelpLine| {
        view! {
            <a href=format!("tel:{}", line.dial())>
                <span aria-hidden="true">{line.number()}</span>
                <span class="only-heard">{call_aloud(help, line)}</span>
            </a>
        }
    };
    (!kinds.is_empty()).then(|| {
        let lines = kinds
            .into_iter()
            .map(|kind| {
                let line = kind.help_line();
                view! { <li>{(say.maybe)(kind)}" "<Spelled text=(say.line)(line) />" "{call(line)}</li> }
            })
            .collect_view();
        view! {
            <section class="notice notice--danger" aria-labelledby="zorgen">
                <Icon name="warning" class="icon" />
                <div class="notice__body">
                    <h3 class="notice__title" id="zorgen">{say.danger}</h3>
                    <ul class="notice__links">{lines}</ul>
                    <p>{say.danger_now}" "{call(HelpLine::Emergency)}</p>
                    <p>{say.danger_more}</p>
                </div>
            </section>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use droombord_domain::mark::{FindingCue, FindingKind, SignalKind};

    fn finding(start: usize, end: usize) -> Finding {
        Finding { kind: FindingKind::PersonName, start, end, confidence: 90, cue: FindingCue::List }
    }

    fn signal(start: usize, end: usize) -> Signal {
        Signal { kind: SignalKind::Violence, start, end, confidence: 90 }
    }

    #[test]
    fn the_pieces_are_the_text_and_each_mark_ends_once() {
        let text = "👩‍👩‍👧 Sanne en één papa";
        let length = text.chars().count();
        for (findings, signals) in [
            (vec![], vec![]),
            (vec![finding(6, 11)], vec![]),
            (vec![finding(6, 11), finding(11, 14)], vec![signal(8, 16)]),
            (vec![finding(0, length)], vec![signal(0, length)]),
            // Nothing that a server could say makes it panic.
            (vec![finding(9, 4), finding(20, 99)], vec![signal(99, 120)]),
        ] {
            let cut = pieces(text, &findings, &signals);
            assert_eq!(cut.iter().map(|piece| piece.text).collect::<String>(), text);
            for (at, it) in findings.iter().enumerate().filter(|(_, it)| it.start < it.end && it.end <= length) {
                let parts: Vec<_> = cut.iter().filter(|piece| piece.finding == Some(at)).collect();
                assert_eq!(parts.iter().filter(|piece| piece.finding_ends).count(), 1, "{it:?}");
                let whole: String = parts.iter().map(|piece| piece.text).collect();
                assert_eq!(whole, text.chars().skip(it.start).take(it.end - it.start).collect::<String>());
            }
        }
        assert_eq!(pieces("", &[], &[]), []);
    }
}
