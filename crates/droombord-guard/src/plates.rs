//! Number plates: every Dutch side code (RDW, side codes 1 to 14), with dashes, spaces or nothing between.

use crate::doc::{Case, Doc, Sort};
use crate::finding::{Cue, Kind};
use crate::resolve::Candidates;
use crate::words::{self, Class};

/// The side codes: letters and figures of the three groups.
fn side_code(shape: &str) -> bool {
    matches!(
        shape,
        "LL-99-99"
            | "99-99-LL"
            | "99-LL-99"
            | "LL-99-LL"
            | "LL-LL-99"
            | "99-LL-LL"
            | "99-LLL-9"
            | "9-LLL-99"
            | "LL-999-L"
            | "L-999-LL"
            | "LLL-99-L"
            | "L-99-LLL"
            | "9-LL-999"
            | "999-LL-9"
    )
}

fn cue(word: &str) -> bool {
    words::is(word, Class::Vehicle)
}

/// Finds them all.
pub fn scan(doc: &Doc<'_>, found: &mut Candidates) {
    for i in 0..doc.tokens.len() {
        let Some(first) = doc.tokens.get(i).filter(|t| t.sort != Sort::Sign) else { continue };
        if found.taken(i)
            || i > 0
                && !first.spaced
                && (doc.tokens.get(i - 1).is_some_and(|t| t.sort != Sort::Sign)
                    || matches!(doc.before(i, 1), "-" | "_" | "@"))
        {
            continue;
        }
        let mut shape = String::with_capacity(8);
        let (mut at, mut groups, mut dashes, mut spaces, mut upper, mut month) = (i, 0, 0, 0, true, false);
        while groups < 3 {
            let Some(token) = doc.tokens.get(at) else { break };
            if groups > 0 {
                if matches!(doc.fold(token), "-" | "." | "·")
                    && (doc.glued(at) || doc.tokens.get(at + 1).is_some_and(|t| t.spaced))
                {
                    dashes += 1;
                    at += 1;
                } else if token.spaced {
                    spaces += 1;
                }
                shape.push('-');
            }
            let Some(token) = doc.tokens.get(at) else { break };
            let size = token.end - token.start;
            if token.sort == Sort::Sign || size > 3 || token.line && groups > 0 {
                break;
            }
            let word = doc.fold(token);
            upper &= token.sort == Sort::Number
                || doc.text.get(token.start..token.end).is_some_and(|t| t.chars().all(crate::doc::upper_case))
                || token.case == Case::Upper;
            month |= token.of(Class::Month) || token.of(Class::Stop) && !upper;
            for c in word.chars() {
                shape.push(if c.is_ascii_digit() { '9' } else { 'L' });
            }
            groups += 1;
            at += 1;
        }
        let glued = doc.glued(at) && doc.tokens.get(at).is_some_and(|t| t.sort != Sort::Sign)
            || doc.at(at) == "-" && doc.glued(at) && doc.glued(at + 1);
        if groups < 3 || glued || !side_code(&shape) || month {
            continue;
        }
        let said = (1..=8).any(|n| cue(doc.before(i, n))) || (0..3).any(|n| cue(doc.at(at + n)));
        let sure = match (dashes, spaces) {
            (2, 0) => 95,
            (0, 2) if upper => 82,
            (0, 0) if upper => 78,
            (2, _) | (1, 1) if upper => 78,
            _ if said => 82,
            _ => continue,
        };
        found.add(
            doc,
            Kind::LicencePlate,
            i..at,
            sure.max(if said { 90 } else { 0 }),
            if said { Cue::Keyword } else { Cue::Shape },
        );
    }
}
