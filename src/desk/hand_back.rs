//! What a facilitator asks of a writer: safer words for a stretch, and a sentence of one's own. And leaving something out,
//! which is all that may be done when no answer came.

use super::{
    say::{FieldSays, Missing, wrong_at},
    table::{Choice, Table},
};
use crate::components::{
    field::private,
    summary::{described, invalid},
};
use crate::i18n::desk::use_desk_words;
use droombord_domain::{
    api::DeskPost,
    hand_back::{Cut, MAX_SENTENCE},
    mark::Finding,
};
use leptos::prelude::*;

/// The id of the field for the stretch.
pub const STRETCH: &str = "stuk";
/// The id of the field for what it becomes.
pub const INSTEAD: &str = "het-wordt";
/// The id of the field for an own sentence.
pub const SENTENCE: &str = "eigen-zin";
/// The id of the field in which something is left out.
pub const LEFT_OUT: &str = "ingekort";

/// The field at the desk for a field of the call, where a facilitator can mend it.
pub fn field_of(name: &str) -> Option<&'static str> {
    match name {
        "swap" => Some(STRETCH),
        "swap.instead" => Some(INSTEAD),
        "sentence" => Some(SENTENCE),
        "text" => Some(LEFT_OUT),
        _ => None,
    }
}

/// One field of the proposal: a label, what it is for, what is wrong with it.
#[component]
fn Line(
    post: StoredValue<DeskPost>,
    id: &'static str,
    label: &'static str,
    hint: String,
    missing: RwSignal<Vec<Missing>>,
    read: fn(&Choice) -> &String,
    write: fn(&mut Choice) -> &mut String,
    #[prop(default = 2)] rows: u32,
) -> impl IntoView {
    let table = Table::get();
    let lang = post.with_value(|post| post.body.lang.code());
    let value = Memo::new(move |_| read(&post.with_value(|post| table.choice(post))).clone());
    let wrong = wrong_at(id, missing);
    let hint_id = format!("{id}-uitleg");
    let typed = move |event| {
        missing.update(|missing| missing.retain(|one| one.field != id));
        post.with_value(|post| table.choose(post, |choice| *write(choice) = event_target_value(&event)));
    };
    view! {
        <div class="field">
            <label class="field__label field__label--small" for=id>{label}</label>
            <p class="field__hint" id=hint_id.clone()>{hint}</p>
            <FieldSays field=id missing=missing.into() />
            <textarea
                {..private()}
                class="field__input"
                id=id
                rows=rows
                lang=lang dir="auto"
                aria-describedby=described(id, &hint_id, wrong)
                aria-invalid=invalid(wrong)
                prop:value=move || value.get()
                on:input=typed
            ></textarea>
        </div>
    }
}

/// Safer words for a stretch. Both fields may be left empty.
#[component]
pub fn Proposal(
    /// The post that is handed back.
    post: StoredValue<DeskPost>,
    /// What is not right yet.
    missing: RwSignal<Vec<Missing>>,
) -> impl IntoView {
    let say = &use_desk_words().hand_back;
    let table = Table::get();
    let (text, lang, findings) =
        post.with_value(|post| (post.body.text.clone(), post.body.lang.code(), post.findings.clone()));
    let piece = |it: &Finding| text.chars().skip(it.start).take(it.end.saturating_sub(it.start)).collect::<String>();
    let takes = findings
        .iter()
        .map(|it| {
            let stretch = piece(it);
            let label = (say.take)(&stretch);
            let take = move |_| {
                missing.update(|missing| missing.retain(|one| one.field != STRETCH));
                post.with_value(|post| table.choose(post, |choice| choice.stretch = stretch.clone()));
                crate::browser::focus(INSTEAD);
            };
            view! { <li><button class="button button--small" type="button" on:click=take>{label}</button></li> }
        })
        .collect_view();
    // What the writer will be asked, as it would read.
    let becomes = move || {
        let swap = post.with_value(|post| table.choice(post).swap(post))?;
        let Cut { before, stretch, after } = swap.cut(&text)?;
        let (before, stretch, after) = (before.to_owned(), stretch.to_owned(), after.to_owned());
        Some(view! {
            <div class="review__letter">
                <h4 class="filter__label">{say.preview}</h4>
                <p lang=lang dir="auto">{before}<del>{stretch}</del>" "<ins>{swap.instead}</ins>{after}</p>
            </div>
        })
    };
    view! {
        <fieldset class="stack stack--tight">
            <legend class="filter__label">{say.heading}</legend>
            <p class="small">{say.hint}</p>
            <ul class="keywords__chosen" hidden=findings.is_empty()>{takes}</ul>
            <Line
                post
                id=STRETCH
                label=say.stretch
                hint=say.stretch_hint.to_owned()
                missing
                read=|choice| &choice.stretch
                write=|choice| &mut choice.stretch
            />
            <Line
                post
                id=INSTEAD
                label=say.instead
                hint=say.instead_hint.to_owned()
                missing
                read=|choice| &choice.instead
                write=|choice| &mut choice.instead
            />
            {becomes}
        </fieldset>
    }
}

/// A facilitator's own sentence in the letter. May be left empty.
#[component]
pub fn OwnSentence(
    /// The post whose writer gets the letter.
    post: StoredValue<DeskPost>,
    /// What is not right yet.
    missing: RwSignal<Vec<Missing>>,
) -> impl IntoView {
    let say = &use_desk_words().hand_back;
    view! {
        <Line
            post
            id=SENTENCE
            label=say.sentence
            hint=(say.sentence_hint)(MAX_SENTENCE)
            missing
            read=|choice| &choice.sentence
            write=|choice| &mut choice.sentence
        />
    }
}

/// The words, in which something can be left out.
#[component]
pub fn LeavingOut(
    /// The post whose writer did not answer.
    post: StoredValue<DeskPost>,
    /// What is not right yet.
    missing: RwSignal<Vec<Missing>>,
) -> impl IntoView {
    let say = &use_desk_words().hand_back;
    view! {
        <Line
            post
            id=LEFT_OUT
            label=say.left_out
            hint=say.left_out_hint.to_owned()
            missing
            read=|choice| &choice.text
            write=|choice| &mut choice.text
            rows=8
        />
    }
}
