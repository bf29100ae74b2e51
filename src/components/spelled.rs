//! Numbers that somebody dials, for who hears them: digit by digit. A voice reads 113 as a hundred and thirteen.

use leptos::prelude::*;

/// A phone number has so many digits at least; [`SHORT`] are those that have fewer.
const DIGITS: usize = 8;

/// Short numbers that are dialled.
const SHORT: [&str; 2] = ["112", "113"];

/// A text with its phone numbers digit by digit; `None` without one.
pub fn spelled(text: &str) -> Option<String> {
    let mut heard = String::with_capacity(text.len());
    let mut any = false;
    let mut rest = text;
    while let Some(at) = rest.find(|sign: char| sign.is_ascii_digit() || sign == '+') {
        let (before, from) = rest.split_at(at);
        heard.push_str(before);
        let number = &from[..length(from)];
        let starts = !heard.ends_with(char::is_alphanumeric);
        rest = &from[number.len()..];
        if starts && is_dialled(number) && !rest.starts_with(char::is_alphanumeric) {
            any = true;
            heard.push_str(&apart(number));
        } else {
            heard.push_str(number);
        }
    }
    heard.push_str(rest);
    any.then_some(heard)
}

/// How far a number goes: digits, with a space or a dash between two of them.
fn length(text: &str) -> usize {
    let mut end = 0;
    for (at, sign) in text.char_indices() {
        match sign {
            '0'..='9' => end = at + 1,
            '+' if at == 0 => end = 1,
            ' ' | '-' | '–' => {}
            _ => break,
        }
    }
    end
}

fn is_dialled(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    SHORT.contains(&number) || (number.starts_with(['0', '+']) && digits >= DIGITS)
}

/// Each digit by itself, with a rest between groups.
fn apart(number: &str) -> String {
    let groups = number.split([' ', '-', '–']).filter(|group| !group.is_empty());
    let spaced = |group: &str| group.chars().map(String::from).collect::<Vec<_>>().join(" ");
    groups.map(spaced).collect::<Vec<_>>().join(", ")
}

/// Text that is read by the eye as it stands, and heard with its phone numbers digit by digit. What a number stands in is one text for both,
/// so that nobody hears it in pieces.
#[component]
pub fn Spelled(
    /// The text.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    if spelled(&text).is_none() {
        return text.into_any();
    }
    let mut sentences: Vec<AnyView> = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let end = rest.find(". ").or_else(|| rest.find("? ")).map_or(rest.len(), |at| at + 2);
        let (sentence, after) = rest.split_at(end);
        rest = after;
        sentences.push(match spelled(sentence) {
            None => sentence.to_owned().into_any(),
            Some(heard) => view! {
                <span aria-hidden="true">{sentence.to_owned()}</span>
                <span class="only-heard">{heard}</span>
            }
            .into_any(),
        });
    }
    sentences.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::messages;
    use droombord_domain::{post::Lang, reason::Reason, settings::HelpLine};

    #[test]
    fn numbers_that_are_dialled_are_heard_digit_by_digit_and_others_are_not() {
        for (text, heard) in [
            ("112", Some("1 1 2")),
            ("Bel 113: 0800-0113", Some("Bel 1 1 3: 0 8 0 0, 0 1 1 3")),
            ("088-555 1000.", Some("0 8 8, 5 5 5, 1 0 0 0.")),
            ("Chat op 113.nl", Some("Chat op 1 1 3.nl")),
            ("030 – 284 32 00", Some("0 3 0, 2 8 4, 3 2, 0 0")),
            ("+31 30 2843200", Some("+ 3 1, 3 0, 2 8 4 3 2 0 0")),
            ("112 van 1.000 letters", Some("1 1 2 van 1.000 letters")),
            ("Na 30 dagen, op 1 mei 2026", None),
            ("1112 en a113 en 113x", None),
            ("13 tot 15 jaar", None),
            ("", None),
        ] {
            assert_eq!(spelled(text).as_deref(), heard, "{text}");
        }
    }

    #[test]
    fn every_number_of_every_help_line_is_heard_digit_by_digit() {
        let apart = |text: &str| {
            // Two digits in a row are read as one number.
            let heard = spelled(text).unwrap_or_else(|| text.to_owned());
            assert!(!heard.as_bytes().windows(2).any(|two| two.iter().all(u8::is_ascii_digit)), "{heard}");
        };
        for lang in Lang::ALL {
            let say = messages(*lang);
            for line in HelpLine::ALL {
                apart(line.number());
                let help = say.help();
                for text in [
                    (help.name)(*line),
                    (help.about)(*line),
                    (help.call)(*line),
                    (help.chat)(*line).unwrap_or_default(),
                ] {
                    apart(text);
                }
                let digits = spelled(line.number()).unwrap_or_default();
                assert_eq!(digits.chars().filter(char::is_ascii_digit).collect::<String>(), line.dial());
            }
            apart(say.report_page().in_danger);
            for reason in Reason::ALL {
                for letter in [(say.reasons().declined)(*reason), (say.reasons().handed_back)(*reason, true)] {
                    apart(&letter);
                }
            }
        }
    }
}
