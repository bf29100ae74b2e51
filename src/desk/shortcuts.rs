//! Keyboard shortcuts: one letter each, on the page to be read, and to be switched off (WCAG 2.1.4). Never while somebody
//! types, never with another key.

use super::{device, table::Table};
use crate::i18n::desk::use_desk_words;
use droombord_domain::api::Decision;
use leptos::{ev, prelude::*};
use std::rc::Rc;

/// The letter of a decision: that of its Dutch name.
pub const fn letter(decision: Decision) -> char {
    match decision {
        Decision::Publish => 'p',
        Decision::HandBack => 'g',
        Decision::Decline => 'n',
        Decision::Shorten => 'i',
        Decision::TakeDown => 'h',
        Decision::Reverse => 't',
    }
}

/// Listens for letters while the view lives. `act` says whether it did something with the letter.
pub fn use_shortcuts(table: Table, act: impl Fn(char) -> bool + 'static) {
    let act = Rc::new(act);
    Effect::new(move |_| {
        let act = Rc::clone(&act);
        let listening = window_event_listener(ev::keydown, move |event| {
            if table.keys_on_untracked()
                && let Some(letter) = device::shortcut_of(&event)
                && act(letter)
            {
                event.prevent_default();
            }
        });
        on_cleanup(move || listening.remove());
    });
}

/// Which letters there are, and the switch.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let table = Table::get();
    let say = &use_desk_words().keys;
    let line = |key: String, does: &'static str| {
        view! {
            <div class="keys__line">
                <dt><kbd class="keys__key">{key}</kbd></dt>
                <dd>{does}</dd>
            </div>
        }
    };
    let decisions = Decision::ALL
        .iter()
        .map(|decision| line(letter(*decision).to_string(), (say.choose)(*decision)))
        .collect_view();
    view! {
        <details class="keys">
            <summary>{say.heading}</summary>
            <div class="stack stack--tight">
                <label class="choice choice--chip">
                    <input
                        class="choice__input"
                        type="checkbox"
                        prop:checked=move || table.keys_on()
                        on:change=move |event| table.set_keys(event_target_checked(&event))
                    />
                    <span class="choice__body"><span class="choice__title">{say.on}</span></span>
                </label>
                <dl class="keys__list">
                    {line("j".into(), say.next)}
                    {line("k".into(), say.previous)}
                    {decisions}
                    {line(say.enter_key.into(), say.enter)}
                </dl>
                <p class="small soft">{say.note}</p>
            </div>
        </details>
    }
}
