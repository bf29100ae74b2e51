//! The field in which somebody writes: a plain text area, how many letters there are, and what the privacy guard says of them.

use super::{
    guard::{Findings, HelpNear, Marks},
    summary::{FieldError, described, invalid},
};
use crate::{
    browser,
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

/// How far the limit is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    Enough,
    Near,
    Past,
}

impl Room {
    fn of(letters: usize, max: usize) -> Self {
        match max.checked_sub(letters) {
            None => Self::Past,
            Some(0..=NEAR) => Self::Near,
            Some(_) => Self::Enough,
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
    /// So many graphemes fit.
    max: Signal<usize>,
    /// What is wrong with it.
    wrong: Signal<Option<String>>,
    /// The ids that describe it beside its own counter.
    #[prop(default = String::new(), into)]
    more: String,
    /// The language of the text.
    lang: &'static str,
    /// What is said beside the counter.
    children: Children,
) -> impl IntoView {
    let say = use_words().say.share();
    let letters = Memo::new(move |_| text.with(|text| length(&without_hidden(text))));
    let room = Memo::new(move |_| Room::of(letters.get(), max.get()));
    let said = move || match room.get() {
        Room::Enough => "",
        Room::Near => say.near_limit,
        Room::Past => say.past_limit,
    };
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
    let scroll = move || {
        if let (Some(area), Some(layer)) = (area.get_untracked(), layer.get_untracked()) {
            layer.set_scroll_top(area.scroll_top());
        }
    };
    Effect::new(move |_| {
        guard.found.track();
        guard.joined.track();
        // After the marks, which come after the letter.
        after_paint(move || later(Duration::ZERO, scroll));
    });
    let count = format!("{id}-stand");
    let described = described(&id, format!("{more} {count}").trim(), wrong);
    view! {
        <div class="field">
            <FieldError at=id.clone() wrong />
            <div class="field__sheet">
                <Marks guard layer />
                <textarea
                    class="field__area"
                    node_ref=area
                    id=id
                    rows="7"
                    lang=lang
                    autocomplete="off"
                    aria-describedby=described
                    aria-invalid=invalid(wrong)
                    on:scroll=move |_| scroll()
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
            <div class="field__foot" id=count>
                {children()}
                <span>{move || (say.count)(letters.get(), max.get())}</span>
            </div>
            <p class="only-heard" role="status">{said}</p>
        </div>
        <HelpNear guard field />
        <Findings guard field />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifty_left_and_past_the_limit_are_said() {
        for (letters, room) in
            [(0, Room::Enough), (949, Room::Enough), (950, Room::Near), (1_000, Room::Near), (1_001, Room::Past)]
        {
            assert!(Room::of(letters, 1_000) == room, "{letters}");
        }
    }
}
