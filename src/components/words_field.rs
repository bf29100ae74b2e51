//! The field in which somebody writes: a plain text area, how many letters there are, and what the privacy guard says of them.

use super::{
    field::private,
    guard::{AlertChoice, Findings, HelpNear, Marks},
    summary::{FieldError, described, invalid},
};
use crate::{
    announcer, browser,
    guard::{Guard, edit::changed},
    i18n::use_words,
    task::{after_paint, later},
};
use droombord_domain::text::{length, without_hidden};
use leptos::{
    html::{Div, Textarea},
    prelude::*,
};
use std::time::Duration;

/// With so many letters left it is said aloud.
const NEAR: usize = 50;

/// What the counter says aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aloud {
    Near,
    Past,
    FitsAgain,
}

/// What it said already: who writes around a limit does not hear it at each letter.
#[derive(Clone, Copy, Default)]
struct Said {
    near: bool,
    past: bool,
}

impl Said {
    fn next(&mut self, letters: usize, max: usize) -> Option<Aloud> {
        let left = max.checked_sub(letters);
        let was = *self;
        self.past = left.is_none();
        self.near = self.past || left.is_some_and(|left| left <= if was.near { 2 * NEAR } else { NEAR });
        match (self.past, self.near) {
            (true, _) => (!was.past).then_some(Aloud::Past),
            (false, _) if was.past => Some(Aloud::FitsAgain),
            (false, true) => (!was.near).then_some(Aloud::Near),
            (false, false) => None,
        }
    }
}

/// A text area with its counter. The label stands outside.
#[component]
pub fn WordsField(
    /// Its id; the label names it.
    #[prop(into)]
    id: String,
    /// What stands in it.
    text: Signal<String>,
    /// Somebody wrote.
    write: Callback<String>,
    /// The guard that looks at it.
    guard: Guard,
    /// Limit in graphemes.
    max: Signal<usize>,
    /// What is wrong with it.
    wrong: Signal<Option<String>>,
    /// Whether a facilitator should look at once, where that can be asked.
    #[prop(optional)]
    alert: Option<AlertChoice>,
    /// The id of its lead.
    #[prop(default = String::new(), into)]
    lead: String,
    /// The language of the text.
    lang: &'static str,
    /// What is said beside the counter.
    children: Children,
) -> impl IntoView {
    let say = use_words().say.share();
    let letters = Memo::new(move |_| text.with(|text| length(&without_hidden(text))));
    let said = StoredValue::new(Said::default());
    Effect::new(move |before: Option<()>| {
        let (letters, max) = (letters.get(), max.get());
        // What stood there when the field came is no news.
        if before.is_some() {
            match said.try_update_value(|said| said.next(letters, max)).flatten() {
                Some(Aloud::Near) => announcer::say(say.near_limit),
                Some(Aloud::Past) => announcer::say(say.past_limit),
                Some(Aloud::FitsAgain) => announcer::say(say.fits_again),
                None => {}
            }
        }
    });
    let leaving = RwSignal::new(());
    let field = StoredValue::new(id.clone());
    let area = NodeRef::<Textarea>::new();
    let layer = NodeRef::<Div>::new();
    // Only what was not typed is written into the field: while letters are put together, nobody may write in between.
    let typed = StoredValue::new(None::<String>);
    Effect::new(move |_| {
        if let Some(area) = area.get() {
            text.with(|text| {
                if typed.with_value(|typed| typed.as_ref() != Some(text)) {
                    area.set_value(text);
                    typed.set_value(Some(text.clone()));
                }
            });
        }
    });
    // The line ends of other programs, and what hides, go where the writer sees it: what stands here is what is stored.
    let tidy = move || {
        let Some(before) = text.try_get_untracked() else { return };
        let clean = without_hidden(&before);
        if clean != before {
            field.with_value(|field| browser::rewrite(field, &before, &clean, changed(&before, &clean)));
        }
    };
    // A writer who goes back at once is on another screen when this comes.
    let scroll = move || {
        if let (Some(Some(area)), Some(Some(layer))) = (area.try_get_untracked(), layer.try_get_untracked()) {
            layer.set_scroll_top(area.scroll_top());
        }
    };
    Effect::new(move |_| {
        guard.found.track();
        guard.joined.track();
        // After the marks, which come after the letter.
        after_paint(move || later(Duration::ZERO, scroll));
    });
    let described = described(&id, &lead, wrong);
    view! {
        <div class="field">
            <FieldError at=id.clone() wrong />
            <div class="field__sheet" translate="no">
                <Marks guard layer />
                <textarea
                    {..private()}
                    class="field__area"
                    node_ref=area
                    id=id
                    rows="7"
                    lang=lang dir="auto"
                    aria-describedby=described
                    aria-invalid=invalid(wrong)
                    on:scroll=move |_| scroll()
                    on:blur=move |_| leaving.set(())
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        typed.set_value(Some(text.clone()));
                        write.run(text);
                        if browser::is_finished(&event) {
                            later(Duration::ZERO, tidy);
                        }
                    }
                ></textarea>
            </div>
            <div class="field__foot">
                {children()}
                <span>{move || (say.count)(letters.get(), max.get())}</span>
            </div>
        </div>
        <HelpNear guard field alert />
        <Findings guard field leaving=leaving.into() />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counter_speaks_at_fifty_left_past_the_limit_and_when_it_fits_again_once_each() {
        let mut said = Said::default();
        for (letters, aloud) in [
            (0, None),
            (949, None),
            (950, Some(Aloud::Near)),
            (949, None),
            (950, None),
            (1_000, None),
            (1_001, Some(Aloud::Past)),
            (1_002, None),
            (1_000, Some(Aloud::FitsAgain)),
            (999, None),
            (1_001, Some(Aloud::Past)),
            (600, Some(Aloud::FitsAgain)),
            (950, Some(Aloud::Near)),
        ] {
            assert_eq!(said.next(letters, 1_000), aloud, "{letters}");
        }
    }
}
